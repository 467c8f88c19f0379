"""Profiles: what a pack is to hold, as a YAML file says it.

Enters: a profile's name or path. Leaves: a typed ``Profile``, or every fault in its file. The
corpus is not known here. Import from ``loader`` or ``schema``; this package by itself loads
nothing, so that commands which need no profile start fast.
"""

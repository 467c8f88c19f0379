"""Profiles: what a pack is to hold, as a YAML file says it.

Enters: a profile's name or path. Leaves: a typed ``Profile``, or every fault in its file. The
corpus is not known here.
"""

from briefgen.profiles.loader import find_profile, load_profile, make_profile
from briefgen.profiles.schema import Profile, profile_schema
from briefgen.profiles.settings import Setting

__all__ = ["Profile", "Setting", "find_profile", "load_profile", "make_profile", "profile_schema"]

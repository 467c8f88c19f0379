"""Holds delivered files against the corpus."""

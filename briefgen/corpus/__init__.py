"""The corpus: what may be quoted, where it comes from, and the proof that it is the source's."""

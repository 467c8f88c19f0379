"""How quoted words are shown: characters for characters, in the typography that a style wishes.

Enters: units of a corpus and the wishes of a style. Leaves: their words as a page has them. What
composes a page shows words by it, and what verifies a page knows by it what is to stand there.
"""

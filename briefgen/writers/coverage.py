"""Which characters the PDF can show with the faces that it embeds.

Enters: a character. Leaves: yes or no. Where the character comes from is not known here.
"""

from __future__ import annotations

from briefgen.writers.pdf.fonts import UnprintableError, load_face
from briefgen.writers.typefaces import FAMILIES, face_name


def can_show(character: str) -> bool:
    """Say whether every family of the styles, with the faces that help it out, has a shape."""
    if character.isascii():
        return character.isprintable()
    try:
        for family in FAMILIES:
            load_face(face_name(family, bold=False, italic=False)).cut(character)
    except UnprintableError:
        return False
    return True

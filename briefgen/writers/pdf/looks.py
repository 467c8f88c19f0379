"""From roles of the style to looks of glyphs.

Enters: a ``Style``. Leaves: a ``Look`` for a role, and for what happens to words inside a line
(strong, emphasis, a span's role, a note mark). Knows no text and no page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from briefgen.writers.pdf.plan import Look
from briefgen.writers.typefaces import face_name

if TYPE_CHECKING:
    from briefgen.styles import Role, Style

Change = Literal["strong", "emphasis", "insertion", "deletion", "mark"]

MARK_SIZE = 0.68
"""A note mark's size, of the size of the words it follows."""
MARK_RISE = 0.36
"""How far it rises, of the same size."""
FULL_SIZE_RISE = 0.18
"""How far a mark as large as the words rises, so that it is not taken for one of them."""


class Looks:
    """The looks of one style, each made once."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._roles: dict[str, Look] = {}
        self._labels: dict[str, Look] = {}
        self._changes: dict[tuple[Look, str], Look] = {}

    def of_role(self, name: str) -> Look:
        """Give the look of a role's words."""
        look = self._roles.get(name)
        if look is None:
            look = self._roles[name] = self._made(self.style.role(name))
        return look

    def of_label(self, name: str) -> Look:
        """Give the look of the labels and bullets of a list in this role."""
        look = self._labels.get(name)
        if look is None:
            role = self.style.role(name)
            shown = {"bold": role.bold or role.label_bold, "colour": role.label_colour}
            look = self._made(role.model_copy(update={k: v for k, v in shown.items() if v}))
            self._labels[name] = look
        return look

    def changed(self, look: Look, change: Change) -> Look:
        """Give the look of words that are strong, emphasised, added, taken out or a note's mark."""
        key = (look, change)
        found = self._changes.get(key)
        if found is None:
            found = self._changes[key] = self._changed(look, change)
        return found

    def in_role(self, look: Look, name: str) -> Look:
        """Give the look of a span in a role: what the role says differently from ``body``."""
        key = (look, f"role {name}")
        found = self._changes.get(key)
        if found is None:
            found = self._changes[key] = self._in_role(look, name)
        return found

    def _made(self, role: Role) -> Look:
        face = face_name(self.style.family.pdf, bold=role.bold, italic=role.italic)
        return Look(face, role.size, role.leading, role.colour, keeps_hyphens=role.keep_hyphens)

    def _changed(self, look: Look, change: Change) -> Look:
        match change:
            case "strong":
                return replace(look, face=self._face(look, bold=True))
            case "emphasis":
                return replace(look, face=self._face(look, italic=True))
            case "insertion":
                return replace(look, underline=True)
            case "deletion":
                return replace(look, strike=True)
            case "mark":
                marked = self._in_role(look, "note-mark")
                full = self.style.marks.notes == "full-size"
                size = look.size if full else round(look.size * MARK_SIZE, 2)
                rise = FULL_SIZE_RISE if full else MARK_RISE
                return replace(marked, size=size, rise=round(look.size * rise, 2))

    def _in_role(self, look: Look, name: str) -> Look:
        role, body = self.style.role(name), self.style.role("body")
        return replace(
            look,
            face=self._face(look, bold=role.bold, italic=role.italic),
            size=look.size if role.size == body.size else role.size,
            leading=look.leading if role.size == body.size else max(look.leading, role.leading),
            colour=look.colour if role.colour == body.colour else role.colour,
            ground=role.background or look.ground,
        )

    def _face(self, look: Look, *, bold: bool = False, italic: bool = False) -> str:
        return face_name(
            self.style.family.pdf,
            bold=bold or "Bold" in look.face,
            italic=italic or "Italic" in look.face,
        )

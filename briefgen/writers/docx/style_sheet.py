"""The named styles that a document uses: one for each role, and variants for where roles stand.

Enters: a ``Style``, then requests for the style of a role in a setting. Leaves: ids of styles at
once, and the whole sheet at the end. Nothing is formatted directly: a paragraph of a list inside
a box has a style of its own, based on the style of its role, so that changing one changes both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.writers.docx.looks import (
    PLAIN,
    ParagraphLook,
    Setting,
    dxa,
    half_points,
    paper_colour,
    paragraph_look,
)
from briefgen.writers.docx.style_names import CHARACTER_ROLES, style_id, style_name
from briefgen.writers.roles import HEADING_LEVELS, UNLISTED

if TYPE_CHECKING:
    from briefgen.styles import Role, Style, TableLook

STRONG, EMPHASIS = "Strong", "Emphasis"
CLOSING = "ClosingLine"
"""The smallest paragraph there can be: Word wants one after a table that ends a cell or section."""
TABLE = "BriefingTable"
BODY_TEXT = 9
"""The outline level of what no contents list shows (ISO/IEC 29500-1, 17.3.1.20)."""
NOTES_LINE = "notes-line"
"""The role of lines for handwriting: a tab stop draws them."""
_TABBED = frozenset(
    {NOTES_LINE, "header", "footer", *(f"contents-{level}" for level in HEADING_LEVELS)}
)


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style as it is written: what it looks like, and the style it is based on."""

    id: str
    name: str
    look: ParagraphLook
    based_on: ParagraphStyle | None
    next_id: str = ""
    in_gallery: bool = True


class CharacterStyle(Struct, frozen=True):
    """A character style; what is empty or zero comes from the paragraph around it."""

    id: str
    name: str
    colour: str = ""
    size: int = 0
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    underline: bool = False
    shade: str = ""


class _Variant(NamedTuple):
    """What a style was made for, so that its neighbour in a box can be made from it."""

    role: str
    level: int
    setting: Setting


class StyleSheet:
    """All styles of one document; ids stay the same however often a style is asked for."""

    def __init__(self, style: Style, text_width: int) -> None:
        self.text_width = text_width
        self.scale = style.family.office_scale
        self.font = style.family.office
        self.table: TableLook = style.table
        self.hyphenates = any(role.hyphenate for role in style.roles.values())
        self.paragraphs: dict[str, ParagraphStyle] = {}
        self.characters: dict[str, CharacterStyle] = {}
        self._style = style
        self._ids: dict[_Variant, str] = {}
        self._made_for: dict[str, _Variant] = {}
        self._taken = {one.lower() for one in (STRONG, EMPHASIS, CLOSING, TABLE)}
        self._character_ids: dict[str, str] = {}
        self._add_roles()

    def role(self, name: str) -> Role:
        """Give the look of a role, as the style has it."""
        return self._style.role(name)

    def paragraph(self, role: str, setting: Setting = PLAIN) -> str:
        """Give the id of the style of a role's paragraphs in ``setting``."""
        return self._variant(_Variant(role if role in self._style.roles else "body", 0, setting))

    def tabbed(self, role: str, width: int, hang: int = 0) -> str:
        """Give the id of a role's style with a tab stop at ``width``; most columns share one.

        ``hang`` is the width of a column for labels before the words.
        """
        tab = 0 if width == self.text_width else width
        left = dxa(self.role(role).indent) + hang if hang else None
        return self.paragraph(role, Setting(left=left, hang=hang, tab=tab))

    def heading(self, level: int, role: str, setting: Setting = PLAIN) -> str:
        """Give the id of a heading's style; a role of its own is based on "heading 1" to "4"."""
        own = role if role in self._style.roles else f"heading-{level}"
        return self._variant(_Variant(own, level, setting))

    def setting_of(self, identity: str) -> Setting:
        """Give the setting that a style was made for."""
        made_for = self._made_for.get(identity)
        return made_for.setting if made_for else PLAIN

    def reset(self, identity: str, setting: Setting) -> str:
        """Give the id of the same role's style in another setting."""
        made_for = self._made_for.get(identity)
        if made_for is None or made_for.setting == setting:
            return identity
        return self._variant(made_for._replace(setting=setting))

    def look(self, identity: str) -> ParagraphLook:
        """Give the look of a paragraph style."""
        return self.paragraphs[identity].look

    def character(self, role: str) -> str:
        """Give the id of the style for words in a role, inside a paragraph in another."""
        found = self._character_ids.get(role)
        if found is None:
            look, body = self.role(role), self.role("body")
            standing = role in CHARACTER_ROLES
            name = style_name(role) if standing else f"{style_name(role)} Char"
            whole = role == "heading-label"  # a line of its own: it takes nothing from its heading
            found, name = self._free(name)
            self._add_character(
                CharacterStyle(
                    found,
                    name,
                    paper_colour(look.colour) if whole or look.colour != body.colour else "",
                    half_points(look.size, self.scale) if whole or look.size != body.size else 0,
                    bold=look.bold,
                    italic=look.italic,
                    superscript=role == "note-mark" and self._style.marks.notes == "raised",
                    underline=role == "link" and self._style.marks.links == "underlined",
                    shade=paper_colour(look.background) if look.background else "",
                )
            )
            self._character_ids[role] = found
        return found

    def label(self, role: str) -> str:
        """Give the id of the style for labels that Word cannot count, in lists of a role."""
        key = f"{role} label"
        found = self._character_ids.get(key)
        if found is None:
            look = self.role(role)
            found, name = self._free(f"{style_name(role)} Label")
            colour = paper_colour(look.label_colour or look.colour)
            bold = look.bold or look.label_bold
            self._add_character(CharacterStyle(found, name, colour, bold=bold, italic=look.italic))
            self._character_ids[key] = found
        return found

    def _add_roles(self) -> None:
        """Make the styles that every document has, so that people find the whole house style."""
        for level in HEADING_LEVELS:
            self.heading(level, f"heading-{level}")
        headings = {f"heading-{level}" for level in HEADING_LEVELS}
        for role in self._style.roles:
            if role not in CHARACTER_ROLES and role not in headings:
                self.paragraph(role)
        for role in sorted(CHARACTER_ROLES):
            self.character(role)
        for identity in (STRONG, EMPHASIS):
            self._add_character(
                CharacterStyle(
                    identity, identity, bold=identity == STRONG, italic=identity == EMPHASIS
                )
            )

    def _variant(self, wanted: _Variant) -> str:
        found = self._ids.get(wanted)
        if found is None:
            parent = self._parent(wanted)
            look = paragraph_look(
                self.role(wanted.role),
                wanted.setting,
                self.scale,
                self.role(wanted.setting.box) if wanted.setting.box else None,
            )
            if wanted.level:
                listed = wanted.role != UNLISTED
                look = replace(look, outline=wanted.level - 1 if listed else BODY_TEXT)
            if wanted.role in _TABBED:
                look = replace(look, tab=look.tab or self.text_width)
                look = replace(look, ruled=wanted.role == NOTES_LINE)
            if self.hyphenates:
                look = replace(look, undivided=not self.role(wanted.role).hyphenate)
            if wanted.role == "footnote" and wanted.setting == PLAIN:
                look = replace(look, hang=dxa(self.role("footnote").hang))
            found, name = self._free(self._name(wanted))
            self.paragraphs[found] = ParagraphStyle(
                found,
                name,
                look,
                self.paragraphs[parent] if parent else None,
                next_id=self.paragraph("body") if wanted.level else "",
                in_gallery=wanted.setting == PLAIN,
            )
            self._ids[wanted] = found
            self._made_for[found] = wanted
        return found

    def _parent(self, wanted: _Variant) -> str:
        """Give the style that a style is based on: its role's, its heading's, or "Normal"."""
        if wanted.setting != PLAIN:
            return self._variant(wanted._replace(setting=PLAIN))
        if wanted.level and wanted.role != f"heading-{wanted.level}":
            return self.heading(wanted.level, f"heading-{wanted.level}")
        return "" if wanted.role == "body" else self.paragraph("body")

    def _name(self, wanted: _Variant) -> str:
        """Say in plain words what a variant is for."""
        setting, body = wanted.setting, PLAIN
        name = style_name(wanted.role)
        if wanted.level and wanted.role != f"heading-{wanted.level}":
            name += f" {wanted.level}"
        if setting.box:
            name += f" in {style_name(setting.box)}"
            name += ", first" * setting.first + ", last" * setting.last
        if setting.left is not None:
            name += f", at {setting.left / dxa(1):g} pt"
        if setting.hang != body.hang:
            name += f", hanging {setting.hang / dxa(1):g} pt"
        if setting.tab != body.tab:
            name += f", {setting.tab / dxa(1):g} pt wide"
        if setting.after:
            name += f", {setting.after / dxa(1):g} pt above the next"
        return name + " after Table" * setting.after_table + " at Page Top" * setting.at_top

    def _free(self, name: str) -> tuple[str, str]:
        """Give an id and a name that no other style has; Word sees no case in either."""
        identity, count = style_id(name) or "Style", 1
        found = identity
        while found.lower() in self._taken:
            count += 1
            found = f"{identity}V{count}"
        self._taken.add(found.lower())
        return found, name if count == 1 else f"{name} ({count})"

    def _add_character(self, style: CharacterStyle) -> None:
        self.characters[style.id] = style

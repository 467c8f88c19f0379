"""Two lists become one: styles, numbering, notes and settings of a reference and of a pack.

Enters: the reference's tree, which is added to, and the pack's. Leaves: what the pack's words have
to call things by from now on. What the reference has is not changed.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from briefgen.writers.docx.reference.names import number, path, q, value

if TYPE_CHECKING:
    from collections.abc import Iterable

_TO_STYLES = ("w:basedOn", "w:next", "w:link")
_AFTER_NOTES = tuple(
    q(f"w:{name}")
    for name in (
        *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
        *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
        *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
    )
)
"""What comes after ``w:footnotePr`` in settings (ISO/IEC 29500-1, 17.15.1.78)."""
_NOT_KEPT = ("w:attachedTemplate", "w:mailMerge")


class StyleNames(Struct):
    """What the pack's styles are called in the reference, by the ids that the pack has for them.

    ``tabs`` are the tab stops of those styles of the reference that have not the pack's.
    """

    ids: dict[str, str] = field(default_factory=dict)
    tabs: dict[str, etree._Element] = field(default_factory=dict)


def unite_styles(theirs: etree._Element, ours: etree._Element) -> StyleNames:
    """Add the styles that the reference has not; a style is the same if its name is."""
    known = {
        (style.get(q("w:type")), name): style
        for style in theirs.iterchildren(q("w:style"))
        for name in _names(style)
    }
    ids = {style.get(q("w:styleId"), "").lower() for style in known.values()}
    names = {name for _, name in known}
    defaults = {
        kind for (kind, _), one in known.items() if one.get(q("w:default")) in {"1", "true"}
    }
    found = StyleNames()
    added: list[etree._Element] = []
    for style in ours.iterchildren(q("w:style")):
        identity = style.get(q("w:styleId"), "")
        same = known.get((style.get(q("w:type")), value(style, "w:name").lower()))
        if same is not None:
            found.ids[identity] = same.get(q("w:styleId"), "")
            _keep_tabs(found, same, style)
            continue
        new = deepcopy(style)
        found.ids[identity] = _free(identity, ids)
        new.set(q("w:styleId"), found.ids[identity])
        if value(new, "w:name").lower() in names:
            named = new.find(q("w:name"))
            if named is not None:
                named.set(q("w:val"), f"{value(named)} (pack)")
        if new.get(q("w:type")) in defaults:
            new.attrib.pop(q("w:default"), "")
        added.append(new)
    for new in added:
        for name in _TO_STYLES:
            for one in new.iterchildren(q(name)):
                one.set(q("w:val"), found.ids.get(value(one), value(one)))
    theirs.extend(added)
    _set_language(theirs, ours)
    return found


def _names(style: etree._Element) -> Iterable[str]:
    """Give a style's name and its other names, in small letters."""
    aliases = value(style, "w:aliases").split(",")
    return [one.strip().lower() for one in (value(style, "w:name"), *aliases) if one.strip()]


def _free(identity: str, taken: set[str]) -> str:
    found, count = identity, 1
    while found.lower() in taken:
        count += 1
        found = f"{identity}P{count}"
    taken.add(found.lower())
    return found


def _keep_tabs(found: StyleNames, same: etree._Element, style: etree._Element) -> None:
    """Remember the pack's tab stops for a style whose own are others; these are cleared."""
    wanted, own = (one.find(path("w:pPr/w:tabs")) for one in (style, same))
    if wanted is None:
        return
    tabs = deepcopy(wanted)
    kept = {one.get(q("w:pos")) for one in tabs}
    for one in () if own is None else own:
        if one.get(q("w:pos")) not in kept and value(one) != "clear":
            clear = etree.SubElement(tabs, q("w:tab"))
            clear.set(q("w:val"), "clear")
            clear.set(q("w:pos"), one.get(q("w:pos"), "0"))
    tabs[:] = sorted(tabs, key=lambda one: number(one.get(q("w:pos")), 0))
    found.tabs[same.get(q("w:styleId"), "")] = tabs


def _set_language(theirs: etree._Element, ours: etree._Element) -> None:
    """Let words that name no language be in the pack's."""
    spoken = ours.find(path("w:docDefaults/w:rPrDefault/w:rPr/w:lang"))
    defaults = theirs.find(q("w:docDefaults"))
    if spoken is None:
        return
    if defaults is None:
        defaults = etree.Element(q("w:docDefaults"))
        theirs.insert(0, defaults)
    holder = defaults
    for name in ("w:rPrDefault", "w:rPr", "w:lang"):
        inner = holder.find(q(name))
        if inner is None:
            inner = etree.Element(q(name))
            holder.insert(0 if name != "w:lang" else _place_of_language(holder), inner)
        holder = inner
    plain = [
        one.find(path("w:rPr/w:lang"))
        for one in theirs.iterchildren(q("w:style"))
        if one.get(q("w:type")) == "paragraph" and one.get(q("w:default")) in {"1", "true"}
    ]
    for language in (holder, *plain):
        if language is not None:
            language.attrib.update(spoken.attrib)


def _place_of_language(properties: etree._Element) -> int:
    """Give the place before what follows the language in a run (ISO/IEC 29500-1, 17.3.2.28)."""
    later = {q("w:eastAsianLayout"), q("w:specVanish"), q("w:oMath"), q("w:rPrChange")}
    places = [at for at, one in enumerate(properties) if one.tag in later]
    return places[0] if places else len(properties)


def unite_numbering(theirs: etree._Element, ours: etree._Element) -> int:
    """Add the pack's lists after those of the reference; give what their numbers are raised by."""
    kinds = {"w:abstractNum": "w:abstractNumId", "w:num": "w:numId"}
    raised = 1 + max(
        (
            number(one.get(q(name)), 0)
            for kind, name in kinds.items()
            for one in theirs.iterchildren(q(kind))
        ),
        default=0,
    )
    last = next(theirs.iterchildren(q("w:numIdMacAtCleanup")), None)
    first_list = next(theirs.iterchildren(q("w:num")), last)
    for kind, before in (("w:abstractNum", first_list), ("w:num", last)):
        for one in list(ours.iterchildren(q(kind))):
            new = deepcopy(one)
            new.set(q(kinds[kind]), str(number(one.get(q(kinds[kind])), 0) + raised))
            for inner in new.iterchildren(q("w:abstractNumId")):
                inner.set(q("w:val"), str(number(value(inner), 0) + raised))
            if before is None:
                theirs.append(new)
            else:
                before.addprevious(new)
    return raised


def unite_notes(theirs: etree._Element, ours: etree._Element) -> int:
    """Add the pack's footnotes, without its separators; give what their numbers are raised by."""
    raised = max((number(one.get(q("w:id")), 0) for one in theirs), default=0)
    for one in list(ours):
        if one.get(q("w:type")) is None:
            one.set(q("w:id"), str(number(one.get(q("w:id")), 0) + raised))
            theirs.append(one)
    return raised


def unite_comments(theirs: etree._Element, ours: etree._Element) -> int:
    """Add the pack's comments; give what their numbers are raised by."""
    raised = 1 + max((number(one.get(q("w:id")), 0) for one in theirs), default=-1)
    for one in list(ours):
        one.set(q("w:id"), str(number(one.get(q("w:id")), 0) + raised))
        theirs.append(one)
    return raised


def _is_after_notes(setting: etree._Element) -> bool:
    """Tell whether a setting comes later in the order of settings: all of other name spaces do."""
    own = etree.QName(setting).namespace == etree.QName(q("w:p")).namespace
    return setting.tag in _AFTER_NOTES or not own


def unite_settings(theirs: etree._Element, ours: etree._Element, *, notes: bool) -> None:
    """Say how the pack's notes are parted from its text; let go of what Word would look for."""
    for name in _NOT_KEPT:
        for one in list(theirs.iterchildren(q(name))):
            theirs.remove(one)
    wanted = ours.find(q("w:footnotePr"))
    if not notes or wanted is None:
        return
    present = theirs.find(q("w:footnotePr"))
    if present is None:
        later = next((one for one in theirs if _is_after_notes(one)), None)
        if later is None:
            theirs.append(deepcopy(wanted))
        else:
            later.addprevious(deepcopy(wanted))
        return
    start = wanted.find(q("w:numStart"))
    if start is not None:
        pos = present.find(q("w:pos"))
        present.insert(0 if pos is None else 1, deepcopy(start))
    marks = {one.get(q("w:id")) for one in present.iterchildren(q("w:footnote"))}
    present.extend(
        deepcopy(one)
        for one in wanted.iterchildren(q("w:footnote"))
        if one.get(q("w:id")) not in marks
    )

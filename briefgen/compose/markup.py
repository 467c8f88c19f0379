"""From the XHTML that a template emits to the tree.

Enters: the text of a rendered template, in which every element that a template wrote carries
``data-at`` (its template and line). Leaves: sections and notes, or every fault with its place.
Only the vocabulary in ``templates/README.md`` is read; anything else is an error, never dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefgen.blocks import (
    LONGEST_PAYLOAD,
    Box,
    Cell,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Row,
    RunningLine,
    ScanCode,
    Section,
    Table,
    WritingRoom,
)
from briefgen.compose.inlines import inlines_in, inlines_of, text_of, trimmed, words_of
from briefgen.compose.parsing import parse
from briefgen.compose.proportions import proportions
from briefgen.compose.vocabulary import (
    BLOCK_ATTRIBUTES,
    Reading,
    check_attributes,
    elements,
    place_of,
    report_unknown,
    role_of,
)
from briefgen.diagnostics import Place, did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.walk import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from lxml import etree

    from briefgen.blocks import Block, Blocks, Inline, Inlines

_DEEPEST = 60
_HEADING_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


def read_markup(
    markup: str, template: str, roles: Collection[str]
) -> tuple[tuple[Section, ...], tuple[Note, ...]]:
    """Read the rendered ``markup`` of the file ``template``; ``roles`` are the style's.

    Raises:
        UnusableInput: it is not well formed, or uses what the vocabulary does not have.
    """
    root = parse(markup, template)
    reading = Reading(roles)
    sections: list[Section] = []
    body = root[0] if root.tag == "html" and len(root) == 1 else None
    if body is None or body.tag != "body":
        reading.fault(root, "a template is <html><body> with sections in it, and nothing beside")
    else:
        for child in elements(body):
            if child.tag == "section":
                sections.append(_section(child, reading))
            elif child.tag == "aside":
                reading.notes.append(_note(child, reading))
            else:
                report_unknown(child, reading, "section", "aside")
    for note, place in reading.called.items():
        if note not in {one.id for one in reading.notes}:
            reading.faults.append(error(f"note '{note}' is called but not given", place))
    for anchor, place in reading.asked.items():
        if anchor not in reading.anchors:
            hint = did_you_mean(anchor, sorted(reading.anchors))
            reading.faults.append(error(f"no heading has the id '{anchor}'", place, hint))
    if reading.faults:
        raise UnusableInput(reading.faults)
    return tuple(sections), tuple(reading.notes)


# ---------------------------------------------------------------- sections and notes


def _section(element: etree._Element, reading: Reading) -> Section:
    check_attributes(element, BLOCK_ATTRIBUTES["section"], reading)
    lines: dict[str, RunningLine] = {}
    continued: Inlines = ()
    blocks: list[Block] = []
    for child in elements(element):
        if child.tag in {"header", "footer"}:
            lines[str(child.tag)], more = _running_line(child, reading)
            continued = more or continued
        else:
            blocks.extend(_block(child, reading))
    _refuse_loose_text(element, reading)
    return Section(
        tuple(blocks),
        role=element.get("class") or "body",
        header=lines.get("header"),
        footer=lines.get("footer"),
        landscape=element.get("data-landscape") == "true",
        continued=continued,
        starts="front" if element.get("data-start") == "front" else "page",
        blank=tuple(text_of(element.get("data-blank"))),
        writing_room=_writing_room(element, reading),
    )


def _writing_room(element: etree._Element, reading: Reading) -> WritingRoom | None:
    kind = element.get("data-notes") or "none"
    if kind not in {"none", "ruled", "blank"}:
        reading.fault(element, f"'{kind}' is no room for notes", "ruled, blank or none")
    if kind == "none":
        return None
    title = tuple(text_of(element.get("data-notes-title")))
    return WritingRoom(title, ruled=kind == "ruled")


def _running_line(element: etree._Element, reading: Reading) -> tuple[RunningLine, Inlines]:
    """Give a header or footer, and what a header says besides from the second page on."""
    sides: dict[str, Inlines] = {}
    for child in elements(element):
        side = child.get("class") or ""
        if child.tag != "span" or side not in {"left", "right", "continued"}:
            hint = "here: <span class='left'>, 'right', and in a header 'continued'"
            reading.fault(child, "a header or footer has its two sides only", hint)
        else:
            sides[side] = trimmed(inlines_in(child, reading))
    line = RunningLine(sides.get("left", ()), sides.get("right", ()))
    return line, sides.get("continued", ())


def _note(element: etree._Element, reading: Reading) -> Note:
    check_attributes(element, BLOCK_ATTRIBUTES["aside"], reading)
    identity = element.get("id") or ""
    return Note(identity, element.get("data-label") or "", _flow(element, "footnote", reading))


# ---------------------------------------------------------------- blocks


def _block(element: etree._Element, reading: Reading) -> list[Block]:
    tag = str(element.tag)
    make = _BLOCK_MAKERS.get(tag)
    if make is None:
        report_unknown(element, reading, *_BLOCK_MAKERS)
        return []
    check_attributes(element, BLOCK_ATTRIBUTES[tag], reading)
    if sum(1 for _ in element.iterancestors()) > _DEEPEST:
        reading.fault(element, f"elements are nested more than {_DEEPEST} deep")
        return []
    return [make(element, reading)]


def _heading(element: etree._Element, reading: Reading) -> Block:
    level = _HEADING_LEVELS[str(element.tag)]
    anchor = element.get("id") or ""
    place = place_of(element) or Place("template")
    if not anchor:
        reading.fault(element, f"<{element.tag}> has no id, which the contents list needs")
    elif anchor in reading.anchors:
        reading.fault(
            element, f"the id '{anchor}' is used twice", f"first: {reading.anchors[anchor]}"
        )
    reading.anchors[anchor] = place
    return Heading(
        level,
        words_of(element, reading),
        anchor,
        label=element.get("data-label") or "",
        role=role_of(element, f"heading-{level}", reading),
        new_page=element.get("data-break") == "page",
    )


def _paragraph(element: etree._Element, reading: Reading) -> Block:
    return Paragraph(words_of(element, reading), role_of(element, "body", reading))


def _list(element: etree._Element, reading: Reading) -> Block:
    role = role_of(element, "list", reading)
    kind: Literal["labelled", "bullets"] = "labelled" if element.tag == "ol" else "bullets"
    items: list[ListItem] = []
    for child in elements(element):
        if child.tag != "li":
            report_unknown(child, reading, "li")
            continue
        check_attributes(child, BLOCK_ATTRIBUTES["li"], reading)
        label = child.get("data-label") or ""
        if kind == "labelled" and not label:
            reading.fault(
                child, "an <li> in <ol> has no data-label", "labels are official: give it"
            )
        items.append(ListItem(_flow(child, child.get("class") or role, reading), label))
    _refuse_loose_text(element, reading)
    return ListBlock(tuple(items), kind, role)


def _table(element: etree._Element, reading: Reading) -> Table:
    head: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    for child in elements(element):
        if child.tag == "thead":
            head += _rows(child, reading)
        elif child.tag == "tbody":
            body += _rows(child, reading)
        else:
            report_unknown(child, reading, "thead", "tbody")
    columns = {len(row.cells) for row in (*head, *body)}
    widths = _widths(element, reading)
    if len(columns) > 1 or (columns and widths and columns != {len(widths)}):
        reading.fault(element, "the table's rows and data-widths do not have as many columns each")
    elif not widths:
        widths = proportions((*head, *body))
    return Table(
        widths or (1.0,) * max(columns, default=1),
        head,
        body,
        role_of(element, "table", reading),
        summary=element.get("data-summary") or "",
        continued=element.get("data-continued") or "",
        sheet=element.get("data-sheet") or "",
    )


def _widths(element: etree._Element, reading: Reading) -> tuple[float, ...]:
    given = element.get("data-widths") or ""
    try:
        widths = tuple(float(one) for one in given.split())
    except ValueError:
        widths = (0.0,)
    if any(not 0 < width <= 1000 for width in widths):  # noqa: PLR2004 - a sane proportion
        reading.fault(element, f"data-widths '{given}' are not proportions", "like: 24 50 26")
        return ()
    return widths


def _rows(element: etree._Element, reading: Reading) -> tuple[Row, ...]:
    rows: list[Row] = []
    for child in elements(element):
        if child.tag != "tr":
            report_unknown(child, reading, "tr")
            continue
        cells: list[Cell] = []
        for one in elements(child):
            if one.tag not in {"th", "td"}:
                report_unknown(one, reading, "th", "td")
                continue
            check_attributes(one, BLOCK_ATTRIBUTES[str(one.tag)], reading)
            default = "table-head" if element.tag == "thead" else "table"
            role = one.get("class") or default
            cells.append(Cell(_flow(one, role, reading), header=one.tag == "th"))
        rows.append(Row(tuple(cells)))
    return tuple(rows)


def _box(element: etree._Element, reading: Reading) -> Block:
    return Box(_flow(element, "body", reading), role_of(element, "box", reading))


def _contents(element: etree._Element, reading: Reading) -> Block:
    depth = element.get("data-depth") or "2"
    if depth not in {"1", "2", "3", "4"}:
        reading.fault(element, f"data-depth '{depth}' is not 1 to 4")
        depth = "2"
    return Contents(int(depth))


def _figure(element: etree._Element, reading: Reading) -> Block:
    """Read what is to be a picture: a table of numbers, or a code with what stands beside it."""
    alternative = element.get("data-alt") or ""
    if not alternative:
        reading.fault(element, "<figure> has no data-alt", "say in words what the picture shows")
    payload = element.get("data-code")
    if payload is not None:
        return _code(element, payload, alternative, reading)
    tables = [_table(child, reading) for child in elements(element) if child.tag == "table"]
    lines = [[_cell_words(cell) for cell in row.cells] for one in tables for row in one.body]
    heads = [_cell_words(cell) for one in tables for row in one.head for cell in row.cells]
    whole = all(number.isascii() and number.isdecimal() for line in lines for number in line[1:])
    if len(tables) != 1 or not lines or len(heads) != len(lines[0]) or not whole:
        hint = "a head, and in each row a name and whole numbers"
        reading.fault(element, "<figure> holds no single <table> of numbers", hint)
        return Paragraph(())
    return HeatMap(
        tuple(heads[1:]),
        tuple((line[0], tuple(map(int, line[1:]))) for line in lines),
        alternative,
        role_of(element, "heat-map", reading),
    )


def _code(element: etree._Element, payload: str, alternative: str, reading: Reading) -> Block:
    if not 0 < len(payload.encode()) <= LONGEST_PAYLOAD:
        hint = f"a code says 1 to {LONGEST_PAYLOAD} bytes"
        reading.fault(element, f"data-code holds {len(payload.encode())} bytes", hint)
    blocks = _flow(element, "body", reading)
    return ScanCode(payload, alternative, blocks, role_of(element, "scan-code", reading))


def _cell_words(cell: Cell) -> str:
    words = [plain_words(one.inlines) for one in cell.blocks if isinstance(one, Paragraph)]
    return " ".join(words)


_BLOCK_MAKERS: dict[str, Callable[[etree._Element, Reading], Block]] = {
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "p": _paragraph,
    "ol": _list,
    "ul": _list,
    "table": _table,
    "div": _box,
    "nav": _contents,
    "figure": _figure,
}


def _flow(element: etree._Element, role: str, reading: Reading) -> Blocks:
    """Read what stands in an item, cell, box or note: blocks, or words that make one paragraph."""
    if not any(child.tag in _BLOCK_MAKERS for child in elements(element)):
        if role not in reading.roles:
            role_of(element, role, reading)
        inlines = words_of(element, reading)
        return (Paragraph(inlines, role),) if inlines else ()
    blocks: list[Block] = []
    pending: list[Inline] = text_of(element.text)
    unit = element.get("data-unit")
    for child in elements(element):
        if child.tag in _BLOCK_MAKERS:
            _close(pending, unit, role, blocks)
            blocks.extend(_block(child, reading))
            pending = text_of(child.tail)
        else:
            pending.extend(inlines_of(child, reading))
            pending.extend(text_of(child.tail))
    _close(pending, unit, role, blocks)
    return tuple(blocks)


def _close(pending: list[Inline], unit: str | None, role: str, blocks: list[Block]) -> None:
    inlines = trimmed(tuple(pending))
    if inlines:
        blocks.append(Paragraph((Quotation(inlines, unit),) if unit else inlines, role))


def _refuse_loose_text(element: etree._Element, reading: Reading) -> None:
    loose = [element.text, *(child.tail for child in elements(element))]
    for words in loose:
        if words and words.strip():
            reading.fault(
                element, f"words stand loose in <{element.tag}>: '{words.strip()[:40]}'", "use <p>"
            )

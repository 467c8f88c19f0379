"""From the blocks of the tree to what Word has: paragraphs, tables, a contents field.

Enters: blocks, and the column that they stand in. Leaves: the flow of a section, cell or note.
Lists are planned in ``list_plan``, tables in ``table_plan``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from briefgen.blocks import (
    Box,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    Paragraph,
    ScanCode,
    Table,
)
from briefgen.walk import heading_text, plain_words
from briefgen.writers.docx.column_widths import label_column
from briefgen.writers.docx.inline_plan import plan_inlines, set_apart
from briefgen.writers.docx.list_plan import plan_list
from briefgen.writers.docx.looks import PLAIN, dxa
from briefgen.writers.docx.metafile import UNITS as TWENTIETHS
from briefgen.writers.docx.metafile import metafile
from briefgen.writers.docx.model import (
    Break,
    Computed,
    ContentsList,
    Flow,
    Frame,
    Grid,
    Para,
    Picture,
    Piece,
    RunLook,
    Tab,
    Words,
)
from briefgen.writers.docx.style_sheet import CLOSING
from briefgen.writers.docx.table_plan import plan_table
from briefgen.writers.heat_maps import Drawing, draw
from briefgen.writers.roles import (
    contents_role,
    heading_level,
    heading_role,
    is_listed,
    role_inside,
)
from briefgen.writers.scan_codes import draw_code

if TYPE_CHECKING:
    from briefgen.blocks import Block, Blocks
    from briefgen.writers.docx.column import Column
    from briefgen.writers.docx.model import Part
    from briefgen.writers.docx.planning import Planning

CLOSING_LINE = Para(CLOSING)


def plan_blocks(blocks: Blocks, column: Column, planning: Planning) -> Flow:
    """Give the flow of some blocks; two tables never touch, for Word would make them one."""
    flow: list[Part] = []
    for place, block in enumerate(blocks):
        here = replace(column, top=False) if place and column.top else column
        for part in _plan_block(block, here, planning):
            if isinstance(part, Para) and part.new_page:
                flow.append(at_page_top(part, planning))
                continue
            if flow and isinstance(flow[-1], Grid):
                if isinstance(part, Grid):
                    flow.append(CLOSING_LINE)
                elif isinstance(part, Para):
                    flow.append(_spaced_from_table(part, planning))
                    continue
            flow.append(part)
    return tuple(flow)


def at_page_top(part: Part, planning: Planning) -> Part:
    """Take away the space before what begins a page, where Word would leave it."""
    style = planning.styles.paragraphs.get(part.style) if isinstance(part, Para) else None
    if style is None or not isinstance(part, Para) or not style.look.before:
        return part
    setting = planning.styles.setting_of(part.style)._replace(at_top=True)
    return replace(part, style=planning.styles.reset(part.style, setting))


def closed(flow: Flow) -> Flow:
    """Give a flow that ends with a paragraph, as every cell, note and section must."""
    return flow if flow and isinstance(flow[-1], Para) else (*flow, CLOSING_LINE)


def _plan_block(block: Block, column: Column, planning: Planning) -> Flow:
    match block:
        case Heading():
            return (_heading(block, column, planning),)
        case Paragraph():
            return (_paragraph(block, column, planning),)
        case ListBlock():
            return plan_list(block, column, planning, partial(plan_blocks, planning=planning))
        case Table():
            return (plan_table(block, column, planning, partial(_cell, planning=planning)),)
        case Box():
            return _box(block, column, planning)
        case Contents():
            return (_contents(block, column, planning),)
        case HeatMap():
            return (_figure(block, column, planning),)
        case ScanCode():
            return (_code(block, column, planning), *_box(block, column, planning))
        case _ as never:
            assert_never(never)


def _cell(blocks: Blocks, column: Column, planning: Planning) -> Flow:
    return closed(plan_blocks(blocks, column, planning))


def _heading(heading: Heading, column: Column, planning: Planning) -> Para:
    role = heading_role(heading)
    look = planning.styles.role(role)
    setting = column.setting(dxa(look.indent))
    style = planning.styles.heading(heading_level(heading), role, setting)
    pieces = plan_inlines(heading.inlines, style, planning)
    if heading.label:
        label = set_apart(
            heading.label, planning.styles.character("heading-label"), style, planning
        )
        pieces = (label, *((Break(),) if pieces else ()), *pieces)
    return Para(
        style,
        pieces,
        bookmarks=() if column.in_note else (planning.next_bookmark(),),
        new_page=heading.new_page and not column.top,
        right_to_left=planning.direction(heading.inlines),
    )


def _paragraph(paragraph: Paragraph, column: Column, planning: Planning) -> Para:
    role = role_inside(paragraph.role, column.role)
    settled = column.in_item or role == column.box
    indent = 0 if settled else dxa(planning.styles.role(role).indent)
    style = planning.styles.paragraph(role, column.setting(indent))
    pieces = plan_inlines(paragraph.inlines, style, planning)
    return Para(style, pieces, right_to_left=planning.direction(paragraph.inlines))


def _box(box: Box | ScanCode, column: Column, planning: Planning) -> Flow:
    look = planning.styles.role(box.role)
    left = column.edge(dxa(look.padding + look.indent))
    right = column.right + dxa(look.padding)
    inside = replace(column, left=left, right=right, role=box.role, box=box.role, in_item=False)
    flow = list(plan_blocks(box.blocks, inside, planning))
    for place in (0, len(flow) - 1) if flow else ():
        part = flow[place]
        setting = planning.styles.setting_of(part.style) if isinstance(part, Para) else PLAIN
        if isinstance(part, Para) and setting.box == box.role:
            at_edge = setting._replace(first=place == 0, last=place == len(flow) - 1)
            flow[place] = replace(part, style=planning.styles.reset(part.style, at_edge))
    return tuple(flow)


def _contents(contents: Contents, column: Column, planning: Planning) -> ContentsList:
    depth = min(4, max(1, contents.depth))
    entries: list[Para] = []
    listed = [one for one in planning.headings if is_listed(one[0], contents)]
    columns = {
        role: _label_column(role, [one for one, _ in listed], column, planning)
        for role in {contents_role(one) for one, _ in listed}
    }
    for heading, bookmark in listed:
        role = contents_role(heading)
        direction = planning.direction(heading.inlines)
        from_right = planning.right_to_left if direction is None else direction
        look = RunLook(link=f"#{bookmark}", right_to_left=from_right)
        labelled = bool(columns[role] and heading.label and heading.inlines)
        words = plain_words(heading.inlines) if labelled else heading_text(heading)
        pieces: list[Piece] = [Words(planning.faults.checked(words), look)]
        if labelled:
            pieces = [Words(planning.faults.checked(heading.label), look), Tab(look), *pieces]
        page = planning.pages.get(heading.anchor)
        if page:
            pieces += [Tab(look), Computed(f"PAGEREF {bookmark} \\h", page, look)]
        style = planning.styles.tabbed(role, column.width, columns[role] if labelled else 0)
        entries.append(Para(style, tuple(pieces), right_to_left=direction))
    return ContentsList(depth, tuple(entries), CLOSING_LINE)


def _label_column(role: str, listed: list[Heading], column: Column, planning: Planning) -> int:
    labels = [one.label for one in listed if contents_role(one) == role]
    return label_column(labels, role, column.width, planning)


def _figure(figure: HeatMap, column: Column, planning: Planning) -> Para:
    look = planning.styles.role(figure.role)
    room = max(0, column.width - column.left - column.right - dxa(look.indent))
    drawing = draw(figure, room / TWENTIETHS, look)
    alternative = planning.faults.checked(figure.alternative)
    picture = Picture(metafile(drawing), drawing.width, drawing.height, alternative)
    setting = column.setting(dxa(look.indent))
    return Para(planning.styles.paragraph(figure.role, setting), (picture,))


def _code(code: ScanCode, column: Column, planning: Planning) -> Para:
    """Give the picture of a code, in a line of its own that the words after it run around."""
    room = max(0, column.width - column.left - column.right)
    look = planning.styles.role(code.role)
    drawing = draw_code(code.payload, look, room / TWENTIETHS)
    alternative = planning.faults.checked(code.alternative)
    picture = Picture(
        metafile(Drawing(drawing.width, drawing.width, drawing.squares, ())),
        drawing.width,
        drawing.width,
        alternative,
    )
    style = planning.styles.paragraph(code.role, column.setting())
    frame = Frame(
        dxa(drawing.width),
        dxa(look.space_before + drawing.width + drawing.quiet),
        dxa(drawing.gap),
        dxa(max(0.0, drawing.quiet - look.space_before)),
    )
    return Para(style, (picture,), frame=frame)


def _spaced_from_table(part: Para, planning: Planning) -> Para:
    """Keep words off the rule that ends a table, for a table has no space after it in Word."""
    setting = planning.styles.setting_of(part.style)._replace(after_table=True)
    return replace(part, style=planning.styles.reset(part.style, setting))

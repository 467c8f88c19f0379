"""Random trees, for tests that must hold for every Pack."""

from __future__ import annotations

from hypothesis import strategies as st

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Deletion,
    Emphasis,
    Field,
    Heading,
    HeatMap,
    Highlight,
    Insertion,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Note,
    NoteReference,
    Pack,
    Paragraph,
    Quotation,
    Row,
    RunningLine,
    ScanCode,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.walk import headings

WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    ),
    max_size=12,
)
ROLES = st.sampled_from(["body", "locator", "commitment", "points", "table-list", "unknown", ""])
ANCHORS = st.builds(
    "{}{}".format,
    st.sampled_from(["a", "a b", "objective-9", "", "9", "x" * 50]),
    st.integers(0, 10**6),
)
LABELS = st.sampled_from(["(a)", "(b)", "(c)", "(i)", "(ii)", "1.", "24.", "Place", "%1", "§ 3"])


def inlines(*, notes: bool) -> st.SearchStrategy[tuple[object, ...]]:
    leaves = st.one_of(
        WORDS.map(Text),
        st.just(LineBreak()),
        st.sampled_from([Field("page"), Field("pages")]),
        *([st.sampled_from([NoteReference("n", "1"), NoteReference("m", "*")])] if notes else []),
    )

    def around(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        several = st.lists(inner, max_size=3).map(tuple)
        return st.one_of(
            st.builds(Strong, several),
            st.builds(Emphasis, several),
            st.builds(Span, several, ROLES, st.sampled_from(["", "fr", "ar", "zh-Hans"])),
            st.builds(Link, several, st.sampled_from(["https://un.org/?a=1&b=2", "mailto:a@b.c"])),
            st.builds(Quotation, several, st.just("unit")),
            st.builds(Insertion, several),
            st.builds(Deletion, several),
            st.builds(Highlight, several),
        )

    return st.lists(st.recursive(leaves, around, max_leaves=4), max_size=3).map(tuple)


def blocks(*, notes: bool = True) -> st.SearchStrategy[tuple[object, ...]]:
    words = inlines(notes=notes)
    leaves = st.one_of(
        st.builds(Paragraph, words, ROLES),
        st.builds(Heading, st.integers(1, 4), words, ANCHORS, WORDS, ROLES, new_page=st.booleans()),
        st.builds(Contents, st.integers(1, 4)),
        st.builds(
            HeatMap,
            st.just(("5", "9")),
            st.lists(st.tuples(WORDS, st.tuples(*[st.integers(0, 99)] * 2)), max_size=3).map(tuple),
            WORDS,
            ROLES,
        ),
    )

    def around(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        flow = st.lists(inner, max_size=2).map(tuple)
        items = st.lists(st.builds(ListItem, flow, LABELS), max_size=4).map(tuple)
        kinds = st.sampled_from(["labelled", "bullets"])
        cells = st.builds(Cell, flow, st.booleans())
        rows = st.builds(lambda a, b: Row((a, b)), cells, cells)
        some = st.lists(rows, max_size=2).map(tuple)
        return st.one_of(
            st.builds(ListBlock, items, kinds, ROLES),
            st.builds(Table, st.just((1.0, 2.0)), some, some, summary=WORDS),
            st.builds(Box, flow, st.sampled_from(["box", "body", "commitment"])),
            st.builds(ScanCode, st.just("a code"), WORDS, flow, ROLES),
        )

    return st.lists(st.recursive(leaves, around, max_leaves=5), max_size=4).map(tuple)


RUNNING = st.one_of(st.none(), st.builds(RunningLine, inlines(notes=False), inlines(notes=False)))
SECTIONS = st.builds(
    Section, blocks(), st.sampled_from(["cover", "body"]), RUNNING, RUNNING, st.booleans()
)
PACKS = st.builds(
    lambda title, language, sections, first, second: Pack(
        title, language, "2018-06-04", sections, (Note("n", "1", first), Note("m", "*", second))
    ),
    WORDS,
    st.sampled_from(["en", "fr", "ar"]),
    st.lists(SECTIONS, min_size=1, max_size=3).map(tuple),
    blocks(notes=False),
    blocks(notes=False),
).filter(lambda pack: _are_different([heading.anchor for heading in headings(pack)]))


def _are_different(names: list[str]) -> bool:
    return len(set(names)) == len(names)

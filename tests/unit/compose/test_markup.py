"""XHTML from a template becomes the tree, or every fault with its line in the template."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

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
    Paragraph,
    Quotation,
    Row,
    RunningLine,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.compose.markup import read_markup
from briefgen.errors import UnusableInput

ROLES = frozenset(
    ["body", "list", "table", "table-head", "box", "footnote", "quiet"]
    + [f"heading-{level}" for level in range(1, 5)]
)


def _read(inside: str) -> tuple[Section, ...]:
    return read_markup(f"<html><body>{inside}</body></html>", "t", ROLES)[0]


def _blocks(inside: str) -> tuple[object, ...]:
    return _read(f"<section>{inside}</section>")[0].blocks


def _faults(markup: str) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        read_markup(markup, "t", ROLES)
    return [str(one) for one in caught.value.diagnostics]


def test_every_element_becomes_its_block_or_inline() -> None:
    """The whole vocabulary, once."""
    blocks = _blocks("""
        <h1 id="a" data-label="Objective 9" data-unit="d/9/title" data-break="page">T</h1>
        <p class="quiet" lang="fr">x <strong>s</strong> <em>e</em><br/><ins>i</ins><del>d</del>
          <mark>m</mark>
          <a href="https://un.org">l</a><a data-note="n">1</a><span data-field="page-of"
          data-anchor="a"/>
        </p>
        <ol><li data-label="(a)" data-unit="d/9/a">act<ul><li>sub</li></ul></li></ol>
        <table data-widths="1 2" data-continued="c" data-summary="s">
          <thead><tr><th>H</th><th/></tr></thead><tbody><tr><td>x</td><td><p>y</p></td></tr></tbody>
        </table>
        <div><p>boxed</p></div><nav data-depth="3"/></section>
        <aside id="n" data-label="1">note</aside><section>""")
    heading, paragraph, listed, table, box, contents = blocks
    assert heading == Heading(
        1, (Quotation((Text("T"),), "d/9/title"),), "a", "Objective 9", "heading-1", new_page=True
    )
    assert paragraph == Paragraph(
        (
            Span(
                (
                    Text("x "),
                    Strong((Text("s"),)),
                    Text(" "),
                    Emphasis((Text("e"),)),
                    LineBreak(),
                    Insertion((Text("i"),)),
                    Deletion((Text("d"),)),
                    Text(" "),
                    Highlight((Text("m"),)),
                    Text(" "),
                    Link((Text("l"),), "https://un.org"),
                    NoteReference("n", "1"),
                    Field("page-of", "a"),
                ),
                language="fr",
            ),
        ),
        "quiet",
    )
    nested = ListBlock((ListItem((Paragraph((Text("sub"),), "list"),)),), "bullets", "list")
    act = Paragraph((Quotation((Text("act"),), "d/9/a"),), "list")
    assert listed == ListBlock((ListItem((act, nested), "(a)"),), "labelled", "list")
    head = Row((Cell((Paragraph((Text("H"),), "table-head"),), header=True), Cell((), header=True)))
    body = Row((Cell((Paragraph((Text("x"),), "table"),)), Cell((Paragraph((Text("y"),)),))))
    assert table == Table((1.0, 2.0), (head,), (body,), "table", "s", "c")
    assert box == Box((Paragraph((Text("boxed"),)),), "box")
    assert contents == Contents(3)


_NUMBERS = (
    "<table><thead><tr><th>Who</th><th>5</th></tr></thead>"
    "<tbody><tr><th>Unions</th><td>{}</td></tr></tbody></table>"
)


def test_a_figure_is_the_numbers_of_its_table() -> None:
    (figure,) = _blocks(f'<figure class="quiet" data-alt="Who">{_NUMBERS.format(2)}</figure>')
    assert figure == HeatMap(("5",), (("Unions", (2,)),), "Who", "quiet")


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        (f'<figure class="quiet">{_NUMBERS.format(2)}</figure>', "<figure> has no data-alt"),
        (f'<figure class="quiet" data-alt="Who">{_NUMBERS.format("two")}</figure>', "of numbers"),
        (f'<figure class="quiet" data-alt="Who">{_NUMBERS.format("-1")}</figure>', "of numbers"),
        ('<figure class="quiet" data-alt="Who"><p>2</p></figure>', "no single <table>"),
        (f'<figure data-alt="Who">{_NUMBERS.format(2)}</figure>', "has no role 'heat-map'"),
    ],
)
def test_a_figure_without_words_or_numbers_is_refused(figure: str, message: str) -> None:
    (fault,) = _faults(f"<html><body><section>{figure}</section></body></html>")
    assert message in fault


def test_a_table_may_name_its_sheet() -> None:
    (table,) = _blocks('<table data-sheet="Ties"><tbody><tr><td>a</td></tr></tbody></table>')
    assert isinstance(table, Table)
    assert table.sheet == "Ties"


def test_sections_carry_their_running_lines_and_shape() -> None:
    """Header and footer hold a left and a right side; a section may lie on its side."""
    (section,) = _read(
        '<section class="cover" data-landscape="true"><header><span class="left">L</span>'
        '<span class="right"><span data-field="page"/></span></header></section>'
    )
    assert section == Section(
        (), "cover", RunningLine((Text("L"),), (Field("page"),)), landscape=True
    )


def test_notes_stand_apart_with_their_marks() -> None:
    """An aside is a note, called from anywhere."""
    markup = (
        '<html><body><section><p>x<a data-note="n">4</a></p></section>'
        '<aside id="n" data-label="4">words</aside></body></html>'
    )
    _, notes = read_markup(markup, "t", ROLES)
    assert notes == (Note("n", "4", (Paragraph((Text("words"),), "footnote"),)),)


def test_white_space_of_the_template_is_not_in_the_words() -> None:
    """Runs of white space fold to one space, and none is left at either end."""
    (paragraph,) = _blocks("<p>\n   one\n   two \t<strong> three</strong>\n</p>")
    assert paragraph == Paragraph((Text("one two "), Strong((Text(" three"),))))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")))
def test_any_escaped_text_comes_through_as_it_is(words: str) -> None:
    """No character is read as markup, and none is lost but folded white space."""
    blocks = _blocks(f"<p>{escape(words)}</p>")
    expected = " ".join(part for part in words.split(" ") if part)
    assert blocks == (Paragraph((Text(expected),)) if expected else Paragraph(()),)


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<blink>x</blink>", "unknown element <blink>"),
        ('<p class="bodi">x</p>', "the style has no role 'bodi'\n  hint: did you mean 'body'?"),
        ('<p data-unti="a">x</p>', "unknown attribute 'data-unti' on <p>"),
        ("<li>x</li>", "<li> cannot stand in <section>"),
        ("<h1>x</h1>", "<h1> has no id"),
        ('<h1 id="a">x</h1><h2 id="a">y</h2>', "the id 'a' is used twice"),
        ("<ol><li>x</li></ol>", "an <li> in <ol> has no data-label"),
        ("words", "words stand loose in <section>: 'words'"),
        ('<p><a href="javascript:x">y</a></p>', "a link cannot go to 'javascript:x'"),
        ('<p><a href="file:///etc/passwd">y</a></p>', "a link cannot go to 'file:///etc/passwd'"),
        ('<p><a data-note="n">1</a></p>', "note 'n' is called but not given"),
        ('<p><span data-field="date"/></p>', "unknown field 'date'"),
        ('<table data-widths="1 x"><tbody/></table>', "data-widths '1 x' are not proportions"),
        ("<table><tbody><tr><td/></tr><tr><td/><td/></tr></tbody></table>", "as many columns"),
        ('<nav data-depth="9"/>', "data-depth '9' is not 1 to 4"),
        ("<header><p>x</p></header>", "a header or footer has"),
        ('<p><a href="#z">y</a></p>', "no heading has the id 'z'"),
        ('<p><span data-field="page-of" data-anchor="z"/></p>', "no heading has the id 'z'"),
        ('<p lang="!">x</p>', "'!' is not a language tag"),
        ('<p><span lang="!">x</span></p>', "'!' is not a language tag"),
        ('<b data-at="forged">x</b>', "unknown element <b> in <section>\n  hint: use <strong>"),
        ("<p><![CDATA[<b>]]></p>", "a template cannot hold '<![CDATA['"),
        ("<p>\ud800</p>", "a template cannot hold '\\ud800'"),
        ("<p>a & b</p>", "an '&' stands for itself"),
        ("<p>a</div>", "<p> is still open where </div> stands"),
        ("<p class=a>b</p>", "an attribute's value has no quotes"),
        ("<p>&nbsp;</p>", "'&nbsp;' is not known"),
        ("<div>" * 70 + "</div>" * 70, "nested more than 60 deep"),
    ],
)
def test_a_fault_is_told_with_its_place(inside: str, message: str) -> None:
    """Whatever the vocabulary does not have is an error at the nearest known line."""
    at = 'data-at="mine.xhtml.j2:7"'
    faults = _faults(f"<html><body><section {at}>{inside}</section></body></html>")
    assert len(faults) == 1
    assert faults[0].startswith("mine.xhtml.j2:7: error: ")
    assert message in faults[0]


def test_all_faults_are_told_at_once() -> None:
    """An author sees every fault in one run."""
    faults = _faults("<html><body><section><x/><y/></section><p/></body></html>")
    assert len(faults) == 3


@pytest.mark.parametrize(
    "markup",
    [
        '<!DOCTYPE html [<!ENTITY a "b">]><html><body/></html>',
        '<?xml version="1.0"?><html><body/></html>',
        "<html><body><section></body></html>",
        "<html><body><p>AT&T</p></body></html>",
        "<html><body>&nbsp;</body></html>",
        "",
        "<section/>",
    ],
)
def test_what_is_not_well_formed_is_refused(markup: str) -> None:
    """Document types, instructions, open tags and bare ampersands give a message, not a pack."""
    assert _faults(markup)

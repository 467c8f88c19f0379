"""A style, and a Pack with everything in it that a Pack can hold, in the words of real texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Deletion,
    Emphasis,
    Field,
    Heading,
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
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.resources import shipped
from briefgen.style_files import load_style

if TYPE_CHECKING:
    from briefgen.blocks import Blocks, Inline
    from briefgen.styles import Style


@pytest.fixture(scope="session")
def style() -> Style:
    return load_style(shipped("templates") / "styles" / "standard.yaml")


def words(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)


def quoted(text: str, unit: str, role: str = "body") -> Paragraph:
    return Paragraph((Quotation((Text(text),), unit),), role)


def labelled(role: str, *items: tuple[str, str]) -> ListBlock:
    return ListBlock(
        tuple(ListItem((quoted(text, f"u/{label}", role),), label) for label, text in items),
        "labelled",
        role,
    )


COMMITMENT = (
    "We commit to intensify joint efforts to prevent and counter smuggling of migrants by "
    "strengthening capacities and international cooperation to investigate, prosecute and "
    "penalize the smuggling of migrants in order to end the impunity of smuggling networks, while "
    "ensuring that smuggled migrants do not become liable to criminal prosecution solely for "
    "having been smuggled."
)
ACTIONS = (
    ("(a)", "Promote signature, ratification, accession and implementation of the Protocol"),
    ("(b)", "Use transnational and regional mechanisms to share relevant information"),
    ("(c)", "Develop cooperation protocols along migration routes that outline measures"),
    ("(f)", "Design, review or amend migration policies and procedures to distinguish crimes"),
    ("(g)", "Take measures to prevent the smuggling of migrants along the migration cycle"),
)
MEANS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Establish appropriate and accessible legal migration pathways to:",
        (
            "ensure balanced labour pools across all skill levels so companies get the workers;",
            "facilitate student mobility, consistent with SDG target 4.b;",
            "enhance social cohesion through family reunion policies;",
        ),
    ),
    (
        "Strengthen national efforts to combat migration related organized crime in particular",
        ("Build capacity of states to more effectively combat and prosecute the crimes",),
    ),
    ("Establish reception systems that provide essential needs on a fair basis", ()),
)


def cover() -> Section:
    facts = (
        ("Delegation", "Delegation of Example State"),
        ("Meeting", "Global Compact for Safe, Orderly and Regular Migration, fifth round"),
        ("Place", "Trusteeship Council Chamber, New York"),
        ("Dates", "4 to 8 June 2018"),
        ("Pack of", "4 June 2018"),
    )
    return Section(
        (
            words("Internal", "cover-marking"),
            words("Objectives 5, 9 and 10", "cover-title"),
            words("Briefing pack for the fifth round of negotiations", "cover-subtitle"),
            labelled("cover-facts", *facts),
            Box(
                (
                    words("What this pack quotes", "box-title"),
                    words("Draft Rev 2, 28 May 2018: a negotiating draft, not agreed.", "box-text"),
                    ListBlock(
                        (
                            ListItem((words("IOM inputs on governance & migration", "box-list"),)),
                            ListItem((words("and on the human dimension", "box-list"),)),
                        ),
                        role="box-list",
                    ),
                    words("The texts are quoted as they stand.", "box-text"),
                )
            ),
        ),
        role="cover",
    )


def bullets(means: tuple[tuple[str, tuple[str, ...]], ...], role: str = "table-list") -> ListBlock:
    return ListBlock(
        tuple(
            ListItem(
                (
                    words(text, role),
                    *(
                        (ListBlock(tuple(ListItem((words(t, role),)) for t in inner), role=role),)
                        if inner
                        else ()
                    ),
                )
            )
            for text, inner in means
        ),
        role=role,
    )


def table(*call: Inline) -> Table:
    heads = ("Recommendations/Actionable commitment", "Means of implementation", "Partnerships")

    def row(*call: Inline) -> Row:
        return Row(
            (
                Cell(
                    (words("Promote regular migration and counteract it", "table-row-head"),),
                    header=True,
                ),
                Cell((bullets(MEANS),)),
                Cell(
                    (
                        Paragraph(
                            (
                                Text("Whole of government, especially labour ministry"),
                                *call,
                                Text(", judicial authorities, law enforcement"),
                            ),
                            "table",
                        ),
                    )
                ),
            )
        )

    return Table(
        (24, 50, 26),
        (Row(tuple(Cell((words(text, "table-head"),), header=True) for text in heads)),),
        (row(*call), row(), row(), row()),
        summary="Rows of the IOM input",
        continued="continued",
    )


def body() -> Blocks:
    return (
        Contents(2),
        Heading(1, (Text("Draft Rev 2"),), "rev2", role="heading-1", new_page=True),
        Heading(
            2,
            (Text("Strengthen the transnational response to smuggling of migrants"),),
            "objective-9",
            label="Objective 9",
            role="heading-2",
        ),
        words("Draft Rev 2, paragraph 24 · negotiating draft, 28 May 2018", "locator"),
        labelled("commitment", ("24.", COMMITMENT)),
        quoted("In this regard, the following actions are instrumental:", "u/c", "chapeau"),
        labelled("list", *ACTIONS[:3]),
        words("[…]", "omission"),
        labelled("list", *ACTIONS[3:]),
        quoted(COMMITMENT, "u/25", "commitment"),
        Heading(2, (Text("Implementation"),), "implementation", role="heading-2"),
        ListBlock(
            (
                ListItem(
                    (
                        Paragraph(
                            (
                                Text("We will implement the Global Compact"),
                                NoteReference("n1", "1"),
                                Text(" through enhanced cooperation, with the "),
                                Emphasis((Text("Paris Agreement"),)),
                                NoteReference("n2", "2"),
                                Text(" in mind."),
                            ),
                            "paragraphs",
                        ),
                        words("A further paragraph of the same item.", "paragraphs"),
                        ListBlock(
                            (
                                ListItem(
                                    (
                                        words("The capacity-building mechanism:", "list"),
                                        labelled(
                                            "sub-list",
                                            ("(i)", "a connection hub"),
                                            ("(ii)", "a start-up fund"),
                                            ("(iii)", "a global knowledge platform"),
                                        ),
                                    ),
                                    "(a)",
                                ),
                                ListItem((words("A second sub-paragraph.", "list"),), "(b)"),
                            ),
                            "labelled",
                            "list",
                        ),
                    ),
                    "42.",
                ),
                ListItem((words("We decide to establish a mechanism.", "paragraphs"),), "43."),
            ),
            "labelled",
            "paragraphs",
        ),
        Heading(3, (Text("Table of the IOM"),), "iom", label="IOM input", role="heading-3"),
        table(NoteReference("n3", "3")),
        Paragraph(
            (
                Text("We see "),
                Link((Text("Objective 9"),), "#objective-9"),
                Text(" on page "),
                Field("page-of", "objective-9"),
                Text(", and "),
                Link((Text("the site"),), "https://www.un.org/a?b=1&c=2"),
                Text(". "),
                Strong((Text("Bold, "), Emphasis((Text("both"),)))),
                LineBreak(),
                Highlight((Text("words found"),)),
                Text(", "),
                Insertion((Text("words added"),)),
                Text(" and "),
                Deletion((Text("words taken out"),)),
                Text(", in "),
                Span((Text("français"),), language="fr"),
                Text(", "),
                Span((Text("العربية"),), language="ar"),
                Text(" and "),
                Span((Text("quiet"),), role="quiet"),
                Text(". Literal: <b>&amp; {{ x }} ]]> *_ \u00a0\u200f\u00ad"),
            ),
            "own",
        ),
        ListBlock(
            (
                ListItem((words("A point to make.", "points"),)),
                ListItem((words("Another, with one inside:", "points"),
                          ListBlock((ListItem((words("inner", "points"),)),), role="points"))),
            ),
            role="points",
        ),
    )  # fmt: skip


def running(left: str) -> tuple[RunningLine, RunningLine]:
    return (
        RunningLine(
            (Text("Objectives 5, 9 and 10 · Delegation of Example State"),),
            (Span((Text("Internal"),), role="marking"),),
        ),
        RunningLine((Text(left),), (Field("page"), Text(" of "), Field("pages"))),
    )


@pytest.fixture(scope="session")
def rich_pack() -> Pack:
    header, footer = running("Text quoted: Draft Rev 2, 28 May 2018. Negotiating draft, not agreed")
    return Pack(
        title="Objectives 5, 9 and 10",
        language="en",
        date="2018-06-04",
        author="Delegation of Example State",
        subject="Fifth round of negotiations",
        keywords=("migration", "smuggling"),
        sections=(
            cover(),
            Section(body(), header=header, footer=footer),
            Section((table(),), header=header, footer=footer, landscape=True),
            Section(
                (
                    Heading(1, (Text("Sources"),), "sources"),
                    words("Draft Rev 2", "source-title"),
                    words("A negotiating draft.", "sources"),
                )
            ),
        ),
        notes=(
            Note("n1", "1", (words("A note on core treaties.", "footnote"),)),
            Note("n2", "2", (words("FCCC/CP/2015/10/Add.1.", "footnote"), words("More of it."))),
            Note("n3", "3", (words("A note from a cell.", "footnote"),)),
        ),
    )

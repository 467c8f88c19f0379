"""The raw check names every trap of the sources that changes meaning or breaks structure."""

from __future__ import annotations

import pytest

from briefgen.corpus import check_raw
from briefgen.corpus.lint import Finding
from briefgen.diagnostics import Diagnostic, Severity

FINAL, DRAFT = "002_80b36abd0d576062.txt", "004_06834b01601389ae.txt"
HUMAN, SECOND, GOVERNANCE = (
    "000_0dbaa97919176bd3.txt",
    "001_7e204c19351d5e84.txt",
    "003_76a64e9c476fc1e3.txt",
)

TRAPS = [
    # The final text: file, line, rule, words of the message.
    (FINAL, 239, "doubled-text", "gcm-final/20/title: repeats gcm-final/2/title"),
    *(
        (FINAL, 241 + at, "doubled-text", f"gcm-final/20/{letter}: repeats gcm-final/2/{letter}")
        for at, letter in enumerate("abcdefghijkl")
    ),
    (FINAL, 19, "digit-on-word", "'Agreement4'"),
    (FINAL, 241, "digit-on-word", "'Agreement4'"),
    (FINAL, 215, "stray-number", "26 stands between 'in' and 'countries'"),
    (FINAL, 25, "cut-off", "gcm-final/2/g: it ends in ','"),
    (FINAL, 6, "version-differs", '"dedicated training, financial support"'),
    (FINAL, 20, "version-differs", '"good governance, access to"'),
    (FINAL, 280, "lost-comma", "'States international'"),
    (FINAL, 2, "no-commitment", "no objective of this document has a commitment"),
    # The final text, slips that show in print.
    *(
        (FINAL, line, "lost-space", words)
        for line, words in (
            (5, "systems,including"),
            (5, "migrants,as"),
            (9, "economic,social"),
            (13, "migration,remittance"),
            (13, "occupation,living"),
            (24, "individuals,resilience"),
            (246, "individuals,resilience"),
        )
    ),
    (FINAL, 195, "version-differs", "'of'"),
    (FINAL, 218, "version-differs", "no hyphen"),
    # The draft: sentences cut by a page end, notes in the gap, lists that go on.
    *(
        (DRAFT, line, "mended", "sentence joined over a page")
        for line in (91, 106, 197, 212, 229, 263, 340, 400, 420, 438, 456, 530)
    ),
    *((DRAFT, line, "mended", "note lifted out") for line in (85, 87, 89, 210)),
    *(
        (DRAFT, line, "mended", "list goes on after a blank line")
        for line in (161, 184, 246, 281, 306, 354, 474, 515, 597)
    ),
    (DRAFT, 161, "mended", "table rule taken off to line 170"),
    *((DRAFT, line, "mended", "stands as deep as the item") for line in (567, 573, 577)),
    (DRAFT, 597, "mended", "gcm-rev2/para/48/d: indented otherwise"),
    (DRAFT, 119, "mended", "10 units have names for labels, up to line 137"),
    (DRAFT, 100, "mended", "emphasis mark"),
    (DRAFT, 19, "mended", "image description left out"),
    *(
        (DRAFT, line, "list-title", f"gcm-rev2/list/{number}")
        for line, number in ((148, 4), (157, 13), (165, 18), (168, 21))
    ),
    (DRAFT, 377, "misspelt", "'Institutionst'"),
    (DRAFT, 557, "lost-comma", "'States international'"),
    (DRAFT, 564, "lost-stop", "'We'"),
    (DRAFT, 565, "misspelt", "'Members'"),
    (DRAFT, 486, "end-of-unit", "gcm-rev2/19/commitment"),
    (DRAFT, 89, "lost-space", "(No.143)"),
    # The input on the human dimension, and its second transcript.
    *((HUMAN, line, "mended", "bullet in a cell of its own") for line in range(12, 18)),
    (HUMAN, 12, "mended", "iom-human/2/recommendation: row goes on"),
    (HUMAN, 12, "mended", "iom-human/2/partnerships: row goes on"),
    (HUMAN, 3, "mended", "iom-human/1/partnerships: cell goes on beside"),
    (HUMAN, 17, "mended", "iom-human/3/partnerships: cell goes on beside"),
    (SECOND, 5, "mended", "(lines 5 to 10), amid 'development actors'"),
    (SECOND, 155, "mended", "(lines 155 to 159), amid 'diaspora groups, private sector and the'"),
    (SECOND, 2, "mended", "iom-human/head/recommendation: its words lie apart (lines 2 to 3)"),
    (SECOND, 17, "mended", "14 bullets stand on lines of their own"),
    # The input on governance.
    (GOVERNANCE, 8, "mended", "table rule"),
    (GOVERNANCE, 14, "mended", "table rule"),
    (GOVERNANCE, 7, "mended", "iom-governance/2/means/1/a: row goes on over a page"),
    (GOVERNANCE, 7, "mended", "iom-governance/2/partnerships: row goes on over a page"),
    (GOVERNANCE, 10, "mended", "iom-governance/2/means/2/b: row goes on over a page"),
    (GOVERNANCE, 13, "mended", "iom-governance/3/means/3: row goes on over a page"),
    (GOVERNANCE, 7, "mended", "nested otherwise than their glyphs say"),
    (GOVERNANCE, 10, "mended", "nested otherwise than their glyphs say"),
]


@pytest.fixture(scope="module")
def raw() -> list[Diagnostic]:
    return check_raw()


@pytest.mark.parametrize(("file", "line", "rule", "words"), TRAPS)
def test_each_trap_is_named_with_its_place(
    raw: list[Diagnostic], file: str, line: int, rule: str, words: str
) -> None:
    assert any(
        isinstance(one, Finding)
        and one.rule == rule
        and words in one.message
        and one.place is not None
        and (one.place.file, one.place.line) == (file, line)
        for one in raw
    )


def test_what_the_import_mended_is_a_note_and_wants_no_row(raw: list[Diagnostic]) -> None:
    for one in raw:
        assert isinstance(one, Finding)
        if one.rule == "mended":
            assert one.severity is Severity.NOTE
            assert one.suggestion("2018-06-04") is None
        else:
            assert one.suggestion("2018-06-04") is not None


def test_documents_can_be_chosen(raw: list[Diagnostic]) -> None:
    """What is told of one document is the same with or without the others."""
    chosen = check_raw(only={"iom-governance"})
    assert chosen == [one for one in raw if one.place and one.place.file == GOVERNANCE]

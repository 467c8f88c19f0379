"""Takes in a PDF by its text layer, line by line; what could not be decided is reported.

Enters: bytes. Leaves: a passage for each line, with its page. Heads, feet and turned words are left
out; pieces that stand side by side are passages of style "side-by-side", never joined: a PDF does
not say whether they are a table. Joining lines to paragraphs is for the description to say.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.model import Passage, Word
from briefgen.corpus.intake.pdf.glyphs import LINE_END_HYPHEN, read_pages, read_texts
from briefgen.corpus.intake.pdf.hyphens import division, joined, vocabulary
from briefgen.corpus.intake.pdf.lines import mark_apart, rows_of
from briefgen.corpus.intake.pdf.margins import DIGITS, running_rows
from briefgen.corpus.intake.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.pdf.glyphs import Page
    from briefgen.corpus.intake.pdf.lines import Piece, Row
    from briefgen.corpus.intake.wording import Property

APART: Final = "side-by-side"
_GAP: Final = 1.6
"""A line that stands so many times its height below the last has a gap before it."""
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def read_pdf(data: bytes, findings: Findings) -> tuple[tuple[Passage, ...], tuple[()]]:
    """Read a document.

    Raises:
        UnusableInput: the file cannot be read, or has no text layer.
    """
    pages = [(page, rows_of(page)) for page in read_pages(data, findings)]
    running = running_rows(pages)
    _report_running(running, findings)
    left_out = {id(row) for _, row in running}
    passages: list[Passage] = []
    for page, every in pages:
        rows = [row for row in every if id(row) not in left_out]
        mark_apart(rows)
        _report_page(page, rows, findings)
        passages += _passages(page, rows, findings)
    return tuple(_without_divisions(passages, findings)), ()


def words_in_pdf(data: bytes, findings: Findings) -> Iterator[Word]:
    """Give the words in the order of the file, before lines are made of them.

    Raises:
        UnusableInput: as :func:`read_pdf` does.
    """
    for page, text in enumerate(read_texts(data, findings), start=1):
        for line, words in enumerate(text.splitlines(), start=1):
            for word in words.split():
                yield Word(word, line, page)


def _passages(page: Page, rows: list[Row], findings: Findings) -> Iterator[Passage]:
    last: Row | None = None
    for row in rows:
        blank = last is not None and last.bottom - row.bottom > _GAP * (row.top - row.bottom)
        groups = [[one] for one in row.pieces] if row.apart else [row.pieces]
        for pieces in groups:
            wording = Wording()
            for piece in pieces:
                wording.add(" ")
                _add(piece, wording)
            findings.see(wording.raw(), row.line, -1)
            text, spans = wording.folded()
            style = APART if row.apart else ""
            yield Passage(text, row.line, spans, style=style, page=page.number, blank_before=blank)
        last = row


def _add(piece: Piece, wording: Wording) -> None:
    for one in piece.glyphs:
        held: list[Property] = []
        if "bold" in one.font:
            held.append(("strong", ""))
        if "italic" in one.font or "oblique" in one.font:
            held.append(("emphasis", ""))
        wording.add("-" if one.text == LINE_END_HYPHEN else one.text, held)


def _without_divisions(passages: list[Passage], findings: Findings) -> Iterator[Passage]:
    """Join words that are divided over lines where that is certain; report the others."""
    known = vocabulary(one.text for one in passages)
    rest = list(passages)
    for at, (one, following) in enumerate(itertools.pairwise(passages)):
        first, second = rest[at], rest[at + 1]
        found = "none" if APART in {one.style, following.style} else division(one, following, known)
        if found == "unsure":
            findings.remark(
                f"page {one.page}: the hyphen at the line's end may belong to the word, or not:"
                f" '{first.text.split()[-1]}'",
                one.line,
                "compare it with the original",
            )
        elif found != "none":
            rest[at], rest[at + 1] = joined(first, second, keep_hyphen=found == "hyphened")
            findings.left_out += [first.text.split()[-1], second.text.split()[0]]
            findings.made.append(rest[at].text.split()[-1])
    yield from (one for one in rest if one.text)


def _report_running(running: list[tuple[int, Row]], findings: Findings) -> None:
    """Report each head or foot once, with its pages."""
    pages: dict[str, list[int]] = {}
    for number, row in running:
        findings.left_out += row.text.split()
        pages.setdefault(DIGITS.sub("#", row.text), []).append(number)
    for words, numbers in pages.items():
        findings.remark(
            f"a running head or foot was left out: '{words}' (pages {spelled(numbers)})"
        )


def _report_page(page: Page, rows: list[Row], findings: Findings) -> None:
    """Report what a page holds that could not be decided."""
    if not page.glyphs:
        findings.remark(f"page {page.number} has no text layer")
        return
    if page.unseen:
        findings.remark(f"page {page.number}: the text lies unseen under a picture; compare it")
    turned = "".join(" " if one.made else one.text for one in page.glyphs if one.turned).split()
    if turned:
        findings.left_out += turned
        findings.remark(f"page {page.number}: turned words were left out: '{' '.join(turned)}'")
    apart = [row.line for row in rows if row.apart]
    if apart:
        noun = "line" if len(apart) == 1 else "lines"
        findings.remark(
            f"page {page.number}, {noun} {spelled(apart)}: words stand side by side; whether they"
            " are a table or columns could not be decided, so each piece stands by itself",
            apart[0],
            "take them in from a Word file, or as a table in tab-separated text",
        )
    for row in rows:
        for piece in row.pieces:
            if piece.raised:
                findings.remark(
                    f"page {page.number}: '{piece.raised}' stands raised and may be a note's mark;"
                    " it was kept as a word",
                    row.line,
                )
    if any(_RIGHT_TO_LEFT.search(row.text) for row in rows):
        findings.remark(f"page {page.number} has words from right to left; compare their order")


def spelled(numbers: list[int]) -> str:
    """Give numbers in order as "1-3, 5"."""
    runs: list[list[int]] = []
    for one in sorted(set(numbers)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)

"""Numbered copies that change alike are one; others are told apart."""

from __future__ import annotations

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.corrigenda.model import Change, Corrigendum, PrintedFile
from briefgen.corrigenda.numbered_copies import copies_lines, together
from briefgen.corrigenda.wording import Piece
from briefgen.verify.model import Delivered


def _changed(copy: int, words: str = "new") -> Corrigendum:
    name = f"pack-copy-{copy}.pdf" if copy else f"{words}.pdf"
    file = PrintedFile(Delivered(name, "pdf", ()), copy=copy, copies=12 if copy else 0)
    return Corrigendum(file, file, (Change("changed", (Piece("added", words),)),))


def test_copies_that_change_alike_are_one_group() -> None:
    """Copies in a row are named by the first and the last."""
    found = together(_changed(copy) for copy in (3, 1, 2, 7, 9, 10))
    assert [len(group) for group in found] == [6]
    lines = list(copies_lines(found, load_furniture("en", [shipped("templates")])))
    assert [line.partition(".")[0] for line in lines] == [
        "Numbered copies to change: 1\N{EN DASH}3, 7, 9\N{EN DASH}10"
    ]


def test_other_changes_and_other_files_are_other_groups() -> None:
    found = together([_changed(1), _changed(2, "other"), _changed(0), _changed(0, "second")])
    assert [len(group) for group in found] == [1, 1, 1, 1]
    lines = list(copies_lines(found, load_furniture("en", [shipped("templates")])))
    assert len(lines) == 2

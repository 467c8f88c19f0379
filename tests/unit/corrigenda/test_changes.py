"""Changes are told once each, in the order of the new pack, by what can be read of them."""

from __future__ import annotations

import pytest
from revised_packs import TEMPLATES

from briefgen.compose.furniture import load_furniture
from briefgen.corrigenda.changes import find_changes
from briefgen.corrigenda.model import Change, PrintedFile, PrintedPage
from briefgen.verify.model import Delivered, Passage, Run, Spot, Turn

TEXTS = ["Protect all migrants", "Strengthen every border", "Invest in skills", "Count all people"]


def items(texts: list[str], *, page: int = 1) -> list[Passage]:
    """Make lettered actions under a heading."""
    heading = Passage((Run("Title of the objective"),), Spot(page), level=1)
    labels = [f"({chr(ord('a') + at)})" for at in range(len(texts))]
    return [
        heading,
        *(
            Passage((Run(text),), Spot(page), label=label, turns=(Turn(0, page),))
            for label, text in zip(labels, texts, strict=True)
        ),
    ]


def file(passages: list[Passage], *lines: str, contents: str = "") -> PrintedFile:
    entries = (Passage((Run(contents),), Spot(1)),) if contents else ()
    delivered = Delivered("pack.pdf", "pdf", tuple(passages), contents=entries)
    return PrintedFile(delivered, pages=(PrintedPage(595, 842, "1", "", lines),))


def changes(old: PrintedFile, new: PrintedFile) -> list[Change]:
    return list(find_changes(old, new, load_furniture("en", TEMPLATES)))


def words(change: Change, *parts: str) -> str:
    return " ".join(piece.words for piece in change.pieces if piece.part in parts)


def test_the_same_words_are_no_change() -> None:
    """Nothing is told."""
    assert changes(file(items(TEXTS)), file(items(TEXTS))) == []


def test_a_new_action_moves_letters_on_and_this_is_told_once() -> None:
    """(b) to (d) are now (c) to (e); no words of theirs have changed."""
    new = [*TEXTS[:1], "An action that no one had thought of", *TEXTS[1:]]
    added, labels = changes(file(items(TEXTS)), file(items(new)))
    assert (added.kind, added.new) == ("added", 2)
    assert labels.kind == "labels"
    assert words(labels, "gone") == "(b)\N{EN DASH}(d)"
    assert words(labels, "added") == "(c)\N{EN DASH}(e)"


def test_what_is_gone_is_told_where_it_stood() -> None:
    """Between its neighbours, with the words that were there, and on its old page."""
    old = items(TEXTS, page=7)
    new = [*old[:2], *old[3:]]
    new[3] = Passage((Run("Count all the people"),), Spot(7), label="(d)")
    gone, changed = changes(file(old), file(new))
    assert (gone.kind, gone.pages) == ("removed", (7,))
    assert words(gone, "gone") == f"(b) {TEXTS[1]}"
    assert (changed.kind, words(changed, "added")) == ("changed", "the")


@pytest.mark.parametrize(
    ("gone", "told"), [(0, ["removed", "changed"]), (3, ["changed", "removed"])]
)
def test_what_is_gone_is_told_between_what_was_changed_around_it(
    gone: int, told: list[str]
) -> None:
    """Before or behind it, as it stood."""
    old = items(TEXTS)[1:]
    new = list(old)
    new[1] = Passage((Run("Strengthen every single border"),), Spot(1), label="(b)")
    del new[gone]
    assert [one.kind for one in changes(file(old), file(new))] == told


def test_signs_of_omissions_alone_are_not_told() -> None:
    """There is nothing to read in them."""
    sign = Passage((Run("[\N{HORIZONTAL ELLIPSIS}]"),), Spot(1))
    assert changes(file(items(TEXTS)), file([*items(TEXTS), sign])) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("Internal", "1 of 9"), ("Confidential", "1 of 9"), "Internal > Confidential"),
        (("Draft Rev 2, 28 May", "1 of 9"), ("Draft Rev 3, 28 May", "1 of 9"), "2, > 3,"),
        (("Pack", "1 of 9"), ("Pack", "1 of 11"), ""),
        (("Pack", "1 of 9"), ("Pack", "2 of 9"), ""),
        (("Objective 5", "Pack"), ("Pack",), ""),
    ],
)
def test_running_lines_that_became_others_are_told(
    old: tuple[str, ...], new: tuple[str, ...], told: str
) -> None:
    """Numbers of pages are not; nor is a line that went with its pages."""
    found = changes(file(items(TEXTS), *old), file(items(TEXTS), *new))
    shown = [f"{words(one, 'gone')} > {words(one, 'added')}" for one in found]
    assert shown == ([told] if told else [])


def test_numbers_that_do_not_count_are_no_riddle_in_a_note() -> None:
    (told,) = changes(file(items(TEXTS), "Draft 1 of 9"), file(items(TEXTS), "Final 2 of 9"))
    assert words(told, "added", "kept") == "Final \N{HORIZONTAL ELLIPSIS}"


def test_a_contents_list_with_other_numbers_is_told() -> None:
    """Once, whatever has changed in it."""
    old = file(items(TEXTS), contents="Objective 5 12")
    (told,) = changes(old, file(items(TEXTS), contents="Objective 5 14"))
    assert (told.kind, told.pages) == ("contents", (1,))


def test_a_page_knows_the_words_that_it_has_lost() -> None:
    """By what stood beside them; what filled a page of its own is missed on no other."""
    first, second = items(TEXTS, page=1), items(["Another text", "And one more of them"], page=2)
    (gone,) = changes(file([*first, *second]), file([*first[:-1], *second]))
    assert (gone.kind, gone.lost) == ("removed", (1,))
    alone = Passage((Run("Nothing of this is left"),), Spot(3), turns=(Turn(0, 3),))
    (gone,) = changes(file([*first, *second, alone]), file([*first, *second]))
    assert (gone.kind, gone.lost) == ("removed", ())

"""The note that goes with exchanged sheets: what to do at the copier, and what has changed.

Enters: the corrigenda of one or several files, the revision, the corpus. Leaves: a ``Pack``, made
by the template ``_corrigendum``, and the page that shows the words of a stamp.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefgen.compose.furniture import Furniture, load_furniture
from briefgen.compose.pages import PageData, compose_page
from briefgen.corrigenda.citing import Places, short
from briefgen.corrigenda.wording import Piece, shortened
from briefgen.verify import manifest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.corrigenda.model import Change, Corrigendum, Exchange
    from briefgen.corrigenda.reprinting import Revision
    from briefgen.styles import Style


class Subject(Struct, frozen=True):
    """What a note is about: the corrigenda of files, and files that came or went as a whole.

    Of numbered copies that change alike there is one; ``remarks`` tell which they are.
    ``others_stay`` tells that the set has files besides, which stay as they are.
    """

    title: str
    corrigenda: tuple[Corrigendum, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    others_stay: bool = False


def stamp_page(words: str, style: Style, folders: Sequence[Path], language: str) -> Pack:
    """Make a page that shows the words of a stamp and nothing else."""
    page = PageData(words, {"words": words}, language)
    return compose_page("_revision-stamp", page, folders, frozenset(style.roles))


def note_pack(
    subject: Subject, revision: Revision, corpus: Corpus, style: Style, folders: Sequence[Path]
) -> Pack:
    """Make the note.

    Raises:
        UnusableInput: there are no words for the language, or the template is wrong.
    """
    language = subject.corrigenda[0].new.language
    furniture = load_furniture(language, folders)
    files = [
        _File(one, corpus, furniture, named=len(subject.corrigenda) > 1)
        for one in subject.corrigenda
    ]
    values = {
        "title": subject.title,
        "marking": furniture.listed(_each(_marking(one) for one in subject.corrigenda)),
        "delegation": furniture.listed(_each(one.new.delegation for one in subject.corrigenda)),
        "revision": revision.words,
        "steps": [
            *(step for one in files for step in one.steps()),
            *_whole_files(subject, furniture),
        ],
        "sheets": _sheets_in_all(subject, revision, furniture),
        "remarks": _each([*subject.remarks, *(line for one in files for line in one.remarks())]),
        "changes": [change for one in files for change in one.changes()],
        "whole": bool(subject.added or subject.removed),
        "paged": any(one.new.pages or one.old.pages for one in subject.corrigenda),
        "told": all(one.new.pages and one.old.pages for one in subject.corrigenda),
    }
    title = furniture.said_of(subject.title, furniture["corrigendum"])
    page = PageData(title, values, language, revision.date)
    return compose_page("_corrigendum", page, folders, frozenset(style.roles))


def _marking(corrigendum: Corrigendum) -> str:
    """Give who may read a pack: the note quotes its words, so it goes to nobody else."""
    return manifest_of(corrigendum.new.delivered).identity.marking


def _each(words: Iterable[str]) -> list[str]:
    """Give words once each, in their order, without empty ones."""
    return [one for one in dict.fromkeys(words) if one]


def _sheets_in_all(subject: Subject, revision: Revision, furniture: Furniture) -> str:
    """Say how many sheets of files that stay are printed for each copy, "" for none."""
    count = sum(len(step.put) for one in subject.corrigenda for step in one.exchanges)
    words = furniture.fill("corrigendum-sheets-in-all", sheets=count, stamp=revision.words)
    stay = subject.others_stay or any(one.stay for one in subject.corrigenda)
    told = [words] if count else []
    return " ".join([*told, furniture["corrigendum-others-stay"]] if stay else told)


def _whole_files(subject: Subject, furniture: Furniture) -> Iterator[dict[str, Any]]:
    """Give the rows of files that came or went as a whole."""
    nothing = [furniture["corrigendum-nothing"]]
    for name in subject.added:
        words = furniture.fill("corrigendum-new-file", file=name)
        yield {"file": "", "out": nothing, "put": [words]}
    for name in subject.removed:
        words = furniture.fill("corrigendum-old-file", file=name)
        yield {"file": "", "out": [words], "put": nothing}


class _File:
    """What a note says of one file."""

    def __init__(
        self, corrigendum: Corrigendum, corpus: Corpus, furniture: Furniture, *, named: bool
    ) -> None:
        self._it = corrigendum
        self._words = furniture
        self._old = Places(corrigendum.old, corpus, furniture)
        self._new = Places(corrigendum.new, corpus, furniture)
        self._name = PurePath(corrigendum.new.name).name if named else ""

    def steps(self) -> Iterator[dict[str, Any]]:
        """Give the rows of the table of sheets."""
        for step in self._it.exchanges:
            out, put = self._old.sheets(step.out), self._new.sheets(step.put)
            if len(out) == len(put) and step.out and step.put:
                for one, other in zip(out, put, strict=True):
                    yield self._step([one], [other])
            elif not step.out:
                yield self._step([self._words["corrigendum-nothing"]], [*put, self._where(step)])
            elif not step.put:
                yield self._step(out, [self._words["corrigendum-nothing"]])
            else:
                yield self._step(out, put)

    def _step(self, out: list[str], put: list[str]) -> dict[str, Any]:
        return {"file": self._name, "out": out, "put": put}

    def _where(self, step: Exchange) -> str:
        if step.after is None:
            return self._words["corrigendum-at-front"]
        (after,) = self._old.sheets([step.after])
        return self._words.fill("corrigendum-after", sheet=after)

    def remarks(self) -> Iterator[str]:
        """Give what else is to be known of the sheets."""
        if not self._it.new.pages or not self._it.old.pages:
            yield self._words["corrigendum-only-pdf"]
            return
        if self._it.set_anew and self._it.changes:
            named = self._new.pages_of_parts(self._it.set_anew)
            yield self._words.fill("corrigendum-set-anew", pages=named)
        if self._it.unsaid:
            yield self._words["corrigendum-unsaid"]

    def changes(self) -> Iterator[dict[str, Any]]:
        """Give the rows of the table of changes; what changed in a row at one place is one."""
        for row, changes in groupby(self._it.changes, self._row):
            yield {**row, "lines": [line for one in changes for line in self._lines(one)]}

    def _row(self, change: Change) -> dict[str, str]:
        """Say where a change is."""
        new = change.new is not None
        places, passage = (self._new, change.new) if new else (self._old, change.old)
        place, heading = "", ""
        if passage is None:
            place = self._words["contents" if change.kind == "contents" else "corrigendum-running"]
        else:
            place = places.locator(passage, whole=change.whole)
            heading = places.objective(passage)
        return {
            "file": self._name,
            "place": place,
            "heading": heading if heading not in place else "",
            "page": self._pages(change),
        }

    def _pages(self, change: Change) -> str:
        """Name the pages of a change; those of words that are gone are the old ones."""
        gone = change.kind == "removed"
        if not change.pages or not (self._it.old if gone else self._it.new).pages:
            return ""
        if not gone:
            return self._new.pages(change.pages)
        return self._words.fill("corrigendum-old-place", place=self._old.pages(change.pages))

    def _lines(self, change: Change) -> Iterator[dict[str, Any]]:
        """Give the lines of a change, each with its label and its words."""
        pieces = shortened(change.pieces)
        match change.kind:
            case "changed" | "running" | "labels":
                if change.kind == "labels":
                    yield {"label": self._words["corrigendum-labels"], "pieces": []}
                yield self._line("for", [one for one in pieces if one.part != "added"])
                yield self._line("read", [one for one in pieces if one.part != "gone"])
            case "added":
                yield self._line("insert-whole" if change.whole else "insert", pieces)
            case "removed":
                yield self._line("delete-whole" if change.whole else "delete", pieces)
            case "moved":
                words = [Piece("kept", short(one.words)) for one in change.pieces]
                yield {"label": self._moved(change), "pieces": [*map(_piece, words)]}
            case "contents":
                yield {"label": "", "pieces": [_piece(_said(self._words))]}

    def _line(self, key: str, pieces: Sequence[Piece]) -> dict[str, Any]:
        return {"label": self._words[f"corrigendum-{key}"], "pieces": [*map(_piece, pieces)]}

    def _moved(self, change: Change) -> str:
        if change.whole:
            before = self._new.chapter_before(change.new or 0)
            key = "corrigendum-moved-after" if before else "corrigendum-moved-front"
            return self._words.fill(key, place=before)
        before, after = self._old.place_of(change.old or 0), self._new.place_of(change.new or 0)
        return self._words.fill("corrigendum-moved", **{"from": before, "to": after})


def _said(words: Furniture) -> Piece:
    return Piece("kept", words["corrigendum-contents"])


def _piece(piece: Piece) -> dict[str, str]:
    return {"part": piece.part, "words": piece.words}

"""The index: every word of some documents, in a database of SQLite's FTS5 that lives in memory.

Enters: documents. Leaves: for an expression, the rows that hold it, best first, and where in their
texts the words stand. It is made anew for each run, in about 20 ms for the shipped documents, so
that it can never be stale; a row is the place of a unit in the list that it was made from.
"""

from __future__ import annotations

import json
import re
import sqlite3
from typing import TYPE_CHECKING, Final, NamedTuple

from briefgen.corpus.folding import fold_name, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.model import Unit

_OPEN, _CLOSE = "\x02", "\x03"
"""What SQLite sets around found words; texts hold no control characters, or lose these two."""
_CLEAN: Final = str.maketrans({_OPEN: " ", _CLOSE: " "})
_HYPHENS: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)+")
_ONLY: Final = "(?2 IS NULL OR document IN (SELECT value FROM json_each(?2)))"
_RANKS: Final = f"SELECT rowid, rank FROM units WHERE units MATCH ?1 AND {_ONLY}"  # noqa: S608 - constants
_COUNT: Final = f"SELECT count(*) FROM units WHERE units MATCH ?1 AND {_ONLY}"  # noqa: S608 - constants
_HIGHLIGHTS: Final = (
    "SELECT rowid, highlight(units, 0, ?1, ?2) FROM units WHERE units MATCH ?3"
    " AND (?4 IS NULL OR +rowid IN (SELECT value FROM json_each(?4)))"
)
"""The plus sign keeps SQLite from looking the words up again for each row."""
_TOKENIZER: Final = "unicode61 remove_diacritics 2"

Spans = tuple[tuple[int, int], ...]


class Row(NamedTuple):
    """A unit that holds an expression, by its place in the list; the better, the higher the score.

    ``spans`` are the characters of its text, ends not included, that are what was looked for.
    """

    at: int
    score: float
    spans: Spans


class Index:
    """The words of some units; ``stems`` says that "migrating" is to find "migration"."""

    def __init__(self, units: Sequence[Unit], *, stems: bool = False) -> None:
        self._hyphened = _hyphened(units)
        tokenizer = f"porter {_TOKENIZER}" if stems else _TOKENIZER
        self._database = database = sqlite3.connect(":memory:", isolation_level=None)
        database.execute(
            "CREATE VIRTUAL TABLE units USING fts5"
            f"(text, document UNINDEXED, tokenize='{tokenizer}')"
        )
        rows = ((at, unit.text.translate(_CLEAN), unit.document) for at, unit in enumerate(units))
        database.execute("BEGIN")
        database.executemany("INSERT INTO units (rowid, text, document) VALUES (?, ?, ?)", rows)
        database.execute("COMMIT")

    def find(
        self, expression: str, documents: Sequence[str] = (), limit: int | None = None
    ) -> list[Row]:
        """Give the rows that hold an expression, best first, equals in the order of the sources."""
        ranked = sorted(
            (round(rank, 12), at)
            for at, rank in self._database.execute(_RANKS, (expression, _listed(documents)))
        )[:limit]
        if not ranked:
            return []
        wanted = None if limit is None else _listed([at for _, at in ranked])
        marks = (_OPEN, _CLOSE, expression, wanted)
        texts = dict(self._database.execute(_HIGHLIGHTS, marks).fetchall())
        return [Row(at, -score, tuple(_stretches(texts[at]))) for score, at in ranked]

    def count(self, expression: str, documents: Sequence[str] = ()) -> int:
        """Give how many rows hold an expression."""
        counted = self._database.execute(_COUNT, (expression, _listed(documents)))
        return int(counted.fetchone()[0])

    # ------------------------------------------------------------ how words are written

    def parts(self, word: str, *, prefix: bool) -> list[tuple[str, ...]]:
        """Give the words that make up this one where the texts write it with hyphens."""
        folded = fold_word(word)
        if not prefix:
            return self._hyphened.get(folded, [])
        found = {
            cut: None
            for joined, ways in self._hyphened.items()
            if joined.startswith(folded)
            for parts in ways
            if len(cut := _cut(parts, folded)) > 1
        }
        return list(found)

    def knows(self, word: str, *, prefix: bool = False) -> bool:
        """Tell whether a word occurs in the texts, or a beginning of one."""
        folded = fold_word(word)
        beyond = f"{folded}\U0010ffff" if prefix else folded
        self._open_vocabulary()
        return bool(
            self._database.execute(
                "SELECT 1 FROM vocabulary WHERE term >= ? AND term <= ? LIMIT 1", (folded, beyond)
            ).fetchone()
        )

    def words_like(self, word: str) -> list[str]:
        """Give the words of the texts that are about as long as this one, the commonest first."""
        self._open_vocabulary()
        found = self._database.execute(
            "SELECT term FROM vocabulary WHERE length(term) BETWEEN ? AND ?"
            " ORDER BY doc DESC, term LIMIT 5000",
            (len(word) - 2, len(word) + 2),
        )
        return [term for (term,) in found]

    def _open_vocabulary(self) -> None:
        self._database.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(units, 'row')"
        )


def _hyphened(units: Sequence[Unit]) -> dict[str, list[tuple[str, ...]]]:
    """Give what is written with hyphens, by what it is without: psychosocial, psycho-social."""
    written = {
        word
        for unit in units
        if "-" in unit.text or not unit.text.isascii()
        for word in unit.text.split()
        if "-" in word or not word.isascii()
    }
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted({name for word in written for name in _HYPHENS.findall(word)}):
        parts = tuple(fold_name(name).split())
        ways = found.setdefault("".join(parts), [])
        if parts not in ways:
            ways.append(parts)
    return found


def _listed(values: Sequence[str] | Sequence[int]) -> str | None:
    """Give a list as SQLite takes it; an empty one means all."""
    return json.dumps(list(values)) if values else None


def _cut(parts: tuple[str, ...], beginning: str) -> tuple[str, ...]:
    """Give the parts of a word that its beginning reaches: "psychoso" is ("psycho", "so")."""
    found: list[str] = []
    for part in parts:
        found.append(beginning[: len(part)])
        beginning = beginning[len(part) :]
        if not beginning:
            break
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches between marks, counted as if the marks were not there."""
    at = 0
    for part in text.split(_OPEN)[1:] if _OPEN in text else ():
        if not at:
            at = text.index(_OPEN)
        found, _, rest = part.partition(_CLOSE)
        yield at, at + len(found)
        at += len(found) + len(rest)

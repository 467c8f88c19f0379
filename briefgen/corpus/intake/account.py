"""The proof that taking in lost no word and made none up, apart from what was said.

Enters: the words of a raw file, counted by other means than the reader's, and the Intake. Leaves:
warnings that name the words that stand in one and not in the other. What a reader leaves out on
purpose and reports (tracked deletions, hidden words, headers) is no part of the count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.findings import without_unseen
from briefgen.corpus.intake.model import Grid, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.model import Note, Word

_NAMED: Final = 8
"""Words that a message quotes."""
_NO_LETTER: Final = re.compile(r"[\W_]+")


def passages_of(parts: Iterable[Passage | Grid], notes: Iterable[Note]) -> Iterator[Passage]:
    """Give every passage, those in cells and notes too."""
    for part in parts:
        if isinstance(part, Passage):
            yield part
        else:
            for row in part.rows:
                for cell in row.cells:
                    yield from cell.passages
    for note in notes:
        yield from note.passages


def balance(
    raw: Iterable[Word], passages: Iterable[Passage], findings: Findings, *, by_place: bool = False
) -> None:
    """Compare the words of a raw file with those of passages, and report what differs.

    A word counts by its letters and digits, since markup and punctuation can look alike. Where a
    format tells words apart ``by_place`` only, blanks do not count: a difference is one of letters.
    """
    held: Counter[str] = Counter()
    held.update(map(_letters, findings.left_out))
    held.subtract(map(_letters, findings.made))
    places: dict[str, tuple[str, int]] = {}
    for passage in passages:
        for text in passage.text.split():
            held[_letters(text)] += 1
            places.setdefault(_letters(text), (text, passage.line))
    lost: list[Word] = []
    for word in raw:
        key = _letters(word.text)
        held[key] -= 1
        if key and held[key] < 0:
            held[key] = 0
            lost.append(word)
    added = {key: count for key, count in held.items() if key in places and key and count > 0}
    if by_place and _same_letters((_letters(one.text) for one in lost), Counter(added).elements()):
        return
    _report(lost, [places[key] for key in added], findings)


def _same_letters(some: Iterable[str], others: Iterable[str]) -> bool:
    return Counter("".join(some)) == Counter("".join(others))


def _report(lost: list[Word], added: list[tuple[str, int]], findings: Findings) -> None:
    places: dict[tuple[int, int], list[str]] = defaultdict(list)
    for one in lost:
        places[one.page, one.line].append(one.text)
    for (page, line), words in places.items():
        where = f" on page {page}" if page else ""
        findings.remark(
            f"words{where} were not taken in: {_quoted(words)}",
            line,
            "compare this line with the document that comes of it",
        )
    for text, line in added[:_NAMED]:
        findings.remark(f"a word was taken in that the file does not hold so: '{text}'", line)


def _letters(word: str) -> str:
    return _NO_LETTER.sub("", without_unseen(word))


def _quoted(words: list[str]) -> str:
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    return ", ".join(f"'{one}'" for one in words[:_NAMED]) + more

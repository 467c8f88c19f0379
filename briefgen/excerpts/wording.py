"""An excerpt in words: its title, what was asked for, and what was found where.

Enters: an ``Excerpt``, and the words of a language by their keys (``templates/languages``). Leaves:
lines of text, for a title, a message, a file's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.folding import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.excerpts.criteria import Answer
    from briefgen.excerpts.finding import Excerpt

_LONGEST_TITLE: Final = 120
_LONGEST_STEM: Final = 60
_FEW: Final = 6
"""Documents that are named; more are counted."""
_OWN_MARKS: Final = re.compile(r'"([^"]*)"')


class Wording(Struct, frozen=True):
    """How a language says what an excerpt is."""

    words: Mapping[str, str]

    def title(self, excerpt: Excerpt) -> str:
        """Give the title: ``Remittances and financial institutions``, ``Passages with “visas”``."""
        whole = self._all_names(excerpt)
        if {answer.kind for answer in excerpt.answers} == {"find"}:
            whole = self._fill("passages-with", words=whole)
        elif excerpt.answers[0].kind != "unit":  # ids stand as they were typed
            whole = whole[:1].upper() + whole[1:]
        return _shortened(whole, _LONGEST_TITLE)

    def asked_for(self, answers: Iterable[Answer]) -> str:
        """Give a question in words: ``the theme Remittances and the actor Trade unions``."""
        return f" {self.words['and']} ".join(map(self._asked, answers))

    def summary(self, excerpt: Excerpt) -> str:
        """Give what was found where: ``3 passages: 2 in Draft Rev 2; 1 in …; none in …``.

        Where only units are asked for, each is one passage, whatever stands below it.
        """
        counts = _counts(excerpt)
        where = [
            self._fill("passages-in", count=count, text=name)
            for name, count in counts.items()
            if count
        ]
        bare = [name for name, count in counts.items() if not count]
        if len(where) > _FEW:
            where = [self._fill("passages-in-documents", count=len(where))]
        total = sum(counts.values())
        found = self._fill("passage-count" if total == 1 else "passages-count", count=total)
        found = (
            self._fill("passages-where", count=found, where=self._apart(where))
            if where
            else self.words["passages-none"]
        )
        if not bare:
            return found
        left = self._apart(bare)
        if len(bare) > _FEW:
            left = self._fill("other-documents", count=len(bare))
        return self._apart([found, self._fill("passages-none-in", texts=left)])

    def nothing_found(self, excerpt: Excerpt) -> tuple[str, ...]:
        """Say in paragraphs that nothing was found, for what, and where it was looked for."""
        looked = self._apart(document.short_title for document in excerpt.documents)
        lines = [
            self._fill("nothing-found", question=self.asked_for(excerpt.answers)),
            self._fill("looked-in", texts=looked),
        ]
        if len(excerpt.answers) > 1:
            parts = (
                self._fill(
                    "passages-for", count=len(answer.matches), question=self.asked_for([answer])
                )
                for answer in excerpt.answers
            )
            lines.append(self._fill("passages-for-each", parts=self._apart(parts)))
        return tuple(lines)

    def stem(self, excerpt: Excerpt) -> str:
        """Give a name for a file: letters, digits and hyphens, such as ``excerpt-remittances``."""
        words = re.findall(r"[a-z0-9]+", fold_name(self._all_names(excerpt)))
        name = ""
        for word in words:
            if len(name) + len(word) >= _LONGEST_STEM:
                break
            name += f"-{word}"
        return f"excerpt{name}"

    def _all_names(self, excerpt: Excerpt) -> str:
        each = (self._listed(self._names(answer), "either") for answer in excerpt.answers)
        return f" {self.words['and']} ".join(each)

    def _names(self, answer: Answer) -> Sequence[str]:
        """Give the values of a kind as a title names them."""
        match answer.kind:
            case "objective":
                key = "objectives" if len(answer.names) > 1 else "objective"
                listed = self._listed(answer.names, "and")
                return [self._fill(key, number=listed, numbers=listed)]
            case "find":
                return [self._in_marks(query) for query in answer.names]
            case _:
                return answer.names

    def _asked(self, answer: Answer) -> str:
        names = self._listed(self._names(answer), "either")
        if answer.kind == "objective":
            return names
        number = "s" if len(answer.names) > 1 else ""
        return self._fill(f"asked-{answer.kind}{number}", names=names)

    def _listed(self, names: Sequence[str], last: str) -> str:
        if len(names) > 1:
            return f"{', '.join(names[:-1])} {self.words[last]} {names[-1]}"
        return "".join(names)

    def _apart(self, things: Iterable[str]) -> str:
        """Join what has commas itself."""
        return self.words["semicolon"].join(things)

    def _in_marks(self, query: str) -> str:
        """Give a query in quotation marks; where it has some of its own, they are enough."""
        own = _OWN_MARKS.sub(lambda found: self._fill("quoted-words", words=found[1]), query)
        return own if own != query else self._fill("quoted-words", words=query)

    def _fill(self, key: str, **values: object) -> str:
        """Fill in the words of a key; braces in values stay as they are."""
        return re.sub(
            r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), self.words[key]
        )


def _counts(excerpt: Excerpt) -> dict[str, int]:
    """Count the passages in each document."""
    counts = {document.short_title: 0 for document in excerpt.documents}
    only = excerpt.answers[0].names if [one.kind for one in excerpt.answers] == ["unit"] else None
    for document in excerpt.documents:
        passages = [unit.id for unit in excerpt.passages if unit.document == document.id]
        if only is not None and passages:
            passages = [one for one in only if one.split("/", 1)[0] == document.id]
        counts[document.short_title] += len(passages)
    return counts


def _shortened(words: str, length: int) -> str:
    return (
        words if len(words) <= length else f"{words[: length - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )

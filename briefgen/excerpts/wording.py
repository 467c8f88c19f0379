"""An excerpt in words: its title, what was asked for, and what was found where.

Enters: an ``Excerpt``. Leaves: lines of text in English, for a title, a message, a file's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefgen.corpus.folding import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.excerpts.criteria import Answer, Kind
    from briefgen.excerpts.finding import Excerpt

_LONGEST_TITLE: Final = 120
_LONGEST_STEM: Final = 60
_FEW: Final = 6
"""Documents that are named; more are counted."""
_OWN_MARKS: Final = re.compile(r'"([^"]*)"')
_WORDS: Final[dict[Kind, tuple[str, str]]] = {
    "theme": ("the theme", "the themes"),
    "objective": ("Objective", "Objectives"),
    "principle": ("the guiding principle", "the guiding principles"),
    "actor": ("the actor", "the actors"),
    "instrument": ("the instrument", "the instruments"),
    "find": ("the words", "the words"),
    "unit": ("the unit", "the units"),
}


def title(excerpt: Excerpt) -> str:
    """Give the title: ``Remittances and financial institutions``, ``Passages with “visas”``."""
    whole = _all_names(excerpt)
    if {answer.kind for answer in excerpt.answers} == {"find"}:
        whole = f"Passages with {whole}"
    elif excerpt.answers[0].kind != "unit":  # ids stand as they were typed
        whole = whole[:1].upper() + whole[1:]
    return _shortened(whole, _LONGEST_TITLE)


def _all_names(excerpt: Excerpt) -> str:
    return " and ".join(_either(_names(answer)) for answer in excerpt.answers)


def asked_for(answers: Iterable[Answer]) -> str:
    """Give a question in words: ``the theme Remittances and the actor Trade unions``."""
    return " and ".join(map(_asked, answers))


def summary(excerpt: Excerpt) -> str:
    """Give what was found where: ``3 passages: 2 in Draft Rev 2; 1 in …; none in …``.

    Where only units are asked for, each is one passage, whatever stands below it.
    """
    counts = {document.short_title: 0 for document in excerpt.documents}
    only = excerpt.answers[0].names if [one.kind for one in excerpt.answers] == ["unit"] else None
    for document in excerpt.documents:
        passages = [unit.id for unit in excerpt.passages if unit.document == document.id]
        if only is not None and passages:
            passages = [one for one in only if one.split("/", 1)[0] == document.id]
        counts[document.short_title] += len(passages)
    where = [f"{count} in {name}" for name, count in counts.items() if count]
    bare = [name for name, count in counts.items() if not count]
    all_passages = _counted(sum(counts.values()), "passage")
    if len(where) > _FEW:
        where = [f"in {_counted(len(where), 'document')}"]
    found = f"{all_passages}: {'; '.join(where)}" if where else "No passage"
    if not bare:
        return found
    left = "; ".join(bare) if len(bare) <= _FEW else f"{_counted(len(bare), 'other document')}"
    return f"{found}; none in {left}"


def stem(excerpt: Excerpt) -> str:
    """Give a name for a file: letters, digits and hyphens, such as ``excerpt-remittances``."""
    words = re.findall(r"[a-z0-9]+", fold_name(_all_names(excerpt)))
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST_STEM:
            break
        name += f"-{word}"
    return f"excerpt{name}"


def _names(answer: Answer) -> list[str]:
    """Give the values of a kind as a title names them."""
    match answer.kind:
        case "objective":
            return [f"{_WORDS['objective'][len(answer.names) > 1]} {_listed(answer.names, 'and')}"]
        case "find":
            return [_in_marks(query) for query in answer.names]
        case _:
            return list(answer.names)


def _asked(answer: Answer) -> str:
    if answer.kind == "objective":
        return _names(answer)[0]
    return f"{_WORDS[answer.kind][len(answer.names) > 1]} {_either(_names(answer))}"


def _either(names: Sequence[str]) -> str:
    return _listed(names, "or")


def _listed(names: Sequence[str], last: str) -> str:
    if len(names) > 1:
        return f"{', '.join(names[:-1])} {last} {names[-1]}"
    return "".join(names)


def _in_marks(query: str) -> str:
    """Give a query in quotation marks; where it has some of its own, they are enough."""
    own = _OWN_MARKS.sub(r"“\1”", query)
    return own if "“" in own else f"“{query}”"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _shortened(words: str, length: int) -> str:
    return (
        words if len(words) <= length else f"{words[: length - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )

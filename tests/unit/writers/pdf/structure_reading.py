"""The structure of a finished PDF file, read back by pikepdf with nothing of the writer's."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Told:
    """A structure element as a reader's software sees it; a kid that is words is a string."""

    type: str
    kids: list[Told | str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    identity: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    alternative: str = ""
    links: list[str] = field(default_factory=list)
    """What the annotations in here are called."""

    def within(self) -> Iterator[Told]:
        """Give this element and those inside it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Told):
                yield from kid.within()

    def words(self, *, without: tuple[str, ...] = ()) -> str:
        """Give the words in here, less those of some types of element."""
        return "".join(
            kid if isinstance(kid, str) else kid.words(without=without)
            for kid in self.kids
            if isinstance(kid, str) or kid.type not in without
        )


def structure_of(data: bytes) -> Told:
    """Read the structure tree; every marked sequence must belong to just one element."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        marked = {
            (page.objgen, mark): words
            for page in opened.pages
            for mark, words in marked_words(page).items()
        }
        told = _told(opened.Root.StructTreeRoot.K, marked, None)
    assert not marked, "words that no element has"
    return told


def _told(element: pikepdf.Dictionary, marked: dict[tuple[object, int], str], page: object) -> Told:
    page = element.Pg.objgen if "/Pg" in element else page
    told = Told(
        str(element.S)[1:],
        title=str(element.get("/T", "")),
        language=str(element.get("/Lang", "")),
        identity=str(element.get("/ID", "")),
        alternative=str(element.get("/Alt", "")),
        attributes={name: str(value) for name, value in element.get("/A", {}).items()},
    )
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list | pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            told.kids.append(marked.pop((page, kid)))
        elif kid.get("/Type") == "/MCR":
            told.kids.append(marked.pop((kid.Pg.objgen, int(kid.MCID))))
        elif kid.get("/Type") == "/OBJR":
            told.links.append(str(kid.Obj.Contents))
        else:
            assert kid.P.objgen == element.objgen
            told.kids.append(_told(kid, marked, page))
    return told


def marked_words(page: pikepdf.Page) -> dict[int, str]:
    """Give the words of a page by their marked sequence; those of artifacts are left out.

    Words that stand in none would be lost to every reader: there are none.
    """
    meanings = {name: _meanings(font) for name, font in page.Resources.Font.items()}
    sequences: list[int | None] = []
    found: dict[int, list[str]] = {}
    meaning: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                mark = int(properties.MCID) if "/MCID" in properties else None
                sequences.append(mark)
                if mark is not None:
                    found.setdefault(mark, [])
            case "EMC":
                sequences.pop()
            case "Tf":
                meaning = meanings[str(operands[0])]
            case "Tj" | "TJ":
                shown = operands if str(operator) == "Tj" else operands[0]
                codes = (
                    code for one in shown if isinstance(one, pikepdf.String) for code in bytes(one)
                )
                words = "".join(meaning[code] for code in codes)
                (mark,) = sequences
                if mark is not None:
                    found.setdefault(mark, []).append(words)
            case "re" | "f":
                assert sequences, "a drawing that is not marked"
            case _:
                pass
    assert not sequences
    return {mark: "".join(words) for mark, words in found.items()}


def _meanings(font: pikepdf.Dictionary) -> dict[int, str]:
    """Read what character each code of a font stands for."""
    meanings: dict[int, str] = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        if line.startswith("<"):
            code, character = line.strip("<>").split("><")
            meanings[int(code, 16)] = bytes.fromhex(character).decode("utf-16-be")
    return meanings

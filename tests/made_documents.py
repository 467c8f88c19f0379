"""Documents made up for tests of the lint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.lint import lint
from briefgen.corpus.model import Document, Fault, Section, Source, Span, Unit

if TYPE_CHECKING:
    from briefgen.corpus.lint import Finding


def document_of(*units: Unit, faults: tuple[Fault, ...] = ()) -> Document:
    return Document(
        id=units[0].document,
        title="T",
        short_title="T",
        date="2018",
        status="input",
        statement="S.",
        language="en",
        layout="compact",
        source=Source("s.txt", "0" * 64),
        sections=(Section("all", units),),
        faults=faults,
    )


def unit(name: str, kind: str, text: str = "", label: str = "", note: str = "") -> Unit:
    spans = (Span(0, 0, "note", f"d/note/{note}"),) if note else ()
    return Unit(f"d/{name}", "d", kind, text or name, label, (len(name), 9), spans)


def paragraphs(*texts: str, document: str = "d") -> Document:
    return document_of(
        *(
            Unit(
                f"{document}/para/{number}",
                document,
                "paragraph",
                text,
                str(number),
                (number, number),
            )
            for number, text in enumerate(texts, 1)
        )
    )


def rules_of(*texts: str) -> list[tuple[str, str]]:
    """Give the rule and the unit of each finding in a document of these paragraphs."""
    return [(one.rule, one.unit) for one in lint([paragraphs(*texts)])]


def findings_of(*texts: str) -> list[Finding]:
    return lint([paragraphs(*texts)])

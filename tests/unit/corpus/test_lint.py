"""What a document tells against itself."""

from __future__ import annotations

from briefgen.corpus.lint import lint
from briefgen.corpus.model import Document, Fault, Section, Source, Span, Unit


def document_of(*units: Unit, faults: tuple[Fault, ...] = ()) -> Document:
    return Document(
        id="d",
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


def messages(*units: Unit, faults: tuple[Fault, ...] = ()) -> list[str]:
    return [one.message for one in lint(document_of(*units, faults=faults))]


def test_a_sound_document_has_no_findings() -> None:
    assert (
        messages(
            unit("1/title", "objective-title", label="1"),
            unit("1/commitment", "commitment", label="1", note="1"),
            unit("1/chapeau", "chapeau", "the same"),
            unit("1/a", "action", label="a"),
            unit("2/title", "objective-title", label="2"),
            unit("2/commitment", "commitment", label="2"),
            unit("2/chapeau", "chapeau", "the same"),
            unit("para/3", "paragraph", label="3"),
            unit("para/3/a", "sub-item", label="a"),
            unit("para/3/a/i", "sub-item", label="i"),
            unit("para/3/a/ii", "sub-item", label="ii"),
            unit("note/1", "note", label="1"),
        )
        == []
    )


def test_a_body_under_two_objectives_is_found_unless_a_fault_covers_it() -> None:
    twins = (unit("1/a", "action", "same", "a"), unit("2/a", "action", "same", "a"))
    assert messages(*twins) == ["d/2/a repeats d/1/a word for word"]
    assert messages(*twins, faults=(Fault("d/2", "copy", "S.", "E."),)) == []


def test_marks_without_notes_and_notes_without_marks_are_found() -> None:
    found = messages(unit("1/a", "action", label="a", note="2"), unit("note/1", "note", label="1"))
    assert found == ["d/1/a calls d/note/2, which does not exist", "no mark calls d/note/1"]


def test_gaps_in_labels_are_found() -> None:
    found = messages(
        unit("1/a", "action", label="a"),
        unit("1/c", "action", label="c"),
        unit("para/1", "paragraph", label="1"),
        unit("para/3", "paragraph", label="3"),
        unit("para/1/a/i", "sub-item", label="i"),
        unit("para/1/a/iii", "sub-item", label="iii"),
    )
    assert found == [
        "d/1/c has the label 'c' where 'b' is due",
        "d/para/3 has the label '3' where '2' is due",
        "d/para/1/a/iii has the label 'iii' where 'ii' is due",
    ]

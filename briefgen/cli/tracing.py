"""``trace``: where do the words of a finished file come from?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.verify import Delivered, Traced

_SHOWN = 76
"""Characters of a passage that name it."""


def trace(
    name: Annotated[str, typer.Argument(metavar="FILE", help="A document, as .docx or .pdf.")],
    page: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Trace this page of a PDF only.")
    ] = None,
    words: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Trace the passages with these words.")
    ] = None,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Say of each passage which document, paragraph and source lines its words come from."""
    from briefgen.cli.reporting import answer_json, faults_as_json
    from briefgen.cli.verifying import read_files

    with faults_as_json(wanted=as_json):
        (file,) = read_files([name])
        found = _asked_for(_traced(file, own), file, page, words)
    if as_json:
        answer_json({"file": name, "passages": [one.as_data() for one in found]})
    else:
        for one in found:
            print("\n".join(_lines(name, one)))


def _traced(file: Delivered, own: list[Path] | None) -> list[Traced]:
    from briefgen.cli.verifying import corpora_of
    from briefgen.verify import manifest_of
    from briefgen.verify import trace as trace_file

    manifest = None if file.manifest is None else manifest_of(file)
    mode = manifest.identity.text if manifest else "corrected"
    return trace_file(file, manifest, corpora_of(own)(mode))


def _asked_for(
    traced: list[Traced], file: Delivered, page: int | None, words: str | None
) -> list[Traced]:
    """Choose by page or words; without either, everything that comes from somewhere.

    Raises:
        UnusableInput: a page of a Word document is asked for, which has none.
        AnswerIsNo: nothing is there.
    """
    from briefgen.diagnostics import Place, error
    from briefgen.errors import AnswerIsNo, UnusableInput
    from briefgen.manifest.words import normalised

    if page is not None and file.kind != "pdf":
        hint = "pages are Word's to count: name some words with --words"
        message = "a Word document has no pages until it is laid out"
        raise UnusableInput([error(message, Place(file.name), hint)])
    wanted = normalised(words or "").casefold()
    found = [
        one
        for one in traced
        if (page is None or one.spot.page == page)
        and wanted in one.words.casefold()
        and (one.origins or page is not None or wanted)
    ]
    if not found:
        what = f"'{words}'" if words else f"page {page}" if page else "words of the corpus"
        raise AnswerIsNo([error(f"the file has no {what}", Place(file.name))])
    return found


def _lines(name: str, one: Traced) -> list[str]:
    shown = one.words if len(one.words) <= _SHOWN else f"{one.words[: _SHOWN - 1]}…"
    lines = [f"{name}, {one.spot}: {shown}"]
    if not one.origins:
        lines.append("  no words of the corpus")
    for origin in one.origins:
        unit, first, last = origin.unit, *origin.unit.lines
        part = "part of " if origin.part else ""
        lines.append(f"  {part}{unit.id}: {origin.document.short_title}, {origin.place}")
        if first:
            at = f"line {first}" if first == last else f"lines {first} to {last}"
            lines.append(f"  source: {origin.document.source.file}, {at}")
        lines.append(f"  changed: {origin.difference}" if origin.difference else "  verbatim")
        lines += [
            f"  correction: “{row.as_is}” is printed as “{row.corrected}” ({row.cause})"
            for row in unit.corrections
        ]
    return lines

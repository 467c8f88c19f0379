"""``show``: units of the corpus with their sources, by their ids or by what a code says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson, SourceWords  # noqa: TC001 - the same

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.corpus.model import Unit


def show(
    unit_id: Annotated[
        str,
        typer.Argument(
            metavar="UNIT-ID|CODE", help="Such as gcm-rev2/5/g; or what a card's QR code says."
        ),
    ],
    text: SourceWords = "corrected",
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Show one unit, or all below an id, with its source; of a code, whether the words are its."""
    from briefgen.cli.folders import own_corpora
    from briefgen.cli.reporting import answer_json, faults_as_json
    from briefgen.cli.text_modes import text_mode
    from briefgen.corpus import Corpus, exported
    from briefgen.corpus.text_codes import SCHEME
    from briefgen.errors import UnusableInput

    with faults_as_json(wanted=as_json):
        if unit_id.strip().startswith(SCHEME):
            _show_scanned(unit_id, own, as_json=as_json)
            return
        corpus = Corpus(text=text_mode(text), beside=own_corpora(own))
        unit = corpus.find(unit_id)
        units = [unit] if unit and unit.id != unit_id else list(corpus.under(unit_id))
        if not units:
            raise UnusableInput.because(
                f"the corpus has no unit '{unit_id}'", hint=corpus.nearest(unit_id)
            )
        if as_json:
            found = [exported(corpus, one) for one in units]
            answer_json(found[0] if len(found) == 1 else found)
            return
        for one in units:
            _print_unit(one, corpus.document(one.document).source.file)
        fault = corpus.fault(unit_id)
        if fault:
            print(f"warning: {fault.statement}")


def _show_scanned(code: str, own: list[Path] | None, *, as_json: bool) -> None:
    from briefgen.cli.folders import own_corpora
    from briefgen.cli.reporting import answer_json
    from briefgen.cli.scanned_codes import units_of_code
    from briefgen.corpus import exported

    corpus, units = units_of_code(code, own_corpora(own))
    if as_json:
        answer_json({"same": True, "units": [exported(corpus, one) for one in units]})
        return
    for one in units:
        _print_unit(one, corpus.document(one.document).source.file)
    for unit in units:
        if fault := corpus.fault(unit.id):
            print(f"warning: {fault.statement}")
            break
    print("These are the words that the code was made of.")


def _print_unit(unit: Unit, file: str) -> None:
    first, last = unit.lines
    what = "page" if file.endswith(".pdf") else "line"
    lines = f"{what} {first}" if first == last else f"{what}s {first}-{last}"
    label = f" ({unit.label})" if unit.label else ""
    print(f"{unit.id}  {unit.kind}{label}  {file}, {lines}")
    print(f"{unit.text}\n")

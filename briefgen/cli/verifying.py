"""``verify``: is every quoted word of a delivered file the source's?"""

from __future__ import annotations

from functools import cache
from pathlib import Path  # noqa: TC003 - typer reads it as the program runs
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus import Corpus
    from briefgen.manifest.model import TextMode
    from briefgen.verify import Delivered, Finding, Verdict

Delivereds = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Finished packs, as .docx or .pdf.")
]


def verify(
    names: Delivereds,
    find_quotes: Annotated[
        bool,
        typer.Option("--find-quotes", help="Look for words of the corpus in any file."),
    ] = False,
    certificate: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write what was checked to a page of its own."),
    ] = None,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Hold finished packs against the corpus: is every quoted word the source's?

    Two files of one pack are also held against each other.
    """
    from briefgen.cli.reporting import answer_json, faults_as_json

    with faults_as_json(wanted=as_json):
        corpora = corpora_of(own)
        files = read_files(names)
        if find_quotes:
            _show_quotes(files, corpora("corrected"), as_json=as_json)
            return
        verdicts = _verdicts(files, corpora)
        parity = _parity(verdicts)
        if certificate is not None:
            _write_certificate(certificate, verdicts, parity)
    holds = not parity and all(one.holds for one in verdicts)
    if as_json:
        answer_json(
            {
                "verified": holds,
                "files": [one.as_data() for one in verdicts],
                "parity": [one.as_data() for one in parity],
            }
        )
    else:
        _print(verdicts, parity)
    if not holds:
        raise typer.Exit(1)


def corpora_of(own: list[Path] | None) -> Callable[[TextMode], Corpus]:
    """Give what finds the corpus in a text mode, each loaded once."""
    from briefgen.cli.folders import own_corpora
    from briefgen.corpus import Corpus

    beside = own_corpora(own)

    @cache
    def corpus(text: TextMode) -> Corpus:
        return Corpus(text=text, beside=beside)

    return corpus


def read_files(names: list[str]) -> list[Delivered]:
    """Read finished files, each in a process of its own.

    Raises:
        UnusableInput: with all files that cannot be read.
    """
    from briefgen.cli.confined import read_confined
    from briefgen.cli.finished_files import read_office_file
    from briefgen.errors import Faults

    faults = Faults()
    files: list[Delivered] = []
    for name in dict.fromkeys(names):
        with faults.gathered():
            files.append(read_confined(read_office_file(name), name))
    faults.raise_any()
    return files


def _verdicts(files: list[Delivered], corpora: Callable[[TextMode], Corpus]) -> list[Verdict]:
    from briefgen.errors import Faults
    from briefgen.verify import verify as verify_file

    faults = Faults()
    verdicts: list[Verdict] = []
    for file in files:
        with faults.gathered():
            verdicts.append(verify_file(file, corpora))
    faults.raise_any()
    return verdicts


def _parity(verdicts: list[Verdict]) -> list[Finding]:
    """Compare each file with the first of the same pack that has another format."""
    from briefgen.verify.parity import compare

    findings: list[Finding] = []
    firsts: list[Verdict] = []
    for one in verdicts:
        first = next((other for other in firsts if _are_one_pack(other, one)), None)
        if first is None:
            firsts.append(one)
        else:
            findings += compare(first.file, one.file)
    return findings


def _are_one_pack(one: Verdict, other: Verdict) -> bool:
    same = (one.identity.profile, one.identity.text) == (
        other.identity.profile,
        other.identity.text,
    )
    return same and one.file.kind != other.file.kind


def _print(verdicts: list[Verdict], parity: list[Finding]) -> None:
    for verdict in verdicts:
        name, counts = verdict.file.name, verdict.counts
        for one in verdict.findings:
            print("\n".join(one.lines(name)))
        for remark in verdict.remarks:
            print(f"{name}: {remark}")
        own = [
            (counts.own_edited, "edited"),
            (counts.own_added, "added"),
            (counts.own_removed, "removed"),
        ]
        changed = ", ".join(f"{count} {what}" for count, what in own if count)
        if changed:
            print(f"{name}: the delegation's own passages: {changed}")
        what = f"{counts.quotations} quotations, {counts.words:,} words, {counts.notes} notes"
        if verdict.holds:
            print(f"{name}: verified: {what}")
        else:
            faults = len(verdict.findings)
            print(f"{name}: NOT verified: {faults} fault{'s' * (faults != 1)} in {what}")
    for one in parity:
        print("\n".join(one.lines("parity")))


def _show_quotes(files: list[Delivered], corpus: Corpus, *, as_json: bool) -> None:
    """Print what of the corpus stands in files, exactly or nearly so.

    The answer is no (1) where a quotation is not exact, or where there is none.
    """
    from briefgen.cli.reporting import answer_json
    from briefgen.verify import QuoteFinder

    finder = QuoteFinder(corpus)
    found: list[dict[str, Any]] = []
    for file in files:
        notes = (one for note in file.notes for one in note.passages)
        for passage in (*file.passages, *notes):
            for quote in finder.find(passage.words):
                entry = {
                    "file": file.name,
                    "page": passage.spot.page or None,
                    "paragraph": passage.spot.paragraph or None,
                    "unit": quote.unit,
                    "exact": quote.exact,
                    "whole": quote.whole,
                    "expected": quote.source,
                    "found": quote.text,
                    "difference": None if quote.exact else quote.difference,
                }
                found.append(entry)
                if not as_json:
                    how = "exact" if quote.exact else f"not exact: {quote.difference}"
                    part = "" if quote.whole else "part of "
                    print(f"{file.name}, {passage.spot}: {part}{quote.unit}: {how}")
    if as_json:
        answer_json({"quotes": found})
    elif not found:
        print("no words of the corpus were found")
    if not found or not all(one["exact"] for one in found):
        raise typer.Exit(1)


def _write_certificate(path: Path, verdicts: list[Verdict], parity: list[Finding]) -> None:
    from briefgen.cli.delivery import deliver
    from briefgen.verify.certificate import certificate_text

    deliver(path.parent, {path.name: certificate_text(verdicts, parity).encode()})

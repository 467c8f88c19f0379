"""The examination of a corpus folder: does everything in it still bear everything else out?

Enters: a folder of sources, documents and curated files. Leaves: every finding. Nothing is written.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefgen.corpus import plain_documents
from briefgen.corpus.actors.actor_checks import check_actors
from briefgen.corpus.anchors import occurrences
from briefgen.corpus.compiled import load_plain, read_twin, twin_path
from briefgen.corpus.corrections import correct, load_corrections, parse
from briefgen.corpus.crosswalk import load_crosswalk
from briefgen.corpus.curated import compile_curated
from briefgen.corpus.faults import load_faults
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.importing import Imported, import_source, load_catalogue
from briefgen.corpus.lint import lint
from briefgen.corpus.store import Corpus
from briefgen.corpus.themes.theme_checks import check_themes
from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error, warning
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefgen.corpus.catalogue import Catalogue

_AGAIN = "run 'briefgen corpus import' on the sources"


def check_corpus(folder: Path | None = None) -> list[Diagnostic]:
    """Examine a corpus, the shipped one by default; nothing found means that all is well."""
    place = folder or SHIPPED
    return list(dict.fromkeys([*check_sources(place), *check_curated(place)]))


def check_sources(folder: Path) -> list[Diagnostic]:
    """Import every source anew, in memory, and compare what comes out with what is stored.

    Hashes, counts, word accounts and transcripts are checked on the way.
    """
    try:
        return list(_documents(folder, load_catalogue(folder)))
    except UnusableInput as fault:
        return list(fault.diagnostics)


def check_curated(folder: Path) -> list[Diagnostic]:
    """Hold the documents against themselves, and what people wrote against the documents."""
    corpus = Corpus(folder, text="verbatim")
    parts: tuple[Callable[[Path, Corpus], Iterator[Diagnostic]], ...] = (
        _lint,
        _corrections,
        _crosswalk,
        _faults,
        check_themes,
        check_actors,
        _twins,
    )
    found: list[Diagnostic] = []
    for part in parts:
        try:
            found += part(folder, corpus)
        except UnusableInput as fault:
            found += fault.diagnostics
    return found


def _documents(folder: Path, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Import every source again and compare with what is stored."""
    for entry in catalogue.documents:
        names = (entry.source.file, *(transcript.file for transcript in entry.transcripts))
        files = {}
        for name in names:
            path = folder / "sources" / name
            if path.is_file():
                files[name] = path.read_bytes()
        if entry.source.file not in files:
            yield error("the source file is missing", Place(entry.source.file), "restore it")
            continue
        imported = import_source(files, entry)
        yield from imported.diagnostics
        yield from _stored(folder, imported)
    listed = {entry.id for entry in catalogue.documents}
    for name in plain_documents.document_names(folder):
        if name not in listed:
            path = folder / "documents" / f"{name}.yaml"
            yield error("the catalogue does not list this document", Place(str(path)), "list it")


def _stored(folder: Path, imported: Imported) -> Iterator[Diagnostic]:
    path = folder / "documents" / f"{imported.document.id}.yaml"
    if not path.is_file():
        yield error("the document is missing", Place(str(path)), _AGAIN)
        return
    data = path.read_bytes()
    if data != imported.yaml:
        pairs = zip_longest(data.split(b"\n"), imported.yaml.split(b"\n"))
        line = next(number for number, (is_, due) in enumerate(pairs, 1) if is_ != due)
        yield error("differs from what its source gives", Place(str(path), line), _AGAIN)
    content = plain_documents.lay_down(imported.document)
    name = f"documents/{imported.document.id}"
    if read_twin(twin_path(folder, name), data) != content:
        yield _stale(twin_path(folder, name))


def _lint(_: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    for name in corpus.document_ids:
        yield from lint(corpus.document(name))


def _corrections(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    for path in sorted((folder / "corrections").glob("*.yaml")):
        name = path.stem
        if name not in corpus.document_ids:
            hint = did_you_mean(name, corpus.document_ids)
            yield error(f"there is no document '{name}'", Place(str(path)), hint)
            continue
        document = replace(corpus.document(name), faults=())
        try:
            correct(document, load_corrections(folder, name))
        except UnusableInput as fault:
            yield from fault.diagnostics
        register = load_plain(folder, f"corrections/{name}", parse)
        if register["document"] != name:
            message = f"the register of '{register['document']}' is in the file of '{name}'"
            yield error(message, Place(str(path)), "name the file after its document")
        for (unit_id, as_is, _), (line, column) in register["doubtful"]:
            unit = corpus.find(unit_id)
            if unit is None or len(occurrences(unit.text, as_is)) != 1:
                message = f"'{as_is}' does not stand exactly once in {unit_id}"
                yield error(message, Place(str(path), line, column))


def _crosswalk(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    for link in load_crosswalk(folder):
        if not corpus.under(link.item):
            message = f"there is no item '{link.item}'"
            yield error(message, link.place, corpus.nearest(link.item))
        for proof in link.evidence:
            unit = corpus.find(proof.unit)
            if unit is None:
                message = f"there is no unit '{proof.unit}'"
                yield error(message, link.place, corpus.nearest(proof.unit))
            elif corpus.fault(proof.unit):
                yield error(f"{proof.unit} is faulty and proves nothing", link.place)
            elif proof.quote not in unit.text:
                yield error(f"'{proof.quote}' does not stand in {proof.unit}", link.place)


def _faults(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    for fault, place in load_faults(folder):
        for name in (fault.under, fault.title, fault.instead):
            if name and not corpus.under(name):
                yield error(f"there is nothing under '{name}'", place, corpus.nearest(name))


def _twins(folder: Path, _: Corpus) -> Iterator[Diagnostic]:
    for path, data in compile_curated(folder):
        if not path.is_file() or path.read_bytes() != data:
            yield _stale(path)


def _stale(path: Path) -> Diagnostic:
    return warning(
        "the compiled form is stale or missing, so builds are slow", Place(str(path)), _AGAIN
    )

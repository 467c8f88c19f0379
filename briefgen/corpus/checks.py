"""The examination of a corpus folder: does everything in it still bear everything else out?

Enters: a folder of sources, documents and curated files. Leaves: every finding. Nothing is written.
What a font is, is not known here: who asks says which characters can be shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.corpus import plain_documents
from briefgen.corpus.actors.actor_checks import check_actors
from briefgen.corpus.compiled import is_absent, load_plain, read_twin, twin_path
from briefgen.corpus.corrections import correct, load_corrections, parse
from briefgen.corpus.crosswalk_checks import check_crosswalk
from briefgen.corpus.curated import compile_curated
from briefgen.corpus.faults import load_faults
from briefgen.corpus.homes import SHIPPED, list_documents
from briefgen.corpus.importing import Imported, import_source, load_catalogue
from briefgen.corpus.lint import lint
from briefgen.corpus.lint.answers import load_answers, unanswered
from briefgen.corpus.store import Corpus
from briefgen.corpus.themes.theme_checks import check_themes
from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error, warning
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from briefgen.corpus.catalogue import Catalogue
    from briefgen.corpus.lint.answers import Answer
    from briefgen.corpus.model import Document

_AGAIN = "import it again: 'briefgen corpus import' on its source, or --new on its description"


Shows = Callable[[str], bool]
"""Tells whether the fonts in use have a shape for a character."""


def check_corpus(
    folder: Path | None = None,
    *,
    only: Collection[str] = (),
    beside: Sequence[Path] = (),
    shows: Shows | None = None,
) -> list[Diagnostic]:
    """Examine a corpus, the shipped one by default; nothing found means that all is well.

    ``only`` are ids of documents; without any, all are examined. The documents of the folders
    ``beside`` are known and not examined. A finding of the lint that a correction, a doubt, an
    accepted row or a fault answers is not given.
    """
    place = folder or SHIPPED
    found = [
        *check_sources(place, only),
        *check_curated(place, beside, only),
        *check_wording(place, only, beside, shows),
    ]
    return list(dict.fromkeys(found))


def check_sources(folder: Path, only: Collection[str] = ()) -> list[Diagnostic]:
    """Import every source anew, in memory, and compare what comes out with what is stored.

    Hashes, counts, word accounts and transcripts are checked on the way.
    """
    try:
        return list(_documents(folder, load_catalogue(folder), only))
    except UnusableInput as fault:
        return list(fault.diagnostics)


def check_wording(
    folder: Path,
    only: Collection[str] = (),
    beside: Sequence[Path] = (),
    shows: Shows | None = None,
) -> list[Diagnostic]:
    """Lint the documents with their corrections, and hold what was said to findings against them.

    A document that cannot be read, or corrected, is told of and not examined; of one that is not
    to be examined nothing is told.
    """
    faults = Faults()
    documents: list[Document] = []
    others: list[Document] = []
    answers: list[Answer] = []
    with faults.gathered():
        corpus = Corpus(folder, beside=beside)
        stored = list_documents(folder)
        for name in corpus.document_ids:
            examined = name in stored and (not only or name in only)
            with (faults if examined else Faults()).gathered():
                document = corpus.document(name)
                if examined:
                    answers += load_answers(folder, name)
                    documents.append(document)
                else:
                    others.append(document)
    found = lint(documents, beside=others, shows=shows)
    return [*faults.found, *unanswered(found, documents, answers)]


def check_curated(
    folder: Path, beside: Sequence[Path] = (), only: Collection[str] = ()
) -> list[Diagnostic]:
    """Hold what people wrote against the documents; of registers, those of ``only``."""
    corpus = Corpus(folder, text="verbatim", beside=beside)
    parts: tuple[Callable[[Path, Corpus], Iterator[Diagnostic]], ...] = (
        partial(_corrections, only),
        check_crosswalk,
        _faults,
        check_themes,
        check_actors,
        _twins,
    )
    faults = Faults()
    found: list[Diagnostic] = []
    for part in parts:
        with faults.gathered():
            found += part(folder, corpus)
    return [*found, *faults.found]


def _documents(folder: Path, catalogue: Catalogue, only: Collection[str]) -> Iterator[Diagnostic]:
    """Import every source again and compare with what is stored."""
    if not (folder / "catalogue.yaml").exists():
        place = Place(str(folder / "catalogue.yaml"))
        yield warning("there is no catalogue, and the shipped one is used", place, "write one")
    for entry in catalogue.documents:
        if only and entry.id not in only:
            continue
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


def _corrections(only: Collection[str], folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    for path in sorted((folder / "corrections").glob("*.yaml")):
        name = path.stem
        if only and name not in only:
            continue
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


def _faults(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    for fault, place in load_faults(folder):
        for name in (fault.under, fault.title, fault.instead):
            if name and not corpus.under(name):
                yield error(f"there is nothing under '{name}'", place, corpus.nearest(name))


def _twins(folder: Path, _: Corpus) -> Iterator[Diagnostic]:
    yield from _lost(folder)
    for path, data in compile_curated(folder):
        if not path.is_file() or path.read_bytes() != data:
            yield _stale(path)


def _lost(folder: Path) -> Iterator[Diagnostic]:
    """Find the files that people wrote and that only left their compiled forms."""
    compiled = folder / "compiled"
    for path in sorted(compiled.rglob("*.json")):
        name = path.relative_to(compiled).with_suffix("").as_posix()
        try:
            if not name.startswith("documents/"):
                is_absent(folder, name)
        except UnusableInput as fault:
            yield from fault.diagnostics


def _stale(path: Path) -> Diagnostic:
    return warning(
        "the compiled form is stale or missing, so builds are slow", Place(str(path)), _AGAIN
    )

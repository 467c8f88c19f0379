"""The import: sources in, corpus files out, with an account of every word.

Enters: source files, and the catalogue that says what they are. Leaves: one YAML file a document
and its compiled twin, written all or not at all, and a report. Importing again gives the same
bytes.
"""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.corpus import plain_documents
from briefgen.corpus.accounting import Account, account
from briefgen.corpus.catalogue import Catalogue, DescribedEntry, Entry, read_catalogue
from briefgen.corpus.changes import compare
from briefgen.corpus.compiled import load_plain, twin_path, write_twin
from briefgen.corpus.curated import compile_curated
from briefgen.corpus.described import read_described, read_description
from briefgen.corpus.document_file import read_document
from briefgen.corpus.document_text import document_text
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.readers import read_source
from briefgen.corpus.register_fit import fit_register
from briefgen.corpus.replacement import replace_files
from briefgen.corpus.source_files import read_source_file
from briefgen.corpus.transcripts import compare_transcripts
from briefgen.diagnostics import Diagnostic, Place, Severity, error
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.corpus.changes import Changes
    from briefgen.corpus.described import Description
    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.reading import Reading, Repair

_CATALOGUE: Final = "catalogue.yaml"


class Imported(Struct, frozen=True):
    """What came of one source; ``yaml`` holds the bytes of its corpus file."""

    document: Document
    account: Account
    repairs: tuple[Repair, ...]
    yaml: bytes
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...] = ()
    """What an editor should look at, though nothing is at fault."""

    def as_data(self) -> dict[str, object]:
        """Give the account as plain data."""
        return {
            "document": self.document.id,
            "source": self.document.source.file,
            "units": len(self.document.units),
            "kinds": dict(self.kinds),
            "words": self.account.words,
            "in-units": self.account.in_units,
            "explained": dict(self.account.explained),
            "repairs": [
                {"line": one.line, "rule": str(one.rule), "unit": one.unit, "words": one.words}
                for one in self.repairs
            ],
        }

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many units of each kind there are, in the order of their names."""
        return tuple(sorted(Counter(unit.kind for unit in self.document.units).items()))

    def lines(self) -> tuple[str, ...]:
        """Give the account as a person reads it."""
        file, account = self.document.source.file, self.account
        explained = ", ".join(f"{count} {rule}" for rule, count in account.explained)
        head = (
            f"{self.document.id}: {account.words} words in {file}; {account.in_units} in"
            f" {len(self.document.units)} units; explained: {explained}"
        )
        return (head, *(f"  {file}:{one.line}: {one.rule}: {one.unit}" for one in self.repairs))


class ImportReport(Struct, frozen=True):
    """What an import did: nothing was written if any diagnostic is an error."""

    documents: tuple[Imported, ...]
    written: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    changes: Mapping[str, Changes] = field(default_factory=dict)
    """What each document that was there before has otherwise now."""

    @property
    def failed(self) -> bool:
        """Say whether the corpus was left as it was."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)

    def as_data(self) -> dict[str, object]:
        """Give the report as plain data, for ``--json``."""
        return {
            "documents": [one.as_data() for one in self.documents],
            "changes": {name: one.as_data() for name, one in self.changes.items()},
            "written": [str(path) for path in self.written],
            "diagnostics": [one.as_data() for one in self.diagnostics],
        }

    def lines(self) -> tuple[str, ...]:
        """Give what a person reads: per document the account and every repair, then the files."""
        told = [line for one in self.documents for line in one.lines()]
        for name, changes in self.changes.items():
            told += [f"{name}: changes since the last import:"]
            told += [f"  {line}" for line in changes.lines()]
        return (*told, *(str(path) for path in self.written))


def import_sources(sources: Path | Iterable[Path], out_folder: Path) -> ImportReport:
    """Import source files, or those of a folder, into the corpus at ``out_folder``.

    The catalogue is that of ``out_folder`` if it has one, else the shipped one. A file is known by
    its name; a transcript is looked for beside its source.

    Raises:
        UnusableInput: a file cannot be read, or the catalogue is at fault.
        CannotWrite: the corpus folder refuses.
    """
    catalogue = load_catalogue(out_folder)
    files, diagnostics = _chosen(sources, catalogue)
    imported: list[Imported] = []
    for entry in catalogue.documents:
        if entry.source.file in files:
            read = {**files, **_beside(entry, files)}
            data = {
                name: read_source_file(path) for name, path in read.items() if name in _names(entry)
            }
            imported.append(import_source(data, entry))
    diagnostics += (fault for one in imported for fault in one.diagnostics)
    report = ImportReport(tuple(imported), (), tuple(diagnostics))
    if report.failed:
        return report
    contents: dict[Path, bytes] = {}
    twins: dict[str, bytes] = {}
    changes: dict[str, Changes] = {}
    for one in imported:
        name = f"documents/{one.document.id}"
        if (found := changes_since(out_folder, one.document)) is not None:
            changes[one.document.id] = found
        contents[out_folder / f"{name}.yaml"] = one.yaml
        twins[name] = write_twin(one.yaml, plain_documents.lay_down(one.document))
    written = tuple(contents)
    contents |= {twin_path(out_folder, name): twin for name, twin in twins.items()}
    contents |= dict(compile_curated(out_folder))
    replace_files(contents)
    return ImportReport(tuple(imported), written, tuple(diagnostics), changes)


def changes_since(folder: Path, document: Document) -> Changes | None:
    """Compare a document with the one of its id in a corpus folder.

    None if there is none, or a damaged one, which the import mends.

    Raises:
        UnusableInput: its register is at fault.
    """
    try:
        plain = load_plain(folder, f"documents/{document.id}", plain_documents.parse)
    except UnusableInput:
        return None
    old = plain_documents.restore(plain)
    return replace(compare(old, document), unmatched=fit_register(folder, document).stale)


def import_source(files: Mapping[str, bytes], entry: Entry | DescribedEntry) -> Imported:
    """Import one document from the bytes of its files, by name; nothing is written.

    Raises:
        UnusableInput: a described source is not of its format, or is refused.
    """
    if isinstance(entry, DescribedEntry):
        imported = import_described(files[entry.source.file], entry.source.file, entry.layout)
        found = (*_hash_faults(files, entry), *imported.diagnostics)
        return replace(imported, diagnostics=found)
    document, reading = read_source(files[entry.source.file], entry)
    faults = _hash_faults(files, entry)
    balance, unaccounted = account(reading, document)
    unread = bool(reading.diagnostics)
    faults += reading.diagnostics
    if not unread:
        faults += unaccounted
        faults += _count_faults(document, reading, entry)
        faults += compare_transcripts(document, files, entry)
    text = document_text(document, balance, reading.repairs).encode()
    if not faults:
        faults += _survival_faults(document, text)
    repairs = tuple(sorted(reading.repairs))
    return Imported(document, balance, repairs, text, tuple(faults))


def import_described(data: bytes, file: str, layout: Description, *, stored: str = "") -> Imported:
    """Import a document by its description; ``stored`` is the file's name in the corpus.

    Raises:
        UnusableInput: the file is not of its format, or is refused.
    """
    read = read_described(data, file, layout, stored=stored or file)
    text = document_text(read.document, read.account, read.repairs).encode()
    faults = read.faults or tuple(_survival_faults(read.document, text))
    return Imported(read.document, read.account, read.repairs, text, faults, read.remarks)


def load_catalogue(folder: Path) -> Catalogue:
    """Read the catalogue of a corpus folder, or the shipped one where it has none.

    Raises:
        UnusableInput: with every fault of the file, and of the descriptions that it names.
    """
    home = folder if (folder / _CATALOGUE).exists() else SHIPPED
    path = home / _CATALOGUE
    catalogue = read_catalogue(read_source_file(path), str(path))
    faults = Faults()
    entries: list[Entry | DescribedEntry] = []
    for entry in catalogue.documents:
        with faults.gathered():
            entries.append(_with_layout(home, entry))
    faults.raise_any()
    return catalogue.model_copy(update={"documents": tuple(entries)})


def _with_layout(home: Path, entry: Entry | DescribedEntry) -> Entry | DescribedEntry:
    """Give an entry with its description, if it has one."""
    if isinstance(entry, Entry):
        return entry
    path = home / "descriptions" / entry.description.file
    data = read_source_file(path)
    layout = read_description(data, str(path))
    again = "import the document again with 'briefgen corpus import --new'"
    if sha256(data).hexdigest() != entry.description.sha256:
        message = "not the description that the document was made by: its hash is another"
        raise UnusableInput.because(message, Place(str(path)), again)
    if layout.id != entry.id:
        message = f"the description of '{layout.id}' stands for '{entry.id}'"
        raise UnusableInput.because(message, Place(str(path)), again)
    return entry.with_layout(layout)


def _chosen(
    sources: Path | Iterable[Path], catalogue: Catalogue
) -> tuple[dict[str, Path], list[Diagnostic]]:
    """Give the files to import by name; a named file that the catalogue lacks is an error."""
    known = {name for entry in catalogue.documents for name in _names(entry)}
    whole_folder = isinstance(sources, Path) and sources.is_dir()
    if isinstance(sources, Path):
        named = sorted(sources.iterdir()) if whole_folder else [sources]
    else:
        named = list(sources)
    faults = [
        _unknown(path, known) for path in named if not whole_folder and path.name not in known
    ]
    files = {path.name: path for path in named if path.name in known}
    if not files and not faults:
        faults.append(error("no source to import", hint="name files that the catalogue lists"))
    return files, faults


def _unknown(path: Path, known: set[str]) -> Diagnostic:
    """Say that a file is no source of the catalogue; a description is told as one by its name."""
    if path.suffix.lower() in (".yaml", ".yml"):
        hint = f"to add a document as it describes it: briefgen corpus import --new {path}"
        return error("a YAML file is a description, not a source", Place(str(path)), hint)
    if not path.exists():
        return error("there is no such file", Place(str(path)), "check the path")
    hint = f"to add a document of your own: briefgen corpus import --new DESCRIPTION {path}"
    if near := get_close_matches(path.name, known, n=1):
        hint = f"did you mean '{near[0]}'?"
    return error("the catalogue does not know this file", Place(str(path)), hint)


def _names(entry: Entry | DescribedEntry) -> tuple[str, ...]:
    return (entry.source.file, *(transcript.file for transcript in entry.transcripts))


def _beside(entry: Entry | DescribedEntry, files: Mapping[str, Path]) -> dict[str, Path]:
    """Give the transcripts of a source that were not named, from the source's folder."""
    folder = files[entry.source.file].parent
    beside = {one.file: folder / one.file for one in entry.transcripts if one.file not in files}
    return {name: path for name, path in beside.items() if path.exists()}


def _hash_faults(files: Mapping[str, bytes], entry: Entry | DescribedEntry) -> list[Diagnostic]:
    return [
        error(
            "not the file that the catalogue describes: its hash is another",
            Place(source.file),
            "restore the file, or review the change and give its new hash in catalogue.yaml",
        )
        for source in (entry.source, *entry.transcripts)
        if source.file in files and sha256(files[source.file]).hexdigest() != source.sha256
    ]


def _survival_faults(document: Document, text: bytes) -> list[Diagnostic]:
    """Read the document's own file, and compare."""
    if read_document(text, f"{document.id}.yaml") == document:
        return []
    return [error("the document does not survive its own file", Place(document.id))]


def _count_faults(document: Document, reading: Reading, entry: Entry) -> list[Diagnostic]:
    faults = []
    for what, found, expected in (
        ("units of kind", Counter(unit.kind for unit in document.units), entry.expected.units),
        ("repairs by", Counter(str(r.rule) for r in reading.repairs), entry.expected.repairs),
    ):
        for name in sorted({*found, *expected}):
            if found[name] != expected.get(name, 0):
                message = (
                    f"{found[name]} {what} '{name}' where the catalogue expects"
                    f" {expected.get(name, 0)}"
                )
                hint = "words were lost or moved, or the catalogue is out of date"
                faults.append(error(message, Place(entry.source.file), hint))
    return faults

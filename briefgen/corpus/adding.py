"""A new document for the user's own corpus: all the files that it needs, or none.

Enters: a description, a source, the corpus folder. Leaves: an ``Addition``, which says what would
be written and what would change, and is written in one step. The source is kept untouched; a
register of corrections that is there is never written over.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus import corrections, plain_documents
from briefgen.corpus.catalogue_text import with_described
from briefgen.corpus.changes import change_report
from briefgen.corpus.compiled import load_plain, twin_path, write_twin
from briefgen.corpus.described import read_description
from briefgen.corpus.homes import SHIPPED, list_documents, parse_catalogue
from briefgen.corpus.importing import Imported, changes_since, import_described
from briefgen.corpus.lint_report import lint_findings, report_text
from briefgen.corpus.register_fit import fit_register
from briefgen.corpus.replacement import replace_files
from briefgen.corpus.source_files import read_source_file
from briefgen.diagnostics import Diagnostic, Place
from briefgen.errors import UnusableInput
from briefgen.file_kinds import name_kind
from briefgen.yaml_reading import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.corpus.changes import Changes
    from briefgen.corpus.described import Description
    from briefgen.corpus.model import Document

_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_DESCRIPTIONS: Final = (".yaml", ".yml")
_REGISTER: Final = """\
# Slips of {file}, put right on the record; the source never changes. What is found and may stand
# is accepted. reports/{id}.md gives rows to paste below the name of their list. A correction:
#   - unit: {unit}
#     as-is: the words as they stand, once in the unit
#     corrected: the words as they should be
#     class: source slip        # or extraction fault, copy error, lost text
#     evidence: which text and line bears it out
#     confidence: high
#     date: "2031-01-31"
document: {id}
corrections:
accepted:
"""


class Addition(Struct, frozen=True):
    """A document that can be added: what was read, what would change, what would be written."""

    imported: Imported
    changes: Changes | None
    """None for a document that was not there before."""
    findings: tuple[Diagnostic, ...]
    """What the lint finds and no row of the register answers, as a check would tell it."""
    report: Path
    """Where the findings are kept to read."""
    contents: dict[Path, bytes]
    shown: tuple[Path, ...]
    """The files that a person looks at."""

    @property
    def failed(self) -> bool:
        """Say whether nothing can be written."""
        return bool(self.imported.diagnostics)

    def write(self) -> tuple[Path, ...]:
        """Write every file, or none.

        Raises:
            UnusableInput: the source was not wholly understood.
            CannotWrite: the folder refuses.
        """
        if self.failed:
            raise UnusableInput(self.imported.diagnostics)
        replace_files(self.contents)
        return self.shown

    def as_data(self) -> dict[str, object]:
        """Give the report as plain data, for ``--json``."""
        return {
            "document": self.imported.as_data(),
            "changes": self.changes.as_data() if self.changes else None,
            "remarks": [one.as_data() for one in self.imported.remarks],
            "lint": [one.as_data() for one in self.findings],
        }

    def lines(self, *, written: bool = True) -> tuple[str, ...]:
        """Give the report as a person reads it; the findings too, if they are not kept."""
        told = list(account_lines(self.imported))
        if self.changes:
            told += [
                "changes since the last import:",
                *(f"  {one}" for one in self.changes.lines()),
            ]
        count = len(self.findings)
        where = f", see {self.report}" if count and written else ""
        told.append(f"lint: {count} finding{'' if count == 1 else 's'}{where}")
        if not written:
            told += [f"  {one}".replace("\n", "\n  ") for one in self.findings]
        return tuple(told)


def plan_addition(
    description: Path,
    source: Path | None,
    folder: Path,
    *,
    date: str = "",
    shows: Callable[[str], bool] | None = None,
) -> Addition:
    """Read a source by its description, and say what adding it would do. Nothing is written.

    ``date`` is the ISO 8601 day of the rows that the report suggests; ``shows`` tells whether the
    fonts in use have a shape for a character, and without it none is looked at.

    Raises:
        UnusableInput: the description is at fault, the id or file name is taken, or the source is
            not of its format.
    """
    data = read_source_file(description)
    layout = _read_layout(data, description)
    _check_id(layout, data, description)
    path = source or _named_source(layout, description)
    words = read_source_file(path)
    stored = _stored_name(path.name, layout.id)
    imported = import_described(words, str(path), layout, stored=stored)
    _check_source_name(folder, stored, layout.id, path)
    report = folder / "reports" / f"{layout.id}.md"
    if imported.diagnostics:
        return Addition(imported, None, (), report, {}, ())
    changes = changes_since(folder, imported.document)
    findings = lint_findings(fit_register(folder, imported.document), folder, shows)
    shown = {
        folder / "sources" / stored: words,
        folder / "descriptions" / f"{layout.id}.yaml": data,
        folder / "accounts" / f"{layout.id}.txt": _account_text(imported).encode(),
        report: report_text(imported.document, findings, date).encode(),
    }
    if changes and changes.of_text:
        kept = change_report(layout.id, changes).encode()
        shown[folder / "changes" / f"{layout.id}.md"] = kept
    register = folder / "corrections" / f"{layout.id}.yaml"
    catalogue = folder / "catalogue.yaml"
    if not register.exists():
        shown[register] = _empty_register(imported.document)
    rows = shown.get(register) or read_source_file(register)
    shown[folder / "documents" / f"{layout.id}.yaml"] = imported.yaml
    shown[catalogue] = with_described(
        read_source_file(catalogue) if catalogue.exists() else b"",
        layout.id,
        sha256(data).hexdigest(),
        (stored, sha256(words).hexdigest()),
    )
    twins = {
        twin_path(folder, f"documents/{layout.id}"): write_twin(
            imported.yaml, plain_documents.lay_down(imported.document)
        ),
        twin_path(folder, f"corrections/{layout.id}"): write_twin(
            rows, corrections.parse(rows, str(register))
        ),
        twin_path(folder, "catalogue"): write_twin(
            shown[catalogue], parse_catalogue(shown[catalogue], str(catalogue))
        ),
    }
    return Addition(imported, changes, findings, report, shown | twins, tuple(shown))


def account_lines(imported: Imported) -> tuple[str, ...]:
    """Give the account of a described source: words, units by kind, repairs."""
    head, *repairs = imported.lines()
    kinds = ", ".join(f"{count} {kind}" for kind, count in imported.kinds)
    return (head, f"  units: {kinds}", *repairs)


def _account_text(imported: Imported) -> str:
    remarks = [str(one) for one in imported.remarks]
    return "\n".join([*account_lines(imported), *remarks]) + "\n"


def _check_id(layout: Description, data: bytes, file: Path) -> None:
    if layout.id in list_documents(SHIPPED):
        place = read_yaml(data, str(file)).place("id")
        message = f"the shipped corpus has a document '{layout.id}'"
        raise UnusableInput.because(message, place, "choose another id")


def _read_layout(data: bytes, description: Path) -> Description:
    """Read the description; a file that is none by its name is hardly one with slips in it."""
    try:
        return read_description(data, str(description))
    except UnusableInput:
        if description.suffix.lower() in _DESCRIPTIONS:
            raise
        hint = "after --new comes the description, a YAML file, and after that the draft itself"
        message = f"this is {name_kind(data)}, not a description" if data else "the file is empty"
        raise UnusableInput.because(message, Place(str(description)), hint) from None


def _named_source(layout: Description, description: Path) -> Path:
    if layout.source is None:
        hint = "name it on the command line, or with 'source:' in the description"
        raise UnusableInput.because("no source is named", Place(str(description)), hint)
    return description.parent / layout.source


def _stored_name(name: str, document: str) -> str:
    """Give the name that a source is kept under: its own, unless that is not a plain one."""
    if _PLAIN_NAME.fullmatch(name):
        return name
    ending = re.sub(r"[^A-Za-z0-9]", "", name.rpartition(".")[2] if "." in name else "")
    return f"{document}.{ending or 'txt'}"


def _check_source_name(folder: Path, stored: str, document: str, path: Path) -> None:
    """See that no other document's source would be written over."""
    for name in list_documents(folder):
        other = _stored_document(folder, name) if name != document else None
        if other and other.source.file.casefold() == stored.casefold():
            message = f"the source of '{name}' has the same name in {folder / 'sources'}"
            raise UnusableInput.because(message, Place(str(path)), "rename the file")


def _stored_document(folder: Path, name: str) -> Document | None:
    if not (folder / "documents" / f"{name}.yaml").exists():
        return None
    return plain_documents.restore(load_plain(folder, f"documents/{name}", plain_documents.parse))


def _empty_register(document: Document) -> bytes:
    unit = next(iter(document.units)).id
    text = _REGISTER.format(file=document.source.file, unit=unit, id=document.id)
    return text.encode()

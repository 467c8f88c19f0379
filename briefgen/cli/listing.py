"""``list``: what there is to choose from, without building anything."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import ONE_OF, AsJson, one_of
from briefgen.cli.subjects import actor_rows, counts_cell, instrument_rows, theme_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document, Unit

Row = dict[str, object]


class Listed(StrEnum):
    """What can be listed."""

    DOCUMENTS = "documents"
    SECTIONS = "sections"
    OBJECTIVES = "objectives"
    PRINCIPLES = "principles"
    ROWS = "rows"
    THEMES = "themes"
    ACTORS = "actors"
    INSTRUMENTS = "instruments"
    PROFILES = "profiles"
    TEMPLATES = "templates"
    STYLES = "styles"
    LANGUAGES = "languages"


def list_things(
    what: Annotated[str, typer.Argument(metavar="WHAT", help=ONE_OF.format(", ".join(Listed)))],
    documents: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="DOCUMENT", help="Of these documents only."),
    ] = None,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """List documents, objectives, themes, actors, profiles and more."""
    from briefgen.cli.reporting import answer_json, faults_as_json, print_table

    with faults_as_json(wanted=as_json):
        meant = Listed(one_of(what, list(Listed)))
        if meant in _OF_DOCUMENTS or meant in _OF_CORPUS:
            rows = _rows_of_documents(meant, documents, own)
        else:
            _refuse_documents(meant, documents)
            rows = _OF_FOLDERS[meant]()
    if as_json:
        answer_json(rows)
        return
    print_table([[_cell(value) for value in row.values()] for row in rows])
    if not rows:
        _say_none(meant, documents)


def _say_none(what: Listed, documents: list[str] | None) -> None:
    """Say that there is nothing to list, so that no answer is not taken for a fault."""
    from briefgen.cli.reporting import report
    from briefgen.diagnostics import warning

    where = f" in {', '.join(documents)}" if documents else ""
    hint = ""
    if documents and what is not Listed.SECTIONS:
        hint = f"what there is: briefgen list sections --from {documents[0]}"
    report([warning(f"there are no {what}{where}", hint=hint)])


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return counts_cell(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _rows_of_documents(what: Listed, names: list[str] | None, own: list[Path] | None) -> list[Row]:
    from briefgen.cli.folders import own_corpora
    from briefgen.corpus import Corpus

    corpus = Corpus(beside=own_corpora(own))
    documents = [corpus.document(name) for name in dict.fromkeys(names or corpus.document_ids)]
    if what in _OF_CORPUS:
        return _OF_CORPUS[what](corpus, documents)
    return [row for one in documents for row in _OF_DOCUMENTS[what](corpus, one)]


def _refuse_documents(what: Listed, names: list[str] | None) -> None:
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput

    if names:
        hint = f"--from goes with {', '.join((*_OF_DOCUMENTS, *_OF_CORPUS))}"
        raise UnusableInput.because(f"{what} are of no document", Place("--from"), hint)


def _documents(_: Corpus, document: Document) -> list[Row]:
    return [
        {
            "id": document.id,
            "status": document.status,
            "date": document.date,
            "units": len(document.units),
            "title": document.title,
        }
    ]


def _sections(_: Corpus, document: Document) -> list[Row]:
    return [
        {"document": document.id, "section": section.name, "units": len(section.units)}
        for section in document.sections
    ]


def _objectives(corpus: Corpus, document: Document) -> list[Row]:
    """Objectives of a document; a title that the source has by mistake is marked."""

    def row(unit: Unit) -> Row:
        faulty = corpus.fault(unit.id) is not None
        actions = sum(
            one.kind == "action" for one in corpus.under(f"{unit.document}/{unit.path[1]}")
        )
        note = "faulty in the source" if faulty else f"{actions} actions"
        return {
            "id": f"{unit.document}/{unit.path[1]}",
            "objective": unit.path[1],
            "actions": note,
            "title": unit.text,
        }

    return [row(unit) for unit in document.units if unit.kind == "objective-title"]


def _principles(_: Corpus, document: Document) -> list[Row]:
    return [
        {"id": unit.id, "name": unit.label} for unit in document.units if unit.kind == "principle"
    ]


def _rows(_: Corpus, document: Document) -> list[Row]:
    return [
        {"id": "/".join(unit.path[:2]), "recommendation": unit.text}
        for unit in document.units
        if unit.kind == "recommendation"
    ]


def _profiles() -> list[Row]:
    from briefgen.cli.folders import PROFILES

    found: dict[str, Row] = {}
    for folder in PROFILES:
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            found.setdefault(path.stem, {"name": path.stem, "path": str(path)})
    return list(found.values())


def _templates() -> list[Row]:
    from briefgen.cli.folders import TEMPLATES
    from briefgen.compose.environment import open_environment, template_names

    names = template_names(open_environment(TEMPLATES))
    return [{"name": name.removesuffix(".xhtml.j2")} for name in names]


def _styles() -> list[Row]:
    from briefgen.cli.folders import STYLES

    return _stems(STYLES)


def _languages() -> list[Row]:
    from briefgen.cli.folders import TEMPLATES

    return _stems(tuple(folder / "languages" for folder in TEMPLATES))


def _stems(folders: tuple[Path, ...]) -> list[Row]:
    names = {path.stem for folder in folders for path in folder.glob("*.yaml")}
    return [{"name": name} for name in sorted(names)]


_OF_DOCUMENTS: dict[Listed, Callable[[Corpus, Document], list[Row]]] = {
    Listed.DOCUMENTS: _documents,
    Listed.SECTIONS: _sections,
    Listed.OBJECTIVES: _objectives,
    Listed.PRINCIPLES: _principles,
    Listed.ROWS: _rows,
}
_OF_CORPUS: dict[Listed, Callable[[Corpus, Sequence[Document]], list[Row]]] = {
    Listed.THEMES: theme_rows,
    Listed.ACTORS: actor_rows,
    Listed.INSTRUMENTS: instrument_rows,
}
_OF_FOLDERS: dict[Listed, Callable[[], list[Row]]] = {
    Listed.PROFILES: _profiles,
    Listed.TEMPLATES: _templates,
    Listed.STYLES: _styles,
    Listed.LANGUAGES: _languages,
}

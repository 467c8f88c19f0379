"""Where the command line looks: the working folder first, then what is shipped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefgen.resources import shipped

PROFILES = (Path("profiles"), shipped("profiles"))
TEMPLATES = (Path("templates"), shipped("templates"))
STYLES = tuple(folder / "styles" for folder in TEMPLATES)
REFERENCES = tuple(folder / "references" for folder in TEMPLATES)
CORPUS = Path("corpus")
"""The user's own corpus folder, where there is one: its documents stand beside the shipped ones."""

OwnCorpus = Annotated[
    list[Path] | None,
    typer.Option(
        "--corpus",
        metavar="DIR",
        help="A corpus folder of your own; ./corpus by default. May be repeated.",
    ),
]


def own_corpora(named: list[Path] | None) -> tuple[Path, ...]:
    """Give the corpus folders to read beside the shipped one.

    Raises:
        UnusableInput: a folder that was named holds nothing of a corpus.
    """
    if named is None:
        return (CORPUS,) if _is_corpus(CORPUS) else ()
    from briefgen.diagnostics import Place, error
    from briefgen.errors import UnusableInput

    hint = "name the folder that 'briefgen corpus import --new' wrote to"
    faults = [
        error("this folder holds no documents, themes or actors", Place(str(folder)), hint)
        for folder in named
        if not _is_corpus(folder)
    ]
    if faults:
        raise UnusableInput(faults)
    return tuple(named)


def _is_corpus(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in ("documents", "themes", "actors"))

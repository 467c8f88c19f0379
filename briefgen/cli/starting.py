"""``new``: a folder to start from."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it as the program runs
from typing import Annotated

import typer


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder to make or to fill.")],
) -> None:
    """Make a starter folder: profiles/, templates/ and descriptions/."""
    from briefgen.cli.delivery import deliver
    from briefgen.corpus.homes import SHIPPED
    from briefgen.diagnostics import Place, error
    from briefgen.errors import UnusableInput
    from briefgen.resources import shipped

    descriptions = SHIPPED / "descriptions"
    sources = {
        "profiles/my-pack.yaml": shipped("profiles") / "starter.yaml",
        **{
            f"descriptions/{name}": descriptions / name
            for name in ("my-draft.yaml", "my-draft.txt", "README.md")
        },
        **{
            f"templates/{path.relative_to(shipped('templates')).as_posix()}": path
            for path in sorted(shipped("templates").rglob("*"))
            if path.is_file()
        },
    }
    present = [name for name in sources if (folder / name).exists()]
    if present:
        raise UnusableInput(
            error("the file is there already", Place(str(folder / name)), "choose an empty folder")
            for name in present
        )
    for made in deliver(folder, {name: path.read_bytes() for name, path in sources.items()}):
        print(made)

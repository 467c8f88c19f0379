"""Commands whose help names what they take as the rest of the program does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from typer.core import TyperCommand

if TYPE_CHECKING:
    import typer

_TYPE: Final = re.compile(r" <[^<>]+>$")
"""What newer releases of the library put behind a placeholder: Python's own name of the type."""


class Command(TyperCommand):
    """A command; its help shows arguments and options by their placeholders alone."""

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401 - the library has no public name for its formatters
        """Write the lists of arguments and options."""
        write = formatter.write_dl

        def write_plain(rows: list[tuple[str, str]], *rest: Any, **more: Any) -> None:  # noqa: ANN401 - passed on
            write([(_TYPE.sub("", name), words) for name, words in rows], *rest, **more)

        formatter.write_dl = write_plain
        super().format_options(ctx, formatter)

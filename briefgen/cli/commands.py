"""All commands in one place; each imports what it needs when it runs, so that help is instant."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer
from typer.core import TyperGroup

from briefgen.cli import (
    corpus,
    corrigenda,
    excerpts,
    explaining,
    listing,
    packs,
    press,
    rebuilding,
    references,
    run_sheets,
    schemas,
    showing,
    starting,
    tracing,
    verifying,
)
from briefgen.cli.help_pages import Command
from briefgen.cli.streams import quiet_endings


class _Commands(TyperGroup):
    """The commands, ending as this program ends rather than as the library would have it."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # its own is wider
        """Run the command that was asked for."""
        with quiet_endings():
            return super().invoke(ctx)


app = typer.Typer(
    cls=_Commands,
    name="briefgen",
    help="Make briefing packs for delegations, with every quoted word the source's.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from briefgen import __version__

        print(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def _briefgen(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Make briefing packs for delegations, with every quoted word the source's."""


_command = partial(app.command, cls=Command)
_command("build")(packs.build)
_command("excerpt")(excerpts.excerpt)
_command("why")(explaining.why)
_command("check")(packs.check)
_command("rebuild")(rebuilding.rebuild)
_command("verify")(verifying.verify)
_command("trace")(tracing.trace)
_command("new")(starting.new)
_command("reference")(references.reference)
_command("impose")(press.impose)
_command("corrigendum")(corrigenda.corrigendum)
_command("run-sheet")(run_sheets.run_sheet)
_command("list")(listing.list_things)
_command("show")(showing.show)
_command("schema")(schemas.schema)
app.add_typer(corpus.app, name="corpus")

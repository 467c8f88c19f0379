"""``impose``: finished PDFs as booklets, several pages on a side, or cards to cut apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefgen.cli.file_names import imposed_names
from briefgen.cli.options import AsJson  # noqa: TC001 - typer reads it as the program runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.press import Imposed, Kind, Scheme

Files = Annotated[list[str], typer.Argument(metavar="FILE.pdf", help="Finished PDFs.")]


def impose(
    files: Files,
    booklet: Annotated[
        bool, typer.Option("--booklet", help="Two pages on a side, to be folded and stitched.")
    ] = False,
    nup: Annotated[
        int | None, typer.Option("--nup", metavar="2|4", help="So many pages on a side, in order.")
    ] = None,
    stack: Annotated[
        int | None,
        typer.Option("--stack", metavar="2|4|8", help="So many cards on a side, to be cut apart."),
    ] = None,
    repeat: Annotated[
        int | None,
        typer.Option(
            "--repeat", metavar="2|4|8", help="The same card so many times on a sheet, to be cut."
        ),
    ] = None,
    paper: Annotated[
        str | None,
        typer.Option(
            metavar="A3|A4|A5|Letter|Legal",
            help="The paper to print on; A4, or Letter for American pages.",
        ),
    ] = None,
    signature: Annotated[
        int,
        typer.Option(metavar="PAGES", help="Fold a booklet in parts of so many pages: 16, 32."),
    ] = 0,
    creep: Annotated[
        float,
        typer.Option(metavar="MM", help="Thickness of a sheet, to make up for it: 0.1."),
    ] = 0.0,
    binding: Annotated[
        Literal["left", "right"] | None,
        typer.Option(help="The edge a booklet is bound at; as the file says, or the left one."),
    ] = None,
    flip: Annotated[
        Literal["long", "short"] | None,
        typer.Option(help="The edge that the printer turns sheets on, if it knows only one."),
    ] = None,
    single_sided: Annotated[
        bool | None,
        typer.Option(
            "--single-sided/--double-sided",
            help="Print on one side of each sheet, or on both; as the file says, else on both.",
        ),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path(
        "output"
    ),
    as_json: AsJson = False,
) -> None:
    """Lay finished PDFs out for printing, each beside the file that it was made from."""
    from briefgen.cli.delivery import deliver
    from briefgen.cli.papers import paper_named
    from briefgen.cli.reporting import answer_all, faults_as_json, progress, report
    from briefgen.press import Scheme

    with faults_as_json(wanted=as_json):
        kind, per_side = _kind({"n-up": nup, "stack": stack, "repeat": repeat}, booklet=booklet)
        scheme = Scheme(
            *(kind, per_side, paper_named(paper), signature, creep, flip, single_sided, binding)
        )
        with progress("Imposing"):
            made = _imposed(files, scheme)
        written = {name: data for one in made for name, data in one.files.items()}
        paths = deliver(out, written)
    told = [note for one in made for note in one.notes]
    report(told)
    if as_json:
        answer_all({"files": [one.as_data(out) for one in made]}, told)
        return
    for path in paths:
        print(path)


def _kind(asked: Mapping[Kind, int | None], *, booklet: bool) -> tuple[Kind, int]:
    """Give what was asked for; it must be one thing.

    Raises:
        UnusableInput: it is none, or several.
    """
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput
    from briefgen.press import OPTIONS

    wanted: list[tuple[Kind, int]] = [("booklet", _TWO)] if booklet else []
    wanted += [(kind, per_side) for kind, per_side in asked.items() if per_side is not None]
    if len(wanted) == 1:
        return wanted[0]
    message = "these cannot be had at once" if wanted else "it is not said how to lay the pages out"
    named = [OPTIONS[kind] for kind, _ in wanted] or OPTIONS.values()
    hint = f"give one of {', '.join(OPTIONS.values())}"
    raise UnusableInput.because(message, Place(", ".join(named)), hint)


class _Made:
    """An imposed file and the one that it was made from, under the names they are delivered by.

    Where pages are made smaller, the type that they are set in is measured.
    """

    def __init__(self, path: str, source: bytes, scheme: Scheme, imposed: Imposed) -> None:
        from briefgen.cli.confined import measure_type_confined

        self.path = path
        self.is_smaller = imposed.scale <= _NEARLY_WHOLE
        self.points = measure_type_confined(source, path) if self.is_smaller else 0.0
        self.scheme = scheme
        self.imposed = imposed
        self.to_print, self.to_read = imposed_names(
            Path(path).stem, scheme, accessible=imposed.accessible
        )
        self.files = {self.to_print: imposed.data, self.to_read: source}

    @property
    def notes(self) -> list[Diagnostic]:
        """What the person at the printer and the readers must know."""
        from briefgen.diagnostics import Diagnostic, Place, Severity, warning

        one, place = self.imposed, Place(self.path)
        sides = f"turned on the {one.flip} edge" if one.flip else "printed on one side"
        sheets = "1 sheet" if one.sheets == 1 else f"{one.sheets} sheets"
        message = f"{sheets} of {one.paper}, {sides}, pages at {one.scale:.0%} of their size"
        if self.scheme.kind == "stack":
            message += f"; cut into {self.scheme.per_side} stacks and lay them on one another"
        if self.scheme.kind == "repeat":
            message += f"; cut into {self.scheme.per_side} copies of each card"
        if one.from_the_right:
            bound = self.scheme.kind == "booklet"
            message += ", bound at the right edge" if bound else ", to be read from the right"
        hint = self._smaller_paper() if self.is_smaller else ""
        found = [Diagnostic(Severity.NOTE, message, place, hint)]
        if self.is_smaller and (how_small := self._hard_to_read()):
            message = f"pages at {one.scale:.0%} are hard to read{how_small}"
            cure = "put fewer pages on a side, print on larger paper, or build it on smaller paper"
            found.append(warning(message, place, cure))
        if one.turned:
            pages = "1 page lies" if one.turned == 1 else f"{one.turned} pages lie"
            message = f"{pages} across: turned to the left, with the head at the left edge"
            found.append(Diagnostic(Severity.NOTE, message, place))
        if not one.accessible:
            message = "the PDF is not tagged, so that no accessible version is delivered"
            found.append(warning(message, place, "build it with briefgen, which tags its PDFs"))
        return found

    def _hard_to_read(self) -> str:
        """Say how small the type is printed, if it is too small; a scan has no type to measure."""
        if not self.points:
            return ", if they hold words" if self.imposed.scale < _SMALLEST_SCAN else ""
        if (printed := self.points * self.imposed.scale) >= _READABLE:
            return ""
        return f": type of {self.points:g} points is printed at {printed:.1f}"

    def _smaller_paper(self) -> str:
        """Say what makes type whole again, and margins, which get narrower with it."""
        from briefgen.styles import PRINTABLE_MM

        half = _HALVES.get(self.imposed.paper, "") if self.scheme.per_side == _TWO else ""
        cure = f"with --set paper={half}" if half else "on smaller paper"
        return f"for type in full size, and {PRINTABLE_MM:g} mm free at all edges, build it {cure}"

    def as_data(self, folder: Path) -> dict[str, object]:
        """Give the same as plain data."""
        one = self.imposed
        return {
            "file": str(folder / self.to_print),
            "unimposed": str(folder / self.to_read),
            "accessible": one.accessible,
            "sheets": one.sheets,
            "paper": one.paper,
            "flip": one.flip,
            "scale": round(one.scale, 4),
            "empty": one.empty,
            "turned": one.turned,
            "binding": "right" if one.from_the_right else "left",
            "copies": self.scheme.per_side if self.scheme.kind == "repeat" else 1,
        }


_NEARLY_WHOLE = 0.97
_READABLE = 6.0
"""Points; smaller type is read with a glass."""
_SMALLEST_SCAN = 0.55
"""A page of which only a picture is known was most likely set in 11 points."""
_TWO = 2
_HALVES = {"A3": "A4", "A4": "A5"}
"""Paper half as large as another, of those that packs are built on."""


def _imposed(paths: Sequence[str], scheme: Scheme) -> list[_Made]:
    """Impose every file in memory first, so that a fault in one leaves no file of another."""
    from briefgen.cli.finished_files import read_pdf
    from briefgen.cli.folders import TEMPLATES
    from briefgen.cli.papers import own_style
    from briefgen.diagnostics import Place, error
    from briefgen.errors import Faults, UnusableInput
    from briefgen.own_pages import blank_page
    from briefgen.press import check_scheme, impose, read_facts
    from briefgen.writers import write

    if wrong := check_scheme(scheme):
        raise UnusableInput(wrong)
    style = own_style(scheme.paper)
    faults = Faults()
    blanks: dict[str, bytes] = {}
    made: dict[str, _Made] = {}
    for path in dict.fromkeys(paths):
        with faults.gathered():
            data = read_pdf(path)
            language = _known_language(read_facts(data, path).language)
            if language not in blanks:
                pack = blank_page(language, style, TEMPLATES)
                blanks[language] = write(pack, style, ["pdf"])["pdf"]
            one = _Made(path, data, scheme, impose(data, scheme, path, blanks[language]))
            first = made.setdefault(one.to_print.casefold(), one)
            if first is not one:
                message = f"{first.path} has the same name, and would be overwritten"
                hint = "impose them into different folders"
                faults.found.append(error(message, Place(path), hint))
    faults.raise_any()
    return list(made.values())


def _known_language(tag: str) -> str:
    """Give the language that there are words in: that of the file, or English."""
    from briefgen.cli.folders import TEMPLATES

    language = tag.split("-", maxsplit=1)[0].lower()
    known = {path.stem for one in TEMPLATES for path in (one / "languages").glob("*.yaml")}
    return language if language in known else "en"

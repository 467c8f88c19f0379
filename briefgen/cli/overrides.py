"""What the command line says over a profile.

Enters: the options that several commands share. Leaves: settings, for the loader of profiles, and
what they change without being asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles import Setting

Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="KEY=VALUE", help="Override a value of the profile; may be repeated."
    ),
]
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The pack's date, as on its cover.")
]
TextMode = Annotated[
    str | None,
    typer.Option(
        "--text",
        metavar="verbatim|corrected|clean",
        help="Quote with the sources' slips; corrected, with marks; or with a list at the end.",
    ),
]


def overrides(
    settings: Sequence[str] | None,
    date: str | None,
    text: str | None,
    formats: Sequence[str] | None,
    layout: str | None = None,
    size: str | None = None,
    fit: str | None = None,
) -> list[str | Setting]:
    """Give what the command line says over the profile; options win over ``--set``.

    To ``fit`` is for handouts: it asks for that layout too, unless another is asked for; to fit
    ``none`` asks for nothing.
    """
    from briefgen.diagnostics import Place
    from briefgen.profiles import Setting

    names = {"formats": "--format"}
    if fit and fit != "none" and layout is None:
        layout, names["layout"] = "handout", "--fit"
    options = {"date": date, "text": text, "formats": list(formats or ()), "layout": layout}
    large = [Setting(("print", "size"), size, Place("--print"))] if size else []
    fitting = [Setting(("handout", "fit"), fit, Place("--fit"))] if fit else []
    return [
        *(settings or ()),
        *large,
        *fitting,
        *(
            Setting((key,), value, Place(names.get(key, f"--{key}")))
            for key, value in options.items()
            if value is not None and value != []
        ),
    ]


def layout_remarks(
    path: Path, settings: Sequence[str | Setting], search: Sequence[Path]
) -> list[Diagnostic]:
    """Tell where ``--fit`` alone makes a handout of what its profile has as a pack.

    Its files have the names that the pack's would have, and are much less than the pack.

    Raises:
        UnusableInput: the profile cannot be read, or it has cards, of which ``--fit`` would make
            handouts as small.
    """
    from briefgen.diagnostics import Diagnostic, Place, Severity
    from briefgen.errors import UnusableInput
    from briefgen.profiles.inheritance import read_with_extended
    from briefgen.profiles.settings import apply_settings

    place = Place("--fit")
    by_fit = [one for one in settings if not isinstance(one, str) and one.place == place]
    if not any(one.path == ("layout",) for one in by_fit):
        return []
    others = [one for one in settings if one not in by_fit]
    said = apply_settings(read_with_extended(path, search), others)[0].value
    layout = said.get("layout", "pack") if isinstance(said, dict) else ""
    if layout == "card":
        message = f"'{path.stem}' has cards, and a card always fits on one side"
        hint = "take --fit away, or say --layout handout"
        raise UnusableInput.because(message, place, hint)
    if layout != "pack":
        return []
    message = f"'{path.stem}' becomes a handout: one objective a sheet, without cover and contents"
    return [Diagnostic(Severity.NOTE, message, place)]

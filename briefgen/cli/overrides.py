"""What the command line says over a profile.

Enters: the options that several commands share. Leaves: settings, for the loader of profiles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    To ``fit`` is for handouts: it asks for that layout too, unless another is asked for.
    """
    from briefgen.diagnostics import Place
    from briefgen.profiles import Setting

    names = {"formats": "--format"}
    if fit and layout is None:
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

"""References on the command line: found by name or path, opened, and made to begin with.

Enters: a profile, and what the command line says. Leaves: an opened reference, or a new file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from briefgen.profiles.schema import Profile
    from briefgen.writers.docx import Reference

_SUFFIX = ".docx"

ReferenceFile = Annotated[
    Path | None,
    typer.Option(
        "--reference",
        metavar="FILE.docx",
        help="Your letterhead for the Word files: its styles, pages, headers and footers.",
    ),
]


def find_reference(profile: Profile, given: Path | None) -> Reference | None:
    """Open the reference of a pack; what the command line names wins.

    A profile gives a name, which is looked up in ``references`` beside the templates: one that
    came from elsewhere may not name a path.

    Raises:
        UnusableInput: there is no such file, or it cannot be a reference.
    """
    if given is None and not profile.reference:
        return None
    from briefgen.cli.finished_files import read_office_file
    from briefgen.cli.folders import REFERENCES
    from briefgen.diagnostics import error
    from briefgen.errors import UnusableInput
    from briefgen.named_files import find_named_file, is_name
    from briefgen.writers.docx import open_reference

    path = given
    if path is None:
        place = profile.place("reference")
        name = profile.reference.removesuffix(_SUFFIX)
        if not is_name(name, (_SUFFIX,)):
            hint = "put it in templates/references and give its name, or use --reference"
            message = f"'{profile.reference}' is not the name of a reference"
            raise UnusableInput([error(message, place, hint)])
        path = find_named_file("reference", name, REFERENCES, place, (_SUFFIX,))
    return open_reference(read_office_file(str(path)), str(path))


def reference(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="The file to make.")],
    style: Annotated[
        str, typer.Option(metavar="NAME", help="The style that it begins with.")
    ] = "standard",
) -> None:
    """Make a reference to put your letterhead in: a Word file with all styles and placeholders."""
    from briefgen.cli.delivery import deliver
    from briefgen.cli.folders import STYLES
    from briefgen.diagnostics import Place, error
    from briefgen.errors import UnusableInput
    from briefgen.named_files import find_named_file
    from briefgen.style_files import load_style
    from briefgen.writers.docx.starter import starter_reference

    if file.suffix.lower() != _SUFFIX:
        hint = "give it a name that ends in .docx"
        raise UnusableInput([error("a reference is a Word document", Place(str(file)), hint)])
    if file.exists():
        hint = "choose another name"
        raise UnusableInput([error("the file is there already", Place(str(file)), hint)])
    data = starter_reference(load_style(find_named_file("style", style, STYLES)))
    for made in deliver(file.parent, {file.name: data}):
        print(made)

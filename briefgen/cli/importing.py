"""``corpus import``: sources that the catalogue knows, or a new document with its description."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def import_catalogued(sources: list[Path], out: Path, *, dry_run: bool, as_json: bool) -> None:
    """Import sources that a catalogue describes.

    Raises:
        UnusableInput: with every fault; nothing is written then.
    """
    from briefgen.cli.reporting import answer_json, report
    from briefgen.corpus import import_sources
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput

    if not sources:
        hint = "name source files, or --new and the description of a document of your own"
        raise UnusableInput.because("no source is named", Place("SOURCE"), hint)
    if dry_run:
        raise UnusableInput.because("it goes with --new only", Place("--dry-run"), "take it out")
    imported = import_sources(_files_in(sources), out)
    if imported.failed:
        raise UnusableInput(imported.diagnostics)
    report(imported.diagnostics)
    if as_json:
        answer_json(imported.as_data())
    else:
        print("\n".join(imported.lines()))


def add_described(
    description: Path, sources: list[Path], out: Path, *, dry_run: bool, as_json: bool
) -> None:
    """Add a document to the user's own corpus.

    Raises:
        UnusableInput: with every fault; nothing is written then.
    """
    from briefgen.cli.reporting import answer_json, report
    from briefgen.corpus.adding import plan_addition
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput
    from briefgen.writers.coverage import can_show

    if len(sources) > 1:
        message = "one description is of one source"
        raise UnusableInput.because(message, Place(str(sources[1])), "import them one by one")
    date = datetime.now(UTC).date().isoformat()
    source = sources[0] if sources else None
    addition = plan_addition(description, source, out, date=date, shows=can_show)
    if addition.failed:
        raise UnusableInput(addition.imported.diagnostics)
    written = () if dry_run else addition.write()
    changes = addition.changes
    gone = _profiles_that_name(changes.gone if changes else ())
    reused = _profiles_that_name(changes.reused if changes else ())
    if as_json:
        named = {"profiles": gone, "profiles-of-reused-ids": reused}
        paths = {"written": [str(path) for path in written]}
        answer_json(addition.as_data() | named | paths)
        return
    report(addition.imported.remarks)
    print("\n".join(addition.lines(written=not dry_run)))
    for profile, ids in gone.items():
        print(f"{profile} names what is not there any more: {', '.join(ids)}")
    for profile, ids in reused.items():
        print(f"{profile} names ids that mean other words now: {', '.join(ids)}")
    print("\n".join(map(str, written)) if written else "nothing was written: --dry-run")


def _profiles_that_name(ids: tuple[str, ...]) -> dict[str, list[str]]:
    """Find the profiles of the working folder in which some ids stand."""
    import re

    from briefgen.cli.folders import PROFILES

    found: dict[str, list[str]] = {}
    for path in sorted(PROFILES[0].glob("*.yaml")) if ids else ():
        words = set(re.findall(r"[a-z0-9-]+(?:/[a-z0-9-]+)+", path.read_text("utf-8", "replace")))
        named = [name for name in ids if name in words]
        if named:
            found[str(path)] = named
    return found


def _files_in(paths: list[Path]) -> list[Path]:
    """Give the files that are meant: a folder stands for the text files in it."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return found

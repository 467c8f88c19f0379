"""What is printed again of packs that were compared: the note, the sheets, and the whole.

Enters: what the comparison found, and what the command line says of the revision. Leaves: finished
files in memory, by their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.cli.file_names import note_name, revision_names
from briefgen.cli.folders import TEMPLATES
from briefgen.diagnostics import Diagnostic, Place, error, warning
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.cli.revisions import Found
    from briefgen.corrigenda import PrintedFile
    from briefgen.corrigenda.note import Subject
    from briefgen.corrigenda.reprinting import Revision
    from briefgen.protection import Protection
    from briefgen.styles import Style


LAST_REVISION: Final = 999
"""Names of files have three digits for it."""


def make_revision(found: Found, number: int | None, date: str) -> Revision:
    """Say which revision it is, and of which day: that of the new pack if none is given.

    Raises:
        UnusableInput: no date is known; it is before that of an old pack; or none is given, and by
            their own the old packs are newer. The number is not after that of an old pack, or of
            more than three digits.
    """
    from briefgen.compose.furniture import load_furniture
    from briefgen.corrigenda.dating import swapped, too_early
    from briefgen.corrigenda.reprinting import Revision

    files = [pair.corrigendum for pair in found.pairs]
    if not date and (faults := list(swapped(pair.corrigendum for pair in found.changed))):
        raise UnusableInput(faults)
    date = date or max((one.new.date for one in files), default="")
    if not date:
        message = "it is not said of which day the revision is: the pack has no date"
        hint = "give it with --date YYYY-MM-DD"
        raise UnusableInput.because(message, Place("--date"), hint)
    if faults := list(too_early((pair.corrigendum for pair in found.changed), date)):
        raise UnusableInput(faults)
    number = _next_number([one.old for one in files], number)
    furniture = load_furniture(files[0].new.language, TEMPLATES)
    words = furniture.fill("corrigendum-stamp", number=number, date=furniture.date(date))
    return Revision(number, date, words)


def _next_number(printed: Sequence[PrintedFile], wanted: int | None) -> int:
    """Give the number of the revision: the next one, or a later one that is wanted."""
    last = max(printed, key=lambda one: one.revision)
    number = wanted or last.revision + 1
    if number <= last.revision:
        message = f"this is Rev. {last.revision} itself, and cannot have Rev. {number} after it"
        hint = "leave --rev away, or name as OLD what was printed before it"
        raise UnusableInput.because(message, Place(last.name), hint)
    if number > LAST_REVISION:
        message = f"there is no Rev. {number}: revisions are counted to {LAST_REVISION}"
        hint = "print the new pack as a whole, and name that build as OLD from then on"
        raise UnusableInput.because(message, Place(last.name), hint)
    return number


def make_files(
    found: Found, revision: Revision, formats: Sequence[str], own: list[Path] | None
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Write the note, and of each changed PDF the sheets to print and the whole, in memory.

    Of a set all files are written as they then lie on the table, those that are new as they are.
    What a pack is protected by, protects what is made of it; the note quotes all of them.

    Raises:
        UnusableInput: a new file was changed after it was built, or the note would go out open.
    """
    from briefgen.cli.finished_files import read_pdf
    from briefgen.cli.folders import own_corpora
    from briefgen.cli.papers import own_style
    from briefgen.corpus import Corpus
    from briefgen.corrigenda import note_pack, reprint
    from briefgen.corrigenda.comparing import is_american
    from briefgen.corrigenda.note import stamp_page
    from briefgen.large_print import in_large_print
    from briefgen.print_looks import in_size
    from briefgen.writers import write

    corrigenda = [pair.corrigendum for pair in found.pairs]
    style = own_style("Letter" if is_american(corrigenda[0].new) else None)
    corpus = Corpus(beside=own_corpora(own))
    files: dict[str, bytes] = {}
    notes: list[Diagnostic] = []
    faults = Faults()
    note, look = note_pack(_subject(found), revision, corpus, style, TEMPLATES), style
    if size := max(one.new.large_print for one in corrigenda):
        note, look = in_large_print(note), in_size(style, size)
    for name, data in _written(note, look, formats, found.protection).items():
        files[note_name(found.name, revision.number, name)] = data
    for name, _, built, one in found.revised:

        def set_words(words: str, language: str = one.new.language) -> bytes:
            return write(stamp_page(words, style, TEMPLATES, language), style, ["pdf"])["pdf"]

        with faults.gathered():
            made = reprint(one, built.data, revision, set_words)
            sheets, whole = revision_names(name, revision.number)
            if made.sheets:
                files[sheets] = _sealed(made.sheets, built.protection)
            files[whole] = _sealed(made.whole, built.protection)
            if made.unstamped:
                pages = ", ".join(map(str, made.unstamped))
                message = f"there is no room for the stamp on pages {pages}"
                notes.append(warning(message, Place(one.new.name), "mark them by hand"))
    for path in found.came:
        with faults.gathered():
            files[path.name] = read_pdf(str(path))
    faults.raise_any()
    return files, notes


def _written(
    note: Pack, style: Style, formats: Sequence[str], protection: Protection | None
) -> dict[str, bytes]:
    """Write the note in its formats, protected if there is need."""
    from briefgen.writers import write, write_edition

    if protection is None:
        return write(note, style, list(dict.fromkeys(formats)))
    if others := [one for one in formats if one != "pdf"]:
        message = f"only PDFs can be protected, and {', '.join(others)} would go out open"
        raise UnusableInput([error(message, Place("--format"), "have the note as PDF")])
    return {"pdf": _sealed(write_edition(note, style, archive=False).copy(1), protection)}


def _sealed(data: bytes, protection: Protection | None) -> bytes:
    if protection is None:
        return data
    from briefgen.protection import protect

    return protect(data, protection)


def _subject(found: Found) -> Subject:
    from briefgen.compose.furniture import load_furniture
    from briefgen.corrigenda.note import Subject
    from briefgen.corrigenda.numbered_copies import copies_lines, together

    changed = together(pair.corrigendum for pair in found.changed)
    told = [group[0] for group in changed] or [found.pairs[0].corrigendum]
    furniture = load_furniture(told[0].new.language, TEMPLATES)
    titles = {pair.corrigendum.new.title for pair in found.pairs}
    return Subject(
        (titles.pop() if len(titles) == 1 else "") or found.name,
        tuple(told),
        found.added,
        found.removed,
        tuple(copies_lines(changed, furniture)),
        len(found.changed) < len(found.pairs),
    )

"""Reads what stands before the text: covering letters, kept or left out.

Enters: the passages of a sheet, and the line that the text begins with. Leaves: letters, one unit
each with its line ends, and the passages of the text itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.described.drafting import Draft
from briefgen.corpus.described.paragraphs import Stretch
from briefgen.corpus.readers.reading import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.corpus.described.description import OutlineDescription
    from briefgen.corpus.described.sheet import Sheet


def read_front_matter(
    sheet: Sheet,
    description: OutlineDescription,
    numbers: Sequence[int],
    notes: Mapping[str, str],
) -> tuple[list[Draft], Sequence[int]]:
    """Give the letters, and the passages from the text's first line on."""
    rule = description.front_matter
    if rule is None:
        return [], numbers
    end = next(
        (
            at
            for at, number in enumerate(numbers)
            if rule.ends_before.starts(sheet.passage(number).text)
        ),
        None,
    )
    if end is None:
        message = f"no line is '{rule.ends_before.text}', where the front matter should end"
        sheet.fault(0, message, "write the first line of the text as it is printed")
        return [], numbers
    if rule.keep == "nothing":
        for number in numbers[:end]:
            sheet.reading.explain(Rule.LEFT_OUT, number)
        if end:
            sheet.remark(numbers[0], f"front matter left out: {end} lines or paragraphs")
        return [], numbers[end:]
    letters: list[Draft] = []
    for number in numbers[:end]:
        passage = sheet.passage(number)
        if any(pattern.fits(passage.text) for pattern in description.leave_out):
            sheet.reading.explain(Rule.LEFT_OUT, number)
            continue
        if not letters or any(pattern.fits(passage.text) for pattern in rule.letters):
            name = f"{description.id}/letter/{len(letters) + 1}"
            letters.append(Draft(sheet, name, "letter", notes=notes))
        whole = passage.blank_before or description.lines == "paragraphs"
        letters[-1].break_line("paragraph-break" if whole else "line-break")
        letters[-1].add([Stretch(number, 0, len(passage.text), glued=False)])
    return letters, numbers[end:]

"""Time the writing of Word files beside its peers: one process, everything loaded, one run.

The words are ready in memory before the clock starts, for each in the form that it wants: a tree,
the values of a template, a list of blocks. The clock stops when the file's bytes are there.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from compare import plain_content, ready_pack
from peers import docxtpl_peer, python_docx_peer

from briefgen.blocks import ListBlock, ListItem, Pack, Paragraph, Quotation, Section, Text
from briefgen.writers.docx import write_docx
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "Promote signature, ratification, accession and implementation of the Protocol " * 3
ACTIONS = 10


def main() -> None:
    """Run everything in turn, several rounds, and print medians and ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--profile", default="full-compact")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        writers = _writers(given.profile, Path(name) / "template.docx")
        seconds: dict[str, list[float]] = {writer: [] for writer in writers}
        sizes = {writer: len(write()) for writer, write in writers.items()}
        gc.disable()
        for _ in range(given.rounds):
            for writer, write in writers.items():
                gc.collect()
                started = time.perf_counter()
                write()
                seconds[writer].append(time.perf_counter() - started)
    medians = {writer: statistics.median(taken) for writer, taken in seconds.items()}
    print(f"{'':24}{'median ms':>10}{'kB':>6}{'x docxtpl':>11}{'x python-docx':>15}")
    for writer, median in medians.items():
        ratios = (median / medians["docxtpl"], median / medians["python-docx"])
        print(
            f"{writer:24}{median * 1000:10.0f}{sizes[writer] / 1000:6.0f}"
            f"{ratios[0]:11.2f}{ratios[1]:15.2f}"
        )


def _writers(profile: str, template: Path) -> dict[str, Callable[[], bytes]]:
    pack, style = ready_pack(profile)
    content = plain_content(pack)
    docxtpl_peer.make_template(template)
    words = docxtpl_peer.context(content)
    pages = plan_pdf(pack, style).printed_numbers
    small, large = _units(1_000), _units(10_000)

    def by_docxtpl() -> bytes:
        target = BytesIO()
        docxtpl_peer.write(template, words, target)
        return target.getvalue()

    def by_python_docx() -> bytes:
        target = BytesIO()
        python_docx_peer.write(content, target)
        return target.getvalue()

    return {
        "briefgen": lambda: write_docx(pack, style, pages),
        "docxtpl": by_docxtpl,
        "python-docx": by_python_docx,
        "briefgen, 1,000 units": lambda: write_docx(small, style),
        "briefgen, 10,000 units": lambda: write_docx(large, style),
    }


def _units(count: int) -> Pack:
    """Make a pack of ``count`` quoted actions, in lists as long as those of an objective."""
    lists = tuple(
        ListBlock(tuple(_action(number, letter) for letter in range(ACTIONS)), "labelled")
        for number in range(count // ACTIONS)
    )
    return Pack(f"{count} units", "en", "", (Section(lists),))


def _action(number: int, letter: int) -> ListItem:
    words = Quotation((Text(WORDS),), f"made/{number}/{letter}")
    return ListItem((Paragraph((words,), "list"),), f"({chr(ord('a') + letter)})")


if __name__ == "__main__":
    main()

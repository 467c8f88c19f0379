"""Time the making of PDF files beside Typst's, which sets the same words, tagged, as PDF/UA-1.

Cold is a whole process, from its start to its end; warm is one file more in a process that has made
some. ``build`` also reads its file back and holds it against the corpus. All take turns, so that a
machine that slows down slows all of them. Processor seconds, by which ratios are reckoned, are told
beside those on the clock, since other programs lengthen only these.

``--growth`` makes longer and longer packs instead, and one table cell of many pages.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from compare import HERE, plain_content, ready_pack
from peers import typst_peer

from briefgen import Corpus, build_pack, load_profile, load_style, shipped
from briefgen.blocks import Cell, ListBlock, ListItem, Pack, Paragraph, Row, Section, Table, Text
from briefgen.writers.pdf import plan_pdf, write_pdf
from briefgen.writers.pdf.emitting import emit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WHOLE, EXCERPT = "full-compact", "objective-handout"
STYLE = shipped("templates") / "styles" / "standard.yaml"

WORDS = "Promote signature, ratification, accession and implementation of the Protocol " * 6
ITEMS = (2000, 4000, 8000, 16000)
CELLS = (200, 400, 800)
"""Items of one list, and of one list inside a table cell; some eight fill a page."""

Run: TypeAlias = "Callable[[], tuple[float, float, float]]"
"""Does a thing once; gives seconds on the clock, seconds of the processor, and memory in MB."""


@dataclass
class Taken:
    """What rounds took: seconds on the clock, seconds of the processor, the most memory in MB."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    def line(self, name: str, beside: Taken | None) -> str:
        clock, processor = statistics.median(self.clock), statistics.median(self.processor)
        told = f"{name:26}{clock:9.3f}{processor:9.3f}{self.megabytes:7.0f}"
        if beside is None:
            return told
        pairs = zip(self.processor, beside.processor, strict=True)
        ratio = statistics.median([own / other for own, other in pairs])
        return f"{told}   {ratio:.2f} x Typst"


def main() -> None:
    """Print a table of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--growth", action="store_true")
    options.add_argument("--items", type=int, help=argparse.SUPPRESS)
    options.add_argument("--cell", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.items or given.cell:
        _report(Section((_items(given.items),)) if given.items else _long_cell(given.cell))
    elif given.growth:
        _grow()
    else:
        with tempfile.TemporaryDirectory() as name:
            _compare(Path(name), given.rounds)


def _compare(folder: Path, rounds: int) -> None:
    print(f"{'':26}{'clock s':>9}{'cpu s':>9}{'MB':>7}")
    for kind, profile in (("whole", WHOLE), ("one objective", EXCERPT)):
        content = folder / f"{profile}.json"
        content.write_text(json.dumps(plain_content(ready_pack(profile)[0])), encoding="utf-8")
        target = str(folder / "made.pdf")
        made = [str(HERE / "make_pdf.py"), profile, target]
        build = ["-m", "briefgen", "build", profile, "--format", "pdf", "--out", str(folder)]
        peer = [str(HERE / "peers" / "typst_peer.py"), str(content), target]
        runs = {
            f"Typst, {kind}": partial(_process, peer),
            f"briefgen, {kind}": partial(_process, made),
            "  built and checked": partial(_process, build),
        }
        _take_turns(runs, rounds)
    gc.disable()  # as the program does
    again: dict[str, Run] = {"Typst, one of many": _typeset_again()}
    again["briefgen, one of many"] = _build_again()
    _take_turns(again, rounds)


def _take_turns(runs: Mapping[str, Run], rounds: int) -> None:
    """Let each run in its turn; the others are told beside the first."""
    taken = {name: Taken() for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            clock, processor, megabytes = run()
            if number:  # the first round warms the caches and is not counted
                taken[name].clock.append(clock)
                taken[name].processor.append(processor)
                taken[name].megabytes = max(taken[name].megabytes, megabytes)
    beside = next(iter(taken.values()))
    for name, one in taken.items():
        print(one.line(name, None if one is beside else beside))


def _process(arguments: Sequence[str]) -> tuple[float, float, float]:
    """Run a whole process; give its seconds on the clock and of the processor, and its memory."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(arguments)}")
    return clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _timed(run: Callable[[], object]) -> tuple[float, float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - clock, time.process_time() - processor, 0.0


def _build_again() -> Run:
    """Build the pack and its file again, from the profile on."""
    corpus, folder = Corpus(), shipped("profiles")

    def build() -> None:
        profile = load_profile(folder / f"{WHOLE}.yaml", search=[folder])
        style = load_style(STYLE)
        write_pdf(build_pack(profile, corpus, style, [shipped("templates")]), style)

    return partial(_timed, build)


def _typeset_again() -> Run:
    """Typeset again, each time with other words: what it has set before, Typst remembers."""
    words = json.dumps(plain_content(ready_pack(WHOLE)[0]))
    numbers = count()

    def typeset() -> tuple[float, float, float]:
        fresh = json.loads(words.replace(" the ", f" the{next(numbers)} "))
        return _timed(lambda: typst_peer.write(fresh))

    return typeset


# ---------------------------------------------------------------- growth


def _grow() -> None:
    print(f"{'':26}{'cpu s':>9}{'MB':>7}{'pages':>7}{'ms a page':>11}")
    for kind, sizes in (("items", ITEMS), ("cell", CELLS)):
        for size in sizes:
            command = [sys.executable, __file__, f"--{kind}", str(size)]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            processor, megabytes, pages = map(float, told.split())
            a_page = 1000 * processor / pages
            print(
                f"{f'{kind} {size}':26}{processor:9.2f}{megabytes:7.0f}{pages:7.0f}{a_page:11.2f}"
            )


def _report(section: Section) -> None:
    """Write one file; print the seconds of the processor, the most memory in MB, the pages."""
    style = load_style(STYLE)
    started = time.process_time()
    plan = plan_pdf(Pack("Growth", "en", "", (section,)), style)
    emit(plan)
    taken = time.process_time() - started
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(plan.pages))


def _items(count_: int) -> ListBlock:
    items = (Paragraph((Text(f"{number} {WORDS}"),), "list") for number in range(count_))
    return ListBlock(tuple(ListItem((one,), "(a)") for one in items), "labelled")


def _long_cell(count_: int) -> Section:
    cells = (Cell((Paragraph((Text("Short"),)),)), Cell((_items(count_),)))
    return Section((Table((1, 3), (), (Row(cells),)),))


if __name__ == "__main__":
    main()

"""The mutation score: of finished files with one thing wrong, how many does ``verify`` report?

Run it from the repository: ``PYTHONPATH=tests python -m mutations.score --count 2000``. The table
goes to standard output; briefgen/verify/README.md keeps one with its date.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from mutations.pdf_mutants import PDF_KINDS, mutate_pdf
from mutations.word_mutants import WORD_KINDS, mutate_word

from briefgen import Corpus, build_pack, load_profile, load_style, shipped, write
from briefgen.errors import UnusableInput
from briefgen.verify import read_delivered, verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PACKS = (
    ("delegation-pack", "corrected"),
    ("iom-tables", "clean"),
    ("theme-trafficking", "verbatim"),
    ("objective-handout", "clean"),
    ("starter", "corrected"),
    ("iom-tables", "corrected"),
)
KINDS = {"docx": WORD_KINDS, "pdf": PDF_KINDS}
MUTATE = {"docx": mutate_word, "pdf": mutate_pdf}


@dataclass(frozen=True)
class Result:
    """One mutant: whether it was ``reported``, and by a unit that was touched (``named``)."""

    format: str
    kind: str
    pack: str
    seed: int
    units: tuple[str, ...]
    reported: bool
    named: bool


@cache
def corpus(text: str) -> Corpus:
    """Load the shipped corpus in a text mode, once."""
    return Corpus(text=text)  # type: ignore[arg-type]


@cache
def files_of(name: str, text: str) -> dict[str, bytes]:
    """Build a shipped profile in both formats, once."""
    profiles, templates = shipped("profiles"), shipped("templates")
    profile = load_profile(profiles / f"{name}.yaml", settings=[f"text={text}"], search=[profiles])
    style = load_style(templates / "styles" / "standard.yaml")
    return write(build_pack(profile, corpus(text), style, [templates]), style, ("docx", "pdf"))


def results(
    count: int, seed: int = 0, packs: Sequence[tuple[str, str]] = PACKS
) -> Iterator[Result]:
    """Make ``count`` mutants, as many of each kind and format, and look at what is said of them."""
    plan = [(format_name, kind) for format_name, kinds in KINDS.items() for kind in kinds]
    made = number = 0
    while made < count:
        format_name, kind = plan[number % len(plan)]
        pack, text = packs[(number // len(plan)) % len(packs)]
        number += 1
        chance = Random(f"{seed} {number}")  # noqa: S311 - repeatable, and no secret
        data = files_of(pack, text)[format_name]
        mutant = MUTATE[format_name](data, kind, chance)
        if mutant is None:
            continue
        made += 1
        reported, units = judged(mutant[0], f"{pack}.{format_name}")
        touched = [unit.partition("~")[0] for unit in mutant[1] if unit]
        named = any(one.startswith(unit) for unit in touched for one in units)
        yield Result(format_name, kind, f"{pack}, {text}", number, mutant[1], reported, named)


def judged(data: bytes, name: str) -> tuple[bool, set[str]]:
    """Tell whether a file was refused, and the units that were named."""
    try:
        verdict = verify(read_delivered(data, name), corpus)
    except UnusableInput:
        return True, set()
    return not verdict.holds, {one.unit for one in verdict.findings}


def table(found: Sequence[Result]) -> str:
    """Give the score as a table in Markdown."""
    rows: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for one in found:
        rows[one.format.upper(), one.kind].append(one)
    lines = ["| format | what was done | mutants | reported | unit named |"]
    lines.append("| --- | --- | ---: | ---: | ---: |")
    for (format_name, kind), row in sorted(rows.items()):
        reported, named = sum(one.reported for one in row), sum(one.named for one in row)
        lines.append(f"| {format_name} | {kind} | {len(row)} | {reported} | {named} |")
    reported, named = sum(one.reported for one in found), sum(one.named for one in found)
    lines.append(f"| | **all** | **{len(found)}** | **{reported}** | **{named}** |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and each mutant that was not reported."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    found = list(results(chosen.count, chosen.seed))
    print(table(found))
    for one in found:
        if not one.reported:
            print("NOT REPORTED:", one)
    raise SystemExit(0 if all(one.reported for one in found) else 1)


if __name__ == "__main__":
    main()

"""Time briefgen beside its peers on the same content, as whole processes, in one run."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import Corpus, build_pack, load_profile, load_style, shipped
from briefgen.blocks import Box, Heading, ListBlock, Paragraph, Table
from briefgen.walk import heading_text, plain_words

if TYPE_CHECKING:
    from briefgen.blocks import Blocks, Pack
    from briefgen.styles import Style

HERE = Path(__file__).resolve().parent
PEERS = {
    "typst": ("pdf", "typst"),
    "weasyprint": ("pdf", "weasyprint"),
    "docxtpl": ("docx", "docxtpl"),
    "python_docx": ("docx", "docx"),
}
"""Each peer's format and the module that it needs."""


@dataclass
class Timing:
    """What several runs of one command took: seconds, and the largest resident set in MB."""

    command: list[str]
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    def run(self) -> None:
        started = time.perf_counter()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds.append(time.perf_counter() - started)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"failed: {' '.join(self.command)}")
        self.megabytes = max(self.megabytes, usage.ru_maxrss / 1024)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def main() -> None:
    """Run everything and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--profile", default="full-compact")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content.json"
        content.write_text(
            json.dumps(plain_content(ready_pack(given.profile)[0])), encoding="utf-8"
        )
        timings = _commands(folder, content, given.profile)
        for _ in range(given.rounds + 1):  # the first round warms the caches and is not counted
            for timing in timings.values():
                timing.run()
        for timing in timings.values():
            del timing.seconds[0]
        _print(timings)


def _commands(folder: Path, content: Path, profile: str) -> dict[str, Timing]:
    build = [sys.executable, "-m", "briefgen", "build", "--out", str(folder)]
    timings = {
        "briefgen pdf": Timing([*build, profile, "--format", "pdf"]),
        "briefgen docx": Timing([*build, profile, "--format", "docx"]),
        "briefgen both": Timing([*build, profile]),
    }
    for peer, (suffix, module) in PEERS.items():
        probe = [sys.executable, "-c", f"import {module}"]
        if subprocess.run(probe, capture_output=True, check=False).returncode:
            print(f"left out: {peer} (cannot import {module})", file=sys.stderr)
            continue
        script = str(HERE / "peers" / f"{peer}_peer.py")
        target = str(folder / f"{peer}.{suffix}")
        timings[peer] = Timing([sys.executable, script, str(content), target])
    timings["briefgen one objective, pdf"] = Timing(
        [*build, "objective-handout", "--format", "pdf"]
    )
    timings["briefgen one objective, docx"] = Timing(
        [*build, "objective-handout", "--format", "docx"]
    )
    timings["briefgen --help"] = Timing([sys.executable, "-m", "briefgen", "--help"])
    return timings


def _print(timings: dict[str, Timing]) -> None:
    bases = {"pdf": timings.get("typst"), "docx": timings.get("docxtpl")}
    print(f"{'':32}{'median s':>9}{'min s':>8}{'max s':>8}{'MB':>6}  ratio")
    for name, timing in timings.items():
        suffix = PEERS[name][0] if name in PEERS else name.rpartition(" ")[2]
        base = bases.get(suffix)
        peer = "typst" if suffix == "pdf" else "docxtpl"
        ratio = f"{timing.median / base.median:.2f} x {peer}" if base else ""
        print(
            f"{name:32}{timing.median:9.3f}{min(timing.seconds):8.3f}{max(timing.seconds):8.3f}"
            f"{timing.megabytes:6.0f}  {ratio}"
        )


def ready_pack(name: str) -> tuple[Pack, Style]:
    """Give the pack of a shipped profile, with the style that it is written in."""
    style = load_style(shipped("templates") / "styles" / "standard.yaml")
    folder = shipped("profiles")
    profile = load_profile(folder / f"{name}.yaml", search=[folder])
    return build_pack(profile, Corpus(), style, [shipped("templates")]), style


def plain_content(pack: Pack) -> list[dict[str, object]]:
    """Give the words of a pack as plain blocks, which every peer sets in its own way."""
    return [one for section in pack.sections for one in _flat(section.blocks)]


def _flat(blocks: Blocks) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for block in blocks:
        match block:
            case Heading():
                found.append({"kind": "heading", "level": block.level, "text": heading_text(block)})
            case Paragraph():
                found.append({"kind": "paragraph", "text": plain_words(block.inlines)})
            case ListBlock():
                items = [
                    {"label": item.label, "blocks": _flat(item.blocks)} for item in block.items
                ]
                found.append({"kind": "list", "items": items})
            case Table():
                rows = [
                    [_flat(cell.blocks) for cell in row.cells] for row in (*block.head, *block.body)
                ]
                found.append({"kind": "table", "widths": block.widths, "rows": rows})
            case Box():
                found += _flat(block.blocks)
    return found


if __name__ == "__main__":
    main()

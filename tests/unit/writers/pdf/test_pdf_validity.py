"""Every file is PDF/UA-1 and PDF/A-2a, or what else it claims to be, says the veraPDF engine.

The engine starts once for all files; where it is not installed, the test says so and is skipped.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import verapdf
from msgspec.structs import replace
from revised_packs import revised
from unit.writers.pdf.awkward_packs import AWKWARD
from unit.writers.pdf.pdf_trees import Trees
from unit.writers.pdf.test_pdf_attachments import ATTACHED

from briefgen import Corpus, build_pack, load_profile
from briefgen.print_looks import for_print
from briefgen.protection import ACTS, Protection, protect
from briefgen.resources import shipped
from briefgen.writers import write_edition
from briefgen.writers.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.styles import Style

PROFILES = sorted(path.stem for path in shipped("profiles").glob("*.yaml"))

TREES = 300
STAMPED = 12
MOST_WORDS = 5
MOST_BLOCKS = 3

pytestmark = pytest.mark.needs(*verapdf.NEEDED)


def test_every_shipped_profile_and_any_tree_make_a_valid_file(
    files_of: Callable[..., dict[str, bytes]], style: Style, tmp_path: Path
) -> None:
    """Of all these files two are refused, the damaged one by both standards: the engine looks."""
    files = {name: files_of(name)["pdf"] for name in PROFILES}
    for seed in range(TREES):
        files[f"tree {seed}"] = write_pdf(Trees(seed, MOST_WORDS, MOST_BLOCKS).pack(), style)
    files |= {name: write_pdf(pack, style) for name, pack in AWKWARD.items()}
    files["large print"] = _in_large_print(style)
    for name in ("full-compact", "iom-tables", "delegation-pack"):
        made = revised(files_of(name, "verbatim")["pdf"], files_of(name)["pdf"])
        files |= {f"sheets of {name}": made.sheets, f"revision of {name}": made.whole}
    files["damaged"] = _damaged(files["tree 1"])
    attached, encrypted = _with_attachments(style), _encrypted(style)
    files["attached in an archive of the part before"] = attached["attached 0"]
    found = _faults({"ua1,2a": files, "ua1,3a": attached, "ua1": encrypted}, tmp_path)
    damage = found.pop("damaged")
    attachments = found.pop("attached in an archive of the part before")
    assert found == {}
    assert {fault.partition(" ")[0] for fault in damage} == {"ua1", "2a"}
    assert {fault.partition(":")[0] for fault in attachments} == {"2a 6.6.4-2", "2a 6.8-5"}


def _with_attachments(style: Style) -> dict[str, bytes]:
    """Give copies with a watermark, of trees that carry files along: by PDF/A-3."""
    return {f"attached {seed}": _edition(seed, style, archive=True) for seed in range(STAMPED)}


def _encrypted(style: Style) -> dict[str, bytes]:
    """Give the same restricted to being read: these are no archive's files."""
    protection = Protection(forbidden=frozenset(ACTS))
    return {
        f"encrypted {seed}": protect(_edition(seed, style, archive=False), protection)
        for seed in range(STAMPED // 4)
    }


def _edition(seed: int, style: Style, *, archive: bool) -> bytes:
    pack = replace(
        Trees(seed, MOST_WORDS, MOST_BLOCKS).pack(),
        watermark="Draft & (č)",
        attachments=ATTACHED,
        sources=("One <source>",),
    )
    return write_edition(pack, style, 12, archive=archive).copy(11)


def _in_large_print(style: Style) -> bytes:
    """Give handouts with rows, for both sides of A5, bound, in grey and large type."""
    path = shipped("profiles") / "delegation-pack.yaml"
    settings = ["layout=handout", "paper=A5", "print.size=18", "handout.notes=ruled"]
    settings += ["print.duplex=long", "print.binding-mm=5"]
    profile = load_profile(path, settings=settings, search=[path.parent])
    look = for_print(style, profile.printing, profile.paper)
    return write_pdf(build_pack(profile, Corpus(), look, [shipped("templates")]), look)


def _damaged(good: bytes) -> bytes:
    damaged = good.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")
    return damaged.replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>Q<")


def _faults(files: dict[str, dict[str, bytes]], folder: Path) -> dict[str, list[str]]:
    """Give what files fail, by their names; ``files`` are those of each choice of standards."""
    paths: dict[str, str] = {}
    command = [sys.executable, verapdf.__file__]
    for standards, group in files.items():
        command.append(f"--by={standards}")
        for name, data in group.items():
            path = folder / standards / f"{name}.pdf"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            paths[str(path)] = name
            command.append(str(path))
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(ended.stdout)
    assert set(found) == set(paths)
    return {paths[path]: faults for path, faults in found.items() if faults}

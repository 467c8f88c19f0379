"""A corpus of 200 documents costs a build little more than the two documents that it names."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.corpus import Corpus
from briefgen.corpus.compiled import read_twin, twin_path, write_twin
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.plain_documents import parse

NAMES = ("gcm-final", "gcm-rev2", "iom-human", "iom-governance")
COPIES = 50
_ID = re.compile(rf"\b({'|'.join(NAMES)})\b(?!-)")

LOAD = r"""
import re, sys, time
started = time.perf_counter()
from pathlib import Path
from briefgen.corpus import Corpus
corpus = Corpus(Path(sys.argv[1]))
for name in ("gcm-final-07", "iom-governance-31"):
    assert corpus.document(name).units
assert corpus.related([5, 9])
assert corpus.fault("gcm-final-07/20/a")
peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
print(time.perf_counter() - started, int(peak[1]) / 1024)
"""


def cloned(text: str, number: int) -> str:
    return _ID.sub(rf"\1-{number:02}", text)


def write(folder: Path, name: str, text: str, content: str) -> None:
    """Write a YAML file and its compiled twin."""
    path, twin = folder / f"{name}.yaml", twin_path(folder, name)
    for one in (path, twin):
        one.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    twin.write_bytes(write_twin(text.encode(), json.loads(content)))


def shipped(name: str) -> tuple[str, str]:
    """Give a YAML file of the shipped corpus, and what it compiles to."""
    data = (SHIPPED / f"{name}.yaml").read_bytes()
    content = read_twin(twin_path(SHIPPED, name), data)
    assert content is not None
    return data.decode(), json.dumps(content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty copies of the shipped corpus in one, each under ids of its own."""
    folder = tmp_path_factory.mktemp("large")
    numbers = range(1, COPIES + 1)
    for path in [*SHIPPED.glob("documents/*.yaml"), *SHIPPED.glob("corrections/*.yaml")]:
        kind = path.parent.name
        text, content = shipped(f"{kind}/{path.stem}")
        for number in numbers:
            name = f"{kind}/{path.stem}-{number:02}"
            write(folder, name, cloned(text, number), cloned(content, number))
    for name in ("catalogue", "crosswalk", "faults"):
        text, content = shipped(name)
        head, key, rows, *_ = re.split(r"^(\w+:)\n", text, flags=re.MULTILINE)
        body = "".join(cloned(rows, number) for number in numbers)
        plain = json.loads(content)
        compiled = plain["links"] if name == "crosswalk" else plain
        lists = ",".join(cloned(json.dumps(compiled), number)[1:-1] for number in numbers)
        whole = f'{{"links": [{lists}], "untied": []}}' if name == "crosswalk" else f"[{lists}]"
        write(folder, name, f"{head}{key}\n{body}", whole)
    return folder


def test_the_copies_are_documents_like_the_shipped_ones(folder: Path) -> None:
    corpus = Corpus(folder)
    assert len(corpus.document_ids) == 200
    assert corpus.document_ids[:5] == (*(f"{name}-01" for name in NAMES), "gcm-final-02")
    path = folder / "documents" / "iom-human-50.yaml"
    data = path.read_bytes()
    twin = read_twin(twin_path(folder, "documents/iom-human-50"), data)
    assert twin == json.loads(json.dumps(parse(data, str(path))))
    assert corpus.fault("gcm-final-50/20") is not None
    assert any(unit.corrections for unit in corpus.document("gcm-final-50").units)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_what_a_build_needs_of_200_documents_is_loaded_fast_and_small(folder: Path) -> None:
    """Half a second and 300 MB with the imports, and here with room for a busy machine.

    The peak is the program's own: ``ru_maxrss`` would count the memory of the test run that
    started it, which a process keeps as its high-water mark through ``exec``.
    """
    command = [sys.executable, "-c", LOAD, str(folder)]
    runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(3)]
    told = [tuple(map(float, run.stdout.split())) for run in runs]
    assert min(seconds for seconds, _ in told) < 1.5
    assert max(megabytes for _, megabytes in told) < 300


def test_documents_that_a_build_does_not_name_are_not_read(folder: Path, tmp_path: Path) -> None:
    named = ("gcm-final-07", "iom-governance-31")
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            target = tmp_path / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            whole = path.parent.name not in ("documents", "corrections") or path.stem in named
            target.write_bytes(path.read_bytes() if whole else b"\xff nothing to be read")
    corpus, other = Corpus(tmp_path), Corpus(folder)
    assert corpus.document_ids == other.document_ids
    for name in named:
        assert corpus.document(name) == other.document(name)
    related = [[link.item for link in one.related([5])] for one in (corpus, other)]
    assert related[0] == related[1]

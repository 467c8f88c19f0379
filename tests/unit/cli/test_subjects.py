"""What ``list`` tells of themes, actors and instruments, for people and for scripts."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]


def _rows(run: Runner, *arguments: str) -> list[dict[str, object]]:
    ended = run("list", *arguments, "--json")
    assert (ended.status, ended.err) == (0, "")
    rows: list[dict[str, object]] = json.loads(ended.out)
    return rows


def test_every_kind_of_theme_is_listed(run: Runner) -> None:
    """The 23 short labels, the ten principles, the four round tables, and what cuts across."""
    rows = _rows(run, "themes")
    kinds = Counter(row["kind"] for row in rows)
    assert kinds["objective"] == 23
    assert kinds["principle"] == 10
    assert kinds["round table"] == 4
    assert kinds["cross-cutting"] > 20
    assert all(row["units"] for row in rows)


def test_actors_are_counted_by_document_and_objective(run: Runner) -> None:
    """Trade unions: once each in five actions of the final text (corpus read by hand)."""
    (unions,) = (row for row in _rows(run, "actors") if row["id"] == "trade-unions")
    counts = unions["documents"]
    assert isinstance(counts, dict)
    assert counts["gcm-final"] == {"2": 1, "5": 1, "6": 2, "18": 1}
    assert unions["occurrences"] == sum(sum(places.values()) for places in counts.values())


def test_a_person_reads_the_same_counts(run: Runner) -> None:
    printed = run("list", "actors", "--from", "gcm-final").out
    (line,) = (line for line in printed.splitlines() if line.startswith("trade-unions "))
    assert " ".join(line.split()) == "trade-unions actor 5 Trade unions gcm-final 5 (2 5 6x2 18)"


def test_actors_and_instruments_are_apart(run: Runner) -> None:
    """Bodies, such as the ILO, are listed with the actors."""
    actors = {row["kind"] for row in _rows(run, "actors")}
    assert actors == {"actor", "body"}
    assert {row["kind"] for row in _rows(run, "instruments")} == {"instrument"}


@pytest.mark.parametrize("what", ["themes", "actors", "instruments"])
def test_only_what_the_named_documents_speak_of_is_listed(run: Runner, what: str) -> None:
    every, few = _rows(run, what), _rows(run, what, "--from", "iom-human")
    assert 0 < len(few) < len(every)
    assert {row["id"] for row in few} < {row["id"] for row in every}


def test_a_folder_of_ones_own_adds_to_the_lists(run: Runner) -> None:
    """A theme and an actor of its own, and a word more for an actor that there is."""
    before = {row["id"]: row["occurrences"] for row in _rows(run, "actors")}
    themes, actors = Path("corpus/themes/own.yaml"), Path("corpus/actors/own.yaml")
    for path, text in {
        themes: "themes:\n  - id: fees\n    title: Recruitment fees\n    units:\n"
        '      - {unit: gcm-final/6/c, quote: "recruitment fees"}\n',
        actors: "names:\n  - {id: countries-of-transit, name: Countries of transit, kind: actor}\n"
        "  - {extends: carriers, variants: [arriving persons]}\n",
    }.items():
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    assert "fees" in {row["id"] for row in _rows(run, "themes")}
    after = {row["id"]: row["occurrences"] for row in _rows(run, "actors")}
    assert after.keys() - before.keys() == {"countries-of-transit"}
    assert {id_ for id_ in before if before[id_] != after[id_]} == {"carriers"}


def test_an_unknown_document_is_told_with_the_nearest(run: Runner) -> None:
    ended = run("list", "actors", "--from", "gcm-finall")
    assert ended.status == 2
    assert "did you mean 'gcm-final'?" in ended.err

"""The files of names: what a later folder may add, and every fault at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.actors import load_actors
from briefgen.corpus.actors.actor_checks import check_actors
from briefgen.corpus.homes import SHIPPED
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.corpus.store import Corpus


def _write(folder: Path, rows: str) -> Path:
    path = folder / "actors" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"names:\n{rows}", encoding="utf-8")
    return folder


def test_a_users_folder_extends_replaces_and_adds(tmp_path: Path) -> None:
    own = _write(
        tmp_path,
        "  - {extends: trade-unions, variants: [labour federations]}\n"
        "  - {id: media, name: Press, kind: actor}\n"
        "  - {id: pilots, name: Pilots, kind: actor, broader: carriers}\n",
    )
    actors = load_actors([SHIPPED, own])
    assert actors.find("labour federations").id == "trade-unions"
    assert actors.find("trade union").id == "trade-unions"
    assert actors.find("press").id == "media"
    assert actors.family(actors.find("carriers")) == {"carriers", "pilots"}
    with pytest.raises(UnusableInput):
        actors.find("media outlets")


def test_a_name_is_printed_in_the_language_of_a_pack_where_it_is_known() -> None:
    """Else in English, and said to be; it is found by its English words alone."""
    actors = load_actors([SHIPPED])
    assert actors.find("ILO").name_in("fr") == ("Organisation internationale du Travail", "fr")
    assert actors.find("ILO").name_in("de") == ("International Labour Organization", "en")
    assert actors.find("trade unions").name_in("ru") == ("Trade unions", "en")
    with pytest.raises(UnusableInput):
        actors.find("Organisation internationale du Travail")


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("  - {id: a, name: A, kind: actor, translations: {xx: B}}\n", 2, "xx"),
        ("  - {extends: media, translations: {fr: B}}\n", 2, "only variants and exceptions can"),
        ("  - {id: a, name: A}\n", 2, "a name and a kind are needed"),
        ("  - {name: A, kind: actor}\n", 2, "a row has either 'id' or 'extends'"),
        ("  - {extends: a, kind: actor}\n", 2, "only variants and exceptions can be added"),
        ("  - {id: a, name: A, kind: actor, variants: ['-']}\n", 2, "there is no word in it"),
        ("  - {extends: trade-unoins}\n", 2, "there is no actor 'trade-unoins' to extend"),
        ("  - {id: a, name: A, kind: actor, broader: b}\n", 2, "there is no actor 'b'"),
        (2 * "  - {id: a, name: A, kind: actor}\n", 3, "the actor 'a' is given twice"),
    ],
)
def test_a_row_edited_badly_is_told_with_its_place(
    tmp_path: Path, rows: str, line: int, message: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        load_actors([SHIPPED, _write(tmp_path, rows)])
    (fault,) = caught.value.diagnostics
    assert message in fault.message
    assert fault.place is not None
    assert fault.place.line == line


def test_a_name_that_no_document_has_is_told(tmp_path: Path, verbatim: Corpus) -> None:
    own = _write(tmp_path, "  - {id: pilots, name: Pilots, kind: actor}\n")
    (finding,) = check_actors(own, verbatim)
    assert finding.message == "no document names 'Pilots'"
    assert not list(check_actors(SHIPPED, verbatim))

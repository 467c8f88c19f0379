"""A pack that was edited in LibreOffice is verified, traced and rebuilt, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from office_edits import edit_in_office

from briefgen.edits.model import KINDS
from briefgen.verify import read_delivered

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

STEPS = """
  document = Opened("{folder}/output/delegation-pack.docx")
  place = Found(document, "Our interest is", 1)
  place.Text.insertString(place.End, " above all", False)
  TypeBehind(document, "and traffickers, and a person", "The minister asks for this first.")
  TypeBehind(document, "Facilitate family reunification for migrants", "Insist on this one.")
  Found(document, "In this regard, the following", 1).CharWeight = 150
  Found(document, "On Objective 10, protection", 1).ParaStyleName = "Heading 3"
  SaveAs(document, "{folder}/own.docx")
  Found(document, "family reunification for migrants", 1).setString("family reunification for some")
  document.RecordChanges = True
  Found(document, "has no amendments", 1).setString("has two amendments")
  document.RecordChanges = False
  first = Found(document, "Strengthen the transnational response", 2)
  last = Found(document, "Take measures to prevent the smuggling", 1)
  Move(document, first, last, Found(document, "Enhance availability and flexibility", 2))
  SaveAs(document, "{folder}/quoted.docx")
  document.close(True)
"""
LATER = "extends: delegation-pack\ntitle: Objectives 5, 9 and 10, second reading\n"
TYPED = ("Our interest is above all the link", "The minister asks for this", "Insist on this one.")


@pytest.mark.needs("soffice")
def test_a_pack_that_was_edited_in_libreoffice_is_verified_traced_and_rebuilt(run: Runner) -> None:
    """It types into a note and between quotations, formats, strikes, moves a section."""
    assert run("build", "delegation-pack", "--format", "docx").status == 0
    edit_in_office(Path.cwd(), STEPS.replace("{folder}", str(Path.cwd())))
    Path("later.yaml").write_text(LATER)

    ended = run("verify", "own.docx")
    assert ended.status == 0
    assert "the delegation's own passages: 1 edited, 2 added" in ended.out
    assert "no words of the corpus" in run("trace", "own.docx", "--words", "Insist on this").out
    assert "verbatim" in run("trace", "own.docx", "--words", "Develop human rights-based").out
    ended = run("rebuild", "later.yaml", "--keep-edits", "own.docx", "--format", "docx")
    assert (ended.status, ended.err) == (0, "")
    _is_kept("Objectives 5, 9 and 10, second reading", *TYPED)
    assert run("verify", "output/later.docx").status == 0

    ended = run("verify", "quoted.docx")
    assert ended.status == 1
    assert "[-migrants-] {+some+}" in ended.out
    assert "it does not stand in its order (gcm-rev2/9/title)" in ended.out
    assert "tracked changes are pending" in ended.out
    assert "{+some+}" in run("trace", "quoted.docx", "--words", "reunification for some").out
    ended = run("rebuild", "later.yaml", "--keep-edits", "quoted.docx", "--format", "docx")
    assert ended.status == 1
    assert [line.partition("warning: ")[2] for line in ended.err.splitlines()[::2]] == [
        f"{KINDS['moved']} (gcm-rev2/9/title)",
        f"{KINDS['quoted']} (gcm-rev2/5/i)",
    ]
    assert "reunification for some" in Path("output/later.conflicts.md").read_text()
    _is_kept("has two amendments of its own", *TYPED)
    assert run("verify", "output/later.docx").status == 0


def _is_kept(*words: str) -> None:
    """See that words are in the rebuilt pack."""
    file = read_delivered(Path("output/later.docx").read_bytes(), "later.docx")
    said = "\n".join(one.words for one in file.passages)
    assert [one for one in words if one not in said] == []

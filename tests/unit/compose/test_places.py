"""Every unit that a person can cite is cited by its official place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.compose.places import cite_unit
from briefgen.corpus.model import Unit

if TYPE_CHECKING:
    from briefgen import Corpus

ENGLISH = load_furniture("en", [shipped("templates")])


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("gcm-rev2/9/d", "para. 24 (d)"),
        ("gcm-rev2/9/title", "Objective 9, title"),
        ("gcm-rev2/9/commitment", "para. 24"),
        ("gcm-rev2/9/chapeau", "para. 24, chapeau"),
        ("gcm-rev2/para/42/a/ii", "para. 42 (a) (ii)"),
        ("gcm-rev2/para/2", "para. 2"),
        ("gcm-rev2/principle/child-sensitive", "Child-sensitive"),
        ("gcm-rev2/note/3", "note 3"),
        ("gcm-rev2/letter/1", "Covering letter 1"),
        ("gcm-rev2/heading/preamble", "gcm-rev2/heading/preamble"),
        ("gcm-final/2/b", "Objective 2 (b)"),
        ("iom-governance/3/partnerships", "row 3, Partnerships"),
        ("iom-governance/2/means/1/d", "row 2, Means of implementation, bullet 1 (d)"),
    ],
)
def test_a_unit_is_cited_as_people_cite_it(corpus: Corpus, unit: str, place: str) -> None:
    """By paragraph and letter, or by objective, row and bullet; by its id where there is no way."""
    found = corpus.find(unit)
    assert found
    assert cite_unit(found, corpus, ENGLISH, "({})") == place


def test_letters_take_the_form_that_the_style_wants(corpus: Corpus) -> None:
    """With one parenthesis, as in French and Spanish."""
    found = corpus.find("gcm-rev2/para/42/a/ii")
    assert found
    assert cite_unit(found, corpus, ENGLISH, "{})") == "para. 42 a) ii)"


def test_a_sub_item_of_an_action_is_cited_by_its_objective() -> None:
    """A draft of one's own may have (i) below (a) below an objective without a paragraph number."""
    action = Unit("own/3/a", "own", "action", "Act:", "a")
    item = Unit("own/3/a/i", "own", "sub-item", "thus", "i")

    class Known:
        def find(self, unit: str) -> Unit | None:
            return {one.id: one for one in (action, item)}.get(unit)

    assert cite_unit(item, Known(), ENGLISH, "({})") == "Objective 3 (a) (i)"

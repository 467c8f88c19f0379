"""A text's code: read as it was written, and another one for every other word."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.text_codes import TextCode, coded_units, read_text_code, text_code
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen import Corpus

PARTS = st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), min_size=2, max_size=4)
IDS = st.lists(PARTS.map("/".join), min_size=1, max_size=5, unique=True)
DIGITS = st.from_regex(r"[0-9a-f]{24}", fullmatch=True)


@given(IDS, DIGITS)
def test_a_code_is_read_as_it_was_written(ids: list[str], fingerprint: str) -> None:
    code = TextCode(tuple(ids), fingerprint)
    assert read_text_code(str(code)) == code
    assert read_text_code(f" {code}\n") == code
    broken = str(code).replace("-", "\u2011").replace("#", "\u200b\n#")
    assert read_text_code(broken) == code, "as it is pasted from Word"


def test_documents_are_named_once_in_a_row() -> None:
    ids = ("gcm-rev2/9/f", "gcm-rev2/10", "iom-human/2", "gcm-rev2/para/2")
    written = str(TextCode(ids, "0" * 24))
    assert written.startswith("briefgen:gcm-rev2/9/f,10+iom-human/2+gcm-rev2/para/2#")


def test_the_fingerprint_is_that_of_the_words_one_unit_a_line(corpus: Corpus) -> None:
    """So that it can be had without this program."""
    words = "\n".join(unit.text for unit in corpus.under("gcm-rev2/22"))
    code = text_code(corpus, ["gcm-rev2/22"])
    assert code.fingerprint == sha256(words.encode()).hexdigest()[:24]
    assert str(code) == "briefgen:gcm-rev2/22#sha256:059633cc88ce502cb276daca"


def test_another_text_or_another_mode_has_another_code(corpus: Corpus, verbatim: Corpus) -> None:
    mended = next(unit.id for unit in corpus.document("gcm-rev2").units if unit.corrections)
    asked = [(one, ids) for one in (corpus, verbatim) for ids in ([mended], [mended, "gcm-rev2/1"])]
    codes = {text_code(one, ids).fingerprint for one, ids in asked}
    assert len(codes) == len(asked)


def test_units_come_in_the_order_of_the_source_and_once(corpus: Corpus) -> None:
    ids = ["gcm-rev2/22/b", "gcm-rev2/22/a", "gcm-rev2/22/b", "iom-human/2/recommendation"]
    found = [unit.id for unit in coded_units(corpus, ids)]
    assert found == ["gcm-rev2/22/a", "gcm-rev2/22/b", "iom-human/2/recommendation"]


@pytest.mark.parametrize(
    "text",
    ["", "briefgen:", "gcm-rev2/5", "briefgen:gcm-rev2/5", "briefgen:a#sha256:0g" + "0" * 22],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(UnusableInput, match="not the whole of a text's code"):
        read_text_code(text)

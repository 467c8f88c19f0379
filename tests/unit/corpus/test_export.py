"""The corpus for other programs: every unit, once, in the order of its source."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from briefgen.corpus import export_units, exported
from briefgen.corpus.export import _escaped
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus import Corpus


def test_json_lines_have_the_promised_keys_and_no_others(verbatim: Corpus) -> None:
    lines = list(export_units(verbatim, ["gcm-rev2"], "jsonl"))
    rows = [json.loads(line) for line in lines]
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    assert [row["id"] for row in rows] == [u.id for u in verbatim.document("gcm-rev2").units]
    row = next(row for row in rows if row["id"] == "gcm-rev2/5/g")
    unit = verbatim.find("gcm-rev2/5/g")
    assert unit is not None
    assert row == exported(verbatim, unit)
    assert row == {
        "id": "gcm-rev2/5/g",
        "document": "gcm-rev2",
        "kind": "action",
        "label": "g",
        "text": unit.text,
        "source": {"file": "004_06834b01601389ae.txt", "lines": [261, 263]},
    }


def test_all_documents_are_exported_when_none_is_named(corrected: Corpus) -> None:
    rows = [json.loads(line) for line in export_units(corrected, (), "jsonl")]
    assert list(dict.fromkeys(row["document"] for row in rows)) == list(corrected.document_ids)


def test_csv_reads_back(verbatim: Corpus) -> None:
    text = "".join(export_units(verbatim, ["iom-human"], "csv"))
    rows = list(csv.DictReader(io.StringIO(text)))
    units = verbatim.document("iom-human").units
    assert [row["text"] for row in rows] == [unit.text for unit in units]
    assert rows[-1]["first_line"] == "16"
    assert rows[-1]["last_line"] == "17"


def test_markdown_holds_every_unit_with_its_status_and_no_live_markup(verbatim: Corpus) -> None:
    text = "".join(export_units(verbatim, ["iom-governance"], "md"))
    document = verbatim.document("iom-governance")
    assert document.statement in text
    for unit in document.units:
        assert f"`{unit.id}`" in text
    assert "\n## table\n" in text


def test_markdown_escapes_what_would_be_markup() -> None:
    assert _escaped("<b> & *x* [y]") == r"\<b\> \& \*x\* \[y\]"


def test_an_unknown_document_is_told(verbatim: Corpus) -> None:
    with pytest.raises(UnusableInput, match="there is no document 'gcm-rev9'"):
        export_units(verbatim, ["gcm-rev9"], "csv")

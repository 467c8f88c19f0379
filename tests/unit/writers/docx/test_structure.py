"""The structures that Word's users expect, by the XML of a Pack with everything in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from msgspec.structs import replace
from unit.writers.docx.docx_reading import attributes, find, parts, text_of, tree

from briefgen.blocks import Field, ListBlock, ListItem, Pack, Paragraph, RunningLine, Section, Text
from briefgen.writers.docx import plan_document, write_docx
from briefgen.writers.docx.model import Para

if TYPE_CHECKING:
    from briefgen.styles import Style


@pytest.fixture(scope="module")
def file(rich_pack: Pack, style: Style) -> bytes:
    return write_docx(rich_pack, style, {"objective-9": "3"})


def test_every_paragraph_follows_a_named_style_that_exists(file: bytes) -> None:
    known = set(attributes(tree(file, "word/styles.xml"), "/w:styles/w:style/@w:styleId"))
    for name in parts(file):
        if name.startswith("word/") and name.endswith(".xml"):
            root = tree(file, name)
            used = attributes(root, "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val")
            assert set(used) <= known
    assert not find(tree(file), "//w:body//w:p[not(w:pPr/w:pStyle)]")


def test_nothing_is_formatted_directly_that_a_style_can_say(file: bytes) -> None:
    allowed = {"rStyle", "b", "bCs", "i", "iCs", "rtl", "lang"}
    runs = {str(one.tag).rpartition("}")[2] for one in find(tree(file), "//w:r/w:rPr/*")}
    assert runs <= allowed
    paragraphs = {str(one.tag).rpartition("}")[2] for one in find(tree(file), "//w:p/w:pPr/*")}
    assert paragraphs <= {"pStyle", "numPr", "pageBreakBefore", "sectPr"}


def test_built_in_styles_have_words_own_names(file: bytes) -> None:
    names = set(attributes(tree(file, "word/styles.xml"), "/w:styles/w:style/w:name/@w:val"))
    assert names >= {"Normal", "Title", "heading 1", "toc 2", "footnote text", "Hyperlink"}
    levels = attributes(
        tree(file, "word/styles.xml"), "//w:style[@w:styleId='Heading3']//w:outlineLvl/@w:val"
    )
    assert levels == ["2"]


def test_no_two_styles_share_a_name(file: bytes) -> None:
    names = attributes(tree(file, "word/styles.xml"), "/w:styles/w:style/w:name/@w:val")
    assert len({name.lower() for name in names}) == len(names)


def test_table_heads_repeat_and_columns_are_as_wide_as_the_text(file: bytes) -> None:
    upright, wide = find(tree(file), "//w:tbl")
    for grid in (upright, wide):
        assert len(find(grid, "w:tr/w:trPr/w:tblHeader")) == 1
        assert attributes(grid, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
        assert attributes(grid, "w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert attributes(grid, "w:tblPr/w:tblDescription/@w:val") == ["Rows of the IOM input"]
        assert not find(grid, ".//w:vMerge|.//w:gridSpan|.//w:cantSplit")
    text = (210 - 25 - 23) * 1440 / 25.4
    total = sum(int(one) for one in attributes(upright, "w:tblGrid/w:gridCol/@w:w"))
    assert abs(total - text) < 3
    assert sum(int(one) for one in attributes(wide, "w:tblPr/w:tblW/@w:w")) > total


def test_links_fields_and_changes_are_words_own(file: bytes) -> None:
    root = tree(file)
    assert "objective_9" in attributes(root, "//w:hyperlink/@w:anchor")
    target = attributes(root, "//w:hyperlink/@r:id")[0]
    relations = parts(file)["word/_rels/document.xml.rels"].decode()
    assert f'Id="{target}"' in relations
    assert "https://www.un.org/a?b=1&amp;c=2" in relations
    assert [text_of(one) for one in find(root, "//w:ins")] == ["words added"]
    assert [text_of(one) for one in find(root, "//w:del")] == ["words taken out"]
    assert set(attributes(root, "//w:ins/@w:author|//w:del/@w:author")) == {"briefgen"}
    assert set(attributes(root, "//w:ins/@w:date")) == {"2018-06-04T00:00:00Z"}
    begins = len(find(root, "//w:fldChar[@w:fldCharType='begin']"))
    assert begins == len(find(root, "//w:fldChar[@w:fldCharType='end']")) == 3


def test_words_looked_for_have_a_character_style_with_a_ground(file: bytes) -> None:
    """Whoever opens the file can change how they look in one place."""
    (run,) = find(tree(file), "//w:r[w:rPr/w:rStyle/@w:val='Highlight']")
    assert text_of(run) == "words found"
    (style,) = find(tree(file, "word/styles.xml"), "/w:styles/w:style[@w:styleId='Highlight']")
    assert attributes(style, "@w:type") == ["character"]
    assert attributes(style, "w:rPr/w:shd/@w:fill") == ["FFE9A3"]


def test_python_docx_reads_the_file_and_its_clean_properties(file: bytes, rich_pack: Pack) -> None:
    document = docx.Document(BytesIO(file))
    core = document.core_properties
    assert (core.title, core.author, core.language) == (
        rich_pack.title,
        "Delegation of Example State",
        "en",
    )
    assert core.keywords == "migration, smuggling"
    assert core.created == core.modified
    assert isinstance(core.created, datetime)
    assert core.created.date().isoformat() == rich_pack.date
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Title"] == [
        "Objectives 5, 9 and 10"
    ]


def test_a_title_too_long_for_the_properties_is_cut_there(style: Style, rich_pack: Pack) -> None:
    title = "Word " * 100
    document = docx.Document(BytesIO(write_docx(replace(rich_pack, title=title), style)))
    assert len(document.core_properties.title) == 255
    assert document.core_properties.title.endswith("…")


def test_the_package_holds_nothing_of_a_template_or_a_machine(file: bytes) -> None:
    names = list(parts(file))
    assert names[0] == "[Content_Types].xml"
    assert names == sorted(names)
    assert not [name for name in names if "customXml" in name or "Effects" in name]
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_plan_can_be_read_without_a_file(rich_pack: Pack, style: Style) -> None:
    plan = plan_document(rich_pack, style)
    assert [note.number for note in plan.footnotes] == [1, 2, 3]
    assert plan.first_note == 1
    assert plan.properties.date.isoformat() == "2018-06-04T00:00:00+00:00"


def test_the_same_pack_gives_the_same_bytes_at_any_hash_seed(file: bytes) -> None:
    program = (
        "import sys\n"
        "from unit.writers.docx import conftest as c\n"
        "from briefgen.writers.docx import write_docx\n"
        "pack, style = c.rich_pack.__wrapped__(), c.style.__wrapped__()\n"
        "sys.stdout.write(write_docx(pack, style, {'objective-9': '3'}).hex())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert bytes.fromhex(run.stdout) == file


@pytest.mark.parametrize(("words", "breaks"), [("Text quoted", 0), ("Text quoted, " * 9, 1)])
def test_a_running_line_too_long_for_both_sides_has_the_right_one_below(
    style: Style, words: str, breaks: int
) -> None:
    """Never the number of a page in the middle of the words before it."""
    right = (Field("page"), Text(" of "), Field("pages"))
    line = RunningLine((Text(words),), right)
    file = write_docx(Pack("", "en", "", (Section((), footer=line),)), style)
    (name,) = [one for one in parts(file) if one.startswith("word/footer")]
    assert len(find(tree(file, name), "//w:br")) == breaks


def test_an_item_after_a_list_inside_one_is_as_far_away_as_after_words(style: Style) -> None:
    inner = ListItem((Paragraph((Text("inner"),), "list"),), "(a)")
    outer = [
        ListItem(
            (Paragraph((Text("outer"),), "paragraphs"), ListBlock((inner,), "labelled")), "1."
        ),
        ListItem((Paragraph((Text("next"),), "paragraphs"),), "2."),
    ]
    pack = Pack("", "en", "", (Section((ListBlock(tuple(outer), "labelled", "paragraphs"),)),))
    plan = plan_document(pack, style)
    below = [plan.styles.look(one.style).after for one in plan.body if isinstance(one, Para)]
    assert below[:3] == [round(20 * style.role("paragraphs").space_after)] * 3

"""A Word document is taken in as Word prints it; what is left out is told."""

from __future__ import annotations

import io

import docx as python_docx
from docx_by_hand import docx, paragraph, run
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.corpus.intake import Grid, Intake, Passage, take_in
from briefgen.corpus.model import Span


def taken(body: str, **others: str) -> Intake:
    return take_in(docx(body, **others), "draft.docx", "docx")


def passages(intake: Intake) -> list[Passage]:
    return [one for one in intake.parts if isinstance(one, Passage)]


def remarks(intake: Intake) -> list[str]:
    return [one.message for one in intake.unread]


def level(at: int, way: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{way}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def listed(words: str, list_id: int = 1, at: int = 0) -> str:
    return paragraph(
        words, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def marks(numbering: str, body: str) -> list[str]:
    return [one.mark for one in passages(taken(body, numbering=numbering))]


def one_list(*levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


class TestWords:
    def test_runs_of_one_word_are_one_word_and_white_space_is_folded(self) -> None:
        body = (
            f"<w:p>{run('mig')}{run('rants ')}{run('  and')}<w:r><w:tab/></w:r>{run('all')}</w:p>"
        )
        assert [one.text for one in passages(taken(body))] == ["migrants and all"]

    def test_bold_and_italic_runs_are_spans_and_adjacent_ones_are_one(self) -> None:
        body = (
            f"<w:p>{run('We ')}{run('shall ', '<w:b/>')}{run('not', '<w:b/>')}{run(' fail')}"
            f"{run(' ever', '<w:i/>')}{run(' never', '<w:b w:val=&quot;0&quot;/>')}</w:p>"
        ).replace("&quot;", '"')
        (one,) = passages(taken(body))
        assert one.text == "We shall not fail ever never"
        assert one.spans == (Span(3, 12, "strong"), Span(18, 22, "emphasis"))

    def test_a_line_break_stands_on_the_space_that_it_replaces(self) -> None:
        (one,) = passages(taken(f"<w:p>{run('first')}<w:r><w:br/></w:r>{run('second')}</w:p>"))
        assert (one.text, one.spans) == ("first second", (Span(5, 6, "line-break"),))

    def test_links_content_controls_and_smart_tags_are_read(self) -> None:
        body = (
            f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{run('one ')}</w:hyperlink><w:smartTag>"
            f"<w:smartTag>{run('two')}</w:smartTag></w:smartTag></w:p></w:sdtContent></w:sdt>"
        )
        assert [one.text for one in passages(taken(body))] == ["one two"]

    def test_an_empty_paragraph_shows_as_a_gap_and_counts(self) -> None:
        found = passages(taken(paragraph("one") + paragraph("") + paragraph("two")))
        assert [(one.line, one.blank_before) for one in found] == [(1, False), (3, True)]

    def test_a_heading_is_known_by_its_style_however_it_is_called_here(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Norm"><w:name w:val="Normal"/>'
            '</w:style><w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
            '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Titre2"/></w:style>'
            '<w:style w:styleId="Op"><w:name w:val="Operative Text"/></w:style>'
        )
        used = ("Titre2", "Own", "Op", "Norm")
        body = "".join(paragraph("x", f'<w:pStyle w:val="{one}"/>') for one in used)
        body += paragraph("y", '<w:outlineLvl w:val="0"/>')
        found = [one.style for one in passages(taken(body, styles=styles))]
        assert found == ["heading-2", "heading-2", "operative text", "", "heading-1"]

    def test_a_language_other_than_the_documents_is_a_span(self) -> None:
        styles = (
            '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
            "</w:docDefaults>"
        )
        words = run("bien", '<w:lang w:val="fr-FR"/>') + run(" well", '<w:lang w:val="en-GB"/>')
        (one,) = passages(taken(f"<w:p>{words}</w:p>", styles=styles))
        assert one.spans == (Span(0, 4, "language", "fr-FR"),)


class TestNumbers:
    def test_levels_count_within_the_one_above(self) -> None:
        numbering = one_list(
            level(0, "decimal", "%1."),
            level(1, "lowerLetter", "(%2)"),
            level(2, "lowerRoman", "%3)"),
        )
        depths = (0, 1, 1, 2, 2, 0, 1, 2)
        assert marks(numbering, "".join(listed("x", at=at) for at in depths)) == [
            *("1.", "(a)", "(b)", "i)", "ii)"),
            *("2.", "(a)", "i)"),
        ]

    def test_a_number_can_hold_those_above_it(self) -> None:
        numbering = one_list(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"))
        legal = one_list(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        body = listed("x") + listed("x") + listed("x", at=1)
        assert marks(numbering, body) == ["I.", "II.", "II.1"]
        assert marks(legal, body) == ["I.", "II.", "2.1"]

    def test_a_second_list_starts_anew_only_where_it_says_so(self) -> None:
        numbering = one_list(level(0, "lowerLetter", "(%1)"))
        body = listed("x") + listed("x") + listed("x", 2) + listed("x", 2) + listed("x", 1)
        assert marks(numbering, body) == ["(a)", "(b)", "(a)", "(b)", "(c)"]

    def test_a_level_that_never_restarts_counts_on(self) -> None:
        numbering = one_list(
            level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')
        )
        body = "".join(listed("x", at=at) for at in (0, 1, 0, 1))
        assert marks(numbering, body) == ["1.", "(a)", "2.", "(b)"]

    def test_a_level_that_is_passed_over_counts_as_begun_and_is_told(self) -> None:
        numbering = one_list(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
        body = listed("x", at=1) + listed("x")
        assert marks(numbering, body) == ["1.1", "2."]
        assert remarks(taken(body, numbering=numbering)) == [
            "the number '1.1' is doubtful: level 1 of the list was passed over"
        ]

    def test_a_list_can_start_at_any_number_once(self) -> None:
        numbering = one_list(level(0, "decimal", "%1.")).replace(
            '<w:startOverride w:val="1"/>', '<w:startOverride w:val="5"/>'
        )
        body = listed("x") + listed("x", 2) + listed("x") + listed("x", 2)
        assert marks(numbering, body) == ["1.", "5.", "6.", "7."]

    def test_bullets_and_arabic_letters_are_given_as_printed(self) -> None:
        numbering = one_list(level(0, "bullet", "\uf0b7"), level(1, "arabicAbjad", "%2-"))
        body = listed("x") + listed("x", at=1) + listed("x", at=1) + listed("x", at=1)
        assert marks(numbering, body) == ["•", "أ-", "ب-", "ج-"]

    def test_a_style_can_bring_its_list_and_level(self) -> None:
        numbering = one_list(
            level(0, "decimal", "%1."),
            level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'),
        )
        styles = (
            '<w:style w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:numPr><w:numId w:val="1"/>'
            "</w:numPr></w:pPr></w:style>"
        )
        body = listed("x") + paragraph("y", '<w:pStyle w:val="Sub"/>')
        found = passages(taken(body, numbering=numbering, styles=styles))
        assert [(one.mark, one.level) for one in found] == [("1.", 0), ("(a)", 1)]

    def test_the_list_styles_of_word_say_how_deep_an_item_stands(self) -> None:
        """Each has a list of one level; a level that the paragraph states itself counts more."""
        made = python_docx.Document()
        names = ("List Bullet", "List Bullet 2", "List Number 3", "List Bullet")
        for name in names:
            made.add_paragraph("x", style=name)
        stated = made.add_paragraph("x", style="List Bullet 2")
        own = stated._p.get_or_add_pPr().get_or_add_numPr()
        own.get_or_add_ilvl().val = 0
        target = io.BytesIO()
        made.save(target)
        intake = take_in(target.getvalue(), "draft.docx", "docx")
        assert [one.level for one in passages(intake)] == [0, 1, 2, 0, 0]

    def test_an_item_that_only_looks_deeper_is_told(self) -> None:
        """So that a flattened list is looked at; once, not for each item after it."""
        inset = '<w:ind w:left="{}"/>'
        numbering = one_list(level(0, "bullet", "•", f"<w:pPr>{inset.format(360)}</w:pPr>"))
        listing = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        deep = paragraph("deep", listing + inset.format(720))
        intake = taken(listed("x") + deep + deep + listed("x"), numbering=numbering)
        assert [one.level for one in passages(intake)] == [0, 0, 0, 0]
        (told, *more) = [one for one in intake.unread if "set in deeper" in one.message]
        assert told.place is not None
        assert (told.place.line, told.hint.startswith("give it its level")) == (2, True)
        assert not more

    def test_a_number_typed_by_hand_stays_a_word(self) -> None:
        (one,) = passages(taken(paragraph("(a) typed")))
        assert (one.mark, one.text) == ("", "(a) typed")

    def test_a_way_of_counting_that_is_not_known_is_told(self) -> None:
        intake = taken(listed("x"), numbering=one_list(level(0, "ideographDigital", "%1.")))
        assert remarks(intake) == [
            "the number '1.' is doubtful: numbers written as 'ideographDigital' are not known here"
        ]


class TestNotes:
    def test_a_note_is_called_where_its_mark_stands(self) -> None:
        notes = (
            '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="7">'
            f"<w:p><w:r><w:footnoteRef/></w:r>{run(' See A/RES/70/1.')}</w:p></w:footnote>"
        )
        mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
        intake = taken(f"<w:p>{run('Agenda')}{mark}{run(' 2030')}</w:p>", footnotes=notes)
        (one,) = passages(intake)
        assert (one.text, one.spans) == ("Agenda 2030", (Span(6, 6, "note", "footnote-7"),))
        (note,) = intake.notes
        assert (note.key, note.mark) == ("footnote-7", "1")
        assert [one.text for one in note.passages] == ["See A/RES/70/1."]

    def test_a_note_without_a_mark_is_told(self) -> None:
        notes = f'<w:footnote w:id="3">{paragraph("lost words")}</w:footnote>'
        assert remarks(taken(paragraph("x"), footnotes=notes)) == [
            "the footnote 3 (2 words) has no mark: left out"
        ]


class TestLeftOut:
    def test_tracked_changes_are_read_as_accepted_and_named(self) -> None:
        body = paragraph("one") + (
            f"<w:p>{run('we ')}<w:del><w:r><w:delText>may </w:delText></w:r></w:del>"
            f"<w:ins>{run('shall ')}</w:ins>{run('act')}</w:p>"
        )
        intake = taken(body)
        assert passages(intake)[1].text == "we shall act"
        assert {str(one.place) for one in intake.unread} == {"draft.docx:2"}
        assert sorted(remarks(intake)) == [
            "tracked changes are pending and were left out as if accepted: paragraph 2",
            "tracked changes are pending and were read as if accepted: paragraph 2",
        ]

    def test_text_boxes_hidden_words_formulas_and_headers_are_counted(self) -> None:
        box = (
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            f"{paragraph('in a box')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<w:txbxContent>{paragraph('in a box')}</w:txbxContent></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        hidden = run("secret", "<w:vanish/>")
        maths = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
        intake = taken(
            f"<w:p>{run('seen')}{box}{hidden}{maths}</w:p>", header1=paragraph("Advance copy")
        )
        assert [one.text for one in passages(intake)] == ["seen"]
        assert sorted(remarks(intake)) == [
            "a formula with 1 words: 'x=1' was left out",
            "a text box with 3 words: 'in a box' was left out",
            "headers were left out (2 words)",
            "hidden words were left out: 'secret'",
        ]


class TestTables:
    def test_a_stated_header_row_is_one_and_lists_in_cells_keep_their_bullets(self) -> None:
        body = (
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
            f"<w:tc>{paragraph('Objective')}</w:tc><w:tc>{paragraph('Means')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{paragraph('One')}</w:tc><w:tc>{listed('a')}{listed('b')}</w:tc></w:tr>"
            "</w:tbl>"
        )
        (grid,) = taken(body, numbering=one_list(level(0, "bullet", "\uf0b7"))).parts
        assert isinstance(grid, Grid)
        assert [row.header for row in grid.rows] == [True, False]
        assert [(one.mark, one.text) for one in grid.rows[1].cells[1].passages] == [
            ("•", "a"),
            ("•", "b"),
        ]

    def test_merged_cells_keep_the_columns_and_are_told(self) -> None:
        body = (
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
            f"{paragraph('wide')}</w:tc><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
            f"{paragraph('tall')}</w:tc></w:tr><w:tr><w:tc>{paragraph('a')}</w:tc>"
            f"<w:tc>{paragraph('b')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>"
            "</w:tbl>"
        )
        intake = taken(body)
        (grid,) = intake.parts
        assert isinstance(grid, Grid)
        assert words_of_grid(grid) == [["wide", "", "tall"], ["a", "b", ""]]
        assert remarks(intake) == [
            "a cell that is merged over columns: 1 empty cell put in to keep the columns",
            "a cell that is merged with the one above was read as a cell of its own, empty",
        ]

    def test_a_table_inside_a_cell_is_read_and_told(self) -> None:
        inner = f"<w:tbl><w:tr><w:tc>{paragraph('inner')}</w:tc></w:tr></w:tbl>"
        body = f"<w:tbl><w:tr><w:tc>{paragraph('outer')}{inner}<w:p/></w:tc></w:tr></w:tbl>"
        intake = taken(body)
        (grid,) = intake.parts
        assert isinstance(grid, Grid)
        assert words_of_grid(grid) == [["outer inner"]]
        assert remarks(intake) == ["a table inside a cell was read cell by cell"]

    @given(
        st.lists(
            st.lists(
                st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=12),
                min_size=3,
                max_size=3,
            ),
            min_size=1,
            max_size=5,
        ).filter(lambda rows: any(cell.strip() for row in rows for cell in row))
    )
    @settings(max_examples=25, deadline=None)
    def test_every_cell_of_a_table_made_by_a_library_holds_its_words(
        self, rows: list[list[str]]
    ) -> None:
        document = python_docx.Document()
        table = document.add_table(len(rows), 3)
        for row, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
        target = io.BytesIO()
        document.save(target)
        (grid,) = take_in(target.getvalue(), "t.docx", "docx").parts
        assert isinstance(grid, Grid)
        found = [[cell.split() for cell in row] for row in words_of_grid(grid)]
        assert found == [[cell.split() for cell in row] for row in rows]


def words_of_grid(grid: Grid) -> list[list[str]]:
    return [
        [" ".join(one.text for one in cell.passages) for cell in row.cells] for row in grid.rows
    ]

"""What each rule of the lint finds, what it suggests, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_documents import document_of, findings_of, paragraphs, rules_of, unit
from msgspec.structs import replace

from briefgen import corpus
from briefgen.corpus.lint import RULES, lint
from briefgen.corpus.model import Fault, Unit
from briefgen.diagnostics import Severity

SOUND = [
    "In line with the ILO Recommendation 202 on Social Protection Floors.",
    "Costs of less than 3 per cent, and 5 per cent by 2030, in line with target 10.c of it.",
    "The Sendai Framework for Disaster Risk Reduction 2015-2030, and SDG target 4.b of it.",
    "Meeting in Morocco on 10 and 11 December 2018, and from 4 to 8 June 2018.",
    "As in resolution 73/195, para. 42, and in paragraph 43 of it, in A/RES/73/195.",
    "Adopted under the UNFCCC in FCCC/CP/2015/10/Add.1, decision 1/CP.21.",
    "The 1st, 2nd and 23rd rounds, in the 1990s, held at 9:00-10:00 am in room 4 of it.",
    "More than 60,000 survivors, about 40 countries, and 12 million people within 30 days.",
    "A framework comprised of 23 objectives. To fulfil the 23 objectives, we draw from it.",
    "Objective 5, goals 10 and 17, articles 3 to 5 and rule 7 apply (see note 4).",
    "What they had had to do, and that that was done, was said (e.g. by States; i.e. by all).",
    "See https://example.org/a,b;c and write to a,b@example.org about it.",
    "Rights-based, child-sensitive and gender-responsive work; 4.5 per cent; e-banking.",
    "The House, They say, is sound: This Is Our Vision.",
    "COVID-19, the G20 and the P5 met in 2020; so did CO2 experts.",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_words_raise_no_alarm(text: str) -> None:
    assert findings_of(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "as_is"),
    [
        ("National data systems,including those.", "lost-space", "data systems,including"),
        ("Held in a spirit of solidarity We will act.", "lost-stop", "solidarity We"),
        ("A Convention of 1949 (No.97), as it is.", "lost-space", "1949 (No.97),"),
        ("The Paris Agreement4 and the rest.", "digit-on-word", "Paris Agreement4"),
        ("Labour mobility,3 as it is.", "digit-on-word", "Labour mobility,3"),
        ("Migrants in 26 countries of origin.", "stray-number", "in 26 countries"),
        ("Migrants of all 26, as it is, of origin.", "stray-number", "all 26,"),
        ("Provide the the means.", "doubled-word", "Provide the the"),
        ("Treaties¹ of all States.", "note-mark", "Treaties¹"),
        ("From States international banks gain, as States, cities, States, do.", "lost-comma", ""),
    ],
)
def test_a_slip_is_quoted_so_that_its_row_can_be_pasted(text: str, rule: str, as_is: str) -> None:
    """The words stand once in the unit, and put right as suggested they raise no alarm."""
    (found,) = findings_of(text)
    assert found.rule == rule
    assert text.count(found.as_is) == 1
    assert as_is in found.as_is
    suggestion = found.suggestion("2018-06-04")
    assert suggestion is not None
    name, row = suggestion
    assert name == "corrections"
    assert findings_of(text.replace(row["as-is"], row["corrected"])) == []


def test_a_sound_document_has_no_findings() -> None:
    assert (
        messages(
            unit("1/title", "objective-title", "One.", "1"),
            unit("1/commitment", "commitment", "We commit.", "1", note="1"),
            unit("1/chapeau", "chapeau", "The same:"),
            unit("1/a", "action", "Act.", "a"),
            unit("2/title", "objective-title", "Two.", "2"),
            unit("2/commitment", "commitment", "We commit too.", "2"),
            unit("2/chapeau", "chapeau", "The same:"),
            unit("para/3", "paragraph", "Three:", "3"),
            unit("para/3/a", "sub-item", "First:", "a"),
            unit("para/3/a/i", "sub-item", "Deeper; and", "i"),
            unit("para/3/a/ii", "sub-item", "Deeper still.", "ii"),
            unit("note/1", "note", "A note.", "1"),
        )
        == []
    )


def messages(*units: Unit, faults: tuple[Fault, ...] = ()) -> list[str]:
    return [one.message for one in lint([document_of(*units, faults=faults)])]


def test_a_body_under_two_objectives_is_found_unless_a_fault_covers_it() -> None:
    twins = (unit("1/a", "action", "Same.", "a"), unit("2/a", "action", "Same.", "a"))
    assert messages(*twins) == ["d/2/a: repeats d/1/a word for word"]
    assert messages(*twins, faults=(Fault("d/2", "copy", "S.", "E."),)) == []


def test_marks_without_notes_and_notes_without_marks_are_found() -> None:
    found = messages(
        unit("1/a", "action", "Act.", "a", note="2"), unit("note/1", "note", "A note.", "1")
    )
    assert found == [
        "d/1/a: calls d/note/2, which does not exist",
        "d/note/1: no mark calls this note",
    ]


def test_gaps_in_labels_are_found() -> None:
    found = messages(
        unit("1/a", "action", "Act.", "a"),
        unit("1/c", "action", "React.", "c"),
        unit("para/1", "paragraph", "One.", "1"),
        unit("para/3", "paragraph", "Three.", "3"),
        unit("para/1/a/i", "sub-item", "First.", "i"),
        unit("para/1/a/iii", "sub-item", "Third.", "iii"),
    )
    assert found == [
        "d/1/c: the label is 'c' where 'b' is due",
        "d/para/3: the label is '3' where '2' is due",
        "d/para/1/a/iii: the label is 'iii' where 'ii' is due",
    ]


def test_objectives_without_a_commitment_are_told_of_once_or_where_others_have_one() -> None:
    titles = [unit(f"{n}/title", "objective-title", f"Title {n}.", str(n)) for n in (1, 2)]
    assert messages(*titles) == ["d/1/title: no objective of this document has a commitment"]
    commitment = unit("1/commitment", "commitment", "We commit.", "1")
    found = messages(titles[0], commitment, titles[1])
    assert found == ["d/2/title: this objective has no commitment, and others have"]


def test_a_title_in_the_list_that_is_not_its_section_s_is_found() -> None:
    found = messages(
        unit("list/1", "list-entry", "One way", "1"),
        unit("1/title", "objective-title", "Another", "1"),
        unit("1/commitment", "commitment", "We commit.", "1"),
    )
    assert found == ["d/list/1: the list's title is not that of d/1/title: 'Another'"]


def test_units_that_end_or_begin_otherwise_than_their_siblings_are_found() -> None:
    ends = ["One.", "Two.", "Three.", "four.", "Five"]
    assert rules_of(*ends) == [("start-of-unit", "d/para/4"), ("end-of-unit", "d/para/5")]
    assert rules_of("One;", "Two;", "Three; and", "Four.") == []
    assert rules_of("One.", "Two", "Three;") == []


def test_a_unit_that_was_cut_off_is_found() -> None:
    assert rules_of("Ends in a comma,", "Ends in the") == [
        ("cut-off", "d/para/1"),
        ("cut-off", "d/para/2"),
    ]
    (comma,) = findings_of("Ends in a comma,")
    assert comma.corrected == "a comma."


def test_paragraphs_of_a_preamble_may_end_in_commas_and_have_no_numbers() -> None:
    preamble = [unit(f"text/{n}", "paragraph", "Recalling what was said,") for n in (1, 2)]
    assert messages(*preamble, unit("para/1", "paragraph", "Decides to act.", "1")) == []


def test_labels_of_other_schemes_are_left_to_their_reading() -> None:
    assert messages(*(unit(f"para/1/{n}", "sub-item", "Act.", n) for n in ("A", "B"))) == []
    assert (
        messages(*(unit(f"para/1/{n}", "sub-item", "Act.", n) for n in ("\u0661", "\u0662"))) == []
    )


def test_a_colon_may_introduce_what_is_below_or_after_it() -> None:
    assert (
        messages(
            unit("para/1", "paragraph", "These:", "1"), unit("para/1/a", "sub-item", "A.", "a")
        )
        == []
    )
    assert (
        messages(
            unit("para/1", "paragraph", "These:", "1"), unit("principle/x", "principle", "X.", "X")
        )
        == []
    )
    assert rules_of("These:", "Others.") == [("cut-off", "d/para/1")]


def test_one_word_spelt_in_two_ways_is_a_note_at_the_rarer() -> None:
    found = findings_of("Psychosocial, psychosocial and health care.", "Psycho-social healthcare.")
    assert [(one.rule, one.severity, one.unit) for one in found] == [
        ("mixed-spelling", Severity.NOTE, "d/para/2"),
        ("mixed-spelling", Severity.NOTE, "d/para/2"),
    ]
    assert findings_of("Organised crime, organized; the organisation and the organization.")
    assert findings_of("In the long run, a long-run plan.") != []
    assert findings_of("A wise prize, a surprise, likewise.") == []


def test_a_character_that_no_font_has_is_found_once_a_document() -> None:
    found = lint([paragraphs("Plain.", "A ☃ and a ☃.", "☃")], shows=str.isascii)
    assert [(one.rule, one.unit) for one in found] == [("no-glyph", "d/para/2")]
    assert "'☃' (U+2603), which stands in 2 units" in found[0].message
    (alone,) = lint([paragraphs("A ☃.")], shows=str.isascii)
    assert alone.as_is == "A ☃."


def test_a_script_that_no_font_has_is_one_finding_with_its_marks_and_labels() -> None:
    """Hundreds of lines about letters would hide what an editor can mend."""
    made = paragraphs("يؤكد أن البوابات مفتوحة؛", "Gates.", "يقرر أن يبقي المسألة قيد نظره.")
    (section,) = made.sections
    labelled = tuple(replace(one, label="\u0661.") for one in section.units)
    document = replace(made, sections=(replace(section, units=labelled),))
    (found,) = lint([document], shows=str.isascii)
    assert (found.rule, found.unit) == ("no-glyph", "d/para/1")
    assert "characters of the Arabic script in 3 units: " in found.message
    assert "html" in found.hint


def test_marks_of_arabic_end_units_as_those_of_latin_do() -> None:
    items = ["يؤكد المبدأ؛", "يدعو المدن؛", "يشجع الحراس؛", "يطلب تقريرا؛", "يدعو؛", "يشجع؛"]
    assert rules_of(*items, "هل يعود؟", "يقرر أن يعود.") == [("end-of-unit", "d/para/7")]
    assert rules_of("يؤكد المبدأ،") == [("cut-off", "d/para/1")]
    assert rules_of("يؤكد المبدأ؛يدعو المدن.") == [("lost-space", "d/para/1")]


def test_documents_beside_bear_words_out_and_are_not_examined() -> None:
    whole = "Provide dedicated training, financial support and technical assistance to States."
    torn = whole.replace("training,", "training")
    found = lint([paragraphs(torn)], beside=[paragraphs(whole, "The the.", document="e")])
    assert [(one.rule, one.unit, one.corrected) for one in found] == [
        ("version-differs", "d/para/1", "dedicated training, financial")
    ]
    assert 'T, e/para/1: "dedicated training, financial support"' in found[0].evidence


def test_what_was_negotiated_is_no_slip() -> None:
    before = "Uphold privacy rights and protect the personal data of all migrants at all times."
    after = "Uphold the right to privacy and protect the data of every migrant at all times."
    assert lint([paragraphs(before)], beside=[paragraphs(after, document="e")]) == []


def test_every_rule_is_told_in_words_and_named_in_the_guide() -> None:
    guide = (Path(corpus.__file__).parent / "data" / "README.md").read_text(encoding="utf-8")
    for rule, words in RULES.items():
        assert words
        assert f"| `{rule}` |" in guide

"""Ten questions that a desk officer asked, each answered by one command.

The answers were read and held against the sources by eye and by search; what must be in each, and
what must not, stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from program import run_program

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Question:
    """A question, the command's arguments, and what its answer has and has not."""

    words: str
    arguments: tuple[str, ...]
    has: tuple[str, ...]
    lacks: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "What does the compact say about trade unions?",
        ("--actor", "trade unions", "--from", "gcm-final"),
        (
            "5 passages: 5 in Final text",
            "Final text, Objective 2 (e)",
            "Final text, Objective 5 (e)",
            "Final text, Objective 6 (d), (i)",
            "Final text, Objective 18 (e)",
            "[…] (e) Invest in human capital development",
            "social dialogue and membership in trade unions",
        ),
        ("Objective 20",),
    ),
    Question(
        "Who is asked to do something on remittances?",
        ("--theme", "remittances"),
        (
            "The final actions are not in the supplied source",
            "Draft Rev 2, para. 35 · negotiating draft, not agreed",
            "35. We commit to promote faster, safer and cheaper remittances",
            "in consultation with remittance service providers and financial regulators",
            "[Recommendations/Actionable commitment] Empowering migrants as development actors",
            "Review and revise regulatory restrictions on financial transfers",
            "Tied to Remittances with low confidence.",
        ),
        ("Minimize the adverse drivers",),
    ),
    Question(
        "What is said of children in detention?",
        ("--theme", "detention", "--find", "child*"),
        (
            "Final text, Objective 8 (c)",
            "Final text, Objective 13 (a), (h)",
            "(h) Protect and respect the rights and best interests of the child",
        ),
        ("(b) Consolidate",),
    ),
    Question(
        "Where is the Paris Agreement named, and what else with it?",
        ("--instrument", "Paris Agreement"),
        (
            "Final text, Objective 2 (a)",
            "Draft Rev 2, para. 2 ·",
            "the Paris Agreement[2], the International Labour Organization conventions",
            "[2] ",
            "the following actions are instrumental: (a) Promote the implementation",
        ),
    ),
    Question(
        "What are local authorities asked to do under Objectives 15 and 16?",
        ("--actor", "local authorities", "--objective", "15-16"),
        (
            "Objectives 15 and 16 and Local authorities",
            "(f) Establish community centres or programmes at the local level",
            "[Partnerships] Whole of government cooperation, including down to the local",
        ),
        ("Objective 15:",),
    ),
    Question(
        "Is non-refoulement in the texts?",
        ("--find", "non-refoulement"),
        (
            "2 passages: 2 in Draft Rev 2; none in Final text",
            "the principle of non-refoulement, guarantee due process",
            "Draft Rev 2, para. 23 (a)",
            "36. We commit to facilitate and cooperate for safe, human rights-based",
        ),
    ),
    Question(
        "What does IOM propose on skills?",
        ("--theme", "skills", "--from", "iom-human", "--from", "iom-governance"),
        (
            "[Means of implementation]",
            "IOM input, human dimension, row 1 · input, not negotiated",
            "IOM input, governance, rows 1, 2",
            "Establish appropriate and accessible legal migration pathways to:",
        ),
        ("Draft Rev 2",),
    ),
    Question(
        "What is the capacity-building mechanism to do?",
        ("--find", '"capacity-building mechanism"', "--unit", "gcm-rev2/para/42"),
        ("42. We decide to establish a capacity-building mechanism",),
        ("43.", "Objective 23"),
    ),
    Question(
        "What does Objective 13 commit us to, and do the tables speak of detention?",
        ("--objective", "13", "--find", "detention OR justice", "--commitment"),
        (
            "28. We commit to ensure that any detention in the context of international migration",
            "IOM input, human dimension, row 2 · input, not negotiated, 2017 · related to",
            "Strengthen access to justice",
        ),
    ),
    Question(
        "Does anything stand on psychosocial help, however it is spelt?",
        ("--find", "psychosocial"),
        (
            "psycho-social assistance",
            "Final text, Objective 17 (a)",
            "Final text, Objective 21 (h)",
        ),
    ),
)


def _on_one_line(text: str) -> str:
    """Give the words of a plain text without its lines, bars and rules."""
    return re.sub(r"\s+", " ", re.sub(r"(?m)^[=-]{5,}$|^\| |\[c\d+\]", "", text))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.words)
def test_a_desk_officers_question_is_answered_by_one_command(
    question: Question,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The answer has what the sources say, with its place, and nothing that was not asked for."""
    monkeypatch.chdir(tmp_path)
    run = run_program(["excerpt", *question.arguments], monkeypatch, capsys)
    assert (run.status, run.err) == (0, "")
    said = _on_one_line(run.out)
    for words in question.has:
        assert words in said
    for words in question.lacks:
        assert words not in said

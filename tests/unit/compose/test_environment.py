"""Templates run in a closed room; what goes wrong is told at the template's line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.compose.environment import (
    check_template_name,
    open_environment,
    render,
    template_names,
)
from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path


def _render(folder: Path, source: str, **context: object) -> str:
    (folder / "mine.xhtml.j2").write_text(source, encoding="utf-8")
    return render(open_environment([folder]), "mine", context)


def _fault(folder: Path, source: str, **context: object) -> str:
    with pytest.raises(UnusableInput) as caught:
        _render(folder, source, **context)
    return str(caught.value.diagnostics[0])


def test_each_element_carries_the_line_that_wrote_it(tmp_path: Path) -> None:
    """Only tags of the template are marked, never what data brings along."""
    rendered = _render(tmp_path, "<p>\n{{ words }}\n<em>x</em></p>", words="<b>")
    assert rendered == (
        '<p data-at="mine.xhtml.j2:1">\n&lt;b&gt;\n<em data-at="mine.xhtml.j2:3">x</em></p>'
    )


def test_data_is_never_markup(tmp_path: Path) -> None:
    """Braces, tags and ampersands in words print literally."""
    words = "<b>{{ 7*7 }} & {% x %}"
    expected = "&lt;b&gt;{{ 7*7 }} &amp; {% x %}"
    assert _render(tmp_path, "{{ words }}", words=words) == expected


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a\n{{ pak.title }}", "mine.xhtml.j2:2: error: 'pak' is undefined\n  hint: did you mean"),
        (
            "a\n\n{{ pack.titel }}",
            "mine.xhtml.j2:3: error: 'titel' is undefined\n  hint: did you mean",
        ),
        ("a\n{% if pack %}", "mine.xhtml.j2:2: error: template syntax"),
        ("{% for x in pack.title|shout %}{% endfor %}", "mine.xhtml.j2:1: error: template syntax"),
        ("{{ 'x' * 300000000 }}", "would be too large"),
        ("{{ 10 ** 10000000 }}", "would be too large"),
        ("{{ '%999999999d' % 1 }}", "'%' on text is not allowed"),
        ("{{ pack.title.ljust(999999999) }}", "mine.xhtml.j2:1: error:"),
        ("{{ ''.__class__.__mro__ }}", "mine.xhtml.j2:1: error:"),
        ("{% for a in range(999999999) %}{% endfor %}", "mine.xhtml.j2:1: error:"),
        ("{% include '../../etc/passwd' %}", "there is no template"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
        ("{{ pack.update({'title': 1}) }}", "mine.xhtml.j2:1: error:"),
        (
            "{% set n = namespace(x='a') %}{% for i in [1]*40 %}{% set n.x=n.x+n.x %}{% endfor %}",
            "the result of '+' would be too large",
        ),
        ("{{ 'a' ~ 'b' }}", "'~' cannot be used"),
        ("{{ pack }}", "a group of values cannot be printed"),
        ("{{ [pack] }}", "a list cannot be printed"),
        ("{{ [none, pack]|first }}", "nothing cannot be printed"),
        ("{{ pack.title.upper }}", "what is no text cannot be printed"),
        ("{{ pack.title.upper() }}", "a template can call macros only"),
        ("{% include 'styles/standard.yaml' %}", "there is no template 'styles/standard.yaml'"),
        ("{{ '(' * 2 }}" + "{% if 1 %}" * 400 + "{% endif %}" * 400, "nested too deeply"),
    ],
)
def test_faults_and_attacks_get_one_message(tmp_path: Path, source: str, message: str) -> None:
    """Wrong names, open tags and attempts to break out all end in a message with a place."""
    assert message in _fault(tmp_path, source, pack={"title": "T"})


def test_output_without_end_is_stopped(tmp_path: Path) -> None:
    """A template that writes on and on is stopped before it fills the memory."""
    source = "{% set block = 'x' * 50000 %}{% for a in range(99999) %}{{ block }}{% endfor %}"
    assert "too much memory" in _fault(tmp_path, source)


def test_an_unknown_template_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A wrong name gets the right one as hint; parts are no templates."""
    (tmp_path / "handout.xhtml.j2").write_text("", encoding="utf-8")
    (tmp_path / "_parts.xhtml.j2").write_text("", encoding="utf-8")
    room = open_environment([tmp_path])
    assert template_names(room) == ["handout.xhtml.j2"]
    with pytest.raises(UnusableInput) as caught:
        check_template_name(room, "handuot", Place("mine.yaml", 3, 11))
    assert str(caught.value) == (
        "mine.yaml:3:11: error: there is no template called 'handuot'\n"
        "  hint: did you mean 'handout'?"
    )

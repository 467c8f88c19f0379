"""Style files: palette, based-on, and what a bad one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.errors import UnusableInput
from briefgen.print_looks import on_paper
from briefgen.resources import shipped
from briefgen.style_files import load_style, style_schema
from briefgen.styles import PAGE_SIZES_MM, Style

if TYPE_CHECKING:
    from pathlib import Path

STYLES = shipped("templates") / "styles"
OVER_STANDARD = "name: own\nbased-on: standard\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path.relative_to(tmp_path)


def faults(folder: Path, text: str, name: str = "own.yaml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load_style(folder / name)
    return str(caught.value).replace("\n  hint: ", " | ").split("\n")


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_style_loads_and_is_called_as_its_file(path: Path) -> None:
    assert load_style(path).name == path.stem


def test_a_role_takes_from_the_role_it_is_based_on_what_it_does_not_say() -> None:
    style = load_style(STYLES / "standard.yaml")
    assert style.role("heading-2").bold
    assert style.role("heading-2").size < style.role("heading-1").size
    assert style.role("contents-4").size == style.role("contents-3").size


def test_typography_is_the_sources_own_unless_a_style_says_otherwise(folder: Path) -> None:
    assert load_style(STYLES / "standard.yaml").typography.quotes == "curly"
    (folder / "own.yaml").write_text(OVER_STANDARD + "typography: {titles: source, labels: a)}\n")
    typography = load_style(folder / "own.yaml").typography
    assert (typography.quotes, typography.titles, typography.labels) == ("curly", "source", "a)")
    assert Style.model_fields["typography"].default.quotes == "source"


def test_a_wish_that_typography_cannot_fulfil_is_told_with_its_place(folder: Path) -> None:
    text = OVER_STANDARD + "typography:\n  quotes: round\n  labels: A.\n  hyphens: soft\n"
    assert faults(folder, text) == [
        "own.yaml:4:11: error: 'round' is not one of the choices | choose source or curly",
        "own.yaml:5:11: error: 'A.' is not one of the choices | choose (a) or a)",
        "own.yaml:6:3: error: unknown key 'hyphens' | known: quotes, dashes, titles, labels",
    ]


def test_names_of_the_palette_become_colours(folder: Path) -> None:
    (folder / "own.yaml").write_text(
        OVER_STANDARD + "palette: {ink: '#A0B0C0'}\nroles: {own: {rule: {colour: accent}}}\n"
    )
    style = load_style(folder / "own.yaml")
    assert style.role("own").rule is not None
    assert style.role("own").rule.colour == "#0b5a8a"


def test_a_style_based_on_another_says_only_what_differs(folder: Path) -> None:
    (folder / "base.yaml").write_text(OVER_STANDARD + "page-size: A5\nroles: {body: {size: 14}}\n")
    (folder / "own.yaml").write_text(
        "name: own\nbased-on: base\nroles: {body: {bold: true}, commitment: {rule: none}}\n"
    )
    style, standard = load_style(folder / "own.yaml"), load_style(STYLES / "standard.yaml")
    assert style.page_size == "A5"
    assert (style.role("body").size, style.role("body").bold) == (14, True)
    assert style.role("chapeau").size == 14, "roles based on body follow it"
    assert style.role("commitment").rule is None
    assert style.pages == standard.pages


def test_an_own_standard_may_be_based_on_the_shipped_one(folder: Path) -> None:
    (folder / "standard.yaml").write_text("name: own\nbased-on: standard\npage-size: Letter\n")
    assert load_style(folder / "standard.yaml").page_size == "Letter"


@pytest.mark.parametrize("paper", PAGE_SIZES_MM)
def test_a_style_goes_on_any_paper(paper: str) -> None:
    style = load_style(STYLES / "standard.yaml")
    width, height = on_paper(style, paper).paper()
    assert (round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)) == PAGE_SIZES_MM[paper]


def test_margins_shrink_with_the_paper_but_stay_printable() -> None:
    style = load_style(STYLES / "standard.yaml")
    small, wide = on_paper(style, "A5").page("body"), on_paper(style, "Letter").page("body")
    assert small.left_mm == pytest.approx(25 * 148 / 210)
    assert small.footer_mm == 12
    assert wide == style.page("body")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "palette: {ink: blue}",
            [
                (
                    "own.yaml:3:16: error: 'blue' is not a colour"
                    ' | write it as "#0b5a8a", or name one of the palette'
                )
            ],
        ),
        (
            "roles: {body: {colour: inkk, size: 99, bolt: true}}",
            [
                "own.yaml:3:24: error: 'inkk' is not a colour | did you mean 'ink'?",
                "own.yaml:3:36: error: 99 is too large | at most 72",
                "own.yaml:3:40: error: unknown key 'bolt' | did you mean 'bold'?",
            ],
        ),
        (
            "table:\n  rule-colour: #fff",
            [
                (
                    "own.yaml:4:3: error: there is no colour here"
                    ' | put it in quotes: "#0b5a8a"; write none for no colour'
                )
            ],
        ),
        (
            "roles: {own: {based-on: bodi}}",
            ["own.yaml:3:25: error: there is no role 'bodi' | did you mean 'body'?"],
        ),
        (
            "roles: {x: {based-on: y}, y: {based-on: z}, z: {based-on: y}}",
            [
                (
                    "own.yaml:3:41: error: roles are based on one another: y → z → y"
                    " | let one of them stand without 'based-on'"
                )
            ],
        ),
        (
            "roles: {body: {space_after: 3}}",
            ["own.yaml:3:16: error: unknown key 'space_after' | did you mean 'space-after'?"],
        ),
        (
            "page-size: A9",
            ["own.yaml:3:12: error: 'A9' is not one of the choices | did you mean 'A6'?"],
        ),
    ],
)
def test_faults_are_told_with_their_place(folder: Path, text: str, expected: list[str]) -> None:
    assert faults(folder, OVER_STANDARD + text + "\n") == expected


def test_a_role_based_on_itself_by_a_long_way_is_no_crash(folder: Path) -> None:
    roles = "".join(f"  r{n}: {{based-on: r{n + 1}}}\n" for n in range(400))
    text = f"{OVER_STANDARD}roles:\n{roles}  r400: {{based-on: r0}}\n"
    assert "roles are based on one another" in faults(folder, text)[0]


def test_a_style_that_lacks_what_writers_need_is_told_so(folder: Path) -> None:
    roles, page = faults(folder, "name: own\nroles: {body: {}}\n")
    assert roles.startswith("own.yaml:2:8: error: roles are missing: heading-1, heading-2")
    assert page.startswith("own.yaml:1:1: error: the page 'body' is missing")


def test_styles_that_are_based_on_one_another_are_refused(folder: Path) -> None:
    (folder / "other.yaml").write_text("name: other\nbased-on: own\n")
    assert faults(folder, "name: own\nbased-on: other\n") == [
        (
            "other.yaml:2:11: error: the style is based on itself, by way of 'own'"
            " | take 'based-on' out of one of the files"
        )
    ]


def test_a_long_row_of_styles_is_refused(folder: Path) -> None:
    for n in range(9):
        (folder / f"s{n}.yaml").write_text(f"name: s{n}\nbased-on: s{n + 1}\n")
    (folder / "s9.yaml").write_text("name: s9\n")
    assert "more than 8 styles" in faults(folder, "name: own\nbased-on: s0\n")[0]


def test_a_style_is_not_based_on_a_path(folder: Path) -> None:
    assert "by its name, not by a path" in faults(folder, "name: own\nbased-on: ../x.yaml\n")[0]


def test_the_schema_lets_colours_be_named() -> None:
    schema = style_schema()
    role = schema["$defs"]["RoleEntry"]["properties"]
    assert "pattern" not in role["label-colour"]
    assert "based-on" in role
    assert "space-after" in role
    assert schema["properties"]["palette"]["additionalProperties"]["pattern"]


def test_a_crowd_of_roles_is_refused_at_once(folder: Path) -> None:
    roles = "".join(f"  r{n}: {{based-on: unknown}}\n" for n in range(501))
    assert faults(folder, f"{OVER_STANDARD}roles:\n{roles}") == [
        "own.yaml:3:1: error: 'roles' has more than 500 keys | take some out"
    ]


def test_a_style_says_how_far_it_may_be_tightened_or_takes_it_over(folder: Path) -> None:
    """What a file leaves out comes from its base; a base's smallest type is no contradiction."""
    (folder / "own.yaml").write_text(OVER_STANDARD + "fit: {margin-mm: 20}\n")
    fit, standard = load_style(folder / "own.yaml").fit, load_style(STYLES / "standard.yaml").fit
    assert fit
    assert standard
    assert fit == standard.model_copy(update={"margin_mm": 20.0})
    (folder / "own.yaml").write_text(OVER_STANDARD + "fit: none\n")
    assert load_style(folder / "own.yaml").fit is None
    (folder / "own.yaml").write_text(OVER_STANDARD + "roles: {body: {size: 8}}\n")
    assert load_style(folder / "own.yaml").fit == standard
    (told,) = faults(folder, OVER_STANDARD + "fit: {smallest: 9}\nroles: {body: {size: 8}}\n")
    assert told == (
        "own.yaml:3:17: error: the smallest type, 9 points, is larger than 'body', 8 points"
        " | write 8 or less"
    )

"""What YAML of people is read as, and what of YAML is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.yaml_reading import read_value, read_yaml, read_yaml_file
from briefgen.yaml_reading.characters import SIZE_LIMIT

if TYPE_CHECKING:
    from pathlib import Path


def messages(data: bytes | str) -> list[str]:
    """Give the faults as a person reads them, hints left out."""
    data = data.encode() if isinstance(data, str) else data
    with pytest.raises(UnusableInput) as caught:
        read_yaml(data, "f.yaml")
    return [str(one).split("\n")[0] for one in caught.value.diagnostics]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.yaml_reading.reading._LOADER", getattr(yaml, request.param))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("off", "off"),
        ("n", "n"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("12:30:45", "12:30:45"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("1_000", "1_000"),
        ("2018-06-04", "2018-06-04"),
        ("2018-06-04/2018-06-08", "2018-06-04/2018-06-08"),
        ("9-10", "9-10"),
        ("9" * 40, "9" * 40),
        ("10", 10),
        ("-3", -3),
        ("13.5", 13.5),
        ("true", True),
        ("~", None),
        ("", None),
        ("'10'", "10"),
        ("<b>{{ x }}</b> & co", "<b>{{ x }}</b> & co"),
        ("a *b* [c]", "a *b* [c]"),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_a_value_is_what_its_author_typed(words: str, value: object) -> None:
    """YAML 1.1 would make booleans, sexagesimal numbers and dates of many of these."""
    found = read_yaml(f"key: {words}\n".encode(), "f.yaml").value
    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


def test_every_key_and_value_has_its_place() -> None:
    text = read_yaml(b"a:\n  - x\n  - {b: 1, 23: [c]}\nempty:\n", "f.yaml")
    assert text.place("a", 1, "b") == Place("f.yaml", 3, 9)
    assert text.key_place("a", 1, "b") == Place("f.yaml", 3, 6)
    assert text.place("a", 1, 23, 0) == Place("f.yaml", 3, 17)
    assert text.place("a", 7, "x") == text.place("a") == Place("f.yaml", 2, 3)
    assert text.place("empty") == Place("f.yaml", 4, 1)
    assert text.place("unknown") == Place("f.yaml", 1, 1)


def test_a_byte_order_mark_is_not_content() -> None:
    assert read_yaml(b"\xef\xbb\xbfa: 1\n", "f.yaml").value == {"a": 1}


def test_columns_count_characters_not_bytes() -> None:
    assert messages("ключ: 1\nключ: 2\n") == ["f.yaml:2:1: error: the key 'ключ' is given twice"]
    assert messages("{é: 1, é: 2}")[0].startswith("f.yaml:1:8:")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2\n", "f.yaml:2:1: error: the key 'a' is given twice"),
        ("5: x\n'5': y\n", "f.yaml:2:1: error: the key '5' is given twice"),
        ("'5': x\n5: y\n", "f.yaml:2:1: error: the key '5' is given twice"),
        ("a: &x 1\n", "f.yaml:1:4: error: anchors and aliases are not accepted: '&x'"),
        ("a: *x\n", "f.yaml:1:4: error: anchors and aliases are not accepted: '*x'"),
        ("*x : 1\n", "f.yaml:1:1: error: anchors and aliases are not accepted: '*x'"),
        ("a: * x\n", "f.yaml:1:5: error: text cannot start with '&' or '*'"),
        ("a: !!binary x\n", "f.yaml:1:4: error: the tag '!!binary' is not accepted"),
        ("a: !own [x]\n", "f.yaml:1:4: error: the tag '!own' is not accepted"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: error: a second document starts here ('---')"),
        ("%YAML 1.1\n---\na: 1\n", "f.yaml:1:1: error: directives ('%') are not accepted"),
        ("{{ a }}\n", "f.yaml:1:2: error: a list or mapping stands where a key is expected"),
        ("'': 1\n", "f.yaml:1:1: error: a key is missing before ':'"),
        ("a:\n\tb: 1\n", "f.yaml:2:1: error: the line is indented with a tab"),
        ("a: |\n\tText\n", "f.yaml:2:1: error: the line is indented with a tab"),
        ("a: 'x\nb: 1\n", "f.yaml:1:4: error: a quotation mark is opened here and not closed"),
        ("a: [1\nb: 2\n", "f.yaml:1:4: error: a list is opened here with '[' and not closed"),
        ("a: @x\n", "f.yaml:1:4: error: text cannot start with '@'"),
        ("a: %x\n", "f.yaml:1:4: error: text cannot start with '%'"),
        ("- a\nb: 1\n", "f.yaml:2:1: error: this line does not fit what stands above it"),
        ("a: - b\n", "f.yaml:1:4: error: a list item stands where there can be none"),
        (
            "a: b: c\n",
            "f.yaml:1:5: error: a second ': ' stands on this line, or the line is indented too far",
        ),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_what_misleads_is_refused_with_its_place(text: str, fault: str) -> None:
    assert messages(text) == [fault]


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    found = messages("a: \x07\nb: &x 1\na: !t 2\nc: \u202e\n")
    assert [one.split(" ")[0] for one in found] == [
        "f.yaml:1:4:",
        "f.yaml:2:4:",
        "f.yaml:3:1:",
        "f.yaml:3:4:",
        "f.yaml:4:4:",
    ]


@pytest.mark.parametrize(
    "code", [0x0, 0x7, 0xB, 0x7F, 0x85, 0x202E, 0x2066, 0x2028, 0xFEFF, 0xFFFF]
)
def test_unseen_characters_are_refused_raw_and_escaped(code: int) -> None:
    """A double-quoted escape makes the same character as the character itself."""
    assert f"U+{code:04X}" in messages(f"a: x{chr(code)}y\n")[0]
    assert messages(f'a: "x{chr(code)}y"\n')[0].startswith("f.yaml:1:6:")
    assert f"U+{code:04X}" in messages(f'a: "x\\u{code:04x}y"\n')[0]


def test_bytes_that_are_not_utf_8_are_named() -> None:
    assert messages(b"a: 1\nb: caf\xe9\n") == [
        "f.yaml:2:7: error: not UTF-8: byte 0xe9 at offset 11"
    ]
    assert messages("a: 1".encode("utf-16")) == ["f.yaml:1: error: the file is UTF-16, not UTF-8"]


def test_a_file_over_the_cap_is_not_parsed(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"# " + b"x" * SIZE_LIMIT)
    with pytest.raises(
        UnusableInput, match=r"large.yaml: error: the file is larger than 1,048,576"
    ):
        read_yaml_file(file)
    file.write_bytes(b"# " + b"x" * (SIZE_LIMIT - 2))
    assert read_yaml_file(file).value is None


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="there is no such file"):
        read_yaml_file(tmp_path / "none.yaml")
    with pytest.raises(UnusableInput, match="this is not a file"):
        read_yaml_file(tmp_path)


def test_a_billion_laughs_is_told_in_a_few_lines() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert len(messages("\n".join(lines))) == 10


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.usefixtures("either_parser")
def test_deep_nesting_ends_with_a_message_not_a_crash(opening: str) -> None:
    assert "levels deep" in messages(opening * 5000)[-1]


def test_many_faults_end_the_reading() -> None:
    assert len(messages("\x07" * 100_000)) == 100
    assert len(messages("a: 1\n" * 10_000)) == 100


@pytest.mark.parametrize(
    ("words", "value"),
    [("", ""), ("a: b", "a: b"), ("10", 10), ("'10'", "10"), ("[a, 2]", ["a", 2]), ("no", "no")],
)
def test_a_value_on_its_own_follows_the_same_rules(words: str, value: object) -> None:
    assert read_value(words, Place("--set key")) == value


@pytest.mark.parametrize("words", ["[a", "'a", "a\x07", "a\udc80", "[&a b]"])
def test_a_bad_value_on_its_own_is_told_at_its_place(words: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_value(words, Place("--set key"))
    assert {one.place for one in caught.value.diagnostics} == {Place("--set key")}


@given(st.binary(max_size=200) | st.text("ab:-[]{}#&*!|>'\"%@, \n\t", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_yaml(data, "f.yaml")
    except UnusableInput as fault:
        assert all(one.place for one in fault.diagnostics)  # noqa: PT017 - both outcomes are right


_WORDS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**17), 10**17) | _WORDS,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(_WORDS.filter(lambda key: key != ""), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_what_json_writes_is_read_back(value: object) -> None:
    """No text is lost or changed on the way: quoted words come back as they were."""
    data = json.dumps(value, ensure_ascii=False).encode()
    assert read_yaml(data, "f.yaml").value == value

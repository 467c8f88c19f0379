"""The commands do what interface and help say: results, messages, exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]


def _profile(name: str, **changes: str) -> Path:
    keys = {"title": "T", "from": "gcm-rev2", "contents": "[{objectives: [22]}]"} | changes
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {value}\n" for key, value in keys.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_build_writes_the_formats_and_prints_their_paths(run: Runner) -> None:
    """A shipped profile builds from an empty folder, into ./output."""
    ended = run("build", "objective-handout")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split() == ["output/objective-handout.docx", "output/objective-handout.pdf"]
    assert Path("output/objective-handout.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert Path("output/objective-handout.docx").read_bytes().startswith(b"PK")
    assert sorted(path.name for path in Path("output").iterdir()) == [
        "objective-handout.docx",
        "objective-handout.pdf",
    ]


def test_options_override_the_profile(run: Runner) -> None:
    """--format, --out, --date, --set and --text win over what the profile says."""
    path = _profile("mine.yaml", formats="[docx]", date="2018-01-01")
    ended = run(
        *("build", str(path), "--format", "outline", "--out", "there", "--date", "2018-06-04"),
        *("--set", "title=Other", "--set", "meeting.name=M", "--text", "verbatim"),
    )
    assert ended.out.split() == ["there/mine.outline.txt"], ended.err
    outline = Path("there/mine.outline.txt").read_text(encoding="utf-8")
    assert outline.startswith("pack: Other [en] 2018-06-04")
    assert "slips included" in outline


def test_json_answers_are_one_document(run: Runner) -> None:
    """With --json, standard output parses, in success and in failure."""
    good = run("build", "objective-handout", "--format", "outline", "--json")
    files = ["output/objective-handout.outline.txt"]
    assert json.loads(good.out) == {"files": files, "diagnostics": []}
    bad = run("build", str(_profile("bad.yaml", titel="x")), "--json")
    assert bad.status == 2
    (fault,) = json.loads(bad.out)["diagnostics"]
    assert (fault["file"], fault["line"], fault["severity"]) == ("bad.yaml", 4, "error")
    assert "unknown key 'titel'" in bad.err


def test_a_profile_in_the_working_folder_wins_over_a_shipped_one(run: Runner) -> None:
    """Names are looked up in ./profiles first."""
    _profile("profiles/objective-handout.yaml", title="Ours", formats="[outline]")
    assert run("build", "objective-handout").status == 0
    assert "Ours" in Path("output/objective-handout.outline.txt").read_text(encoding="utf-8")


def test_a_template_in_the_working_folder_wins_over_a_shipped_one(run: Runner) -> None:
    """Templates of one's own are used, and their faults told at their own line."""
    folder = Path("templates")
    folder.mkdir()
    template = "<html><body><section>\n<p>{{ pack.title }}</p>\n{}</section></body></html>"
    (folder / "mine.xhtml.j2").write_text(template.replace("{}", ""), encoding="utf-8")
    path = _profile("mine.yaml", template="mine", formats="[outline]")
    assert run("build", str(path)).status == 0
    (folder / "mine.xhtml.j2").write_text(template.replace("{}", "<b/>"), encoding="utf-8")
    ended = run("build", str(path))
    assert ended.status == 2
    assert ended.err.startswith(
        "templates/mine.xhtml.j2:3: error: unknown element <b> in <section>"
    )


def test_a_fault_in_one_profile_leaves_no_file_of_another(run: Runner) -> None:
    """All faults of all profiles are told, and nothing is written."""
    good = _profile("good.yaml")
    bad = _profile("bad.yaml", contents="[{objectives: [99]}]")
    worse = _profile("worse.yaml", language="tlh")
    ended = run("build", str(good), str(bad), str(worse), "no-such-profile")
    assert ended.status == 2
    assert ended.err.count("error:") == 3
    assert not Path("output").exists()


def test_two_profiles_of_one_name_are_refused(run: Runner) -> None:
    """The second would overwrite the first."""
    ended = run("build", str(_profile("a/x.yaml")), str(_profile("b/x.yaml")))
    assert ended.status == 2
    assert "has the same name, and would be overwritten" in ended.err


@pytest.mark.parametrize("name", [".hidden.yaml", "a:b.yaml"])
def test_a_name_that_no_folder_takes_is_refused(run: Runner, name: str) -> None:
    """What would leave the folder, hide in it, or fail on another system gets a message."""
    ended = run("build", str(_profile(name)))
    assert ended.status == 2
    assert "cannot be the name of a file in the output folder" in ended.err


def test_a_style_or_template_is_named_never_a_path(run: Runner) -> None:
    """A profile from elsewhere opens no file of its choice."""
    for changes in ({"style": "../../etc/passwd"}, {"template": "../../etc/passwd"}):
        ended = run("build", str(_profile("mine.yaml", **changes)))
        assert ended.status == 2
        assert "passwd" in ended.err


def test_an_output_folder_that_cannot_be_written_is_told(run: Runner) -> None:
    """A file stands where the folder should be; what was there stays."""
    Path("output").write_text("mine", encoding="utf-8")
    ended = run("build", "objective-handout", "--format", "outline")
    assert ended.status == 2
    assert "cannot write to 'output'" in ended.err
    assert Path("output").read_text(encoding="utf-8") == "mine"


def test_check_validates_without_writing(run: Runner) -> None:
    """Good profiles are named; faults are the same as in building."""
    assert run("check", "delegation-pack", "starter").out == (
        "delegation-pack: good\nstarter: good\n"
    )
    ended = run("check", str(_profile("bad.yaml", contents="[{units: [gcm-rev2/5/zz]}]")))
    assert ended.status == 2
    assert "bad.yaml:3:" in ended.err
    assert not Path("output").exists()


def test_new_makes_a_folder_that_works_and_overwrites_nothing(run: Runner) -> None:
    """The starter builds as it is; a second call into the same folder is refused."""
    made = run("new", "desk")
    assert made.status == 0
    assert "desk/profiles/my-pack.yaml" in made.out.split()
    assert Path("desk/templates/styles/standard.yaml").is_file()
    assert Path("desk/descriptions/my-draft.yaml").is_file()
    assert run("build", "desk/profiles/my-pack.yaml", "--format", "outline").status == 0
    again = run("new", "desk")
    assert again.status == 2
    assert "is there already" in again.err


@pytest.mark.parametrize(
    ("what", "some"),
    [
        ("documents", "gcm-rev2"),
        ("sections", "follow-up-and-review"),
        ("objectives", "gcm-final/20"),
        ("principles", "Child-sensitive"),
        ("rows", "iom-governance/3"),
        ("profiles", "full-compact"),
        ("templates", "handout"),
        ("styles", "standard"),
        ("languages", "fr"),
    ],
)
def test_list_names_what_there_is(run: Runner, what: str, some: str) -> None:
    """As columns for people and as JSON for programs, with the same entries."""
    ended = run("list", what)
    assert ended.status == 0
    assert some in ended.out
    data = json.loads(run("list", what, "--json").out)
    assert len(data) == len(ended.out.splitlines())


def test_list_says_which_objective_is_faulty(run: Runner) -> None:
    """The copy error is told where objectives are listed."""
    (line,) = [
        line for line in run("list", "objectives").out.splitlines() if "gcm-final/20" in line
    ]
    assert "faulty in the source" in line


def test_show_prints_a_unit_with_its_place(run: Runner) -> None:
    """Label, words, file and lines; an id above units shows all of them."""
    ended = run("show", "gcm-rev2/5/g")
    assert "action (g)" in ended.out
    assert "004_06834b01601389ae.txt, lines 261-263" in ended.out
    whole = run("show", "gcm-rev2/22", "--json")
    assert [one["kind"] for one in json.loads(whole.out)][:2] == ["objective-title", "commitment"]
    single = json.loads(run("show", "gcm-rev2/5/g", "--json").out)
    assert list(single) == ["id", "document", "kind", "label", "text", "source"]


def test_show_gives_both_text_modes(run: Runner) -> None:
    """A slip of the source stands in verbatim and is put right in corrected."""
    assert "Paris Agreement4" in run("show", "gcm-final/2/a", "--text", "verbatim").out
    assert "Paris Agreement4" not in run("show", "gcm-final/2/a").out


def test_show_of_an_unknown_unit_names_the_nearest(run: Runner) -> None:
    """Exit status 2 and a hint."""
    ended = run("show", "gcm-rev2/5/k")
    assert ended.status == 2
    assert "did you mean 'gcm-rev2/5/j'?" in ended.err
    assert run("show", "gcm-rev2/5/g", "--text", "verbatm").status == 2


def test_show_of_a_number_far_beyond_names_the_last(run: Runner) -> None:
    """No paragraph near the end is meant."""
    assert "the last is 'gcm-rev2/para/51'" in run("show", "gcm-rev2/para/99").err


@pytest.mark.parametrize(
    ("command", "wrong", "meant"),
    [("list", "section", "sections"), ("schema", "profil", "profile")],
)
def test_a_word_that_is_nearly_known_is_told_what_is(
    run: Runner, command: str, wrong: str, meant: str
) -> None:
    """As every other name is."""
    ended = run(command, wrong)
    assert (ended.status, ended.out) == (2, "")
    assert f"did you mean '{meant}'?" in ended.err


def test_a_list_of_nothing_says_so(run: Runner) -> None:
    """Silence could mean anything; as data it is an empty list."""
    ended = run("list", "principles", "--from", "iom-human")
    assert (ended.status, ended.out) == (0, "")
    assert "there are no principles in iom-human" in ended.err
    assert "briefgen list sections --from iom-human" in ended.err
    assert json.loads(run("list", "principles", "--from", "iom-human", "--json").out) == []


@pytest.mark.parametrize("what", ["profile", "document", "corrections", "description", "style"])
def test_schemas_are_json_schema(run: Runner, what: str) -> None:
    """Each says what kind of schema it is and has properties."""
    schema = json.loads(run("schema", what).out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"properties", "oneOf"} & schema.keys()


def test_corpus_export_gives_one_unit_a_line(run: Runner) -> None:
    """In source order, with the keys of the interface, in the text mode asked for."""
    ended = run("corpus", "export", "--document", "gcm-rev2", "--text", "verbatim")
    units = [json.loads(line) for line in ended.out.splitlines()]
    action = next(unit for unit in units if unit["id"] == "gcm-rev2/5/g")
    assert action["kind"] == "action"
    assert action["label"] == "g"
    assert action["source"] == {"file": "004_06834b01601389ae.txt", "lines": [261, 263]}
    assert "due to sudden-onset natural disasters" in action["text"]
    assert run("corpus", "export", "--document", "gcm-rev9").status == 2


def test_corpus_check_says_clean(run: Runner) -> None:
    """The shipped corpus is proved against its sources."""
    ended = run("corpus", "check")
    assert ended.status == 0
    assert ended.out.endswith("The corpus is clean.\n")
    assert json.loads(run("corpus", "check", "--json").out)["diagnostics"] == []


def test_corpus_check_raw_tells_all_and_suggests_rows(run: Runner) -> None:
    """Each finding of a slip comes with the row that would answer it, ready to paste."""
    ended = run("corpus", "check", "--raw", "gcm-final")
    assert ended.status == 1
    assert "error: the sources hold" in ended.err
    assert (
        "002_80b36abd0d576062.txt:215: error: gcm-final/18/e: the number 26 stands between 'in' and"
        " 'countries'\n"
        "  a row for corrections/gcm-final.yaml, under corrections:\n"
        "  - unit: gcm-final/18/e\n"
        '    as-is: "in 26 countries"\n'
        '    corrected: "in countries"\n'
    ) in ended.out
    assert "004_" not in ended.out
    findings = json.loads(run("corpus", "check", "--raw", "--json").out)["diagnostics"]
    row = next(one for one in findings if one.get("words") == "in 26 countries")
    assert row["suggestion"]["list"] == "corrections"
    assert row["suggestion"]["register"] == "corrections/gcm-final.yaml"
    assert row["suggestion"]["row"]["corrected"] == "in countries"


def test_corpus_check_takes_ids_and_the_corpus_s_own_sources(run: Runner) -> None:
    """A file of a source's name and another content is refused."""
    from briefgen.corpus.homes import SHIPPED

    source = SHIPPED / "sources" / "003_76a64e9c476fc1e3.txt"
    ended = run("corpus", "check", "iom-human", str(source))
    assert (ended.status, ended.out) == (0, "The corpus is clean.\n")
    assert run("corpus", "check", "--raw", source.name).status == 0
    Path(source.name).write_text("Something else.\n")
    ended = run("corpus", "check", source.name)
    assert ended.status == 2
    assert "its hash is another" in ended.err
    ended = run("corpus", "check", "gcm-finale")
    assert ended.status == 2
    assert "did you mean 'gcm-final'?" in ended.err


def test_corpus_import_gives_the_shipped_corpus_again(run: Runner) -> None:
    """Byte for byte, from the sources alone."""
    from briefgen.corpus.homes import SHIPPED

    ended = run("corpus", "import", str(SHIPPED / "sources"), "--out", "mine")
    assert ended.status == 0, ended.err
    for name in ("gcm-final", "gcm-rev2", "iom-human", "iom-governance"):
        made = Path("mine") / "documents" / f"{name}.yaml"
        assert made.read_bytes() == (SHIPPED / "documents" / f"{name}.yaml").read_bytes()


@pytest.mark.parametrize("command", ["build", "run-sheet", "show", "corpus check", "corpus import"])
def test_help_names_what_a_command_takes_and_no_types_of_python(run: Runner, command: str) -> None:
    """A clerk types a file, and no list[str]."""
    told = run(*command.split(), "--help").out
    assert "Arguments:" in told
    assert not re.search(r"<\w|\bstr\b|\blist\[", told)


def test_help_and_version(run: Runner) -> None:
    """The program says what it is for; no command is an occasion for help."""
    assert "briefing packs" in run("--help").out
    assert run("--version").out == "briefgen 0.1.0\n"
    assert run("build", "--no-such-option").status == 2

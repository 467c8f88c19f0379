"""What is shipped is accessible; what was broken on purpose is found, once, and nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefgen import shipped
from briefgen.diagnostics import Severity
from briefgen.errors import UnusableInput
from briefgen.inspection import inspect_docx
from briefgen.inspection.colours import contrast

if TYPE_CHECKING:
    from collections.abc import Callable

PROFILES = sorted(path.stem for path in shipped("profiles").glob("*.yaml"))
DOCUMENT, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="Map"{0}/></wp:inline></w:drawing></w:r></w:p>'
)
LINK = "<w:p><w:hyperlink w:anchor='a'><w:r><w:t>{0}</w:t></w:r></w:hyperlink></w:p>"


def plain(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def heading(level: int, text: str = "A heading") -> str:
    return plain(text, f'<w:pStyle w:val="Heading{level}"/>')


def grid(*rows: str, head: bool = True, summary: bool = True) -> str:
    first = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    described = '<w:tblDescription w:val="Actors"/>' if summary else ""
    body = "".join(f"<w:tr>{'' if n else first}{row}</w:tr>" for n, row in enumerate(rows))
    return f"<w:tbl><w:tblPr>{described}</w:tblPr><w:tblGrid/>{body}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{plain(one)}</w:tc>" for one in cells)


def changed(data: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """Replace the first place of a part that fits; it must fit."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                text, count = re.subn(
                    pattern, replacement, content.decode(), count=1, flags=re.DOTALL
                )
                assert count == 1
                content = text.encode()
            new.writestr(name, content)
    return out.getvalue()


@pytest.fixture(scope="session")
def good(files_of: Callable[[str], dict[str, bytes]]) -> bytes:
    return files_of("objective-handout")["docx"]


@pytest.mark.parametrize("name", PROFILES)
def test_every_shipped_profile_gives_an_accessible_document(
    files_of: Callable[[str], dict[str, bytes]], name: str
) -> None:
    assert inspect_docx(files_of(name)["docx"], "pack.docx") == []


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "message"),
    [
        (CORE, "<dc:title>.*?</dc:title>", "", "has no title"),
        (CORE, "<dc:title>.*?</dc:title>", "<dc:title> </dc:title>", "has no title"),
        (STYLES, "<w:lang [^>]*>", "", "what language it is in"),
        (STYLES, '(w:styleId="Locator">.*?)<w:color [^>]*>', r'\1<w:color w:val="AAAAAA"/>',
         "words in #AAAAAA on #FFFFFF have a contrast of 2.3:1"),
    ],
)  # fmt: skip
def test_what_a_file_lacks_as_a_whole_is_found_once(
    good: bytes, part: str, pattern: str, replacement: str, message: str
) -> None:
    (finding,) = inspect_docx(changed(good, part, pattern, replacement), "pack.docx")
    assert message in finding.message
    assert finding.severity is Severity.ERROR
    assert "WCAG" in finding.hint


@pytest.mark.parametrize(
    ("added", "message"),
    [
        (heading(1) + heading(3, "Too deep"), "a heading of level 3 follows one of level 1: 'Too"),
        (heading(2, " "), "a heading is empty"),
        (grid(row("A", "B"), row("1", "2"), head=False), "is not a header row"),
        (grid(row("A", "B"), row("1", "2"), summary=False), "has no description"),
        (grid(row("A", "B"), row("1", properties='<w:gridSpan w:val="2"/>')), "merged cells"),
        (grid(row("A", "B"), row("1", "2", properties="<w:vMerge/>")), "merged cells"),
        (grid(row("A", ""), row("1", "2")), "has empty cells for layout"),
        (grid(row("A", "B"), row("", "")), "has empty cells for layout"),
        (plain("x") + plain("") * 3 + plain("y"), "an empty paragraph makes space"),
        (plain("• one") + plain("• two"), "a bullet was typed: '• one'"),
        (plain("\u2013 one") + plain("\u2013 two"), "a bullet was typed: '\u2013 two'"),
        (PICTURE.format(""), "the picture 'Map' has no text alternative"),
        (LINK.format("Click here"), "a link says only 'Click here'"),
        (LINK.format("https://www.un.org/"), "a link shows an address"),
        (LINK.format(""), "a link has no words"),
        (
            plain("pale", run='<w:color w:val="777777"/><w:shd w:val="clear" w:fill="eeeeee"/>'),
            "words in #777777 on #EEEEEE have a contrast of 3.9:1: 'pale'",
        ),
    ],
)
def test_each_fault_in_the_text_is_found_once(good: bytes, added: str, message: str) -> None:
    data = changed(good, DOCUMENT, "(?=<w:sectPr>(?!.*<w:sectPr>))", added.replace("\\", r"\\"))
    (finding,) = inspect_docx(data, "pack.docx")
    assert message in finding.message
    assert re.fullmatch(r"pack\.docx, word/document\.xml, paragraph \d+", str(finding.place))


@pytest.mark.parametrize(
    "added",
    [
        plain("\u2013 Madam Chair, one dash is no list."),
        plain("• in a list", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        PICTURE.format(' descr="The routes of 2017"'),
        grid(row("A", "B"), row("", "2"), row("1", "")),
        grid(row("A", "B"), row("1", "2")) + plain(""),
        plain("large", run='<w:color w:val="777777"/><w:shd w:fill="EEEEEE"/><w:sz w:val="36"/>'),
        plain("Word chooses", run='<w:color w:val="auto"/>'),
        "<w:p><w:del><w:r><w:delText>• gone</w:delText></w:r></w:del><w:r><w:t>x</w:t></w:r></w:p>",
        LINK.format("The site of the United Nations, https://www.un.org/"),
    ],
)
def test_what_only_looks_like_a_fault_is_let_be(good: bytes, added: str) -> None:
    data = changed(good, DOCUMENT, "(?=<w:sectPr>(?!.*<w:sectPr>))", added)
    assert inspect_docx(data, "pack.docx") == []


def test_a_picture_in_a_header_needs_a_text_alternative_too(good: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        header = next(name for name in archive.namelist() if "header" in name or "footer" in name)
    end = "</w:hdr>" if "header" in header else "</w:ftr>"
    (finding,) = inspect_docx(changed(good, header, f"(?={end})", PICTURE.format("")), "pack.docx")
    assert header in str(finding.place)


def test_a_long_text_without_headings_is_told(good: bytes) -> None:
    data = changed(
        good, DOCUMENT, "<w:body>.*</w:body>", f"<w:body>{plain('Some words.') * 30}</w:body>"
    )
    assert [one.message for one in inspect_docx(data, "x")] == ["the document has no headings"]


def test_styles_that_are_based_on_each_other_in_a_circle_do_no_harm(good: bytes) -> None:
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    data = changed(good, STYLES, "</w:styles>", circle)
    used = plain("x", '<w:pStyle w:val="A"/>')
    assert inspect_docx(changed(data, DOCUMENT, "(?=<w:sectPr>(?!.*<w:sectPr>))", used), "x") == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("FFFFFF", "767676") == pytest.approx(4.54, abs=0.01)


def test_a_file_that_is_no_document_is_refused() -> None:
    with pytest.raises(UnusableInput, match="this is a PDF, not a Word document"):
        inspect_docx(b"%PDF-", "x.docx")

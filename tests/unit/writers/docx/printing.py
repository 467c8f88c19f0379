"""What LibreOffice prints of Word files, all converted in one start of the program."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from unit.writers.docx.docx_reading import find, text_of, tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def printed_words(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """Give the characters of each file's pages in the order in which they are drawn."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    paths = [str(folder / f"{name}.docx") for name in files]
    subprocess.run(["soffice", profile, *convert, *paths], check=True, capture_output=True)
    return {name: _dense(_drawn(folder / f"{name}.pdf")) for name in files}


def _drawn(path: Path) -> str:
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def body_words(file: bytes) -> str:
    """Give the characters of the text itself, in order.

    Tables are left out, whose cells are drawn page by page, and so are words that do not run from
    left to right and the numbers of pages, which LibreOffice counts anew.
    """
    paragraphs = find(tree(file), "//w:body//w:p[not(ancestor::w:tbl)][not(.//w:instrText)]")
    shown = (_dense(text_of(one)) for one in paragraphs)
    return "".join(one for one in shown if one.isascii())


def is_subsequence(wanted: str, found: str) -> bool:
    """Tell whether all characters come in this order, whatever stands between them."""
    rest = iter(found)
    return all(character in rest for character in wanted)


def _dense(text: str) -> str:
    return "".join(text.split())

"""What a PDF tells of copies, and what of that is believed."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from printed_sheets import numbered, saved

from briefgen.press import Scheme, impose, read_facts


def _told(of_copy: str, name: str = "/C0") -> bytes:
    """Give a file with a form on its first page that tells of a copy."""
    pdf = pikepdf.open(io.BytesIO(numbered(4)))
    form = pdf.make_stream(f"/Artifact<</Type/Pagination{of_copy}>>BDC EMC".encode())
    form["/Subtype"], form["/BBox"] = Name.Form, Array([0, 0, 9, 9])
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary({name: form})
    return saved(pdf)


def _numbers(data: bytes) -> tuple[int, int]:
    facts = read_facts(data, "x")
    return facts.number, facts.numbers


def test_the_number_of_a_copy_is_told_by_its_first_page() -> None:
    assert _numbers(_told("/CopyNumber 2/CopyTotal 30")) == (2, 30)
    assert _numbers(_told("/CopyNumber 1/CopyTotal 1")) == (1, 1)
    assert _numbers(_told("/CopyNumber 10/CopyTotal 200")) == (10, 200)
    assert _numbers(numbered(1)) == (0, 0)


@pytest.mark.parametrize(
    "of_copy",
    [
        "/CopyNumber -2/CopyTotal 3",
        "/CopyNumber 0/CopyTotal 3",
        "/CopyNumber 4/CopyTotal 3",
        "/CopyNumber 1.5/CopyTotal 3",
        "/CopyNumber /Two/CopyTotal 3",
        "/CopyNumber 2",
        f"/CopyNumber 2/CopyTotal {10**12}",
        ">> BDC ((((",
    ],
)
def test_a_number_that_cannot_be_is_not_believed(of_copy: str) -> None:
    """The file is printed like any other: what another program noted there does no harm."""
    assert _numbers(_told(of_copy)) == (0, 0)


def test_only_the_form_of_the_number_counts() -> None:
    assert _numbers(_told("/CopyNumber 2/CopyTotal 3", "/Fm0")) == (0, 0)
    pdf = pikepdf.open(io.BytesIO(numbered(1)))
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary({"/C0": Dictionary(Subtype=Name.Form)})
    assert _numbers(saved(pdf)) == (0, 0)


@pytest.mark.parametrize("kind", ["n-up", "repeat"])
def test_an_imposed_copy_keeps_its_number(kind: str) -> None:
    scheme = Scheme(kind, 2)  # type: ignore[arg-type]
    made = impose(_told("/CopyNumber 2/CopyTotal 3"), scheme, "x", numbered(1))
    assert _numbers(made.data) == (2, 3)

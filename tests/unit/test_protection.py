"""A protected PDF: opened by its password alone, and never closed to software that reads aloud."""

from __future__ import annotations

import io

import pikepdf
import pytest

from briefgen.blocks import Pack, Paragraph, Section, Text
from briefgen.errors import UnusableInput
from briefgen.protection import (
    ACTS,
    Act,
    Protection,
    Unlocked,
    may_be_encrypted,
    password_faults,
    protect,
    unlock,
)
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.writers import write_edition

PASSWORD = "open sesame"  # noqa: S105 - nobody's
STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")
PACK = Pack("A title", "en", "2018-06-04", (Section((Paragraph((Text("words"),)),)),))


@pytest.fixture(scope="module")
def plain() -> bytes:
    return write_edition(PACK, STYLE, archive=False).copy(1)


def test_a_password_opens_the_file_and_nothing_else_does(plain: bytes) -> None:
    data = protect(plain, Protection(PASSWORD))
    for wrong in ("", "open", "Open sesame"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(data), password=wrong)
    with pikepdf.open(io.BytesIO(data), password=PASSWORD) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        assert opened.Root.StructTreeRoot is not None
        assert opened.Root.Lang == "en"


def test_nothing_of_the_words_or_the_title_can_be_read_in_the_file(plain: bytes) -> None:
    assert b"A title" in plain
    assert b"A title" not in protect(plain, Protection(PASSWORD))


def test_a_password_can_be_typed_on_any_keyboard(plain: bytes) -> None:
    """An accent of its own, and full-width letters, are those of the composed password."""
    typed, composed = "cle\u0301 \uff21", "clé A"
    with pikepdf.open(io.BytesIO(protect(plain, Protection(typed))), password=composed) as opened:
        assert len(opened.pages) == 1


@pytest.mark.parametrize("forbidden", [(), *((one,) for one in ACTS), ACTS])
def test_what_is_forbidden_is_and_reading_aloud_never(
    plain: bytes, forbidden: tuple[Act, ...]
) -> None:
    data = protect(plain, Protection(forbidden=frozenset(forbidden)))
    with pikepdf.open(io.BytesIO(data)) as opened:
        allow = opened.allow
    assert allow.accessibility
    assert (allow.print_lowres, allow.print_highres) == ("print" not in forbidden,) * 2
    assert allow.extract == ("copy" not in forbidden)
    changes = (allow.modify_annotation, allow.modify_assembly, allow.modify_form)
    assert {*changes, allow.modify_other} == {"change" not in forbidden}


def test_who_opens_the_file_cannot_lift_what_is_forbidden(plain: bytes) -> None:
    data = protect(plain, Protection(PASSWORD, frozenset(ACTS)))
    with pikepdf.open(io.BytesIO(data), password=PASSWORD) as opened:
        assert opened.user_password_matched
        assert not opened.owner_password_matched


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("", "the password is empty"),
        ("é" * 64, "longer than 127 bytes"),
        ("a\tb", "holds what cannot be typed"),
        ("a\ud800", "holds what cannot be typed"),
    ],
)
def test_a_password_that_programs_take_differently_is_refused(password: str, fault: str) -> None:
    (found,) = password_faults(password)
    assert fault in found.message


def test_a_good_password_has_no_fault() -> None:
    assert password_faults("correct horse battery staple ñ 日本") == []


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_what_is_unlocked_can_be_locked_again_alike(plain: bytes, password: str) -> None:
    """The words are those of the open file, and what is forbidden is known."""
    protection = Protection(password, frozenset({"copy", "change"}))
    found = unlock(protect(plain, protection), "pack.pdf", PASSWORD)
    assert found.protection == protection
    with pikepdf.open(io.BytesIO(found.data)) as opened, pikepdf.open(io.BytesIO(plain)) as first:
        assert not opened.is_encrypted
        for one, other in zip(opened.pages, first.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes()


def test_another_password_or_a_damaged_file_gives_no_data(plain: bytes) -> None:
    """The first is for the person to put right; an open file is given back as it is."""
    locked = protect(plain, Protection(PASSWORD))
    assert unlock(locked, "pack.pdf", "other").data == b""
    assert may_be_encrypted(locked)
    assert unlock(plain, "pack.pdf", "other") == Unlocked(plain)
    assert not may_be_encrypted(plain)
    assert not may_be_encrypted(b"words about /Encrypt")
    with pytest.raises(UnusableInput, match="cut short or damaged"):
        unlock(locked[:-900], "pack.pdf", PASSWORD)

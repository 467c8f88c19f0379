"""Protection: a finished PDF behind a password, or with what may be done with it restricted.

Enters: the bytes of a PDF, a ``Protection``. Leaves: the bytes of another, encrypted with AES-256
(ISO 32000-2, 7.6; revision 6), or the bytes of one without its encryption. Keys are drawn at
random, as they must be: here alone the same input gives other bytes each time. Who the password is
for, and where it came from, is unknown here.
"""

from __future__ import annotations

import secrets
import unicodedata
from io import BytesIO
from typing import Literal, TypeAlias, get_args

import pikepdf
from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import is_pdf

Act: TypeAlias = Literal["print", "copy", "change"]
ACTS: tuple[Act, ...] = get_args(Act)

LONGEST_PASSWORD = 127
"""Bytes of UTF-8 that a password may have (ISO 32000-2, 7.6.4.3.3)."""


class Protection(Struct, frozen=True):
    """What a file is protected by.

    ``password`` opens it; without one, everybody can. ``forbidden`` is what programs shall not let
    a reader do: some heed it, and none must. Reading aloud is never forbidden (ISO 14289-1, 7.16).
    """

    password: str = ""
    forbidden: frozenset[Act] = frozenset()


def password_faults(password: str) -> list[Diagnostic]:
    """Give what is wrong with a password that a file is to be opened with."""
    faults: list[Diagnostic] = []
    if not password:
        faults.append(error("the password is empty", hint="give one that cannot be guessed"))
    if len(_normal(password).encode("utf-8", "replace")) > LONGEST_PASSWORD:
        message = f"the password is longer than {LONGEST_PASSWORD} bytes"
        faults.append(error(message, hint="readers of PDF would take the start of it alone"))
    if any(unicodedata.category(one) in {"Cc", "Cs", "Co", "Cn"} for one in password):
        hint = "take letters, digits, signs and spaces"
        faults.append(error("the password holds what cannot be typed", hint=hint))
    return faults


class Unlocked(Struct, frozen=True):
    """A PDF without encryption, and what it was protected by, None for nothing.

    Without ``data`` another password opens it.
    """

    data: bytes
    protection: Protection | None = None


def may_be_encrypted(data: bytes) -> bool:
    """Tell whether a file can be an encrypted PDF: its trailer, never packed, says so (7.5.5)."""
    return is_pdf(data) and b"/Encrypt" in data


def unlock(data: bytes, name: str, password: str) -> Unlocked:
    """Open a PDF, with the password if it has one; what is only restricted opens without.

    Raises:
        UnusableInput: it is damaged.
    """
    for tried in dict.fromkeys(("", password)):
        try:
            with pikepdf.open(
                BytesIO(data),
                password=_normal(tried),
                attempt_recovery=False,
                suppress_warnings=True,
            ) as pdf:
                if not pdf.is_encrypted:
                    return Unlocked(data)
                out = BytesIO()
                pdf.save(
                    out,
                    deterministic_id=True,
                    object_stream_mode=pikepdf.ObjectStreamMode.preserve,
                    fix_metadata_version=False,
                )
                return Unlocked(out.getvalue(), Protection(tried, _forbidden(pdf.allow)))
        except pikepdf.PasswordError:
            continue
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError):
            hint = "fetch or send it again"
            raise UnusableInput.because(
                "the file is cut short or damaged", Place(name), hint
            ) from None
    return Unlocked(b"")


def _forbidden(allowed: pikepdf.Permissions) -> frozenset[Act]:
    found: list[Act] = []
    if not allowed.print_highres:
        found.append("print")
    if not allowed.extract:
        found.append("copy")
    if not allowed.modify_other:
        found.append("change")
    return frozenset(found)


def protect(data: bytes, protection: Protection) -> bytes:
    """Encrypt a PDF that was just written. The password must have no ``password_faults``.

    Nobody knows the second password, which lifts restrictions: who may do so builds the file again.
    """
    forbidden = protection.forbidden
    allowed = pikepdf.Permissions(
        accessibility=True,
        extract="copy" not in forbidden,
        modify_annotation="change" not in forbidden,
        modify_assembly="change" not in forbidden,
        modify_form="change" not in forbidden,
        modify_other="change" not in forbidden,
        print_lowres="print" not in forbidden,
        print_highres="print" not in forbidden,
    )
    encryption = pikepdf.Encryption(
        user=_normal(protection.password), owner=secrets.token_urlsafe(), allow=allowed, R=6
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            out,
            encryption=encryption,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _normal(password: str) -> str:
    """Give a password as readers prepare it, however it was typed (RFC 4013, 2.2)."""
    return unicodedata.normalize("NFKC", password)

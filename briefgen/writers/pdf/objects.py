"""The file itself: indirect objects, packed into streams, with their table of places.

Enters: objects as PDF syntax. Leaves: the bytes of a file, the same for the same objects. Knows
nothing of what the objects mean. References are to ISO 32000-1.
"""

from __future__ import annotations

import hashlib
import struct
import zlib

from msgspec import Struct, field

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and bytes that tell programs that the file is not plain text (7.5.2)."""

PACKED = 400
"""Objects in one object stream: more pack better, fewer are found faster."""

_ROW = struct.Struct(">BIH")
_FREE, _PLAIN, _IN_STREAM = 0, 1, 2
"""A row of the cross-reference table, and what its first number says (7.5.8.3)."""

_UP = 12
"""The predictor that tells each row by how it differs from the one above (7.4.4.4)."""


class Objects(Struct):
    """The objects of a file under way; each is known by its number, from 1 on."""

    _bodies: list[str | bytes] = field(default_factory=list)

    def reserve(self, count: int = 1) -> int:
        """Keep numbers in a row for objects that are written later; give the first."""
        first = len(self._bodies) + 1
        self._bodies.extend([""] * count)
        return first

    def put(self, number: int, body: str) -> None:
        """Write an object whose number was kept for it."""
        self._bodies[number - 1] = body

    def add(self, body: str) -> int:
        """Write an object; give its number."""
        self._bodies.append(body)
        return len(self._bodies)

    def add_stream(self, data: bytes, entries: str = "", *, packed: bool = True) -> int:
        """Write a stream (7.3.8) with further ``entries`` of its dictionary; give its number."""
        number = self.reserve()
        self.put_stream(number, data, entries, packed=packed)
        return number

    def put_stream(
        self, number: int, data: bytes, entries: str = "", *, packed: bool = True
    ) -> None:
        """Write a stream whose number was kept for it, or another in its place."""
        if packed:
            data = zlib.compress(data)
            entries += "/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
        self._bodies[number - 1] = head + data + b"\nendstream"

    def to_bytes(self, root: int, info: int) -> bytes:
        """Write the file whose catalog and information dictionary have these numbers."""
        rows: list[tuple[int, int, int]] = [(_FREE, 0, 0xFFFF)]
        rows += [(_FREE, 0, 0)] * len(self._bodies)
        parts: list[bytes] = [HEADER]
        at = len(HEADER)

        def write(number: int, body: bytes) -> None:
            nonlocal at
            whole = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            rows[number] = (_PLAIN, at, 0)
            parts.append(whole)
            at += len(whole)

        plain: list[tuple[int, str]] = []
        for number, body in enumerate(self._bodies, 1):
            if isinstance(body, bytes):
                write(number, body)
            else:
                plain.append((number, body))
        for start in range(0, len(plain), PACKED):
            rows.append((_FREE, 0, 0))
            stream = len(rows) - 1
            batch = plain[start : start + PACKED]
            for index, (number, _) in enumerate(batch):
                rows[number] = (_IN_STREAM, stream, index)
            write(stream, _object_stream([one for one, _ in batch], [body for _, body in batch]))
        table = at
        rows.append((_PLAIN, table, 0))
        identity = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest()
        data = zlib.compress(_less_the_row_above([_ROW.pack(*row) for row in rows]))
        entries = (
            f"<</Type/XRef/Size {len(rows)}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{identity}><{identity}>]/Filter/FlateDecode"
            f"/DecodeParms<</Predictor {_UP}/Columns {_ROW.size}>>/Length {len(data)}>>\nstream\n"
        )
        write(len(rows) - 1, entries.encode("ascii") + data + b"\nendstream")
        parts.append(b"startxref\n%d\n%%%%EOF\n" % table)
        return b"".join(parts)


def _object_stream(numbers: list[int], bodies: list[str]) -> bytes:
    """Write an object stream (7.5.7)."""
    index: list[str] = []
    at = 0
    for number, body in zip(numbers, bodies, strict=True):
        index.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(index) + "\n"
    data = zlib.compress((head + "\n".join(bodies)).encode("ascii"))
    entries = (
        f"<</Type/ObjStm/N {len(bodies)}/First {len(head)}/Filter/FlateDecode"
        f"/Length {len(data)}>>\nstream\n"
    )
    return entries.encode("ascii") + data + b"\nendstream"


def _less_the_row_above(rows: list[bytes]) -> bytes:
    """Give the difference of each row from the one above, after the number of that method."""
    above = bytes(_ROW.size)
    parts: list[bytes] = []
    for row in rows:
        parts.append(bytes([_UP - 10, *[(a - b) % 256 for a, b in zip(row, above, strict=True)]]))
        above = row
    return b"".join(parts)

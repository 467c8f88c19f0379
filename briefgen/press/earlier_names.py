"""Which file of an earlier run sheet a file is, though its path is typed otherwise now.

Enters: paths as they are typed now, and as an earlier run sheet has them. Leaves: the pairs that
can only be the same file. No path is looked up: folders may have moved since.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def match_names(names: Iterable[str], records: Iterable[str]) -> dict[str, str]:
    """Give each name's record, where there is one: the same path, or else most of its end.

    The file's own name must be the same. Where two could be meant there is none, so that no file
    is ever taken for another.
    """
    by_file = defaultdict(list)
    for record in records:
        by_file[PurePosixPath(record).name].append(record)
    pairs = defaultdict(list)
    for name in names:
        for record in by_file[PurePosixPath(name).name]:
            pairs[_likeness(name, record)].append((name, record))
    matched: dict[str, str] = {}
    settled: set[str] = set()
    taken: set[str] = set()
    for _, alike in sorted(pairs.items(), reverse=True):
        left = [pair for pair in alike if pair[0] not in settled and pair[1] not in taken]
        of_name = Counter(name for name, _ in left)
        of_record = Counter(record for _, record in left)
        matched |= {
            name: record for name, record in left if of_name[name] == of_record[record] == 1
        }
        settled |= set(of_name)
        taken |= set(of_record)
    return matched


def _likeness(name: str, record: str) -> float:
    """Give how many last parts of two paths are the same; no limit for the same path."""
    if name == record:
        return math.inf
    ours = reversed(Path(name).absolute().parts)
    theirs = reversed(PurePosixPath(record).parts)
    alike = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        alike += 1
    return alike

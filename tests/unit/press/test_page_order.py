"""Pages are in order once sheets are folded, stitched, cut and stacked, as hands would do it."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefgen.press.page_order import (
    Leaf,
    booklet,
    cut_stacks,
    from_the_right,
    in_order,
    repeated,
)


def _folded(leaves: list[Leaf]) -> list[int | None]:
    """Fold the sheets of a signature into one another and turn the leaves one by one.

    Face up, a sheet is folded backwards about its middle: the right half of its front comes first,
    and what is behind that half is the left half of its back.
    """
    pages: list[int | None] = []
    for leaf in leaves:
        pages += [leaf.front[1], leaf.back[0]]
    for leaf in reversed(leaves):
        pages += [leaf.back[1], leaf.front[0]]
    return pages


def _signatures(leaves: list[Leaf]) -> list[list[Leaf]]:
    """Divide sheets where one is not inside the sheet before it."""
    starts = [at for at, leaf in enumerate(leaves) if leaf.depth == 0]
    ends = [*starts[1:], len(leaves)]
    return [leaves[start:end] for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("pages", range(4, 65))
def test_a_folded_booklet_reads_in_order(pages: int) -> None:
    """Of 4 to 64 pages; the empty ones come last, and there are fewer than four."""
    leaves = booklet(pages)
    read = _folded(leaves)
    assert read[:pages] == list(range(pages))
    assert read[pages:] == [None] * (-pages % 4)
    assert [leaf.depth for leaf in leaves] == list(range(len(leaves)))


@pytest.mark.parametrize("pages", [4, 11, 16, 64])
def test_a_booklet_bound_at_the_right_reads_in_order_from_there(pages: int) -> None:
    """Turned over like an Arabic book: the left half of each front comes first."""
    leaves = from_the_right(booklet(pages), 2)
    mirrored = [Leaf(leaf.front[::-1], leaf.back[::-1], leaf.depth) for leaf in leaves]
    assert [leaf.front[0] for leaf in leaves[:1]] == [0]
    assert _folded(mirrored)[:pages] == list(range(pages))


@given(some.integers(1, 400), some.integers(1, 16).map(lambda sheets: 4 * sheets))
def test_a_booklet_in_signatures_reads_in_order(pages: int, signature: int) -> None:
    """Signatures are folded one by one and laid on one another; none is larger than asked for."""
    parts = _signatures(booklet(pages, signature))
    read = [page for part in parts for page in _folded(part)]
    assert read == [*range(pages), *[None] * (-pages % 4)]
    assert max(4 * len(part) for part in parts) <= signature
    assert all(4 * len(part) == signature for part in parts[:-1])


@given(
    some.integers(1, 200),
    some.sampled_from([(2, 1), (1, 2), (2, 2), (4, 2), (2, 4)]),
    some.booleans(),
)
def test_cut_stacks_are_in_order(pages: int, grid: tuple[int, int], single: bool) -> None:  # noqa: FBT001 - drawn
    """Sheets are turned about their left edge, cut, and the piles laid on one another."""
    columns, rows = grid
    leaves = cut_stacks(pages, columns, rows, single_sided=single)
    read: list[int | None] = []
    for row in range(rows):
        for column in range(columns):
            for leaf in leaves:
                read.append(leaf.front[row * columns + column])
                if not single:
                    read.append(leaf.back[row * columns + columns - 1 - column])
    assert read == [*range(pages), *[None] * (len(read) - pages)]
    per_sheet = columns * rows * (1 if single else 2)
    assert len(leaves) == -(-pages // per_sheet)


@given(some.integers(1, 200), some.sampled_from([2, 4, 8]), some.booleans())
def test_each_sheet_of_repeated_cards_gives_so_many_of_one_card(
    pages: int,
    per_side: int,
    single: bool,  # noqa: FBT001 - drawn
) -> None:
    """Wherever it is cut, what is behind a front is the page after it, and never another card."""
    leaves = repeated(pages, per_side, single_sided=single)
    cut = [{*zip(leaf.front, leaf.back, strict=True)} for leaf in leaves]
    assert all(len(cards) == 1 for cards in cut)
    assert [len(leaf.front) for leaf in leaves] == [per_side] * len(leaves)
    faces = [face for cards in cut for card in cards for face in card]
    assert [face for face in faces if face is not None] == list(range(pages))
    assert len(leaves) == (pages if single else -(-pages // 2))


@pytest.mark.parametrize("single", [False, True])
def test_pages_several_up_follow_one_another(single: bool) -> None:  # noqa: FBT001 - a case
    """Side after side, with as few sheets as there can be."""
    leaves = in_order(9, 4, single_sided=single)
    sides = [side for leaf in leaves for side in (leaf.front, leaf.back)]
    read = [page for side in sides for page in side if page is not None]
    assert read == list(range(9))
    assert len(leaves) == (3 if single else 2)
    assert all(any(page is not None for page in leaf.front) for leaf in leaves)
    assert all(not single or set(leaf.back) == {None} for leaf in leaves)


def test_no_page_is_twice() -> None:
    """Whatever the order, each page lies on one place."""
    for leaves in (booklet(50, 16), cut_stacks(50, 2, 2), in_order(50, 4)):
        places = sorted(page for leaf in leaves for page in (*leaf.front, *leaf.back) if page)
        assert [page for page, same in groupby(places) if len(list(same)) > 1] == []

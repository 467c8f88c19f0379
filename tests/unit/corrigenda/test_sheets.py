"""Sheets are exchanged so that the old pack becomes the new one, and no sheet for nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.corrigenda.model import PrintedFile, PrintedPage
from briefgen.corrigenda.sheets import exchange_sheets, sheets_of
from briefgen.verify.model import Delivered

PAGES = st.lists(st.sampled_from("abcd"), max_size=12)


def printed(
    bodies: list[str] | str, footers: list[str] | None = None, sides: int = 2
) -> PrintedFile:
    """Make a file whose pages show one thing each."""
    feet = footers or [""] * len(bodies)
    pages = [
        PrintedPage(595, 842, str(number), body, (foot,) if foot else ())
        for number, (body, foot) in enumerate(zip(bodies, feet, strict=True), 1)
    ]
    whole = Delivered("pack.pdf", "pdf", ())
    return PrintedFile(whole, pages=tuple(pages), one_sided=sides == 1)


def as_it_is(line: str, _: PrintedFile) -> str:
    return line


@given(PAGES, PAGES, st.sampled_from([1, 2]), st.sampled_from([1, 2]))
def test_the_steps_make_the_new_pack_of_the_old_one(
    old: list[str], new: list[str], sides: int, new_sides: int
) -> None:
    """What is taken out and put in, done as told, gives the new pages in their order.

    Also where only one of the two is printed on both sides.
    """
    files = printed(old, sides=sides), printed(new, sides=new_sides)
    steps, stay = exchange_sheets(*files, None, as_it_is)
    after = {step.after.number if step.after else 0: step for step in steps}
    taken = {sheet.number for step in steps for sheet in step.out}
    result: list[str] = []
    for number, sheet in enumerate([None, *sheets_of(files[0].pages, sides)]):
        if sheet is not None and number not in taken:
            result += [old[page - 1] for page in sheet.pages]
        if number in after:
            result += [new[page - 1] for put in after[number].put for page in put.pages]
    assert result == new
    assert all(new[one - 1] == old[other - 1] for one, other in stay.items())
    put = {page for step in steps for sheet in step.put for page in sheet.pages}
    assert put | set(stay) == set(range(1, len(new) + 1))
    assert not put & set(stay)


@given(PAGES, st.sampled_from([1, 2]))
def test_the_same_pages_need_no_sheet(pages: list[str], sides: int) -> None:
    """Nothing is told and everything stays."""
    steps, stay = exchange_sheets(printed(pages), printed(pages), sides, as_it_is)
    assert steps == ()
    assert len(stay) == len(pages)


def test_front_and_back_are_exchanged_together() -> None:
    """A change on page 4 takes page 3 along, unless one side is printed."""
    steps, _ = exchange_sheets(printed("abcd"), printed("abcx"), 2, as_it_is)
    assert [sheet.pages for sheet in steps[0].put] == [(3, 4)]
    steps, _ = exchange_sheets(printed("abcd"), printed("abcx"), 1, as_it_is)
    assert [sheet.pages for sheet in steps[0].put] == [(4,)]


def test_sheets_after_new_ones_stay_if_they_print_the_same() -> None:
    """A handout that grows by a sheet moves the others on, and none of these is another."""
    steps, stay = exchange_sheets(printed("abcdef"), printed("abxxyycdef"), 2, as_it_is)
    (step,) = steps
    assert step.out == ()
    assert [sheet.pages for sheet in step.put] == [(3, 4), (5, 6)]
    assert step.after is not None
    assert step.after.pages == (1, 2)
    assert stay[7] == 3


def test_pages_with_another_number_are_other_pages() -> None:
    """Where numbers are printed, what follows a new sheet is exchanged as well."""
    old, new = printed("abcd", [*"1234"]), printed("abxxcd", [*"123456"])
    steps, stay = exchange_sheets(old, new, 2, as_it_is)
    assert [sheet.pages for step in steps for sheet in step.put] == [(3, 4), (5, 6)]
    assert stay == {1: 1, 2: 2}


def test_what_is_said_of_sides_goes_for_both_files() -> None:
    files = printed("ab", sides=1), printed("ab", sides=2)
    (step,), _ = exchange_sheets(*files, None, as_it_is)
    assert ([sheet.pages for sheet in step.out], step.put) == ([(1,), (2,)], ((1, (1, 2)),))
    for sides in (1, 2):
        assert exchange_sheets(*files, sides, as_it_is)[0] == ()

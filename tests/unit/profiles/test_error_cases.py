"""Every folder of tests/errors/profile is a bad profile and the messages that its author gets.

A new case is a new folder: ``profile.yaml``, ``expected.txt``, and where needed the profiles that
it extends, a folder ``search`` and ``settings.txt`` with one ``--set`` a line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import UnusableInput
from briefgen.profiles.loader import load_profile

CASES = Path(__file__).parents[2] / "errors" / "profile"


@pytest.mark.parametrize("name", sorted(case.name for case in CASES.iterdir()))
def test_a_bad_profile_gets_exactly_these_messages(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CASES / name)
    extra = Path("settings.txt")
    settings = extra.read_text(encoding="utf-8").splitlines() if extra.exists() else []
    with pytest.raises(UnusableInput) as caught:
        load_profile(Path("profile.yaml"), settings=settings, search=[Path("search")])
    assert f"{caught.value}\n" == Path("expected.txt").read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    """An empty folder would let the test above pass without looking at anything."""
    assert len(list(CASES.iterdir())) > 25

"""A manifest is a list of what to look for; the words are the corpus's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen.manifest.model import Quoted
from briefgen.verify import manifest_of, read_delivered
from briefgen.verify.checking import check_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen import Corpus
    from briefgen.manifest import Manifest
    from briefgen.manifest.model import Passage
    from briefgen.verify import Delivered


@pytest.fixture(scope="module")
def file(files_of: Callable[..., dict[str, bytes]]) -> Delivered:
    return read_delivered(files_of("theme-trafficking")["docx"], "pack")


def changed(manifest: Manifest, unit: str, change: Callable[[Passage], Passage]) -> Manifest:
    """Change the passages of a manifest that quote a unit."""
    passages = tuple(change(one) if unit in one.units else one for one in manifest.passages)
    assert passages != manifest.passages
    return replace(manifest, passages=passages)


def kinds(file: Delivered, manifest: Manifest, corpus: Corpus) -> set[str]:
    return {one.kind for one in check_file(file, manifest, corpus).findings}


def test_another_corpus_than_the_packs_is_told(file: Delivered, verbatim: Corpus) -> None:
    assert {"corpus", "changed"} <= kinds(file, manifest_of(file), verbatim)


def test_a_unit_that_the_corpus_does_not_have_is_told(file: Delivered, corpus: Corpus) -> None:
    def rename(one: Passage) -> Passage:
        return replace(one, parts=tuple(replace(part, unit="gcm-rev2/99/a") for part in one.parts))

    manifest = changed(manifest_of(file), "gcm-rev2/10/a", rename)
    assert {"corpus", "unlisted"} <= kinds(file, manifest, corpus)


def test_a_label_that_is_not_the_units_is_told_though_file_and_manifest_agree(
    file: Delivered, corpus: Corpus
) -> None:
    manifest = changed(manifest_of(file), "gcm-rev2/10/a", lambda one: replace(one, label="(b)"))
    assert "label" in kinds(file, manifest, corpus)


def test_a_quotation_that_is_not_listed_is_told(file: Delivered, corpus: Corpus) -> None:
    whole = manifest_of(file)
    index = next(at for at, one in enumerate(whole.passages) if "gcm-rev2/10/b" in one.units)
    assert not whole.passages[index].level
    rest = (*whole.passages[:index], *whole.passages[index + 1 :])
    shifted = tuple(
        replace(one, heading=one.heading - 1) if (one.heading or 0) > index else one for one in rest
    )
    assert kinds(file, replace(whole, passages=shifted), corpus) == {"unlisted"}


def test_other_words_under_a_fingerprint_are_not_taken_for_the_units(
    file: Delivered, corpus: Corpus
) -> None:
    """Whoever changes both file and manifest still has the corpus against them."""
    whole = manifest_of(file)
    forged = replace(
        file,
        passages=tuple(
            replace(one, runs=tuple(run._replace(words="We agree.") for run in one.runs))
            if "gcm-rev2/10/b" in one.units
            else one
            for one in file.passages
        ),
    )

    def forge(one: Passage) -> Passage:
        parts = tuple(
            replace(part, words="0" * 32) if isinstance(part, Quoted) else part
            for part in one.parts
        )
        return replace(one, parts=parts)

    manifest = changed(whole, "gcm-rev2/10/b", forge)
    assert {"corpus", "changed"} <= kinds(forged, manifest, corpus)

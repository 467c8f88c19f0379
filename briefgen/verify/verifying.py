"""``verify``: a delivered file in, a verdict out.

Enters: files as read, and a corpus for each text mode. Leaves: verdicts. A file without a manifest
is refused here: its quotations can be looked for (``quotes``), not held against a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.manifest import read_manifest
from briefgen.verify.checking import check_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus import Corpus
    from briefgen.manifest import Manifest
    from briefgen.manifest.model import TextMode
    from briefgen.verify.findings import Verdict
    from briefgen.verify.model import Delivered


def manifest_of(file: Delivered) -> Manifest:
    """Give what a file says of itself.

    Raises:
        UnusableInput: it says nothing, or nothing that can be read.
    """
    place = Place(file.name)
    if file.manifest is None:
        hint = "--find-quotes looks for words of the corpus in any file"
        raise UnusableInput([error("the file says nothing of what it quotes", place, hint)])
    return read_manifest(file.manifest, place)


def verify(file: Delivered, corpus_of: Callable[[TextMode], Corpus]) -> Verdict:
    """Hold a file against the corpus; ``corpus_of`` gives it in a text mode.

    Raises:
        UnusableInput: the file has no manifest that can be read.
    """
    manifest = manifest_of(file)
    return check_file(file, manifest, corpus_of(manifest.identity.text))

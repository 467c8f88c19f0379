"""New documents without code: a description says how a source is laid out, and readers follow it.

Enters: a description that an editor wrote, and a source that was taken in. Leaves: a document, the
account of its words, and everything that was found on the way. What a label, heading or column
means is declared in the description, never guessed from how it looks.
"""

from briefgen.corpus.described.describing import Described, read_described
from briefgen.corpus.described.description import (
    Description,
    OutlineDescription,
    TableDescription,
    description_schema,
    read_description,
)

__all__ = [
    "Described",
    "Description",
    "OutlineDescription",
    "TableDescription",
    "description_schema",
    "read_described",
    "read_description",
]

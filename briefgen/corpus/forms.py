"""The forms that values take in the corpus's YAML files: ids, words, dates, hashes, file names.

Enters: nothing. Leaves: types that pydantic checks, for the models of the files. Only imported
where YAML is really parsed.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^ \t\n\r]+(?: [^ \t\n\r]+)*$")]
"""Words parted by single spaces; a no-break space is a character like others."""
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
UnitId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(?:/[a-z0-9-]+)+$")]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")]
"""A date, or as much of it as is known."""
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$")]
"""The name of a file in its folder; never a way out of it."""


class Strict(BaseModel):
    """A model that takes the keys it knows and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

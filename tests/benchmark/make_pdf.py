"""One PDF through the library: python make_pdf.py PROFILE target.pdf. No file is checked."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

gc.disable()  # as the program does

from briefgen import Corpus, build_pack, load_profile, load_style, shipped  # noqa: E402
from briefgen.writers import prepare, write  # noqa: E402

name, target = sys.argv[1:]
style = load_style(shipped("templates") / "styles" / "standard.yaml")
prepare(style, ["pdf"])
profile = load_profile(shipped("profiles") / f"{name}.yaml", search=[shipped("profiles")])
pack = build_pack(profile, Corpus(text=profile.text), style, [shipped("templates")])
Path(target).write_bytes(write(pack, style, ["pdf"])["pdf"])

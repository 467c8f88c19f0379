"""LibreOffice as a person uses it: it opens a pack, types, formats, moves, and saves.

The steps are a Basic macro in a profile of its own, so that nothing but ``soffice`` is needed.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MODULE: Final = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk" '
    'script:language="StarBasic">{}</script:module>'
)
_LIBRARY: Final = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Desk"/></library:library>'
)
_LIBRARIES: Final = (
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>"
)
_SETTINGS: Final = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" '
    'oor:op="fuse"><value>true</value></prop></item></oor:items>'
)
"""It is no first start: that would put empty macros in the place of these."""
_SHARED: Final = """
Function Setting(name, value)
  Dim one As New com.sun.star.beans.PropertyValue
  one.Name = name
  one.Value = value
  Setting = one
End Function

Function Opened(path)
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, _
    Array(Setting("Hidden", True)))
End Function

Sub SaveAs(document, path)
  document.storeToURL(ConvertToURL(path), Array(Setting("FilterName", "MS Word 2007 XML")))
End Sub

Function Found(document, words, nth)
  search = document.createSearchDescriptor()
  search.SearchString = words
  place = document.findFirst(search)
  For count = 2 To nth
    place = document.findNext(place.End, search)
  Next
  Found = place
End Function

Sub TypeBehind(document, words, typed)
  place = Found(document, words, 1)
  cursor = place.Text.createTextCursorByRange(place.End)
  cursor.gotoEndOfParagraph(False)
  place.Text.insertControlCharacter(cursor, 0, False)
  If Not IsEmpty(cursor.NumberingRules) Then cursor.NumberingIsNumber = False
  place.Text.insertString(cursor, typed, False)
End Sub

Sub Move(document, first, last, target)
  cursor = first.Text.createTextCursorByRange(first.Start)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoRange(last.End, True)
  cursor.gotoEndOfParagraph(True)
  cursor.goRight(1, True)
  controller = document.CurrentController
  controller.select(cursor)
  taken = controller.getTransferable()
  cursor.setString("")
  place = target.Text.createTextCursorByRange(target.Start)
  place.gotoStartOfParagraph(False)
  controller.select(place)
  controller.insertTransferable(taken)
End Sub
"""


def edit_in_office(folder: Path, steps: str) -> None:
    """Run ``steps``, the lines of a Basic procedure, in LibreOffice."""
    library = folder / "office" / "user" / "basic" / "Standard"
    library.mkdir(parents=True)
    code = f"{_SHARED}\nSub Main\n{steps}\nEnd Sub\n"
    (library / "Desk.xba").write_text(_HEAD + _MODULE.format(escape(code)))
    (library / "script.xlb").write_text(_HEAD + _LIBRARY)
    settings = folder / "office" / "user" / "registrymodifications.xcu"
    settings.write_text(_HEAD + _SETTINGS)
    (library.parent / "script.xlc").write_text(_HEAD + _LIBRARIES)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/office",
            "--headless",
            "--norestore",
            "macro:///Standard.Desk.Main",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

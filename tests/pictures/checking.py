"""The herleidbaarheidscheck: what was found, replacing, putting aside, and the gate to deelbaar."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.messy_case import a_messy_case
from tests.pictures.screens import Camera
from tests.reports.every_document import the_example
from tests.ui.keyboard import wait_until

PASSPHRASE = "vijf gewone woorden achter elkaar"
FUNCTION = "wijkteamleider"
SIZE = (1080, 708)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "controleren.hgkm", PASSPHRASE, kdf=TEST)
    messy, example = a_messy_case(), the_example()
    file.save(messy)
    file.save(read_through(example, FUNCTION, date(2026, 5, 3)))
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1440, 900)
    window.show()
    window.show_file(file)
    assert window.document is not None
    assert window.open_file is not None
    window.document.show_case(messy.id)
    window.open_file.check.show()
    check = window.findChildren(CheckWindow)[0]
    check.resize(*SIZE)
    _take_findings(Camera(folder, window), check)
    window.document.show_case(example.id)
    _take(folder, check, "166-deelbaar")
    told = replace(example.events[0], fact="Het was een vechtscheiding, en moeder werkt niet mee.")
    window.document.edit("een feit", example.put(told))
    window.document.change_settings(FileSettings("blijfhuis in Zwolle"))
    window.activateWindow()
    check.activateWindow()
    _take(folder, check, "167-huisstijl-en-woordkeus")
    check._list.setCurrentRow(check._list.count() - 1)
    _take(folder, check, "168-woordkeus")
    window.close_file()
    file.path.unlink()


def _take(folder: Path, check: CheckWindow, name: str) -> None:
    wait_until(lambda: check._check.answer is not None)
    QTest.qWait(60)
    check.grab().save(str(folder / f"{name}.png"))


def _take_findings(camera: Camera, check: CheckWindow) -> None:
    _take(camera.folder, check, "160-zeker")
    check._list.setCurrentRow(5)
    _take(camera.folder, check, "161-waarschijnlijk")
    camera.of("162-overal-vervangen", lambda: check._replace_everywhere("moeder"))
    camera.of("163-niet-herleidbaar", check._clear)
    camera.of("164-feiten", check._show_facts)
    check._edits.function = FUNCTION
    check._edits.function_given.emit(FUNCTION)
    check._replace_here("moeder")
    _take(camera.folder, check, "165-vervangen")


if __name__ == "__main__":
    main()

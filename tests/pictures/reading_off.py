"""What is read off the line, the instruments, which there were then, and lines of the law."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import AvailableSince, FileSettings
from hgkm_desktop.ui.case.instruments_window import InstrumentsWindow
from hgkm_desktop.ui.case.results_window import ResultsWindow
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.reports.every_document import the_example
from tests.ui.open_window import choose_in_menu, workspace_of

PASSPHRASE = "vijf gewone woorden achter elkaar"
REGIONAL = 27
"""The row of an instrument that is not everywhere, Actieoverleg."""


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "aflezen.hgkm", PASSPHRASE, kdf=TEST)
    case = the_example()
    early = replace(
        case.events[0], start=read_whole("mei 2018").start, instrument="crisismaatregel"
    )
    file.save(case.put(early))
    file.save_settings(FileSettings(available=(AvailableSince("actieoverleg", date(2021, 3, 1)),)))
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1440, 900)
    window.show()
    window.show_file(file)
    _take_line(folder, window, early.id)
    choose_in_menu(window, "Uitkomsten uit de lijn…")
    (results,) = window.findChildren(ResultsWindow)
    _take(folder, results, "193-uitkomsten")
    results._list.setCurrentRow(1)
    _take(folder, results, "194-uitkomsten-per-risicomoment")
    choose_in_menu(window, "Instrumenten…")
    (instruments,) = window.findChildren(InstrumentsWindow)
    _take(folder, instruments, "195-instrumenten")
    instruments._list.setCurrentRow(REGIONAL)
    _take(folder, instruments, "196-hier-beschikbaar-sinds")
    instruments.present(read_whole("tussen 2019 en 2020").start)
    _take(folder, instruments, "197-middelen-van-toen")
    window.close_file()
    file.path.unlink()


def _take_line(folder: Path, window: MainWindow, event_id: str) -> None:
    choose_in_menu(window, "Wetswijzigingen tonen")
    page = workspace_of(window).timeline_page
    page.choose(event_id)
    _take(folder, window, "192-wetswijzigingen-en-waarschuwing")


def _take(folder: Path, part: QWidget, name: str) -> None:
    QTest.qWait(80)
    part.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()

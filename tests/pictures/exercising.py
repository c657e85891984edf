"""Oefenen: how an exercise is begun, each of its pages, and the dialogs of its parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.ui.exercises.exercise_new import CaseDialog, LibraryDialog
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event, for_bestuur, made_deelbaar
from tests.ui.keyboard import CTRL, press

Key = Qt.Key
_EMPTY = Exercise("9" * 32, "O9-9O", created_on=date(2026, 3, 2))
_PAGES = (
    *("oefening", "lijn", "rollen", "rondes", "wie-weet-wat", "beslispunten"),
    "wel-en-geen",
)


def main() -> None:
    """Take every picture; arguments: the folder, 'light' or 'dark', and the size of text."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    text = int(sys.argv[3]) if len(sys.argv) > 3 else None
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT, text)
    file, passphrase = open_example()
    file.save(_shared())
    window = MainWindow(lambda: (file, passphrase))
    window.resize(1280, 720)
    window.show()
    window.show_file(file)
    assert window.workspace is not None
    assert window.document is not None
    _take_beginning(folder, window)
    full = replace(library()[0], id="8" * 32, code="O8-8O")
    for exercise in (_EMPTY, full):
        window.document.edit("oefening", exercise)
    window.workspace._works.show(_EMPTY.id)
    _take(folder, window, "282-leeg")
    window.workspace._works.show(full.id)
    for number, name in enumerate(_PAGES):
        press(Key(Key.Key_1.value + number), CTRL)
        _take(folder, window, f"{283 + number}-{name}")
    for number, name in ((1, "gebeurtenis"), (3, "ronde"), (5, "beslispunt")):
        press(Key(Key.Key_1.value + number), CTRL)
        _take_part(folder, window, f"{289 + number}-{name}")
    window.close_file()
    QApplication.exit()


def _shared() -> Case:
    case = a_case_with(an_event("mrt 2021", "ruzie"), an_event("mei 2021", "melding"), code="D4-4D")
    return made_deelbaar(for_bestuur(case))


def _take_beginning(folder: Path, window: MainWindow) -> None:
    """The library, a case that can be played, and one that cannot."""
    assert window.document is not None
    makes: tuple[tuple[str, Callable[[], LibraryDialog | CaseDialog]], ...] = (
        ("280-bibliotheek", partial(LibraryDialog, window)),
        ("281-van-een-casus", partial(CaseDialog, window.document, window)),
    )
    for name, make in makes:
        dialog = make()
        dialog.open()
        dialog.listed.setCurrentRow(dialog.listed.count() - 1)
        _take(folder, dialog, name)
        dialog.reject()


def _take_part(folder: Path, window: MainWindow, name: str) -> None:
    """The dialog of the first part that is listed on the page."""
    listed = next(one for one in window.findChildren(RecordList) if one.isVisible())
    listed.take_focus()
    press(Key.Key_Home)
    press(Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    _take(folder, dialog, name)
    dialog.reject()


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(100)
    widget.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()

"""The tables of organisations: an empty one, its columns, its problems, its rows, its pairs."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.tables.table_dialog import TableDialog
from hgkm_desktop.ui.tables.table_menu import TableMenu
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with
from tests.exchange.five_tables import FIVE
from tests.pictures.screens import Camera
from tests.ui.keyboard import wait_until

PASSPHRASE = "vijf gewone woorden achter elkaar"


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "tabellen.hgkm", PASSPHRASE, kdf=TEST)
    file.save(a_case_with())
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1440, 900)
    window.show()
    window.show_file(file)
    (menu,) = window.findChildren(TableMenu)
    camera, table = Camera(folder, window), folder / "tabel"
    camera.of("180-lege-tabel", menu.ask_empty)
    table.write_bytes(FIVE["politie"]())
    dialog = _open(menu, table, "politie")
    _take(folder, dialog, "181-kolommen")
    _press(dialog, "Verder")
    _take(folder, dialog, "182-rijen")
    _press(dialog, "Inlezen")
    table.write_bytes(b"datum;wat;soort\n03/04/2021;ruzie;frutsel\ngisteren;;melding\n")
    dialog = _open(menu, table, "school")
    _take(folder, dialog, "183-dag-of-maand")
    _press(dialog, "Verder")
    _take(folder, dialog, "184-problemen")
    dialog.reject()
    table.write_bytes(b"wat;wie\n" + b"".join(b"bel 06-1234567%d;x\n" % n for n in range(8)))
    dialog = _open(menu, table, "school")
    _press(dialog, "Verder")
    _take(folder, dialog, "185-dossier")
    dialog.reject()
    table.write_bytes(FIVE["Veilig Thuis"]())
    dialog = _open(menu, table, "Veilig Thuis")
    _press(dialog, "Verder")
    _press(dialog, "Verder")
    _take(folder, dialog, "186-dubbel")
    dialog.reject()
    table.write_bytes(b"%PDF-1.7")
    _take(folder, _open(menu, table, ""), "187-geen-tabel")
    _dialog().reject()
    table.unlink()
    window.close_file()
    file.path.unlink()
    QApplication.exit()


def _dialog() -> TableDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TableDialog)
    return dialog


def _open(menu: TableMenu, path: Path, organisation: str) -> TableDialog:
    menu.read(str(path))
    dialog = _dialog()
    wait_until(lambda: not dialog._background.is_busy)
    dialog._columns._organisation.set_value(organisation)
    return dialog


def _press(dialog: TableDialog, words: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    button.click()
    if words != "Inlezen":
        wait_until(lambda: not dialog._background.is_busy)


def _take(folder: Path, dialog: TableDialog, name: str) -> None:
    QTest.qWait(60)
    dialog.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()

"""A file that does not open and that no backup is known of: what it is, and what can be done."""

from __future__ import annotations

import operator
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from hgkm_desktop.casefile import all_backups
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.backups_dialog import BackupsDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.casefile import damage
from tests.ui.keyboard import press, tab_to
from tests.ui.test_damage import made

pytestmark = pytest.mark.usefixtures("backed_up")


def a_copy_that_nothing_is_known_of(tmp_path: Path) -> Path:
    """Of a backed up file, in another folder, with the first 64 bytes broken."""
    copy = Path(shutil.copyfile(made(lambda _: lambda _: None), tmp_path / "stick.hgkm"))
    damage.do(copy, lambda data: operator.setitem(data, slice(0, 64), bytes(range(64))))
    return copy


def test_a_copy_that_no_backup_is_known_of_leads_to_the_list_of_all(
    window: MainWindow, tmp_path: Path
) -> None:
    copy = a_copy_that_nothing_is_known_of(tmp_path)
    before = copy.read_bytes()
    window.ask_passphrase(str(copy))
    said = box_words(window)
    assert "geen back-up gevonden die zeker bij dit bestand hoort" in said
    assert "Open dan het bestand waarvan het een kopie is" in said
    tab_to("Back-up terugzetten…")
    press(Qt.Key.Key_Space)
    (listed,) = window.findChildren(BackupsDialog)
    assert listed.isVisible()
    assert copy.read_bytes() == before
    press(Qt.Key.Key_Escape)


def test_without_any_backup_no_button_leads_to_them(window: MainWindow, tmp_path: Path) -> None:
    copy = a_copy_that_nothing_is_known_of(tmp_path)
    for backup in all_backups(user_backup_dir()):
        backup.path.unlink()
    window.ask_passphrase(str(copy))
    assert "geen enkele back-up" in box_words(window)
    box = window.findChildren(QMessageBox)[-1]
    assert [b.text() for b in box.buttons()] == ["Sluiten"]
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_text_that_is_called_a_casusbestand_is_said_to_be_none(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "verslag.hgkm"
    path.write_text("Dit is gewoon een tekst, lang genoeg.")
    window.ask_passphrase(str(path))
    assert "Kies een ander bestand" in box_words(window)
    assert "Kies een bestand waarvan de naam eindigt" not in box_words(window)
    press(Qt.Key.Key_Escape)


def box_words(window: MainWindow) -> str:
    box = window.findChildren(QMessageBox)[-1]
    return f"{box.text()} {box.informativeText()}"

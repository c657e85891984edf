"""What is said of a damaged file: found at work, unable to open, and without a good backup."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hgkm_desktop.app import example_passphrase, make_application, open_example
from hgkm_desktop.casefile import NORMAL, CaseFile, all_backups
from hgkm_desktop.paths import HOME_VARIABLE, user_backup_dir
from hgkm_desktop.ui.file.damage_dialog import DamageDialog
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.casefile import damage
from tests.pictures.screens import Camera
from tests.ui.keyboard import wait_until
from tests.ui.test_damage import LONG


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    os.environ[HOME_VARIABLE] = tempfile.mkdtemp()  # what is damaged here is of nobody else
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    camera = Camera(folder, window)
    path = _made()
    whole = path.read_bytes()
    _take_wrong(camera, path)
    _take_closed(camera, path)
    path.write_bytes(whole)
    _take_found(camera, path)
    _take_none(camera, path)


def _made() -> Path:
    casefile, _ = open_example()
    yesterday = datetime.now().replace(hour=16, minute=40) - timedelta(days=1)
    with casefile:
        casefile.save(LONG)
        casefile.copy_for_backup(user_backup_dir(), yesterday).keep()
    return casefile.path


def _take_wrong(camera: Camera, path: Path) -> None:
    camera.window.ask_passphrase(str(path))
    (dialog,) = camera.window.findChildren(PassphraseDialog)
    for _ in range(3):
        dialog.passphrase.setText("dit past niet bij het bestand")
        dialog.accept()
    camera.take_dialog("22-wachtwoord-past-drie-keer-niet")


def _take_closed(camera: Camera, path: Path) -> None:
    damage.do(path, damage.flip(3))
    camera.window.ask_passphrase(str(path))
    (dialog,) = [d for d in camera.window.findChildren(DamageDialog) if d.isVisible()]
    dialog.passphrase.setText(example_passphrase())
    camera.take_dialog("23-beschadigd-opent-niet")


def _take_found(camera: Camera, path: Path) -> None:
    words = b"x" * (damage.PAGE // 2)
    damage.do(path, damage.flip_page(damage.page_with(path, example_passphrase(), NORMAL, words)))
    camera.window.show_file(CaseFile.open(path, example_passphrase()))
    _wait_for(camera.window, "is net nagekeken")
    camera.take_dialog("24-beschadigd-back-up-is-er")
    camera.take("25-beschadigd-alleen-bekijken")
    camera.window.close_file()


def _take_none(camera: Camera, path: Path) -> None:
    for backup in all_backups(user_backup_dir()):
        damage.do(backup.path, damage.flip(-1000))
    camera.window.show_file(CaseFile.open(path, example_passphrase()))
    _wait_for(camera.window, "geen back-up van dit bestand")
    camera.take_dialog("26-beschadigd-geen-back-up")
    camera.window.close_file()


def _wait_for(window: MainWindow, words: str) -> None:
    def is_said() -> bool:
        shown = [d for d in window.findChildren(DamageDialog) if d.isVisible()]
        return any(words in w.text() for d in shown for w in d.findChildren(QLabel))

    wait_until(is_said)
    QTest.qWait(50)


if __name__ == "__main__":
    main()

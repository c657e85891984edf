"""The screens around keeping a file safe: documents, passphrases, the herstelblad, and locked."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from hgkm_desktop.app import example_passphrase, make_application, open_example
from hgkm_desktop.casefile import forget
from hgkm_desktop.ui.file.herstelblad_dialog import HerstelbladDialog
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.file.passphrase_dialogs import ChangePassphraseDialog, ConfirmDialog
from hgkm_desktop.ui.file.remembering import REMEMBER, WHAT_IT_MEANS
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.casefile.keyrings import Hanging, Locked, SafeOne, a_computer, no_keyring
from tests.pictures.screens import Camera
from tests.ui.keyboard import wait_until


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    window.open_example()
    camera = Camera(folder, window)
    _take_documents(camera)
    _take_passphrases(camera)
    _take_locked(camera)
    window.close_file()
    _take_remembered(camera)


def _take_documents(camera: Camera) -> None:
    assert camera.window.open_file is not None
    documents = camera.window.open_file.documents
    for name, show in (
        ("86-documenten-notitie", documents.show_notitie),
        ("87-documenten-verslag", documents.show_verslag),
        ("88-documenten-tijdlijn", documents.show_line),
    ):
        show()
        wait_until(lambda: not documents.is_busy)
        camera.take_dialog(name)
    camera.of("89-instellingen-bestand", camera.window.show_file_settings)
    camera.of("89-instellingen-programma", camera.window.show_settings)


def _take_passphrases(camera: Camera) -> None:
    window = camera.window
    assert window.document is not None
    file = window.document.file
    camera.of("80-wachtwoord-wijzigen", ChangePassphraseDialog(window, file).open)
    camera.of("81-wachtwoord-vragen", ConfirmDialog(window, file, "Herstelblad").open)
    remember = ConfirmDialog(window, file, REMEMBER, WHAT_IT_MEANS)
    camera.of("90-onthouden-vragen", remember.open)
    sheet = HerstelbladDialog(window, file)
    (camera.folder / "herstelblad.pdf").write_bytes(sheet.pdf())
    camera.of("82-herstelblad", sheet.open)

    def ask_back() -> None:
        dialog = HerstelbladDialog(window, file)
        dialog.open()
        dialog._go_to_check()

    camera.of("83-herstelblad-nagaan", ask_back)


def _take_remembered(camera: Camera) -> None:
    """Opening a file on computers with a good keyring, without one, and with one that fails."""
    file, _ = open_example()
    work, path, header = file.remembering(), file.path, file.header
    file.close()
    data = camera.folder / "data"
    window = camera.window

    def ask() -> PassphraseDialog:
        window.ask_passphrase(str(path))
        wait_until(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PassphraseDialog)
        return dialog

    with a_computer(no_keyring(), data):
        ask()
        QTest.qWait(500)
        camera.take_dialog("91-onthouden-kan-niet")
    good = SafeOne()
    with a_computer(good, data):
        box = next(b for b in ask().findChildren(QCheckBox) if b.text() == REMEMBER)
        wait_until(box.isEnabled)
        box.click()
        camera.take_dialog("92-onthouden")
        work()
    with a_computer(Hanging(), data):
        ask()
        camera.take_dialog("93-sleutel-gevraagd")
    with a_computer(Locked(), data):
        dialog = ask()
        wait_until(lambda: not dialog._problem.isHidden())
        camera.take_dialog("94-sleutel-niet-gegeven")
    good.kept = dict.fromkeys(good.kept, "ab" * 32)
    with a_computer(good, data):
        dialog = ask()
        wait_until(lambda: not dialog._problem.isHidden())
        QTest.qWait(300)
        camera.take_dialog("95-sleutel-past-niet")
        forget(header)


def _take_locked(camera: Camera) -> None:
    assert camera.window.watching is not None
    locking = camera.window.watching.locking
    locking.lock()
    camera.take("84-vergrendeld")
    locking._unlock("dit is niet het wachtwoord", False)
    camera.take("85-vergrendeld-past-niet")
    locking._unlock(example_passphrase(), False)
    QTest.qWait(20)


if __name__ == "__main__":
    main()

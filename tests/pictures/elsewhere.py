"""What the window says of a file that is taken away, can only be read, or has copies beside it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import example_passphrase, make_application, open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.ui.file.transport_dialog import TransportDialog
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import an_event
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
    camera = Camera(folder, window)
    place = folder / "bestanden"
    place.mkdir()
    file, _ = open_example()
    file.copy_to(place / "oefening.hgkm")
    file.close()
    _take_read_only(camera, place / "oefening.hgkm")
    _take_copies(camera, place / "oefening.hgkm")
    _take_passing_on(camera, place / "oefening.hgkm")
    _take_elsewhere(camera, place / "oefening.hgkm")
    window.close_file()
    shutil.rmtree(place)


def _open(path: Path) -> CaseFile:
    return CaseFile.open(path, example_passphrase())


def _edit(window: MainWindow) -> None:
    document = window.document
    assert document is not None
    assert document.case is not None
    document.edit("gebeurtenis", document.case.put(an_event("2022", "nieuw")))


def _take_read_only(camera: Camera, path: Path) -> None:
    with _open(path) as writer:
        writer.save_settings(writer.settings)
        camera.window.show_file(_open(path))
        camera.take("100-alleen-lezen")
        assert camera.window.workspace is not None
        for step in (0, 1, 5):
            camera.window.workspace.show_step(step)
            camera.take(f"100-alleen-lezen-stap-{step + 1}")
        camera.window.close_file()


def _take_copies(camera: Camera, path: Path) -> None:
    copy = Path(shutil.copyfile(path, path.with_name("oefening-LAPTOP-7A2B.hgkm")))
    camera.window.show_file(_open(copy))
    camera.take("101-kopie-van-synchroniseren")
    camera.window.show_file(_open(path))
    camera.take("102-kopie-ernaast")
    camera.window.close_file()
    copy.unlink()


def _take_passing_on(camera: Camera, path: Path) -> None:
    window = camera.window
    window.show_file(_open(path))
    *_, ask = [a for a in window.findChildren(QAction) if a.text().startswith("Kopie voor")]
    camera.of("103-kopie-voor-collega", ask.trigger)

    def make() -> None:
        ask.trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TransportDialog)
        dialog._path.setText(str(path.with_name("casus-7K2F.hgkm")))
        dialog._generate()
        wait_until(lambda: dialog._check.answer is not None)
        dialog.accept()

    camera.of("104-kopie-gemaakt", make)

    def refuse() -> None:
        ask.trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TransportDialog)
        dialog._path.setText(str(path.with_name("verschoven.hgkm")))
        dialog._shift.setChecked(True)
        dialog._by.set_value("wijkteamleider")
        dialog._generate()
        wait_until(lambda: dialog._check.answer is not None)
        dialog.accept()

    camera.of("104-verschuiven-kan-niet", refuse)

    def hide() -> None:
        assert window.document is not None
        assert window.document.case is not None
        first = replace(
            window.document.case.events[0], fact="Moeder zit in het blijfhuis in Zwolle."
        )
        window.document.edit("een feit", window.document.case.put(first))
        ask.trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TransportDialog)
        dialog._path.setText(str(path.with_name("schuilplaats.hgkm")))
        dialog._generate()
        wait_until(lambda: dialog._check.answer is not None)
        dialog.accept()

    camera.of("104-schuilplaats-gaat-niet-mee", hide)
    window.close_file()


def _take_elsewhere(camera: Camera, path: Path) -> None:
    window = camera.window
    window.show_file(_open(path))
    _edit(window)
    path.rename(path.with_name("nieuwe naam.hgkm"))
    _edit(window)
    camera.take("105-andere-naam")
    assert window.document is not None
    shutil.copyfile(window.document.file.path, path)
    window.document.file.path.write_bytes(b"iets van een ander programma" * 500)
    _edit(window)
    camera.take("106-apart-bewaard")
    apart = window.document.file.path
    _edit(window)
    window.document.file.session.is_begun = False
    window.close_file()
    apart.with_name(f"{apart.name}.lock").touch()
    window.show_file(_open(apart))
    camera.take("107-onverwacht-gestopt")


if __name__ == "__main__":
    main()

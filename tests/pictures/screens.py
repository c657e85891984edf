"""Every screen of the program in one theme, each as a picture in a folder."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.file.passphrase_dialogs import NewFileDialog
from hgkm_desktop.ui.file.remembering import Remembering
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import STEPS, TIMELINE_STEP, Workspace
from tests.casefile.keyrings import SafeOne, a_computer

NAMES = ("aanleiding", "deelnemers", "tijdlijn", "samenwerking", "lessen", "acties", "samenvatting")


class Camera:
    """Takes numbered pictures of a window and of the dialog on top of it."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        self.folder = folder
        self.window = window

    def take(self, name: str) -> None:
        QTest.qWait(60)
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def take_dialog(self, name: str) -> None:
        QTest.qWait(60)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.grab().save(str(self.folder / f"{name}.png"))
        if isinstance(dialog, QDialog):
            dialog.done(0)
        QTest.qWait(20)

    def of(self, name: str, act: Callable[[], object]) -> None:
        act()
        self.take_dialog(name)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1440, 900)
    window.show()
    camera = Camera(folder, window)
    camera.take("00-start")
    _take_file_dialogs(camera)
    window.open_example()
    assert window.workspace is not None
    _take_backups(camera)
    _take_steps(camera, window.workspace)
    _take_dialogs(camera, window.workspace)
    _take_empty_file(camera)
    window.close_file()


def _take_file_dialogs(camera: Camera) -> None:
    def wrong() -> None:
        casefile, _ = open_example()
        casefile.close()
        window = camera.window
        dialog = PassphraseDialog(window, casefile.path, casefile.header, Remembering(window))
        dialog.open()
        dialog.passphrase.setText("dit past niet bij het bestand")
        dialog.accept()

    def new() -> None:
        dialog = NewFileDialog(camera.window)
        dialog.open()
        dialog.accept()

    camera.of("10-nieuw-bestand", new)
    with a_computer(SafeOne(), camera.folder):
        camera.of("11-wachtwoord-past-niet", wrong)


def _take_backups(camera: Camera) -> None:
    assert camera.window.document is not None
    for day in (27, 28, 29):
        moment = datetime(2026, 5, day, 14, 32)
        camera.window.document.file.copy_for_backup(user_backup_dir(), moment).keep()
    camera.of("18-back-ups", camera.window.show_backups)


def _take_steps(camera: Camera, workspace: Workspace) -> None:
    page = workspace.timeline_page
    case = workspace.document.case
    assert case is not None
    lived = Counter(beleving.event_id for beleving in case.belevingen)
    busiest = case.event(lived.most_common(1)[0][0])
    workspace.show_step(TIMELINE_STEP)
    page.set_turn(4)
    page.choose(busiest.id)
    page.entry.line.setText("jun 2023 afstemming: tweede overleg @politie @VT #moeder #oom !")
    for number, name in enumerate(NAMES[: len(STEPS)]):
        workspace.show_step(number)
        camera.take(f"{number + 1:02}-{name}")
    workspace.show_step(TIMELINE_STEP)
    page.entry.line.setText("31-02-2021 ruzie bij de overdracht")
    camera.take("08-onmogelijke-datum")
    page.entry.line.setText("")


def _take_dialogs(camera: Camera, workspace: Workspace) -> None:
    page = workspace.timeline_page
    event = page.selection.current()
    case = workspace.document.case
    assert event is not None
    assert case is not None
    risk = next(b for b in case.belevingen if b.mark is Mark.RISICO)
    camera.of("12-gebeurtenis", lambda: page.edits.change(event.id))
    camera.of("13-beleving", lambda: page.edits.change_beleving(risk.event_id, risk.deelnemer_id))
    for step, name in ((3, "14-duidingsverschil"), (4, "15-les"), (5, "16-verbeteractie")):
        workspace.show_step(step)
        lists = workspace.findChildren(RecordList)
        shown = next(found for found in lists if found.isVisible())
        camera.of(name, shown.add)
    workspace.show_step(TIMELINE_STEP)
    camera.of("17-toetsen", camera.window.help.show_keys)


def _take_empty_file(camera: Camera) -> None:
    casefile, _ = open_example()
    empty = casefile.path.with_name("leeg bestand.hgkm")
    casefile.close()
    empty.unlink(missing_ok=True)
    camera.window.show_file(CaseFile.create(empty, "een lang wachtwoord"))
    camera.take("20-leeg-bestand")
    assert camera.window.workspace is not None
    camera.window.workspace.add_case()
    camera.window.workspace.show_step(TIMELINE_STEP)
    camera.take("21-lege-casus")


if __name__ == "__main__":
    main()

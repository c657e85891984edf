"""The screens around the end of a case: the reminder, destroying it, and what is left of it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import (
    TEST,
    BackupFailed,
    BackupsLeft,
    CaseFile,
    NotRemoved,
    older_texts,
)
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.destroy_dialog import DestroyDialog
from hgkm_desktop.ui.file.destroyed_dialog import DestroyedDialog
from hgkm_desktop.ui.file.older_dialog import OlderDialog
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.questions import about_unfinished_destroying
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.full_case import FULL_UITGAVEN
from tests.pictures.screens import Camera
from tests.reports.every_document import the_example
from tests.reports.vernietigd import NOTED
from tests.ui.keyboard import tab_to

PASSPHRASE = "vijf gewone woorden achter elkaar"


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = _a_file(folder / "bewaren.hgkm")
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1440, 900)
    window.show()
    window.show_file(file)
    camera = Camera(folder, window)
    camera.take("120-bewaartermijn-voorbij")
    _take_destroying(camera, file)
    window.close_file()
    file.path.unlink()


def _a_file(path: Path) -> CaseFile:
    """The example past its last day, with issued documents, and a case that may be kept."""
    example = replace(the_example(), keep_until=date(2026, 1, 31))
    example = read_through(example, "wijkteamleider", date(2026, 1, 12))
    file = CaseFile.create(path, PASSPHRASE, kdf=TEST)
    file.save(example)
    file.save(a_case_with(an_event("mrt 2021"), code="B3-1A", title="Hulp die bleef"))
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(example.id, uitgave, data)
    file.copy_for_backup(user_backup_dir(), datetime(2026, 3, 2, 12, 0)).keep()
    return file


def _take_destroying(camera: Camera, file: CaseFile) -> None:
    window = camera.window
    assert window.document is not None
    case = window.document.case
    assert case is not None
    issued = file.issued(case.id)
    camera.of("121-casus-vernietigen", DestroyDialog(window, case, issued, 14).open)

    def ready() -> None:
        dialog = DestroyDialog(window, case, issued, 14)
        dialog.open()
        QTest.qWait(20)
        function, _, code = dialog.findChildren(QLineEdit)
        function.setText("informatiebeheerder")
        code.setText(case.code)
        tab_to(code.accessibleName())

    camera.of("122-casus-vernietigen-code", ready)
    camera.of("123-nog-niet-af", lambda: about_unfinished_destroying(window, [case.code], str))
    stuck = user_backup_dir() / file.header.hex() / "000003-20260302-120000-0123abcd.hgkm"
    camera.of("124-back-up-blijft-staan", lambda: show_problem(window, BackupsLeft([stuck])))
    older = older_texts(file, case.id, user_backup_dir())
    camera.of("127-oude-back-ups-en-documenten", OlderDialog(window, case, older).open)
    refused = NotRemoved(BackupFailed())
    camera.of("128-oude-back-ups-blijven", lambda: show_problem(window, refused))
    window.document.destroy(
        case.id,
        function=NOTED.function,
        ground=NOTED.ground,
        on=date(2026, 3, 3),
        folder=user_backup_dir(),
    )
    camera.of("125-vernietigd-nog-niet-af", DestroyedDialog(window, file).open)
    file.finish_destroying(user_backup_dir(), datetime(2026, 3, 3, 12, 0))
    dialog = DestroyedDialog(window, file, is_done=True)
    (camera.folder / "verklaring.pdf").write_bytes(dialog.pdf())
    camera.of("126-vernietigd", dialog.open)


if __name__ == "__main__":
    main()

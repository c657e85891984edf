"""The documents of an exercise in their window: each once, and the line of one round alone."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.reports.full_exercise import KINDS, an_exercise, deelbaar
from tests.ui.keyboard import wait_until

PASSPHRASE = "vijf gewone woorden achter elkaar"


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "oefening.hgkm", PASSPHRASE, kdf=TEST)
    exercise = an_exercise()
    file.save(exercise)
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1280, 720)
    window.show()
    window.show_file(file)
    document = window.document
    assert document is not None
    for number, kind in enumerate(KINDS, 290):
        if number == 292:
            document.edit("nagelezen", deelbaar(exercise))
        papers = WorkDocuments(document, exercise.id, kind, window)
        if kind is DocumentKind.RONDELIJNEN:
            papers._round.set_value(exercise.rounds[1].id)
            papers.make()
        papers.open()
        wait_until(lambda shown=papers: not shown._background.is_busy)  # type: ignore[misc]
        QTest.qWait(100)  # for the pages to be painted
        papers.grab().save(str(folder / f"{number}-{kind.value}.png"))
        QDialog.reject(papers)
    window.close_file()
    file.path.unlink()
    QApplication.exit()


if __name__ == "__main__":
    main()

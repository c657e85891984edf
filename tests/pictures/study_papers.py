"""A study: its screen with the buttons, its documents, and its herleidbaarheidscheck."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.ui.check.work_check import WorkCheck
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.reports.full_study import a_study, cases_of_study
from tests.ui.keyboard import wait_until

PASSPHRASE = "vijf gewone woorden achter elkaar"


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "onderzoek.hgkm", PASSPHRASE, kdf=TEST)
    cases = cases_of_study()
    for case in cases:
        file.save(case)
    study = replace(a_study(cases), conclusion="Mevrouw Jansen uit Assen belde als eerste.")
    file.save(study)
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1440, 900)
    window.show()
    window.show_file(file)
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    workspace._works.show(study.id)
    QTest.qWait(100)
    window.grab().save(str(folder / "190-onderzoek.png"))
    for number, kind in enumerate(
        (DocumentKind.ONDERZOEKSRAPPORTAGE, DocumentKind.KNOPPENTELLER), 191
    ):
        papers = WorkDocuments(document, study.id, kind, window)
        _take(papers, folder / f"{number}-{kind.value}.png")
    _take(WorkCheck(document, study.id, window), folder / "193-herleidbaarheidscheck.png")
    window.close_file()
    file.path.unlink()
    QApplication.exit()


def _take(dialog: WorkDocuments | WorkCheck, path: Path) -> None:
    dialog.open()
    wait_until(lambda: not dialog._background.is_busy)
    QTest.qWait(100)  # for the pages to be painted
    dialog.grab().save(str(path))
    QDialog.reject(dialog)


if __name__ == "__main__":
    main()

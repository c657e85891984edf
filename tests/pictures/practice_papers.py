"""The documents of a year of zicht op de praktijk in their windows, and the list of actions."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.ui.papers.action_papers import ActionPapers
from hgkm_desktop.ui.papers.papers import Papers
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.practice.actions_held import all_actions
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.reports.many_figures import with_pictures
from tests.reports.practice_year import the_cases, the_works
from tests.ui.keyboard import wait_until

PASSPHRASE = "vijf gewone woorden achter elkaar"
SHOWN = (
    (DocumentKind.GESPREKSVERSLAG, "G2-2G"),
    (DocumentKind.WERKBLAD, "S3-3S"),
    (DocumentKind.TERUGKOPPELING, "D5-5D"),
)


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "jaar.hgkm", PASSPHRASE, kdf=TEST)
    figures = with_pictures(CaseState.IN_BEWERKING)
    for value in (*the_cases(), *the_works(), figures):
        file.save(value)
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(1440, 900)
    window.show()
    window.show_file(file)
    document = window.document
    assert document is not None
    ids = {work.code: work.id for work in document.works()}
    for number, (kind, code) in enumerate(SHOWN, 270):
        papers = WorkDocuments(document, ids[code], kind, window)
        _take(papers, folder / f"{number}-{kind.value}.png")
    listed = ActionPapers(document, all_actions(document), window)
    _take(listed, folder / "273-verbeteracties.png")
    kaart = WorkDocuments(document, figures.id, DocumentKind.CIJFERKAART, window)
    _take(kaart, folder / "274-cijferkaart.png")
    window.close_file()
    file.path.unlink()
    QApplication.exit()


def _take(papers: Papers, path: Path) -> None:
    papers.open()
    wait_until(lambda: not papers._background.is_busy)
    QTest.qWait(100)  # for the pages to be painted
    papers.grab().save(str(path))
    QDialog.reject(papers)


if __name__ == "__main__":
    main()

"""The window of documents: what must stay at the table, what may leave, and counting from T0."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.reports.options import Dates
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import made_deelbaar
from tests.ui.keyboard import wait_until


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.resize(1400, 900)
    window.show()
    window.show_file(open_example()[0])
    assert window.open_file is not None
    document, documents = window.open_file.document, window.open_file.documents
    assert document.case is not None
    take(documents, DocumentKind.GESPREKSNOTITIE, folder / "150-notitie-in-bewerking.png")
    take(documents, DocumentKind.TIJDLIJN, folder / "151-tijdlijn-in-bewerking.png")
    document.edit("nagelezen", made_deelbaar(document.case))
    take(documents, DocumentKind.GESPREKSNOTITIE, folder / "152-notitie-deelbaar.png")
    take(documents, DocumentKind.TIJDLIJN, folder / "153-tijdlijn-vanaf-t0.png", Dates.RELATIEF)
    documents.close()
    QApplication.exit()


def take(documents: Documents, kind: DocumentKind, path: Path, dates: Dates | None = None) -> None:
    """A picture of the window once its pages are there."""
    documents.open(kind)
    window = documents.window
    assert window is not None
    if dates is not None:
        field = window.choices._forms[kind]._dates
        field.set_value(dates)
        field.changed.emit()
    wait_until(lambda: not documents.is_busy)
    QTest.qWait(100)  # for the pages to be painted
    window.grab().save(str(path))
    window.reject()


if __name__ == "__main__":
    main()

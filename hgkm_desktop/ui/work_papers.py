"""The buttons of a study or a row of meetings for its herleidbaarheidscheck and its documents."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.work_screen import WorkScreen


class WorkPapers(QObject):
    """Puts its buttons in the header of a screen and opens the windows over it."""

    def __init__(self, document: Document, screen: WorkScreen, work: Work) -> None:
        super().__init__(screen)
        self._document, self._screen, self._work_id = document, screen, work.id
        check = QPushButton("Herleidbaarheidscheck…")
        check.clicked.connect(self.check)
        screen.header.addWidget(check)
        if isinstance(work, Study):
            report, knobs = QPushButton("Onderzoeksrapportage…"), QPushButton("Knoppenteller…")
            report.clicked.connect(self.show_report)
            knobs.clicked.connect(self.show_knobs)
            screen.header.addWidget(report)
            screen.header.addWidget(knobs)

    @Slot()
    def check(self) -> None:
        """Open the herleidbaarheidscheck of this work."""
        from hgkm_desktop.ui.work_check import WorkCheck  # the screen opens sooner without

        WorkCheck(self._document, self._work_id, self._screen).open()

    @Slot()
    def show_report(self) -> None:
        """Open the window of documents at the onderzoeksrapportage."""
        self._show(DocumentKind.ONDERZOEKSRAPPORTAGE)

    @Slot()
    def show_knobs(self) -> None:
        """Open the window of documents at the knoppenteller."""
        self._show(DocumentKind.KNOPPENTELLER)

    def _show(self, kind: DocumentKind) -> None:
        from hgkm_desktop.ui.study_documents import StudyDocuments  # imports reportlab

        window = StudyDocuments(self._document, self._work_id, kind, self._screen)
        window.check_wanted.connect(self.check)
        window.open()

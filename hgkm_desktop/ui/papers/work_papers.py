"""The buttons of a work for its herleidbaarheidscheck and its documents."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.models.leaving import OF_WORK
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.window.work_screen import WorkScreen

PAPERS = "Documenten…"
_MOST_BUTTONS = 2


class WorkPapers(QObject):
    """Puts its buttons in the header of a screen and opens the windows over it.

    Of more documents than two there is one button: which one is chosen in the window.
    """

    def __init__(self, document: Document, screen: WorkScreen, work: Work) -> None:
        super().__init__(screen)
        self._document, self._screen, self._work_id = document, screen, work.id
        check = QPushButton("Herleidbaarheidscheck…")
        check.setAutoDefault(True)  # Enter presses it too
        check.clicked.connect(self.check)
        screen.header.addWidget(check)
        kinds = OF_WORK.get(type(work), ())
        named = [(kind, f"{sentence_case(kind.label)}…") for kind in kinds]
        if len(kinds) > _MOST_BUTTONS:
            named = [(kinds[0], PAPERS)]
        for kind, words in named:
            paper = QPushButton(words)
            paper.setAutoDefault(True)
            paper.setProperty("kind", kind.value)
            paper.clicked.connect(self._show_paper)
            screen.header.addWidget(paper)

    @Slot()
    def check(self) -> None:
        """Open the herleidbaarheidscheck of this work."""
        from hgkm_desktop.ui.check.work_check import WorkCheck  # the screen opens sooner without

        WorkCheck(self._document, self._work_id, self._screen).open()

    @Slot()
    def _show_paper(self) -> None:
        self.show(DocumentKind(self.sender().property("kind")))

    def show(self, kind: DocumentKind) -> None:
        """Open the window of documents at this one."""
        from hgkm_desktop.ui.papers.work_documents import WorkDocuments  # imports reportlab

        window = WorkDocuments(self._document, self._work_id, kind, self._screen)
        window.check_wanted.connect(self.check)
        window.open()

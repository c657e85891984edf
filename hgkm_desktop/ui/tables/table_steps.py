"""A window that brings a table in by steps: it reads in the background and changes nothing before
the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.exchange.table_process import read_table
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.parts.theme import scaled

NOT_LOCKED = "Het bestand met de tabel is niet versleuteld: verwijder het als u klaar bent."
_READING = "De tabel wordt gelezen…"
_BROKE = "Het lezen lukte niet. Er is niets ingelezen."
_WIDTH, _HEIGHT = 760, 700


class TableSteps(QDialog):
    """Steps with Terug, Verder and Annuleren; whoever is one says what comes at each of them."""

    def __init__(self, parent: QWidget, document: Document, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._document = document
        self._background = Background(self)
        self._waiting = label("")  # what is done, or why a file is not read
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._problem = problem_label()
        self._back, self._next = QPushButton("Terug"), QPushButton("Verder")
        self._from = 0

    def take(self, made: object) -> None:
        """What was made in the background is there."""
        raise NotImplementedError

    def show_step(self, page: int) -> None:
        """Go to a step, with the focus where its work is."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Terug was pressed."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Verder was pressed."""
        raise NotImplementedError

    @property
    def is_waiting(self) -> bool:
        """Whether work is being done, or no step could be shown."""
        return self._pages.currentWidget() is self._waiting

    def lay_out(self, *steps: QWidget) -> None:
        """Put the steps in, in their order, and the buttons at the foot."""
        for page in (*steps, self._waiting):
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self._waiting)
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        leave = buttons.addButton("Annuleren", roles.RejectRole)
        buttons.addButton(self._back, roles.ActionRole)
        buttons.addButton(self._next, roles.ActionRole)
        self._next.setProperty("main", True)
        for button in (self._back, self._next, leave):
            button.setAutoDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._pages, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        wide, high = scaled(_WIDTH), scaled(_HEIGHT)
        self.resize(min(wide, room.width() - 20), min(high, room.height() - 60))
        self._connect()

    def _connect(self) -> None:
        self._back.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._background.done.connect(self.take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)
        self._document.locks.connect(self.reject)
        self.finished.connect(self._background.close)

    def read(self, path: Path) -> None:
        """Read the file, in a process of its own, and show what is being done."""
        self.wait(_READING, partial(read_table, path))
        self.open()

    def wait(self, words: str, work: Callable[[Progress], object]) -> None:
        """Do this in the background; `take` gets what it made."""
        self.say("")
        self._from = self._pages.currentIndex()
        self._waiting.setText(words)
        self._pages.setCurrentWidget(self._waiting)
        self.show_step(self._pages.currentIndex())
        announce(self, words)
        self._background.start(work)

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        """Say it at the step that it is of; with a file that cannot be read there is no step."""
        if self._pages.widget(self._from) is self._waiting:
            self._waiting.setText(error.sentence)
            announce(self, error.sentence)
            return
        self.show_step(self._from)
        self.say(error.sentence)

    @Slot()
    def _break(self) -> None:
        self._waiting.setText(_BROKE)
        announce(self, _BROKE)

    def say(self, words: str) -> None:
        """Say what is wrong under the step; nothing takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or a list goes on to nothing: only a button does."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

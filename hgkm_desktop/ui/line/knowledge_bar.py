"""The row that asks what an organisation knew at some moment."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_moment
from hgkm_desktop.ui.line.line_choices import Knowing
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.writing.written import Line


class KnowledgeBar(QWidget):
    """'Wat wist … op …'; `asked(Knowing or None)` follows each change, `closed` follows Esc."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._organisation = Choice([])
        self._organisation.setAccessibleName("Wat wist deze organisatie")
        self._day = Line()
        self._day.setAccessibleName("Op welk moment")
        self._day.setPlaceholderText("bijvoorbeeld 1-3-2023")
        self._words = label("", small=True)
        stop = QPushButton("Stoppen")
        stop.setAutoDefault(True)
        stop.clicked.connect(self.closed)
        asked = (label("Wat wist"), self._organisation, label("op"), self._day, stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(4)
        column.addWidget(flowing(*asked, spacing=8))
        column.addWidget(self._words)
        self._organisation.changed.connect(self._ask)
        self._day.textChanged.connect(self._ask)

    def offer(self, case: Case | None) -> None:
        """Offer the organisations of this case."""
        chosen = self._organisation.value() if self._organisation.count() else None
        organisations = case.organisations if case is not None else ()
        self._organisation.set_choices([(o.id, o.name) for o in organisations])
        self._organisation.set_value(chosen)
        if not self.isHidden():
            self._ask()  # what was asked of an organisation that is gone is asked of another

    def start(self, day: date | None) -> None:
        """Ask anew, at first for the day of the chosen event."""
        if day is not None:
            self._day.setText(f"{day.day}-{day.month}-{day.year}")
        self._organisation.setFocus()
        self._ask()

    def say(self, words: str) -> None:
        self._words.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask(self) -> None:
        typed = self._day.text().strip()
        if not typed or not self._organisation.count():
            none = "In deze casus staat nog geen organisatie."
            self._words.setText("Typ een dag of een maand." if self._organisation.count() else none)
            self.asked.emit(None)
            return
        try:
            moment = read_moment(typed)
        except BadInput as error:
            self._words.setText(error.sentence)
            self.asked.emit(None)
            return
        self.asked.emit(Knowing(self._organisation.value(), moment.latest))

"""The window with cases beside each other on one scale, counted from the T0 of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.comparing import Beside, beside
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.models.works import Value
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.timeline_view import TimelineView
from hgkm_desktop.ui.parts.fields import Checks, Choice
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

_EMPTY = Case("", "")
_UNDATED = Choices(bands=frozenset(), is_dated=False)
_WAYS = [
    (None, "De T0 van elke casus"),
    (EventKind.MELDING, "De eerste melding"),
    (EventKind.INCIDENT, "Het eerste incident"),
    (EventKind.AANGIFTE, "De eerste aangifte"),
    (EventKind.INTERVENTIE, "De eerste interventie"),
    (EventKind.BESLUIT, "Het eerste besluit"),
]


class _Laid(QObject):
    """The cases as one, for the line to show; nothing of it can be changed or saved."""

    case_changed = Signal(object, object)
    is_read_only = True

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.case: Case | None = _EMPTY

    def lay(self, case: Case) -> None:
        """Show other cases."""
        before, self.case = self.case, case
        self.case_changed.emit(before, case)

    def edit(self, label: str, value: Value) -> None:
        """Nothing changes here."""


class BesideWindow(QDialog):
    """A lane for each chosen case; the axis counts from T0 and names no year.

    `case_wanted(case id, event id)` asks to go to an event in its own case.
    """

    case_wanted = Signal(str, str)

    def __init__(self, document: Document, parent: QWidget, chosen: Sequence[str] = ()) -> None:
        """`chosen` are the ids of the cases that are shown at first; without them all are."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Casussen naast elkaar")
        self.document = document
        self._laid, self._beside = _Laid(self), Beside(_EMPTY, (), {})
        self._ways = Choice(_WAYS)
        self._cases = Checks(_named(document), 1)
        self._line = TimelineView(EventModel(self._laid, self), self)
        self._told, self._missing = label("", soft=True), label("", muted=True)
        self._lay_out()
        self._cases.set_value(chosen or tuple(i for i, _ in _named(document)))
        self._ways.changed.connect(self._show)
        self._cases.changed.connect(self._show)
        self._line.selectionModel().currentChanged.connect(self._tell)
        self._line.activated.connect(self._go)
        document.case_changed.connect(self._show)
        document.locks.connect(self.close)
        document.destroyed.connect(self.close)
        self._show()

    def _lay_out(self) -> None:
        self._ways.setAccessibleName("Tel vanaf")
        scroll, listed = QScrollArea(), QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._cases)
        rows.addStretch(1)
        scroll.setWidget(listed)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = QVBoxLayout()
        side.setSpacing(6)
        words = label("Tel vanaf")
        words.setBuddy(self._ways)
        side.addWidget(words)
        side.addWidget(self._ways)
        side.addSpacing(8)
        side.addWidget(label("Casussen"))
        side.addWidget(scroll, 1)
        self._line.setAccessibleName("Casussen naast elkaar, elk op een eigen rij")
        right = QVBoxLayout()
        right.addWidget(self._line, 1)
        right.addWidget(self._told)
        right.addWidget(self._missing)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(scaled(250))
        row.addWidget(left)
        row.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText("Sluiten")
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(scaled(1180), room.width()), min(scaled(680), room.height() - 40))
        for before, after in pairwise([self._ways, *left.findChildren(QCheckBox), self._line]):
            self.setTabOrder(before, after)  # as it is read

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._line.show_all()  # now it has its own width

    @Slot()
    def _show(self) -> None:
        cases, unread = [], []
        for case_id in self._cases.value():
            try:
                cases.append(self.document.case_of(case_id))
            except HgkmError:
                unread.append(case_id)
        self._beside = beside(cases, self._ways.value())
        self._line.set_choices(_UNDATED)
        self._laid.lay(self._beside.case)
        self._line.show_all()
        self._missing.setText(self._missing_words(len(unread)))
        self._tell()

    def _missing_words(self, unread: int) -> str:
        words = []
        if self._beside.left_out:
            words.append(
                f"Zonder zo’n begin, dus niet getoond: {list_text(self._beside.left_out)}."
            )
        if unread:
            words.append("Een casus kan nu niet worden gelezen.")
        if not self._beside.case.events:
            words.append("Er is niets te tonen. Kies een ander begin of andere casussen.")
        return " ".join(words)

    @Slot()
    def _tell(self) -> None:
        """Say of which case the chosen event is."""
        event_id = self._line.current_id()
        if event_id not in self._beside.of:
            self._told.setText("Kies een gebeurtenis. Enter gaat naar de casus.")
            return
        code, number = self._beside.of[event_id]
        title = self._beside.case.event(event_id).title_in_full
        self._told.setText(f"Casus {code}, gebeurtenis {number}: {title}")

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        event_id = self._line.current_id()
        code, _ = self._beside.of.get(event_id, ("", 0))
        for heading in self.document.headings():
            if heading.code == code:
                self.case_wanted.emit(heading.id, event_id)
                self.close()
                return


def _named(document: Document) -> list[tuple[str, str]]:
    return [(h.id, f"{h.code} {h.title}".strip()) for h in document.headings()]

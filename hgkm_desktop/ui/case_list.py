"""The column at the left: the file that is open and its cases."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.keeping import past_words
from hgkm_desktop.ui.text import choice_button, label, sentence_case

LEAST_WIDTH = 208


class CaseList(QFrame):
    """The cases of the open file; `case_chosen(case id)` and `new_requested` are the wishes.

    `remark` stands at the foot, such as the passphrase of the example.
    """

    case_chosen = Signal(str)
    new_requested = Signal()

    def __init__(self, document: Document, remark: str = "") -> None:
        super().__init__()
        self.document = document
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._column, self._sections = QVBoxLayout(), QVBoxLayout()
        self._is_case_shown = True
        self._lay_out(remark)
        self._buttons.buttonClicked.connect(self._choose)
        document.cases_changed.connect(self.list_cases)
        document.case_changed.connect(self._check_shown)
        document.moved.connect(self._name_file)
        document.damaged.connect(self._stop)
        self.list_cases()

    @Slot()
    def _stop(self) -> None:
        self._new.setEnabled(False)

    def _lay_out(self, remark: str) -> None:
        self.setProperty("side", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._around = column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(2)
        self._name = label(self.document.file.path.stem, level=3)
        column.addWidget(self._name)
        column.addWidget(label("casusbestand · versleuteld", small=True))
        column.addSpacing(12)
        column.addWidget(label("Casussen", muted=True))
        listed = QWidget()
        listed.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        scroll = QScrollArea()
        scroll.setWidget(listed)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(scroll, 1)
        self._new = new = QPushButton("Nieuwe casus")
        new.setToolTip("Ctrl+N")
        new.setEnabled(not self.document.is_read_only)
        new.setAutoDefault(True)
        new.clicked.connect(self.new_requested)
        column.addWidget(new)
        column.addLayout(self._sections)
        column.addSpacing(8)
        if remark:
            column.addWidget(label(remark, small=True))

    def sizeHint(self) -> QSize:
        """As wide as the button needs where text is large; names of cases are cut shorter."""
        margins = self.contentsMargins() + self._around.contentsMargins()
        wide = self._new.sizeHint().width() + margins.left() + margins.right()
        return QSize(max(LEAST_WIDTH, wide), super().sizeHint().height())

    @Slot()
    def list_cases(self) -> None:
        """Name every case of the file, and mark the one on screen."""
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            button.deleteLater()
        while self._column.count():
            item = self._column.takeAt(0)
            left = item.widget() if item is not None else None
            if isinstance(left, QLabel):
                left.deleteLater()
        for heading in self.document.headings():
            words = f"{heading.code}  {heading.title}".strip()
            past = past_words(heading, date.today())
            told = f"{words}. {sentence_case(past)}" if past else words
            button = choice_button(words, "nav", is_cut=True)
            button.setAccessibleName(told)
            button.setProperty("case_id", heading.id)
            button.setToolTip(told)
            self._buttons.addButton(button)
            self._column.addWidget(button)
            if past:
                self._column.addWidget(_reminder(past))
        self._column.addStretch(1)
        self._check_shown()

    @Slot()
    def _name_file(self) -> None:
        self._name.setText(self.document.file.path.stem)
        self.list_cases()

    def add_section(self, widget: QWidget) -> None:
        """Put a list of something else under the cases."""
        self._sections.addWidget(widget)

    def mark_case(self, *, is_shown: bool) -> None:
        """Mark the chosen case, or none of them while something else is on screen."""
        self._is_case_shown = is_shown
        self._check_shown()

    @Slot()
    def _check_shown(self) -> None:
        case = self.document.case
        shown = case.id if case is not None and self._is_case_shown else ""
        for button in self._buttons.buttons():
            button.setChecked(button.property("case_id") == shown)

    @Slot(QPushButton)
    def _choose(self, button: QPushButton) -> None:
        button.setChecked(True)  # it stays the one on screen
        self.case_chosen.emit(button.property("case_id"))


def _reminder(words: str) -> QLabel:
    """Under the name of a case: that it is past the last day it may be kept."""
    made = label(words, small=True)
    made.setContentsMargins(12, 0, 6, 4)
    return made

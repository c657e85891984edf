"""The column at the left: the file that is open, its cases, and lists of what else it holds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import CaseHeading
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.keeping import past_words
from hgkm_desktop.ui.parts.focus import reveal
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.nav_list import Entry, NavList
from hgkm_desktop.ui.parts.text import label, scrolling, sentence_case
from hgkm_desktop.ui.window.work_list import WorkList

LEAST_WIDTH = 208
_EDGE = 8


class CaseList(QFrame):
    """The cases of the open file; `case_chosen(case id)`, `new_requested` and `overview_requested`
    are the wishes.

    Cases and what is listed under them scroll together. `remark` stands at the foot, such as the
    passphrase of the example.
    """

    case_chosen = Signal(str)
    new_requested = Signal()
    overview_requested = Signal()

    def __init__(self, document: Document, remark: str = "") -> None:
        super().__init__()
        self.document = document
        self._names, self._sections = NavList("case_id"), QVBoxLayout()
        self._listed, self._lists = QWidget(), list[WorkList]()
        self._inner, self._scroll = QVBoxLayout(self._listed), scrolling(self._listed)
        self._overview, self._new = QPushButton("Overzicht"), QPushButton("Nieuwe casus")
        self._is_case_shown, self._is_new_shown = True, False
        self._lay_out(remark)
        self._names.chosen.connect(self.case_chosen)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 14, 0, 12)
        column.setSpacing(2)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(0, 0, _EDGE, 0)
        self._name = label(self.document.file.path.stem, level=3)
        head.addWidget(self._name)
        head.addWidget(label("casusbestand · versleuteld", small=True))
        head.addSpacing(8)
        tell_keys(
            self._overview, "Wat is gepland, wat moet er gebeuren, en op wie wacht het?", "F7"
        )
        self._overview.setAutoDefault(True)
        self._overview.clicked.connect(self.overview_requested)
        head.addWidget(self._overview)
        head.addSpacing(6)
        foot.addSpacing(8)
        if remark:
            foot.addWidget(label(remark, small=True))
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self._lay_out_lists()

    def _lay_out_lists(self) -> None:
        """Cases, their button, and then every other list with its own."""
        self._inner.setSpacing(2)
        self._inner.addWidget(label("Casussen", muted=True))
        self._inner.addWidget(self._names)
        tell_keys(self._new, "Nieuwe casus", "Ctrl+N")
        self._new.setEnabled(not self.document.is_read_only)
        self._new.setAutoDefault(True)
        self._new.clicked.connect(self.new_requested)
        self._inner.addWidget(self._new)
        self._inner.addLayout(self._sections)
        self._inner.addStretch(1)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        self._keep_edge(0, 0)

    @Slot(int, int)
    def _keep_edge(self, least: int, most: int) -> None:
        """Leave white at the right where no scroll bar is, so that all of it stays as wide."""
        self._inner.setContentsMargins(0, 0, 0 if most else self._bar_width(), 0)
        if self._is_new_shown:
            self._is_new_shown = False
            self._reveal_shown()

    def _reveal_shown(self) -> None:
        """In a column of many lists the name of what is on screen can be seen."""
        listed = [*self._names.buttons, *(w for one in self._lists for w in one.tab_order())]
        for widget in listed:
            if isinstance(widget, QPushButton) and widget.isChecked():
                reveal(widget)

    def _bar_width(self) -> int:
        return self._scroll.verticalScrollBar().sizeHint().width()

    def sizeHint(self) -> QSize:
        """As wide as the buttons need where text is large; names of cases are cut shorter."""
        listed = self._listed.minimumSizeHint().width() - self._inner.contentsMargins().right()
        needed = max(listed, self._overview.sizeHint().width()) + self._bar_width() + _EDGE
        return QSize(max(LEAST_WIDTH, needed), super().sizeHint().height())

    @Slot()
    def list_cases(self) -> None:
        """Name every case of the file, and mark the one on screen."""
        if self._names.show_entries([_entry(heading) for heading in self.document.headings()]):
            self._order_tabs()
        self._check_shown()

    @Slot()
    def _name_file(self) -> None:
        self._name.setText(self.document.file.path.stem)
        self.list_cases()

    def add_section(self, listed: WorkList) -> None:
        """Put a list of something else under the cases."""
        self._sections.addWidget(listed)
        self._lists.append(listed)
        listed.listed.connect(self._order_tabs)
        self._order_tabs()

    @Slot()
    def _order_tabs(self) -> None:
        """Let Tab go from top to bottom: what is listed anew would come last."""
        order: list[QWidget] = [self._overview, *self._names.buttons, self._new]
        for listed in self._lists:
            order += listed.tab_order()
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)

    def mark_case(self, *, is_shown: bool) -> None:
        """Mark the chosen case, or none of them while something else is on screen."""
        self._is_case_shown = is_shown
        self._check_shown()
        self._reveal_shown()
        self._is_new_shown = True  # what was added gets its place, and the column its length, later

    @Slot()
    def _check_shown(self) -> None:
        case = self.document.case
        self._names.mark(case.id if case is not None and self._is_case_shown else "")


def _entry(heading: CaseHeading) -> Entry:
    """The name of a case, and that it is past the last day that it may be kept."""
    words = f"{heading.code}  {heading.title}".strip()
    past = past_words(heading, date.today())
    return Entry(heading.id, words, past, f"{words}. {sentence_case(past)}" if past else words)

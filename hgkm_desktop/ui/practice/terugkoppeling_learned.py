"""The page of what was learned, with what the works of the period say that can be taken over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.methods.over_a_period import Suggestion, suggestions
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.terugkoppeling import Learned, Terugkoppeling
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.record_delegate import RecordDelegate
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label, scrolling, sentence_case
from hgkm_desktop.ui.practice.terugkoppeling_kinds import found_in, learned_kind, spoken_name

_OFFERED = "Over te nemen uit deze periode"


class LearnedPage(QWidget):
    """What was learned by step, and under it what may be taken over, one by one.

    What is taken over is asked about first, and from then on a text of its own.
    Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
    """

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._kind = learned_kind(document)
        self._learned = RecordList(document, self._kind, shown)
        self._none = label("", muted=True)
        self._offered = QListWidget()
        self._take = QPushButton("Overnemen…")
        self._suggested: tuple[Suggestion, ...] = ()
        self._lay_out()
        self._take.clicked.connect(self.take)
        self._offered.itemActivated.connect(self.take)
        self._offered.currentRowChanged.connect(self._show_button)
        document.work_changed.connect(self._fill)
        document.damaged.connect(self._show_button)
        self._fill()

    def _lay_out(self) -> None:
        around, inner = QVBoxLayout(self), QWidget()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inner))  # large text needs more height than a screen has
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._learned, 1)
        column.addWidget(label(_OFFERED, level=3))
        column.addWidget(self._none)
        column.addWidget(self._offered, 1)
        column.addWidget(flowing(self._take))
        self._offered.setAccessibleName(_OFFERED)
        self._offered.setItemDelegate(RecordDelegate(self._offered))
        self._offered.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._offered.setMinimumHeight(96)
        self._take.setAutoDefault(True)

    @Slot()
    def take(self) -> None:
        """Ask for the chosen text as something that was learned: its words may be changed."""
        feedback, row = self._shown.value, self._offered.currentRow()
        if not isinstance(feedback, Terugkoppeling) or row < 0 or self.document.is_read_only:
            return
        offered = self._suggested[row]
        learned = Learned(new_id(), offered.text, work_ids=(offered.work.id,))
        dialog = self._kind.dialog(self, feedback, learned)
        dialog.setWindowTitle("Overnemen als wat is geleerd")
        dialog.must_fit(partial(self._kind.put, feedback))
        dialog.given.connect(self._put)
        dialog.start()

    @Slot(object)
    def _put(self, learned: Learned) -> None:
        feedback = self._shown.value
        if isinstance(feedback, Terugkoppeling):
            self._shown.edit("les overnemen", self._kind.put(feedback, learned))
            self._learned.choose(learned.id)

    @Slot()
    def _fill(self) -> None:
        """Offer what was not taken over in the same words."""
        feedback = self._shown.value
        if not isinstance(feedback, Terugkoppeling):
            return
        taken = {learned.text for learned in feedback.learned}
        found = suggestions(found_in(self.document, self._shown))
        offered = tuple(one for one in found if one.text.strip() not in taken)
        row = max(self._offered.currentRow(), 0)
        if offered != self._suggested:
            self._suggested = offered
            self._offered.clear()
            for one in offered:
                self._offered.addItem(QListWidgetItem(_words(one)))
            self._offered.setCurrentRow(min(row, len(offered) - 1))
        self._none.setText(_none_words(feedback, is_all_taken=bool(found)))
        self._none.setVisible(not offered)
        self._offered.setVisible(bool(offered))
        self._take.setVisible(bool(offered))
        self._show_button()

    @Slot()
    def _show_button(self) -> None:
        may_take = not self.document.is_read_only and self._offered.currentRow() >= 0
        self._take.setEnabled(may_take)


def _words(offered: Suggestion) -> str:
    state = offered.work.state
    unread = " · nog in bewerking, lees het na" if state is CaseState.IN_BEWERKING else ""
    return f"{offered.text}\n{sentence_case(offered.kind)} uit {spoken_name(offered.work)}{unread}"


def _none_words(feedback: Terugkoppeling, *, is_all_taken: bool) -> str:
    if feedback.period_from is None or feedback.period_to is None:
        return "Vul eerst de periode in, bij Periode."
    if is_all_taken:
        return "U hebt alles overgenomen."
    return "In deze periode is nog geen succes, knelpunt of conclusie opgeschreven."

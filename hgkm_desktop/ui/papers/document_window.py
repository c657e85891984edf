"""The window of documents: choices at the left, the pages at the right, what to do with them below.

It knows no file and makes nothing; `ui/papers/documents.py` does what it asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.document_choices import DocumentChoices
from hgkm_desktop.ui.papers.document_draft import Wishes
from hgkm_desktop.ui.papers.document_issued import IssuedList
from hgkm_desktop.ui.papers.document_preview import DocumentPreview
from hgkm_desktop.ui.papers.ways_out import OFF, offer
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

TITLE = "Documenten"
_WIDTH, _HEIGHT, _LEFT = 1240, 860, 350
_PARTS = 1000


class DocumentWindow(QDialog):
    """Asks for documents with its signals; is told what came of it.

    `wished` follows other choices, and another document of before. While something is kept or
    printed, or waits for its pages to be kept or printed, the choices rest and the window stays.
    """

    wished = Signal()
    keep_wanted = Signal(object)
    print_wanted = Signal()
    style_wanted = Signal()
    end_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, parent: QWidget, screen: Screen) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.may_close = True
        self.choices = DocumentChoices(screen)
        self.issued = IssuedList()
        self.preview = DocumentPreview()
        self._tabs = QTabWidget()
        self._lacks = label("Wat er niet in staat", level=3)
        self._left_out = label("", quote=True)
        self._told = label("", quote=True)
        self._why_it_stays = label("")
        self._check = QPushButton("Herleidbaarheidscheck…")
        self._bar = QProgressBar()
        self._doing = label("")
        self._end = QPushButton("Annuleren")
        self._pdf = QPushButton("Bewaren als pdf…")
        self._odt = QPushButton("Bewaren als odt…")
        self._print = QPushButton("Afdrukken…")
        self._print.setShortcut(QKeySequence.StandardKey.Print)
        self._lay_out()
        self._connect()
        self.rest()
        self._told.hide()
        self._stays.hide()

    # --- what it is told ------------------------------------------------------------------

    @property
    def looks_back(self) -> bool:
        """Whether what was made before is looked at, and no new document is made."""
        return self._tabs.currentIndex() == 1

    def wishes(self) -> Wishes:
        """What is asked now. Raises BadInput when a field cannot be read."""
        return self.choices.wishes()

    def start(self, kind: DocumentKind, kept: Sequence[Wishes], *, at_print: bool) -> None:
        """Show the window with this document chosen, and with the answers of the last time."""
        for wishes in kept:
            self.choices.show_wishes(wishes)
        self.choices.show_kind(kind)
        room = self.screen().availableSize()
        wide, high = max(_WIDTH, scaled(_LEFT) + 600), _HEIGHT
        self.resize(min(wide, room.width() - 20), min(high, room.height() - 60))
        self.open()
        if at_print:
            self._print.setFocus()
        else:
            self.choices.take_focus()

    def offer(self, forms: Sequence[DocumentForm]) -> None:
        """Offer to keep what is shown in these forms; what has pages can be printed too."""
        offer((self._pdf, self._print), is_possible=DocumentForm.PDF in forms)
        offer((self._odt,), is_possible=DocumentForm.ODT in forms)

    def show_words(self, words: str) -> None:
        """Say why there are no pages, in their place; then there is nothing to keep either."""
        self.offer(())
        self.say_left_out(())
        self.preview.show_words(words)

    def say_stays(self, words: str) -> None:
        """Say why what is shown must stay here or at the table, with a button to what ends that; ''
        when nothing is in the way."""
        if words == self._why_it_stays.text():
            return
        self._why_it_stays.setText(words)
        self._stays.setVisible(bool(words))
        self._check.setHidden(words == OFF)  # reading it through ends that not
        announce(self, words)

    def say_left_out(self, sentences: Sequence[str]) -> None:
        """Say what the document leaves out."""
        words = "\n".join(sentences)
        self._left_out.setText(words)
        for part in (self._lacks, self._left_out):
            part.setVisible(bool(words))
        announce(self, words)

    def say_done(self, sentences: Sequence[str]) -> None:
        """Say what was kept or printed, until something else is asked."""
        words = "\n".join(sentences)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        announce(self, words)

    def work(self, words: str, *, choices_rest: bool = False, can_end: bool = True) -> None:
        """Say that something is being made, with how far it is."""
        self._doing.setText(words)
        self._bar.setValue(0)
        self._bar.setAccessibleName(words)
        self._busy.setVisible(True)
        self._end.setEnabled(can_end)
        self._tabs.setEnabled(not choices_rest)
        self.may_close = not choices_rest
        announce(self, words)

    @Slot(float)
    def show_progress(self, part: float) -> None:
        """How far it is, from 0.0 to 1.0."""
        self._bar.setValue(round(part * _PARTS))

    def rest(self) -> None:
        """Nothing is being made any more."""
        self._busy.setVisible(False)
        self._tabs.setEnabled(True)
        self.may_close = True

    @Slot()
    def reject(self) -> None:
        if self.may_close:
            super().reject()
        else:
            announce(self, self._doing.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field must not press a button that is elsewhere."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    # --- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._left())
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.preview, 1)
        right.addWidget(self._busy_row())
        row.addLayout(right, 1)
        column.addLayout(row, 1)
        column.addWidget(self._stays_row())
        column.addWidget(self._told)
        column.addWidget(self._buttons())

    def _left(self) -> QWidget:
        # From the outside in: what a part is put into later makes all that it holds over again.
        left, new, before, scroll = QWidget(self), QWidget(), QWidget(), QScrollArea()
        left.setFixedWidth(scaled(_LEFT))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        self._tabs.tabBar().setAccessibleName("Nieuw of eerder gemaakt")
        self._tabs.addTab(new, "Nieuw")
        self._tabs.addTab(before, "Eerder gemaakt")
        inside = QVBoxLayout(new)
        inside.setContentsMargins(12, 8, 4, 8)
        inside.addWidget(scroll, 1)
        inside.addWidget(_rule())
        inside.addWidget(self._lacks)
        inside.addWidget(self._left_out)
        scroll.setWidget(self.choices)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(before)
        around.setContentsMargins(12, 8, 4, 8)
        around.addWidget(self.issued)
        return left

    def _busy_row(self) -> QWidget:
        self._busy = QWidget()
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the pages must not jump when work comes and goes
        self._busy.setSizePolicy(policy)
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        self._bar.setRange(0, _PARTS)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(10)
        row.addWidget(self._doing)
        row.addWidget(self._bar, 1)
        row.addWidget(self._end)
        return self._busy

    def _stays_row(self) -> QWidget:
        self._stays = QFrame()
        self._stays.setProperty("card", True)
        row = QHBoxLayout(self._stays)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._why_it_stays, 1)
        row.addWidget(self._check)
        self._check.clicked.connect(self.check_wanted)
        return self._stays

    def _buttons(self) -> QWidget:
        foot = QWidget()
        row = Flow(foot, (0, 0, 0, 0), 8)
        style, close = QPushButton("Huisstijl…"), QPushButton("Sluiten")
        self._pdf.setProperty("main", True)
        for button in (style, self._pdf, self._odt, self._print, close):
            if button is self._pdf:
                row.add_room()
            row.addWidget(button)
        style.clicked.connect(self.style_wanted)
        close.clicked.connect(self.reject)
        return foot

    def _connect(self) -> None:
        self.choices.changed.connect(self.wished)
        self._tabs.currentChanged.connect(self.wished)
        queued = Qt.ConnectionType.QueuedConnection  # the bar tells of a click before it switches
        self._tabs.tabBarClicked.connect(self._go_in, queued)
        self.issued.chosen.connect(self.wished)
        self._end.clicked.connect(self.end_wanted)
        self._pdf.clicked.connect(self._ask_pdf)
        self._odt.clicked.connect(self._ask_odt)
        self._print.clicked.connect(self._ask_print)

    @Slot()
    def _go_in(self) -> None:
        """Who clicks on a list wants to choose in it; with the keyboard the bar keeps the focus."""
        if self.looks_back:
            self.issued.take_focus()

    @Slot()
    def _ask_pdf(self) -> None:
        self._want(DocumentForm.PDF)

    @Slot()
    def _ask_odt(self) -> None:
        self._want(DocumentForm.ODT)

    def _want(self, form: DocumentForm) -> None:
        if self._tabs.isEnabled():  # else something is being kept or printed already
            self.keep_wanted.emit(form)

    @Slot()
    def _ask_print(self) -> None:
        if self._tabs.isEnabled():
            self.print_wanted.emit()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    return rule

"""The window that searches all that was typed in the file, and leads to where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.rounds import hides
from hgkm_desktop.models.searching import read_sought
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.finding.hit_delegate import HIT, HitDelegate
from hgkm_desktop.ui.finding.search_filters import SearchFilters
from hgkm_desktop.ui.finding.search_hits import Group, Hit, groups_of
from hgkm_desktop.ui.finding.searching import Answer, Question, Searching
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.list_window import list_of_records, make_large
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.writing.written import Line

TITLE = "Zoeken in alles"
TYPING_PAUSE_MILLISECONDS = 150
AT_ONCE = 100
_WIDTH, _HEIGHT = 900, 760
_LISTED = "Gevonden"
_EXPLAINED = (
    "Zoekt in alle casussen en al het werk in dit bestand. Van een woord is het begin genoeg. "
    'Zet woorden die bij elkaar horen tussen aanhalingstekens: "geen gehoor".'
)
_KEYS = "Pijl omlaag gaat naar wat is gevonden. Enter opent het. Esc sluit dit venster."
_NOTHING_TYPED = "Typ waar u naar zoekt."
_NOTHING = "Niets gevonden. Typ minder woorden, of alleen het begin van een woord."
_NOTHING_FILTERED = f"{_NOTHING} Of zet de filters uit."
_BLIND = "In deze casus loopt een blinde ronde. Wat nog verborgen is, wordt niet gevonden."
_READING = "Bezig met lezen"


class SearchWindow(OwnWindow):
    """`wanted(Hit)` asks to go where something stands. `closed` follows when the user closes it.

    Hidden, it shows nothing of the file; locked, it holds nothing of it, nor what was typed.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(TITLE, parent)
        self._document = document
        self._searching = Searching(document)
        self._most, self._part = AT_ONCE, 0.0
        self._answer: Answer | None = None
        self._line, self._filters = Line(), SearchFilters(TYPING_PAUSE_MILLISECONDS)
        self._counted, self._blind = label("", level=3), label(_BLIND, soft=True)
        self._list = list_of_records(_LISTED)
        self._more, self._close = QPushButton("Meer tonen"), QPushButton("Sluiten")
        self._pause = QTimer(self, interval=TYPING_PAUSE_MILLISECONDS, singleShot=True)
        self._lay_out()
        self._connect()

    def present(self) -> None:
        """Show it, with the keyboard in the line; what was typed before is chosen."""
        self.come_forward()
        self._line.setFocus()
        self._line.selectAll()
        self._follow_round()
        self._ask()

    @Slot()
    def end(self) -> None:
        """Keep nothing: the file closes or locks."""
        self.close()  # first: hidden, it asks nothing
        self._line.clear()
        self._filters.clear()
        self._pause.stop()
        self._searching.forget()

    # --- asking ---------------------------------------------------------------------------

    @Slot()
    def _ask_anew(self) -> None:
        self._most = AT_ONCE
        self._ask()

    @Slot()
    def _ask_more(self) -> None:
        self._most += AT_ONCE
        self._ask()
        self._list.setFocus()

    def _ask(self) -> None:
        if not self.isVisible() or self._document.file.is_locked:
            return
        sought = read_sought(self._line.text())
        self._searching.ask(Question(sought, self._filters.value(), self._most))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        """Show what was found, as it is now."""
        if not self.isVisible() or self._document.file.is_locked:
            return
        try:
            groups = groups_of(self._document, answer.found, answer.question.sought)
        except HgkmError as error:  # it cannot be read now
            self._say(error.sentence)
            return
        self._answer = answer
        self._fill(groups)
        self._say_count()

    @Slot(float)
    def _take_part(self, part: float) -> None:
        self._part = part
        is_waiting = self._answer is None or not self._answer.is_whole
        if is_waiting and self._line.text().strip():
            self._show_words(f"{_READING}: {part:.0%}")

    @Slot()
    def _follow_round(self) -> None:
        """What a blind round hides goes at once, before the index knows."""
        case = self._document.case
        is_blind = case is not None and hides(case)
        if is_blind and not self._blind.isVisibleTo(self):
            self._list.clear()
        self._blind.setVisible(is_blind)

    # --- what is shown --------------------------------------------------------------------

    def _fill(self, groups: tuple[Group, ...]) -> None:
        """List these; who stood on a hit stays on it, or in its place when it is gone."""
        stood_on, row = self._chosen(), max(self._list.currentRow(), 0)
        self._list.clear()
        for group in groups:
            _add_heading(self._list, group)
            for hit in group.hits:
                _add_hit(self._list, group, hit)
        same = [
            n for n in range(self._list.count()) if _is_at(_hit_of(self._list.item(n)), stood_on)
        ]
        if self._list.count():
            self._list.setCurrentRow(same[0] if same else self._next_hit(row))

    def _next_hit(self, row: int) -> int:
        """The first hit from this row on, or else the last one."""
        hits = [n for n in range(self._list.count()) if _hit_of(self._list.item(n)) is not None]
        return next((n for n in hits if n >= row), hits[-1])

    def _chosen(self) -> Hit | None:
        return _hit_of(self._list.currentItem()) if self._list.currentRow() >= 0 else None

    def _say_count(self) -> None:
        answer = self._answer
        if answer is None:
            return
        shown = len(answer.found.passages)
        self._more.setVisible(shown < answer.found.total)
        words = _count_words(answer, shown)
        if not answer.is_whole:
            words = f"{words} {_READING}: {self._part:.0%}"
            self._show_words(words)
        else:
            self._say(words)

    def _say(self, words: str) -> None:
        if words != self._counted.text():
            self._show_words(words)
            announce(self, words)

    def _show_words(self, words: str) -> None:
        self._counted.setText(words)

    # --- what the user does ---------------------------------------------------------------

    @Slot()
    def _go(self) -> None:
        hit = self._chosen()
        if hit is not None:
            self.wanted.emit(hit)

    @Slot()
    def _go_to_first(self) -> None:
        """Enter in the line: what was typed last may not be answered yet."""
        if self._pause.isActive():
            self._pause.stop()
            self._ask_anew()
        elif self._list.count():
            self._list.setFocus()
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
            self.closed.emit()
        elif key == Qt.Key.Key_Down and self._line.hasFocus() and self._list.count():
            self._list.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the line or the list did what it asks for
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        self._answer = None
        self._list.clear()
        self._more.hide()
        self._show_words(_NOTHING_TYPED)
        self._searching.rest()

    # --- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._line.setPlaceholderText("Waar zoekt u naar?")
        self._line.setAccessibleName(TITLE)
        self._line.setAccessibleDescription(f"{_EXPLAINED} {_KEYS}")
        self._line.setClearButtonEnabled(True)
        self._line.setMaxLength(200)
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.setAccessibleDescription(_KEYS)
        self._show_words(_NOTHING_TYPED)
        self._more.hide()
        self._blind.hide()
        for button in (self._more, self._close):
            button.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(TITLE, level=1))
        column.addWidget(label(_EXPLAINED, soft=True))
        for part in (self._line, self._filters, self._counted, self._blind):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addWidget(label(_KEYS, small=True))
        column.addWidget(flowing(self._more, self._close))
        make_large(self, _WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._pause.start)
        self._line.returnPressed.connect(self._go_to_first)
        self._pause.timeout.connect(self._ask_anew)
        self._filters.changed.connect(self._ask_anew)
        self._list.itemActivated.connect(self._go)
        self._more.clicked.connect(self._ask_more)
        self._close.clicked.connect(self.close)
        self._close.clicked.connect(self.closed)
        self._searching.answered.connect(self._take)
        self._searching.progressed.connect(self._take_part)
        self._document.case_changed.connect(self._follow_round)
        self._document.locks.connect(self.end)
        self._document.destroyed.connect(self.deleteLater)


def _count_words(answer: Answer, shown: int) -> str:
    """'7 keer gevonden', or what to try."""
    found, question = answer.found, answer.question
    if not question.sought.terms:
        return _NOTHING_TYPED
    words = f"{found.total} keer gevonden."
    if not found.total:
        words = _NOTHING_FILTERED if question.wanted != type(question.wanted)() else _NOTHING
    elif shown < found.total:
        words = f"{found.total} keer gevonden. U ziet de eerste {shown}."
    if answer.unread:
        words += " Een deel van het bestand kon niet worden gelezen."
    return words


def _add_heading(listed: QListWidget, group: Group) -> None:
    item = QListWidgetItem(f"{group.name}  ({group.count})", listed)
    item.setFlags(Qt.ItemFlag.NoItemFlags)


def _add_hit(listed: QListWidget, group: Group, hit: Hit) -> None:
    item = QListWidgetItem(f"{hit.words}\n{hit.where}", listed)
    item.setData(HIT, hit)
    told = f"{hit.words}. {hit.where}. {group.name}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, told)


def _hit_of(item: QListWidgetItem) -> Hit | None:
    hit: Hit | None = item.data(HIT)
    return hit


def _is_at(hit: Hit | None, other: Hit | None) -> bool:
    """Whether both are the same place, whatever stands there now."""
    return (
        hit is not None
        and other is not None
        and (hit.value_id, hit.text.key)
        == (
            other.value_id,
            other.text.key,
        )
    )

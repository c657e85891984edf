"""The look of an outsider: marks given blind, and afterwards beside those of the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.in_depth import FrisseBlik
from hgkm_desktop.models.in_depth_edits import look_of, looked
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.parts.fields import Choice, TextBlock, TextLine
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_delegate import RecordDelegate
from hgkm_desktop.ui.parts.single_keys import wish_of
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label, sentence_case

_EXPLANATION = (
    "Iemand die niet bij deze casus betrokken was, kijkt met frisse ogen. Dat gaat blind: op dit "
    "scherm is dan niet te zien hoe de tafel het beleefde, en wat anderen zagen. Daarna legt u "
    "beide naast elkaar."
)
_EMPTY = "Nog geen gebeurtenis met een beleving. Doe eerst stap 3, Tijdlijn en beleving."
_KEYS = "G ging goed · N niet oké · R risicovol · Enter schrijft er iets bij"
_PLACEHOLDER = "bijvoorbeeld: buitenstaander 1, geen naam"


class FreshLookPage(QWidget):
    """Two faces of one page: beside each other, or blind for one outsider.

    Source: casuïstiekonderzoek, focusgroepen (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self._viewer = ""
        self._look: FrisseBlik | None = None
        self._faces = QStackedWidget()
        self._who = TextLine(_PLACEHOLDER)
        self._start, self._done = QPushButton("Blind kijken"), QPushButton("Klaar met kijken")
        self._problem = problem_label()
        self._heading, self._none = label("", level=2), label(_EMPTY, muted=True)
        self._beside, self._blind = QListWidget(), QListWidget()
        self._lay_out()
        self._connect()
        self._show_case(None, document.case)

    def _lay_out(self) -> None:
        for made, name in ((self._beside, "Frisse blik naast de tafel"), (self._blind, "Blind")):
            made.setItemDelegate(RecordDelegate(made))
            made.setResizeMode(QListWidget.ResizeMode.Adjust)
            made.setAccessibleName(name)
        self._blind.setAccessibleDescription(_KEYS)
        self._who.setAccessibleName("Wie kijkt er")
        for button in (self._start, self._done):
            button.setAutoDefault(True)
        self._faces.addWidget(
            _column(
                label("Frisse blik", level=2),
                label(_EXPLANATION, muted=True),
                self._none,
                label("Wie kijkt er"),
                flowing(self._who, self._start),
                self._problem,
                self._beside,
            )
        )
        blind = _column(self._heading, label(_KEYS, muted=True), self._blind, flowing(self._done))
        self._faces.addWidget(blind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._faces)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start)
        self._done.clicked.connect(self.stop)
        self._who.returnPressed.connect(self.start)
        self._blind.itemActivated.connect(self.write)
        self._blind.installEventFilter(self)
        self.document.case_changed.connect(self._show_case)
        self.document.damaged.connect(self._allow)

    @property
    def is_blind(self) -> bool:
        """Whether an outsider is looking now."""
        return bool(self._viewer)

    @Slot()
    def start(self) -> None:
        """Hide what others saw and let this outsider mark each event."""
        name = self._who.value()
        if not name:
            self._problem.setText("Schrijf op wie kijkt, bijvoorbeeld: buitenstaander 1.")
            self._problem.show()
            self._who.setFocus()
            return
        self._problem.hide()
        self._viewer = name
        self._heading.setText(f"Frisse blik van {name}")
        self._faces.setCurrentIndex(1)
        self._fill()
        self._blind.setCurrentRow(0)
        self._blind.setFocus()

    @Slot()
    def stop(self) -> None:
        """Lay the looks beside the marks of the table."""
        self._viewer = ""
        self._faces.setCurrentIndex(0)
        self._fill()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where one goes on."""
        if self.is_blind:
            self._blind.setFocus()
        else:
            (self._who if self._who.isEnabled() else self._beside).setFocus()

    @Slot()
    def write(self) -> None:
        """Ask for the words of a look that was marked."""
        case, event = self.document.case, self._event()
        look = look_of(case, event.id, self._viewer) if case is not None and event else None
        if look is None:
            announce(self, "Kies eerst G, N of R.")
        else:
            self._ask(self, look)

    def choose(self, look_id: str) -> bool:
        """Remember which look `change_over` is about; False when it is not of this case."""
        case = self.document.case
        looks = case.blikken if case is not None else ()
        self._look = next((look for look in looks if look.id == look_id), None)
        return self._look is not None

    def change_over(self, window: QWidget) -> None:
        """Ask for changes in the look that was chosen, in a dialog over this window."""
        if self._look is not None and not self.document.is_read_only:
            self._ask(window, self._look)

    def _ask(self, window: QWidget, look: FrisseBlik) -> None:
        dialog = RecordDialog(window, f"Frisse blik van {look.viewer}", look)
        dialog.ask_for("text", "Wat valt op", TextBlock(3))
        dialog.ask_for("mark", "Hoe was dit", Choice(Mark))
        dialog.ask_for("viewer", "Wie keek er", TextLine(_PLACEHOLDER))
        dialog.given.connect(self._put)
        dialog.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._blind and isinstance(event, QKeyEvent):
            wish = wish_of(event) if event.type() == QEvent.Type.KeyPress else None
            if isinstance(wish, Mark):
                self._mark(wish)
                return True
        return super().eventFilter(watched, event)

    def _mark(self, mark: Mark) -> None:
        case, event = self.document.case, self._event()
        if case is None or event is None or self.document.is_read_only:
            return
        try:
            after = looked(case, event.id, self._viewer, mark)
        except BadInput as error:  # too long a name
            announce(self, error.sentence)
            return
        self.document.edit("frisse blik", after)
        look = look_of(after, event.id, self._viewer)
        announce(self, look.mark.label if look is not None else "geen frisse blik")

    @Slot(object)
    def _put(self, look: FrisseBlik) -> None:
        if self.document.case is not None:
            self.document.edit("frisse blik", self.document.case.put(look))

    def _event(self) -> Event | None:
        case, item = self.document.case, self._blind.currentItem()
        if case is None or item is None:
            return None
        return case.event(item.data(Qt.ItemDataRole.UserRole))

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        if self.is_blind and (new is None or old is None or old.id != new.id):
            self._viewer = ""
            self._faces.setCurrentIndex(0)
        self._fill()

    def _fill(self) -> None:
        case = seen(self.document.case) if self.document.case is not None else None
        events = marked_events(case) if case is not None else ()
        shown = self._blind if self.is_blind else self._beside
        row = shown.currentRow()
        self._beside.clear()
        self._blind.clear()
        if case is not None:
            number = numbers(case)
            for event in events:
                self._add(shown, case, event, number[event.id])
        shown.setCurrentRow(min(max(row, 0), shown.count() - 1))
        self._none.setVisible(not events)
        self._beside.setVisible(bool(events))
        self._allow()

    def _add(self, shown: QListWidget, case: Case, event: Event, number: int) -> None:
        words = (
            blind_words(case, event, self._viewer) if self.is_blind else beside_words(case, event)
        )
        item = QListWidgetItem(f"{number}  {words}")
        item.setData(Qt.ItemDataRole.UserRole, event.id)
        shown.addItem(item)

    @Slot()
    def _allow(self) -> None:
        may_look = not self.document.is_read_only and self._beside.count() > 0
        self._who.setEnabled(may_look)
        self._start.setEnabled(may_look)


def marked_events(case: Case) -> tuple[Event, ...]:
    """The events that the table marked or an outsider looked at, in the order of the line."""
    marked = {b.event_id for b in case.belevingen} | {b.event_id for b in case.blikken}
    return tuple(event for event in in_order(case) if event.id in marked)


def blind_words(case: Case, event: Event, viewer: str) -> str:
    """The event, and only what this outsider said of it."""
    look = look_of(case, event.id, viewer)
    own = "nog niet gekeken" if look is None else look.mark.label
    said = f" “{look.text}”" if look is not None and look.text else ""
    lines = [event.title_in_full, when_in_words(event), event.fact, f"Uw blik: {own}{said}"]
    return "\n".join(line for line in lines if line)


def beside_words(case: Case, event: Event) -> str:
    """The marks of the table beside those of outsiders; each mark is named once and not counted."""
    table = {b.mark for b in case.belevingen if b.event_id == event.id}
    marks = list_text([mark.label for mark in Mark if mark in table]) or "geen beleving"
    looks = [blik for blik in case.blikken if blik.event_id == event.id]
    lines = [event.title_in_full, f"Aan tafel: {marks}"]
    lines += [_look_words(look) for look in looks] or ["Frisse blik: nog niet gekeken"]
    return "\n".join(lines)


def _look_words(look: FrisseBlik) -> str:
    said = f" “{look.text}”" if look.text else ""
    return f"{sentence_case(look.viewer)}: {look.mark.label}{said}"


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget, 100 if isinstance(widget, QListWidget) else 0)
    column.addStretch(1)
    return made

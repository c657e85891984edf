"""The panel at the right: the selected event, and how each deelnemer lived it."""

from __future__ import annotations

from html import escape
from textwrap import shorten

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.rounds import hides, seen
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.models.validity import warnings_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_depth import depth_of
from hgkm_desktop.ui.line.event_facts import (
    MAIN_FACTS,
    details,
    differently,
    facts_of,
    heading,
    words_of,
)
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.focus import tab_in_place
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.text import choice_button, label
from hgkm_desktop.ui.parts.theme import scaled, text_size

_LEAST_WIDTH = 290
LONGEST_TITLE = 240  # letters
KEYS = "G ging goed · N niet oké · R risicovol\nDezelfde toets nog eens haalt het weg."


def least_width() -> int:
    """The least width of the panel in pixels: with large text the line needs its room too."""
    return (2 * _LEAST_WIDTH + scaled(_LEAST_WIDTH)) // 3


class EventPanel(QScrollArea):
    """Details and belevingen of one event; whose turn it is stands beside it.

    Wishes: `change_requested(event id)`, `remove_requested(event id)`,
    `factor_requested(event id)`, `punt_requested(event id)`,
    `beleving_requested(event id, deelnemer id)`, `mark_requested(Mark)`, `turn_requested(number)`.
    """

    change_requested = Signal(str)
    remove_requested = Signal(str)
    beleving_requested = Signal(str, str)
    factor_requested = Signal(str)
    punt_requested = Signal(str)
    mark_requested = Signal(object)
    turn_requested = Signal(int)
    focus_lost = Signal()
    _restyled = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self._event_id = ""
        self._turn_id = ""
        self._measure = ""
        self._placed_id = ""
        self._made_for = text_size()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        document.case_changed.connect(self.refresh)
        # Later: while Qt gives widgets another style none may be deleted.
        self._restyled.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self.refresh()

    def show_event(self, event_id: str) -> None:
        if event_id != self._event_id:
            self._event_id = event_id
            self.refresh()

    def show_measure(self, words: str) -> None:
        """Say what is between two chosen events, or how many are chosen; '' says nothing."""
        if words != self._measure:
            self._measure = words
            self.refresh()

    def show_turn(self, deelnemer_id: str) -> None:
        if deelnemer_id != self._turn_id:
            self._turn_id = deelnemer_id
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._made_for != text_size():
            self._restyled.emit()

    @Slot()
    def refresh(self) -> None:
        """Say it anew, such as after a change of since when something can be used here."""
        self._made_for = text_size()
        case = seen(self.document.case) if self.document.case is not None else None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        if self._measure:
            column.addWidget(label(self._measure, quote=True))
        event = self._event(case)
        if case is None or event is None:
            _say_nothing_chosen(column, case)
        else:
            self._show(column, case, event)
        column.addStretch(1)
        focused, place = self._focused_part(), self.verticalScrollBar().value()
        self.setWidget(body)
        tab_in_place(self)
        part = body.findChild(QPushButton, focused) if focused else None
        if part is not None:
            part.setFocus()
        elif focused:
            self.focus_lost.emit()
        if event is not None and event.id == self._placed_id:
            body.adjustSize()
            self.verticalScrollBar().setValue(place)
        self._placed_id = event.id if event is not None else ""

    def _focused_part(self) -> str:
        """The name of the button that has the focus, to give it back after a refresh."""
        focused = self.window().focusWidget() if self.widget() is not None else None
        inside = focused is not None and self.isAncestorOf(focused)
        return focused.objectName() if focused is not None and inside else ""

    def _event(self, case: Case | None) -> Event | None:
        events = case.events if case is not None else ()
        return next((e for e in events if e.id == self._event_id), None)

    def _show(self, column: QVBoxLayout, case: Case, event: Event) -> None:
        column.addLayout(heading(case, event))
        column.addWidget(_title(event.title))
        facts = facts_of(case, event)
        others = [fact for fact in facts if fact.name not in MAIN_FACTS]
        column.addLayout(details(fact for fact in facts if fact.name in MAIN_FACTS))
        if event.fact:
            column.addWidget(label(event.fact, soft=True))
        for words in warnings_of(case, event, self.document.file.settings.available):
            column.addWidget(label(words, quote=True))
        if not self.document.is_read_only:
            column.addWidget(self._buttons())
        column.addSpacing(8)
        column.addWidget(label("Beleving", level=3))
        self._show_belevingen(column, case, event)
        for verschil in case.verschillen:
            if event.id in verschil.event_ids:
                words = f"Duidingsverschil bij “{verschil.about}”. {verschil.surfaced}".strip()
                column.addWidget(label(words, quote=True))
        self._show_depth(column, case, event)
        if others:
            column.addSpacing(8)
            column.addWidget(label("Meer over deze gebeurtenis", level=3))
            column.addLayout(details(others))

    def _show_depth(self, column: QVBoxLayout, case: Case, event: Event) -> None:
        """The factors and cruciale punten, and the ways to add them."""
        said = list(depth_of(case, event))
        if not said and self.document.is_read_only:
            return
        column.addSpacing(8)
        column.addWidget(label("Verdieping", level=3))
        for words in said:
            column.addWidget(label(words, soft=True))
        if self.document.is_read_only:
            return
        factor, punt = QPushButton("Factor toevoegen…"), QPushButton("Cruciaal punt…")
        factor.setObjectName("factor")
        punt.setObjectName("punt")
        tell_keys(factor, "Wat hielp of zat in de weg?", "Ctrl+Shift+F")
        tell_keys(punt, "Was ander handelen wenselijk?", "Ctrl+Shift+K")
        for button in (factor, punt):
            button.setAutoDefault(True)
        factor.clicked.connect(self._ask_factor)
        punt.clicked.connect(self._ask_punt)
        column.addWidget(flowing(factor, punt))

    def _buttons(self) -> QWidget:
        change, remove = QPushButton("Wijzigen…"), QPushButton("Weghalen")
        change.setObjectName("change")
        remove.setObjectName("remove")
        for button in (change, remove):
            button.setAutoDefault(True)
        change.clicked.connect(self._ask_change)
        remove.clicked.connect(self._ask_remove)
        tell_keys(change, "Opent alles van de gebeurtenis", "Return")
        return flowing(change, remove)

    def _show_belevingen(self, column: QVBoxLayout, case: Case, event: Event) -> None:
        if not case.deelnemers:
            column.addWidget(
                label("Nog niemand aan tafel. Voeg deelnemers toe bij stap 2.", muted=True)
            )
            return
        if case.diverges(event.id):
            column.addLayout(differently())
        if hides(whole := self.document.case or case):
            column.addWidget(label(_hidden_words(whole), quote=True))
            if all(b.event_id != event.id for b in case.belevingen):
                return
        column.addWidget(label("Wie is aan de beurt? Kies met 1 tot 9 of klik.", small=True))
        turns = QButtonGroup(column)
        for number, deelnemer in enumerate(case.deelnemers, 1):
            beleving = case.beleving(event.id, deelnemer.id)
            button = self._turn_button(case, number, beleving)
            turns.addButton(button)
            column.addWidget(button)
            for words in words_of(beleving):
                line = label(words, soft=True)
                line.setContentsMargins(26, 0, 0, 0)
                column.addWidget(line)
            if deelnemer.id == self._turn_id and not self.document.is_read_only:
                self._show_mark_buttons(column)

    def _turn_button(self, case: Case, number: int, beleving: Beleving | None) -> QPushButton:
        deelnemer = case.deelnemers[number - 1]
        name = case.deelnemer_name(deelnemer)
        sign = f"{beleving.mark.sign}  " if beleving is not None else ""
        said = f": {beleving.mark.label}" if beleving is not None else ""
        words = f"{number}  {sign}{name}"
        button = choice_button(words, "nav", is_cut=True)
        button.setAccessibleName(f"{number}, {name}{said or ', nog geen beleving'}")
        button.setChecked(deelnemer.id == self._turn_id)
        button.setToolTip(f"{name}{said}")
        button.setObjectName(f"turn-{number}")
        button.setProperty("turn", number)
        button.clicked.connect(self._ask_turn)
        return button

    def _show_mark_buttons(self, column: QVBoxLayout) -> None:
        buttons = []
        for mark in Mark:
            button = QPushButton(f"{mark.sign} {mark.label}")
            button.setObjectName(f"mark-{mark.value}")
            button.setProperty("mark", mark.value)
            button.clicked.connect(self._ask_mark)
            button.setAutoDefault(True)
            buttons.append(button)
        words = QPushButton("Toelichting…")
        words.setAutoDefault(True)
        tell_keys(words, "Toelichting, nu anders, en wat in de weg stond", "Ctrl+B")
        words.setObjectName("words")
        words.clicked.connect(self._ask_words)
        column.addWidget(flowing(*buttons, words))
        column.addWidget(label(KEYS, small=True))

    @Slot()
    def _ask_change(self) -> None:
        self.change_requested.emit(self._event_id)

    @Slot()
    def _ask_remove(self) -> None:
        self.remove_requested.emit(self._event_id)

    @Slot()
    def _ask_factor(self) -> None:
        self.factor_requested.emit(self._event_id)

    @Slot()
    def _ask_punt(self) -> None:
        self.punt_requested.emit(self._event_id)

    @Slot()
    def _ask_turn(self) -> None:
        self.turn_requested.emit(self.sender().property("turn"))

    @Slot()
    def _ask_mark(self) -> None:
        self.mark_requested.emit(Mark(self.sender().property("mark")))

    @Slot()
    def _ask_words(self) -> None:
        self.beleving_requested.emit(self._event_id, self._turn_id)


def _hidden_words(case: Case) -> str:
    """Why there are no belevingen to be seen."""
    by_event = case.round.by_event
    until = "iedereen er iets over zei" if by_event else "iedereen aan de beurt is geweest"
    return f"Er loopt een blinde ronde. De belevingen zijn verborgen tot {until}."


def _say_nothing_chosen(column: QVBoxLayout, case: Case | None) -> None:
    if case is not None and case.events:
        column.addWidget(label("Kies een gebeurtenis op de tijdlijn of in de tabel.", muted=True))
    else:
        column.addWidget(label("Begin met typen", level=2))
        column.addWidget(label("Typ onderin één regel en druk op Enter. Bijvoorbeeld:", soft=True))
        column.addWidget(
            label("mrt 2021 melding: buren horen geschreeuw @politie #moeder", quote=True)
        )


def _title(words: str) -> QLabel:
    """The title; of a very long one the beginning, and all of it in the tooltip."""
    made = label(shorten(words, LONGEST_TITLE, placeholder="…"), level=2)
    if len(words) > LONGEST_TITLE:
        made.setToolTip(f"<p>{escape(words)}</p>")
    return made

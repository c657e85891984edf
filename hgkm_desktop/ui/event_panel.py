"""The panel at the right: the selected event, and how each deelnemer lived it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.terms import Answer, HouseholdRole, Mark, Occurrence
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.kind_mark import KindMark
from hgkm_desktop.ui.text import choice_button, label

NAME_WIDTH = 206
KEYS = "G ging goed · N niet oké · R risicovol\nDezelfde toets nog eens haalt het weg."


class EventPanel(QScrollArea):
    """Details and belevingen of one event; whose turn it is stands beside it.

    Wishes: `change_requested(event id)`, `remove_requested(event id)`,
    `beleving_requested(event id, deelnemer id)`, `mark_requested(Mark)`, `turn_requested(number)`.
    """

    change_requested = Signal(str)
    remove_requested = Signal(str)
    beleving_requested = Signal(str, str)
    mark_requested = Signal(object)
    turn_requested = Signal(int)
    focus_lost = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self._event_id = ""
        self._turn_id = ""
        self._placed_id = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        document.case_changed.connect(self._refresh)
        self._refresh()

    def show_event(self, event_id: str) -> None:
        if event_id != self._event_id:
            self._event_id = event_id
            self._refresh()

    def show_turn(self, deelnemer_id: str) -> None:
        if deelnemer_id != self._turn_id:
            self._turn_id = deelnemer_id
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        case = self.document.case
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        event = self._event(case)
        if case is None or event is None:
            _say_nothing_chosen(column, case)
        else:
            self._show(column, case, event)
        column.addStretch(1)
        focused, place = self._focused_part(), self.verticalScrollBar().value()
        self.setWidget(body)
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
        column.addLayout(_heading(case, event))
        column.addWidget(label(event.title, level=2))
        column.addLayout(_details(case, event))
        if event.fact:
            column.addWidget(label(event.fact, soft=True))
        if not self.document.is_read_only:
            column.addLayout(self._buttons())
        column.addSpacing(8)
        column.addWidget(label("Beleving", level=3))
        self._show_belevingen(column, case, event)
        for verschil in case.verschillen:
            if event.id in verschil.event_ids:
                words = f"Duidingsverschil bij “{verschil.about}”. {verschil.surfaced}".strip()
                column.addWidget(label(words, quote=True))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        change, remove = QPushButton("Wijzigen…"), QPushButton("Weghalen")
        change.setObjectName("change")
        remove.setObjectName("remove")
        for button in (change, remove):
            button.setAutoDefault(True)
        change.clicked.connect(self._ask_change)
        remove.clicked.connect(self._ask_remove)
        change.setToolTip("Enter op de tijdlijn of F2 in de tabel")
        row.addWidget(change)
        row.addWidget(remove)
        row.addStretch(1)
        return row

    def _show_belevingen(self, column: QVBoxLayout, case: Case, event: Event) -> None:
        if not case.deelnemers:
            column.addWidget(
                label("Nog niemand aan tafel. Voeg deelnemers toe bij stap 2.", muted=True)
            )
            return
        if case.diverges(event.id):
            column.addWidget(
                label(
                    "Niet iedereen beleefde dit hetzelfde (twee driehoekjes op de lijn).", soft=True
                )
            )
        column.addWidget(label("Wie is aan de beurt? Kies met 1 tot 9 of klik.", small=True))
        turns = QButtonGroup(column)
        for number, deelnemer in enumerate(case.deelnemers, 1):
            beleving = case.beleving(event.id, deelnemer.id)
            button = self._turn_button(case, number, beleving)
            turns.addButton(button)
            column.addWidget(button)
            for words in _words_of(beleving):
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
        right = Qt.TextElideMode.ElideRight
        button = choice_button(self.fontMetrics().elidedText(words, right, NAME_WIDTH), "nav")
        button.setAccessibleName(f"{number}, {name}{said or ', nog geen beleving'}")
        button.setChecked(deelnemer.id == self._turn_id)
        button.setToolTip(f"{name}{said}")
        button.setObjectName(f"turn-{number}")
        button.setProperty("turn", number)
        button.clicked.connect(self._ask_turn)
        return button

    def _show_mark_buttons(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        for place, mark in enumerate(Mark):
            button = QPushButton(f"{mark.sign} {mark.label}")
            button.setObjectName(f"mark-{mark.value}")
            button.setProperty("mark", mark.value)
            button.clicked.connect(self._ask_mark)
            button.setAutoDefault(True)
            grid.addWidget(button, place // 2, place % 2)
        words = QPushButton("Toelichting…")
        words.setAutoDefault(True)
        words.setToolTip("Toelichting, nu anders, en wat in de weg stond (Ctrl+B)")
        words.setObjectName("words")
        words.clicked.connect(self._ask_words)
        grid.addWidget(words, 1, 1)
        column.addLayout(grid)
        column.addWidget(label(KEYS, small=True))

    @Slot()
    def _ask_change(self) -> None:
        self.change_requested.emit(self._event_id)

    @Slot()
    def _ask_remove(self) -> None:
        self.remove_requested.emit(self._event_id)

    @Slot()
    def _ask_turn(self) -> None:
        self.turn_requested.emit(self.sender().property("turn"))

    @Slot()
    def _ask_mark(self) -> None:
        self.mark_requested.emit(Mark(self.sender().property("mark")))

    @Slot()
    def _ask_words(self) -> None:
        self.beleving_requested.emit(self._event_id, self._turn_id)


def _say_nothing_chosen(column: QVBoxLayout, case: Case | None) -> None:
    if case is not None and case.events:
        column.addWidget(label("Kies een gebeurtenis op de tijdlijn of in de tabel.", muted=True))
    else:
        column.addWidget(label("Begin met typen", level=2))
        column.addWidget(label("Typ onderin één regel en druk op Enter. Bijvoorbeeld:", soft=True))
        column.addWidget(
            label("mrt 2021 melding: buren horen geschreeuw @politie #moeder", quote=True)
        )


def _heading(case: Case, event: Event) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(KindMark(event))
    words = [str(numbers(case)[event.id]), event.kind.label]
    if event.occurrence is not Occurrence.GEBEURD:
        words.append(event.occurrence.label)
    row.addWidget(label(" · ".join(words), muted=True), 1)
    return row


def _details(case: Case, event: Event) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for row, (name, words) in enumerate(_facts(case, event)):
        key = QLabel(name)
        key.setProperty("muted", True)
        grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, soft=True), row, 1)
    return grid


def _facts(case: Case, event: Event) -> list[tuple[str, str]]:
    """What is known of the event, name and words, without the empty parts."""
    exact = event.end is None and not event.ongoing
    when = event.start.in_words() if exact else period_text(event.start, event.end, event.ongoing)
    status = event.fact_status.label + (f", volgens {event.status_by}" if event.status_by else "")
    since = event.possible_since.text() if event.possible_since else ""
    facts = [
        ("Wanneer", when),
        ("Had gekund", f"vanaf {since}" if since else ""),
        ("Organisaties", list_text([case.organisation(i).name for i in event.organisation_ids])),
        ("Betrokkenen", _parts(case, event)),
        ("Bij wie", event.reported_to),
        ("Status", status),
        ("Bron", event.source),
        ("Instrument", event.instrument),
        ("Vrijheid", event.pressure.label if event.pressure else ""),
        ("Resultaat", event.result),
        ("Kinderen", _children(event)),
        ("Let op", "risicomoment" if event.is_risk_moment else ""),
    ]
    return [(name, words) for name, words in facts if words]


def _parts(case: Case, event: Event) -> str:
    """Who had a part in it; those with the same part according to the same are named together."""
    groups: dict[tuple[HouseholdRole, str], list[str]] = {}
    for involvement in event.involved:
        part = (involvement.role, involvement.according_to)
        groups.setdefault(part, []).append(case.betrokkene(involvement.betrokkene_id).role)
    said = []
    for (role, according_to), names in groups.items():
        remarks = [] if role is HouseholdRole.BETROKKENE else [role.label]
        remarks += [f"volgens {according_to}"] if according_to else []
        said.append(list_text(names) + (f" ({', '.join(remarks)})" if remarks else ""))
    return "; ".join(said)


def _children(event: Event) -> str:
    answers = (
        ("aanwezig", event.child_present),
        ("gezien", event.child_seen),
        ("zelf gesproken", event.child_spoken),
    )
    known = [(word, answer) for word, answer in answers if answer is not Answer.ONBEKEND]
    by = f" (door {event.child_spoken_by})" if event.child_spoken_by else ""
    said = [word if answer is Answer.JA else f"niet {word}" for word, answer in known]
    return list_text(said) + (by if said else "")


def _words_of(beleving: Beleving | None) -> list[str]:
    if beleving is None:
        return []
    risk = [beleving.risk_of.label] if beleving.risk_of else []
    if beleving.safety_of:
        risk.append(f"veiligheid van {list_text([s.label for s in beleving.safety_of])}")
    said = [
        " · ".join([beleving.mark.label, *risk]),
        f"“{beleving.explanation}”" if beleving.explanation else "",
        f"Nu: {beleving.now_different}" if beleving.now_different else "",
        f"In de weg: {beleving.obstacle}" if beleving.obstacle else "",
    ]
    return [words for words in said if words]

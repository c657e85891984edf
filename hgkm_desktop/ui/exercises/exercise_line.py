"""The line of an exercise: drawn, told in a list, and typed one event a line.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.exercise_making import gone_with_event, place_of
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.entry_line import EntryReading, add_entry, read_entry, refused_part
from hgkm_desktop.models.exercise import Exercise, line_of, with_line
from hgkm_desktop.models.records import Betrokkene, Event, Organisation, new_id
from hgkm_desktop.models.terms import (
    Audience,
    EventKind,
    FactStatus,
    Occurrence,
)
from hgkm_desktop.models.validity import warnings_of
from hgkm_desktop.ui.case.people_page import BETROKKENEN, ORGANISATIES
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import OnScreen, WorkOnScreen
from hgkm_desktop.ui.exercises.exercise_line_view import LineView
from hgkm_desktop.ui.line.entry_bar import EntryLine
from hgkm_desktop.ui.line.event_dialog import (
    RISK_BESIDE_KIND,
    ask_for_children,
    ask_for_intervention,
    kind_choices,
)
from hgkm_desktop.ui.line.involved_field import InvolvedField
from hgkm_desktop.ui.line.knowledge_field import KnowledgeField
from hgkm_desktop.ui.parts.date_fields import MomentField
from hgkm_desktop.ui.parts.fields import Check, Checks, Choice, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, scrolling, sentence_case
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.practice.leertafel_kinds import lines

_EXAMPLE = "mrt 2021 incident: ruzie bij de overdracht @politie #moeder #kind 1"
_DRAWN_HEIGHT = 300


class LinePage(QScrollArea):
    """The drawing above, then the line to type in, the events, and who is on it."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._shown = shown
        self._view = LineView()
        self._drawn = scrolling(self._view)
        self._drawn.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys can scroll it
        self._drawn.setAccessibleName("De lijn, getekend")
        self._empty = label("De lijn is nog leeg. Typ hierboven de eerste gebeurtenis.", muted=True)
        entry = EntryOfLine(document, shown)
        self._events = RecordList(document, events_kind(document), shown)
        self._t0 = QPushButton("Als T0 kiezen")
        self._t0.setToolTip("Vanaf deze gebeurtenis telt de tijd op de lijn")
        self._t0.setAutoDefault(True)
        self._t0.clicked.connect(self._choose_t0)
        self._events.add_button(self._t0)
        who = QHBoxLayout()
        who.setSpacing(32)
        who.addWidget(RecordList(document, _betrokkenen_kind(), shown), 1)
        who.addWidget(RecordList(document, _organisations_kind(), shown), 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (entry, self._empty, self._drawn):
            column.addWidget(part)
        column.addWidget(self._events, 2)
        column.addLayout(who, 1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.drawn.connect(self._give_room)
        entry.added.connect(self._events.choose)
        self._events.chosen_changed.connect(self._show_button)
        shown.changed.connect(self._show_line)
        self._show_line()

    @Slot()
    def _show_line(self) -> None:
        exercise = self._shown.value
        if isinstance(exercise, Exercise):
            self._view.show_line(line_of(exercise))
            self._drawn.setVisible(bool(exercise.events))
            self._empty.setVisible(not exercise.events)
            self._drawn.setAccessibleDescription(self._view.accessibleDescription())
            self._show_button()

    @Slot(int)
    def _give_room(self, high: int) -> None:
        self._drawn.setFixedHeight(min(high, scaled(_DRAWN_HEIGHT)))

    @Slot()
    def _show_button(self) -> None:
        exercise, chosen = self._shown.value, self._events.chosen
        if isinstance(exercise, Exercise):
            self._t0.setEnabled(chosen is not None and not self._shown.document.is_read_only)
            is_t0 = chosen is not None and chosen.id == exercise.t0_event_id
            self._t0.setText("Niet meer T0" if is_t0 else "Als T0 kiezen")

    @Slot()
    def _choose_t0(self) -> None:
        """Let time count from the chosen event; of the one that is T0 it takes that away."""
        exercise, chosen = self._shown.value, self._events.chosen
        if isinstance(exercise, Exercise) and chosen is not None:
            new = "" if chosen.id == exercise.t0_event_id else chosen.id
            self._shown.edit("T0 kiezen", replace(exercise, t0_event_id=new))
            self._t0.setFocus()


class EntryOfLine(QWidget):
    """One event a line, as in the invoerregel of a case; `added(event id)` follows each.

    `line` gives the line of the exercise on which it comes, and `put` puts that back.
    """

    added = Signal(str)

    def __init__(
        self,
        document: Document,
        shown: OnScreen,
        line: Callable[[Exercise], Case] = line_of,
        put: Callable[[Exercise, Case], Exercise] = with_line,
    ) -> None:
        super().__init__()
        self._document, self._shown = document, shown
        self._line_of, self._with_line = line, put
        self.line = EntryLine()
        self.line.setProperty("entry", True)
        self.line.setPlaceholderText(_EXAMPLE)
        self.line.setAccessibleName("Invoerregel")
        self._reading = label("", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = label("Gebeurtenis typen")
        words.setBuddy(self.line)
        for part in (words, self.line, self._reading):
            column.addWidget(part)
        self.line.textChanged.connect(self._show_reading)
        self.line.returnPressed.connect(self.add)
        document.damaged.connect(self._stop)
        self.setHidden(document.is_read_only)
        self._show_reading()

    @Slot()
    def _stop(self) -> None:
        self.line.setReadOnly(True)

    def _read(self, exercise: Exercise) -> EntryReading:
        return read_entry(self.line.text(), self._line_of(exercise))

    @Slot()
    def _show_reading(self) -> None:
        exercise = self._shown.value
        if not isinstance(exercise, Exercise):
            return
        reading = self._read(exercise)
        if not self.line.text().strip():
            self._say("Datum, soort, wat er gebeurde, @organisatie en #rol. Enter zet het erop.")
        elif wrong := reading.problem or reading.warning:
            self._say(wrong, is_problem=not _is_only_begun(reading))
        else:
            self._say(" · ".join(reading.words()))

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self._reading.setText(words)
        self.line.setAccessibleDescription(words)
        if bool(self._reading.property("problem")) is not is_problem:
            self._reading.setProperty("problem", is_problem)
            self._reading.style().polish(self._reading)

    @Slot()
    def add(self) -> None:
        """Put what is typed on the line; when it cannot be, it stays and says why."""
        exercise = self._shown.value
        if not isinstance(exercise, Exercise) or self._document.is_read_only:
            return
        if not self.line.text().strip():
            return
        try:
            line, event = add_entry(self._line_of(exercise), self._read(exercise))
            line = line.put(replace(event, audience=Audience.BESTUUR))
        except BadInput as error:
            self._say(error.sentence, is_problem=True)
            announce(self.line, error.sentence)
            start, end = refused_part(self.line.text(), self._line_of(exercise))
            if end > start:
                self.line.setSelection(start, end - start)
            return
        self._shown.edit("gebeurtenis toevoegen", self._with_line(exercise, line))
        self.line.setText("")
        self.added.emit(event.id)


def _is_only_begun(reading: EntryReading) -> bool:
    """A date stands there, and what happened is still to be typed."""
    return not reading.title and reading.period.start.is_known


# --- what stands on the line ----------------------------------------------------------------------


class LineKind(PartKind):
    """Records of the line are checked and put as those of a case are."""

    __slots__ = ()

    def put(self, work: Exercise, part: Betrokkene | Organisation | Event) -> Exercise:
        return with_line(work, line_of(work).put(part))


class EventKindOfLine(LineKind):
    """The events, in the order of the line."""

    __slots__ = ()

    def all_in(self, work: Exercise) -> tuple[Event, ...]:
        return in_order(line_of(work))

    def gone_with(self, work: Exercise, part: Event) -> str:
        return gone_with_event(work, part.id)


def _check_record(exercise: Exercise, part: Betrokkene | Organisation | Event) -> None:
    line_of(exercise).put(part)


def events_kind(document: Document) -> PartKind:
    """The events, each with where it comes on the line, and what was used outside its time."""

    def words(exercise: Exercise, event: Event) -> str:
        line = line_of(exercise)
        where = place_of(exercise, event.id) or "nog in geen ronde"
        names = [line.organisation(one).name for one in event.organisation_ids]
        head = f"{numbers(line)[event.id]}  {event.start.text()}, {event.title_in_full}"
        is_t0 = "T0" if event.id == exercise.t0_event_id else ""
        said = (sentence_case(event.kind.label), ", ".join(names), where, is_t0)
        warned = warnings_of(line, event, document.file.settings.available)
        return lines(head, " · ".join(filter(None, said)), *warned)

    def dialog(parent: QWidget, exercise: Exercise, event: Event) -> RecordDialog:
        return LineEventDialog(parent, line_of(exercise), event)

    def new(exercise: Exercise) -> Event:
        seq = line_of(exercise).next_seq(Event)
        return Event(new_id(), seq, EventKind.LIFE_EVENT, "", audience=Audience.BESTUUR)

    return EventKindOfLine(
        field="events",
        one="gebeurtenis",
        heading="Gebeurtenissen",
        explanation="Het hele verhaal. Bij Rondes kiest u wanneer wat voor iedereen op de lijn "
        "komt.",
        empty="Nog geen gebeurtenissen. Typ de eerste op de regel, en druk op Enter.",
        words=words,
        new=new,
        dialog=dialog,
        check=_check_record,
        drop=lambda exercise, one: with_line(exercise, line_of(exercise).drop_event(one)),
    )


class LineEventDialog(RecordDialog):
    """The details of an event that are played with."""

    def __init__(self, parent: QWidget, line: Case, event: Event) -> None:
        super().__init__(parent, "Gebeurtenis", event)
        self._ask_what()
        self._ask_who(line)
        ask_for_intervention(self)
        ask_for_children(self)

    def _ask_what(self) -> None:
        self.ask_for("title", "Wat gebeurde er", TextLine())
        self.ask_period("Wanneer", "Ook een periode: 3-13 mei 2023, of vanaf juli 2025.")
        self.ask_for("kind", "Soort", Choice(kind_choices()))
        self.ask_for("occurrence", "Is het gebeurd", Choice(Occurrence))
        self.ask_for("possible_since", "Niet gedaan: sinds wanneer had het gekund", MomentField())
        self.ask_for("is_risk_moment", "Risicomoment", Check(RISK_BESIDE_KIND))
        self.ask_for("is_pivotal", "Cruciaal punt", Check("Dit is een cruciaal punt"))
        self.ask_for("fact", "Wat weten we precies", TextBlock(4))
        self.ask_for("fact_status", "Hoe zeker is het", Choice(FactStatus))

    def _ask_who(self, line: Case) -> None:
        organisations = [(one.id, one.name) for one in line.organisations]
        if organisations:
            self.form.heading("Wie")
            self.ask_for("organisation_ids", "Organisaties", Checks(organisations))
            self.ask_for(
                "knowledge",
                "Bekend bij",
                KnowledgeField(line),
                "Wie wist hiervan? Hieruit volgt wat elke rol weet.",
            )
        if line.betrokkenen:
            self.ask_for(
                "involved",
                "Betrokkenen",
                InvolvedField(line),
                "Een kind dat erbij is, is slachtoffer, nooit alleen getuige.",
            )


def _betrokkenen_kind() -> PartKind:
    return LineKind(
        field="betrokkenen",
        one="betrokkene",
        heading="Betrokkenen",
        explanation="Over wie gaat het verhaal? Noem rollen, geen namen.",
        empty="Nog niemand. Een rol die u bij een gebeurtenis typt, komt hier vanzelf bij.",
        words=lambda exercise, one: BETROKKENEN.words(line_of(exercise), one),
        new=lambda exercise: BETROKKENEN.new(line_of(exercise)),
        dialog=lambda over, exercise, one: BETROKKENEN.dialog(over, line_of(exercise), one),
        check=_check_record,
        drop=lambda exercise, one: with_line(exercise, line_of(exercise).drop_betrokkene(one)),
        also_gone="ook uit de gebeurtenissen en de takken",
    )


def _organisations_kind() -> PartKind:
    return LineKind(
        field="organisations",
        one="organisatie",
        heading="Organisaties",
        explanation="Welke organisaties komen op de lijn?",
        empty="Nog geen organisaties. Begin met wie bij het gezin betrokken was: politie, "
        "wijkteam, school.",
        words=lambda exercise, one: ORGANISATIES.words(line_of(exercise), one),
        new=lambda exercise: ORGANISATIES.new(line_of(exercise)),
        dialog=lambda over, exercise, one: ORGANISATIES.dialog(over, line_of(exercise), one),
        check=_check_record,
        drop=lambda exercise, one: with_line(exercise, line_of(exercise).drop_organisation(one)),
        also_gone="ook uit de gebeurtenissen en de takken; de rol blijft, zonder organisatie",
    )

"""What the trainer sees on the laptop while a playing goes on: the step, the words, the choices.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.methods.exercises import (
    PlayStep,
    StepKind,
    fact_text,
    moment_of,
    play_steps,
    shown_events,
)
from hgkm_desktop.models.case import in_order
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.exercise import Exercise, PlayRound, line_of
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import AvailableSince
from hgkm_desktop.ui.case.instruments_window import InstrumentsWindow
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.exercises.exercise_read import why_not_in_room
from hgkm_desktop.ui.exercises.play_course import PlayCourse
from hgkm_desktop.ui.exercises.play_stage import open_play_stage
from hgkm_desktop.ui.exercises.play_words import (
    all_chose,
    branch_sides,
    chosen_words,
    not_then,
    step_title,
    table_name,
)
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label

_GONE = "De oefening van deze speelbeurt staat niet meer in dit bestand."
_NO_TABLES = "Er zijn nog geen tafels. Zet ze erbij op het blad De speelbeurt."
_ALL = "Elke tafel heeft gekozen. De keuzes staan nu op het scherm."
_NOT_ALL = "De keuzes komen op het scherm als elke tafel heeft gekozen."
_HELD = "Nog niet elke tafel heeft gekozen. Nog eens Volgende stap gaat toch verder."


def course_of(document: Document, shown: WorkOnScreen) -> PlayCourse:
    """How far the playing on screen is; its pages and the room share one."""
    found = shown.findChild(PlayCourse)
    if found is None:
        work = shown.value
        assert work is not None
        found = PlayCourse(document, work.id, shown)
    return found


class ConsolePage(QWidget):
    """Goes through the steps; the room follows, and this page says more than the room may see."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self.course = document, course_of(document, shown)
        self._title, self._status = label("", level=2), label("", soft=True)
        self._script, self._next = label(""), label("", soft=True)
        self._choices, self._wait = label(""), label("", soft=True)
        self._choices_head = label("Keuzes", level=3)
        self._not_in_room = label("", soft=True)
        self._instruments: InstrumentsWindow | None = None
        self._make_buttons()
        self._lay_out()
        self.course.changed.connect(self._step_changed)
        self.course.told.connect(self._tell_status)
        self._said = ""
        self._tell()

    def _make_buttons(self) -> None:
        course = self.course
        self._back, self._on = QPushButton("Vorige stap"), QPushButton("Volgende stap")
        self._round = QPushButton("Ronde terug")
        self._pause, self._then = QPushButton("Klok pauzeren"), QPushButton("Middelen van toen…")
        self._room = QPushButton("Tonen op het scherm")
        self._on.setProperty("main", True)
        self._on.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)
        self._round.clicked.connect(course.back_one_round)
        self._pause.clicked.connect(course.turn_time)
        self._then.clicked.connect(self._show_instruments)
        self._room.clicked.connect(self._show_room)
        self._buttons = (self._on, self._back, self._round, self._pause, self._then, self._room)
        for button in self._buttons:
            button.setAutoDefault(True)

    def _lay_out(self) -> None:
        inner, scroll = QWidget(), QScrollArea()
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, 8, 0)
        told.setSpacing(10)
        for part in (self._script, self._choices_head, self._choices, self._wait, self._next):
            told.addWidget(part)
        told.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keyboard must scroll
        scroll.setAccessibleName("Wat u zegt bij deze stap")
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._status)
        column.addWidget(flowing(*self._buttons))
        column.addWidget(self._not_in_room)
        column.addWidget(scroll, 1)

    # --- what it says -----------------------------------------------------------------------

    @Slot()
    def _step_changed(self) -> None:
        before = self._title.text()
        self._tell()
        if self.course.is_held:
            announce(self, _HELD)
        if self._title.text() != before:
            self._scroll.verticalScrollBar().setValue(0)
            announce(self, f"{self._title.text()}. {self._status.text()}")

    def _tell(self) -> None:
        course, exercise, step = self.course, self.course.exercise, self.course.step
        if exercise is None or step is None:
            self._title.setText(_GONE)
            self._not_in_room.hide()
            for button in self._buttons:
                button.setEnabled(False)
            return
        self._title.setText(step_title(exercise, step))
        self._not_in_room.setText(why_not_in_room(exercise))
        self._not_in_room.setVisible(bool(self._not_in_room.text()))
        available = self.document.file.settings.available
        self._script.setText("\n\n".join(script_of(exercise, step, available)))
        self._scroll.setAccessibleDescription(self._script.text())
        after = course.following
        self._next.setText(
            f"Daarna: {step_title(exercise, after)}" if after else "Dit is het eind."
        )
        self._back.setEnabled(course.place > 0)
        self._round.setEnabled(course.place > 0)
        self._on.setEnabled(after is not None)
        self._tell_choices(step)
        self._tell_status()

    def _tell_choices(self, step: PlayStep) -> None:
        point, playing = step.point, self.course.playing
        for part in (self._choices_head, self._choices, self._wait):
            part.setVisible(point is not None)
        if point is None:
            return
        chosen = (
            f"{table_name(table)}: {chosen_words(point, playing.choice(point.id, table.id))}"
            for table in playing.tables
        )
        self._choices.setText("\n".join(chosen))
        wait = _ALL if all_chose(playing, point) else _HELD if self.course.is_held else _NOT_ALL
        self._wait.setText(wait if playing.tables else _NO_TABLES)

    @Slot()
    def _tell_status(self) -> None:
        course = self.course
        where = f"Stap {course.place + 1} van {len(course.steps)}"
        self._status.setText(" · ".join(filter(None, (where, course.time.words))))
        step, is_on = course.step, course.has_time
        may_begin = not is_on and step is not None and step.round is not None
        self._pause.setEnabled(may_begin or (is_on and course.time.left > 0))
        paused = "Klok pauzeren" if course.time.is_running else "Klok verder"
        self._pause.setText(paused if is_on else "Klok starten")

    # --- what the trainer does --------------------------------------------------------------

    @Slot()
    def _go_on(self) -> None:
        self.course.go(1)

    @Slot()
    def _go_back(self) -> None:
        self.course.go(-1)

    @Slot()
    def _show_room(self) -> None:
        open_play_stage(self.course, self)

    @Slot()
    def _show_instruments(self) -> None:
        """The window of instruments, at the moment of this step."""
        if self._instruments is None:
            self._instruments = InstrumentsWindow(self.document, self.window())
        self._instruments.present(moment_at(self.course))


def moment_at(course: PlayCourse) -> Moment | None:
    """When the decision of the present step is, or else the last that is on the line."""
    exercise, step = course.exercise, course.step
    if exercise is None or step is None:
        return None
    if step.point is not None:
        return moment_of(exercise, step.point)
    shown = shown_events(exercise, course.steps, course.place)
    dated = [event for event in in_order(line_of(exercise, shown)) if event.start.is_known]
    return dated[-1].start if dated else None


# --- the script ---------------------------------------------------------------------------------


def script_of(
    exercise: Exercise, step: PlayStep, available: tuple[AvailableSince, ...]
) -> tuple[str, ...]:
    """What the trainer says and knows at a step, in paragraphs; none of it is for the room."""
    return tuple(one for one in _script(exercise, step, available) if one.strip())


def _script(
    exercise: Exercise, step: PlayStep, available: tuple[AvailableSince, ...]
) -> Iterator[str]:
    match step.kind:
        case StepKind.OPENING:
            yield exercise.opening.strip() or "Er staat nog niet wat u aan het begin voorleest."
        case StepKind.STORY if step.round is not None:
            yield from _story(exercise, step.round)
        case StepKind.DECISION:
            yield from _decision(exercise, step, available)
        case StepKind.HAPPENED if step.point is not None:
            yield step.point.happened.strip() or "Er staat nog niet wat er echt gebeurde."
            if step.point.answer.strip():
                yield f"Antwoord, alleen voor u: {step.point.answer.strip()}"
        case StepKind.TALK if step.round is not None:
            yield _listed(step.round.questions)
        case StepKind.BRANCH if step.branch is not None:
            for name, told in branch_sides(exercise, step.branch):
                yield _listed(told, f"{name}:")
            yield step.branch.question
        case StepKind.CLOSING:
            yield _listed(exercise.questions)
            yield exercise.closing.strip() or "Er staat nog niet wat u aan het eind voorleest."


def _story(exercise: Exercise, one: PlayRound) -> Iterator[str]:
    yield one.intro
    known = [e for e in in_order(line_of(exercise)) if e.id in one.event_ids]
    if known:
        yield _listed([f"{e.start.text()}: {e.title_in_full}" for e in known], "Op de lijn komt:")
    names = {role.id: role.name for role in exercise.roles}
    facts = [fact for fact in exercise.facts if fact.round_id == one.id and fact.role_ids]
    if facts:
        told = [
            f"{list_text([names.get(i, 'rol') for i in fact.role_ids])}: "
            f"{fact_text(exercise, fact)}"
            for fact in facts
        ]
        yield _listed(told, "Alleen op de rolkaarten:")


def _decision(
    exercise: Exercise, step: PlayStep, available: tuple[AvailableSince, ...]
) -> Iterator[str]:
    point = step.point
    assert point is not None
    yield point.question
    named = point.lettered()
    for option in point.options:
        why = not_then(exercise, point, option.instrument, available) if option.instrument else ""
        said = (named[option.id], option.instrument, why, option.remark)
        yield "– " + " · ".join(words.strip() for words in said if words.strip())


def _listed(texts: tuple[str, ...] | list[str], head: str = "") -> str:
    lines = [f"– {text.strip()}" for text in texts if text.strip()]
    return "\n".join(filter(None, (head, *lines)))


def points_in_order(exercise: Exercise) -> tuple[PlayStep, ...]:
    """The decisions in the order in which they are played."""
    return tuple(step for step in play_steps(exercise) if step.kind is StepKind.DECISION)

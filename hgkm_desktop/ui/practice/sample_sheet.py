"""The worksheet of one case of a sample: each question, its answer, and what the line suggests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.methods.sample_hints import Suggestion
from hgkm_desktop.methods.samples import (
    OnTheLine,
    Told,
    answer_of,
    shown_by,
    taken_over,
    with_answer,
)
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.practice import Sample, SampleAnswer
from hgkm_desktop.models.practice_questions import PracticeQuestion, questions_of
from hgkm_desktop.models.terms import Reply
from hgkm_desktop.ui.case.learning_pages import event_choices
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Checks, Choice, TextBlock, TextLine
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.window.work_form import WorkForm

UNREAD = OnTheLine(
    (Told("Deze casus is niet te lezen. De antwoorden die er al zijn, ziet u hieronder."),), {}
)
NOTHING = "De tijdlijn zegt hier niets over. Dat is geen nee: kijk in het dossier of vraag het na."


class SuggestionBox(QFrame):
    """What the line suggests on one question; `taken(question id)` when someone takes it over."""

    taken = Signal(str)

    def __init__(self, asked: PracticeQuestion) -> None:
        super().__init__()
        self._asked = asked
        self.setProperty("side", True)
        self._words, self._why = label(""), label("", soft=True)
        self._events = label("", small=True)
        self._take = QPushButton("Overnemen")
        self._take.setAutoDefault(True)
        self._take.setAccessibleName(f"Voorstel overnemen: {asked.label}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for part in (self._words, self._why, self._events, flowing(self._take)):
            column.addWidget(part)
        self._take.clicked.connect(self._hand_over)

    def show_suggestion(self, found: Suggestion, answer: SampleAnswer, events: str) -> None:
        """Show it and its events beside the answer that was given; without a reply in it there is
        no button."""
        reply = found.reply
        self._words.setText(
            f"Voorstel van de tijdlijn: {reply.label}" if reply else "Geen voorstel"
        )
        self._why.setText(found.reason)
        self._events.setText(events)
        self._events.setVisible(bool(events))
        self._take.setVisible(reply is not None)
        is_new = reply is not None and taken_over(answer, found) != answer
        self._take.setEnabled(is_new)
        self._take.setText("Overnemen" if is_new else "Overgenomen")

    @Slot()
    def _hand_over(self) -> None:
        self.taken.emit(self._asked.id)


def _listed(case: Case, event_ids: tuple[str, ...]) -> str:
    """Events with their number and day, one a line: '3  14 juni 2023, hulp van het wijkteam'."""
    number = numbers(case)
    return "\n".join(
        f"{number[event.id]}  {event.start.text()}, {event.title_in_full}"
        for event in shown_by(case, event_ids)
    )


class ShownEvents(QWidget):
    """The events that show an answer, chosen from the line of the case."""

    changed = Signal()

    def __init__(self, asked: PracticeQuestion) -> None:
        super().__init__()
        self._asked = asked
        self._case: Case | None = None
        self._ids: tuple[str, ...] = ()
        self._words = label("")
        self._choose = QPushButton("Gebeurtenissen kiezen…")
        self._choose.setAutoDefault(True)
        self._choose.setAccessibleName(f"Gebeurtenissen kiezen: {asked.label}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(flowing(self._choose))
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self.ask)

    def show_case(self, case: Case | None) -> None:
        """From now on events are of this case; None when it cannot be read."""
        self._case = case
        self._choose.setEnabled(case is not None and bool(case.events))
        self._say()

    def value(self) -> tuple[str, ...]:
        return self._ids

    def set_value(self, value: tuple[str, ...]) -> None:
        self._ids = value
        self._say()

    def _say(self) -> None:
        if self._case is None:
            self._words.setText("")
            return
        shown = shown_by(self._case, self._ids)
        lines = [_listed(self._case, self._ids)] if shown else []
        if gone := len(set(self._ids)) - len(shown):
            verb = "staat" if gone == 1 else "staan"
            count = count_text(gone, "gebeurtenis", "gebeurtenissen")
            lines.append(f"{count} {verb} niet meer op de lijn")
        self._words.setText("\n".join(lines) or "Nog geen gebeurtenissen gekozen.")

    @Slot()
    def ask(self) -> None:
        """Choose from every event on the line."""
        if self._case is None:
            return
        dialog = FormDialog(self, "Gebeurtenissen kiezen")
        field = Checks(event_choices(self._case), 1)
        field.set_value(self._ids)
        dialog.ask(self._asked.question, field, _event_ids)
        dialog.given.connect(self._put)
        dialog.start()

    @Slot(object)
    def _put(self, answers: dict[str, Any]) -> None:
        self.set_value(answers["event_ids"])
        self.changed.emit()


def _event_ids(chosen: tuple[str, ...]) -> dict[str, Any]:
    return {"event_ids": chosen}


class SheetForm(WorkForm):
    """The questions of a sample about the case that is chosen; each change is an edit at once."""

    def __init__(self, document: Document, shown: WorkOnScreen, sample: Sample) -> None:
        super().__init__(document, shown)
        self._held_id = ""
        self._case: Case | None = None
        self._suggested: Mapping[str, Suggestion] = {}
        self._course = label("", soft=True)
        self.form.add_widget(self._course)
        self._boxes: dict[str, SuggestionBox] = {}
        self._events: list[ShownEvents] = []
        for asked in questions_of(sample.question):
            self._ask(asked)
        self.form.end()
        shown.changed.connect(self._show_boxes)

    def show_sheet(self, held_id: str, case: Case | None, found: OnTheLine) -> None:
        """Show the answers about this case of the sample, and what is found on its line."""
        self._held_id, self._case, self._suggested = held_id, case, found.suggestions
        self._course.setText("\n".join(told.words for told in found.course))
        for field in self._events:
            field.show_case(case)
        self.fill()
        self._show_boxes()

    def _ask(self, asked: PracticeQuestion) -> None:
        self.form.heading(asked.question)
        self.form.note(asked.help)
        box = self._boxes[asked.id] = SuggestionBox(asked)
        box.taken.connect(self._take)
        self.form.add_widget(box)
        events = ShownEvents(asked)
        self._events.append(events)
        self._answer(asked, "reply", "Antwoord", Choice(Reply, empty="Nog niet beantwoord"))
        self._answer(asked, "source", "Bron", TextLine("bijvoorbeeld: dossier, wijkteam"))
        self._answer(asked, "explanation", "Uitleg", TextBlock(2))
        self._answer(asked, "event_ids", "Welke gebeurtenissen laten het zien", events)

    def _answer(self, asked: PracticeQuestion, attribute: str, name: str, field: Any) -> None:  # noqa: ANN401
        self.bind(name, field, self._get(asked.id, attribute), self._put(asked.id, attribute))
        field.setAccessibleName(f"{name}: {asked.question}")

    def _get(self, question_id: str, attribute: str) -> Callable[[Sample], Any]:
        def get(sample: Sample) -> Any:  # noqa: ANN401 - any field of an answer
            return getattr(self._given(sample, question_id), attribute)

        return get

    def _put(self, question_id: str, attribute: str) -> Callable[[Sample, Any], Sample]:
        def put(sample: Sample, value: Any) -> Sample:  # noqa: ANN401
            changed: dict[str, Any] = {attribute: value}
            answer = replace(self._given(sample, question_id), **changed)
            return with_answer(sample, self._held_id, answer)

        return put

    def _given(self, sample: Sample, question_id: str) -> SampleAnswer:
        for held in sample.cases:
            if held.id == self._held_id:
                return answer_of(held, question_id)
        return SampleAnswer(question_id)

    @Slot()
    def _show_boxes(self) -> None:
        sample = self._value()
        if isinstance(sample, Sample):
            for question_id, box in self._boxes.items():
                found = self._suggested.get(question_id, Suggestion(None, NOTHING))
                events = _listed(self._case, found.event_ids) if self._case is not None else ""
                box.show_suggestion(found, self._given(sample, question_id), events)

    @Slot(str)
    def _take(self, question_id: str) -> None:
        sample, suggestion = self._value(), self._suggested.get(question_id)
        if not isinstance(sample, Sample) or suggestion is None or self._shown is None:
            return
        answer = taken_over(self._given(sample, question_id), suggestion)
        self._shown.edit("voorstel overnemen", with_answer(sample, self._held_id, answer))

"""The branches of an exercise and the events of their sides: how each is told, asked and checked.

Source: géén en wél Actieoverleg (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.branches import (
    beside,
    new_branch,
    side_name,
    side_of,
    split_event,
    with_events,
    with_side_line,
)
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import Branch, Exercise, line_of
from hgkm_desktop.models.records import Event, new_id
from hgkm_desktop.models.terms import Audience, EventKind
from hgkm_desktop.models.validity import warnings_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.exercises.exercise_kinds import LongChoice, event_choices
from hgkm_desktop.ui.exercises.exercise_line import LineEventDialog
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.practice.leertafel_kinds import insist_filled, lines

NO_BRANCH = Branch("", "")
ChosenOf = Callable[[Exercise], Branch]


# --- branches -----------------------------------------------------------------------------------


def _branch_words(exercise: Exercise, branch: Branch) -> str:
    split = split_event(exercise, branch)
    after = f"na: {split.start.text()}, {split.title_in_full}" if split else "moment T ontbreekt"
    sides = []
    for is_with in (False, True):
        many = count_text(len(side_of(branch, is_with=is_with)), "gebeurtenis", "gebeurtenissen")
        sides.append(f"{side_name(branch, is_with=is_with)}: {many}")
    return lines(branch.title.strip() or "Zonder titel", " · ".join((after, *sides)))


def _branch_dialog(parent: QWidget, exercise: Exercise, branch: Branch) -> RecordDialog:
    dialog = RecordDialog(parent, "Tak", branch)
    dialog.ask_for("title", "Titel", TextLine("bijvoorbeeld: Wat als men had overlegd"))
    dialog.ask_for(
        "after_event_id",
        "Na welke gebeurtenis gaat de lijn uit elkaar",
        LongChoice([("", "Kies een gebeurtenis"), *event_choices(exercise)]),
        "Dit is moment T. Tot en met T is alles op beide lijnen hetzelfde.",
    )
    dialog.ask_for("name_without", "Naam van de lijn zonder", TextLine())
    dialog.ask_for("name_with", "Naam van de lijn met", TextLine())
    dialog.ask_for("question", "Vraag aan de tafels", TextBlock(2))
    return dialog


BRANCHES = PartKind(
    field="branches",
    one="tak",
    heading="Wél en géén",
    explanation="Een tak is de lijn twee keer vanaf één moment: zo ging het zonder, en zo had het "
    "met kunnen gaan.",
    empty="Nog geen takken. Kies na welke gebeurtenis de lijn uit elkaar gaat, en vul dan beide "
    "lijnen.",
    words=_branch_words,
    new=lambda exercise: replace(new_branch(), after_event_id=exercise.t0_event_id),
    dialog=_branch_dialog,
    check=lambda exercise, branch: insist_filled(branch.title, "Vul een titel in."),
    also_gone="met de gebeurtenissen van beide lijnen",
)


# --- the events of a side -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SideOfLine:
    """One side of the branch that is chosen, as a line that can be typed on."""

    chosen: ChosenOf
    is_with: bool

    def line(self, exercise: Exercise) -> Case:
        return line_of(exercise, side_of(self.chosen(exercise), is_with=self.is_with))

    def put(self, exercise: Exercise, line: Case) -> Exercise:
        """The exercise with all events of this line on this side."""
        return with_side_line(exercise, self.chosen(exercise), line, is_with=self.is_with)

    def filled(self, branch: Branch, events: tuple[Event, ...]) -> Branch:
        return with_events(branch, events, is_with=self.is_with)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideKind(PartKind):
    """The events of one side, in the order of its line."""

    side: SideOfLine

    def all_in(self, work: Exercise) -> tuple[Event, ...]:
        return in_order(self.side.line(work))

    def put(self, work: Exercise, part: Event) -> Exercise:
        """Raises BadInput when the event cannot be true."""
        return self.side.put(work, self.side.line(work).put(part))

    def without(self, work: Exercise, part: Event) -> Exercise:
        return self.side.put(work, self.side.line(work).drop_event(part.id))


def side_kind(document: Document, side: SideOfLine) -> SideKind:
    """The events of a side, each with how it differs from the other and what was not there yet."""

    def words(exercise: Exercise, event: Event) -> str:
        line = side.line(exercise)
        names = [line.organisation(one).name for one in event.organisation_ids]
        here = beside(side.chosen(exercise))[side.is_with]
        differs = next((one.words for one in here if one.event.id == event.id), "")
        said = (sentence_case(event.kind.label), ", ".join(names), differs)
        warned = warnings_of(line, event, document.file.settings.available)
        head = f"{event.start.text()}, {event.title_in_full}"
        return lines(head, " · ".join(filter(None, said)), *warned)

    def new(exercise: Exercise) -> Event:
        seq = side.line(exercise).next_seq(Event)
        return Event(new_id(), seq, EventKind.LIFE_EVENT, "", audience=Audience.BESTUUR)

    which = "met" if side.is_with else "zonder"
    return SideKind(
        field="",
        one="gebeurtenis",
        heading=f"Gebeurtenissen {which}",
        explanation="Alleen wat na moment T gebeurt.",
        empty="Nog geen gebeurtenissen op deze lijn. Begin met wat er na moment T gebeurt.",
        words=words,
        new=new,
        dialog=lambda parent, exercise, one: LineEventDialog(parent, side.line(exercise), one),
        check=lambda exercise, one: None,
        also_gone="alleen van deze lijn",
        side=side,
    )

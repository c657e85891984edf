"""The deelnemersbladen of an exercise: the questions, with room to write and without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.methods.exercises import points_of, shown_after
from hgkm_desktop.models.exercise import DecisionPoint, Exercise
from hgkm_desktop.reports.case.casusverslag_blocks import note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Document,
    Item,
    Paragraph,
    Run,
    Section,
    Subheading,
    Tone,
    WritingRoom,
)
from hgkm_desktop.reports.exercises.exercise_head import document, heading, round_name
from hgkm_desktop.reports.exercises.oefenboek_branches import branch_lines, only_shown
from hgkm_desktop.reports.practice.work_head import Making

NAME = "Deelnemersbladen"
_USE = (
    "Elke tafel krijgt een eigen stel. Deel een blad pas uit als de tafel die vraag krijgt: een "
    "latere vraag verklapt wat er eerder gebeurde. Dit eerste blad houdt de tafel erbij."
)
_CHOOSE = "U kunt hieruit kiezen, of iets anders doen:"


def compose(exercise: Exercise, making: Making) -> Document:
    """The sheets of one table: each decision on a page of its own, then what is talked about.

    It holds no answer, nothing of what happened and nothing that only some roles know.
    Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
    """
    return document(exercise, making, NAME, _sections(exercise), use=_USE)


def _sections(exercise: Exercise) -> Iterator[Section]:
    yield Section("Onze tafel", tuple(_table(exercise)))
    number = 0
    for one in exercise.rounds:
        for point in points_of(exercise, one.id):
            number += 1
            blocks = (note(round_name(exercise, one)), *_decision(point))
            yield Section(f"Vraag {number}", blocks, begins_page=True)
        if talk := tuple(_talk(one.questions)):
            blocks = (note(round_name(exercise, one)), *talk)
            yield Section("Om over te praten", blocks, begins_page=True)
    seen = shown_after(exercise, exercise.rounds[-1].id) if exercise.rounds else ()
    for branch in exercise.branches:
        blocks = tuple(branch_lines(only_shown(exercise, seen), branch))
        room = tuple(_talk((branch.question,)))
        yield Section(heading(branch.title) or "Wél en géén", (*blocks, *room), begins_page=True)
    if last := tuple(_talk(exercise.questions)):
        yield Section("Tot slot", last, begins_page=True)


def _table(exercise: Exercise) -> Iterator[Block]:
    yield WritingRoom("Naam van onze tafel", 1)
    yield WritingRoom("Welke rollen zitten hier?", 3)
    if not exercise.points:
        yield missing("de vragen aan de tafels")
    yield note("Schrijf geen namen van mensen op, en niets uit een eigen casus.")


def _decision(point: DecisionPoint) -> Iterator[Block]:
    """The question, what can be chosen, and room for what the table decides."""
    asked = as_sentence(point.question)
    yield Paragraph((Run(asked, Tone.STRONG),)) if asked else missing("de vraag")
    options = [words for words in point.lettered().values() if words]
    if options:
        yield Subheading(_CHOOSE)
        yield Bullets(tuple(Item((Run(text),)) for text in options))
    yield WritingRoom("Wat kiezen wij? Welke veiligheidsinterventie hoort daarbij?", 4)
    yield WritingRoom("Waarom?", 6)
    yield WritingRoom("Wie heeft hier de beste kaarten?", 3)


def _talk(questions: tuple[str, ...]) -> Iterator[Block]:
    for question in questions:
        if question.strip():
            yield WritingRoom(question.strip(), 4)

"""The verslag of one time that an exercise was played: what tables chose, beside what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.exercise import DecisionPoint, Exercise
from hgkm_desktop.models.leaving import state_of_work
from hgkm_desktop.models.playing import Playing, TableChoice
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Document,
    Item,
    Paragraph,
    Run,
    Section,
    Subheading,
    Tone,
)
from hgkm_desktop.reports.exercises.exercise_head import document, heading, paragraphs
from hgkm_desktop.reports.practice.work_head import Making

NAME = "Verslag van de speelbeurt"
_USE = (
    "Wat de tafels kozen, naast wat er echt gebeurde. Het zegt niet welke tafel het beter deed: "
    "van het verschil leert u."
)
_HEAD = ("Tafel", "Keuze", "Veiligheidsinterventie", "Waarom", "Beste kaarten")
_WIDTHS = (1.2, 2.0, 1.9, 2.0, 1.4)
_GONE = "Een beslispunt dat nu niet meer in de oefening staat."


def compose(playing: Playing, exercise: Exercise | None, making: Making) -> Document:
    """What was chosen and said; `exercise` is None when it is not in the file any more.

    It may leave only when both the playing and its exercise are deelbaar.
    Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
    """
    told = exercise or Exercise(
        playing.exercise_id, playing.code, from_case_id=playing.from_case_id, state=playing.state
    )
    head = replace(
        told,
        code=playing.code,
        title=playing.title.strip() or told.title,
        state=state_of_work(playing, (told,)),
    )
    return document(
        head, making, NAME, _sections(playing, told, making.made_on), use=_USE, called="Speelbeurt"
    )


def _sections(playing: Playing, exercise: Exercise, today: date) -> Iterator[Section]:
    yield Section("De speelbeurt", tuple(_about(playing, exercise, today)))
    known = {point.id for point in exercise.points}
    for number, point in enumerate(exercise.points, 1):
        yield Section(f"Beslispunt {number}", tuple(_decision(playing, point)))
    gone = {c.decision_id: None for c in playing.choices if c.decision_id not in known}
    gone |= {d.decision_id: None for d in playing.differences if d.decision_id not in known | {""}}
    for decision_id in gone:
        blocks = (note(_GONE), *_choices(playing, decision_id, {}), *_said(playing, decision_id))
        yield Section("Beslispunt", blocks)
    if general := tuple(_said(playing, "")):
        yield Section("Over alles", general[1:])
    conclusion = paragraphs(playing.conclusion) or (missing("wat u meeneemt"),)
    yield Section("Wat nemen we mee", conclusion, tinted=True)


def _about(playing: Playing, exercise: Exercise, today: date) -> Iterator[Block]:
    on = f"Op {day_text(playing.held_on)}" if playing.held_on is not None else ""
    is_ahead = playing.held_on is not None and playing.held_on > today
    verb = "wordt" if is_ahead else "is"
    what = f"de oefening ‘{heading(exercise.title)}’" if exercise.title.strip() else "de oefening"
    yield Paragraph((Run(f"{on or 'Op een dag die niet is ingevuld'} {verb} {what} gespeeld."),))
    names = [table.name.strip() for table in playing.tables if table.name.strip()]
    if names:
        yield Paragraph((Run("Tafels: ", Tone.STRONG), Run(f"{list_text(names)}.")))
    else:
        yield missing("de tafels")


def _decision(playing: Playing, point: DecisionPoint) -> Iterator[Block]:
    asked = as_sentence(point.question)
    yield Paragraph((Run(asked, Tone.STRONG),)) if asked else missing("de vraag")
    yield from _choices(playing, point.id, point.lettered())
    yield Subheading("Wat er echt gebeurde")
    yield from paragraphs(point.happened) or (missing("wat er echt gebeurde"),)
    yield from _said(playing, point.id)


def _choices(playing: Playing, decision_id: str, texts: dict[str, str]) -> Iterator[Block]:
    """What each table chose, in the order of the tables; `texts` are the options by their id."""
    found = [(table, playing.choice(decision_id, table.id)) for table in playing.tables]
    if not any(choice is not None for _, choice in found):
        yield note("Hier is geen keuze vastgelegd.")
        return
    rows = [
        (cell(table.name.strip() or "Tafel zonder naam"), *_chosen(choice, texts))
        for table, choice in found
    ]
    yield filled_table(_HEAD, rows, _WIDTHS)


def _chosen(choice: TableChoice | None, texts: dict[str, str]) -> tuple[Cell, ...]:
    if choice is None:
        return (cell("Geen keuze vastgelegd."), *(cell("") for _ in _HEAD[2:]))
    said = (texts.get(choice.option_id, ""), choice.text.strip())
    chose = " ".join(capital(as_sentence(text)) for text in said if text)
    told = (chose, choice.instrument, as_sentence(choice.why), choice.best_cards)
    return tuple(cell(text.strip()) for text in told)


def _said(playing: Playing, decision_id: str) -> Iterator[Block]:
    """What was said of differences at a decision, or of all of it, under a heading."""
    found = [d.text for d in playing.differences if d.decision_id == decision_id and d.text.strip()]
    if found:
        yield Subheading("Wat erover is gezegd")
        yield Bullets(tuple(Item((Run(as_sentence(text)),)) for text in found))

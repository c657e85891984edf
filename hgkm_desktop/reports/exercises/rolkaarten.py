"""The rolkaarten of an exercise: what each role is there for, and what it knows in each round."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.exercise import Exercise, PlayRound, Role, line_of
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table
from hgkm_desktop.reports.case.notitie_parts import missing
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Document,
    Item,
    Paragraph,
    Run,
    Section,
    Subheading,
)
from hgkm_desktop.reports.exercises.exercise_head import (
    card_note,
    document,
    heading,
    paragraphs,
    round_name,
)
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise
from hgkm_desktop.reports.practice.work_head import Making

NAME = "Rolkaarten"
_USE = (
    "Druk deze kaarten enkelzijdig af: op de achterkant mag niets staan. Knip ze los langs de "
    "streepjes en leg per ronde een stapel klaar. Elke rol krijgt alleen de eigen kaarten, en een "
    "kaart van een ronde pas als die ronde begint. Wat iedereen weet, staat op geen kaart: dat "
    "vertelt u, en het staat op de lijn. Dit eerste blad houdt u zelf."
)
_NOTHING = "U weet bij de start niet meer dan wat iedereen weet."
_MOST_NAMED = 90


def compose(exercise: Exercise, making: Making) -> Document:
    """The rolkaarten, sorted by round: a card for each role, and for what it hears later another.

    Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
    """
    return document(exercise, making, NAME, _sections(ShownExercise(exercise)), use=_USE)


def _sections(shown: ShownExercise) -> Iterator[Section]:
    yield Section("Welke kaarten er zijn", (_overview(shown),))
    exercise = shown.exercise
    first = exercise.rounds[0] if exercise.rounds else None
    for number, role in enumerate(exercise.roles):
        yield _first_card(shown, role, first, begins_page=number == 0)
    for one in exercise.rounds[1:]:
        with_facts = [role for role in exercise.roles if shown.told(role.id, one.id)]
        for number, role in enumerate(with_facts):
            yield _round_card(shown, role, one, begins_page=number == 0)


def _overview(shown: ShownExercise) -> Block:
    """Who gets a card in which round."""
    exercise = shown.exercise
    if not exercise.roles:
        return missing("de rollen")
    everyone = list_text([_name(role) for role in exercise.roles])
    rows = [(cell("Bij de start"), cell(everyone))]
    for one in exercise.rounds[1:]:
        names = [_name(role) for role in exercise.roles if shown.told(role.id, one.id)]
        told = list_text(names) if names else "niemand: deze ronde heeft geen kaarten"
        rows.append((cell(round_name(exercise, one)), cell(told)))
    return filled_table(("Wanneer", "Wie een kaart krijgt"), rows, (1.0, 2.2))


def _name(role: Role) -> str:
    return heading(role.name) or "rol zonder naam"


def _first_card(
    shown: ShownExercise, role: Role, first: PlayRound | None, *, begins_page: bool
) -> Section:
    """Who it is, what it is there for, and what it knows when the story begins."""
    blocks: list[Block] = [*_who(shown.exercise, role), Subheading("Uw taak")]
    blocks += paragraphs(role.task) or (missing("de taak van deze rol"),)
    told = shown.told(role.id, first.id) if first is not None else ()
    blocks += [Subheading("Wat u weet bij de start")]
    blocks += [_facts(told)] if told else [Paragraph((Run(_NOTHING),))]
    return _card(shown, _name(role), blocks, "Uw rolkaart, vanaf de start", begins_page)


def _who(exercise: Exercise, role: Role) -> Iterator[Paragraph]:
    """Whom one plays, where the heading does not say it already."""
    line, name = line_of(exercise), role.name.strip()
    known = any(one.id == role.organisation_id for one in line.organisations)
    organisation = line.organisation(role.organisation_id).name.strip() if known else ""
    if organisation and organisation.casefold() != name.casefold():
        yield Paragraph((Run(f"U speelt voor: {organisation}."),))
    if len(name) > len(_name(role)):
        yield Paragraph((Run(f"Uw rol: {name}"),))


def _round_card(shown: ShownExercise, role: Role, one: PlayRound, *, begins_page: bool) -> Section:
    """What a role hears in a later round, on a card of its own."""
    number = shown.exercise.rounds.index(one) + 1
    blocks: list[Block] = [Subheading("Wat u nu weet"), _facts(shown.told(role.id, one.id))]
    when = f"Pas lezen in ronde\u00a0{number}"
    return _card(shown, f"{_name(role)}: ronde\u00a0{number}", blocks, when, begins_page)


def _facts(told: tuple[str, ...]) -> Block:
    return Bullets(tuple(Item((Run(capital(one)),)) for one in told))


def _card(
    shown: ShownExercise, name: str, blocks: list[Block], when: str, begins_page: bool
) -> Section:
    return Section(
        capital(name),
        (*blocks, card_note(shown.exercise)),
        card=True,
        begins_page=begins_page,
        more=when,
    )

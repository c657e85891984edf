"""The line after each round of an exercise, large enough for a wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hgkm_desktop.models.exercise import Exercise, PlayRound
from hgkm_desktop.reports.case.casusverslag_blocks import cell, filled_table
from hgkm_desktop.reports.case.notitie_parts import missing
from hgkm_desktop.reports.content import Block, Document, LineUse, Section, TimelinePage
from hgkm_desktop.reports.exercises.exercise_head import document, round_name
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise
from hgkm_desktop.reports.practice.work_head import Making

NAME = "Tijdlijn per ronde"
_USE = (
    "Hang na elke ronde het blad van die ronde op. Erop staat alleen wat iedereen dan weet. De "
    "bladen zijn A3, om van een meter af te lezen. Op A4 afdrukken kan ook: dan zijn de letters "
    "kleiner. Dit eerste blad houdt u zelf."
)
_ALL = "alle gebeurtenissen staan in de lijst hierna"
_NEW = "wat in deze ronde nieuw is, staat in de lijst hierna"


def compose(exercise: Exercise, making: Making, about: str = "") -> Document:
    """A page for each round, or only of the round with the id `about`.

    Nothing of a later round is on a page. With one round nothing of a later one is in the file
    either, so that this file can be shown or sent before the next round.
    Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
    """
    shown = ShownExercise(exercise)
    rounds = tuple(one for one in exercise.rounds if about in ("", one.id))
    walls = tuple(_walls(shown, rounds))
    sections = (Section("De bladen", (_overview(shown, rounds),)),)
    name = NAME
    if about and rounds:
        name = f"Tijdlijn na ronde {exercise.rounds.index(rounds[0]) + 1}"
    return document(exercise, making, name, sections, use=_USE, walls=walls)


def _overview(shown: ShownExercise, rounds: tuple[PlayRound, ...]) -> Block:
    if not rounds:
        return missing("de rondes")
    rows = [
        (cell(round_name(shown.exercise, one)), cell(str(len(shown.after(one.id).events))))
        for one in rounds
    ]
    return filled_table(("Blad", "Gebeurtenissen op de lijn"), rows, (2.0, 1.2))


def _walls(shown: ShownExercise, rounds: tuple[PlayRound, ...]) -> Iterator[TimelinePage]:
    for one in rounds:
        page = _page(shown, one)
        before = _before(shown, one)
        known = {(entry.number, entry.text) for entry in before.entries} if before else set()
        # A page that says of what came before where it hangs has room for what is new.
        new = tuple(e for e in page.entries if (e.number, e.text) not in known)
        if known and len(page.entries) - len(new) == len(known) and new:
            told = f"Wat al op de lijn stond, staat bij de ronde ervoor · {page.note}"
            page = replace(page, listed=new, note=told, where=_NEW)
        yield page


def _before(shown: ShownExercise, one: PlayRound) -> TimelinePage | None:
    """The page of the round before this one."""
    place = shown.exercise.rounds.index(one)
    return _page(shown, shown.exercise.rounds[place - 1]) if place else None


def _page(shown: ShownExercise, one: PlayRound) -> TimelinePage:
    line = shown.after(one.id)
    title, number = round_name(shown.exercise, one), shown.exercise.rounds.index(one) + 1
    page = shown.drawn(line, title, shown.exercise.code, use=LineUse.WALL, where=_ALL)
    return replace(page, label=f"Na ronde {number}")

"""The oefenboek of an exercise: all that a trainer needs to prepare it and to lead it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hgkm_desktop.methods.exercise_times import BRANCH, CLOSING, OPENING, PlayTime, play_times
from hgkm_desktop.methods.exercises import StepKind, never_shown
from hgkm_desktop.models.clock import clock_text, duration_text
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.records import AvailableSince
from hgkm_desktop.reports.case.casusverslag_blocks import cell, filled_table, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Document,
    Item,
    NumberedList,
    Paragraph,
    Run,
    Section,
    Subheading,
    Tone,
)
from hgkm_desktop.reports.exercises.exercise_head import (
    document,
    heading,
    paragraphs,
    round_name,
    title_of,
)
from hgkm_desktop.reports.exercises.oefenboek_branches import branch_blocks
from hgkm_desktop.reports.exercises.oefenboek_instruments import instrument_map
from hgkm_desktop.reports.exercises.oefenboek_rounds import event_table, round_sections
from hgkm_desktop.reports.let_through.exercise_shown import ShownExercise
from hgkm_desktop.reports.practice.work_head import Making

NAME = "Oefenboek"
_USE = (
    "Dit boek is alleen voor de trainer: het verklapt alles. Het zegt wat u klaarlegt, hoe laat "
    "wat begint, wat u voorleest, en wat u bij elke keuze kunt zeggen."
)
_USUAL_START = 13 * 60
_CARE = (
    "In de zaal kan iemand zitten die zelf geweld meemaakte, thuis of in het werk. Zeg vooraf waar "
    "de oefening over gaat.",
    "Wie wil, loopt even weg of slaat een vraag over. Niemand hoeft uit te leggen waarom.",
    "Spreek af wie u na afloop opvangt als iemand daar behoefte aan heeft, en noem die persoon.",
    "Vraag niemand naar eigen ervaringen, en laat geen namen of zaken uit het eigen werk noemen.",
    "Wees precies over wat er gebeurde en maak het niet erger. Lach niet om wie hulp vraagt.",
)


def compose(
    exercise: Exercise,
    making: Making,
    playings: Iterable[Playing] = (),
) -> Document:
    """The whole exercise for its trainer, with clock times from the start of its last playing.

    Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
    """
    starts = [one.starts_at for one in playings if one.starts_at is not None]
    shown = ShownExercise(exercise)
    sections = _sections(shown, starts[-1] if starts else _USUAL_START, making.settings.available)
    return document(exercise, making, NAME, sections, use=_USE)


def _sections(
    shown: ShownExercise, starts_at: int, available: tuple[AvailableSince, ...]
) -> Iterator[Section]:
    exercise = shown.exercise
    times = play_times(exercise, starts_at)
    yield Section("Waar het over gaat", tuple(_about(exercise)))
    yield Section("Leerdoelen", (_listed(exercise.goals, "de leerdoelen"),))
    yield Section("Wat u klaarlegt", (_prepared(exercise),))
    yield Section("Hoe laat wat", tuple(_time_table(exercise, times)))
    yield Section("Zorg voor wie meedoet", (Bullets(tuple(map(_item, _CARE))),))
    yield Section("Opening", tuple(_read_aloud(exercise.opening, "de opening")))
    if not exercise.rounds:
        yield Section("De rondes", (missing("de rondes"),))
    for time in times:
        if time.step.kind is StepKind.STORY and time.step.round is not None:
            yield from round_sections(shown, time.step.round, _when(time), available)
    for branch in exercise.branches:
        title = heading(branch.title) or "Wél en géén"
        yield Section(title, tuple(branch_blocks(shown, branch)), begins_page=True)
    yield Section("Tot slot", tuple(_last(exercise)), begins_page=True)
    yield Section("Instrumenten van toen", tuple(instrument_map(shown, available)))
    if left := shown.line(never_shown(exercise)).events:
        told = note("Deze gebeurtenissen komen in geen enkele ronde op de lijn.")
        yield Section("Alleen voor u", (told, event_table(shown.line(left))))


def _item(text: str) -> Item:
    return Item((Run(text),))


def _listed(texts: Iterable[str], gap: str) -> Block:
    items = tuple(_item(as_sentence(text)) for text in texts if text.strip())
    return NumberedList(items) if items else missing(gap)


def _about(exercise: Exercise) -> Iterator[Block]:
    """What it is about and for whom; and its title where that is too long for the head."""
    if title_of(exercise) != " ".join(exercise.title.split()) and exercise.title.strip():
        yield from paragraphs(exercise.title)
    yield from paragraphs(exercise.about) or (missing("waar de oefening over gaat"),)
    if exercise.for_whom.strip():
        yield Paragraph((Run("Voor wie: ", Tone.STRONG), Run(as_sentence(exercise.for_whom))))


def _prepared(exercise: Exercise) -> Block:
    """What to print, to put ready and to arrange."""
    cards = count_text(len(exercise.roles), "rol", "rollen")
    rounds = count_text(len(exercise.rounds), "blad", "bladen")
    told = (
        f"Rolkaarten ({cards}): enkelzijdig afdrukken, losknippen, per ronde een stapel.",
        "Deelnemersbladen: een stel voor elke tafel. Deel per vraag één blad uit.",
        f"Tijdlijn per ronde ({rounds}): liefst op A3, voor aan de wand.",
        "Tafels voor vier tot zes mensen, met bij elke rol één of twee mensen.",
        "Een groot scherm met dit programma, en een klikker als u die hebt.",
        "Pennen, plakband, en een plek waar iemand even alleen kan zitten.",
    )
    return Bullets(tuple(map(_item, told)))


# --- from when to when ------------------------------------------------------------------------


def _time_table(exercise: Exercise, times: tuple[PlayTime, ...]) -> Iterator[Block]:
    rows = [
        (
            cell(_span(time)),
            cell(duration_text(time.ends - time.begins)),
            cell(_what(exercise, time)),
        )
        for time in times
    ]
    yield filled_table(("Van – tot", "Hoe lang", "Wat"), rows, (1.2, 1.1, 2.6))
    total = duration_text(times[-1].ends - times[0].begins)
    branch = f", elk ‘wél en géén’ {duration_text(BRANCH)}" if exercise.branches else ""
    yield note(
        f"Samen {total}, zonder pauze, bij een start om {clock_text(times[0].begins)} uur. De "
        f"opening kost {duration_text(OPENING)}{branch} en de afsluiting {duration_text(CLOSING)}."
    )


def _span(time: PlayTime) -> str:
    return f"{clock_text(time.begins)} – {clock_text(time.ends)}"


def _when(time: PlayTime) -> str:
    return f"{_span(time)}, {duration_text(time.ends - time.begins)}"


def _what(exercise: Exercise, time: PlayTime) -> str:
    step = time.step
    if step.kind is StepKind.OPENING:
        return "Opening"
    if step.round is not None:
        return round_name(exercise, step.round)
    if step.branch is not None:
        return heading(step.branch.title) or "Wél en géén"
    return "Tot slot en afsluiting"


# --- what is read aloud -----------------------------------------------------------------------


def _read_aloud(text: str, gap: str) -> Iterator[Block]:
    yield Subheading("Lees voor")
    yield from paragraphs(text) or (missing(gap),)


def _last(exercise: Exercise) -> Iterator[Block]:
    yield Subheading("Vragen aan iedereen")
    yield _listed(exercise.questions, "de laatste vragen")
    yield from _read_aloud(exercise.closing, "de afsluiting")

"""The words of a playing: where it is, what a table chose, and which instruments there were.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterable

from hgkm_desktop.methods.exercises import PlayStep, StepKind, moment_of
from hgkm_desktop.models.case import in_order
from hgkm_desktop.models.exercise import Branch, DecisionPoint, Exercise, PlayRound, line_of
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.playing import Playing, PlayTable, TableChoice
from hgkm_desktop.models.records import AvailableSince, Event
from hgkm_desktop.models.validity import Existed, existing_at
from hgkm_desktop.ui.parts.text import sentence_case

NO_CHOICE = "Nog geen keuze."
_KINDS = {
    StepKind.OPENING: "Begin",
    StepKind.STORY: "Wat er op de lijn komt",
    StepKind.DECISION: "Beslispunt",
    StepKind.HAPPENED: "Wat er echt gebeurde",
    StepKind.TALK: "Om te bespreken",
    StepKind.BRANCH: "Wél en géén",
    StepKind.CLOSING: "Afsluiting",
}


def round_title(exercise: Exercise, one: PlayRound | None) -> str:
    """'Ronde 2: De melding'; nothing outside a round."""
    if one is None:
        return ""
    number = [other.id for other in exercise.rounds].index(one.id) + 1
    title = one.title.strip()
    return f"Ronde {number}" + (f": {title}" if title and title != f"Ronde {number}" else "")


def step_title(exercise: Exercise, step: PlayStep | None) -> str:
    """'Ronde 2: De melding · Beslispunt', for the trainer."""
    if step is None:
        return "Einde"
    about = step.branch.title.strip() if step.branch is not None else ""
    said = (round_title(exercise, step.round), _KINDS[step.kind], about)
    return " · ".join(filter(None, said))


def table_name(table: PlayTable) -> str:
    return table.name.strip() or "Tafel zonder naam"


def has_chosen(choice: TableChoice | None) -> bool:
    """Whether there is a choice: an option, words or an intervention."""
    return choice is not None and bool(
        choice.option_id or choice.text.strip() or choice.instrument.strip()
    )


def all_chose(playing: Playing, point: DecisionPoint) -> bool:
    """Whether every table chose; before that a choice of one would lead the others."""
    tables = playing.tables
    return bool(tables) and all(has_chosen(playing.choice(point.id, t.id)) for t in tables)


def chosen_words(point: DecisionPoint, choice: TableChoice | None) -> str:
    """What a table chose, in a sentence or two."""
    if choice is None or not has_chosen(choice):
        return NO_CHOICE
    texts = point.lettered()
    said = (texts.get(choice.option_id, ""), choice.text.strip())
    return ". ".join(text.rstrip(".") for text in said if text) or sentence_case(choice.instrument)


def about_choice(choice: TableChoice | None) -> tuple[str, ...]:
    """Which intervention, why, and who has the best cards, each as far as it was said."""
    if choice is None:
        return ()
    said = (
        ("Veiligheidsinterventie: ", choice.instrument),
        ("Waarom: ", choice.why),
        ("Beste kaarten: ", choice.best_cards),
    )
    return tuple(f"{name}{words.strip()}" for name, words in said if words.strip())


def not_then(
    exercise: Exercise, point: DecisionPoint, label: str, available: Iterable[AvailableSince]
) -> str:
    """Why an instrument was not there at the moment of a decision; '' when it could be."""
    for found in existing_at(moment_of(exercise, point), available):
        if found.instrument.label == label and not found.can_be:
            return f"‘{label}’ bestond op dat moment niet: het {found.came_and_went}."
    return ""


def branch_title(branch: Branch) -> str:
    """What a branch is called in the room."""
    return branch.title.strip() or "Wél en géén"


def branch_sides(exercise: Exercise, branch: Branch) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The two sides of a branch, each with its name and its events in the order of its line."""
    named = (
        (branch.name_without.strip() or "géén", branch.events_without),
        (branch.name_with.strip() or "wél", branch.events_with),
    )
    return tuple(
        (sentence_case(name), tuple(map(_event_words, in_order(line_of(exercise, events)))))
        for name, events in named
    )


def _event_words(event: Event) -> str:
    when = sentence_case(period_text(event.start, event.end, event.ongoing))
    return f"{when}: {' '.join(event.title_in_full.split())}"


def by_who_decides(found: Iterable[Existed]) -> dict[str, list[Existed]]:
    """What could be, by who decides on it, in the order of the list."""
    groups: dict[str, list[Existed]] = {}
    for one in found:
        if one.can_be:
            who = one.instrument.decides or one.instrument.carries_out or "wie het werk doet"
            groups.setdefault(sentence_case(who), []).append(one)
    return groups

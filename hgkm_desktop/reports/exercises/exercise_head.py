"""What the papers of an exercise have alike: that it is an exercise, and what it was made of."""

from __future__ import annotations

from collections.abc import Iterable

from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.exercise import Exercise, PlayRound
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.reports.case.document_head import DISCLAIMER, MARKING, handled
from hgkm_desktop.reports.content import (
    Document,
    Fact,
    Paragraph,
    ParagraphKind,
    Run,
    Section,
    TimelinePage,
)
from hgkm_desktop.reports.practice.leertafelblad_part import shortened
from hgkm_desktop.reports.practice.work_head import Making

_TITLE, _HEADING = 110, 60  # characters
_IN_WORK = "In bewerking: nog niet alles is nagelezen na de herleidbaarheidscheck."
_INVENTED = "Dit verhaal is verzonnen om mee te oefenen. Niemand hierin bestaat."
_OF_CASE = (
    "Vertrouwelijk. Deze oefening is gemaakt van een gepseudonimiseerde casus, en nagelezen na de "
    "herleidbaarheidscheck. Wie het gezin kent, kan het herkennen: vertel er elders niet over."
)
_OWN = "Dit verhaal is geschreven om mee te oefenen."


def document(
    exercise: Exercise,
    making: Making,
    name: str,
    sections: Iterable[Section],
    *,
    use: str,
    walls: tuple[TimelinePage, ...] = (),
    called: str = "Oefening",
) -> Document:
    """A paper of an exercise; `name` is what it is called, `use` says what it is for, and `called`
    what its code is of.

    One that was made of a case has the foot of every document of a case. An invented one says that
    it is, and nowhere that it is about a real case.
    """
    state, version = exercise.state, making.version
    return Document(
        title=title_of(exercise) or f"{called} {exercise.code}",
        subtitle=name,
        code=exercise.code,
        version=version,
        made_on=making.made_on,
        state=state,
        organisation=making.settings.organisation.strip(),
        marking=MARKING if stays_at_table(state) else mark_of(exercise),
        facts=(
            Fact(called, exercise.code),
            Fact("Versie", str(version)),
            Fact("Datum", day_text(making.made_on)),
            Fact("Staat", state.label.capitalize()),
        ),
        opening=(Paragraph((Run(use),)), _handling(exercise)),
        sections=tuple(sections),
        signature=f"{name} {exercise.code} · versie {version} · {state.label}",
        disclaimer=_foot(exercise),
        accent=making.settings.accent,
        walls=walls,
    )


def mark_of(exercise: Exercise) -> str:
    """What stands on every page of it, and on the wall."""
    if exercise.from_case_id:
        return "Oefening, vertrouwelijk"
    return "Oefening, verzonnen" if exercise.library_id else "Oefening"


def _foot(exercise: Exercise) -> str:
    if exercise.from_case_id:
        return f"Oefening · {DISCLAIMER}"
    if exercise.library_id:
        return "Oefening met een verzonnen verhaal, niet over een echt gezin"
    return "Oefening, geen verslag en niet bedoeld als bewijs"


def _handling(exercise: Exercise) -> Paragraph:
    if exercise.from_case_id:
        return handled(_IN_WORK if stays_at_table(exercise.state) else _OF_CASE)
    told = _INVENTED if exercise.library_id else _OWN
    return handled(told, _IN_WORK if stays_at_table(exercise.state) else "")


def title_of(exercise: Exercise) -> str:
    """What was typed as title, short enough for the head of a paper."""
    return shortened(exercise.title, _TITLE)


def card_note(exercise: Exercise) -> Paragraph:
    """What stands on every card, as it is cut loose from the page."""
    told = "gaat na afloop terug naar de trainer"
    if exercise.library_id and not exercise.from_case_id:
        told = f"verzonnen · {told}"
    elif exercise.from_case_id:
        told = f"vertrouwelijk · {told}"
    return Paragraph((Run(f"Oefening {exercise.code} · {told}"),), ParagraphKind.NOTE)


def round_name(exercise: Exercise, one: PlayRound) -> str:
    """'Ronde 2: de nacht van de melding', short enough for a heading."""
    number = exercise.rounds.index(one) + 1
    title = shortened(one.title, _HEADING)
    return f"Ronde {number}: {title}" if title else f"Ronde {number}"


def heading(text: str) -> str:
    """What was typed, short enough for a heading."""
    return shortened(text, _HEADING)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """What was typed, paragraph by paragraph."""
    return tuple(Paragraph((Run(line.strip()),)) for line in text.split("\n") if line.strip())

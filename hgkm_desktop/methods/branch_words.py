"""A branch told in words: what is drawn of it, and what cannot be right.

Source: géén en wél Actieoverleg (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.methods.branches import (
    Beside,
    beside,
    shared_events,
    side_name,
    side_of,
    split_event,
)
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Event

NO_SPLIT = "Kies eerst na welke gebeurtenis de lijn uit elkaar gaat."
NO_DAY = (
    "De gebeurtenis waar de lijn uit elkaar gaat, heeft geen datum. Daarom is de tijd vanaf T niet "
    "te meten."
)
NOTHING_YET = "nog geen gebeurtenissen"
HOW_TO_READ = (
    "T0 is het moment T, waar de lijn uit elkaar gaat. Een + betekent: staat alleen op deze lijn. "
    "Lichter betekent: op beide lijnen hetzelfde."
)


def told_words(exercise: Exercise, branch: Branch) -> tuple[str, ...]:
    """Both lines in sentences: what is shared once, then each side with what differs there.

    It says of every event when it was, what happened, and how the other side differs.
    """
    return tuple(_told(exercise, branch))


def _told(exercise: Exercise, branch: Branch) -> Iterator[str]:
    shared = shared_events(exercise, branch)
    if shared:
        yield "Voor beide, tot en met moment T:"
        yield from (f"{_event_words(event)}." for event in shared)
    else:
        yield NO_SPLIT
    for is_with, side in enumerate(beside(branch)):
        name = side_name(branch, is_with=bool(is_with))
        yield f"{name[:1].upper()}{name[1:]}{':' if side else f': {NOTHING_YET}.'}"
        yield from (f"{_beside_words(one)}." for one in side)


def _event_words(event: Event) -> str:
    title = " ".join(event.title_in_full.split()).rstrip(".") or "zonder titel"
    when = period_text(event.start, event.end, event.ongoing)
    return f"{when[:1].upper()}{when[1:]}: {title}"


def _beside_words(one: Beside) -> str:
    said = one.words or ("op beide lijnen hetzelfde" if one.is_same else "")
    return f"{_event_words(one.event)} ({said})" if said else _event_words(one.event)


def what_cannot_be(exercise: Exercise, branch: Branch) -> tuple[str, ...]:
    """Sentences on what keeps the two lines from being compared: no T, T without a date, or an
    event of a side that is surely before T."""
    split = split_event(exercise, branch)
    if split is None:
        return (NO_SPLIT,)
    if not split.start.is_known:
        return (NO_DAY,)
    return tuple(_too_early(branch, split))


def _too_early(branch: Branch, split: Event) -> Iterator[str]:
    for is_with in (False, True):
        name = side_name(branch, is_with=is_with)
        for event in side_of(branch, is_with=is_with):
            if event.start.is_known and event.start.surely_before(split.start):
                yield (
                    f"Bij ‘{name}’ staat ‘{event.title.strip()}’ vóór moment T. Klopt de datum? "
                    "Wat vóór T gebeurde, is op beide lijnen hetzelfde."
                )

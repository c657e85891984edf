"""The words of what was read off a line: for the list, for each part, and all of it as text."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.methods.results import Part, Result, part_words, value_words
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.indicators import Indicator, indicators
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.parts.text import sentence_case

_MOST_IN_ROW = 3


def indicator_of(result: Result) -> Indicator:
    """The words of experts for a result."""
    return next(one for one in indicators() if one.id is result.indicator)


def row_words(result: Result) -> str:
    """The label and, under it, the first few things that are said."""
    said = [_short(part) for part in result.parts[:_MOST_IN_ROW]]
    left = len(result.parts) - _MOST_IN_ROW
    more = [f"en nog {left}"] if left > 0 else []
    return "\n".join([indicator_of(result).label, *said, *more])


def _short(part: Part) -> str:
    words = value_words(part.value)
    return sentence_case(f"{part.label}: {words}" if part.label else words)


def part_row(part: Part, used: int) -> str:
    """What is said and, under it, why it cannot be said or on how much it stands."""
    stands = f"Steunt op {used} {'onderdeel' if used == 1 else 'onderdelen'} van de lijn."
    said = [part.reason] if part.reason else []
    said += [stands] if used and part.value is not None else []
    return f"{_short(part)}\n{' '.join(said) or 'Steunt op niets op de lijn.'}"


def event_words(case: Case, event: Event) -> str:
    """'4 · melding · 3 mei 2022 · buren bellen': an event by its number on the line."""
    when = period_text(event.start, event.end, event.ongoing, short=True)
    number = numbers(case)[event.id]
    return f"{number} · {event.kind.label} · {when} · {event.title_in_full}"


def whole_text(case: Case, results: tuple[Result, ...]) -> str:
    """All results with their definitions, as text of its own; events by their number only."""
    head = f"Uitkomsten uit de lijn, casus {case.code}, {case.state.label}"
    return "\n\n".join([head, *("\n".join(_said(case, result)) for result in results)])


def _said(case: Case, result: Result) -> Iterator[str]:
    words, number = indicator_of(result), numbers(case)
    yield words.label
    for part in result.parts:
        used = sorted(number[i] for i in part.used_ids if i in number)
        which = f" [gebeurtenis {', '.join(map(str, used))}]" if used else ""
        yield f"- {sentence_case(part_words(part))}{which}"
    yield f"Definitie: {words.definition}"
    yield f"Wat het niet is: {words.is_not}"
    yield words.source

"""Whether an instrument or organisation existed at a moment; using one outside its time warns.

Nothing is refused: the list can be wrong, and so can a date. Since when something can be used here
counts for what is not everywhere ('hier beschikbaar sinds').
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.content import (
    Instrument,
    KnownOrganisation,
    instruments,
    known_instrument,
    known_organisation,
)
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import AvailableSince, Event
from hgkm_desktop.models.terms import Answer, Occurrence


@dataclass(frozen=True, slots=True)
class Existed:
    """An instrument in a stretch of time: `there` is onbekend when it came or went within it.

    `first` and `last` are the days, included, on which it can be used here; None is open. When
    `is_here_known` is False it is regional and nobody said since when it can be used here.
    """

    instrument: Instrument
    there: Answer
    first: date | None
    last: date | None
    is_here_known: bool

    @property
    def can_be(self) -> bool:
        """False when it surely did not exist then."""
        return self.there is not Answer.NEE

    @property
    def came_and_went(self) -> str:
        """'kan sinds 1 januari 2015', 'kon tot en met 31 december 2019', or nothing."""
        return _time_words(self.first, self.last)


def existing_at(
    moment: Moment | None, available: Iterable[AvailableSince] = ()
) -> tuple[Existed, ...]:
    """Every instrument with whether it existed in all days of a moment; without a moment: ever."""
    here = {a.instrument_id: a.since for a in available}
    return tuple(_existed(one, moment, here.get(one.id)) for one in instruments())


def _existed(instrument: Instrument, moment: Moment | None, here: date | None) -> Existed:
    first = _first_day(instrument, here)
    there = Answer.JA
    if moment is not None and moment.is_known:
        there = _there(first, instrument.valid_until, moment)
    is_here_known = not instrument.is_regional or here is not None
    return Existed(instrument, there, first, instrument.valid_until, is_here_known)


def _first_day(instrument: Instrument, here: date | None) -> date | None:
    if here is None or not instrument.is_regional:
        return instrument.valid_from
    return max(here, instrument.valid_from or here)


def _there(first: date | None, last: date | None, moment: Moment) -> Answer:
    """Ja when it existed on every day that the moment can be, nee when on none of them."""
    if (first and moment.latest < first) or (last and moment.earliest > last):
        return Answer.NEE
    began = first is None or moment.earliest >= first
    still = last is None or moment.latest <= last
    return Answer.JA if began and still else Answer.ONBEKEND


def warnings_of(case: Case, event: Event, available: Iterable[AvailableSince]) -> tuple[str, ...]:
    """What an event uses outside its time, each in a sentence with the days and the legal frame."""
    found = [_instrument_warning(event, tuple(available))]
    names = [case.organisation(i).name for i in event.organisation_ids]
    found += [_organisation_warning(name, event.start) for name in (*names, event.reported_to)]
    return tuple(dict.fromkeys(words for words in found if words))


def _instrument_warning(event: Event, available: tuple[AvailableSince, ...]) -> str:
    instrument = known_instrument(event.instrument) if event.instrument.strip() else None
    if instrument is None or not event.start.is_known:
        return ""
    here = next((a.since for a in available if a.instrument_id == instrument.id), None)
    found = _existed(instrument, event.start, here)
    if event.occurrence is Occurrence.BESTOND_NIET:
        return _said_not_there(found)
    if found.there is Answer.JA:
        return ""
    name = f"{instrument.label[:1].upper()}{instrument.label[1:]}"
    words = f"{name} {_when(found, event.start)}: het {found.came_and_went} ({instrument.frame})."
    if event.occurrence is Occurrence.NIET_GEDAAN and found.there is Answer.NEE:
        words += " Kies dan liever ‘bestond hier nog niet’."
    return words


def _said_not_there(found: Existed) -> str:
    """What exists everywhere by law cannot be missing here; of what is regional nobody can say."""
    if found.there is not Answer.JA or not found.is_here_known or found.first is None:
        return ""
    instrument = found.instrument
    name = f"{instrument.label[:1].upper()}{instrument.label[1:]}"
    return f"{name} bestond toen wel: het {found.came_and_went} ({instrument.frame})."


def _when(found: Existed, moment: Moment) -> str:
    is_early = found.first is not None and moment.earliest < found.first
    maybe = "misschien " if found.there is Answer.ONBEKEND else ""
    is_here = found.first != found.instrument.valid_from
    was = "was hier toen" if is_early and is_here else "bestond toen"
    available = " beschikbaar" if is_early and is_here else ""
    return f"{was} {maybe}{'nog niet' if is_early else 'niet meer'}{available}"


def _organisation_warning(name: str, moment: Moment) -> str:
    known: KnownOrganisation | None = known_organisation(name) if name.strip() else None
    if known is None or not moment.is_known:
        return ""
    there = _there(known.valid_from, known.valid_until, moment)
    if there is Answer.JA:
        return ""
    maybe = "misschien " if there is Answer.ONBEKEND else ""
    if known.valid_from is not None and moment.earliest < known.valid_from:
        when = f"nog niet: sinds {day_text(known.valid_from)}"
    else:
        when = f"niet meer: tot en met {day_text(known.valid_until or date.max)}"
    return f"{known.name[:1].upper()}{known.name[1:]} bestond toen {maybe}{when}."


def _time_words(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return f"kon van {day_text(first)} tot en met {day_text(last)}"
    if last is not None:
        return f"kon tot en met {day_text(last)}"
    return f"kan sinds {day_text(first)}" if first is not None else ""

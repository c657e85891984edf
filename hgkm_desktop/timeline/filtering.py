"""Which events of a case pass a filter; the others keep their number and their place."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.timeline.marks import span_of

_NOTHING_SAID: tuple[Beleving, ...] = ()
_ACCENTS = re.compile("[\u0300-\u036f]+")  # accents as letters of their own


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What an event must have to be shown; everything that is filled in must hold.

    Of several kinds, organisations, betrokkenen or marks one is enough. `first` and `last` are
    days, both included; None is open. `deelnemer_id` says whose signs are shown and leaves every
    event: how many events pass stands on screen, and belevingen are never counted per deelnemer.
    """

    text: str = ""
    kinds: frozenset[EventKind] = frozenset()
    organisation_ids: frozenset[str] = frozenset()
    betrokkene_ids: frozenset[str] = frozenset()
    marks: frozenset[Mark] = frozenset()
    deelnemer_id: str = ""
    only_divergent: bool = False
    only_risk: bool = False
    only_pivotal: bool = False
    first: date | None = None
    last: date | None = None

    @property
    def is_empty(self) -> bool:
        """True when it lets every event of every case pass."""
        return replace(self, text=self.text.strip(), deelnemer_id="") == EventFilter()

    def matches(self, case: Case) -> frozenset[str]:
        """The ids of the events that pass.

        Every word of the text must occur in the title, fact, source, organisations, roles or
        belevingen; capitals and accents do not count. A period asks for an event that may have
        been on one of its days; an undated event never is.
        """
        said = _said_of(case.belevingen)
        find = _TextSearch(case, self.text)
        found = []
        for event in case.events:
            belevingen = said.get(event.id, _NOTHING_SAID)
            if (
                self._fits(event)
                and self._fits_belevingen(event, belevingen)
                and find.in_event(event, belevingen)
            ):
                found.append(event.id)
        return frozenset(found)

    def _fits(self, event: Event) -> bool:
        involved = (part.betrokkene_id for part in event.involved)
        return (
            (not self.kinds or event.kind in self.kinds)
            and _shares(self.organisation_ids, event.organisation_ids)
            and _shares(self.betrokkene_ids, involved)
            and (event.is_pivotal or not self.only_pivotal)
            and self._may_be_in_period(event)
        )

    def _fits_belevingen(self, event: Event, belevingen: Iterable[Beleving]) -> bool:
        marks = {b.mark for b in belevingen}
        return (
            (not self.marks or bool(self.marks & marks))
            and (not self.only_divergent or len(marks) > 1)
            and (not self.only_risk or event.marks_risk or Mark.RISICO in marks)
        )

    def _may_be_in_period(self, event: Event) -> bool:
        if self.first is None and self.last is None:
            return True
        span = span_of(event.start, event.end, event.ongoing)
        if span is None:
            return False
        if self.last is not None and span.first > self.last.toordinal():
            return False
        return self.first is None or span.last > self.first.toordinal()


class _TextSearch:
    """Looks for the words of a text in the words of events."""

    def __init__(self, case: Case, text: str) -> None:
        self._wanted = _plain(text).split()
        self._names = {o.id: o.name for o in case.organisations}
        self._roles = {b.id: b.role for b in case.betrokkenen}

    def in_event(self, event: Event, belevingen: Iterable[Beleving]) -> bool:
        """True when every word is somewhere in the event; also when there is no word."""
        if not self._wanted:
            return True
        words = [event.title, event.fact, event.source]
        words += [self._names.get(i, "") for i in event.organisation_ids]
        words += [self._roles.get(part.betrokkene_id, "") for part in event.involved]
        for b in belevingen:
            words += [b.explanation, b.now_different, b.obstacle, b.needed_from]
        text = _plain("\n".join(words))
        return all(word in text for word in self._wanted)


def _said_of(belevingen: Iterable[Beleving]) -> dict[str, list[Beleving]]:
    said: dict[str, list[Beleving]] = defaultdict(list)
    for beleving in belevingen:
        said[beleving.event_id].append(beleving)
    return said


def _shares(wanted: frozenset[str], present: Iterable[str]) -> bool:
    return not wanted or not wanted.isdisjoint(present)


def _plain(text: str) -> str:
    """The text without capitals and accents: 'Één' and 'een' are the same."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))

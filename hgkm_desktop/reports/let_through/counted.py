"""A case as a document says it that counts from T0: distances, and no date at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.intervals import DayRange, since_words
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.reports.let_through.dates import CountedMoment, with_moments
from hgkm_desktop.reports.options import Dates, DocumentOptions
from hgkm_desktop.timeline.choices import Choices

_MADE_UP = date(2000, 1, 1)  # where T0 stands, whatever day it was


@dataclass(frozen=True, slots=True)
class Count:
    """Counts from one moment, of the event with this id."""

    event_id: str
    origin: Moment

    @classmethod
    def of(cls, case: Case, shown: Case) -> Count:
        """The count from T0 of a case of which `shown` is printed.

        Raises BadInput when there is no T0, when it has no date, and when its event is not printed:
        who reads the paper would not know what is counted from.
        """
        if not case.t0_event_id:
            raise BadInput("Er is nog geen T0 gekozen.", todo=_CHOOSE)
        if case.t0_event_id not in {event.id for event in shown.events}:
            raise BadInput("De gebeurtenis van T0 komt niet op dit papier.", todo=_OTHER)
        origin = case.event(case.t0_event_id).start
        if not origin.is_known:
            raise BadInput("De gebeurtenis van T0 heeft geen datum.", todo=_OTHER)
        return cls(case.t0_event_id, origin)

    def case(self, shown: Case) -> Case:
        """The same case with every moment in it counted from T0."""
        return replace(
            shown,
            events=tuple(self._event(event) for event in shown.events),
            cijfers=tuple(replace(c, moment=self.moment(c.moment)) for c in shown.cijfers),
            regie=tuple(with_moments(regie, self.moment) for regie in shown.regie),
            fasen=tuple(with_moments(fase, self.moment) for fase in shown.fasen),
            radertjes=tuple(with_moments(r, self.moment) for r in shown.radertjes),
            talk=replace(shown.talk, moment=self.moment(shown.talk.moment)),
            t0_event_id=self.event_id,
        )

    def moment(self, moment: Moment) -> Moment:
        """How far from T0 a moment is; what is not known stays so."""
        first, last = self.day(moment.first), self.day(moment.last)
        if first is None or last is None:
            return moment
        time = DayRange(*self.origin.days_until(moment))
        words, brief = since_words(time), since_words(time, short=True)
        return CountedMoment(moment.precision, first, last, moment.circa, words, brief)

    def day(self, day: date | None) -> date | None:
        """The made-up day that lies as far from the made-up T0."""
        return day and day + (_MADE_UP - self.origin.middle)

    def _event(self, event: Event) -> Event:
        return with_moments(event, self._own if event.id == self.event_id else self.moment)

    def _own(self, moment: Moment) -> Moment:
        """A moment of the event of T0 itself: it begins at T0, however exactly that is known."""
        counted = self.moment(moment)
        if moment == self.origin and isinstance(counted, CountedMoment):
            return replace(counted, said="T0", brief="T0")
        return counted


_CHOOSE = "Kies op de tijdlijn een gebeurtenis en druk op Ctrl+0."
_OTHER = "Kies een andere gebeurtenis als T0, of andere data voor dit document."


def said(case: Case, shown: Case, options: DocumentOptions) -> tuple[Case, DocumentOptions]:
    """What is printed of a case, and the options of its line, counted from T0 when that is
    asked. Raises what `Count.of` raises."""
    if options.dates is not Dates.RELATIEF:
        return shown, options
    count = Count.of(case, shown)
    first, last = count.day(options.first), count.day(options.last)
    return count.case(shown), replace(options, first=first, last=last)


def undated(choices: Choices, dates: Dates) -> Choices:
    """The choices of a line, whose axis names no date when it counts from T0."""
    return replace(choices, is_dated=dates is not Dates.RELATIEF)

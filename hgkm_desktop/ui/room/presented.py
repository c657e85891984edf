"""What a presentation may show of a case, and in which words: only what was agreed to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.records import Beleving, Deelnemer, Event, Involvement
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import Audience, FactStatus, Mark
from hgkm_desktop.reports.let_through.dates import coarse_period
from hgkm_desktop.reports.let_through.held_back import without_held_back
from hgkm_desktop.reports.let_through.shown import chosen_case, may_be_shown
from hgkm_desktop.reports.options import Dates
from hgkm_desktop.timeline.lanes import HOUSEHOLD
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.line.event_words import when_in_words

_DOUBTED = (FactStatus.VERMOEDEN, FactStatus.BETWIST)


@dataclass(frozen=True, slots=True)
class Lived:
    """How one deelnemer lived the event: what stands in their column.

    `explanation` is empty unless these words may be seen as well.
    """

    mark: Mark
    organisation: str
    words: str
    explanation: str = ""


def mark_may_show(case: Case, beleving: Beleving) -> bool:
    """Whether the mark of a beleving may stand on the presentation, where its event does.

    While a case is in bewerking the room is the table, which drew the line together and saw every
    mark being set. Once it is deelbaar others may look as well, and then only what is meant for
    'bestuur' is there.
    Source: *voor wie* is ours (docs/bronnen.md); casusevaluatie, stap 4 (bron 4).
    """
    return stays_at_table(case.state) or beleving.audience is Audience.BESTUUR


def words_may_show(case: Case, beleving: Beleving) -> bool:
    """Whether the explanation of a beleving may stand on the presentation as well.

    'Alleen aan tafel', which is the default, means that the words were said there: they are not
    held up large before a room, where they could be read by who comes in and be copied. Only who
    gave wider leave (verslag or bestuur) agreed to have them shown. What one would do now, what
    was in the way and what is needed are never shown: they are for the talk itself.
    Source: *voor wie* is ours (docs/bronnen.md); casusevaluatie, stap 4 en 5 (bron 4).
    """
    return beleving.audience is not Audience.TAFEL and mark_may_show(case, beleving)


def presented_case(case: Case) -> Case:
    """The case with only what may be shown: every field that is not named here is empty.

    `seq` of an event is its number in the whole case, so that what has no date keeps its place
    when the event before it is not shown. Functions are left out: an organisation speaks. Of a
    deelbare case the days are no finer than a month, and who stands only in what is held back is
    held back too, as on its documents. What a blind round still hides is hidden here.
    """
    case, number = seen(case), numbers(case)
    allowed = [event for event in in_order(case) if may_be_shown(case, event)]
    events = tuple(_bare_event(case, event, number[event.id]) for event in allowed)
    shown = {event.id for event in events}
    if not stays_at_table(case.state):
        case = without_held_back(chosen_case(case), allowed)
    return Case(
        id=case.id,
        code=case.code,
        state=case.state,
        betrokkenen=case.betrokkenen,
        organisations=case.organisations,
        deelnemers=tuple(Deelnemer(d.id, d.seq, d.organisation_id, "") for d in case.deelnemers),
        events=events,
        belevingen=tuple(
            _bare_beleving(case, beleving)
            for beleving in case.belevingen
            if beleving.event_id in shown and mark_may_show(case, beleving)
        ),
        t0_event_id=case.t0_event_id if case.t0_event_id in shown else "",
        lane_order=case.lane_order,
    )


def _bare_event(case: Case, event: Event, number: int) -> Event:
    said = event if stays_at_table(case.state) else coarse_period(event, Dates.MAAND)
    return Event(
        id=event.id,
        seq=float(number),
        kind=event.kind,
        title=event.title,
        start=said.start,
        end=said.end,
        ongoing=event.ongoing,
        occurrence=event.occurrence,
        fact_status=event.fact_status,
        involved=tuple(Involvement(i.betrokkene_id, i.role) for i in event.involved),
        organisation_ids=event.organisation_ids,
        pressure=event.pressure,
        effect=event.effect,
        chain_phase=event.chain_phase,
        safety_phase=event.safety_phase,
        is_risk_moment=event.is_risk_moment,
        is_pivotal=event.is_pivotal,
    )


def _bare_beleving(case: Case, beleving: Beleving) -> Beleving:
    return Beleving(
        beleving.id,
        beleving.seq,
        beleving.event_id,
        beleving.deelnemer_id,
        beleving.mark,
        beleving.risk_of,
        beleving.safety_of,
        beleving.explanation if words_may_show(case, beleving) else "",
    )


def in_period(events: Iterable[Event], window: Window) -> frozenset[str] | None:
    """The ids of the events that touch a part of time; None when every event does.

    What has no date stands outside time and is always there.
    """
    events = tuple(events)
    found = frozenset(event.id for event in events if _touches(event, window))
    return None if len(found) == len(events) else found


def _touches(event: Event, window: Window) -> bool:
    if not event.start.is_known:
        return True
    end = event.end if event.end is not None and event.end.is_known else event.start
    last = inf if event.ongoing and event.end is None else end.latest.toordinal() + 1
    return event.start.earliest.toordinal() < window.last and last > window.first


# --- words of a presented case -------------------------------------------------------------


def subtitle(case: Case, event: Event) -> str:
    """'april 2023, alleen de maand is bekend · Veilig Thuis, politie'."""
    parts = [when_in_words(event), _who(case, event)]
    if event.fact_status in _DOUBTED:
        parts.append(event.fact_status.label)
    return " · ".join(parts)


def lived(case: Case, deelnemer_id: str = "") -> dict[str, tuple[Lived, ...]]:
    """By event id how it was lived, in the order of the table; only by one deelnemer if asked."""
    organisation = {o.id: _name(o.name) for o in case.organisations}
    speaks = {d.id: organisation[d.organisation_id] for d in case.deelnemers}
    place = {d.id: number for number, d in enumerate(case.deelnemers)}
    heard = [b for b in case.belevingen if deelnemer_id in ("", b.deelnemer_id)]
    found: dict[str, tuple[Lived, ...]] = {}
    for one in sorted(heard, key=lambda b: place[b.deelnemer_id]):
        said = Lived(one.mark, speaks[one.deelnemer_id], _mark_words(one), one.explanation)
        found[one.event_id] = (*found.get(one.event_id, ()), said)
    return found


def spoken(case: Case, event: Event, said: Iterable[Lived]) -> str:
    """Everything that is shown of an event in one sentence, for who hears the screen."""
    parts = [event.title_in_full, event.kind.label, subtitle(case, event).replace(" · ", ". ")]
    for one in said:
        words = f"{one.organisation}: {one.words}"
        parts.append(f"{words}. “{one.explanation}”" if one.explanation else words)
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _who(case: Case, event: Event) -> str:
    names = {o.id: o.name for o in case.organisations}
    found = [names[i] for i in event.organisation_ids if i in names]
    return ", ".join(found) if found else HOUSEHOLD


def _name(name: str) -> str:
    return name[:1].upper() + name[1:]


def _mark_words(beleving: Beleving) -> str:
    """'risicovol besluit: veiligheid van betrokkenen'."""
    words = beleving.mark.label
    if beleving.risk_of is not None:
        words = f"{words} {beleving.risk_of.label}"
    if beleving.safety_of:
        words = f"{words}: veiligheid van {list_text([s.label for s in beleving.safety_of])}"
    return words

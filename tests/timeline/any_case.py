"""Any case that a line may have to show, and any way to look at it, for property tests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import UNKNOWN, Moment
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import (
    Deelnemer,
    Event,
    Fase,
    Involvement,
    Organisation,
    Regie,
    Veiligheidscijfer,
    new_id,
)
from hgkm_desktop.models.terms import (
    Answer,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    Mark,
    Occurrence,
    Pressure,
    RegieHolder,
    RegieKind,
    SafetyPhase,
)
from hgkm_desktop.timeline.choices import Band, Choices, LaneBy
from hgkm_desktop.timeline.lanes import lanes_of
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

MOMENTS = (
    "3-2-2023",
    "4-2-2023",
    "feb 2023",
    "voorjaar 2023",
    "2022",
    "circa 3-3-2023",
    "circa mrt 2023",
    "tussen mrt en mei 2023",
    "1e kwartaal 2024",
    "1823",
    "2199",
)
PERIODS = (
    "3-13 mei 2023",
    "feb 2023 - apr 2023",
    "2022 - 2023",
    "1-1-2023 - 1-3-2023",
    "vanaf mrt 2023",
    "vanaf 7-3-2023",
)
TITLES = ("ruzie", "overdracht van politie naar wijkteam", "x" * 5000, "één gezin, één plan")
POLITIE, VEILIG_THUIS, WIJKTEAM = ORGANISATIONS = tuple(
    an_organisation(name) for name in ("politie", "Veilig Thuis", "wijkteam met een lange naam")
)
AT_TABLE: tuple[Deelnemer, ...] = tuple(a_deelnemer(o) for o in ORGANISATIONS)
PEOPLE = (a_betrokkene("moeder"), a_betrokkene("oudste kind uit een vorige relatie"))

_ids = st.lists(st.sampled_from([o.id for o in ORGANISATIONS]), unique=True).map(tuple)
_persons = st.lists(st.sampled_from([p.id for p in PEOPLE]), unique=True, max_size=2)
events = st.builds(
    an_event,
    st.sampled_from(("", *MOMENTS, *PERIODS)),
    st.sampled_from(TITLES),
    kind=st.sampled_from(EventKind),
    occurrence=st.sampled_from(Occurrence),
    fact_status=st.sampled_from(FactStatus),
    pressure=st.none() | st.sampled_from(Pressure),
    effect=st.sampled_from(Effect),
    chain_phase=st.none() | st.sampled_from(ChainPhase),
    safety_phase=st.none() | st.sampled_from(SafetyPhase),
    is_pivotal=st.booleans(),
    is_risk_moment=st.booleans(),
    organisation_ids=_ids,
    involved=_persons.map(lambda ids: tuple(Involvement(i) for i in ids)),
)
phrases = st.sampled_from(("", *MOMENTS, *PERIODS))


def _moment(phrase: str) -> Moment:
    return read_whole(phrase).start if phrase else UNKNOWN


cijfers = st.builds(
    Veiligheidscijfer,
    id=st.builds(new_id),
    seq=st.floats(1, 9),
    moment=st.sampled_from(MOMENTS).map(_moment),
    score=st.integers(0, 20).map(lambda halves: halves / 2),
    betrokkene_id=st.sampled_from(("", PEOPLE[0].id, PEOPLE[1].id)),
    organisation_ids=_ids,
    jointly=st.sampled_from(Answer),
    at_closing=st.booleans(),
)


@st.composite
def regies(draw: st.DrawFn) -> Regie:
    holder, period = draw(st.sampled_from(RegieHolder)), read_whole(draw(phrases))
    organisation: Organisation = draw(st.sampled_from(ORGANISATIONS))
    return Regie(
        new_id(),
        draw(st.floats(1, 9)),
        draw(st.sampled_from(RegieKind)),
        holder,
        organisation.id if holder is RegieHolder.ORGANISATIE else "",
        period.start,
        period.end,
        period.ongoing,
    )


@st.composite
def fasen(draw: st.DrawFn) -> Fase:
    period = read_whole(draw(phrases))
    return Fase(
        new_id(),
        draw(st.floats(1, 9)),
        draw(st.sampled_from(SafetyPhase)),
        period.start,
        period.end,
        period.ongoing,
        draw(st.sampled_from(Occurrence)),
    )


@st.composite
def cases(draw: st.DrawFn, most: int = 24) -> Case:
    """Up to `most` events with belevingen, and up to six of everything that stands in a band."""
    found = [
        _backwards(event) if backwards else event
        for event, backwards in draw(st.lists(st.tuples(events, st.booleans()), max_size=most))
    ]
    case, has_t0 = a_case_with(*ORGANISATIONS, *AT_TABLE, *PEOPLE), draw(st.booleans())
    case = replace(
        case,
        events=tuple(found),
        cijfers=tuple(draw(st.lists(cijfers, max_size=6))),
        regie=tuple(draw(st.lists(regies(), max_size=6))),
        fasen=tuple(draw(st.lists(fasen(), max_size=6))),
        t0_event_id=found[0].id if has_t0 and found else "",
    )
    for event in found[:8]:
        for deelnemer in AT_TABLE:
            if mark := draw(st.none() | st.sampled_from(Mark)):
                case = case.put(a_beleving(event, deelnemer, mark))
    return case


def _backwards(event: Event) -> Event:
    """With an end before its start, as a file made by hand may have."""
    return replace(event, end=_moment("1-1-2022")) if event.end is not None else event


@st.composite
def looks(draw: st.DrawFn) -> tuple[Case, Choices]:
    """Any case in any lanes, some of them folded or hidden, with any bands, while some of its
    events stand back."""
    case, lane_by = draw(cases()), draw(st.sampled_from(LaneBy))
    keys = [lane.key for lane in lanes_of(case, Choices(lane_by), case.events).lanes]
    some = st.lists(st.integers(0, 9), max_size=2)
    ids = [event.id for event in case.events]
    return case, Choices(
        lane_by,
        folded=_picked(keys, draw(some)),
        hidden=_picked(keys, draw(some)),
        dimmed=_picked(ids, draw(some)),
        doubted=_picked(ids, draw(some)),
        bands=draw(st.sets(st.sampled_from(Band)).map(frozenset)),
        gap_days=draw(st.sampled_from((0, 30, 400))),
    )


def _picked(words: list[str], numbers: list[int]) -> frozenset[str]:
    return frozenset(words[number] for number in numbers if number < len(words))

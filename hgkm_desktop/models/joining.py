"""Joining events that are the same: one is kept, and nothing that was typed gets lost.

How they become one is ours (docs/bronnen.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.joined_belevingen import narrowest, with_belevingen_at
from hgkm_desktop.models.moment import Moment, period_text
from hgkm_desktop.models.records import Duidingsverschil, Event, Involvement, Knowledge, Lesson
from hgkm_desktop.models.terms import Answer, Effect, Term

_O = TypeVar("_O", FactorCode, CruciaalPunt, FrisseBlik)
_E = TypeVar("_E", Duidingsverschil, Lesson, Radertje, NaastElkaar)

# How a line of a fact begins that says what the others said, and which date was taken.
SAID_OTHERWISE, CHOSEN_DATE = "Er stond ook:", "Gekozen datum:"
DATE, SINCE = "datum:", "sinds"

# Fields of which the first that was filled in counts, and how a difference names them.
_FILLED_ONCE = {
    "possible_since": f"het had gekund {SINCE}",
    "reported_to": "bij wie",
    "feedback_given": "hoorde de melder iets terug",
    "child_present": "kinderen erbij",
    "child_seen": "kinderen gezien",
    "child_spoken": "kinderen zelf gesproken",
    "child_spoken_by": "gesproken door",
    "instrument": "instrument",
    "pressure": "hoe vrij",
    "result": "resultaat",
    "effect": "werkte het",
    "chain_phase": "ketenfase",
    "safety_phase": "veiligheidsfase",
}
_NAMES = {**_FILLED_ONCE, "added_by": "toegevoegd door"}


def joined(case: Case, ids: Collection[str]) -> Case:
    """The case with these events made into one: that with the most exact date, else the first.

    It keeps its id, date and title. Texts are put together, each fact with its source; what the
    others said otherwise - another date, title, kind and so on - follows the facts in words.
    Belevingen, lessons, factors, T0 and all else that is about the others become its own. It is
    shown, and to whom, as the strictest of them was.
    Raises BadInput for fewer than two events, and when the texts together are too long; KeyError
    for an event that is not in the case.
    """
    chosen = {case.event(i).id for i in ids}
    if len(chosen) < 2:
        raise BadInput("Kies twee of meer gebeurtenissen.", safe="Er is niets samengevoegd.")
    line = [event for event in in_order(case) if event.id in chosen]
    kept = min(line, key=_vagueness)
    others = [event for event in line if event is not kept]
    gone = frozenset(event.id for event in others)
    case = with_belevingen_at(case, kept, others)
    case = replace(
        case,
        lessons=tuple(_pointing_at(lesson, kept.id, gone) for lesson in case.lessons),
        verschillen=tuple(_pointing_at(v, kept.id, gone) for v in case.verschillen),
        radertjes=tuple(_pointing_at(r, kept.id, gone) for r in case.radertjes),
        naast_elkaar=tuple(_pointing_at(n, kept.id, gone) for n in case.naast_elkaar),
        codes=tuple(_of_event(c, kept.id, gone) for c in case.codes),
        punten=tuple(_of_event(p, kept.id, gone) for p in case.punten),
        blikken=tuple(_of_event(b, kept.id, gone) for b in case.blikken),
        t0_event_id=kept.id if case.t0_event_id in gone else case.t0_event_id,
    )
    return case.drop_events(gone).put(_one_of(case, [kept, *others]))


def _vagueness(event: Event) -> tuple[bool, int, bool]:
    start = event.start
    if not start.is_known:
        return True, 0, event.end is None
    return False, (start.latest - start.earliest).days, event.end is None


def _pointing_at(record: _E, kept_id: str, gone: frozenset[str]) -> _E:
    if gone.isdisjoint(record.event_ids):
        return record
    ids = dict.fromkeys(kept_id if i in gone else i for i in record.event_ids)
    return replace(record, event_ids=tuple(ids))


def _of_event(record: _O, kept_id: str, gone: frozenset[str]) -> _O:
    return replace(record, event_id=kept_id) if record.event_id in gone else record


# --- the event itself ----------------------------------------------------------------------


def _one_of(case: Case, every: Sequence[Event]) -> Event:
    """The first, which is kept, with all that the others knew."""
    kept, others = every[0], every[1:]
    days = [event.added_on for event in every if event.added_on is not None]
    one = replace(
        kept,
        **{name: _first_filled(name, every) for name in _FILLED_ONCE},
        status_by=_status_by(kept, others),
        source=_put_together(event.source for event in every),
        legal_ground=_put_together(event.legal_ground for event in every),
        added_at=_put_together(event.added_at for event in every),
        involved=_parts(every),
        organisation_ids=tuple(dict.fromkeys(i for e in every for i in e.organisation_ids)),
        knowledge=_knowledge(every),
        is_risk_moment=any(event.is_risk_moment for event in every),
        is_pivotal=any(event.is_pivotal for event in every),
        is_shown=all(event.is_shown for event in every),
        audience=narrowest(event.audience for event in every),
        added_on=min(days, default=None),
    )
    return replace(one, fact=_fact(case, one, every))


def _first_filled(name: str, events: Iterable[Event]) -> Any:  # noqa: ANN401
    empty = Event.__dataclass_fields__[name].default
    return next((v for v in (getattr(event, name) for event in events) if v != empty), empty)


def _status_by(kept: Event, others: Iterable[Event]) -> str:
    alike = (event.status_by for event in others if event.fact_status is kept.fact_status)
    return kept.status_by or next(filter(None, alike), "")


def _parts(events: Iterable[Event]) -> tuple[Involvement, ...]:
    """The parts of everyone in the first event that says more than that they were in it; who said
    so is taken from another where that one does not tell."""
    found: dict[str, list[Involvement]] = {}
    for event in events:
        for who, parts in _parts_by_person(event).items():
            present = found.get(who, [])
            if present in ([], [Involvement(who)]):
                found[who] = parts
            else:
                found[who] = [_with_who_said_so(part, parts) for part in present]
    return tuple(dict.fromkeys(part for parts in found.values() for part in parts))


def _parts_by_person(event: Event) -> dict[str, list[Involvement]]:
    """Someone may have two parts in one event, such as slachtoffer and pleger."""
    parts: dict[str, list[Involvement]] = {}
    for part in event.involved:
        parts.setdefault(part.betrokkene_id, []).append(part)
    return parts


def _with_who_said_so(part: Involvement, others: Iterable[Involvement]) -> Involvement:
    if part.according_to:
        return part
    return next((o for o in others if o.role is part.role and o.according_to), part)


def _knowledge(events: Iterable[Event]) -> tuple[Knowledge, ...]:
    """Every organisation once: the first answer, with the first moment for the same answer."""
    known: dict[str, Knowledge] = {}
    for one in (one for event in events for one in event.knowledge):
        present = known.setdefault(one.organisation_id, one)
        if present == Knowledge(one.organisation_id) or (
            present.known is one.known and not present.since.is_known
        ):
            known[one.organisation_id] = one
    return tuple(known.values())


def _different(texts: Iterable[str]) -> list[str]:
    """The texts that say something, each once."""
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _put_together(texts: Iterable[str]) -> str:
    """Each part once, also of what was put together before."""
    return "; ".join(_different(part for text in texts for part in text.split("; ")))


# --- what the others said otherwise ---------------------------------------------------------


def _fact(case: Case, one: Event, every: Sequence[Event]) -> str:
    """The facts below each other, each with its source, and then what was said otherwise."""
    source_of = {event.fact.strip(): event.source for event in reversed(every)}
    facts = _different(event.fact for event in every)
    if len({event.source.strip() for event in every}) > 1:
        facts = [_with_source(fact, source_of[fact]) for fact in facts]
    here = _said(case, one)
    remarks = [_otherwise(here, _said(case, other), other.source) for other in every[1:]]
    dates = _different(_when(event) for event in every)
    chosen = [f"{CHOSEN_DATE} {dates[0]}"] if len(dates) > 1 else []
    return "\n\n".join(filter(None, (*facts, *remarks, *chosen)))


def _with_source(words: str, source: str) -> str:
    return f"{words} (bron: {source.strip()})" if source.strip() else words


def _otherwise(here: Iterable[_Said], there: Iterable[_Said], source: str) -> str:
    """'Er stond ook: ‘ruzie’; soort: incident (bron: school)'; empty when nothing differs."""
    present = {(name, words.casefold()) for name, words in here}
    differs = [
        f"{name} {words}".strip()
        for name, words in there
        if words and (name, words.casefold()) not in present
    ]
    return _with_source(f"{SAID_OTHERWISE} {'; '.join(differs)}", source) if differs else ""


def _when(event: Event) -> str:
    return period_text(event.start, event.end, event.ongoing) if event.start.is_known else ""


_Said = tuple[str, str]


def _said(case: Case, event: Event) -> list[_Said]:
    """What an event says in words besides its fact and source, each after its name."""
    roles = {b.id: b.role for b in case.betrokkenen}
    names = {o.id: o.name for o in case.organisations}
    return [
        ("", f"‘{event.title.strip()}’"),
        (DATE, _when(event)),
        ("soort:", event.kind.label),
        ("gebeurd:", event.occurrence.label),
        ("zekerheid:", _according_to(event.fact_status.label, event.status_by)),
        *((f"{name}:", _words_of(getattr(event, field))) for field, name in _NAMES.items()),
        *(
            (
                f"{roles.get(part.betrokkene_id, '')}:",
                _according_to(part.role.label, part.according_to),
            )
            for part in event.involved
        ),
        *((f"bekend bij {names.get(k.organisation_id, '')}:", _known(k)) for k in event.knowledge),
    ]


def _according_to(words: str, who: str) -> str:
    return f"{words}, volgens {who.strip()}" if who.strip() else words


def _known(knowledge: Knowledge) -> str:
    since = f", {SINCE} {knowledge.since.text()}" if knowledge.since.is_known else ""
    return f"{knowledge.known.label}{since}"


def _words_of(value: str | Term | Moment | None) -> str:
    """A field in words; empty when it says nothing."""
    if isinstance(value, Moment):
        return value.text()
    if isinstance(value, Term):
        return "" if value in (Answer.ONBEKEND, Effect.ONBEKEND) else value.label
    return (value or "").strip()

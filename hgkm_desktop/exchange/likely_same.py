"""Which events of a table are likely the same as another one, and why: a person decides.

What counts as likely is ours (docs/bronnen.md): the same time, a kind that is alike, and the same
words or organisations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.joining import joined
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind

MOST_PAIRS = 200
_MOST_LOOKS = 300_000  # comparisons, some seconds; more than that is no line of one household
_NARROW_DAYS = 62
_STEM = 5
_ENOUGH = 5
_ALIKE = (
    {EventKind.SIGNAAL, EventKind.MELDING, EventKind.ADVIES, EventKind.INCIDENT},
    {EventKind.AANGIFTE, EventKind.MELDING, EventKind.INCIDENT},
    {EventKind.INCIDENT, EventKind.RISICOMOMENT},
    {EventKind.CONTACT, EventKind.AFSTEMMING, EventKind.PLAN},
    {EventKind.CONTACT, EventKind.INTERVENTIE, EventKind.TAXATIE},
    {EventKind.INTERVENTIE, EventKind.BESLUIT},
    {EventKind.MELDING, EventKind.OVERDRACHT},
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = """
    aan achter als bij dan dat de den der deze die dit door een eens eerst eerste en er gaat
    gedaan geen geweest haar had heb hebben heeft hem het hier hij hoe hun iets ik in is kan
    komt krijgt maar meer men met mijn naar niet nog nu of om omdat onder ons ook op over rond
    samen sinds te tegen ten ter tijdens toch toen tot tussen uit van vanaf veel vindt voor
    vraagt waar wat weer wel werd wie wij wil worden wordt was zich zij zijn zonder zou
"""
_SMALL_WORDS = frozenset(_WORD.findall(_SMALL))


class Choice(Enum):
    """What the user decided of a pair."""

    JOIN = "Samenvoegen tot één"
    KEEP = "Beide houden"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that are likely the same; `second` came from the table. `why` is in Dutch."""

    first: Event
    second: Event
    why: str


@dataclass(frozen=True, slots=True)
class Likely:
    """The pairs, the likeliest first; `is_all` is false when there was too much to compare."""

    pairs: tuple[Pair, ...]
    is_all: bool = True


def likely_same(case: Case, incoming: Iterable[Event]) -> Likely:
    """The pairs in this case of an event that came in, and any other event with a known moment."""
    new = {event.id for event in incoming}
    looked = [_Look(event) for event in case.events if event.start.is_known]
    found: dict[tuple[str, str], tuple[int, Pair]] = {}
    names = {o.id: o.name for o in case.organisations}
    for number, (one, other) in enumerate(_neighbours(looked, new)):
        if number >= _MOST_LOOKS:
            return _likely(found, is_all=False)
        score, why = _compare(one, other, names)
        if score >= _ENOUGH:
            pair = (one, other) if other.event.id in new else (other, one)
            found[one.event.id, other.event.id] = score, Pair(pair[0].event, pair[1].event, why)
    return _likely(found, is_all=True)


def _likely(found: dict[tuple[str, str], tuple[int, Pair]], *, is_all: bool) -> Likely:
    best = sorted(found.values(), key=lambda one: -one[0])
    pairs = tuple(pair for _, pair in best[:MOST_PAIRS])
    return Likely(pairs, is_all and len(best) <= MOST_PAIRS)


class _Look:
    """What of an event is compared."""

    def __init__(self, event: Event) -> None:
        self.event = event
        last = event.end if event.end is not None and event.end.is_known else event.start
        self.first, self.last = event.start.earliest, last.latest
        words = _WORD.findall(f"{event.title} {event.fact}".casefold())
        own = _WORD.findall(event.title.casefold())
        self.words = {word[:_STEM]: word for word in words if word not in _SMALL_WORDS}
        self.title = {word[:_STEM] for word in own if word not in _SMALL_WORDS}
        self.people = {part.betrokkene_id for part in event.involved}

    @property
    def days(self) -> int:
        return (self.last - self.first).days


def _neighbours(looked: list[_Look], new: set[str]) -> Iterator[tuple[_Look, _Look]]:
    """Every two that overlap in time, of which one came in; each two once."""
    rows = sorted(looked, key=lambda look: look.first)
    going_on: list[_Look] = []
    for look in rows:
        going_on = [one for one in going_on if one.last >= look.first]
        for one in going_on:
            if one.event.id in new or look.event.id in new:
                yield one, look
        going_on.append(look)


def _compare(one: _Look, other: _Look, names: dict[str, str]) -> tuple[int, str]:
    """How alike two events are that overlap in time, and why in words; 0 when they are not."""
    kind = _kind_score(one.event.kind, other.event.kind)
    both = {stem for stem in one.words if stem in other.words}
    in_titles = len(one.title & other.title) / max(1, min(len(one.title), len(other.title)))
    words = 3 if in_titles >= 0.6 else 2 if in_titles >= 0.34 or len(both) >= 3 else int(bool(both))
    organisations = {*one.event.organisation_ids} & {*other.event.organisation_ids}
    people = one.people & other.people
    is_alike = bool(kind) and one.event.occurrence is other.event.occurrence
    if not is_alike or not (words or (organisations and people)):
        return 0, ""
    score = _time_score(one, other) + kind + words + bool(organisations) + bool(people)
    shared = sorted(one.words[stem] for stem in both)
    why = [
        _time_words(one, other),
        "dezelfde soort" if kind == 2 else "soorten die op elkaar lijken",
        f"dezelfde woorden: {', '.join(shared[:4])}" if shared else "",
        f"allebei bij {list_text(sorted(names[i] for i in organisations))}"
        if organisations
        else "",
    ]
    return score, "; ".join(filter(None, why))


def _kind_score(one: EventKind, other: EventKind) -> int:
    if one is other:
        return 2
    return 1 if any({one, other} <= alike for alike in _ALIKE) else 0


def _time_score(one: _Look, other: _Look) -> int:
    if one.event.start == other.event.start and one.event.start.is_exact:
        return 2
    return 1 if max(one.days, other.days) <= _NARROW_DAYS else 0


def _time_words(one: _Look, other: _Look) -> str:
    if one.event.start == other.event.start:
        return "dezelfde dag" if one.event.start.is_exact else "dezelfde tijd"
    return "de data vallen samen"


def merged(case: Case, choices: Iterable[tuple[Pair, Choice]]) -> Case:
    """The case in which every pair is one event that was to be joined.

    What is the same as something that is the same as a third becomes one with both. Raises BadInput
    when the texts of events together are too long to be one.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for pair, choice in choices:
        if choice is Choice.JOIN:
            one = groups[pair.first.id] | groups[pair.second.id]
            one |= {pair.first.id, pair.second.id}
            for event_id in one:
                groups[event_id] = one
    for ids in {frozenset(group) for group in groups.values()}:
        case = joined(case, ids)
    return case

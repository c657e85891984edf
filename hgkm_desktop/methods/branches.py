"""A branch of an exercise: its two sides made, put on one line, and held beside each other.

Source: géén en wél Actieoverleg (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.exercise import Branch, Exercise, line_of
from hgkm_desktop.models.intervals import between, interval_words
from hgkm_desktop.models.records import Event, Organisation, new_id

NAME_WITHOUT, NAME_WITH = "géén Actieoverleg", "wél Actieoverleg"
NAME_SHARED = "Voor beide"
ONLY_HERE = "alleen hier"
MARK_ONLY = "+"
"""Stands before the title of what is on one side only, in the drawing."""
_FEWEST_DAYS = 30
_PART_BEFORE = 3


def new_branch() -> Branch:
    """A branch without words but for the usual names of its sides."""
    return Branch(new_id(), "", name_without=NAME_WITHOUT, name_with=NAME_WITH)


def side_name(branch: Branch, *, is_with: bool) -> str:
    """The name of a side, or the usual one when it has none."""
    name = branch.name_with if is_with else branch.name_without
    return name.strip() or (NAME_WITH if is_with else NAME_WITHOUT)


def side_of(branch: Branch, *, is_with: bool) -> tuple[Event, ...]:
    return branch.events_with if is_with else branch.events_without


def split_event(exercise: Exercise, branch: Branch) -> Event | None:
    """The event of moment T, after which the sides differ; None when it was not chosen."""
    found = (event for event in exercise.events if event.id == branch.after_event_id)
    return next(found, None)


def shared_events(exercise: Exercise, branch: Branch) -> tuple[Event, ...]:
    """What is the same on both sides: up to and with moment T, in the order of the line."""
    line = in_order(line_of(exercise))
    places = [n for n, event in enumerate(line, 1) if event.id == branch.after_event_id]
    return line[: places[0]] if places else ()


def later_events(exercise: Exercise, branch: Branch) -> tuple[Event, ...]:
    """What comes after moment T on the line of the exercise; nothing without a T."""
    line = in_order(line_of(exercise))
    places = [n for n, event in enumerate(line, 1) if event.id == branch.after_event_id]
    return line[places[0] :] if places else ()


# --- making a side ------------------------------------------------------------------------------


def copies(events: Iterable[Event]) -> tuple[Event, ...]:
    """The same events with ids of their own, told in this order."""
    return tuple(replace(e, id=new_id(), seq=float(n)) for n, e in enumerate(events, 1))


def with_events(branch: Branch, events: tuple[Event, ...], *, is_with: bool) -> Branch:
    """The branch with all events of one side."""
    if is_with:
        return replace(branch, events_with=events)
    return replace(branch, events_without=events)


def with_branch(exercise: Exercise, branch: Branch) -> Exercise:
    """The exercise with a branch in the place of the one with its id, or as the last one."""
    held = {one.id: one for one in exercise.branches}
    held[branch.id] = branch
    return replace(exercise, branches=tuple(held.values()))


def with_side_line(exercise: Exercise, branch: Branch, line: Case, *, is_with: bool) -> Exercise:
    """The exercise whose branch has the events of this line on one side.

    Betrokkenen and organisations that are new on that line come to the exercise too.
    """
    exercise = replace(exercise, betrokkenen=line.betrokkenen, organisations=line.organisations)
    return with_branch(exercise, with_events(branch, line.events, is_with=is_with))


def moved_over(branch: Branch, event_id: str, *, to_with: bool) -> Branch:
    """The branch with an event of one side as the last that was told on the other."""
    here, there = (side_of(branch, is_with=side) for side in (not to_with, to_with))
    moving = [event for event in here if event.id == event_id]
    seq = max((event.seq for event in there), default=0.0) + 1.0
    left = tuple(event for event in here if event.id != event_id)
    branch = with_events(branch, left, is_with=not to_with)
    added = tuple(replace(event, seq=seq) for event in moving)
    return with_events(branch, (*there, *added), is_with=to_with)


# --- beside each other --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Beside:
    """An event of one side, and in words how it differs from the other side.

    `is_same`: the other side has it at the same moment. `words` is empty when nothing differs.
    """

    event: Event
    is_same: bool
    words: str


def beside(branch: Branch) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """The events without and with, each in the order of its line.

    Two events are the same thing when they have the same kind and title; of two that are alike
    those at the same moment belong together, and else the first to the first.
    """
    without, beside_it = (
        in_order(Case(branch.id, "", events=side))
        for side in (branch.events_without, branch.events_with)
    )
    others: dict[str, Event] = {}
    for one, other in _pairs(without, beside_it):
        others |= {one.id: other, other.id: one}
    return (
        tuple(_beside(event, others.get(event.id)) for event in without),
        tuple(_beside(event, others.get(event.id)) for event in beside_it),
    )


def _pairs(first: tuple[Event, ...], second: tuple[Event, ...]) -> Iterator[tuple[Event, Event]]:
    left, right = list(first), list(second)
    for is_exact in (True, False):
        for one in tuple(left):
            alike = (o for o in right if _key(o) == _key(one))
            found = next((o for o in alike if not is_exact or o.start == one.start), None)
            if found is not None:
                left.remove(one)
                right.remove(found)
                yield one, found


def _key(event: Event) -> tuple[object, ...]:
    return event.kind, event.occurrence, " ".join(event.title.casefold().split()).rstrip(".")


def _beside(event: Event, other: Event | None) -> Beside:
    if other is None:
        return Beside(event, is_same=False, words=ONLY_HERE)
    if event.start == other.start:
        is_alike = replace(other, id=event.id, seq=event.seq) == event
        return Beside(event, is_same=True, words="" if is_alike else _what_differs(event, other))
    return Beside(event, is_same=False, words=_moved(event, other))


def _what_differs(event: Event, other: Event) -> str:
    if (event.end, event.ongoing) != (other.end, other.ongoing):
        return "met een ander einde"
    return "anders ingevuld"


def _moved(event: Event, other: Event) -> str:
    """'21 dagen eerder', with a range where a moment is not exact."""
    if not (event.start.is_known and other.start.is_known):
        return "op de andere lijn " + ("met" if other.start.is_known else "zonder") + " datum"
    time = between(other, event)
    if not time.order_is_sure:
        return "misschien op een ander moment"
    return f"{interval_words(time)} {'eerder' if time.most <= 0 and time.least < 0 else 'later'}"


# --- on one line --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TwoLines:
    """Both sides on one line, and so on one scale: `case` to draw, with a lane for each side.

    `quiet` are the ids of what both sides have, `earlier` is how many events before T are left
    out because they lie far back. In the titles stands how a side differs from the other.
    """

    case: Case
    quiet: frozenset[str]
    earlier: int


def two_lines(exercise: Exercise, branch: Branch) -> TwoLines:
    """The branch to draw: a lane for what is shared and a lane for each side.

    Of before T it has what lies no further back than a third of the time that follows, and T
    itself always. T is its T0.
    """
    shared = shared_events(exercise, branch)
    near = _near(shared, (*branch.events_without, *branch.events_with))
    lanes = (NAME_SHARED, *(side_name(branch, is_with=side) for side in (False, True)))
    organisations = tuple(
        Organisation(f"{branch.id}:{n}", float(n), name) for n, name in enumerate(lanes)
    )
    without, beside_it = beside(branch)
    events = [_in_lane(event, event.title, organisations[0]) for event in near]
    events += [_in_lane(one.event, _marked(one), organisations[1]) for one in without]
    events += [
        _in_lane(one.event, _marked(one, is_with=True), organisations[2]) for one in beside_it
    ]
    quiet = [event.id for event in near]
    quiet += [one.event.id for one in (*without, *beside_it) if one.is_same and not one.words]
    placed = tuple(replace(event, seq=float(n)) for n, event in enumerate(events, 1))
    case = Case(
        branch.id,
        exercise.code,
        title=branch.title,
        state=exercise.state,
        organisations=organisations,
        events=placed,
        t0_event_id=shared[-1].id if shared else "",
        betrokkenen=exercise.betrokkenen,
    )
    return TwoLines(case, frozenset(quiet), len(shared) - len(near))


def _near(shared: tuple[Event, ...], later: tuple[Event, ...]) -> tuple[Event, ...]:
    split = shared[-1] if shared else None
    if split is None or not split.start.is_known:
        return shared[-1:]
    days = [(e.start.latest - split.start.earliest).days for e in later if e.start.is_known]
    room = max(max(days, default=0) // _PART_BEFORE, _FEWEST_DAYS)
    first = date.fromordinal(max(split.start.earliest.toordinal() - room, 1))
    kept = (e for e in shared[:-1] if e.start.is_known and e.start.earliest >= first)
    return (*kept, split)


def _in_lane(event: Event, title: str, lane: Organisation) -> Event:
    """The event in one lane; outside time, where there are no lanes, its title says which."""
    if not event.start.is_known:
        title = f"{lane.name}: {title}"
    return replace(event, title=title, organisation_ids=(lane.id,), knowledge=())


def _marked(one: Beside, *, is_with: bool = False) -> str:
    """The title with what differs before it, where it is never cut off.

    At another moment: that is said on the side with only, of the one above it.
    """
    if one.words == ONLY_HERE:
        return f"{MARK_ONLY} {one.event.title}"
    if one.words and is_with:
        return f"{one.words}: {one.event.title}"
    return one.event.title

"""Pairs of copies of one case, each edited apart from the other, with what must come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from random import Random
from typing import Any

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.merging import Choice, Choices, Conflict, Side
from hgkm_desktop.models.merging_values import Merged, side_of
from hgkm_desktop.models.moment import in_year
from hgkm_desktop.models.reading import after_edit, read_through
from hgkm_desktop.models.records import (
    Deelnemer,
    Duidingsverschil,
    Event,
    Fase,
    Lesson,
    Reading,
    Record,
    Regie,
    Veiligheidscijfer,
    new_id,
)
from hgkm_desktop.models.terms import EventKind, Mark, RegieHolder, RegieKind, SafetyPhase
from hgkm_desktop.models.versions import Version
from hgkm_desktop.models.works import Value

EditOf = Callable[[Random, str, Case], Case]
ON = date(2026, 5, 2)


@dataclass(frozen=True)
class Copy:
    """A copy of a value as a file holds it, with a version of every row that is or was there."""

    value: Value | None
    versions: dict[str, Version]
    gone: frozenset[str] = frozenset()

    @classmethod
    def of(cls, value: Value) -> Copy:
        return cls(None, {}).saved(value)

    @property
    def side(self) -> Side:
        return side_of(self.value, self.versions, self.gone)

    def saved(self, value: Value | None) -> Copy:
        """The copy once this is written in it, as a file counts."""
        before, after = side_of(self.value, {}).rows, side_of(value, {}).rows
        versions = dict(self.versions)
        for row in {*before, *after}:
            if before.get(row) != after.get(row):
                rev = versions.get(row, Version(0)).rev + 1
                marks = versions.get(row, Version(0)).marks | {(rev, new_id()[:12])}
                versions[row] = Version(rev, marks)
        return Copy(value, versions, frozenset(versions.keys() - after.keys()))

    def with_merged(self, value: Value | None, versions: dict[str, Version]) -> Copy:
        """The copy once what was merged is written in it."""
        known = {**self.versions, **versions}
        return Copy(value, known, frozenset(known.keys() - side_of(value, {}).rows.keys()))


# --- edits --------------------------------------------------------------------------------------


def _one(rng: Random, records: tuple[Any, ...]) -> Any:
    return rng.choice(records) if records else None


def _changed(rng: Random, word: str, case: Case) -> Case:
    """One text of one record says something else."""
    records = [record for name in FIELD_OF.values() for record in getattr(case, name)]
    named = [(r, f.name) for r in records for f in fields(r) if f.name in _TEXTS]
    record, name = rng.choice(named)
    return case.put(replace(record, **{name: word}))


_TEXTS = {
    *("role", "name", "function", "title", "fact", "source", "result", "explanation", "obstacle"),
    *("about", "text", "consequence", "feasible", "note", "client", "professionals", "own_words"),
    *("wanted", "why_not", "viewer"),
}


def _new(rng: Random, word: str, case: Case) -> Case:
    event = _one(rng, case.events)
    organisation, betrokkene = _one(rng, case.organisations), _one(rng, case.betrokkenen)
    made: list[Record] = [
        Event(new_id(), rng.random(), EventKind.CONTACT, word, in_year(2019)),
        Lesson(new_id(), rng.random(), word, event_ids=(event.id,) if event else ()),
        Verbeteractie(new_id(), rng.random(), word),
        Fase(new_id(), rng.random(), rng.choice(list(SafetyPhase)), note=word),
        Radertje(new_id(), rng.random(), word),
    ]
    if event:
        made += [
            CruciaalPunt(new_id(), rng.random(), event.id, wanted=word),
            FrisseBlik(new_id(), rng.random(), event.id, word, Mark.RISICO),
            FactorCode(new_id(), rng.random(), own_words=word, event_id=event.id),
        ]
    if organisation:
        made += [
            Deelnemer(new_id(), rng.random(), organisation.id, word),
            Regie(
                new_id(),
                rng.random(),
                rng.choice(list(RegieKind)),
                RegieHolder.ORGANISATIE,
                organisation.id,
                note=word,
            ),
            Duidingsverschil(new_id(), rng.random(), word, (Reading(organisation.id, word),)),
            Event(
                new_id(), rng.random(), EventKind.CONTACT, word, organisation_ids=(organisation.id,)
            ),
        ]
    if betrokkene:
        score = Veiligheidscijfer(new_id(), rng.random(), in_year(2020), 4.0, betrokkene.id)
        made.append(replace(score, note=word))
    if case.radertjes:
        radertje = rng.choice(case.radertjes)
        made.append(NaastElkaar(new_id(), rng.random(), word, radertje_id=radertje.id))
    return case.put(rng.choice(made))


def _new_at_the_table(rng: Random, word: str, case: Case) -> Case:
    """An organisation that both copies may add, and something that names it."""
    case, organisation = case.organisation_named(rng.choice(["school", word]))
    return case.put(
        Event(new_id(), 9.0, EventKind.CONTACT, word, organisation_ids=(organisation.id,))
    )


def _marked(rng: Random, word: str, case: Case) -> Case:
    event, deelnemer = _one(rng, case.events), _one(rng, case.deelnemers)
    if event is None or deelnemer is None:
        return case
    beleving = case.beleving(event.id, deelnemer.id)
    if beleving is None:
        case = case.mark(event.id, deelnemer.id, rng.choice(list(Mark)))
        beleving = case.beleving(event.id, deelnemer.id)
    assert beleving is not None
    return case.put(replace(beleving, explanation=word))


def _dropped(rng: Random, _: str, case: Case) -> Case:
    """Something is removed, with what goes along with it."""
    ways: list[Callable[[], Case]] = []
    for event in case.events[:3]:
        ways.append(lambda e=event: case.drop_event(e.id))  # type: ignore[misc]
    if case.betrokkenen:
        ways.append(lambda: case.drop_betrokkene(rng.choice(case.betrokkenen).id))
    if case.organisations:
        ways.append(lambda: case.drop_organisation(rng.choice(case.organisations).id))
    if case.deelnemers:
        ways.append(lambda: case.drop_deelnemer(rng.choice(case.deelnemers).id))
    if case.lessons:
        ways.append(lambda: case.drop_lesson(rng.choice(case.lessons).id))
    if case.radertjes:
        ways.append(lambda: case.withdraw(rng.choice(case.radertjes).id))
    for records in (case.acties, case.cijfers, case.regie, case.fasen, case.codes, case.punten):
        if records:
            ways.append(lambda r=records: case.drop(rng.choice(r)))  # type: ignore[misc]
    return rng.choice(ways)() if ways else case


def _case_itself(rng: Random, word: str, case: Case) -> Case:
    name = rng.choice(["title", "reason", "selection_reason", "summary", "start_check", "steps"])
    if name == "summary":
        return replace(case, summary=replace(case.summary, children=word))
    if name == "start_check":
        return replace(case, start_check=replace(case.start_check, legal_ground=word))
    if name == "steps":
        return replace(case, steps_done=(*case.steps_done, word))
    given: dict[str, Any] = {name: word}
    return replace(case, **given)


def _moved(rng: Random, _: str, case: Case) -> Case:
    event = _one(rng, case.events)
    return (
        case.put(replace(event, start=in_year(rng.randint(1990, 2020)), end=None))
        if event
        else case
    )


def _read(_: Random, __: str, case: Case) -> Case:
    return read_through(case, "voorzitter", ON)


EDITS: list[EditOf] = [
    *(_changed, _changed, _changed, _new, _new, _new_at_the_table, _marked, _marked),
    *(_dropped, _dropped, _case_itself, _moved, _read),
]


def edited(rng: Random, copy: Copy, words: Iterator[str]) -> Copy:
    """The copy after up to seven edits, each saved; every text that comes is one of a kind."""
    for _ in range(rng.randint(0, 7)):
        case = copy.value
        assert isinstance(case, Case)
        with suppress(BadInput):
            after = rng.choice(EDITS)(rng, next(words), case)
            copy = copy.saved(after if after.read.on == ON else after_edit(case, after))
    return copy


def words_of(name: str) -> Iterator[str]:
    """Texts that stand nowhere else."""
    number = 0
    while True:
        number += 1
        yield f"{name}{number:04}w"


def a_pair(seed: int, start: Case) -> tuple[Copy, Copy, Copy]:
    """How a case was, and two copies of it that were edited apart from each other."""
    rng = Random(seed)
    was = edited(rng, Copy.of(start), words_of("samen"))
    return was, edited(rng, was, words_of("hier")), edited(rng, was, words_of("daar"))


# --- what came of it ----------------------------------------------------------------------------


def said_in(value: Any) -> set[str]:
    """Every text in a value, wherever it stands."""
    if isinstance(value, str):
        return {str(value)}
    if isinstance(value, tuple):
        return set().union(*map(said_in, value)) if value else set()
    if is_dataclass(value) and not isinstance(value, type):
        return set().union(*(said_in(getattr(value, f.name)) for f in fields(value)))
    return set()


def own_words(value: Any, name: str) -> set[str]:
    """The texts in a value that only this copy can have."""
    return {text for text in said_in(value) if text.startswith(name) and text.endswith("w")}


def lost(here: Copy, there: Copy, value: Value | None, conflicts: tuple[Conflict, ...]) -> set[str]:
    """What either copy says that came after they parted, and that is nowhere any more."""
    said = own_words(here.value, "hier") | own_words(there.value, "daar")
    left = said_in(value)
    for conflict in conflicts:
        left |= said_in(conflict.here) | said_in(conflict.there)
    return said - left


def whichever(found: Merged, seed: int) -> Choices:
    """A choice for each conflict that does not depend on which of the two files is open."""
    chosen = {}
    for conflict in found.conflicts:
        is_first = repr(conflict.here) >= repr(conflict.there)
        wants_first = Random(f"{seed}{conflict.key}").random() < 0.5
        chosen[conflict.key] = Choice.HERE if is_first == wants_first else Choice.THERE
    return chosen

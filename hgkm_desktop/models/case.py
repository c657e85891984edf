"""A case as one value: its records in tuples, and the edits that keep its promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.checks import (
    check_becomes_child,
    check_parts,
    check_record,
    check_single,
)
from hgkm_desktop.models.choices import choices_after, choices_that_exist
from hgkm_desktop.models.in_depth import (
    NO_ROUND,
    NO_TALK,
    AreaProblem,
    ClientTalk,
    Criterion,
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
    Ronde,
)
from hgkm_desktop.models.in_row import by_id, in_row, with_one, without
from hgkm_desktop.models.read_through import NEVER_READ, ReadThrough
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Fase,
    Lesson,
    Organisation,
    Record,
    Regie,
    StartCheck,
    Summary,
    Veiligheidscijfer,
    ViolenceForm,
    new_id,
)
from hgkm_desktop.models.references import (
    less_betrokkene,
    less_events,
    less_organisation,
    less_rater,
    less_reader,
    settled,
)
from hgkm_desktop.models.terms import Answer, CaseState, Mark, Method, Persistence

NO_CHECK = StartCheck()
NO_SUMMARY = Summary()


@dataclass(frozen=True, slots=True)
class Case:
    """One household's pseudonymised story under review (casus).

    `keep_reason` is the rule by which it is kept until the end of `keep_until`. `t0_event_id` is
    the event that time is counted from, empty for none. `lane_order` holds keys of lanes
    ('organisatie:<id>', 'soort:<kind>') as chosen; a lane not named keeps its natural place.
    `steps_done` holds ids of steps of a method that someone called done.
    """

    id: str
    code: str
    title: str = ""
    reason: str = ""
    organiser: str = ""
    methods: tuple[Method, ...] = (Method.CASUSEVALUATIE,)
    state: CaseState = CaseState.IN_BEWERKING
    created_on: date | None = None
    keep_until: date | None = None
    keep_reason: str = ""
    violence: tuple[ViolenceForm, ...] = ()
    life_areas: tuple[str, ...] = ()
    start_check: StartCheck = NO_CHECK
    summary: Summary = NO_SUMMARY
    t0_event_id: str = ""
    lane_order: tuple[str, ...] = ()
    read: ReadThrough = NEVER_READ
    round: Ronde = NO_ROUND
    steps_done: tuple[str, ...] = ()
    selection_reason: str = ""
    household_type: str = ""
    area_problems: tuple[AreaProblem, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    structurally_unsafe: Answer = Answer.ONBEKEND
    closed_well: Answer = Answer.ONBEKEND
    persistence: Persistence = Persistence.ONBEKEND
    persistence_reason: str = ""
    talk: ClientTalk = NO_TALK
    betrokkenen: tuple[Betrokkene, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    events: tuple[Event, ...] = ()
    belevingen: tuple[Beleving, ...] = ()
    verschillen: tuple[Duidingsverschil, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    acties: tuple[Verbeteractie, ...] = ()
    cijfers: tuple[Veiligheidscijfer, ...] = ()
    regie: tuple[Regie, ...] = ()
    fasen: tuple[Fase, ...] = ()
    radertjes: tuple[Radertje, ...] = ()
    naast_elkaar: tuple[NaastElkaar, ...] = ()
    codes: tuple[FactorCode, ...] = ()
    punten: tuple[CruciaalPunt, ...] = ()
    blikken: tuple[FrisseBlik, ...] = ()

    # --- looking up -----------------------------------------------------------------

    def event(self, event_id: str) -> Event:
        return by_id(self.events, event_id)

    def organisation(self, organisation_id: str) -> Organisation:
        return by_id(self.organisations, organisation_id)

    def deelnemer(self, deelnemer_id: str) -> Deelnemer:
        return by_id(self.deelnemers, deelnemer_id)

    def betrokkene(self, betrokkene_id: str) -> Betrokkene:
        return by_id(self.betrokkenen, betrokkene_id)

    def lesson(self, lesson_id: str) -> Lesson:
        return by_id(self.lessons, lesson_id)

    def deelnemer_name(self, deelnemer: Deelnemer) -> str:
        """'politie, wijkagent': organisation and function, as used at the table."""
        name = self.organisation(deelnemer.organisation_id).name
        return f"{name}, {deelnemer.function}" if deelnemer.function else name

    def beleving(self, event_id: str, deelnemer_id: str) -> Beleving | None:
        """The mark of one deelnemer on one event, or None when they gave none."""
        for beleving in self.belevingen:
            if beleving.event_id == event_id and beleving.deelnemer_id == deelnemer_id:
                return beleving
        return None

    def diverges(self, event_id: str) -> bool:
        """True when deelnemers lived the event differently."""
        return len({b.mark for b in self.belevingen if b.event_id == event_id}) > 1

    # --- edits: each gives a new case -------------------------------------------------

    def put(self, record: Record) -> Case:
        """The case with this record added, or in the place of the one with the same id.

        Raises BadInput when the record cannot be true; the case itself does not change.
        """
        check_record(record)
        self._check_against_others(record)
        record = settled(record)
        name = FIELD_OF[type(record)]
        changed: dict[str, Any] = {name: with_one(getattr(self, name), record)}
        return replace(self, **changed, summary=choices_after(self, record))

    def put_all(self, events: Iterable[Event]) -> Case:
        """The case with all these events put, in one go: fast, however many there are.

        Raises BadInput when one of them cannot be true; then none is put.
        """
        new = {event.id: event for event in events}
        for event in new.values():
            check_record(event)
            self._check_against_others(event)
        others = [e for e in self.events if e.id not in new]
        return replace(self, events=in_row([*others, *new.values()]))

    def _check_against_others(self, record: Record) -> None:
        match record:
            case Organisation(id=own_id, name=name):
                check_single(name, [o.name for o in self.organisations if o.id != own_id])
            case Betrokkene(id=own_id, role=role, is_child=is_child):
                check_single(role, [b.role for b in self.betrokkenen if b.id != own_id])
                if is_child and own_id in {b.id for b in self.betrokkenen if not b.is_child}:
                    check_becomes_child(own_id, in_order(self))
            case Event(involved=involved):
                check_parts(involved, {b.id for b in self.betrokkenen if b.is_child})
            case _:
                pass

    def next_seq(self, kind: type[Record]) -> float:
        """The place after the last record of this kind."""
        records = getattr(self, FIELD_OF[kind])
        return records[-1].seq + 1.0 if records else 1.0

    def drop_event(self, event_id: str) -> Case:
        """The case without this event, its belevingen, and every reference to it."""
        return self.drop_events((event_id,))

    def drop_events(self, event_ids: Iterable[str]) -> Case:
        """The case without these events, what was said of them, and every reference to them."""
        gone = frozenset(event_ids)
        case = replace(
            self,
            events=tuple(e for e in self.events if e.id not in gone),
            belevingen=tuple(b for b in self.belevingen if b.event_id not in gone),
            verschillen=tuple(less_events(v, gone) for v in self.verschillen),
            lessons=tuple(less_events(lesson, gone) for lesson in self.lessons),
            radertjes=tuple(less_events(r, gone) for r in self.radertjes),
            naast_elkaar=tuple(less_events(n, gone) for n in self.naast_elkaar),
            codes=tuple(c for c in self.codes if c.event_id not in gone),
            punten=tuple(p for p in self.punten if p.event_id not in gone),
            blikken=tuple(b for b in self.blikken if b.event_id not in gone),
        )
        return choices_that_exist(case)

    def drop_betrokkene(self, betrokkene_id: str) -> Case:
        """The case without this betrokkene in any event, and without the cijfers about them."""
        case = replace(
            self,
            betrokkenen=without(self.betrokkenen, betrokkene_id),
            events=tuple(less_betrokkene(e, betrokkene_id) for e in self.events),
            cijfers=tuple(c for c in self.cijfers if c.betrokkene_id != betrokkene_id),
            radertjes=tuple(
                replace(r, betrokkene_id="") if r.betrokkene_id == betrokkene_id else r
                for r in self.radertjes
            ),
        )
        return choices_that_exist(case)

    def drop_organisation(self, organisation_id: str) -> Case:
        """The case without this organisation, also where it gave a cijfer.

        Raises BadInput while a deelnemer is of it or while it holds regie.
        """
        if any(d.organisation_id == organisation_id for d in self.deelnemers):
            raise BadInput(
                "Deze organisatie heeft nog deelnemers aan tafel.",
                todo="Haal eerst die deelnemers weg.",
            )
        if any(r.organisation_id == organisation_id for r in self.regie):
            raise BadInput(
                "Deze organisatie staat nog bij de regie.",
                todo="Kies daar eerst wie de regie had.",
            )
        case = replace(
            self,
            organisations=without(self.organisations, organisation_id),
            events=tuple(less_organisation(e, organisation_id) for e in self.events),
            verschillen=tuple(less_reader(v, organisation_id) for v in self.verschillen),
            cijfers=tuple(less_rater(c, organisation_id) for c in self.cijfers),
            naast_elkaar=tuple(
                replace(n, organisation_id="") if n.organisation_id == organisation_id else n
                for n in self.naast_elkaar
            ),
        )
        return choices_that_exist(case)

    def drop_deelnemer(self, deelnemer_id: str) -> Case:
        """The case without this deelnemer and their belevingen."""
        belevingen = tuple(b for b in self.belevingen if b.deelnemer_id != deelnemer_id)
        deelnemers = without(self.deelnemers, deelnemer_id)
        return choices_that_exist(replace(self, deelnemers=deelnemers, belevingen=belevingen))

    def drop_beleving(self, beleving_id: str) -> Case:
        return choices_that_exist(replace(self, belevingen=without(self.belevingen, beleving_id)))

    def drop_verschil(self, verschil_id: str) -> Case:
        return choices_that_exist(replace(self, verschillen=without(self.verschillen, verschil_id)))

    def drop_lesson(self, lesson_id: str) -> Case:
        """The case without this lesson; actions that came from it stay, without it."""
        acties = tuple(
            replace(a, lesson_id="") if a.lesson_id == lesson_id else a for a in self.acties
        )
        return replace(self, lessons=without(self.lessons, lesson_id), acties=acties)

    def drop(self, record: Record) -> Case:
        """The case without a record that no other one needs."""
        name = FIELD_OF[type(record)]
        changed: dict[str, Any] = {name: without(getattr(self, name), record.id)}
        return replace(self, **changed)

    def withdraw(self, radertje_id: str) -> Case:
        """The case without this radertje and every sentence that was laid beside others for it.

        Source: casuïstiekonderzoek, gesprek met betrokkene (docs/bronnen.md, bron 3).
        """
        left = tuple(n for n in self.naast_elkaar if n.radertje_id != radertje_id)
        return replace(self, radertjes=without(self.radertjes, radertje_id), naast_elkaar=left)

    def mark(self, event_id: str, deelnemer_id: str, mark: Mark) -> Case:
        """Set a deelnemer's mark on an event; the same mark again removes it.

        A beleving keeps its words when its mark changes; it is no longer chosen for paper then.
        """
        present = self.beleving(event_id, deelnemer_id)
        if present is None:
            seq = self.next_seq(Beleving)
            return self.put(Beleving(new_id(), seq, event_id, deelnemer_id, mark))
        if present.mark is mark:
            return self.drop_beleving(present.id)
        return self.put(replace(present, mark=mark))

    def organisation_named(self, name: str) -> tuple[Case, Organisation]:
        """The organisation with this name (capitals do not count), added when it is new."""
        for organisation in self.organisations:
            if organisation.name.casefold() == name.casefold():
                return self, organisation
        new = Organisation(new_id(), self.next_seq(Organisation), name)
        return self.put(new), new

    def betrokkene_named(self, role: str) -> tuple[Case, Betrokkene]:
        """The betrokkene with this role (capitals do not count), added when it is new."""
        for betrokkene in self.betrokkenen:
            if betrokkene.role.casefold() == role.casefold():
                return self, betrokkene
        is_child = role.casefold().split()[0] in _CHILD_WORDS if role.split() else False
        new = Betrokkene(new_id(), self.next_seq(Betrokkene), role, is_child=is_child)
        return self.put(new), new


_CHILD_WORDS = ("kind", "baby", "dochter", "zoon", "tiener", "kinderen")


def in_order(case: Case) -> tuple[Event, ...]:
    """The events as they follow each other on the line.

    Known moments go by their days, then by `seq`. An undated event follows the dated event that
    was told last before it (by `seq`); undated events before every dated one come first.
    """
    told = in_row(case.events)
    dated: list[Event] = []
    followers: dict[str, list[Event]] = {}
    anchor = ""
    for event in told:
        if event.start.is_known:
            anchor = event.id
            dated.append(event)
        else:
            followers.setdefault(anchor, []).append(event)
    dated.sort(key=lambda e: e.start.order)  # stable: events of the same days stay as told
    if not followers:
        return tuple(dated)
    line = [*followers.get("", ())]
    for event in dated:
        line += [event, *followers.get(event.id, ())]
    return tuple(line)


def numbers(case: Case) -> dict[str, int]:
    """The number of each event on the line, by its id, from 1."""
    return {event.id: number for number, event in enumerate(in_order(case), 1)}


FIELD_OF: dict[type[Record], str] = {
    Betrokkene: "betrokkenen",
    Organisation: "organisations",
    Deelnemer: "deelnemers",
    Event: "events",
    Beleving: "belevingen",
    Duidingsverschil: "verschillen",
    Lesson: "lessons",
    Verbeteractie: "acties",
    Veiligheidscijfer: "cijfers",
    Regie: "regie",
    Fase: "fasen",
    Radertje: "radertjes",
    NaastElkaar: "naast_elkaar",
    FactorCode: "codes",
    CruciaalPunt: "punten",
    FrisseBlik: "blikken",
}

"""The round of belevingen: who speaks now and about what, and what nobody sees before all spoke."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.choices import choices_that_exist
from hgkm_desktop.models.in_depth import Ronde
from hgkm_desktop.models.in_row import in_row
from hgkm_desktop.models.records import Beleving, Deelnemer, Event, new_id
from hgkm_desktop.models.terms import Mark, RiskOf, SafetyOf


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks now, and about which event."""

    deelnemer: Deelnemer
    event: Event


def wants_blind(case: Case) -> bool:
    """Whether a round is blind unless someone chooses otherwise: when a manager is at the table.

    Source: that the round is blind is ours (docs/bronnen.md); casusevaluatie, stap 4 (bron 4).
    """
    return any(deelnemer.is_manager for deelnemer in case.deelnemers)


def begun(case: Case, *, by_event: bool, blind: bool) -> Case:
    """The case with a new round at its first turn.

    Raises BadInput when there is nobody to speak or nothing to speak about.
    """
    if not case.deelnemers:
        raise BadInput("Er zit nog niemand aan tafel.", todo="Voeg deelnemers toe bij stap 2.")
    if not case.events:
        raise BadInput(
            "Er staat nog niets op de tijdlijn.", todo="Voeg eerst gebeurtenissen toe bij stap 3."
        )
    first = in_order(case)[0].id
    return replace(case, round=Ronde(open=True, blind=blind, by_event=by_event, event_id=first))


def turn(case: Case) -> Turn | None:
    """Whose turn it is; None when no round is open."""
    now = _current(case)
    if not now.open:
        return None
    return Turn(_waiting(case, now)[0], case.event(now.event_id))


def waiting(case: Case) -> tuple[Deelnemer, ...]:
    """Who still has to speak, who speaks now first; of this event, in a round by event."""
    now = _current(case)
    return _waiting(case, now) if now.open else ()


def hides(case: Case) -> bool:
    """Whether any beleving may not be seen yet."""
    return _current(case).open and case.round.blind


def insist_nothing_hidden(case: Case, what: str) -> None:
    """Raises BadInput in a blind round: `what` would show words that nobody may see yet."""
    if hides(case):
        raise BadInput(
            f"In casus {case.code} loopt een blinde ronde. {what} zou laten zien wat nog verborgen "
            "is.",
            safe="Wat er is gezegd, blijft bewaard.",
            todo="Rond eerst de ronde af.",
        )


def seen(case: Case) -> Case:
    """The case with only the belevingen that all may see now: what screen and paper show.

    In a blind round by deelnemer that is none until everyone has spoken; in one by event those
    of the events before the one at hand.
    """
    if not hides(case):
        return case
    now = _current(case)
    revealed: set[str] = set()
    if now.by_event:
        line = [event.id for event in in_order(case)]
        revealed = set(line[: line.index(now.event_id)])
    left = tuple(b for b in case.belevingen if b.event_id in revealed)
    return choices_that_exist(replace(case, belevingen=left))


def marked(case: Case, mark: Mark, words: str = "") -> Case:
    """The case with this mark of who speaks now on the event at hand; the turn does not go on.

    `words` become its explanation; without them the explanation that was there stays. Raises
    BadInput when no round is open.
    """
    now = _turn(case)
    present = case.beleving(now.event.id, now.deelnemer.id)
    if present is None:
        seq = case.next_seq(Beleving)
        return case.put(
            Beleving(new_id(), seq, now.event.id, now.deelnemer.id, mark, explanation=words)
        )
    changed = replace(present, mark=mark, explanation=words or present.explanation)
    if mark is not Mark.RISICO:
        changed = replace(changed, risk_of=None, safety_of=())
    return case.put(changed)


def with_risk(
    case: Case, risk_of: RiskOf | None = None, safety_of: tuple[SafetyOf, ...] = ()
) -> Case:
    """The case in which what was risicovol just now says whether it was a moment or a besluit, or
    whose safety it was about; what is not given stays."""
    now = _turn(case)
    present = case.beleving(now.event.id, now.deelnemer.id)
    if present is None:
        return case
    changed = replace(present, risk_of=risk_of or present.risk_of)
    return case.put(replace(changed, safety_of=safety_of or changed.safety_of))


def unmarked(case: Case) -> Case:
    """The case in which who speaks now has no beleving of the event at hand."""
    now = _turn(case)
    present = case.beleving(now.event.id, now.deelnemer.id)
    return case if present is None else case.drop_beleving(present.id)


def gone_on(case: Case) -> Case:
    """The case with the round at its next turn; after the last one the round is over."""
    now = _current(case)
    return replace(case, round=_next(case, now)) if now.open else case


def gone_back(case: Case) -> Case:
    """The case with the round at the turn before: the same deelnemer one event earlier, or in a
    round by event who spoke before about the same event; at the first it stays."""
    now = _current(case)
    if not now.open:
        return case
    if now.by_event:
        return replace(case, round=replace(now, spoken_ids=now.spoken_ids[:-1]))
    line = [event.id for event in in_order(case)]
    place = max(line.index(now.event_id) - 1, 0)
    return replace(case, round=replace(now, event_id=line[place]))


def passed_over(case: Case) -> Case:
    """The case in which who speaks now has had a turn: they left the table, or said all of it."""
    now = _turn(case)
    return replace(case, round=_spoken(case, _current(case), now.deelnemer.id))


def asks_again(beleving: Beleving) -> bool:
    """Whether the second pass asks about this beleving still."""
    return beleving.mark is not Mark.GOED and not beleving.now_different.strip()


def to_reconsider(case: Case) -> tuple[Beleving, ...]:
    """The belevingen that ask for the second pass, as the line goes and people sit: what was not
    oké or risicovol and does not say yet how it would be done now.

    Source: casusevaluatie, stap 5 (docs/bronnen.md, bron 4).
    """
    place = {event.id: number for number, event in enumerate(in_order(case))}
    seat = {d.id: d.seq for d in case.deelnemers}
    asked = [b for b in case.belevingen if asks_again(b)]
    return tuple(sorted(asked, key=lambda b: (place[b.event_id], seat[b.deelnemer_id])))


# --- where the round is --------------------------------------------------------------------


def _turn(case: Case) -> Turn:
    now = turn(case)
    if now is None:
        raise BadInput("Er loopt nu geen ronde.", todo="Begin een ronde op de tijdlijn.")
    return now


def _current(case: Case) -> Ronde:
    """The round as it is now that deelnemers or events may be gone since it was kept."""
    now = case.round
    if not now.open:
        return now
    if not case.deelnemers or not case.events:
        return replace(now, open=False)
    if all(event.id != now.event_id for event in case.events):  # also in a file from elsewhere
        now = replace(now, event_id=_lost_place(case))
    while now.open and not _waiting(case, now):
        now = _past_event(case, now) if now.by_event else replace(now, open=False, event_id="")
    return now


def _lost_place(case: Case) -> str:
    """The first event that nobody said anything of: the one at hand was taken away."""
    said = {b.event_id for b in case.belevingen}
    line = in_order(case)
    return next((event.id for event in line if event.id not in said), line[-1].id)


def _waiting(case: Case, now: Ronde) -> tuple[Deelnemer, ...]:
    return tuple(d for d in in_row(case.deelnemers) if d.id not in now.spoken_ids)


def _next(case: Case, now: Ronde) -> Ronde:
    line = [event.id for event in in_order(case)]
    speaker = _waiting(case, now)[0].id
    if now.by_event or now.event_id == line[-1]:
        return _spoken(case, now, speaker)
    return replace(now, event_id=line[line.index(now.event_id) + 1])


def _spoken(case: Case, now: Ronde, deelnemer_id: str) -> Ronde:
    now = replace(now, spoken_ids=(*now.spoken_ids, deelnemer_id))
    if not now.by_event:
        now = replace(now, event_id=in_order(case)[0].id)
    return _current(replace(case, round=now))


def _past_event(case: Case, now: Ronde) -> Ronde:
    """The round at the next event, where everyone still has to speak."""
    line = [event.id for event in in_order(case)]
    place = line.index(now.event_id) + 1
    if place == len(line):
        return replace(now, open=False, event_id="")
    return replace(now, event_id=line[place], spoken_ids=())

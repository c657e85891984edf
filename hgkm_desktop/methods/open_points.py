"""What each point of a step looks for in a case: the things of which it is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import NO_SUMMARY, Case, in_order
from hgkm_desktop.models.records import Beleving
from hgkm_desktop.models.terms import Answer, Mark

Look = Callable[[Case, Case], "tuple[Found, ...]"]
"""Gives what is open, of the case as it is and as all may see it now."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing of which something is open; `record_id` is empty when it is the case itself."""

    name: str = ""
    record_id: str = ""


_ONCE = (Found(),)


def _when(is_open: Callable[[Case], Any]) -> Look:
    """A point that is so of the case as a whole, or is not."""
    return lambda case, visible: _ONCE if is_open(case) else ()


def _events(case: Case, is_open: Callable[[str], bool]) -> tuple[Found, ...]:
    return tuple(Found(e.title, e.id) for e in in_order(case) if is_open(e.id))


def _belevingen(case: Case, is_open: Callable[[Beleving], bool]) -> tuple[Found, ...]:
    """One for each event, however many deelnemers it is so of: nobody is counted."""
    first: dict[str, Beleving] = {}
    for beleving in case.belevingen:
        known = first.get(beleving.event_id)
        if is_open(beleving) and (known is None or beleving.seq < known.seq):
            first[beleving.event_id] = beleving
    if not first:
        return ()
    return tuple(Found("", first[e.id].id) for e in in_order(case) if e.id in first)


def _has_begun(case: Case) -> bool:
    """Whether anyone was asked how it was."""
    return bool(case.belevingen or case.round.open or case.round.spoken_ids)


def _silent(case: Case, visible: Case) -> tuple[Found, ...]:
    """Who has had no turn and said nothing yet; in a round that is open that is what it is for."""
    if rounds.turn(case) is not None or not _has_begun(case):
        return ()
    spoke = {b.deelnemer_id for b in visible.belevingen} | set(case.round.spoken_ids)
    return tuple(Found(case.deelnemer_name(d)) for d in case.deelnemers if d.id not in spoke)


def _round_goes_on(case: Case, visible: Case) -> tuple[Found, ...]:
    now = rounds.turn(case)
    return () if now is None else (Found(case.deelnemer_name(now.deelnemer)),)


def _without_mark(case: Case, visible: Case) -> tuple[Found, ...]:
    if rounds.hides(case) or not _has_begun(case):
        return ()
    said = {b.event_id for b in visible.belevingen}
    return _events(visible, lambda event_id: event_id not in said)


def _apart(case: Case, visible: Case) -> tuple[Found, ...]:
    named = {event_id for verschil in case.verschillen for event_id in verschil.event_ids}
    marks: dict[str, set[Mark]] = {}
    for beleving in visible.belevingen:
        marks.setdefault(beleving.event_id, set()).add(beleving.mark)
    return _events(visible, lambda i: len(marks.get(i, ())) > 1 and i not in named)


def _risk_unexplained(beleving: Beleving) -> bool:
    is_told = beleving.risk_of is not None and bool(beleving.safety_of)
    return beleving.mark is Mark.RISICO and not is_told


def _obstacle_untold(beleving: Beleving) -> bool:
    return bool(beleving.now_different.strip()) and not beleving.obstacle.strip()


def _of(records: Callable[[Case], Iterable[Any]], is_open: Callable[[Any], bool]) -> Look:
    """The records of one kind of which it is open, by what they are about."""
    return lambda case, visible: tuple(
        Found(getattr(record, "about", ""), record.id)
        for record in records(case)
        if is_open(record)
    )


def _neither(case: Case, visible: Case) -> tuple[Found, ...]:
    return tuple(
        Found(case.deelnemer_name(d), d.id)
        for d in case.deelnemers
        if not (d.involved_then or d.involved_now)
    )


OPEN: dict[str, Look] = {
    "geen_titel": _when(lambda case: not case.title.strip()),
    "geen_aanleiding": _when(lambda case: not case.reason.strip()),
    "geen_organisator": _when(lambda case: not case.organiser.strip()),
    "procedure_onbekend": _when(lambda case: case.start_check.procedure_running is Answer.ONBEKEND),
    "besluit_onbekend": _when(lambda case: case.start_check.board_decided is Answer.ONBEKEND),
    "gehoord_onbekend": _when(lambda case: case.start_check.heard is Answer.ONBEKEND),
    "geen_grondslag": _when(lambda case: not case.start_check.legal_ground.strip()),
    "geen_bewaartermijn": _when(lambda case: case.keep_until is None),
    "spelregels_niet_gelezen": _when(lambda case: not case.start_check.rules_read),
    "geen_betrokkenen": _when(lambda case: not case.betrokkenen),
    "geen_deelnemers": _when(lambda case: not case.deelnemers),
    "een_organisatie": _when(lambda case: len({d.organisation_id for d in case.deelnemers}) == 1),
    "toen_noch_nu": _neither,
    "geen_leidinggevende": _when(
        lambda case: case.deelnemers and not any(d.is_manager for d in case.deelnemers)
    ),
    "geen_gebeurtenissen": _when(lambda case: not case.events),
    "ronde_loopt": _round_goes_on,
    "ronde_niet_begonnen": _when(lambda case: not _has_begun(case)),
    "zonder_beleving": _without_mark,
    "niet_gesproken": _silent,
    "risico_niet_uitgelegd": lambda case, visible: _belevingen(visible, _risk_unexplained),
    "nog_geen_belevingen": lambda case, visible: () if visible.belevingen else _ONCE,
    "geen_nu_anders": lambda case, visible: _belevingen(visible, rounds.asks_again),
    "geen_belemmering": lambda case, visible: _belevingen(visible, _obstacle_untold),
    "geen_verschillen": _when(lambda case: not case.verschillen),
    "beleving_loopt_uiteen": _apart,
    "geen_twee_lezingen": _of(lambda case: case.verschillen, lambda v: len(v.readings) < 2),
    "uitspreken_onbekend": _of(
        lambda case: case.verschillen, lambda v: v.spoken_out is Answer.ONBEKEND
    ),
    "geen_lessen": _when(lambda case: not case.lessons),
    "les_zonder_bewijs": _of(lambda case: case.lessons, lambda lesson: not lesson.event_ids),
    "geen_acties": _when(lambda case: not case.acties),
    "actie_zonder_eigenaar": _of(lambda case: case.acties, lambda a: not a.owner.strip()),
    "actie_zonder_bewaker": _of(lambda case: case.acties, lambda a: not a.keeper.strip()),
    "actie_zonder_datum": _of(lambda case: case.acties, lambda a: a.due is None),
    "geen_verhaal": _when(lambda case: not case.summary.sentences),
    "niets_over_kinderen": _when(lambda case: not case.summary.children.strip()),
    "geen_vragen": _when(lambda case: not case.summary.questions),
}

STARTED: dict[str, Callable[[Case], bool]] = {
    "aanleiding": lambda case: bool(
        case.title.strip() or case.reason.strip() or case.organiser.strip()
    ),
    "deelnemers": lambda case: bool(case.betrokkenen or case.deelnemers),
    "lijn": lambda case: bool(case.events),
    "belevingen": lambda case: bool(case.belevingen) or rounds.turn(case) is not None,
    "nu_anders": lambda case: (
        any(b.now_different or b.obstacle for b in case.belevingen)
        or bool(case.belevingen and not rounds.to_reconsider(case))
    ),
    "samenwerking": lambda case: bool(case.verschillen),
    "lessen": lambda case: bool(case.lessons),
    "acties": lambda case: bool(case.acties),
    "samenvatting": lambda case: case.summary != NO_SUMMARY,
}
"""Whether anything of a step was done, apart from a tick; a step that is not here has only that."""

"""Whether there were plans, what stood on facts before them, and what came beside them.

Source: Geweld hoort nergens thuis, actielijn Stoppen en duurzaam oplossen (docs/bronnen.md,
bron 3).
"""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.methods.line_facts import (
    VEILIGHEIDSPLAN,
    ZORGPLAN,
    all_of,
    any_of,
    happened,
    ids_of,
    is_plan,
    is_research,
    not_after,
    plans,
)
from hgkm_desktop.methods.results import Part, Result, unsaid
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.indicators import IndicatorId
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, EventKind, Occurrence, SafetyPhase

NO_SAFETY_PLAN = "Er staat geen veiligheidsplan op de lijn."
NO_CARE_PLAN = "Er staat geen zorgplan op de lijn."


# --- feitenonderzoek ----------------------------------------------------------------------------


def research_before_plan(case: Case) -> Result:
    """For each veiligheidsplan: was there feitenonderzoek on that day at the latest?"""
    number, line = numbers(case), [event for event in in_order(case) if event.happened]
    research = [(event, is_research(case, event)) for event in line]
    could_be = [(event, answer) for event, answer in research if answer is not Answer.NEE]
    parts = tuple(
        _research_before(plan, could_be, f"Plan van gebeurtenis {number[plan.id]}")
        for plan in plans(case, VEILIGHEIDSPLAN)
    )
    none = unsaid(_with_not_done(case, VEILIGHEIDSPLAN, NO_SAFETY_PLAN))
    return Result(IndicatorId.FEITENONDERZOEK_VOOR_PLAN, parts or (none,))


def _research_before(plan: Event, research: Sequence[tuple[Event, Answer]], name: str) -> Part:
    found = [
        (event, all_of((answer, not_after(event, plan.start))))
        for event, answer in research
        if event.id != plan.id
    ]
    used = [event for event, answer in found if answer is not Answer.NEE]
    return Part("", name, any_of(answer for _, answer in found), "", ids_of((plan, *used)))


# --- plannen ------------------------------------------------------------------------------------


def plans_made(case: Case) -> Result:
    """Whether there is a veiligheidsplan, and a zorgplan of each sort that is about everyone."""
    safety, care = plans(case, VEILIGHEIDSPLAN), plans(case, ZORGPLAN)
    no_safety = _with_not_done(case, VEILIGHEIDSPLAN, NO_SAFETY_PLAN)
    no_care = _with_not_done(case, ZORGPLAN, NO_CARE_PLAN)
    parts = (
        _made(VEILIGHEIDSPLAN, "Veiligheidsplan", Answer.JA, safety)
        if safety
        else Part(VEILIGHEIDSPLAN, "Veiligheidsplan", Answer.NEE, no_safety),
        _care("risicogestuurd", SafetyPhase.RISICOGESTUURD, care, no_care),
        _care("herstelgericht", SafetyPhase.HERSTELGERICHT, care, no_care),
        _about_all(case, care, no_care),
    )
    return Result(IndicatorId.PLANNEN, parts)


def _made(key: str, label: str, answer: Answer, events: tuple[Event, ...]) -> Part:
    return Part(key, label, answer, "", ids_of(events))


def _care(word: str, phase: SafetyPhase, care: tuple[Event, ...], no_care: str) -> Part:
    label = f"Zorgplan, {word}"
    if not care:
        return Part(word, label, Answer.NEE, no_care)
    fitting = tuple(plan for plan in care if plan.safety_phase is phase)
    if fitting:
        return _made(word, label, Answer.JA, fitting)
    unclear = tuple(plan for plan in care if plan.safety_phase is None)
    if unclear:
        reason = "Bij een zorgplan is geen fase gekozen."
        return Part(word, label, Answer.ONBEKEND, reason, ids_of(unclear))
    return _made(word, label, Answer.NEE, care)


def _about_all(case: Case, care: tuple[Event, ...], no_care: str) -> Part:
    key, label = "voor_allen", "Zorgplan, alle betrokkenen genoemd"
    if not care or not case.betrokkenen:
        return unsaid(
            no_care if not care else "De casus heeft geen betrokkenen.", key=key, label=label
        )
    named = {part.betrokkene_id for plan in care for part in plan.involved}
    missing = [b.role for b in case.betrokkenen if b.id not in named]
    if not named:
        reason = "Bij het zorgplan is geen betrokkene gekozen."
        return Part(key, label, Answer.ONBEKEND, reason, ids_of(care))
    reason = f"Niet genoemd: {', '.join(missing)}." if missing else ""
    return Part(key, label, Answer.NEE if missing else Answer.JA, reason, ids_of(care))


def _with_not_done(case: Case, instrument_id: str, sentence: str) -> str:
    """The sentence that there is no plan, with what the line says of one that was not made."""
    missed = [e for e in in_order(case) if not e.happened and is_plan(e, instrument_id)]
    if any(e.occurrence is Occurrence.BESTOND_NIET for e in missed):
        return f"{sentence} Dat bestond hier nog niet."
    return f"{sentence} Wel dat het niet is gedaan." if missed else sentence


# --- interventies -------------------------------------------------------------------------------


def interventions_beside_plans(case: Case) -> Result:
    """For each interventie whether both plans were there when it began."""
    safety, care = plans(case, VEILIGHEIDSPLAN), plans(case, ZORGPLAN)
    made = {plan.id for plan in (*safety, *care)}
    all_done = happened(case, EventKind.INTERVENTIE)
    number = numbers(case)
    parts = tuple(
        _beside(e, safety, care, f"Gebeurtenis {number[e.id]}")
        for e in all_done
        if e.id not in made
    )
    none = unsaid("Er staat geen interventie op de lijn.")
    return Result(IndicatorId.INTERVENTIE_PAST, parts or (none,))


def _beside(event: Event, safety: tuple[Event, ...], care: tuple[Event, ...], name: str) -> Part:
    answers = [any_of(not_after(p, event.start) for p in made) for made in (safety, care)]
    said = [
        f"{name}: {_THERE[answer]}"
        for name, answer in zip(("veiligheidsplan", "zorgplan"), answers, strict=True)
    ]
    used = [p for p in (*safety, *care) if not_after(p, event.start) is not Answer.NEE]
    reason = f"{said[0][:1].upper()}{said[0][1:]}; {said[1]}."
    return Part("", name, all_of(answers), reason, ids_of((event, *used)))


_THERE = {
    Answer.JA: "was er",
    Answer.NEE: "was er nog niet",
    Answer.ONBEKEND: "niet zeker of het er al was",
}

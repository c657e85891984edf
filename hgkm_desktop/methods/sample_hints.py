"""What the line of one case suggests as the answer to each question of a sample.

A suggestion is only that: a person reads the events and answers. What the line does not say is no
suggestion, and never nee. Source of the questions: zicht op de praktijk, vraag 2 en 3
(docs/bronnen.md, bron 1); what on the line suggests which answer is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hgkm_desktop.methods.huisverbod import huisverboden, lies_after
from hgkm_desktop.methods.line_facts import (
    VEILIGHEIDSPLAN,
    ids_of,
    instrument_of,
    is_plan,
    numbered,
)
from hgkm_desktop.methods.sample_line import (
    Found,
    Stretch,
    find,
    held,
    is_doubted,
    is_help,
    is_violence,
    of_kinds,
)
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.dutch import list_text, number_text
from hgkm_desktop.models.practice_questions import Hint
from hgkm_desktop.models.records import Event, Regie
from hgkm_desktop.models.terms import AgeBand, Answer, Effect, EventKind, RegieHolder, Reply

_CHILDREN = (AgeBand.ONGEBOREN, AgeBand.VAN_0_TOT_4, AgeBand.VAN_4_TOT_12, AgeBand.VAN_12_TOT_18)
_AGREED = frozenset({"casusregie", "casusregie_zvh", "persoonsgerichte_aanpak", "mda"})
_IN_SIGHT = of_kinds(
    *(EventKind.CONTACT, EventKind.INTERVENTIE, EventKind.PLAN, EventKind.AFSTEMMING),
    *(EventKind.OVERDRACHT, EventKind.MELDING, EventKind.TAXATIE),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the line says on a question; without a `reply` it cannot decide, and `reason` says why.

    `event_ids` are the events that the reason tells of, in the order of the line.
    """

    reply: Reply | None
    reason: str
    event_ids: tuple[str, ...] = ()


def suggest(hint: Hint, stretch: Stretch) -> Suggestion | None:
    """What the line suggests on a question with this hint; None when it says nothing of it."""
    return _RULES[hint](stretch)


def _said(case: Case, reply: Reply | None, *told: tuple[str, Iterable[Event]]) -> Suggestion:
    """A suggestion of sentences, each with `{}` where its events come."""
    sentences, used = [], dict[str, None]()
    for words, events in told:
        found = tuple(events)
        sentences.append(words.format(numbered(case, found)) if found else words)
        used |= dict.fromkeys(ids_of(found))
    shown = [s[:1].upper() + s[1:] for s in sentences if s]
    return Suggestion(reply, " ".join(shown), ids_of(e for e in in_order(case) if e.id in used))


def _cannot_tell(case: Case, found: Found, about: str) -> Suggestion | None:
    """What a person must read, when the line alone cannot decide; None when there is nothing."""
    told: list[tuple[str, tuple[Event, ...]]] = []
    if found.denied:
        told.append(("In de titel van {} staat ‘geen’ of ‘niet’. Lees zelf na.", found.denied))
    if found.unclear:
        words = "Het begin of het einde van {} is niet precies bekend."
        told += [(words, found.unclear), (f"Daarom is niet zeker of {about}.", ())]
    return _said(case, None, *told) if told else None


# --- hulp ---------------------------------------------------------------------------------------


def _help_during(stretch: Stretch) -> Suggestion | None:
    case, ban = stretch.case, stretch.ban
    assert ban is not None
    found = find(case, is_help, stretch.during)
    counted = "" if ban.recorded_end else _assumed(ban.term)
    if found.done and not found.denied:
        yes = ("Zolang het huisverbod gold, was er hulp: {}.", found.done)
        if found.not_done:
            no = ("Niet gedaan: {}.", found.not_done)
            return _said(case, Reply.DEELS, yes, no, (counted, ()))
        return _said(case, Reply.JA, yes, (counted, ()))
    if found.not_done and not (found.done or found.denied or found.unclear):
        no = ("De lijn zegt dat hulp toen niet is gedaan: {}.", found.not_done)
        return _said(case, Reply.NEE, no, (counted, ()))
    if unsure := _cannot_tell(case, found, "het in het huisverbod viel"):
        return unsure
    talks = find(case, of_kinds(EventKind.CONTACT), stretch.during).done
    words = "Er was contact: {}. De lijn zegt niet of er ook hulp kwam."
    return _said(case, None, (words, talks)) if talks else None


def _assumed(days: int) -> str:
    return (
        f"De lijn zegt niet wanneer het huisverbod eindigde. Gerekend is met {days} dagen, "
        "zo lang als het hoogstens duurt."
    )


def _help_afterwards(stretch: Stretch) -> Suggestion | None:
    case = stretch.case
    found = find(case, is_help, stretch.goes_on_after)
    missed = find(case, is_help, stretch.afterwards).not_done
    stopped = [e for e in case.events if is_help(e) and e.happened and _stopped(stretch, e)]
    regie = _nobody(stretch)
    if found.done and not found.denied:
        going = ("Na het huisverbod was er hulp: {}.", found.done)
        reply = Reply.DEELS if missed else Reply.JA
        return _said(case, reply, going, _if_any("Niet gedaan: {}.", missed), (regie, ()))
    doubtful = tuple(e for e in found.unclear if e.happened)
    if missed and not (found.done or found.denied or doubtful):
        no = ("De lijn zegt dat hulp daarna niet is gedaan: {}.", missed)
        return _said(case, Reply.NEE, no, (regie, ()))
    if stopped and not (found.done or found.denied or doubtful):
        words = "De hulp stopte toen het huisverbod eindigde, of eerder: {}. Daarna staat er geen."
        return _said(case, Reply.NEE, (words, stopped), (regie, ()))
    left = Found(found.done, (), doubtful, found.denied)
    return _cannot_tell(case, left, "die hulp na het huisverbod nog liep")


def _stopped(stretch: Stretch, event: Event) -> bool:
    """Whether help that was there in the huisverbod surely did not go on after it."""
    was_there = stretch.during(event) is Answer.JA
    return was_there and stretch.goes_on_after(event) is Answer.NEE


def _if_any(words: str, events: tuple[Event, ...]) -> tuple[str, tuple[Event, ...]]:
    return (words, events) if events else ("", ())


def _help_fits(stretch: Stretch) -> Suggestion | None:
    """By what each interventie brought about, for whether it fits is not on the line itself."""
    case = stretch.case
    found = find(case, is_help, stretch.goes_on_after)
    known = [e for e in found.done if e.effect is not Effect.ONBEKEND]
    if known and not found.denied:
        told = [
            (words, [e for e in known if e.effect is effect]) for effect, words in _EFFECTS.items()
        ]
        shown = [(words, events) for words, events in told if events]
        return _said(case, _reply_of(known, found), *shown, _if_any(_MISSED, found.not_done))
    if found.not_done and not (found.done or found.denied or found.unclear):
        return _said(case, Reply.NEE, (_MISSED, found.not_done))
    if found.done and not found.denied:
        words = "Er is hulp: {}. Bij geen daarvan is ingevuld of het doel is bereikt."
        return _said(case, None, (words, found.done))
    return _cannot_tell(case, found, "die hulp er na de taxatie was")


_MISSED = "Hulp is niet gedaan: {}."
_EFFECTS = {
    Effect.BEREIKT: "Het doel is bereikt bij {}.",
    Effect.DEELS: "Het doel is deels bereikt bij {}.",
    Effect.UITGEBLEVEN: "Het effect bleef uit bij {}.",
}


def _reply_of(known: list[Event], found: Found) -> Reply:
    effects = {event.effect for event in known}
    if effects == {Effect.BEREIKT} and not found.not_done:
        return Reply.JA
    return Reply.NEE if effects == {Effect.UITGEBLEVEN} else Reply.DEELS


# --- veiligheid ---------------------------------------------------------------------------------


def _family_safe(stretch: Stretch) -> Suggestion | None:
    case, ban = stretch.case, stretch.ban
    assert ban is not None
    found = find(case, is_violence, stretch.later)
    violence = (*found.done, *found.denied)
    firm = [event for event in violence if not is_doubted(event)]
    again = [b.imposed[0] for b in huisverboden(case) if stretch.later(b.imposed[0]) is Answer.JA]
    told = [
        _if_any("Na het opleggen staat opnieuw geweld op de lijn: {}.", tuple(firm)),
        _if_any("Er kwam opnieuw een huisverbod: {}.", tuple(again)),
        _if_any("Het huisverbod is overtreden: {}.", ban.breaches),
    ]
    if firm or again:
        return _said(case, Reply.NEE, *told)
    if ban.breaches:
        return _said(case, Reply.DEELS, *told, ("Ander geweld staat daarna niet op de lijn.", ()))
    if violence:
        words = "Na het opleggen staat geweld op de lijn dat vermoed of betwist is: {}."
        return _said(case, Reply.ONBEKEND, (words, violence))
    return _cannot_tell(case, found, "dit na het opleggen was") or _no_violence(stretch)


def _no_violence(stretch: Stretch) -> Suggestion | None:
    """Without violence on the line only who let go of the case can say that it is safe."""
    case, calm = stretch.case, "Na het opleggen staat geen geweld op de lijn."
    scores = [c for c in case.cijfers if lies_after(c.moment, stretch.begun) is Answer.JA]
    last = max(scores, key=lambda c: c.moment.order, default=None)
    told = ""
    if last is not None:
        figure = number_text(last.score, 0 if float(last.score).is_integer() else 1)
        told = f"Het laatste veiligheidscijfer daarna is een {figure} ({last.moment.text()})."
    if case.closed_well is Answer.JA:
        closed = "Bij de casus staat dat die goed is afgesloten."
        return _said(case, Reply.JA, (calm, ()), (closed, ()), (told, ()))
    if not told:
        return None
    open_end = "Of het gezin daarmee veilig is, zegt de lijn niet."
    return _said(case, None, (calm, ()), (told, ()), (open_end, ()))


def _children_safe(stretch: Stretch) -> Suggestion | None:
    case = stretch.case
    if not any(b.is_child or b.age_band in _CHILDREN for b in case.betrokkenen):
        return _said(case, None, ("Bij de betrokkenen van deze casus staan geen kinderen.", ()))
    plans = find(case, lambda e: is_plan(e, VEILIGHEIDSPLAN), stretch.since)
    seen = find(case, _child_was_seen, stretch.since)
    unseen = find(case, _child_was_not_seen, stretch.since).done
    hurt = find(case, lambda e: is_violence(e) and e.child_present is Answer.JA, stretch.later)
    good = [
        _if_any("Er is een veiligheidsplan: {}.", plans.done),
        _if_any("Een kind is gezien of gesproken: {}.", seen.done),
    ]
    bad = [
        _if_any("Daarna was een kind bij geweld: {}.", hurt.done),
        _if_any("Een veiligheidsplan is niet gedaan: {}.", plans.not_done),
        _if_any("Het kind is niet gezien of niet gesproken: {}.", unseen),
    ]
    is_good, is_bad = any(w for w, _ in good), any(w for w, _ in bad)
    if plans.done and seen.done and not (hurt.done or plans.not_done):
        return _said(case, Reply.JA, *good)
    if is_good:
        no_plan = (
            "" if plans.done or plans.not_done else "Een veiligheidsplan staat niet op de lijn."
        )
        no_talk = "" if seen.done or unseen else "Dat iemand een kind sprak, staat niet op de lijn."
        return _said(case, Reply.DEELS, *good, *bad, (no_plan, ()), (no_talk, ()))
    if is_bad:
        return _said(case, Reply.NEE, *bad)
    both = Found(unclear=tuple({e.id: e for e in (*plans.unclear, *seen.unclear)}.values()))
    return _cannot_tell(case, both, "dit daarna was")


def _child_was_seen(event: Event) -> bool:
    return Answer.JA in (event.child_seen, event.child_spoken)


def _child_was_not_seen(event: Event) -> bool:
    answers = (event.child_seen, event.child_spoken)
    return Answer.NEE in answers and Answer.JA not in answers


# --- in beeld, werkafspraken --------------------------------------------------------------------


def _in_sight(stretch: Stretch) -> Suggestion | None:
    case = stretch.case
    found, regie = find(case, _IN_SIGHT, stretch.since), stretch.regie_after()
    names = list(
        dict.fromkeys(case.organisation(i).name for e in found.done for i in e.organisation_ids)
    )
    holders = _holders(case, regie)
    if names:
        words = f"Na de taxatie staan op de lijn: {list_text(names)}, bij {{}}."
        return _said(case, Reply.JA, (words, found.done), (holders, ()))
    if holders:
        return _said(case, Reply.JA, (holders, ()))
    if found.done:
        words = "Na de taxatie gebeurde er wel iets, maar niet is ingevuld door wie: {}."
        return _said(case, None, (words, found.done))
    if found.not_done and not (found.unclear or found.denied):
        words = "Wat er na de taxatie kon gebeuren, is niet gedaan: {}."
        return _said(case, Reply.NEE, (words, found.not_done), (_nobody(stretch), ()))
    return _by_regie(stretch) or _cannot_tell(case, found, "het na de taxatie was")


def _agreements(stretch: Stretch) -> Suggestion | None:
    case = stretch.case
    found = find(case, _is_agreement, stretch.since)
    holders = _holders(case, stretch.regie_after())
    if found.done or holders:
        made = _if_any("Na de taxatie zijn er afspraken: {}.", found.done)
        absent = "" if holders else "Wie daarna de regie had, staat niet op de lijn."
        absent = absent if found.done else "Een plan of overleg staat niet op de lijn."
        reply = Reply.JA if found.done and holders else Reply.DEELS
        return _said(case, reply, made, (holders, ()), (absent, ()))
    if found.not_done and not (found.unclear or found.denied):
        words = "Een afspraak of overleg is niet gedaan: {}."
        return _said(case, Reply.NEE, (words, found.not_done), (_nobody(stretch), ()))
    return _by_regie(stretch) or _cannot_tell(case, found, "het na de taxatie was")


def _is_agreement(event: Event) -> bool:
    kinds = of_kinds(EventKind.PLAN, EventKind.AFSTEMMING)
    return kinds(event) or instrument_of(event) in _AGREED


def _by_regie(stretch: Stretch) -> Suggestion | None:
    """What a record that nobody had regie, or that it was unclear who, says by itself."""
    if nobody := _nobody(stretch):
        return _said(stretch.case, Reply.NEE, (nobody, ()))
    if held(stretch.regie_after(), RegieHolder.ONDUIDELIJK):
        words = "Bij de regie staat dat daarna niet duidelijk was wie die had."
        return _said(stretch.case, Reply.ONBEKEND, (words, ()))
    return None


def _nobody(stretch: Stretch) -> str:
    kinds = {r.kind.label for r in held(stretch.regie_after(), RegieHolder.NIEMAND)}
    if not kinds:
        return ""
    return f"Bij de regie staat dat daarna niemand die had: {list_text(sorted(kinds))}."


def _holders(case: Case, regie: tuple[Regie, ...]) -> str:
    """'Casusregie: wijkteam, tot 3 mei 2024.' for each organisation that held regie."""
    told = []
    for record in held(regie, RegieHolder.ORGANISATIE):
        until = "geen einde bekend"
        if record.end is not None and record.end.is_known:
            until = f"tot {record.end.text()}"
        name = case.organisation(record.organisation_id).name
        kind = record.kind.label[:1].upper() + record.kind.label[1:]
        told.append(f"{kind}: {name}, {'loopt nog' if record.ongoing else until}.")
    return " ".join(told)


_RULES: dict[Hint, Callable[[Stretch], Suggestion | None]] = {
    Hint.HULP_TIJDENS: _help_during,
    Hint.HULP_DAARNA: _help_afterwards,
    Hint.GEZIN_VEILIG: _family_safe,
    Hint.KINDEREN_VEILIG: _children_safe,
    Hint.IN_BEELD: _in_sight,
    Hint.HULP_PAST: _help_fits,
    Hint.WERKAFSPRAKEN: _agreements,
}

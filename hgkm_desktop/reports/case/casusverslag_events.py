"""What the casusverslag says of each event: its facts, who knew of it, and how it was lived."""

from __future__ import annotations

from collections.abc import Iterator

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    Effect,
    EventKind,
    HouseholdRole,
    Mark,
)
from hgkm_desktop.reports.case.casusverslag_blocks import (
    capital,
    cell,
    filled_table,
    labelled,
    note,
)
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Block, Cell, Paragraph, Run, Subheading, Table, Tone
from hgkm_desktop.reports.let_through.dates import span_text
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.options import DocumentOptions

_HEAD = ("Organisatie", "Beleving", "Toelichting", "Nu anders", "Wat stond in de weg")
_WIDTHS = (3.4, 3.2, 5.2, 4.4, 4.2)
_TOLD_BY = {
    AddedBy.BETROKKENE: "verteld door een betrokkene zelf",
    AddedBy.FOCUSGROEP: "verteld in een focusgroep",
}


def events(case: Case, options: DocumentOptions, hidden: int) -> tuple[Block, ...]:
    """Every event that is shown, in the order of the line, with the belevingen beside each other.

    Belevingen are never counted or sorted (docs/bronnen.md): they stand as people sat at the table.
    """
    if not case.events:
        return (missing("de gebeurtenissen op de tijdlijn"),)
    number, marks = printed_numbers(case), _by_event(case)
    with_phases, with_marks = options.has("fasen"), options.has("belevingen")
    blocks: list[Block] = [note(_why_numbers_skip(hidden))] if hidden else []
    for event in sorted(case.events, key=lambda one: number[one.id]):
        blocks.append(Subheading(f"{number[event.id]}. {event.title_in_full}"))
        blocks += _facts(case, event, with_phases)
        found = marks.get(event.id, []) if with_marks else []
        blocks += [_belevingen(case, found)] if found else []
    return tuple(blocks)


def _why_numbers_skip(hidden: int) -> str:
    stand = "gebeurtenis staat" if hidden == 1 else "gebeurtenissen staan"
    return f"{hidden} {stand} niet in dit verslag. De nummers zijn die van de hele tijdlijn."


# --- the facts ------------------------------------------------------------------------------


def _facts(case: Case, event: Event, with_phases: bool) -> list[Block]:
    status = _status(event)
    fact = as_sentence(event.fact)
    told: list[Block] = [note(_in_short(case, event, with_phases))]
    if fact:
        told.append(Paragraph((Run(fact), Run(f" ({status})", Tone.ASIDE))))
    else:
        told.append(note(f"Hoe zeker dit is: {status}."))
    return [*told, *labelled(_more(case, event))]


def _in_short(case: Case, event: Event, with_phases: bool) -> str:
    """'Juli 2020 · incident · politie · risicomoment · fase directe veiligheid'."""
    organisations = [case.organisation(i).name for i in event.organisation_ids]
    parts = [
        capital(span_text(event)),
        event.kind.label,
        ", ".join(organisations),
        "risicomoment" if event.is_risk_moment and event.kind is not EventKind.RISICOMOMENT else "",
        "cruciaal punt" if event.is_pivotal else "",
        "vanaf hier telt de tijd (T0)" if event.id == case.t0_event_id else "",
        *(_phases(event) if with_phases else ()),
    ]
    return " · ".join(part for part in parts if part)


def _phases(event: Event) -> Iterator[str]:
    if event.safety_phase is not None:
        yield f"fase {event.safety_phase.label}"
    if event.chain_phase is not None:
        yield f"ketenfase {event.chain_phase.label}"


def _status(event: Event) -> str:
    """How sure the fact is, according to whom, and where it comes from."""
    by, source = event.status_by.strip(), event.source.strip()
    parts = [
        f"{event.fact_status.label}, volgens {by}" if by else event.fact_status.label,
        f"bron: {source}" if source else "",
        _told_by(event),
    ]
    return "; ".join(part for part in parts if part)


def _told_by(event: Event) -> str:
    """Who added it, when that was not the table itself: an addition must stay recognisable."""
    by, meeting = _TOLD_BY.get(event.added_by, ""), event.added_at.strip()
    if not meeting:
        return by
    return f"{by} ({meeting})" if by else f"toegevoegd bij {meeting}"


def _more(case: Case, event: Event) -> Iterator[tuple[str, str]]:
    """What else was filled in; the words of what was not are empty."""
    since = event.possible_since
    yield "Kon al sinds", since.text() if since is not None and since.is_known else ""
    yield "Wie", _roles(case, event)
    yield "Bij wie", _reported(event)
    yield "Wie wist dit", _known(case, event)
    yield "Kinderen", _children(event)
    yield "Instrument", _instrument(event)
    yield "Resultaat", _result(event)
    yield "Grondslag om dit te delen", as_sentence(event.legal_ground)


def _roles(case: Case, event: Event) -> str:
    """'slachtoffer: moeder en kind 1; pleger: vader; rollen volgens politie'."""
    names = {betrokkene.id: betrokkene.role for betrokkene in case.betrokkenen}
    groups: dict[tuple[HouseholdRole, str], list[str]] = {}
    for part in event.involved:
        if part.betrokkene_id in names:
            key = part.role, part.according_to.strip()
            groups.setdefault(key, []).append(names[part.betrokkene_id])
    sources = list(dict.fromkeys(by for _, by in groups))
    said = [
        (list_text(found) if _is_plain(role) else f"{role.label}: {list_text(found)}")
        + (f" (volgens {by})" if by and len(sources) > 1 else "")
        for (role, by), found in groups.items()
    ]
    agreed = [f"rollen volgens {by}" for by in sources if by and len(sources) == 1]
    return "; ".join([*said, *agreed])


def _is_plain(role: HouseholdRole) -> bool:
    return role is HouseholdRole.BETROKKENE


def _reported(event: Event) -> str:
    """Where a melding, advies or aangifte went, and whether who reported heard of it again."""
    asked = event.kind is EventKind.MELDING or event.feedback_given is not Answer.ONBEKEND
    parts = [
        event.reported_to.strip(),
        f"terugkoppeling aan de melder: {event.feedback_given.label}" if asked else "",
    ]
    return "; ".join(part for part in parts if part)


def _known(case: Case, event: Event) -> str:
    """'politie, en wijkteam sinds mei 2020. School wist het niet.'; only what was filled in."""
    names = {organisation.id: organisation.name for organisation in case.organisations}
    since: dict[str, list[str]] = {}
    groups: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for known in event.knowledge:
        if known.organisation_id not in names:
            continue
        name = names[known.organisation_id]
        groups[known.known].append(name)
        if known.known is Answer.JA:
            later = known.since.is_known and known.since != event.start
            since.setdefault(f" sinds {known.since.text()}" if later else "", []).append(name)
    knew = "; ".join(f"{list_text(found)}{when}" for when, found in since.items())
    said = [as_sentence(knew), _did_not(groups[Answer.NEE]), _unsure(groups[Answer.ONBEKEND])]
    return " ".join(words for words in said if words)


def _did_not(names: list[str]) -> str:
    verb = "wist" if len(names) == 1 else "wisten"
    return f"{capital(list_text(names))} {verb} het niet." if names else ""


def _unsure(names: list[str]) -> str:
    return f"Van {list_text(names)} is het niet bekend." if names else ""


def _children(event: Event) -> str:
    """Whether children were there, were seen and were spoken with; once anything of it is known."""
    answers = (event.child_present, event.child_seen, event.child_spoken)
    if all(answer is Answer.ONBEKEND for answer in answers):
        return ""
    by = event.child_spoken_by.strip()
    asked = ("aanwezig", "gezien", "zelf gesproken")
    said = [f"{name}: {answer.label}" for name, answer in zip(asked, answers, strict=True)]
    return "; ".join(said) + (f" (door {by})" if by else "")


def _instrument(event: Event) -> str:
    """'tijdelijk huisverbod (dwang)'."""
    used, free = event.instrument.strip(), event.pressure.label if event.pressure else ""
    return f"{used} ({free})" if used and free else used or free


def _result(event: Event) -> str:
    effect = "" if event.effect is Effect.ONBEKEND else event.effect.label
    words = as_sentence(event.result)
    return f"{words} ({effect})" if words and effect else words or effect


# --- the belevingen -------------------------------------------------------------------------


def _by_event(case: Case) -> dict[str, list[Beleving]]:
    """The belevingen of each event, as people sat at the table; one organisation together."""
    organisation_of = {d.id: d.organisation_id for d in case.deelnemers}
    first = {organisation: place for place, organisation in _first_seats(case)}
    seat = {d.id: (first[d.organisation_id], d.seq, d.id) for d in case.deelnemers}
    found: dict[str, list[Beleving]] = {}
    for beleving in case.belevingen:
        if beleving.deelnemer_id in organisation_of:
            found.setdefault(beleving.event_id, []).append(beleving)
    for belevingen in found.values():
        belevingen.sort(key=lambda b: seat[b.deelnemer_id])
    return found


def _first_seats(case: Case) -> Iterator[tuple[int, str]]:
    """Each organisation at the table with the place of its first deelnemer."""
    yield from enumerate(dict.fromkeys(d.organisation_id for d in case.deelnemers))


def _belevingen(case: Case, found: list[Beleving]) -> Table:
    """A row for each beleving; two of one organisation have the same name, never a function."""
    rows = [_beleving_row(case, beleving) for beleving in found]
    return filled_table(_HEAD, rows, _WIDTHS, caption=_how_lived(case, found))


def _how_lived(case: Case, found: list[Beleving]) -> str:
    """Says in words that not everyone lived it the same, without saying how many."""
    marks = {beleving.mark for beleving in found}
    if len(marks) < 2:
        return "Hoe dit is beleefd"
    of: dict[str, set[Mark]] = {}
    for beleving in found:
        name = _organisation(case, beleving)
        of.setdefault(name, set()).add(beleving.mark)
    apart = [name for name, own in of.items() if len(own) > 1]
    said = f"Verschillend beleefd: {list_text([m.label for m in Mark if m in marks])}."
    if not apart:
        return said
    return f"{said} Ook binnen {list_text(apart)} is dit niet hetzelfde beleefd."


def _organisation(case: Case, beleving: Beleving) -> str:
    return case.organisation(case.deelnemer(beleving.deelnemer_id).organisation_id).name


def _beleving_row(case: Case, beleving: Beleving) -> tuple[Cell, ...]:
    needed = beleving.needed_from.strip()
    stood = [as_sentence(beleving.obstacle), f"Nodig van {as_sentence(needed)}" if needed else ""]
    said = as_sentence(beleving.explanation)
    risk = _at_risk(beleving)
    told = [Run(f"{said} " if risk else said)] if said else []
    told += [Run(risk, Tone.ASIDE)] if risk else []
    return (
        cell(capital(_organisation(case, beleving))),
        Cell((Run(beleving.mark.label),), mark=beleving.mark),
        Cell(tuple(told)),
        cell(as_sentence(beleving.now_different)),
        cell(" ".join(capital(words) for words in stood if words)),
    )


def _at_risk(beleving: Beleving) -> str:
    """Of a risk: whether the moment or the decision was it, and whose safety."""
    of = [beleving.risk_of.label] if beleving.risk_of is not None else []
    if beleving.safety_of:
        of.append(f"veiligheid van {list_text([safety.label for safety in beleving.safety_of])}")
    return f"({'; '.join(of)})" if of else ""

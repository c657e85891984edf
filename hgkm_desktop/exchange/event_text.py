"""One gebeurtenis of a case text, with who had which part in it and who knew of it."""

from __future__ import annotations

from hgkm_desktop.exchange.dates import moment_if_any, period_in
from hgkm_desktop.exchange.references import References
from hgkm_desktop.models import content
from hgkm_desktop.models.moment import UNKNOWN
from hgkm_desktop.models.records import Event, Involvement, Knowledge
from hgkm_desktop.models.strict_toml import Table
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    Audience,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Occurrence,
    Pressure,
    SafetyPhase,
)


def read_event(table: Table, key: str, seq: float, refs: References) -> Event:
    """The event of one table. Raises BadContent, also for a date that cannot be."""
    period = period_in(table, "wanneer")
    event = Event(
        id=refs.id_of("gebeurtenis", key),
        seq=seq,
        kind=table.term("soort", EventKind),
        title=table.text("titel"),
        start=period.start,
        end=period.end,
        ongoing=period.ongoing,
        occurrence=table.term("gebeurd", Occurrence, Occurrence.GEBEURD),
        possible_since=moment_if_any(table, "kon_sinds"),
        fact=table.text("feit", ""),
        fact_status=table.term("status", FactStatus, FactStatus.GEMELD),
        status_by=table.text("status_volgens", ""),
        source=table.text("bron", ""),
        involved=_involved(table, refs),
        organisation_ids=refs.ids(table, "organisaties", "organisaties"),
        knowledge=_knowledge(table, refs),
        reported_to=table.text("gemeld_bij", ""),
        feedback_given=table.term("terugkoppeling", Answer, Answer.ONBEKEND),
        child_present=table.term("kind_aanwezig", Answer, Answer.ONBEKEND),
        child_seen=table.term("kind_gezien", Answer, Answer.ONBEKEND),
        child_spoken=table.term("kind_gesproken", Answer, Answer.ONBEKEND),
        child_spoken_by=table.text("kind_gesproken_door", ""),
        instrument=_instrument(table),
        pressure=table.term_if_any("dwang_of_drang", Pressure),
        result=table.text("resultaat", ""),
        effect=table.term("effect", Effect, Effect.ONBEKEND),
        chain_phase=table.term_if_any("ketenfase", ChainPhase),
        safety_phase=table.term_if_any("veiligheidsfase", SafetyPhase),
        is_risk_moment=table.flag("risicomoment"),
        is_pivotal=table.flag("cruciaal"),
        is_shown=table.flag("tonen", default=True),
        added_by=table.term("ingebracht_door", AddedBy, AddedBy.DEELNEMER),
        added_on=table.day("ingebracht_op"),
        audience=table.term("voor_wie", Audience, Audience.TAFEL),
    )
    table.done()
    return event


def _involved(table: Table, refs: References) -> tuple[Involvement, ...]:
    """Who had which part, from one list per part: slachtoffer, pleger, omstander, betrokkene."""
    according_to = table.text("rollen_volgens", "")
    return tuple(
        Involvement(betrokkene_id, role, according_to)
        for role in (
            HouseholdRole.SLACHTOFFER,
            HouseholdRole.PLEGER,
            HouseholdRole.OMSTANDER,
            HouseholdRole.BETROKKENE,
        )
        for betrokkene_id in refs.ids(table, role.value, "betrokkene")
    )


def _knowledge(table: Table, refs: References) -> tuple[Knowledge, ...]:
    """Which organisation knew of it, from the lines of `bekend_bij`."""
    found = []
    for line in table.tables("bekend_bij"):
        organisation_id = refs.one(line, "organisatie", "organisaties")
        since = moment_if_any(line, "sinds") or UNKNOWN
        found.append(Knowledge(organisation_id, line.term("bekend", Answer), since))
        line.done()
    return tuple(found)


def _instrument(table: Table) -> str:
    """The label of the instrument meant by an id, label or abbreviation; empty when not given."""
    typed = table.text("instrument", "")
    if not typed:
        return ""
    known = content.known_instrument(typed)
    if known is None:
        raise table.problem("‘instrument’ staat niet in de lijst instrumenten.toml.")
    return known.label

"""What a screen reader and a tooltip say of an event, and what the cells of the table show."""

from __future__ import annotations

from functools import cached_property

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.moment import Moment, Precision, period_text
from hgkm_desktop.models.records import Beleving, Event, Knowledge
from hgkm_desktop.models.terms import AddedBy, Answer, Effect, EventKind, FactStatus
from hgkm_desktop.timeline.lanes import HOUSEHOLD

_BOTH_KNOWN = {
    Precision.MAAND: "alleen de maanden zijn bekend",
    Precision.JAAR: "alleen de jaren zijn bekend",
}
_DOUBTED = (FactStatus.VERMOEDEN, FactStatus.BETWIST)


class CaseWords:
    """The words for the events of one value of a case; its names are looked up once."""

    def __init__(self, case: Case) -> None:
        self._organisations = {o.id: o.name for o in case.organisations}
        self._roles = {b.id: b.role for b in case.betrokkenen}
        self._deelnemers = {d.id: case.deelnemer_name(d) for d in case.deelnemers}
        self._t0 = case.t0_event_id
        self._case = case

    @cached_property
    def _belevingen(self) -> dict[str, list[Beleving]]:
        """Those of each event in the order of the table; found when they are first asked for."""
        place = {d.id: d.seq for d in self._case.deelnemers}
        found: dict[str, list[Beleving]] = {}
        for beleving in sorted(
            self._case.belevingen, key=lambda b: (place.get(b.deelnemer_id, 0.0), b.seq, b.id)
        ):
            found.setdefault(beleving.event_id, []).append(beleving)
        return found

    def who(self, event: Event) -> str:
        """'politie, moeder, kind 1': the organisations first."""
        return ", ".join([*self._organisation_names(event), *self._role_names(event)])

    def belevingen(self, event: Event) -> str:
        """'politie, wijkagent: ging goed; Veilig Thuis, teamleider: niet oké'."""
        names = self._deelnemers
        return "; ".join(
            f"{names.get(b.deelnemer_id, 'deelnemer')}: {b.mark.label}"
            for b in self._belevingen.get(event.id, ())
        )

    def sentence(self, number: int, event: Event) -> str:
        """Everything of an event in the order in which it is wanted when it is heard."""
        organisations = self._organisation_names(event)
        parts = [
            f"{number}. {event.title_in_full}",
            ", ".join(organisations) if organisations else HOUSEHOLD,
            event.kind.label,
            when_in_words(event),
            ", ".join(self._role_names(event)),
            "dit is T0" if event.id == self._t0 else "",
            *_remarks(event),
            self._not_yet_known(event),
            "verschillend beleefd" if self._is_divergent(event) else "",
            self.belevingen(event),
        ]
        return ". ".join(part for part in parts if part)

    def _is_divergent(self, event: Event) -> bool:
        return len({b.mark for b in self._belevingen.get(event.id, ())}) > 1

    def _not_yet_known(self, event: Event) -> str:
        """'nog niet bekend bij school en wijkteam': never, or surely later than it began."""
        late = [
            self._organisations[known.organisation_id]
            for known in event.knowledge
            if known.organisation_id in self._organisations and _knew_later(known, event)
        ]
        return f"nog niet bekend bij {list_text(late)}" if late else ""

    def _organisation_names(self, event: Event) -> list[str]:
        return [self._organisations[i] for i in event.organisation_ids if i in self._organisations]

    def _role_names(self, event: Event) -> list[str]:
        return [
            self._roles[i.betrokkene_id] for i in event.involved if i.betrokkene_id in self._roles
        ]


def _remarks(event: Event) -> list[str]:
    found = [event.fact_status.label] if event.fact_status in _DOUBTED else []
    if event.pressure is not None:
        found.append(event.pressure.label)
    if event.effect is not Effect.ONBEKEND:
        found.append(f"resultaat {event.effect.label}")
    if event.is_risk_moment and event.kind is not EventKind.RISICOMOMENT:
        found.append("risicomoment")
    if event.is_pivotal:
        found.append("cruciaal punt")
    if event.added_by is AddedBy.FOCUSGROEP:
        found.append(f"aanvulling van {event.added_at or 'een focusgroep'}")
    if event.safety_phase is not None:
        found.append(f"fase {event.safety_phase.label}")
    if event.chain_phase is not None:
        found.append(f"ketenfase {event.chain_phase.label}")
    return found


def _knew_later(known: Knowledge, event: Event) -> bool:
    if known.known is Answer.JA:
        return event.start.surely_before(known.since)
    return known.known is Answer.NEE


def when_in_words(event: Event) -> str:
    """The moment or period with what is uncertain about it said."""
    start = event.start.in_words()
    if event.end is not None:
        return _period_in_words(event.start, event.end)
    return f"vanaf {start}, loopt door" if event.ongoing else start


def _period_in_words(start: Moment, end: Moment) -> str:
    """'van maart 2020 tot en met mei 2020, alleen de maanden zijn bekend': said once for both."""
    both = _BOTH_KNOWN.get(start.precision)
    if both is None or start.precision is not end.precision or start.circa or end.circa:
        return f"van {start.in_words()} tot en met {end.in_words()}"
    return f"van {start.text()} tot en met {end.text()}, {both}"


def when_to_edit(event: Event) -> str:
    """The date phrase as it can be typed; empty when the date is unknown."""
    if not event.start.is_known:
        return ""
    return period_text(event.start, event.end, event.ongoing)


def when_shown(event: Event) -> str:
    """The date in the table: short months; 'zonder datum' when it is unknown."""
    if not event.start.is_known:
        return "zonder datum"
    return period_text(event.start, event.end, event.ongoing, short=True)

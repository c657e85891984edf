"""The line as a part of a document: its lanes, its days and its numbered list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import FactStatus, Mark
from hgkm_desktop.reports.case.notitie_parts import DOUBTED
from hgkm_desktop.reports.content import Entry, TimelinePage
from hgkm_desktop.reports.let_through.counted import undated
from hgkm_desktop.reports.let_through.dates import LEAST_DAYS, drawn_case, months_spanned, span_text
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.options import Dates, DocumentOptions, days_of
from hgkm_desktop.timeline.choices import Band, Choices, LaneBy
from hgkm_desktop.timeline.marks import signs_by_event
from hgkm_desktop.timeline.signs import MEANINGS, signs_of_facts

_SPOKEN_SIGN = {mark.sign: mark.label for mark in Mark} | {"divergence": "verschillend beleefd"}
_SECTION_OF_BAND = {Band.FASEN: "fasen", Band.REGIE: "regie", Band.CIJFERS: "cijfers"}


def line_part(shown: Case, options: DocumentOptions, title: str, note: str) -> TimelinePage | None:
    """The line of what is shown, in the lanes and the period that were chosen."""
    if not options.has("tijdlijn"):
        return None
    drawn = drawn_case(shown, options.dates)
    first, last = _days(drawn, options)
    entries = _entries(shown, options)
    return TimelinePage(
        title=title,
        label=f"Tijdlijn {shown.code}",
        note=note,
        case=drawn,
        first=first,
        last=last,
        entries=entries,
        missing="" if entries else "Nog niet ingevuld: de gebeurtenissen op de tijdlijn.",
        choices=undated(Choices(options.lane_by, bands=_bands(options)), options.dates),
        dates=f"data {options.dates.label}",
        least_days=LEAST_DAYS[options.dates],
    )


def _bands(options: DocumentOptions) -> frozenset[Band]:
    """The bands along the line, without those whose section was left out."""
    return frozenset(band for band, key in _SECTION_OF_BAND.items() if options.has(key))


def _days(drawn: Case, options: DocumentOptions) -> tuple[date | None, date | None]:
    """The first and the last day of the line: those of the case, as far as they were asked for."""
    span = months_spanned(drawn)
    if span is None:
        return None, None
    first, last = days_of(options)
    return max(span[0], first or span[0]), min(span[1], last or span[1])


def _entries(shown: Case, options: DocumentOptions) -> tuple[Entry, ...]:
    number, signs = printed_numbers(shown), signs_by_event(shown)
    is_short = options.dates is not Dates.BEKEND
    entries = [
        Entry(
            number=number[event.id],
            kind=event.kind,
            when=span_text(event, short=is_short),
            text=_entry_text(event),
            occurrence=event.occurrence,
            spoken=_spoken(shown, event, options.lane_by, signs.get(event.id, ())),
        )
        for event in shown.events
    ]
    return tuple(sorted(entries, key=lambda entry: entry.number))


def _entry_text(event: Event) -> str:
    """What happened; a fact that is doubted says so."""
    doubt = event.fact_status.label if event.fact_status in DOUBTED else ""
    return f"{event.title_in_full} ({doubt})" if doubt else event.title_in_full


def _spoken(case: Case, event: Event, lane_by: LaneBy, signs: tuple[str, ...]) -> str:
    """'melding, politie en school, risicovol, cruciaal punt': what the line shows of it.

    A sign that stands there twice is said once: belevingen are never counted (docs/bronnen.md).
    """
    facts = signs_of_facts(replace(event, fact_status=FactStatus.GEMELD))  # the text says doubt
    parts = [
        event.kind.label,
        _lanes(case, event, lane_by),
        *(MEANINGS[sign] for sign in facts),
        *dict.fromkeys(_SPOKEN_SIGN[sign] for sign in signs),
        "cruciaal punt" if event.is_pivotal else "",
    ]
    return ", ".join(part for part in parts if part)


def _lanes(case: Case, event: Event, lane_by: LaneBy) -> str:
    """Whose event it is, as its lanes show it."""
    if lane_by is LaneBy.BETROKKENE:
        roles = {betrokkene.id: betrokkene.role for betrokkene in case.betrokkenen}
        ids = dict.fromkeys(part.betrokkene_id for part in event.involved)
        return list_text([roles[i] for i in ids if i in roles])
    return list_text([case.organisation(i).name for i in event.organisation_ids])

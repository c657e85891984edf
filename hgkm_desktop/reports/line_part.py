"""The line as a part of a document: its lanes, its days and its numbered list."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.reports.content import Entry, TimelinePage
from hgkm_desktop.reports.dates import LEAST_DAYS, drawn_case, months_spanned, span_text
from hgkm_desktop.reports.notitie_parts import DOUBTED
from hgkm_desktop.reports.options import Dates, DocumentOptions, days_of
from hgkm_desktop.reports.shown import printed_numbers
from hgkm_desktop.timeline.choices import Band, Choices

_SECTION_OF_BAND = {Band.FASEN: "fasen", Band.REGIE: "regie", Band.CIJFERS: "cijfers"}


def line_part(shown: Case, options: DocumentOptions, title: str, note: str) -> TimelinePage | None:
    """The line of what is shown, in the lanes and the period that were chosen."""
    if not options.has("tijdlijn"):
        return None
    drawn = drawn_case(shown, options.dates)
    first, last = _days(drawn, options)
    entries = _entries(shown, is_short=options.dates is not Dates.BEKEND)
    return TimelinePage(
        title=title,
        label=f"Tijdlijn {shown.code}",
        note=note,
        case=drawn,
        first=first,
        last=last,
        entries=entries,
        missing="" if entries else "Nog niet ingevuld: de gebeurtenissen op de tijdlijn.",
        choices=Choices(lane_by=options.lane_by, bands=_bands(options)),
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


def _entries(shown: Case, *, is_short: bool) -> tuple[Entry, ...]:
    number = printed_numbers(shown)
    entries = [
        Entry(
            number=number[event.id],
            kind=event.kind,
            when=span_text(event, short=is_short),
            text=_entry_text(event),
            occurrence=event.occurrence,
        )
        for event in shown.events
    ]
    return tuple(sorted(entries, key=lambda entry: entry.number))


def _entry_text(event: Event) -> str:
    """What happened; a fact that is doubted says so."""
    doubt = event.fact_status.label if event.fact_status in DOUBTED else ""
    return f"{event.title_in_full} ({doubt})" if doubt else event.title_in_full

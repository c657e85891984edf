"""The document 'Tijdlijn': what it says of a case, and how it is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event, Fase, FileSettings, Regie
from hgkm_desktop.models.terms import AddedBy, CaseState, Effect, Term
from hgkm_desktop.reports.case.notitie_parts import DOUBTED
from hgkm_desktop.reports.content import Entry
from hgkm_desktop.reports.let_through.counted import Count, undated
from hgkm_desktop.reports.let_through.dates import coarse, coarse_period, drawn_case, span_text
from hgkm_desktop.reports.let_through.shown import (
    falls_in,
    printed_numbers,
    still_hidden,
    table_case,
)
from hgkm_desktop.reports.options import Dates, whole_days
from hgkm_desktop.timeline.choices import Band, Choices
from hgkm_desktop.timeline.lanes import lanes_of
from hgkm_desktop.timeline.signs import MEANINGS

DISCLAIMER = "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs"
MARKINGS = {
    CaseState.IN_BEWERKING: "In bewerking, blijft aan deze tafel",
    CaseState.DEELBAAR: "Deelbaar, vertrouwelijk",
}


class PaperSize(Term):
    """The sheets the line is printed on, always lying."""

    A4 = ("a4", "A4")
    A3 = ("a3", "A3")


class Scale(Term):
    """How much time stands on a page, when that is not a number of days."""

    LEESBAAR = ("leesbaar", "zoveel pagina's als nodig om alles te lezen")
    EEN_PAGINA = ("een_pagina", "passend op één pagina")


EVERYTHING = Choices()


@dataclass(frozen=True, slots=True)
class LineOptions:
    """How the line is wanted on paper.

    `choices` are the lanes and bands; what else it narrows is used only when a user asks for what
    is on screen. `first` and `last` are the days shown, both included; None for the first and the
    last there are. `scale` is a number of days on each page, or a `Scale`. Where `dates` are no
    more exact than a month or a year, these days are those of whole months or years.
    """

    paper: PaperSize = PaperSize.A4
    choices: Choices = EVERYTHING
    first: date | None = None
    last: date | None = None
    scale: Scale | int = Scale.LEESBAAR
    dates: Dates = Dates.BEKEND


@dataclass(frozen=True, slots=True)
class LineDocument:
    """The words of the document, and the case with only what may be printed.

    `choices` leave of that case the events of the list. `period` and `selection` say in words
    what is shown; `selection` is empty when nothing was left out by choice. `hidden` is how many
    events of the case are not shown, `not_shown` says that in words. `case` is as it is drawn:
    with coarse dates on days made up, which are in no entry. `accent` is the house colour or ''.
    """

    title: str
    code: str
    note: str
    period: str
    selection: str
    marking: str
    signature: str
    not_shown: str
    hidden: int
    organisation: str
    accent: str
    made_on: date
    case: Case
    choices: Choices
    options: LineOptions
    entries: tuple[Entry, ...]

    @property
    def disclaimer(self) -> str:
        """What it is and how much of the case it leaves out, for the foot of every page."""
        return f"{DISCLAIMER} · {self.not_shown}"


def compose_line(
    case: Case,
    options: LineOptions,
    *,
    settings: FileSettings,
    made_on: date,
    version: int = 1,
) -> LineDocument:
    """The tijdlijn of a case for wall or table, with every event that may be shown.

    While the case is in bewerking it stays at the table, and dates are exact unless asked
    otherwise. Once that is deelbaar it may leave: then no date is finer than a month. Functions
    are never named (see `table_case`).
    Source: de methode, documenten en wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    options = _fitting(options, case.state)
    table = _coarse(table_case(case), options.dates)
    shown = _shown(table, options)
    if options.dates is Dates.RELATIEF:
        count = Count.of(case, replace(table, events=shown))
        shown, table = count.case(replace(table, events=shown)).events, count.case(table)
        first, last = count.day(options.first), count.day(options.last)
        options = replace(options, first=first, last=last)
    is_all, hidden = len(shown) == len(table.events), len(case.events) - len(shown)
    ids = None if is_all else frozenset(event.id for event in shown)
    return LineDocument(
        title=case.summary.title.strip() or case.title.strip() or f"Casus {case.code}",
        code=case.code,
        note=f"versie {version} · {case.state.label} · {day_text(made_on)}",
        period=_period(_moments(table, shown, options.choices.bands), options),
        selection="" if is_all else f"Selectie: {len(shown)} van {_counted(table)}",
        marking=MARKINGS[case.state],
        signature=f"Tijdlijn {case.code} · versie {version} · {case.state.label}",
        not_shown=f"{hidden} van {_counted(case)} niet getoond{still_hidden(case)}",
        hidden=hidden,
        organisation=settings.organisation.strip(),
        accent=settings.accent,
        made_on=made_on,
        case=drawn_case(table, options.dates),
        choices=undated(replace(options.choices, event_ids=ids), options.dates),
        options=options,
        entries=_entries(table, shown),
    )


def _fitting(options: LineOptions, state: CaseState) -> LineOptions:
    """The options with whole months or years where no day is said, as on paper that may leave."""
    if options.dates is Dates.BEKEND and not stays_at_table(state):
        options = replace(options, dates=Dates.MAAND)
    first, last = whole_days(options.first, options.last, options.dates)
    return replace(options, first=first, last=last)


def _coarse(table: Case, dates: Dates) -> Case:
    """The case with every moment no finer than is wanted."""
    return replace(
        table,
        events=tuple(coarse_period(event, dates) for event in table.events),
        cijfers=tuple(replace(c, moment=coarse(c.moment, dates)) for c in table.cijfers),
        regie=tuple(coarse_period(regie, dates) for regie in table.regie),
        fasen=tuple(coarse_period(fase, dates) for fase in table.fasen),
    )


def _counted(case: Case) -> str:
    return count_text(len(case.events), "gebeurtenis", "gebeurtenissen")


def _shown(table: Case, options: LineOptions) -> tuple[Event, ...]:
    """The events that are chosen, fall in the period and stand in a lane."""
    chosen = options.choices.event_ids
    events = [
        event
        for event in table.events
        if (chosen is None or event.id in chosen) and falls_in(event, options.first, options.last)
    ]
    dated = [event for event in events if event.start.is_known]
    lanes = lanes_of(table, options.choices, dated).of_event
    return tuple(e for e in events if not e.start.is_known or lanes[e.id])


def _moments(case: Case, shown: tuple[Event, ...], bands: frozenset[Band]) -> tuple[Moment, ...]:
    """Every known moment of what is drawn: the events, and what stands in the bands."""
    periods: list[Event | Regie | Fase] = [*shown]
    periods += case.regie if Band.REGIE in bands else ()
    periods += case.fasen if Band.FASEN in bands else ()
    found = [moment for one in periods for moment in (one.start, one.end) if moment is not None]
    found += [cijfer.moment for cijfer in case.cijfers] if Band.CIJFERS in bands else []
    return tuple(moment for moment in found if moment.is_known)


def _period(moments: tuple[Moment, ...], options: LineOptions) -> str:
    """The days that the paper spans, in words, and how exact its dates are when less than known."""
    whole = "hele lijn" if options.first is None and options.last is None else "deel van de lijn"
    if options.dates is Dates.RELATIEF:
        begin, end = min(moments, key=_earliest).text(), max(moments, key=_latest).text()
        return f"{whole}: {begin}" if begin == end else f"{whole}: {begin} – {end}"
    first = options.first or min((m.earliest for m in moments), default=None)
    last = options.last or max((m.latest for m in moments), default=None)
    first, last = whole_days(first, last, options.dates)
    if first is None or last is None:
        return "geen data bekend"
    days = day_text(first) if first == last else f"{day_text(first)} – {day_text(last)}"
    exact = "" if options.dates is Dates.BEKEND else f", data {options.dates.label}"
    return f"{whole}: {days}{exact}"


def _earliest(moment: Moment) -> date:
    return moment.earliest


def _latest(moment: Moment) -> date:
    return moment.latest


def _entries(table: Case, shown: tuple[Event, ...]) -> tuple[Entry, ...]:
    number = printed_numbers(table)
    found = (
        Entry(
            number=number[event.id],
            kind=event.kind,
            when=span_text(event),
            text=event.title_in_full,
            occurrence=event.occurrence,
            about=_about(table, event),
        )
        for event in shown
    )
    return tuple(sorted(found, key=lambda entry: entry.number))


def _about(case: Case, event: Event) -> str:
    """'interventie, drang, deels bereikt · politie, wijkteam · moeder, kind 1'."""
    kind = [event.kind.label]
    kind += [event.pressure.label] if event.pressure is not None else []
    kind += [event.effect.label] if event.effect is not Effect.ONBEKEND else []
    kind += [event.fact_status.label] if event.fact_status in DOUBTED else []
    kind += [MEANINGS["focus"]] if event.added_by is AddedBy.FOCUSGROEP else []
    organisations = [case.organisation(i).name for i in event.organisation_ids]
    people = [case.betrokkene(i.betrokkene_id).role for i in event.involved]
    parts = (kind, organisations, people)
    return " · ".join(", ".join(part) for part in parts if part)

"""What the gespreksnotitie for burgemeester and wethouder says about a case, and in which order."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import Answer, CaseState
from hgkm_desktop.reports.content import (
    Document,
    Entry,
    Fact,
    Paragraph,
    ParagraphKind,
    Run,
    Section,
    TimelinePage,
)
from hgkm_desktop.reports.notitie_parts import (
    DOUBTED,
    Part,
    as_sentence,
    children,
    differences,
    five_sentences,
    lessons,
    missing,
    questions,
    risks,
    went_badly,
    went_well,
)
from hgkm_desktop.reports.notitie_requests import asked_of_you, requests
from hgkm_desktop.reports.shown import months_spanned, printed_numbers, shown_case, when_text

SUBTITLE = "Gespreksnotitie burgemeester en wethouder"
MARKING = "In bewerking, blijft aan deze tafel"
ANNEX = "Bijlage A"
DISCLAIMER = "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs"
PSEUDONYMISED = "Gepseudonimiseerd; herleidbaarheidscheck: nog niet gedaan."
_DECIDED = {
    Answer.JA: "De burgemeester of de wethouder besliste hier zelf en kan het gezin herkennen.",
    Answer.NEE: "De burgemeester en de wethouder beslisten hier niet zelf.",
}


def compose(case: Case, *, settings: FileSettings, made_on: date, version: int = 1) -> Document:
    """The gespreksnotitie of a case: two pages, and a page with its timeline.

    Only what may be shown and was chosen is in it; it names organisations, never functions.
    Source: de methode, documenten voor bestuurders (docs/bronnen.md, bron 1 en 4).
    """
    shown = shown_case(case)
    parts = _parts(shown)
    return Document(
        title=_title(case),
        subtitle=SUBTITLE,
        code=case.code,
        version=version,
        made_on=made_on,
        state=case.state,
        organisation=settings.organisation.strip(),
        marking=MARKING if case.state is CaseState.IN_BEWERKING else "",
        facts=_facts(case, made_on, version),
        opening=_opening(case),
        sections=(asked_of_you(shown), *(part.section for part in parts)),
        signature=f"Gespreksnotitie {case.code} · versie {version} · {case.state.label}",
        disclaimer=f"{DISCLAIMER} · {_not_shown(case, shown)}",
        timeline=_timeline(shown, _title(case), made_on, version),
        annex_title=ANNEX,
        annex=tuple(Section(p.section.heading, p.rest) for p in parts if p.rest),
    )


def _parts(case: Case) -> tuple[Part, ...]:
    """The sections in the order in which they are read; what nobody needs is left out."""
    parts = (
        five_sentences(case),
        children(case),
        went_well(case),
        went_badly(case),
        risks(case),
        differences(case),
        lessons(case),
        requests(case),
        questions(case),
    )
    return tuple(part for part in parts if part.section.blocks)


def _title(case: Case) -> str:
    return case.summary.title.strip() or case.title.strip() or f"Casus {case.code}"


def _facts(case: Case, made_on: date, version: int) -> tuple[Fact, ...]:
    return (
        Fact("Casus", case.code),
        Fact("Versie", str(version)),
        Fact("Datum", day_text(made_on)),
        Fact("Staat", case.state.label.capitalize()),
    )


def _opening(case: Case) -> tuple[Paragraph, ...]:
    """Why this case, how the notitie is to be handled, and whether the readers decided in it."""
    decided = _DECIDED.get(case.start_check.board_decided, "")
    reason = case.reason.strip()
    gaps = [] if reason else ["waarom deze casus is gekozen"]
    gaps += [] if decided else ["of de burgemeester of de wethouder hier zelf besliste"]
    why = Paragraph((Run(f"Waarom deze casus: {as_sentence(reason)}"),))
    handling = " ".join(part for part in (_confidential(case), PSEUDONYMISED, decided) if part)
    return (
        *((why,) if reason else ()),
        *((missing("; ".join(gaps)),) if gaps else ()),
        Paragraph((Run(handling),), ParagraphKind.NOTE),
    )


def _confidential(case: Case) -> str:
    if case.state is CaseState.IN_BEWERKING:
        return "Vertrouwelijk, alleen voor wie aan deze tafel zit."
    return "Vertrouwelijk: alleen voor burgemeester, wethouder en hun adviseurs."


def _not_shown(case: Case, shown: Case) -> str:
    hidden = len(case.events) - len(shown.events)
    told = count_text(len(case.events), "gebeurtenis", "gebeurtenissen")
    return f"{hidden} van {told} niet getoond"


def _timeline(shown: Case, title: str, made_on: date, version: int) -> TimelinePage:
    number = printed_numbers(shown)
    span = months_spanned(shown)
    entries = [
        Entry(
            number=number[event.id],
            kind=event.kind,
            when=when_text(event),
            text=_entry_text(shown, event.id),
            occurrence=event.occurrence,
        )
        for event in shown.events
    ]
    return TimelinePage(
        title=title,
        label=f"Tijdlijn {shown.code}",
        note=f"versie {version} · {day_text(made_on)}",
        case=shown,
        first=span[0] if span else None,
        last=span[1] if span else None,
        entries=tuple(sorted(entries, key=lambda entry: entry.number)),
        missing="" if entries else "Nog niet ingevuld: de gebeurtenissen op de tijdlijn.",
    )


def _entry_text(shown: Case, event_id: str) -> str:
    """What happened; a fact that is doubted says so."""
    event = shown.event(event_id)
    doubt = event.fact_status.label if event.fact_status in DOUBTED else ""
    return f"{event.title_in_full} ({doubt})" if doubt else event.title_in_full

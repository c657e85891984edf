"""The documents of a casuïstiekonderzoek: the onderzoeksrapportage, and the knoppenteller alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hgkm_desktop.methods.studies import size_warning
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.rounds import hides
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.case.document_head import DISCLAIMER, MARKING, handled
from hgkm_desktop.reports.content import Document, Fact, Paragraph, ParagraphKind, Run, Section
from hgkm_desktop.reports.let_through.study_shown import ShownStudy, shown_study
from hgkm_desktop.reports.study import study_parts as parts

SUBTITLES = {
    DocumentKind.ONDERZOEKSRAPPORTAGE: "Onderzoeksrapportage",
    DocumentKind.KNOPPENTELLER: "Knoppenteller",
}
_NOT_READ = "Gepseudonimiseerd. Nog niet alles is nagelezen op herleidbaarheid."
_CHOSEN = (
    "De casussen zijn gekozen, niet geloot: ‘3 van 7’ zegt iets over deze casussen, niet over alle "
    "gezinnen."
)


def compose(
    study: Study,
    cases: Sequence[Case],
    kind: DocumentKind,
    *,
    settings: FileSettings,
    made_on: date,
    version: int = 1,
) -> Document:
    """A document of a study about these cases of it.

    Cases are named by code, organisations and functions are not named. It may leave the table only
    when the study and every case in it are deelbaar; else it is marked to stay there. Nothing in it
    counts belevingen. Raises KeyError for a kind that is made of a case.
    Source: casuïstiekonderzoek, rapportage (docs/bronnen.md, bron 3).
    """
    shown = shown_study(study, cases)
    subtitle, total = SUBTITLES[kind], sum(len(case.counted.events) for case in shown.cases)
    hidden = total - sum(len(case.told.events) for case in shown.cases)
    events = count_text(total, "gebeurtenis", "gebeurtenissen")
    is_knobs = kind is DocumentKind.KNOPPENTELLER
    return Document(
        title=study.title.strip() or f"Onderzoek {study.code}",
        subtitle=subtitle,
        code=study.code,
        version=version,
        made_on=made_on,
        state=shown.state,
        organisation=settings.organisation.strip(),
        marking=MARKING if shown.state is CaseState.IN_BEWERKING else "",
        facts=(
            Fact("Onderzoek", study.code),
            Fact("Casussen", str(len(shown.cases))),
            Fact("Versie", str(version)),
            Fact("Datum", day_text(made_on)),
            Fact("Staat", shown.state.label.capitalize()),
        ),
        opening=_opening(shown),
        sections=_knobs(shown) if is_knobs else _report(shown),
        signature=f"{subtitle} {study.code} · versie {version} · {shown.state.label}",
        disclaimer=f"{DISCLAIMER} · {hidden} van {events} niet getoond",
        accent=settings.accent,
        hidden=hidden,
        total=total,
        text_pages=1 if is_knobs else 0,
    )


def _opening(shown: ShownStudy) -> tuple[Paragraph, ...]:
    """Whether betrokkenen were heard, how it is to be handled, and what the counts mean."""
    is_in_work = shown.state is CaseState.IN_BEWERKING
    kept = "Vertrouwelijk, alleen voor wie aan deze tafel zit." if is_in_work else "Vertrouwelijk."
    read = _NOT_READ if is_in_work else "Gepseudonimiseerd, en nagelezen op herleidbaarheid."
    return (
        Paragraph((Run(parts.heard_words(shown)),), ParagraphKind.NOTE),
        handled(kept, read, _CHOSEN, size_warning(shown.study), _rounds(shown)),
    )


def _rounds(shown: ShownStudy) -> str:
    """In which cases a blind round hides belevingen, and with them the factors seen in those."""
    codes = [case.counted.code for case in shown.cases if hides(case.counted)]
    if not codes:
        return ""
    return f"Een blinde ronde is nog bezig in {list_text(codes)}: wat zij verbergt, telt niet mee."


def _knobs(shown: ShownStudy) -> tuple[Section, ...]:
    return (Section("Knoppenteller", parts.knobs(shown)),)


def _report(shown: ShownStudy) -> tuple[Section, ...]:
    study = shown.study
    return (
        Section("Wat wilden we weten", parts.said(study.question, "de vraag")),
        Section("Wat de literatuur zegt", parts.said(study.literature, "de literatuur")),
        Section("Waar casussen worden besproken", parts.said(study.places, "de overleggen")),
        Section("Typen huishoudens", parts.types(shown)),
        Section("De casussen", parts.cases(shown)),
        Section("Factoren", parts.factors(shown)),
        Section("Uitkomsten uit de lijnen", parts.outcomes(shown)),
        Section("Focusgroepen", parts.groups(shown)),
        Section("Knoppenteller", parts.knobs(shown)),
        Section("Toets door de afsluitende focusgroep", parts.test(shown)),
        Section("Conclusie", parts.said(study.conclusion, "de conclusie"), tinted=True),
        Section("Vervolgstappen", parts.said(study.next_steps, "de vervolgstappen")),
        Section("Besluitroute", parts.route(shown)),
    )

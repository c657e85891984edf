"""How veiligheidscijfers, regie and fasen are said in a list and asked for in a form."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.moment import UNKNOWN, Moment, period_text
from hgkm_desktop.models.records import Fase, Record, Regie, Veiligheidscijfer, new_id
from hgkm_desktop.models.terms import Answer, Occurrence, RegieHolder, RegieKind, SafetyPhase
from hgkm_desktop.ui.parts.date_fields import WhenField
from hgkm_desktop.ui.parts.fields import Check, Checks, Choice, TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import RecordKind
from hgkm_desktop.ui.parts.score_field import NO_SCORE, ScoreField, score_text
from hgkm_desktop.ui.parts.text import sentence_case

PERIOD_HINT = "Een periode: 3-13 mei 2023, of vanaf juli 2025 als het nog loopt."
HOUSEHOLD = "het hele gezin"
PHASE_WORDS = {
    Occurrence.GEBEURD: "deze fase was er",
    Occurrence.NIET_GEDAAN: "is er niet van gekomen, en was wel nodig",
    Occurrence.BESTOND_NIET: "kon hier nog niet",
}


# --- veiligheidscijfers -----------------------------------------------------------------------


def _cijfer_words(case: Case, record: Record) -> str:
    assert isinstance(record, Veiligheidscijfer)
    about = case.betrokkene(record.betrokkene_id).role if record.betrokkene_id else HOUSEHOLD
    givers = [case.organisation(i).name for i in record.organisation_ids]
    remarks = [
        f"gegeven door {list_text(givers)}" if givers else "niet bekend wie het gaf",
        {Answer.JA: "samen bepaald", Answer.NEE: "niet samen bepaald"}.get(record.jointly, ""),
        "bij het afsluiten" if record.at_closing else "",
    ]
    said = " · ".join(remark for remark in remarks if remark)
    first = f"{score_text(record.score)} voor {about}, {record.moment.text()}"
    return _lines(first, sentence_case(said), record.note)


def _cijfer_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Veiligheidscijfer", record)
    dialog.ask_for(
        "score", "Cijfer", ScoreField(), "0 is helemaal niet veilig, 10 is helemaal veilig."
    )
    dialog.ask_for(
        "moment", "Wanneer", WhenField(), "Een cijfer zonder datum komt niet als punt op de lijn."
    )
    people = [(b.id, b.role) for b in case.betrokkenen]
    dialog.ask_for("betrokkene_id", "Voor wie", Choice([("", HOUSEHOLD), *people]))
    givers = Checks([(o.id, o.name) for o in case.organisations])
    dialog.ask_for("organisation_ids", "Door welke organisaties", givers)
    dialog.ask_for("jointly", "Is het samen bepaald", Choice(Answer))
    closing = Check("Dit cijfer is gegeven bij het afsluiten van de hulp")
    dialog.ask_for("at_closing", "Bij het afsluiten", closing)
    dialog.ask_for("note", "Toelichting", TextBlock(2))
    return dialog


# --- regie ------------------------------------------------------------------------------------


def _regie_words(case: Case, record: Record) -> str:
    assert isinstance(record, Regie)
    held = {
        RegieHolder.ORGANISATIE: "bij",
        RegieHolder.NIEMAND: "bij niemand",
        RegieHolder.ONDUIDELIJK: "onduidelijk bij wie",
    }[record.holder]
    if record.holder is RegieHolder.ORGANISATIE:
        held = f"{held} {case.organisation(record.organisation_id).name}"
    return _lines(sentence_case(f"{record.kind.label} {held}"), _period(record), record.note)


def _regie_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    assert isinstance(record, Regie)
    dialog = RecordDialog(parent, "Regie", record)
    dialog.ask_for("kind", "Soort regie", Choice(RegieKind))
    holders: list[tuple[tuple[RegieHolder, str], str]] = [
        ((RegieHolder.ORGANISATIE, ""), "Kies wie de regie had"),
        *(((RegieHolder.ORGANISATIE, o.id), o.name) for o in case.organisations),
        ((RegieHolder.NIEMAND, ""), "niemand"),
        ((RegieHolder.ONDUIDELIJK, ""), "onduidelijk"),
    ]
    holder = Choice(holders)
    holder.set_value((record.holder, record.organisation_id))
    dialog.ask("Wie had de regie", holder, _holder_values)
    dialog.ask_period("Van wanneer tot wanneer", PERIOD_HINT)
    dialog.ask_for("note", "Toelichting", TextBlock(2))
    return dialog


def _holder_values(answer: tuple[RegieHolder, str]) -> dict[str, Any]:
    """Raises BadInput when no one was chosen."""
    holder, organisation_id = answer
    if holder is RegieHolder.ORGANISATIE and not organisation_id:
        raise BadInput("Kies wie de regie had.", todo="Niemand en onduidelijk kan ook.")
    return {"holder": holder, "organisation_id": organisation_id}


# --- fasen ------------------------------------------------------------------------------------


def _fase_words(case: Case, record: Record) -> str:
    assert isinstance(record, Fase)
    was = "" if record.occurrence is Occurrence.GEBEURD else PHASE_WORDS[record.occurrence]
    return _lines(
        sentence_case(record.phase.label), _period(record), sentence_case(was), record.note
    )


def _fase_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Fase", record)
    dialog.ask_for("phase", "Welke fase", Choice(SafetyPhase))
    dialog.ask_period("Van wanneer tot wanneer", PERIOD_HINT)
    choices = [(occurrence, words) for occurrence, words in PHASE_WORDS.items()]
    dialog.ask_for("occurrence", "Is het ervan gekomen", Choice(choices))
    dialog.ask_for("note", "Toelichting", TextBlock(2))
    return dialog


# --- all three --------------------------------------------------------------------------------


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _period(record: Regie | Fase) -> str:
    if not record.start.is_known:
        return "Datum onbekend"
    return sentence_case(period_text(record.start, record.end, record.ongoing))


def _order(record: Record) -> tuple[date, date, float]:
    """By moment; what has no date comes last."""
    assert isinstance(record, Veiligheidscijfer | Regie | Fase)
    start: Moment = record.moment if isinstance(record, Veiligheidscijfer) else record.start
    first, last = start.order if start.is_known else (date.max, date.max)
    return first, last, record.seq


CIJFERS = RecordKind(
    record=Veiligheidscijfer,
    one="veiligheidscijfer",
    heading="Veiligheidscijfers",
    explanation="Hoe veilig was het, en volgens wie? Elk cijfer wordt een punt op de tijdlijn. "
    "Het programma rekent nooit een gemiddelde uit.",
    empty="Nog geen veiligheidscijfers. Is er in deze casus nooit een cijfer gegeven? "
    "Dan blijft deze lijst leeg.",
    words=_cijfer_words,
    new=lambda case: Veiligheidscijfer(
        new_id(), case.next_seq(Veiligheidscijfer), UNKNOWN, NO_SCORE
    ),
    dialog=_cijfer_dialog,
    order=_order,
)
REGIE = RecordKind(
    record=Regie,
    one="regie",
    heading="Regie",
    explanation="Wie had de regie, en wanneer? Leg ook vast wanneer niemand de regie had, "
    "of wanneer dat onduidelijk was. Wat u niet invult, blijft op de tijdlijn leeg.",
    empty="Nog niets over de regie.",
    words=_regie_words,
    new=lambda case: Regie(
        new_id(), case.next_seq(Regie), RegieKind.CASUSREGIE, RegieHolder.ORGANISATIE
    ),
    dialog=_regie_dialog,
    order=_order,
)
FASEN = RecordKind(
    record=Fase,
    one="fase",
    heading="Fasen",
    explanation="Een fase loopt van de eerste tot de laatste gebeurtenis waarbij u die fase koos. "
    "Legt u hier zelf een fase vast, dan komt die daarvoor in de plaats. Een fase kan terugkomen.",
    empty="Nog geen fasen met de hand. De tijdlijn toont de fasen van de gebeurtenissen.",
    words=_fase_words,
    new=lambda case: Fase(new_id(), case.next_seq(Fase), SafetyPhase.DIRECTE_VEILIGHEID),
    dialog=_fase_dialog,
    order=_order,
)

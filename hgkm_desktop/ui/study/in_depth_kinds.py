"""How radertjes, sentences side by side and cruciale punten are said in a list and asked for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.going_along import gone_with_radertje
from hgkm_desktop.models.in_depth import CruciaalPunt, NaastElkaar, Radertje
from hgkm_desktop.models.in_depth_edits import with_punt, without_radertje
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Record, new_id
from hgkm_desktop.models.terms import AddedBy, Answer, Audience, Influence, Pull
from hgkm_desktop.ui.case.learning_pages import event_choices
from hgkm_desktop.ui.line.safety_kinds import PERIOD_HINT
from hgkm_desktop.ui.parts.fields import Checks, Choice, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import RecordKind
from hgkm_desktop.ui.parts.text import sentence_case

_CONSENT = {
    Answer.JA: "toestemming gegeven",
    Answer.NEE: "geen toestemming: komt in geen document",
    Answer.ONBEKEND: "toestemming nog niet gevraagd: komt in geen document",
}
_IN_SIGHT = {
    Answer.JA: "professionals hadden dit op het vizier",
    Answer.NEE: "professionals hadden dit niet op het vizier",
    Answer.ONBEKEND: "onbekend of professionals dit op het vizier hadden",
}
_CONSENT_HINT = "Zonder een ja komt dit in geen enkel document."
_AUDIENCE_HINT = "Bestuurders zien dit alleen als u hier bestuur kiest."
GROUPS = ("focusgroep 1", "focusgroep 2")


# --- radertjes --------------------------------------------------------------------------------


def radertje_words(case: Case, record: Record) -> str:
    """All that the board shows of a radertje, in words."""
    assert isinstance(record, Radertje)
    whose = case.betrokkene(record.betrokkene_id).role if record.betrokkene_id else ""
    felt = "" if record.influence is Influence.ONBEKEND else f"woog {record.influence.label}"
    known = record.start.is_known
    when = period_text(record.start, record.end, record.ongoing) if known else "datum onbekend"
    lines = [
        record.text,
        _joined(record.about, f"volgens {whose}" if whose else "", felt, when),
        _joined(_IN_SIGHT[record.in_sight]),
        _joined(_CONSENT[record.consent], record.audience.label),
    ]
    return "\n".join(line for line in lines if line)


def _radertje_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Radertje", record)
    dialog.ask_for(
        "text", "In de woorden van de betrokkene", TextBlock(2), "Wat hielp, of wat zat in de weg?"
    )
    dialog.ask_for("pull", "Hielp het of zat het in de weg", Choice(Pull))
    dialog.ask_for("about", "Wie of wat was dat", TextLine("bijvoorbeeld: de juf, of de schulden"))
    people = [(b.id, b.role) for b in case.betrokkenen]
    dialog.ask_for("betrokkene_id", "Volgens wie", Choice([("", "Niet ingevuld"), *people]))
    dialog.ask_period("Van wanneer tot wanneer", PERIOD_HINT)
    dialog.ask_for("influence", "Hoe zwaar woog het", Choice(Influence))
    dialog.ask_for("in_sight", "Hadden professionals het op het vizier", Choice(Answer))
    dialog.ask_for("consent", "Mag dit gebruikt worden", Choice(Answer), _CONSENT_HINT)
    dialog.ask_for("audience", "Voor wie is dit", Choice(Audience), _AUDIENCE_HINT)
    dialog.ask_for("event_ids", "Bij welke gebeurtenissen", Checks(event_choices(case), 1))
    return dialog


def _helps(radertje: Radertje) -> bool:
    return radertje.pull is Pull.HIELP


def _hinders(radertje: Radertje) -> bool:
    return radertje.pull is Pull.HINDERDE


def _new_radertje(case: Case) -> Radertje:
    return Radertje(new_id(), case.next_seq(Radertje), "")


def _new_hindrance(case: Case) -> Radertje:
    return replace(_new_radertje(case), pull=Pull.HINDERDE)


HIELP = RecordKind(
    record=Radertje,
    one="radertje",
    heading="+ Wat hielp",
    explanation="Wie of wat bracht de zaak in beweging, in de ogen van de betrokkene?",
    empty="Nog niets dat hielp. Vraag de betrokkene: wat of wie maakte het beter?",
    words=radertje_words,
    new=_new_radertje,
    dialog=_radertje_dialog,
    drop=without_radertje,
    gone=gone_with_radertje,
    which=_helps,
)
HINDERDE = replace(
    HIELP,
    heading="− Wat in de weg zat",
    explanation="Wie of wat hield de zaak tegen, in de ogen van de betrokkene?",
    empty="Nog niets dat in de weg zat. Vraag de betrokkene: wat of wie maakte het moeilijker?",
    new=_new_hindrance,
    which=_hinders,
)


# --- side by side -----------------------------------------------------------------------------


def _pair_words(case: Case, record: Record) -> str:
    assert isinstance(record, NaastElkaar)
    beside = record.professionals or "nog geen zin van professionals"
    return f"{record.client}\nDaarnaast: {beside}\n{_joined(_CONSENT[record.consent])}"


def _pair_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Naast elkaar", record)
    dialog.ask_for("client", "Zin van de betrokkene", TextBlock(3))
    dialog.ask_for("professionals", "Zin van de professionals", TextBlock(3))
    organisations = [(o.id, o.name) for o in case.organisations]
    dialog.ask_for(
        "organisation_id", "Van welke organisatie", Choice([("", "Niet ingevuld"), *organisations])
    )
    dialog.ask_for(
        "explanation", "Hoe kan het dat beide waar zijn", TextBlock(3), "Zoek een verklaring."
    )
    gears = [(r.id, r.text[:60]) for r in case.radertjes]
    dialog.ask_for("radertje_id", "Bij welk radertje", Choice([("", "Geen radertje"), *gears]))
    dialog.ask_for("consent", "Mag de zin gebruikt worden", Choice(Answer), _CONSENT_HINT)
    dialog.ask_for("audience", "Voor wie is dit", Choice(Audience), _AUDIENCE_HINT)
    dialog.ask_for("event_ids", "Bij welke gebeurtenissen", Checks(event_choices(case), 1))
    return dialog


NAAST_ELKAAR = RecordKind(
    record=NaastElkaar,
    one="paar zinnen",
    heading="Naast elkaar leggen",
    explanation="Leg een zin van de betrokkene naast een zin van professionals. Het gaat er niet "
    "om wie gelijk heeft: zoek wat beide verklaart.",
    empty="Nog geen zinnen naast elkaar. Begin met een zin van de betrokkene, en zoek wat een "
    "professional daarover zei.",
    words=_pair_words,
    new=lambda case: NaastElkaar(new_id(), case.next_seq(NaastElkaar), ""),
    dialog=_pair_dialog,
    also_gone="het radertje erbij is er nog",
)


# --- cruciale punten --------------------------------------------------------------------------


def punt_words(case: Case, record: Record) -> str:
    """What was wanted at a cruciaal punt, why it was not done then, and who said so."""
    assert isinstance(record, CruciaalPunt)
    event = case.event(record.event_id)
    group = record.added_at or record.added_by.label
    added = f"toegevoegd in {group}" if record.added_by is AddedBy.FOCUSGROEP else group
    lines = [
        f"{numbers(case)[event.id]}  {event.title_in_full}",
        f"Ander handelen wenselijk: {record.wanted}" if record.wanted else "",
        f"Waarom toen niet: {record.why_not}" if record.why_not else "",
        sentence_case(added),
    ]
    return "\n".join(line for line in lines if line)


def punt_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    """Asks for a cruciaal punt."""
    dialog = RecordDialog(parent, "Cruciaal punt", record)
    events = [("", "Kies een gebeurtenis"), *event_choices(case)]
    dialog.ask_for("event_id", "Bij welke gebeurtenis", Choice(events))
    dialog.ask_for("wanted", "Welk ander handelen was wenselijk", TextBlock(3))
    obstacles = [sentence_case(obstacle.label) for obstacle in content.obstacles()]
    dialog.ask_for(
        "why_not",
        "Waarom gebeurde dat toen niet",
        Suggestions(obstacles),
        "Een factor, geen persoon.",
    )
    dialog.ask_for("added_by", "Toegevoegd door", Choice(AddedBy))
    dialog.ask_for(
        "added_at", "In welke focusgroep", Suggestions(GROUPS), "Als een focusgroep dit toevoegde."
    )
    return dialog


def new_punt(case: Case, event_id: str, added_at: str) -> CruciaalPunt:
    """A cruciaal punt of an event without words yet, of this focusgroep or else of the table."""
    by = AddedBy.FOCUSGROEP if added_at else AddedBy.DEELNEMER
    seq = case.next_seq(CruciaalPunt)
    return CruciaalPunt(new_id(), seq, event_id, added_by=by, added_at=added_at)


PUNTEN = RecordKind(
    record=CruciaalPunt,
    one="cruciaal punt",
    heading="Cruciale punten",
    explanation="Waar was ander handelen wenselijk, en waarom gebeurde dat toen niet? "
    "De gebeurtenis krijgt op de tijdlijn een opvallende naam.",
    empty="Nog geen cruciale punten. Begin met een moment waarop ander handelen wenselijk was.",
    words=punt_words,
    new=lambda case: CruciaalPunt(new_id(), case.next_seq(CruciaalPunt), ""),
    dialog=punt_dialog,
    save=with_punt,
    also_gone="de gebeurtenis zelf blijft een cruciaal punt op de tijdlijn",
)


def _joined(*words: str) -> str:
    return sentence_case(" · ".join(said for said in words if said))

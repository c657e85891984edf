"""The pages of a row of meetings in a network: who takes part, the meetings, and their agenda."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.methods.agenda import in_time, next_inbrenger
from hgkm_desktop.models import content
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.meetings import Meeting, MeetingSeries, Member
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import Check, Checks, Choice, Suggestions, TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.practice.meeting_agenda import AgendaPage
from hgkm_desktop.ui.practice.meeting_words import NO_DAY, member_name
from hgkm_desktop.ui.window.work_screen import Page


def members_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Who takes part.

    Source: casusevaluatie, netwerkvariant (docs/bronnen.md, bron 4).
    """
    return RecordList(document, LEDEN, shown)


def meetings_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """The meetings, each with another inbrenger: the next one is proposed."""
    return RecordList(document, _meetings(document), shown)


# --- members --------------------------------------------------------------------------------


def _member_words(series: MeetingSeries, member: Member) -> str:
    turn = "" if member.takes_turns else "\nbrengt geen casus in"
    return f"{member_name(member)}{turn}"


def _member_dialog(parent: QWidget, series: MeetingSeries, member: Member) -> RecordDialog:
    dialog = RecordDialog(parent, "Lid", member)
    names = [organisation.name for organisation in content.organisations()]
    dialog.ask_for("organisation", "Organisatie", Suggestions(names))
    functions = content.functions()
    dialog.ask_for("function", "Functie", Suggestions(functions), "Een functie, geen naam.")
    dialog.ask_for("takes_turns", "Inbrenger", Check("Brengt om de beurt een casus in"))
    return dialog


def _check_member(series: MeetingSeries, member: Member) -> None:
    if not member.organisation.strip():
        raise BadInput("Vul een organisatie in.")
    others = [member_name(m).casefold() for m in series.members if m.id != member.id]
    if member_name(member).casefold() in others:
        raise BadInput("Dit lid staat er al.", todo="Kies een andere functie.")


def _without_member(series: MeetingSeries, member_id: str) -> MeetingSeries:
    if any(member_id == meeting.inbrenger_id for meeting in series.meetings):
        raise BadInput(
            "Dit lid bracht een casus in, of staat daarvoor op de lijst.",
            todo="Kies bij die bijeenkomst eerst een andere inbrenger.",
        )
    return series.without_member(member_id)


LEDEN = PartKind(
    field="members",
    one="lid",
    heading="Leden",
    explanation="Welke organisaties komen bij elkaar, en met welke functie? Elke bijeenkomst "
    "brengt een ander lid een casus in.",
    empty="Nog geen leden. Begin met de organisaties die om de beurt een casus inbrengen.",
    words=_member_words,
    new=lambda series: Member(new_id(), ""),
    dialog=_member_dialog,
    check=_check_member,
    drop=_without_member,
    also_gone="ook bij de bijeenkomsten waar het lid was",
)


# --- meetings -------------------------------------------------------------------------------


def meeting_words(series: MeetingSeries, meeting: Meeting) -> str:
    """'3 maart 2026 · inbrenger politie, wijkagent'."""
    names = {member.id: member_name(member) for member in series.members}
    day = day_text(meeting.on) if meeting.on else NO_DAY
    who = names.get(meeting.inbrenger_id, "")
    return f"{sentence_case(day)} · {f'inbrenger {who}' if who else 'nog geen inbrenger'}"


def _meetings(document: Document) -> PartKind:
    def words(series: MeetingSeries, meeting: Meeting) -> str:
        case = _codes(document).get(meeting.case_id, "nog geen casus")
        question = f"\n{meeting.question}" if meeting.question else ""
        return f"{meeting_words(series, meeting)}\n{case}{question}"

    def dialog(parent: QWidget, series: MeetingSeries, meeting: Meeting) -> RecordDialog:
        return _meeting_dialog(parent, series, meeting, _codes(document))

    return PartKind(
        field="meetings",
        one="bijeenkomst",
        heading="Bijeenkomsten",
        explanation="Elke bijeenkomst begint met hoe de eerdere acties staan. Daarna komt de "
        "nieuwe casus. Wie nu aan de beurt is om een casus in te brengen, staat al ingevuld.",
        empty="Nog geen bijeenkomsten. Voeg eerst de leden toe bij Leden, en dan hier de eerste "
        "bijeenkomst.",
        words=words,
        new=_new_meeting,
        dialog=dialog,
        check=_check_meeting,
        also_gone="met wat daar over acties is gezegd; bij de acties zelf blijft het staan",
    )


def _codes(document: Document) -> dict[str, str]:
    """What the cases of the file are called, by their id."""
    with suppress(HgkmError):
        return {h.id: f"casus {h.code} {h.title}".strip() for h in document.headings()}
    return {}


def _new_meeting(series: MeetingSeries) -> Meeting:
    proposed = next_inbrenger(series)
    present = tuple(member.id for member in series.members)
    return Meeting(
        new_id(), inbrenger_id=proposed.id if proposed is not None else "", present_ids=present
    )


def _meeting_dialog(
    parent: QWidget, series: MeetingSeries, meeting: Meeting, codes: dict[str, str]
) -> RecordDialog:
    dialog = RecordDialog(parent, "Bijeenkomst", meeting)
    members = [(member.id, member_name(member)) for member in series.members]
    dialog.ask_for("on", "Wanneer", DayField())
    takers = [(m.id, member_name(m)) for m in series.members if m.takes_turns]
    last = in_time(series.meetings)[-1:]
    before = "".join(f" Vorige keer: {meeting_words(series, m)}." for m in last)
    dialog.ask_for(
        "inbrenger_id",
        "Inbrenger",
        Choice([("", "Nog niemand"), *takers]),
        f"Elke bijeenkomst een ander.{before}",
    )
    dialog.ask_for("case_id", "Casus", Choice([("", "Nog geen casus"), *codes.items()]))
    dialog.ask_for("question", "Vraag van de inbrenger", TextBlock(2))
    dialog.ask_for("expectations", "Wat verwacht de inbrenger van de anderen", TextBlock(2))
    dialog.ask_for("present_ids", "Wie zijn erbij", Checks(members, 1))
    dialog.ask_for("note", "Aantekening", TextBlock(2))
    return dialog


def _check_meeting(series: MeetingSeries, meeting: Meeting) -> None:
    others = [m for m in series.meetings if m.id != meeting.id]
    if meeting.case_id and meeting.case_id in {other.case_id for other in others}:
        raise BadInput(
            "Deze casus hoort al bij een andere bijeenkomst.", todo="Kies een andere casus."
        )


MEETING_PAGES: tuple[Page, ...] = (
    ("Agenda", AgendaPage),
    ("Bijeenkomsten", meetings_page),
    ("Leden", members_page),
)

"""The pages of a row of meetings in a network."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models import content
from hgkm_desktop.models.meetings import MeetingSeries, Member
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import Check, Suggestions
from hgkm_desktop.ui.form_dialog import RecordDialog
from hgkm_desktop.ui.on_screen import WorkOnScreen
from hgkm_desktop.ui.record_list import PartKind, RecordList
from hgkm_desktop.ui.work_screen import Page


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


LEDEN = PartKind(
    field="members",
    one="lid",
    heading="Leden",
    explanation="Welke organisaties komen bij elkaar, en met welke functie?",
    empty="Nog geen leden.",
    words=lambda series, member: ", ".join(filter(None, (member.organisation, member.function))),
    new=lambda series: Member(new_id(), ""),
    dialog=_member_dialog,
    check=_check_member,
)


def members_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Who takes part.

    Source: casusevaluatie, netwerkvariant (docs/bronnen.md, bron 4).
    """
    return RecordList(document, LEDEN, shown)


MEETING_PAGES: tuple[Page, ...] = (("Leden", members_page),)

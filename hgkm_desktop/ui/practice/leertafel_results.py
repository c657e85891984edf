"""What came of a leertafel: successen, knelpunten, and the doorbraken that are asked for.

Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from hgkm_desktop.methods.leertafel import asks_why_no_success, doorbraken_of
from hgkm_desktop.models import content
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel, Succes
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import KnelpuntKind
from hgkm_desktop.ui.case.actie_kind import doorbraak_kind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Choice, Suggestions, TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.practice.leertafel_kinds import (
    BESTUURDERS,
    about_words,
    ask_about,
    insist_filled,
    lines,
    organisation_names,
)
from hgkm_desktop.ui.window.work_form import WorkForm

_WHY_NONE = (
    "Er staat nog geen succes. Ook waar het misging, deed iemand iets wat hielp. Vraag ernaar. "
    "Is er echt niets, schrijf dan op waarom."
)


class ResultsPage(WorkForm):
    """Successen come first; it asks why there are none once something that goes wrong is told."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document, shown)
        self._asks = label(_WHY_NONE, quote=True)
        self._why = TextBlock(2)
        self.form.add_widget(RecordList(document, succes_kind(document), shown))
        self.form.add_widget(self._asks)
        self.ask_for("no_success_reason", "Waarom staat er geen succes", self._why)
        names = self.form.findChildren(QLabel)
        self._why_name = next(name for name in names if name.buddy() is self._why)
        for kind in (knelpunt_kind(document), doorbraak_kind()):
            listed = RecordList(document, kind, shown)
            listed.setContentsMargins(0, 14, 0, 0)
            self.form.add_widget(listed)
        self.form.end()
        self.fill()
        shown.changed.connect(self._ask_why)
        self._ask_why()

    @Slot()
    def _ask_why(self) -> None:
        table = self._value()
        if not isinstance(table, Leertafel):
            return
        asks = asks_why_no_success(table)
        self._asks.setVisible(asks)
        is_said = bool(table.no_success_reason) and not table.successes
        for part in (self._why_name, self._why):
            part.setVisible(asks or is_said or self._why.hasFocus())


# --- successen --------------------------------------------------------------------------------


def succes_kind(document: Document) -> PartKind:
    """What went well, and why it could."""

    def words(table: Leertafel, succes: Succes) -> str:
        about = about_words(document, table, succes.case_id)
        why = f"Dat kon: {succes.why}" if succes.why else "Schrijf nog op waarom het kon."
        return lines(succes.text, why, sentence_case(about))

    def dialog(parent: QWidget, table: Leertafel, succes: Succes) -> RecordDialog:
        asked = RecordDialog(parent, "Succes", succes)
        asked.ask_for("text", "Wat ging goed", TextBlock(2))
        asked.ask_for(
            "why", "Waarom kon dat", TextBlock(2), "Zo kan het een volgende keer weer lukken."
        )
        ask_about(asked, document, table)
        return asked

    return PartKind(
        field="successes",
        one="succes",
        heading="Successen",
        explanation="Wat ging goed, en waarom kon dat? Begin hiermee.",
        empty="Nog geen successen. Begin hiermee: vraag wat hier goed ging.",
        words=words,
        new=lambda table: Succes(new_id(), ""),
        dialog=dialog,
        check=lambda table, succes: insist_filled(succes.text, "Schrijf op wat er goed ging."),
    )


# --- knelpunten -------------------------------------------------------------------------------


def knelpunt_kind(document: Document) -> PartKind:
    """What stands in the way, and which party, instrument and bestuurder can move it."""

    def words(table: Leertafel, knelpunt: Knelpunt) -> str:
        who = (knelpunt.party, knelpunt.instrument, knelpunt.bestuurder or "nog geen bestuurder")
        asked = len(doorbraken_of(table, knelpunt.id))
        told = count_text(asked, "doorbraak gevraagd", "doorbraken gevraagd") if asked else ""
        about = about_words(document, table, knelpunt.case_id)
        return lines(
            knelpunt.text,
            sentence_case(" · ".join(filter(None, (knelpunt.kind.label, *who, told)))),
            knelpunt.explanation,
            sentence_case(about),
        )

    return PartKind(
        field="knelpunten",
        one="knelpunt",
        heading="Knelpunten",
        explanation="Wat staat in de weg, bij welke partij en welk middel, en welke bestuurder kan "
        "er iets aan doen? Het gaat om hoe het werkt, niet om wie er fout zat.",
        empty="Nog geen knelpunten. Vraag de uitvoerders waar zij vastliepen.",
        words=words,
        new=lambda table: Knelpunt(new_id(), ""),
        dialog=lambda parent, table, knelpunt: _ask_knelpunt(parent, document, table, knelpunt),
        check=lambda table, knelpunt: insist_filled(
            knelpunt.text, "Schrijf op wat er in de weg staat."
        ),
        drop=Leertafel.without_knelpunt,
        also_gone="wat daarom is gevraagd, blijft staan",
    )


def _ask_knelpunt(
    parent: QWidget, document: Document, table: Leertafel, knelpunt: Knelpunt
) -> RecordDialog:
    dialog = RecordDialog(parent, "Knelpunt", knelpunt)
    instruments = [one.label for one in content.instruments() if one.valid_until is None]
    dialog.ask_for("text", "Wat staat in de weg", TextBlock(2))
    dialog.ask_for("kind", "Soort knelpunt", Choice(KnelpuntKind))
    dialog.ask_for("party", "Bij welke partij", Suggestions(organisation_names()))
    dialog.ask_for("instrument", "Om welk middel gaat het", Suggestions(instruments))
    dialog.ask_for("bestuurder", "Welke bestuurder kan er iets aan doen", Suggestions(BESTUURDERS))
    dialog.ask_for("explanation", "Toelichting", TextBlock(3))
    ask_about(dialog, document, table)
    return dialog

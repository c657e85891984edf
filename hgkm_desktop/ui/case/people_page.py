"""Step 2, Deelnemers: who the case is about, which organisations, and who sits at the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.going_along import gone_with_deelnemer
from hgkm_desktop.models.records import Betrokkene, Deelnemer, Organisation, Record, new_id
from hgkm_desktop.models.terms import AgeBand
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.fields import Check, Choice, Suggestions
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import RecordKind, RecordList


class PeoplePage(QScrollArea):
    """Betrokkenen and organisaties beside each other, deelnemers below.

    Source: casusevaluatie, stap 2 (docs/bronnen.md, bron 4).
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        inner = QWidget()
        self.setWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        above = QHBoxLayout()
        above.setSpacing(32)
        above.addWidget(RecordList(document, BETROKKENEN), 1)
        above.addWidget(RecordList(document, ORGANISATIES), 1)
        column.addLayout(above, 1)
        column.addWidget(RecordList(document, DEELNEMERS), 1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _betrokkene_words(case: Case, record: Record) -> str:
    assert isinstance(record, Betrokkene)
    age = "" if record.age_band is AgeBand.ONBEKEND else f", {record.age_band.label}"
    return f"{record.role}{age}"


def _betrokkene_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Betrokkene", record)
    roles = [role.label for role in content.household_roles()]
    dialog.ask_for("role", "Rol", Suggestions(roles), "Een rol, geen naam: vader, moeder, kind 1.")
    dialog.ask_for("age_band", "Leeftijd", Choice(AgeBand))
    dialog.ask_for("is_child", "Kind", Check("Dit is een kind in dit gezin"))
    return dialog


def _organisation_words(case: Case, record: Record) -> str:
    assert isinstance(record, Organisation)
    return record.name


def _organisation_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Organisatie", record)
    names = [organisation.name for organisation in content.organisations()]
    dialog.ask_for(
        "name", "Organisatie", Suggestions(names), "Kies een organisatie of typ een andere."
    )
    return dialog


def _deelnemer_words(case: Case, record: Record) -> str:
    assert isinstance(record, Deelnemer)
    was_there = {
        (True, True): "toen en nu betrokken",
        (True, False): "toen betrokken",
        (False, True): "nu betrokken",
        (False, False): "niet zelf betrokken",
    }[record.involved_then, record.involved_now]
    manager = ", leidinggevende" if record.is_manager else ""
    number = case.deelnemers.index(record) + 1
    return f"{number}  {case.deelnemer_name(record)}: {was_there}{manager}"


def _deelnemer_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Deelnemer", record)
    organisations = [(o.id, o.name) for o in case.organisations]
    dialog.ask_for(
        "organisation_id",
        "Organisatie",
        Choice([("", "Kies een organisatie"), *organisations]),
        "Staat de organisatie er niet bij? Voeg die eerst toe.",
    )
    functions = content.functions()
    dialog.ask_for("function", "Functie", Suggestions(functions), "Een functie, geen naam.")
    dialog.ask_for("involved_then", "Toen betrokken", Check("Was toen bij de casus betrokken"))
    dialog.ask_for("involved_now", "Nu betrokken", Check("Is nu bij de casus betrokken"))
    dialog.ask_for("is_manager", "Leidinggevende", Check("Is leidinggevende"))
    return dialog


BETROKKENEN = RecordKind(
    record=Betrokkene,
    one="betrokkene",
    heading="Betrokkenen",
    explanation="Over wie gaat de casus? Noem rollen, geen namen.",
    empty="Nog niemand. U kunt ook gewoon beginnen: een rol die u bij een gebeurtenis typt, "
    "komt hier vanzelf bij.",
    words=_betrokkene_words,
    new=lambda case: Betrokkene(new_id(), case.next_seq(Betrokkene), ""),
    dialog=_betrokkene_dialog,
    drop=Case.drop_betrokkene,
)
ORGANISATIES = RecordKind(
    record=Organisation,
    one="organisatie",
    heading="Organisaties",
    explanation="Welke organisaties komen op de tijdlijn of zitten aan tafel?",
    empty="Nog geen organisaties. Begin met wie bij het gezin betrokken was: politie, wijkteam, "
    "school.",
    words=_organisation_words,
    new=lambda case: Organisation(new_id(), case.next_seq(Organisation), ""),
    dialog=_organisation_dialog,
    drop=Case.drop_organisation,
)
DEELNEMERS = RecordKind(
    record=Deelnemer,
    one="deelnemer",
    heading="Deelnemers aan tafel",
    explanation="Organisatie en functie. Het nummer is de toets waarmee u op de tijdlijn kiest "
    "wie aan de beurt is.",
    empty="Nog niemand aan tafel. Voeg eerst de organisaties toe, daarna de deelnemers.",
    words=_deelnemer_words,
    new=lambda case: Deelnemer(new_id(), case.next_seq(Deelnemer), "", ""),
    dialog=_deelnemer_dialog,
    drop=Case.drop_deelnemer,
    gone=gone_with_deelnemer,
)

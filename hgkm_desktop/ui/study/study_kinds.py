"""The parts of a casuïstiekonderzoek: how each is told, asked for and checked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.study import Decision, FocusGroup, HouseholdType, Knop, Study, StudyCase
from hgkm_desktop.models.terms import Answer, FocusGroupKind, KnobLevel, Persistence
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.works_held import case_names
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import Checks, Choice, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind

BODIES = (
    *("thematrekkers", "verbindingsoverleg", "college", "gemeenteraad"),
    *("bestuurlijke leertafel", "lokaal veiligheidsoverleg"),
)


def _filled(text: str, sentence: str) -> None:
    if not text.strip():
        raise BadInput(sentence)


# --- types of household -----------------------------------------------------------------------


def _type_dialog(parent: QWidget, study: Study, kind: HouseholdType) -> RecordDialog:
    dialog = RecordDialog(parent, "Type huishouden", kind)
    dialog.ask_for("label", "Type", TextLine("bijvoorbeeld: jong gezin met schulden"))
    dialog.ask_for("estimate", "Hoeveel zijn er, naar schatting", TextLine("bijvoorbeeld circa 40"))
    dialog.ask_for("source", "Waar komt de schatting vandaan", TextLine())
    return dialog


TYPES = PartKind(
    field="household_types",
    one="type",
    heading="Typen huishoudens",
    explanation="Welke typen zijn er, en hoeveel ongeveer? Zo kiest u casussen die verschillen.",
    empty="Nog geen typen. Begin met het soort huishouden dat u het vaakst ziet, en schat "
    "hoeveel het er zijn.",
    words=lambda study, kind: "\n".join(
        filter(None, (kind.label, " · ".join(filter(None, (kind.estimate, kind.source)))))
    ),
    new=lambda study: HouseholdType(new_id(), ""),
    dialog=_type_dialog,
    check=lambda study, kind: _filled(kind.label, "Vul het type in."),
)


# --- cases ------------------------------------------------------------------------------------


def case_words(document: Document, study: Study, held: StudyCase) -> str:
    """A case of the study: its code, type, and why the problems persist or were solved."""
    types = {kind.id: kind.label for kind in study.household_types}
    try:
        case = document.case_of(held.case_id)
    except HgkmError:
        return "Casus die niet meer in dit bestand staat"
    outcome = ""
    if case.persistence is not Persistence.ONBEKEND:
        reason = f": {case.persistence_reason}" if case.persistence_reason else ""
        outcome = f"{case.persistence.label}{reason}"
    told = (types.get(held.household_type_id, ""), outcome, held.note)
    name = f"{case.code} {case.title}".strip()
    return "\n".join(filter(None, (name, " · ".join(filter(None, told)))))


def case_kind(document: Document) -> PartKind:
    """The cases of a study; each stands in the same file."""

    def dialog(parent: QWidget, study: Study, held: StudyCase) -> RecordDialog:
        asked = RecordDialog(parent, "Casus in het onderzoek", held)
        taken = {c.case_id for c in study.cases} - {held.case_id}
        free = [(i, name) for i, name in case_names(document).items() if i not in taken]
        asked.ask_for("case_id", "Casus", Choice([("", "Kies een casus"), *free]))
        types = [(kind.id, kind.label) for kind in study.household_types]
        asked.ask_for("household_type_id", "Type huishouden", Choice([("", "Geen type"), *types]))
        asked.ask_for("note", "Waarom deze casus", TextBlock(2))
        return asked

    return PartKind(
        field="cases",
        one="casus",
        heading="Casussen",
        explanation="Zeven tot tien casussen uit dit casusbestand. Wat u per casus uitzoekt, staat "
        "bij die casus, onder Verdieping.",
        empty="Nog geen casussen in dit onderzoek. Voeg er zeven tot tien toe uit dit bestand.",
        words=lambda study, held: case_words(document, study, held),
        new=lambda study: StudyCase(new_id(), ""),
        dialog=dialog,
        check=_check_case,
        drop=_without_held,
        also_gone="ook bij focusgroepen en knoppen; de casus zelf blijft",
    )


def _without_held(study: Study, held_id: str) -> Study:
    return study.without_case(next(c.case_id for c in study.cases if c.id == held_id))


def _held_cases(document: Document, study: Study) -> list[tuple[str, str]]:
    """The cases of the study that are in the file, by id and name, to choose from."""
    names = case_names(document)
    return [(c.case_id, names[c.case_id]) for c in study.cases if c.case_id in names]


def _check_case(study: Study, held: StudyCase) -> None:
    _filled(held.case_id, "Kies een casus.")


# --- focus groups ------------------------------------------------------------------------------


def group_kind(document: Document) -> PartKind:
    """The focus groups: two apart for one case each, and one that tests the result."""

    def words(study: Study, group: FocusGroup) -> str:
        case = case_names(document).get(group.case_id, "")
        day = day_text(group.on) if group.on else "nog geen datum"
        return f"{group.title}\n" + " · ".join(filter(None, (group.kind.label, case, day)))

    def dialog(parent: QWidget, study: Study, group: FocusGroup) -> RecordDialog:
        asked = RecordDialog(parent, "Focusgroep", group)
        asked.ask_for("title", "Naam", TextLine("bijvoorbeeld: focusgroep 1"))
        asked.ask_for("kind", "Waarvoor", Choice(FocusGroupKind))
        held = _held_cases(document, study)
        asked.ask_for("case_id", "Bij welke casus", Choice([("", "Geen casus"), *held]))
        asked.ask_for("on", "Wanneer", DayField())
        asked.ask_for("present", "Wie waren erbij", TextBlock(2), "Functies, geen namen.")
        asked.ask_for("result", "Wat kwam eruit", TextBlock(4))
        return asked

    return PartKind(
        field="focus_groups",
        one="focusgroep",
        heading="Focusgroepen",
        explanation="Twee aparte groepen vullen elk de lijn van één casus aan. Wat zij toevoegen, "
        "is daar te herkennen. Een afsluitende groep toetst de uitkomst, vóór het rapport.",
        empty="Nog geen focusgroepen. Begin met de eerste van de twee groepen bij een casus.",
        words=words,
        new=lambda study: FocusGroup(new_id(), f"focusgroep {len(study.focus_groups) + 1}"),
        dialog=dialog,
        check=_check_group,
    )


def _check_group(study: Study, group: FocusGroup) -> None:
    _filled(group.title, "Vul in hoe de focusgroep heet.")
    if group.kind is FocusGroupKind.CASUS and not group.case_id:
        raise BadInput("Kies bij welke casus de focusgroep hoort.")


# --- knoppen -----------------------------------------------------------------------------------


def knop_kind(document: Document, counted: Callable[[Study, Knop], str]) -> PartKind:
    """The knoppen; `counted` says of how many cases, and which, each is."""

    def dialog(parent: QWidget, study: Study, knop: Knop) -> RecordDialog:
        asked = RecordDialog(parent, "Knop", knop)
        held = _held_cases(document, study)
        asked.ask_for("text", "Waaraan kan de gemeente draaien", TextBlock(2))
        asked.ask_for("level", "Niveau", Choice(KnobLevel))
        asked.ask_for("case_ids", "Uit welke casussen blijkt het", Checks(held, 1))
        asked.ask_for("explanation", "Waarom", TextBlock(3))
        asked.ask_for("holds", "Herkent de afsluitende focusgroep dit", Choice(Answer))
        asked.ask_for("test_note", "Wat zei die groep", TextBlock(2))
        return asked

    return PartKind(
        field="knoppen",
        one="knop",
        heading="Knoppenteller",
        explanation="Waaraan kan de gemeente draaien, op welk niveau, en uit hoeveel van de "
        "casussen blijkt het?",
        empty="Nog geen knoppen. Begin met iets wat de gemeente kan veranderen en wat u in meer "
        "casussen zag.",
        words=counted,
        new=lambda study: Knop(new_id(), ""),
        dialog=dialog,
        check=lambda study, knop: _filled(knop.text, "Schrijf op waaraan de gemeente kan draaien."),
    )


# --- decision route ----------------------------------------------------------------------------


def _decision_words(study: Study, step: Decision) -> str:
    day = day_text(step.on) if step.on else "nog geen datum"
    told = "\n".join(filter(None, (step.asked, step.outcome)))
    return f"{step.body} · {day}\n{told}".strip()


def _decision_dialog(parent: QWidget, study: Study, step: Decision) -> RecordDialog:
    dialog = RecordDialog(parent, "Stap in de besluitroute", step)
    dialog.ask_for("body", "Welk overleg of orgaan", Suggestions(BODIES))
    dialog.ask_for("on", "Wanneer", DayField())
    dialog.ask_for("asked", "Wat wordt gevraagd", TextBlock(2))
    dialog.ask_for("outcome", "Uitkomst", TextBlock(2))
    return dialog


ROUTE = PartKind(
    field="decisions",
    one="stap",
    heading="Besluitroute",
    explanation="Wie bespreekt het rapport, wanneer, en wat is besloten?",
    empty="Nog geen stappen. Begin met het overleg dat als eerste over de uitkomsten spreekt.",
    words=_decision_words,
    new=lambda study: Decision(new_id(), ""),
    dialog=_decision_dialog,
    check=lambda study, step: _filled(step.body, "Vul in welk overleg of orgaan het is."),
)

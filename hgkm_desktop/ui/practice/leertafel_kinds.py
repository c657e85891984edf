"""The parts of a leertafel: how each is told, asked for and checked.

Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.leertafel import agenda_times, check_tabled
from hgkm_desktop.models import content
from hgkm_desktop.models.leertafel import (
    AgendaPoint,
    Begrip,
    Leertafel,
    Reflection,
    TableCase,
    TeamSignal,
    Uitvoerder,
)
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import Answer, CaseState, TableCaseKind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.works_held import case_names
from hgkm_desktop.ui.parts.clock_fields import MinutesField
from hgkm_desktop.ui.parts.fields import Check, Choice, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind
from hgkm_desktop.ui.parts.text import sentence_case

_FIRST_TEAMS = ("wijkteam", "jeugdbescherming", "Veilig Thuis", "Zorg- en Veiligheidshuis")
BESTUURDERS = ("burgemeester", "wethouder", "burgemeester en wethouder", "college")
GONE_CASE = "Casus die niet meer in dit bestand staat"


def insist_filled(text: str, sentence: str) -> None:
    """Raises BadInput with this sentence for a text that says nothing."""
    if not text.strip():
        raise BadInput(sentence)


def about_choices(document: Document, table: Leertafel, case_id: str) -> list[tuple[str, str]]:
    """The cases that a part can be about; the one it is about now is among them, on the table
    or not."""
    names = case_names(document)
    on_table = [held.case_id for held in table.cases]
    found = [("", "Over de hele leertafel")]
    found += [(i, names.get(i, GONE_CASE)) for i in on_table]
    if case_id and case_id not in on_table:
        found.append((case_id, f"{names.get(case_id, GONE_CASE)} (niet meer op tafel)"))
    return found


def ask_about(dialog: RecordDialog, document: Document, table: Leertafel) -> None:
    """The field for which case the part is about."""
    choices = about_choices(document, table, dialog.record.case_id)
    dialog.ask_for("case_id", "Over welke casus", Choice(choices))


def about_words(document: Document, table: Leertafel, case_id: str) -> str:
    """'casus K7-2F een titel', or nothing for what is about no case."""
    if not case_id:
        return ""
    name = case_names(document).get(case_id)
    where = "" if case_id in {held.case_id for held in table.cases} else " (niet meer op tafel)"
    return f"casus {name}{where}" if name else GONE_CASE


def organisation_names() -> list[str]:
    """The organisations that there still are: a leertafel is of today."""
    return [one.name for one in content.organisations() if one.valid_until is None]


def lines(*parts: str) -> str:
    """What there is to say, each on a line of its own."""
    return "\n".join(filter(None, parts))


# --- cases ------------------------------------------------------------------------------------


def case_kind(document: Document) -> PartKind:
    """The one or two cases on the table; each is deelbaar when it is put there."""

    def words(table: Leertafel, held: TableCase) -> str:
        name = case_names(document).get(held.case_id, GONE_CASE)
        reason = held.reason or "Schrijf nog op waarom u deze casus kiest."
        return lines(name, f"{sentence_case(held.kind.label)} · {reason}")

    def dialog(parent: QWidget, table: Leertafel, held: TableCase) -> RecordDialog:
        asked = RecordDialog(parent, "Casus op tafel", held)
        asked.ask_for(
            "case_id",
            "Casus",
            Choice([("", "Kies een casus"), *_cases_to_choose(document)]),
            "Alleen een casus die deelbaar is, mag op tafel: dan is zij nagelezen.",
        )
        asked.ask_for("kind", "Soort casus", Choice(TableCaseKind))
        asked.ask_for(
            "reason",
            "Waarom deze casus",
            TextBlock(3),
            "Wat kunnen bestuurders juist hiervan leren?",
        )
        return asked

    def check(table: Leertafel, held: TableCase) -> None:
        found = {heading.id: heading for heading in document.headings()}.get(held.case_id)
        code, state = (found.code, found.state) if found else ("", CaseState.IN_BEWERKING)
        check_tabled(table, held, code, state)

    return PartKind(
        field="cases",
        one="casus",
        heading="Casussen op tafel",
        explanation="Kies een of twee casussen. Van een gezin dat nog steeds niet veilig is, leert "
        "u wat vastzit. Van een casus die goed is afgesloten, leert u wat werkte.",
        empty="Nog geen casus op tafel. Kies er een of twee die deelbaar zijn.",
        words=words,
        new=lambda table: TableCase(new_id(), ""),
        dialog=dialog,
        check=check,
        also_gone="de casus zelf en wat u hier over haar opschreef, blijven staan",
    )


def _cases_to_choose(document: Document) -> list[tuple[str, str]]:
    """Every case, with of one that cannot come to the table why."""
    names = case_names(document)
    in_work = {h.id for h in document.headings() if h.state is not CaseState.DEELBAAR}
    return [
        (i, f"{name} (nog in bewerking)" if i in in_work else name) for i, name in names.items()
    ]


# --- signals ----------------------------------------------------------------------------------


def signal_kind(document: Document) -> PartKind:
    """What each team says that does the work."""

    def words(table: Leertafel, signal: TeamSignal) -> str:
        about = about_words(document, table, signal.case_id)
        return lines(
            " · ".join(filter(None, (signal.team, about))),
            f"Gaat goed: {signal.goes_well}" if signal.goes_well else "",
            f"Kan beter: {signal.can_be_better}" if signal.can_be_better else "",
        )

    def dialog(parent: QWidget, table: Leertafel, signal: TeamSignal) -> RecordDialog:
        asked = RecordDialog(parent, "Signaal van een team", signal)
        teams = dict.fromkeys((*_FIRST_TEAMS, *organisation_names()))
        asked.ask_for("team", "Welk team", Suggestions(teams))
        asked.ask_for("goes_well", "Wat gaat goed", TextBlock(3))
        asked.ask_for("can_be_better", "Wat kan beter", TextBlock(3))
        ask_about(asked, document, table)
        return asked

    return PartKind(
        field="signals",
        one="signaal",
        heading="Signalen uit de uitvoering",
        explanation="Haal vooraf op hoe het gaat bij de teams die het werk doen: wat gaat goed, en "
        "wat kan beter?",
        empty="Nog geen signalen. Vraag elk team wat goed gaat en wat beter kan.",
        words=words,
        new=lambda table: TeamSignal(new_id(), ""),
        dialog=dialog,
        check=_check_signal,
    )


def _check_signal(table: Leertafel, signal: TeamSignal) -> None:
    insist_filled(signal.team, "Vul in van welk team het signaal komt.")
    said = signal.goes_well + signal.can_be_better
    insist_filled(said, "Schrijf op wat goed gaat, wat beter kan, of allebei.")


# --- uitvoerders ------------------------------------------------------------------------------


def uitvoerder_kind(document: Document) -> PartKind:
    """Who did the work and is asked to the table."""

    def words(table: Leertafel, one: Uitvoerder) -> str:
        about = about_words(document, table, one.case_id)
        done = (
            "uitgenodigd" if one.invited else "nog uitnodigen",
            "voorbereid" if one.prepared else "nog voorbereiden",
            f"verhaal klopt: {one.agrees.label}",
        )
        why = one.note
        if one.agrees is Answer.NEE and not why:
            why = "Schrijf nog op wat er niet klopt."
        name = ", ".join(filter(None, (one.organisation, one.function)))
        return lines(name, " · ".join(filter(None, (about, *done))), why)

    return PartKind(
        field="uitvoerders",
        one="uitvoerder",
        heading="Uitvoerders",
        explanation="Wie het werk deed, vertelt het verhaal. Nodig hen op tijd uit en bereid het "
        "samen voor: zij horen niet aan tafel voor het eerst wat er gezegd wordt.",
        empty="Nog geen uitvoerders. Begin met wie de casus kent en erbij wil zijn.",
        words=words,
        new=_new_uitvoerder,
        dialog=lambda parent, table, one: _ask_uitvoerder(parent, document, table, one),
        check=lambda table, one: insist_filled(one.organisation, "Vul een organisatie in."),
    )


def _ask_uitvoerder(
    parent: QWidget, document: Document, table: Leertafel, one: Uitvoerder
) -> RecordDialog:
    asked = RecordDialog(parent, "Uitvoerder", one)
    asked.ask_for("organisation", "Organisatie", Suggestions(organisation_names()))
    asked.ask_for(
        "function", "Functie", Suggestions(content.functions()), "Een functie, geen naam."
    )
    ask_about(asked, document, table)
    asked.ask_for("invited", "Uitgenodigd", Check("Is uitgenodigd"))
    asked.ask_for("prepared", "Voorbereid", Check("Is voorbereid op het gesprek"))
    asked.ask_for(
        "agrees",
        "Klopt het verhaal volgens deze uitvoerder",
        Choice(Answer),
        "Lees het verhaal samen door, voordat bestuurders het horen.",
    )
    asked.ask_for(
        "note",
        "Aantekening",
        TextBlock(2),
        "Klopt het verhaal niet? Schrijf op wat er anders is.",
    )
    return asked


def _new_uitvoerder(table: Leertafel) -> Uitvoerder:
    """About the case, where there is only one."""
    (about,) = [c.case_id for c in table.cases] if len(table.cases) == 1 else ("",)
    return Uitvoerder(new_id(), "", case_id=about)


# --- agenda -----------------------------------------------------------------------------------


def agenda_kind(document: Document) -> PartKind:
    """The points of the agenda, in order, with when each begins."""

    def words(table: Leertafel, point: AgendaPoint) -> str:
        timed = next(t for t in agenda_times(table) if t.point.id == point.id)
        about = about_words(document, table, point.case_id)
        return lines(timed.words, sentence_case(about), point.note)

    def dialog(parent: QWidget, table: Leertafel, point: AgendaPoint) -> RecordDialog:
        asked = RecordDialog(parent, "Agendapunt", point)
        asked.ask_for("title", "Waarover", TextLine())
        asked.ask_for("minutes", "Hoeveel minuten", MinutesField())
        ask_about(asked, document, table)
        asked.ask_for("note", "Aantekening", TextBlock(3))
        return asked

    return PartKind(
        field="agenda",
        one="agendapunt",
        heading="Agenda",
        explanation="De leertafel begint met hoe het staat met eerdere acties. Daarna komen de "
        "casussen. Houd aan het eind tijd voor wat de bestuurders meenemen.",
        empty="De agenda is nog leeg. Begin met een punt voor elke casus, en neem vijf minuten "
        "voor de spelregels.",
        words=words,
        new=lambda table: AgendaPoint(new_id(), ""),
        dialog=dialog,
        check=lambda table, point: insist_filled(point.title, "Vul in waar het punt over gaat."),
        also_gone="met de aantekening die erbij stond",
    )


# --- at the table -----------------------------------------------------------------------------


def _reflection_dialog(parent: QWidget, table: Leertafel, said: Reflection) -> RecordDialog:
    dialog = RecordDialog(parent, "Reflectie", said)
    dialog.ask_for("who", "Wie", Suggestions(BESTUURDERS), "Een functie, geen naam.")
    dialog.ask_for("text", "Wat neemt deze bestuurder mee", TextBlock(3))
    return dialog


def _check_reflection(table: Leertafel, said: Reflection) -> None:
    insist_filled(said.who, "Vul in welke bestuurder het zegt.")
    insist_filled(said.text, "Schrijf op wat deze bestuurder meeneemt.")


REFLECTIONS = PartKind(
    field="reflections",
    one="reflectie",
    heading="Wat nemen de bestuurders mee",
    explanation="Vraag elke bestuurder: wat raakt u, wat wist u niet, en wat doet u nu anders?",
    empty="Nog geen reflecties. Vraag elke bestuurder aan het eind wat die meeneemt.",
    words=lambda table, said: f"{sentence_case(said.who)}: {said.text}",
    new=lambda table: Reflection(new_id(), ""),
    dialog=_reflection_dialog,
    check=_check_reflection,
)


def _begrip_dialog(parent: QWidget, table: Leertafel, begrip: Begrip) -> RecordDialog:
    dialog = RecordDialog(parent, "Begrip", begrip)
    dialog.ask_for("term", "Begrip", TextLine("bijvoorbeeld: regie, of veilig"))
    dialog.ask_for("meaning", "Wat bedoelen wij ermee", TextBlock(2))
    return dialog


BEGRIPPEN = PartKind(
    field="begrippen",
    one="begrip",
    heading="Begrippen",
    explanation="Zorg en veiligheid gebruiken soms hetzelfde woord voor iets anders. Spreek af wat "
    "u hier bedoelt.",
    empty="Nog geen begrippen. Voeg een woord toe zodra iemand vraagt wat het betekent.",
    words=lambda table, begrip: lines(begrip.term, begrip.meaning),
    new=lambda table: Begrip(new_id(), ""),
    dialog=_begrip_dialog,
    check=lambda table, begrip: insist_filled(begrip.term, "Vul het begrip in."),
)

"""Steps 4 to 6: where organisations read it differently, the lessons, and the actions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.records import (
    Duidingsverschil,
    Lesson,
    Reading,
    Record,
    new_id,
)
from hgkm_desktop.models.terms import Answer, Level
from hgkm_desktop.ui.case.actie_kind import BOARD, actie_words, ask_for_actie
from hgkm_desktop.ui.parts.fields import Checks, Choice, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import RecordKind
from hgkm_desktop.ui.parts.text import label


class ReadingsField(QWidget):
    """How each organisation read it, one line of words per organisation."""

    changed = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._blocks: list[tuple[str, TextBlock]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for organisation in case.organisations:
            block = TextBlock(2, "Laat leeg als deze organisatie geen eigen beeld had.")
            words = label(organisation.name, soft=True)
            words.setBuddy(block)
            block.setAccessibleName(f"Zo zag {organisation.name} het")
            block.changed.connect(self.changed)
            column.addWidget(words)
            column.addWidget(block)
            self._blocks.append((organisation.id, block))
        if self._blocks:
            self.setFocusProxy(self._blocks[0][1])
        else:
            column.addWidget(label("Voeg eerst organisaties toe bij Deelnemers.", muted=True))

    def value(self) -> tuple[Reading, ...]:
        return tuple(Reading(i, block.value()) for i, block in self._blocks if block.value())

    def set_value(self, value: tuple[Reading, ...]) -> None:
        texts = {reading.organisation_id: reading.text for reading in value}
        for organisation_id, block in self._blocks:
            block.set_value(texts.get(organisation_id, ""))


def event_choices(case: Case) -> list[tuple[str, str]]:
    """The events of a case to choose from, by number and title."""
    return [(e.id, f"{n}  {e.title_in_full[:60]}") for n, e in enumerate(in_order(case), 1)]


def _verschil_words(case: Case, record: Record) -> str:
    assert isinstance(record, Duidingsverschil)
    lines = [f"{case.organisation(r.organisation_id).name}: {r.text}" for r in record.readings]
    return "\n".join([record.about, *lines])


def _verschil_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Duidingsverschil", record)
    dialog.ask_for(
        "about", "Waarover", TextLine(), "Een woord of een gebeurtenis, bijvoorbeeld: veiligheid."
    )
    dialog.ask_for("readings", "Hoe zag elke organisatie het", ReadingsField(case))
    dialog.ask_for("surfaced", "Wanneer bleek het", TextLine("bijvoorbeeld: in het eerste overleg"))
    dialog.ask_for("consequence", "Wat had dat voor gevolg", TextBlock(3))
    dialog.ask_for("spoken_out", "Is het uitgesproken", Choice(Answer))
    dialog.ask_for("event_ids", "Bij welke gebeurtenissen", Checks(event_choices(case), 1))
    return dialog


def _lesson_words(case: Case, record: Record) -> str:
    assert isinstance(record, Lesson)
    return f"{record.text}\n{record.level.label}"


def _lesson_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Les", record)
    dialog.ask_for("text", "De les in één zin", TextBlock(2))
    dialog.ask_for("explanation", "Waarom", TextBlock(3))
    dialog.ask_for("level", "Waar hoort de les", Choice(Level))
    dialog.ask_for("event_ids", "Waar blijkt het uit", Checks(event_choices(case), 1))
    return dialog


def _actie_words(case: Case, record: Record) -> str:
    assert isinstance(record, Verbeteractie)
    return actie_words(record)


def _actie_dialog(parent: QWidget, case: Case, record: Record) -> RecordDialog:
    dialog = RecordDialog(parent, "Verbeteractie", record)
    owners = (*BOARD, *(o.name for o in case.organisations))
    ask_for_actie(dialog, owners)
    lessons = [(lesson.id, lesson.text[:70]) for lesson in case.lessons]
    dialog.ask_for("lesson_id", "Uit welke les", Choice([("", "Geen les"), *lessons]))
    return dialog


VERSCHILLEN = RecordKind(
    record=Duidingsverschil,
    one="duidingsverschil",
    heading="Waar organisaties het anders zagen",
    explanation="Een duidingsverschil is geen ruzie over feiten: twee organisaties lezen "
    "hetzelfde anders. Schrijf op hoe elk het zag en of dat is uitgesproken.",
    empty="Nog geen duidingsverschillen. Kijk op de tijdlijn waar belevingen uit elkaar lopen.",
    words=_verschil_words,
    new=lambda case: Duidingsverschil(new_id(), case.next_seq(Duidingsverschil), ""),
    dialog=_verschil_dialog,
    drop=Case.drop_verschil,
)
LESSEN = RecordKind(
    record=Lesson,
    one="les",
    heading="Lessen",
    explanation="Wat leert u hiervan? Zoveel lessen als er zijn, elk met de gebeurtenissen "
    "waaruit het blijkt.",
    empty="Nog geen lessen. Vraag de tafel: wat doen we een volgende keer weer zo, en wat anders?",
    words=_lesson_words,
    new=lambda case: Lesson(new_id(), case.next_seq(Lesson), ""),
    dialog=_lesson_dialog,
    drop=Case.drop_lesson,
)
ACTIES = RecordKind(
    record=Verbeteractie,
    one="verbeteractie",
    heading="Verbeteracties",
    explanation="Wie doet wat, voor wanneer, en wie bewaakt het? De eigenaar en de bewaker zijn "
    "nooit dezelfde.",
    empty="Nog geen verbeteracties. Begin met de les die het meest oplevert: wie doet wat, en "
    "wie bewaakt het?",
    words=_actie_words,
    new=lambda case: Verbeteractie(new_id(), case.next_seq(Verbeteractie), ""),
    dialog=_actie_dialog,
)

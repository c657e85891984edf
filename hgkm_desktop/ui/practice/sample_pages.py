"""The pages of a sample of cases (vraag 2 and 3).

Source: zicht op de praktijk, vraag 2 en 3 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.methods.samples import (
    UNANSWERED,
    answer_of,
    checked_number,
    counted,
    drawn_sentence,
    read_line,
    small_sentence,
    warnings,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.practice import Sample, SampleCase
from hgkm_desktop.models.practice_questions import questions_of
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.case.actie_kind import actie_kind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.document.works_held import case_names
from hgkm_desktop.ui.parts.count_field import CountField
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import Choice, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.period_field import Days, PeriodField
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.parts.to_page import ToPage
from hgkm_desktop.ui.practice.sample_sheet import UNREAD, SheetForm
from hgkm_desktop.ui.study.study_counts import Counts
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page

_DRAWERS = (
    "beleidsadviseur",
    "onderzoeker",
    "teamleider",
    "Veilig Thuis",
    "Zorg- en Veiligheidshuis",
)


class ToldOfSample(QWidget):
    """What is true of a sample now, in one or two texts under each other."""

    def __init__(self, shown: WorkOnScreen, *told: tuple[QLabel, Callable[[Sample], str]]) -> None:
        super().__init__()
        self._shown, self._told = shown, told
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for words, _ in told:
            column.addWidget(words)
        shown.changed.connect(self._say)
        self._say()

    @Slot()
    def _say(self) -> None:
        sample = self._shown.value
        if isinstance(sample, Sample):
            for words, say in self._told:
                words.setText(say(sample))
                words.setVisible(bool(words.text()))


def _warned(sample: Sample) -> str:
    return "\n".join(f"! {sentence}" for sentence in warnings(sample))


def _told(shown: WorkOnScreen) -> QWidget:
    """How the cases were drawn as documents say it, and what is still to be said of it."""
    return ToldOfSample(shown, (label(""), drawn_sentence), (label("", soft=True), _warned))


def sample_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Of which cases it is a sample, and who drew them how."""
    page = WorkForm(document, shown)
    page.form.heading("De steekproef")
    page.ask_for("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
    page.ask_for("municipality", "Gemeente", TextLine())
    page.bind("Periode", PeriodField(), _period, _with_period, "Wanneer speelden deze casussen?")
    page.ask_for(
        "drawn_by", "Wie koos de casussen", Suggestions(_DRAWERS), "Een functie, geen naam."
    )
    page.ask_for(
        "drawn_how",
        "Hoe zijn ze gekozen",
        TextBlock(2),
        "Bijvoorbeeld: elke vijfde van de lijst, of juist de moeilijkste.",
    )
    page.bind(
        "Uit hoeveel casussen",
        CountField(),
        lambda sample: sample.drawn_from,
        checked_number,
        "Hoeveel waren er in die periode? Laat het leeg als niemand het weet.",
    )
    page.form.add_widget(_told(shown))
    page.form.end()
    page.fill()
    return page


def _period(sample: Sample) -> Days:
    return sample.period_from, sample.period_to


def _with_period(sample: Sample, days: Days) -> Sample:
    return replace(sample, period_from=days[0], period_to=days[1])


# --- cases --------------------------------------------------------------------------------------


def case_kind(document: Document) -> PartKind:
    """The cases of a sample; each stands in the same file."""

    def words(sample: Sample, held: SampleCase) -> str:
        name = case_names(document).get(held.case_id, "Casus die niet meer in dit bestand staat")
        asked = questions_of(sample.question)
        done = sum(answer_of(held, question.id).reply is not None for question in asked)
        answered = f"{done} van {len(asked)} vragen beantwoord"
        return "\n".join(filter(None, (name, answered, held.note)))

    def dialog(parent: QWidget, sample: Sample, held: SampleCase) -> RecordDialog:
        asked = RecordDialog(parent, "Casus in de steekproef", held)
        taken = {c.case_id for c in sample.cases} - {held.case_id}
        free = [(i, name) for i, name in case_names(document).items() if i not in taken]
        asked.ask_for("case_id", "Casus", Choice([("", "Kies een casus"), *free]))
        asked.ask_for("note", "Aantekening", TextBlock(2))
        return asked

    return PartKind(
        field="cases",
        one="casus",
        heading="Casussen",
        explanation="Twee tot tien casussen uit dit casusbestand. Kies zo dat u niet alleen de "
        "opvallende ziet.",
        empty="Nog geen casussen in deze steekproef. Voeg er twee tot tien toe, en vul bij "
        "Steekproef in uit hoeveel u koos.",
        words=words,
        new=lambda sample: SampleCase(new_id(), ""),
        dialog=dialog,
        check=_check_case,
        also_gone="met de antwoorden op het werkblad; de casus zelf blijft",
    )


def _check_case(sample: Sample, held: SampleCase) -> None:
    if not held.case_id:
        raise BadInput("Kies een casus.")
    if any(c.case_id == held.case_id and c.id != held.id for c in sample.cases):
        raise BadInput("Deze casus staat al in de steekproef.", todo="Kies een andere casus.")


class CasesPage(QWidget):
    """The cases of the sample, the way to each, and what is still to be said of the choice."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._shown = shown
        self._list = RecordList(document, case_kind(document), shown)
        self._go = QPushButton("Naar de casus")
        self._go.setAutoDefault(True)
        self._list.add_button(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addWidget(_told(shown))
        self._go.clicked.connect(self._go_to_case)

    @Slot()
    def _go_to_case(self) -> None:
        if self._list.chosen is not None:
            self._shown.case_wanted.emit(self._list.chosen.case_id)


# --- worksheets ---------------------------------------------------------------------------------


class SheetsPage(QWidget):
    """The worksheet of the case that is chosen at the top."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._choice = Choice([])
        self._choice.setAccessibleName("Casus")
        self._go = QPushButton("Naar de casus")
        self._go.setAutoDefault(True)
        self._none = ToPage(shown, "Kies eerst casussen, bij Casussen.", "Casussen")
        self._sheet = SheetForm(document, shown, self._sample)
        self._lay_out()
        self._choice.changed.connect(self._show_case)
        self._go.clicked.connect(self._go_to_case)
        shown.changed.connect(self._follow)
        for changed in (document.case_changed, document.cases_changed, document.damaged):
            changed.connect(self._follow_if_seen)
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("Werkbladen", level=2))
        column.addWidget(
            label(
                "Per casus dezelfde vragen. Het programma leest de tijdlijn en doet een voorstel. "
                "U beslist: er wordt niets ingevuld zonder dat u het overneemt.",
                muted=True,
            )
        )
        column.addWidget(flowing(self._choice, self._go))
        column.addWidget(self._none)
        column.addWidget(self._sheet, 100)
        column.addStretch(1)

    @property
    def _sample(self) -> Sample:
        sample = self._shown.value
        assert isinstance(sample, Sample)
        return sample

    def _held(self) -> SampleCase | None:
        return next((c for c in self._sample.cases if c.id == self._choice.value()), None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_case()

    @Slot(object, object)
    def _follow(self, old: Sample | None, new: Sample | None) -> None:
        if new is None:
            return
        if old is None or [c.case_id for c in old.cases] != [c.case_id for c in new.cases]:
            self._fill()
        elif _looked_at(old) != _looked_at(new):
            self._follow_if_seen()

    @Slot()
    def _follow_if_seen(self) -> None:
        if self.isVisible() and isinstance(self._shown.value, Sample):
            self._fill()

    def _fill(self) -> None:
        """Offer the cases of the sample; the one that was chosen stays so."""
        chosen = self._choice.value() if self._choice.count() else ""
        names = case_names(self.document)
        offered = [
            (c.id, names.get(c.case_id, "Casus niet in dit bestand")) for c in self._sample.cases
        ]
        self._choice.set_choices(offered or [("", "Nog geen casussen")])
        self._choice.set_value(chosen)
        self._show_case()

    @Slot()
    def _show_case(self) -> None:
        held = self._held()
        self._sheet.setVisible(held is not None)
        self._go.setEnabled(held is not None)
        self._none.setVisible(held is None)
        if held is None:
            return
        try:
            case = self.document.case_of(held.case_id)
        except HgkmError:  # it is gone or damaged: the list of cases says so
            self._sheet.show_sheet(held.id, None, UNREAD)
        else:
            self._sheet.show_sheet(held.id, case, read_line(case, self._sample))

    @Slot()
    def _go_to_case(self) -> None:
        held = self._held()
        if held is not None:
            self._shown.case_wanted.emit(held.case_id)


def _looked_at(sample: Sample) -> tuple[object, ...]:
    """What of a sample decides which part of a line is looked at."""
    return sample.question, sample.period_from, sample.period_to


# --- counts and evaluation ----------------------------------------------------------------------


class CountsPage(Counts):
    """Each question with how often each answer was given, and the cases behind it."""

    HEADING = "Telling"
    EXPLANATION = (
        "Hoe vaak is elk antwoord gegeven, en bij welke casussen? Onbekend telt mee. Er staan geen "
        "percentages: daarvoor zijn het er te weinig."
    )
    EMPTY = "Kies eerst casussen voor deze steekproef."

    def paragraphs(self, cases: Sequence[Case]) -> Iterator[str]:
        sample = self._shown.value
        if not isinstance(sample, Sample) or not sample.cases:
            return
        yield f"{drawn_sentence(sample)}\n{small_sentence(sample)}"
        codes = {case.id: case.code for case in cases}
        if len(codes) < len(sample.cases):
            left = count_text(len(sample.cases) - len(codes), "casus", "casussen")
            yield f"Niet geteld: {left}, want in dit bestand niet te lezen."
        for found in counted(sample, codes):
            behind = [
                f"{sentence_case(reply.label if reply else UNANSWERED)}: {', '.join(held)}"
                for reply, held in found.codes.items()
                if held
            ]
            yield "\n".join((found.asked.question, found.words, " · ".join(behind)))


def evaluation_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """With whom it was evaluated, what was concluded, and what was agreed."""
    page = WorkForm(document, shown)
    page.form.heading("Evaluatie")
    page.form.note("Bespreek de uitkomst samen met wie het werk doen en met bestuurders.")
    page.ask_for("evaluated_on", "Op welke dag", DayField())
    page.ask_for(
        "present",
        "Wie waren erbij",
        TextBlock(2),
        "Functies, geen namen. Bijvoorbeeld: burgemeester, wethouder, teamleider wijkteam.",
    )
    page.ask_for("conclusion", "Conclusie", TextBlock(4))
    page.form.add_widget(RecordList(document, actie_kind(), shown))
    page.form.end()
    page.fill()
    return page


SAMPLE_PAGES: tuple[Page, ...] = (
    ("Steekproef", sample_page),
    ("Casussen", CasesPage),
    ("Werkbladen", SheetsPage),
    ("Telling", CountsPage),
    ("Evaluatie", evaluation_page),
)

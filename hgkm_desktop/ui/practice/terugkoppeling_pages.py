"""The pages of what the DVC is told: over which period, what was learned and what is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.over_a_period import (
    OverAPeriod,
    Spoken,
    meetings_text,
)
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.parts.period_field import PeriodField
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.practice.terugkoppeling_doorbraken import DoorbrakenPage
from hgkm_desktop.ui.practice.terugkoppeling_kinds import (
    NEEDED,
    doorbraken_words,
    found_in,
    spoken_name,
)
from hgkm_desktop.ui.practice.terugkoppeling_learned import LearnedPage
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page


class PeriodPage(WorkForm):
    """What it is called, for whom, over which period, and what was counted in that.

    Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
    """

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document, shown)
        self._shown_work = shown
        self._counted, self._listed = label(""), label("", soft=True)
        self.form.heading("Terugkoppeling aan het DVC")
        self.ask_for("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
        self.ask_for("district", "Voor welk DVC", TextLine())
        self.bind("Over welke periode", PeriodField(), _period, _with_period)
        self.ask_for("told_on", "Wanneer vertelt u het", DayField())
        self.form.heading("Wat in deze periode valt")
        self.form.note("Het programma telt dit. U typt het niet.")
        self.form.add_widget(self._counted)
        self.form.add_widget(self._listed)
        self.form.end()
        self.fill()
        document.work_changed.connect(self._count)
        self._count()

    @Slot()
    def _count(self) -> None:
        feedback = self._shown_work.value
        if isinstance(feedback, Terugkoppeling):
            found = found_in(self.document, self._shown_work)
            is_given = None not in _period(feedback)
            self._counted.setText(counted_words(found) if is_given else "Vul eerst de periode in.")
            self._listed.setText("\n".join(_lines(found)))
            self._listed.setVisible(bool(self._listed.text()))


def counted_words(found: OverAPeriod) -> str:
    """What was counted, in sentences."""
    cases = count_text(len(found.case_ids), "casus", "verschillende casussen")
    meetings = sentence_case(meetings_text(found))
    return f"{meetings}. Daarbij is gekeken naar {cases}.\n{doorbraken_words(found)}"


def _lines(found: OverAPeriod) -> Iterable[str]:
    """Each talk, sample and leertafel; what is not counted says why."""
    for work in found.works:
        yield _line(work, "nog in bewerking" if work.state is CaseState.IN_BEWERKING else "")
    for work in found.ahead:
        yield _line(work, "moet nog komen, telt niet mee")
    for work in found.undated:
        yield _line(work, "telt niet mee")


def _line(work: Spoken, remark: str) -> str:
    return f"– {sentence_case(spoken_name(work))}" + (f" ({remark})" if remark else "")


def _period(feedback: Terugkoppeling) -> tuple[Any, Any]:
    return feedback.period_from, feedback.period_to


def _with_period(feedback: Terugkoppeling, days: tuple[Any, Any]) -> Terugkoppeling:
    return replace(feedback, period_from=days[0], period_to=days[1])


def needed_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What else is needed, by step.

    Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
    """
    return RecordList(document, NEEDED, shown)


def note_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What else is to be said."""
    page = WorkForm(document, shown)
    page.form.heading("Toelichting")
    page.ask_for("note", "Toelichting", TextBlock(8), "Wat wilt u er nog bij vertellen?")
    page.form.end()
    page.fill()
    return page


TERUGKOPPELING_PAGES: tuple[Page, ...] = (
    ("Periode", PeriodPage),
    ("Geleerd", LearnedPage),
    ("Nodig", needed_page),
    ("Doorbraken", DoorbrakenPage),
    ("Toelichting", note_page),
)

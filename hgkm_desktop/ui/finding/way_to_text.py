"""Opens the step or the record in which a text of the case stands."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Lesson,
    Organisation,
)
from hgkm_desktop.models.texts import CaseText, record_of
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.study.factors_page import FactorsPage
from hgkm_desktop.ui.study.fresh_look_page import FreshLookPage
from hgkm_desktop.ui.study.in_depth_page import STUDY_TAB, TAB_OF, InDepthPage
from hgkm_desktop.ui.window.workspace import IN_DEPTH_STEP, TIMELINE_STEP, Workspace

_CASE, _SUMMARY = "casus", "summary"
_FIRST_STEP, _SUMMARY_STEP = 0, 6
_STEPS = {
    FIELD_OF[Betrokkene]: 1,
    FIELD_OF[Organisation]: 1,
    FIELD_OF[Deelnemer]: 1,
    FIELD_OF[Duidingsverschil]: 3,
    FIELD_OF[Lesson]: 4,
    FIELD_OF[Verbeteractie]: 5,
}
_IN_DEPTH_FIELDS = {
    *("selection_reason", "household_type", "area_problems", "criteria"),
    *("persistence_reason", "talk"),
}


class WayToText(QObject):
    """Goes in a workspace to where a text can be read in its surroundings, and changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def go(self, place: CaseText) -> None:
        """Open it; nothing happens while a dialog asks something first."""
        case = self._workspace.document.case
        if case is None or QApplication.activeModalWidget() is not None:
            return
        window = self._workspace.window()
        window.raise_()
        window.activateWindow()
        name, record_id = record_of(place.key)
        if name == _CASE and record_id in _IN_DEPTH_FIELDS:
            self._go_deeper(STUDY_TAB)
            self._go_to_field(IN_DEPTH_STEP, place)
        elif name == _CASE:
            self._go_to_field(_SUMMARY_STEP if record_id == _SUMMARY else _FIRST_STEP, place)
        elif name in _STEPS:
            self._go_to_record(_STEPS[name], record_id)
        elif name in TAB_OF:
            self._go_deeper(TAB_OF[name])
            self._go_to_record(IN_DEPTH_STEP, record_id)
        elif name == FIELD_OF[Event]:
            self._go_to_event(record_id)
        elif name == FIELD_OF[Beleving]:
            self._go_to_beleving(case, record_id)
        else:
            self._workspace.show_step(TIMELINE_STEP)
            self._workspace.timeline_page.timeline.record_requested.emit(record_id)
        focus_in_form(place.text)

    def _go_to_field(self, step: int, place: CaseText) -> None:
        """Put the keyboard in the field of the step that holds the text."""
        self._workspace.show_step(step)
        focus_text(self._workspace, place.text)

    def _go_to_record(self, step: int, record_id: str) -> None:
        self._workspace.show_step(step)
        for records in self._workspace.findChildren(QWidget):
            if not isinstance(records, RecordList | FactorsPage | FreshLookPage):
                continue
            if records.isVisible() and records.choose(record_id):
                records.take_focus()
                records.change_over(self._workspace.window())
                return

    def _go_deeper(self, tab: int) -> None:
        self._workspace.show_step(IN_DEPTH_STEP)
        for page in self._workspace.findChildren(InDepthPage):
            page.show_tab(tab)

    def _go_to_event(self, event_id: str) -> None:
        self._workspace.show_step(TIMELINE_STEP)
        page = self._workspace.timeline_page
        page.choose(event_id)
        page.timeline.setFocus()
        page.edits.change(event_id)

    def _go_to_beleving(self, case: Case, beleving_id: str) -> None:
        beleving = next(b for b in case.belevingen if b.id == beleving_id)
        self._workspace.show_step(TIMELINE_STEP)
        page = self._workspace.timeline_page
        page.choose(beleving.event_id)
        page.timeline.setFocus()
        page.edits.change_beleving(beleving.event_id, beleving.deelnemer_id)


def focus_in_form(text: str) -> None:
    """In the form that was opened for a text, put the keyboard in the field that holds it."""
    form = QApplication.activeModalWidget()
    if form is not None:
        focus_text(form, text)


def focus_text(page: QWidget, text: str) -> bool:
    """Put the keyboard in the field in sight that holds a text; False when none does."""
    for field in page.findChildren(QWidget):
        if field.isVisible() and text in _typed(field):
            field.setFocus()
            _choose(field, text)
            _reveal(field)
            return True
    return False


def _typed(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _choose(field: QWidget, text: str) -> None:
    """Put the cursor where the text begins, without choosing it: one key must not wipe it out."""
    before = _typed(field).partition(text)[0]
    at = len(before.encode("utf-16-le")) // 2  # as Qt counts
    if isinstance(field, QLineEdit):
        field.setCursorPosition(at)
    elif isinstance(field, QPlainTextEdit):
        cursor = QTextCursor(field.document())
        cursor.setPosition(at)
        field.setTextCursor(cursor)


def _reveal(field: QWidget) -> None:
    over: QWidget | None = field
    while over is not None:
        if isinstance(over, QScrollArea):
            over.ensureWidgetVisible(field)
        over = over.parentWidget()

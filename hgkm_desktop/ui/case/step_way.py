"""Leads from what is open in a step to the very field or record where it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.methods.steps import Missing
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.ui.parts.focus import reveal
from hgkm_desktop.ui.parts.record_list import RecordKind, RecordList

if TYPE_CHECKING:
    from hgkm_desktop.ui.window.workspace import Workspace

PAGES = (
    StepPage.AANLEIDING,
    StepPage.DEELNEMERS,
    StepPage.TIJDLIJN,
    StepPage.SAMENWERKING,
    StepPage.LESSEN,
    StepPage.ACTIES,
    StepPage.SAMENVATTING,
    StepPage.VERDIEPING,
)
"""The pages of a case in the order of their buttons."""
_ON_THE_LINE = (StepPage.TIJDLIJN, StepPage.RONDE, StepPage.NU_ANDERS)


class StepWay(QObject):
    """Goes in a workspace to what a step leaves open."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def go(self, missing: Missing) -> None:
        """Open the page, and there the field, the record or the round."""
        case = self._workspace.document.case
        if case is None or QApplication.activeModalWidget() is not None:
            return
        if missing.page in _ON_THE_LINE:
            self._workspace.show_step(PAGES.index(StepPage.TIJDLIJN))
            self._go_on_line(case, missing)
            return
        self._workspace.show_step(PAGES.index(missing.page))
        if missing.record_id:
            self._go_to_record(missing.record_id)
        elif missing.field:
            self._go_to_field(missing.field)
        elif records := self._lists():
            records[0].take_focus()

    def _go_on_line(self, case: Case, missing: Missing) -> None:
        page = self._workspace.timeline_page
        if missing.page is StepPage.RONDE:
            page.rounds.start()
        elif missing.page is StepPage.NU_ANDERS:
            page.rounds.reconsider_one(missing.record_id)
        elif missing.record_id in {event.id for event in case.events}:
            page.choose(missing.record_id)
            page.timeline.setFocus()
        else:
            for beleving in case.belevingen:
                if beleving.id == missing.record_id:
                    page.choose(beleving.event_id)
                    page.timeline.setFocus()
                    page.edits.change_beleving(beleving.event_id, beleving.deelnemer_id)

    def _go_to_record(self, record_id: str) -> None:
        for records in self._lists():
            if records.choose(record_id):
                records.take_focus()
                records.change_over(self._workspace.window())
                return

    def _go_to_field(self, name: str) -> None:
        for records in self._lists():
            kind = records.kind
            if isinstance(kind, RecordKind) and FIELD_OF[kind.record] == name:
                records.take_focus()
                return
        for field in self._workspace.findChildren(QWidget, name):
            if field.isVisible():
                field.setFocus()
                reveal(field)
                return

    def _lists(self) -> list[RecordList]:
        return [one for one in self._workspace.findChildren(RecordList) if one.isVisible()]

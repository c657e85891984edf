"""Leads to an action in the case, talk, sample or leertafel where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.steps_content import StepPage
from hgkm_desktop.ui.case.step_way import PAGES
from hgkm_desktop.ui.parts.record_list import RecordList

if TYPE_CHECKING:
    from hgkm_desktop.ui.window.workspace import Workspace


def show_action(workspace: Workspace, holder_id: str, actie_id: str) -> None:
    """Show what an action stands in, with that action chosen where it is listed.

    What cannot be read now is told by the document.
    """
    window, document = workspace.window(), workspace.document
    window.raise_()
    window.activateWindow()
    try:
        if holder_id in {work.id for work in document.works()}:
            workspace.show_in_work(holder_id, actie_id)
        else:
            document.show_case(holder_id)
            _show_in_case(workspace, actie_id)
    except HgkmError as error:
        document.save_failed.emit(error)


def _show_in_case(workspace: Workspace, actie_id: str) -> None:
    workspace.show_step(PAGES.index(StepPage.ACTIES))
    for listed in workspace.findChildren(RecordList):
        if listed.isVisible() and listed.choose(actie_id):
            listed.take_focus()

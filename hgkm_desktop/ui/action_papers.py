"""The window of the lijst van verbeteracties: a document of the whole file and of no one work."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.leaving import SUBJECTS
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.ui import document_out as out
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.papers import Papers
from hgkm_desktop.ui.text import label
from hgkm_desktop.ui.work_draft import WorkDraft, make_action_list

_STAYS = "Niet alles waar deze acties in staan, is deelbaar. Dat staat op elke pagina."


class ActionPapers(Papers):
    """The list of the actions that it is given, as they are now."""

    def __init__(self, document: Document, rows: tuple[Followed, ...], parent: QWidget) -> None:
        super().__init__(document, parent)
        self.setWindowTitle("Lijst van verbeteracties")
        stays = label(_STAYS, soft=True)
        stays.setVisible(any(row.state is not CaseState.DEELBAAR for row in rows))
        self.lay_out((stays,))
        self.forget()
        self._background.start(
            partial(make_action_list, rows, document.file.settings, date.today())
        )

    def went_out(self, draft: WorkDraft, done: str) -> None:
        """Say what to think of; a list is of one day and counts no versions."""
        self.tell(f"{SUBJECTS[draft.kind]} is {done}. {out.LAWS}")

    def file_name(self, draft: WorkDraft) -> str:
        return f"{DocumentKind.VERBETERACTIES.value}-{date.today().isoformat()}"

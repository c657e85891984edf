"""The window of the lijst van verbeteracties: a document of the whole file and of no one work."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.leaving import SUBJECTS
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers import document_out as out
from hgkm_desktop.ui.papers.papers import Papers
from hgkm_desktop.ui.papers.tables_out import TablesOut
from hgkm_desktop.ui.papers.work_draft import WorkDraft, make_action_list
from hgkm_desktop.ui.parts.text import label

_STAYS = "Niet alles waar deze acties in staan, is deelbaar. Dat staat op elke pagina."


class ActionPapers(Papers):
    """The list of the actions that it is given, as they are now: as pages, and as a table."""

    def __init__(self, document: Document, rows: tuple[Followed, ...], parent: QWidget) -> None:
        super().__init__(document, parent)
        self.setWindowTitle("Lijst van verbeteracties")
        self._rows = rows
        self.tables = TablesOut(self, self._made, self._table_name)
        self.tables.kept.connect(self._table_kept)
        self._background.done.connect(self._offer_table)
        stays = label(_STAYS, soft=True)
        stays.setVisible(any(row.state is not CaseState.DEELBAAR for row in rows))
        self.lay_out((stays,), *self.tables.buttons)
        self.forget()
        self._background.start(
            partial(make_action_list, rows, document.file.settings, date.today())
        )

    def went_out(self, draft: WorkDraft, done: str) -> None:
        """Say what to think of; a list is of one day and counts no versions."""
        self.tell(f"{SUBJECTS[draft.kind]} is {done}. {out.LAWS}")

    def file_name(self, draft: WorkDraft) -> str:
        return self._table_name()

    # --- as a table -----------------------------------------------------------------------

    @Slot()
    def _offer_table(self) -> None:
        self.tables.offer(True)

    def _made(self, suffix: str) -> bytes:
        """The list as a table, '.ods' or '.csv'."""
        from hgkm_desktop.exchange.action_table import action_csv, action_ods

        made = action_ods if suffix == ".ods" else action_csv
        return made(self._rows, date.today())

    def _table_name(self) -> str:
        return f"{DocumentKind.VERBETERACTIES.value}-{date.today().isoformat()}"

    @Slot(str)
    def _table_kept(self, path: str) -> None:
        if self.draft is not None:
            self.went_out(self.draft, f"als tabel bewaard in {path}")

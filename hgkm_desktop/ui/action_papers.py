"""The window of the lijst van verbeteracties: a document of the whole file and of no one work."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.leaving import SUBJECTS
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.ui import document_out as out
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.papers import Papers
from hgkm_desktop.ui.problem_box import show_problem
from hgkm_desktop.ui.text import label
from hgkm_desktop.ui.work_draft import WorkDraft, make_action_list

_TABLES = {".ods": "Rekenblad (*.ods)", ".csv": "Tekst met puntkomma's (*.csv)"}
_STAYS = "Niet alles waar deze acties in staan, is deelbaar. Dat staat op elke pagina."


class ActionPapers(Papers):
    """The list of the actions that it is given, as they are now: as pages, and as a table."""

    def __init__(self, document: Document, rows: tuple[Followed, ...], parent: QWidget) -> None:
        super().__init__(document, parent)
        self.setWindowTitle("Lijst van verbeteracties")
        self._rows = rows
        self._ods, self._csv = QPushButton("Tabel (ods)…"), QPushButton("Tabel (csv)…")
        self._ods.clicked.connect(self._ask_ods)
        self._csv.clicked.connect(self._ask_csv)
        self._background.done.connect(self._offer_tables)
        stays = label(_STAYS, soft=True)
        stays.setVisible(any(row.state is not CaseState.DEELBAAR for row in rows))
        self.lay_out((stays,), self._ods, self._csv)
        self.forget()
        for button in (self._ods, self._csv):
            button.setEnabled(False)
        self._background.start(
            partial(make_action_list, rows, document.file.settings, date.today())
        )

    def went_out(self, draft: WorkDraft, done: str) -> None:
        """Say what to think of; a list is of one day and counts no versions."""
        self.tell(f"{SUBJECTS[draft.kind]} is {done}. {out.LAWS}")

    def file_name(self, draft: WorkDraft) -> str:
        return f"{DocumentKind.VERBETERACTIES.value}-{date.today().isoformat()}"

    # --- as a table -----------------------------------------------------------------------

    @Slot()
    def _offer_tables(self) -> None:
        """What may stand on pages may stand in a table: the same was looked through."""
        for button in (self._ods, self._csv):
            button.setEnabled(True)

    @Slot()
    def _ask_ods(self) -> None:
        self._ask_table(".ods")

    @Slot()
    def _ask_csv(self) -> None:
        self._ask_table(".csv")

    def _ask_table(self, suffix: str) -> None:
        if self.draft is None:
            return
        proposed = documents_folder() / f"{self.file_name(self.draft)}{suffix}"
        dialog = ask_file(self, "Tabel bewaren", proposed, _TABLES[suffix])
        dialog.fileSelected.connect(partial(self.keep_table, suffix))
        dialog.open()

    def keep_table(self, suffix: str, path: str) -> None:
        """Keep the list as a table in this file, '.ods' or '.csv', whole or not at all."""
        from hgkm_desktop.exchange.action_table import action_csv, action_ods
        from hgkm_desktop.reports.pdf import put_file

        if self.draft is None:
            return
        target = with_suffix(Path(path), suffix)
        made = action_ods if suffix == ".ods" else action_csv
        try:
            put_file(made(self._rows, date.today()), target)
        except HgkmError as error:
            show_problem(self, error, "De tabel is niet bewaard")
            return
        self.went_out(self.draft, f"als tabel bewaard in {target}")

"""The buttons with which what a window of documents shows is kept as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop import policy
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.papers.ways_out import offer
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.problem_box import show_problem

TABLES = {".ods": "Rekenblad (*.ods)", ".csv": "Tekst met puntkomma's (*.csv)"}


class TablesOut(QObject):
    """`kept` says in which file a table stands.

    `made` gives the bytes of a table with this suffix and `name` what its file is called; both are
    asked when a button is pressed, which can be once there is something to keep.
    """

    kept = Signal(str)

    def __init__(
        self, window: QWidget, made: Callable[[str], bytes], name: Callable[[], str]
    ) -> None:
        super().__init__(window)
        self._window, self._made, self._name = window, made, name
        self.ods, self.csv = QPushButton("Tabel (ods)…"), QPushButton("Tabel (csv)…")
        self.buttons = (self.ods, self.csv)
        self.ods.clicked.connect(self._ask_ods)
        self.csv.clicked.connect(self._ask_csv)
        self.offer(False)

    def offer(self, is_made: bool) -> None:
        """What may stand on pages may stand in a table: the same was looked through."""
        offer(self.buttons, is_possible=is_made)

    @Slot()
    def _ask_ods(self) -> None:
        self._ask(".ods")

    @Slot()
    def _ask_csv(self) -> None:
        self._ask(".csv")

    def _ask(self, suffix: str) -> None:
        proposed = documents_folder() / f"{self._name()}{suffix}"
        dialog = ask_file(self._window, "Tabel bewaren", proposed, TABLES[suffix])
        dialog.fileSelected.connect(partial(self.keep, suffix))
        dialog.open()

    def keep(self, suffix: str, path: str) -> None:
        """Keep the table in this file, '.ods' or '.csv', whole or not at all."""
        from hgkm_desktop.reports.writing.pdf import put_file

        target = with_suffix(Path(path), suffix)
        try:
            policy.insist_on_documents()
            put_file(self._made(suffix), target)
        except HgkmError as error:
            show_problem(self._window, error, "De tabel is niet bewaard")
            return
        self.kept.emit(str(target))

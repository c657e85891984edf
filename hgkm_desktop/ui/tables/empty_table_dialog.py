"""Asks for whom an empty table is and in which form, and puts it in a file."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.entry_line import LONGEST_NAME
from hgkm_desktop.ui.parts.fields import Choice, Suggestions
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from hgkm_desktop.ui.parts.problem_box import show_problem

TITLE = "Lege tabel maken"
ORGANISATION, FORM = "Voor welke organisatie", "In welke vorm"
_ABOUT = "In de tabel staat niets van een casus, alleen de naam van deze organisatie."
_FORMS = {".ods": "Rekenblad (*.ods)", ".csv": "Tekst met puntkomma's (*.csv)"}
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


class EmptyTableDialog(FormDialog):
    """`given((organisation, suffix))` comes once an organisation is named."""

    def __init__(self, parent: QWidget, case: Case | None) -> None:
        super().__init__(parent, TITLE)
        names = [o.name for o in case.organisations] if case is not None else []
        names += [o.name for o in content.organisations() if o.name not in names]
        self.ask(
            ORGANISATION,
            Suggestions(names, "bijvoorbeeld: wijkteam"),
            lambda typed: {"organisation": typed},
            _ABOUT,
        )
        forms = [
            (".ods", "rekenblad, voor LibreOffice en Excel"),
            (".csv", "csv, voor elk programma"),
        ]
        self.ask(FORM, Choice(forms), lambda chosen: {"suffix": chosen})

    @Slot()
    def leave(self) -> None:
        """Close at once and keep nothing, as when the file is locked."""
        self.done(0)

    def made(self) -> tuple[str, str]:
        """Raises BadInput when no organisation is named, or with a name that is too long."""
        said = self.answers()
        name = " ".join(said["organisation"].split())
        if not name:
            raise BadInput("Vul in voor welke organisatie de tabel is.")
        if len(name) > LONGEST_NAME:
            raise BadInput(f"Deze naam is langer dan {LONGEST_NAME} tekens.")
        return name, said["suffix"]


class EmptyTables(QObject):
    """Makes empty tables; `kept(words)` says where one is."""

    kept = Signal(str)

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def ask(self, case: Case | None) -> EmptyTableDialog:
        """Ask for whom, then where."""
        dialog = EmptyTableDialog(self._window, case)
        dialog.given.connect(self._ask_place)
        dialog.start()
        return dialog

    @Slot(object)
    def _ask_place(self, given: tuple[str, str]) -> None:
        name, suffix = given
        plain = _NOT_IN_NAMES.sub("-", name.casefold()).strip("-")
        proposed = documents_folder() / f"tabel-{plain}{suffix}"
        dialog = ask_file(self._window, TITLE, proposed, _FORMS[suffix])
        dialog.fileSelected.connect(partial(self.keep, name, suffix))
        dialog.open()

    def keep(self, organisation: str, suffix: str, path: str) -> None:
        """Put an empty table in a file, whole or not at all."""
        from hgkm_desktop.exchange.empty_table import empty_csv, empty_ods
        from hgkm_desktop.reports.writing.pdf import put_file

        target = with_suffix(Path(path), suffix)
        made = empty_ods(organisation) if suffix == ".ods" else empty_csv(organisation)
        try:
            put_file(made, target)
        except HgkmError as error:
            show_problem(self._window, error)
        else:
            self.kept.emit(f"De lege tabel voor {organisation} staat in {target}.")

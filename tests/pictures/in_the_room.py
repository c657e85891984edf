"""A leertafel on the wall: every sheet of it, more than fits on one, and a case in bewerking."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.methods.leertafel import proposed_agenda
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel
from hgkm_desktop.models.reading import taken_back
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.room.table_stage import TableStage
from tests.builders import made_deelbaar
from tests.reports.full_leertafel import a_leertafel, the_cases

PASSPHRASE = "vijf gewone woorden achter elkaar"
PROJECTOR = (1280, 720)
LINE_OF, LONG, CLOSED = 4, 6, 7
"""The points of the agenda of which the line, more than fits, and a closed case are shown."""


def main() -> None:
    """Take every picture; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    file = CaseFile.create(folder / "zaal.hgkm", PASSPHRASE, kdf=TEST)
    for case in the_cases():
        file.save(made_deelbaar(case))
    table = a_leertafel()
    table = replace(table, agenda=proposed_agenda(table))
    file.save(table)
    document = Document(file)
    stage = TableStage(document, table.id)
    stage.resize(*PROJECTOR)
    stage.show()
    QTest.qWait(40)  # for the pages to be laid out
    for number in range(stage.sheets.count):
        _take(stage, folder, f"{220 + number}-zaal")
        stage.sheets.step(1)
    _changed(document, table, stage, folder)
    stage.close()
    document.close()
    file.path.unlink()


def _changed(document: Document, table: Leertafel, stage: TableStage, folder: Path) -> None:
    stage.sheets.go_to_point(LINE_OF)
    stage.turn_line()
    _take(stage, folder, "240-zaal-lijn")
    stage.turn_line()
    first = table.knelpunten[0]
    more = [
        Knelpunt(new_id(), f"{first.text}, voor de {n}e keer", case_id=first.case_id)
        for n in range(2, 14)
    ]
    document.edit("knelpunten", replace(table, knelpunten=(*table.knelpunten, *more)))
    stage.sheets.go_to_point(LONG)
    _take(stage, folder, "241-zaal-meer-dan-past")
    document.edit("terug", taken_back(document.case_of(table.cases[1].case_id)))
    stage.sheets.go_to_point(CLOSED)
    _take(stage, folder, "242-zaal-niet-deelbaar")


def _take(stage: TableStage, folder: Path, name: str) -> None:
    QTest.qWait(40)
    stage.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()

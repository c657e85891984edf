"""A small count in a sentence about figures: the check shows it and asks to look, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.figures import Duiding, Figure, FigureSet, Period
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.check.work_check import WorkCheck
from hgkm_desktop.ui.document.document import Document
from tests.casefile.files import new_file

H1 = Period(2025, 1)
SET = FigureSet(
    "c" * 32,
    "C6-6C",
    figures=(Figure("1" * 32, "meldingen", H1, count=41),),
    duidingen=(Duiding("2" * 32, "meldingen", H1, "Bij 3 van de 41 meldingen kwam niemand."),),
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    document.edit("nieuw cijferoverzicht", SET)
    yield document
    document.close()


def test_it_is_looked_at_and_then_stands_in_nobodys_way(qtbot: QtBot, document: Document) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = WorkCheck(document, SET.id, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    rows = [window._list.item(n).text() for n in range(window._list.count())]
    assert any(row.startswith("3 van de 41 meldingen") for row in rows)
    assert "3 van de 41 meldingen" in window._looked.text()
    assert "klein aantal" in window._about.text()
    window._read.setChecked(True)
    window._function.setEditText("beleidsmedewerker")
    assert window.in_the_way() == ("Bekijk de woorden die mogelijk iets zeggen, en vink dat aan.",)
    window._looked.setChecked(True)
    assert window.in_the_way() == ()
    window.share()
    work = document.work_of(SET.id)
    assert work is not None
    assert work.state is CaseState.DEELBAAR
    window.reject()

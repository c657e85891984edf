"""The cijferkaart from its window: what cases show is on it, as far as those cases are deelbaar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.figures import Duiding, Figure, FigureSet, Insight, Period
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.reports.content import texts
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import new_file

NOW = Period(2025, 2)
SHARED = a_case_with(an_event("2024", "melding"), code="B2-2B")
IN_WORK = a_case_with(an_event("2024", "signaal"), code="C3-3C")
SET = FigureSet(
    "c" * 32,
    "C6-6C",
    area="onze gemeente",
    figures=(Figure("1" * 32, "meldingen", NOW, count=1443),),
    duidingen=(Duiding("2" * 32, "meldingen", NOW, "minder meldingen is niet minder geweld"),),
    insights=(
        Insight("3" * 32, "meldingen", SHARED.id, text="de school belde drie keer zonder melding"),
        Insight("4" * 32, "meldingen", IN_WORK.id, text="de buren belden nooit"),
    ),
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    for value in (SHARED, made_deelbaar(SHARED), IN_WORK, SET):
        document.edit("erbij", value)
    yield document
    document.close()


def test_what_a_deelbare_case_shows_stands_beside_its_figure(
    qtbot: QtBot, document: Document
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = WorkDocuments(document, SET.id, DocumentKind.CIJFERKAART, parent)
    window.open()
    qtbot.waitUntil(lambda: window.draft is not None)
    assert window.draft is not None
    said = " ".join(texts(window.draft.content))
    assert "school belde drie keer" in said
    assert "buren belden nooit" not in said
    assert "niet deelbaar" in said, "and it says that something is left out"
    window.done(0)

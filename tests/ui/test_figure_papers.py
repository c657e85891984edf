"""The cijferkaart in its window: as pages, and as a table that hides what the pages hide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.exchange.csv_sheet import csv_sheet
from hgkm_desktop.exchange.figure_columns import guessed_columns
from hgkm_desktop.exchange.figure_import import read_figures
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.work_documents import WorkDocuments
from tests.casefile.files import new_file
from tests.reports.full_case import MADE_ON
from tests.reports.full_figures import a_figure_set

SHELTER = "Zij verblijft in de vrouwenopvang aan de Kastanjelaan 12."
SET = replace(a_figure_set(), insights=())


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    document.edit("nieuw cijferoverzicht", SET)
    yield document
    document.close()


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield parent
    for dialog in QApplication.topLevelWidgets():
        if dialog.isVisible():
            dialog.close()


def shown(qtbot: QtBot, document: Document, parent: QWidget) -> WorkDocuments:
    window = WorkDocuments(document, SET.id, DocumentKind.CIJFERKAART, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    return window


def said(window: QWidget) -> str:
    return "\n".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())


def figures_of(document: Document) -> FigureSet:
    (found,) = document.works()
    assert isinstance(found, FigureSet)
    return found


def table_buttons(window: WorkDocuments) -> list[QPushButton]:
    buttons = window.findChildren(QPushButton)
    return [one for one in buttons if one.text().startswith("Tabel") and one.isVisible()]


def test_in_bewerking_the_table_says_that_it_stays_and_is_read_in_again(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path
) -> None:
    window = shown(qtbot, document, parent)
    assert [button.isEnabled() for button in table_buttons(window)] == [True, True]
    window.tables.keep(".csv", str(tmp_path / "cijfers"))
    data = (tmp_path / "cijfers.csv").read_bytes()
    assert "Dit blijft binnen" in data.decode("utf-8-sig")
    assert "als tabel bewaard in" in said(window)
    assert figures_of(document).versions == 1
    sheet = csv_sheet(data)
    reading = read_figures(figures_of(document), sheet, guessed_columns(sheet), {})
    assert (reading.same, reading.new, reading.problems) == (9, (), ())


def test_once_deelbaar_no_small_count_is_in_the_table(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path
) -> None:
    document.edit("nagelezen", read_through(SET, "beleidsmedewerker", MADE_ON))
    window = shown(qtbot, document, parent)
    assert window.draft is not None
    assert window.draft.content.state is CaseState.DEELBAAR
    window.tables.keep(".csv", str(tmp_path / "cijfers.csv"))
    told = (tmp_path / "cijfers.csv").read_text("utf-8-sig")
    assert "<5" in told
    assert "blijft binnen" not in told
    window.tables.keep(".ods", str(tmp_path / "cijfers"))
    assert (tmp_path / "cijfers.ods").read_bytes().startswith(b"PK")
    assert figures_of(document).versions == 1, "one version, in each of its forms"


def test_where_someone_hides_there_is_no_table(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    document.edit("duiding", replace(SET, note=SHELTER))
    window = shown(qtbot, document, parent)
    assert window.draft is None
    assert not any(button.isEnabled() for button in table_buttons(window))


def test_no_other_work_is_kept_as_a_table(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    talk = BoardTalk("8" * 32, "G9-9G")
    document.edit("nieuw gesprek", talk)
    window = WorkDocuments(document, talk.id, DocumentKind.GESPREKSVERSLAG, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    assert table_buttons(window) == []

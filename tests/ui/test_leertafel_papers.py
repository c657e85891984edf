"""The documents of a leertafel in their window: which case a blad is about, and what stops it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.terms import ActionStatus, CaseState, DocumentKind
from hgkm_desktop.reports.content import texts
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from tests.builders import a_case_with, made_deelbaar
from tests.casefile.files import new_file
from tests.reports.full_case import an_actie
from tests.reports.full_leertafel import FIRST, MADE_ON, SECOND, a_leertafel

BLAD, VERSLAG = DocumentKind.LEERTAFELBLAD, DocumentKind.LEERTAFELVERSLAG
SHELTER = "Zij verblijft in de vrouwenopvang aan de Kastanjelaan 12."
EARLIER = an_actie("Bel school terug")
CASES = (
    a_case_with(EARLIER, id=FIRST, code="W7-4K"),
    a_case_with(id=SECOND, code="M3-8R"),
    a_case_with(an_actie("Niet gevraagd"), id="d" * 32, code="X1-2Y"),
)
PROGRESS = (AskedProgress(FIRST, EARLIER.id, ActionStatus.GEREED, "gebeurd"),)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    for case in CASES:
        document.add_case(case)
    document.edit("nieuwe leertafel", a_leertafel(progress=PROGRESS))
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


def table_of(document: Document) -> Leertafel:
    (table,) = document.works()
    assert isinstance(table, Leertafel)
    return table


def shown(qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind) -> WorkDocuments:
    window = WorkDocuments(document, table_of(document).id, kind, parent)
    window.open()
    made(qtbot, window)
    return window


def made(qtbot: QtBot, window: WorkDocuments) -> None:
    qtbot.waitUntil(lambda: not window._background.is_busy)


def choose(window: WorkDocuments, case_id: str) -> None:
    window._about.set_value(case_id)
    window._about.changed.emit()


def named(window: WorkDocuments) -> str:
    assert window.draft is not None
    return window.file_name(window.draft)


def said(window: QWidget) -> str:
    return "\n".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())


def can_go_out(window: WorkDocuments) -> bool:
    return any(
        button.isEnabled()
        for button in window.findChildren(QPushButton)
        if button.text().startswith(("Bewaren", "Afdrukken"))
    )


def test_a_blad_is_about_the_case_that_is_chosen(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    window = shown(qtbot, document, parent, BLAD)
    assert window._about.isVisible()
    assert window._about.itemText(0).startswith("Over casus W7-4K")
    assert named(window) == "leertafelblad-W7-4K-versie-1"
    assert window.preview.page_count <= 2
    choose(window, SECOND)
    made(qtbot, window)
    assert named(window) == "leertafelblad-M3-8R-versie-1"
    window._kind.set_value(VERSLAG)
    window._kind.changed.emit()
    made(qtbot, window)
    assert not window._about.isVisible(), "the verslag is about the whole table"
    assert named(window) == "leertafelverslag-T4-4T-versie-1"
    assert window.draft is not None
    words = list(texts(window.draft.content))
    assert "Bel school terug." in words
    assert "Niet gevraagd." not in words


def test_with_one_case_there_is_nothing_to_choose(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    table = table_of(document)
    document.edit("casus weg", replace(table, cases=table.cases[1:]))
    window = shown(qtbot, document, parent, BLAD)
    assert not window._about.isVisible()
    assert named(window) == "leertafelblad-M3-8R-versie-1"


def test_without_a_case_or_with_one_that_is_gone_the_window_says_so(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    table = table_of(document)
    gone = replace(table.cases[0], case_id="9" * 32)
    document.edit("casus", replace(table, cases=(gone, table.cases[1])))
    window = shown(qtbot, document, parent, BLAD)
    assert "Deze casus staat niet in dit bestand, of is niet te lezen." in said(window)
    assert not can_go_out(window)
    choose(window, SECOND)
    made(qtbot, window)
    assert window.draft is not None
    assert not can_go_out(window), "it can be seen; no button leads to a refusal"
    window.reject()
    document.edit("casussen weg", replace(table, cases=()))
    window = shown(qtbot, document, parent, BLAD)
    assert "Op deze leertafel ligt nog geen casus." in said(window)
    assert "Kies eerst welke casus op tafel komt." in said(window)


@pytest.mark.parametrize("kind", [BLAD, VERSLAG])
@pytest.mark.parametrize("where", ["table", "case", "action"])
def test_where_someone_hides_blocks_the_documents(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind, where: str
) -> None:
    if where == "table":
        document.edit("tekst", replace(table_of(document), conclusion=SHELTER))
    elif where == "case":
        document.edit("tekst", replace(CASES[1], reason=SHELTER))
    else:
        elsewhere = an_actie(SHELTER)
        document.edit("actie", CASES[2].put(elsewhere))
        asked = AskedProgress(CASES[2].id, elsewhere.id, ActionStatus.OPEN)
        document.edit("voortgang", replace(table_of(document), progress=(asked,)))
    window = shown(qtbot, document, parent, kind)
    assert window.draft is None
    assert "waar iemand veilig zit" in said(window)
    assert not can_go_out(window)


def test_the_documents_leave_only_when_the_table_and_both_cases_are_deelbaar(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path
) -> None:
    read = read_through(table_of(document), "beleidsmedewerker", MADE_ON)
    document.edit("nagelezen", read)
    document.edit("nagelezen", made_deelbaar(CASES[0]))
    window = shown(qtbot, document, parent, BLAD)
    assert "blijft aan tafel" in said(window)
    assert f"Nog niet deelbaar: casus {CASES[1].code}." in said(window)
    assert not can_go_out(window)
    window.keep_in(str(tmp_path / "blad.pdf"))
    assert not (tmp_path / "blad.pdf").exists(), "the other case was not read through"
    window.reject()
    document.edit("nagelezen", made_deelbaar(CASES[1]))
    window = shown(qtbot, document, parent, BLAD)
    assert window.draft is not None
    assert window.draft.content.state is CaseState.DEELBAAR
    assert can_go_out(window)
    window.keep_in(str(tmp_path / "blad.pdf"))
    assert (tmp_path / "blad.pdf").exists()
    assert table_of(document).versions == 1

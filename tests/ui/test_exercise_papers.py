"""The papers of an exercise in their window: one button, four documents, and a round alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.papers.work_papers import PAPERS
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.window.works import screen_of
from tests.casefile.files import new_file
from tests.reports.full_exercise import KINDS, a_playing, an_exercise, deelbaar

SET = an_exercise()


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    document.edit("nieuwe oefening", SET)
    yield document
    document.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def shown(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind = KINDS[0]
) -> WorkDocuments:
    window = WorkDocuments(document, SET.id, kind, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    return window


def choice(window: WorkDocuments, name: str) -> Choice:
    return next(one for one in window.findChildren(Choice) if one.accessibleName() == name)


def test_an_exercise_has_one_button_for_all_its_documents(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    screen = screen_of(document, SET)
    qtbot.addWidget(screen)
    words = [one.text() for one in screen.findChildren(QPushButton)]
    assert words.count(PAPERS) == 1
    assert not any("oefenboek" in one.casefold() for one in words)
    window = shown(qtbot, document, parent)
    assert [choice(window, "Welk document").itemText(n) for n in range(4)] == [
        *("Oefenboek", "Rolkaarten", "Deelnemersbladen", "Tijdlijn per ronde"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_each_can_be_seen_and_goes_out_once_all_was_read(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind
) -> None:
    window = shown(qtbot, document, parent, kind)
    said = " ".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())
    assert "Het blijft aan tafel" in said
    assert window.draft is not None
    document.edit("nagelezen", deelbaar(SET))
    again = shown(qtbot, document, parent, kind)
    said = " ".join(part.text() for part in again.findChildren(QLabel) if part.isVisible())
    assert "blijft aan tafel" not in said


def test_the_line_of_one_round_alone_can_be_made(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    window = shown(qtbot, document, parent, DocumentKind.RONDELIJNEN)
    rounds = choice(window, "Van welke ronde")
    assert rounds.isVisible()
    rounds.set_value(SET.rounds[0].id)
    window.make()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    assert window.draft is not None
    assert [page.label for page in window.draft.content.walls] == ["Na ronde 1"]
    choice(window, "Welk document").set_value(DocumentKind.ROLKAARTEN)
    window.make()
    assert not rounds.isVisible()


def test_of_a_playing_the_exercise_must_be_read_too(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    playing = a_playing(SET)
    document.edit("nieuwe speelbeurt", playing)
    document.edit("nagelezen", deelbaar(playing))
    window = WorkDocuments(document, playing.id, DocumentKind.SPEELVERSLAG, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    said = " ".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())
    assert f"Nog niet deelbaar: oefening {SET.code}." in said
    assert window.draft is not None
    assert window.draft.content.state is CaseState.IN_BEWERKING


def test_what_says_where_someone_hides_in_the_exercise_stops_the_verslag_too(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    shelter = "Zij verblijft in de vrouwenopvang aan de Kastanjelaan 12."
    point = replace(SET.points[0], happened=shelter)
    document.edit("oefening", replace(SET, points=(point, *SET.points[1:])))
    document.edit("nieuwe speelbeurt", a_playing(SET))
    for work_id, kind in ((SET.id, KINDS[0]), (a_playing(SET).id, DocumentKind.SPEELVERSLAG)):
        window = WorkDocuments(document, work_id, kind, parent)
        window.open()
        qtbot.waitUntil(lambda shown=window: not shown._background.is_busy)  # type: ignore[misc]
        assert window.draft is None
        said = " ".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())
        assert "waar iemand veilig zit" in said

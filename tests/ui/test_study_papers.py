"""The herleidbaarheidscheck and the documents of a study: seen, kept, and held back when needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.ui.check.clear_dialog import ClearDialog
from hgkm_desktop.ui.check.work_check import WorkCheck
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.work_documents import WorkDocuments
from hgkm_desktop.ui.papers.work_papers import WorkPapers
from hgkm_desktop.ui.window.works import screen_of
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import new_file
from tests.reports.full_case import MADE_ON
from tests.reports.full_study import a_study

RAPPORTAGE, KNOPPEN = DocumentKind.ONDERZOEKSRAPPORTAGE, DocumentKind.KNOPPENTELLER
CASES = tuple(
    a_case_with(an_event("mei 2022", "ruzie"), id=f"{number:032x}", code=f"B{number}-2B")
    for number in (2, 3)
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    for case in CASES:
        document.add_case(case)
    document.edit("nieuw onderzoek", a_study(CASES))
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


def study_of(document: Document) -> Study:
    (study,) = document.works()
    assert isinstance(study, Study)
    return study


def shown(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind = RAPPORTAGE
) -> WorkDocuments:
    """The window of documents, with its pages made or its words of why there are none."""
    window = WorkDocuments(document, study_of(document).id, kind, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    return window


def looked(qtbot: QtBot, document: Document, parent: QWidget) -> WorkCheck:
    """The herleidbaarheidscheck, with what it found."""
    window = WorkCheck(document, study_of(document).id, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    return window


def said(window: QWidget) -> str:
    return "\n".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())


def keep(window: WorkDocuments, path: Path, form: DocumentForm = DocumentForm.PDF) -> None:
    window._form = form
    window.keep_in(str(path))


def all_deelbaar(document: Document, *cases: Case) -> None:
    document.edit_together("nagelezen", *(made_deelbaar(case) for case in cases or CASES))
    document.edit("nagelezen", read_through(study_of(document), "onderzoeker", MADE_ON))


def test_what_is_kept_is_what_is_seen_and_both_forms_are_one_version(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path
) -> None:
    window = shown(qtbot, document, parent)
    assert window.draft is not None
    assert window.preview.page_count > 1
    keep(window, tmp_path / "r.pdf")
    keep(window, tmp_path / "r.odt", DocumentForm.ODT)
    assert (tmp_path / "r.pdf").read_bytes() == window.draft.pdf
    assert (tmp_path / "r.odt").read_bytes().startswith(b"PK")
    assert study_of(document).versions == 1
    assert "Het is versie 1." in said(window)
    window.reject()
    again = shown(qtbot, document, parent, KNOPPEN)
    assert again.draft is not None
    assert again.draft.content.version == 2
    assert again.preview.page_count == 1


def test_a_count_of_versions_makes_no_study_unread(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path
) -> None:
    all_deelbaar(document)
    window = shown(qtbot, document, parent)
    keep(window, tmp_path / "r.pdf")
    assert study_of(document).versions == 1
    assert study_of(document).state is CaseState.DEELBAAR


@pytest.mark.parametrize("kind", [RAPPORTAGE, KNOPPEN])
def test_the_window_says_when_the_paper_stays_at_the_table(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind
) -> None:
    window = shown(qtbot, document, parent, kind)
    assert "blijft aan tafel" in said(window)
    window.reject()
    all_deelbaar(document, CASES[0])
    window = shown(qtbot, document, parent, kind)
    assert "blijft aan tafel" in said(window)
    window.reject()
    all_deelbaar(document)
    window = shown(qtbot, document, parent, kind)
    assert "blijft aan tafel" not in said(window)
    assert window.draft is not None
    assert window.draft.content.state is CaseState.DEELBAAR


SHELTER = "Zij verblijft in de vrouwenopvang aan de Kastanjelaan 12."


@pytest.mark.parametrize("kind", [RAPPORTAGE, KNOPPEN])
@pytest.mark.parametrize("where", ["study", "case"])
def test_where_someone_hides_blocks_every_document_in_every_state(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind, where: str
) -> None:
    if where == "study":
        document.edit("tekst", replace(study_of(document), conclusion=SHELTER))
    else:
        document.edit("tekst", replace(CASES[1], reason=SHELTER))
    window = shown(qtbot, document, parent, kind)
    assert window.draft is None
    assert "waar iemand veilig zit" in said(window)
    assert not any(
        button.isEnabled()
        for button in window.findChildren(QPushButton)
        if button.text().startswith(("Bewaren", "Afdrukken"))
    )


def test_what_surely_tells_blocks_once_something_is_deelbaar(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    number = replace(study_of(document), conclusion="Bel 06-12345678 voor de uitkomst.")
    document.edit("tekst", number)
    window = shown(qtbot, document, parent)
    assert window.draft is not None, "at the table it is only marked"
    window.reject()
    all_deelbaar(document)
    window = shown(qtbot, document, parent)
    assert window.draft is None
    assert "zeker herleidbaar" in said(window)


def test_no_document_is_signed_with_where_someone_hides(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    document.change_settings(FileSettings(organisation=SHELTER))
    assert shown(qtbot, document, parent).draft is None


def test_the_pages_are_let_go_when_the_file_is_locked(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    window = shown(qtbot, document, parent)
    document.locks.emit()
    assert window.draft is None
    assert not window.isVisible()


# --- the gate -----------------------------------------------------------------------------------


def test_a_study_becomes_deelbaar_when_all_was_read_and_nothing_is_open(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    document.edit("tekst", replace(study_of(document), conclusion="Mevrouw Jansen belde."))
    window = looked(qtbot, document, parent)
    assert not window._share.isEnabled()
    window._read.setChecked(True)
    window._function.setCurrentText("onderzoeker")
    window._looked.setChecked(True)
    assert not window._share.isEnabled(), "a name stands there still"
    window.share()
    assert study_of(document).state is CaseState.IN_BEWERKING
    window.reject()
    document.edit("tekst", replace(study_of(document), conclusion="Het kan eerder."))
    window = looked(qtbot, document, parent)
    window._read.setChecked(True)
    window._looked.setChecked(True)
    window._function.setCurrentText("onderzoeker")
    assert window.in_the_way() == ()
    window._share.click()
    assert study_of(document).state is CaseState.DEELBAAR
    assert "is deelbaar" in said(window)
    window._back.click()
    assert study_of(document).state is CaseState.IN_BEWERKING


def test_what_is_put_aside_counts_no_more(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    document.edit("tekst", replace(study_of(document), conclusion="Het speelt in Assen."))
    window = looked(qtbot, document, parent)
    found = window._found
    assert found is not None
    row = next(n for n in range(window._list.count()) if "Assen" in window._list.item(n).text())
    window._list.setCurrentRow(row)
    assert window._clear.isEnabled()
    window._clear.click()
    dialog = next(d for d in window.findChildren(ClearDialog) if d.isVisible())
    dialog.close()
    before = len(found[1])
    finding = next(one for one in found[1] if one.word == "Assen")
    from hgkm_desktop.models.read_through import Cleared
    from hgkm_desktop.privacy.case_check import plain_word

    kind = finding.finding.kind.value
    window._put_aside(Cleared(plain_word("Assen"), kind, "een voorbeeld", "onderzoeker", MADE_ON))
    qtbot.waitUntil(lambda: not window._background.is_busy)
    assert window._found is not None
    assert len(window._found[1]) < before


def test_a_row_of_meetings_is_read_through_as_well(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    series = MeetingSeries("6" * 32, "V5-6C", note="Elke zes weken.")
    document.edit("nieuw overleg", series)
    window = WorkCheck(document, series.id, parent)
    window.open()
    qtbot.waitUntil(lambda: not window._background.is_busy)
    assert "Dit overleg is in bewerking" in said(window)
    window._read.setChecked(True)
    window._function.setCurrentText("voorzitter")
    window._share.click()
    (after,) = [work for work in document.works() if work.id == series.id]
    assert after.state is CaseState.DEELBAAR
    screen = screen_of(document, series)
    qtbot.addWidget(screen)
    names = {button.text() for button in screen.findChildren(QPushButton)}
    assert "Herleidbaarheidscheck…" in names
    assert not {"Onderzoeksrapportage…", "Knoppenteller…"} & names


def test_the_screen_of_a_study_has_its_buttons(qtbot: QtBot, document: Document) -> None:
    screen = screen_of(document, study_of(document))
    qtbot.addWidget(screen)
    names = {button.text() for button in screen.findChildren(QPushButton)}
    assert {"Herleidbaarheidscheck…", "Onderzoeksrapportage…", "Knoppenteller…"} <= names
    assert screen.findChildren(WorkPapers)

"""The ways out of the windows themselves: the clipboard, a picture, and a wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.reading import taken_back
from hgkm_desktop.models.terms import Audience, CaseState
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_edits import EventEdits
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.export_dialog import LineExport
from hgkm_desktop.ui.papers.export_wishes import Form, PictureWishes, document_of
from hgkm_desktop.ui.papers.line_picture import line_picture
from hgkm_desktop.ui.room.presentation import Presentation
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import new_file

WHOLE = Window(738156.0, 738521.0)
SCREEN = Screen(Choices(), WHOLE, frozenset())


def a_case(*, with_table: bool = True) -> Case:
    told = [
        an_event("20 mei 2022", "Voor bestuur", audience=Audience.BESTUUR, id="1" * 32, seq=1.0)
    ]
    if with_table:
        told.append(an_event("9 juni 2022", "Alleen voor ons", id="2" * 32, seq=2.0))
    return a_case_with(*told, id="3" * 32)


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield parent
    for dialog in QApplication.topLevelWidgets():
        if dialog.isVisible():
            dialog.close()


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    document.add_case(a_case())
    yield document
    document.close()


def copied(parent: QWidget, case: Case) -> bytes:
    """The pixels of the picture of the line that comes on the clipboard, without head and foot:
    the foot says how many events are not shown."""
    export = LineExport(parent, case, SCREEN)
    export.start()
    export.dialog._form.set_value(Form.KLEMBORD)
    export.keep()
    image = QApplication.clipboard().image()
    part = image.copy(0, 140, image.width(), image.height() - 220)
    assert not part.isNull()
    return bytes(part.constBits())


def told() -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    words = box.informativeText()
    box.close()
    return words


def test_the_picture_on_the_clipboard_holds_only_what_may_leave(parent: QWidget) -> None:
    whole, some = a_case(), a_case(with_table=False)
    assert copied(parent, made_deelbaar(whole)) == copied(parent, made_deelbaar(some))
    assert copied(parent, whole) != copied(parent, some), "at the table it is there"


@pytest.mark.parametrize("case", [a_case(), made_deelbaar(a_case())])
def test_the_state_is_drawn_in_the_head_of_a_picture(case: Case, parent: QWidget) -> None:
    day = date(2026, 1, 12)
    document = document_of(case, PictureWishes(), SCREEN, organisation="", made_on=day)
    assert head_of(document) != head_of(replace(document, marking=""))


def head_of(document: LineDocument) -> bytes:
    image = line_picture(document)
    return bytes(image.copy(0, 0, image.width(), 100).constBits())


def test_who_made_a_picture_reads_what_is_in_it(parent: QWidget) -> None:
    copied(parent, a_case())
    assert "blijft aan deze tafel" in told()
    copied(parent, made_deelbaar(a_case()))
    assert "alleen aan tafel" in told()


def test_copied_events_never_come_on_the_clipboard(document: Document, parent: QWidget) -> None:
    QApplication.clipboard().setText("van een ander")
    edits = EventEdits(document, parent)
    assert document.case is not None
    edits.copy(document.case.events)
    assert QApplication.clipboard().text() == "van een ander"


def test_a_presentation_says_the_state_and_follows_it(document: Document, qtbot: QtBot) -> None:
    window = Presentation(document, Choices(), WHOLE, "")
    qtbot.addWidget(window)
    window.show()
    (said,) = [label for label in window.findChildren(QLabel) if label.isVisible()]
    assert said.text() == "In bewerking, blijft aan deze tafel"
    assert document.case is not None
    document.edit("nagelezen", made_deelbaar(document.case))
    assert said.text() == "Deelbaar, vertrouwelijk"
    assert "Alleen voor ons" not in repr(window.stage.course.case)
    document.edit("terug", taken_back(document.case))
    assert document.case.state is CaseState.IN_BEWERKING
    assert said.text() == "In bewerking, blijft aan deze tafel"
    window.close()

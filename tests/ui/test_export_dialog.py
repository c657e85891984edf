"""The line as a picture: what is asked, what it will be, and where it comes."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.line.line_screen import Screen, Which
from hgkm_desktop.ui.papers.export_dialog import LineExport
from hgkm_desktop.ui.papers.export_wishes import Form, Part
from tests.reports.sixty_events import a_case_of_sixty

YEAR_2022 = Window(738156.0, 738521.0)


class Asked:
    """The dialog for one case, and what a user does in it."""

    def __init__(self, parent: QWidget, case: Case, choices: Choices, *ids: str) -> None:
        screen = Screen(choices, YEAR_2022, frozenset(ids))
        self.export = LineExport(parent, case, screen)
        self.export.start()
        self.dialog = self.export.dialog

    def choose(self, field: object, value: object) -> None:
        field.set_value(value)  # type: ignore[attr-defined] # each field has its own type
        field.changed.emit()  # type: ignore[attr-defined]
        self.export._preview()

    @property
    def said(self) -> str:
        return self.dialog._said.text()

    def write(self, path: Path) -> str:
        """Write a file; gives what the box that follows says."""
        self.export.write(str(path))
        return told()


def told() -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    text = f"{box.text()} {box.informativeText()}"
    box.close()
    return text


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
def case() -> Case:
    return a_case_of_sixty()


def texts_in(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# --- what is asked ----------------------------------------------------------------------------


def test_the_dialog_says_what_it_will_be(parent: QWidget, case: Case) -> None:
    asked = Asked(parent, case, Choices())
    assert asked.said == "Dit wordt één afbeelding met de lijn, zonder de lijst."
    asked.choose(asked.dialog._form, Form.KLEMBORD)
    assert asked.dialog._keep.text() == "Kopiëren"


def test_a_filter_is_offered_but_never_taken_by_itself(
    parent: QWidget, case: Case, tmp_path: Path
) -> None:
    few = frozenset(e.id for e in case.events if e.kind is EventKind.BESLUIT)
    asked = Asked(parent, case, Choices(event_ids=few))
    assert asked.dialog.wishes().which is Which.ALLES
    asked.write(tmp_path / "alles.svg")
    assert "Selectie" not in texts_in(tmp_path / "alles.svg")
    asked = Asked(parent, case, Choices(event_ids=few))
    asked.choose(asked.dialog._which, Which.KEUZE)
    assert f"Selectie: {len(few)} van 60 gebeurtenissen." in asked.said
    assert f"{60 - len(few)} van 60 gebeurtenissen niet getoond." in asked.said
    asked.write(tmp_path / "keuze.svg")
    assert f"Selectie: {len(few)} van 60" in texts_in(tmp_path / "keuze.svg")


def test_without_a_filter_or_selection_there_is_nothing_to_choose(
    parent: QWidget, case: Case
) -> None:
    plain = Asked(parent, case, Choices())
    assert plain.dialog._which.count() == 1
    selected = Asked(parent, case, Choices(), case.events[0].id, case.events[3].id)
    assert selected.dialog._which.count() == 2
    selected.choose(selected.dialog._which, Which.SELECTIE)
    assert "Selectie: 2 van 60 gebeurtenissen." in selected.said


def test_only_the_days_in_view(parent: QWidget, case: Case, tmp_path: Path) -> None:
    asked = Asked(parent, case, Choices())
    asked.choose(asked.dialog._part, Part.BEELD)
    asked.write(tmp_path / "beeld.svg")
    text = texts_in(tmp_path / "beeld.svg")
    assert "deel van de lijn: 1 januari 2022 – 31 december 2022" in text
    assert "Vader verliest zijn werk" not in text


# --- where it comes ---------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "start"), [(Form.SVG, b"<?xml"), (Form.PNG, b"\x89PNG")])
def test_each_form_comes_in_its_file(
    parent: QWidget, case: Case, tmp_path: Path, form: Form, start: bytes
) -> None:
    asked = Asked(parent, case, Choices())
    asked.choose(asked.dialog._form, form)
    target = tmp_path / f"lijn{form.suffix}"
    assert f"De tijdlijn staat in {target}." in asked.write(target)
    assert target.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [target]


def test_the_picture_holds_the_line_whole_or_in_part(
    parent: QWidget, case: Case, tmp_path: Path
) -> None:
    sizes = []
    for part in Part:
        asked = Asked(parent, case, Choices())
        asked.choose(asked.dialog._form, Form.PNG)
        asked.choose(asked.dialog._part, part)
        asked.write(tmp_path / f"{part}.png")
        image = QImage(str(tmp_path / f"{part}.png"))
        assert not image.isNull()
        sizes.append(image.height())
    assert sizes[0] > sizes[1], "a year needs fewer rows than three"


def test_the_clipboard_gets_the_picture(parent: QWidget, case: Case) -> None:
    asked = Asked(parent, case, Choices())
    asked.choose(asked.dialog._form, Form.KLEMBORD)
    asked.export.keep()
    assert "klembord" in told()
    assert not QApplication.clipboard().image().isNull()


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "schijf"), (errno.EACCES, "niet worden geschreven")]
)
def test_a_file_that_cannot_be_written_stays_as_it_was(
    parent: QWidget,
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    said: str,
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "lijn.png"
    target.write_bytes(b"\x89PNG oud")
    monkeypatch.setattr(os, "fsync", fail)
    asked = Asked(parent, case, Choices())
    asked.choose(asked.dialog._form, Form.PNG)
    assert said in asked.write(target)
    assert target.read_bytes() == b"\x89PNG oud"
    assert list(tmp_path.iterdir()) == [target]
    assert asked.dialog.isVisible(), "another place can be chosen at once"


def test_a_folder_that_is_gone_is_said(parent: QWidget, case: Case, tmp_path: Path) -> None:
    asked = Asked(parent, case, Choices())
    assert "De map voor het document is er niet." in asked.write(tmp_path / "weg" / "lijn.svg")

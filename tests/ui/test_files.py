"""Opening, refusing and failing files in the window: each says what it is and loses nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import TEST, CaseFile, DiskFull
from hgkm_desktop.casefile.engine import connect
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import CTRL, fill, focused, name_of, press, tab_to, type_text
from tests.ui.made_once import a_copy

PASSPHRASE = "een zin die lang genoeg is"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_copy(tmp_path / "casus.hgkm", make_file)


def make_file(path: Path) -> None:
    with CaseFile.create(path, PASSPHRASE) as casefile:
        casefile.save(a_case_with(an_event("mrt 2021", "ruzie")))


def opened(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def is_open(window: MainWindow) -> bool:
    return window.document is not None


def words_on_screen(widget: QWidget | None = None) -> str:
    top = widget or QApplication.activeModalWidget()
    assert top is not None
    shown = [label.text() for label in top.findChildren(QLabel) if label.isVisibleTo(top)]
    return " ".join(shown)


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_wrong_passphrase_can_be_typed_again(window: MainWindow, path: Path) -> None:
    before = fingerprint(path)
    window.ask_passphrase(str(path))
    assert name_of(focused()) == "Wachtwoord"
    type_text("dit is het verkeerde wachtwoord")
    press(Qt.Key.Key_Return)
    assert "past niet bij dit bestand" in words_on_screen()
    assert not is_open(window)
    assert fingerprint(path) == before
    fill(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert shown(opened(window)).events[0].title == "ruzie"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"gewone tekst, geen casusbestand, maar wel lang genoeg", "geen casusbestand"),
        (b"", "leeg"),
        (b"PK\x03\x04" + bytes(60), "zip"),
        (None, "staat niet op deze plek"),
    ],
)
def test_what_is_no_casusbestand_gets_its_own_sentence(
    window: MainWindow, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "iets.hgkm"
    if content is not None:
        path.write_bytes(content)
    window.ask_passphrase(str(path))
    assert sentence in words_on_screen().lower(), "before a passphrase is asked"
    assert not is_open(window)
    assert content is None or path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ([path.name] if content is not None else [])
    press(Qt.Key.Key_Escape)


def test_a_plain_sqlite_file_is_named_as_such(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "plat.hgkm"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE a (b)")
    plain.close()
    window.ask_passphrase(str(path))
    assert "gewone database" in words_on_screen()
    press(Qt.Key.Key_Escape)


def test_a_short_passphrase_is_refused_and_nothing_is_made(
    window: MainWindow, tmp_path: Path
) -> None:
    press(Qt.Key.Key_Space)
    fill(str(tmp_path / "nieuw.hgkm"))
    tab_to("Wachtwoord")
    type_text("te kort")
    press(Qt.Key.Key_Return)
    assert "15 tekens" in words_on_screen()
    assert list(tmp_path.iterdir()) == []
    press(Qt.Key.Key_Escape)


def test_the_words_that_are_offered_fit_both_fields(window: MainWindow, tmp_path: Path) -> None:
    press(Qt.Key.Key_Space)
    fill(str(tmp_path / "nieuw"))
    tab_to("Bedenk vijf woorden voor mij")
    press(Qt.Key.Key_Space)
    tab_to("Casusbestand maken")
    press(Qt.Key.Key_Space)
    assert window.document is not None
    assert (tmp_path / "nieuw.hgkm").exists()
    press(Qt.Key.Key_Escape)  # the herstelblad
    tab_to("Doorgaan zonder")
    press(Qt.Key.Key_Space)


def test_a_second_window_on_the_same_file_only_looks(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    with CaseFile.open(path, PASSPHRASE):
        window.ask_passphrase(str(path))
        type_text(PASSPHRASE)
        press(Qt.Key.Key_Return)
        assert window.document is not None
        assert window.document.is_read_only
        assert window.workspace is not None
        said = words_on_screen(window.workspace)
        assert "Alleen lezen: u kunt bekijken en afdrukken, niet wijzigen." in said
        assert "al ergens open" in said
        before = window.document.case
        assert before is not None
        window.document.edit("iets", before.put(an_event("2022", "nieuw")))
        assert window.document.case is before
        assert window.close_file()


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    casefile = CaseFile.create(tmp_path / "vol.hgkm", PASSPHRASE, kdf=TEST)
    document = Document(casefile)
    document.add_case(a_case_with(an_event("2020", "eerste")))
    yield document
    document.close()


def shown(document: Document) -> Case:
    assert document.case is not None
    return document.case


def is_unsaved(document: Document) -> bool:
    return document.has_unsaved


def stored(document: Document) -> Case:
    with CaseFile.open(document.file.path, PASSPHRASE, read_only=True, kdf=TEST) as other:
        return other.load(shown(document).id)


def test_an_edit_that_cannot_be_saved_stays_on_screen_and_is_saved_later(
    document: Document, qtbot: QtBot
) -> None:
    before = shown(document)
    other = connect(document.file.path, document.file.key.raw)
    other.execute("BEGIN EXCLUSIVE")
    with qtbot.waitSignal(document.save_failed):
        document.edit("gebeurtenis", before.put(an_event("2021", "tweede")))
    assert is_unsaved(document)
    assert len(shown(document).events) == 2
    other.execute("ROLLBACK")
    other.close()
    with qtbot.waitSignal(document.saved):
        document.edit("gebeurtenis", shown(document).put(an_event("2022", "derde")))
    assert not is_unsaved(document)
    assert stored(document) == shown(document)
    assert len(stored(document).events) == 3


def test_a_replaced_file_is_never_called_saved_and_a_copy_keeps_the_work(
    document: Document, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it cannot be kept apart by itself either, the user can still say where."""

    def nowhere(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(document.file, "go_on_elsewhere", nowhere)
    path = document.file.path
    path.rename(tmp_path / "weg.hgkm")
    path.write_bytes(b"iets van een ander programma")
    with qtbot.waitSignal(document.save_failed):
        document.edit("gebeurtenis", shown(document).put(an_event("2021", "tweede")))
    assert is_unsaved(document)
    copy = tmp_path / "kopie.hgkm"
    document.keep_copy(copy)
    assert not is_unsaved(document)
    with CaseFile.open(copy, PASSPHRASE, kdf=TEST) as kept:
        assert kept.load(shown(document).id) == shown(document)
    assert path.read_bytes() == b"iets van een ander programma"


def test_closing_with_unsaved_work_asks_and_keeps_the_window(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.ask_passphrase(str(path))
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    document = window.document
    assert document is not None

    def nowhere(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(document.file, "go_on_elsewhere", nowhere)
    path.unlink()
    document.edit("gebeurtenis", shown(document).put(an_event("2021", "tweede")))
    assert window.workspace is not None
    assert "Niet opgeslagen" in words_on_screen(window.workspace)
    press(Qt.Key.Key_W, CTRL)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "nog niet op schijf" in box.text()
    assert window.document is document
    box.close()
    window._drop_file()


def test_the_example_opens_without_asking_and_shows_its_passphrase(window: MainWindow) -> None:
    tab_to("Het voorbeeld bekijken")
    press(Qt.Key.Key_Space)
    assert window.workspace is not None
    assert "fiets lamp" in words_on_screen(window.workspace)
    assert len(shown(window.workspace.document).events) >= 25

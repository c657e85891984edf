"""The window of what is read off the line, by keyboard: what it says and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QListWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.indicators import indicators
from hgkm_desktop.models.records import Regie
from hgkm_desktop.models.terms import EventKind, Mark, RegieHolder, RegieKind
from hgkm_desktop.ui.case.results_window import LISTED, USED, ResultsWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.ui.keyboard import CTRL, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import case_of, document_of, show_new_file, words_on_screen, workspace_of

POLICE = an_organisation("politie")
AGENT = a_deelnemer(POLICE, "wijkagent")


def a_case() -> Case:
    violence = an_event("mei 2022", "ruzie om de sleutels", kind=EventKind.INCIDENT)
    melding = an_event(
        "14 juni 2022", "buren bellen", kind=EventKind.MELDING, reported_to="Veilig Thuis"
    )
    regie = Regie("a" * 32, 1.0, RegieKind.CASUSREGIE, RegieHolder.NIEMAND, ongoing=True)
    return a_case_with(
        POLICE, AGENT, violence, melding, regie, a_beleving(violence, AGENT, Mark.RISICO)
    )


def shown(window: MainWindow) -> ResultsWindow:
    press(Qt.Key.Key_U, CTRL)
    return next(iter(window.findChildren(ResultsWindow)))


def rows(results: ResultsWindow, name: str) -> list[str]:
    (listed,) = [w for w in results.findChildren(QListWidget) if w.accessibleName() == name]
    return [listed.item(row).text() for row in range(listed.count())]


@pytest.fixture
def results(window: MainWindow, tmp_path: Path) -> ResultsWindow:
    show_new_file(window, tmp_path / "a.hgkm", a_case())
    return shown(window)


def test_every_indicator_stands_there_with_its_range_and_its_words(results: ResultsWindow) -> None:
    listed = rows(results, LISTED)
    assert [row.partition("\n")[0] for row in listed] == [one.label for one in indicators()]
    assert listed[0].endswith("14 tot 44 dagen")  # 31 May to 14 June, 1 May to 14 June
    said, first = words_on_screen(results), indicators()[0]
    assert first.definition in said
    assert first.is_not in said
    assert first.source in said
    assert rows(results, USED) == [
        "14 tot 44 dagen\nSteunt op 2 onderdelen van de lijn.",
        "1 · incident · mei 2022 · ruzie om de sleutels",
        "2 · melding · 14 jun 2022 · buren bellen",
    ]


def test_enter_goes_to_the_event_and_to_the_regie(
    results: ResultsWindow, window: MainWindow
) -> None:
    assert name_of(focused()) == LISTED
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == USED
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    page = workspace_of(window).timeline_page
    chosen = page.selection.current()
    assert chosen is not None
    assert chosen.title == "buren bellen"
    results.present()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    tab_to(USED)
    assert rows(results, USED)[1] == "casusregie · vanaf datum onbekend"
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Regie wijzigen"
    dialog.close()


def test_it_follows_an_edit_and_undo(results: ResultsWindow, window: MainWindow) -> None:
    document, case = document_of(window), case_of(window)
    document.edit("weghalen", case.drop_event(case.events[1].id))
    assert rows(results, LISTED)[0].endswith("Niet te zeggen")
    assert "geen melding bij Veilig Thuis" in rows(results, USED)[0]
    press(Qt.Key.Key_Z, CTRL)
    assert rows(results, LISTED)[0].endswith("14 tot 44 dagen")


def test_all_is_copied_as_text_without_titles_and_belevingen(results: ResultsWindow) -> None:
    press(Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert "casus K7-2F, in bewerking" in text
    assert "- 14 tot 44 dagen [gebeurtenis 1, 2]" in text
    assert all(one.label in text and one.definition in text for one in indicators())
    for word in ("sleutels", "buren bellen", "wijkagent", "risicovol", "beleving"):
        assert word not in text
    assert any("Gekopieerd" in part.text() for part in results.findChildren(QLabel))


def test_escape_closes_and_a_hidden_window_holds_nothing(results: ResultsWindow) -> None:
    press(Qt.Key.Key_Escape)
    assert not results.isVisible()
    assert rows(results, LISTED) == rows(results, USED) == []


def test_a_locked_file_shows_nothing(results: ResultsWindow, window: MainWindow) -> None:
    document_of(window).locks.emit()
    assert rows(results, LISTED) == rows(results, USED) == []
    assert "sleutels" not in words_on_screen(results)


def test_without_a_case_there_is_nothing_to_ask(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm")
    press(Qt.Key.Key_U, CTRL)
    assert not window.findChildren(ResultsWindow)

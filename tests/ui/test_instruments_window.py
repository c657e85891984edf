"""The window of instruments by keyboard: facts, what there was then, and since when it is here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.content import instruments
from hgkm_desktop.models.records import AvailableSince
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.ui.case.instruments_window import (
    HERE,
    LISTED,
    MOMENT,
    SEARCH,
    InstrumentsWindow,
)
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import CTRL, fill, focused, name_of, press, tab_to, text_of
from tests.ui.open_window import (
    case_of,
    choose_in_menu,
    document_of,
    show_new_file,
    show_read_only,
    words_on_screen,
    workspace_of,
)


def a_case() -> Case:
    return a_case_with(
        an_event("2008", "uit huis", kind=EventKind.INTERVENTIE, instrument="tijdelijk huisverbod"),
        an_event("mei 2020", "samen duiden", kind=EventKind.AFSTEMMING, instrument="Actieoverleg"),
    )


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm", a_case())
    return window


def shown(window: MainWindow) -> InstrumentsWindow:
    (found,) = window.findChildren(InstrumentsWindow)
    return found


def rows(window: MainWindow) -> list[str]:
    (listed,) = shown(window).findChildren(QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def names(window: MainWindow) -> list[str]:
    return [row.partition("\n")[0] for row in rows(window)]


def panel_says(window: MainWindow) -> str:
    return words_on_screen(workspace_of(window).timeline_page.panel)


def choose(window: MainWindow, title: str) -> None:
    page = workspace_of(window).timeline_page
    (event,) = [e for e in case_of(window).events if e.title == title]
    page.choose(event.id)


# --- the list -----------------------------------------------------------------------------------


def test_every_instrument_is_listed_with_all_that_is_known(window: MainWindow) -> None:
    choose_in_menu(window, "Instrumenten…")
    assert len(rows(window)) == len(instruments())
    assert name_of(focused()) == LISTED
    said = words_on_screen(shown(window))
    for words in ("burgemeester", "10 dagen", "28 dagen", "sinds 1 januari 2009", "volwassene"):
        assert words in said
    assert rows(window)[0].splitlines()[1:] == [
        "Vraagt: politie (hulpofficier van justitie) · besluit: burgemeester · "
        "voert uit: politie; Veilig Thuis coördineert de hulp",
        "Kan sinds 1 januari 2009",
    ]


def test_words_and_a_moment_leave_fewer(window: MainWindow) -> None:
    choose_in_menu(window, "Instrumenten…")
    tab_to(SEARCH)
    fill("burgemeester toverstaf")
    assert names(window) == []
    fill("burgemeester dwang")
    assert "Crisismaatregel" in names(window)
    assert "Handle with Care" not in " ".join(rows(window))
    tab_to(MOMENT)
    fill("2012")
    assert "Crisismaatregel" not in names(window)
    assert "Inbewaringstelling (Wet Bopz)" in names(window)
    fill("tussen 2019 en 2020")
    assert any("Kwam of ging in die tijd. Kan sinds 1 januari 2020" in row for row in rows(window))
    said = words_on_screen(shown(window))
    assert "kwamen of gingen" in said
    assert "1 januari 2020: De Wet Bopz vervalt." in said
    assert "1 juli 2017" not in said
    before = rows(window)
    fill("ergens in")  # cannot be read: the list stays
    assert rows(window) == before
    press(Qt.Key.Key_Escape)
    assert not shown(window).isVisible()


# --- then ---------------------------------------------------------------------------------------


def test_from_an_event_its_time_is_asked_for(window: MainWindow) -> None:
    choose(window, "samen duiden")
    press(Qt.Key.Key_M, CTRL)
    assert "Toen waren er" in words_on_screen(shown(window))
    tab_to(MOMENT)
    assert text_of(focused()) == "mei 2020"
    assert "Inbewaringstelling (Wet Bopz)" not in names(window)


def test_without_an_event_it_is_the_middle_of_the_line(window: MainWindow) -> None:
    page = workspace_of(window).timeline_page
    assert page.selection.current() is None
    press(Qt.Key.Key_M, CTRL)
    tab_to(MOMENT)
    seen = page.timeline.time_window
    middle = date.fromordinal(int((seen.first + seen.last) / 2))
    assert str(middle.year) in text_of(focused())


def test_a_place_on_the_line_where_nothing_stands_has_a_menu(window: MainWindow) -> None:
    timeline = workspace_of(window).timeline_page.timeline
    free = next(
        place
        for y in range(timeline.viewport().height() - 2, 40, -8)
        for place in [QPointF(timeline.plot_left() + 120, y)]
        if timeline._hit_at(place) is None and not timeline._record_at(place)
    )
    point = free.toPoint()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, timeline.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(timeline.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = menu.actions()
    assert action.text().startswith("Welke middelen waren er op ")
    action.trigger()
    menu.close()
    assert "Toen waren er" in words_on_screen(shown(window))


# --- hier beschikbaar sinds ---------------------------------------------------------------------


def test_since_when_it_is_here_is_kept_and_warns_at_once(window: MainWindow) -> None:
    choose(window, "samen duiden")
    assert "nog niet" not in panel_says(window)
    choose_in_menu(window, "Instrumenten…")
    tab_to(SEARCH)
    fill("actieoverleg")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == LISTED
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == HERE
    fill("1-9-2020")
    press(Qt.Key.Key_Return)
    settings = document_of(window).file.settings
    assert settings.available == (AvailableSince("actieoverleg", date(2020, 9, 1)),)
    assert "was hier toen nog niet beschikbaar: het kan sinds 1 september 2020" in panel_says(
        window
    )
    assert "Kan sinds 1 september 2020" in rows(window)[0]
    fill("31-2-2020")
    press(Qt.Key.Key_Return)
    assert document_of(window).file.settings == settings, "what cannot be read changes nothing"
    assert "bestaat niet" in words_on_screen(shown(window))
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert document_of(window).file.settings.available == ()
    assert "nog niet beschikbaar" not in panel_says(window)


def test_an_instrument_outside_its_time_warns_and_blocks_nothing(window: MainWindow) -> None:
    choose(window, "uit huis")
    assert (
        "Tijdelijk huisverbod bestond toen nog niet: het kan sinds 1 januari 2009 "
        "(Wet tijdelijk huisverbod, artikel 2, 9 en 11)." in panel_says(window)
    )
    assert case_of(window).events[0].instrument == "tijdelijk huisverbod"


def test_a_file_that_is_only_read_cannot_be_told_since_when(
    window: MainWindow, tmp_path: Path
) -> None:
    show_read_only(window, tmp_path / "b.hgkm", a_case())
    choose_in_menu(window, "Instrumenten…")
    tab_to(SEARCH)
    fill("actieoverleg")
    shown_last = window.findChildren(InstrumentsWindow)[-1]
    assert shown_last._here is not None
    assert not shown_last._here.isEnabled()

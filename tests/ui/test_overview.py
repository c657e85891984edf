"""The overview leads to what is planned, due or awaited; the column at the left stays usable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QScrollArea

from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Leertafel, TableCase
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.practice.overview_way import _PAGES
from hgkm_desktop.ui.practice.overview_window import OverviewWindow
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from hgkm_desktop.ui.window.works import _pages_of
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import new_file
from tests.ui.keyboard import SHIFT, focused, name_of, press, tab_to, wait_until
from tests.ui.open_window import case_of, document_of, words_on_screen, workspace_of

Key = Qt.Key
TODAY = date.today()
LATE = Verbeteractie("a" * 32, 1.0, "bellen", owner="wijkteam", due=TODAY - timedelta(3))
FIRST, OTHER = (a_case_with(an_event("2020"), code=code) for code in ("B2-2B", "C2-2C"))
CASE = replace(OTHER, acties=(LATE,))
TABLE = Leertafel(
    "b" * 32,
    "T2-2T",
    held_on=TODAY + timedelta(5),
    cases=(TableCase("c" * 32, FIRST.id),),
)


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    casefile = new_file(tmp_path / "a.hgkm")
    for value in (FIRST, CASE, TABLE):
        casefile.save(value)
    window.show_file(casefile)
    return window


def overview_of(window: MainWindow) -> OverviewWindow:
    (found,) = window.findChildren(OverviewWindow)
    return found


def rows_of(window: MainWindow) -> list[list[str]]:
    """The first lines of the three lists."""
    lists = overview_of(window).findChildren(QListWidget)
    return [[one.item(n).text().split("\n")[0] for n in range(one.count())] for one in lists]


def test_each_row_leads_to_its_place_and_the_overview_stays(opened: MainWindow) -> None:
    press(Key.Key_F7)
    assert name_of(focused()) == "Te doen of te laat"
    planned, to_do, waiting = rows_of(opened)
    assert planned == ["Leertafel T2-2T"]
    assert to_do == [
        "bellen",
        "Casus B2-2B is nog niet deelbaar en kan zo niet op tafel",
        "Er is nog geen uitvoerder gevraagd.",
        "De agenda is nog leeg",
    ]
    assert waiting == ["Wijkteam"]
    press(Key.Key_Return)
    assert case_of(opened).id == CASE.id
    (acties,) = [one for one in workspace_of(opened).findChildren(RecordList) if one.isVisible()]
    assert acties.chosen == LATE
    assert overview_of(opened).isVisible()
    overview_of(opened).activateWindow()
    overview_of(opened).findChildren(QListWidget)[1].setFocus()
    press(Key.Key_End)
    press(Key.Key_Return)
    (screen,) = [s for s in opened.findChildren(WorkScreen) if s.isVisible()]
    assert "Leertafel T2-2T" in words_on_screen(screen)
    assert "Agenda" in words_on_screen(screen)


def test_what_is_said_of_an_action_calls_no_case_off_the_table(opened: MainWindow) -> None:
    actie = replace(LATE, id="e" * 32, due=None)
    said = Progress(TODAY, actie.status, "het loopt")
    agreed = FIRST.put(actie)
    read = made_deelbaar(agreed)
    for case in (agreed, read, read.put(replace(actie, log=(said,)))):
        document_of(opened).edit_together("stand", case)
    assert document_of(opened).case_of(FIRST.id).state is CaseState.IN_BEWERKING
    press(Key.Key_F7)
    to_do = rows_of(opened)[1]
    assert [words for words in to_do if "kan zo niet op tafel" in words] == []
    assert [words for words in to_do if words.startswith("Lees in casus B2-2B na")] != []


def test_it_stays_in_step_and_holds_nothing_once_locked(opened: MainWindow) -> None:
    workspace_of(opened)._overview.show()
    changed = replace(CASE, acties=(replace(LATE, due=TODAY + timedelta(300)),))
    document_of(opened).edit("later", changed)
    wait_until(lambda: "bellen" not in rows_of(opened)[1])
    assert rows_of(opened)[2] == [], "it waits for nobody any more"
    document_of(opened).lock()
    assert not overview_of(opened).isVisible()
    assert rows_of(opened) == [[], [], []]


def test_tab_goes_down_the_column_also_after_something_new(opened: MainWindow) -> None:
    document_of(opened).edit("nieuw", BoardTalk("d" * 32, "G2-2G", held_on=TODAY))
    document_of(opened).add_case(a_case_with(code="D2-2D"))
    overview = next(b for b in opened.findChildren(QPushButton) if b.text() == "Overzicht")
    overview.setFocus()
    passed = []
    for _ in range(7):
        passed.append(name_of(focused()))
        press(Key.Key_Tab)
    assert passed == [
        *("Overzicht", "D2-2D  een casus", "Nieuwe casus", "Nieuw onderzoek", "Nieuw overleg"),
        f"Leertafel T2-2T, {day_text(TABLE.held_on or TODAY, short=True)}",
        "Zicht op de praktijk toevoegen",
    ], "each list is one stop, in which the arrows go up and down"
    tab_to("Leertafel", SHIFT)
    press(Key.Key_Down)
    assert name_of(focused()) == f"Gesprek G2-2G, {day_text(TODAY, short=True)}"
    tab_to("D2-2D", SHIFT)
    press(Key.Key_Up)
    assert name_of(focused()) == "C2-2C  een casus"
    press(Key.Key_Home)
    press(Key.Key_Return)
    assert case_of(opened).id == FIRST.id


def test_a_column_of_many_cases_scrolls_as_one(opened: MainWindow) -> None:
    opened.resize(1366, 768)
    for number in range(28):
        document_of(opened).add_case(a_case_with(code=f"X{number:02d}", title="een lange titel"))
    for number in range(14):
        talk = BoardTalk(f"{number:032x}", f"G{number:02d}", title="een heel lange titel " * 3)
        document_of(opened).edit("nieuw", talk)
    column = workspace_of(opened)._cases
    wait_until(lambda: column.height() <= opened.height())
    (scroll,) = column.findChildren(QScrollArea)
    inner = scroll.widget()
    assert inner is not None
    assert inner.width() <= scroll.viewport().width(), "nothing is cut off at the right"
    last = [b for b in column.findChildren(QPushButton) if b.text() == "Toevoegen…"][-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    scroll.ensureWidgetVisible(last)
    assert last.visibleRegion().boundingRect().height() == last.height()
    first = column._names.buttons[0]
    column._names.buttons[-1].setFocus()
    press(Key.Key_Home)
    assert first.visibleRegion().boundingRect().height() == first.height(), "the keyboard is seen"


def test_every_page_to_which_a_row_leads_is_there() -> None:
    works = (Study("a", "A"), MeetingSeries("b", "B"), BoardTalk("c", "C"), Sample("d", "D"), TABLE)
    there = {name for work in works for name, _ in _pages_of(work)}
    assert {name for names in _PAGES.values() for name in names} <= there

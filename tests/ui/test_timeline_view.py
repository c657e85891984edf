"""The line on screen: keys, mouse, the selection it shares with the table, and screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.timeline.choices import Choices, LaneBy
from hgkm_desktop.ui.line.timeline_paint import KIND_TOKENS, timeline_image
from hgkm_desktop.ui.parts.theme import DARK, LIGHT, Theme
from tests.builders import a_case_with, an_event
from tests.ui.timeline_bench import Bench, a_small_case

Key = Qt.Key


def shown(qtbot: QtBot, folder: Path, case: Case) -> Bench:
    bench = Bench(folder, case)
    qtbot.addWidget(bench)
    bench.show()
    bench.activateWindow()
    qtbot.waitExposed(bench)
    bench.line.setFocus()
    qtbot.waitUntil(bench.line.hasFocus)
    return bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = shown(qtbot, tmp_path, a_small_case())
    yield made
    made.document.close()


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = shown(qtbot, tmp_path, a_case_with())
    yield made
    made.document.close()


# --- keys --------------------------------------------------------------------------------


def test_left_and_right_go_through_time(bench: Bench) -> None:
    passed = []
    QTest.keyClick(bench.line, Key.Key_Home)
    for _ in range(5):
        passed.append(bench.chosen)
        QTest.keyClick(bench.line, Key.Key_Right)
    assert passed == [
        "vader verliest werk",
        "melding",
        "Actieoverleg",
        "één plan",
        "ooit verhuisd",
    ]
    QTest.keyClick(bench.line, Key.Key_Left)
    assert bench.chosen == "één plan"
    QTest.keyClick(bench.line, Key.Key_End)
    assert bench.chosen == "ooit verhuisd"


def test_up_and_down_go_to_the_next_lane(bench: Bench) -> None:
    bench.choose("vader verliest werk")
    passed = []
    for _ in range(3):
        QTest.keyClick(bench.line, Key.Key_Down)
        passed.append(bench.chosen)
    assert passed == ["melding", "Actieoverleg", "ooit verhuisd"]
    QTest.keyClick(bench.line, Key.Key_Up)
    assert bench.chosen in ("Actieoverleg", "één plan")


@pytest.mark.parametrize(
    ("key", "mark"), [("g", Mark.GOED), ("N", Mark.NIET_OKE), ("r", Mark.RISICO)]
)
def test_a_letter_asks_for_a_mark(qtbot: QtBot, bench: Bench, key: str, mark: Mark) -> None:
    bench.choose("melding")
    with qtbot.waitSignal(bench.line.mark_requested) as asked:
        QTest.keyClick(bench.line, getattr(Key, f"Key_{key.upper()}"))
    assert asked.args == [mark]


def test_a_digit_asks_for_a_turn(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.line.turn_requested) as asked:
        QTest.keyClick(bench.line, Key.Key_7)
    assert asked.args == [7]


@pytest.mark.parametrize("view", ["line", "table"])
def test_a_key_that_is_held_down_asks_once(qtbot: QtBot, bench: Bench, view: str) -> None:
    widget = getattr(bench, view)
    repeated = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_G, Qt.KeyboardModifier.NoModifier, "g", autorep=True
    )
    with qtbot.assertNotEmitted(widget.mark_requested):
        QApplication.sendEvent(widget, repeated)


def test_a_letter_with_ctrl_is_another_key(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.assertNotEmitted(bench.line.mark_requested):
        QTest.keyClick(bench.line, Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def test_typing_elsewhere_sets_no_marks(qtbot: QtBot, bench: Bench) -> None:
    bench.choose("melding")
    bench.entry.setFocus()
    with (
        qtbot.assertNotEmitted(bench.line.mark_requested),
        qtbot.assertNotEmitted(bench.table.mark_requested),
        qtbot.assertNotEmitted(bench.line.turn_requested),
    ):
        QTest.keyClicks(bench.entry, "gnr1")
    assert bench.entry.text() == "gnr1"


def test_enter_and_a_double_click_open_an_event(qtbot: QtBot, bench: Bench) -> None:
    bench.choose("melding")
    wanted = bench.case.events[bench.case.events.index(bench.model.event_at(1))].id
    with qtbot.waitSignal(bench.line.open_requested) as asked:
        QTest.keyClick(bench.line, Key.Key_Return)
    assert asked.args == [wanted]
    with qtbot.waitSignal(bench.line.open_requested) as asked:
        QTest.mouseDClick(
            bench.line.viewport(), Qt.MouseButton.LeftButton, pos=bench.spot("melding")
        )
    assert asked.args == [wanted]


def test_tab_leaves_the_line(bench: Bench) -> None:
    QTest.keyClick(bench.line, Key.Key_Tab)
    assert QApplication.focusWidget() is bench.table


# --- zoom and pan ------------------------------------------------------------------------


def length(bench: Bench) -> float:
    window = bench.line.time_window
    return window.last - window.first


def test_plus_minus_and_zero_zoom(bench: Bench) -> None:
    whole = length(bench)
    QTest.keyClick(bench.line, Key.Key_Plus)
    assert length(bench) < whole
    QTest.keyClick(bench.line, Key.Key_Minus)
    QTest.keyClick(bench.line, Key.Key_Minus)
    assert length(bench) > whole
    QTest.keyClick(bench.line, Key.Key_0)
    assert length(bench) == pytest.approx(whole)


def wheel(bench: Bench, at: QPoint, turn: QPoint, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(bench.line.viewport().mapToGlobal(at)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bench.line.viewport(), event)


def test_zooming_with_the_wheel_keeps_the_day_under_the_pointer(bench: Bench) -> None:
    x = 600.0
    day = bench.line.sight.day_at(x - bench.line.plot_left())
    wheel(bench, QPoint(600, 100), QPoint(0, 240), Qt.KeyboardModifier.ControlModifier)
    assert bench.line.sight.day_at(x - bench.line.plot_left()) == pytest.approx(day)


def test_shift_and_the_wheel_pan(bench: Bench) -> None:
    bench.line.zoom_in()
    before = bench.line.time_window
    wheel(bench, QPoint(600, 100), QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert bench.line.time_window.first > before.first


def test_dragging_an_empty_place_pans_with_the_pointer(bench: Bench) -> None:
    bench.line.show_days(date(2023, 5, 1).toordinal(), date(2023, 7, 1).toordinal())
    start = QPoint(bench.line.viewport().width() - 20, bench.line.viewport().height() - 4)
    assert not bench.line.indexAt(start).isValid()
    day = bench.line.sight.day_at(start.x() - bench.line.plot_left())
    view = bench.line.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start - QPoint(150, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(150, 0))
    assert bench.line.sight.day_at(start.x() - 150 - bench.line.plot_left()) == pytest.approx(day)


def test_the_scroll_bar_and_the_window_stay_in_step(bench: Bench) -> None:
    bar = bench.line.horizontalScrollBar()
    bench.line.zoom_in()
    before = bench.line.time_window.first
    bar.setValue(bar.value() + 50)
    moved = (bench.line.time_window.first - before) * bench.line.sight.scale
    assert moved == pytest.approx(50, abs=1)


def test_a_year_fills_the_view(bench: Bench) -> None:
    bench.line.show_year(2023)
    window = bench.line.time_window
    assert window.first <= date(2023, 1, 1).toordinal()
    assert window.last >= date(2024, 1, 1).toordinal()
    assert length(bench) < 2 * 365


def test_a_double_click_on_an_empty_place_asks_for_an_event_on_that_day(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.line.show_year(2023)
    place = QPoint(bench.line.viewport().width() - 40, 60)
    with qtbot.waitSignal(bench.line.add_requested) as asked:
        QTest.mouseDClick(bench.line.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (day,) = asked.args or [None]
    wanted = bench.line.sight.day_at(place.x() - bench.line.plot_left())
    assert isinstance(day, date)
    assert day.toordinal() == int(wanted)


def test_a_count_opens_until_there_is_room(qtbot: QtBot, tmp_path: Path) -> None:
    days = [
        an_event(f"{day}-{month}-2023", f"{day}-{month}")
        for month in (3, 9)
        for day in range(1, 29)
    ]
    bench = shown(qtbot, tmp_path, a_case_with(*days))
    chips = bench.line.shown().chips
    assert chips
    before = length(bench)
    place = QPoint(round(chips[0].x + chips[0].w / 2), round(chips[0].y + chips[0].h / 2))
    QTest.mouseClick(bench.line.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert length(bench) < before
    bench.document.close()


def test_a_key_chooses_an_event_that_is_counted_with_others(qtbot: QtBot, tmp_path: Path) -> None:
    days = [an_event(f"{day}-3-2023", f"dag {day}") for day in range(1, 29)]
    bench = shown(qtbot, tmp_path, a_case_with(an_event("2020", "begin"), *days))
    assert bench.line.shown().chips
    QTest.keyClick(bench.line, Key.Key_Home)
    for day in range(1, 29):
        QTest.keyClick(bench.line, Key.Key_Right)
        assert bench.chosen == f"dag {day}"
        assert bench.line.selectionModel().isRowSelected(bench.row(f"dag {day}"))
    bench.document.close()


def test_lanes_change_and_the_window_stays(bench: Bench) -> None:
    bench.line.show_year(2023)
    window = bench.line.time_window
    bench.line.set_choices(Choices(lane_by=LaneBy.SOORT))
    names = [lane.name for lane in bench.line.sight.timeline.lanes]
    assert names == ["life event", "melding", "contact of gesprek", "afstemmingsmoment"]
    assert bench.line.time_window.first == pytest.approx(window.first, abs=10)


# --- selection ---------------------------------------------------------------------------


def test_line_and_table_choose_the_same_event(bench: Bench) -> None:
    QTest.mouseClick(bench.line.viewport(), Qt.MouseButton.LeftButton, pos=bench.spot("melding"))
    assert bench.table.currentIndex().row() == bench.row("melding")
    assert bench.table.selectionModel().isRowSelected(bench.row("melding"))
    bench.table.selectRow(bench.row("één plan"))
    assert bench.chosen == "één plan"


def test_every_event_can_be_pointed_at(bench: Bench) -> None:
    for row in range(bench.model.rowCount()):
        index = bench.model.index(row, 0)
        bench.line.scrollTo(index)
        rect = bench.line.visualRect(index)
        assert bench.line.indexAt(rect.center()).row() == row
        assert min(rect.width(), rect.height()) >= 24


def test_choosing_an_event_out_of_view_brings_it_in_view(bench: Bench) -> None:
    bench.line.show_days(date(2020, 1, 1).toordinal(), date(2020, 2, 1).toordinal())
    bench.choose("melding")
    assert bench.line.viewport().rect().contains(bench.spot("melding"))


def test_the_selection_stays_on_its_event_when_others_come_go_and_move(bench: Bench) -> None:
    bench.choose("Actieoverleg")
    chosen = bench.model.event_at(bench.row("Actieoverleg")).id
    bench.document.edit("erbij", bench.case.put(an_event("1-1-2022", "eerder")))
    assert bench.chosen == "Actieoverleg"
    later = an_event("1-1-2025", "eerder", id=bench.model.event_at(bench.row("eerder")).id)
    bench.document.edit("later", bench.case.put(later))
    assert bench.chosen == "Actieoverleg"
    bench.document.edit("weg", bench.case.drop_event(later.id))
    assert bench.chosen == "Actieoverleg"
    assert bench.table.currentIndex().row() == bench.model.row_of(chosen)


def test_a_removed_event_is_gone_from_the_line_and_undo_brings_it_back(bench: Bench) -> None:
    removed = bench.model.event_at(bench.row("melding"))
    bench.document.edit("weg", bench.case.drop_event(removed.id))
    assert all(hit.event_id != removed.id for hit in bench.line.shown().hits)
    bench.document.undo_stack.undo()
    assert any(hit.event_id == removed.id for hit in bench.line.shown().hits)


# --- screen readers ----------------------------------------------------------------------


def test_a_screen_reader_sees_every_event_in_order(bench: Bench) -> None:
    read = QAccessible.queryAccessibleInterface(bench.line)
    assert read.role() == QAccessible.Role.List
    assert read.childCount() == bench.model.rowCount()
    names = [read.child(row).text(QAccessible.Text.Name) for row in range(read.childCount())]
    assert [name.split(".")[0] for name in names] == ["1", "2", "3", "4", "5"]
    spoken = names[bench.row("Actieoverleg")]
    assert "Niet gedaan: Actieoverleg" in spoken
    assert "Veilig Thuis, politie" in spoken
    assert "afstemmingsmoment" in spoken
    assert "april 2023, alleen de maand is bekend" in spoken
    assert "politie, teamleider: ging goed" in spoken
    assert "Veilig Thuis, teamleider: risicovol" in spoken


def test_a_screen_reader_finds_an_event_where_it_is_painted(bench: Bench) -> None:
    row = bench.row("melding")
    child = QAccessible.queryAccessibleInterface(bench.line).child(row)
    rect = bench.line.visualRect(bench.model.index(row, 0))
    assert child.rect().topLeft() == bench.line.viewport().mapToGlobal(rect.topLeft())
    assert child.rect().size() == rect.size()


# --- empty, other cases, painting ----------------------------------------------------------


def test_an_empty_case_shows_no_events_and_takes_every_key(empty: Bench) -> None:
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_End, Key.Key_Plus, Key.Key_0, Key.Key_Return):
        QTest.keyClick(empty.line, key)
    QTest.mouseDClick(empty.line.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    assert empty.chosen == ""
    assert not empty.line.grab().isNull()


def test_the_first_event_is_shown_whole(empty: Bench) -> None:
    empty.document.edit("eerste", empty.case.put(an_event("3-3-2023", "de eerste")))
    assert empty.line.viewport().rect().contains(empty.spot("de eerste"))


def test_another_case_is_shown_whole(bench: Bench) -> None:
    bench.line.zoom_in()
    bench.document.add_case(a_case_with(an_event("1-1-1990", "lang geleden"), id="x" * 32))
    assert bench.line.viewport().rect().contains(bench.spot("lang geleden"))


def test_one_lane_by_has_a_colour_for_every_kind() -> None:
    assert set(KIND_TOKENS) == set(EventKind)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_whole_line_is_painted_off_screen(qapp: QApplication, theme: Theme) -> None:
    image = timeline_image(a_small_case(), theme, width=900, ratio=2)
    assert image.width() == 1800
    assert image.pixelColor(0, 0).name() == theme.card
    colours = colours_of(image)
    for kind in (EventKind.MELDING, EventKind.LIFE_EVENT):
        assert getattr(theme, KIND_TOKENS[kind]) in colours


def colours_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }

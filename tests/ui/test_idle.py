"""Nobody at work: by a clock that cannot be set, or because the computer slept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.file.idle import IdleWatch


@dataclass
class Clocks:
    """Two clocks that a test moves, in seconds."""

    monotonic: float = 1_000.0
    wall: float = 1_700_000_000.0

    def pass_time(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@dataclass
class Bench:
    """A watch of ten minutes over a window, and what it said."""

    clocks: Clocks
    watch: IdleWatch
    window: QWidget
    due: int
    warned: list[bool]

    def wait(self, seconds: int) -> None:
        """Let time pass, with a look every second as the timer gives."""
        for _ in range(seconds):
            self.clocks.pass_time(1)
            self.watch.look()

    def note_due(self) -> None:
        self.due += 1


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    clocks = Clocks()
    watch = IdleWatch(10, clock=lambda: clocks.monotonic, wall=lambda: clocks.wall)
    made = Bench(clocks, watch, window, 0, [])
    watch.due.connect(made.note_due)
    watch.warned.connect(made.warned.append)
    watch.start()
    yield made
    watch.stop()


def test_it_is_due_after_ten_minutes_without_anything(bench: Bench) -> None:
    bench.wait(599)
    assert bench.due == 0
    bench.wait(1)
    assert bench.due == 1
    bench.wait(900)
    assert bench.due == 1, "once"


@pytest.mark.parametrize("act", ["key", "mouse", "button"])
def test_a_key_or_the_mouse_puts_it_off(bench: Bench, act: str) -> None:
    handle = bench.window.windowHandle()
    bench.wait(599)
    if act == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    elif act == "mouse":
        QTest.mouseMove(handle, QPoint(5, 5))
        QTest.mouseMove(handle, QPoint(9, 9))
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.qWait(1)
    bench.wait(599)
    assert bench.due == 0
    bench.wait(1)
    assert bench.due == 1


def test_it_warns_half_a_minute_before_and_takes_that_back(bench: Bench) -> None:
    bench.wait(569)
    assert bench.warned == []
    bench.wait(1)
    assert bench.warned == [True]
    QTest.keyClick(bench.window.windowHandle(), Qt.Key.Key_A)
    assert bench.warned == [True, False]
    bench.wait(569)
    assert bench.due == 0


@pytest.mark.parametrize("jump", [61.0, -61.0, 86_400.0])
def test_the_clock_on_the_wall_that_jumps_is_due_at_once(bench: Bench, jump: float) -> None:
    bench.wait(5)
    bench.clocks.wall += jump
    bench.watch.look()
    assert bench.due == 1


def test_a_small_correction_of_the_clock_is_nothing(bench: Bench) -> None:
    bench.clocks.wall += 55
    bench.watch.look()
    bench.clocks.wall -= 55
    bench.watch.look()
    assert bench.due == 0


def test_a_clock_that_goes_on_in_sleep_is_noticed_as_well(bench: Bench) -> None:
    """On Windows both clocks go on, and only that nothing was looked at for a while tells."""
    bench.wait(5)
    bench.clocks.pass_time(120)
    bench.watch.look()
    assert bench.due == 1


def test_the_first_key_after_sleep_does_not_reach_the_window(bench: Bench) -> None:
    bench.wait(5)
    bench.clocks.wall += 3_600
    QTest.keyClick(bench.window.windowHandle(), Qt.Key.Key_A)
    assert bench.due == 1


def test_another_choice_of_minutes_holds_at_once(bench: Bench) -> None:
    bench.watch.set_minutes(2)
    bench.wait(120)
    assert bench.due == 1


def test_a_watch_that_is_off_says_nothing(bench: Bench) -> None:
    bench.watch.stop()
    bench.wait(2_000)
    assert bench.due == 0

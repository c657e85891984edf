"""Rings of objects are freed in the thread of the windows, also while a worker makes many."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

MANY = 300_000


class Ring(QObject):
    """Holds itself, as a window does that a closure of it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def work_much() -> list[list[int]]:
    """As much as makes Python look for rings, in a thread of its own."""
    made: list[list[int]] = []
    thread = threading.Thread(target=lambda: made.extend([number] for number in range(MANY)))
    thread.start()
    thread.join()
    return made


def test_no_worker_frees_what_belongs_to_a_window(qapp: QApplication, qtbot: QtBot) -> None:
    freed_in: list[bool] = []
    ring = Ring()
    weakref.finalize(ring, lambda: freed_in.append(QThread.currentThread() is qapp.thread()))
    del ring
    made = work_much()
    assert freed_in == [], "it waits for the thread of the windows"
    qtbot.waitUntil(lambda: freed_in == [True])
    assert len(made) == MANY


def wait_for_a_look(qtbot: QtBot) -> None:
    """Until what a worker just made was looked through."""
    assert gc.get_count()[0] > MANY // 2
    qtbot.waitUntil(lambda: gc.get_count()[0] < MANY // 2)


def test_what_is_left_does_not_pile_up(qapp: QApplication, qtbot: QtBot) -> None:
    """To look through the parts of several times together takes several times as long."""
    made = work_much()
    wait_for_a_look(qtbot)
    assert gc.get_count()[1] == 0, "all that was made counts as old"
    assert len(made) == MANY


def test_what_was_old_already_is_freed_too(qapp: QApplication, qtbot: QtBot) -> None:
    freed: list[bool] = []
    ring = Ring()
    weakref.finalize(ring, freed.append, True)
    gc.collect(1)
    del ring
    usual = gc.get_threshold()
    gc.set_threshold(1_000, 5, 1)
    try:
        for _ in range(4):
            made = work_much()
            wait_for_a_look(qtbot)
            assert len(made) == MANY
            del made  # later it would count as so many fewer in the next round
    finally:
        gc.set_threshold(*usual)
    assert freed == [True]


def test_python_by_itself_would(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: switched on, Python frees it in the worker."""
    freed_in: list[bool] = []
    ring = Ring()
    weakref.finalize(ring, lambda: freed_in.append(QThread.currentThread() is qapp.thread()))
    del ring
    gc.enable()
    try:
        work_much()
    finally:
        gc.disable()
    assert freed_in == [False]

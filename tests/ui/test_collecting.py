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

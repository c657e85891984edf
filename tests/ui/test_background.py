"""Work in a thread of its own ends with who asked for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.parts.background import Background, Progress


def test_work_ends_when_who_asked_for_it_is_gone(qapp: QApplication, qtbot: QtBot) -> None:
    steps: list[int] = []

    def work(tell: Progress) -> None:
        while True:
            steps.append(1)
            tell(0.5)

    owner = QObject()
    background = Background(owner)
    background.start(work)
    qtbot.waitUntil(lambda: bool(steps))
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # Qt ends us otherwise
    done = len(steps)
    assert len(steps) == done


def test_closing_waits_until_the_work_has_noticed(qapp: QApplication, qtbot: QtBot) -> None:
    steps: list[int] = []

    def work(tell: Progress) -> None:
        while True:
            steps.append(1)
            tell(0.5)

    background = Background()
    background.start(work)
    qtbot.waitUntil(lambda: bool(steps))
    background.close()
    done = len(steps)
    qtbot.wait(30)
    assert len(steps) == done

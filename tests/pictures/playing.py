"""A playing: each page of the trainer, and every page that the room sees."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.exercises import StepKind, play_steps
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Difference, Playing, PlayTable, TableChoice
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.exercises.play_console import ConsolePage
from hgkm_desktop.ui.exercises.play_stage import PlayStage
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, press

Key = Qt.Key
_PAGES = ("speelbeurt", "spelen", "keuzes", "verschillen")
_MOST_PAGES = 120


def main() -> None:
    """Take every picture; arguments: the folder, 'light' or 'dark', and the size of text."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    text = int(sys.argv[3]) if len(sys.argv) > 3 else None
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT, text)
    file, passphrase = open_example()
    exercise = replace(library()[0], id="8" * 32, code="O8-8O", state=CaseState.DEELBAAR)
    playing = _playing(exercise)
    file.save(exercise)
    file.save(playing)
    window = MainWindow(lambda: (file, passphrase))
    window.resize(1280, 720)
    window.show()
    window.show_file(file)
    assert window.workspace is not None
    window.workspace._works.show(playing.id)
    for number, name in enumerate(_PAGES):
        press(Key(Key.Key_1.value + number), CTRL)
        _take(folder, window, f"300-{number + 1}-{name}")
    (page,) = window.findChildren(ConsolePage)
    _take_room(folder, PlayStage(page.course, window))
    window.close_file()
    QApplication.exit()


def _playing(exercise: Exercise) -> Playing:
    """Two tables that chose differently at the first decision, which it is at."""
    tables = (PlayTable("1" * 32, "Tafel 1"), PlayTable("2" * 32, "Tafel 2"))
    point = exercise.points[0]
    choices = tuple(
        TableChoice(
            f"{n + 3}" * 32,
            point.id,
            table.id,
            point.options[n].id,
            instrument=point.options[n].instrument,
            why="Er is een kind bij, en niemand heeft het hele verhaal.",
            best_cards=exercise.roles[n].name,
        )
        for n, table in enumerate(tables)
    )
    said = Difference("5" * 32, "De ene tafel belde eerst, de andere wilde meer weten.", point.id)
    places = [n for n, s in enumerate(play_steps(exercise)) if s.kind is StepKind.DECISION]
    return Playing(
        *("9" * 32, "P9-9P", "Middag met de wijkteams"),
        exercise_id=exercise.id,
        tables=tables,
        place=places[0],
        choices=choices,
        differences=(said,),
    )


def _take_room(folder: Path, stage: PlayStage) -> None:
    """From the opening to the closing, and the instruments once."""
    stage.resize(1280, 720)
    stage.show()
    stage.take_focus()
    stage.turn_instruments()
    _take(folder, stage, "309-zaal-instrumenten")
    stage.turn_instruments()
    stage.course.go(-len(stage.course.steps))
    for number in range(_MOST_PAGES):
        _take(folder, stage, f"{310 + number}-zaal")
        before = stage.foot.place.text(), stage.focusWidget()
        stage.go(1)
        if before == (stage.foot.place.text(), stage.focusWidget()):
            break
    stage.close()


def _take(folder: Path, widget: QWidget, name: str) -> None:
    QTest.qWait(80)
    widget.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()

"""The pictures that the manuals show, taken from the running program at twice their size.

Arguments: the folder, 'light' or 'dark' (the manuals show light ones), and a scene. Each picture
is cropped to what the words beside it are about, and kept in few colours: all are small files.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.leertafel import proposed_agenda
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.case.open_list import OpenList
from hgkm_desktop.ui.case.round_window import RoundWindow
from hgkm_desktop.ui.case.step_bar import StepBar
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.exercises.exercise_new import LibraryDialog
from hgkm_desktop.ui.exercises.play_console import ConsolePage
from hgkm_desktop.ui.exercises.play_stage import PlayStage
from hgkm_desktop.ui.figures.figure_view import FigureView
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.practice.follow_up_window import FollowUpWindow
from hgkm_desktop.ui.practice.overview_window import OverviewWindow
from hgkm_desktop.ui.room.presentation import Presentation
from hgkm_desktop.ui.room.table_stage import TableStage
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP, Workspace
from tests.builders import made_deelbaar
from tests.messy_case import a_messy_case
from tests.pictures.evaluating import _in_round
from tests.pictures.figures import the_set
from tests.pictures.following import BREAK, CALL, DONE, EARLIER, NEXT
from tests.pictures.leertafel import a_few_cases
from tests.pictures.playing import _playing
from tests.reports.full_leertafel import a_leertafel, the_cases
from tests.ui.keyboard import CTRL, press, wait_until

Key = Qt.Key
PASSPHRASE = "vijf gewone woorden achter elkaar"
TIMES = 2
_COLOURS = 96
_WINDOW, _WORK = (1280, 800), (1100, 720)
_ROOM = (960, 540)
_NARROW = 900
_TYPED = "jun 2023 afstemming: tweede overleg @politie #moeder"


class Camera:
    """Takes pictures of widgets, in full or of a part, at twice the size they have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, name: str, widget: QWidget, part: QRect | None = None) -> None:
        """Keep a picture of a widget, or of a part of it, in its pixels."""
        QTest.qWait(120)
        seen = part or widget.rect()
        image = QPixmap(seen.size() * TIMES)
        image.setDevicePixelRatio(TIMES)
        image.fill(QColor(theme.current_theme().bg))
        widget.render(image, QPoint(), seen)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        picture = Image.open(BytesIO(buffer.data().data())).convert("RGB")
        kept = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
        kept.save(self.folder / f"{name}.png", optimize=True)


def main() -> None:
    """Take the pictures of one scene; its name follows the folder and the look."""
    folder, look, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    SCENES[name](Camera(folder))


def _opened(*works: Work | Case, size: tuple[int, int] = _WINDOW) -> MainWindow:
    """The window with the example open, and these works in it."""
    file, passphrase = open_example()
    for work in works:
        file.save(work)
    window = MainWindow(lambda: (file, passphrase))
    window.resize(*size)
    window.show()
    window.show_file(file)
    return window


def _rooms(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _an_evening(camera: Camera) -> None:
    """What someone sees who opens the program for the first time, in that order."""
    empty = MainWindow(open_example)
    empty.resize(680, 480)
    empty.show()
    camera.take("beginscherm", empty)
    empty.close()
    window = _opened()
    workspace = _rooms(window)
    page, case = workspace.timeline_page, workspace.document.case
    assert case is not None
    lived = Counter(beleving.event_id for beleving in case.belevingen)
    workspace.show_step(TIMELINE_STEP)
    page.set_turn(4)
    page.choose(lived.most_common(1)[0][0])
    page.entry.line.setText(_TYPED)
    camera.take("hoofdvenster", window)
    window.resize(_NARROW, window.height())
    camera.take("stappen", window.findChildren(StepBar)[0])
    camera.take("invoerregel", page.entry)
    window.resize(*_WINDOW)
    camera.take("gebeurtenis", page.panel, QRect(0, 0, page.panel.width(), 460))
    page.show_filter(True)
    camera.take("zoeken", page.filter_bar)
    page.close_filter()
    page.table_card.hide()
    page.side.hide()
    QTest.qWait(60)
    page.timeline.show_all()
    camera.take("tijdlijn", page.timeline)
    page.table_card.show()
    page.side.show()
    workspace.show_step(0)
    camera.take("aanleiding", window, _under_steps(window, 560, 700))
    workspace.show_step(5)
    camera.take("acties", window, _under_steps(window, 330, 860))
    workspace.show_step(TIMELINE_STEP)
    workspace._list_what_is_open()
    (listed,) = window.findChildren(OpenList)
    camera.take("nog-open", listed, QRect(0, 0, listed.width(), 480))
    window.close_file()
    window.close()


def _under_steps(window: MainWindow, high: int, wide: int) -> QRect:
    """A part of the window, under the steps of the case."""
    (steps,) = window.findChildren(StepBar)
    corner = steps.mapTo(window, QPoint())
    return QRect(corner.x(), corner.y() + steps.height(), wide, high)


def _right_of(window: MainWindow, top: int, high: int) -> QRect:
    """A part of the window, beside the list of cases."""
    left = 210
    return QRect(left, top, window.width() - left, high)


def _a_round(camera: Camera) -> None:
    window = _opened()
    document = window.document
    assert document is not None
    assert document.case is not None
    document.edit("ronde", _in_round(document.case))
    shown = RoundWindow(window, document)
    shown.start()
    shown.resize(860, 540)
    camera.take("ronde", shown)
    shown.reject()
    window.close_file()
    window.close()


def _documents(camera: Camera) -> None:
    window = _opened()
    assert window.open_file is not None
    document, documents = window.open_file.document, window.open_file.documents
    assert document.case is not None
    document.edit("nagelezen", made_deelbaar(document.case))
    documents.open(DocumentKind.GESPREKSNOTITIE)
    shown = documents.window
    assert shown is not None
    shown.resize(1040, 700)
    wait_until(lambda: not documents.is_busy)
    camera.take("document", shown)
    shown.reject()
    window.close_file()
    window.close()


def _a_check(camera: Camera) -> None:
    messy = a_messy_case()
    window = _opened(messy)
    assert window.document is not None
    assert window.open_file is not None
    window.document.show_case(messy.id)
    window.open_file.check.show()
    (check,) = window.findChildren(CheckWindow)
    check.resize(960, 660)
    wait_until(lambda: check._check.answer is not None)
    camera.take("herleidbaarheid", check)
    check.close()
    window.close_file()
    window.close()


def _the_room(camera: Camera) -> None:
    """A presentation of the example, as the room sees it."""
    window = _opened()
    page = _rooms(window).timeline_page
    case = page.document.case
    assert case is not None
    lived = {beleving.event_id for beleving in case.belevingen}
    event_id = next(event.id for event in case.events if event.id in lived)
    line = page.timeline
    shown = Presentation(page.document, line.choices, line.time_window, event_id)
    shown.resize(*_ROOM)
    shown.show()
    camera.take("presenteren", shown)
    shown.close()
    window.close_file()
    window.close()


def _a_leertafel(camera: Camera) -> None:
    """The agenda of a leertafel, and a sheet of it in the room."""
    file = CaseFile.create(camera.folder / "tafel.hgkm", PASSPHRASE, kdf=TEST)
    for case in (*the_cases(), *a_few_cases()):
        file.save(made_deelbaar(case))
    table = a_leertafel()
    table = replace(table, agenda=proposed_agenda(table))
    file.save(table)
    window = MainWindow(lambda: (file, PASSPHRASE))
    window.resize(*_WORK)
    window.show()
    window.show_file(file)
    _rooms(window)._works.show(table.id)
    press(Key.Key_4, CTRL)
    camera.take("leertafel-agenda", window, _right_of(window, 30, 560))
    assert window.document is not None
    stage = TableStage(window.document, table.id)
    stage.resize(*_ROOM)
    stage.show()
    QTest.qWait(40)  # for the pages to be laid out
    stage.sheets.step(1)
    camera.take("leertafel-zaal", stage)
    stage.close()
    window.close_file()
    window.close()
    file.path.unlink()


def _the_figures(camera: Camera) -> None:
    window = _opened(size=_WORK)
    assert window.document is not None
    (case,) = window.document.headings()
    figures = the_set(case.id)
    window.document.edit("toevoegen", figures)
    _rooms(window)._works.show(figures.id)
    press(Key.Key_3, CTRL)
    (shown,) = [one for one in window.findChildren(FigureView) if one.isVisible()]
    shown.show_view("meldingen", "tijd")
    camera.take("cijfers", window, _right_of(window, 30, 600))
    window.close_file()
    window.close()


def _actions(camera: Camera) -> None:
    """All actions of a file, and what is planned in it."""
    window = _opened()
    document = window.document
    assert document is not None
    held = EARLIER
    for actie in (CALL, BREAK, DONE):
        held = replace(held, acties=(*held.acties, actie))
    document.edit("leertafel", held)
    document.edit("leertafel", NEXT)
    follow = FollowUpWindow(document, window)
    follow.present()
    follow.resize(980, 620)
    camera.take("verbeteracties", follow)
    follow.close()
    _rooms(window)._overview.show()
    (overview,) = window.findChildren(OverviewWindow)
    overview.resize(980, 420)
    camera.take("overzicht", overview)
    overview.close()
    window.close_file()
    window.close()


def _an_exercise(camera: Camera) -> None:
    """How an exercise is chosen, led and seen in the room."""
    exercise = replace(library()[0], id="8" * 32, code="O8-8O", state=CaseState.DEELBAAR)
    playing = _playing(exercise)
    window = _opened(exercise, playing, size=_WORK)
    dialog = LibraryDialog(window)
    dialog.open()
    dialog.resize(760, 560)
    camera.take("bibliotheek", dialog)
    dialog.reject()
    _rooms(window)._works.show(exercise.id)
    press(Key.Key_4, CTRL)
    camera.take("oefening-rondes", window, _right_of(window, 30, 480))
    _rooms(window)._works.show(playing.id)
    press(Key.Key_2, CTRL)
    camera.take("speelbeurt", window, _right_of(window, 30, 640))
    _play_in_room(camera, window)
    window.close_file()
    window.close()
    QApplication.exit()


def _play_in_room(camera: Camera, window: MainWindow) -> None:
    """The question that the tables choose at."""
    (page,) = window.findChildren(ConsolePage)
    stage = PlayStage(page.course, window)
    stage.resize(*_ROOM)
    stage.show()
    camera.take("oefening-zaal", stage)
    stage.close()


SCENES: dict[str, Callable[[Camera], None]] = {
    "avond": _an_evening,
    "ronde": _a_round,
    "document": _documents,
    "nalezen": _a_check,
    "zaal": _the_room,
    "leertafel": _a_leertafel,
    "cijfers": _the_figures,
    "acties": _actions,
    "oefening": _an_exercise,
}
"""By name; each in a program of its own, with an example that nobody changed."""


if __name__ == "__main__":
    main()

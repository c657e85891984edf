"""Every state of the line in one look, each as a picture of the real window in a folder."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.timeline.choices import LaneBy
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.room.presentation import Presentation
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP, Workspace
from tests.pictures.line_cases import all_cases

CASES = {"40": "dicht", "41": "een-gebeurtenis", "42": "een-dag", "43": "een-dag-500"}
CASES |= {"44": "lange-titels", "45": "200-jaar", "46": "zonder-datum", "47": "zestig"}
PROJECTOR = (1280, 720)


class Scenes:
    """The window with every case in one file, and a folder for its pictures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases = all_cases()
        path = folder / "lijnen.hgkm"
        with CaseFile.create(path, "een lang wachtwoord") as file:
            for case in self.cases.values():
                file.save(case)
        self.window = MainWindow(open_example)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.show_file(CaseFile.open(path, "een lang wachtwoord"))
        assert self.window.workspace is not None
        self.workspace: Workspace = self.window.workspace
        self.page: TimelinePage = self.workspace.timeline_page

    @property
    def case(self) -> Case:
        case = self.page.document.case
        assert case is not None
        return case

    def show_case(self, name: str) -> None:
        self.page.document.show_case(self.cases[name].id)
        self.workspace.show_step(TIMELINE_STEP)
        self.page.timeline.setFocus()
        QTest.qWait(80)
        self.page.timeline.show_all()

    def ids(self, *numbers: int) -> tuple[str, ...]:
        return tuple(in_order(self.case)[number - 1].id for number in numbers)

    def take(self, name: str, widget: QWidget | None = None, *, from_top: bool = False) -> None:
        QTest.qWait(120)
        if widget is None and from_top:
            self.page.timeline.verticalScrollBar().setValue(0)
        (widget or self.window).grab().save(str(self.folder / f"{name}.png"))


def main() -> None:
    """Take every picture; arguments: the folder and 'light', 'dark' or 'contrast'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    dress(app, look)
    scenes = Scenes(folder)
    for show in (_lanes, _bands, _chosen, _filtered, _dragged, _narrow):
        scenes.show_case("voorbeeld")
        show(scenes)
    for number, name in CASES.items():
        scenes.show_case(name)
        scenes.take(f"{number}-{name}")
    scenes.show_case("dicht")
    scenes.page.timeline.show_year(2020)
    scenes.take("48-dicht-jaar")
    scenes.show_case("voorbeeld")
    _windows(scenes)
    _presented(scenes)
    scenes.window.close_file()
    (folder / "lijnen.hgkm").unlink()


def dress(app: QApplication, look: str) -> None:
    """Give the program one of the three looks; high contrast as Windows has it on black."""
    if look != "contrast":
        theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
        return
    palette = QPalette(QColor("black"))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, QColor("black"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor("white"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#1aebff"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("black"))
    app.setPalette(palette)
    theme.apply(app, theme.high_contrast(palette))


def _lanes(scenes: Scenes) -> None:
    """Lanes by everything, and some of them folded or hidden."""
    page = scenes.page
    page.choose(scenes.ids(5)[0])
    for number, lane_by in enumerate(LaneBy):
        page.seen.set_lane_by(lane_by)
        scenes.take(f"{30 + number}-banen-{lane_by.value}")
    page.seen.set_lane_by(LaneBy.ORGANISATIE)
    keys = [lane.key for lane in page.timeline.lanes()]
    for key in keys[:3]:
        page.seen.fold(key)
    page.seen.hide(keys[3])
    scenes.take("34-ingeklapt", from_top=True)
    page.seen.show_all_lanes()


def _bands(scenes: Scenes) -> None:
    """Silences, and everything counted from T0."""
    page = scenes.page
    page.seen.set_gap_days(30)
    scenes.take("35-stiltes", from_top=True)
    page.edits.make_t0(scenes.ids(4)[0])
    page.timeline.setFocus()
    scenes.take("36-t0", from_top=True)
    page.timeline.show_year(2023)
    scenes.take("37-t0-jaar")
    page.seen.set_gap_days(0)
    page.document.undo_stack.undo()


def _chosen(scenes: Scenes) -> None:
    """Two chosen, with the time between them, and many."""
    page = scenes.page
    page.selection.choose(scenes.ids(3, 8))
    scenes.take("50-twee-gekozen", from_top=True)
    page.selection.choose(scenes.ids(3, 5, 8, 9))
    scenes.take("51-vier-gekozen")


def _filtered(scenes: Scenes) -> None:
    """A filter, and the question what an organisation knew."""
    page = scenes.page
    page.choose(scenes.ids(6)[0])
    page.show_filter(True)
    scenes.take("52-filter-open")
    page.filter_bar.text.setText("melding")
    QTest.qWait(200)
    scenes.take("53-filter-aan")
    page.close_filter()
    page.ask_knowledge()
    scenes.take("54-wat-wist")
    page.stop_asking()


def _dragged(scenes: Scenes) -> None:
    page, view = scenes.page, scenes.page.timeline.viewport()
    index = page.model.index(page.model.row_of(scenes.ids(5)[0]), 0)
    page.timeline.scrollTo(index)
    start = page.timeline.visualRect(index).topLeft() + QPoint(9, 9)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 8):
        QTest.mouseMove(view, start + QPoint(step * 10, 0))
    scenes.take("55-slepen")
    page.timeline.let_go()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)


def _narrow(scenes: Scenes) -> None:
    """The smallest window that laptops ask for."""
    scenes.window.resize(1024, 640)
    scenes.page.timeline.show_all()
    scenes.take("56-klein-venster")
    scenes.window.resize(1440, 900)


def _windows(scenes: Scenes) -> None:
    """The windows for the records of the bands and for keeping the line."""
    menus = scenes.workspace.timeline_menus
    for ask, name in (
        (menus.export_requested, "60-bewaren"),
        (menus.records_requested, "61-cijfers-regie-fasen"),
    ):
        ask.emit()
        QTest.qWait(80)
        shown = QApplication.activeModalWidget() or QApplication.activeWindow()
        assert shown is not None
        scenes.take(name, shown)
        shown.close()


def _presented(scenes: Scenes) -> None:
    """The presentation on a projector: with an event that was lived differently, and all of it."""
    page = scenes.page
    lived = {b.event_id: b for b in scenes.case.belevingen}
    for name, number, case in (
        ("70-projector", 5, "voorbeeld"),
        ("71-projector-dicht", 200, "dicht"),
        ("72-projector-zestig", 14, "zestig"),
        ("73-projector-schuilplaats", 5, "voorbeeld"),
    ):
        scenes.show_case(case)
        event_id = next(iter(lived)) if case == "voorbeeld" else scenes.ids(number)[0]
        if name == "73-projector-schuilplaats":
            told = replace(scenes.case.event(event_id), title="moeder naar blijfhuis in Zwolle")
            page.document.edit("titel", scenes.case.put(told))
        line = page.timeline
        shown = Presentation(page.document, line.choices, line.time_window, event_id)
        shown.resize(*PROJECTOR)
        shown.show()
        scenes.take(name, shown)
        shown.close()


if __name__ == "__main__":
    main()

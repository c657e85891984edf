"""The page of the line under a user who does anything in any order: it stays one true whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import new_code, new_id
from hgkm_desktop.timeline.choices import LaneBy
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, NONE, SHIFT
from tests.ui.open_window import show_read_only
from tests.ui.test_line_by_keys import ALT, case_of, page, the_case, wait_for_filter

__all__ = ["page"]  # the fixture

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
STEPS = 120
ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
KEYS = (
    *((key, modifier) for key in ARROWS for modifier in (NONE, SHIFT, CTRL, ALT, CTRL | SHIFT)),
    *((key, NONE) for key in (Key.Key_Home, Key.Key_End, Key.Key_Delete, Key.Key_PageUp)),
    *((key, NONE) for key in (Key.Key_1, Key.Key_2, Key.Key_G, Key.Key_N, Key.Key_R)),
    *((key, NONE) for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_J, Key.Key_S, Key.Key_0)),
    *((key, CTRL) for key in (Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_J, Key.Key_0, Key.Key_I)),
    *((key, CTRL) for key in (Key.Key_Z, Key.Key_Y, Key.Key_Space)),
    *((key, CTRL | SHIFT) for key in (Key.Key_S, Key.Key_H, Key.Key_A, Key.Key_O, Key.Key_T)),
    (Key.Key_Left, ALT | SHIFT),
    (Key.Key_Right, ALT | SHIFT),
)
TYPED = (
    "3-3-2023 melding: nog iets @politie",
    "iets zonder datum",
    "van 1-1-2023 tot 3-4-2023 iets langs @jeugd #moeder",
)


def press_a_key(page: TimelinePage, some: Random) -> None:
    view = page.table if page.table.isVisible() and some.random() < 0.3 else page.timeline
    view.setFocus()
    QTest.keyClick(view, *some.choice(KEYS))


def drag(page: TimelinePage, some: Random) -> None:
    view = page.timeline.viewport()
    start, end = (
        QPoint(some.randrange(view.width()), some.randrange(view.height())) for _ in range(2)
    )
    QTest.mousePress(view, LEFT, some.choice((NONE, CTRL, SHIFT)), start)
    for part in range(1, 4):
        QTest.mouseMove(view, start + (end - start) * part / 3)
    if some.random() < 0.3:
        press_a_key(page, some)
    QTest.mouseRelease(view, LEFT, NONE, end)


def search(page: TimelinePage, some: Random) -> None:
    page.show_filter(True)
    page.filter_bar.text.setText(some.choice(("", "meld", "school", "rust")))
    wait_for_filter(page)
    if some.random() < 0.5:
        page.close_filter()


def ask(page: TimelinePage, some: Random) -> None:
    page.seen.set_lane_by(some.choice(list(LaneBy)))
    page.ask_knowledge()
    if some.random() < 0.5:
        page.stop_asking()


def add(page: TimelinePage, some: Random) -> None:
    page.entry.line.setText(some.choice(TYPED))
    page.entry.add()


def drop_an_organisation(page: TimelinePage, some: Random) -> None:
    case = case_of(page)
    if case.organisations:
        gone = some.choice(case.organisations).id
        for deelnemer in [d for d in case.deelnemers if d.organisation_id == gone]:
            case = case.drop_deelnemer(deelnemer.id)
        page.document.edit("organisatie weghalen", case.drop_organisation(gone))


def go_to_a_case(page: TimelinePage, some: Random) -> None:
    cases = page.document.headings()
    if len(cases) < 3:
        page.document.add_case(Case(id=new_id(), code=new_code()))
    else:
        page.document.show_case(some.choice(cases).id)


Deed = Callable[[TimelinePage, Random], None]
READING: tuple[Deed, ...] = (*[press_a_key] * 16, drag, drag, search, ask)
WRITING: tuple[Deed, ...] = (*READING, add, drop_an_organisation, go_to_a_case)


def check(page: TimelinePage) -> None:
    """Line, table, panel, count and disk say the same of one case."""
    case, passes = case_of(page), page.seen.shown_ids(case_of(page))
    rows = [page.model.event_at(row) for row in range(page.model.rowCount())]
    ids, chosen = {event.id for event in rows}, page.selection.ids()
    assert ids == {e.id for e in case.events if passes is None or e.id in passes}
    assert all(case.event(event.id) == event for event in rows)
    assert {hit.event_id for hit in page.timeline.shown().hits} <= ids
    assert set(chosen) <= ids
    assert bool(page.panel._measure) == (len(chosen) > 1)
    current = page.selection.current()
    assert page.panel._event_id == (current.id if current is not None else "")
    total = len(case.events)
    words = f"{len(ids)} van {total}" if len(ids) != total else f"{total} gebeurtenis"
    assert page.tools.count().startswith(words)
    assert ("verborgen" in page.tools.count()) == bool(page.timeline.hidden_lanes())
    assert page.document.file.load(case.id) == case


@pytest.mark.parametrize("seed", range(3))
def test_anything_in_any_order_keeps_the_page_one_whole(page: TimelinePage, seed: int) -> None:
    some, first = Random(seed), case_of(page)
    for _ in range(STEPS):
        some.choice(WRITING)(page, some)
        if page.document.case is None:
            page.document.undo_stack.redo()
        check(page)
    page.document.undo_stack.setIndex(0)
    assert [heading.id for heading in page.document.headings()] == [first.id]
    assert page.document.file.load(first.id) == first


def test_nothing_changes_a_file_that_is_only_read(window: MainWindow, tmp_path: Path) -> None:
    page = show_read_only(window, tmp_path / "b.hgkm", the_case()).timeline_page
    some = Random(1)
    before = case_of(page)
    for _ in range(STEPS):
        some.choice(READING)(page, some)
        check(page)
    assert case_of(page) == before
    assert window.close_file()

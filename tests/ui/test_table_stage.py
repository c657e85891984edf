"""The leertafel in the room: by keys and clickers, live, large, and gone when the file locks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hgkm_desktop.methods.agenda import with_progress
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import AgendaPoint, Knelpunt, Leertafel
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.reading import taken_back
from hgkm_desktop.models.terms import ActionStatus, CaseState, Level
from hgkm_desktop.timeline.display import Text
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.room.presentation_stage import Stage
from hgkm_desktop.ui.room.table_stage import BLACK, TableStage, open_table_stage
from hgkm_desktop.ui.room.table_stage_foot import TimeSpent
from hgkm_desktop.ui.room.table_stage_words import A_CASE
from tests.builders import made_deelbaar
from tests.ui.a_leertafel import CASE, TABLE
from tests.ui.keyboard import focused, name_of, press

Key = Qt.Key
LEAST = 24
Begin = Callable[..., TableStage]


@pytest.fixture
def begin(qtbot: QtBot, document: Document) -> Iterator[Begin]:
    """Show a leertafel at 1280 by 720."""
    made: list[TableStage] = []

    def start(table: Leertafel = TABLE, case: Case = CASE) -> TableStage:
        document.file.save(case)
        document.file.save(table)
        made.append(TableStage(document, table.id))
        made[-1].resize(1280, 720)
        made[-1].show()
        made[-1].activateWindow()
        qtbot.waitExposed(made[-1])
        made[-1].sheets.setFocus()
        qtbot.waitUntil(made[-1].sheets.hasFocus)
        return made[-1]

    yield start
    for left in made:
        if isValid(left):
            left.close()


def heard(stage: TableStage) -> str:
    return stage.sheets.accessibleName()


def test_keys_and_clickers_go_through_it(begin: Begin, qtbot: QtBot) -> None:
    stage = begin()
    for onward, back in (
        (Key.Key_Right, Key.Key_Left),
        (Key.Key_PageDown, Key.Key_PageUp),
        (Key.Key_Space, Key.Key_Backspace),
    ):
        press(onward)
        assert heard(stage).startswith("Welkom en afspraken. 13:30 · 5 minuten")
        assert stage.foot.place.text() == f"2 van {stage.sheets.count}"
        press(back)
        assert heard(stage).startswith("Leertafel in mei")
    press(Key.Key_End)
    press(Key.Key_Right)
    assert heard(stage).startswith("Afsluiting en volgende keer")
    press(Key.Key_Home)
    assert stage.sheets.place == 0
    press(Key.Key_5)
    assert heard(stage).startswith("Wat ging goed, en waarom kon dat")
    press(Key.Key_0)
    assert stage.sheets.place == 0
    with qtbot.waitSignal(stage.closed):
        press(Key.Key_Escape)


def test_b_makes_the_wall_black_and_the_next_key_shows_it_again(begin: Begin) -> None:
    stage = begin()
    press(Key.Key_Right)
    for key in (Key.Key_B, Key.Key_Period):
        press(key)
        assert name_of(focused()) == BLACK
        assert [part for part in (stage.foot, stage.sheets) if part.isVisible()] == []
        press(Key.Key_Right)
        assert focused() is stage.sheets
        assert stage.sheets.place == 1


def test_the_line_of_the_case_is_one_key_away(begin: Begin) -> None:
    stage = begin()
    press(Key.Key_L)
    assert focused() is stage.sheets  # the first sheet is about no case
    press(Key.Key_4)
    place = stage.sheets.place
    press(Key.Key_L)
    line = focused()
    assert isinstance(line, Stage)
    shown = line.course.case
    assert [event.title for event in shown.events] == ["ruzie in huis", "vader weer thuis"]
    assert [b.explanation for b in shown.belevingen] == ["wij waren snel"]
    press(Key.Key_Right)
    assert line.course.place == 1
    assert stage.foot.place.text() == "gebeurtenis 2 van 2"
    press(Key.Key_Escape)
    assert focused() is stage.sheets
    assert stage.sheets.place == place


def test_it_follows_every_edit_and_stays_where_it_is(
    begin: Begin, document: Document, qtbot: QtBot
) -> None:
    stage = begin()
    press(Key.Key_6)
    assert "twee loketten" in heard(stage)
    more = Knelpunt("d" * 32, "geen bed voor vader", case_id=CASE.id)
    before = TABLE.agenda[0]
    longer = replace(
        TABLE,
        knelpunten=(*TABLE.knelpunten, more),
        agenda=(before, AgendaPoint("0" * 32, "Nog iets"), *TABLE.agenda[1:]),
    )
    document.edit("knelpunt", longer)
    assert "twee loketten" in heard(stage)
    assert "geen bed voor vader" in heard(stage)
    document.undo_stack.undo()
    assert "geen bed voor vader" not in heard(stage)
    with qtbot.waitSignal(stage.closed):
        document.remove_work("leertafel weghalen", TABLE)


def test_a_case_that_is_taken_back_goes_from_the_wall(begin: Begin, document: Document) -> None:
    stage = begin()
    press(Key.Key_4)
    press(Key.Key_L)
    document.edit("terug", taken_back(CASE))
    assert stage.line is None
    assert heard(stage).startswith(A_CASE)
    assert not stage.foot.button.isVisible()
    document.undo_stack.undo()
    assert "Moeder belde zelf." in heard(stage)


def test_a_lock_closes_it_and_nothing_of_it_stays(begin: Begin, document: Document) -> None:
    stage = begin()
    press(Key.Key_4)
    press(Key.Key_L)
    document.lock()
    assert not stage.isVisible()
    assert stage.line is None
    assert (stage.sheets.count, heard(stage)) == (0, "")


def test_everything_can_be_read_from_the_back_of_the_room(begin: Begin) -> None:
    stage = begin()
    for _ in range(stage.sheets.count):
        assert stage.sheets.page is not None
        texts = [s for s in stage.sheets.page.shapes if isinstance(s, Text)]
        assert min(text.size for text in texts) >= LEAST
        assert max(text.y for text in texts) <= stage.sheets.height()
        press(Key.Key_Right)
    press(Key.Key_4)
    shown = [*stage.foot.findChildren(QLabel), *stage.foot.findChildren(QPushButton)]
    assert len(shown) == 4
    assert all(QFontInfo(part.font()).pixelSize() >= LEAST for part in shown)
    assert stage.foot.state.text() == "In bewerking, blijft aan deze tafel"
    assert CASE.state is CaseState.DEELBAAR  # the table itself was not read through


def test_time_runs_for_the_point_that_is_shown() -> None:
    now = [0.0]
    spent = TimeSpent(lambda: now[0])
    spent.turn_to("een")
    now[0] = 130.0
    assert spent.words("een", 5) == "2 van 5 minuten"
    spent.turn_to("twee")
    now[0] = 600.0
    spent.turn_to("een")
    now[0] = 900.0
    assert spent.words("een", 5) == "7 van 5 minuten"
    assert spent.words("", 0) == ""


# --- before it may be shown ----------------------------------------------------------------


def test_it_waits_until_it_was_asked_how_earlier_actions_stand(
    document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    actie = Verbeteractie("c" * 32, 1.0, "samen aan tafel", owner="burgemeester")
    talk = BoardTalk("f" * 32, "G2-2G", held_on=date(2026, 2, 3), begun=True, acties=(actie,))
    for value in (CASE, talk, replace(TABLE, begun=False)):
        document.file.save(value)
    assert open_table_stage(document, TABLE.id, parent) is None
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "hoe het ermee staat" in box.text()
    box.close()
    said = AskedProgress(talk.id, actie.id, ActionStatus.GEREED, "gebeurd")
    document.edit("gevraagd", replace(TABLE, begun=False, progress=(said,)))
    stage = open_table_stage(document, TABLE.id, parent)
    assert stage is not None
    qtbot.waitExposed(stage)
    press(Key.Key_2)
    assert "samen aan tafel. Gereed · burgemeester. gebeurd" in heard(stage)
    assert open_table_stage(document, TABLE.id, parent) is stage
    stage.close()


def test_what_is_said_of_its_action_does_not_take_a_case_from_the_wall(
    begin: Begin, document: Document
) -> None:
    """It is to be read through again, and what was never meant for the wall stays off it."""
    actie = Verbeteractie("c" * 32, 1.0, "één beller", level=Level.BESTUURLIJK)
    case = made_deelbaar(CASE.put(actie))
    asked = replace(TABLE, begun=False)
    stage = begin(asked, case)
    said = Progress(date(2026, 5, 5), ActionStatus.GEREED, "het werkt", TABLE.code)
    meeting, noted = with_progress(asked, case, actie.id, said)
    document.edit_together("stand", noted, meeting)
    assert document.case_of(case.id).state is CaseState.IN_BEWERKING
    press(Key.Key_2)
    assert "één beller. Gereed. het werkt" in heard(stage)
    press(Key.Key_4)
    assert "Moeder belde zelf." in heard(stage)
    press(Key.Key_L)
    line = stage.line
    assert line is not None
    assert [b.explanation for b in line.course.case.belevingen] == ["wij waren snel"]
    document.edit_together("titel", replace(document.case_of(case.id), title="iets anders"))
    assert not line.isVisible()
    assert "Moeder belde zelf." not in heard(stage)

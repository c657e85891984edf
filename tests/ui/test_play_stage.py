"""A playing in the room: by keys and clickers, large, live, and without what must stay hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.exercises import StepKind, never_shown, play_steps
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Difference, Playing, TableChoice
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import cleared
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.privacy.case_check import plain_word
from hgkm_desktop.privacy.checking import check
from hgkm_desktop.timeline.display import Text
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.exercises.play_course import PlayCourse, RoundTime
from hgkm_desktop.ui.exercises.play_stage import PlayStage, open_play_stage
from hgkm_desktop.ui.room.hiding import TO_READ
from hgkm_desktop.ui.room.table_stage import BLACK
from tests.builders import an_event
from tests.ui.an_exercise import (
    EXERCISE,
    OPTIONS,
    PLAYING,
    POINTS,
    POLITIE,
    ROUNDS,
    SECRETS,
    TABLES,
    at,
)
from tests.ui.keyboard import focused, name_of, press

Key = Qt.Key
LEAST = 24
Begin = Callable[..., PlayStage]
BOTH = tuple(
    TableChoice(f"{n}" * 32, POINTS[0].id, table.id, OPTIONS[n].id, why=f"reden {n}")
    for n, table in enumerate(TABLES)
)


@pytest.fixture
def begin(qtbot: QtBot, document: Document) -> Iterator[Begin]:
    """Show a playing at 1280 by 720."""
    made: list[PlayStage] = []

    def start(playing: Playing = PLAYING, exercise: Exercise = EXERCISE) -> PlayStage:
        document.file.save(exercise)
        document.file.save(playing)
        course = PlayCourse(document, playing.id, document, clock=lambda: 0.0)
        made.append(PlayStage(course))
        made[-1].resize(1280, 720)
        made[-1].show()
        made[-1].activateWindow()
        qtbot.waitExposed(made[-1])
        made[-1].take_focus()
        return made[-1]

    yield start
    for left in made:
        if isValid(left):
            left.close()


def heard(stage: PlayStage) -> str:
    return name_of(focused())


def texts_shown(stage: PlayStage) -> list[Text]:
    """Every text that is painted now."""
    part = focused()
    if part is stage.line:
        shown = stage.line.shown()
        shapes = (*stage.line.above(), *shown.plot, *shown.lanes, *shown.axis)
        return [shape for shape in shapes if isinstance(shape, Text)]
    view = stage.instruments if part is stage.instruments else stage.sheets
    assert view.page is not None
    return [shape for shape in view.page.shapes if isinstance(shape, Text)]


def walk(stage: PlayStage) -> Iterator[str]:
    """Every page from the first to the last, as it is heard and as it is painted."""
    for _ in range(400):
        before = (heard(stage), stage.foot.place.text())
        yield " ".join((heard(stage), focused().accessibleDescription(), painted(stage)))
        press(Key.Key_PageDown)
        if stage.course.is_held:
            press(Key.Key_PageDown)
        if (heard(stage), stage.foot.place.text()) == before:
            return
    raise AssertionError("it never ends")


def painted(stage: PlayStage) -> str:
    return " ".join(text.text for text in texts_shown(stage))


def test_a_clicker_goes_through_all_of_it_and_back(
    begin: Begin, document: Document, qtbot: QtBot
) -> None:
    stage = begin()
    assert heard(stage).startswith("De trap. Welkom")
    pages = list(walk(stage))
    assert pages[1].startswith("Ronde 1: Begin. 1 nieuwe gebeurtenis, met een kader eromheen")
    told = " | ".join(pages)
    for words in ("Niemand deed iets", "agent belt aan", "Iedereen hoorde het", "Wat is anders?"):
        assert words in told
    assert heard(stage).startswith("Afsluiting. Leg uw rolkaart neer")
    kept = document.work_of(PLAYING.id)
    assert isinstance(kept, Playing)
    assert kept.place == len(stage.course.steps) - 1
    for _ in pages[1:]:
        press(Key.Key_PageUp)
    assert heard(stage).startswith("De trap. Welkom")
    with qtbot.waitSignal(stage.closed):
        press(Key.Key_Escape)


def test_nothing_hidden_is_ever_in_the_room(begin: Begin) -> None:
    stage = begin(replace(PLAYING, choices=BOTH))
    for page in walk(stage):
        assert [words for words in SECRETS if words in page] == []


def test_nothing_hidden_of_the_library_is_ever_in_the_room(
    begin: Begin, document: Document
) -> None:
    """What a role knows before all, the answers and the remarks, of a whole exercise."""
    whole = replace(library()[0], id=EXERCISE.id, code="O4-4O", state=CaseState.DEELBAAR)
    stage = begin(PLAYING, whole)
    told = " | ".join(" ".join(page.split()) for page in walk(stage))
    hidden = [f.text for f in whole.facts if f.role_ids] + [p.answer for p in whole.points]
    hidden += [option.remark for point in whole.points for option in point.options]
    assert len(hidden) > 10
    assert [text for text in hidden if text.strip() and " ".join(text.split()) in told] == []


def test_no_choice_of_one_table_leads_the_other(begin: Begin, document: Document) -> None:
    stage = begin(replace(at(2), choices=BOTH[:1]))
    assert stage.course.step is not None
    assert stage.course.step.kind is StepKind.DECISION
    assert (stage.sheets.count, "reden" in heard(stage)) == (1, False)
    for _ in range(2):
        press(Key.Key_PageDown)
    assert all("reden" not in page for page in (heard(stage), painted(stage)))
    press(Key.Key_PageUp)
    document.edit("keuze", replace(stage.course.playing, choices=BOTH))
    assert stage.sheets.count == 2
    assert "reden" not in heard(stage)  # it shows when the trainer goes on
    press(Key.Key_PageDown)
    assert "Tafel 1. A. Melden bij Veilig Thuis. Waarom: reden 0" in heard(stage)
    starts = {t.x for t in texts_shown(stage) if t.text in ("Tafel 1", "Tafel 2")}
    assert len(starts) == 2  # side by side


def test_r_goes_back_a_round_and_choices_stay(begin: Begin, document: Document) -> None:
    stage = begin(replace(at(5), choices=BOTH))
    assert stage.course.step is not None
    assert stage.course.step.round == ROUNDS[1]
    press(Key.Key_R)
    assert stage.course.step.round == ROUNDS[0]
    assert stage.course.playing.choices == BOTH
    document.undo_stack.undo()
    assert stage.course.place == 5


def test_b_makes_the_wall_black_and_the_next_key_shows_it_again(begin: Begin) -> None:
    stage = begin(at(1))
    for key in (Key.Key_B, Key.Key_Period):
        press(key)
        assert name_of(focused()) == BLACK
        assert not stage.foot.isVisible()
        press(Key.Key_PageDown)
        assert focused() is stage.line
    press(Key.Key_PageDown)
    press(Key.Key_B)
    stage.course.go(1)
    assert name_of(focused()) == BLACK
    press(Key.Key_B)
    assert heard(stage).startswith("Wat doet u in Begin?")


def test_after_black_the_same_page_is_there(begin: Begin) -> None:
    """Also where its two pages would be one without what stands under them."""
    whole = replace(library()[5], id=EXERCISE.id, code="O4-4O", state=CaseState.DEELBAAR)
    stage = begin(at(1), whole)
    press(Key.Key_PageDown)
    press(Key.Key_PageDown)
    before = stage.foot.place.text()
    assert before.startswith("blad 2 van 2")
    press(Key.Key_B)
    QTest.qWait(50)
    press(Key.Key_B)
    assert stage.foot.place.text() == before


def test_the_instruments_of_that_moment_are_one_key_away(begin: Begin) -> None:
    stage = begin(at(2))
    press(Key.Key_I)
    assert heard(stage).startswith("Wie kan wat. Toen, maart 2018")
    assert "Burgemeester" in painted(stage)
    every = " ".join(
        page.spoken
        for sheet in stage.instruments._sheets
        for page in stage.instruments.pages(sheet, stage.instruments._room())
    )
    assert "Tijdelijk huisverbod" in every
    assert "Wet aanpak meervoudige problematiek" not in every
    press(Key.Key_PageDown)
    assert stage.course.place == 2
    press(Key.Key_Escape)
    assert focused() is stage.sheets


def test_a_text_that_is_mended_leaves_the_room_where_it_is(
    begin: Begin, document: Document
) -> None:
    stage = begin(at(2))
    asked = replace(POINTS[0], question="Wat kiest u nu?")
    document.edit("vraag", replace(EXERCISE, points=(asked, *POINTS[1:]), opening="anders"))
    found = document.work_of(EXERCISE.id)
    assert isinstance(found, Exercise)
    assert found.state is CaseState.IN_BEWERKING
    assert stage.isVisible()
    assert heard(stage).startswith("Wat kiest u nu?")
    more = replace(ROUNDS[0], id="0" * 32, event_ids=())
    document.edit("ronde", replace(found, rounds=(more, *found.rounds)))
    assert heard(stage).startswith("Wat kiest u nu?")


def test_everything_can_be_read_from_the_back_of_the_room(begin: Begin) -> None:
    stage = begin(replace(PLAYING, choices=BOTH))
    for _ in walk(stage):
        assert min(text.size for text in texts_shown(stage)) >= LEAST
        if focused() is stage.sheets:
            assert max(text.y for text in texts_shown(stage)) <= stage.sheets.height()
        shown = [*stage.foot.findChildren(QLabel), *stage.foot.findChildren(QPushButton)]
        assert all(QFontInfo(part.font()).pixelSize() >= LEAST for part in shown)
    press(Key.Key_I)
    assert min(text.size for text in texts_shown(stage)) >= LEAST


def test_a_lock_closes_it_and_nothing_of_it_stays(begin: Begin, document: Document) -> None:
    stage = begin(at(1))
    document.lock()
    assert not stage.isVisible()
    assert (stage.sheets.count, stage.line.shown().hits) == (0, ())


def test_time_counts_down_calmly_and_pauses() -> None:
    now = [0.0]
    left = RoundTime(lambda: now[0])
    assert left.words == ""
    left.begin(ROUNDS[0])
    now[0] = 61.0
    assert left.words == "Nog 14 minuten"
    left.turn()
    now[0] = 500.0
    assert left.words == "Nog 14 minuten, pauze"
    left.turn()
    now[0] += 14 * 60 - 31
    assert left.words == "Nog 30 seconden"
    now[0] += 100
    assert left.words == "De tijd is om"


def test_it_waits_until_the_exercise_is_deelbaar(
    document: Document, parent: QWidget, qtbot: QtBot
) -> None:
    document.file.save(replace(EXERCISE, state=CaseState.IN_BEWERKING))
    document.file.save(PLAYING)
    course = PlayCourse(document, PLAYING.id, document)
    assert open_play_stage(course, parent) is None
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "nog niet deelbaar" in box.text()
    assert "Herleidbaarheidscheck" in box.informativeText()
    box.close()
    document.edit("deelbaar", replace(EXERCISE, state=CaseState.DEELBAAR))
    stage = open_play_stage(course, parent)
    assert stage is not None
    qtbot.waitExposed(stage)
    assert open_play_stage(course, parent) is stage
    stage.close()


def test_a_branch_is_drawn_twice_on_one_scale_after_what_the_room_saw(begin: Begin) -> None:
    story = replace(library()[0], id=EXERCISE.id, code="O4-4O", state=CaseState.DEELBAAR)
    steps = play_steps(story)
    place = next(n for n, step in enumerate(steps) if step.kind is StepKind.BRANCH)
    branch, hidden = steps[place].branch, never_shown(story)
    assert branch is not None
    stage = begin(replace(PLAYING, place=place), story)
    assert focused() is stage.line
    told = heard(stage)
    assert told.startswith(f"{branch.title}. De lijn twee keer")
    for event in (*branch.events_without, *branch.events_with):
        assert event.title in told
    lanes = [shape for shape in stage.line.shown().lanes if isinstance(shape, Text)]
    words = " ".join(shape.text for shape in lanes)
    assert all(name in words for name in ("Voor beide", "Géén", "Wél"))
    assert hidden, "or nothing is tried"
    assert not any(event.title in told + painted(stage) for event in hidden)


def test_nobody_goes_past_a_decision_by_one_press_too_many(begin: Begin) -> None:
    stage = begin(at(2))
    assert stage.course.step is not None
    assert stage.course.step.kind is StepKind.DECISION
    press(Key.Key_PageDown)
    assert stage.course.place == 2
    assert "Nog niet elke tafel koos" in stage.foot.state.text()
    press(Key.Key_PageDown)
    assert stage.course.place == 3
    assert "tafel koos" not in stage.foot.state.text()


def test_words_of_a_table_that_tell_who_someone_is_wait_until_they_are_looked_at(
    begin: Begin, document: Document
) -> None:
    told = "Wij bellen Piet Jansen, Dorpsstraat 12 Amersfoort"
    chose = tuple(replace(one, text=told, why="dat helpt het gezin") for one in BOTH)
    noted = (Difference("d" * 32, "Fatima Yilmaz wist het al", POINTS[0].id),)
    stage = begin(replace(PLAYING, choices=chose, differences=noted))
    pages = " | ".join(walk(stage))
    assert TO_READ in pages
    assert "dat helpt het gezin" in pages, "what tells nobody stands there"
    for words in ("Jansen", "Dorpsstraat", "Yilmaz"):
        assert words not in pages
    course = stage.course
    mended = tuple(replace(one, text="Wij bellen de oma") for one in chose)
    document.edit("keuze", replace(course.playing, choices=mended, place=0))
    assert "Wij bellen de oma" in " | ".join(walk(stage))


def test_what_someone_decided_about_a_word_holds_in_the_room_too(
    begin: Begin, document: Document
) -> None:
    told = "Wij bellen Sanne"
    (finding,) = check(told)
    decided = Cleared(plain_word("Sanne"), finding.kind.value, "een poes")
    stage = begin(replace(PLAYING, choices=tuple(replace(one, text=told) for one in BOTH)))
    assert told not in " | ".join(walk(stage))
    document.edit("niet herleidbaar", cleared(replace(stage.course.playing, place=0), decided))
    assert told in " | ".join(walk(stage))


def test_a_round_of_one_evening_after_years_of_others_is_shown_near_first(begin: Begin) -> None:
    evening = tuple(
        an_event(f"{day}-7-2018", words, organisation_ids=(POLITIE.id,))
        for day, words in enumerate(
            ("melding", "ruzie", "agent", "deur dicht", "vader weg", "stil", "slot"), 14
        )
    )
    first, *rest = EXERCISE.rounds
    rounds = (first, replace(rest[0], event_ids=tuple(e.id for e in evening)), rest[1])
    years = tuple(an_event(f"{year}", f"toen {year}") for year in range(1998, 2018, 2))
    exercise = replace(
        EXERCISE,
        events=(*EXERCISE.events, *years, *evening),
        rounds=(replace(first, event_ids=tuple(e.id for e in years)), *rounds[1:]),
    )
    steps = play_steps(exercise)
    place = next(
        n for n, s in enumerate(steps) if s.kind is StepKind.STORY and s.round == rounds[1]
    )
    stage = begin(at(place), exercise)
    assert focused() is stage.line
    assert "Eerst alleen die dagen, daarna de hele lijn" in painted(stage)
    assert {hit.event_id for hit in stage.line.shown().hits} == {event.id for event in evening}
    assert all(event.title in painted(stage) for event in evening), "each can be read"
    assert across(stage, evening) > 100
    press(Key.Key_PageDown)
    assert focused() is stage.line
    assert across(stage, evening) < LEAST, "a control: on the whole line they stand in one place"
    assert "Eerst alleen" not in painted(stage)
    assert "2000" in painted(stage)


def across(stage: PlayStage, events: Iterable[Event]) -> float:
    """How far the places of these events are apart on the page that is shown, in pixels."""
    ids = {event.id for event in events}
    places = [hit.x for hit in stage.line.shown().hits if hit.event_id in ids]
    return max(places) - min(places)


def test_the_foot_is_as_large_on_a_line_as_on_words(begin: Begin) -> None:
    stage = begin(at(1))
    assert focused() is stage.line
    on_line = stage.foot.height()
    press(Key.Key_L)
    assert focused() is stage.sheets
    assert stage.foot.height() == on_line

"""The presentation: by keys alone, only what was agreed to show, and blank at one key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Audience, EventKind, FactStatus, Mark, Occurrence
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import Glyph, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.blank import SAYS, Blank
from hgkm_desktop.ui.room.presentation import Presentation, screen_for_room
from hgkm_desktop.ui.room.presentation_stage import NEXT, NOTHING, Stage
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.casefile.files import new_file
from tests.ui.keyboard import focused, name_of, press

Key = Qt.Key
EVER = Window(0.0, 4_000_000.0)
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (640, 360))
SECRET = "wijkagent Zuid"
ROOT = Path(__file__).resolve().parents[2]
Begin = Callable[..., Stage]


def a_case() -> Case:
    """Five events; 'huisbezoek' is not to be shown."""
    politie, veilig_thuis = an_organisation("politie"), an_organisation("Veilig Thuis")
    agent, teamleider = a_deelnemer(politie, SECRET), a_deelnemer(veilig_thuis)
    melding = an_event(
        "10-1-2023", "1e melding", kind=EventKind.MELDING, organisation_ids=(politie.id,)
    )
    overleg = an_event(
        "apr 2023",
        "geen Actieoverleg",
        kind=EventKind.AFSTEMMING,
        organisation_ids=(veilig_thuis.id, politie.id),
        occurrence=Occurrence.NIET_GEDAAN,
        fact=SECRET,
    )
    bezoek = an_event("2-3-2023", "huisbezoek", organisation_ids=(politie.id,), is_shown=False)
    risico = an_event("4-5-2023", "vader staat voor de deur", kind=EventKind.RISICOMOMENT)
    ooit = an_event("", "ooit verhuisd", kind=EventKind.LIFE_EVENT)
    marks = (
        a_beleving(overleg, agent, Mark.NIET_OKE, explanation="dat bleef tussen ons"),
        a_beleving(
            overleg,
            teamleider,
            Mark.GOED,
            explanation="wij belden wel",
            audience=Audience.VERSLAG,
        ),
        a_beleving(bezoek, agent, Mark.RISICO, explanation="hier schrok ik van"),
    )
    events = (melding, overleg, bezoek, risico, ooit)
    return a_case_with(politie, veilig_thuis, agent, teamleider, *events, *marks)


class Table(QWidget):
    """The window of the facilitator, with a real document."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.document = Document(new_file(folder / "zaal.hgkm"))
        self.blank = Blank(self)
        self.field = QLineEdit("wat alleen de voorzitter ziet", self)

    def named(self, title: str) -> Event:
        assert self.document.case is not None
        return next(e for e in self.document.case.events if e.title == title)


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    made = Table(tmp_path)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.document.close()


@pytest.fixture
def begin(qtbot: QtBot, table: Table) -> Iterator[Begin]:
    """Begin a presentation of a case, at an event by its title."""

    def start(case: Case, title: str = "", window: Window = EVER, **choices: Any) -> Stage:
        table.document.add_case(case)
        event_id = table.named(title).id if title else ""
        made = Presentation(table.document, Choices(**choices), window, event_id, table)
        made.start()
        qtbot.waitExposed(made)
        qtbot.waitUntil(made.stage.hasFocus)
        return made.stage

    yield start
    for left in table.findChildren(Presentation):
        left.close()


def everything(stage: Stage) -> list[Shape]:
    shown = stage.shown()
    return [
        *stage.above(),
        *(*shown.background, *shown.plot, *shown.lanes, *shown.axis),
        *stage.below().shapes,
    ]


def words(stage: Stage) -> str:
    """Every text that is painted, and what a screen reader says."""
    painted = [shape.text for shape in everything(stage) if isinstance(shape, Text)]
    heard = [stage.accessibleName(), stage.toolTip(), stage.window().windowTitle()]
    return " | ".join([*painted, *heard])


def heading(stage: Stage) -> str:
    return " ".join(s.text for s in stage.above() if isinstance(s, Text) and s.style == "heading")


def told(stage: Stage) -> str:
    return stage.course.current.title if stage.course.current is not None else ""


# --- keys --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("onward", "back"),
    [
        (Key.Key_Right, Key.Key_Left),
        (Key.Key_PageDown, Key.Key_PageUp),
        (Key.Key_Space, Key.Key_Backspace),
        (Key.Key_Down, Key.Key_Up),
    ],
)
def test_keys_and_clickers_step_through_what_may_be_shown(
    begin: Begin, onward: Key, back: Key
) -> None:
    stage = begin(a_case(), "1e melding")
    passed = []
    for _ in range(5):
        passed.append(told(stage))
        QTest.keyClick(focused(), onward)
    end = "ooit verhuisd"
    assert passed == ["1e melding", "geen Actieoverleg", "vader staat voor de deur", end, end]
    QTest.keyClick(focused(), back)
    assert heading(stage) == "vader staat voor de deur"


def test_home_and_end_go_to_the_first_and_the_last(begin: Begin) -> None:
    stage = begin(a_case(), "geen Actieoverleg")
    press(Key.Key_End)
    assert told(stage) == "ooit verhuisd"
    press(Key.Key_Home)
    assert told(stage) == "1e melding"


def test_plus_minus_and_nought_zoom(begin: Begin) -> None:
    stage = begin(a_case(), "geen Actieoverleg")
    whole = stage.sight.scale
    press(Key.Key_Plus)
    press(Key.Key_Plus)
    assert stage.sight.scale > whole
    press(Key.Key_Minus)
    press(Key.Key_0)
    assert stage.sight.scale == whole


def test_escape_leaves_and_the_table_hears_of_it(begin: Begin, qtbot: QtBot) -> None:
    stage = begin(a_case())
    with qtbot.waitSignal(stage.window().closed):  # type: ignore[attr-defined]
        press(Key.Key_Escape)


def test_it_begins_after_an_event_that_is_not_shown(begin: Begin) -> None:
    assert told(begin(a_case(), "huisbezoek")) == "geen Actieoverleg"


def test_a_click_on_a_shape_tells_it(begin: Begin) -> None:
    stage = begin(a_case(), "1e melding")
    risk = next(e for e in stage.course.steps if e.kind is EventKind.RISICOMOMENT)
    spot = next(hit for hit in stage.shown().hits if hit.event_id == risk.id)
    y = spot.y + spot.h / 2 + stage._head_height
    place = QPoint(round(spot.x + spot.w / 2), round(y))
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)
    assert told(stage) == "vader staat voor de deur"


# --- what is on it, and what is not ------------------------------------------------------


def test_the_sentence_comes_first_and_then_who_lived_it_how(begin: Begin) -> None:
    stage = begin(a_case(), "geen Actieoverleg")
    assert heading(stage) == "Niet gedaan: geen Actieoverleg"
    below = [s.text for s in stage.below().shapes if isinstance(s, Text)]
    assert below == ["− Politie", "niet oké", "+ Veilig Thuis", "ging goed", "“wij belden wel”"]
    assert "april 2023, alleen de maand is bekend · Veilig Thuis, politie" in words(stage)


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_Right, Key.Key_End])
def test_nothing_that_was_not_agreed_is_on_it_at_any_step(begin: Begin, key: Key) -> None:
    stage = begin(a_case(), "1e melding")
    press(key)
    said = words(stage)
    for secret in ("huisbezoek", "hier schrok ik van", "dat bleef tussen ons", SECRET):
        assert secret not in said
    for private in ("zaal", "een casus", "K7-2F"):
        assert private not in said


def test_what_is_to_come_is_a_shape_without_words(begin: Begin) -> None:
    stage = begin(a_case(), "1e melding")
    said = words(stage)
    assert "1e melding" in said
    for later in ("Actieoverleg", "vader staat", "ooit verhuisd", "ging goed"):
        assert later not in said
    assert said.count(NEXT) == 1
    letters = [s.letter for s in everything(stage) if isinstance(s, Glyph) and s.letter]
    assert letters == ["M", "M"]  # on top and on the line
    assert not [s for s in everything(stage) if isinstance(s, Sign)]


def test_what_was_told_stands_back_and_what_is_told_stands_out(begin: Begin) -> None:
    stage = begin(a_case(), "geen Actieoverleg")
    shapes = stage.shown().plot
    assert [s.dim for s in shapes if isinstance(s, Text) and s.text == "1e melding"] == [True]
    now = [s.dim for s in shapes if isinstance(s, Text) and "Actieoverleg" in s.text]
    assert now == [False]
    assert [s for s in shapes if isinstance(s, Rect) and s.style == "selection"]


def test_nothing_moves_from_step_to_step(begin: Begin) -> None:
    stage = begin(a_case(), "1e melding")
    places = []
    for _ in stage.course.steps:
        shown = stage.shown()
        places.append((stage._head_height, shown.height, shown.hits, shown.lane_hits))
        press(Key.Key_Right)
    assert all(place == places[0] for place in places)


def test_lanes_without_an_event_that_is_shown_are_not_there(begin: Begin) -> None:
    case = a_case()
    alone = an_organisation("school")
    hidden = an_event("5-5-2023", "rapport", organisation_ids=(alone.id,), is_shown=False)
    stage = begin(case.put(alone).put(hidden), "1e melding")
    assert "School" not in words(stage)


def test_only_the_chosen_lanes_filter_and_period_are_there(begin: Begin) -> None:
    case = a_case()
    ids = {e.title: e.id for e in case.events}
    politie = case.organisations[0]
    lane = f"organisatie:{politie.id}"
    stage = begin(case, hidden=frozenset({lane}), event_ids=frozenset(set(ids.values())))
    assert stage.course.steps[0].title == "geen Actieoverleg"
    stage = begin(case, event_ids=frozenset({ids["1e melding"], ids["huisbezoek"]}))
    assert [e.title for e in stage.course.steps] == ["1e melding"]


def test_a_period_leaves_the_rest_out_until_the_whole_is_asked(begin: Begin) -> None:
    first = an_event("1-4-2023").start.earliest.toordinal()
    stage = begin(a_case(), "1e melding", Window(first, first + 40))
    assert [e.title for e in stage.course.steps] == [
        "geen Actieoverleg",
        "vader staat voor de deur",
        "ooit verhuisd",
    ]
    press(Key.Key_0)
    assert len(stage.course.steps) == 4


def test_one_participants_view_shows_only_their_column(begin: Begin) -> None:
    case = a_case()
    stage = begin(case, "geen Actieoverleg", deelnemer_id=case.deelnemers[1].id)
    assert "− Politie" not in words(stage)
    assert "+ Veilig Thuis" in words(stage)


def test_a_case_with_nothing_to_show_says_so(begin: Begin) -> None:
    stage = begin(a_case_with(an_event("2021", "stil", is_shown=False)))
    assert heading(stage) == NOTHING.title
    press(Key.Key_Right)
    press(Key.Key_Plus)
    press(Key.Key_0)
    assert "stil" not in words(stage).replace(NOTHING.title, "")


# --- live ----------------------------------------------------------------------------------


def test_it_follows_every_edit(begin: Begin, table: Table) -> None:
    stage = begin(a_case(), "geen Actieoverleg")
    case = table.document.case
    assert case is not None
    overleg = table.named("geen Actieoverleg")
    table.document.edit("titel", case.put(replace(overleg, title="wel een overleg")))
    assert "wel een overleg" in heading(stage)
    table.document.undo_stack.undo()
    assert heading(stage) == "Niet gedaan: geen Actieoverleg"
    table.document.edit("tonen", case.put(replace(overleg, is_shown=False)))
    assert told(stage) == "vader staat voor de deur"
    assert "Actieoverleg" not in words(stage)


def test_a_new_event_joins_in_its_place(begin: Begin, table: Table) -> None:
    stage = begin(a_case(), "1e melding")
    case = table.document.case
    assert case is not None
    table.document.edit("nieuw", case.put(an_event("1-2-2023", "gesprek op school")))
    press(Key.Key_Right)
    assert told(stage) == "gesprek op school"


def test_it_closes_when_another_case_comes_on_screen(
    begin: Begin, table: Table, qtbot: QtBot
) -> None:
    stage = begin(a_case())
    with qtbot.waitSignal(stage.window().closed):  # type: ignore[attr-defined]
        table.document.add_case(a_case_with(an_event("2021", "van een ander")))


# --- blank, hearing, screens ---------------------------------------------------------------


def test_f12_blanks_both_windows_and_nothing_steps_behind_it(begin: Begin, table: Table) -> None:
    stage = begin(a_case(), "1e melding")
    press(Key.Key_F12)
    assert name_of(focused()) == SAYS
    for window in (table, stage.window()):
        seen = window.childAt(window.rect().center())
        assert seen is not None
        assert seen.accessibleName() == SAYS
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_Escape, Key.Key_End):
        press(key)
    press(Key.Key_F12)
    assert name_of(focused()) != SAYS
    assert told(stage) == "1e melding"


def test_a_screen_reader_hears_each_event(begin: Begin) -> None:
    stage = begin(a_case(), "1e melding")
    assert name_of(focused()).startswith("1e melding. melding. 10 januari 2023. politie.")
    press(Key.Key_Right)
    assert "Veilig Thuis: ging goed. “wij belden wel”" in stage.accessibleName()


def test_the_room_gets_the_screen_that_the_facilitator_has_not(tmp_path: Path) -> None:
    sizes = {"laptop": (1280, 720), "beamer": (1024, 768)}
    screens = [
        {"name": name, "x": x, "y": 0, "width": w, "height": h, "logicalDpi": 96, "dpr": 1.0}
        for x, (name, (w, h)) in zip((0, 1280), sizes.items(), strict=True)
    ]
    (tmp_path / "schermen.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path}/schermen.json"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    own, room = done.stdout.splitlines()
    assert own.startswith("laptop")
    assert own.endswith("False")
    assert room == "beamer (1024, 768) True"


def test_with_one_screen_the_room_gets_that(begin: Begin) -> None:
    stage = begin(a_case())
    assert stage.window().isFullScreen()
    assert stage.window().screen() is screen_for_room([], stage.screen())


# --- sizes and hard cases ------------------------------------------------------------------


def a_full_table() -> Case:
    """Nine deelnemers with much to say about one event with a very long title."""
    organisations = [an_organisation(f"organisatie voor zorg {n}") for n in range(9)]
    deelnemers = [a_deelnemer(one) for one in organisations]
    event = an_event(
        "apr 2023",
        "wat er toen gebeurde " * 250,
        organisation_ids=tuple(o.id for o in organisations),
        fact_status=FactStatus.BETWIST,
    )
    marks = [
        a_beleving(event, one, Mark.RISICO, explanation="lang " * 900, audience=Audience.BESTUUR)
        for one in deelnemers
    ]
    letters = an_event("mei 2023", "x" * 5000)
    return a_case_with(*organisations, *deelnemers, event, letters, *marks)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [a_case, a_full_table])
def test_every_text_stays_in_the_window_at_every_size(
    qtbot: QtBot, begin: Begin, size: tuple[int, int], make: Callable[[], Case]
) -> None:
    stage = begin(make())
    stage.window().showNormal()
    stage.window().resize(*size)
    window = stage.window()
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    for _ in stage.course.steps:
        for shape in (*stage.above(), *stage.below().shapes):
            if isinstance(shape, Text):
                wide = stage._widths.of(shape.text, shape.size, shape.bold)
                assert shape.x + wide <= size[0]
                assert shape.size >= 8
        above = stage._head_height
        assert all(s.y < above for s in stage.above() if isinstance(s, Text))
        assert above + stage._line_height() + stage.below().height <= size[1]
        stage.grab()
        press(Key.Key_Right)


def test_all_of_nine_marks_stand_in_two_rows(begin: Begin) -> None:
    stage = begin(a_full_table())
    rules = [s for s in stage.below().shapes if isinstance(s, Rect)]
    assert len(rules) == 9
    assert len({rule.y for rule in rules}) == 2


def test_an_event_that_is_only_counted_gets_its_shape_when_it_is_told(begin: Begin) -> None:
    far = an_event("2010", "lang geleden")
    crowd = [an_event(f"{n + 1}-5-2023", f"dag {n}") for n in range(28)]
    stage = begin(a_case_with(far, *crowd), "lang geleden")
    first, scale = stage.sight.timeline.whole(stage.sight.room)
    counted = stage.sight.timeline.at(first, scale, stage.width()).chips[-1].event_ids[-1]
    stage.choose(counted)
    assert counted in [hit.event_id for hit in stage.shown().hits]


def test_more_on_one_day_than_can_be_drawn_is_no_trouble(begin: Begin) -> None:
    crowd = [an_event("3-3-2023", f"gebeurtenis {n}") for n in range(40)]
    stage = begin(a_case_with(*crowd), "gebeurtenis 30")
    assert heading(stage) == "gebeurtenis 30"
    stage.grab()

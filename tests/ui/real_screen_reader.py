"""What someone hears who works with a screen reader: a real one, over AT-SPI, and real keys."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

pytest.importorskip("jeepney", reason="AT-SPI is there on Linux only")

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import FactStatus
from hgkm_desktop.paths import resource
from hgkm_desktop.timeline.lanes import HOUSEHOLD
from tests.ui.at_spi import NotThere, Role, State, Thing
from tests.ui.reader_desktop import Desktop, Unavailable, a_reader_desktop, wait_for

LINE, TABLE = "Tijdlijn", "Gebeurtenissen"
NOT_EXACT = re.compile(
    r"alleen (de|het) \w+ (is|zijn) bekend|de dag is niet bekend|dit is aangenomen|datum onbekend"
)
A_PAINTED_LINE = f"""
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

class Line(QWidget):
    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.drawText(20, 20, "1. melding")

app = QApplication([])
line = Line()
line.setAccessibleName({LINE!r})
line.setWindowTitle("geschilderd")
line.resize(400, 200)
line.show()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Session:
    """Someone at the open example, with a screen reader and a keyboard."""

    desktop: Desktop
    program: Thing
    line: Thing
    table: Thing
    case: Case

    @property
    def events(self) -> tuple[Event, ...]:
        return in_order(self.case)

    def press(self, key: str) -> None:
        self.desktop.press(key)

    def hears(self) -> Thing:
        """What the reader says has the focus now."""
        return self.desktop.reader.hears_focus()

    def begin(self) -> tuple[Thing, ...]:
        """Go to the first event on the line; gives all of them."""
        items = self.line.children()
        self.desktop.bring_to_front(self.program)
        self.press("ctrl+t")
        self.wait_for_state(self.line, State.FOCUSED)
        self.press("Home")
        self.wait_for_state(items[0], State.FOCUSED)
        self.desktop.reader.bus.forget()
        return items

    def wait_for_state(self, thing: Thing, state: State) -> None:
        wait_for(lambda: state in thing.states, f"{state.name} of {thing.name!r}")


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with _or_skip(), a_reader_desktop() as made:
        yield made


@contextmanager
def _or_skip() -> Iterator[None]:
    """Skip where a part is missing; in CI that is a failure."""
    try:
        yield
    except Unavailable as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def session(desktop: Desktop) -> Iterator[Session]:
    case = read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))
    with desktop.running("-m", "hgkm_desktop", "--example") as program:
        line, table = program.find(Role.LIST, LINE), program.find(Role.TABLE, TABLE)
        yield Session(desktop, program, line, table, case)


# --- what there is ------------------------------------------------------------------------


def test_the_line_is_a_list_of_every_event(session: Session) -> None:
    assert session.line.child_count == len(session.events)
    assert {item.role for item in session.line.children()} == {Role.LIST_ITEM}
    assert {item.parent() for item in session.line.children()} == {session.line}


def test_an_event_is_read_with_all_that_is_seen_of_it(session: Session) -> None:
    said = [item.name for item in session.line.children()]
    missing = {
        name: [words for words in wanted_words(session.case, event) if words not in name]
        for name, event in zip(said, session.events, strict=True)
    }
    assert {name: words for name, words in missing.items() if words} == {}
    assert [name.split(". ")[0] for name in said] == [str(n) for n in range(1, len(said) + 1)]


def wanted_words(case: Case, event: Event) -> list[str]:
    """What must be heard of an event: what, where, when, who, how sure and how it was lived."""
    organisations = [o.name for o in case.organisations if o.id in event.organisation_ids]
    involved = {i.betrokkene_id for i in event.involved}
    names = {d.id: case.deelnemer_name(d) for d in case.deelnemers}
    lived = [b for b in case.belevingen if b.event_id == event.id]
    doubt = event.fact_status in (FactStatus.VERMOEDEN, FactStatus.BETWIST)
    return [
        event.title,
        event.kind.label,
        event.start.text(),
        *([event.end.text()] if event.end is not None else []),
        *(["loopt door"] if event.ongoing else []),
        *(organisations or [HOUSEHOLD]),
        *(b.role for b in case.betrokkenen if b.id in involved),
        *([event.fact_status.label] if doubt else []),
        *([event.pressure.label] if event.pressure is not None else []),
        *([event.safety_phase.label] if event.safety_phase is not None else []),
        *([event.chain_phase.label] if event.chain_phase is not None else []),
        *(["cruciaal punt"] if event.is_pivotal else []),
        *(["risicomoment"] if event.is_risk_moment else []),
        *(["verschillend beleefd"] if len({b.mark for b in lived}) > 1 else []),
        *(f"{names[b.deelnemer_id]}: {b.mark.label}" for b in lived),
    ]


def test_a_date_that_is_not_exact_is_never_read_as_if_it_were(session: Session) -> None:
    for item, event in zip(session.line.children(), session.events, strict=True):
        moments = [event.start] + ([event.end] if event.end is not None else [])
        is_exact = all(moment.is_exact for moment in moments)
        assert is_exact is (NOT_EXACT.search(item.name) is None), item.name


def test_an_event_can_be_chosen_and_is_said_to_show_where_it_shows(session: Session) -> None:
    session.begin()
    line = session.line.box
    shown = 0
    for item in session.line.children():
        states = item.states
        assert {State.ENABLED, State.FOCUSABLE, State.SELECTABLE} <= states
        assert (State.SHOWING in states) is item.box.meets(line), item.name
        shown += State.SHOWING in states
    assert shown > 0
    assert line.w > 300
    assert line.h > 100


def test_a_painted_line_would_be_heard_as_nothing(desktop: Desktop) -> None:
    with desktop.running("-c", A_PAINTED_LINE) as program:
        assert LINE in {program.name, *(thing.name for thing in program.everything())}
        with pytest.raises(NotThere):
            program.find(Role.LIST, LINE)
        assert Role.LIST_ITEM not in {thing.role for thing in program.everything()}


# --- walking ------------------------------------------------------------------------------


def test_the_arrow_keys_walk_from_the_first_event_to_the_last(session: Session) -> None:
    items = session.begin()
    for item in items[1:]:
        session.press("Right")
        assert session.hears() == item
        assert {State.FOCUSED, State.SELECTED, State.SHOWING} <= item.states, item.name
        assert session.line.box.holds(*item.box.middle), item.name


def test_back_to_the_end_and_to_the_start(session: Session) -> None:
    items = session.begin()
    for key, place in (("End", -1), ("Left", -2), ("Left", -3), ("Home", 0), ("Right", 1)):
        session.press(key)
        assert session.hears() == items[place], key


def test_down_goes_to_what_stands_lower_and_up_to_what_stands_higher(session: Session) -> None:
    here = session.begin()[0]
    for key, sign in (("Down", 1), ("Down", 1), ("Up", -1)):
        session.press(key)
        there = session.hears()
        assert there.role == Role.LIST_ITEM
        assert (there.box.y - here.box.y) * sign > 0, key
        here = there


def test_who_comes_to_the_line_hears_which_event_is_chosen(session: Session) -> None:
    items = session.begin()
    session.press("Right")
    assert session.hears() == items[1]
    session.press("ctrl+l")
    assert session.hears().name == "Invoerregel"
    session.press("ctrl+t")
    assert session.hears() == session.line
    assert session.hears() == items[1]


# --- choosing, filtering, folding and hiding ----------------------------------------------


def test_with_shift_more_than_one_is_chosen(session: Session) -> None:
    items = session.begin()
    session.press("Right")
    assert session.hears() == items[1]
    session.press("shift+Right")
    assert session.hears() == items[2]
    session.wait_for_state(items[2], State.SELECTED)
    assert [State.SELECTED in item.states for item in items[:4]] == [False, True, True, False]
    assert session.table.selected_rows() == (1, 2)


def test_what_a_filter_leaves_out_is_not_read(session: Session) -> None:
    session.begin()
    every = [item.name for item in session.line.children()]
    session.press("ctrl+f")
    session.desktop.type_text("actieoverleg")
    wait_for(lambda: session.line.child_count < len(every), "the filter")
    left = [item.name for item in session.line.children()]
    while session.desktop.reader.hears_words() != f"{len(left)} van {len(every)} getoond":
        pass
    items = session.begin()
    session.press("End")
    last = session.hears()
    session.press("ctrl+f")
    session.press("Escape")
    wait_for(lambda: session.line.child_count == len(every), "every event again")
    assert last == items[-1]
    assert left == [name for name in every if name in left]
    assert {name for name in every if "Actieoverleg." in name} <= set(left)


def test_in_a_folded_lane_every_event_is_still_reached(session: Session) -> None:
    items = session.begin()
    session.press("ctrl+i")
    for item in items[1:12]:
        session.press("Right")
        assert session.hears() == item
        assert {State.FOCUSED, State.SELECTED, State.SHOWING} <= item.states, item.name
    session.press("ctrl+shift+a")


def test_the_keys_pass_over_a_hidden_lane(session: Session) -> None:
    items = session.begin()
    session.press("ctrl+shift+h")
    session.press("Right")
    assert session.hears() == items[1]
    for item, event in list(zip(items, session.events, strict=True))[2:]:
        if event.organisation_ids or not event.start.is_known:
            session.press("Right")
            assert session.hears() == item
    assert not session.events[0].organisation_ids
    assert State.SHOWING not in items[0].states, (items[0].box, session.line.box)
    session.press("ctrl+shift+a")
    session.press("Home")
    assert session.hears() == items[0]


# --- the table ----------------------------------------------------------------------------


def test_the_table_holds_the_same_events_under_headings(session: Session) -> None:
    rows, columns = session.table.size
    headings = [session.table.heading(column) for column in range(columns)]
    assert rows == len(session.events)
    assert all(headings)
    title, when = headings.index("Gebeurtenis"), headings.index("Wanneer")
    for row, event in enumerate(session.events):
        assert session.table.cell(row, title).role == Role.TABLE_CELL
        assert event.title in session.table.cell(row, title).name
        assert session.table.cell(row, when).name


def test_the_table_follows_the_line(session: Session) -> None:
    items = session.begin()
    for row in (1, 2):
        session.press("Right")
        assert session.hears() == items[row]
        assert session.table.selected_rows() == (row,)
        assert State.SELECTED in session.table.cell(row, 0).states


def test_the_line_follows_the_table(session: Session) -> None:
    items = session.begin()
    for _ in range(40):
        session.press("Tab")
        if session.hears() == session.table:
            break
    session.press("Down")
    while session.hears() != session.table.cell(1, 0):
        pass
    session.wait_for_state(items[1], State.SELECTED)
    assert State.SELECTED not in items[0].states


# --- changes ------------------------------------------------------------------------------


def test_an_event_that_is_added_or_undone_is_there_or_gone_at_once(session: Session) -> None:
    session.begin()
    count = len(session.events)
    session.press("ctrl+l")
    session.desktop.type_text("3-3-2021 buurvrouw belt de huisarts")
    session.press("Return")
    wait_for(lambda: session.line.child_count == count + 1, "the new event")
    said = [item.name for item in session.line.children()]
    new = next(row for row, name in enumerate(said) if "buurvrouw belt de huisarts" in name)
    assert said[new].startswith(f"{new + 1}. ")
    assert "3 maart 2021" in said[new]
    assert [name.split(". ")[0] for name in said] == [str(n) for n in range(1, count + 2)]
    session.press("ctrl+t")
    session.press("ctrl+z")
    wait_for(lambda: session.line.child_count == count, "the event to be gone")
    assert not any("buurvrouw" in item.name for item in session.line.children())


def test_what_a_key_did_is_read_out_where_it_is_not_in_the_focus(session: Session) -> None:
    first = session.begin()[0]
    read_out = session.desktop.reader.hears_words
    case = session.case
    name = case.deelnemer_name(case.deelnemers[0])
    assert case.beleving(session.events[0].id, case.deelnemers[0].id) is None
    session.press("g")
    assert "wie aan de beurt is" in read_out()
    session.press("1")
    assert read_out() == f"Aan de beurt: {name}"
    session.press("g")
    assert read_out() == f"{name}: ging goed"
    assert f"{name}: ging goed" in first.name
    session.press("g")
    assert read_out() == f"{name}: geen beleving"
    assert f"{name}: ging goed" not in first.name
    session.press("1")
    assert read_out() == "Aan de beurt: niemand"
    session.press("plus")
    assert "tot en met" in read_out()
    session.press("0")
    assert "tot en met" in read_out()

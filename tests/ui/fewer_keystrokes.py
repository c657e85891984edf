"""How many keys twelve events take: entered and marked in the window, and in a spreadsheet.

Every letter, Tab, Enter and held key counts as one, on both sides. What stands ready on both sides
is who sits at the table: four deelnemers here, four columns with headings there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, a_deelnemer, an_organisation
from tests.casefile.files import new_file
from tests.twelve_events import ORGANISATIONS, TWELVE, Told, spreadsheet_keys
from tests.ui.keyboard import CTRL, SHIFT, focused, name_of, press, type_text

MOST_OF_SPREADSHEET = 0.60
LINES = (
    "jan 2022 l:vader raakt zijn werk kwijt #vader",
    "14-3 m:buren horen geschreeuw en huilen @p #moeder #kind 1",
    "15-3 o:zorgmelding gaat door @p @v",
    "april c:eerste gesprek thuis, vader is er niet bij @w #m",
    "voorjaar 2022 s:juf ziet dat kind 1 stil is @school #k",
    "9-7 v:vader duwt moeder in de keuken @p #v #m #k",
    "= t:hoge score op de lijst @p #v",
    "10-7 i:tijdelijk huisverbod opgelegd @g #v",
    "20-7 b:huisverbod niet verlengd @g #v",
    "sept a:voor het eerst alle partijen om tafel @p @v @w",
    "okt p:één plan met afspraken per gezinslid @w #m #v #k",
    "maart 2023 c:moeder zegt dat het rustig is @v #m",
)


class Counted:
    """The keyboard, with a count of the keys that went down."""

    def __init__(self) -> None:
        self.keys = 0

    def type(self, text: str) -> None:
        self.keys += len(text)
        type_text(text)

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        self.keys += 1 + len(held)
        both = Qt.KeyboardModifier.NoModifier
        for one in held:
            both |= one
        press(key, both)


@pytest.fixture
def document(window: MainWindow, tmp_path: Path) -> Document:
    """An empty case with four deelnemers, open in the window with the keyboard on the line."""
    organisations = [an_organisation(name) for name in ORGANISATIONS]
    deelnemers = [a_deelnemer(organisation) for organisation in organisations]
    casefile = new_file(tmp_path / "avond.hgkm")
    casefile.save(a_case_with(*organisations, *deelnemers))
    window.show_file(casefile)
    assert window.document is not None
    return window.document


def enter(keyboard: Counted) -> None:
    for line in LINES:
        keyboard.type(line)
        keyboard.press(Qt.Key.Key_Return)


def mark(keyboard: Counted, in_line: list[Told], *, ask_of_risk: bool) -> None:
    """The round as it is proposed: each deelnemer goes along the events.

    A spreadsheet of these columns holds no moment or besluit, nor whose safety: then that is
    passed over by one key.
    """
    keyboard.press(Qt.Key.Key_R, CTRL, SHIFT)
    keyboard.press(Qt.Key.Key_Return)
    signs = {Mark.GOED: "g", Mark.NIET_OKE: "n", Mark.RISICO: "rmb" if ask_of_risk else "ro"}
    for seat in range(len(ORGANISATIONS)):
        for told in in_line:
            given = told.marks[seat]
            keyboard.type(signs[given] if given is not None else "o")
    assert name_of(focused()) == "Verder met nu anders"
    keyboard.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("ask_of_risk", [False, True])
def test_twelve_events_take_far_fewer_keys_than_a_spreadsheet(
    document: Document, capsys: pytest.CaptureFixture[str], *, ask_of_risk: bool
) -> None:
    keyboard = Counted()
    enter(keyboard)
    entering = keyboard.keys
    assert document.case is not None
    in_line = [TWELVE[int(event.seq) - 1] for event in in_order(document.case)]
    mark(keyboard, in_line, ask_of_risk=ask_of_risk)
    _check(document.case)
    there = spreadsheet_keys()
    with capsys.disabled():
        print(
            f"\n12 gebeurtenissen: {keyboard.keys} toetsen hier ({entering} om in te voeren), "
            f"{there} in een rekenblad: {keyboard.keys / there:.0%}"
        )
    assert keyboard.keys <= MOST_OF_SPREADSHEET * there


def _check(case: Case) -> None:
    """What was entered says what was told: nothing was won by leaving it out."""
    place = {event.id: n for n, event in enumerate(sorted(case.events, key=lambda e: e.seq))}
    entered = sorted(case.events, key=lambda e: e.seq)
    assert len(in_order(case)) == len(TWELVE)
    names = {o.id: o.name for o in case.organisations}
    roles = {b.id: b.role for b in case.betrokkenen}
    for event, told in zip(entered, TWELVE, strict=True):
        assert (event.title, event.kind) == (told.what, told.kind)
        assert event.start == read_whole(told.when).start
        assert tuple(names[i] for i in event.organisation_ids) == told.organisations
        assert tuple(roles[i.betrokkene_id] for i in event.involved) == told.roles
    given = {
        (place[b.event_id], case.deelnemer(b.deelnemer_id).seq): b.mark for b in case.belevingen
    }
    seats = sorted(d.seq for d in case.deelnemers)
    for number, told in enumerate(TWELVE):
        assert tuple(given.get((number, seat)) for seat in seats) == told.marks

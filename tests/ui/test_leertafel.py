"""A leertafel in the window: its cases, its agenda, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.leertafel import AgendaPoint, Knelpunt, Leertafel, TableCase
from hgkm_desktop.models.terms import AskedOfBoard, CaseState, Outcome
from hgkm_desktop.ui.practice.leertafel_pages import LEERTAFEL_PAGES
from hgkm_desktop.ui.room.table_stage import TableStage
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import new_file, open_file
from tests.casefile.full_practice import LEERTAFEL
from tests.ui.keyboard import CTRL, choose, fill, focused, press, tab_to, text_of, wait_until
from tests.ui.open_window import (
    document_of,
    show_new_file,
    told,
    words_on_screen,
    workspace_of,
)

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
ONE, OTHER, THIRD = (
    made_deelbaar(a_case_with(an_event("2020"), code=code)) for code in ("B2-2B", "C3-3C", "D4-4D")
)
IN_WORK = a_case_with(an_event("2021"), code="F5-5F")
KNELPUNT = Knelpunt("c" * 32, "hulp begint laat", case_id=ONE.id)
LOOKING = {"Herleidbaarheidscheck…", "Leertafelblad…", "Verslag van de leertafel…"}
LOOKING |= {"Naar de casus", "Tonen in de zaal"}
OPEN_ACTION = Verbeteractie("b" * 32, 1.0, "rooster maken")
TABLE = Leertafel(
    "e" * 32, "T4-4T", cases=(TableCase("1" * 32, ONE.id, reason="dit wringt"),), knelpunten=()
)


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm", ONE, OTHER, THIRD, IN_WORK)
    return window


def show(window: MainWindow, table: Leertafel) -> None:
    document_of(window).edit("leertafel toevoegen", table)
    workspace_of(window)._works.show(table.id)


def table_of(window: MainWindow) -> Leertafel:
    (table,) = document_of(window).works()
    assert isinstance(table, Leertafel)
    return table


def page(window: MainWindow) -> QWidget:
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return screen


def items(window: MainWindow, name: str) -> list[str]:
    """What stands in the list with this name."""
    lists = page(window).findChildren(QListWidget)
    (found,) = [each for each in lists if each.isVisible() and each.accessibleName() == name]
    return [found.item(row).text() for row in range(found.count())]


def dialog_says(words: str) -> bool:
    return words in words_on_screen(QApplication.activeModalWidget())


def put_on_table(code: str) -> None:
    tab_to("Casus toevoegen…")
    press(Key.Key_Return)
    choose_case(code)


def choose_case(code: str) -> None:
    """With the arrows: what was typed a moment before still counts in a list."""
    tab_to("Casus")
    press(Key.Key_Home)
    while not text_of(focused()).startswith(code):
        press(Key.Key_Down)
    press(Key.Key_Return)


def test_a_table_is_made_and_only_deelbare_cases_come_to_it(file: MainWindow) -> None:
    tab_to("Zicht op de praktijk toevoegen")
    press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (*4 * (Key.Key_Down,), Key.Key_Return):
        QTest.keyClick(menu, key)
    put_on_table("F5-5F")
    assert dialog_says("Casus F5-5F is nog in bewerking.")
    assert dialog_says("Herleidbaarheidscheck")
    choose_case("B2-2B")
    put_on_table("B2-2B")
    assert dialog_says("Deze casus ligt al op tafel.")
    choose_case("C3-3C")
    assert [held.case_id for held in table_of(file).cases] == [ONE.id, OTHER.id]
    put_on_table("D4-4D")
    assert dialog_says("hooguit 2 casussen")
    modal = QApplication.activeModalWidget()
    assert modal is not None
    modal.close()
    document_of(file).undo_stack.undo()
    assert [held.case_id for held in table_of(file).cases] == [ONE.id]


def test_a_case_that_goes_back_to_work_is_warned_of_and_stays(file: MainWindow) -> None:
    show(file, TABLE)
    warning = "Casus B2-2B is niet meer deelbaar"
    assert warning not in words_on_screen(page(file))
    document_of(file).edit_together("titel", replace(ONE, state=CaseState.IN_BEWERKING))
    assert words_on_screen(page(file)).count(warning) == 2  # at the cases, and in what is open
    assert items(file, "Casussen op tafel") == [
        "B2-2B een casus\nStructureel onveilig · dit wringt"
    ]
    document_of(file).undo_stack.undo()
    assert warning not in words_on_screen(page(file))
    document_of(file).edit_together("titel", replace(ONE, title="anders"))
    press(Key.Key_2, CTRL)
    press(Key.Key_1, CTRL)
    assert items(file, "Casussen op tafel")[0].startswith("B2-2B anders")


def test_when_it_begins_must_be_a_time_and_gives_the_agenda_its_hours(file: MainWindow) -> None:
    show(file, TABLE)
    tab_to("Hoe laat begint het")
    fill("25:00")
    press(Key.Key_Tab)
    assert "Deze tijd bestaat niet" in words_on_screen(page(file))
    assert table_of(file).starts_at is None
    tab_to("Hoe laat begint het", Qt.KeyboardModifier.ShiftModifier)
    fill("13.30")
    press(Key.Key_Tab)
    assert table_of(file).starts_at == 13 * 60 + 30
    assert "Deze tijd bestaat niet" not in words_on_screen(page(file))
    press(Key.Key_4, CTRL)
    tab_to("Voorstel voor de agenda")
    press(Key.Key_Return)
    assert items(file, "Agenda")[:2] == [
        "13:30 Welkom en afspraken (5 min)",
        "13:35 Hoe staat het met eerdere acties (10 min)",
    ]
    assert "tot 15:00." in words_on_screen(page(file))
    press(Key.Key_Home)
    press(Key.Key_Down, ALT)
    assert items(file, "Agenda")[1] == "13:40 Welkom en afspraken (5 min)"
    press(Key.Key_Up, ALT)
    tab_to("Later")
    press(Key.Key_Return)
    assert items(file, "Agenda")[1] == "13:40 Welkom en afspraken (5 min)"
    document_of(file).undo_stack.undo()
    assert items(file, "Agenda")[0] == "13:30 Welkom en afspraken (5 min)"


def test_a_note_at_a_point_of_the_agenda(file: MainWindow) -> None:
    points = (AgendaPoint("1" * 32, "opening"), AgendaPoint("2" * 32, "verhaal"))
    show(file, replace(TABLE, agenda=points))
    press(Key.Key_6, CTRL)
    tab_to("Aantekening bij verhaal")
    fill("het werd stil")
    press(Key.Key_Tab)
    assert [point.note for point in table_of(file).agenda] == ["", "het werd stil"]
    document_of(file).undo_stack.undo()
    assert table_of(file).agenda == points


def test_the_room_sees_it_once_cases_are_deelbaar_and_actions_asked(file: MainWindow) -> None:
    """Not before: a box says why, and nothing is lost."""
    show(file, TABLE)
    document = document_of(file)
    press(Key.Key_6, CTRL)
    tab_to("Tonen in de zaal")
    document.edit_together("x", replace(ONE, state=CaseState.IN_BEWERKING))
    press(Key.Key_Return)
    assert "Casus B2-2B is niet meer deelbaar" in told()
    document.undo_stack.undo()
    earlier = Leertafel("a" * 32, "G2-2G", held_on=date(2026, 1, 5), acties=(OPEN_ACTION,))
    document.edit("eerder", earlier)
    press(Key.Key_Return)
    assert "Van de eerdere actie is nog niet gezegd hoe het ermee staat." in told()
    document.undo_stack.undo()
    press(Key.Key_Return)
    (stage,) = file.findChildren(TableStage)
    assert stage.isVisible()
    stage.close()
    assert table_of(file).begun
    document.undo_stack.undo()
    document.edit("later", replace(TABLE, held_on=date.max))
    press(Key.Key_Return)
    assert not table_of(file).begun, "a look before its day begins nothing"
    for stage in file.findChildren(TableStage):
        stage.close()


def test_knelpunten_and_doorbraken_ask_why_nothing_went_well(file: MainWindow) -> None:
    show(file, TABLE)
    press(Key.Key_7, CTRL)
    asks = "Er staat nog geen succes."
    assert asks not in words_on_screen(page(file))
    tab_to("Knelpunt toevoegen…")
    press(Key.Key_Return)
    fill("hulp begint laat")
    tab_to("Welke bestuurder kan er iets aan doen")
    fill("wethouder")
    press(Key.Key_Return)
    assert asks in words_on_screen(page(file))
    tab_to("Waarom staat er geen succes")
    fill("nog te vroeg")
    press(Key.Key_Tab)
    assert table_of(file).no_success_reason == "nog te vroeg"
    tab_to("Doorbraak toevoegen…")
    press(Key.Key_Return)
    fill("een vast team")
    tab_to("Voor welk knelpunt")
    choose("Hulp")
    press(Key.Key_Return)
    assert dialog_says("Een doorbraak vraagt u aan iemand.")
    tab_to("Aan wie vraagt u het")
    fill("wethouder")
    press(Key.Key_Return)
    assert dialog_says("Kies agenderen, besluiten, middelen of lobby.")
    tab_to("Wat vraagt u")
    choose("Middelen")
    press(Key.Key_Return)
    (asked,) = table_of(file).acties
    (knelpunt,) = table_of(file).knelpunten
    assert (asked.outcome, asked.asked) == (Outcome.DOORBRAAK, AskedOfBoard.MIDDELEN)
    assert asked.knelpunt_id == knelpunt.id
    assert "1 doorbraak gevraagd" in items(file, "Knelpunten")[0]


def test_what_is_asked_stays_when_its_knelpunt_is_taken_away(file: MainWindow) -> None:
    (asked,) = LEERTAFEL.acties
    asked = replace(asked, knelpunt_id=KNELPUNT.id)
    other = replace(asked, id="f" * 32, outcome=Outcome.AFSPRAAK, knelpunt_id="")
    show(file, replace(TABLE, knelpunten=(KNELPUNT,), acties=(asked, other)))
    press(Key.Key_7, CTRL)
    tab_to("Knelpunten")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert table_of(file).knelpunten == ()
    assert table_of(file).acties == (replace(asked, knelpunt_id=""), other)
    assert "blijft staan" in words_on_screen(page(file))
    document_of(file).undo_stack.undo()
    assert table_of(file).acties == (asked, other)
    tab_to("Doorbraken")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert table_of(file).acties == (other,)  # what stands in the other list is not lost


def test_what_is_about_a_case_that_left_the_table_keeps_saying_so(file: MainWindow) -> None:
    show(file, replace(TABLE, cases=(), knelpunten=(KNELPUNT,)))
    assert "1 onderdeel gaat over een casus die niet meer op tafel ligt." in words_on_screen(
        page(file)
    )
    press(Key.Key_7, CTRL)
    tab_to("Knelpunten")
    press(Key.Key_Home)
    tab_to("Wijzigen…")
    press(Key.Key_Return)
    tab_to("Toelichting")
    fill("drie weken")
    press(Key.Key_Return, CTRL)
    wait_until(lambda: table_of(file).knelpunten[0].explanation == "drie weken")
    assert table_of(file).knelpunten[0].case_id == ONE.id


def test_a_table_that_is_undone_leaves_with_all_its_pages(file: MainWindow) -> None:
    show(file, TABLE)
    for number in range(len(LEERTAFEL_PAGES)):
        press(Key(Key.Key_1.value + number), CTRL)
    document_of(file).undo_stack.undo()
    assert document_of(file).works() == ()
    assert not [s for s in file.findChildren(WorkScreen) if s.isVisible()]
    document_of(file).undo_stack.redo()
    workspace_of(file)._works.show(TABLE.id)
    assert items(file, "Casussen op tafel")


def test_every_page_of_a_file_that_is_only_read(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.hgkm"
    table = replace(LEERTAFEL, cases=(TableCase("1" * 32, ONE.id),))
    with new_file(path) as casefile:
        casefile.save(ONE)
        casefile.save(table)
    window.show_file(open_file(path, read_only=True))
    workspace_of(window)._works.show(table.id)
    for number in range(len(LEERTAFEL_PAGES)):
        press(Key(Key.Key_1.value + number), CTRL)
        buttons = page(window).findChildren(QPushButton)
        active = {b.text() for b in buttons if b.isVisible() and b.isEnabled()}
        named = {f"{n} {name}" for n, (name, _) in enumerate(LEERTAFEL_PAGES, 1)}
        assert active <= named | LOOKING
    press(Key.Key_Down, ALT)
    assert document_of(window).works() == (table,)

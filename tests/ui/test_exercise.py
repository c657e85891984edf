"""An exercise in the window: from the library, from a deelbare casus, and from scratch by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from hgkm_desktop.exchange import exercise_text
from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.methods.exercises import exercise_of
from hgkm_desktop.models.exercise import DecisionPoint, Exercise, Option, PlayRound
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.destroy_dialog import DestroyDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event, an_organisation, for_bestuur, made_deelbaar
from tests.casefile.files import open_file
from tests.ui.keyboard import (
    CTRL,
    choose,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    text_of,
    type_text,
    wait_until,
)
from tests.ui.open_window import (
    action_of,
    document_of,
    show_new_file,
    words_on_screen,
    workspace_of,
)

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
POLITIE, SCHOOL = an_organisation("politie"), an_organisation("school")
KNOWN = [
    an_event(when, title, organisation_ids=(by.id,))
    for when, title, by in (
        ("2005", "ruzie", POLITIE),
        ("2006", "stil in de klas", SCHOOL),
        ("2007", "melding", POLITIE),
    )
]
SHARED = made_deelbaar(for_bestuur(a_case_with(POLITIE, SCHOOL, *KNOWN, code="B2-2B")))
IN_WORK = a_case_with(an_event("2021"), code="F5-5F")
ONE, TWO = PlayRound("1" * 32, "Begin"), PlayRound("2" * 32, "Later")
MADE = replace(
    exercise_of(SHARED, code="O2-2O"),
    rounds=(replace(ONE, event_ids=(KNOWN[0].id,)), TWO),
    title="De lege flat",
)


@pytest.fixture
def file(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "a.hgkm", SHARED, IN_WORK)
    return window


def add(number: int) -> None:
    """Choose in the menu of the section at the left, by its place from 0."""
    tab_to("Oefenen toevoegen")
    press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (*(number + 1) * (Key.Key_Down,), Key.Key_Return):
        QTest.keyClick(menu, key)


def show(window: MainWindow, exercise: Exercise = MADE) -> None:
    document_of(window).edit("oefening toevoegen", exercise)
    workspace_of(window)._works.show(exercise.id)


def the_exercise(window: MainWindow) -> Exercise:
    (found,) = [work for work in document_of(window).works() if isinstance(work, Exercise)]
    return found


def page(window: MainWindow) -> QWidget:
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return screen


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def items(inside: QWidget, name: str) -> list[str]:
    (found,) = [
        one
        for one in inside.findChildren(QListWidget)
        if one.isVisible() and one.accessibleName() == name
    ]
    return [found.item(row).text() for row in range(found.count())]


# --- made of something ----------------------------------------------------------------------------


def test_one_of_the_library_is_copied_by_keys(file: MainWindow, tmp_path: Path) -> None:
    one = library()[1]
    add(0)
    assert name_of(focused()) == "Oefeningen"
    assert items(dialog(), "Oefeningen")[1].startswith(
        f"{one.title}\n{len(one.events)} gebeurtenissen · {len(one.rounds)} rondes"
    )
    press(Key.Key_Down)
    assert one.about in words_on_screen()
    assert one.goals[-1] in words_on_screen()
    press(Key.Key_Return)
    made = the_exercise(file)
    assert (made.title, made.library_id, made.events) == (one.title, one.library_id, one.events)
    assert made.id != one.id
    assert made.code != one.code
    assert text_of(focused()) == one.title, "it is shown, ready to change"
    file.close_file()
    file.show_file(open_file(tmp_path / "a.hgkm"))
    assert the_exercise(file) == made


def test_a_broken_library_is_told_and_nothing_is_made(
    file: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> tuple[Exercise, ...]:
        raise BadContent("03.toml", "ronde 2", "‘titel’ ontbreekt.")

    monkeypatch.setattr(exercise_text, "library", broken)
    add(0)
    assert "‘titel’ ontbreekt" in words_on_screen()
    monkeypatch.setattr(exercise_text, "library", tuple)
    press(Key.Key_Escape)
    add(0)
    assert "Bij dit programma zitten nog geen oefeningen." in words_on_screen()
    press(Key.Key_Escape)
    assert document_of(file).works() == ()


def test_only_a_deelbare_casus_is_made_an_exercise(file: MainWindow) -> None:
    add(1)
    assert "Speel nooit een casus uit de eigen regio" in words_on_screen()
    codes = [row.partition("  ")[0] for row in items(dialog(), "Casussen")]
    press(Key.Key_Home)
    for _ in range(codes.index("F5-5F")):
        press(Key.Key_Down)
    assert "nog in bewerking" in words_on_screen()
    assert "Herleidbaarheidscheck" in words_on_screen()
    press(Key.Key_Return)
    assert document_of(file).works() == ()
    press(Key.Key_Home)
    for _ in range(codes.index("B2-2B")):
        press(Key.Key_Down)
    assert "3 gebeurtenissen van deze casus gaan mee." in words_on_screen()
    press(Key.Key_Return)
    made = the_exercise(file)
    assert [event.title for event in made.events] == ["ruzie", "stil in de klas", "melding"]
    assert made.rounds == ()
    press(Key.Key_4, CTRL)
    tab_to("Voorstel: drie rondes")
    press(Key.Key_Return)
    assert len(the_exercise(file).rounds) == 3
    assert len(the_exercise(file).facts) == 2
    document_of(file).undo_stack.undo()
    assert the_exercise(file) == made


# --- from scratch ---------------------------------------------------------------------------------


def test_own_words_for_the_end_stay_when_the_standard_ones_are_added(file: MainWindow) -> None:
    add(2)
    tab_to("Wat u voorleest aan het eind")
    type_text("Tot morgen.")
    tab_to("Vaste tekst voor begin en eind")
    press(Key.Key_Space)
    made = the_exercise(file)
    assert (made.closing, bool(made.opening)) == ("Tot morgen.", True)


def test_an_exercise_is_made_from_scratch_by_keys(file: MainWindow) -> None:
    add(2)
    type_text("De lege flat")
    tab_to("Vaste leerdoelen toevoegen")
    press(Key.Key_Space)
    assert len(the_exercise(file).goals) == 3
    tab_to("Vaste tekst voor begin en eind")
    press(Key.Key_Space)
    assert "0800-2000" in the_exercise(file).opening
    assert "bent weer uzelf" in the_exercise(file).closing
    press(Key.Key_2, CTRL)
    assert name_of(focused()) == "Invoerregel"
    assert "De lijn is nog leeg." in words_on_screen(page(file))
    for line in ("mrt 2005 incident: ruzie @politie #moeder #kind 1", "mei 2005 @school belt"):
        type_text(line)
        press(Key.Key_Return)
    assert "De lijn is nog leeg." not in words_on_screen(page(file))
    made = the_exercise(file)
    assert [event.title for event in made.events] == ["ruzie", "belt"]
    assert [one.name for one in made.organisations] == ["politie", "school"]
    assert [one.role for one in made.betrokkenen] == ["moeder", "kind 1"]
    press(Key.Key_3, CTRL)
    tab_to("Rol voor elke organisatie")
    press(Key.Key_Return)
    press(Key.Key_4, CTRL)
    tab_to("Ronde toevoegen…")
    press(Key.Key_Return)
    type_text("Het begin")
    tab_to("Hoeveel minuten")
    fill("0")
    press(Key.Key_Return)
    assert "Vul in hoeveel minuten het duurt." in words_on_screen()
    fill("15")
    tab_to("1  maart 2005")
    press(Key.Key_Space)
    tab_to("Bewaren")
    press(Key.Key_Return)
    (held,) = the_exercise(file).rounds
    assert (held.title, held.minutes, held.event_ids) == ("Het begin", 15, (made.events[0].id,))
    press(Key.Key_1, CTRL)
    said = words_on_screen(page(file))
    assert "Er is nog geen beslispunt." in said
    assert "1 gebeurtenis komt in geen enkele ronde op de lijn: dat mag" in said
    assert "De rondes duren samen 15 minuten" in said


def test_rounds_are_proposed_once_there_are_roles(file: MainWindow) -> None:
    show(file, replace(MADE, rounds=(), roles=(), facts=(), points=()))
    press(Key.Key_4, CTRL)
    assert "Voor een voorstel zijn eerst rollen nodig" in words_on_screen(page(file))
    (propose,) = [b for b in page(file).findChildren(QPushButton) if "drie rondes" in b.text()]
    assert not propose.isEnabled(), "all would come on the line at once, and nobody would know"
    press(Key.Key_3, CTRL)
    tab_to("Rol voor elke organisatie")
    press(Key.Key_Return)
    press(Key.Key_4, CTRL)
    assert "Voor een voorstel zijn eerst rollen nodig" not in words_on_screen(page(file))
    tab_to("Voorstel: drie rondes")
    press(Key.Key_Return)
    assert the_exercise(file).rounds


def test_an_event_that_is_half_typed_is_not_lost_unseen(file: MainWindow) -> None:
    show(file)
    press(Key.Key_2, CTRL)
    type_text("31-02-2005 ruzie")
    press(Key.Key_Return)
    assert "De datum 31-02-2005 bestaat niet." in words_on_screen(page(file))
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == "31-02-2005", "typing goes over what was refused"
    (said,) = [one for one in page(file).findChildren(QLabel) if "bestaat niet" in one.text()]
    assert said.property("problem")
    assert "Op de lijn van een oefening" in workspace_of(file).unfinished()
    fill("mrt 2005 ruzie @huisarts")
    press(Key.Key_Return)
    assert workspace_of(file).unfinished() == ""
    assert [event.title for event in the_exercise(file).events][-1] == "ruzie"


def test_time_counts_from_the_event_that_is_chosen(file: MainWindow) -> None:
    show(file)
    press(Key.Key_2, CTRL)
    tab_to("Gebeurtenissen")
    press(Key.Key_Home)
    tab_to("Als T0 kiezen")
    press(Key.Key_Return)
    assert the_exercise(file).t0_event_id == KNOWN[0].id
    assert name_of(focused()) == "Niet meer T0"
    press(Key.Key_Return)
    assert the_exercise(file) == MADE


def test_a_decision_offers_the_instruments_of_its_time(file: MainWindow) -> None:
    show(file)
    press(Key.Key_6, CTRL)
    tab_to("Beslispunt toevoegen…")
    press(Key.Key_Return)
    tab_to("De vraag aan elke tafel")
    type_text("Wat doet u vanavond?")
    tab_to("Bij welke gebeurtenis")
    press(Key.Key_Down)
    tab_to("Keuze toevoegen")
    press(Key.Key_Return)
    type_text("de man uit huis")
    tab_to("Keuze A: instrument")
    choose("Tijdelijk")
    assert "bestond toen niet: kan sinds 1 januari 2009" in text_of(focused())
    tab_to("Bewaren")
    press(Key.Key_Return)
    (point,) = the_exercise(file).points
    assert point.event_id == KNOWN[0].id
    assert [one.instrument for one in point.options] == ["tijdelijk huisverbod"]
    (row,) = items(page(file), "Beslispunten")
    assert "‘tijdelijk huisverbod’ bestond op dat moment niet" in row


def test_a_playing_is_made_of_it_and_shown(file: MainWindow) -> None:
    show(file)
    tab_to("Nieuwe speelbeurt")
    press(Key.Key_Return)
    (playing,) = [work for work in document_of(file).works() if isinstance(work, Playing)]
    assert (playing.exercise_id, playing.from_case_id) == (MADE.id, SHARED.id)
    assert f"Speelbeurt {playing.code}" in words_on_screen(page(file))


# --- what cannot be, and what goes along ----------------------------------------------------------


def test_a_role_stands_there_once(file: MainWindow) -> None:
    show(file)
    press(Key.Key_3, CTRL)
    tab_to("Rol toevoegen…")
    press(Key.Key_Return)
    type_text("Politie")
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert "Die rol is er al." in words_on_screen()
    dialog().close()


def test_what_is_taken_away_says_what_goes_along_and_comes_back(file: MainWindow) -> None:
    point = DecisionPoint("d" * 32, ONE.id, "wat nu?", KNOWN[0].id, (Option("c" * 32, "x"),))
    exercise = replace(MADE, points=(point,))
    show(file, exercise)
    for number, name, gone in (
        (Key.Key_2, "Gebeurtenissen", "ook uit ronde 1 en het moment van een beslispunt"),
        (Key.Key_3, "Rollen", "er was niets dat alleen deze rol wist"),
        (Key.Key_4, "Rondes", "met 1 beslispunt; de gebeurtenissen staan nog op de lijn"),
    ):
        press(number, CTRL)
        tab_to(name)
        press(Key.Key_Home)
        press(Key.Key_Delete)
        assert gone in words_on_screen(page(file))
        assert the_exercise(file) != exercise
        press(Key.Key_Z, CTRL)
        assert the_exercise(file) == exercise


def test_rounds_are_put_in_order_by_keys(file: MainWindow) -> None:
    show(file)
    press(Key.Key_4, CTRL)
    tab_to("Rondes")
    press(Key.Key_Home)
    press(Key.Key_Down, ALT)
    assert [one.title for one in the_exercise(file).rounds] == ["Later", "Begin"]
    press(Key.Key_Up, ALT)
    assert the_exercise(file) == MADE


def test_when_the_case_is_destroyed_no_word_of_its_exercise_is_left(file: MainWindow) -> None:
    show(file)
    document = document_of(file)
    document.edit("speelbeurt", Playing("9" * 32, "P3-3P", "middag", from_case_id=SHARED.id))
    document.show_case(SHARED.id)
    action_of(file, "Casus vernietigen…").trigger()
    asked = dialog()
    assert isinstance(asked, DestroyDialog)
    assert "Alle woorden van oefening O2-2O en speelbeurt P3-3P" in words_on_screen()
    tab_to("Welke functie vernietigt de casus")
    type_text("informatiebeheerder")
    tab_to("Typ de code van de casus om te vernietigen")
    type_text(SHARED.code)
    tab_to("Vernietigen")
    press(Key.Key_Space)
    wait_until(lambda: SHARED.code not in {h.code for h in document.headings()})
    dialog().close()
    left = the_exercise(file)
    assert left == Exercise(MADE.id, MADE.code, created_on=left.created_on)
    assert document.file.works() == document.works()
    assert user_backup_dir().is_dir()

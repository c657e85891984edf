"""The table of an organisation comes into a case by keyboard: looked at first, then as one edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QListWidget

from hgkm_desktop.exchange.columns import IN_OUR_TABLE, guessed
from hgkm_desktop.exchange.table_child import read_sheets
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import in_year
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.ui.tables.table_dialog import TableDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event, an_organisation
from tests.exchange.five_tables import FIVE
from tests.ui.keyboard import (
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
    case_of,
    choose_in_menu,
    document_of,
    show_new_file,
    show_read_only,
    words_on_screen,
)

Key = Qt.Key
READ, EMPTY = "Tabel van een organisatie inlezen…", "Lege tabel maken…"
ORGANISATION = "Van welke organisatie is deze tabel"


def a_case() -> Case:
    return a_case_with(an_organisation("politie"), an_event("jan 2020", "eerder"))


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "oefening.hgkm", a_case())
    return window


def a_table(tmp_path: Path, data: bytes, name: str = "tabel.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def choose_file(window: MainWindow, path: Path, *, words: str = READ) -> None:
    """Choose a file in the dialog that the menu opens, as the keyboard does."""
    choose_in_menu(window, words)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    fill(str(path))
    press(Key.Key_Return)


def ask(window: MainWindow, path: Path) -> TableDialog:
    """Choose a table, and wait until its columns are asked."""
    choose_file(window, path)
    dialog = the_dialog()
    wait_until(lambda: bool(words_on_screen(dialog)) and not dialog._background.is_busy)
    return dialog


def the_dialog() -> TableDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TableDialog)
    return dialog


def go_on(dialog: TableDialog, button: str = "Verder") -> None:
    """Press a button at the foot, and wait for what comes of it."""
    tab_to(button)
    press(Key.Key_Space)
    wait_until(lambda: not is_open() or not dialog._background.is_busy)


def is_open() -> bool:
    return isinstance(QApplication.activeModalWidget(), TableDialog)


def rows_of(dialog: QDialog, name: str) -> list[str]:
    (listed,) = [x for x in dialog.findChildren(QListWidget) if x.accessibleName() == name]
    return [listed.item(row).text() for row in range(listed.count())]


def bring_in(window: MainWindow, path: Path, organisation: str) -> None:
    """All steps of a table without anything that is there already."""
    dialog = ask(window, path)
    assert name_of(focused()) == ORGANISATION
    fill(organisation)
    go_on(dialog)
    go_on(dialog, "Inlezen")


def test_two_tables_come_in_with_what_is_double_joined(window: MainWindow, tmp_path: Path) -> None:
    bring_in(window, a_table(tmp_path, FIVE["politie"](), "een.xlsx"), "politie")
    between = case_of(window)
    assert len(between.events) == 6
    dialog = ask(window, a_table(tmp_path, FIVE["wijkteam"](), "twee.ods"))
    fill("wijkteam")
    go_on(dialog)
    assert "5 gebeurtenissen om in te lezen" in words_on_screen(dialog)
    assert "wijkteam" in words_on_screen(dialog)
    go_on(dialog)
    assert "2 paren lijken hetzelfde" in words_on_screen(dialog)
    assert "dezelfde dag; " in words_on_screen(dialog)
    go_on(dialog, "Inlezen")
    assert "Kies nog wat u doet met de paren 1 en 2." in words_on_screen(dialog)
    assert case_of(window) == between
    tab_to("Paar 1 van 2")
    choose("S")
    press(Key.Key_Tab)
    assert name_of(focused()) == "Paar 2 van 2"
    choose("B")
    go_on(dialog, "Inlezen")
    after = case_of(window)
    assert len(after.events) == 6 + 5 - 1
    assert len({event.added_by for event in after.events[-5:]}) == 1
    assert "waarvan 1 samengevoegd" in words_on_screen(window)
    document_of(window).undo_stack.undo()
    assert case_of(window) == between
    document_of(window).undo_stack.undo()
    assert [event.title for event in case_of(window).events] == ["eerder"]


def test_nothing_is_changed_by_a_table_that_is_left(window: MainWindow, tmp_path: Path) -> None:
    before = case_of(window)
    dialog = ask(window, a_table(tmp_path, FIVE["school"]()))
    fill("school")
    go_on(dialog)
    press(Key.Key_Escape)
    assert not is_open()
    assert case_of(window) == before
    assert not document_of(window).undo_stack.canUndo()


def test_afterwards_one_types_on_where_one_was(window: MainWindow, tmp_path: Path) -> None:
    type_text("mei 2022")
    field = focused()
    bring_in(window, a_table(tmp_path, FIVE["school"]()), "school")
    assert focused() is field
    assert text_of(field) == "mei 2022"


def test_problems_are_named_and_gone_once_the_file_is_mended(
    window: MainWindow, tmp_path: Path
) -> None:
    path = a_table(tmp_path, b"datum;wat\n31-2-2021;ruzie\n2021;\n")
    dialog = ask(window, path)
    fill("politie")
    go_on(dialog)
    assert rows_of(dialog, "Problemen") == [
        "Rij 2, kolom A ‘datum’\nDe datum 31-02-2021 bestaat niet. Februari 2021 heeft 28 dagen.",
        "Rij 3, kolom B ‘wat’\nHier staat niet wat er gebeurde.",
    ]
    assert "Er is niets ingelezen." in words_on_screen(dialog)
    assert not dialog._next.isEnabled()
    path.write_bytes(b"datum;wat\n28-2-2021;ruzie\n2021;weer\n")
    go_on(dialog, "Bestand opnieuw lezen")
    go_on(dialog)
    go_on(dialog, "Inlezen")
    assert [event.title for event in case_of(window).events] == ["eerder", "ruzie", "weer"]


def test_the_order_of_day_and_month_is_asked_only_when_it_is_unclear(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = ask(window, a_table(tmp_path, b"datum;wat\n03/04/2021;ruzie\n05/04/2021;weer\n"))
    fill("politie")
    assert "Wat staat eerst in een datum" in words_on_screen(dialog)
    go_on(dialog)
    assert "eerst de dag of eerst de maand" in rows_of(dialog, "Problemen")[0]
    go_on(dialog, "Terug")
    tab_to("Wat staat eerst")
    choose("M")
    go_on(dialog)
    go_on(dialog, "Inlezen")
    assert case_of(window).events[1].start.text() == "4 maart 2021"


def test_a_column_is_chosen_by_hand_and_remembered(window: MainWindow, tmp_path: Path) -> None:
    path = a_table(tmp_path, b"Kenmerk;Jaartal;Verhaal\nnoodkreet;2021;zij belt zelf\n")
    dialog = ask(window, path)
    tab_to("Kolom A ‘Kenmerk’")
    choose("Soort")
    tab_to("Welke soort", Qt.KeyboardModifier.ShiftModifier)
    choose("Si")
    tab_to(ORGANISATION, Qt.KeyboardModifier.ShiftModifier)
    fill("politie")
    go_on(dialog)
    go_on(dialog, "Inlezen")
    event = case_of(window).events[-1]
    assert (event.title, event.kind) == ("zij belt zelf", EventKind.SIGNAAL)
    assert event.start == in_year(2021)
    assert event.fact == "Soort in de tabel: noodkreet"
    dialog = ask(window, path)
    tab_to("Kolom A ‘Kenmerk’")
    assert focused().currentText() == "Soort"  # type: ignore[attr-defined]
    press(Key.Key_Escape)


def test_the_likeliest_sheet_is_taken_and_another_can_be(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = ask(window, a_table(tmp_path, FIVE["Veilig Thuis"](), "een.ods"))
    tab_to("Welk blad")
    assert text_of(focused()) == "Gebeurtenissen"
    choose("Uitleg")
    assert "Kolom A" in words_on_screen(dialog)
    assert "Kolom B" not in words_on_screen(dialog)
    choose("Geb")
    press(Key.Key_Escape)


def test_who_it_is_of_and_on_which_ground(window: MainWindow, tmp_path: Path) -> None:
    dialog = ask(window, a_table(tmp_path, b"wat;bron\nruzie;eigen verslag\n"))
    go_on(dialog)
    assert "Kies van welke organisatie deze tabel is." in words_on_screen(dialog)
    assert name_of(focused()) == ORGANISATION
    type_text("GGD")
    press(Key.Key_Tab)
    type_text("toestemming")
    go_on(dialog)
    go_on(dialog, "Inlezen")
    event = case_of(window).events[-1]
    assert (event.source, event.legal_ground) == ("eigen verslag", "toestemming")
    assert case_of(window).organisation(event.organisation_ids[0]).name == "GGD"


def test_a_dossier_does_not_come_in(window: MainWindow, tmp_path: Path) -> None:
    lines = "".join(f"bel 06-1234567{n} na de ruzie;2021\n" for n in range(8))
    dialog = ask(window, a_table(tmp_path, f"wat;datum\n{lines}".encode()))
    fill("politie")
    go_on(dialog)
    assert "Dit lijkt een tekst uit een dossier" in words_on_screen(dialog)
    assert not dialog._next.isEnabled()
    press(Key.Key_Escape)
    assert len(case_of(window).events) == 1


def test_what_was_found_is_shown_by_row(window: MainWindow, tmp_path: Path) -> None:
    table = "datum;wat\n2021;ruzie\n2021;mail naar jan@voorbeeld.nl\n"
    dialog = ask(window, a_table(tmp_path, table.encode()))
    fill("politie")
    go_on(dialog)
    found = rows_of(dialog, "Wat er is gevonden")
    assert any("jan@voorbeeld.nl" in one and "rij 3" in one for one in found)
    go_on(dialog, "Inlezen")
    assert len(case_of(window).events) == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "Dit bestand is geen tabel."),
        (b"PK\x03\x04 kapot", "Dit bestand is beschadigd"),
        (b"x;y\n" * 20_001, "meer dan 20.000 rijen"),
    ],
)
def test_a_file_that_is_not_read(
    window: MainWindow, tmp_path: Path, data: bytes, said: str
) -> None:
    dialog = ask(window, a_table(tmp_path, data))
    assert said in words_on_screen(dialog)
    assert "Er is niets ingelezen." in words_on_screen(dialog)
    assert not dialog._next.isEnabled()
    press(Key.Key_Escape)
    assert not is_open()


def test_a_case_that_changes_meanwhile_is_looked_at_again(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = ask(window, a_table(tmp_path, FIVE["school"]()))
    fill("school")
    go_on(dialog)
    document = document_of(window)
    document.edit("erbij", case_of(window).put(an_event("2021", "intussen", seq=9.0)))
    assert "De casus is intussen veranderd." in words_on_screen(dialog)
    go_on(dialog)
    go_on(dialog, "Inlezen")
    assert len(case_of(window).events) == 2 + 3


def test_a_locked_file_takes_the_table_out_of_reach(window: MainWindow, tmp_path: Path) -> None:
    ask(window, a_table(tmp_path, FIVE["school"]()))
    document_of(window).locks.emit()
    assert not is_open()


def test_a_file_that_can_only_be_read_takes_no_table(window: MainWindow, tmp_path: Path) -> None:
    show_read_only(window, tmp_path / "alleen lezen.hgkm", a_case())
    assert not action_of(window, READ).isEnabled()
    assert action_of(window, EMPTY).isEnabled()


@pytest.mark.parametrize("suffix", [".ods", ".csv"])
def test_an_empty_table_is_made_and_can_be_read_back(
    window: MainWindow, tmp_path: Path, suffix: str
) -> None:
    choose_in_menu(window, EMPTY)
    assert name_of(focused()) == "Voor welke organisatie"
    fill("Veilig Thuis")
    if suffix == ".csv":
        tab_to("In welke vorm")
        choose("Csv")
    tab_to("Bewaren")
    press(Key.Key_Space)
    assert isinstance(QApplication.activeModalWidget(), QFileDialog)
    fill(str(tmp_path / "leeg"))
    press(Key.Key_Return)
    path = tmp_path / f"leeg{suffix}"
    assert guessed(read_sheets(path.read_bytes())[0]).targets == IN_OUR_TABLE
    assert str(path) in words_on_screen(window)
    dialog = ask(window, path)
    fill("Veilig Thuis")
    go_on(dialog)
    assert "Onder de koppen staat geen enkele gebeurtenis." in words_on_screen(dialog)
    press(Key.Key_Escape)


def test_an_empty_table_asks_for_whom_it_is(window: MainWindow) -> None:
    choose_in_menu(window, EMPTY)
    press(Key.Key_Return)
    assert "Vul in voor welke organisatie de tabel is." in words_on_screen()
    press(Key.Key_Escape)


def test_texts_that_are_too_long_together_stay_apart(window: MainWindow, tmp_path: Path) -> None:
    long = "x" * 19_000
    table = f"datum;soort;wat;feit\n3-2-2021;melding;buren bellen over ruzie;{long}\n"
    bring_in(window, a_table(tmp_path, table.encode()), "politie")
    before = case_of(window)
    again = table.replace(long, "y" * 19_000)
    dialog = ask(window, a_table(tmp_path, again.encode()))
    fill("wijkteam")
    go_on(dialog)
    go_on(dialog)
    choose("S")
    go_on(dialog, "Inlezen")
    assert "langer dan 20.000 tekens" in words_on_screen(dialog)
    assert case_of(window) == before
    tab_to("Paar 1 van 1")
    press(Key.Key_Down)
    go_on(dialog, "Inlezen")
    assert len(case_of(window).events) == 3

"""The window of the herleidbaarheidscheck: findings, replacing, putting aside, and the gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.entry_line import read_entry
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import cleared, read_through
from hgkm_desktop.models.records import FileSettings, Lesson
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import texts_of
from hgkm_desktop.privacy import check as check_text
from hgkm_desktop.ui.check.check_list import CheckList
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.check.replace_dialog import ReplaceDialog
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.writing.marked_text import LETTERS_AROUND, MarkedText
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE
from tests.casefile.files import rows as stored
from tests.messy_case import a_messy_case
from tests.ui.keyboard import fill, focused, name_of, press, tab_to, type_text, wait_until
from tests.ui.open_window import (
    case_of,
    document_of,
    show_new_file,
    show_read_only,
    told,
    words_on_screen,
    workspace_of,
)

FUNCTION = "wijkteamleider"
SPACE = Qt.Key.Key_Space
CLEAN = a_case_with(an_event("mrt 2021", "ruzie"))


def shown(window: MainWindow) -> CheckWindow:
    """Ask for the window, and wait until the case was looked through."""
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    return answered(next(iter(window.findChildren(CheckWindow))))


def answered(check: CheckWindow) -> CheckWindow:
    wait_until(lambda: check._check.answer is not None)
    return check


def rows(check: CheckWindow) -> list[str]:
    listed = check.findChild(CheckList)
    assert listed is not None
    return [listed.item(number).text() for number in range(listed.count())]


def chosen_word(check: CheckWindow) -> str:
    listed = check.findChild(CheckList)
    assert listed is not None
    return listed.currentItem().text().partition("\n")[0]


def go_to(check: CheckWindow, word: str) -> None:
    """Walk through the list to the first row of this word."""
    tab_to("Wat er is gevonden")
    press(Qt.Key.Key_Home)
    for _ in rows(check):
        if chosen_word(check) == word:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"{word} is not in {rows(check)}")


def every_text(case: Case) -> str:
    return " ".join(text.text for text in texts_of(case))


def give_function() -> None:
    """Answer the dialog that asks who works here."""
    type_text(FUNCTION)
    tab_to("Bewaren")
    press(SPACE)


def do(words: str) -> None:
    tab_to(words)
    press(SPACE)


# --- what it shows ------------------------------------------------------------------------------


def test_all_is_listed_the_most_certain_first(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    listed = rows(check)
    assert listed[0] == "Zeker: vervang of haal weg (2)"
    assert listed[1] == "06-12345678\nZeker · telefoonnummer · gebeurtenis 1, wat we precies weten"
    assert any(row.startswith("Waarschijnlijk: beslis voor elk (") for row in listed)
    words = words_on_screen(check)
    assert "Gevonden: 2 keer zeker en" in words
    assert "Deze controle vindt niet alles." in words
    assert "anoniem" not in words


def test_a_screen_reader_hears_word_kind_and_place_of_a_row(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    listed = QAccessible.queryAccessibleInterface(shown(window)._list)
    assert listed is not None
    names = [listed.child(n).text(QAccessible.Text.Name) for n in range(listed.childCount())]
    assert "06-12345678. Zeker · telefoonnummer · gebeurtenis 1, wat we precies weten" in names


def test_a_deelbare_case_in_which_more_is_found_by_now_says_so(
    window: MainWindow, tmp_path: Path
) -> None:
    read = read_through(a_messy_case(), FUNCTION, date(2026, 5, 3))
    show_new_file(window, tmp_path / "a.hgkm", read)
    words = words_on_screen(shown(window))
    assert "Deze casus is deelbaar." in words
    assert "2 keer zeker: vervang het of haal het weg." in words


def test_the_word_is_marked_in_its_text_with_the_reason(window: MainWindow, tmp_path: Path) -> None:
    title = "Fatima belt"
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event("mrt 2021", title)))
    check = shown(window)
    text = check.findChild(MarkedText)
    assert text is not None
    assert text.toPlainText() == title
    assert text.textCursor().charFormat().fontUnderline()
    assert "Fatima" in text.accessibleDescription()


def test_of_a_very_long_text_only_what_is_around_the_word_is_shown(
    window: MainWindow, tmp_path: Path
) -> None:
    long = f"{'de buren hoorden ruzie. ' * 300}Fatima belt.{' dat was in de nacht.' * 300}"
    event = an_event("mrt 2021", "ruzie", fact=long)
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(event))
    text = shown(window).findChild(MarkedText)
    assert text is not None
    assert "Fatima" in text.toPlainText()
    assert len(text.toPlainText()) < 2 * LETTERS_AROUND + 20


def test_a_clean_case_says_so_and_asks_to_read_it(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    words = words_on_screen(shown(window))
    assert "Niets gevonden; lees zelf na: zou een buurman of collega dit gezin" in words
    assert "Lees de casus zelf na" in words


def test_the_name_of_the_file_is_looked_at_and_cannot_be_replaced(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "Fatima.hgkm", CLEAN)
    check = shown(window)
    assert "Fatima\nWaarschijnlijk · naam · naam van het bestand" in rows(check)
    assert "geef het een andere naam" in words_on_screen(check)
    assert not check._detail._here.isVisible()


def test_the_name_on_documents_counts_only_where_it_says_where_someone_hides(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    document = document_of(window)
    document.change_settings(FileSettings("Gemeente Zwolle"))
    check = shown(window)
    assert not [row for row in rows(check) if "organisatie op documenten" in row]
    document.change_settings(FileSettings("blijfhuis in Zwolle"))
    assert check._check.answer is None, "what was known is about another name"
    window.activateWindow()
    check.activateWindow()
    answered(check)
    assert rows(check)[1].endswith("Zeker · opvang of schuilplaats · organisatie op documenten")
    assert "1 keer zeker: vervang het of haal het weg." in words_on_screen(check)
    check._list.setCurrentRow(1)
    assert "Geef bij Huisstijl een naam" in words_on_screen(check)
    assert not check._detail._here.isVisible()
    assert not check._gate._share.isEnabled()


def test_hints_on_wording_stand_last_and_count_for_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    event = an_event("mrt 2021", "moeder belt", fact="Het was een vechtscheiding.")
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(event))
    check = shown(window)
    assert rows(check) == [
        "Woordkeus: een tip, telt niet mee (1)",
        "vechtscheiding\nVerouderd woord · gebeurtenis 1, wat we precies weten",
    ]
    words = words_on_screen(check)
    assert "Niets gevonden; lees zelf na" in words
    assert "Schrijf liever: complexe scheiding." in words
    assert "Het houdt de casus niet tegen." in words
    assert not check._detail._here.isVisible()
    assert not check._detail._clear.isVisible()
    tab_to("Ik heb de hele casus zelf nagelezen")
    press(SPACE)
    tab_to("Functie van wie naleest (geen naam)")
    fill(FUNCTION)
    do("Deelbaar maken")
    assert case_of(window).state is CaseState.DEELBAAR


def test_a_hint_goes_to_its_place(window: MainWindow, tmp_path: Path) -> None:
    event = an_event("mrt 2021", "moeder werkt niet mee")
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(event))
    check, places = shown(window), list[str]()
    check.place_wanted.connect(lambda place: places.append(place.text))
    do("Naar de plek")
    assert places == ["moeder werkt niet mee"]


def test_five_hundred_findings_are_listed(window: MainWindow, tmp_path: Path) -> None:
    events = [an_event("mrt 2021", f"Fatima belt {number}") for number in range(500)]
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(*events))
    check = shown(window)
    assert len(rows(check)) == 501
    press(Qt.Key.Key_End)
    assert chosen_word(check) == "Fatima"


def test_how_far_it_is_is_shown_while_nothing_is_known(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    (check,) = window.findChildren(CheckWindow)
    check._check._background.progressed.emit(0.4)
    assert "Wordt nagelezen… 40%" in words_on_screen(check)
    answered(check)
    check._check._background.progressed.emit(0.6)
    assert "60%" not in words_on_screen(check)


def test_another_case_is_another_list(window: MainWindow, tmp_path: Path) -> None:
    other = replace(a_case_with(an_event("mrt 2021", "Fatima belt")), code="B3-1A")
    workspace = show_new_file(window, tmp_path / "a.hgkm", other, a_messy_case())
    workspace.document.show_case(other.id)
    check = shown(window)
    messy = next(h.id for h in workspace.document.headings() if h.id != other.id)
    workspace.document.show_case(messy)
    assert rows(check) == []
    answered(check)
    assert "Fatima" not in rows(check)[0]


def test_nothing_is_left_in_it_while_locked_and_all_is_back_after(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    assert window.watching is not None
    window.watching.locking.lock()
    assert rows(check) == []
    assert "06-12345678" not in " ".join(found.text() for found in check.findChildren(QLabel))
    assert check._detail._text.toPlainText() == ""
    page = window.watching.locking.page
    assert page is not None
    page.given.emit(PASSPHRASE, False)
    assert len(rows(answered(check))) > 5


def test_a_check_in_flight_does_not_hold_up_closing(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert "Wordt nagelezen" in words_on_screen(window.findChildren(CheckWindow)[0])
    assert window.close_file()
    assert window.document is None


def test_without_a_case_there_is_nothing_to_ask(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm")
    assert window.open_file is not None
    assert not window.open_file.check.action.isEnabled()


# --- replacing ----------------------------------------------------------------------------------


def test_one_is_replaced_undone_and_the_keyboard_goes_on(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    before = case_of(window)
    go_to(check, "Fatima")
    tab_to("Vervang door, in eigen woorden")
    fill("de buurvrouw")
    do("Vervang hier")
    give_function()
    assert "Haar buurvrouw de buurvrouw hoorde" in every_text(case_of(window))
    answered(check)
    assert name_of(focused()) == "Wat er is gevonden"
    assert chosen_word(check) == "sanne"
    assert "Aangepast: " in words_on_screen(check)
    assert "In oudere back-ups, kopieën en documenten staat nog wat er stond." in words_on_screen(
        check
    )
    assert check._older.isVisible()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case_of(window) == before
    assert not check._older.isVisible()
    assert "Fatima\n" in "".join(rows(answered(check)))
    assert "Vervangen in" not in words_on_screen(check)


def test_a_word_is_replaced_everywhere_after_a_look_at_each_text(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    before = case_of(window)
    go_to(check, "Sanne")
    do("Vervang overal in deze casus")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReplaceDialog)
    assert name_of(focused()) == "Vervang door"
    fill("moeder")
    tab_to("Teksten die veranderen")
    listed = dialog._list
    assert listed.count() == 5
    assert "Nu: Sanne belt de politie\nWordt: Moeder belt de politie" in listed.item(1).text()
    press(Qt.Key.Key_End)
    press(SPACE)  # the last one stays as it is
    assert "4 van 5 teksten veranderen." in words_on_screen(dialog)
    assert case_of(window) == before
    tab_to("Uw functie")
    type_text(FUNCTION)
    do("Vervangen")
    said = every_text(case_of(window))
    assert said.casefold().count("sanne") == 1
    assert "Moeder belt de politie" in said
    assert [a.by for a in case_of(window).read.alterations] == [FUNCTION]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case_of(window) == before


def test_two_betrokkenen_of_one_role_are_refused_and_nothing_is_lost(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    before = case_of(window)
    go_to(check, "Sanne")
    do("Vervang overal in deze casus")
    fill("vader")
    tab_to("Uw functie")
    type_text(FUNCTION)
    do("Vervangen")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReplaceDialog)
    assert "betrokkene of organisatie die zo heet" in dialog._problem.text()
    assert case_of(window) == before
    tab_to("Teksten die veranderen")
    press(SPACE)  # the betrokkene itself stays
    do("Vervangen")
    assert "Vader belt de politie" in every_text(case_of(window))


def test_replacing_here_says_why_it_cannot_be(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    before = case_of(window)
    go_to(check, "Sanne")  # the betrokkene
    tab_to("Vervang door, in eigen woorden")
    fill("vader")
    do("Vervang hier")
    give_function()
    assert case_of(window) == before
    assert "betrokkene of organisatie die zo heet" in check._problem.text()


def test_what_replaced_a_word_is_suggested_first_the_next_time(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    go_to(check, "Fatima")
    tab_to("Vervang door, in eigen woorden")
    fill("de vrouw van hiernaast")
    do("Vervang hier")
    give_function()
    lesson = Lesson("d" * 32, 2.0, "Luister naar FATIMA.")
    document_of(window).edit("les", case_of(window).put(lesson))
    answered(check)
    go_to(check, "FATIMA")
    assert check._detail.own.text() == "de vrouw van hiernaast"


def test_a_field_suggests_what_replaced_the_word_before(window: MainWindow, tmp_path: Path) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    go_to(check, "Fatima")
    tab_to("Vervang door, in eigen woorden")
    fill("de vrouw van hiernaast")
    do("Vervang hier")
    give_function()
    check.close()
    workspace.show_step(0)
    reason = next(
        f for f in workspace.findChildren(TextBlock) if f.accessibleName() == "Aanleiding"
    )
    reason.setPlainText("De oproep kwam van Fatima zelf.")
    wait_until(lambda: bool(reason.underlines.marks))
    (mark,) = reason.underlines.marks
    assert reason.underlines.suggestions(mark)[0] == "de vrouw van hiernaast"


def test_a_field_asks_to_replace_a_word_everywhere_or_to_put_it_aside(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    window.text_watch.everywhere_asked.emit("Fatima")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReplaceDialog)
    assert "Vul in wat er moet komen te staan." in words_on_screen(dialog)
    type_text("de vrouw van hiernaast")
    tab_to("Uw functie")
    type_text(FUNCTION)
    do("Vervangen")
    assert "Fatima" not in every_text(case_of(window))
    assert "Vervangen in 1 tekst." in words_on_screen(workspace_of(window))
    (found,) = check_text("Zwolle")
    window.text_watch.clearing_asked.emit("Zwolle", found)
    type_text("komt in elke gemeente voor")
    do("Bewaren")
    assert [decision.word for decision in case_of(window).read.cleared] == ["zwolle"]


def test_the_memory_of_words_is_gone_after_closing_and_locking(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.hgkm"
    show_new_file(window, path, a_messy_case())
    check = shown(window)
    go_to(check, "Fatima")
    tab_to("Vervang door, in eigen woorden")
    fill("de vrouw van hiernaast")
    do("Vervang hier")
    give_function()
    memory, case = window.text_watch.memory, case_of(window)
    assert memory.suggestions(case.id, "fatima", ()) == ("de vrouw van hiernaast",)
    assert window.watching is not None
    window.watching.locking.lock()
    assert memory.suggestions(case.id, "fatima", ()) == ()
    memory.remember(case.id, "fatima", "de vrouw van hiernaast")
    window._drop_file()
    assert memory.suggestions(case.id, "fatima", ()) == ()
    tables = [name for (name,) in stored(path, "SELECT name FROM sqlite_master WHERE type='table'")]
    rows_of_all = " ".join(str(stored(path, f'SELECT * FROM "{table}"')) for table in tables)
    assert "hiernaast" in rows_of_all  # the control: the text itself
    assert "fatima" not in rows_of_all.casefold()


# --- putting aside ------------------------------------------------------------------------------


def test_a_word_is_put_aside_with_a_reason(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event("mrt 2021", "Fatima belt")))
    check = shown(window)
    do("Niet herleidbaar")
    do("Bewaren")  # without a reason
    assert "Kies of schrijf eerst een reden." in words_on_screen()
    tab_to("Waarom wijst het niemand aan")
    press(Qt.Key.Key_Down)
    do("Bewaren")
    (decision,) = case_of(window).read.cleared
    assert (decision.word, decision.kind) == ("fatima", "naam")
    answered(check)
    assert rows(check)[0] == "Niet herleidbaar: telt niet mee (1)"
    assert "Niets gevonden" in words_on_screen(check)
    do("Weer meetellen")
    assert rows(answered(check))[0].startswith("Waarschijnlijk")


def test_what_was_put_aside_and_is_replaced_after_all_is_kept_nowhere(
    window: MainWindow, tmp_path: Path
) -> None:
    decision = Cleared("fatima", "naam", "naam van een hond")
    case = a_case_with(an_event("mrt 2021", "Fatima belt"), an_event("apr 2021", "Fatima schrijft"))
    show_new_file(window, tmp_path / "a.hgkm", cleared(case, decision))
    window.text_watch.everywhere_asked.emit("Fatima")
    type_text("moeder")
    tab_to("Uw functie")
    type_text(FUNCTION)
    do("Vervangen")
    assert case_of(window).read.cleared == ()


def test_a_likely_number_cannot_be_put_aside_and_it_says_why(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case_with(an_event("mrt 2021", "zie 2023.118.442 in het systeem"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    check = shown(window)
    assert rows(check)[0].startswith("Waarschijnlijk")
    assert not check._detail._clear.isVisible()
    assert "Een nummer kan niet ‘niet herleidbaar’ zijn" in words_on_screen(check)


def test_in_a_dialog_that_holds_an_older_text_nothing_is_replaced_everywhere(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    page = workspace.timeline_page
    page.edits.change(case_of(window).events[0].id)
    dialog = QApplication.activeModalWidget()
    window.text_watch.everywhere_asked.emit("Fatima")
    assert "Bewaar eerst wat u in dit venster typte" in told()
    assert isinstance(dialog, QDialog)
    dialog.done(0)


def test_a_word_put_aside_in_the_dialog_of_a_new_event_stays_aside(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    reading = read_entry("mei 2021 Fatima belt", CLEAN)
    workspace.timeline_page.edits.add_with_details(reading)
    (found,) = check_text("Fatima")
    window.text_watch.clearing_asked.emit("Fatima", found)
    type_text("naam van een hond")
    do("Bewaren")
    do("Bewaren")
    assert "Fatima belt" in every_text(case_of(window))
    assert [decision.word for decision in case_of(window).read.cleared] == ["fatima"]


def test_what_is_certain_cannot_be_put_aside_and_it_says_why(
    window: MainWindow, tmp_path: Path
) -> None:
    title = "bel 06-12345678"
    show_new_file(window, tmp_path / "a.hgkm", a_case_with(an_event("mrt 2021", title)))
    check = shown(window)
    assert not check._detail._clear.isVisible()
    assert "Wat zeker is, kan niet ‘niet herleidbaar’ zijn" in words_on_screen(check)


# --- the gate -----------------------------------------------------------------------------------


def test_from_the_menu_to_deelbaar_with_the_keyboard_only(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case_with(an_event("mrt 2021", "Fatima belt"), an_event("apr 2021", "een kwiebelhout"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    check = shown(window)
    assert "1 keer waarschijnlijk: beslis" in words_on_screen(check)
    tab_to("Vervang door, in eigen woorden")
    fill("moeder")
    do("Vervang hier")
    give_function()
    answered(check)
    do("Ik heb ‘kwiebelhout’ bekeken")
    do("Ik heb de hele casus zelf nagelezen")
    assert check._gate._share.isEnabled()
    do("Deelbaar maken")
    read = case_of(window).read
    assert case_of(window).state is CaseState.DEELBAAR
    assert (read.by, read.on) == (FUNCTION, date.today())
    answered(check)
    assert f"door: {FUNCTION}" in words_on_screen(check)
    do("Weer in bewerking nemen")
    assert case_of(window).state is CaseState.IN_BEWERKING
    assert not check._gate._share.isEnabled()


def test_a_clean_case_is_not_deelbaar_without_a_tick_and_a_function(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    check = shown(window)
    share = check._gate._share
    assert not share.isEnabled()
    do("Ik heb de hele casus zelf nagelezen")
    assert not share.isEnabled()
    tab_to("Functie van wie naleest")
    type_text("Sanne de Vries")
    assert "lijkt een naam" in words_on_screen(check)
    assert not share.isEnabled()
    fill(FUNCTION)
    assert share.isEnabled()


def test_the_gate_closes_at_once_when_the_case_changes(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    check = shown(window)
    do("Ik heb de hele casus zelf nagelezen")
    tab_to("Functie van wie naleest")
    type_text(FUNCTION)
    assert check._gate._share.isEnabled()
    document_of(window).edit("x", case_of(window).put(an_event("mei 2021", "Fatima belt")))
    assert not check._gate._share.isEnabled()
    assert "Wordt nagelezen" in words_on_screen(check)
    answered(check)
    assert not check._gate._share.isEnabled()
    assert not check._gate._read.isChecked()


def test_an_answer_about_an_older_value_never_comes(window: MainWindow, tmp_path: Path) -> None:
    many = a_case_with(*(an_event("mrt 2021", f"Fatima belt {n} keer") for n in range(200)))
    show_new_file(window, tmp_path / "a.hgkm", many)
    check = shown(window)._check
    document = document_of(window)
    about: list[bool] = []

    def hear() -> None:
        if check.answer is not None:
            about.append(check.answer.case is document.case)

    document.edit("x", case_of(window).put(an_event("apr 2021", "ruzie")))
    wait_until(lambda: check._background.is_busy)
    check.changed.connect(hear)
    document.edit("x", case_of(window).put(an_event("mei 2021", "gesprek")))
    wait_until(lambda: bool(about))
    assert about == [True]


def test_words_that_are_mogelijk_stand_in_the_way_until_they_were_looked_at(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case_with(an_event("mrt 2021", "een kwiebelhout"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    gate = shown(window)._gate
    do("Ik heb de hele casus zelf nagelezen")
    tab_to("Functie van wie naleest")
    type_text(FUNCTION)
    assert not gate._share.isEnabled()
    assert "Bekijk dit ene woord" in words_on_screen(gate)
    do("Ik heb ‘kwiebelhout’ bekeken")
    assert gate._share.isEnabled()


def test_the_tick_for_reading_is_empty_again_when_a_text_says_something_else(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    gate = shown(window)._gate
    do("Ik heb de hele casus zelf nagelezen")
    assert gate._read.isChecked()
    (event,) = case_of(window).events
    document_of(window).edit("x", case_of(window).put(replace(event, title="schelden")))
    assert not gate._read.isChecked()


def test_tab_goes_through_the_gate_as_it_is_read(window: MainWindow, tmp_path: Path) -> None:
    case = a_case_with(an_event("mrt 2021", "een kwiebelhout"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    gate = shown(window)._gate
    tab_to("Ik heb ‘kwiebelhout’ bekeken")
    for part in (gate._read, gate._function):
        press(Qt.Key.Key_Tab)
        assert part.hasFocus()
    gate._looked.setChecked(True)
    gate._read.setChecked(True)
    type_text(FUNCTION)
    press(Qt.Key.Key_Tab)
    assert gate._share.hasFocus()


def test_the_tick_for_words_is_empty_again_when_there_are_others(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case_with(an_event("mrt 2021", "een kwiebelhout"))
    show_new_file(window, tmp_path / "a.hgkm", case)
    check = shown(window)
    do("Ik heb ‘kwiebelhout’ bekeken")
    assert check._gate._looked.isChecked()
    document_of(window).edit("x", case_of(window).put(an_event("mei 2021", "een snorvelbak")))
    answered(check)
    tab_to("Ik heb ‘")
    assert not check._gate._looked.isChecked()


def test_after_a_change_only_what_changed_is_to_be_read(window: MainWindow, tmp_path: Path) -> None:
    event = an_event("mrt 2021", "een kwiebelhout")
    read = read_through(a_case_with(event), FUNCTION, date(2026, 5, 3))
    show_new_file(window, tmp_path / "a.hgkm", read)
    check = shown(window)
    assert "Deze casus is deelbaar. Nagelezen op 3 mei 2026 door: wijkteamleider." in (
        words_on_screen(check)
    )
    document_of(window).edit("x", case_of(window).put(an_event("mei 2021", "rustig overleg")))
    answered(check)
    assert "Veranderd sinds het nalezen: lees na (1)" in rows(check)
    assert "Daarna is 1 tekst veranderd." in words_on_screen(check)
    assert not check._gate._looked.isVisible()
    do("Ik heb de teksten die veranderd zijn zelf nagelezen")
    tab_to("Functie van wie naleest")
    type_text("jeugdarts")
    do("Deelbaar maken")
    assert case_of(window).read.by == "jeugdarts"


def test_facts_that_single_out_are_warned_of_and_listed(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    assert "Kans op herkenning" in words_on_screen(check)
    do("Welke feiten")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert name_of(focused()) == "Feiten die weinig gezinnen delen"
    dialog.close()


def test_a_fact_that_was_put_aside_is_listed_with_the_others(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case_with(an_event(fact="Zij verhuisden naar Almelo."))
    aside = cleared(case, Cleared("almelo", "plaats", "komt vaak voor"))
    show_new_file(window, tmp_path / "a.hgkm", aside)
    answer = shown(window)._check.answer
    assert answer is not None
    assert answer.findings == ()
    assert [fact.words for fact in answer.facts] == ["Almelo"]


def test_a_file_that_can_only_be_read_shows_and_changes_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    show_read_only(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    assert len(rows(check)) > 5
    assert "alleen te lezen" in words_on_screen(check)
    assert not check._detail._here.isEnabled()
    assert not check._gate._share.isVisible()


# --- where it stands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "title"),
    [("06-12345678", "Gebeurtenis"), ("Sannes", "Beleving"), ("Zwolle", "Les wijzigen")],
)
def test_the_way_to_where_it_stands(
    window: MainWindow, tmp_path: Path, word: str, title: str
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    go_to(check, word)
    do("Naar de plek")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle().startswith(title)
    dialog.done(0)


def test_the_way_to_a_text_of_the_case_itself(window: MainWindow, tmp_path: Path) -> None:
    case = a_case_with(an_event("mrt 2021"), reason="Fatima vroeg erom.")
    show_new_file(window, tmp_path / "a.hgkm", case)
    shown(window)
    do("Naar de plek")
    assert workspace_of(window).current_step() == 0
    assert [w for w in workspace_of(window).findChildren(TextBlock) if w.hasFocus()]


def test_closing_goes_back_to_the_field_that_was_left(window: MainWindow, tmp_path: Path) -> None:
    line = show_new_file(window, tmp_path / "a.hgkm", CLEAN).timeline_page.entry.line
    line.setFocus()
    shown(window)
    press(Qt.Key.Key_Escape)
    assert focused() is line


def test_the_way_from_the_header(window: MainWindow, tmp_path: Path) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", CLEAN)
    workspace._header.check.click()
    assert isinstance(window.findChildren(CheckWindow)[0], CheckWindow)


def test_a_document_that_goes_takes_the_window_along(window: MainWindow, tmp_path: Path) -> None:
    show_new_file(window, tmp_path / "a.hgkm", a_messy_case())
    check = shown(window)
    window._drop_file()
    assert rows(check) == []
    assert not check.isVisible()

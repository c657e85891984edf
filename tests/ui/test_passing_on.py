"""A copy for a colleague, by keyboard: only the chosen case, with a passphrase of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.file.herstelblad_dialog import HerstelbladDialog
from hgkm_desktop.ui.file.transport_dialog import TransportDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, open_file
from tests.ui.keyboard import fill, focused, name_of, press, tab_to, type_text, wait_until
from tests.ui.open_window import choose_in_menu, document_of, show_new_file, words_on_screen

Key = Qt.Key
FIRST = a_case_with(an_event("mrt 2021", "van dit gezin"), title="eerste", code="Q8-4T")
SECOND = a_case_with(an_event("mei 2021", "van een ander gezin"), title="tweede", code="K2-2K")
OWN = "eigen woorden voor de kopie"
FUNCTION = "Uw functie, bij verschoven data (geen naam)"


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    show_new_file(window, tmp_path / "oefening.hgkm", FIRST, SECOND)
    return window


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "voor een collega.hgkm"


def ask(window: MainWindow) -> TransportDialog:
    """Ask for a copy, and wait until the case that is chosen was looked through."""
    choose_in_menu(window, "Kopie voor een collega…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TransportDialog)
    looked_through(dialog)
    return dialog


def looked_through(dialog: TransportDialog) -> str:
    """What is said of the chosen cases, once that is known."""
    wait_until(lambda: dialog._check.answer is not None)
    return dialog._found.text()


def give_passphrase(words: str = OWN) -> None:
    tab_to("Wachtwoord van de kopie")
    type_text(words)
    tab_to("Nog een keer")
    type_text(words)


def test_the_case_on_screen_is_chosen_and_comes_alone(window: MainWindow, to: Path) -> None:
    ask(window)
    assert name_of(focused()) == "Casussen in de kopie"
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert str(to) in box.text()
    assert f"Erin: {FIRST.code}." in box.text()
    assert "andere weg" in box.informativeText()
    press(Key.Key_Escape)
    with open_file(to, OWN) as copy:
        assert [h.id for h in copy.headings()] == [FIRST.id]
        assert copy.load(FIRST.id) == FIRST


def test_another_case_is_chosen_with_the_space_bar(window: MainWindow, to: Path) -> None:
    ask(window)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    wait_until(to.exists)
    press(Key.Key_Escape)
    with open_file(to, OWN) as copy:
        assert [h.id for h in copy.headings()] == [SECOND.id]


def proposed(dialog: TransportDialog) -> Path:
    return Path(dialog._path.text())


def test_the_proposed_name_says_what_is_chosen(window: MainWindow) -> None:
    dialog = ask(window)
    assert proposed(dialog).name == "casus-Q8-4T.hgkm"
    folder = proposed(dialog).parent
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert re.fullmatch(r"casussen-[0-9A-F]{4}\.hgkm", proposed(dialog).name), "both are in it"
    press(Key.Key_Up)
    press(Key.Key_Space)
    assert proposed(dialog) == folder / "casus-K2-2K.hgkm"
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert "K2-2K" not in proposed(dialog).name, "nothing is in it"
    press(Key.Key_Escape)


def test_a_name_of_the_users_own_stays_and_a_folder_too(window: MainWindow, to: Path) -> None:
    dialog = ask(window)
    dialog._path.setText(str(to.with_name("casus-Q8-4T.hgkm")))  # as after 'Andere plek…'
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert proposed(dialog) == to.with_name("casus-K2-2K.hgkm")
    tab_to("Waar en onder welke naam")
    fill(str(to))
    dialog._cases.setFocus()
    press(Key.Key_Space)
    assert proposed(dialog) == to
    press(Key.Key_Escape)


def test_the_confirmation_names_every_case_in_it(window: MainWindow, to: Path) -> None:
    ask(window)
    press(Key.Key_Down)
    press(Key.Key_Space)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    wait_until(to.exists)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Erin: Q8-4T en K2-2K." in box.text()
    assert str(to) in box.text()
    press(Key.Key_Escape)


def test_without_a_case_or_with_two_passphrases_nothing_is_made(
    window: MainWindow, to: Path
) -> None:
    dialog = ask(window)
    press(Key.Key_Space)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    assert "minstens één casus" in words_on_screen(dialog)
    type_text("x")
    press(Key.Key_Return)
    assert "niet gelijk" in words_on_screen(dialog)
    assert not to.exists()
    press(Key.Key_Escape)


def test_nothing_is_written_over_a_file(window: MainWindow, to: Path) -> None:
    to.write_bytes(b"van een ander")
    dialog = ask(window)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    assert "staat al een bestand" in words_on_screen(dialog)
    assert to.read_bytes() == b"van een ander"
    press(Key.Key_Escape)


def test_the_passphrase_of_the_own_file_is_refused_in_a_sentence(
    window: MainWindow, to: Path
) -> None:
    dialog = ask(window)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase(PASSPHRASE)
    press(Key.Key_Return)
    assert "wachtwoord van uw eigen bestand" in words_on_screen(dialog)
    assert "ander wachtwoord" in words_on_screen(dialog)
    assert not to.exists()
    press(Key.Key_Escape)


def test_five_words_are_offered_and_its_own_herstelblad(window: MainWindow, to: Path) -> None:
    ask(window)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    tab_to("Bedenk vijf woorden voor mij")
    press(Key.Key_Space)
    tab_to("Kopie maken")
    press(Key.Key_Space)
    wait_until(to.exists)
    tab_to("Herstelblad van de kopie…")
    press(Key.Key_Space)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, HerstelbladDialog)
    code = "-".join(sheet._groups)
    assert window.document is not None
    assert code != window.document.file.recovery_code()
    press(Key.Key_Escape)
    assert "wie de kopie opent" in QApplication.activeModalWidget().informativeText()  # type: ignore[union-attr]
    tab_to("Doorgaan zonder")
    press(Key.Key_Space)
    with open_file(to, code, by_code=True) as copy:
        assert len(copy.headings()) == 1


def words_in_box() -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box.text()


def moved_copy(window: MainWindow, to: Path, by: str = "wijkteamleider") -> TransportDialog:
    """Ask for a copy of which all dates are moved, by keyboard."""
    dialog = ask(window)
    tab_to("Alle data verschuiven met een geheim aantal weken")
    press(Key.Key_Space)
    tab_to(FUNCTION)
    fill(by)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    return dialog


def test_all_dates_of_a_copy_are_moved_when_that_is_asked(window: MainWindow, to: Path) -> None:
    assert window.document is not None
    moved_copy(window, to)
    assert "Alle data erin zijn verschoven" in words_in_box()
    press(Key.Key_Escape)
    with open_file(to, OWN) as copy:
        case = copy.load(FIRST.id)
    assert case.events[0].start != FIRST.events[0].start
    assert case.events[0].title == FIRST.events[0].title
    assert [note.by for note in case.read.alterations] == ["wijkteamleider"]
    assert window.document.file.load(FIRST.id) == FIRST, "only in the copy"


@pytest.mark.parametrize("by", ["Fatima Yilmaz", " "])
def test_who_moves_dates_is_a_function_and_no_name(window: MainWindow, to: Path, by: str) -> None:
    dialog = moved_copy(window, to, by)
    assert dialog.isVisible(), "nothing is made yet"
    assert "unctie" in words_on_screen(dialog)
    assert not to.exists()
    press(Key.Key_Escape)


def test_the_dates_of_a_copy_stay_when_nothing_was_asked(window: MainWindow, to: Path) -> None:
    dialog = ask(window)
    assert not dialog._shift.isChecked()
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    assert "verschoven" not in words_in_box()
    press(Key.Key_Escape)
    with open_file(to, OWN) as copy:
        assert copy.load(FIRST.id).read.alterations == ()


def test_a_text_that_tells_when_keeps_the_copy_from_being_made(
    window: MainWindow, to: Path
) -> None:
    assert window.document is not None
    told = FIRST.put(replace(FIRST.events[0], fact="Het was op 3 mei 2021."))
    window.document.edit("een feit", told)
    dialog = moved_copy(window, to)
    said = words_on_screen(dialog)
    assert "zou verraden hoeveel weken" in said
    assert "gebeurtenis 1, wat we precies weten" in said
    assert not to.exists()
    press(Key.Key_Escape)


def test_a_file_that_can_only_be_read_can_be_passed_on(window: MainWindow, to: Path) -> None:
    assert window.document is not None
    path = window.document.file.path
    window.show_file(open_file(path, read_only=True))
    ask(window)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert to.exists()


# --- what the copy may not hold -----------------------------------------------------------------

HIDING = "Moeder zit in het blijfhuis in Zwolle."


def a_case_that_says(fact: str, **more: object) -> Case:
    event = replace(FIRST.events[0], fact=fact)
    return replace(FIRST, events=(event,), **more)  # type: ignore[arg-type]


def test_a_case_that_says_where_someone_hides_goes_to_nobody(window: MainWindow, to: Path) -> None:
    document_of(window).edit("een feit", a_case_that_says(HIDING))
    dialog = ask(window)
    said = "waar iemand veilig zit: casus Q8-4T, gebeurtenis 1, wat we precies weten"
    assert said in words_on_screen(dialog)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    assert "Casus → Herleidbaarheidscheck" in dialog._problem.text()
    assert "Zwolle" not in words_on_screen(dialog), "the words themselves are not repeated"
    assert dialog.isVisible()
    assert not to.exists()
    press(Key.Key_Escape)


def test_it_counts_for_the_chosen_cases_only(window: MainWindow, to: Path) -> None:
    document_of(window).edit("een feit", a_case_that_says(HIDING))
    dialog = ask(window)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert "veilig zit" not in looked_through(dialog)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    wait_until(to.exists)
    press(Key.Key_Escape)


def test_what_is_certain_is_told_and_goes_along_with_the_state(
    window: MainWindow, to: Path
) -> None:
    case = a_case_that_says("Bel 06-12345678, of mail j.devries@voorbeeld.nl.")
    document_of(window).edit("een feit", case)
    said = looked_through(ask(window))
    assert "In deze casus staat 2 keer iets wat zeker herleidbaar is." in said
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    wait_until(to.exists)
    press(Key.Key_Escape)
    with open_file(to, OWN) as copy:
        assert copy.load(FIRST.id).state is CaseState.IN_BEWERKING
        assert "06-12345678" in copy.load(FIRST.id).events[0].fact


def test_the_name_on_documents_goes_along_so_it_may_not_say_it_either(
    window: MainWindow, to: Path
) -> None:
    document = document_of(window)
    document.change_settings(FileSettings("blijfhuis in Zwolle"))
    dialog = ask(window)
    tab_to("Waar en onder welke naam")
    fill(str(to))
    give_passphrase()
    press(Key.Key_Return)
    assert "Geef bij Huisstijl een naam" in dialog._problem.text()
    with pytest.raises(BadInput, match="organisatie op documenten"):
        dialog._check.insist([FIRST])
    assert not to.exists()
    press(Key.Key_Escape)


def test_the_copy_waits_for_the_check(window: MainWindow, to: Path) -> None:
    document_of(window).edit("een feit", a_case_that_says(HIDING))
    choose_in_menu(window, "Kopie voor een collega…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TransportDialog)
    dialog._path.setText(str(to))
    dialog._generate()
    dialog.accept()
    wait_until(lambda: bool(dialog._problem.text()))
    assert "veilig zit" in dialog._problem.text()
    assert not to.exists()
    dialog.reject()


def test_a_case_that_changed_after_the_check_is_refused_by_the_file(
    window: MainWindow, to: Path
) -> None:
    dialog, document = ask(window), document_of(window)
    with pytest.raises(BadInput, match="veranderd"):
        document.file.copy_for_colleague(
            to,
            OWN,
            [FIRST.id],
            unsaved=[a_case_that_says(HIDING)],
            insisting=dialog._check.insist,
        )
    assert not to.exists()
    press(Key.Key_Escape)


def test_nothing_of_the_check_stays_when_the_file_is_locked(window: MainWindow) -> None:
    dialog = ask(window)
    document_of(window).lock()
    assert dialog._check.answer is None
    document_of(window).unlock(PASSPHRASE)
    looked_through(dialog)
    dialog.reject()

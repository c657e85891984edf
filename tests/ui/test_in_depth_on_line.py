"""On the line, by keyboard: factors and cruciale punten of an event, a focusgroep at the table, and
what is said of everything that goes with an event that is taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import CruciaalPunt, FactorCode, FrisseBlik, Radertje
from hgkm_desktop.models.records import Lesson, new_id
from hgkm_desktop.models.rounds import begun
from hgkm_desktop.models.terms import AddedBy, Mark, Pull
from hgkm_desktop.ui.line.event_words import CaseWords
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import IN_DEPTH_STEP, Workspace
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.reports.every_document import written
from tests.reports.lines import line_of
from tests.reports.pages import page_texts
from tests.ui.keyboard import CTRL, SHIFT, focused, name_of, press, tab_to, type_text
from tests.ui.open_window import (
    action_of,
    case_of,
    choose_in_menu,
    show_new_file,
    show_read_only,
    words_on_screen,
)

POLICE = an_organisation()
OFFICER = a_deelnemer(POLICE, "wijkagent")
QUARREL = an_event("mrt 2021", "ruzie thuis")
CALL = an_event("apr 2021", "buren bellen")
BELEVING = a_beleving(QUARREL, OFFICER, Mark.RISICO, explanation="wij stonden alleen")


def a_case() -> Case:
    return a_case_with(POLICE, OFFICER, QUARREL, CALL, BELEVING)


def at_first_event(window: MainWindow, path: Path, case: Case) -> Workspace:
    workspace = show_new_file(window, path, case)
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Home)
    return workspace


def save() -> None:
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def noticed(window: MainWindow) -> str:
    """What lies over the line as a notice."""
    return " ".join(n.text() for n in window.findChildren(Notice) if n.isVisible())


def test_a_factor_by_one_key_stands_in_the_panel(window: MainWindow, tmp_path: Path) -> None:
    workspace = at_first_event(window, tmp_path / "a.hgkm", a_case())
    press(Qt.Key.Key_F, CTRL | SHIFT)
    type_text("patroon")
    save()
    code = case_of(window).codes[0]
    assert (code.factor_id, code.event_id) == ("patroon_niet_gezien", QUARREL.id)
    panel = words_on_screen(workspace.timeline_page.panel)
    assert "patroon niet gezien (risico of knelpunt, interventie)" in panel
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).codes == ()


def test_the_same_works_from_the_table_and_from_the_panel(
    window: MainWindow, tmp_path: Path
) -> None:
    at_first_event(window, tmp_path / "a.hgkm", a_case())
    tab_to("Gebeurtenissen")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F, CTRL | SHIFT)
    type_text("nazorg")
    save()
    tab_to("Factor toevoegen")
    press(Qt.Key.Key_Space)
    type_text("schaamte")
    save()
    found = [(code.factor_id, code.event_id) for code in case_of(window).codes]
    assert found == [("nazorg_ontbrak", CALL.id), ("angst_schaamte", CALL.id)]


def test_a_cruciaal_punt_by_one_key_and_the_same_one_again(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = at_first_event(window, tmp_path / "a.hgkm", a_case())
    for words in ("eerst bellen", ", en samen"):
        press(Qt.Key.Key_K, CTRL | SHIFT)
        tab_to("Welk ander handelen was wenselijk")
        type_text(words)
        save()
    (punt,) = case_of(window).punten
    assert (punt.event_id, punt.wanted) == (QUARREL.id, "eerst bellen, en samen")
    assert punt.added_by is AddedBy.DEELNEMER
    assert case_of(window).event(QUARREL.id).is_pivotal
    said = words_on_screen(workspace.timeline_page.panel)
    assert "Ander handelen wenselijk: eerst bellen, en samen" in said


def test_what_is_typed_in_a_focusgroep_carries_its_name_and_its_sign(
    window: MainWindow, tmp_path: Path
) -> None:
    workspace = at_first_event(window, tmp_path / "a.hgkm", a_case())
    choose_in_menu(window, "Focusgroep aan tafel…")
    assert name_of(focused()) == "Welke focusgroep zit nu aan tafel"
    save()
    assert "Aan tafel: focusgroep 1" in words_on_screen(workspace.timeline_page)
    press(Qt.Key.Key_L, CTRL)
    type_text("mei 2021 contact: oma belt school")
    press(Qt.Key.Key_Return)
    type_text("juni 2021 contact: school belt terug")
    tab_to("Met details")
    press(Qt.Key.Key_Space)
    save()
    added = case_of(window).events[-2:]
    assert {(e.added_by, e.added_at) for e in added} == {(AddedBy.FOCUSGROEP, "focusgroep 1")}
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_K, CTRL | SHIFT)
    save()
    assert case_of(window).punten[0].added_at == "focusgroep 1"
    tab_to("Focusgroep klaar")
    press(Qt.Key.Key_Space)
    assert name_of(focused()) == "Invoerregel"
    type_text("juli 2021 contact: gesprek")
    press(Qt.Key.Key_Return)
    assert case_of(window).events[-1].added_by is AddedBy.DEELNEMER
    words = CaseWords(case_of(window)).sentence(1, added[0])
    assert "aanvulling van focusgroep 1" in words


def test_another_case_is_not_of_the_same_focusgroep(window: MainWindow, tmp_path: Path) -> None:
    workspace = at_first_event(window, tmp_path / "a.hgkm", a_case())
    choose_in_menu(window, "Focusgroep aan tafel…")
    save()
    workspace.add_case()
    press(Qt.Key.Key_3, CTRL)
    type_text("mei 2021 contact: gesprek")
    press(Qt.Key.Key_Return)
    assert case_of(window).events[0].added_by is AddedBy.DEELNEMER


def test_paper_says_what_a_focusgroep_added() -> None:
    added = {"added_by": AddedBy.FOCUSGROEP, "added_at": "focusgroep 7"}
    case = a_case_with(an_event("mei 2021", "oma belt", **added), an_event("juni 2021", "school"))
    said = " ".join(" ".join(page_texts(written(line_of(case)))).split())
    assert "oma belt contact of gesprek, aanvulling van een focusgroep" in said
    assert said.count("aanvulling van een focusgroep") == 2, "at the event and in the legend"
    assert "focusgroep 7" not in said


def test_it_is_said_what_goes_with_an_event_and_undo_brings_it_all_back(
    window: MainWindow, tmp_path: Path
) -> None:
    case = a_case()
    for record in (
        FactorCode(new_id(), 1.0, "kind_apart", event_id=QUARREL.id, beleving_id=BELEVING.id),
        CruciaalPunt(new_id(), 1.0, QUARREL.id, "bellen"),
        FrisseBlik(new_id(), 1.0, QUARREL.id, "buitenstaander 1", Mark.GOED),
        Radertje(new_id(), 1.0, "mijn zus", event_ids=(QUARREL.id,)),
        Lesson(new_id(), 1.0, "bel eerder", event_ids=(QUARREL.id,)),
    ):
        case = case.put(record)
    at_first_event(window, tmp_path / "a.hgkm", case)
    press(Qt.Key.Key_Delete)
    said = noticed(window)
    for words in ("belevingen", "factoren", "cruciale punt", "een les", "een radertje", "Ctrl+Z"):
        assert words in said
    assert QUARREL.id not in repr(case_of(window))
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window) == case


def test_the_panel_says_what_goes_deeper(window: MainWindow, tmp_path: Path) -> None:
    case = a_case()
    for record in (
        FactorCode(new_id(), 1.0, "kind_apart", event_id=QUARREL.id, beleving_id=BELEVING.id),
        FactorCode(new_id(), 2.0, "nazorg_ontbrak", event_id=CALL.id),
        CruciaalPunt(new_id(), 1.0, QUARREL.id, "bellen", "te laat", added_at="focusgroep 2"),
        Radertje(new_id(), 1.0, "mijn zus belde", Pull.HINDERDE, event_ids=(QUARREL.id,)),
    ):
        case = case.put(record)
    workspace = at_first_event(window, tmp_path / "a.hgkm", case)
    said = words_on_screen(workspace.timeline_page.panel)
    for words in (
        "Elk kind apart gezien en gesproken (succesfactor, bejegening)",
        "Bij de beleving van politie, wijkagent",
        "Ander handelen wenselijk (focusgroep 2): bellen",
        "Waarom toen niet: te laat",
        "Radertje, zat in de weg (−): “mijn zus belde”",
    ):
        assert words in said
    assert "nazorg" not in said


def test_an_event_that_nothing_is_about_goes_without_a_word(
    window: MainWindow, tmp_path: Path
) -> None:
    at_first_event(window, tmp_path / "a.hgkm", a_case_with(an_event("2021")))
    press(Qt.Key.Key_Delete)
    assert noticed(window) == ""


def test_it_is_said_what_goes_with_a_deelnemer_and_undo_brings_it_all_back(
    window: MainWindow, tmp_path: Path
) -> None:
    code = FactorCode(new_id(), 1.0, "kind_apart", event_id=QUARREL.id, beleving_id=BELEVING.id)
    case = a_case().put(code)
    show_new_file(window, tmp_path / "a.hgkm", case)
    press(Qt.Key.Key_2, CTRL)
    tab_to("Deelnemers aan tafel")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    said = words_on_screen(window)
    assert "met alle belevingen van die deelnemer" in said
    assert "factoren bij die belevingen staan nu bij de gebeurtenis zelf" in said
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window) == case


def test_a_blind_round_hides_belevingen_here_too(window: MainWindow, tmp_path: Path) -> None:
    code = FactorCode(new_id(), 1.0, "kind_apart", event_id=QUARREL.id, beleving_id=BELEVING.id)
    case = begun(a_case().put(code), by_event=False, blind=True)
    workspace = show_new_file(window, tmp_path / "a.hgkm", case)
    workspace.show_step(IN_DEPTH_STEP)
    for _ in range(2):
        press(Qt.Key.Key_Tab, CTRL)
    tab_to("Factoren")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "wijkagent" not in words_on_screen()
    save()
    assert case_of(window).codes[0].beleving_id == BELEVING.id, "what is hidden is kept"
    for _ in range(2):
        press(Qt.Key.Key_Tab, CTRL)
    shown = " ".join(found.text() for found in window.findChildren(QLabel) if found.isVisible())
    assert "Nog geen gebeurtenis met een beleving" in shown


def test_a_file_to_read_only_offers_none_of_it(window: MainWindow, tmp_path: Path) -> None:
    workspace = show_read_only(window, tmp_path / "a.hgkm", a_case())
    press(Qt.Key.Key_3, CTRL)
    workspace.timeline_page.choose(QUARREL.id)
    for words in ("Factor toevoegen…", "Cruciaal punt…", "Focusgroep aan tafel…"):
        assert not action_of(window, words).isEnabled()
    assert "Verdieping" not in words_on_screen(workspace.timeline_page.panel)

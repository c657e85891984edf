"""Verdieping by keyboard alone: radertjes, sentences side by side, factors, punten and looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import (
    AreaProblem,
    Criterion,
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import (
    Answer,
    Audience,
    FactorKind,
    Influence,
    Layer,
    Mark,
    Method,
    Persistence,
    Pull,
)
from hgkm_desktop.models.texts import CaseText, texts_of
from hgkm_desktop.ui.finding.way_to_text import WayToText
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import IN_DEPTH_STEP
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    an_uitgave,
)
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
)
from tests.ui.open_window import (
    case_of,
    document_of,
    show_new_file,
    show_read_only,
    words_on_screen,
)

RADERTJES, NAAST, FACTOREN, PUNTEN, BLIK, ONDERZOEK = range(6)
POLICE = an_organisation()
OFFICER = a_deelnemer(POLICE, "wijkagent")
QUARREL = an_event("mrt 2021", "ruzie thuis")
CALL = an_event("apr 2021", "buren bellen")
BELEVING = a_beleving(QUARREL, OFFICER, Mark.RISICO, explanation="wij stonden alleen")
GEAR = Radertje(new_id(), 1.0, "mijn zus belde elke week", consent=Answer.JA)
PAIR = NaastElkaar(new_id(), 1.0, "Niemand vroeg mij iets.", "Het ging wel.", radertje_id=GEAR.id)


def a_case() -> Case:
    people = (a_betrokkene("moeder"), POLICE, OFFICER)
    return a_case_with(*people, QUARREL, CALL, BELEVING)


def show(window: MainWindow, path: Path, case: Case, tab: int = RADERTJES) -> None:
    workspace = show_new_file(window, path, case)
    workspace.show_step(IN_DEPTH_STEP)
    to_tab(tab)


def to_tab(number: int) -> None:
    for _ in range(number):
        press(Qt.Key.Key_Tab, CTRL)


def save() -> None:
    tab_to("Bewaren")
    press(Qt.Key.Key_Space)


def press_button(name: str) -> None:
    tab_to(name)
    press(Qt.Key.Key_Space)


def said_by_list() -> str:
    """What a screen reader says of every row of the list or tree with the focus."""
    view = focused()
    if isinstance(view, QTreeWidget):
        items = view.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return "\n".join(item.text(0) for item in items)
    assert isinstance(view, QListWidget)
    return "\n".join(view.item(row).text() for row in range(view.count()))


# --- radertjes --------------------------------------------------------------------------------


def test_a_radertje_with_all_that_the_board_shows(window: MainWindow, tmp_path: Path) -> None:
    show(window, tmp_path / "a.hgkm", a_case())
    press(Qt.Key.Key_8, CTRL)
    press_button("Radertje toevoegen")
    type_text("Elke keer moest ik alles opnieuw vertellen")
    tab_to("Hielp het of zat het in de weg")
    choose("z")
    tab_to("Wie of wat was dat")
    type_text("de vele gezichten")
    tab_to("Volgens wie")
    choose("m")
    tab_to("Van wanneer tot wanneer")
    type_text("2020 - mei 2021")
    tab_to("Hoe zwaar woog het")
    choose("h")
    tab_to("Hadden professionals het op het vizier")
    choose("n")
    tab_to("Mag dit gebruikt worden")
    choose("j")
    save()
    gear = case_of(window).radertjes[0]
    assert (gear.pull, gear.influence) == (Pull.HINDERDE, Influence.GROOT)
    assert (gear.in_sight, gear.consent) == (Answer.NEE, Answer.JA)
    assert gear.audience is Audience.TAFEL
    tab_to("− Wat in de weg zat")
    for words in (
        "alles opnieuw vertellen",
        "De vele gezichten · volgens moeder · woog heel veel",
        "mei 2021",
        "hadden dit niet op het vizier",
        "Toestemming gegeven · alleen aan tafel",
    ):
        assert words in said_by_list()
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).radertjes == ()


def test_the_board_puts_what_helped_left_of_what_was_in_the_way(
    window: MainWindow, tmp_path: Path
) -> None:
    hindrance = replace(GEAR, id=new_id(), seq=2.0, text="de wachtlijst", pull=Pull.HINDERDE)
    show(window, tmp_path / "a.hgkm", a_case().put(GEAR).put(hindrance))
    tab_to("+ Wat hielp")
    left, helped = focused(), said_by_list()
    tab_to("− Wat in de weg zat")
    right, hindered = focused(), said_by_list()
    assert ("zus" in helped, "wachtlijst" in helped) == (True, False)
    assert ("zus" in hindered, "wachtlijst" in hindered) == (False, True)
    assert left.mapTo(window, left.pos()).x() < right.mapTo(window, right.pos()).x()


def test_withdrawn_consent_leaves_nothing_and_says_what_may_still_hold_it(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.hgkm"
    show(window, path, a_case().put(GEAR).put(PAIR))
    document = document_of(window)
    case = case_of(window)
    rev = document.case_rev()
    document.issue(case.id, an_uitgave(b"%PDF", case_rev=rev), b"%PDF")
    tab_to("+ Wat hielp")
    press_button("Toestemming intrekken")
    box = QApplication.activeModalWidget()
    assert box is not None
    said = words_on_screen(box)
    assert "verdwijnen mee" in said
    assert "Casusverslag, versie 1" in said
    assert "Oude back-ups en documenten" in said
    press(Qt.Key.Key_Escape)
    assert len(case_of(window).radertjes) == 1, "Escape keeps everything"
    press_button("Toestemming intrekken")
    tab_to("Toestemming intrekken")
    press(Qt.Key.Key_Space)
    assert (case_of(window).radertjes, case_of(window).naast_elkaar) == ((), ())
    press(Qt.Key.Key_Z, CTRL)
    assert len(case_of(window).naast_elkaar) == 1, "a slip can be mended while it is open"
    press(Qt.Key.Key_Y, CTRL)
    document.file.close()
    with open_file(path) as again:
        assert "zus belde" not in repr(again.load(case.id))


def test_taking_a_radertje_away_keeps_what_was_laid_beside_it(
    window: MainWindow, tmp_path: Path
) -> None:
    show(window, tmp_path / "a.hgkm", a_case().put(GEAR).put(PAIR))
    tab_to("+ Wat hielp")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    assert [pair.radertje_id for pair in case_of(window).naast_elkaar] == [""]
    assert "wat ernaast was gelegd, is er nog" in words_on_screen(window)
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).naast_elkaar == (PAIR,)


# --- side by side -----------------------------------------------------------------------------


def test_two_sentences_beside_each_other(window: MainWindow, tmp_path: Path) -> None:
    show(window, tmp_path / "a.hgkm", a_case().put(GEAR), NAAST)
    press_button("Paar zinnen toevoegen")
    type_text("Niemand vroeg mij iets.")
    tab_to("Zin van de professionals")
    type_text("Moeder wilde niet praten.")
    tab_to("Van welke organisatie")
    choose("p")
    tab_to("Hoe kan het dat beide waar zijn")
    type_text("Vader zat steeds naast haar.")
    tab_to("Bij welk radertje")
    choose("m")
    save()
    pair = case_of(window).naast_elkaar[0]
    assert (pair.organisation_id, pair.radertje_id) == (POLICE.id, GEAR.id)
    said = words_on_screen(window)
    for words in ("De betrokkene", "Professionals van politie", pair.explanation):
        assert words in said
    assert pair.consent is Answer.ONBEKEND


# --- factors ----------------------------------------------------------------------------------


def test_a_factor_is_found_by_part_of_its_label_and_coded_on_a_beleving(
    window: MainWindow, tmp_path: Path
) -> None:
    show(window, tmp_path / "a.hgkm", a_case(), FACTOREN)
    assert "Nog geen factoren" in words_on_screen(window)
    press_button("Factor toevoegen")
    type_text("kantooruren")
    assert "buiten kantooruren" in focused().accessibleDescription()
    tab_to("Waarbij")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert "beleving van politie, wijkagent" in text_of(focused())
    save()
    code = case_of(window).codes[0]
    assert (code.factor_id, code.kind) == ("buiten_kantooruren", FactorKind.RISICO)
    assert (code.event_id, code.beleving_id) == (QUARREL.id, BELEVING.id)
    tab_to("Factoren")
    assert "1  ruzie thuis, beleving van politie, wijkagent" in said_by_list()
    press(Qt.Key.Key_Delete)
    assert case_of(window).codes == ()
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).codes == (code,)


def test_an_own_factor_has_a_kind_and_a_layer_that_are_chosen(
    window: MainWindow, tmp_path: Path
) -> None:
    show(window, tmp_path / "a.hgkm", a_case(), FACTOREN)
    press_button("Factor toevoegen")
    save()
    assert "Kies een factor of schrijf een eigen factor op." in words_on_screen()
    type_text("wachtlijst bij de GGZ")
    tab_to("Soort")
    choose("oo")
    tab_to("Laag")
    choose("st")
    save()
    code = case_of(window).codes[0]
    assert (code.factor_id, code.own_words) == ("", "wachtlijst bij de GGZ")
    assert (code.kind, code.layer) == (FactorKind.OORZAAK, Layer.STURING)
    tab_to("Factoren")
    assert "oorzaak die te beïnvloeden is, sturing" in said_by_list()
    assert "De casus als geheel" in said_by_list()


def test_words_that_are_part_of_a_label_can_be_a_factor_of_ones_own(
    window: MainWindow, tmp_path: Path
) -> None:
    show(window, tmp_path / "a.hgkm", a_case(), FACTOREN)
    press_button("Factor toevoegen")
    type_text("crisis")
    press(Qt.Key.Key_PageDown)
    save()
    assert case_of(window).codes[0].own_words == "crisis"
    tab_to("Factoren")
    press(Qt.Key.Key_Return)
    assert text_of(focused()) == "crisis"
    fill("schaamte")
    save()
    assert case_of(window).codes[0].factor_id == "angst_schaamte"
    assert case_of(window).codes[0].own_words == ""


def test_one_factor_has_all_events_behind_it_on_one_place(
    window: MainWindow, tmp_path: Path
) -> None:
    codes = [
        FactorCode(new_id(), float(n), "nazorg_ontbrak", event_id=event.id)
        for n, event in enumerate((CALL, QUARREL), 1)
    ]
    show(window, tmp_path / "a.hgkm", a_case().put(codes[0]).put(codes[1]), FACTOREN)
    tab_to("Factoren")
    said = said_by_list()
    assert said.count("geen nazorg") == 1
    assert said.index("1  ruzie thuis") < said.index("2  buren bellen")
    press(Qt.Key.Key_Delete)
    assert len(case_of(window).codes) == 2, "the name of a factor is no single code"


# --- cruciale punten --------------------------------------------------------------------------


def test_a_cruciaal_punt_and_why_it_was_not_done_then(window: MainWindow, tmp_path: Path) -> None:
    show(window, tmp_path / "a.hgkm", a_case(), PUNTEN)
    press_button("Cruciaal punt toevoegen")
    save()
    assert "Kies bij welke gebeurtenis het hoort." in words_on_screen()
    tab_to("Bij welke gebeurtenis")
    choose("2")
    tab_to("Welk ander handelen was wenselijk")
    type_text("Eerst met moeder alleen praten.")
    tab_to("Waarom gebeurde dat toen niet")
    type_text("te weinig tijd")
    tab_to("In welke focusgroep")
    type_text("focusgroep 1")
    save()
    case = case_of(window)
    assert case.event(CALL.id).is_pivotal
    tab_to("Cruciale punten")
    for words in ("2  buren bellen", "met moeder alleen", "te weinig tijd", "focusgroep 1"):
        assert words in said_by_list()
    press(Qt.Key.Key_Z, CTRL)
    assert not case_of(window).event(CALL.id).is_pivotal


# --- the look of an outsider ------------------------------------------------------------------


def test_an_outsider_looks_blind_and_is_laid_beside_the_table_afterwards(
    window: MainWindow, tmp_path: Path
) -> None:
    earlier = FrisseBlik(new_id(), 1.0, QUARREL.id, "buitenstaander 1", Mark.GOED, "rustig")
    show(window, tmp_path / "a.hgkm", a_case().put(earlier), BLIK)
    tab_to("Wie kijkt er")
    press(Qt.Key.Key_Return)
    assert "Schrijf op wie kijkt" in words_on_screen(window)
    type_text("buitenstaander 2")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Blind"
    everything = f"{words_on_screen(window)} {said_by_list()}"
    for hidden in ("risicovol\n", "ging goed\n", "wij stonden alleen", "rustig", "politie"):
        assert hidden not in everything
    assert "ruzie thuis" in everything
    assert "buren bellen" not in everything, "the table gave it no mark"
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Return)
    tab_to("Wat valt op")
    type_text("Het kind is niet gezien.")
    save()
    assert "Uw blik: niet oké “Het kind is niet gezien.”" in said_by_list()
    press_button("Klaar met kijken")
    tab_to("Frisse blik naast de tafel")
    said = said_by_list()
    assert "Aan tafel: risicovol" in said
    assert "Buitenstaander 1: ging goed “rustig”" in said
    assert "Buitenstaander 2: niet oké" in said


def test_another_case_ends_the_blind_look(window: MainWindow, tmp_path: Path) -> None:
    other = a_case_with(an_event(), code="A1-1A")
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_case(), other)
    workspace.show_step(IN_DEPTH_STEP)
    to_tab(BLIK)
    tab_to("Wie kijkt er")
    type_text("buitenstaander 2")
    press(Qt.Key.Key_Return)
    ids = [heading.id for heading in document_of(window).headings()]
    shown = case_of(window).id
    document_of(window).show_case(next(i for i in ids if i != shown))
    assert "Nog geen gebeurtenis met een beleving" in words_on_screen(window)
    document_of(window).show_case(shown)
    tab_to("Frisse blik naast de tafel")


# --- the study --------------------------------------------------------------------------------


def test_what_a_study_asks_is_there_for_a_case_of_a_study_only(
    window: MainWindow, tmp_path: Path
) -> None:
    methods = (Method.CASUISTIEKONDERZOEK,)
    case = replace(a_case(), methods=methods, life_areas=("wonen", "geld"))
    show(window, tmp_path / "a.hgkm", case, ONDERZOEK)
    tab_to("Is het gesprek gevoerd")
    choose("n")
    tab_to("Hoe ging het, of waarom was er geen gesprek")
    type_text("Moeder wilde het liever niet.")
    tab_to("Waarom gekozen")
    type_text("Veel partijen, lang bezig.")
    tab_to("Problemen op meer dan")
    choose("j")
    press(Qt.Key.Key_Tab)
    type_text("schulden en wonen")
    tab_to("Soort probleem: wonen")
    type_text("dreigende uitzetting")
    tab_to("Was het langere tijd")
    choose("j")
    tab_to("Is de casus positief afgesloten")
    choose("n")
    tab_to("Wat werd er van de problemen")
    choose("d")
    tab_to("Waarom bestaan ze voort")
    type_text("De schulden bleven.")
    press(Qt.Key.Key_Tab, CTRL)
    case = case_of(window)
    assert (case.talk.held, case.talk.note) == (Answer.NEE, "Moeder wilde het liever niet.")
    assert case.criteria == (Criterion("leefgebieden", Answer.JA, "schulden en wonen"),)
    assert case.area_problems == (AreaProblem("wonen", "dreigende uitzetting"),)
    assert (case.structurally_unsafe, case.closed_well) == (Answer.JA, Answer.NEE)
    assert (case.persistence, case.persistence_reason) == (Persistence.DEELS, "De schulden bleven.")
    document_of(window).edit("methode", replace(case, methods=(Method.CASUSEVALUATIE,)))
    press(Qt.Key.Key_8, CTRL)
    assert "Gesprek met de betrokkene" not in words_on_screen(window)


def test_every_text_of_it_is_found_back_from_the_check(window: MainWindow, tmp_path: Path) -> None:
    code = FactorCode(new_id(), 1.0, own_words="een lange wachtlijst", event_id=CALL.id)
    punt = CruciaalPunt(new_id(), 1.0, CALL.id, "eerder bellen")
    look = FrisseBlik(new_id(), 1.0, QUARREL.id, "buitenstaander 1", Mark.GOED, "rustig")
    case = a_case().put(GEAR).put(PAIR).put(code).put(punt).put(look)
    talk = replace(case.talk, note="Moeder wilde niet.")
    methods = (Method.CASUISTIEKONDERZOEK,)
    case = replace(case, talk=talk, persistence_reason="De schulden bleven.", methods=methods)
    way = WayToText(show_new_file(window, tmp_path / "a.hgkm", case))
    for words in (GEAR.text, PAIR.client, code.own_words, punt.wanted, look.text):
        way.go(place_of(case, words))
        assert words in typed_in_dialog(), words
        press(Qt.Key.Key_Escape)
    for words in ("Moeder wilde niet.", "De schulden bleven."):
        way.go(place_of(case, words))
        assert text_of(focused()) == words


def place_of(case: Case, words: str) -> CaseText:
    return next(place for place in texts_of(case) if place.text == words)


def typed_in_dialog() -> str:
    """What stands in the fields of the form on top."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    return " ".join(str(value) for value in dialog.answers().values())


def test_a_file_to_read_only_shows_all_and_changes_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    punt = CruciaalPunt(new_id(), 1.0, CALL.id, "eerder bellen")
    code = FactorCode(new_id(), 1.0, "nazorg_ontbrak", event_id=CALL.id)
    case = a_case().put(GEAR).put(PAIR).put(punt).put(code)
    workspace = show_read_only(window, tmp_path / "a.hgkm", case)
    workspace.show_step(IN_DEPTH_STEP)
    for tab, name in enumerate(
        ("+ Wat hielp", "Naast elkaar leggen", "Factoren", "Cruciale punten", "Frisse blik naast")
    ):
        tab_to(name)
        before = case_of(window)
        assert said_by_list(), tab
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_G)
        assert QApplication.activeModalWidget() is None
        assert case_of(window) is before
        press(Qt.Key.Key_Tab, CTRL)


@pytest.mark.parametrize("tab", range(5))
def test_an_empty_tab_says_what_it_is_for(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, tab: int
) -> None:
    show(window, tmp_path / "a.hgkm", a_case_with(an_event()), tab)
    assert "Nog geen" in words_on_screen(window) or "Nog niets" in words_on_screen(window)

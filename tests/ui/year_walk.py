"""One year of zicht op de praktijk with the keyboard alone.

Two samples, two leertafels of which the second asks about what the first agreed, and what the DVC
is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from hgkm_desktop.methods.over_a_period import DoorbraakState, over_a_period
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.practice import Sample
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import ActionStatus, EventKind, Reply
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.ui.keyboard import CTRL, choose, fill, focused, press, tab_to, text_of, type_text
from tests.ui.open_window import document_of, show_new_file, told, words_on_screen

Key = Qt.Key
TALK, AFTER_BAN, AFTER_RIHG, LEERTAFEL, TERUGKOPPELING = range(5)
_W = TypeVar("_W", Sample, Leertafel, Terugkoppeling)


BAN = an_event(
    "3-12 mei 2024", "huisverbod", kind=EventKind.BESLUIT, instrument="tijdelijk_huisverbod"
)
HELP = an_event("6 mei 2024", "hulp van het wijkteam", kind=EventKind.INTERVENTIE)
RIHG = an_event("8 mei 2024", "risicotaxatie", kind=EventKind.TAXATIE, instrument="rihg")


def a_case(code: str, *, with_ban: bool) -> Case:
    """One with a huisverbod and help in it, or one with a RIHG and nothing after it."""
    events = (BAN, HELP) if with_ban else (RIHG,)
    own = [replace(event, id=new_id()) for event in events]
    return a_case_with(*own, code=code)


CASES = [
    *(made_deelbaar(a_case(code, with_ban=True)) for code in ("B2-2B", "C3-3C")),
    *(made_deelbaar(a_case(code, with_ban=False)) for code in ("D4-4D", "F5-5F")),
    a_case("G6-6G", with_ban=True),
]
IN_WORK = CASES[-1].code


def add(kind: int) -> None:
    tab_to("Zicht op de praktijk toevoegen")
    press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (*(kind + 1) * (Key.Key_Down,), Key.Key_Return):
        QTest.keyClick(menu, key)


def put_in(code: str, button: str = "Casus toevoegen") -> None:
    tab_to(button)
    press(Key.Key_Return)
    choose_case(code)


def choose_case(code: str) -> None:
    go_to_case(code)
    press(Key.Key_Return)


def go_to_case(code: str) -> None:
    """With the arrows: what was typed a moment before still counts in a list."""
    tab_to("Casus")
    press(Key.Key_Home)
    while not text_of(focused()).startswith(code):
        press(Key.Key_Down)


def answer(name: str, text: str) -> None:
    tab_to(name)
    fill(text)


def keep() -> None:
    tab_to("Bewaren")
    press(Key.Key_Return)


def page(window: MainWindow) -> str:
    """The words and the lists of the page that is shown."""
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    lists = [box for box in screen.findChildren(QListWidget) if box.isVisible()]
    items = [box.item(row).text() for box in lists for row in range(box.count())]
    return "\n".join([words_on_screen(screen), *items])


def last(window: MainWindow, kind: type[_W]) -> _W:
    return [work for work in document_of(window).works() if isinstance(work, kind)][-1]


# --- two samples ------------------------------------------------------------------------------


def draw(kind: int, title: str, of: str, codes: tuple[str, ...]) -> None:
    add(kind)
    answer("Neutrale titel", title)
    answer("Periode, van", "1-1-2024")
    answer("Periode, tot en met", "31-12-2024")
    answer("Wie koos de casussen", "beleidsadviseur")
    answer("Hoe zijn ze gekozen", "elke derde van de lijst")
    answer("Uit hoeveel casussen", of)
    press(Key.Key_2, CTRL)
    for code in codes:
        put_in(code)


def evaluate(window: MainWindow, day: str, conclusion: str, action: str) -> None:
    press(Key.Key_5, CTRL)
    answer("Op welke dag", day)
    answer("Conclusie", conclusion)
    tab_to("Actie toevoegen")
    press(Key.Key_Return)
    fill(action)
    answer("Eigenaar", "wijkteam")
    answer("Bewaker", "lokaal veiligheidsoverleg")
    answer("Voor wanneer", "1-5-2025")
    press(Key.Key_Return)
    assert last(window, Sample).acties[0].keeper == "lokaal veiligheidsoverleg"


def sample_after_a_ban(window: MainWindow) -> None:
    """Of two cases both had help in the ban, and the program fills in neither by itself."""
    draw(AFTER_BAN, "na een huisverbod", "6", ("B2-2B", "C3-3C"))
    press(Key.Key_3, CTRL)
    for code in ("B2", "C3"):
        go_to_case(code)
        tab_to("Voorstel overnemen: hulp aanvaard")
        press(Key.Key_Return)
    tab_to("Antwoord: Ging de hulp door")
    choose("Onbekend")
    press(Key.Key_4, CTRL)
    assert "2 van de 6 casussen" in page(window)
    assert "ja 2 van 2" in page(window)
    assert "ja 0 van 2 · deels 0 · nee 0 · onbekend 1 · nog niet beantwoord 1" in page(window)
    assert "%" not in page(window)
    evaluate(window, "3-2-2025", "na het huisverbod is niemand aan zet", "afspreken wie belt")
    replies = [[one.reply for one in held.answers] for held in last(window, Sample).cases]
    assert replies == [[Reply.JA], [Reply.JA, Reply.ONBEKEND]]


def sample_after_a_rihg(window: MainWindow) -> None:
    draw(AFTER_RIHG, "RIHG zonder huisverbod", "", ("D4-4D", "F5-5F"))
    press(Key.Key_3, CTRL)
    tab_to("Antwoord: Is het gezin na de taxatie")
    choose("Nee")
    press(Key.Key_4, CTRL)
    assert "ja 0 van 2 · deels 0 · nee 1 · onbekend 0 · nog niet beantwoord 1" in page(window)
    evaluate(window, "10-4-2025", "deze gezinnen zijn bij niemand in beeld", "een vaste beller")


# --- two leertafels ---------------------------------------------------------------------------


def hold_first(window: MainWindow) -> None:
    """It cannot go on before the action of the first sample has a status."""
    add(LEERTAFEL)
    put_in("B2-2B")
    answer("Neutrale titel", "eerste leertafel")
    answer("Op welke dag", "5-3-2025")
    press(Key.Key_6, CTRL)
    tab_to("Tonen in de zaal")
    press(Key.Key_Return)
    assert "De leertafel is nog niet in de zaal te zien." in told()
    press(Key.Key_5, CTRL)
    assert "afspreken wie belt" in page(window)
    assert "een vaste beller" not in page(window)  # agreed after this leertafel
    tab_to("Hoe staat het: afspreken wie belt")
    choose("Bezig")
    answer("Wat is er gebeurd: afspreken wie belt", "staat op de agenda")
    tab_to("De casussen beginnen")
    press(Key.Key_Return)
    assert last(window, Leertafel).begun
    write_what_came_of_it()
    press(Key.Key_8, CTRL)
    answer("Conclusie", "samen één loket")
    press(Key.Key_Tab)


def write_what_came_of_it() -> None:
    press(Key.Key_7, CTRL)
    tab_to("Succes toevoegen")
    press(Key.Key_Return)
    fill("één gezicht voor het gezin")
    keep()
    tab_to("Knelpunt toevoegen")
    press(Key.Key_Return)
    fill("drie loketten")
    answer("Welke bestuurder kan er iets aan doen", "wethouder")
    press(Key.Key_Return)
    tab_to("Doorbraak toevoegen")
    press(Key.Key_Return)
    fill("één loket")
    answer("Aan wie vraagt u het", "wethouder")
    tab_to("Wat vraagt u")
    choose("Besluiten")
    answer("Wat is er toegezegd", "een voorstel in het college")
    answer("Voor wanneer", "1-7-2025")
    press(Key.Key_Return)


def hold_second(window: MainWindow) -> None:
    """A case in bewerking is refused, and what the first agreed must be asked about."""
    add(LEERTAFEL)
    put_in(IN_WORK)
    assert f"Casus {IN_WORK} is nog in bewerking." in words_on_screen()
    choose_case("D4-4D")
    answer("Neutrale titel", "tweede leertafel")
    answer("Op welke dag", "9-9-2025")
    press(Key.Key_5, CTRL)
    asked = page(window)
    for text in ("afspreken wie belt", "een vaste beller", "één loket", "! te laat"):
        assert text in asked
    tab_to("Hoe staat het: een vaste beller")
    choose("Gereed")
    tab_to("Hoe staat het: één loket")
    choose("Gereed")
    assert not last(window, Leertafel).begun
    assert "nog niet gezegd hoe het ermee staat" in page(window)
    tab_to("Laten vallen… afspreken wie belt", Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert "waarom" in words_on_screen().casefold()  # not without a reason
    type_text("het nieuwe loket doet dit")
    keep()
    tab_to("De casussen beginnen")
    press(Key.Key_Return)
    assert last(window, Leertafel).begun


# --- what the DVC is told ---------------------------------------------------------------------


def tell_the_dvc(window: MainWindow) -> None:
    add(TERUGKOPPELING)
    answer("Neutrale titel", "het eerste jaar")
    answer("Voor welk DVC", "DVC")
    answer("Over welke periode, van", "1-1-2025")
    answer("Over welke periode, tot en met", "31-12-2025")
    press(Key.Key_Tab)
    counted = page(window)
    assert "2 evaluaties van een steekproef, 2 bestuurlijke leertafels" in counted
    assert "4 verschillende casussen" in counted
    assert "1 doorbraak: 1 gelukt" in counted
    press(Key.Key_2, CTRL)
    tab_to("Over te nemen uit deze periode")
    press(Key.Key_Home)
    while "één gezicht" not in chosen_item():
        press(Key.Key_Down)
    press(Key.Key_Return)
    keep()


def chosen_item() -> str:
    box = focused()
    assert isinstance(box, QListWidget)
    return box.currentItem().text()


def test_a_year_from_two_samples_to_what_the_dvc_is_told(
    window: MainWindow, tmp_path: Path
) -> None:
    show_new_file(window, tmp_path / "a.hgkm", *CASES)
    sample_after_a_ban(window)
    sample_after_a_rihg(window)
    hold_first(window)
    hold_second(window)
    tell_the_dvc(window)

    first, second = (w for w in document_of(window).works() if isinstance(w, Leertafel))
    of_ban, of_rihg = (w for w in document_of(window).works() if isinstance(w, Sample))
    (beller,), (belt,), (loket,) = of_rihg.acties, of_ban.acties, first.acties
    ends = [(a.status, [p.at for p in a.log]) for a in (belt, beller, loket)]
    assert ends == [
        (ActionStatus.VERVALLEN, [first.code, second.code]),
        (ActionStatus.GEREED, [second.code]),
        (ActionStatus.GEREED, [second.code]),
    ]
    assert belt.log[-1].text == "het nieuwe loket doet dit"
    told_of = last(window, Terugkoppeling)
    (learned,) = told_of.learned
    assert (learned.text, learned.work_ids) == ("één gezicht voor het gezin", (first.id,))
    today = max(d for d in (second.held_on, told_of.period_to) if d)
    found = over_a_period(told_of, document_of(window).works(), today)
    assert [d.state for d in found.doorbraken] == [DoorbraakState.GELUKT]
    assert not found.told  # the leertafel is in bewerking: counted, never told
    read = replace(first, state=CASES[0].state)
    assert over_a_period(told_of, [read], today).told

"""Searching in everything: what is typed is found at once, and leads to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import NO_ROUND, Ronde
from hgkm_desktop.models.searching import read_sought
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.models.texts import CaseText, texts_of
from hgkm_desktop.models.works import Value, Work, name_of
from hgkm_desktop.ui.finding import search_window
from hgkm_desktop.ui.finding.hit_delegate import HIT
from hgkm_desktop.ui.finding.search_hits import Hit
from hgkm_desktop.ui.finding.search_window import SearchWindow
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.casefile.files import PASSPHRASE, new_file
from tests.casefile.full_case import full_case
from tests.casefile.full_practice import WORKS
from tests.casefile.planted_words import Planting
from tests.ui.keyboard import CTRL, SHIFT, focused, press, tab_to, text_of, type_text, wait_until
from tests.ui.keyboard import name_of as said_of
from tests.ui.open_window import case_of, document_of, workspace_of

Key = Qt.Key
POLICE = an_organisation("politie")
AGENT = a_deelnemer(POLICE, "wijkagent")
QUARREL = an_event("mrt 2021", "gekibbel bij de overdracht", fact="De buren belden de politie.")
TALK = an_event("2022", "gesprek met moeder")
SAID = a_beleving(QUARREL, AGENT, Mark.RISICO, explanation="Wij hoorden niets terug.")
FIRST = a_case_with(an_event("2022", "gesprek met moeder"), code="B2-2B", title="de eerste")
OTHER = a_case_with(POLICE, AGENT, QUARREL, TALK, SAID, code="C2-2C", title="de andere")


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_window, "TYPING_PAUSE_MILLISECONDS", 10)


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    show(window, tmp_path, FIRST, OTHER, *WORKS)
    return window


def show(window: MainWindow, folder: Path, *values: Value) -> CaseFile:
    casefile = new_file(folder / "a.hgkm")
    for value in values:
        casefile.save(value)
    window.show_file(casefile)
    return casefile


def search_of(window: MainWindow) -> SearchWindow:
    (found,) = window.findChildren(SearchWindow)
    return found


def rows(window: MainWindow) -> list[str]:
    """Every row that is listed, as it is seen."""
    listed = search_of(window)._list
    return [listed.item(n).text() for n in range(listed.count())]


def hits(window: MainWindow) -> list[Hit]:
    listed = search_of(window)._list
    return [hit for n in range(listed.count()) if (hit := listed.item(n).data(HIT))]


def counted(window: MainWindow) -> str:
    return search_of(window)._counted.text()


def look_for(window: MainWindow, typed: str) -> list[Hit]:
    """Search by keyboard, and wait until all of the file was looked through for it."""
    if not window.findChildren(SearchWindow) or not search_of(window).isVisible():
        press(Key.Key_F3)
    search = search_of(window)
    search._line.setFocus()
    press(Key.Key_A, CTRL)
    search._answer = None
    type_text(typed)
    wait_for(window, typed)
    return hits(window)


def wait_for(window: MainWindow, typed: str) -> None:
    search, sought = search_of(window), read_sought(typed)

    def is_answered() -> bool:
        answer = search._answer
        return answer is not None and answer.is_whole and answer.question.sought == sought

    wait_until(is_answered)


def test_what_is_typed_is_found_at_once_with_where_it_stands(opened: MainWindow) -> None:
    press(Key.Key_F3)
    assert said_of(focused()) == "Zoeken in alles"
    assert counted(opened) == "Typ waar u naar zoekt."
    look_for(opened, "GEKIBB")
    assert counted(opened) == "1 keer gevonden."
    assert rows(opened) == [
        "Casus C2-2C  de andere  (1)",
        "gekibbel bij de overdracht\nGebeurtenis, mrt 2021 · titel",
    ]
    (hit,) = hits(opened)
    assert [hit.words[a:b] for a, b in hit.marked] == ["gekibbel"]
    look_for(opened, "hoorden")
    assert rows(opened)[1].split("\n") == [
        "Wij hoorden niets terug.",
        "Beleving van politie bij ‘gekibbel bij de overdracht’, mrt 2021 · toelichting",
    ]
    look_for(opened, "C2-2C")
    assert [row.partition("\n")[2] for row in rows(opened)[1:2]] == ["Code"]
    look_for(opened, "zoietsstaaternergens")
    assert counted(opened).startswith("Niets gevonden. Typ minder woorden")


def test_words_of_several_texts_are_both_shown_and_marked(opened: MainWindow) -> None:
    (hit,) = look_for(opened, "buren gekib")
    assert hit.words == "gekibbel bij de overdracht · De buren belden de politie."
    assert [hit.words[a:b] for a, b in hit.marked] == ["gekibbel", "buren"]


def test_by_keyboard_to_the_place_and_back(opened: MainWindow) -> None:
    assert case_of(opened).id == FIRST.id
    look_for(opened, "hoorden")
    press(Key.Key_Down)
    assert said_of(focused()) == "Gevonden"
    press(Key.Key_Return)
    assert case_of(opened).id == OTHER.id
    dialog = QApplication.activeModalWidget()
    assert dialog is not None, "the beleving is open"
    assert "Wij hoorden niets terug." in texts_in(dialog)
    press(Key.Key_Escape)
    search_of(opened).activateWindow()
    assert search_of(opened).isVisible(), "it stays, to go on"
    search_of(opened)._list.setFocus()
    press(Key.Key_Escape)
    assert not search_of(opened).isVisible()
    assert rows(opened) == []
    assert focused().window() is opened


@pytest.mark.parametrize(
    ("typed", "text"),
    [("gekibbel", "gekibbel bij de overdracht"), ("belden", "De buren belden de politie.")],
)
def test_one_key_replaces_nothing_in_what_was_gone_to(
    opened: MainWindow, typed: str, text: str
) -> None:
    look_for(opened, typed)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is not None
    type_text("x")
    assert text_of(focused()) == f"x{text}", "in the field where it was found"


def test_one_key_replaces_nothing_in_a_field_with_suggestions(
    window: MainWindow, tmp_path: Path
) -> None:
    show(window, tmp_path, a_case_with(an_organisation("schuldhulp")))
    look_for(window, "schuldhulp")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert isinstance(QApplication.activeModalWidget(), RecordDialog)
    type_text("x")
    assert text_of(focused()) == "xschuldhulp"


def test_the_filters_are_reached_by_tab_and_can_be_put_off(opened: MainWindow) -> None:
    look_for(opened, "gesprek")
    before = len(hits(opened))
    tab_to("Periode van de gebeurtenis")
    type_text("2021")
    wait_until(lambda: len(hits(opened)) < before)
    assert all("2021" in hit.where for hit in hits(opened))
    tab_to("Filters uit")
    press(Key.Key_Space)
    wait_until(lambda: len(hits(opened)) == before)
    tab_to("Periode van de gebeurtenis", SHIFT)
    type_text("geen periode")
    assert len(hits(opened)) == before


def test_it_stays_in_step_with_every_edit(opened: MainWindow) -> None:
    document = document_of(opened)
    look_for(opened, "gekibbel")
    document.show_case(OTHER.id)
    document.edit("titel", case_of(opened).put(replace(QUARREL, title="woordenwisseling")))
    wait_until(lambda: not any(hit.value_id == OTHER.id for hit in hits(opened)))
    assert look_for(opened, "woordenwisseling") != []
    document.undo_stack.undo()
    wait_until(lambda: hits(opened) == [])
    document.edit("weg", case_of(opened).drop_event(QUARREL.id))
    assert [hit for hit in look_for(opened, "gekibbel") if hit.value_id == OTHER.id] == []
    other = replace(FIRST, title="hagelnieuw")
    document.edit_together("beide", other)
    assert len(look_for(opened, "hagelnieuw")) == 1
    document.edit("nieuw", replace(WORKS[0], id="e" * 32, code="Z9-9Z", title="kersvers"))
    assert len(look_for(opened, "kersvers")) == 1


def test_a_destroyed_case_is_found_no_more(opened: MainWindow, tmp_path: Path) -> None:
    document = document_of(opened)
    assert look_for(opened, "gekibbel") != []
    document.destroy(
        OTHER.id, function="archivaris", ground="termijn", on=date(2026, 1, 2), folder=tmp_path
    )
    wait_until(lambda: hits(opened) == [])
    assert look_for(opened, "gekibbel") == []


def test_what_a_blind_round_hides_is_not_found(opened: MainWindow) -> None:
    document = document_of(opened)
    document.show_case(OTHER.id)
    assert len(look_for(opened, "hoorden")) == 1
    blind = replace(OTHER, round=Ronde(open=True, blind=True, event_id=QUARREL.id))
    document.edit("ronde", blind)
    assert hits(opened) == [], "it goes at once"
    assert look_for(opened, "hoorden") == []
    assert "blinde ronde" in texts_in(search_of(opened))
    document.edit("ronde klaar", replace(blind, round=NO_ROUND))
    assert len(look_for(opened, "hoorden")) == 1


def test_a_blind_round_that_goes_on_is_told_when_it_opens(opened: MainWindow) -> None:
    document = document_of(opened)
    document.show_case(OTHER.id)
    document.edit("ronde", replace(OTHER, round=Ronde(open=True, blind=True, event_id=QUARREL.id)))
    assert look_for(opened, "hoorden") == []
    assert "blinde ronde" in texts_in(search_of(opened))


def test_what_merging_brought_is_found(opened: MainWindow) -> None:
    assert look_for(opened, "samengevoegd") == []
    document = document_of(opened)
    document.file.save(replace(OTHER, title="samengevoegd"))
    document.read_anew.emit()
    wait_until(lambda: len(hits(opened)) == 1)


def test_once_locked_it_is_closed_and_holds_nothing(opened: MainWindow) -> None:
    look_for(opened, "gekibbel")
    search = search_of(opened)
    document_of(opened).lock()
    assert not search.isVisible()
    assert rows(opened) == []
    assert search._line.text() == ""
    assert search._searching._index is None
    document_of(opened).unlock(PASSPHRASE)
    assert look_for(opened, "gekibbel") != []


def test_more_is_shown_when_it_is_asked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_window, "AT_ONCE", 3)
    show(window, tmp_path, a_case_with(*(an_event("2020", f"melding {n}") for n in range(7))))
    look_for(window, "melding")
    assert counted(window) == "7 keer gevonden. U ziet de eerste 3."
    assert rows(window)[0].endswith("(7)")
    tab_to("Meer tonen")
    press(Key.Key_Space)
    wait_until(lambda: len(hits(window)) == 6)


def planted(value: Value) -> Value:
    whole: Value = Planting().planted(value)
    if isinstance(whole, Case):
        return replace(whole, lane_order=(), round=NO_ROUND)
    return whole


# Of each sort of place one: a field of a case, a record in a list, on the line, and in the depth.
PLACES = ("casus::reason", "betrokkenen:", "events:", "lessons:", "punten:")


def test_what_is_found_in_a_case_leads_to_where_it_can_be_read(
    window: MainWindow, tmp_path: Path
) -> None:
    whole = planted(full_case())
    show(window, tmp_path, FIRST, whole)
    texts = texts_of(whole)
    chosen = [next(text for text in texts if text.key.startswith(place)) for place in PLACES]
    assert unseen(window, whole, chosen) == []


@pytest.mark.parametrize("work", WORKS, ids=lambda work: name_of(work).one)
def test_what_is_found_in_a_work_leads_to_where_it_can_be_read(
    window: MainWindow, tmp_path: Path, work: Work
) -> None:
    whole = planted(work)
    show(window, tmp_path, FIRST, whole)
    in_parts = [text for text in texts_of(whole) if ".0." in text.key] or list(texts_of(whole))
    assert unseen(window, whole, in_parts[:1]) == []


def unseen(window: MainWindow, value: Value, texts: Iterable[CaseText]) -> list[str]:
    """Where these texts stand that cannot be read once they were gone to."""
    assert window.open_file is not None
    nowhere = []
    for text in texts:
        window.open_file.search.go(_hit_of(value, text))
        if text.text not in _seen(window):
            nowhere.append(text.key)
        _close_dialogs()
    return nowhere


def _hit_of(value: Value, text: CaseText) -> Hit:
    from hgkm_desktop.ui.finding.search_hits import _part_ids

    ids = () if isinstance(value, Case) else _part_ids(value, text)
    return Hit(value.id, text, text.text, (), "", ids)


def _seen(window: MainWindow) -> str:
    """What can be read in what has the keyboard, and in the dialog or the page around it."""
    top = QApplication.activeModalWidget()
    if top is not None:
        return texts_in(top)
    screens = [one for one in window.findChildren(WorkScreen) if one.isVisible()]
    return texts_in(screens[0] if screens else workspace_of(window))


def texts_in(widget: QWidget) -> str:
    """All that is written in a widget and can be seen."""
    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QLabel | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QPlainTextEdit):
            found.append(part.toPlainText())
        elif isinstance(part, QAbstractItemView) and part.model() is not None:
            found += _cells(part.model())
    return " ".join([*found, text_of(focused())])


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        column = 0
        while (index := model.index(row, column)).isValid():
            yield str(index.data() or "")
            column += 1


def _close_dialogs() -> None:
    while (top := QApplication.activeModalWidget()) is not None:
        top.close()

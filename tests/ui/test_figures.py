"""Figures are typed in a grid by keyboard alone, with duiding, own indicators and insights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import (
    ClassCount,
    Duiding,
    Figure,
    FigureIndicator,
    FigureSet,
    Insight,
    Period,
)
from hgkm_desktop.models.records import Lesson
from hgkm_desktop.ui.figures.figure_entry import FiguresPage
from hgkm_desktop.ui.figures.figure_grid import FigureGrid
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.work_screen import WorkScreen
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file, open_file
from tests.ui.keyboard import (
    CTRL,
    NONE,
    SHIFT,
    choose,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    type_text,
    wait_until,
)
from tests.ui.open_window import document_of, words_on_screen, workspace_of

Key = Qt.Key
LESSON = Lesson("d" * 32, 1.0, "bel elkaar eerder")
CASE = a_case_with(an_event("2020", "verhuizing"), LESSON)
SHARE = FigureIndicator("a" * 32, "gezinnen met één plan", kind=FigureKind.AANDEEL)
REPEATED = FigureIndicator("b" * 32, "adressen met herhaling", has_classes=True, has_passed_on=True)
NOW = Period(2020, 1)
SET = FigureSet(
    "c" * 32,
    "C6-6C",
    own=(SHARE, REPEATED),
    figures=(Figure("1" * 32, SHARE.id, NOW, count=2, of=4),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed file with a case and a set of figures."""
    path = tmp_path / "a.hgkm"
    with new_file(path) as casefile:
        for value in (CASE, SET):
            casefile.save(value)
    return path


@pytest.fixture
def opened(window: MainWindow, path: Path) -> MainWindow:
    """The figures of that file, at the page where they are typed."""
    show(window, path, 2)
    return window


def show(window: MainWindow, path: Path, page: int, *, read_only: bool = False) -> None:
    window.show_file(open_file(path, read_only=read_only))
    workspace_of(window)._works.show(SET.id)
    press(Key(Key.Key_0.value + page), CTRL)


def figures(window: MainWindow) -> FigureSet:
    (held,) = document_of(window).works()
    assert isinstance(held, FigureSet)
    return held


def value(window: MainWindow, indicator: FigureIndicator = SHARE) -> Figure | None:
    """The figure of this indicator over the first half of 2020."""
    place = (indicator.id, NOW)
    found = [f for f in figures(window).figures if (f.indicator_id, f.period) == place]
    return found[0] if found else None


def grid(window: MainWindow) -> FigureGrid:
    (found,) = window.findChildren(FigureGrid)
    return found


def go(window: MainWindow, indicator: FigureIndicator = SHARE) -> None:
    """Go to the cell of this indicator over the first half of 2020."""
    grid(window).go_to((indicator.id, NOW))
    grid(window).setFocus()


def enter(text: str) -> None:
    type_text(text)
    press(Key.Key_Return)


def told(window: MainWindow) -> str:
    (screen,) = [s for s in window.findChildren(WorkScreen) if s.isVisible()]
    return words_on_screen(screen)


def spoken(window: MainWindow) -> str:
    """What a screen reader says of the current cell."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return str(grid(window).figures.data(grid(window).currentIndex(), role))


def test_typing_fills_cells_and_enter_and_tab_go_on(opened: MainWindow) -> None:
    assert focused() is grid(opened), "the grid has the keyboard when the page is opened"
    go(opened)
    assert spoken(opened) == "gezinnen met één plan, 1e helft 2020: 2 van 4"
    type_text("156/271")
    assert isinstance(focused(), QLineEdit)
    assert name_of(focused()) == "gezinnen met één plan, 1e helft 2020"
    press(Key.Key_Return)
    assert value(opened) == replace(SET.figures[0], count=156, of=271)
    assert grid(opened).place == (REPEATED.id, NOW), "Enter goes down"
    press(Key.Key_Return, SHIFT)
    assert spoken(opened) == "gezinnen met één plan, 1e helft 2020: 156 van 271, 57,6%"
    assert "156 van 271 = 57,6%" in told(opened), "how it was computed"
    type_text("3/7")
    press(Key.Key_Tab)
    place = grid(opened).place
    assert place is not None
    assert place[0] == SHARE.id
    assert place[1] > NOW, "Tab goes to the right"
    press(Key.Key_Tab, SHIFT)
    press(Key.Key_F2)
    fill("ca 10.000")
    press(Key.Key_Return)
    assert value(opened) == replace(SET.figures[0], kind=ValueKind.CIRCA, count=10_000, of=None)
    for _ in range(3):
        document_of(opened).undo_stack.undo()
    assert figures(opened) == SET, "every change is one edit"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("~1200", ValueKind.AFGEROND), ("-", ValueKind.NIET_VERMELD), ("0", ValueKind.EXACT)],
)
def test_each_kind_of_value_is_typed(opened: MainWindow, typed: str, kind: ValueKind) -> None:
    go(opened, REPEATED)
    enter(typed)
    held = value(opened, REPEATED)
    assert held is not None
    assert held.kind is kind


def test_niet_leverbaar_asks_why(opened: MainWindow) -> None:
    go(opened)
    enter("nl")
    wait_until(lambda: QApplication.activeModalWidget() is not None)
    assert "Waarom is dit niet leverbaar?" in words_on_screen()
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert "reden" in words_on_screen(), "without a reason it is not kept"
    tab_to("Waarom is dit niet leverbaar?")
    type_text("het systeem telt dit niet")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is None)
    held = value(opened)
    assert held is not None
    assert (held.kind, held.count) == (ValueKind.NIET_LEVERBAAR, None)
    assert held.reason == "het systeem telt dit niet"
    go(opened)
    assert spoken(opened).endswith("niet leverbaar, het systeem telt dit niet")


def test_what_cannot_be_stays_in_the_line_and_the_old_value_in_the_file(
    opened: MainWindow,
) -> None:
    go(opened)
    type_text("5/4")
    press(Key.Key_Return)
    assert "de teller van een aandeel is groter dan de noemer" in told(opened)
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == "5/4"
    assert "groter dan de noemer" in line.accessibleDescription()
    assert figures(opened) == SET
    press(Key.Key_Escape)
    assert spoken(opened).endswith("2 van 4. Niet bewaard: 5/4")
    press(Key.Key_F2)
    assert focused().property("text") == "5/4", "it is offered again"
    fill("veel")
    press(Key.Key_Tab)
    assert "Dit is geen getal." in told(opened)
    fill("4/5")
    press(Key.Key_Return)
    assert "Dit is geen getal." not in told(opened)
    assert value(opened) == replace(SET.figures[0], count=4, of=5)


def test_delete_clears_and_one_cell_is_copied_and_pasted(opened: MainWindow) -> None:
    go(opened)
    press(Key.Key_C, CTRL)
    press(Key.Key_Delete)
    assert value(opened) is None
    assert spoken(opened).endswith("nog niets ingevuld")
    press(Key.Key_V, CTRL)
    held = value(opened)
    assert held is not None
    assert (held.count, held.of) == (2, 4)
    QGuiApplication.clipboard().setText("")


def test_a_block_is_pasted_as_a_whole_or_not_at_all(opened: MainWindow) -> None:
    go(opened)
    paste("3/5\t4/5\r\n12\tveel")
    assert "Rij 2, kolom B" in told(opened)
    assert "Er is niets veranderd." in told(opened)
    assert figures(opened) == SET
    paste("3/5\t4/5\r\n12\t13")
    assert value(opened) == replace(SET.figures[0], count=3, of=5)
    assert [f.count for f in figures(opened).figures if f.indicator_id == REPEATED.id] == [12, 13]
    assert "4 cijfers geplakt, waarvan 1 in plaats van een ander." in told(opened)
    document_of(opened).undo_stack.undo()
    assert figures(opened) == SET
    QGuiApplication.clipboard().setText("")


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Key.Key_V, CTRL)


def test_a_table_of_figures_is_read_from_the_page(opened: MainWindow, tmp_path: Path) -> None:
    table = tmp_path / "cijfers.csv"
    table.write_text("Indicator;1e halfjaar 2025\nOpgelegde huisverboden;12\n", encoding="utf-8")
    (shown,) = opened.findChildren(FiguresPage)
    shown.read_table(str(table))
    wait_until(lambda: name_of(focused()) != "")
    for words in ("Verder", "Inlezen"):
        wait_until(lambda words=words: words in on_buttons())  # type: ignore[misc]
        tab_to(words)
        press(Key.Key_Space)
    wait_until(lambda: len(figures(opened).figures) == 2)
    assert figures(opened).figures[-1].count == 12
    assert "1 cijfer ingelezen." in told(opened)


def on_buttons() -> list[str]:
    """What can be pressed in the dialog on top."""
    top = QApplication.activeModalWidget()
    buttons = top.findChildren(QPushButton) if top is not None else []
    return [button.text() for button in buttons if button.isEnabled() and button.isVisible()]


def test_repeats_and_a_given_share_stand_beside_the_grid(opened: MainWindow) -> None:
    go(opened, REPEATED)
    enter("82")
    go(opened, REPEATED)
    press(Key.Key_F6)
    assert name_of(focused()) == "Hoeveel 2 keer"
    fill("74")
    tab_to("Hoeveel 3 keer")
    fill("9")
    press(Key.Key_Tab)
    assert "meer dan het geheel" in told(opened)
    held = value(opened, REPEATED)
    assert held is not None
    assert held.classes == (ClassCount(2, 74),)
    tab_to("Hoeveel 3 keer", SHIFT)
    fill("8")
    tab_to("Doorgeleid naar")
    fill("3")
    press(Key.Key_Tab)
    held = value(opened, REPEATED)
    assert held is not None
    assert (held.classes, held.passed_on) == ((ClassCount(2, 74), ClassCount(3, 8)), 3)
    go(opened)
    enter("41/661")
    go(opened)
    press(Key.Key_F6)
    assert name_of(focused()) == "Percentage volgens de leverancier"
    fill("6,5")
    press(Key.Key_F6)
    assert focused() is grid(opened)
    assert "Opgegeven is 6,5%" in told(opened), "the difference is said"
    assert "41 van 661 = 6,2%" in told(opened)
    held = value(opened)
    assert held is not None
    assert (held.count, held.of, held.given_share) == (41, 661, 65)


def test_a_whole_year_and_earlier_halves_get_a_column(opened: MainWindow) -> None:
    go(opened)
    tab_to("Periode toevoegen")
    press(Key.Key_Return)
    tab_to("Welk half jaar of jaar")
    type_text("2019")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert grid(opened).place == (SHARE.id, Period(2019))
    grid(opened).setFocus()
    enter("12/40")
    assert figures(opened).figures[-1].period == Period(2019)
    before = grid(opened).figures.columnCount()
    tab_to("Eerdere halve jaren")
    press(Key.Key_Return)
    assert grid(opened).figures.columnCount() > before
    assert Period(2019) in [f.period for f in figures(opened).figures]


def test_tab_leaves_the_grid_behind_its_last_column(opened: MainWindow) -> None:
    go(opened)
    for _ in range(grid(opened).figures.columnCount()):
        press(Key.Key_Tab)
    assert focused() is not grid(opened)


def test_without_duiding_a_figure_is_named_until_it_is_written(opened: MainWindow) -> None:
    press(Key.Key_4, CTRL)
    words = told(opened)
    assert "1 indicator komt niet op papier, want er is nog geen duiding: ‘gezinnen met" in words
    tab_to("Wat zeggen deze cijfers, en wat niet")
    type_text("meer plannen, niet meer rust")
    tab_to("Geschikt voor sturing")
    (said,) = figures(opened).duidingen
    assert (said.text, said.for_steering) == ("meer plannen, niet meer rust", False)
    assert (said.indicator_id, said.period) == (SHARE.id, NOW)
    assert "Bij elk cijfer staat een duiding." in told(opened)
    press(Key.Key_Space)
    assert figures(opened).duidingen[0].for_steering
    document_of(opened).undo_stack.undo()
    assert figures(opened).duidingen == (said,)


def test_a_case_and_its_lesson_stand_beside_an_indicator(opened: MainWindow) -> None:
    press(Key.Key_5, CTRL)
    tab_to("Inzicht toevoegen…")
    press(Key.Key_Return)
    tab_to("Bij welke indicator")
    choose("gezinnen")
    tab_to("Welke casus")
    press(Key.Key_Down)
    tab_to("Welke les daaruit")
    press(Key.Key_Down)
    tab_to("Wat laat de casus zien")
    type_text("hier lukte het wel")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: bool(figures(opened).insights))
    (seen,) = figures(opened).insights
    assert seen == Insight(seen.id, SHARE.id, CASE.id, LESSON.id, "hier lukte het wel")
    press(Key.Key_4, CTRL)
    press(Key.Key_5, CTRL)
    assert "Op papier komen alleen casussen die deelbaar zijn." in told(opened)


def test_with_an_own_indicator_go_its_figures(window: MainWindow, path: Path) -> None:
    show(window, path, 6)
    document = document_of(window)
    said = Duiding("e" * 32, SHARE.id, NOW, "meer plannen")
    document.edit("duiding", replace(SET, duidingen=(said,)))
    tab_to("Eigen indicatoren")
    press(Key.Key_Home)
    press(Key.Key_Delete)
    assert (figures(window).own, figures(window).figures) == ((REPEATED,), ())
    assert "met 1 cijfer en 1 duiding. Ctrl+Z zet alles terug." in told(window)
    document.undo_stack.undo()
    assert figures(window).duidingen == (said,)
    tab_to("Eigen indicator toevoegen…")
    press(Key.Key_Return)
    tab_to("Naam")
    type_text("gezinnen met rust")
    tab_to("Bewaren")
    press(Key.Key_Return)
    wait_until(lambda: len(figures(window).own) == 3)
    press(Key.Key_2, CTRL)
    model = grid(window).figures
    held = [model.indicator_at(row) for row in range(model.rowCount())]
    labels = [one.label for one in held if one is not None]
    assert labels[-1] == "gezinnen met rust"
    assert labels[0] == figure_indicators()[0].label


def test_a_file_that_is_only_read_takes_no_value(window: MainWindow, path: Path) -> None:
    show(window, path, 2, read_only=True)
    go(window)
    type_text("9")
    press(Key.Key_Delete, NONE)
    assert focused() is grid(window)
    assert figures(window) == SET
    assert spoken(window).endswith("2 van 4")

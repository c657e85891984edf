"""Beeld: a figure is read in the table beside its picture, and the chosen one is ringed there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.figures.figure_chart import FigureShape
from hgkm_desktop.methods.figures import proportion, with_noemer
from hgkm_desktop.methods.own_indicators import gone_with_own, without_own
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import ClassCount, Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.ui.figures.figure_grid import FigureGrid
from hgkm_desktop.ui.figures.figure_view import FigureView
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.casefile.files import new_file, open_file
from tests.ui.keyboard import CTRL, choose, press, tab_to
from tests.ui.open_window import words_on_screen, workspace_of

Key = Qt.Key
_IDS = iter(range(1, 100))


def figure(indicator_id: str, year: int, half: int, count: int | None, **more: object) -> Figure:
    made = Figure(f"{next(_IDS):032x}", indicator_id, Period(year, half), count=count)
    return replace(made, **more)  # type: ignore[arg-type] # fields of a figure


WHY = "het systeem lag stil"
SET = FigureSet(
    "c" * 32,
    "C6-6C",
    area="onze gemeente",
    figures=(
        figure("meldingen", 2018, 2, 1886),
        figure("meldingen", 2019, 1, 1540),
        figure("meldingen", 2019, 2, None, kind=ValueKind.NIET_LEVERBAAR, reason=WHY),
        figure("meldingen", 2020, 2, 1443),
        figure("thv_verlengd", 2020, 1, 17, of=38),
        figure("thv_verlengd", 2020, 2, 20, of=41),
        figure(
            *("adressen_herhaald", 2020, 2, 12),
            of=700,
            classes=(ClassCount(2, 9), ClassCount(5, 3)),
        ),
    ),
)
EMPTY = replace(SET, id="e" * 32, code="E4-4E", figures=())


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "a.hgkm"
    with new_file(path) as casefile:
        casefile.save(SET)
        casefile.save(EMPTY)
    window.show_file(open_file(path))
    return window


def view_of(window: MainWindow, figures: FigureSet = SET) -> FigureView:
    workspace_of(window)._works.show(figures.id)
    press(Key.Key_3, CTRL)
    (view,) = [one for one in window.findChildren(FigureView) if one.isVisible()]
    return view


def test_the_ring_follows_the_row_by_keys_also_where_nothing_is(opened: MainWindow) -> None:
    view = view_of(opened)
    tab_to("Indicator")
    choose("Meldingen")
    tab_to("Waarden in de grafiek")
    press(Key.Key_Home, CTRL)
    rings = []
    for _ in range(view.table.rowCount()):
        chart = view.picture.chart
        assert chart is not None
        assert chart.ringed == view.table.currentRow()
        rings.append(chart.marks[chart.ringed].value)
        press(Key.Key_Down)
    assert rings == [1886, 1540, None, None, 1443]


def test_a_gap_has_its_reason_and_a_break_its_words(opened: MainWindow) -> None:
    view = view_of(opened)
    view.show_view("meldingen", "tijd")
    rows = [
        [item.text() if (item := view.table.item(row, c)) else "" for c in range(3)]
        for row in range(view.table.rowCount())
    ]
    assert rows[2] == ["2e helft 2019", "niet leverbaar", WHY]
    assert rows[3] == ["1e helft 2020", "geen cijfer", "Hier is niets ingevuld."]
    assert "2019" in rows[1][2]
    assert "protocol" in rows[1][2], "counting changed there"
    assert rows[4][2] == ""
    assert "De lijn loopt daar niet door." in words_on_screen(view)
    told = view.picture.accessibleDescription()
    assert "1e helft 2020 (geen cijfer)" in told
    assert "1.886" in told


def test_what_can_be_drawn_of_an_indicator_is_offered_with_its_caveat(opened: MainWindow) -> None:
    view = view_of(opened)
    tab_to("Indicator")
    choose("Verlengde")
    tab_to("Welke grafiek")
    choose("Naast")
    assert view.shown_view == ("thv_verlengd", "midden_nederland")
    chart = view.picture.chart
    assert chart is not None
    assert chart.shape is FigureShape.UNDER
    assert "grove indruk" in chart.caveat
    assert chart.marks[0].counts == "20 van 41"
    view.show_view("adressen_herhaald", "vaak")
    assert view.shown_view == ("adressen_herhaald", "vaak")
    often = view.picture.chart
    assert often is not None
    assert [mark.value for mark in often.marks] == [9, None, None, 3]
    view.show_view("meldingen", "midden_nederland")
    assert view.shown_view == ("meldingen", "tijd"), "a count says nothing beside another area"


def test_without_figures_it_says_where_to_begin(opened: MainWindow) -> None:
    view = view_of(opened, EMPTY)
    assert "Vul eerst cijfers in bij Cijfers" in words_on_screen(view)
    assert not view.picture.isVisible()


def test_where_counting_changed_is_seen_and_heard_while_typing(opened: MainWindow) -> None:
    workspace_of(opened)._works.show(SET.id)
    press(Key.Key_2, CTRL)
    (grid,) = [one for one in opened.findChildren(FigureGrid) if one.isVisible()]
    model = grid.figures
    model.show_periods((Period(2018, 2), Period(2019, 1), Period(2019, 2)))
    places = [
        model.index_of(("meldingen", one))
        for one in (Period(2018, 2), Period(2019, 1), Period(2019, 2))
    ]
    assert [model.begins_anew(place) for place in places] == [False, True, False]
    heard = [str(model.data(place, Qt.ItemDataRole.AccessibleTextRole)) for place in places]
    assert ["protocol" in words for words in heard] == [False, True, False]


def test_a_noemer_that_goes_is_said_before() -> None:
    plans = FigureIndicator("a" * 32, "gezinnen", kind=FigureKind.AANTAL)
    share = FigureIndicator("b" * 32, "gezinnen met één plan", kind=FigureKind.AANDEEL)
    share = replace(share, part_of_id=plans.id)
    figures = replace(EMPTY, own=(plans, share), figures=(figure(share.id, 2020, 1, 3),))
    assert "gezinnen met één plan heeft dan geen noemer meer" in gone_with_own(figures, plans.id)
    assert "noemer" not in gone_with_own(figures, share.id)
    left = without_own(figures, plans.id)
    found = proportion(left.own[0], with_noemer(left, left.figures[0]))
    assert (found.value, bool(found.reason)) == (None, True)

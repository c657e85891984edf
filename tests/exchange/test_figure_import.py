"""A table of figures: what is read of it, in long and in wide form, and what keeps it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.figure_columns import (
    FigureColumn,
    guessed_columns,
    period_of,
    plain_name,
)
from hgkm_desktop.exchange.figure_import import (
    OWN_COUNT,
    SKIP,
    FigureReading,
    brought,
    pasted,
    read_figures,
)
from hgkm_desktop.exchange.sheets import Cell, Row, Sheet, Trouble
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_phrases import value_text
from hgkm_desktop.models.figure_terms import FigureKind
from hgkm_desktop.models.figures import ClassCount, Figure, FigureSet, Period

BANS, LONGER = "Opgelegde huisverboden", "Verlengde huisverboden"
CALLS, BREACHES = "Meldingen bij Veilig Thuis", "Overtredingen van huisverboden"
SET = FigureSet("s", "C-1")
LONG = ("Indicator", "Periode", "Aantal", "Van", "Reden")


def a_sheet(*rows: tuple[Cell, ...]) -> Sheet:
    return Sheet("blad", tuple(Row(number, row) for number, row in enumerate(rows, 1)))


def read(*rows: tuple[Cell, ...], into: FigureSet = SET, **names: str) -> FigureReading:
    sheet = a_sheet(*rows)
    return read_figures(into, sheet, guessed_columns(sheet), names)


def read_long(*rows: tuple[Cell, ...], into: FigureSet = SET) -> FigureReading:
    return read(LONG, *rows, into=into)


def id_of(label: str) -> str:
    return next(one.id for one in figure_indicators() if one.label == label)


def told(reading: FigureReading) -> list[tuple[str, str, str]]:
    labels = {one.id: one.label for one in (*figure_indicators(), *reading.own)}
    assert reading.problems == ()
    return [(labels[f.indicator_id], f.period.text, value_text(f)) for f in reading.new]


def problems(reading: FigureReading) -> list[str]:
    assert not reading.may_come_in
    assert reading.new == ()
    return [problem.words for problem in reading.problems]


def test_a_messy_long_table_is_read_whole() -> None:
    reading = read(
        ("Cijfers huisverbod", "", ""),
        ("indicator", "Halfjaar", "aantal", "van", "reden", "%"),
        (CALLS.upper(), "1e halfjaar 2025", "ca. 10.000"),
        (BANS, "H1 2025", 271.0),
        (LONGER, "jan-jun 2025", "156", "271", "", "57,6%"),
        ("opgelegde  huisverboden", "2025-2", "n.v.t."),
        (LONGER, "2e halfjaar 2025", "niet leverbaar", "", "systeem is vervangen"),
        ("", "", ""),
        (BREACHES, 2024.0, "-"),
        (BREACHES, "tweede helft van 2025", "140 van 120"),
    )
    assert told(reading) == [
        (CALLS, "1e helft 2025", "circa 10.000"),
        (BANS, "1e helft 2025", "271"),
        (LONGER, "1e helft 2025", "156 / 271"),
        (BANS, "2e helft 2025", "niet vermeld"),
        (LONGER, "2e helft 2025", "niet leverbaar"),
        (BREACHES, "2024", "niet vermeld"),
        (BREACHES, "2e helft 2025", "140 / 120"),
    ]
    assert [f.given_share for f in reading.new if f.given_share] == [576]
    assert reading.new[4].reason == "systeem is vervangen"


def test_a_wide_table_is_read_with_its_periods_in_the_heads() -> None:
    reading = read(
        ("", "2024", "2025-1", "H2 2025", "opmerking"),
        (BANS, "1.886", "", "12", "ja"),
        (LONGER, "", "3 van 4 (75%)", 0.0),
    )
    assert [(period, value) for _, period, value in told(reading)] == [
        ("2024", "1.886"),
        ("2e helft 2025", "12"),
        ("1e helft 2025", "3 / 4"),
        ("2e helft 2025", "0"),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ((LONGER, "2025-1", "300", "271"), "teller van een aandeel is groter"),
        ((BANS, "2025-1", "-3"), "niet kleiner dan 0"),
        ((BANS, "2025-1", "<5"), "afgeschermd"),
        ((LONGER, "2025-1", "3", "< 5"), "afgeschermd"),
        ((BANS, "2025-1", "veel"), "Dit is geen getal"),
        ((BANS, "2025-1", "14,7%"), "geen deel van iets"),
        ((BANS, "2025-1", "niet leverbaar"), "hoort een reden"),
        ((BANS, "2025-1", "12", "20"), "geen deel van iets"),
        ((BANS, "voorjaar", "12"), "geen halfjaar"),
        (("", "2025-1", "12"), "van welke indicator"),
        ((BANS, "2025-1", Trouble.FORMULA), "formule zonder uitkomst"),
        ((BANS, "2025-1", 0.5), "geen heel getal"),
    ],
)
def test_what_cannot_be_is_told_by_row_and_keeps_all_out(row: tuple[Cell, ...], said: str) -> None:
    (problem,) = problems(read_long((CALLS, "2025-1", "5"), row))
    assert problem.startswith("Rij 3, kolom ")
    assert said in problem


def test_two_values_for_one_cell_and_a_year_beside_its_half_are_refused() -> None:
    twice, *halves = problems(
        read_long(
            (BANS, "2025-1", "5"),
            (BANS, "H1 2025", "5"),
            (BANS, "2024-1", "5"),
            (BANS, "2024", "12"),
        )
    )
    assert "Rij 3, kolom C ‘Aantal’" in twice
    assert "rij 2" in twice
    assert [one[:5] for one in halves] == ["Rij 4", "Rij 5"]
    there = replace(SET, figures=(Figure("f", id_of(BANS), Period(2025), count=9),))
    assert (
        "staat er al een cijfer over 2025"
        in problems(read_long((BANS, "2025-1", "5"), into=there))[0]
    )


def test_a_noemer_may_come_after_its_teller() -> None:
    old = Figure("f", id_of(BANS), Period(2025, 1), count=9)
    there = replace(SET, figures=(old,))
    reading = read_long((LONGER, "2025-1", "12"), (BANS, "2025-1", "20"), into=there)
    assert len(brought(there, reading, {"f"}).figures) == 2
    with pytest.raises(BadInput):
        brought(there, reading, ())


def test_a_name_that_is_no_indicator_is_asked_about() -> None:
    rows = (LONG, ("Bellers", "2025-1", "7"), ("BELLERS", "2025-2", "8"), (BANS, "2025-1", "5"))
    reading = read(*rows)
    assert reading.unknown == ("BELLERS",)
    assert not reading.may_come_in
    own = read(*rows, bellers=OWN_COUNT)
    assert [one.label for one in own.own] == ["Bellers"]
    assert own.own[0].kind is FigureKind.AANTAL
    assert len(brought(SET, own, ()).figures) == 3
    assert len(read(*rows, bellers=SKIP).new) == 1
    assert {f.indicator_id for f in read(*rows, bellers=id_of(CALLS)).new} == {
        id_of(CALLS),
        id_of(BANS),
    }


def test_what_differs_is_chosen_and_keeps_what_the_table_does_not_say() -> None:
    before = Figure("f1", id_of(BANS), Period(2025, 1), count=9, classes=(ClassCount(2, 1),))
    same = Figure("f2", id_of(BANS), Period(2025, 2), count=4)
    there = replace(SET, figures=(before, same))
    reading = read_long((BANS, "2025-1", "10"), (BANS, "2025-2", "4"), into=there)
    assert reading.same == 1
    assert [one.before for one in reading.differing] == [before]
    assert brought(there, reading, ()) == there
    after = brought(there, reading, {"f1"})
    assert after.figures == (replace(before, count=10), same)


def test_a_block_is_pasted_from_a_cell_on() -> None:
    indicators = [one for one in figure_indicators() if one.label in (BANS, LONGER)]
    periods = (Period(2025, 1), Period(2025, 2))
    reading = pasted(SET, "12\t13\r\n\t7/13\r\n", indicators, periods)
    assert told(reading) == [
        (BANS, "1e helft 2025", "12"),
        (BANS, "2e helft 2025", "13"),
        (LONGER, "2e helft 2025", "7 / 13"),
    ]
    wrong = problems(pasted(SET, "1\t2\t3\nx1\n1\n1", indicators, periods))
    assert [one.partition(":")[0] for one in wrong] == [
        "Rij 1, kolom C",
        "Rij 2, kolom A",
        "Rij 3, kolom A",
        "Rij 4, kolom A",
    ]


def test_a_share_without_counts_comes_in_as_a_share() -> None:
    heads = ("Indicator", "Periode", "Aantal", "Van", "%")
    reading = read(
        heads,
        (LONGER, "2023-1", "", "", 0.147),
        (LONGER, "2023-2", "", "", "6,5%"),
        (LONGER, "2024-1", "", "271", 0.576),
    )
    assert reading.problems == ()
    numbers = [(one.count, one.of, one.given_share) for one in reading.new]
    assert numbers == [(None, None, 147), (None, None, 65), (None, 271, 576)]


def test_a_column_of_percents_is_told_from_one_of_parts() -> None:
    heads = ("Indicator", "Periode", "Aantal", "%")
    parts = read(heads, (LONGER, "2023-1", "", 0.5), (LONGER, "2023-2", "", 1.0))
    assert [one.given_share for one in parts.new] == [500, 1000]
    percents = read(heads, (LONGER, "2023-1", "", 0.5), (LONGER, "2023-2", "", 14.7))
    assert [one.given_share for one in percents.new] == [5, 147]
    mixed = read(heads, (LONGER, "2023-1", "", 0.147), (LONGER, "2023-2", "", 14.7))
    assert [one.row for one in mixed.problems] == [2]


@pytest.mark.parametrize(
    "head", [date(2025, 1, 1), "1-2025", "jan-25", "Q1 2025", "2024/2025", "2025 (voorlopig)"]
)
def test_a_head_that_is_no_period_is_told_once_and_not_passed_over(head: Cell) -> None:
    table = (("Indicator", "2024-1", head), (BANS, 12.0, 13.0), (LONGER, 2.0, 3.0))
    (problem,) = read(*table).problems
    assert problem.row == 1
    assert "geen halfjaar of jaar" in problem.sentence


def test_a_reason_without_a_figure_is_not_passed_over() -> None:
    (said,) = problems(read_long((BANS, "2025-1", "", "", "nieuw systeem")))
    assert "wel een reden" in said


@pytest.mark.parametrize("words", ["#DEEL/0!", "#N/B", "#REF!", "#VERW!", "Err:502", "#NAME?"])
def test_a_fault_of_the_spreadsheet_is_called_so(words: str) -> None:
    (said,) = problems(read_long((BANS, "2025-1", words)))
    assert "fout van het rekenblad" in said


def test_two_values_for_one_cell_say_whether_they_are_the_same() -> None:
    first = (BANS, "2025-1", "12")
    assert "al dezelfde waarde in rij 2" in problems(read_long(first, first))[0]
    assert "al een andere waarde in rij 2" in problems(read_long(first, (BANS, "H1 2025", "13")))[0]


def test_columns_that_are_missing_are_asked_for() -> None:
    sheet = a_sheet(("a", "b"), ("1", "2"))
    assert guessed_columns(sheet).targets == (FigureColumn.NOTHING,) * 2
    with pytest.raises(BadInput):
        read_figures(SET, sheet, guessed_columns(sheet), {})


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("1e halfjaar 2025", Period(2025, 1)),
        ("Eerste half jaar 2025", Period(2025, 1)),
        ("2025-2", Period(2025, 2)),
        ("H2 2025", Period(2025, 2)),
        ("2025 H1", Period(2025, 1)),
        ("jan-jun 2025", Period(2025, 1)),
        ("juli t/m december 2024", Period(2024, 2)),
        ("2e helft van 2025", Period(2025, 2)),
        ("heel 2025", Period(2025)),
        ("1ste halfjaar 2025", Period(2025, 1)),
        ("2025 (2e helft)", Period(2025, 2)),
        ("hj2 2025", Period(2025, 2)),
        ("halfjaar 1 2025", Period(2025, 1)),
        ("2024*", Period(2024)),
        (2025.0, Period(2025)),
    ],
)
def test_a_period_is_known_however_it_is_written(words: Cell, period: Period) -> None:
    assert period_of(words) == period


def test_forty_municipalities_and_ten_years_are_read_at_once() -> None:
    rows = [
        (f"{one.label} gemeente {place}", f"{year}-{half}", "7")
        for one in figure_indicators()[:5]
        for place in range(40)
        for year in range(2015, 2025)
        for half in (1, 2)
    ]
    names = {plain_name(str(row[0])): OWN_COUNT for row in rows}
    sheet, began = a_sheet(LONG, *rows), perf_counter()
    reading = read_figures(SET, sheet, guessed_columns(sheet), names)
    assert len(reading.new) == 4_000
    assert perf_counter() - began < 5

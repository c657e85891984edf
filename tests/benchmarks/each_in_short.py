"""The benchmarks still run and measure what they say; how fast it is, no test decides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from python_calamine import CalamineWorkbook

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import (
    cijferkaart,
    documents,
    edit,
    large_file,
    loading,
    measuring,
    moving,
    notitie,
    office,
    opening,
    responding,
    searching,
    start_screen,
    timeline,
    typing,
)
from tests.benchmarks.cases import long_case
from tests.benchmarks.table import write_table


def test_the_two_sides_run_in_turns_and_the_first_turn_does_not_count() -> None:
    ticks = iter(range(0, 20_000_000, 1_000_000))
    called: list[str] = []
    ours, base = measuring.in_turns(
        lambda: called.append("ours"), lambda: called.append("base"), runs=2, clock=ticks.__next__
    )
    assert called == ["ours", "base"] * 3
    assert ours == base == [1.0, 1.0]


def test_a_slow_base_runs_in_some_of_the_turns() -> None:
    called: list[str] = []
    ours, base = measuring.in_turns(
        lambda: called.append("ours"), lambda: called.append("base"), runs=4, base_every=3
    )
    assert (len(ours), len(base)) == (4, 2)
    assert called.count("base") == 3


def test_a_figure_stands_under_its_heading() -> None:
    figure = measuring.middle("naam", [1.0, 5.0, 3.0], [2.0, 2.0])
    assert figure.line().split() == ["naam", "3.00", "ms", "2.00", "ms", "1.50", "x"]
    assert len(figure.line()) == len(measuring.HEAD)


def test_a_long_case_is_the_same_on_every_run() -> None:
    assert long_case(40) == long_case(40)
    assert len(long_case(40).events) == 40
    assert len(long_case(40, 80).belevingen) == 80


def test_an_unknown_benchmark_is_told_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["snelheid"]) == 2
    told = capsys.readouterr().out
    assert all(name in told for name in benchmarks.NAMES)


def test_without_libreoffice_that_is_said_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(office, "NEEDED", ("geen-kantoorprogramma",))
    assert benchmarks.main(["office"]) == 0
    told = capsys.readouterr()
    assert not told.out
    assert "geen-kantoorprogramma" in told.err


def test_the_spreadsheet_of_the_base_holds_every_event(tmp_path: Path) -> None:
    case, path = long_case(30), tmp_path / "meting.ods"
    office.write_spreadsheet(case, path)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert len(rows) == 31
    assert {row[3] for row in rows[1:]} == {event.title for event in case.events}


def test_the_table_holds_each_line_with_what_it_was_measured_against(tmp_path: Path) -> None:
    figure = measuring.middle("edit 40 events", [3.0], [2.0])
    memory = replace(measuring.middle("office: memory", [50.0], [100.0]), unit="MB")
    place = tmp_path / "benchmarks.md"
    write_table(
        [("edit", figure.line()), ("office", memory.line()), ("privacy", "namen 0.98")], place
    )
    told = place.read_text(encoding="utf-8")
    assert "| edit 40 events | 3.00 ms | 2.00 ms | **1.50** |" in told
    assert "| office: memory | 50.00 MB | 100.00 MB | **0.50** |" in told
    assert "```text\nnamen 0.98\n```" in told
    assert (edit.__doc__ or "geen").strip() in told


@pytest.mark.parametrize("name", [name for name in benchmarks.NAMES if name != "office"])
def test_each_benchmark_gives_its_figures(
    name: str,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for module, constant, value in (
        (start_screen, "RUNS", 1),
        (edit, "RUNS", 1),
        (large_file, "RUNS", 1),
        (large_file, "CASES", 3),
        (large_file, "EVENTS", 20),
        (loading, "RUNS", 1),
        (searching, "CASES", 3),
        (searching, "EVENTS", 20),
        (searching, "BELEVINGEN", 10),
        (searching, "BUILDS", 1),
        (searching, "RUNS", 1),
        (loading, "SIZES", ((20, 40),)),
        (notitie, "RUNS", 1),
        (cijferkaart, "RUNS", 1),
        (documents, "RUNS", 1),
        (documents, "ROWS", 20),
        (documents, "MARKS", 50),
        (documents, "CASES", 5),
        (timeline, "FRAMES", 2),
        (timeline, "SIZES", (100,)),
        (opening, "RUNS", 2),
        (opening, "EVENTS", 20),
        (opening, "BELEVINGEN", 40),
        (responding, "EVENTS", 20),
        (responding, "BELEVINGEN", 20),
        (responding, "AFTERWARDS", 1),
        (measuring, "WARM_UP", 0),
        (typing, "RUNS", 2),
        (moving, "RUNS", 2),
        (moving, "SIZE", 100),
    ):
        monkeypatch.setattr(module, constant, value)
    assert benchmarks.main([name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith(name) and line.endswith(" x") for line in lines)

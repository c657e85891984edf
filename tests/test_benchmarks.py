"""The benchmarks still run and measure what they say; how fast it is, no test decides."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import (
    cijferkaart,
    documents,
    edit,
    loading,
    measuring,
    moving,
    notitie,
    opening,
    responding,
    start_screen,
    timeline,
)
from tests.benchmarks.cases import long_case


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


@pytest.mark.parametrize("name", benchmarks.NAMES)
def test_each_benchmark_gives_its_figures(
    name: str,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for module, constant, value in (
        (start_screen, "RUNS", 1),
        (edit, "RUNS", 1),
        (loading, "RUNS", 1),
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
        (moving, "RUNS", 2),
        (moving, "SIZE", 100),
    ):
        monkeypatch.setattr(module, constant, value)
    assert benchmarks.main([name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith(name) and line.endswith(" x") for line in lines)

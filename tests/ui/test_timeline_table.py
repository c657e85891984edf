"""The table of events: the equal alternative of the line, edited in place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.moment import in_month
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.ui.line.event_model import HEADINGS, KIND, MARKS, NUMBER, TITLE, WHEN, WHO
from hgkm_desktop.ui.line.event_words import when_to_edit
from tests.builders import an_event
from tests.ui.timeline_bench import Bench, a_small_case

Key = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path, a_small_case())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    yield made
    made.document.close()


def cell(bench: Bench, title: str, column: int) -> str:
    return str(bench.index(title, column).data())


def is_editing(bench: Bench) -> bool:
    return bench.table.state() == QAbstractItemView.State.EditingState


def test_the_cells_say_what_the_line_shows(bench: Bench) -> None:
    assert [cell(bench, "Actieoverleg", column) for column in range(len(HEADINGS))] == [
        "3",
        "apr 2023",
        "Afstemmingsmoment",
        "niet: Actieoverleg",
        "Veilig Thuis, politie",
        "+ !",
    ]
    assert cell(bench, "ooit verhuisd", WHEN) == "zonder datum"
    assert cell(bench, "melding", WHO) == "politie"


def test_belevingen_are_spoken_in_words(bench: Bench) -> None:
    index = bench.index("Actieoverleg", MARKS)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "politie, teamleider: ging goed; Veilig Thuis, teamleider: risicovol"


def test_a_tooltip_never_reads_a_title_as_markup(bench: Bench) -> None:
    bench.model.setData(bench.index("melding", TITLE), "<b>ruzie</b> " * 200)
    row = bench.model.row_of(bench.case.events[0].id)
    tip = str(bench.model.index(row, TITLE).data(Qt.ItemDataRole.ToolTipRole))
    assert "<b>" not in tip
    assert "&lt;b&gt;ruzie" in tip
    assert len(tip) < 1500


def test_typing_sets_marks_and_never_edits_or_searches(qtbot: QtBot, bench: Bench) -> None:
    bench.table.setCurrentIndex(bench.index("melding", TITLE))
    with qtbot.waitSignal(bench.table.mark_requested) as asked:
        QTest.keyClick(bench.table, Key.Key_N)
    assert asked.args == [Mark.NIET_OKE]
    with qtbot.waitSignal(bench.table.turn_requested) as asked:
        QTest.keyClick(bench.table, Key.Key_2)
    assert asked.args == [2]
    QTest.keyClicks(bench.table, "vader")
    assert bench.chosen == "melding"
    assert not is_editing(bench)


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_f2_and_enter_edit(qtbot: QtBot, bench: Bench, key: Qt.Key) -> None:
    bench.table.setCurrentIndex(bench.index("melding", TITLE))
    QTest.keyClick(bench.table, key)
    assert is_editing(bench)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("zorgmelding")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: bench.chosen == "zorgmelding")
    assert not is_editing(bench)
    assert any(event.title == "zorgmelding" for event in bench.case.events)


def test_enter_on_a_cell_without_an_editor_edits_the_title(bench: Bench) -> None:
    bench.table.setCurrentIndex(bench.index("melding", NUMBER))
    QTest.keyClick(bench.table, Key.Key_Return)
    assert bench.table.currentIndex().column() == TITLE
    assert is_editing(bench)


def test_a_kind_is_chosen_from_a_list(bench: Bench) -> None:
    bench.table.setCurrentIndex(bench.index("melding", KIND))
    QTest.keyClick(bench.table, Key.Key_F2)
    (box,) = bench.table.viewport().findChildren(QComboBox)
    assert box.count() == len(EventKind)
    box.setCurrentText("incident")
    bench.table.commitData(box)
    assert bench.model.event_at(bench.row("melding")).kind is EventKind.INCIDENT


def test_a_date_is_typed_as_a_phrase(bench: Bench) -> None:
    assert bench.model.setData(bench.index("melding", WHEN), "mei 2023")
    event = bench.model.event_at(bench.row("melding"))
    assert event.start == in_month(2023, 5)
    assert bench.row("melding") > bench.row("Actieoverleg")


@pytest.mark.parametrize(
    ("column", "typed"), [(WHEN, "31-2-2023"), (WHEN, "gisteren"), (TITLE, "  "), (KIND, "feest")]
)
def test_what_cannot_be_is_refused_with_a_sentence(
    qtbot: QtBot, bench: Bench, column: int, typed: str
) -> None:
    before = bench.case
    with qtbot.waitSignal(bench.model.rejected) as said:
        assert not bench.model.setData(bench.index("melding", column), typed)
    assert said.args is not None
    assert str(said.args[0]).endswith(".")
    assert bench.case is before


def test_leaving_an_editor_unchanged_is_no_edit(bench: Bench) -> None:
    before = bench.case
    for column in (WHEN, KIND, TITLE):
        index = bench.index("vader verliest werk", column)
        assert not bench.model.setData(index, index.data(Qt.ItemDataRole.EditRole))
    assert bench.case is before


@pytest.mark.parametrize(
    "phrase",
    [
        "3-3-2023",
        "mrt 2023",
        "circa voorjaar 2023",
        "winter 2023",
        "eind 2023",
        "begin mrt 2023",
        "1e kwartaal 2023",
        "tussen mrt en mei 2023",
        "3-13 mei 2023",
        "vanaf circa 2019",
        "feb 2023 - apr 2023",
        "",
    ],
)
def test_a_date_reads_back_as_it_is_shown_for_editing(phrase: str) -> None:
    event = an_event(phrase)
    again = read_whole(when_to_edit(event))
    assert (again.start, again.end, again.ongoing) == (event.start, event.end, event.ongoing)


def test_dates_sort_either_way_and_what_has_none_comes_last(bench: Bench) -> None:
    def order() -> list[str]:
        return [bench.model.event_at(row).title for row in range(bench.model.rowCount())]

    undated = ["nog zonder", "ooit verhuisd"]
    case = bench.case.put_all([an_event("3-3-2023", "ook toen"), an_event("", "nog zonder", seq=0)])
    bench.document.edit("test", case)
    early, equal = ["melding", "ook toen"], ["Actieoverleg", "één plan"]
    upwards = ["vader verliest werk", *early, *equal]
    bench.table.sortByColumn(WHEN, Qt.SortOrder.AscendingOrder)
    assert order() == [*upwards, *undated]
    bench.table.sortByColumn(WHEN, Qt.SortOrder.DescendingOrder)
    assert order() == [*reversed(equal), *early, "vader verliest werk", *undated]
    later = case.put_all([an_event("5-5-2025", "later")])
    bench.document.edit("test", later)
    assert order()[0] == "later"


def test_a_file_that_is_open_to_read_offers_no_editing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.document.file, "read_only", True)
    assert not bench.index("melding", TITLE).flags() & Qt.ItemFlag.ItemIsEditable


def test_only_three_columns_can_be_edited(bench: Bench) -> None:
    editable = [
        column
        for column in range(len(HEADINGS))
        if bench.index("melding", column).flags() & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == [WHEN, KIND, TITLE]


def test_the_table_is_painted(bench: Bench) -> None:
    bench.choose("Actieoverleg")
    assert not bench.table.grab().isNull()

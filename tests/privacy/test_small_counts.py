"""Small counts: whoever knows all sums that may be known cannot tell any count that is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.privacy.small_counts import (
    Shielded,
    ShieldedTable,
    Way,
    sample_text,
    share_text,
    shielded,
)

Counts = tuple[tuple[int, ...], ...]
SMALL = range(1, 5)


def texts(counts: Sequence[Sequence[int | None]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text for cell in row) for row in shielded(counts).cells)


def is_all_hidden(table: ShieldedTable) -> bool:
    return all(cell.way is Way.VERBORGEN for row in table.cells for cell in row)


def could_be(cell: Shielded, most: int, *, nothing_shown: bool) -> Sequence[int]:
    """What a reader who knows how the table is made can take a cell for."""
    if cell.number is not None:
        return [cell.number]
    if cell.way is Way.KLEIN:
        return SMALL
    return range(most + 1) if nothing_shown else [0, *range(5, most + 1)]


def agrees(shown: Shielded, own: int, real: int) -> bool:
    """Whether a total of a table is one that the reader knows, or can have."""
    if shown.way is Way.KLEIN:
        return own in SMALL
    if shown.is_secret:
        return True
    return own == real


def totals_of(counts: Counts) -> list[int]:
    return [*map(sum, counts), *map(sum, zip(*counts, strict=True)), sum(map(sum, counts))]


def shown_totals(table: ShieldedTable, counts: Counts) -> list[tuple[int, Shielded]]:
    """The totals of a table with their place in `totals_of`."""
    rows, columns = len(counts), len(counts[0])
    beside = list(enumerate(table.row_totals))
    below = list(enumerate(table.column_totals, rows))
    return [*beside, *below, (rows + columns, table.total)]


def that_fit(table: ShieldedTable, counts: Counts) -> Iterator[Counts]:
    """Every table that a reader can take this one for, who knows each total from elsewhere that
    is not small and not secret."""
    most = max(map(max, counts)) + 4
    nothing = is_all_hidden(table)
    columns = len(counts[0])
    ways = [could_be(cell, most, nothing_shown=nothing) for row in table.cells for cell in row]
    real = totals_of(counts)
    for flat in product(*ways):
        one = tuple(tuple(flat[at : at + columns]) for at in range(0, len(flat), columns))
        own = totals_of(one)
        if all(agrees(shown, own[at], real[at]) for at, shown in shown_totals(table, counts)):
            yield one


def assert_nobody_can_tell(counts: Counts) -> None:
    table = shielded(counts)
    fit = list(that_fit(table, counts))
    assert counts in fit, "the reader would be misled"
    for i, row in enumerate(table.cells):
        for j, cell in enumerate(row):
            if cell.way is not Way.GETAL:
                assert len({one[i][j] for one in fit}) > 1, (counts, i, j)
            else:
                assert not 0 < counts[i][j] < 5


few = st.sampled_from((0, 1, 2, 3, 4, 5, 6, 8, 11))


@settings(max_examples=250, deadline=None)
@given(st.lists(few, min_size=1, max_size=4))
@example([1, 5])
@example([1, 1])
@example([4, 4])
@example([3, 0, 12])
@example([3, 5, 6])
@example([3])
def test_no_count_follows_from_a_row_and_its_total(row: list[int]) -> None:
    assert_nobody_can_tell((tuple(row),))
    assert_nobody_can_tell(tuple((count,) for count in row))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(few, few), min_size=2, max_size=2))
@example([(3, 0), (0, 7)])
@example([(1, 4), (4, 1)])
@example([(2, 11), (11, 11)])
@example([(0, 1), (3, 0)])
def test_no_count_follows_from_a_table_of_two_by_two(rows: list[tuple[int, int]]) -> None:
    assert_nobody_can_tell(tuple(rows))


@pytest.mark.parametrize(
    "counts",
    [
        ((3, 11, 8), (9, 10, 7)),
        ((3, 0, 8), (9, 10, 2)),
        ((1, 9, 9), (9, 9, 9)),
        ((4, 6, 0), (0, 6, 8)),
    ],
)
def test_no_count_follows_from_a_larger_table(counts: Counts) -> None:
    assert_nobody_can_tell(counts)


def test_small_counts_alone_being_hidden_can_be_undone() -> None:
    """The control: what the brute force finds when only the small count is hidden."""
    counts = ((3, 11), (9, 10))
    naive = ShieldedTable(
        cells=(
            (Shielded(Way.KLEIN, "<5"), Shielded(Way.GETAL, "11", 11)),
            (Shielded(Way.GETAL, "9", 9), Shielded(Way.GETAL, "10", 10)),
        ),
        row_totals=(Shielded(Way.GETAL, "14", 14), Shielded(Way.GETAL, "19", 19)),
        column_totals=(Shielded(Way.GETAL, "12", 12), Shielded(Way.GETAL, "21", 21)),
        total=Shielded(Way.GETAL, "33", 33),
    )
    assert list(that_fit(naive, counts)) == [counts]
    assert len(list(that_fit(shielded(counts), counts))) > 1


def test_small_is_below_five_and_a_zero_stays() -> None:
    assert texts([[0, 20, 31]]) == (("0", "20", "31"),)
    assert texts([[4, 20, 31]])[0][0] == "<5"
    assert texts([[5, 20, 31]]) == (("5", "20", "31"),)
    assert texts([[0, 3, 20, 31]])[0][:2] == ("0", "<5")


def test_one_more_is_hidden_and_it_is_the_smallest_that_will_do() -> None:
    assert texts([[3, 20, 12, 31]]) == (("<5", "20", "niet getoond", "31"),)
    assert texts([[3, 2, 12, 31]]) == (("<5", "<5", "12", "31"),)
    assert texts([[1, 1, 12, 31]]) == (("<5", "<5", "niet getoond", "31"),), "1 + 1"


def test_a_total_with_a_hidden_part_is_hidden_and_others_stay() -> None:
    table = shielded([[3, 11, 8], [9, 10, 7], [20, 30, 40]])
    assert table.row_totals[0].text == "niet getoond"
    assert table.row_totals[2].text == "90"
    assert table.total.text == "niet getoond"
    assert not table.total.is_secret, "it may be known: the cells beside it are hidden for that"
    assert shielded([[20, 30]]).total.text == "50"


def test_a_total_is_secret_when_no_other_count_can_be_hidden_instead() -> None:
    table = shielded([[1, 5]])
    assert [cell.text for cell in table.cells[0]] == ["<5", "5"]
    assert table.total.is_secret


def test_where_nothing_helps_nothing_is_shown() -> None:
    table = shielded([[0, 1], [3, 0]])
    assert is_all_hidden(table)
    assert table.total.is_secret


def test_a_count_that_could_not_be_had_is_no_zero() -> None:
    table = shielded([[None, 20], [6, 30]])
    assert table.cells[0][0].text == "niet leverbaar"
    assert table.row_totals[0].text == "niet leverbaar"
    assert table.row_totals[1].text == "36"


def test_the_threshold_can_be_another() -> None:
    assert shielded([[8, 40, 50]], threshold=10).cells[0][0].text == "<10"
    assert shielded([[4, 40, 50]], threshold=3).cells[0][0].text == "4"


@pytest.mark.parametrize(
    ("counts", "threshold"), [([[1]], 2), ([], 5), ([[]], 5), ([[1, 2], [3]], 5), ([[-1]], 5)]
)
def test_what_is_no_table_is_refused(counts: list[list[int]], threshold: int) -> None:
    with pytest.raises(BadInput):
        shielded(counts, threshold)


def share(part: int, *others: int) -> str:
    table = shielded([[part, *others]])
    return share_text(table.cells[0][0], table.total)


def test_a_share_is_a_percentage_from_twenty_on() -> None:
    assert share(7, 13) == "35% (7 van 20)"
    assert share(7, 12) == "7 van 19"
    assert share(42, 271) == "13% (42 van 313)"
    assert share(0, 20) == "0% (0 van 20)"


def test_a_share_over_a_hidden_part_is_hidden() -> None:
    assert share(20, 20, 3) == "niet getoond"
    assert share(3, 40) == "niet getoond"
    assert share(147, 3) == "niet getoond"
    whole, part = (shielded([[n]]).cells[0][0] for n in (150, 147))
    assert share_text(part, whole) == "niet getoond", "three others"


def test_a_sample_is_said_as_it_is() -> None:
    assert sample_text(3, 7) == "3 van 7"
    assert sample_text(0, 2) == "0 van 2"
    with pytest.raises(BadInput):
        sample_text(8, 7)

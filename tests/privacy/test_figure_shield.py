"""Figures that add up to each other: what is printed of all together gives no small count away."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figures import ClassCount, Figure, FigureSet
from hgkm_desktop.privacy.figure_shield import PrintedFigure, shielded_set
from hgkm_desktop.privacy.small_counts import Shielded, Way
from tests.privacy.reader_of_figures import (
    AGAIN,
    BAN,
    CASES,
    ENDS,
    H1,
    H2,
    INDICATORS,
    LONGER,
    NOT_LONGER,
    OVERLAPPING,
    YEAR,
    a_random_half,
    a_random_year,
    a_set,
    cells_of,
    found_out,
    printed_cells,
)

SETS = 15  # of thousands more in the proof of small figures
HIDDEN = Way.VERBORGEN.label


@pytest.mark.parametrize("drawn", [a_random_year, a_random_half])
def test_nothing_hidden_is_found(drawn: Callable[[Random], FigureSet]) -> None:
    for seed in range(SETS):
        figure_set = drawn(Random(seed))
        assert found_out(figure_set, shielded_set(figure_set, INDICATORS)) == [], seed


def only_the_small(count: int) -> Shielded:
    small = 0 < count < 5
    return Shielded(Way.KLEIN, "<5") if small else Shielded(Way.GETAL, str(count), count)


def naive(figure: Figure) -> PrintedFigure:
    return PrintedFigure(
        None if figure.count is None else only_the_small(figure.count),
        None if figure.of is None else only_the_small(figure.of),
        tuple((one.times, only_the_small(one.count)) for one in figure.classes),
        None if figure.passed_on is None else only_the_small(figure.passed_on),
        has_share=True,
    )


def test_the_reader_finds_what_only_the_small_being_hidden_leaves_open() -> None:
    """The control: without more being hidden, the same reader finds a count in most tables."""
    for drawn, fewest in ((a_random_year, 15), (a_random_half, 10)):
        sets = [drawn(Random(seed)) for seed in range(20)]
        caught = [bool(found_out(one, {f.id: naive(f) for f in one.figures})) for one in sets]
        assert sum(caught) > fewest


def printed(*figures: Figure, threshold: int = 5) -> list[tuple[str, str]]:
    """Teller and noemer of each as they may be printed."""
    figure_set = a_set(figures)
    shown = shielded_set(figure_set, INDICATORS, threshold)
    each = [shown[figure.id] for figure in figure_set.figures]
    return [(one.count.text if one.count else "", one.of.text if one.of else "") for one in each]


def test_a_small_part_leaves_its_whole_when_the_rest_is_printed_nowhere() -> None:
    whole, part = Figure("", BAN, H1, count=42), Figure("", LONGER, H1, count=3, of=42)
    assert printed(whole, part) == [("42", ""), ("<5", "42")]


def test_a_noemer_that_was_not_typed_is_the_count_of_the_whole() -> None:
    whole, part = Figure("", BAN, H1, count=42), Figure("", LONGER, H1, count=40)
    assert printed(whole, part) == [("42", ""), ("niet getoond", "42")]


def test_a_small_rest_hides_the_part() -> None:
    whole, part = Figure("", BAN, H1, count=42), Figure("", LONGER, H1, count=40, of=42)
    assert printed(whole, part) == [("42", ""), ("niet getoond", "42")]


def test_a_whole_is_hidden_where_its_parts_tell_the_small_one() -> None:
    figures = (
        Figure("", BAN, H1, count=42),
        Figure("", LONGER, H1, count=3, of=42),
        Figure("", NOT_LONGER, H1, count=39, of=42),
    )
    hidden = "niet getoond"
    assert printed(*figures) == [(hidden, ""), ("<5", hidden), ("39", hidden)]


def test_a_year_does_not_tell_a_small_half() -> None:
    year, first, second = (
        Figure("", BAN, period, count=count) for period, count in ((YEAR, 23), (H1, 3), (H2, 20))
    )
    assert printed(year, first, second) == [("niet getoond", ""), ("<5", ""), ("20", "")]
    lone = [text for text, _ in printed(year, second)]
    assert lone.count("niet getoond") == 1, "the half that is not printed is 3"


def test_people_in_both_halves_are_not_told_either() -> None:
    figures = [Figure("", BAN, period, count=n) for period, n in ((YEAR, 38), (H1, 20), (H2, 20))]
    assert [text for text, _ in printed(*figures)].count("niet getoond") == 1, "2 were in both"


def test_a_class_hides_the_count_that_it_is_a_part_of() -> None:
    classes = (ClassCount(2, 30), ClassCount(3, 2))
    figure_set = a_set([Figure("", AGAIN, H1, count=32, classes=classes, passed_on=30)])
    (shown,) = shielded_set(figure_set, INDICATORS).values()
    assert [one.text for _, one in shown.classes] == ["30", "<5"]
    assert shown.count is not None
    assert shown.count.text == "niet getoond"
    assert not shown.has_share


def share_is_printed(*figures: Figure) -> bool:
    figure_set = a_set(figures)
    return shielded_set(figure_set, INDICATORS)[figure_set.figures[0].id].has_share


def test_a_share_is_printed_with_both_its_numbers_or_all_alone() -> None:
    whole, lone = Figure("", BAN, H1, count=42), Figure("", LONGER, H1, given_share=71)
    assert share_is_printed(Figure("", LONGER, H1, count=20, of=42))
    assert not share_is_printed(Figure("", LONGER, H1, count=40, of=42))
    assert not share_is_printed(Figure("", LONGER, H1, count=40, given_share=952))
    assert share_is_printed(lone)
    assert not share_is_printed(lone, whole), "3 of 42"


def test_classes_without_a_teller_leave_no_small_rest() -> None:
    classes = (ClassCount(2, 30), ClassCount(3, 10))
    shown = shielded_set(a_set([Figure("", LONGER, H1, of=42, classes=classes)]), INDICATORS)
    (one,) = shown.values()
    assert one.count is None
    texts = [one.of.text if one.of else "", *(count.text for _, count in one.classes)]
    assert "niet getoond" in texts, "2 others"


def test_what_led_to_no_ban_is_not_found_beside_the_bans() -> None:
    assessed, imposed = Figure("", "rihg", H1, count=30), Figure("", "thv", H1, count=27)
    without = Figure("", "rihg_zonder_thv", H1, count=3, of=30)
    assert printed(assessed, imposed, without) == [(HIDDEN, ""), ("27", ""), ("<5", HIDDEN)]
    assert [text for text, _ in printed(assessed, imposed)].count(HIDDEN) == 1, "3 without"


def test_advice_is_not_found_beside_all_contacts() -> None:
    counted = (("contactmomenten", 100), ("meldingen", 97), ("adviezen", 3))
    figures = [Figure("", name, H1, count=count) for name, count in counted]
    assert [text for text, _ in printed(*figures)] == [HIDDEN, "97", "<5"]


def test_four_ends_that_are_all_cases_hide_the_whole_beside_another_share() -> None:
    ends = dict(zip(ENDS, (12, 8, 27, 3), strict=True)) | {OVERLAPPING: 20}
    parts = [Figure("", name, H1, count=count, of=50) for name, count in ends.items()]
    texts = [text for text, _ in printed(Figure("", CASES, H1, count=50), *parts)]
    assert texts == [HIDDEN, "12", "8", "27", "<5", "20"]


def test_a_figure_that_a_merge_left_twice_is_hidden_twice() -> None:
    part = Figure("", LONGER, H1, count=40, of=42)
    assert printed(part, part) == [(HIDDEN, "42"), (HIDDEN, "42")]


def test_a_half_that_follows_from_a_year_is_a_whole_too() -> None:
    """Bans of the second half are 60 - 20 = 40, so that 38 of them leaves 2."""
    year, first = Figure("", BAN, YEAR, count=60), Figure("", BAN, H1, count=20)
    texts = [text for text, _ in printed(year, first, Figure("", LONGER, H2, count=38))]
    assert HIDDEN in texts


def test_what_is_and_what_is_not_are_all_even_where_no_period_has_both() -> None:
    """Of 20 in a year 6 are not extended, so 14 are; of the 11 of one half at most 11, so 3."""
    figures = (
        *(Figure("", BAN, period, count=n) for period, n in ((H1, 11), (H2, 9), (YEAR, 20))),
        Figure("", LONGER, H2, count=3, of=9),
        Figure("", NOT_LONGER, YEAR, count=6, of=20),
    )
    figure_set = a_set(figures)
    assert found_out(figure_set, shielded_set(figure_set, INDICATORS)) == []


def test_two_parts_that_leave_few_of_a_whole_hide_one() -> None:
    parts = [Figure("", name, H1, count=20) for name in (LONGER, NOT_LONGER)]
    assert [text for text, _ in printed(Figure("", BAN, H1, count=42), *parts)].count(HIDDEN) == 1


def test_a_noemer_of_its_own_is_a_whole_of_its_own() -> None:
    """The count of all is 60, but this part was taken of 42: 2 are left of those."""
    part = Figure("", LONGER, H1, count=40, of=42)
    assert printed(Figure("", BAN, H1, count=60), part)[1] in ((HIDDEN, "42"), ("40", HIDDEN))


def test_a_ratio_has_no_rest() -> None:
    ratio = Figure("", "aangiftebereidheid", H1, count=398, of=400)
    figure_set = a_set([Figure("", "incidenten", H1, count=400), ratio])
    shown = shielded_set(figure_set, indicators_of(figure_set))
    assert [one.count.text for one in shown.values() if one.count] == ["400", "398"]


def test_a_half_is_told_the_same_once_the_next_half_is_there() -> None:
    """Or who lays the paper of July beside that of January sees what each hid."""
    for seed in range(40):
        halves = [f for f in a_random_year(Random(seed)).figures if f.period.half]
        both = shielded_set(FigureSet("s", "C-1", figures=tuple(halves)), INDICATORS)
        first = tuple(figure for figure in halves if figure.period == H1)
        alone = shielded_set(FigureSet("s", "C-1", figures=first), INDICATORS)
        assert alone == {figure.id: both[figure.id] for figure in first}, seed


def test_most_of_what_is_not_small_is_shown() -> None:
    """Of years full of small counts more than a third of the others stay: 147 of 373."""
    large = [
        shown.number is not None
        for seed in range(20)
        for figure_set in [a_random_year(Random(seed))]
        for figure in figure_set.figures
        for (_, count), (_, shown) in zip(
            cells_of(figure),
            printed_cells(figure, shielded_set(figure_set, INDICATORS)[figure.id]),
            strict=True,
        )
        if count >= 5
    ]
    assert sum(large) / len(large) > 0.37, f"{sum(large)} of {len(large)}"


def test_what_is_not_small_stays_and_a_nought_too() -> None:
    whole, part = Figure("", BAN, H1, count=42), Figure("", LONGER, H1, count=20, of=42)
    none = Figure("", NOT_LONGER, H2, count=0, of=12)
    assert printed(whole, part, none) == [("42", ""), ("20", "42"), ("0", "12")]
    assert printed(part, threshold=21) == [("<21", "42")]
    with pytest.raises(BadInput):
        printed(whole, threshold=2)

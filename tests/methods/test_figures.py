"""What is computed from figures: each known result, with its formula, and what is not computed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.derived import given_text, percent_text
from hgkm_desktop.methods.figures import (
    added,
    change,
    check_noemer,
    check_share,
    check_total,
    figures_of,
    passed_on_share,
    proportion,
    ratio,
    repeats,
    rest_share,
    runs,
    share,
    with_noemer,
    year_of,
)
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import ClassCount, Figure, FigureIndicator, FigureSet, Period

FIRST_HALF = Period(2025, 1)
NONE_KNOWN = (ValueKind.NIET_VERMELD, ValueKind.NIET_LEVERBAAR, ValueKind.ALLEEN_HANDMATIG)


def an_indicator(indicator_id: str) -> FigureIndicator:
    return next(one for one in figure_indicators() if one.id == indicator_id)


def a_figure(
    indicator_id: str,
    count: int | None = None,
    of: int | None = None,
    when: Period = FIRST_HALF,
    kind: ValueKind = ValueKind.EXACT,
) -> Figure:
    return Figure(f"{indicator_id} {when.text}", indicator_id, when, kind, count, of)


def a_set(*figures: Figure) -> FigureSet:
    return FigureSet("1" * 32, "C6-6C", figures=figures)


# --- shares and ratios ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "whole", "formula"),
    [
        (156, 271, "156 van 271 = 57,6%"),
        (108, 737, "108 van 737 = 14,7%"),
        (75, 737, "75 van 737 = 10,2%"),
        (59, 661, "59 van 661 = 8,9%"),
        (41, 661, "41 van 661 = 6,2%"),
        (82, 1886, "82 van 1.886 = 4,3%"),
        (1, 80, "1 van 80 = 1,3%"),  # 1,25 is rounded up, as a person does
        (1, 2000, "1 van 2.000 = 0,1%"),
        (0, 36, "0 van 36 = 0,0%"),
        (20, 20, "20 van 20 = 100,0%"),
    ],
)
def test_a_share_says_its_formula(part: int, whole: int, formula: str) -> None:
    found = share(part, whole)
    assert found.formula == formula
    assert found.value is not None
    assert formula.endswith(f"= {percent_text(found.value)}")
    assert found.text == percent_text(found.value)


@pytest.mark.parametrize(("part", "whole"), [(7, 15), (0, 19), (0, 0)])
def test_below_twenty_there_is_no_percentage(part: int, whole: int) -> None:
    found = share(part, whole)
    assert (found.text, found.formula, found.value) == (f"{part} van {whole}",) * 2 + (None,)
    assert "20" in found.reason


def test_a_ratio_may_be_more_than_one_to_one() -> None:
    assert ratio(320, 261).formula == "320 op 261 = 122,6 per 100"
    assert ratio(20, 8).text == "20 op 8"
    with pytest.raises(BadInput, match="groter dan de noemer"):
        share(320, 261)


@pytest.mark.parametrize("compute", [share, ratio])
@pytest.mark.parametrize(("part", "whole"), [(-1, 30), (-3, -2)])
def test_nothing_is_below_nought(compute: object, part: int, whole: int) -> None:
    with pytest.raises(BadInput, match="kleiner dan nul"):
        compute(part, whole)  # type: ignore[operator]


def test_what_is_left_of_a_whole_shows_how() -> None:
    found = rest_share(a_figure("rihg", 313), a_figure("thv", 271))
    assert found.formula == "313 − 271 = 42; 42 van 313 = 13,4%"
    with pytest.raises(BadInput, match="niet over dezelfde tijd"):
        rest_share(a_figure("rihg", 313), a_figure("thv", 271, when=Period(2025, 2)))
    with pytest.raises(BadInput, match="groter dan het geheel"):
        rest_share(a_figure("rihg", 271), a_figure("thv", 313))


def test_a_share_and_a_ratio_follow_the_indicator() -> None:
    extended = a_figure("thv_verlengd", 156, 271)
    assert proportion(an_indicator("thv_verlengd"), extended).text == "57,6%"
    broken = a_figure("overtredingen", 45, 261)
    assert proportion(an_indicator("overtredingen"), broken).text == "17,2 per 100"
    plain = proportion(an_indicator("thv"), a_figure("thv", 271))
    assert (plain.value, plain.text, plain.reason[:15]) == (None, "", "Dit is een aant")


@pytest.mark.parametrize("kind", NONE_KNOWN)
def test_what_is_not_known_is_not_nought(kind: ValueKind) -> None:
    unknown = a_figure("overtredingen", of=69, kind=kind)
    found = proportion(an_indicator("overtredingen"), unknown)
    assert (found.value, found.text) == (None, "")
    assert kind.label in found.reason
    assert given_text(unknown) == kind.label
    known = proportion(an_indicator("overtredingen"), a_figure("overtredingen", 0, 69))
    assert known.value == 0


def test_circa_goes_along_into_what_follows() -> None:
    incidents = a_figure("incidenten", 10_000, kind=ValueKind.CIRCA)
    reports = a_figure("aangiftebereidheid", 2_500)
    figures = a_set(incidents, reports)
    (given,) = figures_of(figures, "aangiftebereidheid")
    assert given_text(given) == "2.500", "what was counted stays as it was given"
    found = proportion(an_indicator("aangiftebereidheid"), with_noemer(figures, given))
    assert (found.text, found.quality) == ("circa 25,0 per 100", ValueKind.CIRCA)
    assert found.caveats
    assert given_text(incidents) == "circa 10.000"


def test_a_noemer_comes_from_the_same_period_only() -> None:
    extended = a_figure("thv_verlengd", 10)
    other = a_figure("thv", 40, when=Period(2025, 2))
    assert with_noemer(a_set(extended, other), extended).of is None
    unknown = a_figure("thv", kind=ValueKind.NIET_LEVERBAAR)
    assert with_noemer(a_set(extended, unknown), extended).of is None
    assert with_noemer(a_set(extended, a_figure("thv", 40)), extended).of == 40
    typed = replace(extended, of=38)
    assert with_noemer(a_set(typed, a_figure("thv", 40)), typed).of == 38


# --- repeats --------------------------------------------------------------------------------


def test_repeats_are_counted_together() -> None:
    classes = (ClassCount(3, 8), ClassCount(2, 74))
    found = repeats(replace(a_figure("personen_hg_herhaald", of=1886), classes=classes))
    assert found.formula == "74 + 8 = 82; 82 van 1.886 = 4,3%"
    plain = repeats(replace(a_figure("personen_hg", 1886), classes=classes))
    assert plain.formula == found.formula
    only = replace(a_figure("personen_hg_herhaald", of=1886), classes=classes)
    assert proportion(an_indicator("personen_hg_herhaald"), only) == found


def test_repeats_that_are_more_than_the_whole_cannot_be() -> None:
    with pytest.raises(BadInput, match="groter dan de noemer"):
        repeats(replace(a_figure("personen_hg", 30), classes=(ClassCount(2, 31),)))
    assert repeats(a_figure("personen_hg", 30)).value is None


def test_how_many_were_passed_on() -> None:
    figure = replace(a_figure("adressen_herhaald", 40), passed_on=10)
    assert passed_on_share(figure).formula == "10 van 40 = 25,0%"
    assert "niet vermeld" in passed_on_share(a_figure("adressen_herhaald", 40)).reason


# --- given and computed ---------------------------------------------------------------------


def test_a_given_share_that_differs_is_told() -> None:
    figure = replace(a_figure("zsm_herhaald", 41, 661), given_share=65)
    found = check_share(an_indicator("zsm_herhaald"), figure)
    assert found is not None
    assert (found.given, found.computed, found.agrees) == (65, 62, False)
    assert found.text == "Opgegeven is 6,5%, maar het is 41 van 661 = 6,2%."
    assert figure.given_share == 65, "it is not overwritten"


@pytest.mark.parametrize(
    ("count", "of", "given", "agrees"),
    [
        (108, 737, 147, True),
        (156, 271, 580, True),  # 57,6% printed as 58%
        (42, 313, 130, True),
        (156, 271, 570, False),
        (156, 271, 575, False),
        (49, 400, 130, False),  # 12,25% is 12,3% and 12%, never rounded twice
        (7, 15, 470, True),
    ],
)
def test_a_given_share_may_be_in_whole_percents(
    count: int, of: int, given: int, agrees: bool
) -> None:
    figure = replace(a_figure("thv_verlengd", count, of), given_share=given)
    found = check_share(an_indicator("thv_verlengd"), figure)
    assert found is not None
    assert found.agrees is agrees


def test_without_both_there_is_nothing_to_compare() -> None:
    indicator = an_indicator("thv_verlengd")
    given = replace(a_figure("thv_verlengd"), given_share=580)
    assert check_share(indicator, given) is None
    assert check_share(indicator, a_figure("thv_verlengd", 156, 271)) is None
    assert given_text(given) == "58,0%"
    assert "Alleen het aandeel" in proportion(indicator, given).reason


def test_a_noemer_that_differs_from_its_own_indicator_is_told() -> None:
    typed = a_figure("thv_verlengd", 30, 48)
    found = check_noemer(a_set(typed, a_figure("thv", 50)), typed)
    assert found is not None
    assert not found.agrees
    assert found.text == "De noemer is 48, maar bij die indicator zelf staat 50."
    same = check_noemer(a_set(typed, a_figure("thv", 48)), typed)
    assert same is not None
    assert same.agrees
    assert check_noemer(a_set(typed), typed) is None
    assert check_noemer(a_set(a_figure("thv", 48)), a_figure("thv_verlengd", 30)) is None


def test_a_given_total_that_differs_is_told() -> None:
    halves = [a_figure("meldingen", n, when=Period(2016, h)) for n, h in ((595, 1), (490, 2))]
    found = added(an_indicator("meldingen"), halves)
    same, other = check_total(found, 1085), check_total(found, 1100)
    assert same is not None
    assert other is not None
    assert same.agrees
    assert other.text == "Opgegeven is 1.100, maar de delen zijn samen 1.085: 15 minder."


# --- sums -----------------------------------------------------------------------------------


def test_other_indicators_are_never_added() -> None:
    with pytest.raises(BadInput, match="Verschillende indicatoren"):
        added(
            an_indicator("sepot_voorwaardelijk"),
            [a_figure("sepot_voorwaardelijk", 108), a_figure("sepot_onvoorwaardelijk", 75)],
        )


@pytest.mark.parametrize("kind", NONE_KNOWN)
def test_a_sum_with_an_unknown_part_is_no_sum(kind: ValueKind) -> None:
    parts = [a_figure("thv", 14), a_figure("thv", kind=kind)]
    found = added(an_indicator("thv"), parts)
    assert (found.value, found.text) == (None, "")
    assert check_total(found, 14) is None


def test_a_sum_of_rounded_figures_says_so() -> None:
    parts = [a_figure("meldingen", 1720, kind=ValueKind.AFGEROND), a_figure("meldingen", 2510)]
    found = added(an_indicator("meldingen"), parts)
    assert (found.value, found.text) == (4230, "4.230 (afgerond)")
    assert found.formula == "1.720 + 2.510 = 4.230"
    assert found.caveats


def test_two_halves_are_a_year_only_when_both_are_there() -> None:
    indicator = an_indicator("meldingen")
    first = a_figure("meldingen", 1540, when=Period(2025, 1))
    second = a_figure("meldingen", 1585, when=Period(2025, 2))
    other_year = replace(second, period=Period(2024, 2))
    assert year_of(indicator, [second, first], 2025).formula == "1.540 + 1.585 = 3.125"
    assert year_of(indicator, [first, other_year], 2025).value is None
    unknown = replace(second, count=None, kind=ValueKind.NIET_VERMELD)
    assert year_of(indicator, [first, unknown], 2025).value is None


def test_people_and_addresses_of_two_halves_are_not_added() -> None:
    for name in ("adressen", "thv_personen", "thv_personen_herhaald"):
        halves = [a_figure(name, 30, 60, Period(2025, half)) for half in (1, 2)]
        assert year_of(an_indicator(name), halves, 2025).value is None


def test_a_share_over_a_year_adds_both_parts() -> None:
    halves = [a_figure("thv_verlengd", n, of, Period(2025, h)) for n, of, h in _HALVES]
    found = year_of(an_indicator("thv_verlengd"), halves, 2025)
    assert found.formula == "70 + 86 = 156; 121 + 150 = 271; 156 van 271 = 57,6%"


_HALVES = ((70, 121, 1), (86, 150, 2))


# --- over time ------------------------------------------------------------------------------


def test_a_change_is_told_with_both_numbers() -> None:
    before = a_figure("thv", 261, when=Period(2016))
    after = a_figure("thv", 297, when=Period(2017))
    found = change(an_indicator("thv"), before, after)
    assert (found.value, found.text) == (36, "36 meer (13,8%)")
    assert found.formula == "eerst 261, dan 297: 36 meer (13,8%)"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [(14, 7, "7 minder"), (40, 40, "even veel"), (0, 3, "3 meer"), (40, 0, "40 minder (100,0%)")],
)
def test_a_change_of_few_has_no_percentage(before: int, after: int, text: str) -> None:
    found = change(an_indicator("thv"), a_figure("thv", before), _later("thv", after))
    assert found.text == text


def test_a_change_of_a_share_is_in_procentpunten() -> None:
    before = a_figure("thv_verlengd", 156, 271, Period(2025, 1))
    after = a_figure("thv_verlengd", 150, 300, Period(2026, 1))
    found = change(an_indicator("thv_verlengd"), before, after)
    assert (found.value, found.text) == (-76, "7,6 procentpunt minder")
    assert found.formula.startswith("eerst 156 van 271 = 57,6%, dan 150 van 300 = 50,0%: ")
    few = change(an_indicator("thv_verlengd"), before, replace(after, count=7, of=15))
    assert few.value is None


def test_one_half_and_the_other_are_compared_with_a_caveat() -> None:
    found = change(an_indicator("thv"), a_figure("thv", 40), _later("thv", 50))
    assert found.caveats
    years = change(
        an_indicator("thv"), a_figure("thv", 40), replace(_later("thv", 50), period=_NEXT)
    )
    assert years.caveats == ()


_NEXT = Period(2026, 1)


def _later(indicator_id: str, count: int) -> Figure:
    return a_figure(indicator_id, count, when=Period(2025, 2))


def test_a_year_and_a_half_are_never_compared() -> None:
    found = change(an_indicator("thv"), a_figure("thv", 40), a_figure("thv", 90, when=Period(2026)))
    assert (found.value, found.text) == (None, "")
    assert "half jaar" in found.reason


@pytest.mark.parametrize(
    ("before", "after", "is_broken"),
    [
        (Period(2018, 2), Period(2019, 1), True),
        (Period(2016), Period(2019), True),
        (Period(2018, 1), Period(2018, 2), False),
        (Period(2019, 1), Period(2019, 2), False),
    ],
)
def test_no_change_is_computed_across_a_break(
    before: Period, after: Period, is_broken: bool
) -> None:
    two = a_figure("meldingen", 400, when=before), a_figure("meldingen", 600, when=after)
    found = change(an_indicator("meldingen"), *two)
    assert (found.value is None) is is_broken
    assert ("1 januari 2019" in found.reason) is is_broken
    assert len(runs(an_indicator("meldingen"), two)) == (2 if is_broken else 1)
    of_police = change(an_indicator("incidenten"), *two)
    assert of_police.value == 200


@pytest.mark.parametrize("after", [Period(2025, 1), Period(2024, 2), Period(2025)])
def test_a_change_goes_forward(after: Period) -> None:
    with pytest.raises(BadInput, match="latere tijd"):
        change(an_indicator("thv"), a_figure("thv", 40), a_figure("thv", 50, when=after))


def test_a_line_stops_where_a_period_misses() -> None:
    known = [a_figure("thv", 30, when=Period(*when)) for when in ((2024, 1), (2024, 2), (2025, 2))]
    unknown = a_figure("thv", kind=ValueKind.NIET_LEVERBAAR, when=Period(2025, 1))
    found = runs(an_indicator("thv"), [*reversed(known), unknown])
    assert [[f.period for f in run] for run in found] == [
        [Period(2024, 1), Period(2024, 2)],
        [Period(2025, 2)],
    ]

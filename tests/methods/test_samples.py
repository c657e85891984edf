"""Samples of cases: what of a line is read, answers, and counts that were made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.sample_hints import Suggestion
from hgkm_desktop.methods.samples import (
    answer_of,
    checked_number,
    counted,
    drawn_sentence,
    read_line,
    shown_by,
    small_sentence,
    taken_over,
    warnings,
    with_answer,
)
from hgkm_desktop.models.practice import Sample, SampleAnswer, SampleCase
from hgkm_desktop.models.terms import (
    Reply,
)
from tests.builders import a_case_with, an_event
from tests.methods.sample_lines import AFTER_BAN, AFTER_RIHG, a_ban, a_rihg


def test_only_a_huisverbod_in_the_period_of_the_sample_counts() -> None:
    case = a_case_with(a_ban(), a_ban("1-10 mei 2024"))
    second = replace(AFTER_BAN, period_from=date(2024, 1, 1), period_to=date(2024, 12, 31))
    assert "Er staan 2 huisverboden" in read_line(case, second).course[0].words
    assert "1 mei 2024" in read_line(case, second).course[1].words
    assert "Er staan" not in read_line(a_case_with(a_ban()), AFTER_BAN).course[0].words
    later = replace(second, period_from=date(2025, 1, 1), period_to=None)
    assert read_line(case, later).suggestions == {}
    assert read_line(a_case_with(a_ban("")), AFTER_BAN).suggestions == {}


def test_a_rihg_with_a_huisverbod_after_it_is_not_for_vraag_3() -> None:
    found = read_line(a_case_with(a_rihg(), a_ban()), AFTER_RIHG)
    assert found.suggestions == {}
    assert found.course[-1].words.startswith("Daarna kwam een huisverbod.")


def test_a_suggestion_is_taken_over_with_its_events_and_no_word_is_written() -> None:
    suggested = Suggestion(Reply.JA, "Er was hulp.", ("e1",))
    mine = SampleAnswer("hulp_aanvaard", source="wijkteam", explanation="zij belde zelf")
    taken = taken_over(mine, suggested)
    assert (taken.reply, taken.explanation) == (Reply.JA, "zij belde zelf")
    assert (taken.source, taken.event_ids) == ("wijkteam", ("e1",))
    assert taken_over(SampleAnswer("hulp_aanvaard"), suggested).explanation == ""
    with pytest.raises(BadInput, match="geen antwoord"):
        taken_over(mine, Suggestion(None, "niet zeker"))


def test_an_event_that_left_the_line_shows_nothing_anymore() -> None:
    first, second = an_event("mei 2023"), an_event("april 2023")
    case = a_case_with(first, second)
    ids = (first.id, second.id)
    assert shown_by(case, ids) == (second, first)
    assert shown_by(case.drop_event(first.id), ids) == (second,)


def a_sample_of(replies: dict[str, Reply | None], **more: Any) -> Sample:
    """A sample with one answered question; the cases are called by their id."""
    cases = tuple(
        SampleCase(f"w-{name}", name, answers=(SampleAnswer("hulp_aanvaard", given),))
        for name, given in replies.items()
    )
    return replace(AFTER_BAN, cases=cases, **more)


def test_answers_are_counted_by_hand_with_onbekend_and_unanswered_apart() -> None:
    sample = a_sample_of(
        {
            "A1": Reply.JA,
            "B2": Reply.NEE,
            "C3": Reply.JA,
            "D4": Reply.DEELS,
            "E5": Reply.JA,
            "F6": Reply.NEE,
            "G7": Reply.ONBEKEND,
        }
    )
    codes = {held.case_id: held.case_id for held in sample.cases}
    first, *others = counted(sample, codes)
    assert first.words == "ja 3 van 7 · deels 1 · nee 2 · onbekend 1 · nog niet beantwoord 0"
    assert first.codes[Reply.JA] == ("A1", "C3", "E5")
    assert others[0].words == "ja 0 van 7 · deels 0 · nee 0 · onbekend 0 · nog niet beantwoord 7"
    del codes["A1"]  # destroyed, or in another file
    assert counted(sample, codes)[0].words.startswith("ja 2 van 6 ·")
    assert counted(AFTER_BAN, {})[0].words.startswith("ja 0 van 0 ·")


def test_two_samples_of_one_case_keep_their_own_answers() -> None:
    one = a_sample_of({"A1": Reply.JA})
    other = replace(a_sample_of({"A1": None}), id="u" * 32)
    other = with_answer(other, "w-A1", SampleAnswer("hulp_aanvaard", Reply.NEE))
    assert answer_of(one.cases[0], "hulp_aanvaard").reply is Reply.JA
    assert answer_of(other.cases[0], "hulp_aanvaard").reply is Reply.NEE
    assert len(other.cases[0].answers) == 1


FOUR = a_sample_of(dict.fromkeys("abcd", Reply.JA))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            {"drawn_from": 23, "drawn_by": "beleidsadviseur", "drawn_how": "elke vijfde."},
            "4 van de 23 casussen van die periode, gekozen door beleidsadviseur: elke vijfde.",
        ),
        ({}, "4 casussen; uit hoeveel, is niet bekend."),
        ({"drawn_from": 4}, "Alle casussen van die periode: 4."),
    ],
)
def test_how_they_were_drawn_is_said_as_it_is(more: dict[str, Any], sentence: str) -> None:
    assert drawn_sentence(replace(FOUR, **more)) == sentence


def test_what_is_not_known_of_a_sample_is_warned_for() -> None:
    full = replace(
        FOUR,
        period_from=date(2023, 1, 1),
        period_to=date(2023, 12, 31),
        drawn_by="beleidsadviseur",
        drawn_how="loting",
        drawn_from=23,
    )
    assert warnings(full) == ()
    for cases in (full.cases[:2], full.cases[:1] * 10):
        assert warnings(replace(full, cases=cases)) == ()
    assert warnings(replace(full, drawn_from=4)) == ()
    for without in (
        {"drawn_by": " "},
        {"drawn_how": ""},
        {"drawn_from": None},
        {"period_to": None},
        {"cases": full.cases[:1]},
        {"cases": full.cases[:1] * 11},
        {"drawn_from": 3},
    ):
        assert len(warnings(replace(full, **without))) == 1
    assert "te weinig om te zeggen hoe vaak" in small_sentence(full)
    assert "alle van die periode" in small_sentence(replace(full, drawn_from=4))


def test_a_sample_is_not_drawn_from_less_than_it_holds() -> None:
    assert checked_number(FOUR, 4).drawn_from == 4
    assert checked_number(FOUR, None).drawn_from is None
    with pytest.raises(BadInput, match="al 4 casussen"):
        checked_number(FOUR, 3)


def test_a_destroyed_case_takes_its_worksheet_along() -> None:
    left = FOUR.with_nothing_of("b")
    assert [held.case_id for held in left.cases] == ["a", "c", "d"]

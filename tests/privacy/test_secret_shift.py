"""All dates of a copy moved by one amount that is told nowhere."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.shifting import with_dates_moved
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.privacy.calendar_words import dated_texts, tells_when
from hgkm_desktop.privacy.secret_shift import secretly_moved
from tests.builders import a_case_with, an_event

TODAY = date(2026, 11, 22)


def a_case(*titles: str) -> Case:
    return a_case_with(*(an_event(f"{n} mei 2021", title) for n, title in enumerate(titles, 3)))


def weeks_moved(case: Case, moved: Case) -> int:
    first, now = case.events[0].start.earliest, moved.events[0].start.earliest
    return (now - first).days // 7


def test_the_amount_is_another_every_time_whole_weeks_and_the_same_for_all() -> None:
    cases = [a_case("ruzie", "melding"), a_case("bezoek")]
    met: Counter[int] = Counter()
    for _ in range(40):
        one, other = secretly_moved(cases, TODAY, "facilitator")
        weeks = weeks_moved(cases[0], one)
        assert weeks_moved(cases[1], other) == weeks
        assert one.events == with_dates_moved(cases[0], weeks).events
        assert 3 <= abs(weeks) <= 26
        met[weeks] += 1
    assert len(met) > 10


def test_that_it_was_altered_is_noted_and_nothing_of_what() -> None:
    case = read_through(a_case("ruzie"), "jurist", date(2026, 1, 2))
    (moved,) = secretly_moved([case], TODAY, "facilitator")
    assert [(one.by, one.on) for one in moved.read.alterations] == [("facilitator", TODAY)]
    assert moved.state is CaseState.IN_BEWERKING
    assert moved.read.by == ""
    assert moved.created_on is None


@pytest.mark.parametrize(
    "text",
    [
        "Op 3 mei belde de school.",
        "In maart was het stil.",
        "Sinds juni 2023 is er geen geweld.",
        "Dit begon in 2020.",
        "Moeder belde voor Kerst.",
        "Zij was er met Oud en Nieuw.",
        "Na de zomervakantie kwam hij terug.",
        "In de zomer woonde hij elders.",
        "Tijdens de lockdown zag niemand hen.",
        "Het was op 12-06-2023.",
        "mrt '21 een melding",
        "in het tweede kwartaal",
    ],
)
def test_a_text_that_tells_when_is_found_and_then_nothing_moves(text: str) -> None:
    case = a_case("ruzie", text)
    assert [place.where for place in dated_texts(case)] == ["gebeurtenis 2, titel"]
    with pytest.raises(BadInput, match="verraden") as refused:
        secretly_moved([case], TODAY, "facilitator")
    assert "gebeurtenis 2, titel" in refused.value.todo
    assert text not in refused.value.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Het huisverbod duurde 10 dagen.",
        "Drie weken later kwam hij terug, op een maandag.",
        "Zij betaalde 2000 euro.",
        "De triage duurde 5 dagen.",
        "Kind 2 mag niet naar buiten.",
        "Zij was 28 dagen niet thuis.",
    ],
)
def test_how_long_and_how_long_after_may_stay(text: str) -> None:
    assert not tells_when(text)
    (moved,) = secretly_moved([a_case(text)], TODAY, "facilitator")
    assert moved.events[0].title == text


def test_no_name_that_was_typed_is_in_the_refusal() -> None:
    source = Path(__file__).parents[2] / "resources" / "voorbeeld" / "casus.toml"
    case = read_case(source.read_text(encoding="utf-8"))
    with pytest.raises(BadInput) as refused:
        secretly_moved([case], TODAY, "facilitator")
    assert not any(one.name in refused.value.sentence for one in case.organisations)


def test_without_room_the_refusal_says_what_to_do_instead() -> None:
    case = a_case_with(
        an_event("20 december 2019", instrument="ibs_bopz"), an_event("10 januari 2020")
    )
    with pytest.raises(BadInput, match="niet te verschuiven") as refused:
        secretly_moved([case], TODAY, "facilitator")
    assert "ten opzichte van T0" in refused.value.todo

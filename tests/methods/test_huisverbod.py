"""What is read of a huisverbod and of a RIHG, also on its first and last days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.methods.huisverbod import Step, huisverboden, lies_after, step_of, taxaties
from hgkm_desktop.methods.samples import (
    read_line,
)
from hgkm_desktop.models.moment import UNKNOWN
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import (
    Answer,
)
from tests.builders import a_case_with, an_event
from tests.methods.sample_lines import (
    AFTER_BAN,
    AFTER_RIHG,
    K,
    a_ban,
    a_rihg,
    not_done,
    not_there_yet,
)


@pytest.mark.parametrize(
    ("event", "step"),
    [
        (a_ban(title="Burgemeester beslist"), Step.OPGELEGD),
        (an_event("", "tijdelijk huisverbod opgelegd", kind=K.INTERVENTIE), Step.OPGELEGD),
        (an_event("", "THV", kind=K.BESLUIT), Step.OPGELEGD),
        (an_event("", "Huisverbod voor vader", kind=K.BESLUIT), Step.OPGELEGD),
        (an_event("", "Huisverbod overwogen", kind=K.BESLUIT), None),
        (a_ban(title="Politie vraagt een huisverbod"), None),
        (an_event("", "Politie praat over huisverbod", kind=K.CONTACT), None),
        (an_event("", "Hulp tijdens het huisverbod", kind=K.INTERVENTIE), None),
        (an_event("", "geen huisverbod opgelegd", kind=K.BESLUIT), None),
        (a_ban(title="Huisverbod verlengd"), Step.VERLENGD),
        (an_event("", "huisverbod niet verlengd", kind=K.BESLUIT), None),
        (an_event("", "einde huisverbod", kind=K.BESLUIT), Step.EINDE),
        (an_event("", "vader overtreedt het huisverbod", kind=K.INCIDENT), Step.OVERTREDING),
        (an_event("", "geen overtreding van het huisverbod", kind=K.INCIDENT), None),
        (not_done(a_ban()), None),
        (an_event("", "Straatverbod", kind=K.BESLUIT, instrument="ondertoezichtstelling"), None),
    ],
)
def test_an_event_is_a_step_of_a_huisverbod_only_when_it_says_so(
    event: Event, step: Step | None
) -> None:
    assert step_of(event) is step


def test_what_two_organisations_tell_is_one_huisverbod_and_a_later_one_is_another() -> None:
    police = an_event("12 juni 2023", "huisverbod opgelegd", kind=K.INTERVENTIE)
    longer, breach = (
        a_ban("22 juni - 9 juli 2023", "Huisverbod verlengd"),
        an_event("1 juli 2023", "overtreding huisverbod", kind=K.INCIDENT),
    )
    case = a_case_with(a_ban(), police, longer, breach, a_ban("mei 2024"))
    first, second = huisverboden(case)
    assert (len(first.imposed), first.extended, first.breaches) == (2, (longer,), (breach,))
    assert first.over == (date(2023, 7, 9), date(2023, 7, 9))
    assert second.over[1] == date(2024, 6, 10)  # the last day of May, and ten more


@pytest.mark.parametrize(
    ("events", "says"),
    [
        ((a_ban("12-21 juni 2023"),), False),
        ((a_ban("12-22 juni 2023"),), False),  # ten times 24 hours end on the eleventh day
        ((a_ban("12-23 juni 2023"),), True),
        ((a_ban(), a_ban("22 juni - 10 juli 2023", "Huisverbod verlengd")), False),
        ((a_ban(), a_ban("22 juni - 11 juli 2023", "Huisverbod verlengd")), True),
        ((a_ban("juni 2023"),), False),
    ],
)
def test_longer_than_the_law_allows_is_said(events: tuple[Event, ...], says: bool) -> None:
    told = " ".join(t.words for t in read_line(a_case_with(*events), AFTER_BAN).course)
    assert ("dagen. Dat kan niet volgens de wet" in told) is says


@pytest.mark.parametrize(
    ("ban", "led"),
    [
        ("12 juni 2023", Answer.JA),
        ("19 juni 2023", Answer.JA),
        ("20 juni 2023", Answer.NEE),
        ("11 juni 2023", Answer.NEE),
        ("juni 2023", Answer.ONBEKEND),
        ("", Answer.NEE),
    ],
)
def test_a_huisverbod_belongs_to_the_rihg_of_the_week_before(ban: str, led: Answer) -> None:
    (found,) = taxaties(a_case_with(a_rihg(), a_ban(ban)))
    assert found.led_to_ban is led


def test_why_there_was_no_huisverbod_is_told_and_not_having_it_yet_is_no_failure() -> None:
    refused = an_event("13 juni 2023", "geen huisverbod", kind=K.BESLUIT, fact="hij ging zelf weg")
    too_early = not_there_yet(a_ban("12 juni 2008"))
    told = [t.words for t in read_line(a_case_with(a_rihg(), refused), AFTER_RIHG).course]
    assert told[1:] == [
        "Geen huisverbod: 13 juni 2023, geen huisverbod (gebeurtenis 2)",
        "Waarom niet: hij ging zelf weg",
    ]
    undated = replace(refused, start=UNKNOWN)
    one, two = a_case_with(a_rihg(), undated), a_case_with(a_rihg(), a_rihg("mei 2024"), undated)
    assert [bool(t.why_not) for case in (one, two) for t in taxaties(case)] == [True, False, False]
    early = a_case_with(a_rihg("12 juni 2008"), too_early)
    told = [t.words for t in read_line(early, AFTER_RIHG).course]
    assert told[1].startswith("Het huisverbod bestond hier nog niet")
    unknown = [t.words for t in read_line(a_case_with(a_rihg()), AFTER_RIHG).course]
    assert unknown[-1] == "Waarom er geen huisverbod kwam, staat niet op de lijn."


BAN, UNENDED, IN_JUNE = a_ban(), a_ban("12 juni 2023"), a_ban("juni 2023")


@pytest.mark.parametrize(
    ("ban", "when", "covered", "after"),
    [
        (BAN, "11 juni 2023", Answer.NEE, Answer.NEE),
        (BAN, "12 juni 2023", Answer.JA, Answer.NEE),
        (BAN, "21 juni 2023", Answer.JA, Answer.NEE),
        (BAN, "22 juni 2023", Answer.NEE, Answer.JA),
        (BAN, "juni 2023", Answer.ONBEKEND, Answer.ONBEKEND),
        (BAN, "", Answer.ONBEKEND, Answer.ONBEKEND),
        (UNENDED, "21 juni 2023", Answer.JA, Answer.ONBEKEND),
        (UNENDED, "22 juni 2023", Answer.ONBEKEND, Answer.ONBEKEND),
        (UNENDED, "23 juni 2023", Answer.NEE, Answer.JA),
        (IN_JUNE, "31 mei 2023", Answer.NEE, Answer.NEE),
        (IN_JUNE, "1 juni 2023", Answer.ONBEKEND, Answer.NEE),
        (IN_JUNE, "30 juni 2023", Answer.ONBEKEND, Answer.ONBEKEND),
        (IN_JUNE, "10 juli 2023", Answer.ONBEKEND, Answer.ONBEKEND),
        (IN_JUNE, "11 juli 2023", Answer.NEE, Answer.JA),
    ],
)
def test_what_is_in_a_huisverbod_or_after_it_on_its_first_and_last_days(
    ban: Event, when: str, covered: Answer, after: Answer
) -> None:
    (found,) = huisverboden(a_case_with(ban))
    moment = an_event(when).start
    assert (found.covers(moment), lies_after(moment, found.over)) == (covered, after)


def test_an_end_on_the_line_counts_as_far_as_its_day_is_known() -> None:
    early = an_event("18 juni 2023", "einde huisverbod", kind=K.BESLUIT)
    (found,) = huisverboden(a_case_with(BAN, early))
    assert found.over == (date(2023, 6, 18), date(2023, 6, 18))
    late = an_event("juli 2023", "einde huisverbod", kind=K.BESLUIT)
    (found,) = huisverboden(a_case_with(UNENDED, late))
    assert found.over == (date(2023, 7, 1), date(2023, 7, 31))
    (found,) = huisverboden(a_case_with(a_ban("12 juni 2023 - juli 2023")))
    assert found.over == (date(2023, 7, 1), date(2023, 7, 31))
    close = an_event("8 juli 2023", "einde huisverbod", kind=K.BESLUIT)
    (found,) = huisverboden(a_case_with(IN_JUNE, close))
    assert not found.is_too_long  # it can have begun on the 30th


@pytest.mark.parametrize(("day", "count"), [("21 juni 2023", 1), ("22 juni 2023", 2)])
def test_what_is_imposed_while_one_lasts_is_the_same_one(day: str, count: int) -> None:
    assert len(huisverboden(a_case_with(a_ban(), a_ban(day)))) == count


@pytest.mark.parametrize(
    ("first", "last", "is_in"),
    [
        (date(2023, 6, 12), None, True),
        (date(2023, 6, 13), None, False),
        (None, date(2023, 6, 12), True),
        (None, date(2023, 6, 11), False),
    ],
)
def test_the_period_of_a_sample_holds_its_first_and_last_day(
    first: date | None, last: date | None, is_in: bool
) -> None:
    sample = replace(AFTER_BAN, period_from=first, period_to=last)
    told = read_line(a_case_with(a_ban()), sample).course
    assert told[0].words.startswith("Opgelegd") is is_in
    june = read_line(a_case_with(a_ban("juni 2023")), sample).course
    assert june[0].words.startswith("Opgelegd")  # it can lie in the period


@pytest.mark.parametrize(
    ("event", "count"),
    [
        (an_event("mei 2023", "RIHG", kind=K.TAXATIE), 1),
        (an_event("mei 2023", "geen RIHG", kind=K.TAXATIE), 0),
        (an_event("mei 2023", "RIHG besproken"), 0),
        (an_event("", "RIHG", kind=K.TAXATIE), 0),
        (not_done(a_rihg()), 0),
    ],
)
def test_a_rihg_is_known_by_its_instrument_or_a_taxatie_that_says_so(
    event: Event, count: int
) -> None:
    assert len(taxaties(a_case_with(event))) == count

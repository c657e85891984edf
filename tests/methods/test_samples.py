"""Samples of cases: what the line suggests, and counts that were made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.huisverbod import Step, huisverboden, step_of, taxaties
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
from hgkm_desktop.models.moment import UNKNOWN, on_day
from hgkm_desktop.models.practice import Sample, SampleAnswer, SampleCase
from hgkm_desktop.models.records import Event, Regie, Veiligheidscijfer
from hgkm_desktop.models.terms import (
    Answer,
    Effect,
    EventKind,
    FactStatus,
    Occurrence,
    Pressure,
    RegieHolder,
    RegieKind,
    Reply,
    SampleQuestion,
)
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

AFTER_BAN = Sample("s" * 32, "S2-2S")
AFTER_RIHG = Sample("t" * 32, "S3-3S", SampleQuestion.GEEN_HUISVERBOD)
K = EventKind
WIJKTEAM = an_organisation("wijkteam")
CHILD = a_betrokkene("kind 1", is_child=True)


def a_ban(when: str = "12-21 juni 2023", title: str = "Tijdelijk huisverbod") -> Event:
    return an_event(when, title, kind=K.BESLUIT, instrument="tijdelijk_huisverbod")


def a_rihg(when: str = "12 juni 2023") -> Event:
    return an_event(when, "Politie taxeert", kind=K.TAXATIE, instrument="rihg")


def a_help(when: str, title: str = "Hulp in het gezin", **more: Any) -> Event:
    return an_event(when, title, kind=K.INTERVENTIE, **more)


def not_done(event: Event) -> Event:
    return replace(event, occurrence=Occurrence.NIET_GEDAAN)


def not_there_yet(event: Event) -> Event:
    return replace(event, occurrence=Occurrence.BESTOND_NIET)


def a_regie(holder: RegieHolder, when: date = date(2023, 7, 1), **more: Any) -> Regie:
    given: dict[str, Any] = {"organisation_id": WIJKTEAM.id, "ongoing": True, **more}
    if holder is not RegieHolder.ORGANISATIE:
        given["organisation_id"] = ""
    moment = on_day(when.year, when.month, when.day)
    return Regie("r" * 32, 1.0, RegieKind.CASUSREGIE, holder, start=moment, **given)


def after_ban(*records: Any, **more: Any) -> dict[str, Suggestion]:
    case = a_case_with(WIJKTEAM, CHILD, a_ban(), *records, **more)
    return dict(read_line(case, AFTER_BAN).suggestions)


def after_rihg(*records: Any) -> dict[str, Suggestion]:
    case = a_case_with(WIJKTEAM, CHILD, a_rihg(), *records)
    return dict(read_line(case, AFTER_RIHG).suggestions)


def reply(found: dict[str, Suggestion], question: str) -> Reply | str | None:
    """What is suggested; 'niets' when the line says nothing, None when it cannot decide."""
    return found[question].reply if question in found else "niets"


# --- which events are what ----------------------------------------------------------------------


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


# --- suggestions: each rule with what must not set it off ---------------------------------------


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_help("14 juni 2023"),), Reply.JA),
        ((a_help("1 mei 2023 - 1 sept 2023"),), Reply.JA),
        ((a_help("1 mei 2023"),), "niets"),
        ((a_help("1 juli 2023"),), "niets"),
        ((a_help("juni 2023"),), None),
        ((a_help("14 juni 2023", "moeder wil geen hulp"),), None),
        ((not_done(a_help("14 juni 2023")),), Reply.NEE),
        ((not_there_yet(a_help("14 juni 2023")),), "niets"),
        ((a_help("14 juni 2023"), not_done(a_help("15 juni 2023"))), Reply.DEELS),
        ((an_event("14 juni 2023", "wijkteam belt"),), None),
        ((a_help("14 juni 2023", instrument="reclasseringstoezicht"),), "niets"),
        ((a_help("14 juni 2023", pressure=Pressure.DWANG),), "niets"),
        ((an_event("14 juni 2023", instrument="vrijwillige_hulp"),), Reply.JA),
        ((a_help("14 juni 2023", instrument="zorgplan"),), Reply.JA),
        ((an_event("14 juni 2023", kind=K.PLAN, instrument="zorgplan"),), "niets"),
    ],
)
def test_help_within_the_huisverbod(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_ban(*events), "hulp_aanvaard") == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_help("1 juli 2023"),), Reply.JA),
        ((a_help("14 juni 2023 - 1 sept 2023"),), Reply.JA),
        ((a_help("14 juni 2023 - 20 juni 2023"),), Reply.NEE),
        ((a_help("14 juni 2023"),), None),
        ((a_help("1 mei 2023"),), "niets"),
        ((not_done(a_help("1 juli 2023")),), Reply.NEE),
        ((not_there_yet(a_help("1 juli 2023")),), "niets"),
        ((a_help("1 juli 2023"), not_done(a_help("2 juli 2023"))), Reply.DEELS),
        ((a_help("1 juli 2023"), a_help("14-20 juni 2023")), Reply.JA),
    ],
)
def test_help_after_the_huisverbod(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_ban(*events), "hulp_ging_door") == expected


def violence(when: str, **more: Any) -> Event:
    return an_event(when, "vader duwt moeder", kind=K.INCIDENT, **more)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((violence("12 juni 2023"),), "niets"),
        ((violence("1 juli 2023"),), Reply.NEE),
        ((violence("1 juli 2023", fact_status=FactStatus.BETWIST),), Reply.ONBEKEND),
        ((violence("2023"),), None),
        ((not_done(violence("1 juli 2023")),), "niets"),
        ((an_event("15 juni 2023", "overtreding huisverbod", kind=K.INCIDENT),), Reply.DEELS),
        ((a_ban("1-10 mei 2024"),), Reply.NEE),
        ((Veiligheidscijfer("v" * 32, 1.0, on_day(2024, 1, 1), 8.5),), None),
        ((Veiligheidscijfer("v" * 32, 1.0, on_day(2023, 1, 1), 8.5),), "niets"),
    ],
)
def test_a_family_that_stayed_safe(events: tuple[Any, ...], expected: object) -> None:
    assert reply(after_ban(*events), "gezin_blijvend_veilig") == expected


def test_no_score_is_enough_for_safe_but_a_case_that_was_closed_well_is() -> None:
    score = Veiligheidscijfer("v" * 32, 1.0, on_day(2024, 1, 1), 8.5)
    told = after_ban(score)["gezin_blijvend_veilig"].reason
    assert "een 8,5 (1 januari 2024)" in told
    assert "zegt de lijn niet" in told
    closed = after_ban(score, closed_well=Answer.JA)
    assert reply(closed, "gezin_blijvend_veilig") is Reply.JA
    again = after_ban(violence("1 juli 2023"), closed_well=Answer.JA)
    assert reply(again, "gezin_blijvend_veilig") is Reply.NEE


def a_plan(when: str, **more: Any) -> Event:
    return an_event(when, "plan", kind=K.PLAN, instrument="veiligheidsplan", **more)


SPOKEN = an_event("1 juli 2023", "gesprek", child_spoken=Answer.JA)
UNSEEN = an_event("1 juli 2023", "huisbezoek", child_seen=Answer.NEE)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_plan("1 juli 2023"), SPOKEN), Reply.JA),
        ((a_plan("1 mei 2023"), SPOKEN), Reply.DEELS),
        ((a_plan("1 juli 2023"),), Reply.DEELS),
        ((a_plan("1 mei 2023"),), "niets"),
        ((a_plan("juni 2023"),), None),
        ((not_done(a_plan("1 juli 2023")),), Reply.NEE),
        ((not_there_yet(a_plan("1 juli 2023")),), "niets"),
        ((UNSEEN,), Reply.NEE),
        ((violence("1 juli 2023", child_present=Answer.JA),), Reply.NEE),
        ((violence("1 juli 2023"),), "niets"),
        (
            (a_plan("1 juli 2023"), SPOKEN, violence("2 juli 2023", child_present=Answer.JA)),
            Reply.DEELS,
        ),
    ],
)
def test_children_that_are_safe(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_ban(*events), "kinderen_veilig_na_huisverbod") == expected
    assert reply(after_rihg(*events), "kinderen_veilig_na_rihg") == expected


def test_without_children_nothing_is_said_of_children() -> None:
    case = a_case_with(a_ban(), a_plan("1 juli 2023"), SPOKEN)
    found = read_line(case, AFTER_BAN).suggestions["kinderen_veilig_na_huisverbod"]
    assert (found.reply, found.event_ids) == (None, ())


BY_TEAM = an_event("1 juli 2023", "bezoek", organisation_ids=(WIJKTEAM.id,))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), "niets"),
        ((BY_TEAM,), Reply.JA),
        ((replace(BY_TEAM, start=on_day(2023, 5, 1)),), "niets"),
        ((replace(BY_TEAM, organisation_ids=()),), None),
        ((replace(BY_TEAM, kind=K.INCIDENT),), "niets"),
        ((not_done(BY_TEAM),), Reply.NEE),
        ((not_there_yet(BY_TEAM),), "niets"),
        ((a_regie(RegieHolder.ORGANISATIE),), Reply.JA),
        ((a_regie(RegieHolder.NIEMAND),), Reply.NEE),
        ((a_regie(RegieHolder.ONDUIDELIJK),), Reply.ONBEKEND),
        (
            (
                a_regie(
                    RegieHolder.NIEMAND, date(2023, 1, 1), ongoing=False, end=on_day(2023, 2, 1)
                ),
            ),
            "niets",
        ),
    ],
)
def test_a_family_in_sight_after_the_rihg(records: tuple[Any, ...], expected: object) -> None:
    assert reply(after_rihg(*records), "gezin_in_beeld") == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "niets"),
        ((a_help("1 juli 2023", effect=Effect.BEREIKT),), Reply.JA),
        ((a_help("1 juli 2023", effect=Effect.UITGEBLEVEN),), Reply.NEE),
        ((a_help("1 juli 2023", effect=Effect.DEELS),), Reply.DEELS),
        ((a_help("1 juli 2023"),), None),
        ((a_help("1 mei 2023", effect=Effect.BEREIKT),), "niets"),
        ((not_done(a_help("1 juli 2023")),), Reply.NEE),
        (
            (a_help("1 juli 2023", effect=Effect.BEREIKT), not_done(a_help("1 juli 2023"))),
            Reply.DEELS,
        ),
    ],
)
def test_help_that_fits(events: tuple[Event, ...], expected: object) -> None:
    assert reply(after_rihg(*events), "hulp_past") == expected


AGREED = an_event("1 juli 2023", "afspraken", kind=K.PLAN)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), "niets"),
        ((AGREED, a_regie(RegieHolder.ORGANISATIE)), Reply.JA),
        ((AGREED,), Reply.DEELS),
        ((a_regie(RegieHolder.ORGANISATIE),), Reply.DEELS),
        ((not_done(AGREED),), Reply.NEE),
        ((not_there_yet(AGREED),), "niets"),
        ((a_regie(RegieHolder.NIEMAND),), Reply.NEE),
        ((a_regie(RegieHolder.ONDUIDELIJK),), Reply.ONBEKEND),
        ((an_event("1 juli 2023", "bezoek"),), "niets"),
    ],
)
def test_agreements_on_who_watches(records: tuple[Any, ...], expected: object) -> None:
    assert reply(after_rihg(*records), "werkafspraken") == expected


def test_a_reason_names_its_events_by_number_and_says_what_was_assumed() -> None:
    helped = a_help("14 juni 2023")
    case = a_case_with(a_ban("12 juni 2023"), helped)
    found = read_line(case, AFTER_BAN).suggestions["hulp_aanvaard"]
    assert found.event_ids == (helped.id,)
    assert found.reason.startswith("Zolang het huisverbod gold, was er hulp: gebeurtenis 2.")
    assert "Gerekend is met 10 dagen" in found.reason
    assert "Gerekend" not in after_ban(helped)["hulp_aanvaard"].reason


def test_only_a_huisverbod_in_the_period_of_the_sample_counts() -> None:
    case = a_case_with(a_ban(), a_ban("1-10 mei 2024"))
    second = replace(AFTER_BAN, period_from=date(2024, 1, 1), period_to=date(2024, 12, 31))
    assert "Er staan 2 huisverboden" in read_line(case, second).course[0].words
    assert "1 mei 2024" in read_line(case, second).course[1].words
    later = replace(second, period_from=date(2025, 1, 1), period_to=None)
    assert read_line(case, later).suggestions == {}
    assert read_line(a_case_with(a_ban("")), AFTER_BAN).suggestions == {}


def test_a_rihg_with_a_huisverbod_after_it_is_not_for_vraag_3() -> None:
    found = read_line(a_case_with(a_rihg(), a_ban()), AFTER_RIHG)
    assert found.suggestions == {}
    assert found.course[-1].words.startswith("Daarna kwam een huisverbod.")


# --- answers and counting -----------------------------------------------------------------------


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

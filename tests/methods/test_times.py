"""How long things took: worked out by hand, day by day, on cases with imprecise dates."""

from __future__ import annotations

from typing import Any

from hgkm_desktop.methods.results import Part, part_words
from hgkm_desktop.methods.times import (
    risk_to_coordination,
    violence_to_report,
    without_regie,
)
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.intervals import DayRange
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event, Regie, new_id
from hgkm_desktop.models.terms import (
    EventKind,
    FactStatus,
    Occurrence,
    RegieHolder,
    RegieKind,
)
from tests.builders import a_case_with, an_event


def an_incident(when: str, **more: Any) -> Event:
    return an_event(when, "ruzie", kind=EventKind.INCIDENT, **more)


def a_melding(when: str, to: str = "Veilig Thuis", **more: Any) -> Event:
    return an_event(when, "melding", kind=EventKind.MELDING, reported_to=to, **more)


def a_risk(when: str, **more: Any) -> Event:
    return an_event(when, "risico", kind=EventKind.RISICOMOMENT, **more)


def a_talk(when: str, **more: Any) -> Event:
    return an_event(when, "overleg", kind=EventKind.AFSTEMMING, **more)


def a_regie(when: str, holder: RegieHolder, kind: RegieKind = RegieKind.CASUSREGIE) -> Regie:
    period = read_whole(when)
    return Regie(new_id(), 1.0, kind, holder, "", period.start, period.end, period.ongoing)


def only(case: Case) -> Part:
    (part,) = violence_to_report(case).parts
    return part


# --- van geweld tot melding ---------------------------------------------------------------------


def test_from_the_first_violence_to_the_first_melding_at_veilig_thuis() -> None:
    first = an_incident("tussen 3 mei 2022 en 6 mei 2022")
    to_police = a_melding("4 mei 2022", "politie")
    melding = a_melding("juni 2022")
    later = a_melding("1 juli 2022")
    part = only(a_case_with(an_incident("10 juni 2022"), first, to_police, melding, later))
    # Fewest: 6 May to 1 June = 25 days left in May + 1 = 26.
    # Most: 3 May to 30 June = 28 days left in May + 30 = 58.
    assert part.value == DayRange(26, 58)
    assert set(part.used_ids) == {first.id, melding.id}
    assert part_words(part) == "26 tot 58 dagen"


def test_exact_days_give_one_number() -> None:
    part = only(a_case_with(an_incident("3 mei 2022"), a_melding("14 mei 2022")))
    assert part.value == DayRange(11, 11)  # 14 - 3
    assert part_words(part) == "11 dagen"


def test_a_melding_before_the_violence_is_said_to_be_sooner() -> None:
    part = only(a_case_with(an_incident("14 mei 2022"), a_melding("3 mei 2022")))
    assert part.value == DayRange(-11, -11)
    assert part_words(part) == "11 dagen eerder"


def test_the_same_month_leaves_the_order_open() -> None:
    part = only(a_case_with(an_incident("mei 2022"), a_melding("mei 2022")))
    # From 31 May back to 1 May is 30 days sooner; from 1 May on to 31 May 30 days later.
    assert part.value == DayRange(-30, 30)
    assert part_words(part) == "van 30 dagen eerder tot 30 dagen later"


def test_two_vague_incidents_make_the_first_one_sooner() -> None:
    vague = an_incident("2022")
    part = only(a_case_with(vague, an_incident("maart 2022"), a_melding("1 juli 2022")))
    # The first of both: at the earliest 1 January; at the latest 31 March, for the second one.
    # Fewest: 31 March to 1 July = 30 + 31 + 30 + 1 = 92. Most: 1 January to 1 July = 181.
    assert part.value == DayRange(92, 181)
    assert part_words(part) == "3 tot 6 maanden (92 tot 181 dagen)"


def test_what_was_not_done_is_no_melding_and_no_violence() -> None:
    missed = a_melding("4 mei 2022", occurrence=Occurrence.NIET_GEDAAN)
    not_there = a_melding("5 mei 2022", occurrence=Occurrence.BESTOND_NIET)
    part = only(a_case_with(an_incident("3 mei 2022"), missed, not_there))
    assert part.value is None
    assert part.reason == "Er staat geen melding bij Veilig Thuis op de lijn."
    part = only(a_case_with(an_incident("3 mei 2022", occurrence=Occurrence.NIET_GEDAAN), missed))
    assert part.reason == "Er staat geen incident op de lijn."


def test_an_undated_incident_can_be_the_first() -> None:
    case = a_case_with(an_incident("3 mei 2022"), an_incident(""), a_melding("14 mei 2022"))
    assert only(case).value is None
    assert only(case).reason == "Gebeurtenis 2 heeft geen datum. Een ruwe datum is genoeg."


def test_a_melding_of_which_nobody_said_where_may_be_the_first() -> None:
    unclear = a_melding("mei 2022", "")
    case = a_case_with(an_incident("3 mei 2022"), unclear, a_melding("14 mei 2022"))
    assert only(case).value is None
    number = numbers(case)[unclear.id]
    assert only(case).reason == f"Bij gebeurtenis {number} staat niet bij wie het was."
    late = a_melding("14 mei 2022", "")  # not before the known one, so it changes nothing
    case = a_case_with(an_incident("3 mei 2022"), late, a_melding("14 mei 2022"))
    assert only(case).value == DayRange(11, 11)


def test_a_suspicion_counts_and_is_said() -> None:
    doubted = an_incident("3 mei 2022", fact_status=FactStatus.VERMOEDEN)
    case = a_case_with(doubted, an_incident("5 mei 2022"), a_melding("14 mei 2022"))
    assert part_words(only(case)) == "11 dagen. Gebeurtenis 1 is een vermoeden."


# --- van risicomoment tot afstemming ------------------------------------------------------------


def test_each_risk_moment_to_the_first_afstemming_after_it() -> None:
    vague = a_risk("tussen 1 mei 2022 en 4 mei 2022")
    marked = an_incident("20 mei 2022", is_risk_moment=True)
    before, near, after = a_talk("30 april 2022"), a_talk("10 mei 2022"), a_talk("juni 2022")
    result = risk_to_coordination(a_case_with(vague, marked, before, near, after))
    # First: from 4 May to 10 May = 6, from 1 May to 10 May = 9.
    # Second: from 20 May to 1 June = 12, to 30 June = 41.
    assert [part.value for part in result.parts] == [DayRange(6, 9), DayRange(12, 41)]
    assert [set(part.used_ids) for part in result.parts] == [
        {vague.id, near.id},
        {marked.id, after.id},
    ]


def test_a_talk_that_may_be_before_the_risk_leaves_the_next_one() -> None:
    risk = a_risk("10 mei 2022")
    case = a_case_with(risk, a_talk("tussen 8 mei 2022 en 12 mei 2022"), a_talk("20 mei 2022"))
    (part,) = risk_to_coordination(case).parts
    # Fewest: both on 10 May = 0. Most: the first talk was on 8 or 9 May, so 20 - 10 = 10.
    assert part.value == DayRange(0, 10)


def test_when_it_is_not_sure_that_there_was_one_nothing_is_said() -> None:
    case = a_case_with(a_risk("10 mei 2022"), a_talk("tussen 8 mei 2022 en 12 mei 2022"))
    (part,) = risk_to_coordination(case).parts
    assert part.value is None
    assert "niet zeker wat eerst was" in part.reason


def test_no_talk_afterwards_and_no_risk_moment_are_said() -> None:
    (part,) = risk_to_coordination(
        a_case_with(
            a_risk("10 mei 2022"),
            a_talk("8 mei 2022"),
            a_talk("12 mei 2022", occurrence=Occurrence.NIET_GEDAAN),
        )
    ).parts
    assert part_words(part).endswith("niet te zeggen. Daarna staat er geen afstemming op de lijn.")
    (part,) = risk_to_coordination(a_case_with(a_talk("8 mei 2022"))).parts
    assert part.reason == "Er staat geen risicomoment op de lijn."
    case = a_case_with(a_risk("10 mei 2022"), a_talk("12 mei 2022"), a_talk(""))
    (part,) = risk_to_coordination(case).parts
    assert part.reason.startswith("Gebeurtenis 3 heeft geen datum.")


# --- tijd zonder regie --------------------------------------------------------------------------


def test_days_without_regie_count_once_and_for_each_kind() -> None:
    case = a_case_with(
        a_regie("1 mei 2022 - 11 mei 2022", RegieHolder.NIEMAND),
        a_regie("8 mei 2022 - 15 mei 2022", RegieHolder.NIEMAND),
        a_regie("mei 2022 - juni 2022", RegieHolder.ONDUIDELIJK),
        a_regie("1 mei 2022 - 4 mei 2022", RegieHolder.NIEMAND, RegieKind.PROCESREGIE),
    )
    said = {part.key: part.value for part in without_regie(case).parts}
    assert said == {
        # 1 May until 15 May, the overlap of 8 to 11 May counted once: 14 days.
        "casusregie_niemand": DayRange(14, 14),
        # Fewest: 31 May until 1 June = 1 day. Most: 1 May until 30 June = 60 days.
        "casusregie_onduidelijk": DayRange(1, 60),
        "procesregie_niemand": DayRange(3, 3),  # 4 - 1
    }


def test_what_goes_on_counts_until_the_end_of_the_line() -> None:
    regie = a_regie("vanaf 1 mei 2022", RegieHolder.NIEMAND)
    case = a_case_with(regie, an_event("juni 2022"), an_event("12 mei 2022"))
    (part,) = without_regie(case).parts
    # The line ends between 1 and 30 June: 1 May to 1 June = 31, 1 May to 30 June = 60.
    assert part.value == DayRange(31, 60)
    assert part.used_ids == (regie.id,)
    (part,) = without_regie(a_case_with(regie)).parts
    assert part_words(part) == (
        "Niemand had de casusregie: niet te zeggen. Een begin of een einde is niet bekend."
    )


def test_no_regie_at_all_says_nothing_and_held_regie_says_none() -> None:
    (part,) = without_regie(a_case_with()).parts
    assert part.reason == "Er is niets vastgelegd over de regie."
    held = a_case_with(a_regie("2022", RegieHolder.ONDUIDELIJK, RegieKind.PROCESREGIE))
    keys = [part.key for part in without_regie(held).parts]
    assert keys == ["procesregie_niemand", "procesregie_onduidelijk"]

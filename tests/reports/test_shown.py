"""What may be printed of a case, and how exactly its dates are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.joining import joined
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Knowledge, Summary
from hgkm_desktop.models.terms import Answer, Audience, CaseState, Mark
from hgkm_desktop.reports.let_through.dates import (
    drawn_case,
    months_spanned,
    span_text,
    to_month,
    when_text,
)
from hgkm_desktop.reports.let_through.shown import (
    falls_in,
    may_be_shown,
    printed_numbers,
    report_case,
    shown_case,
)
from hgkm_desktop.reports.options import Dates, DocumentOptions
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.casefile.full_case import full_case

BY_QUARTER = DocumentOptions(dates=Dates.KWARTAAL)


def titles(case: Case) -> list[str]:
    return [event.title for event in in_order(case)]


def test_an_event_that_is_not_shown_takes_its_belevingen_along() -> None:
    hidden, seen = an_event("2021", "weg", is_shown=False), an_event("2022", "hier")
    police = an_organisation()
    seat = a_deelnemer(police)
    marks = [a_beleving(event, seat, Mark.GOED) for event in (hidden, seen)]
    case = a_case_with(police, seat, hidden, seen, *marks)
    case = replace(case, summary=Summary(beleving_ids=tuple(mark.id for mark in marks)))
    shown = shown_case(case)
    assert titles(shown) == ["hier"]
    assert [beleving.event_id for beleving in shown.belevingen] == [seen.id]


def test_a_beleving_that_nobody_chose_is_not_shown() -> None:
    event, police = an_event("2021"), an_organisation()
    seat = a_deelnemer(police)
    mark = a_beleving(event, seat, Mark.RISICO)
    case = a_case_with(police, seat, event, mark)
    assert not may_be_shown(case, mark)
    assert may_be_shown(replace(case, summary=Summary(beleving_ids=(mark.id,))), mark)


def test_what_stands_beside_the_events_stays_at_the_table() -> None:
    shown = shown_case(full_case())
    assert (shown.cijfers, shown.regie, shown.fasen, shown.t0_event_id) == ((), (), (), "")


@pytest.mark.parametrize(
    ("state", "audience", "shown"),
    [
        (CaseState.IN_BEWERKING, Audience.TAFEL, True),
        (CaseState.IN_BEWERKING, Audience.BESTUUR, True),
        (CaseState.DEELBAAR, Audience.TAFEL, False),
        (CaseState.DEELBAAR, Audience.VERSLAG, False),
        (CaseState.DEELBAAR, Audience.BESTUUR, True),
    ],
)
def test_what_leaves_the_table_is_meant_for_bestuurders(
    state: CaseState, audience: Audience, shown: bool
) -> None:
    event = an_event("2021", audience=audience)
    assert may_be_shown(a_case_with(event, state=state), event) is shown


def test_only_what_is_printed_is_kept() -> None:
    police = an_organisation()
    event = an_event("2021", fact="GEHEIM", source="GEHEIM", status_by="GEHEIM", result="GEHEIM")
    case = shown_case(a_case_with(police, a_deelnemer(police, "GEHEIM"), event))
    assert "GEHEIM" not in repr(case)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3 mei 2024", "mei 2024"),
        ("circa 3 mei 2024", "circa mei 2024"),
        ("begin mei 2024", "mei 2024"),
        ("begin 2024", "begin 2024"),
        ("najaar 2024", "najaar 2024"),
        ("tussen 3 mei 2024 en 9 jun 2024", "tussen mei en jun 2024"),
        ("tussen 3 mei 2024 en 9 mei 2024", "mei 2024"),
        ("4e kwartaal 2024", "4e kwartaal 2024"),
        ("2024", "2024"),
        ("3 mei 2024 - 9 mei 2024", "mei 2024"),
        ("apr 2024 - sep 2024", "apr–sep 2024"),
        ("apr 2023 - sep 2024", "apr 2023 – sep 2024"),
        ("circa apr 2024 - sep 2024", "circa apr 2024 – sep 2024"),
        ("vanaf 3 jul 2025", "vanaf jul 2025"),
        ("", "geen datum"),
    ],
)
def test_dates_are_no_finer_than_a_month(typed: str, said: str) -> None:
    assert when_text(an_event(typed)) == said
    assert when_text(shown_case(a_case_with(an_event(typed))).events[0]) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (
            Dates.MAAND,
            "Gezegd op 3 mei 2022.\n\nEr stond ook: datum: mei 2022; "
            "het had gekund sinds: mei 2022; bekend bij school: ja, sinds augustus 2022\n\n"
            "Gekozen datum: mei 2022 – juli 2022",
        ),
        (
            Dates.KWARTAAL,
            "Gezegd op 3 mei 2022.\n\nEr stond ook: datum: 2e kwartaal 2022; "
            "het had gekund sinds: 2e kwartaal 2022; bekend bij school: ja, "
            "sinds 3e kwartaal 2022\n\n"
            "Gekozen datum: 2e kwartaal 2022 – 3e kwartaal 2022",
        ),
        (
            Dates.JAAR,
            "Gezegd op 3 mei 2022.\n\nEr stond ook: datum: 2022; "
            "het had gekund sinds: 2022; bekend bij school: ja, sinds 2022\n\n"
            "Gekozen datum: 2022",
        ),
    ],
)
def test_the_dates_that_joining_wrote_are_no_finer_than_is_wanted(dates: Dates, said: str) -> None:
    school = an_organisation("school")
    knew = Knowledge(school.id, Answer.JA, read_whole("5 aug 2022").start)
    kept = an_event(
        "17 mei 2022",
        "ruzie",
        fact="Gezegd op 3 mei 2022.",
        possible_since=read_whole("1 mei 2022").start,
        knowledge=(replace(knew, since=read_whole("6 aug 2022").start),),
    )
    other = an_event(
        "18 mei 2022 - 4 juli 2022",
        "ruzie",
        possible_since=read_whole("9 apr 2022").start,
        knowledge=(knew,),
    )
    case = joined(a_case_with(school, kept, other), (kept.id, other.id))
    assert "mei 2022 – 4 juli 2022" in report_case(case).events[0].fact
    assert report_case(case, DocumentOptions(dates=dates)).events[0].fact == said


def test_what_is_assumed_stays_assumed() -> None:
    assert to_month(read_whole("circa 3 mei 2024").start).circa


def test_the_days_of_a_month_keep_their_order_without_telling_the_day() -> None:
    days = [an_event(f"{day} mei 2024", str(day)) for day in (30, 2, 17)]
    shown = drawn_case(shown_case(a_case_with(*days)), Dates.MAAND)
    assert titles(shown) == ["2", "17", "30"]
    assert not {event.start for event in days} & {event.start for event in shown.events}
    rest = a_case_with(*[an_event(f"{d} mei 2024", str(d)) for d in (9, 1, 3)])
    other = drawn_case(shown_case(rest), Dates.MAAND)
    assert [e.start for e in in_order(other)] == [e.start for e in in_order(shown)]


def test_an_event_without_a_date_stays_after_the_one_it_was_told_after() -> None:
    told = [an_event("mrt 2024", "a"), an_event("", "los"), an_event("jan 2024", "b")]
    shown = shown_case(a_case_with(*told))
    assert titles(shown) == ["b", "a", "los"]
    assert sorted(numbers(shown).values()) == [1, 2, 3]


def test_the_line_spans_whole_months_with_room_at_both_ends() -> None:
    span = months_spanned(a_case_with(an_event("3 mei 2023"), an_event("28 jan 2024")))
    assert span is not None
    assert (span[0].isoformat(), span[1].isoformat()) == ("2023-04-01", "2024-02-29")
    assert months_spanned(a_case_with(an_event(""))) is None


def test_an_event_has_the_same_number_on_paper_as_on_screen() -> None:
    told = ("voorjaar 2021", "1 mrt 2021", "eind 2021", "sep 2021 - jan 2022", "3 mei 2021")
    hidden = an_event("feb 2021", "verborgen", is_shown=False)
    case = a_case_with(hidden, *[an_event(when, when) for when in told])
    on_screen = {e.id: n for e, n in zip(in_order(case), range(1, 7), strict=True)}
    on_paper = printed_numbers(shown_case(case))
    assert len(on_paper) == 5
    assert on_paper == {i: n for i, n in on_screen.items() if i in on_paper}


@pytest.mark.parametrize(
    ("typed", "first", "last", "falls"),
    [
        ("3 mei 2024", date(2024, 5, 3), date(2024, 5, 3), True),
        ("3 mei 2024", date(2024, 5, 4), None, False),
        ("3 mei 2024", None, date(2024, 5, 2), False),
        ("jan 2024 - mei 2024", date(2024, 4, 1), date(2024, 4, 2), True),
        ("vanaf jan 2020", date(2024, 4, 1), None, True),
        ("", None, None, True),
        ("", date(2024, 4, 1), None, False),
    ],
)
def test_a_period_holds_what_has_a_day_in_it(
    typed: str, first: date | None, last: date | None, falls: bool
) -> None:
    assert falls_in(an_event(typed), first, last) is falls


def test_a_month_is_in_the_period_of_a_notitie_as_a_whole_or_not_at_all() -> None:
    case = a_case_with(an_event("3 mei 2024", "a"), an_event("30 mei 2024", "b"))
    for day in (1, 20):
        first = DocumentOptions(first=date(2024, 5, day))
        assert titles(shown_case(case, first)) == ["a", "b"]
    assert titles(shown_case(case, DocumentOptions(first=date(2024, 6, 1)))) == []


def test_the_events_of_a_year_stand_beside_each_other_when_no_month_is_said() -> None:
    told = [an_event("3 mei 2024", "a"), an_event("9 jan 2024 - 11 jan 2024", "b")]
    shown = shown_case(a_case_with(*told), DocumentOptions(dates=Dates.JAAR))
    assert [when_text(event) for event in shown.events] == ["2024", "2024"]
    drawn = drawn_case(shown, Dates.JAAR)
    assert [event.title for event in drawn.events] == ["b", "a"]
    days = [event.start.middle for event in drawn.events]
    assert days == [date(2024, 4, 1), date(2024, 10, 1)]
    assert drawn.events[0].end is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3 mei 2024", "2e kwartaal 2024"),
        ("mei 2024", "2e kwartaal 2024"),
        ("begin mei 2024", "2e kwartaal 2024"),
        ("circa 3 mei 2024", "circa 2e kwartaal 2024"),
        ("tussen 28 mrt 2024 en 3 apr 2024", "tussen januari en juni 2024"),
        ("zomer 2024", "zomer 2024"),
        ("winter 2023", "winter 2022-2023"),
        ("begin 2024", "begin 2024"),
        ("2024", "2024"),
        ("", "geen datum"),
        ("mrt 2024 - mei 2024", "1e kwartaal 2024 – 2e kwartaal 2024"),
    ],
)
def test_dates_on_the_quarter_say_no_month(typed: str, said: str) -> None:
    (event,) = shown_case(a_case_with(an_event(typed)), BY_QUARTER).events
    assert span_text(event) == said


def test_the_events_of_a_quarter_stand_beside_each_other_when_no_month_is_said() -> None:
    told = [an_event("30 mei 2024", "a"), an_event("9 apr 2024 - 11 apr 2024", "b")]
    drawn = drawn_case(shown_case(a_case_with(*told), BY_QUARTER), Dates.KWARTAAL)
    assert [event.title for event in drawn.events] == ["b", "a"]
    days = [event.start.middle for event in drawn.events]
    assert days == [date(2024, 4, 23), date(2024, 6, 8)]
    assert drawn.events[0].end is None


def test_a_quarter_is_in_the_period_as_a_whole_or_not_at_all() -> None:
    case = a_case_with(an_event("3 apr 2024", "a"), an_event("30 jun 2024", "b"))
    for day in (date(2024, 4, 20), date(2024, 6, 30)):
        assert titles(shown_case(case, replace(BY_QUARTER, first=day))) == ["a", "b"]
    assert titles(shown_case(case, replace(BY_QUARTER, first=date(2024, 7, 1)))) == []


@pytest.mark.parametrize("dates", list(Dates))
def test_how_long_something_took_stays_exact_however_exact_the_dates_are(dates: Dates) -> None:
    """A length tells nobody who it was; ten days of a huisverbod are the point of the case."""
    fact = "Het huisverbod duurde 10 dagen, en 5 dagen later was er een plan."
    case = a_case_with(an_event("3 mei 2024", "Huisverbod van 10 dagen", fact=fact))
    (event,) = report_case(case, DocumentOptions(dates=dates)).events
    assert event.fact == fact
    assert event.title == "Huisverbod van 10 dagen"


def test_a_report_keeps_everything_but_functions() -> None:
    police = an_organisation()
    event = an_event("3 mei 2024", fact="verteld", source="dossier")
    seat = a_deelnemer(police, "GEHEIM")
    mark = a_beleving(event, seat, Mark.GOED, now_different="anders")
    case = report_case(a_case_with(police, seat, event, mark, organiser="GEHEIM"))
    assert "GEHEIM" not in repr(case)
    assert case.events == (replace(event, seq=1.0),)
    assert case.belevingen == (mark,)


@pytest.mark.parametrize("dates", [Dates.MAAND, Dates.KWARTAAL])
def test_a_birth_or_a_day_in_court_is_said_by_its_year(dates: Dates) -> None:
    told = [an_event("3 mei 2024", "Kind 3 wordt geboren"), an_event("9 mei 2024", "ruzie")]
    shown = shown_case(a_case_with(*told), DocumentOptions(dates=dates))
    assert when_text(shown.events[0]) == "2024"
    assert when_text(shown.events[1]) != "2024"
    exact = report_case(a_case_with(*told))
    assert exact.events[0].start == told[0].start, "at the table it is as it is known"

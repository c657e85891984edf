"""The lines of five organisations become one line, with what is the same in it once."""

from __future__ import annotations

from datetime import date
from functools import cache

from hgkm_desktop.exchange.columns import guessed
from hgkm_desktop.exchange.date_cells import DateWay, day_comes_first
from hgkm_desktop.exchange.incoming import Choices, Incoming, read_rows
from hgkm_desktop.exchange.likely_same import Choice, likely_same, merged
from hgkm_desktop.exchange.sheets import Sheet
from hgkm_desktop.exchange.table_process import sheets_of
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.terms import AddedBy, Answer, EventKind, HouseholdRole
from hgkm_desktop.models.whole import holds_together
from tests.builders import a_case_with
from tests.exchange.five_tables import BURENRUZIE, DUPLICATES, FIVE, HUISVERBOD, SLAAN

TODAY = date(2026, 11, 22)


def a_sheet(organisation: str) -> Sheet:
    return sheets_of(FIVE[organisation](), lambda _: None)[0]


def incoming_of(case: Case, organisation: str, ground: str = "") -> Incoming:
    sheet = a_sheet(organisation)
    columns = guessed(sheet)
    starts = [row.cell(0) for row in sheet.rows if row.number > columns.head_row]
    way = DateWay(day_comes_first(starts), sheet.since_1904)
    return read_rows(case, sheet, Choices(organisation, columns, way, ground), today=TODAY)


@cache
def the_line() -> tuple[Case, tuple[tuple[str, str], ...]]:
    """All five after each other, each pair joined; and the titles of those pairs."""
    case, found = a_case_with(), []
    for organisation in FIVE:
        incoming = incoming_of(case, organisation, "toestemming van moeder")
        assert incoming.problems == ()
        likely = likely_same(incoming.after, incoming.events)
        assert likely.is_all
        found += [(pair.first.title, pair.second.title) for pair in likely.pairs]
        case = merged(incoming.after, [(pair, Choice.JOIN) for pair in likely.pairs])
    return case, tuple(found)


def test_exactly_six_events_are_found_twice() -> None:
    _, found = the_line()
    assert len(found) == 6
    assert set(found) == DUPLICATES


def test_one_line_holds_all_that_five_organisations_know() -> None:
    case, _ = the_line()
    assert len(case.events) == 21 - 6
    assert [o.name for o in case.organisations] == list(FIVE)
    assert {b.role for b in case.betrokkenen} == {"moeder", "vader", "kind 1"}
    holds_together(case)


def test_what_is_the_same_keeps_the_source_and_the_ground_of_each() -> None:
    case, _ = the_line()
    (ruzie,) = [event for event in case.events if event.title == BURENRUZIE]
    names = {case.organisation(i).name for i in ruzie.organisation_ids}
    assert names == {"politie", "wijkteam", "Veilig Thuis"}
    assert ruzie.source == (
        "eigen lijn van politie; eigen lijn van wijkteam; eigen lijn van Veilig Thuis"
    )
    assert ruzie.legal_ground == ("artikel van de wet die hiervoor geldt; toestemming van moeder")
    assert "melding van buren over ruzie in de woning" in ruzie.fact
    assert all(event.added_by is AddedBy.DOSSIER for event in case.events)
    assert all(event.added_on == TODAY for event in case.events)


def test_no_date_becomes_more_exact_than_its_table_shows() -> None:
    case, _ = the_line()
    when = {event.title: event.start.text() for event in in_order(case)}
    assert when["wijkagent praat met vader op het bureau"] == "maart 2021"
    assert when["veiligheidsplan gemaakt met moeder"] == "april 2021"
    assert when["moeder slaapt slecht"] == "maart 2021"
    assert when["verwijzing naar maatschappelijk werk"] == "2022"
    assert when["moeder komt met pijn aan haar arm"] == "5 februari 2021"
    assert when[HUISVERBOD] == "10 juni 2022"


def test_kinds_roles_and_signs_come_over() -> None:
    case, _ = the_line()
    by_title = {event.title: event for event in case.events}
    assert by_title["thuis gesproken met moeder"].kind is EventKind.CONTACT
    assert by_title["thuis gesproken met moeder"].source == "wijkteam"
    assert by_title["kind 1 is vaak afwezig"].kind is EventKind.SIGNAAL
    assert by_title["kind 1 is vaak afwezig"].child_seen is Answer.JA
    quiet = by_title["kind 1 vertelt dat het thuis rustiger is"]
    assert quiet.fact == "over ‘later’, coördinatie door de intern begeleider"
    parts = {case.betrokkene(p.betrokkene_id).role: p.role for p in by_title[SLAAN].involved}
    assert parts["moeder"] is HouseholdRole.SLACHTOFFER
    assert parts["vader"] is HouseholdRole.PLEGER
    (child,) = [b for b in case.betrokkenen if b.role == "kind 1"]
    assert child.is_child

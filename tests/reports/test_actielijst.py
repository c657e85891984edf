"""The lijst van verbeteracties: its order, its words, its marking."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hgkm_desktop.models.terms import CaseState
from tests.reports.full_case import FUNCTION, MADE_ON
from tests.reports.practice_year import list_of, table_of, the_actions, words_of

SHARED = tuple(row for row in the_actions() if row.state is CaseState.DEELBAAR)


def test_what_is_late_comes_first_and_each_stands_under_how_it_is() -> None:
    document = list_of(the_actions())
    assert [section.heading for section in document.sections] == [
        "Te laat",
        "Open",
        "Bezig",
        "Gereed",
    ]
    assert [len(table_of(document, s.heading)) for s in document.sections] == [1, 5, 1, 2]
    assert "9 acties: 1 te laat, 5 open, 1 bezig en 2 gereed." in words_of(document)


def test_a_row_says_what_from_where_who_and_how_it_stands() -> None:
    assert table_of(list_of(the_actions()), "Te laat") == [
        [
            "Na een tweede melding altijd naar het Actieoverleg. Leertafel T4-4T. Niveau: "
            "bestuurlijk. Doorbraak. Gevraagd: agenderen.",
            "Burgemeester",
            "Lokaal veiligheidsoverleg. Lag eerst bij: lokale driehoek. Op 3 nov 2025 naar "
            "regionaal veiligheidscollege: nog geen uitkomst.",
            "Open, voor 1 dec 2025. 1 okt 2025: De driehoek wil eerst cijfers.",
        ]
    ]
    assert "Casus K7-7K." in table_of(list_of(the_actions()), "Open")[1][0]


def test_what_is_due_today_is_not_late() -> None:
    late = next(row for row in SHARED if row.is_overdue(MADE_ON))
    for days, heading in ((0, "Open"), (-1, "Te laat")):
        due = replace(late.actie, due=MADE_ON + timedelta(days=days))
        assert list_of([replace(late, actie=due)]).sections[0].heading == heading


def test_one_that_is_in_bewerking_keeps_the_whole_list_at_the_table() -> None:
    assert list_of(SHARED).state is CaseState.DEELBAAR
    assert not list_of(SHARED).marking
    assert list_of(SHARED, CaseState.IN_BEWERKING).marking
    assert list_of(the_actions()).marking == "In bewerking, blijft aan deze tafel"


def test_no_function_and_no_title_is_in_it() -> None:
    said = words_of(list_of(the_actions()))
    assert FUNCTION in words_of(tuple(the_actions())), "or this test looks for nothing"
    assert FUNCTION not in said
    assert "ONGELEZEN titel" not in said

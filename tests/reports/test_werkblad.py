"""The werkblad: its counts, what it tells of each case, and whom it names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hgkm_desktop.models.practice import Sample
from hgkm_desktop.models.terms import Audience, CaseState, DocumentKind, SampleQuestion
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.practice.work_head import is_board, without_functions
from tests.builders import for_bestuur
from tests.reports.full_case import FUNCTION, a_full_case
from tests.reports.practice_year import (
    CODES,
    OFFICIALS,
    PRESENT,
    a_sample,
    document_of,
    table_of,
    the_cases,
    unsaid,
    words_of,
)

KIND = DocumentKind.WERKBLAD
AFTER, WITHOUT = SampleQuestion.HUISVERBOD, SampleQuestion.GEEN_HUISVERBOD


def a_sheet(question: SampleQuestion = AFTER, count: int = 4, **more: Any) -> Document:
    """The werkblad about the first of the cases of the year."""
    return document_of(KIND, a_sample(question, the_cases()[:count], **more))


def test_answers_are_counted_as_x_of_y_with_the_cases_behind_them() -> None:
    none = "0 van 4"
    assert table_of(a_sheet(), "De antwoorden") == [
        ["Hulp aanvaard", "3 van 4 B2-2C, D3-3F, J5-5K", none, "1 van 4 G4-4H", none, none],
        ["Hulp ging door", none, "1 van 4 B2-2C", "2 van 4 D3-3F, G4-4H", "1 van 4 J5-5K", none],
        [
            "Gezin blijvend veilig",
            "1 van 4 D3-3F",
            none,
            "1 van 4 B2-2C",
            "2 van 4 G4-4H, J5-5K",
            none,
        ],
        [
            "Kinderen veilig na huisverbod",
            "1 van 4 D3-3F",
            "1 van 4 B2-2C",
            none,
            "1 van 4 J5-5K",
            "1 van 4 G4-4H",
        ],
    ]
    assert "%" not in words_of(a_sheet())


def test_it_says_of_how_many_and_who_drew_them_or_that_nobody_knows() -> None:
    assert (
        "4 van de 19 casussen van die periode, gekozen door Veilig Thuis en iemand (functie niet "
        "vermeld): elke vijfde van de lijst, zonder te kiezen."
    ) in words_of(a_sheet())
    assert "Dat is te weinig om te zeggen hoe vaak iets voorkomt." in words_of(a_sheet())
    unknown = words_of(a_sheet(WITHOUT))
    for gap in ("uit hoeveel, is niet bekend", "wie de casussen koos", "hoe de casussen zijn"):
        assert gap in unknown


def test_each_case_has_its_answers_with_the_number_of_the_event_that_shows_it() -> None:
    document = a_sheet()
    assert [s.heading for s in document.sections][-4:] == [f"Casus {code}" for code in CODES[:4]]
    said = words_of(document.sections[-4])
    assert "Nam het gezin hulp aan zolang het huisverbod gold? Ja." in said
    assert "Bron: wijkteam." in said
    assert "Gebeurtenis 8 , jan–feb 2023 : Huisverbod" in said
    assert "1 gebeurtenis die dit laat zien, staat hier niet." in said
    assert document.disclaimer.endswith("4 van 8 genoemde gebeurtenissen niet getoond")
    assert "VERBORGEN" not in words_of(document)
    assert "Bij 4 van 4 casussen zijn betrokkenen gehoord." in words_of(document)


def test_what_is_for_the_table_alone_is_not_told_once_it_may_leave() -> None:
    cases = list(the_cases())
    aside = replace(cases[0].events[7], audience=Audience.TAFEL)
    cases[0] = replace(cases[0], events=(*cases[0].events[:7], aside, *cases[0].events[8:]))
    sample = a_sample(AFTER, cases[:4])
    left = document_of(KIND, sample, cases=tuple(cases))
    first = words_of(left.sections[-4])
    assert left.state is CaseState.DEELBAAR
    assert "Huisverbod" not in first
    assert "2 gebeurtenissen die dit laten zien, staan hier niet." in first
    cases[0] = replace(cases[0], state=CaseState.IN_BEWERKING)
    stays = document_of(KIND, sample, cases=tuple(cases))
    assert stays.state is CaseState.IN_BEWERKING
    assert "Huisverbod" in words_of(stays.sections[-4])


def test_an_event_that_is_gone_is_not_told_as_held_back() -> None:
    cases = list(the_cases())
    sample = a_sample(AFTER, cases[:4])
    cases[0] = replace(cases[0], events=cases[0].events[:7])
    made = document_of(KIND, sample, cases=tuple(cases))
    first = words_of(made.sections[-4])
    assert "staat hier niet" not in first
    assert "Gebeurtenis" not in first
    assert made.disclaimer.endswith("3 van 6 genoemde gebeurtenissen niet getoond")


def test_dates_are_to_the_day_only_on_paper_that_stays() -> None:
    """Of a case in bewerking the paper is marked, and its dates are as they are known."""
    case = for_bestuur(a_full_case(code=CODES[0]))
    sample = a_sample(AFTER, [case])
    held = sample.cases[0]
    answer = replace(held.answers[0], event_ids=(case.events[4].id,))
    sample = replace(sample, cases=(replace(held, answers=(answer,)),))
    for state, day in (
        (CaseState.IN_BEWERKING, ", 3 nov 2022"),
        (CaseState.DEELBAAR, ", nov 2022"),
    ):
        made = document_of(KIND, sample, cases=(replace(case, state=state),))
        assert made.state is state
        assert f"Gebeurtenis 5 {day} : Vader slaat moeder" in words_of(made)


def test_functions_stay_at_the_table() -> None:
    left, stays = words_of(a_sheet()), words_of(a_sheet(state=CaseState.IN_BEWERKING))
    assert "met burgemeester, wethouder, Veilig Thuis en anderen (functies niet vermeld)" in left
    assert PRESENT in stays
    for word in (*OFFICIALS.split(", "), "beleidsadviseur", FUNCTION):
        assert word not in left
    assert "beleidsadviseur" in stays
    assert FUNCTION not in stays


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ("Zorg- en Veiligheidshuis, politie", "Zorg- en Veiligheidshuis en politie"),
        ("burgemeester en wethouder", "burgemeester en wethouder"),
        ("de wethouder jeugd; teamleider", "de wethouder jeugd en anderen"),
        ("bestuursadviseur wethouder", "anderen"),
        ("twee wijkagenten van het bureau", "anderen"),
        ("", ""),
    ],
)
def test_whom_a_paper_that_leaves_names(people: str, told: str) -> None:
    assert without_functions(people, CaseState.DEELBAAR, "anderen") == told


def test_a_name_is_no_portfolio() -> None:
    assert is_board("Wethouder zorg")
    assert not is_board("wethouder Jansen")


def test_a_case_that_cannot_be_read_is_said_and_not_counted() -> None:
    sample = a_sample(AFTER, the_cases()[:4])
    made = document_of(KIND, sample, cases=the_cases()[:3])
    assert made.state is CaseState.IN_BEWERKING
    assert table_of(made, "De antwoorden")[0][1] == "2 van 3 B2-2C, D3-3F"
    assert "1 casus kan nu niet worden gelezen en telt niet mee." in words_of(made)


def test_every_text_of_a_sample_but_functions_is_in_it() -> None:
    sample: Sample = a_sample(AFTER, the_cases()[:4])
    sample = replace(
        sample, title="Titel", cases=tuple(replace(c, note="noot") for c in sample.cases)
    )
    assert unsaid(sample, KIND) == {"drawn_by", "present"}

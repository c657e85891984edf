"""The documents of a casuïstiekonderzoek: what they say, what they leave out, in which state."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.models.leaving import OF_STUDY
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import Answer, CaseState, DocumentKind, Mark
from hgkm_desktop.models.texts import texts_of, work_with_texts
from hgkm_desktop.reports.content import Document, Table, texts
from hgkm_desktop.reports.writing.odt import write_odt
from tests.builders import a_case_with, an_event, for_bestuur, made_deelbaar
from tests.reports.every_document import documents_of_study, written
from tests.reports.full_case import FUNCTION, MADE_ON
from tests.reports.full_study import CODES, a_study, cases_of_study, study_document
from tests.reports.pages import page_texts
from tests.reports.pdf_rules import faults

RAPPORTAGE, KNOPPEN = OF_STUDY


def words_of(document: Document) -> str:
    return " ".join(texts(document))


def shared(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    return tuple(made_deelbaar(case) for case in cases)


def read(study: Study) -> Study:
    return read_through(study, "onderzoeker", MADE_ON)


def table_of(document: Document, heading: str) -> list[list[str]]:
    """The first table under a heading, as words."""
    section = next(s for s in document.sections if s.heading == heading)
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [[" ".join(run.text for run in cell.runs) for cell in row] for row in table.rows]


@pytest.mark.parametrize(("name", "document"), list(documents_of_study()))
def test_every_document_of_a_study_keeps_the_rules_of_a_pdf(name: str, document: Document) -> None:
    assert not faults(written(document), document)


@pytest.mark.parametrize(("name", "document"), list(documents_of_study()))
def test_every_heading_has_something_under_it(name: str, document: Document) -> None:
    assert [section.heading for section in document.sections if not section.blocks] == []


@pytest.mark.parametrize("kind", OF_STUDY)
def test_it_is_a_text_to_edit_as_well(kind: DocumentKind) -> None:
    target = BytesIO()
    write_odt(study_document(kind), target)
    with ZipFile(target) as made:
        said = made.read("content.xml").decode()
    assert all(code in said for code in ("B2-2C", "L6-6M"))


def test_the_knoppenteller_says_n_of_n_with_the_cases_behind_it() -> None:
    for kind in OF_STUDY:
        rows = table_of(study_document(kind), "Knoppenteller")
        assert [row[1:] for row in rows] == [
            ["Bestuurlijk", "2 van 7", "B2-2C en D3-3F"],
            ["Beleidsmatig", "2 van 7", "G4-4H en J5-5K"],
            ["Operationeel", "5 van 7", "B2-2C, D3-3F, G4-4H, J5-5K en L6-6M"],
        ]
    assert len(page_texts(written(study_document(KNOPPEN)))) == 1


def test_each_case_stands_there_by_code_with_its_type_and_why() -> None:
    rows = table_of(study_document(), "De casussen")
    assert [row[0] for row in rows] == list(CODES)
    assert rows[1][1:] == [
        "Eenoudergezin na scheiding",
        "De problemen bestaan voort.",
        "Het geweld stopte, de schulden bleven.",
        "ja",
    ]


def test_factors_name_the_events_by_their_number_on_the_whole_line() -> None:
    hidden, told = an_event("mei 2020", "Weg", is_shown=False), an_event("mei 2021", "Er")
    code = FactorCode(new_id(), 1.0, own_words="rust", event_id=told.id)
    gone = FactorCode(new_id(), 2.0, own_words="geheim", event_id=hidden.id)
    case = a_case_with(hidden, told, code, gone)
    made = study_document(study=a_study((case,)), cases=(case,))
    assert table_of(made, "Factoren")[0][2:] == ["1 van 1", f"{case.code}, gebeurtenis 2"]
    assert "geheim" not in words_of(made).casefold()


def test_what_a_focus_group_added_can_be_told_apart() -> None:
    assert "Toegevoegd: gebeurtenis 2 en 1 cruciaal punt." in words_of(study_document())


def test_it_says_with_how_many_there_was_a_talk_and_why_not_with_others() -> None:
    cases = cases_of_study()
    no = replace(cases[0].talk, held=Answer.NEE, note="Moeder wilde het niet")
    cases = (replace(cases[0], talk=no), *cases[1:])
    made = study_document(study=a_study(cases), cases=cases)
    assert "Bij 6 van 7 casussen is met de betrokkene gesproken." in words_of(made)
    assert table_of(made, "De casussen")[0][4] == "nee. Moeder wilde het niet."


@pytest.mark.parametrize("kind", OF_STUDY)
def test_it_leaves_the_table_only_when_the_study_and_every_case_may(kind: DocumentKind) -> None:
    cases = cases_of_study()
    study = a_study(cases)
    some = (*shared(cases[:6]), cases[6])
    states = [
        study_document(kind, study, cases).state,
        study_document(kind, read(study), cases).state,
        study_document(kind, study, shared(cases)).state,
        study_document(kind, read(study), some).state,
        study_document(kind, read(study), shared(cases[:6])).state,
    ]
    assert states == [CaseState.IN_BEWERKING] * 5
    whole = study_document(kind, read(study), shared(cases))
    assert whole.state is CaseState.DEELBAAR
    for page in page_texts(written(whole)):
        assert "deelbaar" in page
        assert "blijft aan deze tafel" not in page
    for page in page_texts(written(study_document(kind, study, cases))):
        assert "In bewerking, blijft aan deze tafel" in page


def test_once_deelbaar_it_says_nothing_that_was_for_the_table_alone() -> None:
    cases = cases_of_study()
    at_table = words_of(study_document(study=a_study(cases), cases=cases))
    left = words_of(study_document(study=read(a_study(cases)), cases=shared(cases)))
    assert "Schulden bleven buiten beeld" in at_table
    assert "Schulden bleven buiten beeld" not in left, "its event is for the table alone"
    wide = tuple(for_bestuur(case) for case in cases)
    left = words_of(study_document(study=read(a_study(wide)), cases=shared(wide)))
    assert "Schulden bleven buiten beeld" in left
    for day in ("14 mrt", "14 maart", "3 nov", "4 nov"):
        assert day not in left


def test_no_function_and_no_beleving_is_in_it() -> None:
    said = words_of(study_document())
    for word in (FUNCTION, "wijkagent", "teamleider", "beleidsmedewerker"):
        assert word not in said
    for mark in Mark:
        assert mark.label not in said


def test_no_text_of_a_case_but_those_that_were_meant() -> None:
    """Who adds a text to a case decides here whether a report over cases says it."""
    case = for_bestuur(cases_of_study()[0])
    said = words_of(study_document(study=a_study((case,)), cases=(case,))).casefold()
    found = {
        f"{name}.{path.split('.')[-1]}"
        for text in texts_of(case)
        for name, _, path in [text.key.split(":")]
        if text.text.casefold() in said and len(text.text) > 12
    }
    assert found <= {"casus.persistence_reason", "codes.own_words", "casus.household_type"}


def test_every_text_of_the_study_but_who_was_there_is_in_it() -> None:
    cases = cases_of_study()
    study = a_study(cases)
    words = {text.key: f"planteword{n:03}" for n, text in enumerate(texts_of(study))}
    made = study_document(study=work_with_texts(study, words), cases=cases)
    said = words_of(made).casefold()
    unsaid = {key.split(".")[-1] for key, word in words.items() if word not in said}
    assert unsaid == {"present"}


def test_a_blind_round_hides_nothing_that_the_report_would_count() -> None:
    cases = cases_of_study()
    beleving = cases[0].belevingen[0]
    code = FactorCode(new_id(), 9.0, own_words="uit een beleving", event_id=beleving.event_id)
    seen = cases[0].put(replace(code, beleving_id=beleving.id))
    going_on = replace(
        seen, round=replace(seen.round, open=True, blind=True, event_id=beleving.event_id)
    )
    for case, is_said in ((seen, True), (going_on, False)):
        made = study_document(study=a_study((case,)), cases=(case,))
        assert ("Uit een beleving" in words_of(made)) is is_said
        assert ("blinde ronde" in words_of(made)) is not is_said

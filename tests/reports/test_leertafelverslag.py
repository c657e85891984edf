"""The verslag of a leertafel: everything that was said there, for those who were there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from hgkm_desktop.models.acties import Escalation, Progress
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.terms import ActionStatus, Answer, CaseState
from hgkm_desktop.models.texts import texts_of, with_texts, work_with_texts
from hgkm_desktop.reports.content import Document, Paragraph, ParagraphKind, Section, Table, texts
from hgkm_desktop.reports.writing.odt import write_odt
from tests.builders import made_deelbaar
from tests.reports.every_document import documents_of_leertafel, written
from tests.reports.full_leertafel import (
    EARLIER,
    MADE_ON,
    a_leertafel,
    blad_of,
    the_cases,
    verslag_of,
)
from tests.reports.pages import page_texts
from tests.reports.pdf_rules import faults

CASES = tuple(made_deelbaar(case) for case in the_cases())
TABLE = read_through(a_leertafel(), "beleidsmedewerker", MADE_ON)
DOCUMENTS = list(documents_of_leertafel())


def words_of(part: object) -> str:
    return " ".join(" ".join(texts(part)).split())


def section(document: Document, heading: str) -> Section:
    return next(one for one in document.sections if one.heading == heading)


def rows_of(document: Document, heading: str) -> list[list[str]]:
    """The table under a heading, as words."""
    found = section(document, heading).blocks
    table = next(block for block in found if isinstance(block, Table))
    return [[words_of((cell.runs, cell.tags)) for cell in row] for row in table.rows]


@pytest.mark.parametrize("document", [made for _, made in DOCUMENTS], ids=[n for n, _ in DOCUMENTS])
def test_every_document_of_a_leertafel_keeps_the_rules_of_a_pdf(document: Document) -> None:
    assert not faults(written(document), document)
    assert [one.heading for one in document.sections if not one.blocks] == []


def test_both_are_a_text_to_edit_as_well() -> None:
    for made, word in ((blad_of(), "Toegezegd: het staat op de agenda"), (verslag_of(), "M3-8R")):
        target = BytesIO()
        write_odt(made, target)
        with ZipFile(target) as odt:
            assert word in odt.read("content.xml").decode()


def test_it_says_when_it_was_who_were_there_and_of_which_cases_betrokkenen_were_heard() -> None:
    first, *_ = page_texts(written(verslag_of(TABLE, CASES, (EARLIER,))))
    for said in (
        *("26 januari 2026, 13:30", "Burgemeester, wethouder jeugd, gespreksleider"),
        *("Betrokkenen zijn gehoord in W7-4K en M3-8R.", "Drie jaar onveilig"),
        *("Goed afgesloten", "13:40 Het verhaal van de eerste casus (30 min, W7-4K)"),
        *("Het werd stil.", "14:10 Wat vragen wij van wie (20 min)"),
    ):
        assert said in first


def test_betrokkenen_who_were_not_heard_are_told_apart() -> None:
    unsure = replace(CASES[1], start_check=replace(CASES[1].start_check, heard=Answer.ONBEKEND))
    never = replace(CASES[0], start_check=replace(CASES[0].start_check, heard=Answer.NEE))
    said = words_of(verslag_of(TABLE, (never, unsure)).opening)
    assert "Betrokkenen zijn niet gehoord in W7-4K." in said
    assert "Niet ingevuld is of betrokkenen zijn gehoord in M3-8R." in said


def test_earlier_actions_stand_there_with_where_they_come_from_and_what_was_said() -> None:
    rows = rows_of(verslag_of(TABLE, CASES, (EARLIER,)), "Eerdere acties")
    assert rows == [
        [
            "Bel na een dreiging dezelfde dag de wijkagent.",
            *("Casus W7-4K", "Bezig", "De school belt nu zelf."),
        ],
        ["een actie die niet meer in het casusbestand staat", "", "Gereed", "Het loket is open."],
    ]


def test_what_nobody_read_through_is_not_told_where_it_may_leave() -> None:
    unread = replace(EARLIER, state=CaseState.IN_BEWERKING)
    left = rows_of(verslag_of(TABLE, CASES, (unread,)), "Eerdere acties")[0]
    assert left[:2] == ["een actie uit iets wat nog in bewerking is", "Casus W7-4K"]
    at_table = rows_of(verslag_of(a_leertafel(), CASES, (unread,)), "Eerdere acties")[0]
    assert at_table[0] == "Bel na een dreiging dezelfde dag de wijkagent."


def test_what_is_asked_stands_there_with_what_was_promised_and_how_it_stands() -> None:
    told = replace(
        TABLE.acties[1],
        status=ActionStatus.BEZIG,
        log=(Progress(date(2026, 2, 2), ActionStatus.BEZIG, "besproken met de raad"),),
        escalations=(Escalation(date(2026, 2, 3), "college"),),
    )
    table = replace(TABLE, acties=(TABLE.acties[0], told, *TABLE.acties[2:]))
    rows = rows_of(verslag_of(table, CASES), "Wat van wie is gevraagd")
    assert [row[2:5] for row in rows] == [
        ["Burgemeester", "Agenderen", "1 mrt 2026"],
        ["Wethouder jeugd", "Middelen", "1 jul 2026"],
        ["Wethouder wonen", "Besluiten", "1 sep 2026"],
    ]
    assert "(K1) Toegezegd: het staat op de agenda van februari." in rows[0][1]
    assert (
        "(K2) Nog niet toegezegd. Bewaker: lokaal veiligheidsoverleg. Ligt bij: college."
        in rows[1][1]
    )
    assert rows[1][5] == "Bezig 2 feb 2026: besproken met de raad."


def test_knelpunten_stand_there_as_party_by_instrument_by_bestuurder() -> None:
    rows = rows_of(verslag_of(TABLE, CASES), "Waar loopt het vast")
    assert [row[0] for row in rows] == ["K1", "K2", "K3"]
    assert rows[2][1:] == [
        "Voor vader was geen tijdelijke woonplek. Ontbrekend aanbod (M3-8R).",
        *("Woningcorporatie", "Urgentie wonen", "Wethouder wonen"),
    ]


def test_every_text_of_the_table_but_the_uitvoerders_and_functions_of_owners_is_in_it() -> None:
    words = {text.key: f"planteword{n:04}" for n, text in enumerate(texts_of(TABLE))}
    said = words_of(verslag_of(work_with_texts(TABLE, words), CASES)).casefold()
    unsaid = {key.split(":")[2] for key, word in words.items() if word not in said}
    assert {path.split(".")[0] for path in unsaid} == {"uitvoerders", "acties"}
    assert {path.split(".")[-1] for path in unsaid} == {
        *("organisation", "function", "owner_function")
    }


def test_a_case_tells_no_more_than_its_name_and_why_it_was_chosen() -> None:
    bare = replace(TABLE, cases=tuple(replace(held, reason="") for held in TABLE.cases))
    words = {text.key: f"planteword{n:04}" for n, text in enumerate(texts_of(CASES[0]))}
    said = words_of(verslag_of(bare, (with_texts(CASES[0], words), CASES[1]))).casefold()
    told = {key for key, word in words.items() if word in said}
    assert told == {"casus::summary.title", "casus::reason"}


def test_without_successes_it_says_why_or_that_nobody_wrote_it_down() -> None:
    none = replace(TABLE, successes=(), no_success_reason="de tijd was om")
    words = words_of(section(verslag_of(none, CASES), "Wat ging goed"))
    assert "Er is geen succes genoemd: de tijd was om." in words
    silent = section(verslag_of(replace(none, no_success_reason=""), CASES), "Wat ging goed")
    (block,) = silent.blocks
    assert isinstance(block, Paragraph)
    assert block.kind is ParagraphKind.MISSING


def test_a_case_that_cannot_be_read_is_said_and_keeps_it_at_the_table() -> None:
    made = verslag_of(TABLE, CASES[1:])
    assert rows_of(made, "Welke casussen, en waarom")[0][0] == "niet te lezen in dit casusbestand"
    assert made.state is CaseState.IN_BEWERKING
    assert all("In bewerking, blijft aan deze tafel" in p for p in page_texts(written(made)))
    assert verslag_of(TABLE, CASES).state is CaseState.DEELBAAR


def test_an_empty_table_says_what_is_missing() -> None:
    made = verslag_of(Leertafel("e" * 32, "T4-4T"), ())
    assert made.title == "Leertafel T4-4T"
    gaps = [
        words_of(block.runs)
        for one in made.sections
        for block in one.blocks
        if isinstance(block, Paragraph) and block.kind is ParagraphKind.MISSING
    ]
    assert len(gaps) == 12

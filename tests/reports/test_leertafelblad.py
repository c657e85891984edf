"""The leertafelblad: what its first page answers, what it never says, and that it stays short."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Begrip, Knelpunt, Leertafel, Succes
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.records import Summary
from hgkm_desktop.models.terms import (
    ActionStatus,
    AskedOfBoard,
    Audience,
    CaseState,
    EventKind,
    Outcome,
)
from hgkm_desktop.models.texts import is_label, texts_of, with_texts, work_with_texts
from hgkm_desktop.reports.content import Document, Paragraph, ParagraphKind, texts
from hgkm_desktop.reports.practice.leertafel_asked import by_owner
from tests.builders import a_case_with, an_event, for_bestuur, made_deelbaar
from tests.reports.every_document import written
from tests.reports.full_leertafel import (
    FIRST,
    MADE_ON,
    PRESENT,
    SECOND,
    a_leertafel,
    blad_of,
    the_cases,
)
from tests.reports.hostile_case import nasty, nasty_case
from tests.reports.pages import page_texts

CASES = tuple(made_deelbaar(case) for case in the_cases())
TABLE = read_through(a_leertafel(), "beleidsmedewerker", MADE_ON)


def words_of(document: Document) -> str:
    return " ".join(texts(document))


def headings(document: Document) -> list[str]:
    return [section.heading for section in document.sections]


@pytest.fixture(scope="module")
def pages() -> list[str]:
    return page_texts(written(blad_of(TABLE, CASES)))


def test_the_first_page_says_what_happened_what_went_well_and_what_is_asked(
    pages: list[str],
) -> None:
    """A burgemeester who is new to the case reads no further than this."""
    first, *others = pages
    assert len(others) == 1
    case = CASES[0]
    for sentence in case.summary.sentences:
        assert sentence in first
    assert "Waarom deze casus op tafel ligt: structureel onveilig." in first
    assert "Wat betekende dit voor de kinderen" in first
    assert "Betrokkenen zijn gehoord" in first
    assert "Het gezin werkt met één vaste medewerker. Dat kon doordat: zij had tijd." in first
    assert "Wijkteam: Nu is er één vast gezicht voor het gezin." in first
    assert "Burgemeester: vraag 1. Wethouder jeugd: vraag 2." in first
    for said in ("Agenderen", "1 mrt 2026", "Toegezegd: het staat op de agenda van februari."):
        assert said in first
    assert "(K1: Niemand weet wanneer een zaak naar het Actieoverleg gaat)" in first
    for said in ("Middelen", "Nog niet toegezegd.", "Gevraagd wordt wat een bestuurder zelf kan,"):
        assert said in first


def test_the_second_page_says_where_it_goes_wrong_and_who_can_move_it(pages: list[str]) -> None:
    second = pages[1]
    for said in (
        *("Niemand weet wanneer een zaak naar het Actieoverleg gaat", "gebrek aan samenwerking"),
        *("Veilig Thuis, politie, OM", "Nazorg in het contract", "Wethouder jeugd"),
        *("Scholen horen niet wat er met hun melding gebeurt", "Eerste Actieoverleg"),
        *("Waaraan zien wij hier dat rust ook veiligheid is?", "‘Zicht hebben’"),
    ):
        assert said in second


def test_a_blad_is_about_one_case() -> None:
    made = blad_of(TABLE, CASES, SECOND)
    said = words_of(made)
    assert made.code == "M3-8R"
    assert "Wethouder wonen: vraag 1." in said
    assert "K3" in said, "a knelpunt is called the same on every paper of the table"
    for other in ("W7-4K", "driehoek", "Nazorg in het contract", "zij had tijd"):
        assert other not in said
    assert "Veilig Thuis" in said, "what a team said of no case is on both"


def test_every_page_says_the_state_and_how_much_is_not_shown(pages: list[str]) -> None:
    for page in pages:
        assert "Leertafelblad W7-4K · versie 1 · deelbaar" in page
        assert "32 van 40 gebeurtenissen niet getoond" in page
        assert "blijft aan deze tafel" not in page
    for table, cases in ((a_leertafel(), CASES), (TABLE, (CASES[0], the_cases()[1]))):
        made = blad_of(table, cases)
        assert made.state is CaseState.IN_BEWERKING
        assert all("In bewerking, blijft aan deze tafel" in p for p in page_texts(written(made)))


def test_it_says_nothing_of_what_bestuurders_may_not_see() -> None:
    """What is for the table alone, what is not to be shown, functions, and what a case keeps."""
    words = {text.key: f"planteword{n:04}" for n, text in enumerate(texts_of(CASES[0]))}
    case = replace(with_texts(CASES[0], words), state=CaseState.DEELBAAR)
    said = words_of(blad_of(TABLE, (case, CASES[1]))).casefold()
    may = {e.id for e in case.events if e.is_shown and e.audience is Audience.BESTUUR}
    planted = {tuple(key.split(":")) for key, word in words.items() if word in said}
    of_events = {(id_, path) for name, id_, path in planted if name == "events"}
    assert {path for _, path in of_events} == {"title"}
    assert {id_ for id_, _ in of_events} <= may
    assert {name for name, *_ in planted} == {"casus", "events"}
    of_case = {re.sub(r"\.\d+", "", path) for name, _, path in planted if name == "casus"}
    assert of_case == {
        *("summary.title", "summary.sentences", "summary.children", "summary.questions"),
        "start_check.heard_note",
    }


def test_it_names_no_function_but_of_bestuurders() -> None:
    said = words_of(blad_of(TABLE, CASES))
    for function in (*PRESENT.split(", ")[2:], "teammanager"):
        assert function not in said


def test_of_the_table_only_what_was_said_there_by_one_stays_out() -> None:
    words = {text.key: f"planteword{n:04}" for n, text in enumerate(texts_of(TABLE))}
    table = replace(work_with_texts(TABLE, words), state=CaseState.DEELBAAR)
    both = (blad_of(table, CASES), blad_of(table, CASES, SECOND))
    said = " ".join(map(words_of, both)).casefold()
    unsaid = {key.split(":")[2] for key, word in words.items() if word not in said}
    kinds = {re.sub(r"\.\d+", "", path) for path in unsaid}
    other = {path for path in unsaid if path.startswith("acties.3.")}
    assert "acties.3.text" in other, "an agreement with an organisation is for the verslag"
    assert kinds - {re.sub(r"\.\d+", "", path) for path in other} == {
        *("title", "present", "conclusion", "uitvoerders.organisation", "uitvoerders.function"),
        *("agenda.title", "agenda.note", "reflections.who", "reflections.text", "progress.text"),
    }


def test_what_nobody_filled_in_is_said_calmly() -> None:
    case = replace(CASES[0], summary=Summary(), acties=(), reason="")
    bare = Leertafel("e" * 32, "T4-4T", cases=TABLE.cases)
    bare = replace(bare, cases=tuple(replace(held, reason="") for held in bare.cases))
    made = blad_of(bare, (case, CASES[1]))
    gaps = [
        "".join(run.text for run in block.runs)
        for part in (made.opening, *(section.blocks for section in made.sections))
        for block in part
        if isinstance(block, Paragraph) and block.kind is ParagraphKind.MISSING
    ]
    assert [gap.removeprefix("Nog niet ingevuld: ").rstrip(".") for gap in gaps] == [
        "waarom deze casus is gekozen",
        "het verhaal in vijf zinnen",
        "wat dit voor de kinderen betekende",
        "wat goed ging",
        "wat van wie wordt gevraagd",
    ]


def test_without_a_success_it_says_why_and_what_was_chosen_of_the_case() -> None:
    none = replace(TABLE, successes=(), signals=(), no_success_reason="wij kwamen er niet aan toe")
    said = words_of(blad_of(none, CASES))
    assert "De tafel noemde geen succes: wij kwamen er niet aan toe." in said
    assert "wat goed ging" not in said, "the case has belevingen that were chosen"


def test_as_long_as_the_table_asks_nothing_the_case_does() -> None:
    said = words_of(blad_of(replace(TABLE, acties=()), CASES))
    assert "na een tweede melding altijd naar het Actieoverleg" in said
    assert "Praat met elk kind" not in said, "that is not asked of bestuurders"


def test_what_is_done_or_dropped_is_asked_no_more() -> None:
    first = replace(TABLE.acties[0], status=ActionStatus.GEREED)
    table = replace(TABLE, acties=(first, *TABLE.acties[1:]))
    assert "driehoek" not in words_of(blad_of(table, CASES))


def test_those_of_one_owner_stand_together_and_the_readers_first() -> None:
    owners = ("wethouder wonen", "Veilig Thuis", "Burgemeester", "", "wethouder wonen", "wethouder")
    acties = [Verbeteractie(f"{n:032x}", float(n), "x", owner=o) for n, o in enumerate(owners)]
    assert [a.owner for a in by_owner(acties)] == [
        *("Burgemeester", "wethouder wonen", "wethouder wonen", "wethouder", "Veilig Thuis", ""),
    ]


def test_a_table_without_a_case_or_with_one_that_cannot_be_read_says_so() -> None:
    with pytest.raises(BadInput, match="nog geen casus"):
        blad_of(replace(TABLE, cases=()), CASES)
    with pytest.raises(BadInput, match="niet te lezen"):
        blad_of(TABLE, (CASES[1],))
    assert blad_of(TABLE, CASES, about="elders").code == "W7-4K", "no such case: the first"


# --- two pages, whatever is written ---------------------------------------------------------------


def filled(text: str) -> tuple[Leertafel, Case]:
    """A table and a case of which every text is this one, with six of everything."""
    many = replace(
        TABLE,
        successes=tuple(Succes(f"{n:032x}", "x", "x") for n in range(6)),
        knelpunten=tuple(
            Knelpunt(f"{n:032x}", "x", explanation="x", party="x", instrument="x", bestuurder="x")
            for n in range(9)
        ),
        begrippen=tuple(Begrip(f"{n:032x}", "x", "x") for n in range(6)),
        acties=tuple(
            Verbeteractie(
                *(f"{n:032x}", float(n), "x"),
                outcome=Outcome.DOORBRAAK,
                asked=AskedOfBoard.BESLUITEN,
                owner="x",
                keeper="x",
                promise="x",
                knelpunt_id=f"{n:032x}",
            )
            for n in range(9)
        ),
    )
    case = CASES[0]
    return (
        work_with_texts(many, {t.key: text for t in texts_of(many)}),
        with_texts(case, {t.key: text for t in texts_of(case) if not is_label(t)}),
    )


@pytest.mark.parametrize("text", ["woorden " * 2000, "kort"], ids=["lang", "kort"])
def test_it_has_two_pages_whatever_is_written(text: str) -> None:
    table, case = filled(text)
    made = blad_of(table, (case, CASES[1]))
    pages = page_texts(written(made))
    assert len(pages) <= 2
    assert "Wat wordt van wie gevraagd" in headings(made)
    assert any("zie het verslag" in page for page in pages), "what was too much is said"


def test_four_things_that_are_asked_stand_on_the_first_page_still() -> None:
    """Then the numbers of the knelpunten do, without their words, and the children come after."""
    days = [date(2026, month, 1) for month in (3, 4, 5, 6)]
    asked = [replace(TABLE.acties[n % 2], id=f"{n:032x}", due=day) for n, day in enumerate(days)]
    made = blad_of(replace(TABLE, acties=tuple(asked)), CASES)
    first, second = page_texts(written(made))
    assert all(sentence in first for sentence in CASES[0].summary.sentences)
    assert all(f"1 {month} 2026" in first for month in ("mrt", "apr", "mei", "jun"))
    assert "Het gezin werkt met één vaste medewerker." in first
    assert "Niemand weet wanneer een zaak naar het Actieoverleg gaat" in second
    assert "Wat betekende dit voor de kinderen" in second


def test_it_has_two_pages_about_an_unpleasant_case() -> None:
    case = replace(nasty_case(60), id=FIRST)
    table = replace(TABLE, conclusion=nasty(2), acties=case.acties)
    assert len(page_texts(written(blad_of(table, (case,))))) <= 2


def test_when_all_has_room_nothing_is_left_out() -> None:
    made = blad_of(TABLE, CASES, SECOND)
    assert [section.more for section in made.sections] == [""] * len(made.sections)
    assert made.hidden == 0


@pytest.mark.parametrize("kind", [EventKind.RISICOMOMENT, EventKind.CONTACT])
def test_a_risicomoment_is_told_and_comes_before_what_is_none_whether_kind_or_mark(
    kind: EventKind,
) -> None:
    calm = [an_event(f"{month}-2023", f"rustig gesprek {month}") for month in range(1, 12)]
    mark = kind is not EventKind.RISICOMOMENT
    risk = an_event("dec 2023", "dreiging aan de deur", kind=kind, is_risk_moment=mark)
    case = made_deelbaar(for_bestuur(a_case_with(*calm, risk)))
    table = replace(TABLE, cases=(replace(TABLE.cases[0], case_id=case.id),))
    said = words_of(blad_of(table, (case,)))
    assert "dreiging aan de deur. (risicomoment)" in " ".join(said.split())
    assert "rustig gesprek 11" not in said, "a control: what is left out comes from the others"

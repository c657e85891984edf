"""What the gespreksnotitie says: what was chosen, in order, of organisations, with what misses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings, Record, StartCheck, Summary
from hgkm_desktop.models.terms import (
    ActionStatus,
    Answer,
    AskedOfBoard,
    Audience,
    CaseState,
    Level,
    Mark,
    SafetyOf,
)
from hgkm_desktop.reports.case.gespreksnotitie import compose
from hgkm_desktop.reports.content import (
    Document,
    NumberedList,
    Questions,
    Section,
    SideBySide,
    SignedList,
    Table,
    texts,
)
from hgkm_desktop.reports.options import TITLE_OF_NOTITIE, Dates, DocumentOptions
from hgkm_desktop.reports.writing.pdf import text_fits
from hgkm_desktop.timeline.choices import LaneBy
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    for_bestuur,
    made_deelbaar,
)
from tests.reports.full_case import (
    FUNCTION,
    MADE_ON,
    a_full_case,
    a_lesson,
    a_verschil,
    an_actie,
    document_of,
)

HEADINGS = [
    "Wat vragen wij u?",
    "In vijf zinnen",
    "Wat betekende dit voor de kinderen",
    "Wat ging goed",
    "Waar was veiligheid in het geding, en van wie",
    "Waar organisaties het anders zagen",
    "Wat wij leren",
    "Wat vragen wij van wie",
    "Vragen voor uw gesprek",
]


def words_of(part: object) -> str:
    return " ".join(" ".join(texts(part)).split())


def section(document: Document, heading: str) -> Section:
    return next(s for s in document.sections if s.heading == heading)


def words_in(document: Document, heading: str) -> str:
    return words_of(section(document, heading))


def requests_of(*acties: object) -> Document:
    return document_of(a_case_with(*acties))  # type: ignore[arg-type]


def request_texts(document: Document) -> list[str]:
    table = section(document, "Wat vragen wij van wie").blocks[-1]
    assert isinstance(table, Table)
    return [row[1].runs[0].text for row in table.rows]


# --- what is said, and what is not ------------------------------------------------------


def test_the_parts_stand_in_the_order_in_which_they_are_read() -> None:
    found = [s.heading for s in document_of(a_full_case()).sections]
    assert [heading for heading in found if heading != "Wat was niet oké"] == HEADINGS
    assert found.index("Wat was niet oké") == found.index("Wat ging goed") + 1


def test_what_was_chosen_is_said_with_its_organisation_and_number() -> None:
    document = document_of(a_full_case())
    assert "School: Elke week een gesprek. (2)" in words_in(document, "Wat ging goed")
    assert "Wijkteam: Het bleef liggen. (3)" in words_in(document, "Wat was niet oké")
    assert "Rust in huis" in words_in(document, "Waar organisaties het anders zagen")


def test_what_nobody_chose_is_nowhere() -> None:
    assert "NIETGEKOZEN" not in words_of(document_of(a_full_case()))


def test_no_function_and_no_hidden_event_is_anywhere() -> None:
    everything = repr(document_of(a_full_case()))
    assert FUNCTION not in everything
    assert "VERBORGEN" not in everything
    assert "GEHEIM" not in everything


def test_a_risk_says_when_what_how_sure_and_whose_safety() -> None:
    table = section(document_of(a_full_case()), HEADINGS[4]).blocks[0]
    assert isinstance(table, Table)
    assert [words_of(cell) for cell in table.rows[0]] == [
        "nov 2022",
        "Vader slaat moeder. Politie: Er kwam geen vervolg. (5; vastgesteld)",
        "moeder, kind 1",
    ]
    assert table.rows[0][0].mark is Mark.RISICO


def test_whose_safety_falls_back_on_its_kind_and_then_on_a_plain_sentence() -> None:
    event, police = an_event("2021", "Dreiging"), an_organisation()
    seat = a_deelnemer(police)
    for safety, said in (
        ((SafetyOf.BETROKKENEN, SafetyOf.PROFESSIONALS), "betrokkenen, professionals"),
        ((), "nog niet ingevuld"),
    ):
        mark = a_beleving(event, seat, Mark.RISICO, safety_of=safety)
        case = a_case_with(police, seat, event, mark, summary=Summary(beleving_ids=(mark.id,)))
        assert said in words_in(document_of(case), HEADINGS[4])


def test_two_who_found_one_event_risky_make_one_row() -> None:
    event = an_event("2021", "Dreiging")
    police, school = an_organisation("politie"), an_organisation("school")
    seats = [a_deelnemer(police), a_deelnemer(school)]
    marks = [
        a_beleving(event, seat, Mark.RISICO, explanation=f"uitleg {n}")
        for n, seat in enumerate(seats)
    ]
    summary = Summary(beleving_ids=tuple(mark.id for mark in marks))
    case = a_case_with(police, school, *seats, event, *marks, summary=summary)
    table = section(document_of(case), HEADINGS[4]).blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 1
    assert "Dreiging. Politie: uitleg 0. School: uitleg 1." in words_of(table)


def test_a_difference_names_both_readings_and_what_came_of_it() -> None:
    block = section(document_of(a_full_case()), HEADINGS[5]).blocks[0]
    assert isinstance(block, SideBySide)
    assert [r.organisation for r in block.readings] == ["wijkteam", "politie"]
    said = words_of(block.closing)
    assert "pas aan deze tafel" in said
    assert "er kwam geen plan" in said
    assert "uitgesproken: nee" in said
    assert "(3)" in said


def test_dates_on_the_list_are_months_and_doubt_is_said() -> None:
    page = document_of(a_full_case()).timeline
    assert page is not None
    rows = {entry.text: entry.when for entry in page.entries}
    assert rows["School praat met kind 1"] == "mrt 2022"
    assert rows["Advies gevraagd"] == "circa jun 2022"
    assert rows["Vader dreigt (vermoeden)"] == "tussen jan en mrt 2023"
    assert rows["Niet gedaan: overleg"] == "dec 2022"
    assert [entry.number for entry in page.entries] == list(range(1, 12))


# --- head and foot ------------------------------------------------------------------------


def test_the_head_and_the_foot_say_what_this_is() -> None:
    document = document_of(a_full_case(), version=3)
    assert document.title == "Van stilte naar één plan"
    assert document.organisation == "Gemeente Voorbeeldstad"
    assert document.marking == "In bewerking, blijft aan deze tafel"
    assert document.signature == "Gespreksnotitie K7-2F · versie 3 · in bewerking"
    assert "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs" in document.disclaimer
    assert "1 van 12 gebeurtenissen niet getoond" in document.disclaimer
    head = words_of(document.opening)
    assert "Waarom deze casus: Het duurde lang." in head
    assert "nam zelf een besluit in deze casus" in head
    assert "In bewerking: de herleidbaarheidscheck is nog niet afgerond." in head
    assert "epseudonimiseerd" not in head
    assert "anoniem" not in words_of(document)


def test_a_case_that_may_be_shared_has_no_marking() -> None:
    document = document_of(a_full_case(state=CaseState.DEELBAAR))
    assert document.marking == ""
    assert "12 van 12 gebeurtenissen niet getoond (11 alleen aan tafel)" in document.disclaimer


def test_chosen_belevingen_that_may_not_leave_are_counted_and_never_called_not_filled_in() -> None:
    case = for_bestuur(a_full_case())
    document = document_of(made_deelbaar(case))
    assert "belevingen staan hier niet" not in words_of(document.opening)
    chosen = [b for b in case.belevingen if b.id in case.summary.beleving_ids]
    for beleving in chosen:
        case = case.put(replace(beleving, audience=Audience.TAFEL))
    document = document_of(made_deelbaar(case))
    assert f"{len(chosen)} belevingen staan hier niet: niet bedoeld" in words_of(document.opening)
    assert not {"Wat ging goed", HEADINGS[4]} & {one.heading for one in document.sections}
    none = document_of(replace(case, summary=replace(case.summary, beleving_ids=())))
    assert "Nog niet ingevuld" in words_in(none, "Wat ging goed"), "nobody chose one"


@pytest.mark.parametrize(
    ("heard", "note", "said"),
    [
        (Answer.JA, "", "Betrokkenen zijn gehoord."),
        (Answer.NEE, "te gevaarlijk", "Betrokkenen zijn niet gehoord: te gevaarlijk."),
        (Answer.ONBEKEND, "", "Nog niet ingevuld: of betrokkenen zijn gehoord."),
    ],
)
def test_one_line_says_whether_betrokkenen_were_heard(heard: Answer, note: str, said: str) -> None:
    case = a_full_case(start_check=StartCheck(heard=heard, heard_note=note))
    assert said in words_in(document_of(case), HEADINGS[2])


def test_an_empty_case_says_what_is_missing_in_every_part() -> None:
    document = document_of(a_case_with(title=""))
    assert [s.heading for s in document.sections] == HEADINGS
    assert all("Nog niet ingevuld: " in words_of(s) for s in document.sections)
    assert document.title == "Casus K7-2F"
    assert document.annex == ()
    assert document.timeline is not None
    assert "Nog niet ingevuld" in document.timeline.missing


# --- what is asked ------------------------------------------------------------------------


def test_what_is_asked_of_bestuurders_is_counted_by_kind() -> None:
    asked = [an_actie(str(n), n, asked=AskedOfBoard.AGENDEREN) for n in range(2)]
    asked += [an_actie(str(n), n, asked=AskedOfBoard.BESLUITEN) for n in range(2, 3)]
    asked.append(an_actie("vrij", 4, owner="de burgemeester"))
    said = words_in(requests_of(*asked), "Wat vragen wij u?")
    assert "Twee onderwerpen agenderen, één besluit nemen en één andere vraag." in said
    one = words_in(requests_of(an_actie("x", asked=AskedOfBoard.LOBBY)), "Wat vragen wij u?")
    assert one.startswith("Wat vragen wij u? Eén keer pleiten")


def test_requests_to_bestuurders_come_first() -> None:
    document = document_of(a_full_case())
    assert request_texts(document) == [
        "Bespreek het in de driehoek.",
        "Maak tijd vrij.",
        "Bel dezelfde dag.",
    ]
    said = words_in(document, "Wat vragen wij van wie")
    assert "Vraag 1 en 2 zijn aan u. De voortgang wordt bewaakt door: regionaal netwerk." in said
    assert "1 mrt 2026" in said
    assert "geen datum" in said


@pytest.mark.parametrize(
    ("owner", "tags"),
    [
        ("Burgemeester", ("Burgemeester",)),
        ("de wethouder", ("Wethouder",)),
        ("burgemeester en wethouder", ("Burgemeester", "Wethouder")),
        ("burgemeester van de buurgemeente", ()),
        ("school", ()),
    ],
)
def test_only_the_readers_themselves_get_a_tag(owner: str, tags: tuple[str, ...]) -> None:
    table = section(requests_of(an_actie("iets", owner=owner)), HEADINGS[7]).blocks[-1]
    assert isinstance(table, Table)
    assert table.rows[0][2].tags == tags
    assert bool(table.rows[0][2].runs) is not bool(tags)


def test_what_is_ready_is_counted_and_what_lapsed_is_gone() -> None:
    document = requests_of(
        an_actie("open", 1),
        an_actie("klaar", 2, status=ActionStatus.GEREED),
        an_actie("vervallen", 3, status=ActionStatus.VERVALLEN),
    )
    assert request_texts(document) == ["open."]
    assert "1 verbeteractie is al gereed." in words_in(document, HEADINGS[7])


def test_each_keeper_is_named_with_what_they_watch_over() -> None:
    document = requests_of(
        an_actie("a", 1, keeper="stuurgroep"), an_actie("b", 2), an_actie("c", 3, keeper="netwerk")
    )
    said = words_in(document, HEADINGS[7])
    assert "bewaakt door: stuurgroep (vraag 1) en netwerk (vraag 3)." in said
    assert "Nog niet ingevuld: wie de voortgang bewaakt van vraag 2." in said


# --- limits -------------------------------------------------------------------------------


def full_of(count: int) -> Case:
    """A case with `count` of everything that can be counted."""
    police = an_organisation()
    seat = a_deelnemer(police)
    events = [an_event(f"mei {2000 + n}", f"e{n}") for n in range(2 * count)]
    marks = [a_beleving(event, seat, Mark.GOED) for event in events[:count]]
    marks += [a_beleving(event, seat, Mark.RISICO) for event in events[count:]]
    differences = [a_verschil(f"v{n}", seq=n) for n in range(count)]
    lessons = [a_lesson(f"l{n}", n) for n in range(count)]
    acties = [an_actie(f"a{n}", n, keeper="x") for n in range(count)]
    numbered = tuple(f"z{n}" for n in range(count))
    chosen = Summary(
        sentences=numbered,
        questions=numbered,
        beleving_ids=tuple(mark.id for mark in marks),
        verschil_ids=tuple(verschil.id for verschil in differences),
    )
    records: tuple[Record, ...] = (police, seat, *events, *marks, *differences, *lessons, *acties)
    return a_case_with(*records, summary=chosen)


def test_lists_stop_at_their_limit_and_the_rest_is_in_the_annex() -> None:
    document = document_of(full_of(7))
    more = {s.heading: s.more for s in document.sections if s.more}
    assert more == {
        "In vijf zinnen": "Nog 2: zie bijlage A",
        "Wat ging goed": "Nog 4: zie bijlage A",
        HEADINGS[4]: "Nog 3: zie bijlage A",
        HEADINGS[5]: "Nog 5: zie bijlage A",
        "Wat wij leren": "Nog 4: zie bijlage A",
        HEADINGS[7]: "Nog 2: zie bijlage A",
        HEADINGS[8]: "Nog 4: zie bijlage A",
    }
    assert [s.heading for s in document.annex] == list(more)
    assert document.annex_title == "Bijlage A"


def test_the_annex_counts_on_where_the_list_stopped() -> None:
    annex = {s.heading: s.blocks[-1] for s in document_of(full_of(7)).annex}
    sentences, questions = annex["In vijf zinnen"], annex[HEADINGS[8]]
    assert isinstance(sentences, NumberedList)
    assert isinstance(questions, Questions)
    assert (sentences.first, questions.first) == (6, 4)
    good, requests = annex["Wat ging goed"], annex[HEADINGS[7]]
    assert isinstance(good, SignedList)
    assert isinstance(requests, Table)
    assert [words_of(row[0]) for row in requests.rows] == ["6", "7"]


def test_nothing_moves_to_an_annex_at_the_limit() -> None:
    assert document_of(full_of(2)).annex == ()


def test_requests_to_bestuurders_are_never_moved() -> None:
    board = [an_actie(f"b{n}", 10 + n, level=Level.BESTUURLIJK) for n in range(6)]
    document = requests_of(an_actie("a", 1, due=date(2026, 1, 1)), *board)
    assert request_texts(document) == [f"b{n}." for n in range(6)]
    assert "a." in words_of(document.annex)


@pytest.mark.parametrize(
    "owner",
    [
        "burgemeester en politiechef",
        "Burgemeester (voorzitter driehoek)",
        "de burgemeester van Voorbeeldstad",
        "Burgemeester/wethouder",
        "wethouders",
        "college van B&W",
        "B en W",
        "het college",
        "Het college van Voorbeeldstad",
    ],
)
def test_a_request_stays_when_its_owner_names_a_reader_among_others(owner: str) -> None:
    document = requests_of(*(an_actie(f"a{n}", n) for n in range(5)), an_actie("u", 9, owner=owner))
    assert request_texts(document)[0] == "u."
    assert "Vraag 1 is aan u." in words_in(document, HEADINGS[7])
    assert "Eén andere vraag." in words_in(document, HEADINGS[0])


def test_what_another_does_and_the_readers_decide_on_is_not_called_theirs() -> None:
    asked = an_actie("bel terug", owner="Veilig Thuis", asked=AskedOfBoard.BESLUITEN)
    said = words_in(requests_of(asked), HEADINGS[7])
    assert "Bij vraag 1 is ook iets van u nodig." in said
    assert "is aan u." not in said
    both = requests_of(an_actie("besluit", owner="wethouder", seq=1.0), replace(asked, seq=2.0))
    assert "Vraag 1 is aan u. Bij vraag 2 is ook iets" in words_in(both, HEADINGS[7])


@pytest.mark.parametrize("owner", ["Montessori College", "college van bestuur", "raad", "GGD"])
def test_a_request_to_others_is_not_asked_of_the_readers(owner: str) -> None:
    said = words_in(requests_of(an_actie("x", owner=owner)), HEADINGS[7])
    assert "aan u" not in said


def test_choices_are_printed_even_of_a_case_that_lost_its_words() -> None:
    case = a_full_case()
    bare = replace(case, belevingen=tuple(replace(b, explanation="") for b in case.belevingen))
    assert "School: School praat met kind 1. (2)" in words_in(document_of(bare), "Wat ging goed")


# --- two pages ----------------------------------------------------------------------------

LONG = "Zo ging het die winter in dit gezin en niemand van ons zag wat er speelde. "


def long_words(case: Case) -> Case:
    """The same case with long words everywhere, of one sentence each, and long requests."""
    one = LONG.strip(". ").replace(".", "") * 3 + "."
    summary = replace(case.summary, sentences=(one,) * 5, questions=(one,) * 3)
    return replace(
        case,
        summary=replace(summary, children=LONG * 20),
        reason=LONG * 20,
        start_check=replace(case.start_check, heard=Answer.JA, heard_note=LONG * 9),
        belevingen=tuple(replace(b, explanation=one) for b in case.belevingen),
        acties=tuple(replace(a, text=one, asked=AskedOfBoard.BESLUITEN) for a in case.acties),
        lessons=tuple(replace(a, text=one, explanation=one) for a in case.lessons),
    )


def test_what_is_too_long_goes_to_the_annex_with_a_reference() -> None:
    document = document_of(long_words(full_of(3)))
    moved = {s.heading for s in document.annex}
    assert {"Waarom deze casus", "Wat betekende dit voor de kinderen"} < moved
    assert "Meer: zie bijlage A" in words_of(document.opening)
    for part in document.sections:
        referred = "bijlage A" in words_of((part.blocks, part.more))
        assert referred is (part.heading in moved), part.heading
    assert len([s for s in document.sections if s.heading in moved]) > 3


def test_nothing_is_lost_on_the_way_to_the_annex() -> None:
    case = long_words(full_of(3))
    document = document_of(case)
    said = words_of((document.opening, document.sections, document.annex))
    assert said.count(LONG.split(".")[0]) >= 3 * (5 + 3 + 6 + 6) + 20 + 20 + 9


def test_requests_to_the_readers_and_the_children_stay_however_long_the_rest_is() -> None:
    document = document_of(long_words(full_of(3)))
    assert len(request_texts(document)) == 3
    said = words_in(document, HEADINGS[2])
    assert said.startswith(f"{HEADINGS[2]} {LONG.strip()}")
    assert "Betrokkenen zijn gehoord." in said


def in_capitals(words: str, requests: int, length: int) -> Case:
    """A case with words in capitals, that take more room than their number tells."""
    case, said = full_of(3), words.upper()
    acties = tuple(
        an_actie(said[:length], n, owner="burgemeester", keeper="x") for n in range(requests)
    )
    return replace(
        case,
        summary=replace(case.summary, sentences=(said,) * 5, questions=(said,) * 3),
        belevingen=tuple(replace(b, explanation=said) for b in case.belevingen),
        lessons=tuple(replace(a, text=said, explanation=said) for a in case.lessons),
        acties=acties,
    )


@pytest.mark.parametrize("length", range(20, 220, 20))
def test_the_text_stands_on_two_pages_however_wide_its_letters_are(length: int) -> None:
    document = document_of(in_capitals(f"{LONG * 3}"[:length], 2, 60))
    assert text_fits(document)
    assert moved_headings(document) == []


def test_one_section_stands_for_all_that_moved_when_the_requests_take_a_page() -> None:
    document = document_of(in_capitals(LONG * 4, 6, 280))
    assert text_fits(document)
    assert len(request_texts(document)) == 6
    gone = moved_headings(document)
    assert {"In vijf zinnen", "Wat ging goed", "Wat wij leren"} <= set(gone)
    assert not set(gone) & {part.heading for part in document.sections}
    assert set(gone) <= {part.heading for part in document.annex}
    assert HEADINGS[2] in {part.heading for part in document.sections}


def moved_headings(document: Document) -> list[str]:
    """The headings that stand in the annex only, as the text says them."""
    last = document.sections[-1]
    said = words_of(last) if last.heading == "Wat u verder leest" else ""
    return re.findall("‘(.+?)’", said)


def test_an_ordinary_case_needs_no_annex() -> None:
    assert document_of(a_full_case()).annex == ()


def test_what_hangs_on_events_that_are_not_shown_is_left_out_and_counted() -> None:
    shown, hidden = an_event("2021"), an_event("2022", is_shown=False)
    chosen = a_verschil("GEHEIMVERSCHIL", event_ids=(hidden.id,))
    spare = a_verschil("NIETGEKOZEN", event_ids=(hidden.id,))
    lessons = [a_lesson("GEHEIMLES", event_ids=(hidden.id,)), a_lesson("blijft", 2)]
    records: tuple[Record, ...] = (shown, hidden, chosen, spare, *lessons)
    document = document_of(a_case_with(*records, summary=Summary(verschil_ids=(chosen.id,))))
    said = words_of((document.opening, document.sections, document.annex))
    assert "GEHEIM" not in said
    assert "blijft" in said
    assert "1 verschil en 1 les staan hier niet" in words_of(document.opening)
    assert HEADINGS[5] not in {part.heading for part in document.sections}


# --- what a user chooses ------------------------------------------------------------------


def notitie_of(case: Case, **options: object) -> Document:
    settings = FileSettings("Gemeente Voorbeeldstad", "#7a1f2b")
    chosen = DocumentOptions(**options)  # type: ignore[arg-type]
    return compose(case, settings=settings, made_on=MADE_ON, options=chosen)


def test_what_is_asked_and_the_children_are_there_whatever_is_left_out() -> None:
    document = notitie_of(a_full_case(), sections=frozenset())
    assert [s.heading for s in document.sections] == [HEADINGS[0], HEADINGS[2], HEADINGS[7]]
    assert document.timeline is None
    assert "Weggelaten: ‘In vijf zinnen’, " in words_of(document.opening)


@pytest.mark.parametrize("key", sorted(set(TITLE_OF_NOTITIE) - {"tijdlijn"}))
def test_every_other_section_can_be_left_out(key: str) -> None:
    kept = frozenset(TITLE_OF_NOTITIE) - {key}
    found = [s.heading for s in notitie_of(a_full_case(), sections=kept).sections]
    whole = [s.heading for s in document_of(a_full_case()).sections]
    assert found == [heading for heading in whole if heading != TITLE_OF_NOTITIE[key]]


def test_what_lies_outside_the_period_is_left_out_and_counted() -> None:
    document = notitie_of(a_full_case(), first=date(2022, 5, 20), last=date(2022, 6, 1))
    assert document.timeline is not None
    titles = [entry.text for entry in document.timeline.entries]
    assert titles == ["Brief naar het wijkteam", "Advies gevraagd"]
    assert (document.hidden, document.total) == (10, 12)
    assert "10 van 12 gebeurtenissen niet getoond" in document.disclaimer
    assert "1 mei 2022 – 30 juni 2022" in words_of(document.opening)
    assert "Vader slaat moeder" not in words_of(document)


def test_the_lanes_and_the_colour_of_the_house_are_those_that_were_chosen() -> None:
    document = notitie_of(a_full_case(), lane_by=LaneBy.SOORT)
    assert document.timeline is not None
    assert document.timeline.choices.lane_by is LaneBy.SOORT
    assert document.accent == "#7a1f2b"


def test_no_date_is_finer_than_a_month_and_a_year_can_be_asked() -> None:
    for dates in (Dates.BEKEND, Dates.MAAND):
        page = notitie_of(a_full_case(), dates=dates).timeline
        assert page is not None
        assert "mrt 2022" in {entry.when for entry in page.entries}
        assert page.dates == "data op de maand"
    document = notitie_of(a_full_case(), dates=Dates.JAAR)
    assert document.timeline is not None
    assert {entry.when for entry in document.timeline.entries} == {
        "2022",
        "circa 2022",
        "2023",
        "vanaf 2023",
        "geen datum",
    }
    assert "Data op het jaar." in words_of(document.opening)
    assert words_in(document, HEADINGS[4]).count("2022") == 1


def test_a_deelbare_case_says_when_it_was_read_and_never_by_whom() -> None:
    case = made_deelbaar(for_bestuur(a_full_case()))
    said = repr(document_of(case))
    assert "en op 11 januari 2026 nagelezen na de herleidbaarheidscheck" in said
    assert case.read.by not in said
    assert "In bewerking" not in said

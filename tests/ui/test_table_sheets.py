"""The sheets of a leertafel: each point with what belongs to it, and only what may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hgkm_desktop.methods.agenda import OpenAction
from hgkm_desktop.methods.follow_up import in_case
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import AgendaPoint, Leertafel
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.reading import taken_back
from hgkm_desktop.models.terms import ActionStatus
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.display import Text
from hgkm_desktop.ui.room.hiding import HIDDEN, HidingPlaces
from hgkm_desktop.ui.room.presentation_sheet import Sheet as Room
from hgkm_desktop.ui.room.table_stage_layout import pages_of
from hgkm_desktop.ui.room.table_stage_sheets import Sheet, sheets_of
from hgkm_desktop.ui.room.table_stage_words import A_CASE, NOT_DEELBAAR, Item, Look
from tests.ui.a_leertafel import CASE, SECRET, TABLE, words


def measure(text: str, size: float, bold: bool) -> float:
    """Letters that are all as wide as each other: no screen is needed."""
    return len(text) * size * (0.6 if bold else 0.5)


ROOM = Room(1280, 656, 1.0, Widths(measure))
LEAST = 24.0
IN_WORK = replace(taken_back(CASE), id="9" * 32, code="W2-2W")


def composed(
    table: Leertafel = TABLE,
    cases: Sequence[Case] = (CASE,),
    actions: Sequence[OpenAction] = (),
) -> tuple[Sheet, ...]:
    return sheets_of(table, cases, actions, HidingPlaces())


def titles(sheets: Sequence[Sheet]) -> list[str]:
    return [sheet.title for sheet in sheets]


# --- what is on the sheets -----------------------------------------------------------------


def test_each_point_of_the_agenda_has_what_belongs_to_it() -> None:
    sheets = composed()
    assert titles(sheets) == [
        "Leertafel in mei",
        "Welkom en afspraken",
        "Hoe staat het met eerdere acties",
        "Signalen van de teams",
        "Het verhaal, verteld door de uitvoerders",
        "Wat betekende dit voor de kinderen",
        "Wat teams hierover zeggen",
        "Wat ging goed, en waarom kon dat",
        "Wat staat in de weg",
        "Doorbraken: wie doet wat, en wanneer",
        "Wat nemen de bestuurders mee",
        "Wat wij met deze woorden bedoelen",
        "Afsluiting en volgende keer",
    ]
    said = {sheet.title: words([sheet]) for sheet in sheets}
    assert "Bestuurlijke leertafel · 5 mei 2026" in said["Leertafel in mei"]
    assert "Niemand krijgt de schuld" in said["Leertafel in mei"]
    assert "14:25 Wat staat in de weg" in said["Welkom en afspraken"]
    assert "uitvoerders: Rust zonder veiligheid" in said["Welkom en afspraken"]
    assert "niets horen na een melding" in said["Signalen van de teams"]
    assert "één gezicht" not in said["Signalen van de teams"]
    story = said["Het verhaal, verteld door de uitvoerders"]
    assert "Rust zonder veiligheid · 13:55 · 20 minuten | Moeder belde zelf." in story
    assert "één gezicht | Wijkteam" in said["Wat teams hierover zeggen"]
    assert "één plan | Dit kon omdat: er was tijd" in said["Wat ging goed, en waarom kon dat"]
    assert "Bureaucratie · zorgverzekeraar · wethouder" in said["Wat staat in de weg"]
    asked = "Gevraagd aan: wethouder (besluiten) · voor 1 september 2026 | Toegezegd: een proef"
    assert f"Tegen: twee loketten | {asked}" in said["Doorbraken: wie doet wat, en wanneer"]
    closing = said["Afsluiting en volgende keer"]
    assert "school terugbellen | Wie: politie · bewaker: school · nog geen datum" in closing
    assert "Volgende leertafel: 5 november 2026" in closing


def test_what_no_point_is_about_comes_after_the_agenda_and_what_was_agreed_last() -> None:
    points = (AgendaPoint("c" * 32, "Wij praten", 30), AgendaPoint("d" * 32, "Slot", 5))
    sheets = composed(replace(TABLE, agenda=points))
    assert titles(sheets) == [
        "Leertafel in mei",
        "Wij praten",
        "Rust zonder veiligheid",
        "Wat betekende dit voor de kinderen",
        "Wat teams hierover zeggen",
        "Signalen van de teams",
        "Wat ging goed",
        "Wat staat in de weg",
        "Doorbraken",
        "Wat wij met deze woorden bedoelen",
        "Slot",
    ]


def test_one_point_can_be_about_two_things() -> None:
    points = (AgendaPoint("c" * 32, "Successen en knelpunten", 30),)
    both = [s for s in composed(replace(TABLE, agenda=points)) if s.point_id]
    assert titles(both) == ["Successen en knelpunten", "Wat staat in de weg"]
    assert "Wat ging goed | één plan" in words(both)


def test_without_a_success_it_tells_why() -> None:
    table = replace(TABLE, successes=(), no_success_reason="er was geen tijd")
    told = [words([s]) for s in composed(table) if "Wat ging goed" in s.title]
    assert told == [
        "Wat ging goed, en waarom kon dat | Rust zonder veiligheid · 14:15 · 10 minuten"
        " | Er is nog geen succes genoemd | er was geen tijd"
    ]


def test_functions_notes_uitvoerders_and_reflections_are_on_no_sheet() -> None:
    said = words(composed())
    for private in (SECRET, "zegt weinig", "stil na afloop", "dat wist ik niet", "om van te"):
        assert private not in said
    assert "wij waren snel" not in said  # belevingen stand on the line alone


def test_of_a_case_in_bewerking_it_only_says_that_it_is_not_deelbaar() -> None:
    sheets = composed(cases=(taken_back(CASE),))
    said = words(sheets)
    assert titles(sheets).count(A_CASE) == 3
    assert NOT_DEELBAAR[0].text in said
    for told in ("Rust zonder", "Moeder belde", "één gezicht", "één plan", "twee loketten"):
        assert told not in said
    assert "één loket" in said  # what is asked was read through for the table
    assert not any(sheet.case_id for sheet in sheets)
    general = (AgendaPoint("c" * 32, "Successen en knelpunten", 30),)
    rest = words(composed(replace(TABLE, agenda=general), (taken_back(CASE),)))
    assert "één plan" not in rest
    assert "twee loketten" not in rest
    assert "Het verhaal" not in said


def test_of_a_case_that_is_gone_or_cannot_be_read_it_says_so() -> None:
    assert "niet te lezen" in words(composed(cases=()))
    gone = words(composed(replace(TABLE, cases=())))
    assert "ligt niet meer op tafel" in gone
    assert "twee loketten" not in gone


def test_earlier_actions_are_there_with_how_they_were_said_to_stand() -> None:
    actie = Verbeteractie("f" * 32, 1.0, "samen een rooster", owner="Veilig Thuis")
    shown, kept = (
        in_case(case.id, case.code, case.title, case.state, (replace(actie, text=text),))[0]
        for case, text in ((CASE, "samen een rooster"), (IN_WORK, "iets van dat gezin"))
    )
    said = AskedProgress(CASE.id, actie.id, ActionStatus.BEZIG, "de helft belt")
    actions = (OpenAction(shown, said), OpenAction(kept, said))
    told = words([composed(actions=actions)[2]])
    assert "samen een rooster | Bezig · Veilig Thuis | de helft belt" in told
    assert "iets van dat gezin" not in told
    assert "1 actie staat hier niet" in told


def test_no_sheet_says_where_someone_hides() -> None:
    where = "moeder zit in het blijfhuis in Zwolle"
    summary = replace(CASE.summary, sentences=(where, "Daarna werd het stil."), children=where)
    succes = replace(TABLE.successes[0], why=where)
    table = replace(TABLE, successes=(succes,), title=where)
    said = words(composed(table, [replace(CASE, summary=summary)]))
    assert "Zwolle" not in said
    assert said.count(HIDDEN) == 4
    assert "Daarna werd het stil." in said


# --- pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items",
    [
        tuple(Item(f"knelpunt nummer {n}", ("wie er iets aan kan doen",)) for n in range(30)),
        (Item(" ".join(f"woord{n}" for n in range(900))),),
        (Item("z" * 5000),),
    ],
)
def test_long_texts_go_on_and_nothing_is_cut_or_too_small(items: tuple[Item, ...]) -> None:
    title = " ".join(f"titel{n}" for n in range(60))
    pages = pages_of(Sheet("x", title, "13:30", items), ROOM)
    assert len(pages) > 1
    texts = [s for page in pages for s in page.shapes if isinstance(s, Text)]
    assert min(text.size for text in texts) == LEAST
    assert max(text.y for text in texts) <= ROOM.height
    assert all(text.x + measure(text.text, text.size, text.bold) <= ROOM.width for text in texts)
    painted = " ".join(text.text for text in texts)
    for item in items:
        assert all(word in painted for word in item.text.split() if len(word) < 100)
    assert painted.replace(" ", "").count("z") >= sum(item.text.count("z") for item in items)
    assert all(f"titel{n}" in painted for n in range(60))
    assert "op het volgende blad" in pages[0].spoken
    assert "op het volgende blad" not in pages[-1].spoken


def test_it_says_how_many_are_still_to_come() -> None:
    items = tuple(Item(f"actie {n}", ("Bezig",)) for n in range(20))
    pages = pages_of(Sheet("x", "Acties", "", items), ROOM)
    on_first = sum(f"actie {n}. " in pages[0].spoken for n in range(20))
    assert f"Nog {20 - on_first} op het volgende blad" in pages[0].spoken


def test_a_heading_stands_with_what_comes_after_it() -> None:
    for before in range(1, 14):
        rows = tuple(Item(f"punt {n}") for n in range(before))
        heading = Item("Volgende keer", look=Look.HEADING)
        pages = pages_of(Sheet("x", "Acties", "", (*rows, heading, *rows, heading)), ROOM)
        first = next(page for page in pages if "Volgende keer" in page.spoken)
        assert "Volgende keer. punt 0" in first.spoken
        assert "Volgende keer" in pages[-1].spoken


def test_little_text_is_large() -> None:
    (page,) = pages_of(Sheet("x", "Kort", "", (Item("weinig"),)), ROOM)
    assert [s.size for s in page.shapes if isinstance(s, Text)] == [44.0, 34.0]

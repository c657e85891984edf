"""What the rows of a table become, and what is said of a row that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.cell_words import kind_of
from hgkm_desktop.exchange.columns import IN_OUR_TABLE, Columns, Target, guessed, letter
from hgkm_desktop.exchange.date_cells import (
    DateWay,
    counted_day,
    day_comes_first,
    has_counted,
    read_date,
)
from hgkm_desktop.exchange.empty_table import EMPTY_ROWS, empty_csv, empty_ods
from hgkm_desktop.exchange.incoming import MOST_PROBLEMS, Choices, Incoming, read_rows
from hgkm_desktop.exchange.sheets import Cell, Row, Sheet, Trouble
from hgkm_desktop.exchange.table_check import check_table
from hgkm_desktop.exchange.table_child import read_sheets
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Answer, EventKind, FactStatus
from hgkm_desktop.models.whole import holds_together
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

TODAY = date(2026, 11, 22)


def a_sheet(*rows: tuple[Cell, ...]) -> Sheet:
    return Sheet("Blad1", tuple(Row(number, cells) for number, cells in enumerate(rows, 1)))


def read(sheet: Sheet, case: Case | None = None, **more: object) -> Incoming:
    choices = Choices("politie", guessed(sheet))
    return read_rows(case or a_case_with(), sheet, replace(choices, **more), today=TODAY)  # type: ignore[arg-type]


def problems_of(*cells: Cell, heads: tuple[str, ...] = ("datum", "wat", "soort")) -> list[str]:
    return [problem.words for problem in read(a_sheet(heads, cells)).problems]


# --- columns --------------------------------------------------------------------------------


def test_columns_are_guessed_by_their_heads() -> None:
    heads = (
        "Nr.",
        "DATUM",
        "Soort contact",
        "Omschrijving:",
        "Opmerkingen",
        "toelichting",
        "Datum",
    )
    assert guessed(a_sheet(heads)).targets == (
        *(Target.NOTHING, Target.START, Target.KIND, Target.TITLE, Target.REMARK, Target.REMARK),
        Target.NOTHING,
    )


def test_columns_without_heads_are_guessed_by_what_is_in_them() -> None:
    rows = [("1", date(2021, 2, n), "melding", "buren bellen over ruzie") for n in (3, 4, 5)]
    columns = guessed(a_sheet(*rows))
    assert columns == Columns(0, (Target.NOTHING, Target.START, Target.KIND, Target.TITLE))


def test_heads_may_stand_below_a_title() -> None:
    sheet = a_sheet(("Overzicht",), ("van politie",), ("datum", "wat"), ("mei 2021", "ruzie"))
    assert guessed(sheet).head_row == 3
    assert [event.title for event in read(sheet).events] == ["ruzie"]


def test_a_number_sign_may_be_a_head() -> None:
    sheet = a_sheet(("#", "datum", "wat"), ("1", "mei 2021", "ruzie"), ("# einde",))
    assert guessed(sheet).head_row == 1
    assert [event.title for event in read(sheet).events] == ["ruzie"]


def test_columns_have_the_letters_that_an_office_program_shows() -> None:
    assert [letter(column) for column in (0, 25, 26, 51, 52, 59)] == [
        *("A", "Z", "AA", "AZ", "BA", "BH"),
    ]


@pytest.mark.parametrize("make", [empty_ods, empty_csv])
def test_our_own_table_is_known_and_empty(make: type) -> None:
    sheet = read_sheets(make("politie"))[0]
    columns = guessed(sheet)
    assert columns.targets == IN_OUR_TABLE
    with pytest.raises(BadInput, match="geen enkele gebeurtenis"):
        read(sheet)


def test_our_own_table_explains_itself() -> None:
    first, second = read_sheets(empty_ods("politie"))
    words = " ".join(str(row.cell(0)) for row in second.rows)
    assert (first.name, second.name) == ("Gebeurtenissen", "Uitleg")
    assert "Tabel van: politie" in words
    assert all(target.head in words for target in IN_OUR_TABLE)
    assert EMPTY_ROWS > 0
    assert words == " ".join(
        str(row.cell(0)).removeprefix("# ")
        for row in read_sheets(empty_csv("politie"))[0].rows[:-1]
    )


def test_an_organisation_that_would_be_a_formula_is_none() -> None:
    assert b'\r\n"=' not in empty_csv('=1+1;"x"')
    assert read_sheets(empty_ods("=1+1"))[1].rows[0].cell(0) == "Tabel van: =1+1"


# --- dates ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("3-2-2021", "3 februari 2021"),
        ("3-2-2021 14:30", "3 februari 2021"),
        ("2021-02-03T14:30:00", "3 februari 2021"),
        ("20210203", "3 februari 2021"),
        (20210203.0, "3 februari 2021"),
        (date(2021, 2, 3), "3 februari 2021"),
        (44230.0, "3 februari 2021"),
        (44230.75, "3 februari 2021"),
        ("44230", "3 februari 2021"),
        (2021.0, "2021"),
        ("feb 2021", "februari 2021"),
        ("voorjaar 2021", "voorjaar 2021"),
        ("circa 2019", "circa 2019"),
        ("", "datum onbekend"),
        ("onbekend", "datum onbekend"),
    ],
)
def test_dates(cell: Cell, words: str) -> None:
    assert read_date(cell, DateWay(day_first=True)).start.text() == words


def test_a_spreadsheet_counts_days_in_two_ways() -> None:
    assert counted_day(1, since_1904=False) == date(1900, 1, 1)
    assert counted_day(59, since_1904=False) == date(1900, 2, 28)
    assert counted_day(61, since_1904=False) == date(1900, 3, 1)
    assert counted_day(0, since_1904=True) == date(1904, 1, 1)
    assert read_date(42768.0, DateWay(since_1904=True)).start.text() == "3 februari 2021"
    assert has_counted(("44230",))
    assert not has_counted(("2021", 2021.0, "3-2-2021", "", True))


@pytest.mark.parametrize(
    ("cells", "day_first"),
    [
        (("3-4-2021", "5.6.2021"), True),
        (("03/04/2021",), None),
        (("03/04/2021", "13/04/2021"), True),
        (("03/04/2021", "04/13/2021"), False),
        (("13/04/2021", "04/13/2021"), None),
        (("3-4-2021", "12-31-2021"), False),
        (("4/4/2021", "mei 2021", date(2021, 3, 4), 44230.0), True),
        (("van 3/4/2021 tot 5/4/2021",), None),
    ],
)
def test_whether_the_day_comes_first(cells: tuple[Cell, ...], day_first: bool | None) -> None:
    assert day_comes_first(cells) is day_first


def test_the_order_of_day_and_month_is_asked_and_then_kept() -> None:
    sheet = a_sheet(("datum", "wat"), ("03/04/2021", "ruzie"), ("4/4/2021", "weer"))
    (problem,) = read(sheet).problems
    assert problem.row == 2
    assert "eerst de dag of eerst de maand" in problem.sentence
    for day_first, words in ((True, "3 april 2021"), (False, "4 maart 2021")):
        event = read(sheet, way=DateWay(day_first)).events[0]
        assert event.start.text() == words


def test_a_date_in_three_columns() -> None:
    heads = ("jaar", "maand", "dag", "wat")
    rows: list[tuple[Cell, ...]] = [
        ("2021", "2", "3", "a"),
        (2021.0, "mrt", "", "b"),
        ("'21".strip("'"), "", "", "c"),
        ("", "", "", "d"),
    ]
    events = read(a_sheet(heads, *rows)).events
    assert [event.start.text() for event in events] == [
        *("3 februari 2021", "maart 2021", "2021", "datum onbekend"),
    ]
    for cells in (("", "2", "3", "x"), ("2021", "13", "", "x"), ("2021", "", "3", "x")):
        assert len(read(a_sheet(heads, cells)).problems) == 1


def test_a_period_has_an_end_or_goes_on() -> None:
    heads = ("datum", "einddatum", "wat")
    rows = (("3-2-2021", "5-2-2021", "a"), ("3-2-2021", "heden", "b"), ("mei 2021", "", "c"))
    first, second, third = read(a_sheet(heads, *rows)).events
    assert first.end is not None
    assert first.end.text() == "5 februari 2021"
    assert second.ongoing
    assert third.end is None
    (problem,) = read(a_sheet(heads, ("5-2-2021", "3-2-2021", "a"))).problems
    assert problem.column == "kolom B ‘einddatum’"


# --- words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Melding", EventKind.MELDING),
        ("meldingen", EventKind.MELDING),
        ("politiemelding", EventKind.MELDING),
        ("contact of gesprek", EventKind.CONTACT),
        ("Huisbezoek (onaangekondigd)", EventKind.CONTACT),
        ("life event", EventKind.LIFE_EVENT),
        ("THV", EventKind.INTERVENTIE),
        ("xyz", None),
        ("", None),
    ],
)
def test_kinds_by_any_word_for_them(words: str, kind: EventKind | None) -> None:
    assert kind_of(words) is kind


def test_a_kind_that_is_not_known_is_a_problem_until_one_is_chosen() -> None:
    sheet = a_sheet(("wat", "soort"), ("ruzie", "frutsel"))
    assert [problem.column for problem in read(sheet).problems] == ["kolom B ‘soort’"]
    (event,) = read(sheet, other_kind=EventKind.INCIDENT).events
    assert event.kind is EventKind.INCIDENT
    assert event.fact == "Soort in de tabel: frutsel"


def test_what_did_not_happen_is_told_as_on_the_invoerregel() -> None:
    rows = (("niet gedaan: aangifte",), ("Bestond niet: huisverbod",), ("hulp: gestart",))
    events = read(a_sheet(("wat", "bron"), *rows)).events
    assert [(event.occurrence.value, event.title) for event in events] == [
        ("niet_gedaan", "aangifte"),
        ("bestond_niet", "huisverbod"),
        ("gebeurd", "hulp: gestart"),
    ]


def test_organisations_are_known_by_name_and_abbreviation() -> None:
    own = an_organisation("VT")
    case = a_case_with(own)
    words = "Veilig Thuis, centrum voor jeugd en gezin; de politie en het wijkteam\nnieuw team"
    sheet = a_sheet(("wat", "organisaties"), ("ruzie", words))
    incoming = read(sheet, case)
    (event,) = incoming.events
    names = [incoming.case.organisation(i).name for i in event.organisation_ids]
    assert names == [*("politie", "VT", "centrum voor jeugd en gezin", "wijkteam", "nieuw team")]
    assert incoming.new_names == (names[0], *names[2:])


def test_what_an_organisation_can_tell_comes_over() -> None:
    heads = tuple(target.head for target in IN_OUR_TABLE)
    cells = (
        *("mei 2021", "", "signaal", "kind 1 is stil", "kind 1 (slachtoffer)", "school"),
        *("stil in de klas", "eigen verslag", "vastgesteld", "toestemming", "wijkteam, school"),
        *("x", "nee", "", "later meer"),
    )
    incoming = read(a_sheet(heads, cells))
    (event,) = incoming.events
    assert event.fact == "stil in de klas\n\nlater meer"
    assert (event.source, event.legal_ground) == ("eigen verslag", "toestemming")
    assert event.fact_status is FactStatus.VASTGESTELD
    assert (event.child_present, event.child_seen) == (Answer.JA, Answer.NEE)
    known = [incoming.case.organisation(one.organisation_id).name for one in event.knowledge]
    assert known == ["wijkteam", "school"]
    holds_together(incoming.after)


# --- problems -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("31-2-2021", "ruzie", ""), "Rij 2, kolom A ‘datum’: De datum 31-02-2021 bestaat niet."),
        (("gisteren", "ruzie", ""), "Rij 2, kolom A ‘datum’: Deze datum is niet te lezen."),
        (("mei 2021", "", "melding"), "Rij 2, kolom B ‘wat’: Hier staat niet wat er gebeurde."),
        ((True, "ruzie", ""), "Rij 2, kolom A ‘datum’: Hier staat ja of nee"),
        ((99e9, "ruzie", ""), "Rij 2, kolom A ‘datum’: Deze datum is niet te lezen."),
        (("", Trouble.FORMULA, ""), "Rij 2, kolom B ‘wat’: Hier staat een formule"),
        ((Trouble.ERROR, "ruzie", ""), "Rij 2, kolom A ‘datum’: Hier staat een fout"),
        (("", "coÃ¶rdinatie", ""), "Rij 2, kolom B ‘wat’: Hier staan tekens"),
        (("", "x" * 20_001, ""), "Rij 2, kolom B ‘wat’: Deze tekst is langer"),
    ],
)  # fmt: skip
def test_a_problem_names_its_row_and_column(cells: tuple[Cell, ...], said: str) -> None:
    (problem,) = problems_of(*cells)
    assert problem.startswith(said)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("wie", "moeder (getuige)"),
        ("wie", "w" * 61),
        ("status", "zeer zeker"),
        ("kinderen gezien", "soms"),
        ("bekend bij", "o" * 61),
    ],
)
def test_words_that_are_not_known_here(head: str, words: str) -> None:
    (problem,) = problems_of("mei 2021", "ruzie", words, heads=("datum", "wat", head))
    assert problem.startswith(f"Rij 2, kolom C ‘{head}’: ")
    assert words not in problem


def test_a_child_never_only_stands_by() -> None:
    child = a_betrokkene("kind 1", is_child=True)
    sheet = a_sheet(("wat", "wie"), ("ruzie", "kind 1 (omstander)"))
    (problem,) = read(sheet, a_case_with(child)).problems
    assert "nooit alleen omstander" in problem.sentence


def test_all_problems_of_a_table_are_told_but_never_thousands() -> None:
    bad = [("31-2-2021", "", "frutsel")] * 1_000
    sheet = a_sheet(("datum", "wat", "soort"), *bad)
    problems = read(sheet).problems
    assert [p.column[6] for p in problems[:3]] == ["A", "B", "C"]
    assert MOST_PROBLEMS <= len(problems) < MOST_PROBLEMS + 3


def test_what_must_be_said_before_anything_is_read() -> None:
    sheet = a_sheet(("datum", "wat"), ("mei 2021", "ruzie"))
    columns = guessed(sheet)
    for choices in (
        Choices(" ", columns),
        Choices("politie", replace(columns, targets=(Target.START, Target.NOTHING))),
        Choices("politie", replace(columns, head_row=2)),
    ):
        with pytest.raises(BadInput):
            read_rows(a_case_with(), sheet, choices, today=TODAY)


_CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(["", "mei 2021", "3-2-2021", "31-2-2021", "03/04/2021", "ruzie", "melding"]),
    st.sampled_from(["moeder (pleger)", "kind 1 (omstander)", "politie, wijkteam", "ja", "soms"]),
    st.sampled_from([Trouble.FORMULA, Trouble.ERROR]),
    st.text(max_size=12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
)
_TARGETS = st.lists(st.sampled_from(list(Target)), min_size=1, max_size=6)


@given(_TARGETS, st.lists(st.lists(_CELLS, max_size=6), min_size=1, max_size=6), st.booleans())
def test_all_rows_come_in_or_none(
    targets: list[Target], rows: list[list[Cell]], day_first: bool
) -> None:
    before = a_case_with(an_event("mei 2021", "er was al iets"), a_betrokkene("moeder"))
    sheet = a_sheet(*(tuple(cells) for cells in rows))
    columns = Columns(0, (Target.TITLE, *targets))
    choices = Choices("politie", columns, DateWay(day_first))
    try:
        incoming = read_rows(before, sheet, choices, today=TODAY)
    except BadInput:
        return
    if incoming.problems:
        assert incoming.case is before
        assert incoming.after == before
        for problem in incoming.problems:
            assert problem.words.startswith(f"Rij {problem.row}, kolom ")
            assert 1 <= problem.row <= len(rows)
            assert problem.sentence.endswith((".", "?"))
        return
    assert len(incoming.after.events) == 1 + len(incoming.events)
    assert len(incoming.rows) == len(incoming.events) > 0
    assert incoming.after.event(before.events[0].id) == before.events[0]
    holds_together(incoming.after)


# --- the herleidbaarheidscheck --------------------------------------------------------------


def test_what_tells_who_it_is_about_is_named_by_row() -> None:
    sheet = a_sheet(("wat", "bron"), ("ruzie", ""), ("mail naar jan@voorbeeld.nl gestuurd", ""))
    checked = check_table(read(sheet), 5, lambda _: None)
    assert not checked.is_dossier
    (finding,) = [one for one in checked.findings if one.is_certain]
    assert (finding.row, finding.word) == (3, "jan@voorbeeld.nl")


def test_a_dossier_is_stopped() -> None:
    rows = [(f"bel 06-1234567{number} over ruzie",) for number in range(8)]
    sheet = a_sheet(("wat",), *rows)
    incoming = read(sheet, columns=Columns(1, (Target.TITLE,)))
    checked = check_table(incoming, 5, lambda _: None)
    assert checked.is_dossier
    assert sum(one.is_certain for one in checked.findings) == 6

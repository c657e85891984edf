"""What the casusverslag says: all that the table made, of organisations, and nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.figures.chart import Chart
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import (
    Event,
    Fase,
    FileSettings,
    Involvement,
    Knowledge,
    Lesson,
    Reading,
    Regie,
    Summary,
    Veiligheidscijfer,
    ViolenceForm,
    new_id,
)
from hgkm_desktop.models.terms import (
    ActionStatus,
    AddedBy,
    Answer,
    Audience,
    CaseState,
    DocumentKind,
    Effect,
    EventKind,
    HouseholdRole,
    Level,
    Mark,
    Occurrence,
    Pressure,
    RegieHolder,
    RegieKind,
    RiskOf,
    SafetyOf,
    SafetyPhase,
)
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.case.casusverslag import compose
from hgkm_desktop.reports.content import (
    Document,
    NumberedList,
    Picture,
    Section,
    SideBySide,
    Subheading,
    Table,
    texts,
)
from hgkm_desktop.reports.options import (
    TITLE_OF_VERSLAG,
    Dates,
    DocumentOptions,
    left_out,
    sections_of,
)
from hgkm_desktop.timeline.choices import Band, LaneBy
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)
from tests.reports.full_case import FUNCTION, MADE_ON, a_full_case, a_verschil, an_actie
from tests.reports.full_depth import with_depth

EVENTS, SCORES = TITLE_OF_VERSLAG["gebeurtenissen"], TITLE_OF_VERSLAG["cijfers"]


def verslag_of(case: Case, **options: Any) -> Document:
    """The casusverslag of a case, of an invented municipality, on a fixed day."""
    settings = FileSettings(organisation="Gemeente Voorbeeldstad", accent="#7a1f2b")
    return compose(case, settings=settings, made_on=MADE_ON, options=DocumentOptions(**options))


def sections(document: Document) -> tuple[Section, ...]:
    return (*document.sections, *document.annex)


def section(document: Document, heading: str) -> Section:
    return next(s for s in sections(document) if s.heading == heading)


def words_of(part: object) -> str:
    return " ".join(" ".join(texts(part)).split())


def words_in(document: Document, heading: str) -> str:
    return words_of(section(document, heading))


def said_of(event: Event, *others: Any, **more: Any) -> str:
    """What the section with the events says of a case of one event."""
    return words_in(verslag_of(a_case_with(*others, event, **more)), EVENTS)


def tables_in(document: Document, heading: str) -> list[Table]:
    return [block for block in section(document, heading).blocks if isinstance(block, Table)]


def rows_of(table: Table) -> list[list[str]]:
    return [[words_of(cell.runs) for cell in row] for row in table.rows]


def at_table(*names: str) -> tuple[list[Any], list[Any]]:
    """A deelnemer for each name, and their organisations, each once."""
    found = {name: an_organisation(name) for name in names}
    return list(found.values()), [a_deelnemer(found[name], FUNCTION) for name in names]


def a_score(when: str, score: float, *organisations: Any, **more: Any) -> Veiligheidscijfer:
    ids = tuple(one.id for one in organisations)
    moment = read_whole(when).start
    return Veiligheidscijfer(new_id(), 1.0, moment, score, organisation_ids=ids, **more)


def a_regie(when: str, holder: RegieHolder, organisation_id: str = "", **more: Any) -> Regie:
    period = read_whole(when)
    return Regie(
        new_id(),
        1.0,
        RegieKind.CASUSREGIE,
        holder,
        organisation_id,
        period.start,
        period.end,
        period.ongoing,
        **more,
    )


def example() -> Case:
    return read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))


# --- the whole ----------------------------------------------------------------------------------


def test_the_parts_of_the_example_stand_in_the_order_in_which_they_are_read() -> None:
    document = verslag_of(example())
    assert [s.heading for s in document.sections] == [
        "In vijf zinnen",
        "Wat betekende dit voor de kinderen",
        "Startcheck",
        "Vormen van geweld",
        "Leefgebieden",
        "Gezin en netwerk",
        "Organisaties en deelnemers",
    ]
    assert document.annex_title == "Wat er gebeurde en wat wij ervan leren"
    assert [s.heading for s in document.annex] == [
        "Wat er gebeurde",
        "Waar organisaties het anders zagen",
        "Hoe veilig was het",
        "Wie had de regie",
        "Fasen van veiligheid",
        "Wat wij leren",
        "Verbeteracties",
        "Vragen voor het gesprek",
    ]


def test_the_example_says_nothing_twice_by_mistake_and_leaves_no_gap() -> None:
    everything = words_of(verslag_of(example()))
    assert "Nog niet ingevuld" not in everything
    assert ".." not in everything
    assert "None" not in everything
    assert " ." not in everything
    assert "()" not in everything


def test_no_function_and_no_hidden_event_is_anywhere() -> None:
    everything = repr(verslag_of(a_full_case(organiser="gemeente, adviseur")))
    assert FUNCTION not in everything
    assert "adviseur" not in everything
    assert "VERBORGEN" not in everything


def test_the_head_and_the_foot_say_what_this_is() -> None:
    document = verslag_of(a_full_case())
    assert document.subtitle == "Casusverslag"
    assert document.accent == "#7a1f2b"
    assert document.marking == "In bewerking, blijft aan deze tafel"
    assert document.signature == "Casusverslag K7-2F · versie 1 · in bewerking"
    assert document.disclaimer.endswith("1 van 12 gebeurtenissen niet getoond")
    assert (document.hidden, document.total) == (1, 12)
    head = words_of(document.opening)
    assert "Waarom deze casus: Het duurde lang." in head
    assert "Betrokkenen zijn gehoord: moeder en kind 1." in head
    assert "noemt organisaties, geen functies" in head
    assert "anoniem" not in words_of(document)


def test_an_empty_case_says_what_the_method_needs_and_leaves_the_rest_out() -> None:
    document = verslag_of(a_case_with(title=""))
    assert [s.heading for s in sections(document)] == [
        "Wat betekende dit voor de kinderen",
        "Startcheck",
        "Gezin en netwerk",
        "Organisaties en deelnemers",
        "Wat er gebeurde",
        "Waar organisaties het anders zagen",
        "Wat wij leren",
        "Verbeteracties",
    ]
    assert all(words_of(s).count("Nog niet ingevuld: ") == 1 for s in sections(document))
    assert document.timeline is not None
    assert "Nog niet ingevuld" in document.timeline.missing


def test_what_looks_like_code_is_kept_as_it_was_typed() -> None:
    typed = "<b>vet</b> & <img src=x>"
    assert typed in said_of(an_event("2021", typed, fact=typed))


# --- the case -----------------------------------------------------------------------------------


def test_the_forms_of_violence_are_said_with_how_sure_they_are() -> None:
    forms = (ViolenceForm("lichamelijk", by="politie"), ViolenceForm("iets eigens"))
    said = words_in(verslag_of(a_case_with(violence=forms)), "Vormen van geweld")
    assert "Lichamelijk geweld: vermoed, volgens politie" in said
    assert "Iets eigens: vermoed" in said


def test_those_at_the_table_are_said_by_organisation() -> None:
    organisations, seats = at_table("school", "wijkteam", "wijkteam")
    seats[1] = replace(seats[1], involved_now=False)
    seats[2] = replace(seats[2], involved_then=False, is_manager=True)
    other = an_organisation("Openbaar Ministerie")
    report = an_event("2021", organisation_ids=(other.id,))
    case = a_case_with(*organisations, other, *seats, report)
    said = words_in(verslag_of(case), "Organisaties en deelnemers")
    assert "School: toen en nu betrokken" in said
    assert "Wijkteam (2 deelnemers): toen en nu betrokken" in said
    assert "Er zat een leidinggevende aan tafel." in said
    assert "Niet aan tafel, wel op de tijdlijn: Openbaar Ministerie." in said


def test_who_is_only_in_what_is_not_shown_is_not_named() -> None:
    organisations, seats = at_table("school")
    other, heard_of = an_organisation("GEHEIMORG"), an_organisation("OOKGEHEIM")
    person, child = a_betrokkene("GEHEIMROL"), a_betrokkene("kind 1")
    hidden = an_event(
        "2021",
        organisation_ids=(other.id,),
        knowledge=(Knowledge(heard_of.id),),
        involved=(Involvement(person.id),),
        is_shown=False,
    )
    case = a_case_with(*organisations, other, heard_of, *seats, person, child, hidden)
    said = words_of(verslag_of(case))
    assert "GEHEIM" not in said
    assert "Kind 1" in said
    shown = replace(case, events=(replace(hidden, is_shown=True),))
    for name in ("GEHEIMORG", "OOKGEHEIM", "GEHEIMROL"):
        assert name in words_of(verslag_of(shown))


def test_what_hangs_on_events_that_are_not_shown_is_left_out_and_counted() -> None:
    shown, hidden = an_event("2021"), an_event("2022", is_shown=False)
    case = a_case_with(
        shown,
        hidden,
        Lesson(new_id(), 1.0, "GEHEIMLES", event_ids=(hidden.id,)),
        Lesson(new_id(), 2.0, "les van beide", event_ids=(hidden.id, shown.id)),
        Lesson(new_id(), 3.0, "les zonder gebeurtenis"),
        a_verschil("GEHEIMVERSCHIL", event_ids=(hidden.id,)),
    )
    document = verslag_of(case)
    said = words_of(document)
    assert "GEHEIM" not in said
    assert "les van beide" in said
    assert "les zonder gebeurtenis" in said
    assert "1 verschil en 1 les staan hier niet: de gebeurtenissen erbij worden niet" in said
    assert "waar organisaties het anders zagen" not in said
    assert TITLE_OF_VERSLAG["verschillen"] not in said


# --- the events ---------------------------------------------------------------------------------


def test_events_keep_the_number_of_the_whole_line_and_the_hidden_are_counted() -> None:
    told = [an_event("2020", "weg", is_shown=False), an_event("2021", "a"), an_event("2022", "b")]
    document = verslag_of(a_case_with(*told))
    headings = [b.text for b in section(document, EVENTS).blocks if isinstance(b, Subheading)]
    assert headings == ["2. a", "3. b"]
    assert "1 gebeurtenis staat niet in dit verslag." in words_in(document, EVENTS)
    assert "niet in dit verslag" not in words_in(verslag_of(a_case_with(told[1])), EVENTS)


def test_an_event_says_when_what_kind_and_how_sure() -> None:
    school = an_organisation("school")
    event = an_event(
        "3 mei 2021",
        kind=EventKind.SIGNAAL,
        organisation_ids=(school.id,),
        fact="Zij zag het",
        status_by="school",
        source="notitie",
        added_by=AddedBy.BETROKKENE,
        is_risk_moment=True,
        safety_phase=SafetyPhase.DIRECTE_VEILIGHEID,
    )
    said = said_of(event, school)
    assert "3 mei 2021 · signaal · school · risicomoment · fase directe veiligheid" in said
    assert "Zij zag het. (gemeld, volgens school; bron: notitie; verteld door" in said


def test_the_status_is_said_of_an_event_that_has_only_a_title() -> None:
    assert "Hoe zeker dit is: gemeld." in said_of(an_event("2021"))


def test_what_did_not_happen_says_so_and_since_when_it_could_have() -> None:
    event = an_event(
        "2021",
        "overleg",
        occurrence=Occurrence.NIET_GEDAAN,
        possible_since=read_whole("mei 2020").start,
    )
    said = said_of(event)
    assert "1. Niet gedaan: overleg" in said
    assert "Kon al sinds: mei 2020" in said


def test_an_event_says_who_had_which_part_according_to_whom() -> None:
    people = [a_betrokkene("moeder"), a_betrokkene("vader"), a_betrokkene("oma")]
    roles = (HouseholdRole.SLACHTOFFER, HouseholdRole.PLEGER, HouseholdRole.BETROKKENE)
    pairs = zip(people, roles, strict=True)
    involved = tuple(Involvement(person.id, role, "politie") for person, role in pairs)
    said = said_of(an_event("2021", involved=involved), *people)
    assert "Wie: slachtoffer: moeder; pleger: vader; oma; rollen volgens politie" in said


def test_an_event_says_who_knew_of_it_as_far_as_that_was_asked() -> None:
    names = ("politie", "wijkteam", "school", "jeugdzorg", "gemeente")
    found = [an_organisation(name) for name in names]
    start = read_whole("2021").start
    knowledge = (
        Knowledge(found[0].id, Answer.JA, start),
        Knowledge(found[1].id, Answer.JA, read_whole("mei 2022").start),
        Knowledge(found[2].id, Answer.NEE),
        Knowledge(found[3].id, Answer.ONBEKEND),
    )
    said = said_of(an_event("2021", knowledge=knowledge), *found)
    assert "Wie wist dit: politie; wijkteam sinds mei 2022. School wist het niet." in said
    assert "Van jeugdzorg is het niet bekend." in said
    assert "gemeente" not in said


def test_an_event_says_what_was_filled_in_of_children_and_of_what_was_done() -> None:
    event = an_event(
        "2021",
        kind=EventKind.MELDING,
        reported_to="Veilig Thuis",
        child_seen=Answer.JA,
        child_spoken=Answer.NEE,
        instrument="huisverbod",
        pressure=Pressure.DWANG,
        result="Hij ging",
        effect=Effect.BEREIKT,
    )
    said = said_of(event)
    assert "Bij wie: Veilig Thuis; terugkoppeling aan de melder: onbekend" in said
    assert "Kinderen: aanwezig: onbekend; gezien: ja; zelf gesproken: nee" in said
    assert "Instrument: huisverbod (dwang)" in said
    assert "Resultaat: Hij ging. (bereikt)" in said


def test_what_nobody_filled_in_has_no_line() -> None:
    said = said_of(an_event("2021"))
    for label in ("Kon al", "Wie", "Bij wie", "Kinderen", "Instrument", "Resultaat", "beleefd"):
        assert label not in said


# --- the belevingen -----------------------------------------------------------------------------


def lived(*marks: tuple[str, Mark], **more: Any) -> Case:
    """A case of one event that these organisations lived so."""
    organisations, seats = at_table(*(name for name, _ in marks))
    event = an_event("2021")
    found = [
        a_beleving(event, seat, mark, **more) for seat, (_, mark) in zip(seats, marks, strict=True)
    ]
    return a_case_with(*organisations, *seats, event, *found)


def beleving_table(case: Case, **options: Any) -> Table:
    (found,) = tables_in(verslag_of(case, **options), EVENTS)
    return found


def test_belevingen_stand_side_by_side_as_people_sat_at_the_table() -> None:
    case = lived(("wijkteam", Mark.RISICO), ("school", Mark.GOED), ("wijkteam", Mark.NIET_OKE))
    shuffled = replace(case, belevingen=tuple(reversed(case.belevingen)))
    table = beleving_table(shuffled)
    assert table.row_heads
    assert rows_of(table) == [
        ["Wijkteam", "risicovol"],
        ["Wijkteam", "niet oké"],
        ["School", "ging goed"],
    ]
    assert [row[1].mark for row in table.rows] == [Mark.RISICO, Mark.NIET_OKE, Mark.GOED]


def test_that_it_was_lived_differently_is_said_in_words_and_not_counted() -> None:
    case = lived(("wijkteam", Mark.RISICO), ("school", Mark.GOED), ("wijkteam", Mark.NIET_OKE))
    caption = beleving_table(case).caption
    assert caption.startswith("Verschillend beleefd: ging goed, niet oké en risicovol.")
    assert caption.endswith("Ook binnen wijkteam is dit niet hetzelfde beleefd.")
    assert not any(letter.isdigit() for letter in caption)
    same = beleving_table(lived(("school", Mark.GOED), ("politie", Mark.GOED)))
    assert same.caption == "Hoe dit is beleefd"


def test_a_beleving_says_all_that_was_filled_in() -> None:
    case = lived(
        ("school", Mark.RISICO),
        risk_of=RiskOf.BESLUIT,
        safety_of=(SafetyOf.BETROKKENEN, SafetyOf.PROFESSIONALS),
        explanation="Het was stil",
        now_different="Wij bellen",
        obstacle="geen tijd",
        needed_from="politie",
    )
    table = beleving_table(case)
    assert len(table.head) == len(table.widths) == 5
    assert rows_of(table)[0][2:] == [
        "Het was stil. (besluit; veiligheid van betrokkenen en professionals)",
        "Wij bellen.",
        "Geen tijd. Nodig van politie.",
    ]


def test_a_column_that_nobody_filled_in_is_not_there() -> None:
    table = beleving_table(lived(("school", Mark.GOED), now_different="Wij bellen"))
    assert table.head == ("Organisatie", "Beleving", "Nu anders")


def test_belevingen_are_nowhere_counted_or_drawn() -> None:
    document = verslag_of(example())
    blocks = [block for part in sections(document) for block in part.blocks]
    charts = [block for block in blocks if isinstance(block, Picture)]
    assert [chart.caption for chart in charts] == ["Veiligheidscijfers per gever"]
    marks = [words_of(block) for block in blocks if not isinstance(block, Table)]
    assert not any(mark.label in said for said in marks for mark in Mark if mark is not Mark.GOED)


def test_belevingen_can_be_left_out() -> None:
    keys = frozenset(TITLE_OF_VERSLAG) - {"belevingen"}
    case = lived(("school", Mark.GOED))
    assert tables_in(verslag_of(case, sections=keys), EVENTS) == []


# --- for whom -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "audience", "is_there"),
    [
        (CaseState.IN_BEWERKING, Audience.TAFEL, True),
        (CaseState.DEELBAAR, Audience.TAFEL, False),
        (CaseState.DEELBAAR, Audience.VERSLAG, True),
        (CaseState.DEELBAAR, Audience.BESTUUR, True),
    ],
)
def test_what_is_for_the_table_alone_leaves_it_in_no_verslag(
    state: CaseState, audience: Audience, is_there: bool
) -> None:
    organisations, seats = at_table("school")
    seen = an_event("2021", "gezien", audience=Audience.BESTUUR)
    asked = an_event("2022", "GEVRAAGD", audience=audience)
    marks = [a_beleving(seen, seats[0], Mark.GOED, explanation="GEZEGD", audience=audience)]
    case = a_case_with(*organisations, *seats, seen, asked, *marks, state=state)
    document = verslag_of(case)
    said = words_of(document)
    assert ("GEVRAAGD" in said) is is_there
    assert ("GEZEGD" in said) is is_there
    assert document.hidden == (0 if is_there else 1)
    assert bool(document.marking) is (state is CaseState.IN_BEWERKING)


# --- safety over time ---------------------------------------------------------------------------


def test_scores_are_points_of_who_gave_them_and_never_an_average() -> None:
    school, police = an_organisation("school"), an_organisation("politie")
    child = a_betrokkene("kind 1")
    given = [
        a_score("mei 2021", 4, school),
        a_score("jun 2021", 8, police, jointly=Answer.NEE, at_closing=True, note="Rustig"),
        a_score("jul 2021", 5.5, school, betrokkene_id=child.id),
        a_score("", 1, school),
    ]
    document = verslag_of(a_case_with(school, police, child, *given))
    (picture,) = [b for b in section(document, SCORES).blocks if isinstance(b, Picture)]
    assert isinstance(picture.chart, Chart)
    assert [(s.name, s.values) for s in picture.chart.series] == [
        ("School", (4, None, None)),
        ("Politie", (None, 8, None)),
        ("School, over kind 1", (None, None, 5.5)),
    ]
    assert picture.chart.most == 10
    assert picture.chart.places[0] == date(2021, 5, 16).toordinal()
    assert picture.numbers is not None
    assert rows_of(picture.numbers)[1:] == [
        ["Juni 2021", "8", "Het hele gezin", "Politie", "Rustig. Bij het afsluiten van de hulp."],
        ["Juli 2021", "5,5", "Kind 1", "School", ""],
        ["Datum onbekend", "1", "Het hele gezin", "School", ""],
    ]
    assert "gemiddelde" not in picture.alt


def test_scores_without_a_date_make_a_table_without_a_chart() -> None:
    document = verslag_of(a_case_with(a_score("", 3)))
    assert not any(isinstance(b, Picture) for b in section(document, SCORES).blocks)
    assert rows_of(tables_in(document, SCORES)[0])[0][3] == "Niet bekend wie"


def test_the_time_of_which_regie_is_not_known_is_said() -> None:
    team = an_organisation("wijkteam")
    case = a_case_with(
        team,
        a_regie("vanaf jun 2022", RegieHolder.ORGANISATIE, team.id),
        a_regie("jan 2021 - mrt 2021", RegieHolder.ONDUIDELIJK, note="Ieder dacht iets anders"),
        a_regie("apr 2021", RegieHolder.NIEMAND),
    )
    rows = rows_of(tables_in(verslag_of(case), "Wie had de regie")[0])
    assert [row[1:3] for row in rows] == [
        ["Onduidelijk bij wie", "Januari–maart 2021"],
        ["Niemand", "April 2021"],
        ["Niet ingevuld", "Na april 2021, tot juni 2022"],
        ["Wijkteam", "Vanaf juni 2022"],
    ]


def test_after_regie_without_an_end_no_gap_is_made_up() -> None:
    team = an_organisation("wijkteam")
    case = a_case_with(
        team,
        a_regie("1 jan 2021", RegieHolder.ORGANISATIE, team.id),
        a_regie("jun 2022", RegieHolder.NIEMAND),
    )
    assert "Niet ingevuld" not in words_in(verslag_of(case), "Wie had de regie")


def test_a_phase_that_stayed_empty_is_said_and_so_is_a_time_without_one() -> None:
    first, second = read_whole("jan 2021").start, read_whole("mei 2021").start
    phase = SafetyPhase.HERSTELGERICHT
    case = a_case_with(
        an_event("jan 2021", safety_phase=SafetyPhase.DIRECTE_VEILIGHEID),
        Fase(new_id(), 1.0, phase, second, occurrence=Occurrence.NIET_GEDAAN, note="Geen hulp"),
    )
    rows = rows_of(tables_in(verslag_of(case), "Fasen van veiligheid")[0])
    assert rows == [
        ["Directe veiligheid", "Januari 2021", ""],
        ["Geen fase bekend", f"Na {first.text()}, tot {second.text()}", ""],
        ["Niet gedaan: herstelgerichte zorg", "Mei 2021", "Geen hulp."],
    ]


# --- what was learned ---------------------------------------------------------------------------


def test_every_difference_is_there_also_what_nobody_chose() -> None:
    school = an_organisation("school")
    first = a_verschil("a", Reading(school.id, "zo"))
    case = a_case_with(school, first, a_verschil("b", seq=2.0), summary=Summary())
    found = section(verslag_of(case), "Waar organisaties het anders zagen").blocks
    assert [b.about for b in found if isinstance(b, SideBySide)] == ["a", "b"]


def test_a_lesson_says_which_events_show_it() -> None:
    events = [an_event("2021", "eerder"), an_event("2022"), an_event("2023")]
    ids = tuple(event.id for event in events)
    learned = [
        Lesson(new_id(), 1.0, "een", "omdat", ids, Level.BESTUURLIJK),
        Lesson(new_id(), 2.0, "twee", event_ids=ids[:1]),
        Lesson(new_id(), 3.0, "drie"),
    ]
    document = verslag_of(a_case_with(*events, *learned), first=date(2022, 1, 1))
    found = section(document, "Wat wij leren").blocks[0]
    assert isinstance(found, NumberedList)
    assert [words_of(item) for item in found.items] == [
        "een. omdat. Dit blijkt uit gebeurtenissen 2 en 3. Niveau: bestuurlijk.",
        "twee. De gebeurtenissen die dit laten zien, staan niet in dit verslag. "
        "Niveau: organisatie.",
        "drie. Er is nog geen gebeurtenis bij gekozen. Niveau: organisatie.",
    ]


def test_actions_are_all_there_and_those_for_bestuurders_come_first() -> None:
    lesson = Lesson(new_id(), 1.0, "les")
    case = a_case_with(
        lesson,
        an_actie("c", 1.0, level=Level.PRIMAIR, status=ActionStatus.GEREED),
        an_actie("b", 2.0, level=Level.ORGANISATIE, owner="school", keeper="netwerk"),
        an_actie(
            "a",
            3.0,
            level=Level.BESTUURLIJK,
            lesson_id=lesson.id,
            feasible="nodig is een besluit",
            due=date(2027, 2, 1),
        ),
    )
    (table,) = tables_in(verslag_of(case), "Verbeteracties")
    assert table.head == ("Wat", "Eigenaar", "Bewaker", "Niveau", "Wanneer", "Staat")
    assert rows_of(table) == [
        [
            "a. Verbeteractie bij les 1. nodig is een besluit.",
            "nog geen eigenaar",
            "nog geen bewaker",
            "Bestuurlijk",
            "1 feb 2027",
            "Open",
        ],
        ["b. Verbeteractie.", "School", "Netwerk", "Organisatie", "geen datum", "Open"],
        [
            "c. Verbeteractie.",
            "nog geen eigenaar",
            "nog geen bewaker",
            "Primair proces",
            "geen datum",
            "Gereed",
        ],
    ]


# --- what a user chooses ------------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(set(TITLE_OF_VERSLAG) - {"tijdlijn", "belevingen"}))
def test_every_section_can_be_left_out_and_the_paper_says_so(key: str) -> None:
    kept = frozenset(TITLE_OF_VERSLAG) - {key}
    deep = with_depth(example())
    whole, less = verslag_of(deep), verslag_of(deep, sections=kept)
    gone = TITLE_OF_VERSLAG[key]
    assert [s.heading for s in sections(less)] == [
        s.heading for s in sections(whole) if s.heading != gone
    ]
    assert len(sections(less)) == len(sections(whole)) - 1
    assert f"Weggelaten: ‘{gone}’." in words_of(less.opening)
    assert "Weggelaten" not in words_of(whole.opening)


def test_the_line_can_be_left_out_and_its_bands_follow_the_sections() -> None:
    assert verslag_of(example(), sections=frozenset({"zinnen"})).timeline is None
    line = verslag_of(example(), sections=frozenset({"tijdlijn", "regie"})).timeline
    assert line is not None
    assert line.choices.bands == {Band.REGIE}


def test_the_lanes_are_those_that_were_chosen() -> None:
    line = verslag_of(a_full_case(), lane_by=LaneBy.BETROKKENE).timeline
    assert line is not None
    assert line.choices.lane_by is LaneBy.BETROKKENE


def test_what_lies_outside_the_period_is_left_out_and_counted() -> None:
    team = an_organisation("wijkteam")
    case = a_case_with(
        team,
        an_event("3 mei 2020", "EERDER"),
        an_event("3 mei 2021", "binnen"),
        an_event("", "LOS"),
        an_event("jan 2019 - feb 2021", "loopt door"),
        a_score("2019", 3, team),
        a_regie("2019", RegieHolder.NIEMAND),
    )
    document = verslag_of(case, first=date(2021, 1, 1), last=date(2021, 12, 31))
    said = words_of(document)
    assert "binnen" in said
    assert "loopt door" in said
    assert "EERDER" not in said
    assert "LOS" not in said
    assert (document.hidden, document.total) == (2, 4)
    assert "in de periode 1 januari 2021 – 31 december 2021." in words_of(document.opening)
    assert not {SCORES, "Wie had de regie"} & {s.heading for s in sections(document)}
    assert document.timeline is not None
    assert document.timeline.first == date(2021, 1, 1)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInput):
        DocumentOptions(first=date(2021, 2, 1), last=date(2021, 1, 1))


def dated_case() -> Case:
    police = an_organisation("politie")
    day = read_whole("14 mei 2021").start
    return a_case_with(
        police,
        an_event("12 mei 2021", "a", knowledge=(Knowledge(police.id, Answer.JA, day),)),
        an_event("13 mei 2021", "b", possible_since=day, occurrence=Occurrence.NIET_GEDAAN),
        an_event("14 mei 2021 - 20 mei 2021", "c"),
        a_score("15 mei 2021", 4, police),
        a_regie("16 mei 2021 - 3 jun 2021", RegieHolder.NIEMAND),
        Fase(new_id(), 1.0, SafetyPhase.RISICOGESTUURD, day),
    )


def test_dates_are_as_exact_as_they_are_known_unless_less_is_asked() -> None:
    assert "12 mei 2021" in words_of(verslag_of(dated_case()))
    by_month = words_of(verslag_of(dated_case(), dates=Dates.MAAND))
    assert not any(f"{day} mei" in by_month for day in range(12, 21))
    assert "mei 2021" in by_month.casefold()
    assert "Data op de maand." in by_month
    by_quarter = words_of(verslag_of(dated_case(), dates=Dates.KWARTAAL))
    assert "mei" not in by_quarter.casefold().replace("gemeente", "")
    assert "2e kwartaal 2021 · contact of gesprek" in by_quarter
    assert "Data op het kwartaal." in by_quarter
    by_year = words_of(verslag_of(dated_case(), dates=Dates.JAAR))
    assert "mei" not in by_year.casefold().replace("gemeente", "")
    assert "2021 · contact of gesprek" in by_year


@pytest.mark.parametrize(
    ("dates", "least"), [(Dates.MAAND, 8), (Dates.KWARTAAL, 60), (Dates.JAAR, 170)]
)
def test_the_line_shows_no_day_that_the_words_do_not_say(dates: Dates, least: int) -> None:
    line = verslag_of(dated_case(), dates=dates).timeline
    assert line is not None
    assert line.least_days == least
    own = {event.start.first for event in dated_case().events}
    assert not {event.start.first for event in line.case.events} & own
    assert [event.title for event in line.case.events] == ["a", "b", "c"]


def test_a_period_widens_to_what_the_dates_say() -> None:
    document = verslag_of(dated_case(), dates=Dates.MAAND, first=date(2021, 5, 20))
    assert document.hidden == 0
    assert "vanaf 1 mei 2021" in words_of(document.opening)


def test_the_sections_of_a_document_can_be_asked() -> None:
    keys = [key for key, _ in sections_of(DocumentKind.CASUSVERSLAG)]
    assert keys == list(TITLE_OF_VERSLAG)
    assert sections_of(DocumentKind.TIJDLIJN) == ()
    options = DocumentOptions(sections=frozenset(keys) - {"geweld"})
    assert left_out(DocumentKind.CASUSVERSLAG, options) == ("Vormen van geweld",)

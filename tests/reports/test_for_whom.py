"""For whom an event and a beleving are meant is kept by every document, in every state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import altered, cleared
from hgkm_desktop.models.records import Betrokkene, Involvement, Lesson, Reading, Record, Summary
from hgkm_desktop.models.terms import Audience, CaseState, HouseholdRole, Mark
from hgkm_desktop.reports.case import verklaring
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.line.line_svg import line_svg
from hgkm_desktop.reports.writing.odt import write_odt
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.export_wishes import PictureWishes
from hgkm_desktop.ui.papers.export_wishes import document_of as picture_of
from hgkm_desktop.ui.room.presented import presented_case
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    made_deelbaar,
)
from tests.reports.every_document import SETTINGS, verslag_of, written
from tests.reports.full_case import MADE_ON, a_verschil, document_of
from tests.reports.lines import line_of
from tests.reports.pages import page_texts
from tests.reports.story_rules import Written
from tests.reports.vernietigd import noted_of

# What each audience is told, by the word that is planted in the title of its event; of the event
# that everyone may see, in the belevingen for each.
_EVENT = {
    Audience.TAFEL: "Appelboom",
    Audience.VERSLAG: "Perenboom",
    Audience.BESTUUR: "Kersenboom",
}
_SAID = {Audience.TAFEL: "tafelwoorden", Audience.VERSLAG: "verslagwoorden"}
_SAID[Audience.BESTUUR] = "bestuurswoorden"
_ORGANISATION = {Audience.TAFEL: "moestuin", Audience.VERSLAG: "boomgaard"}
_ORGANISATION[Audience.BESTUUR] = "kwekerij"
_ROLE = {Audience.TAFEL: "achteroom", Audience.VERSLAG: "oudtante", Audience.BESTUUR: "petekind"}
_WIDE = {Audience.TAFEL: 0, Audience.VERSLAG: 1, Audience.BESTUUR: 2}


def a_planted_case() -> Case:
    """An event for each audience, in which an organisation and someone appear who are in no other;
    and to the widest a beleving for each. Lessons and a verschil hang on the narrowest."""
    seat = a_deelnemer(table := an_organisation("politie"))
    records: list[Record] = [table, seat]
    events = {}
    for audience, title in _EVENT.items():
        organisation = an_organisation(_ORGANISATION[audience])
        person: Betrokkene = a_betrokkene(_ROLE[audience])
        events[audience] = an_event(
            f"{13 + _WIDE[audience]} mei 2022",
            title,
            audience=audience,
            organisation_ids=(organisation.id,),
            involved=(Involvement(person.id, HouseholdRole.BETROKKENE),),
            fact=f"feit {title}",
        )
        records += [organisation, person, events[audience]]
    widest, narrowest = events[Audience.BESTUUR], events[Audience.TAFEL]
    seats = [a_deelnemer(table) for _ in _SAID]
    marks = [
        a_beleving(widest, deelnemer, Mark.GOED, explanation=words, audience=audience)
        for (audience, words), deelnemer in zip(_SAID.items(), seats, strict=True)
    ]
    verschil = a_verschil(
        "Appelboomtwist", Reading(table.id, "zo"), event_ids=(narrowest.id,), surfaced="nu"
    )
    lesson = Lesson("1" * 32, 1.0, "Appelboomles", event_ids=(narrowest.id,))
    summary = Summary(
        title="Een tuin",
        beleving_ids=tuple(mark.id for mark in marks),
        verschil_ids=(verschil.id,),
    )
    case = a_case_with(*records, *seats, *marks, verschil, lesson)
    return replace(case, summary=summary)


def as_pdf(document: object) -> str:
    return " ".join(page_texts(written(document)))  # type: ignore[arg-type]


def as_odt(case: Case, compose: Callable[[Case], object]) -> str:
    target = BytesIO()
    write_odt(compose(case), target)  # type: ignore[arg-type]
    with ZipFile(target) as made:
        return " ".join(made.read(name).decode("utf-8", "replace") for name in made.namelist())


def a_picture(case: Case) -> object:
    """What the svg, the png and the picture on the clipboard are all drawn from."""
    screen = Screen(Choices(), Window(738156.0, 738521.0), frozenset())
    return picture_of(case, PictureWishes(), screen, organisation="", made_on=MADE_ON)


WAYS: dict[str, tuple[Callable[[Case], str], Audience]] = {
    "gespreksnotitie, pdf": (lambda case: as_pdf(document_of(case)), Audience.BESTUUR),
    "gespreksnotitie, odt": (lambda case: as_odt(case, document_of), Audience.BESTUUR),
    "casusverslag, pdf": (lambda case: as_pdf(verslag_of(case)), Audience.VERSLAG),
    "casusverslag, odt": (lambda case: as_odt(case, verslag_of), Audience.VERSLAG),
    "tijdlijn": (lambda case: as_pdf(line_of(case)), Audience.VERSLAG),
    "svg": (lambda case: line_svg(a_picture(case)), Audience.VERSLAG),  # type: ignore[arg-type]
    "png en klembord": (lambda case: repr(a_picture(case)), Audience.VERSLAG),
    "presentatie": (lambda case: repr(presented_case(case)), Audience.BESTUUR),
}
_WRITES_WORDS = ("gespreksnotitie", "casusverslag", "presentatie")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", CaseState)
def test_every_way_out_says_what_is_meant_for_its_readers_and_no_more(
    way: str, state: CaseState
) -> None:
    case = a_planted_case()
    make, readers = WAYS[way]
    said = make(made_deelbaar(case) if state is CaseState.DEELBAAR else case).casefold()
    for audience, title in _EVENT.items():
        allowed = state is CaseState.IN_BEWERKING or _WIDE[audience] >= _WIDE[readers]
        assert (title.casefold() in said) is allowed, title
        if not allowed:
            assert _SAID[audience] not in said
            assert _ORGANISATION[audience] not in said
            assert _ROLE[audience] not in said
        elif way.startswith(_WRITES_WORDS) and (
            way != "presentatie" or audience is not Audience.TAFEL
        ):
            assert _SAID[audience] in said
    if state is CaseState.DEELBAAR:
        assert "appelboom" not in said, "not in a lesson or verschil either"


@pytest.mark.parametrize("make", [line_of, a_picture])
def test_no_sign_of_a_beleving_for_the_table_is_on_a_line_that_leaves(
    make: Callable[[Case], LineDocument],
) -> None:
    """On a line a beleving is a sign without words, so no text of it can tell."""
    case = a_planted_case()
    assert audiences_of(make(case)) == set(Audience)
    assert audiences_of(make(made_deelbaar(case))) == {Audience.VERSLAG, Audience.BESTUUR}


def audiences_of(document: LineDocument) -> set[Audience]:
    return {beleving.audience for beleving in document.case.belevingen}


@pytest.mark.parametrize("way", [way for way in WAYS if way not in ("presentatie",)])
@pytest.mark.parametrize("state", CaseState)
def test_every_way_out_says_in_which_state_the_case_is(way: str, state: CaseState) -> None:
    case = a_planted_case()
    said = WAYS[way][0](made_deelbaar(case) if state is CaseState.DEELBAAR else case)
    assert state.label in said.casefold()
    assert ("blijft aan deze tafel" in said.casefold()) is (state is CaseState.IN_BEWERKING)


@pytest.mark.parametrize("way", ["gespreksnotitie, pdf", "casusverslag, pdf", "tijdlijn"])
@pytest.mark.parametrize("state", CaseState)
def test_every_page_says_the_state(way: str, state: CaseState) -> None:
    case = a_planted_case()
    case = made_deelbaar(case) if state is CaseState.DEELBAAR else case
    documents: dict[str, Callable[[Case], Written]] = {
        "gespreksnotitie, pdf": document_of,
        "casusverslag, pdf": verslag_of,
        "tijdlijn": line_of,
    }
    for page in page_texts(written(documents[way](case))):
        assert state.label in page.casefold()


@pytest.mark.parametrize("way", WAYS)
def test_no_day_leaves_the_table(way: str) -> None:
    said = WAYS[way][0](made_deelbaar(a_planted_case()))
    for day in ("13 mei", "14 mei", "15 mei", "2022, 5, 13)", "2022, 5, 15)"):
        assert day not in said


def test_what_is_left_of_a_destroyed_case_says_nothing_of_it() -> None:
    for case in (a_planted_case(), made_deelbaar(a_planted_case())):
        said = as_pdf(
            verklaring.compose(noted_of(case), organisation=SETTINGS.organisation)
        ).casefold()
        for planted in (_EVENT, _SAID, _ORGANISATION, _ROLE):
            assert not [word for word in planted.values() if word.casefold() in said]
        assert "een tuin" not in said


@pytest.mark.parametrize("compose", [document_of, verslag_of, line_of])
def test_no_document_holds_what_was_decided_at_the_gate(
    compose: Callable[[Case], Written],
) -> None:
    decided = Cleared("klaproos", "naam", "een bloem in de tuin", "archivaris", MADE_ON)
    case = made_deelbaar(cleared(altered(a_planted_case(), "archivaris", MADE_ON), decided))
    assert "klaproos" in repr(case)
    for word in ("klaproos", "een bloem", "archivaris", case.read.by):
        assert word not in repr(compose(case))

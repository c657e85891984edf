"""Every text may fill pages, and the documents are still made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import LONGEST_TEXT
from hgkm_desktop.models.records import FileSettings, Reading, Summary
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.case import casusverslag, gespreksnotitie
from hgkm_desktop.reports.line.line_document import LineOptions, compose_line
from tests.builders import a_beleving, a_betrokkene, a_case_with, a_deelnemer, an_event
from tests.builders import an_organisation as named
from tests.reports.every_document import written
from tests.reports.full_case import MADE_ON, a_full_case, a_lesson, a_verschil, an_actie
from tests.reports.story_rules import Written

PAGES = 4000  # so many characters fill more than a page, in a narrow column more than three
Place = tuple[str | int, ...]


def places_of(part: Any, place: Place = ()) -> Iterator[Place]:
    """Where the case has a text that somebody typed; one of each kind of record."""
    for field in fields(part):
        value = getattr(part, field.name)
        here = (*place, field.name)
        if field.name == "id" or field.name.endswith(("_id", "_ids")):
            continue
        if isinstance(value, str) and not isinstance(value, Enum):
            yield here
        elif is_dataclass(value):
            yield from places_of(value, here)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            yield from places_of(value[0], (*here, 0))
        elif isinstance(value, tuple) and value and type(value[0]) is str:
            yield (*here, 0)


def put(part: Any, place: Place, text: str) -> Any:
    """The part with this text there."""
    if not place:
        return text
    at, *rest = place
    if isinstance(at, int):
        return (*part[:at], put(part[at], tuple(rest), text), *part[at + 1 :])
    return replace(part, **{at: put(getattr(part, at), tuple(rest), text)})


def a_small_case() -> Case:
    """One of everything that is printed."""
    school, police = named("school"), named("politie")
    seat = a_deelnemer(school, "mentor")
    event = an_event("mei 2023", "Overleg", organisation_ids=(school.id, police.id))
    felt = a_beleving(event, seat, Mark.GOED, explanation="Het hielp.")
    seen = a_verschil(
        "Rust", Reading(school.id, "Beter."), Reading(police.id, "Stil."), consequence="niets"
    )
    summary = Summary(
        title="Titel",
        sentences=("Zin.",),
        children="Goed.",
        questions=("Wie?",),
        beleving_ids=(felt.id,),
        verschil_ids=(seen.id,),
    )
    people = (school, police, seat, a_betrokkene("moeder"), event, felt)
    learned = (seen, a_lesson("Bel", explanation="Nu."), an_actie("Bel", owner="a", keeper="b"))
    return a_case_with(*people, *learned, summary=summary, reason="Lang.")


CASE = a_small_case()
PLACES = list(places_of(CASE))


def a_long_text(random: Random, length: int = PAGES) -> str:
    """A text of long or of short words, or of one."""
    longest = random.choice((4, 14, 400, length))
    text = ""
    while len(text) < length:
        text += "".join(random.choices("aeinortw✓,", k=random.randint(1, longest))) + " "
    return f"x{text[: length - 2]}x"


def documents_of(case: Case, organisation: str = "Gemeente Voorbeeldstad") -> tuple[Written, ...]:
    settings = FileSettings(organisation=organisation)
    return (
        gespreksnotitie.compose(case, settings=settings, made_on=MADE_ON),
        casusverslag.compose(case, settings=settings, made_on=MADE_ON),
        compose_line(case, LineOptions(), settings=settings, made_on=MADE_ON),
    )


PLAIN = documents_of(CASE)


def assert_made(documents: Iterable[Written]) -> None:
    for document in documents:
        with pikepdf.open(BytesIO(written(document))) as made:
            assert len(made.pages)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(map(str, place)))
def test_a_text_of_more_than_a_page_gives_a_document(place: Place) -> None:
    """A document that says nothing of it is the same without it: that is made below."""
    case = put(CASE, place, a_long_text(Random(str(place))))
    pairs = zip(documents_of(case), PLAIN, strict=True)
    assert_made(document for document, plain in pairs if document != plain)


def test_without_a_long_text_there_is_a_document_too() -> None:
    assert_made(PLAIN)


def test_an_organisation_with_a_long_name_gives_a_document() -> None:
    assert_made(documents_of(CASE, organisation=a_long_text(Random(1))))


def test_the_longest_name_of_an_organisation_that_saw_it_differently_gives_a_document() -> None:
    place = ("organisations", 0, "name")
    document = gespreksnotitie.compose(
        put(CASE, place, "naam " * (LONGEST_TEXT // 5)), settings=FileSettings(), made_on=MADE_ON
    )
    assert_made([document])


@pytest.mark.parametrize("lines", [8, 14, 17, 20])
def test_what_must_stay_together_may_be_more_than_a_page(lines: int) -> None:
    """The names of two organisations, what it is about, and what they saw of it."""
    words = "lorem ipsum " * 3 * lines
    case = a_full_case()
    case = replace(
        case,
        organisations=tuple(replace(one, name=words) for one in case.organisations),
        verschillen=tuple(
            replace(
                one, about=words * 2, readings=tuple(replace(r, text=words) for r in one.readings)
            )
            for one in case.verschillen
        ),
    )
    assert_made(documents_of(case))

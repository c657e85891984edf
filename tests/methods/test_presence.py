"""How many organisations acted at once, and how often Veilig Thuis was reached: counted by hand."""

from __future__ import annotations

from typing import Any

from hgkm_desktop.methods.presence import contacts_with_veilig_thuis, organisations_at_once
from hgkm_desktop.methods.results import CountRange, Part, part_words
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind, Occurrence
from tests.builders import a_case_with, an_event, an_organisation

POLICE, SCHOOL, CARE = (an_organisation(n) for n in ("politie", "school", "jeugdhulp"))
VT = an_organisation("Veilig Thuis")
ALL = (POLICE, SCHOOL, CARE, VT)


def by(when: str, *organisations: Any, **more: Any) -> Event:
    return an_event(when, organisation_ids=tuple(o.id for o in organisations), **more)


def at_once(*events: Event) -> Part:
    (part,) = organisations_at_once(a_case_with(*ALL, *events)).parts
    return part


def contacts(*events: Event) -> dict[str, Part]:
    case: Case = a_case_with(*ALL, *events)
    return {part.key: part for part in contacts_with_veilig_thuis(case).parts}


def test_organisations_in_one_quarter_are_there_at_once() -> None:
    # Second quarter of 2022: politie and school; third quarter: jeugdhulp alone.
    events = by("4 april 2022", POLICE), by("juni 2022", SCHOOL), by("1 juli 2022", CARE)
    part = at_once(*events)
    assert part.value == CountRange(2, 2)
    assert part_words(part) == "2. Dat was in het 2e kwartaal 2022."
    assert set(part.used_ids) == {events[0].id, events[1].id}


def test_a_vague_date_can_bring_one_more() -> None:
    # In the second quarter surely politie and school; the year can bring jeugdhulp there too.
    part = at_once(by("4 april 2022", POLICE), by("juni 2022", SCHOOL), by("2022", CARE))
    assert part.value == CountRange(2, 3)
    assert part_words(part) == "2 of 3. In welk kwartaal het er het meest waren, is niet zeker."


def test_what_lasts_is_there_in_each_quarter() -> None:
    # jeugdhulp lasts from January to July, so it is there in the second quarter with the others;
    # politie goes on until the end of the line, in October.
    part = at_once(
        by("10 januari 2022 - 5 juli 2022", CARE),
        by("vanaf maart 2022", POLICE),
        by("3 mei 2022", SCHOOL),
        by("1 oktober 2022", SCHOOL),
    )
    assert part.value == CountRange(3, 3)
    assert part_words(part) == "3. Dat was in het 2e kwartaal 2022."


def test_an_undated_event_can_be_anywhere_and_what_was_not_done_nowhere() -> None:
    missed = by("4 april 2022", CARE, occurrence=Occurrence.NIET_GEDAAN)
    assert at_once(by("4 april 2022", POLICE), by("", SCHOOL), missed).value == CountRange(1, 2)
    part = at_once(by("", SCHOOL, POLICE))
    assert part.value is None
    assert "met een datum" in part.reason


def test_two_in_one_vague_event_are_two_at_once() -> None:
    # Whichever quarter it was: politie and school were in the same one.
    assert at_once(by("2022", POLICE, SCHOOL)).value == CountRange(2, 2)


def test_contacts_are_adviezen_and_meldingen_at_veilig_thuis() -> None:
    found = contacts(
        an_event("2021", "advies", kind=EventKind.ADVIES, reported_to="VT"),
        by("", VT, SCHOOL, kind=EventKind.ADVIES),
        an_event("", "melding", kind=EventKind.MELDING, instrument="melding bij Veilig Thuis"),
        an_event("", "zorgmelding", kind=EventKind.MELDING, reported_to="politie"),
        an_event("", "melding", kind=EventKind.MELDING, reported_to="Veilig Thuis regio"),
        an_event("", "melding", kind=EventKind.MELDING),  # nobody said where
        an_event("", "advies", kind=EventKind.ADVIES, reported_to="huisarts"),
        an_event(
            "", "advies", kind=EventKind.ADVIES, reported_to="VT", occurrence=Occurrence.NIET_GEDAAN
        ),
    )
    assert found["adviezen"].value == CountRange(2, 2)
    assert found["meldingen"].value == CountRange(2, 3)
    assert found["samen"].value == CountRange(4, 5)  # 2 + 2, and one of which nobody said where
    assert part_words(found["meldingen"]).startswith("Meldingen: 2 of 3. Bij gebeurtenis ")
    assert len(found["samen"].used_ids) == 5


def test_no_contacts_are_none() -> None:
    assert contacts()["samen"].value == CountRange(0, 0)

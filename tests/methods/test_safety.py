"""Veiligheidscijfers, and how it stood eighteen months after help began: worked out by hand."""

from __future__ import annotations

from typing import Any

from hgkm_desktop.methods.results import CountRange, Part, part_words
from hgkm_desktop.methods.safety import eighteen_months_later, scores
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event, Veiligheidscijfer, new_id
from hgkm_desktop.models.terms import Answer, EventKind, Occurrence, Pressure, SafetyPhase
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

POLICE, CARE = an_organisation("politie"), an_organisation("wijkteam")


def a_score(when: str, score: float, *organisations: Any, **more: Any) -> Veiligheidscijfer:
    ids = tuple(o.id for o in organisations)
    moment = read_whole(when).start
    return Veiligheidscijfer(new_id(), 1.0, moment, score, organisation_ids=ids, **more)


def some_help(when: str, **more: Any) -> Event:
    return an_event(when, "hulp", kind=EventKind.INTERVENTIE, **more)


def an_incident(when: str, **more: Any) -> Event:
    return an_event(when, "ruzie", kind=EventKind.INCIDENT, **more)


def later(case: Case) -> dict[str, Part]:
    return {part.key: part for part in eighteen_months_later(case).parts}


# --- veiligheidscijfers -------------------------------------------------------------------------


def test_scores_are_listed_and_counted_never_averaged() -> None:
    child = a_betrokkene("kind 1", is_child=True)
    case = a_case_with(
        POLICE,
        CARE,
        child,
        a_score("maart 2023", 7.5, CARE, at_closing=True, jointly=Answer.NEE),
        a_score("3 mei 2022", 3, POLICE, CARE, jointly=Answer.JA),
        a_score("juni 2022", 4, betrokkene_id=child.id),
    )
    assert [part_words(part) for part in scores(case).parts] == [
        "Aantal: 3",
        "Samen gezet: 1 of 2",  # of the one of June nobody said it
        "Bij het afsluiten van de hulp: ja",
        "3 mei 2022, over het hele gezin: 3, door politie en wijkteam, samen",
        "Juni 2022, over kind 1: 4, niet ingevuld door wie",
        "Maart 2023, over het hele gezin: 7,5, door wijkteam, bij het afsluiten",
    ]
    said = " ".join(part_words(part) for part in scores(case).parts)
    assert "4,8" not in said, "the average of 7,5, 3 and 4 stands nowhere"


def test_without_scores_nothing_is_said() -> None:
    (part,) = scores(a_case_with()).parts
    assert part_words(part) == "niet te zeggen. Er zijn geen veiligheidscijfers vastgelegd."


# --- anderhalf jaar later -----------------------------------------------------------------------


def test_the_state_eighteen_months_after_help_began() -> None:
    # Help began in June 2021, so eighteen months later is between 1 and 30 December 2022.
    going = some_help("juni 2021 - maart 2023")
    before, within = an_incident("31 mei 2021"), an_incident("augustus 2021")
    maybe, after = an_incident("december 2022"), an_incident("januari 2023")
    case = a_case_with(
        POLICE,
        CARE,
        going,
        before,
        within,
        maybe,
        after,
        a_score("mei 2022", 5, CARE),
        a_score("november 2022", 6.5, CARE),
        a_score("februari 2023", 8, CARE),
        a_score("december 2022", 4, POLICE),
    )
    parts = eighteen_months_later(case).parts
    assert [part_words(part) for part in parts] == [
        "Dat moment: tussen 1 december 2022 en 30 december 2022",
        "Incidenten in die 18 maanden: 1 of 2",  # August 2021, and perhaps the one of December 2022
        "Incidenten daarna: 1 of 2",  # January 2023, and perhaps the one of December 2022
        "Liep er toen nog hulp: ja",  # until March 2023
        "Laatste veiligheidscijfer, over het hele gezin: 6,5, door wijkteam",
        "Laatste veiligheidscijfer, over het hele gezin: niet te zeggen. "
        "Niet zeker of dit cijfer er toen al was: een 4.",
    ]
    found = later(case)
    assert set(found["incidenten_binnen"].used_ids) == {within.id, maybe.id}
    assert found["hulp_loopt"].used_ids == (going.id,)


def test_on_exact_days_nothing_is_in_doubt() -> None:
    # 31 August 2021 and eighteen months: February 2023 has no day 31, so the 28th.
    case = a_case_with(
        some_help("31 augustus 2021 - 27 februari 2023"),
        an_incident("27 februari 2023"),
        an_incident("28 februari 2023"),
        an_event("maart 2023"),
    )
    found = later(case)
    assert found["moment"].value == "28 februari 2023"
    assert found["incidenten_binnen"].value == CountRange(1, 1)
    assert found["incidenten_daarna"].value == CountRange(1, 1)
    assert found["hulp_loopt"].value is Answer.NEE  # it ended the day before


def test_coercion_and_direct_safety_are_no_help_and_what_was_not_done_neither() -> None:
    case = a_case_with(
        some_help("2020", pressure=Pressure.DWANG),
        some_help("2020", safety_phase=SafetyPhase.DIRECTE_VEILIGHEID),
        some_help("2020", occurrence=Occurrence.NIET_GEDAAN),
    )
    (part,) = eighteen_months_later(case).parts
    assert part.reason == "Er staat geen hulp op de lijn."
    help_later = case.put(some_help("1 mei 2021")).put(an_event("2023"))
    assert later(help_later)["moment"].value == "1 november 2022"


def test_of_a_line_that_stops_sooner_nothing_is_said() -> None:
    begun = some_help("1 mei 2021")
    assert later(a_case_with(begun))["stand"].reason == "De lijn houdt eerder op."
    perhaps = a_case_with(begun, an_event("2022"))  # the line ends in 2022, on whichever day
    assert "niet zeker" in later(perhaps)["stand"].reason
    (part,) = eighteen_months_later(a_case_with(begun, some_help(""))).parts
    assert "heeft geen datum" in part.reason


def test_of_help_without_an_end_it_is_not_sure_that_it_went_on() -> None:
    case = a_case_with(some_help("1 mei 2021"), an_event("2023"))
    assert later(case)["hulp_loopt"].value is Answer.ONBEKEND
    case = a_case_with(some_help("vanaf 1 mei 2021"), an_event("2023"))
    assert later(case)["hulp_loopt"].value is Answer.JA

"""A leertafel about one deelbare case, with something in every part that may not be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hgkm_desktop.methods.leertafel import proposed_agenda
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import (
    Begrip,
    Knelpunt,
    Leertafel,
    Reflection,
    Succes,
    TableCase,
    TeamSignal,
    Uitvoerder,
)
from hgkm_desktop.models.records import Summary
from hgkm_desktop.models.terms import AskedOfBoard, Audience, KnelpuntKind, Mark, Outcome
from hgkm_desktop.ui.room.table_stage_sheets import Sheet
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    for_bestuur,
    made_deelbaar,
)

SECRET = "wijkagent Zuid"


def a_case() -> Case:
    """A deelbare case; one of its belevingen is meant for the table alone."""
    politie = an_organisation("politie")
    agent = a_deelnemer(politie, SECRET)
    ruzie = an_event("jan 2023", "ruzie in huis", organisation_ids=(politie.id,))
    later = an_event("mei 2023", "vader weer thuis", organisation_ids=(politie.id,))
    case = for_bestuur(
        a_case_with(
            *(politie, agent, ruzie, later),
            a_beleving(ruzie, agent, Mark.GOED, explanation="wij waren snel"),
            summary=Summary(
                title="Rust zonder veiligheid",
                sentences=("Moeder belde zelf.", "Daarna werd het stil."),
                children="Kind 1 sliep slecht.",
            ),
        )
    )
    kept = a_beleving(later, agent, Mark.RISICO, explanation="dit blijft hier")
    return made_deelbaar(case.put(replace(kept, audience=Audience.TAFEL)))


CASE = a_case()


def a_table(**more: object) -> Leertafel:
    """A leertafel about that case, with something in every part."""
    given: dict[str, object] = {
        "title": "Leertafel in mei",
        "held_on": date(2026, 5, 5),
        "starts_at": 13 * 60 + 30,
        "present": f"burgemeester, {SECRET}",
        "cases": (TableCase("1" * 32, CASE.id, reason="om van te leren"),),
        "signals": (
            TeamSignal("2" * 32, "wijkteam", "één gezicht", "wachten", CASE.id),
            TeamSignal("3" * 32, "school", "", "niets horen na een melding"),
        ),
        "uitvoerders": (Uitvoerder("4" * 32, "politie", SECRET, CASE.id, note="zegt weinig"),),
        "begun": True,
        "reflections": (Reflection("5" * 32, "burgemeester", "dat wist ik niet"),),
        "successes": (Succes("6" * 32, "één plan", "er was tijd", CASE.id),),
        "knelpunten": (
            Knelpunt(
                id="7" * 32,
                text="twee loketten",
                kind=KnelpuntKind.BUREAUCRATIE,
                party="zorgverzekeraar",
                bestuurder="wethouder",
                case_id=CASE.id,
            ),
        ),
        "begrippen": (Begrip("8" * 32, "Rust", "een maand geen melding"),),
        "acties": (
            Verbeteractie(
                "a" * 32,
                1.0,
                "één loket",
                outcome=Outcome.DOORBRAAK,
                asked=AskedOfBoard.BESLUITEN,
                owner="wethouder",
                owner_function=SECRET,
                promise="een proef",
                due=date(2026, 9, 1),
                knelpunt_id="7" * 32,
            ),
            Verbeteractie("b" * 32, 2.0, "school terugbellen", owner="politie", keeper="school"),
        ),
        "next_on": date(2026, 11, 5),
        **more,
    }
    table = Leertafel("e" * 32, "T4-4T", **given)  # type: ignore[arg-type]
    agenda = [replace(p, note="stil na afloop") for p in proposed_agenda(table)]
    return table if table.agenda else replace(table, agenda=tuple(agenda))


TABLE = a_table()


def words(sheets: Iterable[Sheet]) -> str:
    """Everything that stands on these sheets."""
    said: list[str] = []
    for sheet in sheets:
        said += [sheet.title, sheet.subtitle]
        said += [words for item in sheet.items for words in (item.text, *item.about)]
    return " | ".join(said)

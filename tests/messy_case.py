"""A case as nobody should write one: names and numbers everywhere, all of them made up."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Lesson, Summary
from hgkm_desktop.models.terms import Mark
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

NAME = "Sanne"


def a_messy_case(**more: object) -> Case:
    """Sanne is named in four texts, once as a betrokkene; there is a number and a birthday too."""
    politie = an_organisation("politie")
    agent = a_deelnemer(politie, "wijkagent")
    first = an_event(
        "mrt 2021",
        "Sanne belt de politie",
        fact="Sanne belde met 06-12345678. Haar buurvrouw Fatima hoorde geschreeuw.",
    )
    second = an_event(
        "jun 2021",
        "gesprek op school",
        fact="Blauwe plekken. Volgens sanne kwam dat door voetbal bij VV Kraaiveld.",
        source="mail van j.devries@voorbeeld.nl",
    )
    case = a_case_with(
        a_betrokkene("vader"),
        a_betrokkene("Sanne"),
        a_betrokkene("kind 1", is_child=True),
        politie,
        agent,
        first,
        second,
        a_beleving(first, agent, Mark.RISICO, explanation="Sannes stem klonk angstig."),
        Lesson("e" * 32, 1.0, "Praat eerder met het kind zelf, ook in Zwolle."),
    )
    summary = Summary(sentences=("Het gezin kreeg te laat hulp.", "De tweeling ging naar opa."))
    given = {"title": "van signalen naar een plan", "reason": "De wethouder vroeg erom."}
    return replace(case, summary=summary, **{**given, **more})  # type: ignore[arg-type]

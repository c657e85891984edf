"""A small exercise that can be played, with a secret in every part that no room may see."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.exercise import (
    Branch,
    DecisionPoint,
    Exercise,
    Option,
    PlayRound,
    Role,
    RoleFact,
)
from hgkm_desktop.models.playing import Playing, PlayTable
from hgkm_desktop.models.terms import CaseState
from tests.builders import an_event, an_organisation

SECRETS = (
    *("geheim van de agent", "geheim antwoord", "geheime opmerking", "geheime inleiding"),
    *("geheime taak", "geheime gebeurtenis", "geheime reden"),
)
POLITIE, SCHOOL = an_organisation("politie"), an_organisation("school")
EVENTS = tuple(
    an_event(when, title, organisation_ids=(by.id,))
    for when, title, by in (
        ("mrt 2018", "ruzie op de trap", POLITIE),
        ("mei 2018", "stil in de klas", SCHOOL),
        ("jul 2018", "buren bellen weer", POLITIE),
        ("aug 2018", "agent belt aan", POLITIE),
        ("okt 2018", "geheime gebeurtenis", SCHOOL),
    )
)
KEY = [letter * 32 for letter in "123456789abcdef"]
ROUNDS = (
    PlayRound(KEY[0], "Begin", 15, "geheime inleiding", (EVENTS[0].id,), ("Wat viel u op?",)),
    PlayRound(KEY[1], "Op school", 10, "", (EVENTS[1].id,)),
    PlayRound(KEY[2], "Weer", 5, "", (EVENTS[2].id,)),
)
OPTIONS = (
    Option(KEY[3], "Melden bij Veilig Thuis", "melding bij Veilig Thuis", "geheime opmerking"),
    Option(KEY[4], "Nog even wachten"),
)
POINTS = tuple(
    DecisionPoint(KEY[5 + n], one.id, f"Wat doet u in {one.title}?", "", OPTIONS, *told)
    for n, (one, told) in enumerate(
        zip(
            ROUNDS,
            (
                ("Niemand deed iets.", (), "geheim antwoord"),
                ("De school wachtte af.", (), "geheim antwoord"),
                ("De politie ging langs.", (EVENTS[3].id,), "geheim antwoord"),
            ),
            strict=True,
        )
    )
)
EXERCISE = Exercise(
    id="e" * 32,
    code="O4-4O",
    title="De trap",
    state=CaseState.DEELBAAR,
    opening="Welkom. U mag altijd weggaan.",
    closing="Leg uw rolkaart neer.",
    organisations=(POLITIE, SCHOOL),
    events=EVENTS,
    roles=(Role(KEY[8], "wijkagent", POLITIE.id, "geheime taak"),),
    rounds=ROUNDS,
    facts=(
        RoleFact(KEY[9], ROUNDS[0].id, (KEY[8],), "geheim van de agent"),
        RoleFact(KEY[10], ROUNDS[1].id, (), "Iedereen hoorde het."),
        RoleFact(KEY[11], ROUNDS[1].id, (KEY[8],), event_id=EVENTS[4].id),
    ),
    points=POINTS,
    branches=(
        Branch(
            KEY[12],
            "Met en zonder overleg",
            EVENTS[1].id,
            "geen overleg",
            "wel overleg",
            (an_event("sep 2018", "het werd stil"),),
            (an_event("jun 2018", "zes mensen aan tafel"),),
            "Wat is anders?",
        ),
    ),
    questions=("Wat neemt u mee?",),
)
TABLES = (PlayTable(KEY[13], "Tafel 1"), PlayTable(KEY[14], "Tafel 2"))
PLAYING = Playing("f" * 32, "P4-4P", "Middag", exercise_id=EXERCISE.id, tables=TABLES)


def at(place: int, playing: Playing = PLAYING) -> Playing:
    """The playing at a step, from 0."""
    return replace(playing, place=place)

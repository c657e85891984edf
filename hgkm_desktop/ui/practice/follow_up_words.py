"""An action in the window over everything, in words: its row, and all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.acties import Escalation, Progress
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.ui.parts.text import sentence_case

LATE = "! Te laat"


def row_words(row: Followed, today: date) -> str:
    """What it is; how it stands and by when; who does it; and what it stands in."""
    actie = row.actie
    late = LATE if row.is_overdue(today) else ""
    due = f"voor {day_text(actie.due)}" if actie.due else "nog geen datum"
    sort = actie.outcome.label if row.is_doorbraak else ""
    stands = _joined(late, actie.status.label, due, sort, actie.level.label)
    keeper = f"bewaker {actie.keeper}" if actie.keeper else "nog geen bewaker"
    body = f"ligt bij {row.body_now}" if row.body_now else ""
    who = _joined(actie.owner or "nog geen eigenaar", keeper, body)
    return "\n".join((actie.text, stands, who, where_words(row)))


def where_words(row: Followed) -> str:
    """'Casus K7-2F · een titel'."""
    return _joined(row.where, row.title)


def fact_words(row: Followed) -> tuple[tuple[str, str], ...]:
    """What is known of an action beside its log, each with its name; what is empty is left out."""
    actie = row.actie
    asked = f"van bestuurders: {actie.asked.label}" if actie.asked else ""
    hint = "De bewaker is ook de eigenaar. Kies een ander." if row.is_kept_by_owner else ""
    facts = (
        ("Staat in", where_words(row)),
        ("Soort", _joined(actie.outcome.label, actie.level.label)),
        ("Gevraagd", asked),
        ("Eigenaar", actie.owner or "nog niemand"),
        ("Bewaker", " ".join(filter(None, (actie.keeper or "nog niemand", hint)))),
        ("Voor wanneer", day_text(actie.due) if actie.due else "nog geen datum"),
        ("Waar het nu ligt", row.body_now or "niet ingevuld"),
        ("Wacht op", row.waits_for),
        ("Toegezegd", actie.promise),
        ("Nodig", actie.feasible),
    )
    return tuple((name, sentence_case(words)) for name, words in facts if words)


def progress_words(said: Progress, places: Mapping[str, str]) -> str:
    """'3 mei 2026 · bezig · leertafel G2-2G' and under it what was said.

    `places` tells by its code what a meeting is called; of one that is gone the code is left.
    """
    at = places.get(said.at, said.at)
    first = " · ".join(filter(None, (day_text(said.on), said.status.label, at)))
    return "\n".join(filter(None, (first, said.text)))


def escalation_words(step: Escalation) -> str:
    """'3 mei 2026 · naar college' and under it what came of it."""
    return f"{day_text(step.on)} · naar {step.body}\n{step.outcome or 'Nog geen uitkomst.'}"


def _joined(*words: str) -> str:
    return sentence_case(" · ".join(filter(None, words)))

"""The parts of an exercise: how each is told, asked for and checked.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.exercise_making import (
    gone_with_role,
    gone_with_round,
    place_of,
    with_round,
)
from hgkm_desktop.methods.exercises import fact_text, points_of
from hgkm_desktop.models.case import in_order, numbers
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import (
    DecisionPoint,
    Exercise,
    PlayRound,
    Role,
    RoleFact,
    line_of,
    without_role,
    without_round,
)
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.clock_fields import MinutesField
from hgkm_desktop.ui.parts.fields import Checks, Choice, Sentences, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind
from hgkm_desktop.ui.practice.leertafel_kinds import insist_filled, lines, organisation_names

_USUAL_MINUTES = 20


def event_choices(exercise: Exercise) -> list[tuple[str, str]]:
    """Every event with its number, its day and where it comes on the line now."""
    line = line_of(exercise)
    number = numbers(line)
    found = []
    for event in in_order(line):
        where = place_of(exercise, event.id)
        words = f"{number[event.id]}  {event.start.text()}, {event.title_in_full}"
        found.append((event.id, f"{words} ({where})" if where else words))
    return found


class LongChoice(Choice):
    """A choice of long words, which must not make the form wider than the screen."""

    def __init__(self, terms: Iterable[tuple[Any, str]]) -> None:
        super().__init__(terms)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


def round_choices(exercise: Exercise) -> list[tuple[str, str]]:
    """The rounds, with their number and title."""
    found = [(one.id, round_name(exercise, one.id)) for one in exercise.rounds]
    return [("", "Kies een ronde"), *found]


def round_name(exercise: Exercise, round_id: str) -> str:
    """'Ronde 2: De melding'; its title says it where that begins so already."""
    for number, one in enumerate(exercise.rounds, 1):
        if one.id == round_id:
            name = f"Ronde {number}"
            return name if one.title.strip() in ("", name) else f"{name}: {one.title.strip()}"
    return "Nog geen ronde"


def listed_events(exercise: Exercise, event_ids: Iterable[str]) -> str:
    """The numbers of some events: 'Gebeurtenissen: 1, 2, 5.', or nothing."""
    number = numbers(line_of(exercise))
    found = sorted(number[one] for one in event_ids if one in number)
    if not found:
        return ""
    return f"Gebeurtenis{'sen' * (len(found) > 1)}: {', '.join(map(str, found))}"


def insist_round(exercise: Exercise, round_id: str) -> None:
    """Raises BadInput for a part that stands in no round."""
    if not exercise.rounds:
        raise BadInput("Er is nog geen ronde.", todo="Maak eerst een ronde, bij Rondes.")
    if round_id not in {one.id for one in exercise.rounds}:
        raise BadInput("Kies in welke ronde dit komt.")


# --- roles ------------------------------------------------------------------------------------


class RoleKind(PartKind):
    """Of each role it is said what goes with it."""

    __slots__ = ()

    def gone_with(self, work: Exercise, part: Role) -> str:
        return gone_with_role(work, part.id)


def _role_words(exercise: Exercise, role: Role) -> str:
    names = {one.id: one.name for one in exercise.organisations}
    organisation = names.get(role.organisation_id, "")
    has_other_name = organisation and organisation.casefold() != role.name.casefold()
    known = sum(1 for fact in exercise.facts if role.id in fact.role_ids)
    counted = count_text(known, "rolfeit", "rolfeiten") if known else "nog geen rolfeiten"
    return lines(
        f"{role.name} ({organisation})" if has_other_name else role.name,
        " · ".join(filter(None, (role.task.strip().replace("\n", " "), counted))),
    )


def _role_dialog(parent: QWidget, exercise: Exercise, role: Role) -> RecordDialog:
    dialog = RecordDialog(parent, "Rol", role)
    names = dict.fromkeys((*(one.name for one in exercise.organisations), *organisation_names()))
    dialog.ask_for("name", "Wie speelt iemand", Suggestions(names), "Geen naam van een mens.")
    organisations = [(one.id, one.name) for one in exercise.organisations]
    dialog.ask_for(
        "organisation_id",
        "Welke organisatie op de lijn",
        LongChoice([("", "Geen: staat niet op de lijn"), *organisations]),
        "Zo weet het programma wat deze rol toen wist.",
    )
    dialog.ask_for(
        "task",
        "Wat is de taak van deze rol",
        TextBlock(4),
        "Dit staat op de rolkaart: waarvoor is deze rol er, en wat mag zij?",
    )
    return dialog


def _check_role(exercise: Exercise, role: Role) -> None:
    insist_filled(role.name, "Vul in wie iemand speelt.")
    others = {one.name.casefold() for one in exercise.roles if one.id != role.id}
    if role.name.strip().casefold() in others:
        raise BadInput("Die rol is er al.", todo="Kies een andere naam, zoals ‘wijkteam 2’.")


ROLES = RoleKind(
    field="roles",
    one="rol",
    heading="Rollen",
    explanation="Wie speelt men? Meestal een organisatie van de lijn. Elke rol krijgt een eigen "
    "rolkaart met wat zij wist.",
    empty="Nog geen rollen. Begin met wie aan tafel zit in deze oefening: wijkagent, huisarts, "
    "leerkracht.",
    words=_role_words,
    new=lambda exercise: Role(new_id(), ""),
    dialog=_role_dialog,
    check=_check_role,
    drop=without_role,
)


# --- rounds -----------------------------------------------------------------------------------


class RoundKind(PartKind):
    """An event that is chosen for a round leaves every other place."""

    __slots__ = ()

    def put(self, work: Exercise, part: PlayRound) -> Exercise:
        self.check(work, part)
        return with_round(work, part)

    def gone_with(self, work: Exercise, part: PlayRound) -> str:
        return gone_with_round(work, part.id)


def _round_words(exercise: Exercise, held: PlayRound) -> str:
    points = len(points_of(exercise, held.id))
    counted = (
        count_text(held.minutes, "minuut", "minuten"),
        count_text(points, "beslispunt", "beslispunten") if points else "",
        listed_events(exercise, held.event_ids) or "nog geen gebeurtenissen",
    )
    return lines(round_name(exercise, held.id), " · ".join(filter(None, counted)))


def _round_dialog(parent: QWidget, exercise: Exercise, held: PlayRound) -> RecordDialog:
    dialog = RecordDialog(parent, "Ronde", held)
    dialog.ask_for("title", "Titel", TextLine("bijvoorbeeld: De eerste signalen"))
    dialog.ask_for("minutes", "Hoeveel minuten", MinutesField())
    dialog.ask_for("intro", "Wat u erbij vertelt", TextBlock(3))
    dialog.ask_for(
        "event_ids",
        "Welke gebeurtenissen komen in deze ronde op de lijn",
        Checks(event_choices(exercise), 1),
        "Een gebeurtenis staat in één ronde. Kiest u er een die al ergens staat, dan verhuist zij.",
    )
    dialog.ask_for(
        "questions", "Vragen om samen te bespreken", Sentences(3), "Eén vraag op elke regel."
    )
    return dialog


ROUNDS = RoundKind(
    field="rounds",
    one="ronde",
    heading="Rondes",
    explanation="In elke ronde komt een stuk van het verhaal op de lijn. De eerste ronde staat "
    "bovenaan.",
    empty="Nog geen rondes. Begin met de eerste periode die de spelers te zien krijgen.",
    words=_round_words,
    new=lambda exercise: PlayRound(new_id(), "", _USUAL_MINUTES),
    dialog=_round_dialog,
    check=lambda exercise, held: insist_filled(held.title, "Vul een titel in."),
    drop=without_round,
    lost=lambda document, exercise, held: lost_with_points(
        document, exercise, points_of(exercise, held.id)
    ),
)


# --- what was chosen ---------------------------------------------------------------------------


def choices_at(document: Document, exercise: Exercise, point_ids: Iterable[str]) -> int:
    """How many choices of tables there are at these decisions, in all playings."""
    ids = set(point_ids)
    played = (one for one in document.works() if isinstance(one, Playing))
    made = (one.choices for one in played if one.exercise_id == exercise.id)
    return sum(choice.decision_id in ids for choices in made for choice in choices)


def lost_with_points(
    document: Document, exercise: Exercise, points: Iterable[DecisionPoint]
) -> str:
    """What tables chose and nobody can read any more without these decisions; '' when nothing."""
    count = choices_at(document, exercise, (point.id for point in points))
    if not count:
        return ""
    made = count_text(count, "keuze", "keuzes")
    verb = "staat" if count == 1 else "staan"
    return (
        f"In speelbeurten van deze oefening {verb} hierbij {made} van tafels. Zonder het "
        "beslispunt is niet meer te lezen wat de vraag was en uit welke antwoorden men koos."
    )


# --- who knows what ---------------------------------------------------------------------------


class FactKind(PartKind):
    """The facts stand in the order of the rounds."""

    __slots__ = ()

    def all_in(self, work: Exercise) -> tuple[RoleFact, ...]:
        place = {one.id: number for number, one in enumerate(work.rounds)}
        return tuple(sorted(work.facts, key=lambda fact: place.get(fact.round_id, len(place))))


def who_knows(exercise: Exercise, fact: RoleFact) -> str:
    """The names of the roles that know a fact, or 'iedereen'."""
    names = [role.name for role in exercise.roles if role.id in fact.role_ids]
    return ", ".join(names) or "iedereen"


def _fact_words(exercise: Exercise, fact: RoleFact) -> str:
    head = f"{round_name(exercise, fact.round_id)} · {who_knows(exercise, fact)}"
    return lines(head, fact_text(exercise, fact))


def _fact_dialog(parent: QWidget, exercise: Exercise, fact: RoleFact) -> RecordDialog:
    dialog = RecordDialog(parent, "Rolfeit", fact)
    dialog.ask_for("round_id", "Vanaf welke ronde", LongChoice(round_choices(exercise)))
    dialog.ask_for(
        "role_ids",
        "Wie weten het",
        Checks([(role.id, role.name) for role in exercise.roles]),
        "Kiest u niemand, dan weet iedereen het.",
    )
    dialog.ask_for(
        "event_id",
        "Is het een gebeurtenis van de lijn",
        LongChoice([("", "Nee, iets anders"), *event_choices(exercise)]),
    )
    dialog.ask_for(
        "text",
        "Wat weten zij",
        TextBlock(4),
        "Leeg bij een gebeurtenis: dan staat op de kaart wat er van bekend is.",
    )
    return dialog


def _check_fact(exercise: Exercise, fact: RoleFact) -> None:
    insist_round(exercise, fact.round_id)
    insist_filled(fact.text + fact.event_id, "Schrijf op wat zij weten, of kies een gebeurtenis.")


FACTS = FactKind(
    field="facts",
    one="rolfeit",
    heading="Wie weet wat",
    explanation="Wat een rol in een ronde te weten komt en anderen niet. Het staat op de rolkaart.",
    empty="Nog geen rolfeiten. Begin met wat maar één rol weet, en in welke ronde.",
    words=_fact_words,
    new=lambda exercise: RoleFact(new_id(), exercise.rounds[0].id if exercise.rounds else ""),
    dialog=_fact_dialog,
    check=_check_fact,
    also_gone="de gebeurtenis zelf blijft op de lijn",
)

"""An invented exercise with something in every part of its papers, and builders of odd ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hgkm_desktop.models.exercise import (
    Branch,
    DecisionPoint,
    Exercise,
    Option,
    PlayRound,
    Role,
    RoleFact,
)
from hgkm_desktop.models.playing import Difference, Playing, PlayTable, TableChoice
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.records import Event, FileSettings, Organisation
from hgkm_desktop.models.terms import DocumentKind, EventKind
from hgkm_desktop.models.texts import is_label, texts_of, work_with_texts
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.of_work import AskedOfWork, compose
from tests.builders import a_betrokkene, an_event, an_organisation
from tests.reports.hostile_case import nasty

_W = TypeVar("_W", Exercise, Playing)
MADE_ON = date(2026, 2, 9)
SETTINGS = FileSettings(organisation="Gemeente Voorbeeldstad")
KINDS = (
    *(DocumentKind.OEFENBOEK, DocumentKind.ROLKAARTEN),
    *(DocumentKind.DEELNEMERSBLAD, DocumentKind.RONDELIJNEN),
)
_NAMES = (
    *("wijkteam", "politie", "Veilig Thuis", "school"),
    *("huisarts", "reclassering", "Zorg- en Veiligheidshuis", "burgemeester"),
)
_TASKS = {
    "wijkteam": "U helpt gezinnen in de buurt, als zij dat willen. U mag niemand dwingen.\n"
    "U kunt wel Veilig Thuis bellen, ook zonder dat het gezin het wil.",
    "burgemeester": "U beslist over een tijdelijk huisverbod en hoort de politie daarover.",
}
_TOLD = (
    ("3 feb 2024", "Vader scheldt moeder uit op het schoolplein", EventKind.INCIDENT, "school"),
    ("feb 2024", "School belt het wijkteam voor advies", EventKind.ADVIES, "school", "wijkteam"),
    ("mrt 2024", "Moeder praat twee keer met het wijkteam", EventKind.CONTACT, "wijkteam"),
    ("12 apr 2024", "Buren bellen de politie om geschreeuw", EventKind.SIGNAAL, "politie"),
    ("14 apr 2024", "De politie meldt bij Veilig Thuis", EventKind.MELDING, "politie"),
    ("mei 2024", "Veilig Thuis vraagt het wijkteam om hulp", EventKind.AFSTEMMING, "Veilig Thuis"),
    ("jun 2024", "Het eerste plan ligt er, zonder vader", EventKind.PLAN, "wijkteam"),
    ("2 sep 2024", "Vader wacht moeder op na haar werk", EventKind.INCIDENT, "politie"),
    ("sep 2024", "De huisarts ziet dat moeder slecht slaapt", EventKind.SIGNAAL, "huisarts"),
    ("1 okt 2024", "Moeder vraagt om een andere woning", EventKind.CONTACT, "wijkteam"),
    ("20 nov 2024", "Vader dreigt in een bericht", EventKind.INCIDENT, "politie"),
    ("21 nov 2024", "De politie vult een RIHG in", EventKind.BESLUIT, "politie"),
    ("21 nov 2024", "De burgemeester legt een huisverbod op", EventKind.BESLUIT, "burgemeester"),
    ("dec 2024", "Vader begint bij de reclassering", EventKind.INTERVENTIE, "reclassering"),
    ("jan 2025", "Alle partijen maken samen één plan", EventKind.PLAN, "Zorg- en Veiligheidshuis"),
)


def _id(number: int) -> str:
    return f"{number:032x}"


def _organisations() -> tuple[Organisation, ...]:
    return tuple(
        replace(an_organisation(name), id=_id(0x100 + n), seq=float(n))
        for n, name in enumerate(_NAMES)
    )


def _event(number: int, told: Sequence[str | EventKind], at: dict[str, str]) -> Event:
    when, title, kind, *names = told
    return replace(
        an_event(str(when), str(title), kind=kind),
        id=_id(0x200 + number),
        seq=float(number),
        organisation_ids=tuple(at[str(name)] for name in names),
        fact="Dat staat in het verslag van die dag." if number % 4 == 0 else "",
        is_pivotal=number in (4, 12),
        is_risk_moment=number == 10,
    )


def the_events(organisations: Sequence[Organisation]) -> tuple[Event, ...]:
    """Thirty events: those that are told twice over, the second time a year and a half later."""
    at = {one.name: one.id for one in organisations}
    later = [(_later(str(t[0])), f"{t[1]}, opnieuw", *t[2:]) for t in _TOLD]
    return tuple(_event(number, told, at) for number, told in enumerate((*_TOLD, *later)))


def _later(when: str) -> str:
    year = int(when[-4:])
    return f"{when[:-4]}{year + 2}"


def an_exercise(**more: object) -> Exercise:
    """Eight roles, three rounds, five decisions, thirty events and a branch; from the library."""
    organisations = _organisations()
    events = the_events(organisations)
    roles = tuple(
        Role(_id(0x300 + n), one.name, one.id, _TASKS.get(one.name, _TASKS["wijkteam"]))
        for n, one in enumerate(organisations)
    )
    rounds = _rounds(events)
    made = Exercise(
        id=_id(0x901),
        code="E7-7E",
        title="De man bij het hek",
        library_id="hek",
        about="Iedereen ziet een stukje, en niemand ziet dat het erger wordt. De tafels zoeken uit "
        "wanneer zij het samen hadden kunnen zien.",
        for_whom="wijkteams, politie en wie over veiligheid beslist",
        goals=(
            "Zien hoe losse signalen samen een patroon zijn",
            "Weten wie wanneer welke veiligheidsinterventie kan inzetten",
            "Oefenen met een gesprek over verschillen",
        ),
        opening="Welkom. Dit verhaal kan u raken.\nStap er gerust even uit als u dat wilt.",
        closing="Dank u wel. Blijf nog even zitten als u wilt napraten.",
        betrokkenen=(
            replace(a_betrokkene("moeder"), id=_id(0x401), seq=1.0),
            replace(a_betrokkene("vader"), id=_id(0x402), seq=2.0),
        ),
        organisations=organisations,
        events=events,
        roles=roles,
        rounds=rounds,
        facts=_facts(rounds, roles, events),
        points=_points(rounds, events),
        branches=(_branch(events),),
        questions=("Wat doet u morgen anders?", "Wie belt u als u twijfelt?"),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _rounds(events: Sequence[Event]) -> tuple[PlayRound, ...]:
    parts = ((0, 7, "Het schoolplein"), (8, 18, "Het wordt erger"), (20, 28, "Twee jaar later"))
    return tuple(
        PlayRound(
            _id(0x500 + n),
            title,
            20 + 5 * n,
            f"Inleiding van deel {n + 1}. U bent allemaal net begonnen en hoort wat er speelt.",
            tuple(event.id for event in events[first:last]),
            ("Wie wist dit al?", "Wat had u aan elkaar willen vragen?"),
        )
        for n, (first, last, title) in enumerate(parts)
    )


def _facts(
    rounds: Sequence[PlayRound], roles: Sequence[Role], events: Sequence[Event]
) -> tuple[RoleFact, ...]:
    facts = [
        RoleFact(
            _id(0x600 + 10 * n + m),
            one.id,
            (role.id,),
            f"Alleen {role.name} weet in deel {n + 1} dat geheim{n}x{m} speelt: iemand zei het "
            "aan de balie en vroeg om het niet verder te vertellen",
        )
        for n, one in enumerate(rounds)
        for m, role in enumerate(roles)
        if (n + m) % 3 != 2
    ]
    shared = RoleFact(_id(0x690), rounds[0].id, (), "Het is een gewone, drukke wijk")
    event = RoleFact(_id(0x691), rounds[1].id, (roles[1].id, roles[2].id), "", events[7].id)
    return (*facts, shared, event)


def _points(rounds: Sequence[PlayRound], events: Sequence[Event]) -> tuple[DecisionPoint, ...]:
    places = ((0, 4, 7), (0, 6, None), (1, 11, 18), (1, 12, 19), (2, 25, 28))
    return tuple(
        DecisionPoint(
            _id(0x700 + n),
            rounds[at].id,
            f"Vraag nummer {n + 1}: wat doet u nu, en met wie?",
            events[moment].id,
            (
                Option(
                    _id(0x710 + 4 * n),
                    "De burgemeester vragen om een huisverbod",
                    "tijdelijk huisverbod",
                    f"bijzin{n}: dit kan snel, en het gezin blijft thuis",
                ),
                Option(_id(0x711 + 4 * n), "Eerst met moeder praten", "", f"opmerking{n}"),
                Option(_id(0x712 + 4 * n), "Niets doen en afwachten"),
            ),
            f"In het echt{n} werd het een gesprek, en daarna bleef het een maand stil.",
            (events[after].id,) if after is not None else (),
            f"Zeg hier antwoord{n}: een huisverbod was mogelijk, en niemand vroeg erom.",
        )
        for n, (at, moment, after) in enumerate(places)
    )


def _branch(events: Sequence[Event]) -> Branch:
    without = replace(an_event("okt 2024", "Iedereen wacht op de ander"), id=_id(0x801), seq=1.0)
    more = replace(an_event("nov 2024", "Vader dreigt opnieuw"), id=_id(0x802), seq=2.0)
    beside = replace(an_event("okt 2024", "Alle partijen zitten aan tafel"), id=_id(0x803), seq=1.0)
    return Branch(
        _id(0x800),
        "Met en zonder Actieoverleg",
        events[8].id,
        "géén Actieoverleg",
        "wél Actieoverleg",
        (without, more),
        (beside,),
        "Wat scheelt het voor moeder?",
    )


def a_playing(exercise: Exercise, **more: object) -> Playing:
    """Two tables that played it: one chose at each decision, and one forgot the last two."""
    tables = (PlayTable(_id(0xA01), "Tafel raam"), PlayTable(_id(0xA02), "Tafel deur"))
    choices = [
        TableChoice(
            _id(0xA10 + 2 * n + m),
            point.id,
            table.id,
            point.options[m].id,
            f"maar wel vandaag, keuze{n}x{m}",
            "tijdelijk huisverbod" if m == 0 else "",
            f"omdat wij denken dat het erger wordt, reden{n}x{m}",
            "de burgemeester" if n % 2 else "het wijkteam",
        )
        for m, table in enumerate(tables)
        for n, point in enumerate(exercise.points)
        if m == 0 or n < 3
    ]
    made = Playing(
        _id(0xA00),
        "G7-7G",
        title="Middag met de wijkteams",
        exercise_id=exercise.id,
        from_case_id=exercise.from_case_id,
        held_on=date(2026, 3, 3),
        starts_at=9 * 60,
        tables=tables,
        choices=tuple(choices),
        differences=(
            Difference(
                _id(0xA81), "De ene tafel belde eerst, de andere schreef", first_of(exercise)
            ),
            Difference(_id(0xA82), "Niemand dacht aan de school"),
        ),
        conclusion="Wij bellen elkaar voortaan dezelfde dag.",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def first_of(exercise: Exercise) -> str:
    """The id of the first decision; '' when there is none."""
    return exercise.points[0].id if exercise.points else ""


def deelbaar(exercise: _W) -> _W:
    """The exercise or playing once someone read it through."""
    return read_through(exercise, "trainer", MADE_ON)


def verslag_of(playing: Playing, exercise: Exercise | None) -> Document:
    """The verslag of a playing, of an invented municipality, on a fixed day."""
    others: tuple[Work, ...] = (exercise,) if exercise is not None else ()
    kind = DocumentKind.SPEELVERSLAG
    return compose(AskedOfWork(playing, (), kind, SETTINGS, MADE_ON, others=others))


def paper_of(
    kind: DocumentKind,
    exercise: Exercise | None = None,
    *,
    about: str = "",
    others: tuple[Work, ...] = (),
) -> Document:
    """A paper of an exercise, of an invented municipality, on a fixed day."""
    work = exercise if exercise is not None else an_exercise()
    return compose(AskedOfWork(work, (), kind, SETTINGS, MADE_ON, about=about, others=others))


def unpleasant() -> Exercise:
    """The same exercise with unpleasant texts in every field of it."""
    whole = an_exercise()
    found = (text for text in texts_of(whole) if not is_label(text))
    return work_with_texts(whole, {text.key: nasty(n) for n, text in enumerate(found)})

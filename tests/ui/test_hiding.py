"""No wall says where someone hides, also not while a case is in bewerking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Audience, Mark
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import Shape, Text
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.room.hiding import HIDDEN, HidingPlaces
from hgkm_desktop.ui.room.presentation import Presentation
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

EVER = Window(0.0, 4_000_000.0)
SHELTER = "blijfhuis in Zwolle"
OPVANG = an_organisation("opvanghuis Zwolle")
AGENT = a_deelnemer(OPVANG, "medewerker opvang")
BEFORE = an_event("jan 2023", "ruzie in huis")
AWAY = an_event("feb 2023", "moeder vertrekt", fact=f"Zij zit in het {SHELTER}.")
CASE = a_case_with(
    *(OPVANG, AGENT, BEFORE, AWAY, a_betrokkene("moeder")),
    a_beleving(AWAY, AGENT, Mark.GOED, explanation="de sleutel hielp", audience=Audience.VERSLAG),
    a_beleving(
        BEFORE,
        AGENT,
        Mark.GOED,
        explanation=f"Zij kon naar het {SHELTER}.",
        audience=Audience.VERSLAG,
    ),
)

Show = Callable[[Case], Presentation]


@pytest.fixture
def show(qtbot: QtBot, document: Document) -> Iterator[Show]:
    """Present a case in a window."""
    made: list[Presentation] = []

    def start(case: Case) -> Presentation:
        document.add_case(case)
        made.append(Presentation(document, Choices(), EVER, case.events[0].id))
        made[-1].resize(1280, 720)
        made[-1].show()
        qtbot.waitExposed(made[-1])
        return made[-1]

    yield start
    for left in made:
        left.close()


def words(shown: Presentation) -> str:
    """All that is painted of every event, and what is heard of it."""
    stage, said = shown.stage, list[str]()
    for _ in stage.course.steps:
        painted = stage.shown()
        shapes: list[Shape] = [*stage.above(), *painted.plot, *painted.lanes, *stage.below().shapes]
        said += [shape.text for shape in shapes if isinstance(shape, Text)]
        said.append(stage.accessibleName())
        stage.step(1)
    return " | ".join(said)


def test_an_event_that_says_it_anywhere_is_hidden(show: Show) -> None:
    said = words(show(CASE))
    assert "ruzie in huis" in said
    assert HIDDEN in said
    assert "moeder vertrekt" not in said
    assert "de sleutel hielp" not in said
    assert "Zwolle" not in said


def test_it_is_shown_as_soon_as_the_word_is_taken_away(show: Show, document: Document) -> None:
    shown = show(CASE)
    document.edit("een feit", CASE.put(replace(AWAY, fact="Zij zit veilig.")))
    assert "moeder vertrekt" in words(shown)


def test_it_goes_when_the_word_is_typed_while_all_look(show: Show, document: Document) -> None:
    clean = CASE.put(replace(AWAY, fact=""))
    shown = show(clean)
    assert "moeder vertrekt" in words(shown)
    document.edit("een titel", clean.put(replace(AWAY, fact="", title=f"moeder naar {SHELTER}")))
    said = words(shown)
    assert "Zwolle" not in said
    assert HIDDEN in said


@pytest.mark.parametrize("title", ["Sanne belt de politie", "moeder in de opvang", "veilige plek"])
def test_the_tables_own_words_are_shown_in_bewerking(show: Show, title: str) -> None:
    assert title in words(show(a_case_with(an_event("jan 2023", title))))


def test_a_case_without_any_is_the_case_itself() -> None:
    clean = a_case_with(BEFORE, a_betrokkene("moeder"))
    assert HidingPlaces().taken_out(clean) is clean

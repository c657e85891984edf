"""What is still to come in a presentation: its shape in its place, and not a word of it."""

from __future__ import annotations

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind, FactStatus, Mark
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Glyph, Sign, Text
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.timeline.lines import line, only, texts


def a_course() -> Case:
    politie, school = an_organisation("politie"), an_organisation("school")
    agent = a_deelnemer(politie)
    events = (
        an_event("3-3-2023", "eerst", organisation_ids=(politie.id,)),
        an_event(
            "20-3-2023",
            "daarna",
            kind=EventKind.MELDING,
            organisation_ids=(politie.id, school.id),
            fact_status=FactStatus.BETWIST,
        ),
        an_event("mei 2023 - juli 2023", "periode", organisation_ids=(school.id,)),
        an_event("", "zonder datum", kind=EventKind.LIFE_EVENT),
    )
    marks = [a_beleving(event, agent, Mark.RISICO) for event in events]
    return a_case_with(politie, school, agent, *events, *marks)


def all_but_first(case: Case) -> frozenset[str]:
    return frozenset(event.id for event in case.events[1:])


def painted(shown: DisplayList) -> list[Text | Sign | Glyph]:
    shapes = (*shown.plot, *shown.lanes)
    return [shape for shape in shapes if isinstance(shape, Text | Sign | Glyph)]


def test_what_is_to_come_has_no_words_no_letter_and_no_signs() -> None:
    case = a_course()
    shown = line(case, choices=Choices(silent=all_but_first(case)))
    assert texts(shown.plot) == ["eerst"]
    assert [glyph.letter for glyph in only(Glyph, painted(shown)) if glyph.letter] == ["C"]
    assert len(only(Sign, painted(shown))) == 1
    assert not {"daarna", "periode", "zonder datum"} & set(texts(shown.lanes))
    assert all(glyph.dim for glyph in only(Glyph, painted(shown)) if not glyph.letter)


def test_nothing_moves_when_its_words_are_shown() -> None:
    case = a_course()
    silent, said = line(case, choices=Choices(silent=all_but_first(case))), line(case)
    assert silent.hits == said.hits
    assert silent.height == said.height
    assert [(g.x, g.y) for g in only(Glyph, painted(silent))] == [
        (g.x, g.y) for g in only(Glyph, painted(said))
    ]


def test_a_folded_lane_says_nothing_of_what_is_to_come() -> None:
    case = a_course()
    folded = frozenset(f"organisatie:{o.id}" for o in case.organisations)
    shown = line(case, choices=Choices(silent=all_but_first(case), folded=folded))
    assert not [shape for shape in shown.plot if isinstance(shape, Text | Sign)]

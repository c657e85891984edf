"""The oefenboek: everything of the exercise for its trainer, at clock times, with care."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.methods.exercise_times import play_times
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.content import Document, LinePart, texts
from tests.builders import an_event
from tests.reports.every_document import written
from tests.reports.full_exercise import an_exercise, deelbaar, paper_of
from tests.reports.pages import page_texts

BOOK = DocumentKind.OEFENBOEK
EXERCISE = an_exercise()
STARTS = replace(
    Playing("7" * 32, "G7-7G", exercise_id=EXERCISE.id), held_on=date(2026, 3, 3), starts_at=9 * 60
)


def said(document: Document) -> str:
    return " ".join(" ".join(texts(document)).split())


def section(document: Document, heading: str) -> str:
    return said_of(next(one for one in document.sections if one.heading == heading))


def said_of(part: object) -> str:
    return " ".join(" ".join(texts(part)).split())


def test_it_says_all_of_the_exercise() -> None:
    words = said(paper_of(BOOK))
    told = [EXERCISE.about, *EXERCISE.goals, *EXERCISE.questions, EXERCISE.for_whom]
    told += [r.intro for r in EXERCISE.rounds] + [f.text for f in EXERCISE.facts]
    for point in EXERCISE.points:
        told += [point.question, point.happened, point.answer]
        told += [text for option in point.options for text in (option.text, option.remark)]
    for branch in EXERCISE.branches:
        told += [branch.question, *(e.title for e in branch.events_without + branch.events_with)]
    missing = [text for text in told if " ".join(text.split()) not in words]
    assert missing == []
    assert all(event.title_in_full in words for event in EXERCISE.events)


def test_each_round_has_its_line_with_what_is_on_it_then() -> None:
    book = paper_of(BOOK)
    drawn = [b.page for s in book.sections for b in s.blocks if isinstance(b, LinePart)]
    assert [len(page.entries) for page in drawn][:3] == [8, 20, 29]
    assert [page.labelled for page in drawn] == [False, False, False, True], "and the branch"
    titles = {event.title for event in drawn[0].case.events}
    assert "Vader dreigt in een bericht" not in titles


def test_the_times_add_up_from_the_start_of_its_playing() -> None:
    assert [t.ends - t.begins for t in play_times(EXERCISE, 0)] == [10, 20, 25, 30, 15, 15]
    assert "13:00 – 13:10" in section(paper_of(BOOK), "Hoe laat wat")
    of_another = replace(STARTS, exercise_id="8" * 32, starts_at=20 * 60)
    table = section(paper_of(BOOK, others=(STARTS, of_another)), "Hoe laat wat")
    assert "9:00 – 9:10" in table
    assert "10:40 – 10:55" in table
    assert "1 uur en 55 minuten" in table


def test_an_instrument_that_was_not_there_yet_is_told_at_the_decision() -> None:
    """The tijdelijk huisverbod is there since 2009; in 2008 nobody could impose it."""
    early = tuple(
        replace(event, start=an_event("1 mei 2008").start) if event.id == point.event_id else event
        for point in EXERCISE.points[:1]
        for event in EXERCISE.events
    )
    book = paper_of(BOOK, replace(EXERCISE, events=early))
    assert "was er toen niet: kan sinds 1 januari 2009" in section(book, "Beslispunt 1")
    assert "was er toen niet" not in section(book, "Beslispunt 2")


def test_when_a_decision_has_no_date_nothing_is_said_of_what_could_be_used() -> None:
    undated = tuple(replace(event, start=an_event().start) for event in EXERCISE.events)
    book = paper_of(BOOK, replace(EXERCISE, events=undated))
    assert "Wanneer dit was, is niet bekend" in section(book, "Beslispunt 1")
    assert "wanneer het verhaal speelt" in section(book, "Instrumenten van toen")


def test_it_cares_for_who_may_have_been_through_it() -> None:
    words = said(paper_of(BOOK))
    for part in ("zelf geweld meemaakte", "loopt even weg", "wie u na afloop opvangt"):
        assert part in words
    assert "Stap er gerust even uit" in words


# --- what it is made of -------------------------------------------------------------------------


def test_an_invented_exercise_says_so_and_never_that_it_is_a_case() -> None:
    for exercise in (EXERCISE, deelbaar(EXERCISE)):
        words = said(paper_of(BOOK, exercise))
        assert "verzonnen" in words
        assert "epseudonimiseerd" not in words
        assert "geen feitenonderzoek" not in words
    marked = paper_of(BOOK, deelbaar(EXERCISE)).marking
    assert marked == "Oefening, verzonnen"


def test_one_that_was_made_of_a_case_says_no_day_once_it_may_leave() -> None:
    of_case = replace(EXERCISE, library_id="", from_case_id="a" * 32)
    at_table, out = paper_of(BOOK, of_case), paper_of(BOOK, deelbaar(of_case))
    assert "12 apr 2024" in said(at_table)
    assert at_table.marking == "In bewerking, blijft aan deze tafel"
    assert "12 apr" not in said(out)
    assert "12 april" not in said(out)
    assert "apr 2024" in said(out)
    assert "gepseudonimiseerde casus" in said(out)
    assert "geen feitenonderzoek" in out.disclaimer
    assert "verzonnen" not in said(out)
    assert out.marking == "Oefening, vertrouwelijk"


def test_one_of_your_own_claims_neither() -> None:
    words = said(paper_of(BOOK, deelbaar(replace(EXERCISE, library_id=""))))
    assert "verzonnen" not in words
    assert "epseudonimiseerd" not in words
    assert "geschreven om mee te oefenen" in words


def test_an_event_that_is_not_to_be_shown_stands_nowhere() -> None:
    hidden = replace(EXERCISE.events[9], is_shown=False, title="planteword niet tonen")
    events = tuple(hidden if event.id == hidden.id else event for event in EXERCISE.events)
    fact = replace(EXERCISE.facts[-1], event_id=hidden.id)
    exercise = replace(EXERCISE, events=events, facts=(*EXERCISE.facts[:-1], fact))
    for kind in (BOOK, DocumentKind.ROLKAARTEN, DocumentKind.RONDELIJNEN):
        assert "planteword" not in said(paper_of(kind, exercise)), kind


# --- bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize("state", CaseState)
def test_an_empty_exercise_says_calmly_what_is_missing(state: CaseState) -> None:
    empty = type(EXERCISE)("9" * 32, "E9-9E", state=state)
    words = said(paper_of(BOOK, empty))
    for gap in ("waar de oefening over gaat", "de leerdoelen", "de rondes", "de afsluiting"):
        assert f"Nog niet ingevuld: {gap}." in words


def test_very_long_texts_are_never_cut() -> None:
    long = "een zin die maar doorgaat en doorgaat tot het einde " * 120 + "slotwoord"
    points = tuple(
        replace(point, question=f"{long}{n}", answer=f"{long}a{n}", happened=f"{long}b{n}")
        for n, point in enumerate(EXERCISE.points)
    )
    roles = tuple(replace(role, name=long) for role in EXERCISE.roles[:2])
    rounds = tuple(replace(one, title=long, intro=f"{long}c") for one in EXERCISE.rounds)
    exercise = replace(EXERCISE, title=f"{long}t", points=points, roles=roles, rounds=rounds)
    pages = " ".join(" ".join(page_texts(written(paper_of(BOOK, exercise)))).split())
    for n in range(len(points)):
        assert all(f"slotwoord{end}" in pages for end in (n, f"a{n}", f"b{n}"))
    assert "slotwoordc" in pages
    assert "slotwoordt" in pages

"""The deelnemersbladen: questions and room to write, and nothing that gives the story away."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.methods.exercises import shown_after
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.texts import texts_of, work_with_texts
from hgkm_desktop.reports.content import WritingRoom, texts
from tests.builders import an_event
from tests.reports.every_document import written
from tests.reports.full_exercise import an_exercise, paper_of
from tests.reports.pages import page_texts
from tests.reports.test_rondelijnen import everything_in

EXERCISE = an_exercise()
SHEET, BOOK = DocumentKind.DEELNEMERSBLAD, DocumentKind.OEFENBOEK


def test_of_all_texts_only_what_tables_may_know_stands_in_the_file() -> None:
    """Every text gets a word of its own; those of answers, of roles and of what happened are not
    in the file. Of the events only those before a branch that were on the line are."""
    words = {text.key: f"planteword{n:04}x" for n, text in enumerate(texts_of(EXERCISE))}
    held = everything_in(written(paper_of(SHEET, work_with_texts(EXERCISE, words)))).casefold()
    found = [key.split(":")[1:] for key, word in words.items() if word in held]
    kinds = {"".join(c for c in path if not c.isdigit()).replace("..", ".") for _, path in found}
    assert kinds == {
        *("title", "rounds.title", "rounds.questions.", "questions."),
        *("points.question", "points.options.text"),
        *("branches.title", "branches.name_without", "branches.name_with", "branches.question"),
        *(f"branches.events_{side}.title" for side in ("without", "with")),
        "events.title",
    }
    number = {f"events.{n}.title": event.id for n, event in enumerate(EXERCISE.events)}
    told = {number[path] for _, path in found if path in number}
    assert told <= {event.id for event in shown_after(EXERCISE, EXERCISE.rounds[-1].id)}


def test_the_branch_shows_no_event_that_was_never_on_the_line() -> None:
    """Only one role knows the event just before the branch: it is in no round."""
    before = replace(
        an_event("30 aug 2024", "planteword van een rol"),
        id="b" * 32,
        seq=7.5,
        kind=EXERCISE.events[0].kind,
    )
    exercise = replace(EXERCISE, events=(*EXERCISE.events, before))
    assert "planteword van een rol" in everything_in(written(paper_of(BOOK, exercise)))
    assert "planteword van een rol" not in everything_in(written(paper_of(SHEET, exercise)))


def test_each_question_stands_on_a_page_of_its_own_with_room_to_write() -> None:
    document = paper_of(SHEET)
    asked = [section for section in document.sections if section.heading.startswith("Vraag")]
    assert [section.heading for section in asked] == [f"Vraag {n}" for n in range(1, 6)]
    assert all(section.begins_page for section in asked)
    rooms = [b.about for b in asked[0].blocks if isinstance(b, WritingRoom)]
    assert rooms == [
        "Wat kiezen wij? Welke veiligheidsinterventie hoort daarbij?",
        "Waarom?",
        "Wie heeft hier de beste kaarten?",
    ]
    pages = page_texts(written(document))
    for number, point in enumerate(EXERCISE.points):
        there = [n for n, page in enumerate(pages) if point.question in " ".join(page.split())]
        assert len(there) == 1, number


def test_without_decisions_it_says_so() -> None:
    none = replace(EXERCISE, points=(), rounds=(), questions=())
    assert "de vragen aan de tafels" in " ".join(texts(paper_of(SHEET, none)))

"""The deelnemersbladen: questions and room to write, and nothing that gives the story away."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.texts import texts_of, work_with_texts
from hgkm_desktop.reports.content import WritingRoom, texts
from tests.reports.every_document import written
from tests.reports.full_exercise import an_exercise, paper_of
from tests.reports.pages import page_texts

EXERCISE = an_exercise()
SHEET = DocumentKind.DEELNEMERSBLAD


def test_of_all_texts_only_questions_options_and_titles_stand_on_it() -> None:
    """Every text gets a word of its own; those of answers, roles and events are not in the file."""
    words = {text.key: f"planteword{n:04}x" for n, text in enumerate(texts_of(EXERCISE))}
    exercise = work_with_texts(EXERCISE, words)
    document = paper_of(SHEET, exercise)
    pdf = " ".join(page_texts(written(document)))
    said = " ".join(texts(document))
    held = {key.split(":")[2] for key, word in words.items() if word in said or word in pdf}
    kinds = {"".join(c for c in path if not c.isdigit()).replace("..", ".") for path in held}
    assert kinds == {
        *("title", "rounds.title", "rounds.questions.", "questions."),
        *("points.question", "points.options.text"),
    }


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

"""The line per round: on each page only what everyone knows by then, and large."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.content import texts
from hgkm_desktop.reports.line.timeline_page import line_of, sized
from hgkm_desktop.timeline.display import Text
from tests.builders import an_event
from tests.reports.every_document import written
from tests.reports.full_exercise import an_exercise, paper_of
from tests.reports.pages import page_texts
from tests.reports.structure import structure

EXERCISE = an_exercise()
LINES = DocumentKind.RONDELIJNEN


def new_in(number: int) -> set[str]:
    """The titles of what comes on the line in a round."""
    one = EXERCISE.rounds[number]
    ids = set(one.event_ids)
    ids |= {i for p in EXERCISE.points if p.round_id == one.id for i in p.event_ids}
    return {event.title for event in EXERCISE.events if event.id in ids}


def everything_in(data: bytes) -> str:
    """All that can be read in a file: what is drawn, what is read aloud, bookmarks and titles."""
    with pikepdf.open(BytesIO(data)) as opened:
        found = structure(opened)
        spoken = [str(part) for node in found.root.all() for part in (node.whole, node.alt)]
        with opened.open_outline() as outline:
            marks = [item.title for item in outline.root]
        info = [str(value) for value in opened.docinfo.values()]
    return " ".join(" ".join((*page_texts(data), *spoken, *marks, *info)).split())


@pytest.mark.parametrize("number", range(3))
def test_the_file_of_one_round_holds_nothing_of_a_later_one(number: int) -> None:
    """Not on the page, not as alt text, bookmark or anything else; with a control that it looks."""
    document = paper_of(LINES, about=EXERCISE.rounds[number].id)
    held = everything_in(written(document)) + " ".join(texts(document))
    later = {title for n in range(number + 1, 3) for title in new_in(n)}
    later -= {title for n in range(number + 1) for title in new_in(n)}
    later = {
        t for t in later if not any(t in known for n in range(number + 1) for known in new_in(n))
    }
    assert not [title for title in later if title in held]
    assert not [one.title for one in EXERCISE.rounds[number + 1 :] if one.title in held]
    assert all(title in held for title in new_in(number))


def test_what_comes_on_the_line_in_no_round_is_in_no_file() -> None:
    held = everything_in(written(paper_of(LINES)))
    assert "Alle partijen maken samen één plan, opnieuw" not in held


def test_of_all_rounds_each_page_holds_what_is_known_by_then() -> None:
    document = paper_of(LINES)
    assert [len(page.entries) for page in document.walls] == [8, 20, 29]
    assert [page.label for page in document.walls] == [f"Na ronde {n}" for n in (1, 2, 3)]
    pages = page_texts(written(document))
    ones = [page for page in pages if "Na ronde 1" in page]
    assert len(ones) == 1
    assert "Vader dreigt in een bericht" not in ones[0]


def test_what_was_on_the_line_before_is_not_listed_again_where_numbers_stay() -> None:
    early = [an_event(f"{day} mrt 2024", f"gebeurtenis {day}") for day in range(1, 9)]
    rounds = tuple(
        replace(one, event_ids=tuple(event.id for event in early[4 * n : 4 * n + 4]))
        for n, one in enumerate(EXERCISE.rounds[:2])
    )
    exercise = replace(EXERCISE, events=tuple(early), rounds=rounds, points=(), facts=())
    first, second = paper_of(LINES, replace(exercise, branches=())).walls
    assert [entry.number for entry in first.in_list] == [1, 2, 3, 4]
    assert [entry.number for entry in second.in_list] == [5, 6, 7, 8]
    assert len(second.entries) == 8


def test_without_rounds_or_events_it_says_so() -> None:
    none = replace(EXERCISE, rounds=(), points=(), facts=())
    assert "de rondes" in " ".join(texts(paper_of(LINES, none)))
    bare = replace(EXERCISE, rounds=(replace(EXERCISE.rounds[0], event_ids=()),), points=())
    pages = page_texts(written(paper_of(LINES, bare)))
    assert "Er staat nog niets op de lijn." in pages[1]


def test_each_round_is_one_page_of_a3_with_words_to_read_at_a_metre() -> None:
    """Of a line that is not crowded; the list has 10 points before it is made larger."""
    document = paper_of(LINES)
    with pikepdf.open(BytesIO(written(document))) as opened:
        sizes = [[float(x) for x in page.mediabox] for page in opened.pages]
    assert len(sizes) == 1 + len(EXERCISE.rounds)
    assert [round(box[2] / 72 * 25.4) for box in sizes] == [210, 420, 420, 420]
    assert sized(document.walls[0]).larger >= 1.8


@pytest.mark.parametrize("exercise", library(), ids=lambda one: one.code)
def test_each_round_of_the_library_is_one_page_with_a_number_for_every_event(
    exercise: Exercise,
) -> None:
    pages = page_texts(written(paper_of(LINES, exercise)))
    assert len(pages) == 1 + len(exercise.rounds)
    assert not any(re.search(r"^\+\d", page, re.MULTILINE) for page in pages)


@pytest.mark.parametrize("place", range(len(library())))
def test_on_the_first_page_every_title_stands_whole_beside_its_event(place: int) -> None:
    story = replace(library()[place], code="O4-4O", state=CaseState.DEELBAAR)
    first = story.rounds[0]
    (wall,) = paper_of(LINES, story, about=first.id).walls
    shown = line_of(sized(wall), 0)
    drawn = [shape for shape in shown.plot if isinstance(shape, Text)]
    said = [shape.text for shape in drawn if shape.style in ("label", "label_absent", "bar_label")]
    assert len(said) == len(wall.case.events)
    assert not [words for words in said if words.endswith("…")]

"""The cuts between the pages of a line: what must be seen stands whole on one of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.reports.line.line_crop import Span, cropped, page_starts, with_numbers
from hgkm_desktop.timeline.display import (
    Anchor,
    Chip,
    DisplayList,
    Glyph,
    Rect,
    Shape,
    Sign,
    Text,
)
from tests.timeline.lines import only, texts

ROOM, OVERLAP = 100.0, 10.0
spans = st.lists(
    st.tuples(st.floats(0, 900), st.floats(1, 0.6 * ROOM - 1), st.floats(0, 50)).map(
        lambda p: Span(p[0], p[0] + p[1], sum(p))
    ),
    max_size=60,
)


def starts_of(found: list[Span]) -> tuple[float, ...]:
    return page_starts(found, 0.0, max((s.right for s in found), default=1.0), ROOM, OVERLAP)


@given(spans)
def test_every_span_stands_whole_on_a_page(found: list[Span]) -> None:
    starts = starts_of(found)
    assert starts[0] == 0.0
    assert all(starts[-1] + ROOM >= span.right - 0.1 for span in found)
    for span in found:
        assert any(s <= span.left and span.right <= s + ROOM + 0.06 for s in starts), span


@given(spans)
def test_pages_go_on_and_share_an_overlap(found: list[Span]) -> None:
    for before, after in pairwise(starts_of(found)):
        assert before + ROOM * 0.4 <= after <= before + ROOM - OVERLAP + 0.001


def test_a_label_near_the_edge_is_whole_on_the_next_page() -> None:
    near, far = Span(85, 90, 130), Span(60, 70, 130)
    assert page_starts([near], 0.0, 150.0, ROOM, OVERLAP)[1] == 85
    assert page_starts([far], 0.0, 150.0, ROOM, OVERLAP)[1] == ROOM - OVERLAP


def a_mark(x: float, label: str = "", *signs: str) -> list[Shape]:
    found: list[Shape] = [Glyph(x, 10, 10, "circle", "C", "contact")]
    found.append(Text(x + 8, 13, "12", 10, True, "number"))
    found += [Sign(x + 26 + 10 * n, 10, 8, sign) for n, sign in enumerate(signs)]
    if label:
        found.append(Text(x + 26 + 10 * len(signs), 13, label, 10, False, "label"))
    return found


def shown(*shapes: Shape, chips: tuple[Chip, ...] = ()) -> DisplayList:
    return DisplayList(300, 100, 0, 50, plot=shapes, chips=chips)


@pytest.mark.parametrize("x", [46, 296, 285, 272])
def test_a_mark_that_the_edge_cuts_is_left_to_the_page_beside_it(x: float) -> None:
    assert cropped(shown(*a_mark(x, "label", "+")), is_first=False, is_last=False).plot == ()


def test_a_mark_that_stands_whole_keeps_all_but_the_end_of_its_label() -> None:
    kept = cropped(
        shown(*a_mark(180, "een label die over de rand van de pagina loopt")),
        is_first=False,
        is_last=True,
    )
    assert len(only(Glyph, kept.plot)) == 1
    number, label = texts(kept.plot)
    assert number == "12"
    assert label.startswith("een label")
    assert label.endswith("…")


def test_a_label_without_room_is_left_out() -> None:
    assert texts(cropped(shown(*a_mark(260, "een label")), is_first=False, is_last=True).plot) == [
        "12"
    ]


def test_paper_under_a_label_goes_with_the_label() -> None:
    under = Rect(284, 0, 60, 14, "lane")
    whole = Rect(80, 0, 60, 14, "lane")
    kept = cropped(
        shown(under, whole, *a_mark(260, "weg"), *a_mark(60, "blijft")),
        is_first=False,
        is_last=True,
    )
    assert only(Rect, kept.plot) == [whole]


def test_a_bar_goes_on_at_the_edge_and_has_its_arrow_on_the_last_page() -> None:
    bar = Rect(100, 0, 198, 12, "plan", arrow=True)
    [last] = only(Rect, cropped(shown(bar), is_first=False, is_last=True).plot)
    [before] = only(Rect, cropped(shown(bar), is_first=False, is_last=False).plot)
    assert last.arrow
    assert not before.arrow
    assert before.x + before.w > 300


def a_chip(x: float, count: int, first: int) -> tuple[Chip, list[Shape]]:
    ids = tuple(str(n) for n in range(first, first + count))
    rect = Rect(x - 10, 40, 20, 14, "chip")
    text = Text(x, 47 + 9 * 0.34, f"+{count}", 9, True, "chip", Anchor.MIDDLE)
    return Chip(x - 10, 40, 20, 14, 0, 1, ids), [rect, text]


def test_a_chip_names_its_numbers_or_how_many_they_are() -> None:
    number_of = {str(n): n for n in range(1, 90)}
    free, free_shapes = a_chip(100, 5, 20)
    tight, tight_shapes = a_chip(200, 2, 40)
    beside, beside_shapes = a_chip(226, 1, 50)
    line = shown(*free_shapes, *tight_shapes, *beside_shapes, chips=(free, tight, beside))
    named = with_numbers(line, number_of)
    assert texts(named.plot) == ["20–24", "2×", "50"]
    boxes = only(Rect, named.plot)
    assert all(a.x + a.w <= b.x for a, b in pairwise(boxes))


def test_what_began_before_the_first_page_still_says_its_number() -> None:
    bar, [glyph] = Rect(20, 0, 36, 12, "plan"), a_mark(40)[:1]
    number = Text(60, 13, "7", 10, True, "number")
    began = shown(bar, *a_mark(100), glyph, number)
    assert texts(cropped(began, is_first=False, is_last=True).plot) == ["12"]
    first = cropped(began, is_first=True, is_last=True)
    assert texts(first.plot) == ["12", "7"]
    assert len(only(Glyph, first.plot)) == 1

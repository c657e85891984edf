"""The landscape page: the line fits, loses nothing, and says no more than the month."""

from __future__ import annotations

from itertools import pairwise

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.reports.content import TimelinePage
from hgkm_desktop.reports.line.squeeze import squeezed
from hgkm_desktop.reports.line.timeline_drawing import tiles
from hgkm_desktop.reports.line.timeline_page import line_of
from hgkm_desktop.reports.writing.fonts import text_width
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Glyph, Rect
from hgkm_desktop.timeline.layout import Window, lay_out
from hgkm_desktop.timeline.metrics import PAPER
from tests.builders import a_case_with, an_event, an_organisation
from tests.reports.full_case import a_full_case, document_of
from tests.reports.pages import page_texts, pages, pdf_of


def page_of(case: Case) -> TimelinePage:
    page = document_of(case).timeline
    assert page is not None
    return page


def busy_case(lanes: int) -> Case:
    """Lanes that each have events of their own and take part in those of the next."""
    organisations = [an_organisation(f"organisatie {n}") for n in range(lanes)]
    events = [
        an_event(
            f"{month} 2023",
            f"{organisation.name} {month}",
            organisation_ids=(organisation.id, organisations[n - 1].id),
        )
        for n, organisation in enumerate(organisations)
        for month in ("mrt", "apr", "mei")
    ]
    return a_case_with(*organisations, *events, an_event("", "los"), an_event("2020", "begin"))


def plain_line(case: Case) -> DisplayList:
    """The line as the layout makes it, before paper makes it lower."""
    page = page_of(case)
    assert page.first is not None
    assert page.last is not None
    window = Window(page.first.toordinal(), page.last.toordinal())
    return lay_out(
        page.case,
        Choices(),
        window=window,
        width=760,
        metrics=PAPER,
        measure=text_width,
        numbers_only=True,
    )


def lanes_in(shown: DisplayList) -> list[Rect]:
    return [s for s in shown.background if isinstance(s, Rect) and s.style.startswith("lane")]


def test_rows_of_dots_are_lower_and_the_rest_stays_in_its_lane() -> None:
    before = plain_line(busy_case(4))
    after = squeezed(before, PAPER)
    assert after.height < before.height
    assert len(after.plot) == len(before.plot)
    for upper, lower in pairwise(lanes_in(after)):
        assert abs(upper.y + upper.h - lower.y) < 0.01
    homes = [[r.y <= s.y <= r.y + r.h for r in lanes_in(before)] for s in _glyphs(before)]
    assert homes == [[r.y <= s.y <= r.y + r.h for r in lanes_in(after)] for s in _glyphs(after)]
    kept = [(s.size, s.x) for s in _glyphs(before)]
    assert kept == [(s.size, s.x) for s in _glyphs(after)]


def _glyphs(shown: DisplayList) -> list[Glyph]:
    return [shape for shape in shown.plot if isinstance(shape, Glyph)]


def test_a_line_without_dots_stays_as_it_is() -> None:
    line = plain_line(a_case_with(an_event("2021", "a"), an_event("2022", "b")))
    assert squeezed(line, PAPER) is line


def test_a_line_that_is_too_high_is_cut_between_lanes() -> None:
    line = line_of(page_of(busy_case(12)), 0)
    room = line.height / 3
    found = tiles(line, room, PAPER)
    assert len(found) >= 3
    assert all(tile.height <= room for tile in found)
    lanes = [tile for tile in found if tile.axis_shift is not None]
    assert all(abs(a.bottom - b.top) < 0.01 for a, b in pairwise(lanes))
    edges = {round(r.y, 2) for r in lanes_in(line)} | {round(r.y + r.h, 2) for r in lanes_in(line)}
    assert {round(tile.top, 2) for tile in lanes} <= edges
    assert found[-1].bottom == line.height


def test_every_event_stands_on_the_pages_of_a_line_that_was_cut() -> None:
    case = busy_case(14)
    texts = page_texts(pdf_of(document_of(case)))
    drawn = " ".join(texts[1:]).split()
    assert len(texts) > 3
    assert {str(n) for n in range(1, len(case.events) + 1)} <= set(drawn)
    assert all(f"{lane.name.capitalize()}" in " ".join(texts[1:]) for lane in case.organisations)


def test_the_axis_names_no_day_or_week() -> None:
    words = [
        word.text
        for word in pages(pdf_of(document_of(a_case_with(an_event("3 mei 2023")))))[1].words
    ]
    assert "8" not in words
    assert "15" not in words
    assert "mei" in words


def test_a_label_that_would_be_cut_off_is_left_to_the_list() -> None:
    last = an_event("dec 2023", "een heel lange titel aan het eind", is_pivotal=True)
    first = an_event("jan 2020", "een heel lange titel aan het begin", is_pivotal=True)
    text = page_texts(pdf_of(document_of(a_case_with(first, last))))[1]
    assert text.count("aan het begin") == 2
    assert text.count("aan het eind") == 1


def test_the_legend_names_what_is_used_and_nothing_else() -> None:
    text = page_texts(pdf_of(document_of(a_full_case())))[2]
    for used in ("life event", "niet gedaan", "datum ongeveer", "ging goed", "niet oké"):
        assert used in text
    for unused in ("bestond hier nog niet", "verschillend beleefd", EventKind.TAXATIE.label):
        assert unused not in text

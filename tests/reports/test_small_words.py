"""What is easily passed over: the signs of the legend, heads of columns, captions, small type."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.line.legend import legend_items
from hgkm_desktop.timeline.display import DisplayList, Sign
from hgkm_desktop.timeline.signs import MEANINGS
from tests.reports.every_document import the_example, verslag_of, written
from tests.reports.full_case import document_of
from tests.reports.lines import line_of
from tests.reports.story_rules import Written
from tests.reports.structure import structure_of


def test_every_sign_of_the_legend_says_what_it_looks_like() -> None:
    marks = [*MEANINGS, "divergence", *(mark.sign for mark in Mark)]
    signs = tuple(Sign(0, 0, 3, mark) for mark in marks)
    items = legend_items((), DisplayList(1, 1, 0, 0, plot=signs))
    looks = [item.looks for item in items]
    assert len(items) == len(set(looks)) == len(marks)
    assert all(len(words) > 4 and words != "teken" for words in looks)


def test_the_numbers_of_requests_have_a_head() -> None:
    heads = [
        [cell.text for cell in table.all("TH")]
        for table in structure_of(written(document_of(the_example()))).root.all("Table")
    ]
    assert ["Nr", "Wij vragen"] in [cells[:2] for cells in heads]
    assert all(cell for cells in heads for cell in cells)


def test_what_stands_above_a_chart_is_its_caption() -> None:
    found = structure_of(written(verslag_of(the_example()))).root
    roles = [node.role for node in found.all()]
    charts = [n for n, node in enumerate(found.all()) if (node.alt or "").startswith("Grafiek")]
    assert charts
    assert all(roles[place - 1] == "Caption" for place in charts)


@pytest.mark.parametrize("make", [document_of, verslag_of, line_of])
def test_no_type_is_smaller_than_nine_points(make: Callable[[Case], Written]) -> None:
    with pikepdf.open(BytesIO(written(make(the_example())))) as pdf:
        steps = [step for page in pdf.pages for step in pikepdf.parse_content_stream(page)]
        sizes = {float(str(step.operands[1])) for step in steps if str(step.operator) == "Tf"}
    assert min(sizes) >= 9

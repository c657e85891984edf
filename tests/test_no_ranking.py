"""Belevingen are nowhere counted, sorted or exported per organisation or deelnemer.

Whoever could do so would rank blame (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import FrisseBlik
from hgkm_desktop.models.leertafel import Leertafel, TableCase
from hgkm_desktop.models.records import Deelnemer, Summary
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.content import Table
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import HEADINGS, TITLE, EventModel
from hgkm_desktop.ui.line.line_screen import Screen, Which
from hgkm_desktop.ui.papers.export_wishes import PictureWishes, document_of
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    for_bestuur,
    made_deelbaar,
)
from tests.casefile.files import new_file
from tests.reports import full_case, full_leertafel
from tests.reports.every_document import verslag_of, written
from tests.reports.full_study import a_study, study_document
from tests.reports.lines import MADE_ON, line_of
from tests.reports.pages import page_texts

POLICE, SCHOOL = an_organisation("politie"), an_organisation("school")
AGENT, TEACHER = a_deelnemer(POLICE, "wijkagent"), a_deelnemer(SCHOOL, "leerkracht")
_MARKS = "|".join(mark.label for mark in Mark)
_COUNTED = re.compile(rf"\b\d+\s*(?:x|keer|maal|×)?\s*(?:belevingen|beleving|{_MARKS})\b")


def a_lopsided_case(loud: Deelnemer = AGENT, calm: Deelnemer = TEACHER) -> Case:
    """One deelnemer with seven marks, another with one."""
    events = [an_event(f"{day} mei 2022", f"gebeurtenis {day}") for day in range(11, 19)]
    marks = [a_beleving(e, loud, Mark.RISICO, explanation="zo") for e in events[:7]]
    marks.append(a_beleving(events[7], calm, Mark.GOED))
    case = a_case_with(POLICE, SCHOOL, AGENT, TEACHER, *events, *marks)
    return replace(case, summary=Summary(beleving_ids=tuple(mark.id for mark in marks)))


def report_over(case: Case) -> object:
    """The onderzoeksrapportage of a study of this case."""
    return study_document(study=a_study((case,)), cases=(case,))


def blad_over(case: Case) -> object:
    """The leertafelblad of this case, of a table that named no success."""
    held = TableCase("1" * 32, case.id)
    return full_leertafel.blad_of(Leertafel("2" * 32, "T3-4V", cases=(held,)), (case,))


@pytest.mark.parametrize(
    "compose", [full_case.document_of, verslag_of, line_of, report_over, blad_over]
)
def test_no_document_counts_marks(compose: object) -> None:
    case = made_deelbaar(for_bestuur(a_lopsided_case()))
    said = " ".join(page_texts(written(compose(case))))  # type: ignore[operator]
    assert not _COUNTED.search(said)
    assert not re.search(r"(?i)\b(?:politie|school)\b\W*(?:7|1)\b\W*(?:x|keer|van)", said)


def test_beside_a_fresh_look_each_mark_of_the_table_is_named_once() -> None:
    event = an_event("11 mei 2022", "ruzie")
    seats = [a_deelnemer(POLICE) for _ in range(4)]
    marks = [a_beleving(event, seat, Mark.RISICO) for seat in seats[:3]]
    marks.append(a_beleving(event, seats[3], Mark.GOED))
    look = FrisseBlik("b" * 32, 1.0, event.id, "buitenstaander 1", Mark.NIET_OKE)
    document = verslag_of(a_case_with(POLICE, *seats, event, *marks, look))
    section = next(part for part in document.annex if part.heading == "Frisse blik")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    row = ["".join(run.text for run in cell.runs) for cell in table.rows[0]]
    assert row == ["1. ruzie", "ging goed en risicovol", "Buitenstaander 1: niet oké."]


def test_no_order_of_the_table_follows_who_marked(qtbot: QtBot, tmp_path: Path) -> None:
    document = Document(new_file(tmp_path / "a.hgkm"))
    orders = []
    for case in (a_lopsided_case(), a_lopsided_case(TEACHER, AGENT)):
        document.add_case(case)
        model = EventModel(document)
        orders.append([titles(model, column) for column in range(len(HEADINGS))])
    document.close()
    assert orders[0] == orders[1], "who set the marks changes nothing"


def titles(model: EventModel, column: int) -> list[list[str]]:
    """The titles in the rows, sorted by a column, in both directions."""
    found = []
    for order in Qt.SortOrder:
        model.sort(column, order)
        rows = range(model.rowCount())
        found.append([str(model.index(row, TITLE).data()) for row in rows])
    return found


def test_the_view_of_one_deelnemer_stays_on_screen() -> None:
    case = a_lopsided_case()
    screen = Screen(Choices(deelnemer_id=AGENT.id), Window(738156.0, 738521.0), frozenset())
    assert screen.possible() == (Which.ALLES,), "it is no choice of events"
    for which in Which:
        wishes = PictureWishes(which=which)
        made = document_of(case, wishes, screen, organisation="", made_on=MADE_ON)
        assert made.choices.deelnemer_id == ""

"""While a blind round is open nobody sees a beleving: on line, table, panel, wall or paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import Ronde
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import DocumentKind, Mark
from hgkm_desktop.reports.case.casusverslag import compose
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.case.summary_page import SummaryPage
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.file.merging import Merging
from hgkm_desktop.ui.line.event_edits import HIDDEN
from hgkm_desktop.ui.line.event_model import MARKS, TITLE
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.papers.document_draft import Asked, Wishes, make_draft
from hgkm_desktop.ui.room.presented import lived, presented_case
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.casefile.files import new_file, open_file
from tests.ui.keyboard import CTRL, SHIFT, press, type_text
from tests.ui.open_window import (
    case_of,
    choose_in_menu,
    document_of,
    told,
    workspace_of,
)

POLICE, VT = an_organisation("politie"), an_organisation("Veilig Thuis")
AGENT, MANAGER = a_deelnemer(POLICE, "wijkagent"), a_deelnemer(VT, "teamleider")
FIRST, SECOND = an_event("mrt 2021", "een melding"), an_event("mei 2021", "een gesprek")
SAID = "Wij hoorden niets terug."
OF_A_CASE = (DocumentKind.GESPREKSNOTITIE, DocumentKind.CASUSVERSLAG, DocumentKind.TIJDLIJN)
KEPT = a_beleving(FIRST, AGENT, Mark.RISICO, explanation=SAID)


def in_round(*, by_event: bool = False) -> Case:
    case = a_case_with(POLICE, VT, AGENT, MANAGER, FIRST, SECOND, KEPT)
    return rounds.gone_on(rounds.begun(case, by_event=by_event, blind=True))


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> TimelinePage:
    """The timeline of a case in a blind round, in which one deelnemer has spoken."""
    casefile = new_file(tmp_path / "avond.hgkm")
    casefile.save(in_round())
    window.show_file(casefile)
    page = workspace_of(window).timeline_page
    page.choose(FIRST.id)
    return page


def words_of(widget: QWidget) -> str:
    """All that can be read in a widget, and heard of its buttons."""
    labels = [made.text() for made in widget.findChildren(QLabel)]
    buttons = [made.accessibleName() + made.text() for made in widget.findChildren(QPushButton)]
    return " ".join((*labels, *buttons))


def test_line_table_and_panel_show_no_beleving(page: TimelinePage) -> None:
    row = page.model.row_of(FIRST.id)
    assert page.model.signs(row) == ()
    index = page.model.index(row, MARKS)
    assert page.model.data(index, Qt.ItemDataRole.DisplayRole) == ""
    assert "risicovol" not in str(page.model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    assert "risicovol" not in str(page.model.data(index, Qt.ItemDataRole.ToolTipRole))
    said = words_of(page.panel)
    assert "blinde ronde" in said
    assert SAID not in said
    assert "risicovol" not in said


def test_nothing_is_lost_by_an_edit_in_the_table(page: TimelinePage, window: MainWindow) -> None:
    index = page.model.index(page.model.row_of(FIRST.id), TITLE)
    assert page.model.setData(index, "een zorgmelding")
    assert case_of(window).belevingen == (KEPT,)
    assert case_of(window).event(FIRST.id).title == "een zorgmelding"


def test_the_keys_of_the_line_lead_to_the_round(page: TimelinePage, window: MainWindow) -> None:
    press(Qt.Key.Key_T, CTRL)
    type_text("1r")
    assert page.turn_id == ""
    assert page.notice.text() != ""
    page.edits.change_beleving(FIRST.id, AGENT.id)
    assert page.notice.text() == HIDDEN
    assert case_of(window).belevingen == (KEPT,)


def test_all_is_seen_at_once_when_the_last_has_spoken(
    page: TimelinePage, window: MainWindow
) -> None:
    press(Qt.Key.Key_R, CTRL | SHIFT)
    type_text("ooo")
    assert page.model.signs(page.model.row_of(FIRST.id)) == ("!",)
    assert SAID in words_of(page.panel)
    assert not case_of(window).round.open


def test_the_samenvatting_offers_nothing_hidden_and_keeps_what_was_chosen(
    page: TimelinePage, window: MainWindow
) -> None:
    workspace_of(window).show_step(6)
    summary = workspace_of(window).findChild(SummaryPage)
    assert isinstance(summary, SummaryPage)
    assert SAID not in words_of(summary)


def test_by_event_what_all_spoke_of_is_seen_and_the_rest_is_not() -> None:
    case = in_round(by_event=True)
    assert lived(presented_case(case)) == {}
    shown = lived(presented_case(rounds.gone_on(case)))
    assert [one.mark for one in shown[FIRST.id]] == [Mark.RISICO]


def test_paper_leaves_them_out_and_says_so() -> None:
    settings, on = FileSettings(), date(2026, 3, 14)
    made = compose(in_round(), settings=settings, made_on=on, version=1)
    assert SAID not in repr(made)
    assert "belevingen nog verborgen" in made.disclaimer
    screen = Screen(Choices(), Window(0.0, 1.0), frozenset())
    for kind in OF_A_CASE:
        asked = Asked(in_round(), Wishes(kind), screen, settings, on, 1)
        draft = make_draft(asked, lambda *_: None)
        assert SAID not in repr(draft.content)
        assert any("blinde ronde" in words for words in draft.left_out), kind


def test_the_round_outlives_closing_the_file(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "avond.hgkm"
    casefile = new_file(path)
    casefile.save(a_case_with(POLICE, VT, AGENT, MANAGER, FIRST, SECOND))
    window.show_file(casefile)
    document = document_of(window)
    begun = rounds.begun(case_of(window), by_event=False, blind=True)
    document.edit("ronde beginnen", begun)
    press(Qt.Key.Key_R, CTRL | SHIFT)
    type_text("gn")
    press(Qt.Key.Key_Escape)
    window.close_file()
    with open_file(path) as again:
        case = again.load(again.headings()[0].id)
    assert rounds.hides(case)
    assert [d.function for d in rounds.waiting(case)] == ["teamleider"]
    assert len(case.belevingen) == 2


def test_the_check_and_replacing_wait_until_everyone_has_spoken(
    page: TimelinePage, window: MainWindow
) -> None:
    choose_in_menu(window, "Herleidbaarheidscheck…")
    assert "loopt een blinde ronde" in told()
    assert not window.findChildren(CheckWindow)
    window.text_watch.everywhere_asked.emit("hoorden")
    assert "loopt een blinde ronde" in told()
    document_of(window).edit("klaar", replace(case_of(window), round=Ronde()))
    choose_in_menu(window, "Herleidbaarheidscheck…")
    (check,) = window.findChildren(CheckWindow)
    assert check.isVisible()
    document_of(window).undo_stack.undo()
    assert not check.isVisible()


def test_no_file_is_merged_while_marks_are_hidden(
    page: TimelinePage, window: MainWindow, tmp_path: Path
) -> None:
    (merging,) = document_of(window).findChildren(Merging)
    with new_file(tmp_path / "ander.hgkm") as other:
        other.save(a_case_with(an_event()))
    merging.ask_about(str(tmp_path / "ander.hgkm"))
    assert "loopt een blinde ronde" in told()

"""The window of documents: what is asked, seen, kept, printed, recorded and found again."""

from __future__ import annotations

import errno
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
    QProgressBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.issued import add_uitgave
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import OF_CASE, NotDeelbaar
from hgkm_desktop.models.reading import taken_back
from hgkm_desktop.models.terms import Audience, CaseState, DocumentForm, DocumentKind
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.reports.line.line_document import PaperSize
from hgkm_desktop.reports.options import Dates
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers import document_draft
from hgkm_desktop.ui.papers.document_draft import Asked, Draft, Wishes, forms_of, make_draft
from hgkm_desktop.ui.papers.document_out import Pages, ToKeep, odt_of, put
from hgkm_desktop.ui.papers.document_window import DocumentWindow
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.background import Progress
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.benchmarks.cases import long_case
from tests.builders import a_case_with, an_event, for_bestuur, made_deelbaar
from tests.casefile.files import new_file, open_file
from tests.reports.sixty_events import a_case_of_sixty
from tests.ui.keyboard import CTRL, SHIFT, fill, focused, name_of, press, tab_to, text_of, type_text

_drafts: dict[Asked, Draft] = {}
YEAR_2022 = Window(738156.0, 738521.0)
NOTITIE, TIJDLIJN = DocumentKind.GESPREKSNOTITIE, DocumentKind.TIJDLIJN


def nobody(_: float) -> None:
    """Nobody wants to know how far it is."""


VERSLAG = DocumentKind.CASUSVERSLAG


class Desk:
    """The window of documents of one case, and what a user does in it."""

    def __init__(self, qtbot: QtBot, document: Document, parent: QWidget) -> None:
        self.qtbot, self.document = qtbot, document
        screen = Screen(Choices(), YEAR_2022, frozenset())
        self.documents = Documents(document, lambda: screen, parent)

    def open(self, kind: DocumentKind = NOTITIE) -> Desk:
        self.documents.open(kind)
        return self.made()

    @property
    def window(self) -> DocumentWindow:
        assert self.documents.window is not None
        return self.documents.window

    def made(self) -> Desk:
        """Wait until nothing is being made any more."""
        self.qtbot.waitUntil(self.is_resting, timeout=30_000)
        return self

    def is_resting(self) -> bool:
        return not self.documents.is_busy

    def keep(self, path: Path, form: DocumentForm = DocumentForm.PDF) -> str:
        """Keep what is seen; gives what is said then."""
        self.documents._form = form
        self.documents.keep_in(str(path))
        self.made()
        return self.window._told.text()

    def issued(self) -> tuple[Uitgave, ...]:
        assert self.document.case is not None
        return self.document.file.issued(self.document.case.id)

    @property
    def left_out(self) -> str:
        return self.window._left_out.text()

    @property
    def instead(self) -> str:
        """What stands in the place of the pages when there are none."""
        return self.window.preview._words.text()

    def pages(self) -> int:
        return self.window.preview.page_count

    @property
    def case(self) -> Case:
        assert self.document.case is not None
        return self.document.case

    @property
    def draft(self) -> Draft:
        assert self.documents._draft is not None
        return self.documents._draft

    @property
    def draft_forms(self) -> tuple[DocumentForm, ...]:
        return forms_of(self.draft.asked.wishes.kind)

    @property
    def why_it_stays(self) -> str:
        words = self.window._why_it_stays
        return words.text() if words.isVisible() else ""

    def may_go(self) -> bool:
        """Whether any button lets it out."""
        window = self.window
        return any(b.isEnabled() for b in (window._pdf, window._odt, window._print))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(1200, 800)
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "casus.hgkm"))
    yield document
    document.close()


def a_desk(qtbot: QtBot, document: Document, parent: QWidget, case: Case) -> Desk:
    document.add_case(case)
    document.edit("nagelezen", made_deelbaar(for_bestuur(case)))
    return Desk(qtbot, document, parent)


@pytest.fixture
def drafts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what was asked in a test before, the pages that were made then: they are the same."""

    def once(asked: Asked, tell: Progress) -> Draft:
        if asked not in _drafts:
            _drafts[asked] = make_draft(asked, tell)
        return _drafts[asked]

    monkeypatch.setattr(document_draft, "make_draft", once)


@cache
def sixty() -> Case:
    return a_case_of_sixty()


@pytest.fixture
def desk(drafts_once: None, anew: Desk) -> Desk:
    return anew


@pytest.fixture
def anew(qtbot: QtBot, document: Document, parent: QWidget) -> Iterator[Desk]:
    """Where every document is made in the test itself."""
    desk = a_desk(qtbot, document, parent, sixty())
    yield desk
    if desk.documents.window is not None:
        desk.documents.window.reject()
    desk.documents.close()


def words_in(pdf: bytes) -> str:
    """What stands on the pages, in one line."""
    buffer, read = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    read.load(buffer)
    said = " ".join(read.getAllText(page).text() for page in range(read.pageCount()))
    read.close()
    return " ".join(said.split())


def told() -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    text = f"{box.text()} {box.informativeText()}"
    box.close()
    return text


# --- what is seen -----------------------------------------------------------------------------


def test_the_pages_are_seen_and_read_out(desk: Desk) -> None:
    desk.open()
    assert desk.pages() >= 3
    pages = desk.window.preview._pages
    assert pages.accessibleName() == "Voorbeeld van de pagina's"
    assert pages.accessibleDescription().startswith(f"Pagina 1 van {desk.pages()}. ")
    assert "Gespreksnotitie burgemeester en wethouder" in pages.accessibleDescription()


def test_what_is_zeker_still_is_said_before_a_paper_is_kept(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    case = a_case_with(an_event("2021", "bel 06-12345678"), an_event("2022", "mail a@b.nl"))
    document.add_case(case)
    desk = Desk(qtbot, document, parent).open(VERSLAG)
    said = desk.window._why_it_stays.text()
    assert "vindt in deze casus nog 2 keer iets wat zeker herleidbaar is" in said
    assert desk.window._stays.isVisibleTo(desk.window)
    desk.window.reject()
    desk.documents.close()


def test_why_events_are_not_shown_and_how_to_change_it_is_said(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    case = a_case_with(an_event("2021", "ruzie"), an_event("2022", "schelden"))
    document.add_case(case)
    document.edit("nagelezen", made_deelbaar(case))
    desk = Desk(qtbot, document, parent).open()
    assert "2 van 2 gebeurtenissen niet getoond." in desk.left_out
    assert "2 gebeurtenissen zijn ‘alleen aan tafel’." in desk.left_out
    assert "kies bij ‘Voor wie is dit’" in desk.left_out
    desk.window.reject()
    desk.documents.close()


def test_chosen_belevingen_that_stay_at_the_table_are_told_before_and_after(desk: Desk) -> None:
    case = taken_back(desk.case)
    chosen = case.belevingen[:2]
    for beleving in chosen:
        case = case.put(replace(beleving, audience=Audience.TAFEL))
    summary = replace(case.summary, beleving_ids=tuple(b.id for b in chosen))
    desk.document.edit("voor wie", replace(case, summary=summary))
    desk.open()
    assert f"vallen {len(chosen)} gekozen belevingen weg." in desk.left_out
    desk.document.edit("nagelezen", made_deelbaar(desk.case))
    assert f"{len(chosen)} gekozen belevingen staan er niet op." in desk.made().left_out
    desk.window.choices.show_kind(VERSLAG)
    assert "gekozen beleving" not in desk.made().left_out


def test_how_often_a_paper_says_that_something_is_not_filled_in_is_told_before_it_goes(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    document.add_case(a_case_with(an_event("2021", "ruzie")))
    desk = Desk(qtbot, document, parent).open()
    told, said = re.search(r"(\d+) keer staat er", desk.left_out), words_in(desk.draft.pdf)
    assert told is not None
    assert int(told[1]) == said.count("Nog niet ingevuld:") > 3
    desk.window.reject()
    desk.documents.close()


def test_a_paper_on_which_all_is_filled_in_says_nothing_of_it(desk: Desk) -> None:
    desk.open()
    assert ("ingevuld" in desk.left_out) == ("Nog niet ingevuld:" in words_in(desk.draft.pdf))


def test_what_is_left_out_is_said(desk: Desk) -> None:
    desk.open()
    form = desk.window.choices._forms[NOTITIE]
    form._sections.set_value(("zinnen", "tijdlijn"))
    form._first.line.setText("2022")
    form._sections.changed.emit()
    desk.made()
    assert "van 60 gebeurtenissen niet getoond" in desk.left_out
    assert "‘Wat wij leren’" in desk.left_out
    assert "vanaf 1 januari 2022" in desk.left_out


def test_characters_without_a_shape_and_a_long_title_are_said(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    case = a_case_with(an_event("2021", "ruzie 🙂"), title="Een heel lange titel " * 12)
    desk = a_desk(qtbot, document, parent, case)
    desk.open()
    assert "🙂" in desk.left_out
    assert "tekens te lang voor twee regels" in desk.left_out
    desk.window.reject()
    desk.documents.close()


def test_a_day_that_cannot_be_read_is_said(desk: Desk) -> None:
    desk.open()
    form = desk.window.choices._forms[NOTITIE]
    form._first.line.setText("gisteren of zo")
    form._first.changed.emit()
    desk.made()
    assert desk.instead.startswith("Een datum is niet te lezen. Kijk links bij ‘Vanaf’")
    assert not desk.window._pdf.isEnabled()
    form._first.line.setText("2022")
    form._last.line.setText("2020")
    form._first.changed.emit()
    assert "De laatste dag ligt voor de eerste dag." in desk.made().instead
    assert all(not part.isVisible() for part in (desk.window._left_out, desk.window._lacks))
    form._last.line.setText("2023")
    form._last.changed.emit()
    desk.made()
    assert desk.window._pdf.isEnabled()
    assert desk.pages() >= 3


def test_the_line_comes_on_the_paper_that_is_asked(desk: Desk) -> None:
    desk.open(TIJDLIJN)
    on_a4 = desk.pages()
    form = desk.window.choices._forms[TIJDLIJN]
    form._paper.set_value(PaperSize.A3)
    form._paper.changed.emit()
    assert 1 < desk.made().pages() < on_a4
    assert not desk.window._odt.isEnabled()


def test_too_many_pages_is_said_and_cannot_be_kept(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    desk = a_desk(
        qtbot, document, parent, a_case_with(an_event("1850", "a"), an_event("2020", "b"))
    )
    desk.open(TIJDLIJN)
    form = desk.window.choices._forms[TIJDLIJN]
    form._scale.set_value(92)
    form._scale.changed.emit()
    assert "Zet meer dagen op een pagina." in desk.made().instead
    assert not desk.window._pdf.isEnabled()
    desk.window.reject()
    desk.documents.close()


def test_only_the_days_in_view(desk: Desk, tmp_path: Path) -> None:
    desk.open(TIJDLIJN)
    desk.window.choices._forms[TIJDLIJN]._take_days_in_view()
    desk.made().keep(tmp_path / "beeld.pdf")
    said = words_in((tmp_path / "beeld.pdf").read_bytes())
    assert "1 januari 2022 – 31 december 2022" in said
    assert "Vader verliest zijn werk" not in said


def test_the_line_says_that_its_dates_are_less_exact(desk: Desk) -> None:
    desk.document.edit("weer in bewerking", taken_back(desk.case))
    desk.open(TIJDLIJN)
    form = desk.window.choices._forms[TIJDLIJN]
    assert form._dates.value() is Dates.BEKEND
    assert "Data op" not in desk.left_out
    form._dates.set_value(Dates.JAAR)
    form._dates.changed.emit()
    assert "Data op het jaar." in desk.made().left_out


def test_a_report_of_a_case_that_can_be_shared_begins_on_the_month(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    desk = a_desk(qtbot, document, parent, a_case_with(an_event("3 mei 2024", "Ruzie")))
    read = document.case
    assert read is not None
    document.edit("terug", taken_back(read))
    assert desk.open(VERSLAG).window.wishes().options.dates is Dates.BEKEND
    document.edit("nagelezen", read)
    assert desk.made().window.wishes().options.dates is Dates.MAAND, "also while it is open"
    desk.window.close()
    assert desk.open(VERSLAG).window.wishes().options.dates is Dates.MAAND
    assert "Data op de maand." in desk.left_out
    desk.window.choices._forms[VERSLAG]._dates.set_value(Dates.KWARTAAL)
    desk.window.choices._forms[VERSLAG]._dates.changed.emit()
    assert "Data op het kwartaal." in desk.made().left_out
    desk.window.close()
    assert desk.open(VERSLAG).window.wishes().options.dates is Dates.KWARTAAL, "as chosen"
    desk.window.reject()
    desk.documents.close()


def dates_offered(desk: Desk, kind: DocumentKind) -> list[Dates]:
    return [value for value in desk.window.choices._forms[kind]._dates._values]


def test_no_day_is_offered_for_what_leaves_the_table(desk: Desk) -> None:
    desk.open()
    for kind in OF_CASE:
        assert Dates.BEKEND not in dates_offered(desk, kind)
    desk.document.edit("weer in bewerking", taken_back(desk.case))
    desk.made()
    offered = {kind: Dates.BEKEND in dates_offered(desk, kind) for kind in OF_CASE}
    assert offered == {kind: kind is not NOTITIE for kind in OF_CASE}


def test_counting_from_t0_is_off_until_there_is_one(desk: Desk, tmp_path: Path) -> None:
    desk.document.edit("geen T0", replace(desk.case, t0_event_id=""))
    desk.open()
    form = desk.window.choices._forms[NOTITIE]
    rows, row = form._dates.model(), dates_offered(desk, NOTITIE).index(Dates.RELATIEF)
    assert isinstance(rows, QStandardItemModel)
    assert not rows.item(row).isEnabled()
    assert form._no_t0.isVisible()
    first = next(event.id for event in desk.case.events if event.start.is_known)
    desk.document.edit("T0", replace(desk.case, t0_event_id=first))
    desk.made()
    assert rows.item(row).isEnabled()
    assert not form._no_t0.isVisible()
    form._dates.set_value(Dates.RELATIEF)
    form._dates.changed.emit()
    assert "Data ten opzichte van T0." in desk.made().left_out
    desk.keep(tmp_path / "notitie.pdf")
    said = words_in((tmp_path / "notitie.pdf").read_bytes())
    assert "data ten opzichte van T0" in said
    assert re.search(r"T\+\d+ (?:dgn|weken|mnd|jr)", said)
    desk.document.edit("geen T0", replace(desk.case, t0_event_id=""))
    desk.made()
    assert desk.window.wishes().options.dates is Dates.MAAND


# --- the fields -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read", "again"),
    [("2023", "2023", "2023"), ("mei 2023", "mei 2023", "mei 2023")],
)
@pytest.mark.parametrize("name", ["_first", "_last"])
def test_a_period_says_and_keeps_what_was_typed(
    desk: Desk, name: str, typed: str, read: str, again: str
) -> None:
    desk.open()
    field = getattr(desk.window.choices._forms[NOTITIE], name)
    field.line.setText(typed)
    assert field.reading.text() == read
    field.changed.emit()
    desk.made().window.reject()
    desk.open()
    assert getattr(desk.window.choices._forms[NOTITIE], name).line.text() == again


def test_what_is_chosen_for_one_case_does_not_hide_part_of_another(desk: Desk) -> None:
    first = desk.document.case
    assert first is not None
    desk.open(TIJDLIJN)
    form = desk.window.choices._forms[TIJDLIJN]
    form._first.line.setText("2023")
    form._paper.set_value(PaperSize.A3)
    form._first.changed.emit()
    desk.made().window.reject()
    desk.document.add_case(a_case_with(an_event("2021", "ruzie"), code="K2-2A"))
    desk.open(TIJDLIJN)
    assert "Alle gebeurtenissen staan erin." in desk.left_out
    assert desk.window.wishes() == Wishes(TIJDLIJN)
    desk.window.reject()
    desk.document.show_case(first.id)
    desk.open(TIJDLIJN)
    form = desk.window.choices._forms[TIJDLIJN]
    assert form._first.line.text() == "2023"
    assert form._paper.value() is PaperSize.A3


@pytest.mark.parametrize("percents", [100, 200])
def test_no_word_to_choose_from_is_cut(
    qtbot: QtBot, qapp: QApplication, document: Document, parent: QWidget, percents: int
) -> None:
    before = theme.current_theme()
    theme.apply(qapp, theme.LIGHT, percents)
    document.add_case(a_case_with(an_event("2021", "ruzie")))
    everything = Screen(Choices(dimmed=frozenset("a")), YEAR_2022, frozenset("a"))
    documents = Documents(document, lambda: everything, parent)
    documents.open(TIJDLIJN)
    window = documents.window
    assert window is not None
    for kind in OF_CASE:
        window.choices.show_kind(kind)
        boxes = window.choices._forms[kind].findChildren(Choice)
        seen = [box for box in boxes if box.isVisible()]
        assert len(seen) >= (1 if kind is DocumentKind.RADERTJES else 2)
        QApplication.sendPostedEvents()
        assert min(box.width() for box in seen) > 200, "it is laid out"
        assert [words for box in seen for words in cut_words(box)] == []
    window.reject()
    documents.close()
    theme.apply(qapp, before, 100)


def test_a_button_with_the_focus_has_one_ring(desk: Desk) -> None:
    desk.open(TIJDLIJN)
    form = desk.window.choices._forms[TIJDLIJN]
    form._last.setFocus()
    press(Qt.Key.Key_Tab)
    button = focused()
    assert name_of(button) == "Dagen die nu in beeld zijn"
    seen = button.grab().toImage()
    inside = {seen.pixelColor(x, seen.height() // 2).name() for x in range(4, 40)}
    assert len(inside) == 1, "a second ring inside the first"


def cut_words(box: Choice) -> list[str]:
    """The words that are wider than the box has room for."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    words = (box.itemText(place) for place in range(box.count()))
    return [text for text in words if box.fontMetrics().horizontalAdvance(text) > room]


# --- what is kept -----------------------------------------------------------------------------


def test_what_was_seen_is_what_is_kept_and_recorded(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    seen, pages = desk.documents._draft, desk.pages()
    assert seen is not None
    said = desk.keep(tmp_path / "notitie.pdf")
    assert (tmp_path / "notitie.pdf").read_bytes() == seen.pdf
    assert f"De gespreksnotitie is bewaard in {tmp_path / 'notitie.pdf'}." in said
    assert "Vastgelegd als versie 1." in said
    assert "Wet open overheid" in said
    [issued] = desk.issued()
    assert (issued.version, issued.form, issued.pages) == (1, DocumentForm.PDF, pages)
    assert issued.total == 60
    assert desk.document.file.issued_data(issued.id) == seen.pdf


def test_the_same_pages_keep_their_number_and_others_get_the_next(
    desk: Desk, tmp_path: Path
) -> None:
    desk.open()
    desk.keep(tmp_path / "een.pdf")
    assert "weer versie 1" in desk.keep(tmp_path / "nog-eens.pdf")
    form = desk.window.choices._forms[NOTITIE]
    form._sections.set_value(("zinnen",))
    form._sections.changed.emit()
    desk.made()
    assert desk.window._told.text() == "", "that was of what was asked before"
    assert "Vastgelegd als versie 2." in desk.keep(tmp_path / "twee.pdf")
    assert [uitgave.version for uitgave in desk.issued()] == [1, 2]
    assert "Versie 2" in words_in((tmp_path / "twee.pdf").read_bytes())


def test_the_same_version_is_kept_as_text_too(desk: Desk, tmp_path: Path) -> None:
    desk.open().keep(tmp_path / "notitie.pdf")
    said = desk.keep(tmp_path / "notitie.odt", DocumentForm.ODT)
    assert "Vastgelegd als versie 1." in said
    assert (tmp_path / "notitie.odt").read_bytes().startswith(b"PK")
    assert [(uitgave.version, uitgave.form) for uitgave in desk.issued()] == [
        (1, DocumentForm.PDF),
        (1, DocumentForm.ODT),
    ]
    desk.window._tabs.setCurrentIndex(1)
    desk.window.issued._list.setCurrentRow(0)
    assert "Bewaar het om het te bekijken" in desk.window.preview._words.text()
    assert desk.window._odt.isEnabled()
    assert not desk.window._print.isEnabled()


def test_keeping_does_not_wait_for_the_pages(desk: Desk, tmp_path: Path) -> None:
    desk.documents.open(NOTITIE)
    assert "Vastgelegd als versie 1." in desk.keep(tmp_path / "snel.pdf")
    assert (tmp_path / "snel.pdf").read_bytes().startswith(b"%PDF")


def test_escape_does_not_drop_what_waits_to_be_kept(desk: Desk, tmp_path: Path) -> None:
    desk.documents.open(NOTITIE)
    desk.documents.keep_in(str(tmp_path / "haast.pdf"))
    desk.window.reject()
    assert desk.documents.window is not None, "what was asked is done first"
    desk.made()
    assert (tmp_path / "haast.pdf").exists()
    desk.window.reject()
    assert desk.documents.window is None


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "schijf"), (errno.EACCES, "niet worden geschreven")]
)
def test_a_file_that_cannot_be_written_stays_as_it_was(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "notitie.pdf"
    target.write_bytes(b"%PDF-oud")
    desk.open()
    monkeypatch.setattr(os, "fsync", fail)
    assert desk.keep(target) == ""
    assert said in told()
    assert target.read_bytes() == b"%PDF-oud"
    assert desk.issued() == ()


def test_a_folder_that_is_gone_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    desk.keep(tmp_path / "weg" / "notitie.pdf")
    assert "De map voor het document is er niet." in told()


def test_a_file_that_is_only_read_still_makes_documents(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    with new_file(tmp_path / "lezen.hgkm") as made:
        made.save(made_deelbaar(for_bestuur(a_case_of_sixty())))
    document = Document(open_file(tmp_path / "lezen.hgkm", read_only=True))
    document.show_case(document.headings()[0].id)
    desk = Desk(qtbot, document, parent).open()
    said = desk.keep(tmp_path / "notitie.pdf")
    assert "is bewaard in" in said
    assert "Het is niet vastgelegd bij de casus." in said
    assert document.file.read_only_reason in said
    desk.window.reject()
    desk.documents.close()
    document.close()


# --- what must not leave yet ------------------------------------------------------------------


@pytest.fixture
def unread(desk: Desk) -> Desk:
    """The same case, in bewerking again."""
    desk.document.edit("weer in bewerking", taken_back(desk.case))
    return desk


def test_a_gespreksnotitie_in_bewerking_can_be_seen_and_no_more(unread: Desk) -> None:
    unread.open()
    assert unread.pages() >= 3
    assert "In bewerking, blijft aan deze tafel" in words_in(unread.draft.pdf)
    assert not unread.may_go()
    assert "als de casus deelbaar is" in unread.why_it_stays
    for kind in (TIJDLIJN, DocumentKind.CASUSVERSLAG):
        unread.window.choices.show_kind(kind)
        unread.made()
        assert unread.may_go()
        assert unread.why_it_stays == ""


def test_it_is_said_before_what_falls_away_once_the_case_is_deelbaar(desk: Desk) -> None:
    first, *_ = shown = [event for event in desk.case.events if event.is_shown]
    case = taken_back(desk.case)
    desk.document.edit("voor wie", case.put(replace(first, audience=Audience.VERSLAG)))
    desk.open()
    assert "dan valt 1 gebeurtenis weg: die is niet voor bestuur." in desk.left_out
    desk.window.choices.show_kind(VERSLAG)
    assert "weg" not in desk.made().left_out
    narrow = [replace(event, audience=Audience.TAFEL) for event in shown[:2]]
    desk.document.edit("voor wie", case.put_all(narrow))
    assert "dan vallen 2 gebeurtenissen weg: die zijn alleen aan tafel." in desk.made().left_out
    desk.document.edit("nagelezen", made_deelbaar(desk.case))
    assert "vallen" not in desk.made().left_out


def test_who_goes_around_the_buttons_gets_nothing_either(unread: Desk, tmp_path: Path) -> None:
    unread.open()
    for form in unread.draft_forms:
        assert unread.keep(tmp_path / "notitie", form) == ""
        assert "deelbaar" in told()
    unread.documents.print_on(a_pdf_printer(tmp_path / "afdruk.pdf"))
    unread.made()
    assert "deelbaar" in told()
    for act in (
        lambda: odt_of(unread.draft, tmp_path / "notitie.odt", nobody),
        lambda: put(ToKeep(tmp_path / "a.pdf", DocumentForm.PDF, Pages.of(unread.draft)), nobody),
    ):
        with pytest.raises(NotDeelbaar):
            act()
    uitgave = unread.draft.uitgave(DocumentForm.PDF, unread.draft.pdf, 3, 1)
    for state in CaseState:
        with pytest.raises(NotDeelbaar):
            unread.document.issue(unread.case.id, replace(uitgave, state=state), unread.draft.pdf)
    assert list(tmp_path.glob("*.[po]d[ft]")) == []
    assert unread.issued() == ()


def test_the_window_follows_a_case_that_changes_while_it_is_open(
    desk: Desk, tmp_path: Path
) -> None:
    desk.open()
    seen = desk.draft
    assert desk.may_go()
    event = desk.case.events[0]
    desk.document.edit("titel", desk.case.put(replace(event, title="Andere woorden hier")))
    assert not desk.may_go(), "at once, before the pages are there"
    desk.made()
    assert not desk.may_go()
    assert "Andere woorden hier" in words_in(desk.draft.pdf)
    with pytest.raises(NotDeelbaar):
        desk.document.issue(desk.case.id, seen.uitgave(DocumentForm.PDF, seen.pdf, 3, 1), seen.pdf)
    desk.document.undo_stack.undo()
    desk.made()
    assert desk.may_go()
    assert "Vastgelegd als versie 1." in desk.keep(tmp_path / "notitie.pdf")


def test_what_waits_for_its_pages_is_not_kept_of_a_case_that_changed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.documents.open(NOTITIE)
    desk.documents.keep_in(str(tmp_path / "haast.pdf"))
    desk.document.edit("weer in bewerking", taken_back(desk.case))
    desk.made()
    assert "deelbaar" in told()
    assert not (tmp_path / "haast.pdf").exists()


def test_the_window_goes_when_another_case_comes_on_screen(desk: Desk) -> None:
    desk.open()
    desk.document.add_case(a_case_with(an_event("2021", "ruzie"), code="K2-2A"))
    assert desk.documents.window is None


def test_the_check_is_asked_once_the_window_has_made_room(unread: Desk) -> None:
    unread.open()
    with unread.qtbot.waitSignal(unread.documents.check_requested):
        unread.window._check.click()
    assert unread.documents.window is None


def test_a_notitie_that_went_out_can_be_kept_again_when_the_case_is_in_bewerking(
    desk: Desk, tmp_path: Path
) -> None:
    desk.open().keep(tmp_path / "toen.pdf")
    desk.document.edit("weer in bewerking", taken_back(desk.case))
    desk.made()
    desk.window._tabs.setCurrentIndex(1)
    desk.window.issued._list.setCurrentRow(0)
    assert desk.may_go()
    assert desk.why_it_stays == ""
    desk.keep(tmp_path / "weer.pdf")
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "toen.pdf").read_bytes()


def test_a_notitie_of_before_that_never_should_have_left_is_only_seen(
    unread: Desk, tmp_path: Path
) -> None:
    unread.open()
    data, connection = unread.draft.pdf, unread.document.file.connection
    early = unread.draft.uitgave(DocumentForm.PDF, data, 3, 1)
    add_uitgave(connection, unread.case.id, early, data)
    unread.documents._list_issued()
    unread.window._tabs.setCurrentIndex(1)
    unread.window.issued._list.setCurrentRow(0)
    assert unread.pages() >= 3
    assert not unread.may_go()
    unread.keep(tmp_path / "oud.pdf")
    assert "deelbaar" in told()


@pytest.mark.parametrize("kind", OF_CASE)
def test_a_hiding_place_never_reaches_a_document_that_leaves(
    qtbot: QtBot, document: Document, parent: QWidget, kind: DocumentKind
) -> None:
    hidden = an_event("2021", "Moeder zit in de opvang aan de Dorpsstraat 12", is_shown=False)
    desk = a_desk(qtbot, document, parent, a_case_with(hidden, an_event("2022", "ruzie")))
    desk.open(kind)
    assert "zeker herleidbaar" in desk.instead
    assert desk.documents._draft is None
    assert not desk.may_go()
    desk.window.reject()
    desk.documents.close()


# --- what is printed --------------------------------------------------------------------------


def a_pdf_printer(target: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_what_is_printed_is_said_and_recorded(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    printer = a_pdf_printer(tmp_path / "afdruk.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    desk.documents.print_on(printer)
    desk.made()
    assert "als plaatjes van de pagina's" in desk.window._told.text()
    assert [uitgave.form for uitgave in desk.issued()] == [DocumentForm.PDF]


def test_what_is_printed_to_a_file_is_what_was_seen(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    desk.documents.print_on(a_pdf_printer(tmp_path / "afdruk.pdf"))
    desk.made()
    assert desk.documents._draft is not None
    assert (tmp_path / "afdruk.pdf").read_bytes() == desk.documents._draft.pdf
    assert f"bewaard in {tmp_path / 'afdruk.pdf'}" in desk.window._told.text()


# --- what went out before ---------------------------------------------------------------------


def test_a_document_of_before_is_seen_and_kept_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    desk.keep(tmp_path / "toen.pdf")
    was = (tmp_path / "toen.pdf").read_bytes()
    desk.window.reject()
    case = desk.document.case
    assert case is not None
    desk.document.edit("weg", a_case_with(id=case.id, code=case.code))
    desk.open()
    assert desk.documents._draft is not None
    assert desk.documents._draft.pdf != was
    desk.window._tabs.setCurrentIndex(1)
    desk.window.issued._list.setCurrentRow(0)
    desk.made()
    assert "versie 1" in desk.window.issued._list.item(0).text()
    assert "Gespreksnotitie" in desk.window.preview._pages.accessibleDescription()
    desk.keep(tmp_path / "weer.pdf")
    assert (tmp_path / "weer.pdf").read_bytes() == was
    assert len(desk.issued()) == 1, "it went out before"


def test_looking_back_makes_nothing_anew(anew: Desk, tmp_path: Path) -> None:
    anew.open().keep(tmp_path / "een.pdf")
    made = anew.documents._draft
    anew.window._tabs.setCurrentIndex(1)
    assert "Kies een document" in anew.window.preview._words.text()
    assert not anew.window._pdf.isEnabled()
    anew.window._tabs.setCurrentIndex(0)
    assert anew.documents._draft is made
    assert anew.pages() >= 3
    assert "weer versie 1" in anew.keep(tmp_path / "nog-eens.pdf")


def test_a_click_on_what_was_made_before_goes_to_its_list(desk: Desk, tmp_path: Path) -> None:
    desk.open().keep(tmp_path / "een.pdf")
    bar = desk.window._tabs.tabBar()
    click = Qt.MouseButton.LeftButton
    QTest.mouseClick(bar, click, pos=bar.tabRect(1).center())
    desk.qtbot.waitUntil(desk.window.issued._list.hasFocus)
    assert "versie 1" in desk.window.issued._list.currentItem().text()
    assert desk.documents._shown is not None, "the newest is seen at once"
    QTest.mouseClick(bar, click, pos=bar.tabRect(0).center())
    assert not desk.window.looks_back


# --- while it is made -------------------------------------------------------------------------


def test_a_newer_wish_ends_the_older_and_never_two_are_made_at_once(
    anew: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hgkm_desktop.reports.writing import pdf

    at_once, most, write = 0, [0], pdf.write_pdf

    def counting(*arguments: object, **options: object) -> None:
        nonlocal at_once
        at_once += 1
        most[0] = max(most[0], at_once)
        assert threading.current_thread() is not threading.main_thread()
        try:
            write(*arguments, **options)  # type: ignore[arg-type]
        finally:
            at_once -= 1

    monkeypatch.setattr(pdf, "write_pdf", counting)
    anew.documents.open(NOTITIE)
    form = anew.window.choices._forms[NOTITIE]
    for chosen in (("zinnen",), ("goed",), ("zinnen", "vragen")):
        form._sections.set_value(chosen)
        anew.documents._wish()
        anew.documents._make()
    anew.made()
    draft = anew.documents._draft
    assert draft is not None
    assert draft.asked.wishes.options.sections == frozenset({"zinnen", "vragen"})
    assert most == [1]


def test_making_can_be_ended_and_begun_again(anew: Desk, tmp_path: Path) -> None:
    anew.documents.open(NOTITIE)
    anew.documents._make()
    assert anew.window.findChildren(QProgressBar)[0].isVisible()
    anew.window._end.click()
    assert not anew.documents._background.is_busy
    assert "gestopt" in anew.window.preview._words.text()
    anew.keep(tmp_path / "toch.pdf")
    assert (tmp_path / "toch.pdf").exists()


def test_closing_the_window_ends_what_is_made(
    qtbot: QtBot, document: Document, parent: QWidget
) -> None:
    desk = a_desk(qtbot, document, parent, long_case(400))
    desk.documents.open(TIJDLIJN)
    desk.documents._make()
    desk.window.reject()
    assert desk.documents.window is None
    assert not desk.documents._background.is_busy
    desk.open()
    assert desk.pages() >= 3, "the next time it works again"
    desk.window.reject()
    desk.documents.close()


# --- with the keyboard alone ------------------------------------------------------------------


def test_the_whole_job_with_the_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tab_to("Het voorbeeld bekijken")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert name_of(focused()) == "Tijdlijn"
    press(Qt.Key.Key_Up)
    assert name_of(focused()) == "Casusverslag"
    tab_to("Wat wij leren")
    press(Qt.Key.Key_Space)
    tab_to("Hoe precies de data zijn")
    press(Qt.Key.Key_Down)
    assert text_of(focused()) == "Op de maand"
    tab_to("Vanaf")
    type_text("2021")
    press(Qt.Key.Key_Return)
    assert window.open_file is not None
    documents = window.open_file.documents
    assert documents.window is not None
    preview = documents.window.preview
    qtbot.waitUntil(lambda: preview.page_count > 2, timeout=30_000)
    tab_to("Voorbeeld van de pagina's")
    press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview._place.text().startswith("Pagina 2 van"))
    press(Qt.Key.Key_Plus)
    assert preview._zoom.currentText().endswith("%")
    tab_to("Bewaren als pdf")
    press(Qt.Key.Key_Return)
    fill(str(tmp_path / "verslag.pdf"))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "verslag.pdf").exists, timeout=30_000)
    said = words_in((tmp_path / "verslag.pdf").read_bytes())
    assert "Weggelaten: ‘Wat wij leren’." in said
    qtbot.waitUntil(lambda: "versie 1" in documents.window._told.text())  # type: ignore[union-attr]
    tab_to("Nieuw of eerder gemaakt")
    press(Qt.Key.Key_Right)
    tab_to("Eerder gemaakt")
    press(Qt.Key.Key_Down)
    assert "Casusverslag, versie 1" in documents.window.issued._list.currentItem().text()
    press(Qt.Key.Key_Escape)
    assert documents.window is None


def test_print_is_where_the_focus_is_when_that_was_asked(window: MainWindow, qtbot: QtBot) -> None:
    tab_to("Het voorbeeld bekijken")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_P, CTRL)
    assert name_of(focused()) == "Afdrukken…"
    press(Qt.Key.Key_Escape)


def test_the_way_from_a_notitie_that_must_stay_leads_to_the_check(
    window: MainWindow, qtbot: QtBot
) -> None:
    tab_to("Het voorbeeld bekijken")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_G, CTRL)
    assert window.open_file is not None
    documents = window.open_file.documents
    assert documents.window is not None
    preview = documents.window.preview
    qtbot.waitUntil(lambda: preview.page_count > 2, timeout=30_000)
    tab_to("Herleidbaarheidscheck…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(focused().window(), CheckWindow), timeout=30_000)
    focused().window().close()


def test_the_file_keeps_what_went_out(desk: Desk, tmp_path: Path) -> None:
    desk.open().keep(tmp_path / "notitie.pdf")
    [issued] = desk.issued()
    desk.window.reject()
    path = desk.document.file.path
    desk.document.file.copy_to(tmp_path / "kopie.hgkm")
    assert path.exists()
    with open_file(tmp_path / "kopie.hgkm") as copy:
        assert isinstance(copy, CaseFile)
        assert copy.issued_data(issued.id) == (tmp_path / "notitie.pdf").read_bytes()


@pytest.mark.parametrize("typed", ["notitie 22.11.2026", "notitie.pdf.txt", "notitie"])
def test_a_name_that_was_typed_always_gets_its_ending(
    desk: Desk, tmp_path: Path, typed: str
) -> None:
    desk.open()
    desk.keep(tmp_path / typed)
    kept = tmp_path / f"{typed}.pdf"
    assert kept.read_bytes().startswith(b"%PDF")
    kept.write_bytes(b"%PDF van iemand anders")
    desk.keep(tmp_path / typed)
    assert kept.read_bytes() == b"%PDF van iemand anders"
    assert (tmp_path / f"{typed} (2).pdf").exists()

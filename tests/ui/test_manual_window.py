"""The window of the manuals, by keyboard: reading, links and back, finding words, and as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QApplication, QLabel

from hgkm_desktop.reports.content import Subheading
from hgkm_desktop.reports.manual.manual import MANUALS, text_of
from hgkm_desktop.ui.learning.manual_window import SEARCH, WHICH, ManualWindow, show_manual
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.keyboard import CTRL, SHIFT, focused, name_of, press, tab_to, type_text, wait_until

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def manual(window: MainWindow, qapp: QApplication) -> Iterator[ManualWindow]:
    """Opened from the start screen, with its key."""
    before = theme.current_theme()
    press(Key.Key_F1, SHIFT)
    yield shown_in(window)
    theme.apply(qapp, before, 100)


def shown_in(window: MainWindow) -> ManualWindow:
    (found,) = window.findChildren(ManualWindow)
    return found


def at_top(manual: ManualWindow) -> str:
    """The line of text at the top of the page."""
    corner = manual.page.viewport().rect().topLeft()
    return manual.page.cursorForPosition(corner).block().text()


def said(manual: ManualWindow) -> str:
    labels = [one.text() for one in manual.findChildren(QLabel)]
    return next(words for words in labels if words not in ("", WHICH))


def test_the_contents_are_the_headings_of_the_manual(manual: ManualWindow) -> None:
    tree, chapters = manual.contents, text_of(MANUALS[0]).chapters
    found = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    tops = [top for top in found if top is not None]
    assert [top.text(0) for top in tops] == [chapter.heading for chapter in chapters]
    inside = [block.text for block in chapters[0].blocks if isinstance(block, Subheading)]
    parts = (tops[0].child(n) for n in range(tops[0].childCount()))
    assert [part.text(0) for part in parts if part is not None] == inside
    assert tops[0].isExpanded()


def test_going_through_the_contents_brings_each_heading_to_the_top(manual: ManualWindow) -> None:
    assert name_of(focused()) == "Inhoud"
    for _ in range(3):
        press(Key.Key_Down)
    assert at_top(manual) == "De stappen van het gesprek"
    press(Key.Key_Return)
    assert name_of(focused()) == "Tekst"


def test_the_contents_point_at_what_is_read(manual: ManualWindow) -> None:
    press(Key.Key_Return)
    for _ in range(6):
        press(Key.Key_PageDown)
    wait_until(lambda: current(manual) != "De eerste avond")


def current(manual: ManualWindow) -> str:
    here = manual.contents.currentItem()
    assert here is not None
    return here.text(0)


def test_tab_goes_along_the_links_in_sight_and_on(manual: ManualWindow) -> None:
    press(Key.Key_Return)
    press(Key.Key_Tab)
    assert manual.page.textCursor().selectedText() == "De eerste avond"
    for _ in range(12):  # no more links than fit on a screen
        if name_of(focused()) != "Tekst":
            break
        press(Key.Key_Tab)
    assert name_of(focused()) == WHICH
    assert not manual.page.textCursor().hasSelection()


def test_a_link_is_followed_by_keyboard_and_back_leads_back(manual: ManualWindow) -> None:
    press(Key.Key_Return)
    press(Key.Key_Tab)  # the first link
    before = manual.page.place()
    press(Key.Key_Return)
    assert at_top(manual) == "De eerste avond"
    press(Key.Key_Left, ALT)
    assert manual.page.place() == before


def test_a_link_to_another_manual_opens_it_and_back_returns(window: MainWindow) -> None:
    manual = show_manual(window)
    tab_to(WHICH)
    press(Key.Key_Down)
    assert manual.windowTitle() == MANUALS[1].label
    press(Key.Key_Left, ALT)
    assert manual.windowTitle() == MANUALS[0].label


@pytest.mark.parametrize("number", range(len(MANUALS)))
def test_every_document_can_be_chosen(manual: ManualWindow, number: int) -> None:
    tab_to(WHICH)
    for _ in range(number):
        press(Key.Key_Down)
    assert manual.page.toPlainText().startswith(text_of(MANUALS[number]).title)


def test_help_from_elsewhere_opens_at_its_heading(window: MainWindow) -> None:
    manual = show_manual(window, "De invoerregel")
    assert at_top(manual) == "De invoerregel"
    assert show_manual(window, "Belevingen") is manual
    assert at_top(manual) == "Belevingen"


def test_words_are_found_counted_and_gone_through(manual: ManualWindow) -> None:
    press(Key.Key_F, CTRL)
    assert name_of(focused()) == SEARCH
    type_text("herstelblad")
    whole = manual.page.toPlainText().lower()
    count = whole.count("herstelblad")
    assert said(manual) == f"{count} keer gevonden"
    press(Key.Key_Return)
    assert said(manual) == f"1 van {count} gevonden"
    assert manual.page.textCursor().selectedText().lower() == "herstelblad"
    for _ in range(count):
        press(Key.Key_Return)
    assert said(manual) == f"1 van {count} gevonden"


def test_words_that_are_not_there_are_said_to_be_missing(manual: ManualWindow) -> None:
    press(Key.Key_F, CTRL)
    type_text("qqq")
    assert said(manual) == "Niet gevonden. Probeer een ander woord."
    press(Key.Key_Return)
    assert not manual.page.textCursor().hasSelection()


def test_every_picture_is_shown_and_its_words_stand_under_it(manual: ManualWindow) -> None:
    block, seen = manual.page.document().begin(), 0
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            shown = fragments.fragment().charFormat()
            if shown.isImageFormat():
                seen += 1
                assert is_shown(manual, shown.toImageFormat())
                assert len(block.next().text().split()) > 5
            fragments += 1
        block = block.next()
    assert seen >= 15


def is_shown(manual: ManualWindow, shown: QTextImageFormat) -> bool:
    """Whether its file is found, and it is not wider than the page."""
    kind = QTextDocument.ResourceType.ImageResource.value
    image = manual.page.loadResource(kind, QUrl(shown.name()))
    assert isinstance(image, QImage)
    return not image.isNull() and shown.width() < manual.page.viewport().width()


@pytest.mark.parametrize("size", [100, 200])
def test_nobody_has_to_scroll_aside(manual: ManualWindow, qapp: QApplication, size: int) -> None:
    theme.apply(qapp, theme.LIGHT, size)
    manual.resize(760, 600)
    tab_to(WHICH)
    for _ in MANUALS:
        wait_until(lambda: manual.page.horizontalScrollBar().maximum() == 0)
        press(Key.Key_Down)


def test_a_window_of_another_size_stays_where_it_was(manual: ManualWindow) -> None:
    manual.present("Belevingen")
    for wide in (760, 1000):
        manual.resize(wide, 600)
        wait_until(lambda: not manual.page._pause.isActive())
        assert at_top(manual) == "Belevingen"


def test_another_theme_and_larger_text_keep_the_place(
    manual: ManualWindow, qapp: QApplication
) -> None:
    manual.present("Belevingen")
    small = manual.page.document().size().height()
    theme.apply(qapp, theme.DARK, 150)
    wait_until(lambda: manual.page.document().size().height() > small)
    assert theme.DARK.accent in manual.page.toHtml()
    assert manual.page.place() > 0


def test_escape_closes_it(manual: ManualWindow, window: MainWindow) -> None:
    press(Key.Key_Escape)
    wait_until(lambda: not window.findChildren(ManualWindow))


def test_it_is_kept_as_the_pdf_that_the_writer_makes(manual: ManualWindow, tmp_path: Path) -> None:
    tab_to(WHICH)
    press(Key.Key_Down)
    target = tmp_path / "gids.pdf"
    manual.keep(str(target))
    wait_until(target.exists)
    wait_until(lambda: said(manual) == f"De pdf staat nu in {target}.")
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_a_pdf_that_cannot_be_written_is_said(manual: ManualWindow, tmp_path: Path) -> None:
    tab_to(WHICH)
    press(Key.Key_Down)
    manual.keep(str(tmp_path / "weg" / "gids.pdf"))
    wait_until(lambda: "De map voor het document is er niet." in said(manual))

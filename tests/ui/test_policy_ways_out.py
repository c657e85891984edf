"""Where the administrator lets nothing out, nothing comes out: by no way, and each says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import policy
from hgkm_desktop.casefile import CaseFile, insist_on_place
from hgkm_desktop.casefile.remembered import recall, remember
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.case.results_window import ResultsWindow
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.destroyed_dialog import DestroyedDialog
from hgkm_desktop.ui.file.passing_on import PassingOn
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.action_papers import ActionPapers
from hgkm_desktop.ui.papers.document_out import Pages, ToKeep, odt_of, print_pages, put
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.papers.export_dialog import LineExport
from hgkm_desktop.ui.papers.export_wishes import Form
from hgkm_desktop.ui.papers.ways_out import OFF
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import PASSPHRASE, new_file

CASE = made_deelbaar(a_case_with(an_event("mei 2022", "ruzie om de sleutels"), code="Q8-4T"))
SCREEN = Screen(Choices(), Window(738156.0, 738521.0), frozenset())
ROOT = Path(policy.__file__).parent
# What puts something where others than the program can read it.
OUT = re.compile(
    r"put_file\(|write_file\(|paint_pdf\(|\.clipboard\(\)\.set|setMimeData\(|copy_for_colleague\("
    r"|write_bytes\(|write_text\("
)
ASKS = re.compile(r"insist_on_documents\(|insist_may_go_out\(|insist_on_colleague_copy\(|why_off\(")
HARMLESS = {
    "settings.py": "the settings of the program",
    "casefile/engine.py": "the journal of the file itself",
    "reports/writing/pdf.py": "what the ways out call",
    "ui/papers/printing.py": "what the ways out call",
    "ui/parts/clipboard.py": "marks what is on the clipboard already",
    "ui/tables/empty_table_dialog.py": "an empty table",
    "ui/file/herstelblad_dialog.py": "without it a file could be lost",
    "ui/figures/figure_grid.py": "one number, as any field is copied",
    "ui/file/transport_dialog.py": "the file itself refuses it",
    "ui/learning/manual_window.py": "the manual holds no case",
    "ui/learning/keys_window.py": "nor does the list of keys",
}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "beleid.toml"
    monkeypatch.setattr(policy, "place", lambda: path)
    return path


@pytest.fixture
def off(file: Path) -> Callable[[], None]:
    """Has the administrator turn everything off."""

    def turn() -> None:
        lines = "documenten = false\nkopie_voor_collega = false\nsleutel_onthouden = false\n"
        file.write_text(lines, encoding="utf-8")

    return turn


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document(new_file(tmp_path / "a.hgkm"))
    document.add_case(CASE)
    yield document
    document.close()


@pytest.fixture
def parent(parent: QWidget) -> Iterator[QWidget]:
    yield parent
    for dialog in QApplication.topLevelWidgets():
        if dialog.isVisible():
            dialog.close()


def said() -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    words = f"{box.text()} {box.informativeText()}"
    box.close()
    return words


def nobody(_: float) -> None:
    """Nobody wants to know how far it is."""


def buttons(window: QWidget) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.findChildren(QPushButton)}


# --- every way ----------------------------------------------------------------------------------


def not_asking(sources: dict[str, str]) -> set[str]:
    """The files that let something out and ask nobody."""
    return {name for name, text in sources.items() if OUT.search(text) and not ASKS.search(text)}


def ours() -> dict[str, str]:
    found = {p.relative_to(ROOT).as_posix(): p for p in ROOT.rglob("*.py")}
    return {name: path.read_text(encoding="utf-8") for name, path in found.items()}


def test_every_way_out_asks_the_policy_or_is_known_to_be_harmless() -> None:
    assert not_asking(ours()) == HARMLESS.keys()


def test_a_way_out_that_asks_nobody_would_be_found() -> None:
    new = {"ui/new.py": "QGuiApplication.clipboard().setText(case)"}
    assert not_asking(new) == {"ui/new.py"}


# --- documents ----------------------------------------------------------------------------------


PAGES = Pages(DocumentKind.CASUSVERSLAG, CaseState.DEELBAAR, b"%PDF-")


def test_no_bytes_come_in_a_file_or_on_a_printer(
    tmp_path: Path, off: Callable[[], None], qapp: QApplication
) -> None:
    target = tmp_path / "uit.pdf"
    put(ToKeep(target, DocumentForm.PDF, PAGES), nobody)
    assert target.read_bytes() == b"%PDF-", "a control: without a policy it is there"
    target.unlink()
    off()
    with pytest.raises(policy.TurnedOff):
        put(ToKeep(target, DocumentForm.PDF, PAGES), nobody)
    printer = QPrinter()
    printer.setOutputFileName(str(target))
    with pytest.raises(policy.TurnedOff):
        print_pages(PAGES, printer, nobody)
    assert not target.exists()


def test_the_window_of_documents_shows_and_keeps_nothing(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path, off: Callable[[], None]
) -> None:
    off()
    documents = Documents(document, lambda: SCREEN, parent)
    documents.open(DocumentKind.CASUSVERSLAG)
    window = documents.window
    assert window is not None
    qtbot.waitUntil(lambda: not documents.is_busy)
    assert window.preview.page_count > 0, "it can be looked at"
    outs = [window._pdf, window._odt, window._print]
    assert not any(button.isEnabled() for button in outs)
    assert {button.toolTip() for button in outs} == {OFF}
    assert window._why_it_stays.text() == OFF
    assert window._check.isHidden(), "reading it through would change nothing"
    documents.keep_in(str(tmp_path / "uit.pdf"))
    assert "Uw beheerder" in said()
    draft = documents._draft
    assert draft is not None
    with pytest.raises(policy.TurnedOff):
        odt_of(draft, tmp_path / "uit.odt", nobody)
    assert not list(tmp_path.glob("uit*"))
    assert document.file.issued(CASE.id) == ()
    window.reject()
    documents.close()


def test_papers_of_works_and_their_tables_stay(
    qtbot: QtBot, document: Document, parent: QWidget, tmp_path: Path, off: Callable[[], None]
) -> None:
    papers = ActionPapers(document, (), parent)
    papers.open()
    qtbot.waitUntil(lambda: papers.draft is not None)
    outs = [papers._pdf, papers._odt, papers._print, *papers.tables.buttons]
    assert all(button.isEnabled() for button in outs), "a control"
    papers.done(0)
    off()
    papers = ActionPapers(document, (), parent)
    papers.open()
    qtbot.waitUntil(lambda: papers.draft is not None)
    outs = [papers._pdf, papers._odt, papers._print, *papers.tables.buttons]
    assert not any(button.isEnabled() for button in outs)
    assert {button.toolTip() for button in outs} == {OFF}
    assert papers._told.text() == OFF
    papers.keep_in(str(tmp_path / "uit.pdf"))
    assert "Uw beheerder" in said()
    papers.tables.keep(".ods", str(tmp_path / "uit.ods"))
    assert "Uw beheerder" in said()
    assert not list(tmp_path.glob("uit*"))
    papers.done(0)


@pytest.mark.parametrize("form", Form)
def test_no_picture_of_the_line_is_made(
    parent: QWidget, tmp_path: Path, off: Callable[[], None], form: Form
) -> None:
    off()
    QApplication.clipboard().setText("van een ander")
    export = LineExport(parent, CASE, SCREEN)
    export.start()
    export.dialog._form.set_value(form)
    export._preview()
    assert export.dialog._said.text() == OFF
    assert not export.dialog._keep.isEnabled()
    export.keep()
    assert "Uw beheerder" in said()
    export.write(str(tmp_path / "uit"))
    assert "Uw beheerder" in said()
    assert not list(tmp_path.glob("uit*"))
    assert QApplication.clipboard().text() == "van een ander"
    export.dialog.reject()


def test_what_is_read_off_the_line_is_not_copied(
    document: Document, parent: QWidget, off: Callable[[], None]
) -> None:
    off()
    QApplication.clipboard().setText("van een ander")
    window = ResultsWindow(document, parent)
    window.show()
    copy = buttons(window)["Kopiëren als tekst"]
    assert not copy.isEnabled()
    assert copy.toolTip() == OFF
    window.copy()  # as Ctrl+C does
    assert window._copied.text() == OFF
    assert QApplication.clipboard().text() == "van een ander"
    window.close()


def test_no_verklaring_is_kept(parent: QWidget, tmp_path: Path, off: Callable[[], None]) -> None:
    with new_file(tmp_path / "b.hgkm") as file:
        file.save(CASE)
        file.destroy(CASE.id, function="x", ground="", on=date.today(), folder=tmp_path / "back")
        file.finish_destroying(tmp_path / "back", datetime.now())
        off()
        dialog = DestroyedDialog(parent, file)
        dialog.open()
        assert not buttons(dialog)["Verklaring bewaren…"].isEnabled()
        dialog.keep(str(tmp_path / "uit.pdf"))
        assert "Uw beheerder" in dialog._said.text()
        assert not list(tmp_path.glob("uit*"))
        dialog.reject()


# --- a copy, a key, a passphrase ----------------------------------------------------------------


def test_no_copy_for_a_colleague_is_made(
    document: Document, parent: QWidget, tmp_path: Path, off: Callable[[], None]
) -> None:
    to, words = tmp_path / "uit.hgkm", "eigen woorden voor de kopie"
    off()
    with pytest.raises(policy.TurnedOff):
        document.file.copy_for_colleague(to, words, [CASE.id])
    PassingOn(document, parent).action.trigger()
    assert "Uw beheerder" in said()
    assert not to.exists()


def test_no_key_is_remembered_or_asked_back(off: Callable[[], None]) -> None:
    off()
    for ask in (
        insist_on_place,
        lambda: remember(b"0" * 16, bytes(32)),
        lambda: recall(b"0" * 16),
    ):
        with pytest.raises(policy.TurnedOff):
            ask()


def test_a_new_passphrase_is_as_long_as_was_decided(tmp_path: Path, file: Path) -> None:
    file.write_text(f"wachtwoord_minstens = {len(PASSPHRASE) + 1}", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        new_file(tmp_path / "a.hgkm").close()
    assert f"korter dan {len(PASSPHRASE) + 1} tekens" in caught.value.what
    file.unlink()
    new_file(tmp_path / "a.hgkm").close()
    file.write_text("wachtwoord_minstens = 64", encoding="utf-8")
    from hgkm_desktop.casefile import TEST

    CaseFile.open(tmp_path / "a.hgkm", PASSPHRASE, kdf=TEST).close()  # one of before still opens


def test_words_that_are_drawn_are_as_many_as_was_decided(file: Path) -> None:
    from hgkm_desktop.casefile import check_passphrase, generate_passphrase
    from hgkm_desktop.paths import resource

    assert len(generate_passphrase(["boom"]).split()) == 5
    file.write_text("wachtwoord_minstens = 64", encoding="utf-8")
    check_passphrase(generate_passphrase(resource("woorden/woorden.txt").read_text().split()))

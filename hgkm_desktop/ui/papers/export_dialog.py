"""Getting the line out as a picture: to a file or to the clipboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop import policy
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.line.line_svg import line_svg
from hgkm_desktop.reports.writing.pdf import missing_characters, put_file
from hgkm_desktop.timeline.choices import LaneBy
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.line.line_screen import SCALES, Screen
from hgkm_desktop.ui.papers.export_wishes import Form, Part, PictureWishes, document_of, preview
from hgkm_desktop.ui.papers.line_picture import line_picture, png_of
from hgkm_desktop.ui.papers.ways_out import why_off
from hgkm_desktop.ui.parts.fields import Checks, Choice
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.form import Form as FieldForm
from hgkm_desktop.ui.parts.problem_box import a_box, give_width, show_problem
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

TITLE = "Tijdlijn als afbeelding"
_PAUSE_MILLISECONDS = 120
_WIDTH, _AROUND_FIELDS = 560, 190
_OF_STATE = {
    CaseState.IN_BEWERKING: "Ze blijft aan deze tafel: de data zijn zo precies als u ze weet.",
    CaseState.DEELBAAR: "De data zijn op de maand, en wat alleen aan tafel is, staat er niet op.",
}
_FILE_KINDS = {Form.SVG: "Afbeelding (*.svg)", Form.PNG: "Afbeelding (*.png)"}


class ExportDialog(QDialog):
    """Asks how the line is wanted and says what that will be; then one of its signals follows."""

    keep_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget, screen: Screen) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = Choice(Form)
        self._part = Choice(Part)
        self._which = Choice(screen.possible())
        self._scale = Choice(SCALES)
        self._lanes = Choice(LaneBy)
        self._lanes.set_value(screen.choices.lane_by)
        self._bands = Checks(screen.bands())
        self._bands.set_value(tuple(band for band, _ in screen.bands()))
        self._said = label("", quote=True)
        self._scroll = QScrollArea()
        self._keep = QPushButton("Bewaren…")
        self._lay_out()
        for field in (self._form, self._part, self._which, self._scale, self._lanes, self._bands):
            field.changed.connect(self._change)
        self._form.setFocus()

    def wishes(self) -> PictureWishes:
        """What is asked now."""
        return PictureWishes(
            form=self._form.value(),
            part=self._part.value(),
            which=self._which.value(),
            scale=self._scale.value(),
            lane_by=self._lanes.value(),
            bands=frozenset(self._bands.value()),
        )

    def say(self, words: str, *, possible: bool) -> None:
        """Say what it will be, or why that cannot be."""
        self._said.setText(words)
        self._said.setAccessibleDescription(words)
        self._keep.setEnabled(possible)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        fields = FieldForm()
        fields.heading(TITLE)
        fields.add("Wat wilt u maken", self._form)
        fields.add("Welk deel van de lijn", self._part)
        fields.add("Welke gebeurtenissen", self._which)
        fields.add("Hoeveel tijd op een pagina", self._scale)
        fields.add("Banen", self._lanes)
        fields.add("Wat er naast de banen staat", self._bands)
        fields.end()
        self._scroll.setWidget(fields)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll, 1)
        column.addSpacing(8)
        column.addWidget(self._said)
        column.addSpacing(8)
        self._keep.setProperty("main", True)
        self._keep.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._keep.clicked.connect(self.keep_requested)
        column.addWidget(buttons)
        room, asked = self.screen().availableSize(), fields.sizeHint().height()
        high = asked + scaled(_AROUND_FIELDS)
        self.resize(min(scaled(_WIDTH), room.width() - 20), min(high, room.height() - 40))

    @Slot()
    def _change(self) -> None:
        form = self.wishes().form
        self._scale.setEnabled(form is Form.SVG)
        self._keep.setText("Kopiëren" if form is Form.KLEMBORD else "Bewaren…")
        self.changed.emit()


class LineExport(QObject):
    """Asks how the picture of a line is wanted, and makes it; it lives as long as its dialog.

    `screen` is what the line shows; it counts only when the user asks for that. `organisation`
    is named as author.
    """

    def __init__(self, parent: QWidget, case: Case, screen: Screen, organisation: str = "") -> None:
        super().__init__(parent)
        self._parent, self._case, self._organisation = parent, case, organisation
        self._screen = screen
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PAUSE_MILLISECONDS)
        self._waiting.timeout.connect(self._preview)

    def start(self) -> None:
        """Show the dialog."""
        self.dialog = ExportDialog(self._parent, self._screen)
        self.dialog.changed.connect(self._waiting.start)
        self.dialog.keep_requested.connect(self.keep)
        self.dialog.finished.connect(self._waiting.stop)
        self.dialog.finished.connect(self.deleteLater)
        self._preview()
        self.dialog.open()

    @Slot()
    def _preview(self) -> None:
        """Say what it will be, once the choices have settled."""
        try:
            off = why_off()
            words, possible = off or preview(self._document()), not off
        except HgkmError as error:
            words, possible = error.sentence, False
        self.dialog.say(words, possible=possible)

    def _document(self) -> LineDocument:
        return document_of(
            self._case,
            self.dialog.wishes(),
            self._screen,
            organisation=self._organisation,
            made_on=date.today(),
        )

    @Slot()
    def keep(self) -> None:
        """Ask where the file comes, or put the picture on the clipboard; neither when a deelbare
        case says what surely tells who it is about."""
        from hgkm_desktop.ui.papers.document_draft import insist_nothing_surely_tells

        try:
            policy.insist_on_documents()
            insist_nothing_surely_tells(self._case)
        except HgkmError as error:
            show_problem(self.dialog, error, "De tijdlijn is niet bewaard")
            return
        form = self.dialog.wishes().form
        if form is Form.KLEMBORD:
            QApplication.clipboard().setImage(line_picture(self._document(), self._window()))
            self._tell(
                "De afbeelding van de tijdlijn staat op het klembord. Na een minuut haalt het "
                "programma haar daar weg."
            )
            return
        name = f"tijdlijn-{self._case.code}{form.suffix}"
        proposed = documents_folder() / name
        asked = ask_file(self.dialog, "Tijdlijn bewaren", proposed, _FILE_KINDS[form])
        asked.fileSelected.connect(self.write)
        asked.open()

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the file and say where it is, or why it could not be written."""
        try:
            policy.insist_on_documents()
            target = with_suffix(Path(path), self.dialog.wishes().form.suffix)
            put_file(self._made(), target)
        except HgkmError as error:
            show_problem(self.dialog, error, "De tijdlijn is niet bewaard")
            return
        self._tell(f"De tijdlijn staat in {target}.", missing_characters(self._document()))

    def _made(self) -> bytes:
        document, form = self._document(), self.dialog.wishes().form
        if form is Form.SVG:
            return line_svg(document).encode()
        return png_of(line_picture(document, self._window()))

    def _window(self) -> Window | None:
        return self._screen.window if self.dialog.wishes().part is Part.BEELD else None

    def _tell(self, done: str, missing: tuple[str, ...] = ()) -> None:
        words = f"{_OF_STATE[self._case.state]} Lees haar zelf na: staat er iets in waaraan een "
        words += "buurman of collega dit gezin kan herkennen?"
        if missing:
            words += f"\n\nDeze tekens kan het lettertype niet tekenen: {' '.join(missing)}."
        self.dialog.accept()
        box = a_box(self._parent, "Tijdlijn gemaakt", done, words)
        give_width(box)
        box.open()

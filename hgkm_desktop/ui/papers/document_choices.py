"""Which document is wanted and what goes in it: the fields beside the preview."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import MONTHS_SHORT, day_text
from hgkm_desktop.models.leaving import OF_CASE
from hgkm_desktop.models.moment import month_end
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.line.line_document import PaperSize
from hgkm_desktop.reports.options import Dates, DocumentOptions, dates_for, sections_of
from hgkm_desktop.timeline.choices import LaneBy
from hgkm_desktop.ui.line.line_screen import SCALES, Screen
from hgkm_desktop.ui.papers.document_draft import Wishes
from hgkm_desktop.ui.parts.date_fields import MomentField
from hgkm_desktop.ui.parts.fields import Checks, Choice, Field
from hgkm_desktop.ui.parts.form import Form
from hgkm_desktop.ui.parts.text import choice_button, label, sentence_case

_ABOUT = {
    DocumentKind.GESPREKSNOTITIE: "Voor burgemeester en wethouder. Twee pagina's en de tijdlijn. "
    "Pas te bewaren als de casus deelbaar is.",
    DocumentKind.CASUSVERSLAG: "Voor wie aan deze tafel zit. Alles wat u samen hebt vastgelegd.",
    DocumentKind.TIJDLIJN: "Voor aan de muur of op tafel. De lijn op papier, met een lijst van wat "
    "erop staat.",
    DocumentKind.RADERTJES: "Voor wie aan deze tafel zit. Wat hielp en wat in de weg zat, door de "
    "ogen van de betrokkene. Alleen met toestemming.",
}
_Fit = QComboBox.SizeAdjustPolicy
_LOOK_LEFT = "Kijk links bij ‘Vanaf’ en bij ‘Tot en met’."
_NO_T0 = "‘Ten opzichte van T0’ kan als u op de tijdlijn een T0 kiest (Ctrl+0)."
_EXAMPLE = "bijvoorbeeld 2021 of 3-2-2021"


class DocumentChoices(QWidget):
    """A button for each document, and the fields of the one that is chosen.

    Each document keeps its own answers. `changed` follows every other answer or document.
    """

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._kinds = QButtonGroup(self)
        self._about = label("", small=True)
        self._forms = {kind: _Fields(kind, screen) for kind in OF_CASE}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 8, 4)
        column.setSpacing(2)
        for number, kind in enumerate(OF_CASE):
            button = choice_button(sentence_case(kind.label), "nav")
            button.setAccessibleDescription(_ABOUT[kind])
            self._kinds.addButton(button, number)
            column.addWidget(button)
        column.addSpacing(6)
        column.addWidget(self._about)
        for form in self._forms.values():
            column.addWidget(form)
            form.changed.connect(self.changed)
        column.addStretch(1)
        self._kinds.idToggled.connect(self._switch)

    @property
    def kind(self) -> DocumentKind:
        return OF_CASE[max(self._kinds.checkedId(), 0)]

    def wishes(self) -> Wishes:
        """What is asked now. Raises BadInput when a day cannot be read."""
        return self._forms[self.kind].wishes()

    def show_wishes(self, wishes: Wishes) -> None:
        """Fill in the fields of one document."""
        self._forms[wishes.kind].show_wishes(wishes)

    def fit(self, case: Case) -> None:
        """Offer what can be asked of a case as it is now: in which state, and with a T0 or not."""
        for form in self._forms.values():
            form.fit(case)

    def show_kind(self, kind: DocumentKind) -> None:
        """Choose a document."""
        self._button(kind).setChecked(True)

    def take_focus(self) -> None:
        self._button(self.kind).setFocus()

    def _button(self, kind: DocumentKind) -> QPushButton:
        button = self._kinds.button(OF_CASE.index(kind))
        assert isinstance(button, QPushButton)
        return button

    @Slot(int, bool)
    def _switch(self, _: int, is_chosen: bool) -> None:
        if not is_chosen:
            return
        self._about.setText(_ABOUT[self.kind])
        for kind, form in self._forms.items():
            form.setVisible(kind is self.kind)
        self.changed.emit()


class _Fields(Form):
    """The fields of one document; those that it does not have keep their first answer unseen."""

    changed = Signal()

    def __init__(self, kind: DocumentKind, screen: Screen) -> None:
        super().__init__()
        self._kind, self._screen = kind, screen
        titles = dict(sections_of(kind))
        self._sections = Checks(titles.items(), columns=1)
        self._sections.set_value(tuple(titles))
        self._first = _Bound(_EXAMPLE, compact=True)
        self._last = _Bound("leeg is tot het einde", compact=True)
        self._lanes = Choice(LaneBy)
        self._offered = dates_for(kind, CaseState.IN_BEWERKING)
        self._dates = Choice(self._offered)
        self._no_t0 = label(_NO_T0, small=True)
        self._paper = Choice(PaperSize)
        self._scale = Choice(SCALES)
        self._which = Choice(screen.possible())
        self._bands = Checks(screen.bands())
        self._bands.set_value(tuple(band for band, _ in screen.bands()))
        if kind is DocumentKind.TIJDLIJN:
            self._lanes.set_value(screen.choices.lane_by)
            self._ask_line()
        elif titles:
            self._ask("Wat erin komt", self._sections)
        self._ask("Hoe precies de data zijn", self._dates)
        self.add_widget(self._no_t0)
        self._ask_period()
        if kind is not DocumentKind.RADERTJES:
            self._ask("Banen van de tijdlijn", self._lanes)
        if kind is DocumentKind.TIJDLIJN:
            self._ask("Wat er naast de banen staat", self._bands)
        self.hide()

    def wishes(self) -> Wishes:
        """What is asked. Raises BadInput when a day cannot be read or the days are turned."""
        chosen, titles = frozenset(self._sections.value()), dict(sections_of(self._kind))
        first, last = self._days()
        return Wishes(
            kind=self._kind,
            options=DocumentOptions(
                sections=None if len(chosen) == len(titles) else chosen,
                lane_by=self._lanes.value(),
                first=first,
                last=last,
                dates=self._dates.value(),
            ),
            paper=self._paper.value(),
            scale=self._scale.value(),
            which=self._which.value(),
            bands=frozenset(self._bands.value()),
        )

    def _days(self) -> tuple[date | None, date | None]:
        try:
            first, last = self._first.value(), self._last.value()
        except BadInput as error:  # what is wrong with it stands under the field already
            raise BadInput("Een datum is niet te lezen.", todo=_LOOK_LEFT) from error
        return first.first if first else None, last.last if last else None

    def show_wishes(self, wishes: Wishes) -> None:
        options = wishes.options
        if options.sections is not None:
            self._sections.set_value(tuple(options.sections))
        self._show_days(options.first, options.last)
        self._lanes.set_value(options.lane_by)
        self._dates.set_value(options.dates)
        self._paper.set_value(wishes.paper)
        self._scale.set_value(wishes.scale)
        self._which.set_value(wishes.which)
        self._bands.set_value(tuple(wishes.bands))

    def fit(self, case: Case) -> None:
        """Offer the dates that such a document of this case can have; what was chosen stays."""
        offered = dates_for(self._kind, case.state)
        if self._offered != offered:
            usual, chosen = self._offered[0], self._dates.value()
            self._dates.set_choices(offered)
            if chosen is not usual:
                self._dates.set_value(chosen)
            self._offered = offered
        has_t0, rows = bool(case.t0_event_id), self._dates.model()
        assert isinstance(rows, QStandardItemModel)
        rows.item(offered.index(Dates.RELATIEF)).setEnabled(has_t0)
        self._no_t0.setVisible(not has_t0)
        if not has_t0 and self._dates.value() is Dates.RELATIEF:
            self._dates.set_value(offered[0])

    def _ask_line(self) -> None:
        self._ask("Papier", self._paper)
        self._ask("Hoeveel tijd op een pagina", self._scale)
        self._ask("Welke gebeurtenissen", self._which)

    def _ask_period(self) -> None:
        self._ask("Vanaf", self._first)
        self._ask("Tot en met", self._last)
        in_view = QPushButton("Dagen die nu in beeld zijn")
        in_view.setProperty("quiet", True)
        in_view.setAutoDefault(False)
        in_view.clicked.connect(self._take_days_in_view)
        self.add_widget(in_view)

    def _ask(self, name: str, field: Field) -> None:
        assert isinstance(field, Checks | Choice | MomentField)
        if isinstance(field, Choice):  # long words must not make the column wider than it is
            field.setSizeAdjustPolicy(_Fit.AdjustToMinimumContentsLengthWithIcon)
        self.add(name, field)
        field.changed.connect(self.changed)

    @Slot()
    def _take_days_in_view(self) -> None:
        self._show_days(*self._screen.days())
        self.changed.emit()

    def _show_days(self, first: date | None, last: date | None) -> None:
        self._first.line.setText(_first_words(first) if first else "")
        self._last.line.setText(_last_words(last) if last else "")


class _Bound(MomentField):
    """Where a period begins or ends: all of the month or the year that is typed counts."""

    def words(self) -> str:
        moment = self.value()
        return moment.text() if moment is not None else ""


def _first_words(day: date) -> str:
    """The day as a user would type it, if a period begins there: '2023', 'mei 2023'."""
    return _shortest(day, day.replace(month=1, day=1), day.replace(day=1))


def _last_words(day: date) -> str:
    """The day as a user would type it, if a period ends there: '2023', 'mei 2023'."""
    return _shortest(day, day.replace(month=12, day=31), month_end(day.year, day.month))


def _shortest(day: date, of_year: date, of_month: date) -> str:
    if day == of_year:
        return str(day.year)
    if day == of_month:
        return f"{MONTHS_SHORT[day.month - 1]} {day.year}"
    return day_text(day, short=True)

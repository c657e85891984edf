"""Fields for a date phrase, with what was read, or why it cannot be read, under the line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.moment import UNKNOWN, Moment, Precision, period_text
from hgkm_desktop.models.phrases import Period, read_moment, read_period, read_whole
from hgkm_desktop.ui.writing.written import Line

_AT_LAST = "uiterlijk "
PHRASE_EXAMPLES = "bijvoorbeeld 3-2-2021, feb 2021, voorjaar 2021, circa 2019"


class PhraseField(QWidget):
    """A date phrase, with what was read (or why it cannot be read) shown under it."""

    changed = Signal()

    def __init__(self, placeholder: str = PHRASE_EXAMPLES, *, compact: bool = False) -> None:
        """A compact field keeps no room for what it reads while it is empty."""
        super().__init__()
        self._compact = compact
        self.line = Line()
        self.line.setPlaceholderText(placeholder)
        self.reading = QLabel()
        self.reading.setProperty("small", True)
        self.reading.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.reading)
        self.setFocusProxy(self.line)
        self.reading.setHidden(compact)
        self.line.textChanged.connect(self._show_reading)
        self.line.editingFinished.connect(self._stress_problem)
        self.line.editingFinished.connect(self.changed)

    def setAccessibleName(self, name: str) -> None:
        """Name the line itself: that is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line itself: that is what has the focus."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def value(self) -> Period:
        return read_whole(self.line.text())

    def set_value(self, value: Period) -> None:
        known = value.start.is_known
        words = period_text(value.start, value.end, value.ongoing, short=True)
        self.line.setText(words if known else "")

    def words(self) -> str:
        """What was read, in words with its uncertainty. Raises BadInput when it cannot be read."""
        period = self.value()
        if period.end is not None or period.ongoing:
            return period_text(period.start, period.end, period.ongoing)
        return period.start.in_words()

    @Slot()
    def _show_reading(self) -> None:
        try:
            words = self.words() if self.line.text().strip() else ""
        except BadInput as error:
            words = error.sentence
        self.reading.setText(words)
        self.reading.setVisible(bool(words) or not self._compact)
        self._stress(False)

    @Slot()
    def _stress_problem(self) -> None:
        """Once the line is left: what cannot be read stands there as a problem."""
        try:
            self.value()
        except BadInput as error:
            self.reading.setText(error.sentence)
            self._stress(True)

    def _stress(self, is_problem: bool) -> None:
        if bool(self.reading.property("problem")) is not is_problem:
            self.reading.setProperty("problem", is_problem)
            self.reading.style().polish(self.reading)


class MomentField(PhraseField):
    """A date phrase that is one moment or nothing."""

    def value(self) -> Moment | None:  # type: ignore[override]
        return read_moment(self.line.text()) if self.line.text().strip() else None

    def set_value(self, value: Moment | None) -> None:  # type: ignore[override]
        self.line.setText(value.text(short=True) if value is not None else "")

    def words(self) -> str:
        moment = self.value()
        return moment.in_words() if moment is not None else ""


class WhenField(MomentField):
    """A date phrase that is one moment; empty means that the date is unknown."""

    def value(self) -> Moment:  # type: ignore[override]
        return super().value() or UNKNOWN

    def set_value(self, value: Moment | None) -> None:  # type: ignore[override]
        super().set_value(value if value is not None and value.is_known else None)

    def words(self) -> str:
        moment = self.value()
        return moment.in_words() if moment.is_known else ""


class DayField(PhraseField):
    """One day, such as that of a meeting; empty means not known, or not agreed yet."""

    _WANTED = "Typ hier een dag, bijvoorbeeld 1-3-2026."

    def __init__(self, placeholder: str = "bijvoorbeeld 1-3-2026") -> None:
        super().__init__(placeholder)

    def value(self) -> date | None:  # type: ignore[override]
        text = self._typed()
        if not text:
            return None
        found = read_period(text)
        if found is None or text[found[1] :].strip():
            raise BadInput(self._WANTED)
        period = found[0]
        day = self._day_of(period.start) if period.end is None and not period.ongoing else None
        if day is None:
            raise BadInput(self._WANTED)
        return day

    def _typed(self) -> str:
        return self.line.text().strip()

    def _day_of(self, moment: Moment) -> date | None:
        return moment.first if moment.is_exact else None

    def set_value(self, value: date | None) -> None:  # type: ignore[override]
        self.line.setText(f"{value.day}-{value.month}-{value.year}" if value else "")

    def words(self) -> str:
        day = self.value()
        return day_text(day) if day is not None else ""


class DeadlineField(DayField):
    """The last day for something: of a month or a season that is its last day."""

    _WANTED = "Typ hier een dag of een maand, zoals 1-3-2027 of maart 2027."

    def __init__(self) -> None:
        super().__init__("bijvoorbeeld 1-3-2027 of maart 2027")

    def _typed(self) -> str:
        typed = super()._typed()
        return typed[len(_AT_LAST) :] if typed.casefold().startswith(_AT_LAST) else typed

    def _day_of(self, moment: Moment) -> date | None:
        is_around = moment.circa or moment.precision in (Precision.TUSSEN, Precision.ONBEKEND)
        return None if is_around else moment.latest

    def words(self) -> str:
        said = super().words()
        return f"{_AT_LAST}{said}" if said else ""

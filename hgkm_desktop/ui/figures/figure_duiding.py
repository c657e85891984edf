"""The page on which it is said what the figures of a period mean, and what they do not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from hgkm_desktop.methods.figure_duiding import (
    counted,
    duiding_of,
    without_duiding,
)
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_phrases import value_text
from hgkm_desktop.models.figures import Duiding, FigureIndicator, FigureSet, Period
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_words import share_words
from hgkm_desktop.ui.parts.fields import Check, Choice, TextBlock
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.list_window import beside, list_of_records
from hgkm_desktop.ui.parts.text import label, scrolling
from hgkm_desktop.ui.parts.to_page import ToPage

_EXPLANATION = (
    "Schrijf per indicator wat de cijfers wel en niet zeggen. Zonder duiding komt een cijfer niet "
    "op papier."
)
_NO_FIGURES = "Vul eerst cijfers in, bij Cijfers."
_STEERING = "Geschikt voor sturing"
_WIDE = 1000
_TOLD = 4


class DuidingPage(QWidget):
    """The indicators with figures until a period at the left, and the duiding of one beside it."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._period = Choice([])
        self._list = list_of_records("Indicatoren met cijfers")
        self._missing, self._none = label("", soft=True), ToPage(shown, _NO_FIGURES, "Cijfers")
        self._name, self._told = label("", level=2), label("", soft=True)
        self._about, self._before = label("", soft=True), label("", soft=True)
        self._text, self._steering = TextBlock(5), Check(_STEERING)
        self._lay_out()
        self._connect()
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Duiding", level=2))
        column.addWidget(label(_EXPLANATION, muted=True))
        name = label("Tot en met")
        name.setBuddy(self._period)
        self._period.setAccessibleName("Tot en met welke periode")
        self._choose = flowing(name, self._period)
        for part in (self._none, self._choose, self._missing):
            column.addWidget(part)
        self._both = beside(self, self._list, scrolling(self._make_detail()), _WIDE)
        column.addWidget(self._both, 100)
        column.addStretch(1)

    def _make_detail(self) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(14, 0, 8, 8)
        column.setSpacing(6)
        words = label("Wat zeggen deze cijfers, en wat niet")
        words.setBuddy(self._text)
        self._text.setAccessibleName(words.text())
        hint = label("Staat het niet aan, dan staat op papier dat het er niet voor is.", small=True)
        self._steering.setAccessibleDescription(hint.text())
        parts = (self._name, self._told, self._about, words, self._text, self._before)
        for part in (*parts, self._steering, hint):
            column.addWidget(part)
        column.addStretch(1)
        self._detail = detail
        return detail

    def _connect(self) -> None:
        self._period.changed.connect(self._fill_list)
        self._list.currentRowChanged.connect(self._show_one)
        self._text.changed.connect(self._commit)
        self._steering.changed.connect(self._commit)
        self._shown.changed.connect(self._follow)
        self.document.damaged.connect(self._show_one)

    @property
    def _set(self) -> FigureSet:
        figures = self._shown.value
        assert isinstance(figures, FigureSet)
        return figures

    @property
    def _chosen(self) -> str:
        if self._list.currentRow() < 0:
            return ""
        return str(self._list.currentItem().data(Qt.ItemDataRole.UserRole))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    @Slot(object, object)
    def _follow(self, old: FigureSet | None, new: FigureSet | None) -> None:
        if new is not None and self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Offer the periods of the figures; the one that was chosen stays so, else the last is."""
        periods = sorted({one.period for one in self._set.figures}, reverse=True)
        held = self._period.value() if self._period.count() else None
        self._period.set_choices([(one, one.text) for one in periods])
        self._period.set_value(held)
        for part in (self._choose, self._both, self._missing):
            part.setVisible(bool(periods))
        self._none.setVisible(not periods)
        if periods:
            self._fill_list()

    @Slot()
    def _fill_list(self) -> None:
        until, chosen = self._period.value(), self._chosen
        missing = {one.id for one in without_duiding(self._set, until)}
        self._list.blockSignals(True)  # what is being typed beside it must not be shown anew
        self._list.clear()
        for row, one in enumerate(counted(self._set, until)):
            item = QListWidgetItem(self._row_words(one, until, is_missing=one.id in missing))
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self._list.addItem(item)
            if one.id == chosen or not row:
                self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        self._missing.setText(_missing_words(without_duiding(self._set, until)))
        self._show_one()

    def _row_words(self, one: FigureIndicator, until: Period, *, is_missing: bool) -> str:
        if is_missing:
            return f"{one.label}\nNog geen duiding: komt niet op papier"
        found = duiding_of(self._set, one.id, until)
        steers = found is not None and found.for_steering
        return f"{one.label}\nDuiding klaar · {'' if steers else 'niet '}geschikt voor sturing"

    @Slot()
    def _show_one(self) -> None:
        """Show the duiding of the chosen indicator, or the room for one."""
        self._detail.setVisible(bool(self._chosen))
        if not self._chosen:
            return
        until, indicator = self._period.value(), indicator_of(self._set, self._chosen)
        held = self._held()
        self._name.setText(indicator.label)
        self._told.setText(_told(self._set, indicator, until))
        self._about.setText(f"Wat het niet is: {indicator.is_not}" if indicator.is_not else "")
        self._about.setVisible(bool(indicator.is_not))
        self._text.set_value(held.text if held is not None else "")
        self._steering.set_value(held is not None and held.for_steering)
        self._show_before(held, until)
        for field in (self._text, self._steering):
            field.setEnabled(not self.document.is_read_only)

    def _show_before(self, held: Duiding | None, until: Period) -> None:
        """What was said of an earlier period, which is still what is printed or no longer is."""
        before = [d for d in self._set.duidingen if d.indicator_id == self._chosen]
        before = [d for d in before if d.period.last < until.last and d.text]
        last = max(before, key=lambda one: one.period.last, default=None)
        is_told = last is not None and held is None
        words = f"Over {last.period.text} schreef u: {last.text}" if last is not None else ""
        self._before.setText(words)
        self._before.setVisible(is_told)

    def _held(self) -> Duiding | None:
        """What was said of the chosen indicator over exactly the chosen period."""
        place = (self._chosen, self._period.value())
        found = (d for d in self._set.duidingen if (d.indicator_id, d.period) == place)
        return next(found, None)

    @Slot()
    def _commit(self) -> None:
        """Keep what was said; of no words and no choice nothing is kept."""
        if not self._chosen or self.document.is_read_only:
            return
        held = self._held()
        new = held or Duiding(new_id(), self._chosen, self._period.value(), "")
        said = replace(new, text=self._text.value(), for_steering=self._steering.value())
        if said == new:
            return
        others = tuple(d for d in self._set.duidingen if d.id != said.id)
        kept = (*others, said) if said.text or said.for_steering else others
        self._shown.edit("duiding", replace(self._set, duidingen=kept))


def _told(figures: FigureSet, indicator: FigureIndicator, until: Period) -> str:
    """The last values, in the order of time: '1e helft 2025: 156 / 271 (57,6%)'."""
    found = [one for one in figures.figures if one.indicator_id == indicator.id]
    found = sorted(
        (one for one in found if one.period.last <= until.last), key=lambda one: one.period
    )
    lines = []
    for one in found[-_TOLD:]:
        share = share_words(figures, indicator, one)
        lines.append(f"{one.period.text}: {value_text(one)}" + (f" ({share})" if share else ""))
    return "\n".join(lines)


def _missing_words(missing: tuple[FigureIndicator, ...]) -> str:
    if not missing:
        return "Bij elk cijfer staat een duiding."
    which = list_text([f"‘{one.label}’" for one in missing])
    number = count_text(len(missing), "indicator komt", "indicatoren komen")
    return f"{number} niet op papier, want er is nog geen duiding: {which}."

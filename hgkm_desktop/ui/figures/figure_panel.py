"""What goes with the figure of one cell: what it is, how it was computed, what else is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_phrases import value_text
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import Figure, FigureIndicator
from hgkm_desktop.ui.figures.figure_fields import RepeatsField, ShareField
from hgkm_desktop.ui.figures.figure_model import FigureModel, Place
from hgkm_desktop.ui.figures.figure_words import about_words, derived_words
from hgkm_desktop.ui.parts.count_field import CountField
from hgkm_desktop.ui.parts.fields import Field, TextBlock
from hgkm_desktop.ui.parts.text import label, problem_label

_NEED_REASON = (ValueKind.NIET_LEVERBAAR, ValueKind.ALLEEN_HANDMATIG)
_NO_VALUE = "Nog niets ingevuld. Leeg is niet 0: typ 0 als het er geen waren."


class AskedOfFigure(QWidget):
    """One field of a figure, with its name above it and what is wrong under it."""

    changed = Signal()

    def __init__(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        super().__init__()
        assert isinstance(field, QWidget)
        self.attribute, self.field, self._problem = attribute, field, problem_label()
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        words = label(name)
        words.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        for part in (words, label(hint, small=True) if hint else None, field, self._problem):
            if part is not None:
                column.addWidget(part)
        field.changed.connect(self.changed)

    def show_value(self, figure: Figure) -> None:
        """Show what the figure says."""
        self.field.set_value(getattr(figure, self.attribute))
        self.say("")

    def with_answer(self, figure: Figure) -> Figure:
        """The figure as the field says. Raises BadInput for what cannot be read."""
        answer: dict[str, Any] = {self.attribute: self.field.value()}
        return replace(figure, **answer)

    def say(self, problem: str) -> None:
        """Say what is wrong with what is typed here."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))


def _asks_reason(indicator: FigureIndicator, figure: Figure) -> bool:
    return figure.kind in _NEED_REASON


def _asks_share(indicator: FigureIndicator, figure: Figure) -> bool:
    return figure.kind.has_number and indicator.kind is not FigureKind.AANTAL


def _asks_repeats(indicator: FigureIndicator, figure: Figure) -> bool:
    return figure.kind.has_number and (indicator.has_classes or bool(figure.classes))


def _asks_passed_on(indicator: FigureIndicator, figure: Figure) -> bool:
    return figure.kind.has_number and (indicator.has_passed_on or figure.passed_on is not None)


class FigurePanel(QWidget):
    """About the current cell; a change in a field is one edit."""

    def __init__(self, model: FigureModel) -> None:
        super().__init__()
        self._model = model
        self._place: Place | None = None
        self._name, self._value = label("", level=2), label("", level=3)
        self._derived, self._about = label(""), label("", soft=True)
        self._asked = self._fields()
        self._lay_out()
        for asked, _ in self._asked:
            asked.changed.connect(self._commit)
        model.dataChanged.connect(self._follow)
        model.modelReset.connect(self._follow)

    def _fields(self) -> list[tuple[AskedOfFigure, Callable[[FigureIndicator, Figure], bool]]]:
        return [
            (AskedOfFigure("reason", "Waarom er geen cijfer is", TextBlock(3)), _asks_reason),
            (
                AskedOfFigure(
                    "given_share",
                    "Percentage volgens de leverancier",
                    ShareField(),
                    "Alleen als het gegeven is. Het programma rekent zelf ook, en zegt het "
                    "verschil.",
                ),
                _asks_share,
            ),
            (
                AskedOfFigure("classes", "Hoe vaak herhaald", RepeatsField(), "Leeg is niet 0."),
                _asks_repeats,
            ),
            (
                AskedOfFigure(
                    "passed_on", "Doorgeleid naar het Zorg- en Veiligheidshuis", CountField()
                ),
                _asks_passed_on,
            ),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 8, 8)
        column.setSpacing(6)
        for part in (self._name, self._value, self._derived):
            column.addWidget(part)
        for asked, _ in self._asked:
            asked.setEnabled(self._model.may_change)
            column.addWidget(asked)
        column.addSpacing(8)
        column.addWidget(self._about)
        column.addStretch(1)

    def show_place(self, place: Place | None) -> None:
        """Tell of the figure of this cell."""
        self._place = place
        self._follow()

    @property
    def told(self) -> str:
        """All that is told of this figure, as one text."""
        parts = (self._name, self._value, self._derived, self._about)
        return "\n".join(part.text() for part in parts if part.text())

    def first_field(self) -> QWidget | None:
        """The first thing that is asked of this figure; None when nothing is."""
        shown = (one.field for one, _ in self._asked if one.isVisible() and one.isEnabled())
        field = next(shown, None)
        return field if isinstance(field, QWidget) else None

    def stop(self) -> None:
        """The file turned out to be damaged: nothing can be changed any more."""
        for asked, _ in self._asked:
            asked.setEnabled(False)

    @Slot()
    def _follow(self) -> None:
        if self._place is None:
            return
        figures, (indicator_id, period) = self._model.set, self._place
        indicator = indicator_of(figures, indicator_id)
        figure = self._model.figure_at(self._model.index_of(self._place))
        self._name.setText(indicator.label)
        value = value_text(figure) if figure is not None else _NO_VALUE
        self._value.setText(f"{period.text}: {value}" if figure is not None else period.text)
        told = derived_words(figures, indicator, figure) if figure is not None else _NO_VALUE
        self._derived.setText(told)
        self._derived.setVisible(bool(told))
        self._about.setText(about_words(figures, indicator))
        for asked, asks in self._asked:
            is_asked = figure is not None and asks(indicator, figure)
            asked.setVisible(is_asked)
            if figure is not None and is_asked:
                asked.show_value(figure)

    @Slot()
    def _commit(self) -> None:
        asked = self.sender()
        if self._place is None or not isinstance(asked, AskedOfFigure):
            return
        figure = self._model.figure_at(self._model.index_of(self._place))
        if figure is None or not self._model.may_change:
            return
        try:
            changed = asked.with_answer(figure)
            if changed != figure:
                self._model.put(changed)
        except BadInput as error:
            asked.say(error.sentence)
        else:
            asked.say("")

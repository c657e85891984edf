"""The factors of a case, each with the events behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.factors import Factor, factor_of
from hgkm_desktop.models.going_along import UNDO
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import FactorKind, Layer
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.study.factor_dialog import FactorDialog, new_code, place_words
from hgkm_desktop.ui.study.factor_field import factor_words

_EXPLANATION = (
    "Wat hielp, wat was een risico of knelpunt, en welke oorzaak is te beïnvloeden? Onder elke "
    "factor staan de gebeurtenissen waaruit die blijkt."
)
_EMPTY = (
    "Nog geen factoren. Kies op de tijdlijn een gebeurtenis en druk op Ctrl+Shift+F, of voeg er "
    "hier een toe."
)


class FactorsPage(QWidget):
    """A tree of factors and what shows them; nothing is counted.

    Source: casuïstiekonderzoek, dossieronderzoek (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self._tree = QTreeWidget()
        self._empty = label(_EMPTY, muted=True)
        self._problem, self._told = problem_label(), label("", muted=True)
        self._add = QPushButton("Factor toevoegen…")
        self._change, self._remove = QPushButton("Wijzigen…"), QPushButton("Weghalen")
        self._lay_out()
        self._add.clicked.connect(self.add)
        self._change.clicked.connect(self.change)
        self._remove.clicked.connect(self.remove)
        self._tree.itemActivated.connect(self.change)
        self._tree.currentItemChanged.connect(self._show_buttons)
        document.case_changed.connect(self._show_case)
        document.damaged.connect(self._show_buttons)
        self._show_case(None, document.case)

    def _lay_out(self) -> None:
        tree = self._tree
        tree.setHeaderHidden(True)
        tree.setAccessibleName("Factoren")
        tree.setWordWrap(True)
        tree.setExpandsOnDoubleClick(False)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Factoren", level=2))
        column.addWidget(label(_EXPLANATION, muted=True))
        column.addWidget(self._empty)
        column.addWidget(tree, 100)
        column.addWidget(self._problem)
        column.addWidget(self._told)
        for button in (self._add, self._change, self._remove):
            button.setAutoDefault(True)
        column.addWidget(flowing(self._add, self._change, self._remove))
        column.addStretch(1)

    @Slot()
    def add(self) -> None:
        """Ask for a factor of the case or of one of its events."""
        if self.document.case is not None:
            self._ask(self, "Factor toevoegen", new_code(self.document.case))

    @Slot()
    def change(self) -> None:
        """Ask for changes in the chosen factor."""
        self.change_over(self)

    def change_over(self, window: QWidget) -> None:
        """Ask for changes in the chosen factor, in a dialog over this window."""
        if (code := self._chosen()) is not None and not self.document.is_read_only:
            self._ask(window, "Factor wijzigen", code)

    @Slot()
    def remove(self) -> None:
        """Take the chosen factor away from its event; undo brings it back."""
        case, code = self.document.case, self._chosen()
        if case is None or code is None or self.document.is_read_only:
            return
        self.document.edit("factor weghalen", case.drop(code))
        self._told.setText(f"Factor weggehaald. {UNDO}")
        self.take_focus()

    def choose(self, code_id: str) -> bool:
        """Choose a factor of the case; False when it is not here."""
        for item in self._children():
            if item.data(0, Qt.ItemDataRole.UserRole).id == code_id:
                self._tree.setCurrentItem(item)
                return True
        return False

    def take_focus(self) -> None:
        """Put the keyboard in the tree, or on the way to fill it."""
        (self._tree if self._tree.topLevelItemCount() else self._add).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._tree.hasFocus():
            self.remove()
        else:
            super().keyPressEvent(event)

    def _ask(self, window: QWidget, title: str, code: FactorCode) -> None:
        assert self.document.case is not None
        dialog = FactorDialog(window, self.document.case, code)
        dialog.setWindowTitle(title)
        dialog.given.connect(self._put)
        dialog.start()

    @Slot(object)
    def _put(self, code: FactorCode) -> None:
        if self.document.case is None:
            return
        try:
            self.document.edit("factor bewaren", self.document.case.put(code))
        except BadInput as error:
            self._problem.setText(error.sentence)
            self._problem.show()
        self.choose(code.id)

    def _chosen(self) -> FactorCode | None:
        """The chosen factor; none on the name of one that has more events behind it."""
        item = self._tree.currentItem()
        if item is None:
            return None
        code: FactorCode | None = item.data(0, Qt.ItemDataRole.UserRole)
        return code

    def _children(self) -> list[QTreeWidgetItem]:
        tops = [self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount())]
        found = [top.child(n) for top in tops if top is not None for n in range(top.childCount())]
        return [child for child in found if child is not None]

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        chosen = self._chosen()
        self._told.setText("")
        self._problem.hide()
        self._tree.clear()
        if new is not None:
            for factor, codes in grouped(new):
                self._add_group(seen(new), factor, codes)
        self._tree.expandAll()
        is_empty = not self._tree.topLevelItemCount()
        self._empty.setVisible(is_empty)
        self._tree.setVisible(not is_empty)
        if chosen is None or not self.choose(chosen.id):
            self._tree.setCurrentIndex(self._tree.model().index(0, 0))
        self._show_buttons()

    def _add_group(self, case: Case, factor: Factor, codes: list[FactorCode]) -> None:
        top = QTreeWidgetItem([factor_words(factor)])
        top.setData(0, Qt.ItemDataRole.UserRole, codes[0] if len(codes) == 1 else None)
        strong = top.font(0)
        strong.setBold(True)
        top.setFont(0, strong)
        for code in codes:
            note = f"\n{code.note}" if code.note else ""
            child = QTreeWidgetItem([f"{place_words(case, code)}{note}"])
            child.setData(0, Qt.ItemDataRole.UserRole, code)
            top.addChild(child)
        self._tree.addTopLevelItem(top)

    @Slot()
    def _show_buttons(self) -> None:
        may_change = not self.document.is_read_only
        has_choice = self._chosen() is not None
        self._add.setEnabled(may_change)
        self._change.setEnabled(may_change and has_choice)
        self._remove.setEnabled(may_change and has_choice)


def grouped(case: Case) -> list[tuple[Factor, list[FactorCode]]]:
    """The factors of a case by kind, layer and label, each with its codes in the order of the
    line; codes with the same own words are of one factor."""
    places = numbers(case)
    groups: dict[tuple[int, int, str], tuple[Factor, list[FactorCode]]] = {}
    for code in sorted(case.codes, key=lambda c: (places.get(c.event_id, 0), c.seq)):
        factor = factor_of(code)
        kinds, layers = list(FactorKind), list(Layer)
        key = (kinds.index(factor.kind), layers.index(factor.layer), factor.label.casefold())
        groups.setdefault(key, (factor, []))[1].append(code)
    return [groups[key] for key in sorted(groups)]

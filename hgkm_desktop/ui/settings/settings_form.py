"""A page of settings: each choice holds at once, and what cannot be is said at its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.ui.parts.fields import Field
from hgkm_desktop.ui.parts.form import Form
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.settings.looks_menu import DECIDED


@dataclass(frozen=True, slots=True)
class _Setting:
    """A field, what holds now, what lets another answer hold, and where a problem is said."""

    field: Any
    get: Callable[[], Any]
    put: Callable[[Any], object]
    problem: QLabel


class SettingsForm(QScrollArea):
    """Fields under each other; `changed` comes once an answer holds. `name` is read out."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.form = Form()
        self.form.setContentsMargins(16, 10, 16, 10)
        self._settings: list[_Setting] = []
        self.setWidget(self.form)
        self.setWidgetResizable(True)
        # Below the last field there are words too: the keyboard must be able to scroll to those.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def bind(
        self,
        name: str,
        field: Field,
        get: Callable[[], Any],
        put: Callable[[Any], object],
        hint: str = "",
    ) -> None:
        """A field called `name` that shows `get()`; another answer goes to `put`.

        `put` raises HgkmError for what cannot be, or cannot be kept.
        """
        shown: Any = field  # a field is a widget too, which its type does not say
        self.form.add(name, shown, hint)
        setting = _Setting(field, get, put, problem_label())
        self.form.add_widget(setting.problem)
        self._settings.append(setting)
        field.set_value(get())
        field.changed.connect(self._take)

    def decided(self, words: str) -> None:
        """Say under the last field that the administrator decided about it."""
        field = self._settings[-1].field
        field.setAccessibleDescription(
            f"{field.accessibleDescription()} {DECIDED}: {words}".strip()
        )
        self.form.add_widget(label(f"{DECIDED}: {words}", quote=True))

    def fill(self) -> None:
        """Show what holds now, in fields of which the answer holds or can hold."""
        for setting in self._settings:
            if not setting.problem.text():
                setting.field.set_value(setting.get())

    def take_back(self) -> None:
        """Show what holds now, also where something was typed that cannot be."""
        for setting in self._settings:
            setting.field.set_value(setting.get())
            _say(setting, "")

    def first_field(self) -> QWidget:
        """Where the keyboard begins; the page itself, to scroll, where nothing can be changed."""
        if not self.form.isEnabled():
            return self
        field: QWidget = self._settings[0].field
        return field

    def read_only(self) -> None:
        """Let nothing be changed."""
        self.form.setEnabled(False)
        self.setAccessibleName(f"{self.accessibleName()}, alleen lezen")

    def settle(self) -> bool:
        """Take what is typed; False when something of it cannot be."""
        for setting in self._settings:
            self._hold(setting)
        return self._wrong() is None

    def go_to_wrong(self, more: str) -> None:
        """Put the keyboard in the field with what cannot be, and say more of that."""
        wrong = self._wrong()
        if wrong is None:
            return
        _say(wrong, f"{wrong.problem.text()} {more}")
        wrong.field.setFocus()
        self.ensureWidgetVisible(wrong.problem)
        announce(self, wrong.problem.text())

    def _wrong(self) -> _Setting | None:
        return next((one for one in self._settings if one.problem.text()), None)

    @Slot()
    def _take(self) -> None:
        for setting in [one for one in self._settings if one.field is self.sender()]:
            self._hold(setting)

    def _hold(self, setting: _Setting) -> None:
        """Let the answer of a field hold, or say why it cannot."""
        try:
            answer = setting.field.value()
            is_other = answer != setting.get()
            if is_other:
                setting.put(answer)
        except BadInput as error:
            _say(setting, error.sentence)
            return
        except HgkmError as error:
            setting.field.set_value(setting.get())
            _say(setting, error.sentence)
            return
        _say(setting, "")
        if is_other:
            self.changed.emit()


def _say(setting: _Setting, words: str) -> None:
    setting.problem.setText(words)
    setting.problem.setVisible(bool(words))

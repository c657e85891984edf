"""Beside the work: what to do next to make a first case, step by step, in the real window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.methods.first_case import END, first_open, is_done
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.first_case_content import FirstStep, first_steps
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.side_panel import SidePanel
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label

HEADING = "Uw eerste casus"


class GuidePanel(SidePanel):
    """Follows the case on screen: a step that is done there goes on to the next by itself.

    It never takes the keyboard, and each step can be passed by or looked at again.
    `place_wanted(StepPage)` asks for the page of a step.
    """

    place_wanted = Signal(object)

    def __init__(self, document: Document) -> None:
        self._back, self._next = QPushButton("Vorige"), QPushButton("Overslaan")
        self._go, self._stop = QPushButton("Breng mij erheen"), QPushButton("Stoppen")
        super().__init__(HEADING, (self._go, self._back, self._next, self._stop))
        self._document, self._steps = document, first_steps()
        self._has_seen = False
        self._at = self._first_open()
        self._back.clicked.connect(self._show_before)
        self._next.clicked.connect(self._show_next)
        self._go.clicked.connect(self._ask_place)
        self._stop.clicked.connect(self.closed)
        document.case_changed.connect(self._follow)
        self._show()

    @property
    def step(self) -> FirstStep:
        """The step that is told of now."""
        return self._steps[self._at]

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        """Another case begins anew where that is; in the same one, what is done now goes on."""
        if new is None or (old is not None and old.id != new.id):
            self._has_seen = False
            self._turn_to(self._first_open())
        elif not self._is_done(old) and self._is_done(new):
            self._go_on()
        else:
            self._name_next()

    @Slot()
    def note_seen(self) -> None:
        """The gespreksnotitie is on screen."""
        was_seen, self._has_seen = self._has_seen, True
        if not was_seen and self._is_done(self._document.case):
            self._go_on()

    def _go_on(self) -> None:
        done = self.step.name
        self._at = first_open(
            self._steps, self._document.case, has_seen=self._has_seen, after=self._at
        )
        self._show(f"Gedaan: {done}.")

    def _turn_to(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self._show()
        self._name_next()

    def _first_open(self) -> int:
        return first_open(self._steps, self._document.case, has_seen=self._has_seen)

    def _is_done(self, case: Case | None) -> bool:
        return is_done(self.step, case, has_seen=self._has_seen)

    # --- what is pressed ------------------------------------------------------------------

    @Slot()
    def _show_before(self) -> None:
        self._turn_to(max(self._at - 1, 0))

    @Slot()
    def _show_next(self) -> None:
        self._turn_to(min(self._at + 1, len(self._steps) - 1))

    @Slot()
    def _ask_place(self) -> None:
        self.place_wanted.emit(self.step.page)

    # --- what it shows --------------------------------------------------------------------

    def _show(self, before: str = "") -> None:
        """Tell of the step, and have it read out; `before` was done just now."""
        self.say(self.step.name, self._parts(before))
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self.step.id != END)
        self._go.setVisible(self.step.page is not None)
        self._name_next()
        announce(self, f"{before} {self._where()} {self.step.name}.".strip())

    def _name_next(self) -> None:
        is_left = self.step.id == END or self._is_done(self._document.case)
        self._next.setText("Volgende" if is_left else "Overslaan")

    def _where(self) -> str:
        if self.step.id == END:
            return "Klaar."
        left = sum(step.minutes for step in self._steps[self._at :])
        minutes = "1 minuut" if left == 1 else f"{left} minuten"
        return f"Stap {self._at + 1} van {len(self._steps) - 1}. Nog ongeveer {minutes}."

    def _parts(self, before: str) -> Iterator[QWidget]:
        if before:
            yield label(before, soft=True)
        yield label(self._where(), muted=True)
        yield label(self.step.name, level=3)
        yield label(self.step.text)
        is_one = len(self.step.to_do) == 1
        for number, words in enumerate(self.step.to_do, 1):
            yield label(words if is_one else f"{number}. {words}")
        for line in self.step.to_type:
            typed = label(line, quote=True)
            typed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            yield typed

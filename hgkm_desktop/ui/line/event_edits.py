"""What can be done with the events that are chosen on line or table; each step can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.entry_line import NO_TITLE, EntryReading, add_entry
from hgkm_desktop.models.event_edits import changed, pasted, split
from hgkm_desktop.models.going_along import UNDO, gone_with_events
from hgkm_desktop.models.in_depth import CruciaalPunt
from hgkm_desktop.models.in_depth_edits import with_punt
from hgkm_desktop.models.joining import joined
from hgkm_desktop.models.records import Event, Record
from hgkm_desktop.models.rounds import hides, seen
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.models.texts import changed_keys, texts_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_dialog import BelevingDialog, EventDialog
from hgkm_desktop.ui.writing.paste_guard import refuse_dossier

Ids = Sequence[str]

HIDDEN = "Er loopt een blinde ronde. Ga verder met de ronde: Ctrl+Shift+R."


class EventEdits(QObject):
    """Edits of the events of the document's case.

    `said(sentence)` tells what cannot be done and why ('' when all is well), `told(sentence)` what
    was done where that cannot be seen; `made(ids)` names the events that are there after an edit
    and should be chosen; `added` follows an event that was added from the invoerregel with its
    details. `added_at` is the focusgroep that adds them, '' for those at the table.
    """

    said = Signal(str)
    told = Signal(str)
    made = Signal(object)
    added = Signal()

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self.document = document
        self._window = window
        self.added_at = ""
        self._ready: Case | None = None
        self._copied: tuple[Case, tuple[Event, ...]] | None = None
        self._many: Ids = ()
        document.case_destroyed.connect(self._forget_case)

    @property
    def _case(self) -> Case | None:
        """The case, when it can be changed."""
        return None if self.document.is_read_only else self.document.case

    def _edit(self, label: str, change: Callable[[Case], Case]) -> bool:
        """Make one step; when it cannot be, say why and leave everything as it is."""
        if self._case is None:
            return False
        try:
            after = change(self._case)
        except BadInput as error:
            self.said.emit(error.sentence)
            return False
        self.said.emit("")
        self.document.edit(label, after)
        return True

    # --- one event ----------------------------------------------------------------------

    @Slot(str)
    def change(self, event_id: str) -> None:
        """Ask for the details of an event."""
        if (case := self._case) is not None:
            dialog = EventDialog(self._window, case, case.event(event_id))
            dialog.must_fit(case.put)
            dialog.given.connect(self._put_event)
            dialog.start()

    @Slot(object)
    def add_with_details(self, reading: EntryReading) -> None:
        """Ask for all details of what was typed."""
        case = self._case
        if case is None:
            return
        if reading.problem and reading.problem != NO_TITLE:
            self.said.emit(reading.problem)
            return
        self.said.emit("")
        title = reading.title or "nog zonder titel"
        named = replace(reading, title=title, problem="")
        self._ready, event = add_entry(case, named, added_on=date.today(), added_at=self.added_at)
        dialog = EventDialog(self._window, self._ready, replace(event, title=reading.title))
        dialog.must_fit(self._ready.put)
        dialog.given.connect(self._put_new_event)
        dialog.start()

    @Slot(object)
    def _put_event(self, event: Event) -> None:
        if self._edit("gebeurtenis wijzigen", lambda case: case.put(event)):
            self.made.emit((event.id,))

    @Slot(object)
    def _put_new_event(self, event: Event) -> None:
        if self._ready is not None and self._case is not None:
            # Meanwhile someone may have said in the dialog that a word leads to nobody.
            after = replace(self._ready.put(event), read=self._case.read)
            self.document.edit("gebeurtenis toevoegen", after)
            self._ready = None
            self.added.emit()
            self.made.emit((event.id,))

    def split(self, event_id: str) -> None:
        """Make two events of one: what was said of it stays with the first."""
        made: list[str] = []

        def change(case: Case) -> Case:
            after, new_id = split(case, event_id)
            made.append(new_id)
            return after

        if self._edit("gebeurtenis splitsen", change):
            self.made.emit((*made, event_id))

    def make_t0(self, event_id: str) -> None:
        """Count time from this event; asking it of the same event again stops that."""
        if self._case is None:
            return
        chosen = "" if self._case.t0_event_id == event_id else event_id
        if chosen and not self._case.event(event_id).start.is_known:
            self.said.emit("Deze gebeurtenis heeft geen datum. Kies een andere als T0.")
            return
        label = "T0 kiezen" if chosen else "T0 weghalen"
        self._edit(label, lambda case: replace(case, t0_event_id=chosen))

    # --- one or more events -------------------------------------------------------------

    def remove(self, ids: Ids) -> None:
        """Take events away and say what went with them; undo brings all of it back."""
        gone = gone_with_events(self._case, ids) if self._case is not None else ""
        words = count_text(len(ids), "gebeurtenis", "gebeurtenissen")
        label = "gebeurtenis weghalen" if len(ids) == 1 else f"{words} weghalen"
        if self._edit(label, lambda case: case.drop_events(ids)) and gone:
            self.told.emit(f"{words} weggehaald. {gone} {UNDO}")

    def join(self, ids: Ids) -> None:
        """Make one event of several that are the same."""
        if len(ids) < 2:
            self.said.emit("Kies eerst twee of meer gebeurtenissen die hetzelfde zijn.")
            return
        if self._edit("gebeurtenissen samenvoegen", lambda case: joined(case, ids)):
            left = {e.id for e in self.document.case.events} if self.document.case else set()
            self.made.emit(tuple(i for i in ids if i in left))

    def move(self, label: str, events: Sequence[Event]) -> bool:
        """Put events that were dragged or stretched in their new place in time, if they can be."""
        return self._edit(label, lambda case: case.put_all(events))

    def copy(self, events: tuple[Event, ...]) -> None:
        """Remember events, to paste them here or in another case of this file."""
        case = self.document.case
        if case is None or not events:
            return
        self._copied = (case, events)
        words = count_text(len(events), "gebeurtenis", "gebeurtenissen")
        self.told.emit(f"{words} gekopieerd. Plakken: Ctrl+V.")

    @Slot(str)
    def _forget_case(self, case_id: str) -> None:
        if self._copied is not None and self._copied[0].id == case_id:
            self._copied = None

    def paste(self) -> None:
        """Add what was copied, without the belevingen: those were said of the other event."""
        if self._copied is None:
            self.said.emit("Er is nog niets gekopieerd.")
            return
        source, events = self._copied
        made: list[str] = []

        def change(case: Case) -> Case:
            after, new_ids = pasted(case, events, source)
            new = set(changed_keys(case, after))
            refuse_dossier(text.text for text in texts_of(after) if text.key in new)
            made.extend(new_ids)
            return after

        words = count_text(len(events), "gebeurtenis", "gebeurtenissen")
        if self._edit(f"{words} plakken", change):
            self.made.emit(tuple(made))

    def change_many(self, ids: Ids) -> None:
        """Ask what must be changed in all of these at once; with one, all its details."""
        if self._case is None or not ids:
            return
        if len(ids) == 1:
            self.change(ids[0])
            return
        from hgkm_desktop.ui.line.many_events_dialog import ManyEventsDialog

        self._many = ids
        dialog = ManyEventsDialog(self._window, self._case, len(ids))
        dialog.given.connect(self._change_many)
        dialog.start()

    @Slot(object)
    def _change_many(self, fields: dict[str, Any]) -> None:
        ids = self._many
        words = count_text(len(ids), "gebeurtenis", "gebeurtenissen")
        if fields and self._edit(f"{words} wijzigen", lambda case: changed(case, ids, **fields)):
            self.made.emit(tuple(ids))

    # --- factors and cruciale punten -----------------------------------------------------

    @Slot(str)
    def add_factor(self, event_id: str) -> None:
        """Ask for a factor that shows in an event or in a beleving of it."""
        if (case := self._case) is not None:
            from hgkm_desktop.ui.study.factor_dialog import FactorDialog, new_code

            dialog = FactorDialog(self._window, case, new_code(case, event_id), event_id)
            dialog.setWindowTitle("Factor toevoegen")
            dialog.given.connect(self._put_code)
            dialog.start()

    @Slot(object)
    def _put_code(self, code: Record) -> None:
        self._edit("factor toevoegen", lambda case: case.put(code))

    @Slot(str)
    def change_punt(self, event_id: str) -> None:
        """Ask what was wanted at an event and why it was not done; a new one when none says so."""
        if (case := self._case) is not None:
            from hgkm_desktop.ui.study.in_depth_kinds import new_punt, punt_dialog

            present = next((p for p in case.punten if p.event_id == event_id), None)
            punt = present or new_punt(case, event_id, self.added_at)
            dialog = punt_dialog(self._window, case, punt)
            dialog.given.connect(self._put_punt)
            dialog.start()

    @Slot(object)
    def _put_punt(self, punt: CruciaalPunt) -> None:
        self._edit("cruciaal punt", lambda case: with_punt(case, punt))

    # --- belevingen ---------------------------------------------------------------------

    def set_mark(self, event_id: str, deelnemer_id: str, mark: Mark) -> None:
        """Set or take away the mark of a deelnemer on an event."""
        if not deelnemer_id:
            self.said.emit("Kies eerst met een cijfer wie aan de beurt is.")
            return
        self._edit("beleving", lambda case: case.mark(event_id, deelnemer_id, mark))

    @Slot(str, str)
    def change_beleving(self, event_id: str, deelnemer_id: str) -> None:
        """Ask how a deelnemer lived an event, in words."""
        case = self._case
        if case is None:
            return
        beleving = case.beleving(event_id, deelnemer_id)
        if beleving is None:
            self.said.emit("Kies eerst hoe het was: ging goed, niet oké of risicovol (G, N of R).")
            return
        if hides(case) and beleving not in seen(case).belevingen:
            self.said.emit(HIDDEN)
            return
        self.said.emit("")
        dialog = BelevingDialog(self._window, case, beleving)
        dialog.given.connect(self._put_beleving)
        dialog.start()

    @Slot(object)
    def _put_beleving(self, beleving: Record) -> None:
        self._edit("beleving", lambda case: case.put(beleving))

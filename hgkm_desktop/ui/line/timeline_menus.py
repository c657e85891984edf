"""The menus of step 3: what can be done with events, and what the line shows."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.timeline.choices import Band
from hgkm_desktop.ui.line.timeline_drag import Part, stepped
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.parts.text import plain

_GAPS = (
    (0, "niet tonen"),
    (30, "tonen vanaf 1 maand"),
    (91, "tonen vanaf 3 maanden"),
    (182, "tonen vanaf een half jaar"),
)
_BANDS = (
    (Band.FASEN, "Fasen tonen"),
    (Band.REGIE, "Regie tonen"),
    (Band.CIJFERS, "Veiligheidscijfers tonen"),
    (Band.WETTEN, "Wetswijzigingen tonen"),
)
_MOST_LISTED = 25
Entries = list[QAction | None]


class TimelineMenus(QObject):
    """The actions of a `TimelinePage`; they work only while the page is in view.

    `present_requested`, `export_requested` (on paper), `picture_requested`, `records_requested`
    and `then_requested` (which means there were then) ask for a window of their own.
    """

    present_requested = Signal()
    export_requested = Signal()
    picture_requested = Signal()
    records_requested = Signal()
    then_requested = Signal()

    def __init__(self, page: TimelinePage) -> None:
        super().__init__(page)
        self.page = page
        self._needs_page: list[QAction] = []
        self._edits: list[QAction] = []
        self.events = self._event_actions()
        self.view = self._view_actions()
        self._lane_key_asked = ""
        self._lane_menu: QMenu | None = None
        for view in (page.timeline, page.table):
            view.menu_requested.connect(self._open_event_menu)
        page.timeline.list_requested.connect(self._open_list)
        page.timeline.lane_menu_requested.connect(self._open_lane_menu)
        page.visibility_changed.connect(self._allow)
        self._allow()

    # --- making -------------------------------------------------------------------------

    def _event_actions(self) -> Entries:
        edit, page = self._edit_action, self.page
        copy = self._action("Kopiëren", "Ctrl+C", self._copy, local=True)
        entries: Entries = [
            self._action("Naar de invoerregel", "Ctrl+L", self._to_entry),
            self._action("Naar de tijdlijn", "Ctrl+T", self._to_timeline),
            None,
            edit("Wijzigen…", "Ctrl+E", self._change),
            edit("Toelichting en nu anders…", "Ctrl+B", self._words_for_turn),
            edit("Ronde van belevingen…", "Ctrl+Shift+R", page.rounds.start),
            edit("Nu anders langslopen…", "Ctrl+Shift+D", page.rounds.reconsider),
            edit("Weghalen", "Del", self._remove, local=True),
            None,
            copy,
            edit("Plakken", "Ctrl+V", page.edits.paste, local=True),
            edit("Splitsen", "Ctrl+Shift+S", self._split),
            edit("Samenvoegen", "Ctrl+J", self._join),
            None,
            edit("Eerder zetten", "Alt+Left", self._earlier, local=True),
            edit("Later zetten", "Alt+Right", self._later, local=True),
            edit("Einde eerder", "Alt+Shift+Left", self._end_earlier, local=True),
            edit("Einde later", "Alt+Shift+Right", self._end_later, local=True),
            None,
            edit("Vanaf hier tellen (T0)", "Ctrl+0", self._make_t0),
            self._action("Welke middelen waren er toen…", "Ctrl+M", self.then_requested.emit),
            edit("Factor toevoegen…", "Ctrl+Shift+F", self._add_factor),
            edit("Cruciaal punt…", "Ctrl+Shift+K", self._change_punt),
            edit("Focusgroep aan tafel…", "", page.focus_group.ask),
        ]
        self._needs_page.append(copy)
        return entries

    def _view_actions(self) -> Entries:
        page = self.page
        self.lanes: Entries = [
            self._page_action("Baan in- of uitklappen", "Ctrl+I", self._fold),
            self._page_action("Baan verbergen", "Ctrl+Shift+H", self._hide),
            self._edit_action("Baan omhoog", "Ctrl+Shift+Up", self._lane_up),
            self._edit_action("Baan omlaag", "Ctrl+Shift+Down", self._lane_down),
            self._page_action("Alle banen tonen", "Ctrl+Shift+A", page.seen.show_all_lanes),
        ]
        entries: Entries = [
            self._page_action("Zoeken en filteren", "Ctrl+F", self._find),
            self._page_action("Wat wist een organisatie…", "Ctrl+K", page.ask_knowledge),
            None,
            *self.lanes,
            None,
            *self._band_actions(),
            None,
            *self._gap_actions(),
            None,
            self._toggle("Tabel tonen", "Ctrl+Shift+T", self._show_table),
            self._toggle("Paneel tonen", "Ctrl+Shift+B", self._show_panel),
            self._page_action("Tabel sorteren op deze kolom", "Ctrl+Shift+O", page.table.sort_here),
            None,
            self._action("Cijfers, regie en fasen…", "Ctrl+R", self.records_requested.emit),
            self._action("Presenteren", "F5", self.present_requested.emit),
            self._action(
                "Tijdlijn bewaren of afdrukken…", "Ctrl+Shift+P", self.export_requested.emit
            ),
            self._action("Tijdlijn als afbeelding…", "", self.picture_requested.emit),
        ]
        return entries

    def _toggle(self, words: str, keys: str, slot: Callable[..., object]) -> QAction:
        action = self._page_action(words, keys, slot)
        action.setCheckable(True)
        action.setChecked(True)
        return action

    def _band_actions(self) -> list[QAction]:
        found = []
        for band, words in _BANDS:
            action = self._toggle(words, "", self._show_band)
            action.setData(list(Band).index(band))
            action.setChecked(band not in self.page.seen.without)
            found.append(action)
        return found

    def _gap_actions(self) -> list[QAction]:
        group, found = QActionGroup(self), []
        for days, words in _GAPS:
            action = self._action(f"Stiltes {words}", "", self._set_gaps)
            action.setCheckable(True)
            action.setChecked(days == 0)
            action.setData(days)
            group.addAction(action)
            found.append(action)
        return found

    def _action(
        self, words: str, keys: str, slot: Callable[..., object], *, local: bool = False
    ) -> QAction:
        """An action; a `local` one has its keys only while line or table has the focus."""
        action = QAction(words, self.page)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        if local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for view in (self.page.timeline, self.page.table):
                view.addAction(action)
        return action

    def _page_action(self, words: str, keys: str, slot: Callable[..., object]) -> QAction:
        action = self._action(words, keys, slot)
        self._needs_page.append(action)
        return action

    def _edit_action(
        self, words: str, keys: str, slot: Callable[..., object], *, local: bool = False
    ) -> QAction:
        action = self._action(words, keys, slot, local=local)
        self._edits.append(action)
        return action

    @Slot()
    def _allow(self) -> None:
        """What changes the chosen events works only where these can be seen."""
        is_seen = self.page.isVisible()
        for action in self._needs_page:
            action.setEnabled(is_seen)
        for action in self._edits:
            action.setEnabled(is_seen and not self.page.document.is_read_only)

    # --- events -------------------------------------------------------------------------

    @Slot()
    def _to_entry(self) -> None:
        self.page.show_requested.emit()
        self.page.entry.line.setFocus()

    @Slot()
    def _to_timeline(self) -> None:
        self.page.show_requested.emit()
        self.page.timeline.setFocus()

    @Slot()
    def _change(self) -> None:
        self.page.edits.change_many(self.page.selection.ids())

    @Slot()
    def _words_for_turn(self) -> None:
        event, turn = self.page.selection.current(), self.page.turn_id
        if event is not None and turn:
            self.page.edits.change_beleving(event.id, turn)
        else:
            self.page.say("Kies een gebeurtenis en met een cijfer wie aan de beurt is.")

    @Slot()
    def _remove(self) -> None:
        ids = self.page.selection.ids()
        if ids:
            row = min(self.page.model.row_of(i) for i in ids)
            self.page.edits.remove(ids)
            self.page.selection.choose_near(row)

    @Slot()
    def _copy(self) -> None:
        self.page.edits.copy(self.page.selection.events())

    @Slot()
    def _split(self) -> None:
        if event := self.page.selection.current():
            self.page.edits.split(event.id)

    @Slot()
    def _join(self) -> None:
        self.page.edits.join(self.page.selection.ids())

    @Slot()
    def _make_t0(self) -> None:
        if event := self.page.selection.current():
            self.page.edits.make_t0(event.id)

    @Slot()
    def _add_factor(self) -> None:
        if event := self.page.selection.current():
            self.page.edits.add_factor(event.id)

    @Slot()
    def _change_punt(self) -> None:
        if event := self.page.selection.current():
            self.page.edits.change_punt(event.id)

    @Slot()
    def _earlier(self) -> None:
        self._step(Part.WHOLE, -1)

    @Slot()
    def _later(self) -> None:
        self._step(Part.WHOLE, 1)

    @Slot()
    def _end_earlier(self) -> None:
        self._step(Part.END, -1)

    @Slot()
    def _end_later(self) -> None:
        self._step(Part.END, 1)

    def _step(self, part: Part, steps: int) -> None:
        chosen = self.page.selection.events()
        if not chosen:
            return
        try:
            self.page.move_events(part.value, stepped(chosen, part, steps))
        except BadInput as error:
            self.page.say(error.sentence)

    # --- what is shown ------------------------------------------------------------------

    @Slot()
    def _find(self) -> None:
        self.page.show_filter(True)

    @Slot(QPoint)
    def _open_event_menu(self, place: QPoint) -> None:
        """What can be done with the chosen events, at their place on the screen."""
        self._open_menu(self.events[2:], place)

    @Slot(str, QPoint)
    def _open_lane_menu(self, key: str, place: QPoint) -> None:
        self._lane_key_asked = key
        menu = self._lane_menu = self._open_menu(self.lanes, place)
        # Only once what was chosen in it is done.
        menu.aboutToHide.connect(self._forget_lane, Qt.ConnectionType.QueuedConnection)

    @Slot(object, QPoint)
    def _open_list(self, event_ids: tuple[str, ...], place: QPoint) -> None:
        """The events of a count that no zoom sets apart, to choose one."""
        entries: Entries = []
        model = self.page.model
        for event_id in event_ids[:_MOST_LISTED]:
            row = model.row_of(event_id)
            title = shorten(model.event_at(row).title, 60, placeholder="…")
            action = QAction(plain(f"{model.number_at(row)}  {title}"), self.page)
            action.setData(event_id)
            action.triggered.connect(self._choose_listed)
            entries.append(action)
        if len(event_ids) > _MOST_LISTED:
            more = QAction("De andere staan in de tabel", self.page)
            more.setEnabled(False)
            entries.append(more)
        menu = self._open_menu(entries, place)
        for entry in entries:
            if entry is not None:
                entry.setParent(menu)

    @Slot()
    def _choose_listed(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.page.choose(action.data())

    def _open_menu(self, entries: Entries, place: QPoint) -> QMenu:
        menu = QMenu(self.page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in entries:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.popup(place)
        return menu

    @Slot()
    def _forget_lane(self) -> None:
        if self.sender() is self._lane_menu:  # and not a menu before it
            self._lane_key_asked, self._lane_menu = "", None

    def _lane_key(self) -> str:
        """The lane that was asked for, or that of the chosen event; empty when there is none."""
        if self._lane_key_asked:
            return self._lane_key_asked
        event = self.page.selection.current()
        key = self.page.timeline.lane_key_of(event.id) if event is not None else ""
        if not key:
            self.page.say("Kies eerst een gebeurtenis die in een baan staat.")
        return key

    @Slot()
    def _fold(self) -> None:
        if key := self._lane_key():
            self.page.seen.fold(key)

    @Slot()
    def _hide(self) -> None:
        if key := self._lane_key():
            self.page.seen.hide(key)

    @Slot()
    def _lane_up(self) -> None:
        self.page.move_lane(self._lane_key(), -1)

    @Slot()
    def _lane_down(self) -> None:
        self.page.move_lane(self._lane_key(), 1)

    @Slot()
    def _show_band(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.page.seen.show_band(list(Band)[action.data()], shown=action.isChecked())

    @Slot(bool)
    def _show_table(self, shown: bool) -> None:
        self._show_part(self.page.table_card, shown=shown)

    @Slot(bool)
    def _show_panel(self, shown: bool) -> None:
        self._show_part(self.page.side, shown=shown)

    def _show_part(self, part: QWidget, *, shown: bool) -> None:
        focused = QApplication.focusWidget()
        if not shown and focused is not None and part.isAncestorOf(focused):
            self.page.timeline.setFocus()  # Qt would take whatever comes next
        part.setVisible(shown)

    @Slot()
    def _set_gaps(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.page.seen.set_gap_days(action.data())

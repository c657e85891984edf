"""A screen reader: it asks a running program over AT-SPI what there is, and hears the focus move.

Everything goes over D-Bus, as with any screen reader; nothing here touches the program itself.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

LONGEST_ANSWER = 30.0  # seconds
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = "org.a11y.atspi.Registry"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TABLE = "org.a11y.atspi.Table"
_EVENTS = ("object:state-changed:focused", "object:announcement")


class Role(IntEnum):
    """The roles that the tests ask for, with their numbers in AT-SPI."""

    LIST = 31
    LIST_ITEM = 32
    TABLE = 55
    TABLE_CELL = 56


class State(IntEnum):
    """The states that the tests ask for, with their places in the bits of AT-SPI."""

    ENABLED = 8
    FOCUSABLE = 11
    FOCUSED = 12
    SELECTABLE = 22
    SELECTED = 23
    SHOWING = 25


class NotThere(Exception):
    """What was asked for is not on the bus, or does not answer."""


class NoBus(Exception):
    """There is no bus over which programs and screen readers talk."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the screen, in pixels."""

    x: int
    y: int
    w: int
    h: int

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: Box) -> bool:
        """Tell whether the two have a pixel in common."""
        across = self.x < other.x + other.w and other.x < self.x + self.w
        return across and self.y < other.y + other.h and other.y < self.y + self.h


class Bus:
    """A connection to a D-Bus bus."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address, auth_timeout=LONGEST_ANSWER)
        self._heard: deque[Message] = deque()

    def close(self) -> None:
        self._connection.close()

    def ask(self, owner: str, path: str, member: str, signature: str = "", *body: object) -> Any:
        """Call `member`, with its interface before it; raises NotThere when nothing comes back."""
        interface, _, name = member.rpartition(".")
        address = DBusAddress(path, owner, interface)
        call = new_method_call(address, name, signature or None, body)
        try:
            answer = self._connection.send_and_get_reply(call, timeout=LONGEST_ANSWER)
        except TimeoutError as error:
            raise NotThere(f"{owner} does not answer {name}") from error
        if answer.header.message_type is MessageType.error:
            raise NotThere(f"{name}: {answer.body[0] if answer.body else answer.header}")
        return answer.body[0] if len(answer.body) == 1 else answer.body

    def ask_bus(self, name: str, signature: str = "", *body: object) -> Any:
        """Call a method of the bus itself."""
        bus = "org.freedesktop.DBus"
        return self.ask(bus, "/org/freedesktop/DBus", f"{bus}.{name}", signature, *body)

    def listen(self, interface: str) -> None:
        """Keep the signals of an interface from now on, for `next_signal`."""
        rule = MatchRule(type="signal", interface=interface)
        self._connection.filter(rule, queue=self._heard)
        self.ask_bus("AddMatch", "s", rule.serialise())

    def forget(self) -> None:
        """Drop the signals that came before now."""
        self.ask_bus("GetId")
        self._heard.clear()

    def next_signal(self, seconds: float) -> Message:
        """The oldest signal not yet read; raises TimeoutError when none comes in time."""
        return self._connection.recv_until_filtered(self._heard, timeout=seconds)


@contextmanager
def a_reader(session_address: str) -> Iterator[Reader]:
    """A screen reader that listens until the end of the block. Raises NoBus."""
    with ExitStack() as stack:
        try:
            session = stack.enter_context(closing(Bus(session_address)))
            address = session.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
            bus = stack.enter_context(closing(Bus(address)))
            bus.listen("org.a11y.atspi.Event.Object")
            member = f"{_REGISTRY}.RegisterEvent"
            for event in _EVENTS:
                bus.ask(_REGISTRY, "/org/a11y/atspi/registry", member, "s", event)
        except NotThere as error:
            raise NoBus(str(error)) from error
        yield Reader(bus)


class Reader:
    """A screen reader on the bus over which programs tell what they show."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def program(self, process_id: int) -> Thing:
        """The program with this process id; raises NotThere while it is not on the bus."""
        for program in Thing(self.bus, _REGISTRY, _ROOT).children():
            if self.process_of(program) == process_id:
                return program
        raise NotThere(f"process {process_id} is not on the accessibility bus")

    def process_of(self, program: Thing) -> int:
        """The id of the process that runs a program."""
        return int(self.bus.ask_bus("GetConnectionUnixProcessID", "s", program.owner))

    def hears_focus(self) -> Thing:
        """What gets the focus next; raises NotThere when nothing does."""
        for signal in self._signals("gets the focus"):
            if signal.body[:2] == ("focused", 1):
                fields = signal.header.fields
                return Thing(self.bus, fields[HeaderFields.sender], fields[HeaderFields.path])
        raise AssertionError("the signals never end")

    def hears_words(self) -> str:
        """What the program asks to be read out next; raises NotThere when that is nothing."""
        for signal in self._signals("is read out"):
            if signal.header.fields[HeaderFields.member] == "Announcement":
                return str(signal.body[3][1])
        raise AssertionError("the signals never end")

    def _signals(self, wanted: str) -> Iterator[Message]:
        """What the program tells from now on; raises NotThere when nothing `wanted` comes."""
        end = time.monotonic() + LONGEST_ANSWER
        while True:
            try:
                yield self.bus.next_signal(end - time.monotonic())
            except TimeoutError as error:
                raise NotThere(f"nothing {wanted} in {LONGEST_ANSWER:.0f} seconds") from error


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a screen reader can speak of: a window, a list, an item of a list."""

    bus: Bus = field(repr=False, compare=False)
    owner: str
    path: str

    def _ask(self, member: str, signature: str = "", *body: object) -> Any:
        return self.bus.ask(self.owner, self.path, member, signature, *body)

    def _property(self, interface: str, name: str) -> Any:
        member = "org.freedesktop.DBus.Properties.Get"
        return self._ask(member, "ss", interface, name)[1]

    @property
    def name(self) -> str:
        return str(self._property(_ACCESSIBLE, "Name"))

    @property
    def role(self) -> int:
        return int(self._ask(f"{_ACCESSIBLE}.GetRole"))

    @property
    def states(self) -> frozenset[State]:
        low, high = self._ask(f"{_ACCESSIBLE}.GetState")
        bits = low | high << 32
        return frozenset(state for state in State if bits >> state & 1)

    @property
    def box(self) -> Box:
        """Where it is on the screen."""
        return Box(*self._ask("org.a11y.atspi.Component.GetExtents", "u", 0))

    @property
    def child_count(self) -> int:
        return int(self._property(_ACCESSIBLE, "ChildCount"))

    def children(self) -> tuple[Thing, ...]:
        found = self._ask(f"{_ACCESSIBLE}.GetChildren")
        return tuple(Thing(self.bus, owner, path) for owner, path in found)

    def parent(self) -> Thing:
        return Thing(self.bus, *self._property(_ACCESSIBLE, "Parent"))

    def everything(self) -> Iterator[Thing]:
        """What is inside, at any depth; items of lists and cells of tables are not gone into."""
        for child in self.children():
            yield child
            if child.role not in (Role.LIST, Role.TABLE):
                yield from child.everything()

    def find(self, role: int, name: str) -> Thing:
        """The one inside with this role and name; raises NotThere."""
        for thing in self.everything():
            if thing.role == role and thing.name == name:
                return thing
        raise NotThere(f"nothing inside is called {name!r} in the role {role}")

    # --- as a table -----------------------------------------------------------------------

    @property
    def size(self) -> tuple[int, int]:
        """The number of rows and of columns."""
        return int(self._property(_TABLE, "NRows")), int(self._property(_TABLE, "NColumns"))

    def cell(self, row: int, column: int) -> Thing:
        found = self._ask(f"{_TABLE}.GetAccessibleAt", "ii", row, column)
        return Thing(self.bus, *found)

    def heading(self, column: int) -> str:
        return str(self._ask(f"{_TABLE}.GetColumnDescription", "i", column))

    def selected_rows(self) -> tuple[int, ...]:
        return tuple(self._ask(f"{_TABLE}.GetSelectedRows"))

"""A program under watch: every socket it makes and every byte it writes, seen by the kernel.

A seccomp filter stops the program at each of these calls until we have looked at what it asks. So
it also sees what libraries do by themselves, in every thread and in every program that is started
from it, and it needs nothing that is not on every Linux. Writes through memory that is mapped are
not seen; those are searched for in the files afterwards.
"""

from __future__ import annotations

import array
import ctypes
import os
import platform
import select
import socket
import struct
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCAL = (socket.AF_UNIX,)
MOST_SECONDS = 300

_NO_NEW_PRIVILEGES = 38
_SET_FILTER, _WITH_LISTENER = 1, 1 << 3
_RECEIVE, _SEND, _GO_ON = 0xC0502100, 0xC0182101, 1
_NOTICE = struct.Struct("=QIIiIQ6Q")
_ANSWER = struct.Struct("=QqiI")
_TOLD, _ALLOWED = 0x7FC00000, 0x7FFF0000
# The numbers of the calls, and of the call that sets the filter, for the two kinds of processor.
_CALLS = {
    "x86_64": {
        "socket": 41,
        "socketpair": 53,
        "io_uring_setup": 425,
        "write": 1,
        "writev": 20,
        "pwrite64": 18,
        "pwritev": 296,
        "pwritev2": 328,
    },
    "aarch64": {
        "socket": 198,
        "socketpair": 199,
        "io_uring_setup": 425,
        "write": 64,
        "writev": 66,
        "pwrite64": 68,
        "pwritev": 70,
        "pwritev2": 287,
    },
}
_NAMES = {number: name for name, number in _CALLS.get(platform.machine(), {}).items()}
_SECCOMP = {"x86_64": 317, "aarch64": 277}
SOCKETS = ("socket", "socketpair", "io_uring_setup")
WRITES = ("write", "writev", "pwrite64", "pwritev", "pwritev2")


@dataclass(slots=True)
class Seen:
    """What a program did while it was watched, and how it ended."""

    code: int = 0
    families: list[int] = field(default_factory=list)
    rings: int = 0
    written: dict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    calls: int = 0
    missed: int = 0

    @property
    def foreign(self) -> list[int]:
        """The families of sockets that can reach another computer."""
        return [family for family in self.families if family not in LOCAL]


def is_possible() -> bool:
    """Whether this system can watch a program so."""
    return sys.platform == "linux" and platform.machine() in _CALLS


def watch(
    command: Sequence[str],
    *,
    calls: Sequence[str] = SOCKETS + WRITES,
    environment: Mapping[str, str] | None = None,
) -> Seen:
    """Run a Python program, `command` as after `python`, and tell all that it did."""
    here, there = socket.socketpair()
    arguments = [sys.executable, "-m", "tests.traces.watched", str(there.fileno()), ",".join(calls)]
    seen = Seen()
    with here:
        with there:
            program = subprocess.Popen(
                [*arguments, *command], cwd=ROOT, env=environment, pass_fds=[there.fileno()]
            )
        try:
            looking = _Looking(_take(here), seen)
            seen.code = program.wait(MOST_SECONDS)
            looking.join()
        finally:
            program.kill()
            program.wait()
    return seen


def _take(line: socket.socket) -> int:
    _, ancillary, _, _ = line.recvmsg(1, socket.CMSG_SPACE(4))
    if not ancillary:
        raise OSError("this system does not let a program be watched")
    return array.array("i", ancillary[0][2][:4])[0]


# --- looking ----------------------------------------------------------------------------------


class _Looking(threading.Thread):
    """Looks at each call until all that was watched has ended."""

    def __init__(self, listener: int, seen: Seen) -> None:
        super().__init__(daemon=True)
        self._listener, self._seen = listener, seen
        self.start()

    def run(self) -> None:
        poll = select.poll()
        poll.register(self._listener, select.POLLIN)
        while poll.poll()[0][1] & select.POLLIN:
            _answer(self._listener, self._seen)
        os.close(self._listener)


def _answer(listener: int, seen: Seen) -> None:
    """Look at one call and let it go on."""
    import fcntl  # Windows has none

    with suppress(OSError):  # it was killed meanwhile
        notice = bytearray(_NOTICE.size)
        fcntl.ioctl(listener, _RECEIVE, notice)
        number, thread, _, call, _, _, *asked = _NOTICE.unpack(notice)
        _note(seen, _NAMES[call], thread, asked)
        fcntl.ioctl(listener, _SEND, _ANSWER.pack(number, 0, 0, _GO_ON))


def _note(seen: Seen, name: str, thread: int, asked: Sequence[int]) -> None:
    if name == "io_uring_setup":
        seen.rings += 1
    elif name in SOCKETS:
        seen.families.append(asked[0])
    else:
        seen.calls += 1
        try:
            target = os.readlink(f"/proc/{thread}/fd/{asked[0]}")
            seen.written[target] += _data(thread, asked, is_many="v" in name)
        except OSError:
            seen.missed += 1


def _data(thread: int, asked: Sequence[int], *, is_many: bool) -> bytes:
    with open(f"/proc/{thread}/mem", "rb", buffering=0) as memory:
        if not is_many:
            return os.pread(memory.fileno(), asked[2], asked[1])
        parts = os.pread(memory.fileno(), 16 * asked[2], asked[1])
        pairs = struct.iter_unpack("=QQ", parts)
        return b"".join(os.pread(memory.fileno(), size, at) for at, size in pairs if size)


# --- being watched ----------------------------------------------------------------------------


def _filter(calls: Sequence[int]) -> bytes:
    """Tell of these calls, and let all other pass."""
    load, equals, give = 0x20, 0x15, 0x06
    steps = [struct.pack("=HBBI", load, 0, 0, 0)]
    for left, call in enumerate(reversed(calls), 1):
        steps.insert(1, struct.pack("=HBBI", equals, left, 0, call))
    steps.append(struct.pack("=HBBI", give, 0, 0, _ALLOWED))
    steps.append(struct.pack("=HBBI", give, 0, 0, _TOLD))
    return b"".join(steps)


def _be_watched(line: int, calls: Sequence[str]) -> None:
    machine = platform.machine()
    code = _filter([_CALLS[machine][name] for name in calls])
    held = ctypes.create_string_buffer(code)
    program = struct.pack("@HxxxxxxP", len(code) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    with socket.socket(fileno=line) as there:
        listener = libc.syscall(_SECCOMP[machine], _SET_FILTER, _WITH_LISTENER, program)
        if listener < 0:
            raise OSError(ctypes.get_errno(), "the filter was refused")
        there.sendmsg(
            [b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [listener]))]
        )
        os.close(listener)


if __name__ == "__main__":
    _be_watched(int(sys.argv[1]), sys.argv[2].split(","))
    os.execv(sys.executable, [sys.executable, *sys.argv[3:]])

"""Keeps the memory of this program, which holds cases, out of what a system makes of a crash."""

from __future__ import annotations

import faulthandler
import sys

_SET_DUMPABLE = 4  # of prctl
_NO_FAULT_BOX = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX
_NO_HEAP = 0x1  # WER_FAULT_REPORTING_FLAG_NOHEAP


def keep_memory_in() -> None:
    """Ask the system for no core dump and no report of a crash; it may refuse without harm.

    On Linux other programs of the same user cannot read the memory of this one either. What the
    system writes when it runs short of memory or goes to sleep is not in our hands.
    """
    faulthandler.disable()
    if sys.platform == "win32":
        _tell_windows()
    else:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
        if sys.platform == "linux":
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def _tell_windows() -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_BOX)
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)

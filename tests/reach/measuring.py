"""A plugin of pytest that measures, in every worker, which lines and branches the tests reach.

It begins before anything of ours is loaded. Programs that tests start are not measured: what only
they reach counts as not reached.
"""

from __future__ import annotations

import os
import sys
import threading

from coverage import Coverage
from PySide6 import QtCore

from tests.reach import DATA

_measured = Coverage(
    data_file=os.environ[DATA],
    data_suffix=True,
    branch=True,
    source=["hgkm_desktop"],
    config_file=False,
    messages=False,
)
_measured.start()


class _MeasuredThread(QtCore.QThread):
    """Python measures the threads that it starts itself; one of Qt must ask for that."""

    def run(self) -> None:
        sys.settrace(threading.gettrace())
        self.exec()


QtCore.QThread = _MeasuredThread  # type: ignore[misc]


def pytest_unconfigure() -> None:
    """Write down what this worker reached."""
    _measured.stop()
    _measured.save()

"""A plugin of pytest that measures, in every worker, which lines and branches the tests reach.

It begins before anything of ours is loaded. Programs that tests start, and threads of Qt, are not
measured: what only they reach counts as not reached.
"""

from __future__ import annotations

import os

from coverage import Coverage

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


def pytest_unconfigure() -> None:
    """Write down what this worker reached."""
    _measured.stop()
    _measured.save()

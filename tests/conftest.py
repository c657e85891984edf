"""What every test starts from: no screen, no real home, our type and theme, no window left open."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from itertools import count

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from hgkm_desktop import policy

# Read when the application is made: one platform, size and language, so that all measure alike.
os.environ.update(
    QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96", LANG="C.UTF-8"
)
os.environ.pop("LC_ALL", None)

# Each of the hundred programs that tests start would compile all of ours again, and each worker
# every test, where Python was told to keep nothing of it.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No test asks the keyring of who runs it for anything; those of keyrings bring their own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A busy machine must not fail a property: speed is measured in tests/benchmarks.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

_homes = count(1)
_PLACE, _NO_POLICY, _read = policy.place(), policy.Policy(), policy._read


def pytest_configure(config: pytest.Config) -> None:
    """Let pass what the platform without a screen says of all it cannot do."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Never look through what all tests are made of for what can go: it stays, and it is much."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it, for pytest-qt too."""
    from hgkm_desktop.app import make_application  # tests without a window do without it

    return make_application()


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home of its own, which is made when something is written there."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("HGKM_HOME", str(home))


@pytest.fixture(autouse=True)
def _no_policy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the administrator of this machine decided from the tests."""
    monkeypatch.setattr(policy, "_read", lambda path: _NO_POLICY if path == _PLACE else _read(path))


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    """Fail a test that leaves a window open, and close it for the tests that follow."""
    yield
    if not isinstance(QApplication.instance(), QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in left]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    if names:
        pytest.fail(f"left open: {', '.join(names)}", pytrace=False)

"""Every kind of keyring behind a window: the passphrase opens the file, and nothing lies bare."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QCheckBox

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import (
    LIMIT_SECONDS,
    NORMAL,
    CaseFile,
    KeyNotGiven,
    is_remembered,
    recall,
    safe_place,
)
from hgkm_desktop.casefile.keys import derive_key
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.keyrings import (
    COMPUTERS,
    Computer,
    Hanging,
    Plain,
    WithoutPassword,
    a_computer,
    found_bare,
)
from tests.ui.keyboard import press, type_text, wait_until

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "vijf gewone woorden achter elkaar"
LEAST = 12
_BEAT_MILLISECONDS = 10


def every_keyring() -> bool:
    """Whether each computer lets the passphrase open the file, and none keeps a secret bare."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.proofs.keyring_matrix", folder],
            env={**os.environ, **_home(Path(folder))},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        print(done.stderr)
        return False
    found = json.loads(done.stdout.splitlines()[-1])
    print(
        f"wachtwoordkluis: {found['computers']} soorten, {found['as told']} doen wat is beloofd, "
        f"{found['opened']} keer opent het wachtwoord het bestand, {found['bare']} geheimen "
        f"onversleuteld op schijf, het venster stond ten langste {found['still']:.1f} s stil "
        f"(grens {LIMIT_SECONDS:.0f} s); controle: zonder keuring van de kluis "
        f"{found['control']} geheim gevonden, zonder kijken in zijn bestanden "
        f"{found['second control']}, "
        f"gevraagd in het venster zelf {found['third control']:.1f} s stil"
    )
    every = found["computers"]
    return bool(
        every >= LEAST
        and every == found["opened"] == found["as told"]
        and found["bare"] == 0
        and found["still"] < LIMIT_SECONDS
        and found["control"] >= 1
        and found["second control"] >= 1
        and found["third control"] >= LIMIT_SECONDS
    )


def _home(folder: Path) -> dict[str, str]:
    """Everything that is written goes somewhere in this folder."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    places = {name: str(folder / name.lower()) for name in (*names, "TMPDIR", "HGKM_HOME")}
    for place in places.values():
        Path(place).mkdir()
    none = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    return {**places, **none, "QT_QPA_PLATFORM": "offscreen"}


# --- in a process of its own --------------------------------------------------------------------


class Heart(QObject):
    """Beats while the window is alive; `still` is how long it did not at the most, in seconds.

    Only while the keyring is asked: drawing a file that opens is not what is measured here.
    """

    def __init__(self) -> None:
        super().__init__()
        self.still = self._last = 0.0
        self._timer = QTimer(self, interval=_BEAT_MILLISECONDS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def beating(self) -> Iterator[None]:
        self._last = time.monotonic()
        self._timer.start()
        yield
        self._beat()
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        now = time.monotonic()
        self.still, self._last = max(self.still, now - self._last), now


class Try:
    """One computer, with a file of its own and one window that it is opened in."""

    def __init__(self, folder: Path, window: MainWindow, heart: Heart, name: str) -> None:
        self.folder, self._window, self._heart = folder, window, heart
        self.path = folder / f"{name.replace(' ', '-')}.hgkm"
        with CaseFile.create(self.path, PASSPHRASE) as file:
            file.save(a_case_with(an_event("mrt 2021", "eerste")))
        self.header = self.path.read_bytes()[:16]

    def does_as_told(self, computer: Computer) -> bool:
        """Remember the file, if it can be, and open it by its key, if it must."""
        backend = computer.at_first()
        with a_computer(backend, self.data, computer.environment):
            self.remember()
            remembered = is_remembered(self.header)
        with a_computer(computer.later(backend), self.data, computer.environment):
            with self._heart.beating():
                self._ask()
                wait_until(lambda: _says("niets verloren") or not remembered or self._is_open)
            opened = self._is_open
            if not opened:
                self._type()
            self._close()
        must_open = computer.is_remembered and computer.error is None
        return remembered is computer.is_remembered and opened is must_open

    def remember(self) -> None:
        """Tick the box where that can be done, and type the passphrase."""
        with self._heart.beating():
            self._ask()
            wait_until(lambda: _box().isEnabled() or _says("Dit kan hier niet"))
        if _box().isEnabled():
            _box().click()
        self._type()
        remembering = self._window.opening.remembering()
        with self._heart.beating():
            wait_until(lambda: not remembering.is_busy)
        self._close()

    def opens_by_passphrase(self, computer: Computer) -> bool:
        """Whether the passphrase still does, with the keyring as it was at first."""
        assert self._window.watching is not None
        locking = self._window.watching.locking
        with a_computer(computer.at_first(), self.data, computer.environment):
            self._ask()
            wait_until(lambda: self._is_open or _dialog() is not None)
            if self._is_open:  # by its key: locked, it asks
                locking.lock()
                self._close()
                self._ask()
            wait_until(lambda: self._is_open or _dialog() is not None)
            self._type()
            cases = self._window.document.headings() if self._window.document else ()
            self._close()
        return len(cases) == 1

    @property
    def data(self) -> Path:
        return self.folder / "xdg_data_home"

    def bare(self) -> int:
        """How many files hold the key or the passphrase in a form that can be read."""
        key = bytes(derive_key(PASSPHRASE, self.header, NORMAL))
        return len(found_bare([self.folder], key, PASSPHRASE))

    @property
    def _is_open(self) -> bool:
        return self._window.document is not None

    def _ask(self) -> None:
        self._window.ask_passphrase(str(self.path))

    def _type(self) -> None:
        wait_until(lambda: _dialog() is not None)
        _the_dialog().passphrase.setFocus()
        type_text(PASSPHRASE)
        press(Qt.Key.Key_Return)
        wait_until(lambda: self._is_open)

    def _close(self) -> None:
        assert self._window.close_file()


def _dialog() -> PassphraseDialog | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, PassphraseDialog) else None


def _the_dialog() -> PassphraseDialog:
    found = _dialog()
    assert found is not None
    return found


def _box() -> QCheckBox:
    boxes = _the_dialog().findChildren(QCheckBox)
    return next(box for box in boxes if box.text().startswith("Onthoud"))


def _says(words: str) -> bool:
    found = _dialog()
    shown = found.findChildren(QObject) if found is not None else []
    return any(words in str(part.property("text")) for part in shown if part.property("visible"))


def _control(one: Try, check: str, *, answer: bool) -> int:
    """What is found bare when one check is taken off."""
    kind = {"encrypts": Plain, "lies_bare": WithoutPassword}[check]
    with (
        patch.object(safe_place, check, lambda _asked: answer),
        a_computer(kind(), one.data),
    ):
        one.remember()
    return one.bare()


def _still_when_asked_here(header: bytes, data: Path) -> float:
    """For how many seconds the window stands still when it waits for a hanging keyring itself."""
    heart = Heart()
    with heart.beating(), a_computer(Hanging(), data), suppress(KeyNotGiven):
        recall(header)
    return heart.still


def main() -> int:
    """Try every computer in a window; the argument is the folder that all is written in."""
    folder = Path(sys.argv[1])
    app = make_application()
    window = MainWindow(open_example)
    window.show()
    heart = Heart()
    tries = {name: Try(folder, window, heart, name) for name in COMPUTERS}
    as_told = {n: one.does_as_told(COMPUTERS[n]) for n, one in tries.items()}
    opened = {n: one.opens_by_passphrase(COMPUTERS[n]) for n, one in tries.items()}
    one = tries["werkt"]
    found = {
        "computers": len(tries),
        "as told": sum(as_told.values()),
        "opened": sum(opened.values()),
        "bare": sum(one.bare() for one in tries.values()),
        "still": heart.still,
        "control": _control(Try(folder, window, Heart(), "keuring"), "encrypts", answer=True),
        "second control": _control(
            Try(folder, window, Heart(), "kijken"), "lies_bare", answer=False
        ),
        "third control": _still_when_asked_here(one.header, one.data),
    }
    print([n for n in tries if not (as_told[n] and opened[n])])
    window.close()
    app.quit()
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())

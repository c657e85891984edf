"""Lets someone work with the program for an afternoon, and looks at all that came of it."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.traces.controls import CONTROLS
from tests.traces.watched import Seen, watch
from tests.traces.words import STEM, found_in, found_under

Found = Mapping[str, frozenset[str]]
SOCKET = "socket:"  # to the screen, where the name of the file stands above the window


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen, and the words that were found: in which write, file or document.

    `asked` are the documents that were asked for, where words belong. `errors` are the lines of the
    log about what went wrong in the program itself.
    """

    seen: Seen
    writes: Found
    files: Found
    asked: Found
    errors: tuple[str, ...]

    @property
    def ended_well(self) -> bool:
        """Whether it went on until the end, which is sudden, and only what must go wrong did."""
        return self.seen.code == -signal.SIGKILL and len(self.errors) <= 1

    @property
    def found(self) -> dict[str, list[str]]:
        """All words where they do not belong."""
        return {place: sorted(w) for place, w in (*self.writes.items(), *self.files.items())}


def look_at(form: str, display: str = "") -> Looked:
    """Go through a form of the afternoon, on a screen or without one, in a home of its own; or
    through one of its controls."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        module = "tests.traces.controls" if form in CONTROLS else "tests.traces.scene"
        seen = watch(["-m", module, name, form], environment=_environment(folder, display))
        asked = f"{folder / 'gevraagd'}{os.sep}"
        written = {place: found_in(bytes(data)) for place, data in seen.written.items()}
        lying = found_under(folder)
        log = " ".join(path.read_text(encoding="utf-8") for path in folder.rglob("hgkm.log"))
    return Looked(
        seen,
        {p: words for p, words in written.items() if words and not p.startswith((asked, SOCKET))},
        {p: words for p, words in lying.items() if not p.startswith((asked, f"{folder}/{STEM}"))},
        {p: words for p, words in written.items() if words and p.startswith(asked)},
        tuple(line for line in log.splitlines() if " ERROR " in line),
    )


def _environment(folder: Path, display: str) -> dict[str, str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "HGKM_", "DBUS_"))}
    for name in ("home", "tmp", "run"):
        (folder / name).mkdir(mode=0o700)
    ours |= {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "LANG": "C.UTF-8"}
    ours |= {"XDG_RUNTIME_DIR": str(folder / "run"), "DISPLAY": display}
    return ours | {"QT_QPA_PLATFORM": "xcb" if display else "offscreen"}

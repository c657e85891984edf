"""The same work in LibreOffice, which is what a user would pick instead of this program.

- From the start of a process to a usable window: the start screen beside an empty spreadsheet. Both
  meet a profile of their own that is new ("first") or was used before ("again"). The disk is warm.
- Opening 1,000 events: a casusbestand with its real key beside a spreadsheet of the same events,
  one row each, with the fourteen columns that a facilitator keeps in one. Both start with it.
- The memory of all processes of each with those events open, without what they share.
- The same pages as PDF, in a process of its own without a window: our casusverslag of the example
  beside the very same document in ODF that LibreOffice converts.

A window is usable once it is on the screen of Xvfb and the program used no processor for 100 ms,
which are taken off again; so a program that still works behind its window is not called ready.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from odfdo import Cell, Row, Table
from odfdo import Document as Spreadsheet

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.reports.case.casusverslag import compose
from hgkm_desktop.reports.writing.odt import write_odt
from tests.benchmarks.cases import example, long_case
from tests.benchmarks.measuring import Figure, in_turns, middle
from tests.screen import a_screen

ROOT = Path(__file__).resolve().parents[2]
EVENTS = 1_000
PASSPHRASE = "vijf gewone woorden achter elkaar"
RUNS = 11
FIRST_RUNS = 5
QUIET_SECONDS, LONGEST_SECONDS = 0.1, 120
NEEDED = ("soffice", "Xvfb", "xdotool")

_OPEN = """
import sys
from pathlib import Path
from hgkm_desktop.app import make_application, make_window
from hgkm_desktop.casefile import CaseFile

app = make_application()
window = make_window(app)
window.show_file(CaseFile.open(Path(sys.argv[1]), sys.argv[2]))
window.show()
sys.exit(app.exec())
"""
_PRINT = """
import sys
from datetime import date
from pathlib import Path
from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.case.casusverslag import compose
from hgkm_desktop.reports.writing.pdf import write_file

case = read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))
made = compose(case, settings=FileSettings(), made_on=date(2026, 1, 1))
write_file(made, Path(sys.argv[1]))
"""


def figures() -> Iterator[Figure]:
    """Wall time; nothing where LibreOffice, Xvfb or xdotool is not installed."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        sys.stderr.write(f"office: niet gemeten, want {', '.join(missing)} is er niet.\n")
        return
    with tempfile.TemporaryDirectory() as folder, a_screen() as screen:
        bench = _Bench(Path(folder), screen)
        yield from bench.starts()
        yield from bench.with_events()
        yield bench.pages()


class _Bench:
    def __init__(self, folder: Path, screen: str) -> None:
        self._folder, self._screen = folder, screen
        self._profiles = 0

    def starts(self) -> Iterator[Figure]:
        """From a process to an empty window."""
        new = in_turns(
            lambda: self._until_usable(*self._ours(self._new_profile())),
            lambda: self._until_usable(*self._office(self._new_profile())),
            runs=FIRST_RUNS,
        )
        yield middle("office: first start to usable", *_without_quiet(new))
        ours, office = self._ours(self._new_profile()), self._office(self._new_profile())
        again = in_turns(
            lambda: self._until_usable(*ours), lambda: self._until_usable(*office), runs=RUNS
        )
        yield middle("office: start to usable", *_without_quiet(again))

    def with_events(self) -> Iterator[Figure]:
        """From a process to the window with the events, and what it takes."""
        case = long_case(EVENTS)
        file, sheet = self._folder / "meting.hgkm", self._folder / "meting.ods"
        with CaseFile.create(file, PASSPHRASE) as casefile:
            casefile.save(case)
        write_spreadsheet(case, sheet)
        ours = self._ours(self._new_profile(), "-c", _OPEN, str(file), PASSPHRASE)
        office = self._office(self._new_profile(), str(sheet))
        memory: tuple[list[float], list[float]] = ([], [])
        taken = in_turns(
            lambda: memory[0].append(self._until_usable(*ours)),
            lambda: memory[1].append(self._until_usable(*office)),
            runs=RUNS,
        )
        yield middle(f"office: open {EVENTS} events", *_without_quiet(taken))
        yield replace(middle(f"office: memory, {EVENTS} events", *memory), unit="MB")

    def pages(self) -> Figure:
        """From a process without a window to the PDF."""
        text, pdf = self._folder / "verslag.odt", self._folder / "verslag.pdf"
        with text.open("wb") as target:
            made = compose(example(), settings=FileSettings(), made_on=date(2026, 1, 1))
            write_odt(made, target)
        profile = self._new_profile()
        office = ["soffice", _user(profile), "--headless", "--convert-to", "pdf"]
        office += ["--outdir", str(self._folder / "elders"), str(text)]
        ours = [sys.executable, "-c", _PRINT, str(pdf)]
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HGKM_HOME": str(profile)}

        def run(command: Sequence[str]) -> Callable[[], object]:
            return lambda: subprocess.run(
                command, cwd=ROOT, env=env, capture_output=True, check=True, timeout=LONGEST_SECONDS
            )

        figure = middle("office: casusverslag as PDF", *in_turns(run(ours), run(office), runs=RUNS))
        if not (pdf.exists() and (self._folder / "elders" / "verslag.pdf").exists()):
            raise RuntimeError("one of the two made no pages")
        return figure

    # --- the two programs -----------------------------------------------------------------

    def _new_profile(self) -> Path:
        self._profiles += 1
        return self._folder / f"profiel{self._profiles}"

    def _ours(self, home: Path, *arguments: str) -> tuple[list[str], dict[str, str], str]:
        command = [sys.executable, *(arguments or ("-m", "hgkm_desktop"))]
        return command, {"QT_QPA_PLATFORM": "xcb", "HGKM_HOME": str(home)}, "HGKM Desktop"

    def _office(self, profile: Path, *files: str) -> tuple[list[str], dict[str, str], str]:
        quiet = ("--norestore", "--nologo", "--nofirststartwizard")
        return ["soffice", _user(profile), *quiet, "--calc", *files], {}, "LibreOffice Calc"

    def _until_usable(self, command: Sequence[str], env: Mapping[str, str], title: str) -> float:
        """Start it, wait until its window can be used, and end it; gives its memory in MB."""
        with _running(command, {**env, "DISPLAY": self._screen}) as process:
            ends = time.monotonic() + LONGEST_SECONDS
            while not self._shows(title):
                if process.poll() is not None or time.monotonic() > ends:
                    raise RuntimeError(f"{title} does not come on screen")
                time.sleep(0.01)
            _wait_until_quiet(process.pid)
            return _private_memory(process.pid)

    def _shows(self, title: str) -> bool:
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        env = {**os.environ, "DISPLAY": self._screen}
        return subprocess.run(search, env=env, capture_output=True).returncode == 0


def write_spreadsheet(case: Case, path: Path) -> None:
    """The events as anyone keeps them in a spreadsheet: a head, and a row for each."""
    book = Spreadsheet("spreadsheet")
    book.body.clear()
    table = Table("Tijdlijn")
    head: tuple[str, ...] = (
        "Van",
        "Tot",
        "Soort",
        "Wat",
        "Wie",
        "Organisatie",
        "Feit",
        "Bron",
        "Gemeld aan",
    )
    head = (*head, "Resultaat", "Effect", "Risico", "Beleving", "Opmerking")
    for values in (head, *_rows(case)):
        row = Row()
        row.extend_cells([Cell(value) for value in values])
        table.append(row)
    book.body.append(table)
    book.save(str(path))


def _rows(case: Case) -> Iterator[tuple[str, ...]]:
    names = {one.id: one.name for one in case.organisations}
    for event in case.events:
        end = str(event.end.first) if event.end is not None else ""
        organisations = ", ".join(names[one] for one in event.organisation_ids)
        yield (
            *(str(event.start.first), end, event.kind.label, event.title, "kind 1"),
            *(organisations, event.fact_status.label, event.source, event.reported_to),
            *(event.result, event.effect.label, "ja" if event.is_risk_moment else "", "", ""),
        )


def _user(profile: Path) -> str:
    return f"-env:UserInstallation={profile.as_uri()}"


def _without_quiet(
    taken: tuple[list[float], list[float]],
) -> tuple[list[float], list[float]]:
    ours, base = ([time - QUIET_SECONDS * 1_000 for time in times] for times in taken)
    return ours, base


# --- processes -------------------------------------------------------------------------------


@contextmanager
def _running(command: Sequence[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a group of its own, which is ended with all that it started."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _family(pid: int) -> list[int]:
    """The processes in its group."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == pid:
                    found.append(int(entry.name))
            except ProcessLookupError:
                continue
    return found


def _wait_until_quiet(pid: int) -> None:
    """Until all of them together used no processor for a while, measured in ticks of 10 ms."""
    used, since = -1, time.monotonic()
    ends = since + LONGEST_SECONDS
    while time.monotonic() < min(since + QUIET_SECONDS, ends):
        now = sum(_ticks(one) for one in _family(pid))
        if now != used:
            used, since = now, time.monotonic()
        time.sleep(0.005)


def _ticks(pid: int) -> int:
    try:
        words = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return int(words[11]) + int(words[12])


def _private_memory(pid: int) -> float:
    """What they keep for themselves, in MB."""
    kept = 0
    for one in _family(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:  # it ended meanwhile
            continue
        kept += sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
    return kept / 1024

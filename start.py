"""Sets up HGKM Desktop in its own folder and starts it, its tests or its checks.

Only the standard library. Must parse on Python 3.8, to say there that 3.11 is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "build_spec" / "requirements.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "hgkm-lock.sha256"
OLDEST_PYTHON = (3, 11)
NEEDED_SPACE = 2_000_000_000  # bytes: the packages take 1.1 GB, their downloads the rest
NEEDED_MEMORY = 3_000_000_000  # bytes: the tests leave a quarter of that behind while they run

USAGE = """\
Gebruik: python3 start.py [opdracht]

  (geen)           opent het programma met het voorbeeld
  test [...]       de tests; wat erachter staat gaat naar pytest
  cover            hoeveel de tests bereiken, vergeleken met wat is bewaard
  check            stijl, typen, wie wat mag importeren, veraPDF over elk document, en de
                   lange tests: elk venster op toegankelijkheid, een schijf die weigert
  bench [NAAM]     snelheidsmetingen
  build            het programma als map die u kunt uitdelen, in out/build, en of het werkt
  prove            de lange proeven
  manual           elke handleiding als pdf in out/handleiding
  pictures         elk scherm en elke bladzijde als plaatje in out/pictures"""

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "pdftoppm": "poppler-utils",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "gcc": "build-essential",  # for the disk that fails, in tests/disk/watched.c
}
BUILD_TOOLS = {"strip": "binutils", **TEST_TOOLS}
CHECK_TOOLS = {"javac": "default-jdk-headless"}  # veraPDF runs from source, so it needs a compiler

CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    # The package has no __main__, and scripts in .venv break when the folder moves.
    "import-linter": (
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ),
    "documenten": ("-m", "tests.verapdf", "--huge"),
}
LONG_TESTS = (
    "tests/ui/accessibility/every_window_rules.py",
    "tests/ui/accessibility/large_text_rules.py",
    "tests/reports/long_texts_rules.py",
    "tests/reports/same_bytes_rules.py",
    "tests/privacy/growth_rules.py",
    "tests/disk/disk_in_short.py",
    "tests/disk/kills_in_short.py",
    "tests/traces/traces_in_short.py",
    "tests/ui/real_screen_reader.py",
    "tests/ui/real_locked_reader.py",
    "tests/ui/real_clipboard.py",
    "tests/ui/evaluation_walk.py",
    "tests/ui/study_walk.py",
    "tests/ui/trainer_walk.py",
    "tests/ui/year_walk.py",
    "tests/ui/fewer_keystrokes.py",
    "tests/ui/any_trouble.py",
    "tests/ui/line_at_random.py",
    "tests/benchmarks/each_in_short.py",
)
"""By their own names, because they take too long to go along with the tests."""


class CannotGoOn(Exception):
    """A known reason to stop; its text is the Dutch sentence for the user."""


def main(arguments: list[str], version: tuple[int, int] = sys.version_info[:2]) -> int:
    """Carry out one command and return the exit code."""
    try:
        refuse_old_python(version)
        return run_command(arguments)
    except CannotGoOn as reason:
        say(str(reason))
    except OSError as error:
        say(
            f"Er ging iets mis met {error.filename or 'een bestand'}: {error.strerror or error}.\n"
            "Controleer of u in deze map mag schrijven en of de schijf niet vol is, "
            "en start opnieuw."
        )
    except KeyboardInterrupt:
        say("Afgebroken. Start gerust opnieuw.")
    return 1


def run_command(arguments: list[str]) -> int:
    """Find the command that the arguments name and run it."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in ("help", "-h", "--help"):
        say(USAGE)
        return 0
    if name == "test":
        return run_tests(rest)
    if name == "cover":
        return run_module("tests.reach", *rest, env=off_screen())
    if name == "bench" and len(rest) <= 1:
        return run_module("tests.benchmarks", *rest, env=off_screen())
    alone: dict[str, Callable[[], int]] = {
        "": open_example,
        "check": run_checks,
        "build": build,
        "prove": lambda: run_module("tests.proofs", env=off_screen()),
        "manual": lambda: run_module("build_spec.make_manuals"),
        "pictures": lambda: run_module("tests.pictures"),
    }
    if name not in alone or rest:
        say(USAGE)
        return 2
    return alone[name]()


# The commands


def open_example() -> int:
    """Open the program on the example; without a usable screen, make its papers instead."""
    set_up()
    install_missing(missing_libraries())
    program = ("-m", "hgkm_desktop", "--example")
    if has_screen() and qt_starts(os.environ.copy()):
        return python(*program)
    unseen = off_screen()
    if not qt_starts(unseen):
        raise CannotGoOn(
            "Qt, waarmee het programma tekent, start niet op deze computer.\n"
            "Installeer de onderdelen die hierboven staan, of vraag dat aan uw beheerder."
        )
    say("Er is geen bruikbaar scherm. Het voorbeeld wordt zonder venster gemaakt.")
    return python(*program, "--off-screen", os.path.join("out", "voorbeeld"), env=unseen)


def run_tests(arguments: list[str]) -> int:
    """Run pytest and end with how many tests were skipped and why; in CI none may be."""
    set_up()
    install_missing(missing_libraries() + missing_tools())
    results = ROOT / "out" / "tests.xml"
    results.unlink(missing_ok=True)
    every_core = ("--numprocesses=auto", "--dist=worksteal")
    with place_in_memory() as place:
        options = (*every_core, f"--junitxml={results}", *place)
        code = python("-m", "pytest", *options, *arguments, env=off_screen())
    if not results.exists():
        say("Overgeslagen: onbekend, want de tests zijn niet uitgelopen.")
        return code or 1
    reasons = skip_reasons(results)
    if reasons and os.environ.get("CI") == "true":
        code = code or 1
        say("Met CI=true mag geen test worden overgeslagen.")
    say(skip_line(reasons))
    return code


@contextmanager
def place_in_memory() -> Iterator[tuple[str, ...]]:
    """What tells pytest to put its files in memory, where they fit: no test waits for a disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or shutil.disk_usage(memory).free < NEEDED_MEMORY:
        yield ()
        return
    with tempfile.TemporaryDirectory(prefix="hgkm-tests-", dir=str(memory)) as folder:
        yield (f"--basetemp={Path(folder) / 'tests'}",)


def run_checks() -> int:
    """Run every check, also after one failed, and say which failed."""
    set_up()
    install_missing(missing_tools(CHECK_TOOLS))
    failed = []
    for name, command in CHECKS.items():
        say(f"== {name}")
        if python(*command):
            failed.append(name)
    say("== lange tests")
    if run_tests(list(LONG_TESTS)):
        failed.append("lange tests")
    say(f"Niet in orde: {', '.join(failed)}." if failed else "Alle controles zijn in orde.")
    return 1 if failed else 0


def build() -> int:
    """Make the program as a folder that runs anywhere, and try that folder."""
    set_up()
    install_missing(missing_libraries() + missing_tools(BUILD_TOOLS))
    made = ROOT / "out" / "build"
    work = ("--distpath", str(made), "--workpath", str(made / "work"), "--log-level", "WARN")
    env = off_screen()
    env["PYTHONHASHSEED"] = "0"  # the same files make the same bundle
    env["PYINSTALLER_CONFIG_DIR"] = str(made / "cache")
    say("Het programma wordt gebouwd. Dat duurt ongeveer een minuut.")
    spec = ROOT / "build_spec" / "hgkm.spec"
    code = python("-m", "PyInstaller", "--noconfirm", "--clean", *work, str(spec), env=env)
    return code or python("-m", "tests.bundle", env=off_screen())


def run_module(name: str, *arguments: str, env: dict[str, str] | None = None) -> int:
    """Run one of the modules under tests/ and build_spec/ that are not tests."""
    set_up()
    install_missing(missing_libraries() + missing_tools())
    return python("-m", name, *arguments, env=env)


def skip_reasons(results: Path) -> Counter[str]:
    """Count the reasons of the skipped tests in a junit file; expected failures do not count."""
    skips = ET.parse(results).iter("skipped")
    return Counter(
        skip.get("message", "geen reden") for skip in skips if skip.get("type") != "pytest.xfail"
    )


def skip_line(reasons: Counter[str]) -> str:
    """Return the last line of a test run."""
    if not reasons:
        return "Overgeslagen: 0 tests."
    why = "; ".join(f"{count} keer: {reason}" for reason, count in sorted(reasons.items()))
    tests = "1 test" if sum(reasons.values()) == 1 else f"{sum(reasons.values())} tests"
    return f"Overgeslagen: {tests} ({why})."


# The set-up


def refuse_old_python(version: tuple[int, int]) -> None:
    """Raise CannotGoOn on a Python that the program does not run on."""
    if version < OLDEST_PYTHON:
        raise CannotGoOn(
            f"HGKM Desktop heeft Python 3.11 of nieuwer nodig; dit is Python "
            f"{version[0]}.{version[1]}.\n"
            "Installeer een nieuwere Python en start daarmee opnieuw: python3.11 start.py"
        )


def set_up() -> None:
    """Make .venv with the locked packages, unless it already holds exactly those."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    present = STAMP.read_text(encoding="ascii") if STAMP.exists() and PYTHON.exists() else ""
    if present.strip() == wanted:
        return
    if not present:
        make_venv()
    say("De pakketten worden opgehaald en geïnstalleerd. Dat duurt enkele minuten.")
    install_lock()
    STAMP.write_text(wanted + "\n", encoding="ascii")


def make_venv() -> None:
    """Make an empty .venv; what a broken first attempt left behind goes first."""
    refuse_without_venv()
    if VENV.exists():
        shutil.rmtree(VENV)
    if shutil.disk_usage(ROOT).free < NEEDED_SPACE:
        raise CannotGoOn(
            "Er is te weinig ruimte op de schijf: 2 GB is nodig.\n"
            "Maak ruimte vrij en start opnieuw."
        )
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True)
    if made.returncode:
        raise CannotGoOn(
            f"De map {VENV} met een eigen Python kon niet worden gemaakt.\n"
            "Controleer of u in deze map mag schrijven, en start opnieuw."
        )


def refuse_without_venv() -> None:
    """Raise CannotGoOn where Debian and Ubuntu left out the part that makes a .venv."""
    if all(importlib.util.find_spec(part) for part in ("venv", "ensurepip")):
        return
    version = ".".join(str(part) for part in sys.version_info[:2])
    raise CannotGoOn(
        "In deze Python ontbreekt het onderdeel venv.\n"
        f"Installeer het met: apt-get install python{version}-venv\nen start opnieuw."
    )


def install_lock() -> None:
    """Install exactly the locked packages; what pip says goes to a file, not to the screen."""
    log = ROOT / "out" / "installatie.log"
    log.parent.mkdir(exist_ok=True)
    pip = ("-m", "pip", "install", "--require-hashes", "--no-deps", "--no-input", "--retries", "2")
    with log.open("wb") as output:
        code = subprocess.run(
            [str(PYTHON), *pip, "--disable-pip-version-check", "-r", str(LOCK)],
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=str(ROOT),
        ).returncode
    if code:
        raise CannotGoOn(
            "De pakketten konden niet worden geïnstalleerd.\n"
            "Controleer de internetverbinding en de ruimte op de schijf, en start opnieuw.\n"
            f"Bijzonderheden staan in {log}"
        )


# What the system must have


def missing_libraries() -> list[str]:
    """Return the Debian packages of the system libraries that Qt needs and that do not load."""
    if sys.platform != "linux":
        return []
    return [package for library, package in QT_LIBRARIES.items() if not loads(library)]


def missing_tools(tools: dict[str, str] = TEST_TOOLS) -> list[str]:
    """Return the Debian packages of the programs that the tests use and that are not there."""
    if sys.platform != "linux":
        return []
    return [package for tool, package in tools.items() if not shutil.which(tool)]


def loads(library: str) -> bool:
    """Tell whether a shared library can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_missing(packages: list[str]) -> None:
    """Install Debian packages when we are allowed to; without them we go on as far as we can."""
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    say("Op deze computer ontbreken onderdelen. Ze komen er zo bij:\n  " + " ".join(install))
    if not (is_debian() and os.geteuid() == 0 and shutil.which("apt-get")):
        say("Voer die regel uit als beheerder. We gaan nu verder zonder.")
        return
    for command in (["apt-get", "update"], install):
        done = subprocess.run(
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    if done.returncode:
        say("Dat is niet gelukt. We gaan verder zonder.")


def is_debian() -> bool:
    """Tell whether this is Debian, Ubuntu or a system made from them."""
    release = Path("/etc/os-release")
    lines = release.read_text(encoding="utf-8").splitlines() if release.exists() else []
    families = " ".join(
        line.split("=", 1)[1].strip("\"'") for line in lines if line.startswith(("ID=", "ID_LIKE="))
    )
    return bool({"debian", "ubuntu"} & set(families.split()))


def has_screen() -> bool:
    """Tell whether a screen is said to be there; qt_starts tells whether it works."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def qt_starts(env: dict[str, str]) -> bool:
    """Try Qt in a process of its own, for it aborts the process when its screen fails."""
    code = "from PySide6.QtWidgets import QApplication; QApplication([])"
    try:
        tried = subprocess.run(
            [str(PYTHON), "-c", code], env=env, cwd=str(ROOT), capture_output=True, timeout=60
        )
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def off_screen() -> dict[str, str]:
    """Return the environment in which Qt draws without a screen, in one fixed language."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    env.pop("LC_ALL", None)
    return env


def python(*arguments: str, env: dict[str, str] | None = None) -> int:
    """Run the Python of .venv in the project folder and return its exit code."""
    return subprocess.run([str(PYTHON), *arguments], cwd=str(ROOT), env=env).returncode


def say(text: str) -> None:
    """Print for the user, before what a next process prints."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A crash of the program leaves no copy of its memory, from its first moment on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
START = """
from hgkm_desktop import __main__ as program
sys.argv = ["hgkm_desktop", "--help"]
try:
    program.main()
except SystemExit:
    pass
"""
SAY = """
import ctypes, faulthandler, json, resource
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
limit, _ = resource.getrlimit(resource.RLIMIT_CORE)
print(json.dumps([dumpable, limit, faulthandler.is_enabled()]))
"""
CRASH = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run this where a crash may leave as much as the system allows, with Python's own report."""
    allow = "import resource as r, sys; m = r.getrlimit(r.RLIMIT_CORE)[1]\n"
    allow += "r.setrlimit(r.RLIMIT_CORE, (m, m))\n"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    environment["HGKM_HOME"] = str(folder / "home")
    return subprocess.run(
        [sys.executable, "-c", allow + code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def told(output: str) -> list[int]:
    found: list[int] = json.loads(output.splitlines()[-1])
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own way")
def test_the_program_asks_for_no_dump_and_no_report(tmp_path: Path) -> None:
    assert told(run(START + SAY, tmp_path).stdout) == [0, 0, False]
    dumpable, _, reports = told(run(SAY, tmp_path).stdout)
    assert [dumpable, reports] == [1, True], "it would be seen"


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own way")
def test_a_crash_leaves_nothing_and_says_nothing(tmp_path: Path) -> None:
    crashed = run(START + CRASH, tmp_path)
    assert crashed.returncode < 0
    assert crashed.stderr == ""
    assert list(tmp_path.iterdir()) == []
    assert "Segmentation fault" in run(CRASH, tmp_path).stderr, "it would be heard"

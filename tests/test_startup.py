"""The window comes up without the heavy libraries, which are read when something needs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAVY = (
    "matplotlib",
    "reportlab",
    "keyring",
    "sqlite_utils",
    "numpy",
    "odfdo",
    "python_calamine",
)
ROOMS = ("models", "timeline", "casefile", "exchange", "figures", "reports")
SHOW_WINDOW = """
from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.ui.window.main_window import MainWindow

app = make_application()
window = MainWindow(open_example)
window.show()
window.repaint()
assert window.isVisible()
"""
MAKE_PDF = "import hgkm_desktop.reports.writing.pdf"
REPORT = """
import json, sys
sys.stdout.write(json.dumps(sorted(sys.modules)))
"""


def loaded_after(code: str) -> set[str]:
    """The modules that a fresh process holds after this code."""
    done = subprocess.run(
        [sys.executable, "-c", code + REPORT], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_the_start_screen_needs_no_heavy_library() -> None:
    loaded = loaded_after(SHOW_WINDOW)
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY), loaded & set(HEAVY)


def test_the_start_screen_needs_none_of_what_an_open_file_needs() -> None:
    ours = {name for name in loaded_after(SHOW_WINDOW) if name.startswith("hgkm_desktop.")}
    assert "hgkm_desktop.ui.window.start_screen" in ours
    assert {name for name in ours if name.split(".")[1] in ROOMS} == set()


def test_what_is_loaded_would_be_seen() -> None:
    loaded = loaded_after(MAKE_PDF)
    assert {"reportlab", "hgkm_desktop.reports"} <= loaded

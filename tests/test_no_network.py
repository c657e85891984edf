"""No module of the program can call another computer; what it does is in tests/traces."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# By the first part of their name. A browser that is opened would call in our place.
CALLING = frozenset(
    (
        *("socket", "socketserver", "ssl", "select", "selectors", "asyncio"),
        *("urllib", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc"),
        *("requests", "httpx", "aiohttp", "webbrowser"),
    )
)
OF_QT = frozenset(("QtNetwork", "QtWebSockets", "QtDBus", "QtWebEngineCore", "QDesktopServices"))


def calling(text: str) -> list[str]:
    """The imports in a source that could call another computer."""
    found: list[str] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.split(".")[0] in CALLING]
        elif isinstance(node, ast.ImportFrom):
            module, names = node.module or "", {alias.name for alias in node.names}
            if module.split(".")[0] in CALLING or OF_QT & (names | set(module.split("."))):
                found.append(module)
    return found


def test_no_module_imports_what_calls() -> None:
    sources = sorted((ROOT / "hgkm_desktop").rglob("*.py"))
    assert len(sources) > 100
    named = {path.name: calling(path.read_text(encoding="utf-8")) for path in sources}
    assert {name: found for name, found in named.items() if found} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request as r",
        "from http.client import HTTPConnection",
        "def f():\n    import ssl",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6 import QtNetwork",
        "from PySide6.QtGui import QDesktopServices",
    ],
)
def test_what_calls_would_be_found(line: str) -> None:
    assert len(calling(line)) == 1
    assert calling("import os\nfrom PySide6.QtCore import QUrl") == []

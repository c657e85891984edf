"""The table of windows misses none: no class of a window, and no title of a form."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hgkm_desktop
from tests.ui.every_window import NOT_OPENED, WINDOWS

UI = Path(hgkm_desktop.__file__).parent / "ui"
DIALOGS = {"QDialog", "QMainWindow", "QMessageBox", "OwnWindow"}
TITLED = ("FormDialog", "RecordDialog", "ActionDialog")
"""Classes that ask for many things, each with a title of its own."""


@cache
def modules() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text("utf-8")) for path in sorted(UI.rglob("*.py")))


def windows_in(*trees: ast.Module) -> set[str]:
    """The classes that are a dialog, or a widget that becomes a window of its own."""
    classes = {c.name: c for tree in trees for c in tree.body if isinstance(c, ast.ClassDef)}
    found: set[str] = set()
    grown = True
    while grown:
        dialogs = {n for n, c in classes.items() if {*_bases(c)} & (DIALOGS | found)}
        grown = not dialogs <= found
        found |= dialogs
    return found | {n for n, c in classes.items() if _is_widget(c) and _has_title(c)}


def _bases(made: ast.ClassDef) -> Iterator[str]:
    for base in made.bases:
        if isinstance(base, ast.Name):
            yield base.id


def _is_widget(made: ast.ClassDef) -> bool:
    return bool({*_bases(made)} & {"QWidget", "QFrame", "QScrollArea"})


def _has_title(made: ast.ClassDef) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == "setWindowTitle"
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        for node in ast.walk(made)
    )


def titles_in(*trees: ast.Module) -> set[str]:
    """The forms that are made of a class for many, as 'RecordDialog: Les'."""
    found = set()
    for tree in trees:
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in TITLED and len(node.args) > 1:
                found.add(f"{node.func.id}: {_start_of(node.args[1])}")
    return found


def _start_of(title: ast.expr) -> str:
    """The words of a title until something that is only known later."""
    first = title.values[0] if isinstance(title, ast.JoinedStr) else title
    return str(first.value).strip() if isinstance(first, ast.Constant) else "cijfer"


def test_every_window_is_listed() -> None:
    listed = {name.split(":")[0] for name in WINDOWS} | NOT_OPENED.keys()
    assert windows_in(*modules()) - listed == set()


def test_every_title_of_a_form_is_listed() -> None:
    assert titles_in(*modules()) - WINDOWS.keys() - NOT_OPENED.keys() == set()


def test_what_is_not_opened_is_still_there() -> None:
    assert NOT_OPENED.keys() <= windows_in(*modules())


def test_a_window_that_is_not_listed_is_found() -> None:
    code = (
        "class Asks(FormDialog): ...\nclass FormDialog(QDialog): ...\n"
        "class Room(QWidget):\n    def __init__(self):\n        self.setWindowTitle('Zaal')\n"
        "class Part(QWidget): ...\n"
        "def ask(parent): return RecordDialog(parent, 'Nog een les', None)\n"
    )
    assert windows_in(ast.parse(code)) == {"Asks", "FormDialog", "Room"}
    assert titles_in(ast.parse(code)) == {"RecordDialog: Nog een les"}

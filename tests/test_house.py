"""The rules of the house that no linter knows, each with its reason, over every tracked file."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES_IN_FILE = 400
MOST_LINES_IN_FUNCTION = 50
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest", "QtPdf"}
QT_MODULES |= {"QtPdfWidgets"}

# A pattern, a line that it must find, and why the line has no place here.
IN_CODE = (
    (
        r"^\s*from __feature__\b",
        "from __feature__ import snake_case",
        "type checkers do not know the names it makes",
    ),
    (r"^\s*from \S+ import \*", "from os import *", "nobody sees where a name comes from"),
    (
        r"\bprocessEvents\(",
        "app.processEvents()",
        "what runs inside it runs at a moment that nobody foresaw",
    ),
    (
        r"^\s*(?:import|from)\b.*\bpyplot\b",
        "from matplotlib import pyplot as plt",
        "it is slow to load and keeps figures in globals",
    ),
    (
        r"\bsingleShot\(\s*0\b",
        "QTimer.singleShot(0, self.go)",
        "it hides an order that should be a call or a signal",
    ),
)
ANYWHERE = (
    (
        r"pypi\.org|pythonhosted|(?<!emit-)index-url|https?://\S*/simple\b",
        "pip install --index-url https://example.org/simple",
        "packages come from elsewhere on another machine",
    ),
    (
        r"(?<![\w.~/])/(?:home|root|Users|work|tmp|mnt|srv)/\w",
        'open("/home/jan/casus.hgkm")',
        "another machine does not have this folder",
    ),
    (
        r"\b[A-Z]:\\\\?Users\\",
        'open("C:\\\\Users\\\\jan")',
        "another machine does not have this folder",
    ),
)

# The exceptions, each with its reason: too long, named by no code, or catching every error.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS = {
    "hgkm_desktop/ui/parts/theme.py: style_sheet": "a style sheet is one text, not steps",
}
UNNAMED_RESOURCES = {
    "fonts/OFL.txt": "the licence of the typeface beside it",
    "icons/hgkm.svg": "the drawing that the icons beside it are made of",
    "icons/hgkm-klein.svg": "the drawing that the smallest icons beside it are made of",
    "woorden/LICENTIE.txt": "the licence of the word list beside it",
    "herleidbaarheid/LICENTIE-woorden.txt": "the licence of the word list beside it",
    "herleidbaarheid/LICENTIES.md": "where the lists beside it come from, and their licences",
}
CATCH_ALL = {
    "hgkm_desktop/self_test.py": "a self-test reports every failure and goes on",
    "hgkm_desktop/casefile/safe_place.py": "a backend of keyring raises anything at all",
    "tests/casefile/fuzzing.py": "what it looks for is an error that nobody foresaw",
}


# --- the files ------------------------------------------------------------------------------


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the project; without git, everything in the folders that hold its files."""
    try:
        found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
        names = found.stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        folders = ("hgkm_desktop", "resources", "tests", "build_spec", "docs")
        paths = [p for name in folders for p in (ROOT / name).rglob("*")] + [*ROOT.glob("*.*")]
        names = [p.relative_to(ROOT).as_posix() for p in paths if p.suffix != ".pyc"]
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


@cache
def every_text() -> dict[str, str]:
    """The name and the text of each tracked file that is text; this file is left out."""
    found = {}
    for name in tracked():
        if ROOT / name != Path(__file__):
            try:
                found[name] = (ROOT / name).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                assert not name.endswith((".py", ".toml", ".md", ".txt")), f"{name} is not UTF-8"
    return found


def texts(start: str = "", end: str = "") -> Iterator[tuple[str, str]]:
    """The name and the text of the tracked files that start and end so."""
    for name, text in every_text().items():
        if name.startswith(start) and name.endswith(end):
            yield name, text


def broken(
    rule: Callable[[str], list[str]], start: str = "", end: str = ".py", *more: str
) -> list[str]:
    """Where the tracked files break a rule, one line for each place."""
    places = [f"{name}: {where}" for name, text in texts(start, end) for where in rule(text)]
    return places + [place for name in more for place in broken(rule, name)]


# --- the rules: each takes the text of a file and tells where it breaks the rule ----------------


def matching(pattern: str) -> Callable[[str], list[str]]:
    of_a_line = re.compile(pattern, re.MULTILINE)

    def rule(text: str) -> list[str]:
        if not of_a_line.search(text):  # looking at each line takes long
            return []
        lines = text.splitlines()
        return [f"line {n}" for n, line in enumerate(lines, 1) if re.search(pattern, line)]

    return rule


def catch_all(text: str) -> list[str]:
    """Handlers that swallow every error; to tidy up and raise again is fine."""
    if "except" not in text:  # reading a file as a tree takes long
        return []
    return [
        f"line {node.lineno}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or _names(node.type) & {"Exception", "BaseException"})
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def other_qt(text: str) -> list[str]:
    """Imports of Qt modules that the program does not carry, or of Qt as a whole."""
    found: list[str] = []
    plain = re.sub(rf"from PySide6\.({'|'.join(QT_MODULES)}) import\b", "", text)
    if "PySide6" not in plain:  # reading a file as a tree takes long
        return found
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [a.name for a in node.names if a.name.split(".")[0] == "PySide6"]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "PySide6":
            named = [str(node.module)] if node.module != "PySide6" else []
            modules = named or [f"PySide6.{a.name}" for a in node.names if a.name != "__version__"]
            found += [m for m in modules if m.split(".")[1] not in QT_MODULES]
    return found


def exclamations(text: str) -> list[str]:
    """Words with an exclamation mark in the texts of the program; a mark on its own is a sign."""
    if not re.search(r"!(?!=)", text):
        return []
    tree = ast.parse(text)
    inside = {id(part) for node in ast.walk(tree) for part in _parts(node)}
    return [
        f"line {node.lineno}: {said}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in inside
        for said in [_said(node)]
        if re.search(r"[\w}]{2,}[\")’”]?!+(?=[\s\"’”)]|$)", said)
    ]


def _parts(node: ast.AST) -> list[ast.expr]:
    return list(node.values) if isinstance(node, ast.JoinedStr) else []


def _said(node: ast.Constant | ast.JoinedStr) -> str:
    """The text of a string, with {} for what is filled in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(_said(p) if isinstance(p, ast.Constant) else "{x}" for p in node.values)


def long_functions(text: str) -> list[str]:
    return [
        f"{node.name} has {lines} lines"
        for node in _statements(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for lines in [(node.end_lineno or 0) - node.lineno + 1]
        if lines > MOST_LINES_IN_FUNCTION
    ]


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements within one, and not what they are made of: that is much more."""
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.expr):
            yield part
            yield from _statements(part)


def long_file(text: str) -> list[str]:
    lines = len(text.splitlines())
    return [f"{lines} lines"] if lines > MOST_LINES_IN_FILE else []


def unreached(resources: list[str], sources: list[str]) -> list[str]:
    """The resources that no source names: whole, with parts filled in, or by their folder."""
    names, folders = set[str](), set[str]()
    for tree in (ast.parse(text) for text in sources if re.search(r"resource|\.\w+[\"']", text)):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr) and re.search(r"\.\w+$", _said(node)):
                names.add(re.escape(_said(node)).replace(re.escape("{x}"), "[^/]+"))
            if isinstance(node, ast.Call) and _names(node.func) == {"resource"}:
                folders |= {_said(a) for a in node.args if isinstance(a, ast.Constant)}
    known = re.compile("|".join(sorted(names)))
    return [r for r in resources if not known.fullmatch(r) and r.rpartition("/")[0] not in folders]


# --- the house keeps them -------------------------------------------------------------------


@pytest.mark.parametrize(("pattern", "line", "reason"), IN_CODE)
def test_no_code_does_what_we_agreed_not_to(pattern: str, line: str, reason: str) -> None:
    assert matching(pattern)(f"pass\n{line}\n") == ["line 2"]
    assert broken(matching(pattern)) == [], reason


@pytest.mark.parametrize(("pattern", "line", "reason"), ANYWHERE)
def test_no_file_names_what_only_one_machine_has(pattern: str, line: str, reason: str) -> None:
    assert matching(pattern)(f"pass\n{line}\n") == ["line 2"]
    assert broken(matching(pattern), end="") == [], reason


def test_no_error_is_swallowed() -> None:
    assert {at.split(":")[0] for at in broken(catch_all)} == CATCH_ALL.keys()


def test_only_the_qt_modules_that_we_carry_are_imported() -> None:
    assert broken(other_qt) == []


def test_no_sentence_on_screen_shouts() -> None:
    assert broken(exclamations, "hgkm_desktop/", ".py", "start.py") == []
    assert broken(matching(r"\w{2,}!+(?:[\s\"’”]|$)"), "resources/", ".toml") == []


def test_files_stay_short_enough_to_read_at_once() -> None:
    found = {at.split(":")[0] for at in broken(long_file, "hgkm_desktop/")}
    assert found == LONG_FILES.keys()


def test_functions_stay_short_enough_to_read_at_once() -> None:
    found = broken(long_functions, "hgkm_desktop/", ".py", "start.py", "build_spec/")
    assert {at.split(" has ")[0] for at in found} == LONG_FUNCTIONS.keys()


def test_every_resource_is_used() -> None:
    ours = [name.removeprefix("resources/") for name in tracked() if name.startswith("resources/")]
    sources = [text for _, text in texts("hgkm_desktop/", ".py")]
    assert set(unreached(ours, sources)) == UNNAMED_RESOURCES.keys()


# --- and every rule can be broken -----------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("except:\n pass", "except ValueError:\n pass"),
        ("except (OSError, Exception):\n pass", "except BaseException:\n raise"),
        ("except Exception as e:\n raise E from e", "except OSError as e:\n print(e)"),
    ],
)
def test_a_swallowed_error_is_found(bad: str, good: str) -> None:
    assert catch_all(f"try:\n go()\n{bad}") == ["line 3"]
    assert catch_all(f"try:\n go()\n{good}") == []


@pytest.mark.parametrize(
    "line",
    [
        "import PySide6",
        "from PySide6 import QtWebEngineCore",
        "from PySide6.QtCharts import QChart",
        "if x:\n    from PySide6.QtNetwork import QTcpSocket",
    ],
)
def test_another_qt_module_is_found(line: str) -> None:
    assert len(other_qt(line)) == 1
    assert other_qt("from PySide6.QtCore import Qt\nfrom PySide6 import QtGui") == []


@pytest.mark.parametrize(
    "said", ['"Gelukt!"', '"Dat is fout! Probeer"', 'f"{naam}!"', '"Goed zo!"']
)
def test_a_shout_is_found(said: str) -> None:
    assert len(exclamations(f"x = {said}")) == 1


@pytest.mark.parametrize("said", ['"!"', '"mrt 2021 ruzie !"', '"a != b"', 'f"{a!r}"', "b != 3"])
def test_a_sign_is_no_shout(said: str) -> None:
    assert exclamations(f"x = {said}") == []


def test_length_is_counted() -> None:
    body = "    x = 1\n" * MOST_LINES_IN_FUNCTION
    assert long_functions(f"def f():\n{body}") == ["f has 51 lines"]
    assert long_functions(f"def f():\n{body.removesuffix('    x = 1' + chr(10))}") == []
    assert long_file("x\n" * 401) == ["401 lines"]
    assert long_file("x\n" * 400) == []


def test_a_resource_that_nothing_names_is_found() -> None:
    sources = ['resource("a/b.txt")', 'resource(f"f/{x}-{y}.ttf")', 'resource("map")', 'f"{p}/{q}"']
    files = ["a/b.txt", "f/Fam-Bold.ttf", "map/1.toml", "a/c.txt", "f/OFL.txt"]
    assert unreached(files, sources) == ["a/c.txt", "f/OFL.txt"]

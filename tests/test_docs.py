"""The documents are true: the commands, links, files and names in them exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import hgkm_desktop
import start

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hgkm_desktop"
README = ROOT / "README.md"
COMMAND = re.compile(r"python3 start\.py(?: +([a-z]+))?")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
PYTHON_FILE = re.compile(r"[\w/]+\.py")
NAME = re.compile(r"[A-Za-z_]+(?:\.[A-Za-z_]+)?")


def documents() -> list[Path]:
    manuals = ROOT / "resources" / "handleiding"
    folders = (ROOT.glob, (ROOT / "docs").rglob, (ROOT / "build_spec").glob, manuals.glob)
    return sorted(path for find in folders for path in find("*.md"))


def without_blocks(text: str) -> str:
    """The text of a document without its blocks of commands and examples."""
    return re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)


def commands(text: str) -> set[str]:
    return {found[1] or "" for found in COMMAND.finditer(text)}


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What start.py would have run."""
    seen: list[str] = []

    def run(*arguments: object, **_: object) -> int:
        seen.append(str(arguments))
        return 0

    for name in ("open_example", "run_tests", "run_checks", "run_module", "build"):
        monkeypatch.setattr(start, name, run)
    return seen


@pytest.mark.parametrize("command", sorted(commands(README.read_text(encoding="utf-8"))))
def test_start_py_knows_every_command_of_the_readme(
    command: str, done: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.run_command([command] if command else []) == 0
    assert done or capsys.readouterr().out == f"{start.USAGE}\n"


def test_the_readme_names_every_command() -> None:
    listed = re.findall(r"^  (\w+) ", start.USAGE, flags=re.MULTILINE)
    assert len(listed) >= 5
    assert {*listed, ""} <= commands(README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    links = LINK.findall(without_blocks(path.read_text(encoding="utf-8")))
    inside = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in inside if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_python_file_that_is_named_exists(path: Path) -> None:
    named = {
        word
        for code in CODE.findall(without_blocks(path.read_text(encoding="utf-8")))
        for word in PYTHON_FILE.findall(code)
    }
    folders = (ROOT, PACKAGE, path.parent)
    assert [word for word in named if not any((f / word).exists() for f in folders)] == []


def test_every_name_in_the_architecture_is_in_the_code() -> None:
    text = without_blocks((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    named = {code for code in CODE.findall(text) if NAME.fullmatch(code)}
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    made = set(re.findall(r"(?:def|class) (\w+)", code)) | set(re.findall(r"\b(\w+)\s*[:=]", code))
    names = [name for name in named if not name.endswith((".py", ".toml"))]
    parts = {part for name in names for part in name.split(".")}
    assert len(parts) > 30
    assert parts - made == set()


@pytest.mark.parametrize("decision", sorted((ROOT / "docs" / "decisions").glob("*.md")))
def test_every_decision_says_what_why_and_until_when(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert text.startswith(f"# {decision.name[:4]} ")
    for part in ("**Decision.**", "**Why.**", "**Rejected.**", "**When to reconsider.**"):
        assert part in text


def test_the_changelog_names_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    heads = re.findall(r"^#+ .*", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert any(project["version"] in head for head in heads)
    assert hgkm_desktop.__version__ == project["version"]

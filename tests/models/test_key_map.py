"""The list of keys names every key of the program, each once, in words that people use."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from hgkm_desktop.models.key_map import key_groups, key_name, read_key_groups
from hgkm_desktop.models.strict_toml import BadContent

UI = Path(__file__).resolve().parents[2] / "hgkm_desktop" / "ui"
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z0-9,.+=-]|F\d+|[A-Z][a-z]+)|F\d{1,2}")


def listed() -> set[str]:
    return {key for group in key_groups() for row in group.rows for key in row.keys}


def written_in(source: str) -> set[str]:
    """The keys that stand in code as a text of their own."""
    texts = (n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant))
    return {text for text in texts if isinstance(text, str) and KEY.fullmatch(text)}


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("Ctrl+N", "Ctrl+N"),
        ("F1", "F1"),
        ("Ctrl++", "Ctrl+plus"),
        ("Ctrl+-", "Ctrl+min"),
        ("Ctrl+.", "Ctrl+punt"),
        ("Ctrl+,", "Ctrl+komma"),
        ("Ctrl+Shift+Up", "Ctrl+Shift+pijl omhoog"),
        ("Return", "Enter"),
    ],
)
def test_a_key_is_called_as_people_do(keys: str, name: str) -> None:
    assert key_name(keys) == name


def test_every_key_that_stands_in_the_code_of_a_window_is_listed() -> None:
    written = {key for path in UI.rglob("*.py") for key in written_in(path.read_text("utf-8"))}
    assert "Ctrl+Shift+E" in written
    assert written <= listed(), written - listed()


def test_a_key_in_code_would_be_seen() -> None:
    assert written_in('action("Iets", slot, "Ctrl+Shift+9")') == {"Ctrl+Shift+9"}
    assert written_in('label("Kies Ctrl+C in de tabel.")') == set()


def test_no_key_is_listed_twice() -> None:
    rows = [row for group in key_groups() for row in group.rows]
    counted = Counter(key for row in rows for key in row.keys)
    assert [key for key, count in counted.items() if count > 1] == []


def test_a_row_without_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "toetsen.toml"
    row = '[[groep]]\nid = "a"\nnaam = "A"\nrij = [{ toetsen = [], doet = "iets" }]\n'
    path.write_text(row, encoding="utf-8")
    with pytest.raises(BadContent, match="naam"):
        read_key_groups(path)

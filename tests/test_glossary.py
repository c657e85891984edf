"""The glossary has a row for every record and every stored word, and names nothing that is gone."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import is_dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest

import hgkm_desktop.casefile
import hgkm_desktop.models
import hgkm_desktop.privacy
from hgkm_desktop import day_form, policy, settings
from hgkm_desktop.methods import agenda, follow_up, over_a_period, overview
from hgkm_desktop.models.terms import EventKind, Term
from hgkm_desktop.privacy import terms as privacy_terms
from hgkm_desktop.reports import options
from hgkm_desktop.reports.writing import elements, tagged_canvas
from hgkm_desktop.timeline import choices, lanes, layout
from hgkm_desktop.ui.line import entry_bar

GLOSSARY = Path(__file__).resolve().parent.parent / "docs" / "glossary.md"
MODELS = [
    importlib.import_module(f"hgkm_desktop.models.{found.name}")
    for found in pkgutil.iter_modules(hgkm_desktop.models.__path__)
]
DOCUMENTS = [elements, options, tagged_canvas]
ELSEWHERE = [hgkm_desktop.casefile, choices, lanes, layout, entry_bar, *DOCUMENTS]
ELSEWHERE += [day_form, policy, settings]
ELSEWHERE += [hgkm_desktop.privacy, agenda, follow_up, over_a_period, overview]


def rows() -> list[tuple[str, list[str]]]:
    """The word and the code names of each row."""
    lines = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert all(len(row) == 4 for row in cells)
    return [(row[0], re.findall(r"`([^`]+)`", row[1])) for row in cells]


def made_in(module: ModuleType) -> list[type]:
    """The public classes that a module makes itself."""
    return [
        thing
        for name, thing in vars(module).items()
        if isinstance(thing, type) and thing.__module__ == module.__name__ and name[0] != "_"
    ]


def vocabularies() -> list[type[Term] | type[EventKind]]:
    found = [
        kind for module in [*MODELS, choices, options, privacy_terms] for kind in made_in(module)
    ]
    return [kind for kind in found if issubclass(kind, Term | EventKind) and kind is not Term]


RECORDS = [kind for module in MODELS for kind in made_in(module) if is_dataclass(kind)]


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_stored_word_has_a_row_with_its_label(vocabulary: type[StrEnum]) -> None:
    present = [(word, *names) for word, names in rows()]
    for term in vocabulary:
        assert isinstance(term, Term | EventKind)
        assert (term.label, f"{vocabulary.__name__}.{term.name}", term.value) in present


@pytest.mark.parametrize("record", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_has_a_row(record: type) -> None:
    assert record.__name__ in {name for _, names in rows() for name in names}


def test_every_name_exists() -> None:
    known = {n: thing for module in [*MODELS, *ELSEWHERE] for n, thing in vars(module).items()}
    named = {name for _, names in rows() for name in names if name[0].isupper()}
    gone = []
    for name in named:
        owner, _, part = name.partition(".")
        found = known.get(owner)
        if found is None or (part and part not in parts_of(found)):
            gone.append(name)
    assert gone == []


def parts_of(kind: type) -> set[str]:
    return {*dir(kind), *getattr(kind, "__annotations__", ())}


def test_only_words_that_are_not_there_yet_have_no_name() -> None:
    text = GLOSSARY.read_text(encoding="utf-8")
    later = text.index("not in the program yet")
    assert "| not yet |" not in text[:later]
    assert "`" not in text[later:]

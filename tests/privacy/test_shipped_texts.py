"""What we ship ourselves passes the herleidbaarheidscheck: the example, and every list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import hgkm_desktop
from hgkm_desktop.models import content
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.paths import resource
from hgkm_desktop.privacy import FindingCertainty, check
from hgkm_desktop.privacy.case_check import check_case
from tests.reports.every_document import the_example

FEW = 3
LISTS = {
    "organisaties": content.organisations,
    "geweldsvormen": content.violence_forms,
    "leefgebieden": content.life_areas,
    "rollen": content.household_roles,
    "functies": content.functions,
    "instrumenten": content.instruments,
    "belemmeringen": content.obstacles,
    "cijfers": figure_indicators,
}
_PROMISE = re.compile(r"anoniem|anonimi|anonym", re.IGNORECASE)
_NAMES_A_REGION = re.compile(r"IJsselland|Oost-Brabant")  # marked so by experts


def test_the_example_passes_the_gate() -> None:
    """Nothing in it is zeker or waarschijnlijk, and little is left to look at together."""
    found = check_case(the_example())
    sure = [f.word for f in found if f.finding.certainty is not FindingCertainty.MOGELIJK]
    assert sure == []
    assert len({f.word.casefold() for f in found}) <= FEW


def test_the_example_shows_a_new_user_the_gate() -> None:
    assert the_example().state is CaseState.IN_BEWERKING
    assert the_example().read.on is None


def test_no_text_of_the_program_promises_that_anything_is_anoniem() -> None:
    """The domain list and the layer for shelters know the word; nothing says it."""
    package, known = Path(hgkm_desktop.__file__).parent, {"shelters.py"}
    texts = [path for path in package.rglob("*.py") if path.name not in known]
    texts += [*resource("voorbeeld").rglob("*.toml"), *resource("inhoud").rglob("*.toml")]
    assert len(texts) > 300
    said = [path.name for path in texts if _PROMISE.search(path.read_text(encoding="utf-8"))]
    assert said == []


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != "id":
                yield from texts_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "id":
                yield from texts_in(getattr(value, field.name))


def told(text: str) -> list[tuple[str, str]]:
    """What is found that asks for more than one joint look."""
    return [
        (text[f.start : f.end], f.certainty.label)
        for f in check(text)
        if f.certainty is not FindingCertainty.MOGELIJK and not _NAMES_A_REGION.search(text)
    ]


@pytest.mark.parametrize("name", LISTS)
def test_no_label_of_a_list_is_found(name: str) -> None:
    texts = [*texts_in(LISTS[name]())]
    assert texts
    assert [found for text in texts for found in told(text)] == []


@pytest.mark.parametrize("name", LISTS)
def test_nothing_else_that_stands_in_a_list_is_found(name: str) -> None:
    read = tomllib.loads(resource(f"inhoud/{name}.toml").read_text(encoding="utf-8"))
    texts = [*texts_in(read)]
    assert len(texts) > FEW
    assert [found for text in texts for found in told(text)] == []

"""A birth, a death and a day in court are known by the words of a title."""

from __future__ import annotations

import pytest

from hgkm_desktop.models.telling_dates import date_tells
from tests.builders import an_event


@pytest.mark.parametrize(
    "title", ["Kind 3 wordt geboren", "Oma overlijdt", "Zitting bij de kinderrechter", "Uitspraak"]
)
def test_such_an_event_is_known(title: str) -> None:
    assert date_tells(an_event("2022", title))


@pytest.mark.parametrize("title", ["School vraagt advies", "Bezittingen verdeeld", "Huisverbod"])
def test_another_is_not(title: str) -> None:
    assert not date_tells(an_event("2022", title))

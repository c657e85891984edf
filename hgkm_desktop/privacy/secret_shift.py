"""Moving all dates of the copy that leaves by one amount that is kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from secrets import choice

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.reading import altered, without_reading
from hgkm_desktop.models.shifting import amounts, with_dates_moved
from hgkm_desktop.models.texts import CaseText
from hgkm_desktop.privacy.calendar_words import dated_texts

_MOST_NAMED = 4
_NO_COPY = "Er is geen kopie gemaakt."
# The name of an organisation was typed, so no error says it.
_OF_WHOM = re.compile(r"beleving van .* bij ")


def secretly_moved(cases: Sequence[Case], today: date, by: str) -> tuple[Case, ...]:
    """The cases with all dates moved by one secret number of whole weeks, the same for all.

    Each has a note that it was altered, when and by which function; nobody read it through yet.
    The amount is kept nowhere. Raises BadInput when a text tells a date, and when the dates cannot
    be moved without crossing a day on which something of the case began or ended.
    """
    _insist_on_no_dates([place for case in cases for place in dated_texts(case)])
    possible = amounts(cases, today)
    if not possible:
        raise BadInput(
            "De data zijn niet te verschuiven: binnen een half jaar begint of eindigt iets dat in "
            "de casus voorkomt, of de volgorde zou veranderen.",
            safe=_NO_COPY,
            todo="Zet het verschuiven uit en geef de data ten opzichte van T0.",
        )
    weeks = choice(possible)
    return tuple(_noted(case, with_dates_moved(case, weeks), by, today) for case in cases)


def _noted(case: Case, moved: Case, by: str, today: date) -> Case:
    moved = without_reading(moved)
    before = case.read.alterations
    return altered(replace(moved, read=replace(moved.read, alterations=before)), by, today)


def _insist_on_no_dates(places: Sequence[CaseText]) -> None:
    if not places:
        return
    said = [_OF_WHOM.sub("beleving bij ", place.where) for place in places]
    raise BadInput(
        f"In {count_text(len(places), 'tekst', 'teksten')} staat een datum, maand, jaar, seizoen "
        "of feestdag. Die verschuift niet mee en zou verraden hoeveel weken het zijn.",
        safe=_NO_COPY,
        todo=f"Schrijf daar hoelang het duurde of hoelang erna het was: {_some(said)}.",
    )


def _some(said: Iterable[str]) -> str:
    every = [f"‘{where}’" for where in dict.fromkeys(said)]
    more = len(every) - _MOST_NAMED
    if more < 1:
        return list_text(every)
    return list_text([*every[:_MOST_NAMED], f"nog {count_text(more, 'plek', 'plekken')}"])

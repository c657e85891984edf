"""What a leertafel asks of bestuurders: in which order, of whom, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.terms import ActionStatus, Outcome
from hgkm_desktop.reports.case.casusverslag_blocks import capital
from hgkm_desktop.reports.case.notitie_parts import as_sentence, number_list
from hgkm_desktop.reports.case.notitie_requests import READERS

_GOES_ON = (ActionStatus.OPEN, ActionStatus.BEZIG)


def number_of_knelpunt(table: Leertafel) -> dict[str, str]:
    """'K1', 'K2': what each knelpunt is called in both documents of the table, by its id."""
    return {knelpunt.id: f"K{number}" for number, knelpunt in enumerate(table.knelpunten, 1)}


def is_asked(actie: Verbeteractie) -> bool:
    """Whether it is asked of a bestuurder: a doorbraak, or an action with a kind of asking."""
    return actie.outcome is Outcome.DOORBRAAK or actie.asked is not None


def asked_about(table: Leertafel, case_id: str) -> list[Verbeteractie]:
    """What goes on of what the table asks, except because of a knelpunt of another case."""
    elsewhere = {k.id for k in table.knelpunten if k.case_id not in ("", case_id)}
    asked = [a for a in table.acties if is_asked(a) and a.knelpunt_id not in elsewhere]
    return by_owner(a for a in asked if a.status in _GOES_ON)


def by_owner(acties: Iterable[Verbeteractie]) -> list[Verbeteractie]:
    """The actions with those of one owner together: burgemeester, wethouder, then the others."""
    found = sorted(acties, key=lambda actie: (actie.seq, actie.id))
    owners = list(dict.fromkeys(_owner(actie) for actie in found))
    owners.sort(key=_rank)
    return sorted(found, key=lambda actie: owners.index(_owner(actie)))


def _owner(actie: Verbeteractie) -> str:
    return " ".join(actie.owner.casefold().split())


def _rank(owner: str) -> int:
    names = [place for place, name in enumerate(READERS) if owner.startswith(name)]
    return names[0] if names else len(READERS) + (not owner)


def of_whom(acties: Sequence[Verbeteractie]) -> str:
    """Which numbers are asked of whom: 'Burgemeester: vraag 1 en 3. Wethouder: vraag 2.'"""
    places: dict[str, list[int]] = {}
    for number, actie in enumerate(acties, 1):
        if _owner(actie):
            places.setdefault(capital(actie.owner.strip()), []).append(number)
    return " ".join(
        as_sentence(f"{owner}: vraag {number_list(numbers)}") for owner, numbers in places.items()
    )

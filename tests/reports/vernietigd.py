"""A destroyed case as the file notes it, for tests of its verklaring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.models.vernietiging import Removed, Vernietiging, WentOut
from hgkm_desktop.reports.case.verklaring import KINDS

DAY = date(2031, 5, 6)
NOTED = Vernietiging(
    id="1" * 32,
    code="K7-2F",
    begun_on=date(2031, 5, 5),
    function="informatiebeheerder van de gemeente",
    ground="selectielijst van de gemeente",
    keep_until=date(2031, 1, 31),
    removed=tuple(Removed(kind, number) for number, kind in enumerate(KINDS)),
    issued=(
        WentOut(DocumentKind.GESPREKSNOTITIE, DocumentForm.PDF, 1, date(2026, 3, 14)),
        WentOut(DocumentKind.CASUSVERSLAG, DocumentForm.ODT, 2, date(2026, 3, 15)),
    ),
    backups=14,
    finished_on=DAY,
)


def noted_of(case: Case) -> Vernietiging:
    """As if this case had been destroyed, with whatever was typed in it as function and ground."""
    counted = (Removed("gebeurtenis", len(case.events)), Removed("les", len(case.lessons)))
    return replace(
        NOTED, code=case.code, function=case.organiser, ground=case.reason, removed=counted
    )

"""An invented set of figures: gaps, a break, repeats, small counts and one without duiding."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import (
    Duiding,
    Figure,
    FigureSet,
    Insight,
    Period,
)
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.figures import cijferkaart
from hgkm_desktop.reports.practice.work_head import Making
from tests.builders import made_deelbaar
from tests.reports.full_case import MADE_ON, a_full_case

__all__ = ["CASE_ID", "a_figure_set", "kaart_of"]
CASE_ID, OTHER_ID = f"{0x71:032x}", f"{0x72:032x}"
LAST = Period(2025, 2)
SMALL = 3


def _figures() -> tuple[Figure, ...]:
    counted = ((2018, 1, 1886), (2018, 2, 1790), (2019, 1, 2101), (2025, 1, 2213), (2025, 2, 2344))
    meldingen = tuple(
        Figure(f"m{year}{half}", "meldingen", Period(year, half), count=count)
        for year, half, count in counted
    )
    bans = (
        Figure("a1", "adviezen", Period(2025, 1), ValueKind.CIRCA, 900),
        Figure("a2", "adviezen", LAST, ValueKind.NIET_LEVERBAAR, reason="nieuw systeem"),
        Figure("h1", "meldingen_herhaald", Period(2025, 1), count=SMALL, of=2213),
        Figure("h2", "meldingen_herhaald", LAST, count=108, of=737, given_share=152),
        Figure("o1", "onderzoeken_vt", LAST, count=41),
    )
    return (*meldingen, *bans)


def a_figure_set(state: CaseState = CaseState.IN_BEWERKING) -> FigureSet:
    """Of four indicators, three with a duiding."""
    told = ("meldingen", "adviezen", "meldingen_herhaald")
    figures = _figures()
    return FigureSet(
        "7" * 32,
        "C4-4C",
        "Cijfers over een paar jaar",
        state,
        area="Voorbeeldstad",
        figures=figures,
        duidingen=tuple(
            Duiding(f"d{n}", name, LAST, f"Dit zegt {name} en meer niet.", n == 0)
            for n, name in enumerate(told)
        ),
        insights=(
            Insight("i1", "adviezen", CASE_ID, text="Advies bleef liggen, zo laat een casus zien"),
            Insight("i2", "adviezen", OTHER_ID, text="GEHEIM van een casus in bewerking"),
        ),
    )


def kaart_of(figures: FigureSet) -> Document:
    """The cijferkaart, beside one case that is deelbaar and one that is not."""
    shared = made_deelbaar(a_full_case(id=CASE_ID, code="B2-2C"))
    cases = (shared, replace(a_full_case(id=OTHER_ID, code="D3-3F"), state=CaseState.IN_BEWERKING))
    making = Making(FileSettings(organisation="Gemeente Voorbeeldstad"), MADE_ON)
    return cijferkaart.compose(figures, cases, making)

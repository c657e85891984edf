"""What the line shows on screen, for who wants that on paper or in a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor

from hgkm_desktop.models.terms import Term
from hgkm_desktop.reports.line.line_document import Scale
from hgkm_desktop.timeline.choices import Band, Choices, LaneBy
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.parts.text import sentence_case

SCALES: tuple[tuple[Scale | int, str], ...] = (
    (Scale.LEESBAAR, "zo dat alles te lezen is"),
    (Scale.EEN_PAGINA, "op één pagina"),
    (92, "een kwartaal op elke pagina"),
    (183, "een half jaar op elke pagina"),
    (366, "een jaar op elke pagina"),
    (731, "twee jaar op elke pagina"),
    (1827, "vijf jaar op elke pagina"),
)


class Which(Term):
    """Which events. Without a choice of the user never less than all that may be shown."""

    ALLES = ("alles", "alles wat getoond mag worden")
    KEUZE = ("keuze", "wat nu op het scherm is gekozen")
    SELECTIE = ("selectie", "alleen wat is geselecteerd")


@dataclass(frozen=True, slots=True)
class Screen:
    """What the line shows when a dialog opens: its choices, its days and what is selected."""

    choices: Choices
    window: Window
    selected_ids: frozenset[str]

    def possible(self) -> tuple[Which, ...]:
        """The choices of events that differ from all of them."""
        found = [Which.ALLES]
        if self._narrows():
            found.append(Which.KEUZE)
        if self.selected_ids:
            found.append(Which.SELECTIE)
        return tuple(found)

    def bands(self) -> list[tuple[Band, str]]:
        """The bands that can be asked for; silences only when their length was chosen, and
        changes of the law only when the screen shows them."""
        asked = {Band.STILTES: bool(self.choices.gap_days)}
        asked[Band.WETTEN] = Band.WETTEN in self.choices.bands
        return [(band, sentence_case(band.label)) for band in Band if asked.get(band, True)]

    def days(self) -> tuple[date, date]:
        """The first and the last day of which it shows something."""
        last = date.max.toordinal()
        first_day = max(min(floor(self.window.first), last), 1)
        last_day = max(min(ceil(self.window.last) - 1, last), first_day)
        return date.fromordinal(first_day), date.fromordinal(last_day)

    def _narrows(self) -> bool:
        shown = replace(self.choices, deelnemer_id="")
        plain = Choices(lane_by=shown.lane_by, bands=shown.bands, gap_days=shown.gap_days)
        return shown != plain


def chosen_events(which: Which, lane_by: LaneBy, bands: frozenset[Band], screen: Screen) -> Choices:
    """What of the case is wanted, in these lanes and bands. The view of one deelnemer never gets
    out: belevingen are exported of everyone together or not at all.

    Source: de methode, belevingen (docs/bronnen.md, bron 4).
    """
    gap_days = screen.choices.gap_days if Band.STILTES in bands else 0
    plain = Choices(lane_by=lane_by, bands=bands, gap_days=gap_days)
    if which is Which.SELECTIE:
        return replace(plain, event_ids=screen.selected_ids)
    if which is Which.KEUZE:
        return replace(
            screen.choices, lane_by=lane_by, bands=bands, gap_days=gap_days, deelnemer_id=""
        )
    return plain

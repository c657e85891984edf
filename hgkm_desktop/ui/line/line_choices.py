"""What the user chose to see of the line, kept together; one value of `Choices` comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.knowing import knowledge_of
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.timeline.choices import Band, Choices, LaneBy
from hgkm_desktop.timeline.filtering import EventFilter


@dataclass(frozen=True, slots=True)
class Knowing:
    """The question what one organisation knew at the end of one day."""

    organisation_id: str
    day: date


class LineChoices(QObject):
    """The choices of this session; none of them is part of the case.

    `changed` follows each; folded and hidden lanes are remembered for each way of making lanes.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane_by = LaneBy.ORGANISATIE
        self.filter = EventFilter()
        self.knowing: Knowing | None = None
        self.gap_days = 0
        self.without = frozenset({Band.WETTEN})
        self._folded: dict[LaneBy, frozenset[str]] = {}
        self._hidden: dict[LaneBy, frozenset[str]] = {}

    # --- what comes out -----------------------------------------------------------------

    def choices(self, case: Case) -> Choices:
        """What the line shows of this case."""
        known = self._known(case)
        plain = Choices(
            lane_by=self.lane_by,
            folded=self._folded.get(self.lane_by, frozenset()),
            hidden=self._hidden.get(self.lane_by, frozenset()),
            event_ids=self.shown_ids(case),
            deelnemer_id=self.filter.deelnemer_id,
            dimmed=frozenset(i for i, answer in known.items() if answer is not Answer.JA),
            doubted=frozenset(i for i, answer in known.items() if answer is Answer.ONBEKEND),
            gap_days=self.gap_days,
        )
        bands = plain.bands | {Band.WETTEN} | ({Band.STILTES} if self.gap_days else frozenset())
        return replace(plain, bands=bands - self.without)

    def shown_ids(self, case: Case) -> frozenset[str] | None:
        """The events that pass the filter; None when there is no filter."""
        return None if self.filter.is_empty else self.filter.matches(case)

    def knowledge_words(self, case: Case) -> str:
        """'8 bekend, 3 onzeker, 2 niet bekend, 27 daarna'; empty when that is not asked."""
        if self.knowing is None:
            return ""
        known = self._known(case)
        later = {e.id for e in case.events if self._is_later(e)}
        answers = [answer for event_id, answer in known.items() if event_id not in later]
        yes, maybe = answers.count(Answer.JA), answers.count(Answer.ONBEKEND)
        words = f"{yes} bekend, {maybe} onzeker, {len(answers) - yes - maybe} niet bekend"
        return f"{words}, {len(later)} daarna" if later else words

    def _is_later(self, event: Event) -> bool:
        """True for an event that surely begins after the day that is asked about."""
        asked = self.knowing
        return asked is not None and event.start.is_known and event.start.earliest > asked.day

    def _known(self, case: Case) -> dict[str, Answer]:
        asked = self.knowing
        if asked is None or all(o.id != asked.organisation_id for o in case.organisations):
            return {}
        return knowledge_of(case, asked.organisation_id, asked.day)

    # --- choosing -----------------------------------------------------------------------

    def set_lane_by(self, lane_by: LaneBy) -> None:
        self.lane_by = lane_by
        self.changed.emit()

    def set_filter(self, chosen: EventFilter) -> None:
        if chosen != self.filter:
            self.filter = chosen
            self.changed.emit()

    def set_knowing(self, knowing: Knowing | None) -> None:
        if knowing != self.knowing:
            self.knowing = knowing
            self.changed.emit()

    def set_gap_days(self, days: int) -> None:
        """Show silences of at least so many days; 0 shows none."""
        self.gap_days = days
        self.changed.emit()

    def show_band(self, band: Band, *, shown: bool) -> None:
        self.without = self.without - {band} if shown else self.without | {band}
        self.changed.emit()

    def fold(self, key: str) -> None:
        """Fold a lane, or open it when it was folded."""
        self._folded[self.lane_by] = self._folded.get(self.lane_by, frozenset()) ^ {key}
        self.changed.emit()

    def hide(self, key: str) -> None:
        self._hidden[self.lane_by] = self._hidden.get(self.lane_by, frozenset()) | {key}
        self.changed.emit()

    def show_all_lanes(self) -> None:
        self._folded.pop(self.lane_by, None)
        self._hidden.pop(self.lane_by, None)
        self.changed.emit()

    def forget_case(self) -> None:
        """Begin anew for another case: nothing chosen in one case hides part of another."""
        self.filter, self.knowing = EventFilter(), None
        self._folded, self._hidden = {}, {}
        self.changed.emit()

"""How far a playing is: its steps, the time of the round, and every step kept at once.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.exercises import PlayStep, StepKind, play_steps, round_before
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import Exercise, PlayRound
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.exercises.play_words import all_chose

TICK_MILLISECONDS = 500
Clock = Callable[[], float]


class RoundTime:
    """Counts down the minutes of a round, by a clock that nobody can set; 0 when it is over."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._left, self._since = 0.0, 0.0
        self.round_id, self.is_running = "", False

    def begin(self, one: PlayRound) -> None:
        """Let the time of a round run from its start."""
        self.round_id, self._left = one.id, one.minutes * 60.0
        self._since, self.is_running = self._clock(), True

    def turn(self) -> None:
        """Pause, or go on."""
        self._left = self.left
        self._since, self.is_running = self._clock(), not self.is_running

    @property
    def left(self) -> float:
        """Seconds that are left of the round."""
        spent = self._clock() - self._since if self.is_running else 0.0
        return max(self._left - spent, 0.0)

    @property
    def words(self) -> str:
        """'nog 12 minuten', and in the last minute its seconds; nothing before the first round."""
        if not self.round_id:
            return ""
        left = self.left
        if not left:
            return "De tijd is om"
        minutes = count_text(ceil(left / 60), "minuut", "minuten")
        words = minutes if left > 60 else count_text(ceil(left), "seconde", "seconden")
        return f"Nog {words}{'' if self.is_running else ', pauze'}"


class PlayCourse(QObject):
    """The steps of a playing and which one it is at, for the laptop and the room together.

    `changed` comes with another step, and with every edit of the playing or its exercise. `told`
    comes when the words of the time change. A file to read only is played too, and keeps nothing.
    """

    changed = Signal()
    told = Signal()

    def __init__(
        self,
        document: Document,
        playing_id: str,
        parent: QObject,
        *,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.document, self._id = document, playing_id
        self.exercise: Exercise | None = None
        self.playing = Playing(playing_id, "")
        self.steps: tuple[PlayStep, ...] = ()
        self.place, self._held_at = 0, -1
        self.time, self._said = RoundTime(clock), ""
        self._tick = QTimer(self, interval=TICK_MILLISECONDS)
        self._tick.timeout.connect(self.tell_time)
        self._tick.start()
        document.work_changed.connect(self._follow)
        document.unlocked.connect(self._follow)
        self._take()

    @property
    def step(self) -> PlayStep | None:
        """The step that it is at; None while there is no exercise."""
        return self.steps[self.place] if self.steps else None

    @property
    def following(self) -> PlayStep | None:
        """The step that comes next."""
        later = self.steps[self.place + 1 : self.place + 2]
        return later[0] if later else None

    def go(self, steps: int) -> None:
        """Go on (or back) by so many steps, to an end at most.

        From a decision it goes on at once when every table chose, and else when it is asked twice.
        """
        if steps > 0 and not self.is_held and self._lacks_choices:
            self._held_at = self.place
            self.changed.emit()
            return
        self._stand(self.place + steps)

    @property
    def is_held(self) -> bool:
        """Whether it was asked to go on from a decision while a table had not chosen."""
        return self._held_at == self.place and self._lacks_choices

    @property
    def _lacks_choices(self) -> bool:
        step, playing = self.step, self.playing
        if step is None or step.kind is not StepKind.DECISION or step.point is None:
            return False
        return bool(playing.tables) and not all_chose(playing, step.point)

    def back_one_round(self) -> None:
        """Back to where the story of this round begins, or of the one before; choices stay."""
        self._stand(round_before(self.steps, self.place))

    @Slot()
    def turn_time(self) -> None:
        """Pause the time of the round, or let it go on; of a round that has none it begins."""
        one = self.step.round if self.step is not None else None
        if self.has_time:
            self.time.turn()
        elif one is not None:
            self.time.begin(one)
        self.tell_time()

    @property
    def has_time(self) -> bool:
        """Whether the time of the present round was begun, or runs on outside a round."""
        one = self.step.round if self.step is not None else None
        return bool(self.time.round_id) and (one is None or one.id == self.time.round_id)

    @Slot()
    def tell_time(self) -> None:
        words = self.time.words
        if words != self._said:
            self._said = words
            self.told.emit()

    def _stand(self, place: int) -> None:
        place = min(max(place, 0), max(len(self.steps) - 1, 0))
        if place == self.place:
            return
        self.place, self._held_at = place, -1
        step = self.step
        if step is not None and step.kind is StepKind.STORY and step.round is not None:
            self.time.begin(step.round)
        if self.document.is_read_only:
            self.changed.emit()
        else:
            self.document.edit("verder in de speelbeurt", replace(self.playing, place=place))
        self.tell_time()

    # --- what is edited meanwhile -----------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        if not self.document.file.is_locked:
            self._take()
            self.changed.emit()

    def _take(self) -> None:
        """Take what is in the file now; what cannot be read leaves what was known."""
        try:
            playing = self.document.work_of(self._id)
            if not isinstance(playing, Playing):
                return
            exercise = self.document.work_of(playing.exercise_id)
        except HgkmError:  # the list of cases says what is wrong with the file
            return
        before, was_at = self.step, self.playing.place if self.steps else -1
        self.playing = playing
        self.exercise = exercise if isinstance(exercise, Exercise) else None
        self.steps = play_steps(self.exercise) if self.exercise is not None else ()
        keys = [_key(one) for one in self.steps]
        if playing.place != was_at:
            self.place = playing.place
        elif before is not None and _key(before) in keys:
            self.place = keys.index(_key(before))
        self.place = min(max(self.place, 0), max(len(self.steps) - 1, 0))


def _key(step: PlayStep) -> tuple[StepKind, str, str, str]:
    """What stays the same of a step while its words are mended."""
    return (
        step.kind,
        step.round.id if step.round else "",
        step.point.id if step.point else "",
        step.branch.id if step.branch else "",
    )

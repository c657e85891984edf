"""How far each step of a method has come in a case: what is open, in words, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hgkm_desktop.methods.open_points import OPEN, STARTED, Found
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.steps_content import KnownPoint, KnownStep, StepPage, steps
from hgkm_desktop.models.terms import Method, Term


class StepState(Term):
    """How far a step is. Overgeslagen: nothing was done, and a later step was begun."""

    OPEN = ("open", "open")
    DEELS = ("deels", "deels gedaan")
    GEDAAN = ("gedaan", "gedaan")
    OVERGESLAGEN = ("overgeslagen", "overgeslagen")


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is open, and the place that it leads to: a page, and there a field or the
    record with this id."""

    words: str
    page: StepPage
    field: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class StepProgress:
    """One step of a method in a case."""

    step: KnownStep
    state: StepState
    missing: tuple[Missing, ...]
    is_ticked: bool


def progress(case: Case) -> tuple[StepProgress, ...]:
    """The steps of the methods of the case, in their order; of casusevaluatie when its methods
    have no steps of their own. It counts nothing per organisation or deelnemer, and while a blind
    round hides belevingen it knows nothing of them.

    Source: casusevaluatie, de stappen (docs/bronnen.md, bron 4).
    """
    visible = seen(case)
    found: list[StepProgress] = []
    for method in _methods(case):
        of_method = [step for step in steps() if step.method is method]
        found += _along(case, visible, of_method)
    return tuple(found)


def page_state(found: Iterable[StepProgress], page: StepPage) -> StepState | None:
    """How far the steps of one page are together; None when no step is done there."""
    states = {one.state for one in found if one.step.page is page}
    if len(states) < 2:
        return states.pop() if states else None
    return StepState.DEELS


def _methods(case: Case) -> tuple[Method, ...]:
    having = {step.method for step in steps()}
    return tuple(m for m in case.methods if m in having) or (Method.CASUSEVALUATIE,)


def _along(case: Case, visible: Case, of_method: list[KnownStep]) -> list[StepProgress]:
    found: list[StepProgress] = []
    later_begun = False
    for step in reversed(of_method):
        is_ticked = step.id in case.steps_done
        missing = tuple(_missing(case, visible, step, is_ticked=is_ticked))
        begun = is_ticked or (step.id in STARTED and STARTED[step.id](visible))
        found.insert(0, StepProgress(step, _state(missing, begun, later_begun), missing, is_ticked))
        later_begun = later_begun or begun
    return found


def _state(missing: tuple[Missing, ...], begun: bool, later_begun: bool) -> StepState:
    if begun:
        return StepState.DEELS if missing else StepState.GEDAAN
    return StepState.OVERGESLAGEN if later_begun else StepState.OPEN


def _missing(case: Case, visible: Case, step: KnownStep, *, is_ticked: bool) -> Iterable[Missing]:
    for point in step.points:
        if point.lapses and is_ticked:
            continue
        found = _found(case, visible, point)
        if found:
            names = tuple(one.name for one in found)
            yield Missing(point.words(names), point.page, point.field, found[0].record_id)


def _found(case: Case, visible: Case, point: KnownPoint) -> tuple[Found, ...]:
    """What is open of one point; raises KeyError for a point that the program does not know, which
    a test holds against the content."""
    look: Callable[[Case, Case], tuple[Found, ...]] = OPEN[point.id]
    return look(case, visible)

"""How safe it was said to be, and how it stood eighteen months after help began."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hgkm_desktop.methods.line_facts import (
    any_of,
    first_days,
    happened,
    ids_of,
    last_days,
    undated,
    without_date,
)
from hgkm_desktop.methods.results import CountRange, Part, Result, unsaid
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text, list_text, number_text
from hgkm_desktop.models.indicators import IndicatorId
from hgkm_desktop.models.moment import Moment, month_end
from hgkm_desktop.models.records import Event, Veiligheidscijfer
from hgkm_desktop.models.terms import Answer, EventKind, Pressure, SafetyPhase

MONTHS_LATER = 18
NO_SCORES = "Er zijn geen veiligheidscijfers vastgelegd."
Days = tuple[date, date]


# --- veiligheidscijfers -------------------------------------------------------------------------


def scores(case: Case) -> Result:
    """How many veiligheidscijfers, how many jointly, one at closing, and each one; no average.

    Source: Geweld hoort nergens thuis, actielijn Stoppen en duurzaam oplossen (docs/bronnen.md,
    bron 3).
    """
    found = sorted(case.cijfers, key=_place)
    if not found:
        return Result(IndicatorId.VEILIGHEIDSCIJFERS, (unsaid(NO_SCORES),))
    jointly = [score for score in found if score.jointly is Answer.JA]
    maybe = [score for score in found if score.jointly is Answer.ONBEKEND]
    closing = [score for score in found if score.at_closing]
    together = CountRange(len(jointly), len(jointly) + len(maybe))
    closed = Answer.JA if closing else Answer.NEE
    parts = (
        Part("aantal", "Aantal", CountRange(len(found), len(found)), "", _ids(found)),
        Part("samen_gezet", "Samen gezet", together, "", _ids([*jointly, *maybe])),
        Part("bij_afsluiten", "Bij het afsluiten van de hulp", closed, "", _ids(closing)),
        *(_point(case, score) for score in found),
    )
    return Result(IndicatorId.VEILIGHEIDSCIJFERS, parts)


def _ids(found: Iterable[Veiligheidscijfer]) -> tuple[str, ...]:
    return tuple(score.id for score in found)


def _place(score: Veiligheidscijfer) -> tuple[date, date, float]:
    """By moment; what has no date comes last."""
    moment = score.moment
    return (*(moment.order if moment.is_known else (date.max, date.max)), score.seq)


def _point(case: Case, score: Veiligheidscijfer) -> Part:
    when = score.moment.text()
    label = f"{when[:1].upper()}{when[1:]}, over {_about(case, score)}"
    return Part("cijfer", label, f"{_figure(score)}, {_raters(case, score)}", "", (score.id,))


def _figure(score: Veiligheidscijfer) -> str:
    return number_text(score.score, 0 if float(score.score).is_integer() else 1)


def _about(case: Case, score: Veiligheidscijfer) -> str:
    return case.betrokkene(score.betrokkene_id).role if score.betrokkene_id else "het hele gezin"


def _raters(case: Case, score: Veiligheidscijfer) -> str:
    names = [case.organisation(i).name for i in score.organisation_ids]
    said = f"door {list_text(names)}" if names else "niet ingevuld door wie"
    more = [", samen"] if score.jointly is Answer.JA else []
    more += [", bij het afsluiten"] if score.at_closing else []
    return "".join([said, *more])


# --- anderhalf jaar later -----------------------------------------------------------------------


def eighteen_months_later(case: Case) -> Result:
    """What the line says of the moment eighteen months after help began.

    Source: nazorg, anderhalf jaar (docs/bronnen.md, bron 2, hoofdstuk 3.2); what shows that help
    began and how it stands is ours.
    """
    return Result(IndicatorId.NA_18_MAANDEN, _later(case))


def _later(case: Case) -> tuple[Part, ...]:
    help_given = tuple(e for e in happened(case, EventKind.INTERVENTIE) if _is_help(e))
    if not help_given:
        return (unsaid("Er staat geen hulp op de lijn."),)
    if missing := undated(help_given):
        return (unsaid(without_date(case, missing), ids_of(missing)),)
    began = first_days(help_given)
    then = (_months_on(began[0]), _months_on(began[1]))
    first = tuple(e for e in help_given if e.start.earliest <= began[1])
    moment = Part("moment", "Dat moment", _between_words(then), "", ids_of(first))
    if reason := _line_is_too_short(case, then):
        return (moment, unsaid(reason, key="stand"))
    violence, going = _violence(case, began, then), _help_then(help_given, then)
    return (moment, *violence, going, *_last(case, then))


def _is_help(event: Event) -> bool:
    is_force = event.pressure is Pressure.DWANG
    return not is_force and event.safety_phase is not SafetyPhase.DIRECTE_VEILIGHEID


def _months_on(day: date) -> date:
    """The same day eighteen months on, or the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + MONTHS_LATER, 12)
    end = month_end(day.year + years, month + 1)
    return end.replace(day=min(day.day, end.day))


def _between_words(days: Days) -> str:
    if days[0] == days[1]:
        return day_text(days[0])
    return f"tussen {day_text(days[0])} en {day_text(days[1])}"


def _line_is_too_short(case: Case, then: Days) -> str:
    end = last_days(case)
    if end is None or end[1] < then[0]:
        return "De lijn houdt eerder op."
    return "Het is niet zeker dat de lijn zo ver loopt." if end[0] < then[1] else ""


def _violence(case: Case, began: Days, then: Days) -> tuple[Part, ...]:
    incidents = happened(case, EventKind.INCIDENT)
    within = [(e, _lies_within(e, began, then)) for e in incidents]
    after = [(e, _lies_after(e, then)) for e in incidents]
    return (
        _how_many("incidenten_binnen", "Incidenten in die 18 maanden", within),
        _how_many("incidenten_daarna", "Incidenten daarna", after),
    )


def _how_many(key: str, label: str, found: Sequence[tuple[Event, Answer]]) -> Part:
    sure = [e for e, answer in found if answer is Answer.JA]
    maybe = [e for e, answer in found if answer is Answer.ONBEKEND]
    value = CountRange(len(sure), len(sure) + len(maybe))
    return Part(key, label, value, "", ids_of((*sure, *maybe)))


def _lies_within(event: Event, began: Days, then: Days) -> Answer:
    """Whether it began on or after the day that help began and before eighteen months later."""
    start = event.start
    if not start.is_known:
        return Answer.ONBEKEND
    if start.earliest >= began[1] and start.latest < then[0]:
        return Answer.JA
    return Answer.NEE if start.latest < began[0] or start.earliest >= then[1] else Answer.ONBEKEND


def _lies_after(event: Event, then: Days) -> Answer:
    start = event.start
    if not start.is_known:
        return Answer.ONBEKEND
    if start.earliest >= then[1]:
        return Answer.JA
    return Answer.NEE if start.latest < then[0] else Answer.ONBEKEND


def _help_then(help_given: Iterable[Event], then: Days) -> Part:
    found = [(event, _goes_on(event, then)) for event in help_given]
    answer = any_of(answer for _, answer in found)
    used = [event for event, answer in found if answer is not Answer.NEE]
    return Part("hulp_loopt", "Liep er toen nog hulp", answer, "", ids_of(used))


def _goes_on(event: Event, then: Days) -> Answer:
    """Whether help had begun by then and not ended; how long a moment lasted nobody said."""
    start, end = event.start, event.end
    begun = _by(start, then)
    if event.ongoing:
        return begun
    if end is None or not end.is_known:
        return Answer.NEE if begun is Answer.NEE else Answer.ONBEKEND
    if end.earliest >= then[1]:
        return begun
    return Answer.NEE if end.latest < then[0] or begun is Answer.NEE else Answer.ONBEKEND


def _by(moment: Moment, then: Days) -> Answer:
    """Whether a moment lies on that day or before it."""
    if not moment.is_known:
        return Answer.ONBEKEND
    if moment.latest <= then[0]:
        return Answer.JA
    return Answer.NEE if moment.earliest > then[1] else Answer.ONBEKEND


def _last(case: Case, then: Days) -> Iterator[Part]:
    """For each who gave a cijfer, and about whom: the last one until then."""
    given: dict[tuple[str, tuple[str, ...]], list[Veiligheidscijfer]] = {}
    for score in sorted(case.cijfers, key=_place):
        if _by(score.moment, then) is not Answer.NEE:
            raters = tuple(sorted(score.organisation_ids))
            given.setdefault((score.betrokkene_id, raters), []).append(score)
    for found in given.values():
        yield _last_of(case, found, then)
    if not given:
        reason = NO_SCORES if not case.cijfers else "Tot dan is er geen veiligheidscijfer."
        yield unsaid(reason, key="cijfer", label=_LAST_SCORE)


_LAST_SCORE = "Laatste veiligheidscijfer"


def _last_of(case: Case, found: Sequence[Veiligheidscijfer], then: Days) -> Part:
    sure = [score for score in found if _by(score.moment, then) is Answer.JA]
    can_be = [c for c in found if not any(c.moment.surely_before(s.moment) for s in sure)]
    label = f"{_LAST_SCORE}, over {_about(case, can_be[0])}"
    if len(can_be) > 1 or can_be[0] not in sure:
        figures = list_text([f"een {_figure(score)}" for score in can_be])
        one = "Niet zeker of dit cijfer er toen al was"
        more = "Niet zeker welk cijfer toen het laatste was"
        reason = f"{one if len(can_be) == 1 else more}: {figures}."
        return unsaid(reason, _ids(can_be), key="cijfer", label=label)
    last = can_be[0]
    return Part("cijfer", label, f"{_figure(last)}, {_raters(case, last)}", "", (last.id,))

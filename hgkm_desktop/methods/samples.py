"""A sample of cases: what the line of each says, how often each answer was given, and of how many.

Counts are told as 'x van y' with the cases behind them, onbekend and unanswered apart, and never as
a percentage, for a sample has ten cases at most.
Source: zicht op de praktijk, vraag 2 en 3 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.huisverbod import (
    Huisverbod,
    Taxatie,
    huisverboden,
    in_period,
    taxaties,
)
from hgkm_desktop.methods.sample_hints import Suggestion, suggest
from hgkm_desktop.methods.sample_line import Stretch, after_ban, after_rihg
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.practice import (
    FEWEST_SAMPLED,
    MOST_SAMPLED,
    Sample,
    SampleAnswer,
    SampleCase,
)
from hgkm_desktop.models.practice_questions import PracticeQuestion, questions_of
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, Occurrence, Reply, SampleQuestion

UNANSWERED = "nog niet beantwoord"


# --- answers ------------------------------------------------------------------------------------


def answer_of(held: SampleCase, question_id: str) -> SampleAnswer:
    """The answer to a question; an empty one when there is none yet."""
    found = (answer for answer in held.answers if answer.id == question_id)
    return next(found, SampleAnswer(question_id))


def with_answer(sample: Sample, held_id: str, answer: SampleAnswer) -> Sample:
    """The sample with this answer on the worksheet of one of its cases."""
    return replace(
        sample,
        cases=tuple(_answered(c, answer) if c.id == held_id else c for c in sample.cases),
    )


def _answered(held: SampleCase, answer: SampleAnswer) -> SampleCase:
    answers = {given.id: given for given in held.answers}
    answers[answer.id] = answer
    return replace(held, answers=tuple(answers.values()))


def taken_over(answer: SampleAnswer, suggestion: Suggestion) -> SampleAnswer:
    """The answer as the line suggests it, with its events; source and explanation stay as written.

    Raises BadInput for a suggestion without an answer.
    """
    if suggestion.reply is None:
        raise BadInput("De tijdlijn geeft hier geen antwoord.", todo="Kies zelf een antwoord.")
    return replace(answer, reply=suggestion.reply, event_ids=suggestion.event_ids)


def shown_by(case: Case, event_ids: Collection[str]) -> tuple[Event, ...]:
    """The events of an answer or suggestion that are still on the line, in its order."""
    place = numbers(case)
    found = [event for event in case.events if event.id in event_ids]
    return tuple(sorted(found, key=lambda event: place[event.id]))


# --- what the line says -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """Something that the line shows of a huisverbod or a RIHG, in words, with its events."""

    words: str
    event_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OnTheLine:
    """What the line of a case shows for a sample: the course of it, and suggested answers by the id
    of their question. A question without one is not in `suggestions`."""

    course: tuple[Told, ...]
    suggestions: Mapping[str, Suggestion]


def read_line(case: Case, sample: Sample) -> OnTheLine:
    """Read the line of a case for the questions of this sample."""
    if sample.question is SampleQuestion.HUISVERBOD:
        course, stretch = _of_ban(case, sample)
    else:
        course, stretch = _of_rihg(case, sample)
    if stretch is None:
        return OnTheLine(course, {})
    suggested = {
        asked.id: suggest(asked.hint, stretch)
        for asked in questions_of(sample.question)
        if asked.hint is not None
    }
    return OnTheLine(course, {i: found for i, found in suggested.items() if found is not None})


def _of_ban(case: Case, sample: Sample) -> tuple[tuple[Told, ...], Stretch | None]:
    found = huisverboden(case)
    chosen = [b for b in found if in_period(b.first_day, sample.period_from, sample.period_to)]
    if not chosen:
        return (Told(_none_there("huisverbod", len(found))),), None
    ban = chosen[0]
    return tuple(_course(case, ban, len(found))), after_ban(case, ban)


def _none_there(what: str, elsewhere: int) -> str:
    if elsewhere:
        return f"In de periode van deze steekproef staat geen {what} op de lijn."
    return f"Op de lijn staat geen {what} met een datum. Hoort deze casus in deze steekproef?"


def _course(case: Case, ban: Huisverbod, count: int) -> Iterable[Told]:
    if count > 1:
        number = f"Er staan {count} huisverboden op de lijn. Hier gaat het om het eerste"
        yield Told(f"{number} in de periode van deze steekproef.")
    for words, events in (
        ("Opgelegd", ban.imposed),
        ("Verlengd", ban.extended),
        ("Geëindigd", ban.ended),
        ("Overtreden", ban.breaches),
    ):
        yield from (_told(case, words, event) for event in events)
    if not ban.imposed[0].start.is_exact:
        yield Told("De dag waarop het begon is niet precies bekend. Een huisverbod telt in dagen.")
    if ban.is_too_long:
        yield Told(
            f"Op de lijn duurt het langer dan {ban.term} dagen. Dat kan niet volgens de wet: kijk "
            "of een datum of een verlenging ontbreekt."
        )


def _told(case: Case, words: str, event: Event) -> Told:
    when = event.start.text()
    if event.end is not None and event.end.is_known:
        when = f"{when} tot en met {event.end.text()}"
    return Told(
        f"{words}: {when}, {event.title} (gebeurtenis {numbers(case)[event.id]})", (event.id,)
    )


def _of_rihg(case: Case, sample: Sample) -> tuple[tuple[Told, ...], Stretch | None]:
    found = taxaties(case)
    inside = [t for t in found if in_period(t.day, sample.period_from, sample.period_to)]
    if not inside:
        return (Told(_none_there("RIHG", len(found))),), None
    without = [t for t in inside if t.led_to_ban is not Answer.JA]
    if not without:
        told = [_told(case, "RIHG", t.rihg) for t in inside]
        words = "Daarna kwam een huisverbod. Hoort deze casus in deze steekproef?"
        return (*told, Told(words)), None
    return tuple(_taxatie(case, without[0])), after_rihg(case, without[0])


def _taxatie(case: Case, taxatie: Taxatie) -> Iterable[Told]:
    yield _told(case, "RIHG", taxatie.rihg)
    if taxatie.led_to_ban is Answer.ONBEKEND:
        yield Told(
            "Of daarna een huisverbod kwam, is niet zeker: een datum is niet precies genoeg."
        )
    for event in taxatie.why_not:
        if event.occurrence is Occurrence.BESTOND_NIET:
            yield _told(case, "Het huisverbod bestond hier nog niet", event)
        else:
            yield _told(case, "Geen huisverbod", event)
            yield from [Told(f"Waarom niet: {event.fact}", (event.id,))] if event.fact else []
    if not taxatie.why_not:
        yield Told("Waarom er geen huisverbod kwam, staat niet op de lijn.")


# --- counting -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CountedQuestion:
    """A question with the codes of the cases behind each answer; None is not answered yet."""

    asked: PracticeQuestion
    codes: Mapping[Reply | None, tuple[str, ...]]
    of: int

    @property
    def words(self) -> str:
        """'ja 3 van 7 · deels 1 · nee 2 · onbekend 1 · nog niet beantwoord 0'."""
        yes, *rest = self.codes.items()
        told = [f"{_name(reply)} {len(codes)}" for reply, codes in rest]
        return " · ".join([f"{_name(yes[0])} {len(yes[1])} van {self.of}", *told])


def _name(reply: Reply | None) -> str:
    return reply.label if reply is not None else UNANSWERED


def counted(sample: Sample, codes: Mapping[str, str]) -> tuple[CountedQuestion, ...]:
    """How often each answer was given, for every question of the sample in its order.

    `codes` names the cases by their id; one that is not in there is not counted.
    """
    there = [held for held in sample.cases if held.case_id in codes]
    return tuple(
        CountedQuestion(asked, _behind(asked, there, codes), len(there))
        for asked in questions_of(sample.question)
    )


def _behind(
    asked: PracticeQuestion, there: Iterable[SampleCase], codes: Mapping[str, str]
) -> dict[Reply | None, tuple[str, ...]]:
    found: dict[Reply | None, list[str]] = {reply: [] for reply in (*Reply, None)}
    for held in there:
        found[answer_of(held, asked.id).reply].append(codes[held.case_id])
    return {reply: tuple(sorted(given)) for reply, given in found.items()}


# --- how honest it is ---------------------------------------------------------------------------


def checked_number(sample: Sample, drawn_from: int | None) -> Sample:
    """The sample with out of how many it was drawn; None when nobody knows.

    Raises BadInput for less than the number of cases in it.
    """
    if drawn_from is not None and drawn_from < len(sample.cases):
        held = count_text(len(sample.cases), "casus", "casussen")
        raise BadInput(
            f"De steekproef heeft al {held}. Het kunnen er in die periode niet minder zijn.",
            todo="Vul in hoeveel casussen er in die periode waren, of laat het leeg.",
        )
    return replace(sample, drawn_from=drawn_from)


def drawn_sentence(sample: Sample) -> str:
    """'4 van de 23 casussen van die periode, gekozen door de beleidsadviseur: elke vijfde.'"""
    count = len(sample.cases)
    if sample.drawn_from is None:
        told = f"{count_text(count, 'casus', 'casussen')}; uit hoeveel, is niet bekend"
    elif sample.drawn_from == count:
        told = f"Alle casussen van die periode: {count}"
    else:
        told = f"{count} van de {sample.drawn_from} casussen van die periode"
    by = f", gekozen door {sample.drawn_by}" if sample.drawn_by else ""
    how = f": {sample.drawn_how}" if sample.drawn_how else ""
    return f"{told}{by}{how}".rstrip(".") + "."


def small_sentence(sample: Sample) -> str:
    """What so few cases can say, and what they cannot."""
    count = count_text(len(sample.cases), "casus", "casussen")
    if sample.drawn_from is not None and sample.drawn_from == len(sample.cases):
        return (
            f"Dit zijn {count}: alle van die periode. Het zegt niets over een andere periode of "
            "een andere gemeente."
        )
    return (
        f"Dit zijn {count}. Dat is te weinig om te zeggen hoe vaak iets voorkomt. Het laat wel "
        "zien waar u samen over moet praten."
    )


def warnings(sample: Sample) -> tuple[str, ...]:
    """What is still to be said of how the cases were drawn, in sentences."""
    count = len(sample.cases)
    told = []
    if count < FEWEST_SAMPLED:
        told.append(f"Kies minstens {FEWEST_SAMPLED} casussen. Eén verhaal is nog geen steekproef.")
    if count > MOST_SAMPLED:
        told.append(
            f"De methode gaat uit van hoogstens {MOST_SAMPLED} casussen. Met meer blijft per casus "
            "te weinig tijd over."
        )
    if sample.drawn_from is not None and sample.drawn_from < count:
        told.append("Er staan meer casussen in dan er in die periode waren.")
    return (*told, *_not_said(sample))


def _not_said(sample: Sample) -> tuple[str, ...]:
    missing = (
        (not sample.drawn_by.strip(), "Er staat niet wie de casussen koos."),
        (not sample.drawn_how.strip(), "Er staat niet hoe de casussen zijn gekozen."),
        (sample.drawn_from is None, "Uit hoeveel casussen ze komen, is niet bekend."),
        (
            sample.period_from is None or sample.period_to is None,
            "De periode is niet helemaal ingevuld.",
        ),
    )
    return tuple(words for is_missing, words in missing if is_missing)

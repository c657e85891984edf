"""What the window of instruments says: a row of its list, every fact, and how many there were."""

from __future__ import annotations

from hgkm_desktop.models.content import Instrument
from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.laws import law_changes
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.models.validity import Existed
from hgkm_desktop.ui.line.event_facts import Fact
from hgkm_desktop.ui.parts.text import sentence_case

_NOT_HERE = "Niet overal; vul in sinds wanneer het hier kan."


def row_words(found: Existed) -> str:
    """The name, and under it who asks, decides and carries out, and when it came or went."""
    one = found.instrument
    does = (("vraagt", one.asks), ("besluit", one.decides), ("voert uit", one.carries_out))
    who = " · ".join(f"{what}: {name}" for what, name in does if name)
    when = sentence_case(found.came_and_went)
    if found.there is Answer.ONBEKEND:
        when = f"Kwam of ging in die tijd. {when}"
    more = [sentence_case(who), when, "" if found.is_here_known else _NOT_HERE]
    return "\n".join([sentence_case(one.label), *(words for words in more if words)])


def facts_of(found: Existed) -> list[Fact]:
    """Everything that the list says of an instrument, without the empty parts."""
    one = found.instrument
    said = (
        ("Vraagt of beoordeelt", one.asks),
        ("Besluit", one.decides),
        ("Voert uit", one.carries_out),
        ("Kader", one.frame),
        ("Bestaat", _validity(one)),
        ("Hoogstens", one.longest),
        ("Langer", one.extension),
        ("Over wie", one.meant_for.label if one.meant_for else ""),
        ("Vrijheid", one.pressure.label if one.pressure else ""),
        ("Ook genoemd", ", ".join(one.abbreviations)),
        ("Waar", "niet overal" if one.is_regional else "overal"),
        ("Onthoud", one.remember),
    )
    return [Fact(name, words) for name, words in said if words]


def _validity(one: Instrument) -> str:
    if one.valid_from and one.valid_until:
        return f"van {day_text(one.valid_from)} tot en met {day_text(one.valid_until)}"
    if one.valid_until:
        return f"tot en met {day_text(one.valid_until)}"
    return f"sinds {day_text(one.valid_from)}" if one.valid_from else "begin niet bekend"


def matches(found: Existed, words: str) -> bool:
    """Whether every one of these words stands in what is said of it; capitals do not count."""
    said = [found.instrument.label, *(fact.words for fact in facts_of(found))]
    whole = " ".join(said).casefold()
    return all(word in whole for word in words.casefold().split())


def law_words(moment: Moment | None) -> str:
    """What changed in the law within a moment, a line for each day; empty when nothing did."""
    if moment is None or not moment.is_known:
        return ""
    changes = [one for one in law_changes() if moment.earliest <= one.day <= moment.latest]
    return "\n".join(f"{day_text(one.day)}: {one.what}" for one in changes)


def counted(shown: int, there: int, moment: Moment | None) -> str:
    """'Toen waren er 38 middelen: mei 2019.'"""
    many = count_text(shown, "middel", "middelen")
    if moment is None or not moment.is_known:
        return f"{many} in de lijst."
    came = shown - there
    words = f"{'Toen was' if shown == 1 else 'Toen waren'} er {many}: {moment.text()}"
    if not came:
        return f"{words}."
    verb = "kwam of ging" if came == 1 else "kwamen of gingen"
    return f"{words}. Daarvan {verb} er {came} in die tijd."

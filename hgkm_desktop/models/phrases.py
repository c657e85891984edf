"""Reading of Dutch date phrases at the start of a text: 'feb 2021', 'tussen mrt en mei 2021'."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import MONTH_WORDS, SEASON_WORDS
from hgkm_desktop.models.moment import (
    UNKNOWN,
    Moment,
    between,
    in_month,
    in_part_of_month,
    in_part_of_year,
    in_quarter,
    in_season,
    in_year,
    on_day,
)

_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>1[89]\d\d|2[01]\d\d)"
_ANY_YEAR = rf"(?:{_YEAR}|['’]?(?P<short>\d\d))"
# Where a bare number of two digits may count something: 'zomer 12 dagen bij oma'.
_SAID_YEAR = rf"(?:{_YEAR}|['’](?P<short>\d\d))"
_END = r"(?![\w/]|-\d|\.\d)"
_PARTS = {"begin": 0, "medio": 1, "midden": 1, "half": 1, "halverwege": 1, "eind": 2, "einde": 2}
_PART = r"(?P<part>begin|medio|midden|halverwege|half|einde|eind)"
_SEASON = r"(?P<season>voorjaar|lente|zomer|najaar|herfst|winter)"
_AFTER_EASTER = {"pasen": 0, "hemelvaart": 39, "pinksteren": 49}
_FEAST = rf"(?P<feast>{'|'.join(_AFTER_EASTER)})(?:(?<=aart)sdag)?"
_QUARTER = (
    r"(?:(?P<quarter>\d)\s*e\s+kwartaal|kwartaal\s+(?P<quarter2>\d)|q(?P<quarter3>\d)"
    r"|(?P<quarter4>eerste|tweede|derde|vierde)\s+kwartaal)"
)
_DECADES = {"vijftig": 1950, "zestig": 1960, "zeventig": 1970, "tachtig": 1980, "negentig": 1990}
_DECADE = rf"(?:['’]?(?P<tens>\d)0|(?P<decade>{'|'.join(_DECADES)}))"
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """What a date phrase says: a start, an end when there is one, or 'and it goes on'."""

    start: Moment
    end: Moment | None = None
    ongoing: bool = False


def _year(found: re.Match[str]) -> int:
    """The year typed; two digits up to 69 mean 20.., the others 19.."""
    if found["year"]:
        return int(found["year"])
    short = int(found["short"])
    return short + (2000 if short < 70 else 1900)


def _month(found: re.Match[str]) -> int:
    return MONTH_WORDS[found["month"]]


def _month_or_none(word: str | None) -> int | None:
    return MONTH_WORDS.get(word or "")


def _read_day(found: re.Match[str]) -> Moment:
    return on_day(_year(found), int(found["m"]), int(found["d"]))


def _read_day_in_words(found: re.Match[str]) -> Moment:
    return on_day(_year(found), _month(found), int(found["d"]))


def _read_month_number(found: re.Match[str]) -> Moment:
    month = int(found["m"])
    if not 1 <= month <= 12:
        raise BadInput(f"Maand {month} bestaat niet.", todo="Een maand is een getal van 1 tot 12.")
    return in_month(_year(found), month)


def _read_quarter(found: re.Match[str]) -> Moment:
    typed = found["quarter"] or found["quarter2"] or found["quarter3"]
    return in_quarter(_year(found), int(typed) if typed else _ORDINALS[found["quarter4"]])


def _read_season(found: re.Match[str]) -> Moment:
    start = SEASON_WORDS[found["season"]][1]
    return in_season(_year(found) + (1 if found["until"] else 0), start)


def _read_christmas(found: re.Match[str]) -> Moment:
    """One of both days: more is not said."""
    return between(on_day(_year(found), 12, 25), on_day(_year(found), 12, 26))


def easter_of(year: int) -> date:
    """Easter Sunday, by the rule that the churches of the West have kept since 1583."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + leap + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    return date(year, 3, 22) + timedelta(days=moon + to_sunday - 7 * late)


def _read_feast(found: re.Match[str]) -> Moment:
    """One of the days of a feast that goes with Easter: more is not said."""
    first = easter_of(_year(found)) + timedelta(days=_AFTER_EASTER[found["feast"]])
    if found["feast"] == "hemelvaart":
        return on_day(first.year, first.month, first.day)
    second = first + timedelta(days=1)
    return between(
        on_day(first.year, first.month, first.day), on_day(second.year, second.month, second.day)
    )


def _read_late_summer(found: re.Match[str]) -> Moment:
    """August and September: who says 'nazomer' means neither July nor the whole summer."""
    return between(in_month(_year(found), 8), in_month(_year(found), 9))


def _read_decade(found: re.Match[str]) -> Moment:
    """'jaren 90': of 00, 10 and 20 those of this century are meant, of the others the last."""
    if found["decade"]:
        first = _DECADES[found["decade"]]
    else:
        tens = int(found["tens"])
        first = (2000 if tens <= 2 else 1900) + 10 * tens
    return between(in_year(first), in_year(first + 9))


def _read_either_year(found: re.Match[str]) -> Moment:
    """'2019 of 2020': which of both is not known. Raises BadInput when the last comes first."""
    return between(in_year(int(found["first"])), in_year(_year(found)))


def _read_either_month(found: re.Match[str]) -> Moment:
    year = _year(found)
    return between(in_month(year, MONTH_WORDS[found["either"]]), in_month(year, _month(found)))


def _read_part(found: re.Match[str]) -> Moment:
    part = _PARTS[found["part"]]
    if found["month"]:
        return in_part_of_month(_year(found), _month(found), part)
    return in_part_of_year(_year(found), part)


# Tried in this order; the first that fits is read.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment]], ...] = tuple(
    (re.compile(pattern + _END), read)
    for pattern, read in (
        (rf"(?P<d>\d\d?)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep){_ANY_YEAR}", _read_day),
        (rf"{_YEAR}-(?P<m>\d\d?)-(?P<d>\d\d?)", _read_day),
        (rf"(?P<d>\d\d?)\s+{_MONTH}\s+{_ANY_YEAR}", _read_day_in_words),
        (rf"{_PART}\s+(?:van\s+)?(?:{_MONTH}\s+)?{_SAID_YEAR}", _read_part),
        (rf"{_SEASON}\s+(?:van\s+)?{_SAID_YEAR}(?P<until>\s*[-/]\s*\d{{2,4}})?", _read_season),
        (rf"{_QUARTER}\s+(?:van\s+)?{_YEAR}", _read_quarter),
        (rf"(?:de\s+)?kerst(?:mis|dagen)?\s+(?:van\s+)?{_SAID_YEAR}", _read_christmas),
        (rf"{_FEAST}\s+(?:van\s+)?{_SAID_YEAR}", _read_feast),
        (rf"(?:de\s+)?nazomer\s+(?:van\s+)?{_SAID_YEAR}", _read_late_summer),
        (rf"(?:de\s+)?jaren\s+{_DECADE}", _read_decade),
        (rf"(?P<either>[a-z]{{3,9}})\.?\s+of\s+{_MONTH}\s+{_YEAR}", _read_either_month),
        (rf"{_MONTH}\s+van\s+{_YEAR}", lambda found: in_month(_year(found), _month(found))),
        (rf"{_MONTH}\s+{_ANY_YEAR}", lambda found: in_month(_year(found), _month(found))),
        (rf"(?P<m>\d\d?)[-/]{_YEAR}", _read_month_number),
        (rf"(?P<first>1[89]\d\d|2[01]\d\d)\s+of\s+{_YEAR}", _read_either_year),
        (_YEAR, lambda found: in_year(_year(found))),
    )
)
_CIRCA = re.compile(
    r"(?:(?:circa|ca\.?|ongeveer|rond|±|omstreeks)(?:\s+(?:de|het)(?=\s))?"
    r"|(?:vermoedelijk|waarschijnlijk)(?:\s+(?:in|op)(?:\s+(?:de|het))?(?=\s))?)\s*"
)
# 'onbekend' begins many sentences, so alone it must be followed by a stop or by 'na vorige'.
_UNKNOWN = re.compile(
    r"(?:datum\s+onbekend|onbekend(?=\s*(?:[,:;]|$|na\s)))(?:\s*,?\s*na\s+(?:de\s+)?vorige)?" + _END
)
# What people put before a date without meaning more by it, beside what begins a period.
_OPENING = re.compile(
    r"(?:ergens\s+)?(?P<word>vanaf|sinds|van|op|tijdens|in(?:\s+de\s+loop\s+van)?|ergens"
    r"|met(?=\s+(?:de\s+)?(?:kerst|pasen|pinksteren|hemelvaart))|aan(?=\s+het\s+(?:begin|eind))"
    r"|zo(?=\s+(?:rond|ongeveer|omstreeks)))(?:\s+(?:de|het)(?=\s))?\s+"
)
_JOIN = re.compile(r"\s*(?:t/m|tot\s+en\s+met|tot|–|-)\s*")
_SHORT_START = re.compile(r"(?P<d>\d\d?)\s*(?P<m>[a-z]{3,9}\.?)?\s*(?:–|-|t/m|tot)\s*(?=\d)")
_YEARS = re.compile(r"(1[89]\d\d|2[01]\d\d)\s*[-–]\s*(1[89]\d\d|2[01]\d\d)" + _END)
_FIRST_OF_TWO = re.compile(rf"(?:(?P<d>\d\d?)\s+)?{_MONTH}\s+en\s+")
_SPACE = re.compile(r"\s+")


def _read_core(text: str, at: int) -> tuple[Moment, int] | None:
    for form, read in _FORMS:
        found = form.match(text, at)
        if found and _names_a_month(found):
            return read(found), found.end()
    return None


def _names_a_month(found: re.Match[str]) -> bool:
    words = (found.groupdict().get(name) for name in ("month", "either"))
    return all(word is None or word in MONTH_WORDS for word in words)


def _read_moment(text: str, at: int) -> tuple[Moment, int] | None:
    circa = _CIRCA.match(text, at)
    found = _read_named(text, circa.end() if circa else at)
    if circa is None or found is None:
        return found
    return replace(found[0], circa=True), found[1]


def _read_named(text: str, at: int) -> tuple[Moment, int] | None:
    if text.startswith("tussen ", at):
        return _read_between(text, at + len("tussen "))
    return _read_core(text, at)


def _read_between(text: str, at: int) -> tuple[Moment, int] | None:
    at = _skip(text, at)
    shared_year = _FIRST_OF_TWO.match(text, at)
    if shared_year and shared_year["month"] in MONTH_WORDS:
        second = _read_core(text, shared_year.end())
        return _with_year_of(shared_year, second) if second else None
    first = _read_core(text, at)
    if first is None:
        return None
    joint = re.compile(r"\s+en\s+").match(text, first[1])
    second = _read_core(text, joint.end()) if joint else None
    return (between(first[0], second[0]), second[1]) if second else None


def _with_year_of(found: re.Match[str], second: tuple[Moment, int]) -> tuple[Moment, int]:
    year = second[0].earliest.year
    month = MONTH_WORDS[found["month"]]
    first = on_day(year, month, int(found["d"])) if found["d"] else in_month(year, month)
    return between(first, second[0]), second[1]


def _lower(text: str) -> str:
    """Lower case, letter for letter, so that places in the text stay where they are."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _read_short_period(text: str, at: int) -> tuple[Period, int] | None:
    """'3-13 mei 2023' and '28 feb - 3 maart 2021': month or year are said once, at the end."""
    found = _SHORT_START.match(text, at)
    month_typed = _month_or_none((found["m"] or "").rstrip(".")) if found else None
    if not found or (found["m"] and month_typed is None):
        return None
    end = re.compile(rf"(?P<d>\d\d?)\s+{_MONTH}\s+{_ANY_YEAR}{_END}").match(text, found.end())
    if not end or end["month"] not in MONTH_WORDS:
        return None
    last = _read_day_in_words(end)
    first = on_day(_year(end), month_typed or _month(end), int(found["d"]))
    return Period(first, last), end.end()


def _read_years(text: str, at: int) -> tuple[Period, int] | None:
    """'2019-2020'; without the space a hyphen and a digit otherwise make no date."""
    circa = _CIRCA.match(text, at)
    found = _YEARS.match(text, circa.end() if circa else at)
    if found is None:
        return None
    first = replace(in_year(int(found[1])), circa=circa is not None)
    return Period(first, in_year(int(found[2]))), found.end()


def read_period(text: str) -> tuple[Period, int] | None:
    """The date phrase at the start of a text, and where the rest begins; None when there is none.

    Reads capitals and any white space. Raises BadInput for a date that cannot be ('31-02-2021')
    and for an end before the start.
    """
    text = _lower(text)
    at = _skip(text, 0)
    unknown = _UNKNOWN.match(text, at)
    if unknown:
        return Period(UNKNOWN), unknown.end()
    opening = _OPENING.match(text, at)
    if opening:
        at = opening.end()
    both = _read_short_period(text, at) or _read_years(text, at)
    if both:
        return _checked(*both)
    start = _read_moment(text, at)
    if start is None:
        return None
    return _checked(*_read_end(text, start, opening["word"] if opening else ""))


def _read_end(text: str, start: tuple[Moment, int], opening: str) -> tuple[Period, int]:
    moment, at = start
    joint = _JOIN.match(text, at)
    second = _read_moment(text, joint.end()) if joint else None
    if second:
        return Period(moment, second[0]), second[1]
    going_on = re.compile(r"\s+(?:tot\s+nu|tot\s+heden|en\s+loopt\s+door)(?!\w)").match(text, at)
    if going_on:
        return Period(moment, ongoing=True), going_on.end()
    return Period(moment, ongoing=opening in ("vanaf", "sinds")), at


def _checked(period: Period, at: int) -> tuple[Period, int]:
    check_period(period)
    return period, at


def check_period(period: Period) -> None:
    """Raises BadInput when a period surely ends before it starts, or has no known start."""
    start, end = period.start, period.end
    if end is None:
        return
    if not start.is_known or not end.is_known:
        raise BadInput(
            "Een periode heeft een begin en een eind nodig.",
            todo="Laat het eind leeg als u het niet weet.",
        )
    if end.surely_before(start):
        raise BadInput(
            f"Het eind ({end.text()}) ligt voor het begin ({start.text()}).",
            todo="Draai de data om of pas er een aan.",
        )


def read_whole(text: str) -> Period:
    """A text that is nothing but a date phrase, as in a form field; empty means unknown.

    Raises BadInput with an example when it cannot be read.
    """
    if not text.strip():
        return Period(UNKNOWN)
    found = read_period(text)
    if found is None or text[found[1] :].strip():
        raise BadInput(
            "Deze datum is niet te lezen.",
            todo="Typ bijvoorbeeld 3-2-2021, feb 2021, voorjaar 2021 of circa 2019.",
        )
    return found[0]


def read_moment(text: str) -> Moment:
    """A text that is one moment. Raises BadInput for a period or anything else."""
    period = read_whole(text)
    if period.end is not None or period.ongoing:
        raise BadInput("Typ hier één datum, geen periode.", todo="Het eind heeft een eigen veld.")
    return period.start

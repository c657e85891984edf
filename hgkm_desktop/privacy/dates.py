"""Dates that point at one day, and birthdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_ONE_DAY = "Dit wijst één dag aan. Wie die dag kent, herkent het gezin."
_BORN_THEN = "Dit zegt wanneer iemand geboren is. Een leeftijdsgroep zegt minder."
_MONTH = (
    r"(?:januari|jan|februari|febr?|maart|mrt|april|apr|mei|juni|jun|juli|jul|augustus|aug"
    r"|september"
    r"|sept?|oktober|okt|oct|november|nov|december|dec)(?![^\W\d_])"
)
_MONTHS_BEGIN = (
    *("jan", "feb", "maart", "mrt", "apr", "mei", "jun", "jul"),
    *("aug", "sep", "okt", "oct", "nov", "dec"),
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:'\d{2}|(?:19|20)\d{2}|\d{2})(?!\d)"
_UNIT = r"(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TEENS = r"(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
SPOKEN = rf"(?:(?:{_UNIT}(?:en|ën))?{_TENS}|{_TEENS}|{_UNIT})"
ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde"
    r"|dertiende|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende"
    rf"|(?:{_UNIT}(?:en|ën))?(?:twintigste|dertigste))"
)
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:avond|ochtend|middag|nacht)?|ma|di|wo|do|vr"
    r"|za|zo)\.?,? (?:de |den )?"
)
_DATES = re.compile(
    rf"(?<![\w])(?:{_WEEKDAY})?(?:"
    rf"(?:{_DAY}(?:e|ste|de)?(?: ?(?:en|op|t/m|tot|tot en met|of|-|,|/) ?)){{0,3}}"
    rf"{_DAY}(?:e|ste|de)?[ .-]{{0,2}}(?:van |of )?{_MONTH}\.?(?:[ .,-]{{0,2}}{_YEAR})?"
    rf"|{_MONTH} {_DAY}(?=[.,;)]|$)"
    rf"|(?:{ORDINAL}|{SPOKEN}) (?:van )?(?!jan\b){_MONTH}(?: {_YEAR})?"
    rf"|{_DAY} (?:0?[1-9]|1[0-2]) (?:19|20)\d{{2}}"
    rf"|{_DAY} ?[-/.] ?(?:0?[1-9]|1[0-2]) ?[-/.] ?{_YEAR}"
    rf"|(?:19|20)\d{{2}}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}"
    rf"|(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_DAY_ALONE = re.compile(
    rf"\b(?:op|vanaf|tot|sinds|per|vóór|voor|na|rond|dag|er|dan|pas|weer|nog)"
    rf" de ({_DAY}(?:e|ste|de))(?=[.,;)]|$"
    r"| (?:was|is|om|kwam|ging|heeft|had|werd|belde|van deze|van die|zat|stond|ook|weg|thuis|niet"
    r"|geen|weer|al|terug|opgenomen|vrij|vast|samen|alleen|verlengd|opgelegd|aangehouden|gebeld|gezien|gehoord|overleden"
    r"|gemeld|ingetrokken|vertrokken|verhuisd|gevlucht)\b)"
    rf"|\b{_WEEKDAY}de ({ORDINAL}|{_DAY}(?:e|ste|de))(?=[.,;)]|$| (?:was|is|om|kwam|ging|belde)\b)"
)
_FEAST = (
    r"(?:(?:eerste|tweede|1e|2e|1ste|2de) (?:kerst|paas|pinkster)dag|(?:kerst|oudejaars)"
    r"avond|sinterklaasavond|(?:konings|koninginne|bevrijdings|nieuwjaars|hemelvaarts|moeder|vader|dieren|valentijns)"
    r"dag|goede vrijdag|pakjesavond|kerst|pasen|pinksteren|oud en nieuw|oudjaar|suikerfeest"
    r"|offerfeest|carnaval)"
)
_ONE_FEAST_DAY = re.compile(r"dag|avond")
_FEASTS = re.compile(
    rf"\b{_FEAST}(?: van| in)? (?:(?:19|20)\d\d|'\d\d)(?!\d)"
    r"|(?<=\bop )(?:(?:eerste|tweede|1e|2e|1ste|2de) (?:kerst|paas|pinkster)dag"
    r"|(?:kerst|oudejaars|pakjes)avond|(?:konings|nieuwjaars)dag|goede vrijdag)\b"
)
_SIX = re.compile(
    rf"\b(?:d\.?d|geb\w*|g\.?[bd]|datum|gebdat\w*)[.: ]{{1,3}}"
    rf"({_DAY}(?:0[1-9]|1[0-2])(?:(?:19|20)\d\d|\d\d))(?!\d)"
)
_BIRTH_YEAR = re.compile(
    r"\b(?:geboren in(?: het jaar)?|geb\.?(?: ?jr\.?| ?jaar| in)?|geboortejaar|bouwjaar"
    r"|jrg\.?)[ :]{1,2}((?:19|20)\d\d|'\d\d)(?![\d-])"
    rf"|\b(?:geboren|geb\.?)(?: in)? ((?:{_MONTH}) (?:(?:19|20)\d\d|'\d\d))(?!\d)"
    r"|\b(?:kind(?: \d)?|zoon(?:tje)?|dochter(?:tje)?|jongste|oudste|middelste|jongen|meisje"
    r"|baby|vader|moeder|oma|opa|hij|zij|ze) (?:is|was) (?:er een )?"
    r"van ((?:19|20)\d\d)(?![\d-]| tot| t/m)"
)
_DOTTED = re.compile(
    r"\b(?:op|d\.?d\.?|datum|vanaf|per) ((?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])"
    r"|(?:1[1-9]|2\d|3[01])\.[1-9])(?![\d%]|[.,]\d|\.? ?(?:uur|u\b|km|kg|euro|%))"
)
_SHORT = re.compile(
    rf"(?<![\w/.,-])(?:{_WEEKDAY})?({_DAY})([/-])(0?[1-9]|1[0-2])(?![\w/.,-]*\d)(?![/-])"
)
_BEFORE_SHORT = re.compile(
    r"(?:\b(?:op|per|van|tot|d\.?d\.?|vanaf|sinds|na|voor|verlengd|t/m|en|datum|sedert|om|rond)"
    r"|[(,]|^)\s*$"
)
_NO_SHORT = re.compile(
    r"(?:apgar|schooljaar|seizoen|jaar|stap|cijfer|groep|score|we?e?k|weken|blz\.?|pagina|klas|dag|dagen|deel|punt|lid|kamer"
    r"|versie|sessie"
    r"|hoofdstuk|vragen|stappen|maand|nr\.?|tafel|bijlage|een|artikel|art\.?|vraag|ca\.?|circa"
    r"|fase|keer|bel|is)\s*$"
)
_COUNTED = re.compile(
    r" ?(?:keer|uur|dagen|x\b|kinderen|jaar|personen|weken|maanden|meldingen|van de|deel"
    r"|gezinnen|mensen|%)"
)
_BIRTH = re.compile(
    r"\b(?:geb\b|gebdat|geboren|geboorte(?:datum\w*|data|dag\w*|dtm|dat|jaar|akte)?\b|geb\.|g\.?d\.|gd\b|jarig|verjaar\w*|verjaardag"
    r"|geb\.?datum"
    r"|geboortedag)"
)

_SINCE_THE_BIRTH = re.compile(
    r"\b(?:voor|vóór|na|sinds) (?:de|haar|zijn|hun) (?:geboorte|verjaardag)"
    r"(?: van [^,.;]{1,20})?, [^,.;]{0,12}$"
)
_NEAR, _FARTHER = 30, 50  # letters before a date
_JUST_AFTER = re.compile(r".{0,9}\w{0,12}", re.DOTALL)  # with the whole of the last word


def dates(text: Text) -> Iterator[Found]:
    """What points at one day; a birthday is told apart by the words around it."""
    for found in _DATES.finditer(text.lower) if _can_hold_a_date(text) else ():
        if not _is_section(text, *found.span()):
            yield _dated(text, found.start(), found.end())
    yield from _birth_years(text)
    for shape in (_DAY_ALONE, _SIX, _DOTTED) if text.has_digits else (_DAY_ALONE,):
        for found in shape.finditer(text.lower):
            yield _dated(text, *found.span(found.lastindex or 0))
    for found in _FEASTS.finditer(text.lower):
        has_year = found[0][-1].isdigit() and _ONE_FEAST_DAY.search(found[0]) is not None
        yield _dated(text, *found.span()) if has_year else _maybe_date(*found.span())
    if text.has_digits:
        yield from _short_dates(text)


def _birth_years(text: Text) -> Iterator[Found]:
    """A year of birth may be told (the method), so it is no more than possible."""
    for found in _BIRTH_YEAR.finditer(text.lower) if text.has_digits else ():
        group = found.lastindex or 1
        one = _dated(text, *found.span(group))
        if one.kind is FindingKind.GEBOORTEDATUM:
            is_year = not found[group][0].isalpha()
            maybe, likely = FindingCertainty.MOGELIJK, FindingCertainty.WAARSCHIJNLIJK
            one = replace(one, certainty=maybe if is_year else likely, reason=_BORN_THEN)
        yield one


def _can_hold_a_date(text: Text) -> bool:
    """A digit or a month: looked at first, because the shape of a date costs far more."""
    return text.has_digits or any(month in text.lower for month in _MONTHS_BEGIN)


def _short_dates(text: Text) -> Iterator[Found]:
    """14/9 and 14-06, unless it is a mark, a part or a number of times."""
    for found in _SHORT.finditer(text.lower):
        before = text.lower[max(0, found.start() - 14) : found.start()]
        if _NO_SHORT.search(before) or found[0] == "24/7":
            continue
        if _COUNTED.match(text.lower, found.end()):
            continue
        told = _BEFORE_SHORT.search(before) is not None or not found[0][0].isdigit()
        if told:
            yield _dated(text, *found.span())
        elif found[2] == "/" or found[3].startswith("0"):
            yield _maybe_date(*found.span())


_OF_A_LAW = re.compile(
    r",? ?(?:(?:(?:eerste|tweede|derde|vierde) )?lid|sub|onder [a-z]\b|e\.v\.|jw\b|wmo|wlz|bw\b|awb"
    r"|sv\b|sr\b|wvggz|wzd|[a-z]{2,25}(?:wet|besluit|regeling)\b|van de (?:[a-z]{2,20})?wet\b)"
)
_BEFORE_A_SECTION = re.compile(
    r"(?:\b(?:art(?:ikel(?:en)?)?|artt|par(?:agraaf)?|hoofdstuk|hfst|bijlage|versie|§)\.? ?)$"
)


def _is_section(text: Text, start: int, end: int) -> bool:
    """1.2.20 with nothing of a date in it, or 7.3.11 of a law, is a number of a part."""
    typed = text.lower[start:end]
    if not re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{1,2}", typed):
        return False
    if _OF_A_LAW.match(text.lower, end):
        return True
    if _BEFORE_A_SECTION.search(text.lower[max(0, start - 14) : start]):
        return True
    return re.fullmatch(r"\d\.\d\.\d", typed) is not None


def _maybe_date(start: int, end: int) -> Found:
    return Found(start, end, FindingKind.DATUM, FindingCertainty.MOGELIJK, _ONE_DAY)


def _dated(text: Text, start: int, end: int) -> Found:
    if _is_birthday(text, start, end):
        reason = "Dit is een geboortedatum. Die hoort bij één mens."
        return Found(start, end, FindingKind.GEBOORTEDATUM, FindingCertainty.ZEKER, reason)
    return Found(start, end, FindingKind.DATUM, FindingCertainty.WAARSCHIJNLIJK, _ONE_DAY)


def _is_birthday(text: Text, start: int, end: int) -> bool:
    """Geboren op 3 mei; not: na de geboorte, op 3 mei, was er een melding."""
    if _SINCE_THE_BIRTH.search(text.lower[max(0, start - _FARTHER) : start]):
        return False
    after = _JUST_AFTER.match(text.lower, end)
    around = text.lower[max(0, start - _NEAR) : start] + "|" + (after[0] if after else "")
    return _BIRTH.search(around) is not None

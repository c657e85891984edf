"""Exact ages of people; how long something takes or how often it happened is no age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.dates import ORDINAL, SPOKEN
from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import field_words, hints
from hgkm_desktop.privacy.phrases import abstract_endings
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_REASON = "Een precieze leeftijd helpt om iemand te herkennen."
_BEFORE, _AFTER = 48, 24  # characters that are looked at
_UNIT = r"(?:jaar|jr|maanden|maand|mnd|mndn|weken|wkn|wk|dagen|dgn)"
_HALF = r"(?: ?½| ?1/2|,5|enhalf| en een half(?:jaar)?)?"
_NUMBER = rf"(?:\d{{1,3}}|anderhalf|{SPOKEN})"
_YEARLING = re.compile(
    rf"(?<![\w,.])(?:{_NUMBER}{_HALF}[- ]?jarige?n?(?: leeftijd)?\b|\d{{1,2}}-(?:jr|jaar)\b"
    rf"|{_NUMBER}{_HALF} ?{_UNIT} ?(?:oude?|jong)\b|[mv]/\d\d(?![\w/])"
    r"|(?<=\()\d{1,2} ?j\.?(?=[),]))"
)
_OF_A_THING = re.compile(
    r" (?:traject|project|looptijd|contract|relatie|huwelijk|bestaan|opleiding|programma|plan"
    r"|termijn"
    r"|maatregel|periode|samenwerking|convenant|onderzoek|begeleiding|behandeling|pilot)"
)
_BAND = re.compile(r"\d ?(?:-|- en|- tot|- t/m|tot|t/m|tot en met) ?$")  # 12- tot 18-jarigen
_OF_A_RULE = re.compile(r"\b(?:vanaf|tot|onder|boven|voor)(?: de| een)? $")  # of everyone
_CANDIDATE = re.compile(
    rf"(?<![\w€%/:-])(?<!\d[.,])({_NUMBER}){_HALF}( ?{_UNIT}\b)?(?![\w/%:-]|[.,]\d)"
)
_PERSON = (
    r"(?:kind(?:eren|je|jes)?(?: \d)?|k ?\d|kids|kinders|zoon(?:tje)?s?|zonen|dochter(?:tje)?s?"
    r"|jongen(?:tje)?s?"
    r"|meisjes?|baby|kleuter|peuter|dreumes|zus(?:je)?s?|broer(?:tje)?s?|moeder|vader|man|vrouw"
    r"|oma|opa|tiener|puber|jongste|oudste|middelste|neef(?:je)?|nicht(?:je)?|partner|ex|ouders"
    r"|vriend(?:in)?|leerling|slachtoffer|pleger|verdachte|stief\w+|tante|oom|zuigeling|tweeling"
    r"|half\w+|pleegkind|cliënte?|student|dame|heer|jongere|mevrouw|mw|meneer|dhr|(?<!t/)m|v)"
)
_HOW = r"(?:nu |bijna |net |pas |ruim |ongeveer |nog geen |zo'n |inmiddels |toen |al |nog )?"
_TELLS = re.compile(
    rf"(?:\b{_PERSON}(?: van| v\.?| vd|,|:| is| zijn| was| wordt| werd| =)? ?\(? ?"
    r"|\b(?:hij|zij|ze|ik)(?: is| was| wordt| werd| zijn| waren)? |\b(?:leeftijd(?:en)?|lft|lftd"
    r"|leeft)\.?(?: \w{1,9})?:? ?"
    rf"(?:is )?|\b(?:wordt|werd) (?:\w{{2,10}} ){{0,2}}|(?:^|[.,;] )(?:is|was) |\b(?:bijna|pas"
    rf"|net|nog geen) ){_HOW}$"
)
_AFTER_NAME = re.compile(r"([^\W\d_][\w'-]*)(?: van |, | \()(?:bijna |net |nu )?$")
_ON_HIS = re.compile(
    rf"\b(?:sinds|vanaf|tot|rond|voor|na|op) (?:haar|zijn|hun|mijn) "
    rf"(\d{{1,2}}(?:e|ste|de)|{ORDINAL})(?= (?:jaar|levensjaar|verjaardag)\b)"
    rf"|\bop (?:haar|zijn|hun|de leeftijd van) ((?:\d{{1,2}}(?:e|ste|de)?|{ORDINAL}))(?=[.,;)]|$"
    r"| (?!plek|keer|dag|week|plaats|school|verjaardag|kamer|werk|beurt|bed|eigen))"
)
_SINCE_HIS = re.compile(
    rf"\b(?:sinds|vanaf|tot|rond|voor|na|tussen) (?:haar|zijn|hun|mijn) (?!eerste|tweede|derde)"
    rf"(\d{{1,2}}(?:e|ste|de)|{ORDINAL})(?=[.,;)]|$| (?:en|tot|al|was|is|heeft|had|woont|werd"
    r"|drinkt|blowt|gebruikt|niet|weer|bij|in|uit|op)\b)"
)
_WAS_FIRST = re.compile(rf"\b({_NUMBER}) was (?:ze|hij|zij|ik) (?:toen|pas|nog|al)\b")
_BECAME = re.compile(rf"(?<!\ber )(?<![\w.,])(?!één|een)({_NUMBER})(?: jaar)? geworden\b")
_GOES_ON = re.compile(
    r"(?:$|[.,;:)!?]| (?:niet|nooit|nog|al|ook|alleen|wil|durft"
    r"|geworden|dus|toen|als|die|maar|met|uit|bij|oud|en (?!een )|jong"
    r"|in (?:januari|februari"
    r"|maart|april|mei|juni|juli|aug|sept|okt|nov|dec))"
    r"| (?:moeder|vader|hij|zij|ze|zoon|dochter|man|vrouw|partner)\b)"
)
_SHORT_UNIT = re.compile(r"m(?:aa)?nd|we?e?k|dag|dgn")
_OF = re.compile(r"(?:\b(?:van|v\.?|is(?: nu)?|was)|,|\(|:|baby|zuigeling|bijna|pas|kind \d,) ?$")
_LASTS = re.compile(
    r" ?(?:geleden|later|lang|proeftijd|cel|tbs|samen|getrouwd|ervaring|werk|bekend|gescheiden"
    r"|na|voor|bij|weg"
    r"|verder|onderweg|bezig|contact|gevangenis|straf|hulp|thuis|relatie|ots|toezicht"
    r"|begeleiding|zonder|ruzie)\b"
)
_SCORED = re.compile(r"\bscoor\w{1,3} (?:hij|zij|ze|ik|\w{0,10}(?:vader|moeder)|kind \d) $")
_NUMBERED = re.compile(
    r"\b(?:kind|broer|zus|deelnemer|partner|man|vrouw|jongen|meisje|moeder|vader) $"
)
_JOINED = (", ", " en ", ",", " & ", " of ", ", en ")


def ages(text: Text) -> Iterator[Found]:
    """Ages in years, months or weeks, also written out."""
    for found in _YEARLING.finditer(text.lower):
        is_band = _BAND.search(text.lower, max(0, found.start() - 12), found.start())
        is_rule = _OF_A_RULE.search(text.lower, max(0, found.start() - 16), found.start())
        if is_rule and found[0].endswith("leeftijd"):
            continue
        if is_band or _OF_A_THING.match(text.lower, found.end()):
            continue
        yield _age(found.start(), found.end(), FindingCertainty.WAARSCHIJNLIJK)
    for shape in (_ON_HIS, _SINCE_HIS, _WAS_FIRST, _BECAME):
        for found in shape.finditer(text.lower):
            group = found.lastindex or 1
            yield _age(found.start(group), found.end(group), FindingCertainty.MOGELIJK)
    last = -1
    for found in _CANDIDATE.finditer(text.lower):
        joins = last >= 0 and text.lower[last : found.start()] in _JOINED
        if (joins and found[1].isdigit()) or _is_age(text, found):
            last = found.end()
            yield _age(found.start(), found.end(), FindingCertainty.MOGELIJK)


def _is_age(text: Text, found: re.Match[str]) -> bool:
    if found[1] in ("een", "één") or (found[1].isdigit() and int(found[1]) > 110):
        return False
    before = text.lower[max(0, found.start() - _BEFORE) : found.start()]
    after = text.lower[found.end() : found.end() + _AFTER]
    in_brackets = before.endswith("(") and after.startswith(")")
    if _LASTS.match(after) or not (in_brackets or _goes_on(after)):
        return False
    if ("scoor" in before and _SCORED.search(before)) or (
        not found[2] and _is_number_of(found[1], before)
    ):
        return False
    if in_brackets and (found[2] or len(found[1]) == 2):
        return True
    if not _goes_on(after) or (_SHORT_UNIT.search(found[0]) and not _OF.search(before)):
        return False
    return _TELLS.search(before) is not None or _follows_name(text, found, before)


def _goes_on(after: str) -> bool:
    """Whether no noun comes after the number: nobody counts here."""
    if _GOES_ON.match(after):
        return True
    word = re.match(r" ([^\W\d_]+)", after)
    return word is not None and word[1] in hints("werkwoorden")


def _is_number_of(number: str, before: str) -> bool:
    """Kind 2 and man 1 are numbers of people."""
    return len(number) == 1 and _NUMBERED.search(before) is not None


def _follows_name(text: Text, found: re.Match[str], before: str) -> bool:
    """Nour van 15, Sanne, 12, and lasser, 44 jaar: after someone, not after something."""
    named = _AFTER_NAME.search(before)
    if named is None:
        return False
    start = found.start() - len(before) + named.start(1)
    for n in text.within(start, start + 1):
        if _is_of_the_field(text, n):
            return False
        is_someone = text.unlisted[n] or (text.words[n].capital and not text.words[n].first)
        has_years = found[2] is not None and not _SHORT_UNIT.search(found[2])
        return is_someone or (has_years and ", " in named[0])
    return False


def _is_of_the_field(text: Text, n: int) -> bool:
    """Families First, 6 weken, and toezicht, 6 maanden: how long it lasts."""
    word = text.words[n].lower
    is_known = word in field_words() or word.endswith(abstract_endings())
    return n in text.of_the_field or (is_known and not text.strange[n])


def _age(start: int, end: int, certainty: FindingCertainty) -> Found:
    return Found(start, end, FindingKind.LEEFTIJD, certainty, _REASON)

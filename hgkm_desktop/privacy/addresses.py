"""Addresses: streets with or without a number, and postbussen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import hints, lexicon, lowered, word_list
from hgkm_desktop.privacy.phrases import is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_STREETS = (
    "straat|str|laan|weg|plein|plantsoen|kade|gracht|singel|dreef|hof|pad|dijk|steeg|baan|park"
    "|markt|ring|wal"
    "|oord|burg|veld|poort|haven|sloot|vaart|kamp|akker|berg|meent|erf|brink|gaarde|waard|dam"
    "|bos|heuvel|horst"
    "|eind|einde|laantje|straatje|pleintje|steegje|weide|zicht|hoek|hage|pas|rak|boulevard"
    "|passage|allee|chaussee"
)
_NUMBERED = re.compile(
    rf"(?<![^\W_])(?:[^\W\d_][\w'-]{{0,30}})?(?:{_STREETS})\.?(?: 19\d\d)? "
    r"(?:nr\.? ?|nummer |huisnummer |no\.? ?)?(?!(?:19|20)\d\d(?!\d))\d{1,4}"
    r"(?: ?-? ?(?:[a-h]|bis|hs|zw|rd|[ivx]{1,4}|\d{1,3}|\d?hoog|huis)(?![^\W_]))?"
    r"(?: (?:nr\.?|kamer|k|app|appartement|flat|unit) ?\d{1,4})?(?![^\W_]|[/.,]\d|%| (?:keer"
    r"|jaar|maal|km|m2|minuten|uur|mensen|dagen)\b)"
)
_BARE_STREETS = (
    r"(?:straat|str\.|laan|plein|plantsoen|kade|gracht|singel|dreef|steeg|boulevard|allee|hof|weg"
    r"|park|markt|dijk|pad|veld|erf|brink|gaarde|burg|wal)"
)
_BARE = re.compile(rf"(?<![^\W_])[^\W\d_][\w'-]{{2,30}}{_BARE_STREETS}(?![^\W_])")
_STREET_AND_STOP = re.compile(r"[\w'-]{0,30}(?:straat|laan|weg|plein|park|huis)\. \d+$")
_GOES_ON = re.compile(r" [^\W\d_]{4}")
_BEFORE_BARE = re.compile(
    r"\bhoek\b[^.;!?]{0,40}$"
    r"|\b(?:aan|op|in|van|uit|bij|naar|hele|over|door|achter|naast|om|langs|richting)(?: (?:de"
    r"|het|'t))? $"
)
_STREET = "Dit lijkt een straat. Buren weten dan wie er woont."
_NAMED_BOX = re.compile(r"\bpostbus ?(?:nr\.? ?)?\d{1,6}|\bantwoordnummer \d{1,6}")
_FREE = re.compile(
    r"\b(?:adres|adr\.?|straat|woont op|wonen op|woonadres|verblijfadres|adres is):? "
    r"((?:de |het )?[^\W\d_][\w'-]{2,30}(?: [^\W\d_][\w'-]{1,30}){0,3} \d{1,4} ?[a-h]?)(?![^\W_])"
)


_UNIT_OF_A_SITE = re.compile(
    r"(?<![^\W_])(?:huisje|chalet|stacaravan|caravan|standplaats|ligplaats|staplaats|kampeerplaats"
    r"|kavel|bungalow|appartement|app\.?|flat|woonunit|huisnr\.?|huisnummer|woonboot) "
    r"(?:nr\.? ?|nummer )?\d{1,4}[a-z]?(?![\w%]|[.,/]\d| (?:keer|jaar|euro|personen|mensen)\b)"
)
_NAMED_FLAT = re.compile(r"(?<![^\W_])([^\W\d_]{4,25})flat(?:je)?(?![^\W_])")
_LIVES_AT = re.compile(
    r"\b(?:woon\w*|wonen\w*|woning|huis|adres|verblij\w+|flat|verhuis\w*) (?:\w{1,9} ){0,2}"
    r"(?:aan|op|naar) (?:de|het|'t) "
    r"(dam|brink|meent|markt|hof|kamp|laar|spui|plein|dijk|kade|wal|singel|gracht|haven|hoogte|heuvel"
    r"|es|esch|enk|akker|kolk|vest|werf|burcht|vaart|sluis|dreef|laan|weide|haar|donk|horst|poort"
    r"|linde|linden|vliet|wetering|zoom|steeg|loet|lange \w+|korte \w+|grote markt|oude \w+gracht)"
    r"(?=$|[.,;:!?)]| (?:in|te|met|en|bij|sinds|nr|\d))"
)


_LIVING = (
    r"\b(?:woon(?!groep|begeleid|plaats)\w*|wonen\w*|ingeschreven|verblij(?:ft|ven|f)|verbleef"
    r"|verhuis(?:t|de|d)|huis|adres)(?: \w{1,9}){0,2}? "
)
_ON_A_STREET = re.compile(
    rf"{_LIVING}(?:aan|in|op|naar) (?:de |het |'t )"
    rf"((?:(?:[a-z]\.){{1,3}} ?|[^\W\d_]{{1,12}} ){{0,3}})([^\W\d_][\w'-]{{1,30}}{_BARE_STREETS})"
    r"(?![^\W_])"
)
_WITH_A_NUMBER = re.compile(
    rf"(?:{_LIVING}(?:aan |in |op |naar )?|\b(?:adr\.?|\w{{0,12}}adres)(?: is)?: ?)"
    r"((?:de|het|'t) ([^\W\d_]{3,20}) \d{1,4}(?: ?(?:[a-h]|hs|bis|[iv]{1,3}))?)"
    r"(?=$|[.,;:)!?'\"]| (?:in|te|bij|met|en|waar|sinds|\d{4})\b| [^\W\d_]{3,20}$)"
)
_TO_A_ROAD = re.compile(r"\baan de ([^\W\d_]{3,25}(?:weg|dijk))(?![^\W_])")


def addresses(text: Text) -> Iterator[Found]:
    """Streets with a number, postbussen, and streets alone where someone is or lives."""
    for shape in (_NUMBERED, _NAMED_BOX, _FREE) if text.has_digits else ():
        for found in shape.finditer(text.lower):
            group = 1 if shape is _FREE else 0
            if _is_place(found[group].split()[0]) or _ends_a_sentence(text, found):
                continue
            if group and not _is_street(text, found.start(1), found.end(1)):
                continue
            start = _where_the_street_begins(text, found.start(group))
            reason = "Dit is een adres. Zo is het huis te vinden."
            yield Found(start, found.end(group), FindingKind.ADRES, FindingCertainty.ZEKER, reason)
    yield from _named_places(text)
    yield from _sites(text)
    yield from _bare(text)


def _ends_a_sentence(text: Text, found: re.Match[str]) -> bool:
    """Op straat. 3 buren zijn gehoord: the number begins what is told next."""
    is_whole = _STREET_AND_STOP.match(found[0]) is not None
    return is_whole and _GOES_ON.match(text.lower, found.end()) is not None


def _sites(text: Text) -> Iterator[Found]:
    """Chalet 14, the kleiburgflat, and where someone lives on a street without an ending."""
    reason = "Dit wijst één woning of gebouw aan."
    for found in _UNIT_OF_A_SITE.finditer(text.lower) if text.has_digits else ():
        maybe = FindingCertainty.MOGELIJK
        yield Found(found.start(), found.end(), FindingKind.ADRES, maybe, reason)
    for found in _NAMED_FLAT.finditer(text.lower):
        is_sort = {found[1], found[1].rstrip("s")} & hints("soort_flat")
        if not is_sort and not lexicon().is_listed(found[0]):
            maybe = FindingCertainty.MOGELIJK
            yield Found(found.start(), found.end(), FindingKind.ADRES, maybe, reason)
    for found in _LIVES_AT.finditer(text.lower):
        maybe = FindingCertainty.MOGELIJK
        yield Found(found.start(1), found.end(1), FindingKind.ADRES, maybe, _STREET)
    for start, end in _small_letters(text):
        yield _street(text, start, end)


def _small_letters(text: Text) -> Iterator[tuple[int, int]]:
    """Woont in de jan steenstraat, aan de zandweg, op de wieken 22: where someone lives."""
    for found in _WITH_A_NUMBER.finditer(text.lower) if text.has_digits else ():
        if found[2] not in hints("genummerd") and not found[2].endswith(tuple(hints("genummerd"))):
            yield found.span(1)
    for shape in (_ON_A_STREET, _TO_A_ROAD):
        for found in shape.finditer(text.lower):
            group = found.lastindex or 1
            if found[group] in hints("geen_straat") or _is_place(found[group]):
                continue
            is_name = group == 2 and _are_of_a_name(found[1])
            if is_name or not found[1].strip() or group == 1:
                yield (found.start(1) if is_name else found.start(group)), found.end(group)


def _are_of_a_name(words: str) -> bool:
    """Jan, van der, a.b.: the words before the last one of the name of a street."""
    parts = [part for part in words.split() if part.isalpha()]
    return bool(words.strip()) and all(
        part in word_list("namen") or part in hints("tussenvoegsels") or not lexicon().knows(part)
        for part in parts
    )


_AFTER_NAME = re.compile(
    r" (?:nr\.? ?)?\d{1,4}(?: ?(?:[a-h]|bis|hs|[iv]{1,3}|-\d{1,3}))?(?=$|[.,;:)!?]"
    r"| (?:in|te|en|is|bij|met|,|waar|woont|\d{4}) ?)"
)
_BEFORE_NAME = frozenset({"de", "het", "'t", "t", "op", "aan", "achter", "onder", "bij", "in"})


def _named_places(text: Text) -> Iterator[Found]:
    """Het Laar 22, Achter de Kerk 3, Zandkuil 9: a capital that no one is called, and a number."""
    for n, word in enumerate(text.words):
        found = _AFTER_NAME.match(text.lower, word.end)
        if found is None or not is_capital(text, n) or _counts(word.lower, found[0]):
            continue
        first = n
        while first and text.gap(first - 1) == " " and _belongs(text, first - 1):
            first -= 1
        if first < n or (not word.first and not _can_be_someone(text, n)):
            has_article = first < n and text.words[first].capital and not text.words[first].first
            likely = FindingCertainty.WAARSCHIJNLIJK if has_article else FindingCertainty.MOGELIJK
            start = text.words[first].start
            yield Found(start, found.end(), FindingKind.ADRES, likely, _STREET)


def _counts(word: str, number: str) -> bool:
    """Knop 3 and Spoor 2 are parts of something; 2021 is a year."""
    is_year = re.match(r" (?:19|20)\d\d\b", number) is not None
    return is_year or word.endswith(tuple(hints("genummerd")))


def _belongs(text: Text, n: int) -> bool:
    word = text.words[n]
    return word.lower in _BEFORE_NAME | {"van", "der", "den"} and (
        word.capital or n == 0 or text.words[n - 1].lower in _BEFORE_NAME or word.lower != "in"
    )


def _can_be_someone(text: Text, n: int) -> bool:
    lower = text.words[n].lower
    return text.strange[n] or lower in word_list("namen") or lower in hints("gezin")


def _is_place(word: str) -> bool:
    """Rotterdam and Limburg end as a street does; Kruisstraat is a street more often."""
    if word.endswith(("straat", "laan", "plein", "singel")):
        return False
    return word in word_list("plaatsen") or word in lowered("plaatsen", "streken")


def _is_street(text: Text, start: int, end: int) -> bool:
    """Whether a capital or a word that nobody knows stands before the number."""
    return any(text.words[n].capital or text.strange[n] for n in text.within(start, end))


def _where_the_street_begins(text: Text, start: int) -> int:
    """The words before a street that belong to its name, by their capital: Burg. van Houtlaan."""
    street = text.within(start, start + 1)
    if not street or not text.words[street[0]].capital:
        return start
    first = street[0]
    for n in range(first - 1, max(-1, first - 5), -1):
        word = text.words[n]
        is_link = word.lower in ("van", "de", "der", "den", "ten", "ter", "v")
        if text.gap(n) not in (" ", ". ", ".") or not (is_link or is_capital(text, n)):
            break
        first = n if word.capital else first
    return text.words[first].start


def _bare(text: Text) -> Iterator[Found]:
    for found in _BARE.finditer(text.lower):
        if _is_place(found[0]) or found[0].endswith(_NO_STREET) or _is_someone(text, found.start()):
            continue
        is_capital = text.plain[found.start()].isupper() and not text.is_shouted
        if found[0] in hints("geen_straat"):
            is_own = is_capital and found[0] in hints("ook_een_straat")
            if not is_own:
                continue
        is_placed = _BEFORE_BARE.search(text.lower[max(0, found.start() - 46) : found.start()])
        tells_street = _ENDS_AS_A_STREET.search(found[0]) is not None
        tells_street = tells_street or (is_capital and _is_a_road(text, found))
        if (is_placed and (is_capital or tells_street)) or (is_capital and tells_street):
            yield _street(text, *found.span())


_NO_STREET = ("gerechtshof", "schoolplein")
_ENDS_AS_A_STREET = re.compile(r"(?:straat|laan|plantsoen|gracht|singel|dreef|steeg|kade|plein)$")


def _street(text: Text, start: int, end: int) -> Found:
    """As certain as its capital tells, whatever stands before it."""
    has_capital = text.plain[end - len(text.plain[start:end].split()[-1]) : end][:1].isupper()
    is_sure = has_capital and not text.is_shouted
    certainty = FindingCertainty.WAARSCHIJNLIJK if is_sure else FindingCertainty.MOGELIJK
    return Found(start, end, FindingKind.ADRES, certainty, _STREET)


def _is_a_road(text: Text, found: re.Match[str]) -> bool:
    """Molenweg and Hoofdweg, wherever they stand; Snelweg is no road of one place."""
    if not found[0].endswith("weg"):
        return False
    return found[0] in hints("ook_een_straat") or not lexicon().is_listed(found[0])


def _is_someone(text: Text, start: int) -> bool:
    """Mevrouw Lindelaan: after a title it is a name."""
    at = text.within(start, start + 1)
    if not at or not at[0] or text.gap(at[0] - 1) not in (" ", ". "):
        return False
    return text.words[at[0] - 1].lower in hints("titels")

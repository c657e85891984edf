"""Codes that point at one case, car or profile: zaaknummers, kentekens and accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.models.dutch import MONTHS_SHORT
from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import (
    abbreviations,
    field_words,
    functions,
    hints,
    lexicon,
)
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_ZEKER = FindingCertainty.ZEKER
_WAARSCHIJNLIJK = FindingCertainty.WAARSCHIJNLIJK
_MOGELIJK = FindingCertainty.MOGELIJK

_CASE_REASON = "Dit lijkt een zaak- of dossiernummer. Wie erbij kan, vindt het gezin."
_CASE_SHAPES = re.compile(
    r"(?<![^\W_])(?!NL-[1-9]\d{3} ?[A-Z]{2}\b)(?:"
    r"ECLI[: ][A-Z]{2}[: ][A-Z]{2,8}[: ]\d{4}[: ][A-Z0-9]{1,10}"
    r"|LJN:? ?[A-Z]{2} ?\d{4}"
    r"|PL[ -]?\d{2,4}[ .-]{0,3}\d(?:[ .-]{0,3}\d){5,12}"
    r"|[A-Z]{1,2}/\d{2}/\d{4,7}(?:\s?/\s?[A-Z]{2}[ /][A-Z]{2} ?\d{2}[-/]\d{1,6})?"
    r"|(?-i:C) \d{2} \d{6}|(?:fa|je|fj|kg|ha|ez)[ /-]?(?:rk|za)[ /-]?\d{2}[-/. ]\d{1,6}"
    r"|(?-i:[A-Z]{2}[ /]){1,2}\d{2}[-/]\d{2,6}"
    r"|\d{2,4}/[A-Z]{1,4}/\d{2,6}|PL \d{4} / \d{6,10}"
    r"|\d{2}[/. -]\d{6}[/. -]\d{2}|\d{3}\.\d{3}\.\d{3}/\d{2}"
    r"|(?-i:[A-Z]{2,5}) \d{2,4}(?:-| ?/ ?)\d{3,6}|(?:awb|huv) ?\d\d ?[-/] ?\d{1,6}"
    r"|[A-Z]{1,3}\d[-/]\d{4,8}|[A-Z]{1,6}\d{2,8}\.\d{3,8}|[A-Z]{1,6}\d{2,8}[-/]\d{1,8}(?:[-/]\d{1,8})?"
    r"|[A-Z]{1,8}(?:[-/_][A-Z]{1,4})?[-/_.]\d{2,10}(?:[-/_.]\d{1,10}){0,3})(?![^\W_])",
    re.IGNORECASE,
)
_MONTHS = (*MONTHS_SHORT, "maart")  # how what looks like a code but is a date begins
_NO_CASE = re.compile(
    r"(?:covid|groep|stap|fase|week|vraag|deel|art|artikel|blz|km|nr|bijlage|t)\W", re.I
)
_CODE = (
    r"(?P<code>[a-z]{0,6}[-/. ]?\d[a-z\d]{0,20}"
    r"(?:[-/. ]{1,3}(?:[a-z]{1,3}[-/.]?|[a-z] )?\d[a-z\d]{0,12}){0,6}(?:[-/][a-z])?)(?![^\W_])"
)
_NAMED_BY_NUMBER = re.compile(
    r"(?<![^\W_])(?P<what>[^\W\d_]{0,30})[- ]?(?:nummers?|nrs?|no|code|kenmerk)\b\.?"
    rf"[\s:=#(,\"'-]{{1,3}}(?:is |was |van \w{{1,12}} )?(?!de |het ){_CODE}"
)
_NO_NUMBER_OF_A_CASE = re.compile(
    r"(?:artikel|paragraaf|pagina|blad|hoofdstuk|versie|lijn|bus|tram|spoor|telefoon|tel|mobiel"
    r"|nood|alarm|huis|post|lees|rang|stap|groeps?)$|^kamer$"
)
_PRODUCTS = ("", "wmo", "jeugdwet", "jeugd", "zorg", "product", "hulp")
_OF_A_PRODUCT = re.compile(r"\d\d[a-z]\d\d")  # 45A12: the same for all who get this help
_SERVICE = ("0800", "0900", "088")
_LONGEST_PHONE = 11  # digits
_SERVICE_INSIDE = re.compile(r"(?<!\d)(?:0800|0900|088|11[234]|144)(?!\d)")
_PUBLIC = frozenset({"112", "113", "114", "144", "0113", "08000113", "14"})
_NAMED = re.compile(
    r"\b(?P<what>\w{0,12}dossier|zaak|cli[eë]nt|casus|klant|kenmerk|mutatie|proces-?verbaal|pv|beschikking|rekest"
    r"|parket|polis|relatie|registratie|referentie|ref|patiënt|patient|paspoort|rijbewijs|document"
    r"|huisverbod|melding|aangifte|incident|suwi|crv|v|id|zorg|bericht|dagvaarding|vt|svb|uwv|cjib"
    r"|coa|ind|bvh|skj|big|agb|kvk|order|ticket|besluit|verzekerd\w*|verzekering|zorgpas|uzovi"
    r"|indicatie|aanvraag|aanmelding|toewijzing|verwijzing|opdracht|verzoek|factuur|declaratie"
    r"|vonnis|opname|inschrijving|enkelband|simkaart|chip|pas|kaart|epd|duo|cak|lbio|ljn|thv)"
    r"s?[- ]?(?P<nr>nummers?|nrs?|no|code|kenmerk|id|n(?=\.)|(?=[:#=]))?\b[\s.:=#№(,\"']{0,3}"
    r"(?:is |van |zvh |vt |politie |genummerd |onder |loopt onder |staat onder )?"
    r"(?:(?:de )?(?:moeder|vader|kind(?: \d)?|gezin|zoon|dochter)(?: is)?:? )?"
    r"(?P<code>(?:19|20)\d\d \d{4,8}|[a-z]{1,4} \d{2}[ -]\d{3,8}"
    r"|[a-z]{2,4} (?:19|20)\d\d[ -]\d{2,6}|\d{2,3}(?: \d{2,3}){2,4}"
    r"|[a-z]{0,6}[-/. ]?\d[\d./-]{2,20}[a-z]?)"
    r"(?![^\W_]| ?(?:euro|€|%|keer|uur))"
)
_NEXT_NUMBER = re.compile(
    r"(?:,|;| en|,? of| /|/) ?(?:[^\W\d_]{2,12}(?: \d)?:? )?(?!(?:19|20)\d\d\b)(\d{4,12})"
    r"(?![\w€%]|[.,/-]\d| ?(?:euro|keer|uur|meldingen))"
)
_MOST_IN_A_LIST = 6  # after the first
_FILED_UNDER = re.compile(
    r"\b(?P<what>(?:(?:geregistreerd|ingeschreven|bekend|vermeld|opgeslagen|aangemeld|staa[nt])"
    r"(?: \w{1,12}){0,2}|onder vermelding van|o\.?v\.?v\.?|kenm\.?|reg\.?|doss?\.?)"
    r"(?: onder| als)?)"
    rf"[\s:]{{1,3}}(?:het )?(?:nr\.? |nummer |kenmerk |code )?{_CODE}"
    r"(?!\.[a-z]{2}\b| ?(?:euro|%|uur|keer))"
)
_FURTHER_ON = re.compile(  # zaaknummer onbekend, wel 44110-B
    r"\b(?:zaak|dossier|parket|mutatie|pv|registratie|referentie|rekest|rol|cli[eë]nt|melding)"
    r"[- ]?(?:nummers?|nrs?|code|id|kenmerk)\b\.?[^.;!?\n\d€]{1,40}?"
    r"(?<![^\W_])(?P<code>[a-z]{0,4}[-/.]?\d[\d./-]{3,15}\d(?:-?[a-z]{1,2})?)"
    r"(?![^\W_]| ?(?:euro|%|keer|uur|jaar))"
)
_ENDS_A_CLAUSE = re.compile(
    r"$|[.,;:)!?\n](?!\d)| (?:is|was|werd|wordt|heeft|ligt|loopt|staat|niet|van|bij)\b"
)
_YEAR_TWICE = re.compile(r"(?:19|20)(\d\d)[-/](\d\d)")
_DATE_OR_TIME = re.compile(
    r"(?:[0-2]?\d|3[01])[-/.](?:0?\d|1[0-2])(?:[-/.]\d+)?|\d{1,2}[-/](?:19|20)\d\d|(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?|\d{1,2}\.\d\d"
)
_HAS_A_NUMBER = re.compile(r"(?:casus|zaak|zaaks|dossier)$")
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d\d[-/]\d{1,3}|\d{1,3}[-/](?:19|20)\d\d")
_MONTHS_OF_A_YEAR = 12
_MOST_YEARS = 10  # that a span of years lasts
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/.](?:19|20)\d\d)?$")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_AFTER_NUMBER = re.compile(
    r"\b(?:nr|nummer|code|kenmerk)\.?:? ?(?P<code>[a-z]{0,4}[-/ ]?\d{4,12})(?![\w€]|[.,]\d)"
    r"|(?<![^\W_])(?!ISO|NEN|DIN)"
    r"(?!NL [1-9]\d{3} ?[A-Z]{2}\b)"
    r"(?P<spaced>(?-i:[A-Z]{1,5}) \d{4,10}|(?-i:[A-Z]{1,3})\d{4,6})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\w.,+])\d{7,20}(?![\w%]|[.,]\d)")
_GROUPED = re.compile(
    r"(?<![^\W_])(?<![\d.,/-])(?=\d{0,4}[\d ./-]{0,12}\d{3})\d{1,6}(?:[ ./-]\d{1,8}){2,5}"
    r"(?![^\W_]|[.,]\d|,-| ?(?:euro|uur|%))"
)
_LOOSE = re.compile(r"(?<![^\W_])([^\W\d_]{2,30})[ :]{1,2}(\d{6})(?=$|\n|[.,;)](?!\d))")
_MONEY = re.compile(
    r"euro|bedrag|budget|schuld|inkomen|kost|subsid|omzet|inwoner|totaal|verg|ruim|circa"
)
_OF_A_YEAR = re.compile(  # 2021-00345, 034/2021, 21/003456
    r"(?<![^\W_])(?<![\d.,/-])(?:(?:19|20)\d\d[./_-](?!(?:19|20)\d\d(?!\d))\d{3,7}"
    r"|(?!(?:19|20)\d\d[./-])\d{3,6}[/-](?:19|20)\d\d|[012]\d[/-]\d{5,8})"
    r"(?![^\W_]|[.,/-]\d|,-| ?(?:euro|uur|%|keer|meldingen))"
)
_HASHED = re.compile(r"(?<![\w&])#\d{4,12}(?!\w)")
_LONG_CODE, _DIGITS_OF_A_SHORT_CODE = 7, 5  # signs
_MIXED = re.compile(r"(?<![^\W_])(?=[A-Z]{0,19}\d)(?=\d{0,19}[A-Z])[A-Z\d]{6,20}(?![^\W_])", re.I)

_PLATFORM = re.compile(
    r"account|profiel|hotmail|gmail|outlook|inlog|wachtwoord|steam|roblox|gamertag|username|snap|insta|tiktok|discord|facebook"
    r"|telegram|twitter|\bx als|twitch"
    r"|youtube|threads"
)
_HANDLE = re.compile(r"(?<![\w.])@[^\W\d][\w.]{1,30}|(?<!\w)[\w.]{2,32}#\d{4}(?!\d)")
_PROFILE = re.compile(
    r"\b(?:\w{0,12}(?:account|profiel|kanaal)|gebruikersnaam|username|snap(?:chat)?|insta(?:gram)?|tiktok"
    r"|ig|linkedin|tinder|badoo|grindr|hyves|twitch|xbox|playstation|psn|roblox|steam|kik"
    r"|discord|facebook|fb|telegram|twitter|gamertag|nickname|x als|vinted|marktplaats|fortnite"
    r"|minecraft)(?:naam|account|profiel| ?id)?\b(?: van (?:kind \d"
    r"|\w+))?"
    r"(?: is| heet| naam)?(?: (?:hij|zij|ze|kind|vader|moeder))?(?:[:=]| =)? ?[:\"']{0,2} ?"
    r"([^\W\d][\w-]{0,40}[._\d][\w.-]{0,40})"
)
_NAMED_PROFILE = re.compile(
    r"\b(?:\w{0,12}account(?:naam)?|\w{0,12}profiel(?:naam)?|gebruikersnaam|username|inlognaam|nickname|gamertag"
    r"|schuilnaam)(?: (?:op|van) \w{1,12})?(?:: ?| ?= ?| is | heet | )?[\"']([^\"'\n]{3,40})[\"']"
    r"|\b(?:snap(?:chat)?|insta(?:gram)?|tiktok|facebook|fb|discord|telegram|linkedin|twitter|twitch"
    r"|threads|bluesky|steam|roblox|tinder|grindr|skype|signal|ig): ?([^\W\d_][\w.-]{2,30})"
    r"|\b(?:snap(?:chat)?|insta(?:gram)?|tiktok|facebook|fb|discord|telegram|marktplaats|twitter)"
    r" (?:onder|met) de naam ([^\W\d_][\w.-]{2,30})"
    r"|\b(?:accountnaam|profielnaam|gebruikersnaam|username|inlognaam|nickname|gamertag)"
    r"(?:: ?| is | = | )([^\W\d_][\w.-]{2,30})"
)
_DOTTED_PROFILE = re.compile(
    r"\b(?:van|door|als|naam|heet|met|is) ([^\W\d_]{2,20}(?:\.[^\W\d_]{2,20}){1,3})"
    r" op (?:insta|tiktok|snap|facebook|fb|discord|telegram|x\b|twitter)"
)
_UNDERSCORED = re.compile(r"(?<![\w@./-])[^\W\d_]{2,20}(?:_[^\W_]{1,20}){1,3}(?![\w@/-])")
_CODED_NAME = re.compile(
    r"(?<![\w@./-])(?=[\w.]{5,32}(?![\w.@/-]))[^\W\d_]{3,20}(?:[._][^\W\d_]{1,20}){0,2}"
    r"[._]?\d{2,4}[^\W\d_]{0,4}(?![\w/-])"
)


def case_numbers(text: Text) -> Iterator[Found]:
    """Numbers of cases, reports, clients and messages."""
    if not text.has_digits:
        return
    for start, end in _told_numbers(text):
        yield Found(start, end, FindingKind.ZAAKNUMMER, _ZEKER, _CASE_REASON)
    for start, end in _likely_numbers(text):
        yield Found(start, end, FindingKind.ZAAKNUMMER, _WAARSCHIJNLIJK, _CASE_REASON)


def _told_numbers(text: Text) -> Iterator[tuple[int, int]]:
    """With the word that tells what they are, or of a shape that nothing else has."""
    for found in _FILED_UNDER.finditer(text.lower):
        if not _tells_when(found) and sum(map(str.isdigit, found["code"])) >= 4:
            yield found.span("code")
    for found in _NAMED_BY_NUMBER.finditer(text.lower) if _names_a_number(text) else ():
        if _is_number_of_a_case(found):
            yield found.span("code")
            yield from _listed_after(text, found.end("code"))
    for found in _CASE_SHAPES.finditer(text.plain):
        if _is_case_number(found[0]):
            yield found.span()
            yield from _listed_after(text, found.end())
    for found in _NAMED.finditer(text.lower):
        if _is_named_number(found):
            yield found.span("code")
            yield from _listed_after(text, found.end("code"))


def _names_a_number(text: Text) -> bool:
    return any(word in text.lower for word in ("nummer", "nr", "no", "code", "kenmerk"))


def _listed_after(text: Text, at: int) -> Iterator[tuple[int, int]]:
    """Cliëntnummer moeder 234511, kind 234512: the next one in the list."""
    for _ in range(_MOST_IN_A_LIST):
        found = _NEXT_NUMBER.match(text.plain, at)
        if found is None:
            return
        yield found.span(1)
        at = found.end(1)


def _likely_numbers(text: Text) -> Iterator[tuple[int, int]]:
    """Long, in groups, or letters and digits by turns."""
    for found in _AFTER_NUMBER.finditer(text.plain):
        if not _YEARS.search(found[0]):
            yield found.span(found.lastgroup or 0)
    yield from _told_further_on(text)
    for shape in (_LONG, _GROUPED, _OF_A_YEAR):
        for found in shape.finditer(text.plain):
            is_long = shape is _OF_A_YEAR or _is_long_enough(found[0])
            if is_long and not _is_amount(text.plain, found):
                yield found.span()
    for found in _HASHED.finditer(text.plain):
        yield found.span()
    for found in _MIXED.finditer(text.plain):
        if _is_document(found[0]):
            yield found.span()


def _told_further_on(text: Text) -> Iterator[tuple[int, int]]:
    for found in _FURTHER_ON.finditer(text.lower):
        if not _DATE_OR_TIME.fullmatch(found["code"]) and not _THOUSANDS.fullmatch(found["code"]):
            yield found.span("code")


def _is_number_of_a_case(found: re.Match[str]) -> bool:
    """Leerlingnr 4412 and indicatienummer 118822; artikelnr 12 and nummer 112 are none."""
    if _NO_NUMBER_OF_A_CASE.search(found["what"]) or _tells_when(found):
        return False
    if _OF_A_PRODUCT.fullmatch(found["code"].strip()) and found["what"] in _PRODUCTS:
        return False
    digits = re.sub(r"\D", "", found["code"])
    is_service = digits.startswith(_SERVICE) and len(digits) <= _LONGEST_PHONE
    is_public = digits in _PUBLIC or is_service
    is_long = len(digits) >= (3 if found["what"] else 4) or _turns(found["code"]) >= 3
    return not is_public and is_long


def _is_long_enough(typed: str) -> bool:
    """Seven digits or more, that are not only years."""
    parts = re.findall(r"\d+", typed)
    is_years = all(re.fullmatch(r"(?:(?:19|20)\d\d){1,2}", part) for part in parts)
    return sum(map(len, parts)) >= 7 and not is_years


def _turns(typed: str) -> int:
    """How often a letter and a digit stand side by side."""
    return len(re.findall(r"[A-Za-z](?=\d)|\d(?=[A-Za-z])", typed))


def _is_document(typed: str) -> bool:
    """NXB4C18P2: letters and digits by turns, or capitals with many digits; HGKM2023 is none."""
    turns = _turns(typed)
    if re.fullmatch(r"[A-Za-z]+(?:19|20)\d\d|\d{1,4}[A-Za-z]+", typed):
        return False
    digits = sum(sign.isdigit() for sign in typed)
    if len(typed) < _LONG_CODE and digits < _DIGITS_OF_A_SHORT_CODE:
        return False
    is_short = turns == 1 and digits >= 6  # pv2021123456
    return digits >= 2 and (turns >= 3 or is_short or (typed == typed.upper() and digits >= 4))


def _is_named_number(found: re.Match[str]) -> bool:
    """Dossier 12345, and zaaknr 123; melding 2019-2021 and incident 23.40 uur are none."""
    digits = re.sub(r"\D", "", found["code"])
    code = found["code"].strip()
    if _tells_when(found) or _THOUSANDS.fullmatch(code):
        return False
    if re.fullmatch(r"[a-z]{1,4}(?:\d{3,}|-\d{2,})", code):  # dossier K2291, dossier K-22
        return True
    if len(digits) == 4 and " " not in code and not _YEARS.search(code.rstrip("./-")):
        return _ENDS_A_CLAUSE.match(found.string, found.end()) is not None
    return len(digits) >= (3 if found["nr"] else 5)


def _tells_when(found: re.Match[str]) -> bool:
    """23.40 and 2019-2021; but casus 2023-44 is the 44th of its year."""
    code = found["code"].strip()
    if _HAS_A_NUMBER.search(found["what"]) and _YEAR_AND_NUMBER.fullmatch(code):
        return False
    years = _YEAR_TWICE.fullmatch(code)
    if years and int(years[2]) > _MONTHS_OF_A_YEAR and not _is_later(int(years[1]), int(years[2])):
        return False
    word, _, rest = code.rpartition(" ")
    return _DATE_OR_TIME.fullmatch(rest if word in hints("functiewoorden") else code) is not None


def _is_later(year: int, other: int) -> bool:
    """2019-23 are years; 2023-17 and 2021-44 are the 17th and the 44th of a year."""
    return year <= other <= year + _MOST_YEARS


def _is_amount(plain: str, found: re.Match[str]) -> bool:
    """Money, a number that the whole country calls, or a large number with its dots: 1.000.000."""
    before = plain[max(0, found.start() - 5) : found.start()].lower()
    is_public = _SERVICE_INSIDE.search(found[0]) is not None
    return (
        is_public or "€" in before or "eur" in before or _THOUSANDS.fullmatch(found[0]) is not None
    )


def _is_case_number(typed: str) -> bool:
    if typed.lower().startswith(_MONTHS) or _NO_CASE.match(typed):
        return False
    digits = re.sub(r"\D", "", typed)
    return len(digits) >= 4 and not _YEARS.search(typed)


def loose_numbers(text: Text) -> Iterator[Found]:
    """Six digits at the end of a clause, after a word that counts nothing: Suite 234511."""
    if not text.has_digits:
        return
    for found in _LOOSE.finditer(text.lower):
        if found[1] not in hints("functiewoorden") and not _MONEY.search(found[1]):
            yield Found(*found.span(2), FindingKind.ZAAKNUMMER, _MOGELIJK, _CASE_REASON)


def accounts(text: Text) -> Iterator[Found]:
    """Names of profiles on social media."""
    reason = "Dit lijkt de naam van een account. Daarmee is iemand te vinden."
    for found in _HANDLE.finditer(text.plain):
        if not _PLATFORM.search(text.lower) and _is_mention(found[0]):
            continue
        end = found.start() + len(found[0].rstrip("."))
        yield Found(found.start(), end, FindingKind.ACCOUNT, _ZEKER, reason)
    for found in _DOTTED_PROFILE.finditer(text.lower):
        yield Found(found.start(1), found.end(1), FindingKind.ACCOUNT, _ZEKER, reason)
    for found in _PROFILE.finditer(text.lower):
        end = found.start(1) + len(found[1].rstrip("."))
        yield Found(found.start(1), end, FindingKind.ACCOUNT, _ZEKER, reason)
    for found in _NAMED_PROFILE.finditer(text.lower):
        group = found.lastindex or 1
        yield Found(found.start(group), found.end(group), FindingKind.ACCOUNT, _ZEKER, reason)
    if _PLATFORM.search(text.lower):
        for found in _UNDERSCORED.finditer(text.lower):
            yield Found(*found.span(), FindingKind.ACCOUNT, _WAARSCHIJNLIJK, reason)
    for found in _CODED_NAME.finditer(text.lower) if text.has_digits else ():
        letters = re.sub(r"[\W\d_]", "", found[0])
        known = lexicon().knows(letters) and not _PLATFORM.search(text.lower)
        known = known or lexicon().is_listed(found[0])
        if not found[0].startswith(_MONTHS) and not known:
            certainty = _WAARSCHIJNLIJK if _PLATFORM.search(text.lower) else _MOGELIJK
            yield Found(*found.span(), FindingKind.ACCOUNT, certainty, reason)


def _is_mention(typed: str) -> bool:
    """@wijkteam: how the program itself names an organisation."""
    word = typed.lstrip("@").rstrip(".")
    known = field_words() | functions() | hints("gezin")
    return word.isalpha() and (word in abbreviations() or word.lower() in known)

"""Fixed shapes: e-mail, web address, rekeningnummer, BSN and telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.dates import SPOKEN
from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_ZEKER = FindingCertainty.ZEKER
_SAID_AT = r"(?:at|ape?n?staart(?:je)?|at-?teken)"
_AT = rf"(?:@|\s@\s|\s?[(\[{{]\s?{_SAID_AT}\s?[)\]}}]\s?|\s{_SAID_AT}\s)"
_DOT = r"(?:\.|\s?[(\[]\s?(?:dot|punt)\s?[)\]]\s?|\s(?:dot|punt)\s)"
_JOIN = rf"(?:{_DOT}|\s(?:streepje|laag streepje|liggend streepje|underscore|min)\s)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])(?:[\w+-]{{1,40}}{_JOIN}){{0,4}}[\w+-]{{1,40}}(?:\.[\w+-]{{1,40}}){{0,3}}{_AT}"
    rf"[\w-]{{1,60}}(?:{_DOT}[\w-]{{1,60}}){{0,3}}{_DOT}[a-z]{{2,10}}\b",
    re.IGNORECASE,
)
_ENDS = (
    "nl|com|org|net|be|de|eu|info|nu|io|tv|me|online|site|blog|fr|uk|app|shop|amsterdam|frl|gov"
    "|ly|be|gg|ch|link|page|xyz|club|news|co|org|edu|biz|ma|tr|pl|sr|cw|aw"
)
_WORD_ENDS = frozenset(
    {"de", "be", "me", "nu", "ma", "co", "app", "shop", "site", "blog", "club", "news", "online"}
    | {
        "link",
        "page",
        "sr",
        "tr",
        "aw",
        "cw",
        "io",
        "ch",
        "uk",
        "fr",
        "pl",
        "tv",
        "gg",
        "ly",
        "info",
    }
)
_URL = re.compile(
    rf"(?<![\w@.-])(?:https?\s?:\s?//[^\s<>\"')]{{1,500}}"
    rf"|www\s?\.\s?[\w-]{{1,60}}(?:\s?\.\s?[\w-]{{1,60}}){{1,4}}"
    r"(?:\s?/\s?[\w.%?=&#-]{1,80}){0,8}"
    rf"|[\w-]{{3,60}}(?: ?\[\.\] ?| ?\(dot\) ?| (?:punt|dot|\.) )(?:{_ENDS})(?!\w)"
    r"|hxxps?://[^\s<>]{1,300}|(?:t|wa|fb|m)\.(?:me|co|com)/[^\s<>\"')]{1,300}"
    r"|(?=(?:\d\.?){7})(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.,/-]?\d)"
    rf"|(?:[\w-]{{2,60}}\.){{1,4}}(?:{_ENDS})(?![\w.@-])(?:/[^\s<>\"')]{{0,300}})?)",
    re.IGNORECASE,
)
_IBAN = re.compile(
    r"(?<![^\W_])(?:NL ?|[A-Z]{2})\d{2}(?:[ .-]?[A-Z0-9]){11,30}", re.IGNORECASE | re.ASCII
)
_IBAN_LENGTHS = {
    **dict(NL=18, BE=16, DE=22, FR=27, ES=24, GB=22, IT=27, PT=25, PL=28, TR=26, RO=24, BG=22),
    **dict(MA=28, AT=20, CH=21, DK=18, SE=24, NO=15, FI=18, IE=22, LU=20, GR=27, HU=28, CZ=24),
    **dict(
        SK=24,
        HR=21,
        LT=20,
        LV=21,
        EE=20,
        SI=19,
        CY=28,
        IS=26,
        TN=24,
        JO=30,
        LB=28,
        PK=24,
        GE=22,
        AZ=28,
        MK=19,
        XK=20,
        MD=24,
        MT=31,
        UA=29,
        RS=22,
        AL=28,
        BA=20,
    ),
}
_NL_ACCOUNT = re.compile(r"NL\d\d[A-Z]{4}\d{10}")
_NINE = re.compile(r"(?<![\w+])(?<!\d[.,/-])\d(?:[ ./-]{0,2}\d){7,8}(?![ .-]?\d)")
_BROKEN_OFF = re.compile(  # a line may end inside the number
    r"(?<![\w+])(?<!\d[.,/-])\d{2,8}(?:[ .-]?\d{2,8}){0,2}[ -]?\n ?\d{2,8}(?:[ .-]?\d{2,8}){0,2}"
    r"(?![\w:]|[.,/-]\d)"
)
_BSN_WORD = re.compile(r"bsn|burgerservice|sofi|so-fi|fiscaal nummer")
_GAP = r"[ ./()_-]{0,3}"
_ABROAD = r"\+\s?\d{1,3}(?:[ ./()-]{0,3}\d){6,12}"
_PHONE = re.compile(
    rf"(?<![\w+,/])(?:(?:\+\s?|00 ?)31[ .-]?(?:\(0\))?(?:{_GAP}\d){{9}}|{_ABROAD}"
    rf"|00[1-9](?:{_GAP}\d){{9,12}}|\(?0(?:{_GAP}\d){{9}})(?![\d])"
)
_NEAR_PHONE = re.compile(
    r"(?:tel(?:efoon)?(?:nummer|nr)?|mob(?:iel)?|bel(?:len|t|de)?(?: naar| met| op)?|telnr"
    r"|06-?nummer)"
    r"[\s.:=]{1,3}(?:school |thuis |werk )?(\d(?:[ -]?\d){5,9})(?![\d/])"
)
_EXTENSION = re.compile(
    r"\b(?:toestel(?:nr|nummer)?|tst|doorkies(?:nr|nummer)?)[\s.:]{1,3}(\d{3,6})(?![\w/-]|[.,]\d)"
)
_PART_OF_PHONE = re.compile(
    r"(?<![\w+])[0o][ -]?6[ -]?[\dx*.]{2,4}(?:[ -]?[\dx*]){4,8}(?!\w)"
    r"|(?<![\w+])06[ -]?\d\d[ -]?\d\d(?: ?[.x*]{2}){2}"
    r"|(?:eindig\w+ op|laatste (?:\w{1,5} )?cijfers(?: van \w+ \w+)?:?) "
    r"(?!(?:19|20)\d\d\b)(\d{2,5})(?!\d)"
    r"|(?:\bnr|nummer|bsn|iban) (?:dat )?begin\w* met (\d{3,6})(?!\d)"
)
_SPOKEN_DIGIT = rf"(?:nul|{SPOKEN}|\d{{1,4}})"
_SPOKEN_SIGN = r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_SPOKEN = re.compile(
    rf"\b(?:nul|0|o)[\s-]?(?:zes|6)(?:[\s,-]{{1,2}}{_SPOKEN_DIGIT}){{3,9}}\b"
    rf"|\b(?:{_SPOKEN_SIGN}[\s,-]{{1,2}}){{7,11}}{_SPOKEN_SIGN}\b"
    rf"|\bnul[\s-]?zes(?: (?:dan|daarna|en dan|is))?(?:[\s,-]{{1,2}}{_SPOKEN_DIGIT}){{2,9}}\b"
)
_SERVICE = ("0800", "0900", "0906", "0909", "088")  # 088 only in part: a company, not a person
_OF_A_COMPANY = r"(?:0|0?0?31)?0?88"
_OF_A_CASE = re.compile(
    r"\b(?:parket|zaak|dossier|rol|rekest|mutatie|kenmerk|pv|proces-?verbaal|incident)"
    r"[- ]?(?:nr|nummer)?[\s.:]{1,3}$"
)
_COMPANY = "Dit is het nummer van een organisatie. Hoort die bij één streek, haal het dan weg."


def emails(text: Text) -> Iterator[Found]:
    """E-mail addresses, also with (at) or as someone says them aloud."""
    if not re.search(r"@|\bat\b|staart|at-?teken", text.lower):
        return
    for found in _EMAIL.finditer(text.lower):
        yield _sure(found.start(), found.end(), FindingKind.EMAIL, "Dit is een e-mailadres.")
    for found in _WITHOUT_END.finditer(text.lower):
        yield _sure(found.start(), found.end(), FindingKind.EMAIL, "Dit lijkt een e-mailadres.")


_WITHOUT_END = re.compile(r"(?<![\w.+-])[\w.+-]{2,60}@[^\W\d_][\w-]{2,60}(?![\w@])")


def urls(text: Text) -> Iterator[Found]:
    """Web addresses, with or without www."""
    for found in _URL.finditer(text.lower):
        before = text.lower[max(0, found.start() - 14) : found.start()]
        if _is_missing_space(found[0]) and not _SITE.search(before):
            continue
        end = found.start() + len(found[0].rstrip(".,;:!?"))
        yield _sure(found.start(), end, FindingKind.URL, "Dit is een webadres.")


_SITE = re.compile(r"\b(?:\w{0,6}blog|\w{0,6}site|webshop|pagina|link|domein|url):? $")


def _is_missing_space(typed: str) -> bool:
    """Gesprek.de ouders: an end that is also a word needs more to be an address."""
    ending = typed.rpartition(".")[2]
    return "/" not in typed and typed.count(".") == 1 and ending in _WORD_ENDS


def ibans(text: Text) -> Iterator[Found]:
    """Rekeningnummers, by the remainder after division by 97."""
    for found in _IBAN.finditer(text.plain):
        if length := _iban_length(found[0]):
            end = found.start() + length
            yield _sure(found.start(), end, FindingKind.IBAN, "Dit is een rekeningnummer.")
    for shape, group in ((_OLD_ACCOUNT, 1), (_HIDDEN_ACCOUNT, 0)):
        for found in shape.finditer(text.lower):
            reason = "Dit is een rekeningnummer, of een deel ervan."
            yield _sure(found.start(group), found.end(group), FindingKind.IBAN, reason)


_OLD_ACCOUNT = re.compile(
    r"\b(?:rek(?:ening)?|bank|giro|spaar)[a-z]{0,18}\.?(?: ?nr\.?| nummer)?[\s:.]{1,3}"
    r"(?:is )?(\d(?:[ .-]?\d){6,9})(?!\d)"
)
_HIDDEN_ACCOUNT = re.compile(
    r"(?<![^\W_])(?:[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?[\d*x.]){6,12}|NL\d\d ?[A-Z]{4}(?![^\W_]))", re.I
)


def _iban_length(typed: str) -> int:
    """How many signs of `typed` are a rekeningnummer; 0 when none are."""
    signs = [at for at, sign in enumerate(typed) if sign.isalnum()]
    length = _IBAN_LENGTHS.get(typed[:2].upper(), len(signs) + 1)
    if length > len(signs):
        return 0
    bare = "".join(typed[at] for at in signs[:length]).upper()
    passes = int("".join(str(int(s, 36)) for s in bare[4:] + bare[:4])) % 97 == 1
    if passes or _NL_ACCOUNT.fullmatch(bare):
        return signs[length - 1] + 1
    return 0


def bsns(text: Text) -> Iterator[Found]:
    """Burgerservicenummers by the elfproef; near the word itself also when a digit is wrong."""
    for found in _NINE.finditer(text.plain):
        digits = re.sub(r"\D", "", found[0])
        is_named = _BSN_WORD.search(text.lower, max(0, found.start() - 40), found.end() + 20)
        if is_named or (len(digits) == 9 and _passes_elfproef(digits)):
            reason = "Dit is een burgerservicenummer."
            yield _sure(found.start(), found.end(), FindingKind.BSN, reason)
    for found in _BROKEN_OFF.finditer(text.plain):
        digits = re.sub(r"\D", "", found[0])
        if len(digits) == 9 and _passes_elfproef(digits):
            yield _sure(*found.span(), FindingKind.BSN, "Dit is een burgerservicenummer.")
    for found in re.finditer(
        r"(?:bsn|sofi)(?:nr|nummer)?[\s:.]{0,3}(\d(?:(?:[ .-]{0,2}|[ -]?\n ?)\d){7,8})", text.lower
    ):
        yield _sure(
            found.start(1), found.end(1), FindingKind.BSN, "Dit is een burgerservicenummer."
        )


def _passes_elfproef(digits: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


def phones(text: Text) -> Iterator[Found]:
    """Telephone numbers; see `public_numbers` for those that the whole country calls."""
    reason = "Dit is een telefoonnummer."
    for found in _PHONE.finditer(text.plain):
        digits = re.sub(r"\D", "", found[0])
        if re.match(_OF_A_COMPANY, digits):
            yield Found(*found.span(), FindingKind.TELEFOON, FindingCertainty.MOGELIJK, _COMPANY)
        elif not digits.startswith(_SERVICE[:4]) and not _OF_A_CASE.search(
            text.lower, max(0, found.start() - 30), found.start()
        ):
            yield _sure(found.start(), found.end(), FindingKind.TELEFOON, reason)
    for found in _NEAR_PHONE.finditer(text.lower):
        if not re.sub(r"\D", "", found[1]).startswith(_SERVICE):
            yield _sure(found.start(1), found.end(1), FindingKind.TELEFOON, reason)
    for found in _EXTENSION.finditer(text.lower):
        yield _sure(found.start(1), found.end(1), FindingKind.TELEFOON, reason)
    for found in _PART_OF_PHONE.finditer(text.lower):
        group = found.lastindex or 0
        yield _sure(found.start(group), found.end(group), FindingKind.TELEFOON, reason)
    for found in _SPOKEN.finditer(text.lower):
        yield _sure(found.start(), found.end(), FindingKind.TELEFOON, reason)


def _sure(start: int, end: int, kind: FindingKind, reason: str) -> Found:
    return Found(start, end, kind, _ZEKER, reason)

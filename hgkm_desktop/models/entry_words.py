"""The words that mean a kind, or 'niet gedaan', before a colon on the invoerregel."""

from __future__ import annotations

from hgkm_desktop.models.terms import EventKind, Occurrence

# Words that may be typed before a colon (or as the first word) for each kind, besides its label.
_KIND_WORDS = {
    EventKind.LIFE_EVENT: ("life event", "life", "levensgebeurtenis"),
    EventKind.SIGNAAL: ("signaal", "signalen", "zorg"),
    EventKind.ADVIES: ("advies", "adviesvraag"),
    EventKind.MELDING: ("melding", "zorgmelding"),
    EventKind.AANGIFTE: ("aangifte",),
    EventKind.INCIDENT: ("incident", "voorval"),
    EventKind.CONTACT: ("contact of gesprek", "contact", "gesprek", "huisbezoek"),
    EventKind.TAXATIE: (
        "taxatie of onderzoek",
        "taxatie",
        "onderzoek",
        "rihg",
        "veiligheidsbeoordeling",
    ),
    EventKind.PLAN: ("plan of afspraak", "plan", "afspraak", "veiligheidsplan"),
    EventKind.OVERDRACHT: ("overdracht", "opschalen", "afschalen"),
    EventKind.INTERVENTIE: ("interventie", "hulp", "huisverbod", "thv"),
    EventKind.BESLUIT: ("besluit",),
    EventKind.AFSTEMMING: ("afstemmingsmoment", "afstemming", "overleg", "actieoverleg"),
    EventKind.RISICOMOMENT: ("risicomoment", "risico"),
}
WORD_TO_KIND = {word: kind for kind, words in _KIND_WORDS.items() for word in words}
OCCURRENCE_WORDS = {
    "niet": Occurrence.NIET_GEDAAN,
    "niet gedaan": Occurrence.NIET_GEDAAN,
    "bestond niet": Occurrence.BESTOND_NIET,
    "bestond nog niet": Occurrence.BESTOND_NIET,
    "bestond hier nog niet": Occurrence.BESTOND_NIET,
}

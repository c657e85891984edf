"""A small exercise as TOML, and small changes to it."""

from __future__ import annotations

SMALL_EXERCISE = """
[casus]
code = "K7-2F"
titel = "Een kleine oefening"
organisaties = ["politie", "Veilig Thuis"]
t0 = "e1"

[betrokkene.moeder]
leeftijd = "27_44"

[gebeurtenis.e1]
soort = "incident"
titel = "Buren bellen"
wanneer = "3 mei 2023"
organisaties = ["politie"]

[gebeurtenis.e2]
soort = "melding"
titel = "Politie meldt"
wanneer = "mei 2023"
organisaties = ["politie", "Veilig Thuis"]

[oefening]
over = "Waar het over gaat."
voor_wie = "wijkagenten"
leerdoelen = ["Een doel."]
opening = "Welkom."
afsluiting = "Tot ziens."
vragen = ["Een laatste vraag?"]

[rol.wijkagent]
organisatie = "politie"
taak = "Een taak."

[rol.burgemeester]

[ronde.r1]
titel = "Het begin"
minuten = 15
inleiding = "Lees uw kaart."
gebeurtenissen = ["e1"]
vragen = ["Een vraag?"]

[[feit]]
ronde = "r1"
rollen = ["wijkagent"]
tekst = "Alleen de wijkagent weet dit."

[[feit]]
ronde = "r1"
gebeurtenis = "e1"

[beslispunt.d1]
ronde = "r1"
bij = "e1"
vraag = "Wat doet u?"
wat_er_gebeurde = "De politie meldde."
gebeurtenissen = ["e2"]
antwoord = "Dat kon."

[[beslispunt.d1.keuze]]
tekst = "Een huisverbod"
instrument = "THV"
opmerking = "Voor en tegen."

[tak.t1]
titel = "Zonder en met"
na = "e1"
zonder = "niet gebeld"
met = "wel gebeld"
vraag = "Wat is anders?"

[tak.t1.gebeurtenis_zonder.z1]
soort = "contact"
titel = "Niemand belt"
wanneer = "4 mei 2023"
betrokkene = ["moeder"]

[tak.t1.gebeurtenis_met.z1]
soort = "contact"
titel = "Iemand belt"
wanneer = "4 mei 2023"
"""


def small_exercise_with(old: str, new: str) -> str:
    """The small exercise with one piece of its text replaced; fails when that is not there."""
    assert SMALL_EXERCISE.count(old) == 1, f"{SMALL_EXERCISE.count(old)} times: {old}"
    return SMALL_EXERCISE.replace(old, new)

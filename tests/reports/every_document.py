"""Every document we make, of small, large and unpleasant cases: what all that checks PDFs takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.leaving import OF_STUDY
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.case import casusverslag, radertjes, verklaring
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.line.line_document import LineDocument, PaperSize
from hgkm_desktop.reports.line.line_pdf import write_line
from hgkm_desktop.reports.manual import key_sheet
from hgkm_desktop.reports.manual.manual import MANUALS, compose
from hgkm_desktop.reports.writing.pdf import write_pdf
from tests.builders import a_case_with
from tests.reports import full_exercise, full_leertafel, practice_year
from tests.reports.full_case import MADE_ON, a_full_case, document_of
from tests.reports.full_depth import with_depth
from tests.reports.full_figures import a_figure_set, kaart_of
from tests.reports.full_leertafel import EARLIER, FIRST, a_leertafel, blad_of
from tests.reports.full_study import study_document
from tests.reports.hostile_case import nasty_case
from tests.reports.lines import line_of
from tests.reports.many_figures import every_figure, with_pictures
from tests.reports.sixty_events import a_case_of_sixty
from tests.reports.story_rules import Written
from tests.reports.vernietigd import noted_of

SETTINGS = FileSettings(organisation="Gemeente Voorbeeldstad")


def the_example() -> Case:
    """The case that the program ships."""
    return read_case(resource("voorbeeld/casus.toml").read_text(encoding="utf-8"))


CASES: dict[str, Callable[[], Case]] = {
    "leeg": lambda: a_case_with(title=""),
    "klein": a_full_case,
    "voorbeeld": the_example,
    "verdiept": lambda: with_depth(the_example()),
    "vijandig-0": lambda: nasty_case(0),
    "vijandig-6": lambda: nasty_case(6),
}
HUGE: dict[str, Callable[[], Case]] = {
    "zestig": a_case_of_sixty,
    "vijandig-60": lambda: nasty_case(60),
    "vijandig-2000": lambda: nasty_case(2000),
}


def documents_of(case: Case) -> Iterator[tuple[str, Written]]:
    """Every kind of document of a case, by name."""
    yield "gespreksnotitie", document_of(case)
    yield "casusverslag", verslag_of(case)
    for paper in PaperSize:
        yield f"tijdlijn-{paper.value}", line_of(case, paper=paper)
    yield "radertjes", radertjes_of(case)
    yield "verklaring", verklaring.compose(noted_of(case), organisation=SETTINGS.organisation)


def documents_of_study() -> Iterator[tuple[str, Written]]:
    """The documents of a study, by name: of a full one and of an empty one."""
    for kind in OF_STUDY:
        yield kind.value, study_document(kind)
        yield f"{kind.value}-leeg", study_document(kind, Study("5" * 32, "T3-4V"), ())


def documents_of_leertafel() -> Iterator[tuple[str, Document]]:
    """The documents of a leertafel, by name: of a full one, and of one that was only planned."""
    blank = Leertafel("5" * 32, "T3-4V", cases=a_leertafel().cases)
    bare = a_case_with(id=FIRST, title="")
    yield DocumentKind.LEERTAFELBLAD.value, blad_of()
    yield f"{DocumentKind.LEERTAFELBLAD.value}-leeg", blad_of(blank, (bare,))
    yield DocumentKind.LEERTAFELVERSLAG.value, full_leertafel.verslag_of(earlier=(EARLIER,))
    yield f"{DocumentKind.LEERTAFELVERSLAG.value}-leeg", full_leertafel.verslag_of(blank, (bare,))


def documents_of_practice() -> Iterator[tuple[str, Document]]:
    """The documents of an invented year of zicht op de praktijk, by name, and of empty works."""
    talk, sample, told = (
        DocumentKind.GESPREKSVERSLAG,
        DocumentKind.WERKBLAD,
        DocumentKind.TERUGKOPPELING,
    )
    yield talk.value, practice_year.document_of(talk)
    yield f"{talk.value}-leeg", practice_year.document_of(talk, BoardTalk("1" * 32, "G9-9G"))
    for work in practice_year.the_works():
        if isinstance(work, Sample):
            name = f"{sample.value}-{work.question.value}"
            yield name, practice_year.document_of(sample, work)
    yield f"{sample.value}-leeg", practice_year.document_of(sample, Sample("2" * 32, "S9-9S"))
    yield told.value, practice_year.document_of(told)
    yield f"{told.value}-leeg", practice_year.document_of(told, Terugkoppeling("3" * 32, "D9-9D"))
    for state in CaseState:
        yield f"{DocumentKind.CIJFERKAART.value}-{state.value}", kaart_of(a_figure_set(state))
        name = f"{DocumentKind.CIJFERKAART.value}-naast-elkaar-{state.value}"
        yield name, kaart_of(with_pictures(state))
    yield f"{DocumentKind.CIJFERKAART.value}-alles", kaart_of(every_figure())
    yield DocumentKind.VERBETERACTIES.value, practice_year.list_of(practice_year.the_actions())


def documents_of_exercise() -> Iterator[tuple[str, Document]]:
    """The papers of an exercise, by name: of a full one, of one that was made of a case and may
    leave, of one with unpleasant texts in all of it, and of one that was only begun."""
    whole = full_exercise.an_exercise()
    named = {
        "": whole,
        "-uit-casus": full_exercise.deelbaar(replace(whole, library_id="", from_case_id="a" * 32)),
        "-vijandig": full_exercise.unpleasant(),
        "-leeg": Exercise("5" * 32, "T3-4V"),
    }
    for tail, exercise in named.items():
        for kind in full_exercise.KINDS:
            yield f"{kind.value}{tail}", full_exercise.paper_of(kind, exercise)
        playing = full_exercise.a_playing(exercise)
        yield f"speelverslag{tail}", full_exercise.verslag_of(playing, exercise)
    yield "speelverslag-los", full_exercise.verslag_of(Playing("6" * 32, "T3-5V"), None)


def documents_of_manuals() -> Iterator[tuple[str, Document]]:
    """The manuals and the sheet of keys that come with the program, by name."""
    for manual in MANUALS:
        yield manual.name, compose(manual)
    yield "toetsen", key_sheet.compose()


def verslag_of(case: Case) -> Document:
    """The casusverslag of a case, of an invented municipality, on a fixed day."""
    return casusverslag.compose(case, settings=SETTINGS, made_on=MADE_ON)


def radertjes_of(case: Case) -> Document:
    """The page of radertjes of a case, of an invented municipality, on a fixed day."""
    return radertjes.compose(case, settings=SETTINGS, made_on=MADE_ON)


def written(document: Written) -> bytes:
    """The document as PDF."""
    target = BytesIO()
    if isinstance(document, LineDocument):
        write_line(document, target)
    else:
        write_pdf(document, target)
    return target.getvalue()

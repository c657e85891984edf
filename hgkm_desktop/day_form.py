"""How a day is said: chosen by who looks, and going along with the work that is done for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class DayForm(StrEnum):
    """The forms in which a day can be said; what is no day, as a month or a season, has one."""

    VOLUIT = "voluit"
    KORT = "kort"
    CIJFERS = "cijfers"


# Work in another thread takes along what was chosen when it was asked for, as Background does; so
# one document says all its days alike, whatever is chosen while it is made.
_chosen: ContextVar[DayForm] = ContextVar("how a day is said", default=DayForm.VOLUIT)


def chosen_form() -> DayForm:
    """How a day is said in this work; in full where nobody chose."""
    return _chosen.get()


@contextmanager
def saying(form: DayForm) -> Iterator[None]:
    """Say days so for a while, and then as before."""
    before = _chosen.set(form)
    try:
        yield
    finally:
        _chosen.reset(before)


def choose_form(form: DayForm) -> None:
    """From here on, in this work, say days so."""
    _chosen.set(form)

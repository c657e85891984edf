"""Known errors: what happened, what is safe and what to do next, in Dutch for the user."""


class HgkmError(Exception):
    """A situation we know. `what` happened, `safe` is what is not lost, `todo` is the next step.

    Everything that is raised and is not an HgkmError is a bug in the program.
    The texts never hold anything a user typed about a case.
    """

    def __init__(self, what: str, *, safe: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.todo = todo

    @property
    def sentence(self) -> str:
        """The three parts as one text, for a message or a log line."""
        return " ".join(part for part in (self.what, self.safe, self.todo) if part)


class BadInput(HgkmError):
    """Something typed cannot be understood or cannot be true; nothing was changed."""


class MissingResource(HgkmError):
    """A file that belongs to the program itself is not there."""

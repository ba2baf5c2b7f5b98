"""What can go wrong: one base class, one class a cause; each message says which input, what is wrong and what to do."""

from __future__ import annotations


class RashomonError(Exception):
    """Anything this program reports as an error."""


class InputError(RashomonError):
    """One input could not be read; the others can. `origin` names it."""

    def __init__(self, origin: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{origin}: {wrong}; {remedy}")
        self.origin = origin
        self.wrong = wrong
        self.remedy = remedy


class MissingInput(InputError):
    """There is no such file or folder, or it may not be opened."""


class EmptyInput(InputError):
    """The input holds no text."""


class BinaryInput(InputError):
    """The input is not text."""


class UndecodableInput(InputError):
    """The input's bytes are no text in any encoding that could be told."""


class TooLongInput(InputError):
    """The input is longer than one article can be."""


class NotEnglishInput(InputError):
    """The input is in another language."""


class BrokenPage(InputError):
    """The page has no article in it."""


class NoArticles(InputError):
    """The folder holds nothing that can be read."""


class UnsupportedInput(InputError):
    """This kind of input cannot be read."""


class MissingWeights(RashomonError):
    """The learned reader was asked for, and its weights are not installed, or are those of another version."""

    def __init__(self) -> None:
        super().__init__(
            "the learned reader's weights are missing or of another version; install Rashomon anew, or read with --reader rules"
        )


class SomeInputsFailed(RashomonError):
    """Raised after all inputs were tried; `failures` holds an error for each that could not be read."""

    def __init__(self, failures: list[InputError]) -> None:
        super().__init__("\n".join(str(failure) for failure in failures))
        self.failures = failures


class TableError(RashomonError):
    """A row of a table of knowledge is malformed; the message names file and row."""


class CaseError(RashomonError):
    """The case file cannot be opened, or what was asked for is not in it."""


class AliasError(RashomonError):
    """An alias table can't be used; the message names the table, the row (counted from 1), what is wrong and what to do."""

    def __init__(self, origin: str, row: int | None, wrong: str, remedy: str) -> None:
        super().__init__(f"{origin}{f', row {row}' if row is not None else ''}: {wrong}; {remedy}")
        self.origin = origin
        self.row = row

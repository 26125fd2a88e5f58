"""The errors a person has to mend: each says what, where, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: How many characters of a cell an error message quotes before it only hints at the rest.
CELL_SHOWN = 40
#: How many problems an error message lists before it only counts the rest.
PROBLEMS_SHOWN = 20
#: What stands for a blank at the beginning or the end of a quoted cell, where nobody would see it.
OPEN_BOX = "\N{OPEN BOX}"


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, such as “1 row” or “2 rows”."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def shortened(cell: object) -> str:
    """Return a cell as a message quotes it: on one line, not at length, blanks at its ends shown.

    Examples
    --------
    >>> shortened("a  cell of two  lines ")
    'a cell of two lines␣'
    """
    text = str(cell)
    line = unprintable(" ".join(text.split()))
    line = line if len(line) <= CELL_SHOWN else line[: CELL_SHOWN - 1].rstrip() + "…"
    ends = (end.isspace() and end not in "\r\n" for end in (text[:1], text[-1:]))
    before, after = (OPEN_BOX if blank else "" for blank in ends)
    return f"{before}{line}{after}" if line else before


def unprintable(words: str, instead: str = "\N{REPLACEMENT CHARACTER}") -> str:
    r"""Return words with a sign for what would break a terminal, or the sentence around it.

    Examples
    --------
    >>> unprintable("a file\x1b[31m")
    'a file�[31m'
    """
    if words.isprintable():
        return words
    # Blanks that are no usual ones stay, and so do the ends of lines.
    return "".join(
        each if each.isprintable() or each in "\n\u00a0\u202f" else instead for each in words
    )


class Worded(str):
    """Words in English that know what other languages say for them.

    Parameters
    ----------
    said : mapping of str to str
        The words by language.
    """

    said: dict[str, str]

    def __new__(cls, said: Mapping[str, str]) -> Worded:
        """Take the English words as the text itself."""
        words = super().__new__(cls, said["en"])
        words.said = dict(said)
        return words

    def __getnewargs__(self) -> tuple[Mapping[str, str]]:  # type: ignore[override]
        """Survive the way back from a worker process."""
        return (self.said,)

    def by(self, language: str) -> str:
        """Return what a language says; what it says not is said in English."""
        return self.said.get(language, str(self))


def in_language(words: str, language: str) -> str:
    """Return words in a language, or as they are if they know no other."""
    return words.by(language) if isinstance(words, Worded) else words


class BriefingError(Exception):
    """Base of all errors that are told in plain words, without a traceback.

    Parameters
    ----------
    said : str or mapping of str to str
        What is wrong: in English, or by language.

    Attributes
    ----------
    exit_code : int
        What the command line, which speaks English, exits with.
    language : str
        The language in which a notebook's cell tells every error: that of the page opened last.
    """

    exit_code = 1
    language = "vi"

    def __init__(self, said: str | Mapping[str, str]) -> None:
        by_language = {"en": said} if isinstance(said, str) else said
        self.said = {code: unprintable(words) for code, words in by_language.items()}
        super().__init__(self.said["en"])

    def _render_traceback_(self) -> list[str]:
        """Return the lines that IPython shows in the place of a traceback."""
        return self.said.get(BriefingError.language, self.said["en"]).splitlines()


class ParameterError(BriefingError):
    """A parameter of a briefing is unknown or has a value that cannot be used."""

    exit_code = 2


class MissingMessageError(BriefingError):
    """A sentence or a value in it is missing from a language file."""


class MapError(BriefingError):
    """A map would be drawn without a part of the country."""


class UntoldError(BriefingError):
    """A number was to be told of which nothing says where it comes from."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in the data package.

    Parameters
    ----------
    file : str
        The file's name in the data folder.
    row : int
        The row in the file as a spreadsheet counts it (the header is row 1); 0 for the whole file.
    column : str
        The column's name; empty for the whole row.
    fault : str
        What is wrong; :class:`Worded` if other languages say it too.
    cure : str
        What to do about it; as the fault.
    """

    file: str
    row: int
    column: str
    fault: str
    cure: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        place = self.file
        place += f", row {self.row}" if self.row else ""
        place += f", column {self.column}" if self.column else ""
        return " ".join(f"{place}: {self.fault} ({self.cure})".split())


@dataclass(frozen=True, order=True)
class ToFill(Problem):
    """A cell of the data package that is still to be filled in.

    Parameters
    ----------
    year : int
        The first reporting year whose briefing waits for the cell; 0 if every briefing does.
    scope : str
        The place that its row speaks of, such as a province's id; empty if of none.
    """

    year: int
    scope: str = ""


class DataError(BriefingError):
    """The data package is not fit for a briefing.

    Parameters
    ----------
    said : mapping of str to str
        What is wrong, by language; see :func:`helpers.words.refusals.unfit`.
    problems : list of Problem
        What is wrong, in the order of the files.
    to_fill : sequence of ToFill
        The cells still to be filled in, in the order of the files.

    Attributes
    ----------
    where : str
        Where the problems are: the variant of a sentence.
    """

    where = "data"

    def __init__(
        self, said: Mapping[str, str], problems: list[Problem], to_fill: Sequence[ToFill] = ()
    ) -> None:
        self.problems, self.to_fill = problems, to_fill
        super().__init__(said)

    def __reduce__(self) -> tuple[type[DataError], tuple[object, ...]]:
        """Survive the way back from a worker process."""
        return type(self), (self.said, self.problems, self.to_fill)


class ImportRefusedError(DataError):
    """A file is not fit to be added to the data; nothing of it was written.

    Its problems name the file, and row and column as the file has them.
    """

    where = "file"


class ChapterError(BriefingError):
    """A cell of a chapter failed.

    Parameters
    ----------
    chapter : str
        The notebook's name.
    cell : int
        The cell's place in the notebook as a reader counts it, from 1; 0 if no cell ran.
    error : str or mapping of str to str
        What it failed of, on one line: the error's name and text, or words by language.
    notebook : str
        Where the executed notebook lies.
    said : mapping of str to str
        All of it, by language; see :func:`helpers.words.refusals.failed_chapter`.
    """

    def __init__(
        self,
        chapter: str,
        cell: int,
        error: str | Mapping[str, str],
        notebook: str,
        said: Mapping[str, str],
    ) -> None:
        self.chapter, self.cell, self.error, self.notebook = chapter, cell, error, notebook
        super().__init__(said)

    def __reduce__(self) -> tuple[type[ChapterError], tuple[object, ...]]:
        """Survive the way back from a worker process."""
        return type(self), (self.chapter, self.cell, self.error, self.notebook, self.said)


class PrinterMissingError(BriefingError):
    """There is nothing to print a page with."""


class PrintError(BriefingError):
    """Something of a page would be missing on paper."""


class OrphanNumberError(BriefingError):
    """A page states numbers that lead to no source.

    Parameters
    ----------
    numbers : list of str
        Each number with the sentence it stands in and its chapter.
    """

    def __init__(self, numbers: list[str]) -> None:
        self.numbers = numbers
        lines = numbers[:PROBLEMS_SHOWN]
        if len(numbers) > len(lines):
            lines = [*lines, f"... and {len(numbers) - len(lines)} more"]
        head = "numbers that are not proven:"
        super().__init__("\n".join([head, *lines]))

    def __reduce__(self) -> tuple[type[OrphanNumberError], tuple[list[str]]]:
        """Survive the way back from a worker process."""
        return type(self), (self.numbers,)

"""A file from elsewhere, before anything of it is understood: what it is, and that it is no trap.

A workbook is a zip of XML, and a few bytes of it can unfold to more than any memory holds. So what
it unfolds to is counted first, by the readers of zip and XML that Python has; only then is it read.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NoReturn
from xml.parsers import expat

from helpers.exceptions import BriefingError, shortened
from helpers.words.refusals import Named, said

#: How large a file may be, and what its parts unfold to, in bytes; ours have a hundredth of it.
MOST_BYTES, MOST_UNFOLDED = 20_000_000, 60_000_000
#: How many cells a file may have, how many places between the first and the last of a sheet, how
#: many rows a sheet, and how many characters all cells together.
MOST_CELLS, MOST_PLACES, MOST_ROWS, MOST_TEXT = 100_000, 1_000_000, 20_000, 50_000_000
#: How many elements all parts of a workbook may have.
_MOST_ELEMENTS = 1_000_000
_MOST_PARTS = 1000
#: How the two kinds of workbooks begin: a zip, and the older container.
ZIP, OLDER = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: The part that makes a zip a workbook that we read: of Excel, and of the open document format.
_BOOKS = {"xl/workbook.xml", "content.xml"}
#: The book of Excel's binary kind, which other readers would prefer.
_BINARY_BOOK = "workbook.bin"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: How a cell of words begins in an older workbook.
_OLD_WORDS, _MOST_OLD_WORDS = b"\xfd\x00\x0a\x00", 10_000
#: How any XML may begin, in the encodings that its readers know.
_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0<")
_NAMED_XML = (".xml", ".rels")
#: What the part of a sheet holds, whatever it is called.
_CELLS = b"sheetData"
#: A local header of a zip: its length, and where in it the lengths of what follows stand.
_LOCAL = 30
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
#: Elements that are as many cells as their range has.
_RANGES = {"mergeCell", "hyperlink"}
_IN_KILO = 1_000_000


class UnreadableFileError(BriefingError):
    """A file holds no table that can be read."""


def unreadable(file: str, why: str, **values: Named) -> UnreadableFileError:
    """Return the error of a file that cannot be read.

    Parameters
    ----------
    file : str
        Its name.
    why : str
        A variant of the message ``import-unread``.
    **values : str or int
        What the variant names.
    """
    named: dict[str, Named] = {"most": "", "line": "", "fault": "", **values}
    known = {"file": file, "formats": "UTF-8", "wide": "UTF-16"}
    return UnreadableFileError(said("import-unread", why=why, **known, **named))


def content(path: Path) -> bytes:
    """Return what a file holds.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    UnreadableFileError
        If there is none, or it is a folder, a pipe or another thing that never ends; if it is
        empty or too large.
    """
    try:
        found = path.stat()
        kind = _not_a_file(found.st_mode) or ("" if found.st_size else "empty")
        if kind:
            raise unreadable(path.name, kind)
        if found.st_size > MOST_BYTES:
            raise unreadable(path.name, "large", most=MOST_BYTES // _IN_KILO)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise unreadable(str(path), "missing") from error
    except OSError as error:
        raise unreadable(path.name, "denied", fault=(error.strerror or "").lower()) from error


def _not_a_file(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "folder"
    return "" if stat.S_ISREG(mode) else "special"


def is_workbook(held: bytes) -> bool:
    """Say whether a file's first bytes are those of a workbook, or of another such container."""
    return held.startswith((ZIP, OLDER))


def require_harmless(file: str, held: bytes) -> None:
    """Require that a workbook unfolds to no more than a workbook holds.

    Parameters
    ----------
    file : str
        Its name.
    held : bytes
        What the file holds.

    Raises
    ------
    UnreadableFileError
        If it is locked by a password; if its parts would lead out of it, are not what they say, or
        unfold to more than fits; if it declares a type of document, by which XML names other files
        and multiplies itself; if it has more cells than a workbook of ours ever has.
    """
    if held.startswith(OLDER):
        if _ENCRYPTED in held:
            raise unreadable(file, "password")
        if held.count(_OLD_WORDS) > _MOST_OLD_WORDS:
            raise unreadable(file, "cells", most=_MOST_OLD_WORDS)
        return
    inside = _Inside(file)
    for name, part in _parts(file, held):
        if part.startswith(_XML) or name.endswith(_NAMED_XML) or _CELLS in part:
            inside.count(name, part)


def _parts(file: str, held: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a zip, unfolded: each as long as the zip says, or it is none."""
    try:
        listed = zipfile.ZipFile(io.BytesIO(held)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise unreadable(file, "workbook") from error
    names = [each.filename for each in listed]
    _require_names(file, names)
    if any(each.flag_bits & 1 for each in listed):
        raise unreadable(file, "password")
    if sum(each.file_size for each in listed) > MOST_UNFOLDED:
        raise unreadable(file, "bomb", most=MOST_UNFOLDED // _IN_KILO)
    for each in listed:
        yield each.filename, _unfolded(file, held, each)


def _require_names(file: str, names: list[str]) -> None:
    away = [name for name in names if ".." in PurePosixPath(name).parts or name.startswith("/")
            or "\\" in name or ":" in name]  # fmt: skip
    if away:
        raise unreadable(file, "names", fault=shortened(away[0]))
    doubled = len({name.lower() for name in names}) < len(names)
    binary = any(PurePosixPath(name).name.lower() == _BINARY_BOOK for name in names)
    if doubled or binary or len(names) > _MOST_PARTS or not _BOOKS & set(names):
        raise unreadable(file, "workbook")


def _unfolded(file: str, held: bytes, part: zipfile.ZipInfo) -> bytes:
    """Return a part, which Python's own reader would cut where the zip says that it ends."""
    start = part.header_offset
    lengths = held[start + _LOCAL - 4 : start + _LOCAL]
    start += _LOCAL + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    folded = held[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED and len(folded) == part.file_size:
        return folded
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = reader.decompress(folded, part.file_size + 1)
    except zlib.error as error:
        raise unreadable(file, "workbook") from error
    if part.compress_type != zipfile.ZIP_DEFLATED or len(found) != part.file_size or not reader.eof:
        raise unreadable(file, "workbook")
    return found


@dataclass
class _Sheet:
    """How far the cells of a part of a workbook reach."""

    row: int = 0
    column: int = 0
    height: int = 0
    width: int = 0
    #: Over how many rows the present row of an open document goes.
    rows: int = 1


@dataclass
class _Inside:
    """Counts what the parts of a workbook unfold to, and stops at the first that is too much."""

    file: str
    elements: int = 0
    cells: int = 0
    longest: int = 0
    _text: int = 0
    _sheet: _Sheet = field(default_factory=_Sheet)

    def count(self, name: str, part: bytes) -> None:
        """Count a part."""
        self._sheet = _Sheet()
        reader = expat.ParserCreate(namespace_separator=" ")
        reader.StartDoctypeDeclHandler = self._declared
        reader.StartElementHandler = self._begun
        reader.EndElementHandler = self._ended
        reader.CharacterDataHandler = self._said
        try:
            reader.Parse(part, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            # Drawings of old are no sound XML, and nobody reads them.
            if not name.endswith(".vml"):
                raise unreadable(self.file, "workbook") from error
        self._require(self.cells * self.longest <= MOST_TEXT, MOST_TEXT)

    def _declared(self, *_: object) -> NoReturn:
        raise unreadable(self.file, "entities")

    def _require(self, holds: bool, most: int) -> None:
        if not holds:
            raise unreadable(self.file, "cells", most=most)

    def _said(self, words: str) -> None:
        self._text += len(words)

    def _ended(self, name: str) -> None:
        # A text that many cells share, or one that is repeated.
        if name.rpartition(" ")[2] in ("si", "table-cell"):
            self.longest = max(self.longest, self._text)
            self._text = 0

    def _begun(self, name: str, given: dict[str, str]) -> None:
        self.elements += 1
        self._require(self.elements <= _MOST_ELEMENTS, _MOST_ELEMENTS)
        local = name.rpartition(" ")[2]
        if local in ("si", "table-cell"):
            self._text = 0
        if local == "row":
            self._sheet.row = _number(given.get("r", ""), self._sheet.row + 1)
            self._sheet.column = 0
        elif local == "c":
            self._cell(given.get("r", ""))
        elif local in _RANGES:
            self._range(given.get("ref", ""))
        elif local in ("table", "table-row", "table-cell", "covered-table-cell"):
            self._open_document(local, {key.rpartition(" ")[2]: each
                                        for key, each in given.items()})  # fmt: skip

    def _cell(self, place: str) -> None:
        sheet = self._sheet
        sheet.column += 1
        if found := _PLACE.fullmatch(place):
            sheet.column, sheet.row = _column(found[1]), int(found[2])
        self._there(1, sheet.row, sheet.column)

    def _range(self, place: str) -> None:
        ends = [_PLACE.fullmatch(each) for each in place.split(":")]
        corners = [(_column(each[1]), int(each[2])) for each in ends if each]
        if corners:
            across, down = zip(*corners, strict=True)
            width, height = max(across) - min(across) + 1, max(down) - min(down) + 1
            self._there(width * height, max(down), max(across))

    def _open_document(self, local: str, given: dict[str, str]) -> None:
        """Count a cell as often as it is repeated, if there is anything in it."""
        sheet = self._sheet
        if local == "table":
            self._sheet = _Sheet()
        elif local == "table-row":
            sheet.row, sheet.column = sheet.row + sheet.rows, 0
            sheet.rows = _number(given.get("number-rows-repeated", ""), 1)
        else:
            times = _number(given.get("number-columns-repeated", ""), 1)
            sheet.column += times
            if "value-type" in given or "formula" in given:
                last = sheet.row + sheet.rows - 1
                self._there(times * sheet.rows, last, sheet.column)

    def _there(self, cells: int, row: int, column: int) -> None:
        sheet = self._sheet
        self.cells += cells
        sheet.height, sheet.width = max(sheet.height, row), max(sheet.width, column)
        self._require(self.cells <= MOST_CELLS, MOST_CELLS)
        self._require(sheet.height <= MOST_ROWS, MOST_ROWS)
        self._require(sheet.height * sheet.width <= MOST_PLACES, MOST_PLACES)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _number(stated: str, otherwise: int) -> int:
    return int(stated) if stated.isdecimal() and len(stated) < 9 else otherwise

"""Damage to the files of a data folder, by kind: what editors, programs, disks and people do."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.store.descriptor import DESCRIPTOR, resources

Rows = list[list[str]]

#: What stands in the place of a file's content where there is none, or a folder.
MISSING, FOLDER = None, "folder"
#: So many rows are more than a table of ours ever has.
MANY = 200_000
_NUMBERS = {"number", "integer", "year"}
_MEASURES = {"number", "integer"}


@dataclass(frozen=True)
class Damage:
    """A file as it is after something happened to it.

    Parameters
    ----------
    kind : str
        What happened, as the table in ``data/README.md`` calls it.
    what : str
        Which way of it.
    file : str
        The file's name.
    content : bytes or str or None
        What it holds; :data:`MISSING` or :data:`FOLDER` where it is none.
    """

    kind: str
    what: str
    file: str
    content: bytes | str | None


def as_csv(rows: Rows, separator: str = ",", end: str = "\n") -> bytes:
    """Return rows as a file."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=end).writerows(rows)
    return stream.getvalue().encode()


def rows_of(path: Path) -> Rows:
    """Return the rows of a file of ours, its header among them."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def _many(rows: Rows) -> bytes:
    return as_csv(rows) + as_csv(rows[-1:]) * (MANY - len(rows))


def _long(rows: Rows) -> bytes:
    return as_csv(rows)[:-1] + b"x" * 10_000_000 + b"\n"


def _swapped(rows: Rows) -> Rows:
    return [[row[1], row[0], *row[2:]] for row in rows]


def _headed(change: Callable[[list[str]], list[str]]) -> Callable[[Rows], bytes]:
    return lambda rows: as_csv([change(rows[0]), *rows[1:]])


def _in_the_last_row(change: Callable[[str], str]) -> Callable[[Rows], bytes]:
    return lambda rows: as_csv([*rows[:-1], [change(rows[-1][0]), *rows[-1][1:]]])


def _cut_quote(rows: Rows) -> bytes:
    lines = as_csv(rows).decode().splitlines(keepends=True)
    lines[1] = '"' + lines[1]
    return "".join(lines).encode()


def _without_last(rows: Rows) -> Rows:
    """Rows without their last column."""
    return [row[:-1] for row in rows]


def _with_again(rows: Rows) -> Rows:
    return [[*row, row[-1]] for row in rows]


#: What happens to the whole of a table's file: kind, which way, and how it is then.
WHOLE: tuple[tuple[str, str, Callable[[Rows], bytes | str | None]], ...] = (
    ("program", "semicolons", lambda rows: as_csv(rows, ";", "\r\n")),
    ("program", "tabs", lambda rows: as_csv(rows, "\t")),
    ("program", "sep=;", lambda rows: b"sep=;\r\n" + as_csv(rows, ";", "\r\n")),
    ("program", "sep=,", lambda rows: b"sep=,\n" + as_csv(rows)),
    ("program", "sep= by tab", lambda rows: b"sep=\t\n" + as_csv(rows, "\t")),
    ("program", "a byte-order mark", lambda rows: b"\xef\xbb\xbf" + as_csv(rows)),
    ("program", "line ends of Windows", lambda rows: as_csv(rows, end="\r\n")),
    ("program", "empty rows at the end", lambda rows: as_csv(rows) + b",,\n,,\n"),
    ("program", "empty columns", lambda rows: as_csv([[*row, "", ""] for row in rows])),
    ("program", "line ends of an old Mac", lambda rows: as_csv(rows, end="\r")),
    ("bytes", "UTF-16", lambda rows: as_csv(rows).decode().encode("utf-16")),
    ("bytes", "UTF-16 without a mark", lambda rows: as_csv(rows).decode().encode("utf-16-le")),
    ("bytes", "junk", lambda rows: bytes(range(256)) * 20),
    ("bytes", "a picture", lambda rows: b"\x89PNG\r\n\x1a\n" + b"\0" * 400),
    ("bytes", "zeros", lambda rows: b"\0" * 4096),
    ("bytes", "NUL at the end", lambda rows: as_csv(rows) + b"\0"),
    ("bytes", "NUL in the last row", lambda rows: as_csv(rows)[:-1] + b"\0\n"),
    ("bytes", "NUL after the last row", lambda rows: as_csv(rows) + b"\0\n"),
    ("bytes", "a form feed in a row", _in_the_last_row(lambda cell: cell[:1] + "\f" + cell[1:])),
    ("bytes", "U+2028 in a row", _in_the_last_row(lambda cell: cell[:1] + "\u2028" + cell[1:])),
    ("no file", "missing", lambda rows: MISSING),
    ("no file", "empty", lambda rows: b""),
    ("no file", "blanks", lambda rows: b" \n \n"),
    ("no file", "a folder", lambda rows: FOLDER),
    ("size", "a cell of 10 MB", _long),
    ("size", "200,000 rows", _many),
    ("headings", "missing", lambda rows: as_csv(rows[1:])),
    ("headings", "twice", lambda rows: as_csv([rows[0], *rows])),
    ("headings", "again at the end", lambda rows: as_csv([*rows, rows[0]])),
    ("headings", "with blanks", _headed(lambda names: [f" {name} " for name in names])),
    ("headings", "with a blank", _headed(lambda names: [*names[:-1], f"{names[-1]} "])),
    ("headings", "in capitals", _headed(lambda names: [name.upper() for name in names])),
    ("headings", "one renamed", _headed(lambda names: ["ma", *names[1:]])),
    ("headings", "one empty", _headed(lambda names: ["", *names[1:]])),
    ("headings", "one twice", _headed(lambda names: [names[0], names[0], *names[2:]])),
    ("headings", "a column lost", lambda rows: as_csv(_without_last(rows))),
    ("headings", "a column twice", lambda rows: as_csv(_with_again(rows))),
    ("headings", "two columns exchanged", lambda rows: as_csv(_swapped(rows))),
    ("rows lost", "the last", lambda rows: as_csv(rows[:-1])),
    ("rows lost", "the first", lambda rows: as_csv([rows[0], *rows[2:]])),
    ("rows lost", "the second half", lambda rows: as_csv(rows[: 1 + len(rows) // 2])),
    ("rows lost", "all", lambda rows: as_csv(rows[:1])),
    ("rows lost", "one in the middle", lambda rows: as_csv(_but(rows, 1 + len(rows) // 2))),
    ("cut off", "in the last line", lambda rows: as_csv(rows)[:-2]),
    ("cut off", "in the middle", lambda rows: as_csv(rows)[: len(as_csv(rows)) // 2]),
    ("cut off", "a row", lambda rows: as_csv([*rows[:-1], rows[-1][:1]])),
    ("cut off", "a quote that stays open", _cut_quote),
    ("rows", "the last twice", lambda rows: as_csv([*rows, rows[-1]])),
    ("rows", "all twice", lambda rows: as_csv([*rows, *rows[1:]])),
    ("rows", "a cell too many", lambda rows: as_csv([*rows[:-1], [*rows[-1], "7"]])),
    (
        "rows",
        "an empty row between",
        lambda rows: as_csv([rows[0], [""] * len(rows[0]), *rows[1:]]),
    ),
    ("rows", "in another order", lambda rows: as_csv([rows[0], *reversed(rows[1:])])),
)


def _but(rows: Rows, place: int) -> Rows:
    place = min(place, len(rows) - 1)
    return [*rows[:place], *rows[place + 1 :]]


def _grouped(cell: str) -> str:
    return f"{cell[:1]}.{(cell[1:] + '000')[:3]}.000"


def leading(cell: str) -> str:
    """Another first digit that is not nothing."""
    place = next(place for place, each in enumerate(cell) if each in "123456789")
    return cell[:place] + str(int(cell[place]) % 9 + 1) + cell[place + 1 :]


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _wide(cell: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if each.isdigit() else each for each in cell)


#: What happens to a number.
NUMBER: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("written otherwise", "a no-break blank", lambda cell: cell[:1] + "\u00a0" + cell[1:]),
    ("written otherwise", "a blank before", lambda cell: " " + cell),
    ("written otherwise", "fullwidth digits", _wide),
    ("written otherwise", "Arabic digits", lambda cell: chr(0x660 + int(cell[-1])) + cell),
    ("written otherwise", "an underscore", lambda cell: cell[:1] + "_" + cell[1:]),
    ("written otherwise", "thousands", _grouped),
    ("written otherwise", "an exponent", lambda cell: f"{float(cell):e}"),
    ("written otherwise", "a unit", lambda cell: cell + "%"),
    ("no number", "inf", lambda cell: "inf"),
    ("no number", "-inf", lambda cell: "-INF"),
    ("no number", "nan", lambda cell: "nan"),
    ("no number", "a formula's error", lambda cell: "#N/A"),
    ("no number", "an overflow", lambda cell: "9" * 400),
    ("no number", "more than 64 bits", lambda cell: "9" * 20),
    ("no number", "a large exponent", lambda cell: "1e999"),
    ("another figure", "its first digit", leading),
    ("another figure", "ten times", lambda cell: _plain(float(cell) * 10)),
    ("another figure", "a tenth", lambda cell: _plain(float(cell) / 10)),
    ("another figure", "one more", lambda cell: _plain(float(cell) + 1)),
    ("another figure", "one less", lambda cell: _plain(float(cell) - 1)),
    ("another figure", "nothing", lambda cell: ""),
)
#: What happens to words, days and references.
WORDS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("other words", "a letter lost", lambda cell: cell[:-1]),
    ("other words", "a letter twice", lambda cell: cell + cell[-1]),
    ("other words", "nothing", lambda cell: ""),
    ("other words", "a day of long ago", lambda cell: "0001-01-01"),
    ("other words", "fullwidth digits", lambda cell: _wide(cell) if _wide(cell) != cell else "１"),
)


def of_tables(folder: Path, seed: int = 20, each: int = 1) -> Iterator[Damage]:
    """Yield damage to every table of a folder: the whole file, then some of its cells.

    Parameters
    ----------
    folder : Path
        The data folder.
    seed : int
        What decides which cells are damaged.
    each : int
        How many cells of a table are damaged each way.
    """
    drawn = random.Random(seed)
    for resource in resources(folder):
        name, rows = resource["path"], rows_of(folder / resource["path"])
        for kind, what, change in WHOLE:
            content = change(rows)
            if content != as_csv(rows):  # Of a single row the second half is nothing.
                yield Damage(kind, what, name, content)
        types = [field["type"] for field in resource["schema"]["fields"]]
        numbers = [
            (row, column)
            for row in range(1, len(rows))
            for column, kind in enumerate(types)
            if kind in _MEASURES and rows[row][column].strip("0.")
        ]
        others = [
            (row, column)
            for row in range(1, len(rows))
            for column, kind in enumerate(types)
            if kind not in _MEASURES and rows[row][column]
        ]
        for places, ways in ((numbers, NUMBER), (others, WORDS)):
            for kind, what, change in ways if places else ():
                for row, column in drawn.sample(places, min(each, len(places))):
                    changed = [list(cells) for cells in rows]
                    changed[row][column] = change(rows[row][column])
                    if changed != rows:
                        yield Damage(kind, what, name, as_csv(changed))


def _edited(change: Callable[[dict], object]) -> Callable[[bytes], bytes]:
    """A descriptor after a change to what it says."""

    def edit(content: bytes) -> bytes:
        described = json.loads(content)
        changed = change(described)
        return json.dumps(described if changed is None else changed).encode()

    return edit


def _first(described: dict) -> dict:
    return described["resources"][0]


def _field(described: dict) -> dict:
    return _first(described)["schema"]["fields"][0]


#: What happens to the descriptor.
DESCRIBED: tuple[tuple[str, Callable[[bytes], bytes | str | None]], ...] = (
    ("missing", lambda content: MISSING),
    ("a folder", lambda content: FOLDER),
    ("empty", lambda content: b""),
    ("junk", lambda content: bytes(range(256))),
    ("cut off", lambda content: content[: len(content) // 2]),
    ("UTF-16", lambda content: content.decode().encode("utf-16")),
    ("a list", lambda content: b"[]"),
    ("null", lambda content: b"null"),
    ("a number", lambda content: b"7"),
    ("nothing in it", lambda content: b"{}"),
    ("deep", lambda content: b"[" * 100_000),
    ("no tables", _edited(lambda all_: all_.update(resources=[]))),
    ("tables by name", _edited(lambda all_: all_.update(resources={"a": 1}))),
    ("tables of numbers", _edited(lambda all_: all_.update(resources=[1]))),
    ("a table of null", _edited(lambda all_: all_["resources"].append(None))),
    ("a table lost", _edited(lambda all_: all_["resources"].pop())),
    ("the first table lost", _edited(lambda all_: all_["resources"].pop(0))),
    ("a table twice", _edited(lambda all_: all_["resources"].append(_first(all_)))),
    ("a table more", _edited(lambda all_: all_["resources"].append({**_first(all_), "name": "x"}))),
    ("a name lost", _edited(lambda all_: _first(all_).pop("name") and None)),
    ("a name changed", _edited(lambda all_: _first(all_).update(name="nguon"))),
    ("a path lost", _edited(lambda all_: _first(all_).pop("path") and None)),
    ("a path out", _edited(lambda all_: _first(all_).update(path="../sources.csv"))),
    ("a path of a list", _edited(lambda all_: _first(all_).update(path=["a", "b"]))),
    ("a schema lost", _edited(lambda all_: _first(all_).pop("schema") and None)),
    ("a schema of a list", _edited(lambda all_: _first(all_).update(schema=[]))),
    ("columns lost", _edited(lambda all_: _first(all_)["schema"].pop("fields") and None)),
    ("no columns", _edited(lambda all_: _first(all_)["schema"].update(fields=[]))),
    ("columns of text", _edited(lambda all_: _first(all_)["schema"].update(fields=["a"]))),
    ("a column lost", _edited(lambda all_: _first(all_)["schema"]["fields"].pop() and None)),
    ("a column's name lost", _edited(lambda all_: _field(all_).pop("name") and None)),
    ("a column renamed", _edited(lambda all_: _field(all_).update(name="nguon"))),
    ("a column's type lost", _edited(lambda all_: _field(all_).pop("type") and None)),
    ("an unknown type", _edited(lambda all_: _field(all_).update(type="numbr"))),
    ("a type of a list", _edited(lambda all_: _field(all_).update(type=[]))),
    ("another type", _edited(lambda all_: _field(all_).update(type="integer"))),
    ("no description", _edited(lambda all_: _field(all_).pop("description") and None)),
    ("a broken pattern", _edited(lambda all_: _field(all_)["constraints"].update(pattern="("))),
    ("a pattern of a number", _edited(lambda all_: _field(all_)["constraints"].update(pattern=7))),
    ("rules of a list", _edited(lambda all_: _field(all_).update(constraints=[]))),
    ("an enum of text", _edited(lambda all_: _field(all_)["constraints"].update(enum="a"))),
    ("a key lost", _edited(lambda all_: _first(all_)["schema"].pop("primaryKey") and None)),
    ("a key of nothing", _edited(lambda all_: _first(all_)["schema"].update(primaryKey=["x"]))),
    ("a key of a number", _edited(lambda all_: _first(all_)["schema"].update(primaryKey=7))),
    ("references of text", _edited(lambda all_: _first(all_)["schema"].update(foreignKeys="x"))),
    ("a reference to nothing", _edited(lambda all_: _first(all_)["schema"].update(foreignKeys=[
        {"fields": ["source"], "reference": {"resource": "x", "fields": ["y"]}}]))),
    ("marks of nothing lost", _edited(lambda all_: _first(all_)["schema"].pop("missingValues"))),
    ("another encoding", _edited(lambda all_: _first(all_).update(encoding="utf-16"))),
    ("another profile", _edited(lambda all_: all_.update(profile="x"))),
)  # fmt: skip


def of_the_descriptor(folder: Path) -> Iterator[Damage]:
    """Yield damage to the descriptor."""
    content = (folder / DESCRIPTOR).read_bytes()
    for what, change in DESCRIBED:
        yield Damage("descriptor", what, DESCRIPTOR, change(content))

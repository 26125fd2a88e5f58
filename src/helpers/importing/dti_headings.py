"""What the heading of a column of a DTI table means: in Vietnamese, in English or as our own id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from helpers.analysis import dti
from helpers.words.plain_text import folded, words
from helpers.words.refusals import worded


class Role(StrEnum):
    """What a column holds."""

    PROVINCE = "province"
    NUMBER = "running number"
    YEAR = "year"
    SCORE = "score"
    RANK = "rank"
    #: A score or a rank: the heading does not say which, its values will.
    VALUE = "value"
    LEFT_OUT = "left out"


#: The roles of columns with figures in them.
FIGURES = (Role.SCORE, Role.RANK, Role.VALUE)


@dataclass(frozen=True)
class Column:
    """A column of a table and what it was read as.

    Parameters
    ----------
    place : int
        Its place in the grid, from 0.
    heading : str
        Its heading as the file has it, the lines of it joined by “/”.
    role : Role
        What it holds.
    component : str
        Of which component its scores or ranks are; empty in other roles.
    named_so : bool
        Whether the heading can mean only this component: “Chính quyền số” alone is the name of a
        pillar, and people use it for the activity index too.
    remark : str
        Why it was left out, or how it was understood.
    elsewhere : str
        The edition that has its component, where the method taken has not; empty otherwise.
    """

    place: int
    heading: str
    role: Role
    component: str = ""
    named_so: bool = True
    remark: str = ""
    elsewhere: str = ""

    def left_out(self, why: str) -> Column:
        """Return the column as one that is not read, and why."""
        return replace(self, role=Role.LEFT_OUT, component="", remark=why)


#: Names in use beside those of ``dti_components.csv``.
_ALSO = {
    dti.TOTAL: ("DTI", "PDTI", "CĐS", "Tổng hợp", "Tổng số", "Chung", "Chuyển đổi số", "Overall",
                "Digital transformation"),
    "digital_government": ("CQS",),
    "digital_economy": ("KTS",),
    "digital_society": ("XHS",),
    "awareness": ("Nhận thức", "Digital awareness"),
    "institutions": ("Thể chế", "Digital institutions"),
    "infrastructure": ("Hạ tầng", "Hạ tầng và nền tảng số", "Digital infrastructure"),
    "human_resources": ("Nhân lực", "Nguồn nhân lực", "Nguồn nhân lực số",
                        "Digital human resources"),
    "information_security": ("An toàn thông tin", "An toàn, an ninh mạng", "ATTT", "ATTT mạng",
                             "An toàn thông tin, an ninh mạng", "Cybersecurity",
                             "Cyber security"),
    "government_activity": ("HĐ chính quyền số", "HĐ CQS", "Government activities",
                            "Digital government activity", "Digital government activities"),
    "economy_activity": ("HĐ kinh tế số", "HĐ KTS", "Economy activities",
                         "Digital economy activity", "Digital economy activities"),
    "society_activity": ("HĐ xã hội số", "HĐ XHS", "Society activities",
                         "Digital society activity", "Digital society activities"),
}  # fmt: skip
#: Words that are part of a province column's heading, and those without which it is none.
_PLACE = {"ten", "cac", "tinh", "thanh", "pho", "tp", "dia", "phuong", "don", "vi", "truc", "thuoc",
          "tw", "trung", "uong", "province", "provinces", "city", "cities", "name"}  # fmt: skip
_PLACES = {"tinh", "phuong", "vi", "province", "provinces"}
_NUMBER = {"stt", "tt", "so thu tu", "so tt", "no", "thu tu"}
_YEAR = {"nam", "year", "nam danh gia", "edition", "ky"}


def _any(*phrases: str) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


_RANK = _any("thu tu xep hang", "xep hang", "thu hang", "hang", "vi tri", "vi thu", "rank",
             "ranks", "ranking")  # fmt: skip
_SCORE = _any("diem so", "so diem", "diem", "gia tri", "score", "scores", "value", "points")
_FILLER = _any("chi so chinh", "chi so", "cac", "nhom", "theo", "ve", "cua", "cap tinh", "nam",
               "tru cot", "linh vuc", "ket qua", "danh gia", "muc do", "toan quoc", "ca nuoc",
               "index", "indexes", "main index", "pillar", "pillars", r"\d+")  # fmt: skip
_PILLAR = _any("tru cot", "pillar", "pillars")
_INDEX = _any("dti", "pdti")
_CHANGE = _any("thay doi", "tang giam", "so voi", "chenh lech", "change")
_SMART_CITY = _any("thong minh", "smart city", "smart cities")
_OF_YEAR = re.compile(r"\b20\d\d\b")


class Headings:
    """The vocabulary of headings.

    Parameters
    ----------
    components : DataFrame
        The table ``dti_components``: its ids and its names in both languages are understood.
    scored : collection of str
        The components of the edition; a column of any other is left out.
    edition : int
        The edition; a column that names another year only is left out.
    elsewhere : mapping of str to str
        The components of all editions, each with an edition that has it.
    """

    def __init__(
        self,
        components: pd.DataFrame,
        scored: Sequence[str],
        edition: int,
        elsewhere: Mapping[str, str] | None = None,
    ) -> None:
        self._scored, self._edition = set(scored), str(edition)
        self._elsewhere = elsewhere or {}
        self._ids = set(components["component"])
        columns = (components[name] for name in ("component", "name_vi", "name_en"))
        self._components: dict[str, str] = {
            _core(name): component
            for component, *names in zip(*columns, strict=True)
            for name in (component, *names, *_ALSO.get(component, ()))
        }

    def read(self, place: int, lines: Sequence[str]) -> Column:
        """Say what a column is.

        Parameters
        ----------
        place : int
            Its place in the grid.
        lines : sequence of str
            The lines of its heading from the topmost, which may span several columns, down.
        """
        column = Column(place, " / ".join(lines), Role.LEFT_OUT)
        if not lines:
            return column.left_out(worded("import-remark", kind="no-heading"))
        leaf = folded(lines[-1])
        if is_province(lines[-1]):
            return replace(column, role=Role.PROVINCE)
        if leaf in _NUMBER or lines[-1] == "#":
            return replace(column, role=Role.NUMBER, remark=worded("import-remark", kind="no-rank"))
        if leaf in _YEAR:
            return replace(column, role=Role.YEAR)
        why = self._not_ours(folded(" ".join(lines)))
        return column.left_out(why) if why else self._value(column, lines)

    def _not_ours(self, text: str) -> str:
        years = _OF_YEAR.findall(text)
        if years and self._edition not in years:
            return worded("import-remark", kind="years", about=", ".join(years))
        if _CHANGE.search(text):
            return worded("import-remark", kind="change")
        return worded("import-remark", kind="smart-city") if _SMART_CITY.search(text) else ""

    def _value(self, column: Column, lines: Sequence[str]) -> Column:
        component = self._component(lines)
        if component is None:
            return column.left_out(worded("import-remark", kind="unknown"))
        if component not in self._scored:
            why = column.left_out(worded("import-remark", kind="no-component", about=component))
            return replace(why, elsewhere=self._elsewhere.get(component, ""))
        role = next((role for line in reversed(lines) if (role := _role(line))), Role.VALUE)
        plainly = lines[-1].casefold() in self._ids or _PILLAR.search(folded(" ".join(lines)))
        two_meanings = dti.ACTIVITIES.get(component) in self._scored
        named_so = bool(plainly) or not two_meanings
        return replace(column, role=role, component=component, named_so=named_so)

    def _component(self, lines: Sequence[str]) -> str | None:
        """Return the component of the lowest line that names one; the total if none does."""
        named = next((core for line in reversed(lines) if (core := _core(line))), None)
        return dti.TOTAL if named is None else self._components.get(named)

    def known(self, line: str) -> bool:
        """Say whether a line of a heading names a component, or a rank or score of some."""
        core = _core(line)
        return core in self._components if core else _role(line) is not None


def is_province(text: str) -> bool:
    """Say whether a text is the heading of a column of provinces."""
    found = set(words(text))
    return bool(found & _PLACES) and found <= _PLACE


def _core(text: str) -> str:
    """Return what names the component in a heading: without rank, score, index and numbers."""
    core = folded(text)
    for words_around in (_RANK, _SCORE, _FILLER):
        core = " ".join(words_around.sub(" ", core).split())
    return " ".join(_INDEX.sub(" ", core).split()) or core


def _role(line: str) -> Role | None:
    rank, score = _RANK.search(folded(line)), _SCORE.search(folded(line))
    if bool(rank) == bool(score):
        return None
    return Role.RANK if rank else Role.SCORE

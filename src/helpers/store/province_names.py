"""A province's name as people write it, led to its row of ``provinces.csv`` or to none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from helpers.exceptions import BriefingError
from helpers.store.calendar import last_year
from helpers.words.plain_text import clean, without_footnotes, words
from helpers.words.refusals import said

if TYPE_CHECKING:
    import pandas as pd

#: Names that are more than another spelling, by the province's id.
_ALSO = {
    "ho-chi-minh": ("HCM", "TPHCM", "HCMC", "TPHoChiMinh"),
    "thua-thien-hue": ("Huế", "TT Huế", "TTH"),
    "ba-ria-vung-tau": ("BR-VT",),
}
#: What stands before or after a name without being part of it.
_BEFORE = (["thanh", "pho"], ["thu", "do"], ["tinh"], ["tp"], ["t", "p"])
_AFTER = (["city"], ["province"], ["municipality"])
_NUMBERING = re.compile(r"^\d{1,2}[.)]?\s+")
#: Letters that old and new spellings exchange: Bắc Cạn and Bắc Kạn, Quy and Qui.
_EXCHANGED = str.maketrans("ky", "ci")
#: So many names are kept as they compare: those of all units, and those of a file.
_KEPT = 1_000


class Former(NamedTuple):
    """A province that is no more.

    Parameters
    ----------
    name, whole : str
        Its Vietnamese name, and that of the unit it became part of.
    year : int
        The last year at whose end it was there.
    """

    name: str
    whole: str
    year: int


class ProvinceNames:
    """What leads from a name, however it is spelt, to a province.

    Two names are the same if they differ only in accents, the place of a tone mark, upper case,
    spaces, dashes, the letters c and k, i and y, or in a number, “tỉnh”, “thành phố”, “TP.” before
    them and “city”, “province”, a footnote's mark after them. Nothing else is guessed.

    Parameters
    ----------
    provinces : DataFrame or mapping of str to iterable of str
        The provinces that may be meant: rows of the table ``provinces``, or columns of it by name.
    every : DataFrame, optional
        The whole table, of which a name may be that of a province that is no more.

    Raises
    ------
    BriefingError
        If two of them cannot be told apart by name.
    """

    def __init__(
        self,
        provinces: pd.DataFrame | Mapping[str, Iterable[str]],
        every: pd.DataFrame | None = None,
    ) -> None:
        self._provinces: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        columns = (provinces[name] for name in ("province", "name_vi", "name_en"))
        for province, *names in zip(*columns, strict=True):
            self._shown[province] = names[0]
            for name in (province, *names):
                self._add(name, province)
        self._former = {} if every is None else _former(every)
        for province in self._shown:
            for name in _ALSO.get(province, ()):
                self._provinces.setdefault(key(name), province)

    def _add(self, name: str, province: str) -> None:
        other = self._provinces.setdefault(key(name), province)
        if other != province:
            named = {"one": other, "other": province, "name": name}
            raise BriefingError(said("error-shared-name", file="provinces.csv", **named))

    @property
    def ids(self) -> list[str]:
        """The ids of the provinces that may be meant, in the order of ``provinces.csv``."""
        return list(self._shown)

    def find(self, name: str) -> str | None:
        """Return the id of the province that a name means; None if it means none."""
        return self._provinces.get(key(name))

    def shown(self, province: str) -> str:
        """Return a province's own name, in Vietnamese."""
        return self._shown[province]

    def former(self, name: str) -> Former | None:
        """Return the province that is no more and has a name that means none of these."""
        return None if self.find(name) else self._former.get(key(name))

    def nearest(self, name: str) -> str | None:
        """Return the Vietnamese name most like one that means none; None if none is like it."""
        near = get_close_matches(key(name), self._provinces, n=1, cutoff=0.75)
        return self._shown[self._provinces[near[0]]] if near else None


def _former(provinces: pd.DataFrame) -> dict[str, Former]:
    """Return the provinces that ended, by what the spellings of their names have in common."""
    names = provinces.set_index("province")["name_vi"]
    ended = provinces[provinces["valid_until"].notna()]
    columns = (ended[name] for name in ("name_vi", "name_en", "successor", "valid_until"))
    return {
        key(spelt): Former(name, names[successor], last_year(day))
        for name, translated, successor, day in zip(*columns, strict=True)
        for spelt in (name, translated)
    }


@lru_cache(_KEPT)
def key(name: str) -> str:
    """Return what all spellings of a province's name have in common.

    Examples
    --------
    >>> key("TP. Đà Nẵng (1)") == key("Thành phố Đà Nẵng") == key("DA NANG CITY")
    True
    """
    parts = words(_NUMBERING.sub("", without_footnotes(clean(name))))
    for before in _BEFORE:
        if parts[: len(before)] == before and len(parts) > len(before):
            parts = parts[len(before) :]
            break
    for after in _AFTER:
        if parts[-len(after) :] == after and len(parts) > len(after):
            parts = parts[: -len(after)]
    return "".join(parts).translate(_EXCHANGED)

"""Which province an analyst means, who types an id or a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from helpers.store.calendar import NO_PROVINCES, Provinces, Unit
from helpers.store.province_names import ProvinceNames
from helpers.words.plain_text import words
from helpers.words.refusals import instead, unknown

if TYPE_CHECKING:
    from helpers.store.data import DataPackage


class OfUnits:
    """What speaks of provinces, and is asked about one by id or name.

    Attributes
    ----------
    units : Units
        The provinces that may be asked about.
    """

    units: Units

    def find(self, province: str) -> str:
        """Return the id that a province's id or name means; see :meth:`Units.find`.

        Raises
        ------
        ParameterError
            If there is no such province, with the nearest id.
        """
        return self.units.find(province)


@dataclass(frozen=True, eq=False)
class Units:
    """The provinces that may be asked about.

    Parameters
    ----------
    provinces : Provinces
        All units. Where there are none, nothing is known of provinces and whatever is asked about
        may be one.
    year : int
        The year: a name that several units have means the one there was at its end; 0 where none
        does.
    """

    provinces: Provinces = NO_PROVINCES
    year: int = 0

    @classmethod
    def known_to(cls, package: DataPackage, year: int) -> Units:
        """Return the units a package speaks of; none where it has no table of provinces.

        Parameters
        ----------
        package : DataPackage
            What is known.
        year : int
            A name that several units have means the one there was at its end.
        """
        provinces = package.tables.get("provinces")
        return cls() if provinces is None else cls(Provinces.of(provinces), year)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(self.provinces.by_id)

    @cached_property
    def _names(self) -> ProvinceNames:
        there = self.provinces.at_the_end_of(self.year) if self.year else []
        first: dict[str, Unit] = {}
        for each in (*there, *self.provinces.units):
            first.setdefault(each.name_vi, each)
        columns = ("province", "name_vi", "name_en")
        return ProvinceNames(
            {name: [getattr(it, name) for it in first.values()] for name in columns}
        )

    def id_of(self, name: str) -> str | None:
        """Return the id that an id or a name means, however it is spelt; None if it means none."""
        return name if not self.ids or name in self.ids else self._names.find(name)

    def find(self, name: str) -> str:
        """Return the id that an id or a name means.

        Parameters
        ----------
        name : str
            An id, or a name in Vietnamese, with or without accents, or in English.

        Raises
        ------
        ParameterError
            If it means none, with the nearest id.
        """
        found = self.id_of(name)
        if found is not None:
            return found
        near = instead("-".join(words(name)), sorted(self.ids), "data/provinces.csv")
        raise unknown("province", name, near)


#: Where nothing is known of provinces.
ANY = Units()

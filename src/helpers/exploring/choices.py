"""What the explorer can show: editions, provinces and rivals, and why others cannot be shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from helpers.analysis.edition import Edition, every
from helpers.exceptions import BriefingError
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store import editions, mergers, parameters
from helpers.store.data import DataPackage
from helpers.words.language import LANGUAGES, Language
from helpers.words.refusals import instead, refused, require_one_of, said, unknown

#: So many provinces and no more are listed in a message.
_LISTED = 12

#: What a table of an edition is called: the edition's number; more where it is another one of it.
Name = int | str


def _called(edition: Edition) -> Name:
    return edition.number if edition.shown == str(edition) else edition.shown


@dataclass(frozen=True, eq=False)
class Choices:
    """What can be shown of a package, worked out once.

    Parameters
    ----------
    package : DataPackage
        The data.
    """

    package: DataPackage

    @cached_property
    def editions(self) -> dict[Name, Edition]:
        """The tables of which the parts of the total of two provinces or more are known.

        By number; another table of an edition by what it is called: ``2024 (34)``.
        """
        known = [each for each in every(self.package) if len(each.breakdown.scores) > 1]
        return {_called(each): each for each in known}

    def provinces(self, edition: Name) -> list[str]:
        """Return the ids of the provinces that an edition can show."""
        return list(self.editions[edition].breakdown.scores.index)

    def edition(self, wanted: object) -> Name:
        """Return what a table of an edition is called that can be shown.

        Parameters
        ----------
        wanted : object
            Its number, or its digits; ``2024 (34)`` for another table of one.

        Raises
        ------
        ParameterError
            If there is none, or too little is known of it; with those that there are.
        """
        known = {str(name): name for name in self.editions}
        if str(wanted) in known:
            return known[str(wanted)]
        there = said("error-there-are", names=", ".join(known))
        if str(wanted) in set(map(str, self.package["dti_editions"]["edition"])):
            raise refused("error-parts-of-edition", edition=str(wanted), instead=there)
        raise unknown("edition", wanted, there)

    def page(self, edition: object, province: str, lang: str) -> Page:
        """Open a page on one edition; see :func:`helpers.exploring.explore.open_page`.

        Parameters
        ----------
        edition, province, lang : object, str, str
            The edition, the province's id or name, and the language.
        """
        require_one_of("language", lang, LANGUAGES)
        name = self.edition(edition)
        chosen = self.editions[name]
        found = shown_of(chosen, province)
        briefing = Briefing(chosen.units.year, found, self.known(name))
        return Page("explore", briefing, Language(lang))

    def known(self, edition: Name) -> DataPackage:
        """Return what a page on an edition knows: no later one, and names of the edition's year."""
        if edition not in self._known:
            self._known[edition] = self._up_to(self.editions[edition])
        return self._known[edition]

    @cached_property
    def _known(self) -> dict[Name, DataPackage]:
        """What the pages on an edition have in common: what follows from it is worked out once."""
        return {}

    def _up_to(self, chosen: Edition) -> DataPackage:
        """Return the data without the editions after one, and units as they were called then."""
        tables, last = self.package["dti_editions"], mergers.last_day(chosen.units.year)
        known = {"dti_editions": tables[tables["edition"] <= chosen.number]}
        known["provinces"] = mergers.named_on(self.package["provinces"], last)
        data = DataPackage({**self.package.tables, **known})
        return editions.of_year(data, chosen.units.year)


def speak(lang: str) -> None:
    """Let errors in a notebook's cells speak a language; the first one for what is none."""
    BriefingError.language = lang if lang in LANGUAGES else LANGUAGES[0]


def shown_of(edition: Edition, wanted: str) -> str:
    """Return the id of a province that an edition can show.

    Parameters
    ----------
    edition : Edition
        The edition.
    wanted : str
        The province's id, or its name.

    Raises
    ------
    ParameterError
        If there is no such province, it was none at the end of the edition's year, or the scores
        of some part of its total are not known.
    """
    found, rows = edition.find(wanted), edition.units.provinces
    parameters.require_not_ended(rows, found, edition.units.year)
    parameters.require_begun(rows, found, edition.units.year)
    known = list(edition.breakdown.scores.index)
    if found not in known:
        raise refused(
            "error-parts-of-province",
            name=_name(edition, found),
            edition=str(edition),
            instead=_among(known),
        )
    return found


def rival_of(edition: Edition, province: str, wanted: str) -> str:
    """Return the id of a province to hold another one against.

    Parameters
    ----------
    edition : Edition
        The edition.
    province : str
        The id of the province that is held against it.
    wanted : str
        The rival's id, or its name.

    Raises
    ------
    ParameterError
        As :func:`shown_of` does, or if it is the province itself.
    """
    found = shown_of(edition, wanted)
    if found == province:
        raise refused("error-own-rival", name=_name(edition, found))
    return found


def _name(edition: Edition, province: str) -> dict[str, str]:
    unit = edition.units.provinces.by_id[province]
    return {code: str(getattr(unit, f"name_{code}")) for code in LANGUAGES}


def _among(known: Collection[str]) -> Mapping[str, str]:
    """Return which provinces there are instead, or the file where to look for them."""
    return instead("", sorted(known), "" if len(known) <= _LISTED else "data/dti_scores.csv")

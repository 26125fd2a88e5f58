"""What the newest briefing has to call unknown, told to the maintainer before a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.analysis import results, targets
from helpers.store import data, editions, mergers
from helpers.store.data import DataPackage
from helpers.words.language import Language
from helpers.words.told import Text

#: The kinds of agenda item without which a chapter says that nothing is known.
_KINDS = ("limitation", "task", "goal")


def unknowns(
    package: DataPackage, province: str, language: Language, year: int | None = None
) -> list[str]:
    """Return what a briefing of a province goes without, one line a kind.

    Parameters
    ----------
    package : DataPackage
        All there is.
    province : str
        The province's id.
    language : Language
        The language of the lines.
    year : int, optional
        The reporting year; the province's newest if not given.

    Returns
    -------
    list of str
        Such as ``2023: no tasks in agenda.csv``; empty if nothing is missing.
    """
    year = year or _newest(package, province)
    known = data.as_of(package, data.briefing_day(package, year, province))
    known = editions.of_year(known, year)
    found = (_agenda(known, province, year, language), _edition(package, known, year, language),
             _key_figures(known, province, year, language),
             _targets(known, province, year, language))  # fmt: skip
    said = (line for lines in found for line in lines)
    return [str(language.say("cmd-of-year", year=str(year), said=line)) for line in said]


def _newest(package: DataPackage, province: str) -> int:
    """Return the newest year of a briefing at whose end the province was there."""
    years = sorted({int(each) for each in package["briefings"]["year"]})
    there = [
        each
        for each in years
        if province in set(mergers.at_the_end_of(package["provinces"], each)["province"])
    ]
    return (there or years)[-1]


def _agenda(known: DataPackage, province: str, year: int, language: Language) -> Iterator[Text]:
    items = known["agenda"]
    own = items[(items["scope"] == province) & (items["year"] == year)]
    missing = [kind for kind in _KINDS if kind not in set(own["kind"])]
    if missing:
        names = ", ".join(str(language.say("cmd-kinds", kind=kind)) for kind in missing)
        yield language.say("cmd-unknown-agenda", names=names)


def _edition(
    package: DataPackage, known: DataPackage, year: int, language: Language
) -> Iterator[Text]:
    earlier = [int(each) for each in package["briefings"]["year"] if each < year]
    newest = data.newest_edition(known)
    if newest is None:
        yield language.say("cmd-unknown-no-edition")
    elif earlier:
        before = data.as_of(package, data.briefing_day(package, max(earlier)))
        if data.newest_edition(before) == newest:
            years = {"year": str(max(earlier)), "edition": str(newest)}
            yield language.say("cmd-unknown-edition", **years)


def _key_figures(
    known: DataPackage, province: str, year: int, language: Language
) -> Iterator[Text]:
    rows = known["indicators"].set_index("indicator", drop=False)
    indicators = rows.loc[results.key_indicators(known, year)]
    missing = [
        language.name(row)
        for _, row in indicators[~indicators["published_later"]].iterrows()
        if results.latest(known["results"], province, row["indicator"], year) is None
    ]
    if missing:
        yield language.say("cmd-unknown-key", names="; ".join(missing))


def _targets(known: DataPackage, province: str, year: int, language: Language) -> Iterator[Text]:
    rows = results.with_ranks(known)
    progress = targets.progress(known["targets"], rows, province, year)
    missing = progress[(progress["due"] == year) & (progress["status"] == "not_reported")]
    if len(missing):
        names = "; ".join(targets.plain(known, missing, language.code))
        yield language.say("cmd-unknown-targets", names=names)

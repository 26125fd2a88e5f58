"""What the newest briefing has to call unknown, told to the maintainer before a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.analysis import results, targets
from helpers.store import data, editions, mergers
from helpers.store.data import DataPackage

#: The kinds of agenda item without which a chapter says that nothing is known, and their names.
_KINDS = {"limitation": "limitations", "task": "tasks", "goal": "goals"}


def unknowns(package: DataPackage, province: str) -> list[str]:
    """Return what the newest briefing of a province goes without, one line a kind.

    Parameters
    ----------
    package : DataPackage
        All there is.
    province : str
        The province's id.

    Returns
    -------
    list of str
        Such as ``2023: no tasks in agenda.csv``; empty if nothing is missing.
    """
    year = _newest(package, province)
    known = data.as_of(package, data.briefing_day(package, year, province))
    known = editions.of_year(known, year)
    found = (_agenda(known, province, year), _edition(package, known, year),
             _key_figures(known, province, year), _targets(known, province, year))  # fmt: skip
    return [f"{year}: {line}" for lines in found for line in lines]


def _newest(package: DataPackage, province: str) -> int:
    """Return the newest year of a briefing at whose end the province was there."""
    years = sorted({int(each) for each in package["briefings"]["year"]})
    there = [
        each
        for each in years
        if province in set(mergers.at_the_end_of(package["provinces"], each)["province"])
    ]
    return (there or years)[-1]


def _agenda(known: DataPackage, province: str, year: int) -> Iterator[str]:
    items = known["agenda"]
    own = items[(items["scope"] == province) & (items["year"] == year)]
    missing = [name for kind, name in _KINDS.items() if kind not in set(own["kind"])]
    if missing:
        yield f"no {', '.join(missing)} in agenda.csv"


def _edition(package: DataPackage, known: DataPackage, year: int) -> Iterator[str]:
    earlier = [int(each) for each in package["briefings"]["year"] if each < year]
    newest = data.newest_edition(known)
    if newest is None:
        yield "no DTI edition"
    elif earlier:
        before = data.as_of(package, data.briefing_day(package, max(earlier)))
        if data.newest_edition(before) == newest:
            yield f"no DTI edition since the briefing of {max(earlier)}: it cites {newest} again"


def _key_figures(known: DataPackage, province: str, year: int) -> Iterator[str]:
    rows = known["indicators"].set_index("indicator", drop=False)
    indicators = rows.loc[results.key_indicators(known, year)]
    missing = [
        row["name_en"]
        for _, row in indicators[~indicators["published_later"]].iterrows()
        if results.latest(known["results"], province, row["indicator"], year) is None
    ]
    if missing:
        yield f"no result of these key figures: {'; '.join(missing)}"


def _targets(known: DataPackage, province: str, year: int) -> Iterator[str]:
    rows = results.with_ranks(known)
    progress = targets.progress(known["targets"], rows, province, year)
    missing = progress[(progress["due"] == year) & (progress["status"] == "not_reported")]
    if len(missing):
        yield f"no result for these targets due: {'; '.join(targets.plain(known, missing))}"

"""The line of a province's ranks in the list of briefings: what it says, and where its points lie.

The drawing itself is the template's: a few elements whose colours the page's style has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

import pandas as pd

from helpers.analysis import dti, history
from helpers.pages import briefing
from helpers.store import editions
from helpers.store.data import DataPackage
from helpers.store.frames import row_at
from helpers.words.language import LANGUAGES, Language

#: The drawing in CSS pixels: a phone shows it in its own size.
WIDTH, HEIGHT = 320, 108
_LEFT, _TOP, _BOTTOM = 22, 28, 62
#: No wider from one edition to the next; and so many editions, no more, have room.
_STEP, _MOST = 64, 10
#: A line over fewer places would make much of one.
_PLACES = 10


@dataclass(frozen=True)
class Point:
    """A rank in an edition, or that there is none: its place in the drawing and its labels."""

    x: int
    y: int | None
    rank: str
    edition: str
    ranked: str
    derived: bool


@dataclass(frozen=True)
class RankLine:
    """The ranks of a province over the editions, by language where it speaks one.

    Parameters
    ----------
    province : str
        The province's id.
    points : tuple of Point
        One an edition.
    runs : tuple of str
        The points of each line, as SVG has them: a line ends where a rank is not known or where
        another number of units is ranked.
    titles, descriptions : dict of str to str
        What is drawn, and its alternative text.
    notes : tuple of dict of str to str
        What the marks mean, and that the method changed.
    """

    province: str
    points: tuple[Point, ...]
    runs: tuple[str, ...]
    titles: dict[str, str]
    descriptions: dict[str, str]
    notes: tuple[dict[str, str], ...]


def rank_line(package: DataPackage, province: str, year: int) -> RankLine | None:
    """Return the line of a province's ranks as a briefing of it knows them; None without a rank.

    Parameters
    ----------
    package : DataPackage
        All there is.
    province : str
        The province's id: the ranks of units that it was made of are not its own.
    year : int
        The reporting year of the province's newest briefing; it has an as-of date.
    """
    rows = ranks(briefing.opened(package, year, province).data, province)
    if rows.empty:
        return None
    ranked = rows.dropna(subset=["rank"])
    names = row_at(package["provinces"].set_index("province"), province)
    return RankLine(
        province=province,
        points=tuple(_points(rows)),
        runs=tuple(_runs(rows)),
        titles={lang: _title(Language(lang), ranked) for lang in LANGUAGES},
        descriptions={lang: _described(Language(lang), names, ranked) for lang in LANGUAGES},
        notes=tuple(_notes(rows)),
    )


def ranks(known: DataPackage, province: str) -> pd.DataFrame:
    """Return the ranks of a province from its first to its newest known one, at most the last ten.

    Parameters
    ----------
    known : DataPackage
        What is known on a day, with one table of each edition.
    province : str
        The province's id.

    Returns
    -------
    DataFrame
        Rows of :func:`helpers.analysis.history.ranks_over_time`, with tied: whether another unit
        has the rank too. Empty where no rank is known.
    """
    if province not in set(known["provinces"]["province"]) or known["dti_editions"].empty:
        return pd.DataFrame()
    rows = history.ranks_over_time(known, [province])
    there = rows.index[rows["rank"].notna() & rows["province"].eq(province)]
    if there.empty:
        return pd.DataFrame()
    rows = history.since_before(rows.loc[there[0] : there[-1]].tail(_MOST))
    return rows.assign(tied=[_tied(known, row) for _, row in rows.iterrows()])


def _tied(known: DataPackage, row: pd.Series) -> bool:
    """Say whether the data have another unit with a rank in its table of the edition."""
    scores = editions.whole_of(known)["dti_scores"]
    same = scores["edition"].eq(row["edition"]) & scores["provinces_ranked"].eq(row["ranked"])
    totals = scores[same & scores["component"].eq(dti.TOTAL)]
    return bool(pd.notna(row["rank"]) and totals["rank"].eq(row["rank"]).sum() > 1)


def _points(rows: pd.DataFrame) -> Iterator[Point]:
    heights = _heights(rows["rank"])
    for place, (_, row) in enumerate(rows.iterrows()):
        rank = "–" if pd.isna(row["rank"]) else f"{row['rank']}{'=' if row['tied'] else ''}"
        starts = place == 0 or bool(row["new_count"])
        yield Point(
            x=_x(place, len(rows)),
            y=heights[place],
            rank=rank,
            edition=str(row["edition"]),
            ranked=f"/{row['ranked']}" if starts else "",
            derived=row["basis"] == "derived",
        )


def _x(place: int, count: int) -> int:
    step = min(_STEP, (WIDTH - 2 * _LEFT) / max(1, count - 1))
    return round(_LEFT + place * step)


def _heights(found: pd.Series) -> list[int | None]:
    """Return how far from the top each rank lies, the best one highest; None where unknown."""
    best, last = int(found.min()), int(found.max())
    room = max(_PLACES, last - best)
    top = best - (room - (last - best)) / 2
    return [
        None if pd.isna(rank) else round(_TOP + (int(rank) - top) / room * (_BOTTOM - _TOP))
        for rank in found
    ]


def _runs(rows: pd.DataFrame) -> Iterator[str]:
    """Yield the points of each unbroken line."""
    run: list[str] = []
    for point, fresh in zip(_points(rows), rows["new_count"], strict=True):
        if run and (fresh or point.y is None):
            yield " ".join(run)
            run = []
        if point.y is not None:
            run.append(f"{point.x},{point.y}")
    yield " ".join(run)


def _title(language: Language, known: pd.DataFrame) -> str:
    """Say what is drawn, and of how many units: of 63, then 34."""
    counts = [str(each) for each in known["ranked"].drop_duplicates()]
    ranked = reduce(lambda one, other: _then(language, one, other), counts)
    return str(language.say("index-ranks", ranked=ranked))


def _then(language: Language, before: str, after: str) -> str:
    return str(language.say("index-ranks-then", before=before, after=after))


def _described(language: Language, names: pd.Series, known: pd.DataFrame) -> str:
    points = "; ".join(_said(language, row) for _, row in known.iterrows())
    return str(language.say("index-ranks-line", province=language.name(names), ranks=points))


def _said(language: Language, row: pd.Series) -> str:
    """Say a rank in words: of how many, in which edition, whether derived or tied."""
    values = {name: str(row[name]) for name in ("rank", "ranked", "edition")}
    values["basis"] = "derived" if row["basis"] == "derived" else "printed"
    values["tied"] = "yes" if row["tied"] else "no"
    return str(language.say("index-ranks-point", **values))


def _notes(rows: pd.DataFrame) -> Iterator[dict[str, str]]:
    """Yield what the marks mean, where there are any, and that the method changed."""
    if rows["tied"].any():
        yield {lang: str(Language(lang).say("index-ranks-tied")) for lang in LANGUAGES}
    if rows["basis"].eq("derived").any():
        yield {lang: str(Language(lang).say("index-ranks-derived")) for lang in LANGUAGES}
    changed = [str(each) for each in rows.loc[rows["new_method"], "edition"]]
    if changed:
        named = ", ".join(changed)
        yield {
            lang: str(Language(lang).say("index-ranks-method", editions=named))
            for lang in LANGUAGES
        }

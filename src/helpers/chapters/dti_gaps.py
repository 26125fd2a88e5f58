"""Chapter 3, the gaps: which part of the index makes the distance to the others."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.analysis import dti, gaps
from helpers.analysis.gaps import MEAN, Split
from helpers.chapters import dti_weights
from helpers.drawing import charts
from helpers.drawing.charts import Gap
from helpers.pages.citing import Citation
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import held, of
from helpers.words.language import Said
from helpers.words.refusals import refused
from helpers.words.told import Figure, Telling, Text, Value, joined

#: What rounding a difference and a part of a gap to the digits of scores can set them apart.
_ROUNDED = 2 * dti.HALF_UNIT + 1e-9


@dataclass(frozen=True)
class _Comparison:
    """One rival of the province: who, its role in the standing, the gap (own minus rival).

    ``weights`` are ``official`` or ``chosen``; ``whole`` says whether the table has every part.
    """

    rival: str
    role: str
    gap: Value
    split: Split
    weights: str
    whole: bool

    @property
    def usual(self) -> bool:
        """Whether all parts of the published gap are there: then it is known what is the most."""
        return self.whole and self.weights == "official"


def _comparisons(page: Page, table: pd.DataFrame) -> list[_Comparison]:
    """Return the gaps of a table of :func:`helpers.analysis.gaps.splits`, in its order.

    Raises
    ------
    ParameterError
        If a part in it is not its weight times its difference: to change one says nothing.
    """
    apart = (table["contribution"] - table["weight"] * table["difference"]).abs() > _ROUNDED
    if apart.any():
        first = str(table["component"][apart].iloc[0])
        raise refused("error-gap-part", part=str(page.component_name(first)))
    return [_one(page, rows) for _, rows in table.groupby("province", sort=False)]


def _one(page: Page, rows: pd.DataFrame) -> _Comparison:
    first = rows.iloc[0]
    rival, split = first["province"] or MEAN, Split(float(first["gap"]), rows)
    here, place = page.briefing.standing(), f"{first['role']}.gap"
    published = None
    if first["role"]:
        of_mean = rival == MEAN
        published = of(here, "mean_gap") if of_mean else of(here, place).negated
    # Under other weights the gap is no longer that of the published totals.
    if published is None or published.number != split.gap:
        published = held(first, "gap")
    usual = gaps.splits(page.briefing.latest, page.briefing.province, [rival])
    same = rows.merge(usual, on=["component", "weight", "gap"])
    weights = "official" if len(same) == len(rows) else "chosen"
    return _Comparison(rival, first["role"], published, split, weights, len(rows) == len(usual))


def why(page: Page, table: pd.DataFrame) -> Piece:
    """Say which parts make the gap to each rival.

    Parameters
    ----------
    page : Page
        The page.
    table : DataFrame
        What :func:`helpers.analysis.gaps.splits` returns; a part may be left out.
    """
    found = _comparisons(page, table)
    if not found:
        message = "gaps-unknown" if page.briefing.scored else "gaps-no-score"
        return page.unknown(message, province=page.name)
    others = [each for each in found if each.rival != MEAN]
    means = [each for each in found if each.rival == MEAN]
    leaders = [each for each in others[1:] if each.role == "leader" and each.usual]
    said = [_said(page, each) for each in others if each not in leaders]
    said += [_most(page, "gaps-leader", each) for each in leaders]
    said += [_most(page, "gaps-mean-known", each) if each.usual else _said(page, each)
             for each in means]  # fmt: skip
    return join(*said, *dti_weights.fitted(page))


def _said(page: Page, one: _Comparison) -> Piece:
    """Name every part that loses and every part that wins, the largest first."""
    if not one.usual:
        return _said_in_part(page, one)
    parts = one.split.parts.sort_values("contribution", key=abs, ascending=False, kind="stable")
    losses = _listed(page, parts[parts["contribution"] < 0])
    gains = _listed(page, parts[parts["contribution"] > 0])
    message = "gaps-behind" if one.split.gap < 0 else "gaps-ahead"
    values: dict[str, Said] = {"losses": losses, "gains": gains}
    known = [side for side, listed in values.items() if listed]
    if len(known) < len(values):
        message += "-by-" + next(iter(known), "rounding")
    values |= {"province": page.name, **_rival(page, one)}
    values["gap"] = page.write(one.gap.size, "points")
    cited = [*_parts_source(page, page.briefing.province), *_parts_source(page, one.rival)]
    return page.say(message, cited, **values)


def _said_in_part(page: Page, one: _Comparison) -> Piece:
    """Say the same of chosen weights, or of some parts only: no rank, and nothing of the rest."""
    parts = one.split.parts.sort_values("contribution", key=abs, ascending=False, kind="stable")
    sides = {"gap-lost": parts["contribution"] < 0, "gap-won": parts["contribution"] > 0}
    listed = {message: _listed(page, parts[rows]) for message, rows in sides.items()}
    items = [page.text(message, parts=each) for message, each in listed.items() if each]
    values = _rival(page, one) | {"province": page.name, "gap": page.write(one.gap.size, "points")}
    values["side"] = "behind" if one.split.gap < 0 else "ahead"
    values["parts"] = joined("; ", items) if items else page.text("gap-level")
    cited = _parts_source(page, page.briefing.province)
    cited += page.edition_source() if one.rival == MEAN else _parts_source(page, one.rival)
    return page.say("gaps-some" if one.weights == "official" else "gaps-chosen", cited, **values)


def _listed(page: Page, parts: pd.DataFrame) -> Text:
    items = [
        page.text(
            "gap-item",
            name=page.at(row, "component").lower(),
            part=page.write(held(row, "contribution"), "signed_points"),
        )
        for _, row in parts.iterrows()
    ]
    return joined(", ", items)


def _part(page: Page, row: pd.Series) -> Figure:
    return page.write(held(row, "contribution"), "exact")


def _rival(page: Page, one: _Comparison) -> dict[str, Said]:
    """Return the words for who a gap is to: a province and its rank, or the mean of how many."""
    if one.rival == MEAN:
        return {"ranked": page.ranked, "rival": page.text("mean-within", ranked=page.ranked)}
    if not one.role:
        ranked = page.score_rows[one.rival, dti.TOTAL]
        return {"rival": page.province_name(one.rival), "rank": page.or_none(ranked, "rank")}
    here = page.briefing.standing()
    rank = of(here, f"{one.role}.rank")
    return {"rival": page.at(here, f"{one.role}.province"), "rank": rank}


def _most(page: Page, message: str, one: _Comparison) -> Piece:
    """Name the part that makes the most of a gap."""
    cited = _parts_source(page, page.briefing.province)
    cited += page.edition_source() if one.rival == MEAN else _parts_source(page, one.rival)
    part = page.write(of(one.split, "largest.contribution"), "signed_points")
    told = {"part": part, "gap": page.write(one.gap, "signed_points")}
    return page.say(message, cited, **_words(page, one) | told)


def _parts_source(page: Page, province: str) -> list[Citation]:
    """Return where the total of a province and the parts of it are published."""
    return page.score_source(province, *page.total_and_parts)


def split(page: Page, table: pd.DataFrame) -> Piece:
    """Show the parts of each gap as a waterfall; nothing where no gap can be split.

    Parameters
    ----------
    page, table : Page, DataFrame
        As in :func:`why`.
    """
    found = _comparisons(page, table)
    if not found:
        return join()
    painter = charts.waterfalls([Gap(_steps(page, each), _heading(page, each)) for each in found])
    shown = page.table(_table(page, found), page.text("gaps-caption"))
    rivals = [one.rival for one in found if one.rival != MEAN]
    cited = [each for one in (*rivals, page.briefing.province) for each in _parts_source(page, one)]
    return page.figure(_name(found[0]), painter, shown, cited, **_words(page, found[0]))


def _name(first: _Comparison) -> str:
    """Choose the words of the waterfall by what its first gap is."""
    if not first.usual:
        return "gaps-some" if first.weights == "official" else "gaps-chosen"
    if first.split.largest["contribution"] * first.split.gap <= 0:
        return "gaps-even"  # no part explains a gap that only rounding makes
    return "gaps" if first.split.gap < 0 else "gaps-lead"


def _heading(page: Page, one: _Comparison) -> Text:
    message = "gap-heading-mean" if one.rival == MEAN else "gap-heading"
    if one.rival != MEAN and one.weights == "chosen":
        message = "gap-heading-chosen"
    return page.text(message, gap=page.write(one.gap, "signed"), **_rival(page, one))


def _steps(page: Page, one: _Comparison) -> pd.DataFrame:
    steps = one.split.steps
    labels = [page.part_name(name) for name in steps["component"]]
    texts = [_part(page, row) for _, row in steps.iterrows()]
    whole = page.text("gap-whole"), one.split.gap, page.write(one.gap, "exact")
    return charts.with_whole(steps, labels, texts, whole)


def _table(page: Page, found: list[_Comparison]) -> pd.DataFrame:
    """Lay the parts of several gaps side by side, with what rounding leaves of any."""
    tables = [one.split.with_rounding for one in found]
    if all(each["contribution"].iloc[-1] == 0 for each in tables):
        tables = [one.split.parts for one in found]
    by_part = [{row["component"]: row for _, row in each.iterrows()} for each in tables]
    first = {name: row for each in reversed(by_part) for name, row in each.items()}
    # What is left over of a gap comes last, also where the first table has fewer parts.
    names = sorted(
        dict.fromkeys(name for each in by_part for name in each),
        key=(gaps.ROUNDING, gaps.REST).__contains__,
    )
    columns: dict[str | Text, list[Telling]] = {
        "column-component": [page.part_name(name) for name in names],
        "column-weight": [page.or_none(first[name], "weight", "decimal") for name in names],
    }
    for one, rows in zip(found, by_part, strict=True):
        columns[_column(page, one)] = [
            _part(page, rows[name]) if name in rows else page.text("value-none") for name in names
        ]
    return pd.DataFrame(columns)


def _column(page: Page, one: _Comparison) -> Text:
    if one.rival == MEAN:
        name = page.text("mean-of-all", ranked=page.ranked)
    else:
        name = page.province_name(one.rival)
    return page.text("column-part", rival=name)


def _words(page: Page, one: _Comparison) -> dict[str, Said]:
    return _rival(page, one) | {
        "province": page.name,
        "edition": page.edition,
        "pillar": page.at(one.split, "largest.component").lower(),
        "part": page.write(of(one.split, "largest.contribution"), "exact"),
        "gap": page.write(one.gap, "signed"),
    }


def to_the_mean(page: Page, table: pd.DataFrame) -> Piece:
    """Say why the distance to the mean cannot be split, where the others can and it cannot.

    Parameters
    ----------
    page, table : Page, DataFrame
        As in :func:`why`.
    """
    found = _comparisons(page, table)
    if not found or any(each.rival == MEAN for each in found):
        return join()
    own, breakdown = page.briefing.province, page.briefing.latest.breakdown
    if gaps.split(breakdown, own, MEAN) is not None:  # it was not asked for
        return join()
    return page.note("gaps-mean", edition=page.edition)

"""Chapter 4, what would it take: the gain that reaches a rank, the loss that costs one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from helpers.analysis import dti, gaps
from helpers.analysis.gaps import ALL, Climb, Margin
from helpers.chapters import dti_weights
from helpers.pages.citing import Citation
from helpers.pages.holding import whole_or_some
from helpers.pages.page import Cell, Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import held, of
from helpers.words.language import Said
from helpers.words.told import Telling, Text, text


def cheapest(page: Page, step: Climb | None) -> Piece:
    """Say which single part gets there with the least, and how far that is of what is possible.

    Parameters
    ----------
    page : Page
        The page.
    step : Climb or None
        What :func:`helpers.analysis.gaps.climb` returns; of its gains some may be left out.
    """
    if step is None:
        return _nowhere(page)
    values: dict[str, Said] = {"rank": of(step, "rank"), "province": page.name}
    values["gap"] = page.write(of(step, "gap"), "points")
    cited = _sources(page)
    if step.single.empty:  # none is left in the table
        return page.say("climb-gap", cited, **values)
    if step.single["own"].isna().any():
        return page.say("climb-total-only", cited, **values)
    parts = page.briefing.known_edition.breakdown.weights.index
    values["table"] = whole_or_some(parts, step.single["component"])
    cheap, near = step.cheapest, step.nearest
    if cheap is None:
        return page.say("climb-none-alone", cited, **values)
    values |= _step(page, step, "cheapest", "cheap")
    if pd.isna(cheap["share"]) or near is None:
        return page.say("climb-best-already", cited, **values)
    values |= _step(page, step, "nearest", "near")
    for prefix, place, share in (
        ("cheap", "cheapest", cheap["share"]),
        ("near", "nearest", near["share"]),
    ):
        values[f"{prefix}_share"] = page.write(of(step, f"{place}.share"), "percent")
        values[f"{prefix}_reach"] = "beyond" if share > 1 else "within"
    same = near["component"] == cheap["component"]
    said = page.say("climb-one" if same else "climb", cited, **values)
    return join(said, *dti_weights.fitted(page))


def _step(page: Page, step: Climb, place: str, prefix: str) -> dict[str, Said]:
    """Return the words of a gain in one part, each name with the prefix."""
    return {
        prefix: page.at(step, f"{place}.component").lower(),
        f"{prefix}_gain": page.write(of(step, f"{place}.gain"), "points"),
        f"{prefix}_leader": page.at(step, f"{place}.leader"),
    }


def _sources(page: Page) -> list[Citation]:
    """Return where the scores are published that a step up or down is computed from."""
    here = page.briefing.standing()
    beside = () if here is None else (here.above, here.below, here.leader)
    names = dict.fromkeys([page.briefing.province, *(each.province for each in beside if each)])
    return page.scores_source(names, *page.total_and_parts)


def _nowhere(page: Page) -> Piece:
    """Say why there is no step up: the province leads, or totals are not known."""
    here, edition, own = page.briefing.standing(), page.briefing.latest, page.briefing.province
    if here is not None and here.rank == 1:
        return page.say("climb-top", province=page.name)
    if gaps.climb(edition, own, gaps.next_rank(edition, own)) is not None:
        return page.unknown("climb-elsewhere", province=page.name)
    message = "climb-unknown" if page.briefing.scored else "climb-no-score"
    return page.unknown(message, province=page.name)


def gains(page: Page, step: Climb | None, loss: Margin | None) -> Piece:
    """List, part by part, the gain that reaches a rank and the loss that costs one.

    Parameters
    ----------
    page : Page
        The page.
    step, loss : Climb or None, Margin or None
        What :func:`helpers.analysis.gaps.climb` and :func:`helpers.analysis.gaps.margin` return;
        the parts are those of the gains, or of the losses where there is no step up.
    """
    changes = step.gains if step else loss.losses if loss else pd.DataFrame()
    if changes.empty:
        return join()
    rows = [row for _, row in changes.iterrows()]
    columns: dict[str, Sequence[Telling]] = {
        "column-component": [_part(page, row["component"]) for row in rows],
        "column-weight": [
            page.write(held(row, "weight").rounded(dti.DECIMALS), "decimal") for row in rows
        ],
    }
    cited = _sources(page)
    if step is not None:
        columns["column-score"] = [_score(page, row, "own", "province") for row in rows]
        columns["column-gain"] = [page.write(held(row, "gain"), "signed") for row in rows]
        columns["column-best"] = [_score(page, row, "best", "leader") for row in rows]
        columns["column-share"] = [page.or_none(row, "share", "percent") for row in rows]
        best = step.single.dropna(subset=["best"])[["leader", "component"]]
        cited += [each for place in best.to_numpy() for each in page.score_source(*place)]
    if loss is not None:
        lost = {row["component"]: row for _, row in loss.losses.iterrows()}
        columns["column-loss"] = [_lost(page, lost.get(row["component"])) for row in rows]
    caption = page.text("gains-caption", **_aim(page, step), province=page.name)
    return page.table(pd.DataFrame(columns), caption, stacked=True, cite=cited)


def _aim(page: Page, step: Climb | None) -> dict[str, Said]:
    """Return which rank the gains reach: the next one known, or another that was asked for."""
    edition, own = page.briefing.latest, page.briefing.province
    if step is None or step.rank == gaps.next_rank(edition, own):
        return {"aim": "next"}
    return {"aim": "asked", "rank": of(step, "rank")}


def _lost(page: Page, row: pd.Series | None) -> Telling:
    """Return the loss of a part; a dash for one that is not in the table."""
    if row is None:
        return page.text("value-none")
    return page.write(held(row, "loss").negated, "signed")


def _score(page: Page, row: pd.Series, column: str, who: str) -> Telling:
    """Return a score of a gain's row from the row of the data that has it; a dash if none has."""
    if pd.isna(row[column]):
        return page.text("value-none")
    return page.score(row[who], row["component"])


def _part(page: Page, name: str) -> Text:
    return page.text("gain-all") if name == ALL else page.component_name(name)


def ranks(page: Page, steps: pd.DataFrame) -> Piece:
    """List what each of the next ranks would take.

    Parameters
    ----------
    page : Page
        The page.
    steps : DataFrame
        What :func:`helpers.analysis.gaps.climbs` returns; ranks and parts may be left out.
    """
    if steps.empty:
        return join()
    parts = [name for name in steps["component"].unique() if name != ALL]
    groups = [rows for _, rows in steps.groupby("rank", sort=False)]
    lines = [(*_total(page, rows), *_gains(page, rows, parts)) for rows in groups]
    columns = [page.component_name(name) for name in parts]
    frame = pd.DataFrame(lines, columns=["column-rank", "column-missing", *columns])
    rows, own = page.briefing.known_edition.table(), page.rank().number
    near = rows[(rows["rank"] >= steps["rank"].min()) & (rows["rank"] <= own)]
    caption = page.text("climb-caption", province=page.name)
    return page.folded(frame, caption, cite=page.scores_source(near["province"]))


def _total(page: Page, rows: pd.DataFrame) -> tuple[Cell, Cell]:
    """Return the rank and what the total lacks: of no part, unlike the row they stand in."""
    whole = rows[["province", "rank", "gap"]].iloc[0]
    return held(whole, "rank"), page.write(held(whole, "gap"), "signed")


def _gains(page: Page, rows: pd.DataFrame, parts: list[str]) -> Iterator[Text]:
    """Yield the gains; a star says that one would pass the best score of any province."""
    found = {row["component"]: row for _, row in rows.iterrows()}
    for name in parts:
        row = found.get(name)
        if row is None:
            yield page.text("value-none")
            continue
        gain = text(page.write(held(row, "gain"), "signed"))
        yield gain + "*" if row["after"] > row["best"] + dti.HALF_UNIT else gain


def losses(page: Page, margin: Margin | None) -> Piece:
    """Say the smallest loss with which a rank is no longer held: the target's, or its own.

    Parameters
    ----------
    page : Page
        The page.
    margin : Margin or None
        What :func:`helpers.analysis.gaps.margin` returns; of its losses some may be left out.
    """
    here = page.briefing.standing()
    if margin is None and here is not None and here.behind == 0:
        return page.say("loss-last", province=page.name)
    if margin is None:
        message = "loss-unknown" if page.briefing.scored else "loss-no-score"
        return page.unknown(message, province=page.name)
    values: dict[str, Said] = {
        "below": page.at(margin, "below.province"),
        "loss": page.write(of(margin, "loss"), "points"),
        "alone": "none",
    }
    if margin.smallest is not None:
        values["alone"] = "one"
        values["pillar"] = page.at(margin, "smallest.component").lower()
        values["part"] = page.write(of(margin, "smallest.loss"), "points")
    name = "loss" if margin.exact else "loss-at-most"
    if page.briefing.rank is not None and margin.passing > 1:
        values |= {"goal": of(margin, "rank"), "passing": of(margin, "passing")}
        name = "loss-target" if margin.exact else "loss-target-at-most"
    return page.say(name, [*_sources(page), *_last_source(page, margin)], **values)


def _last_source(page: Page, margin: Margin) -> list[Citation]:
    """Return where the scores are published of the last province that moves ahead."""
    return page.scores_source([margin.below.province], *page.total_and_parts)

"""Chapter 3: where the province stands among the provinces, and which pillars put it there."""

from __future__ import annotations

import pandas as pd

from helpers import charts, dti, html
from helpers.charts import Gap, Series
from helpers.dti import Neighbour, Standing
from helpers.html import Html
from helpers.page import Page


def standing(page: Page) -> Html:
    """Say the rank, the score and how they compare; or what of it is not known."""
    here = page.standing()
    if here is None or here.rank is None:
        return page.say("dti-no-rank", style="lead", province=page.name)
    cite = page.score_source(page.province)
    values = {
        "province": page.name,
        "edition": str(here.edition),
        "rank": here.rank,
        "ranked": here.ranked,
        "behind": here.behind,
    }
    said = page.say("dti-rank", cite, "lead", **values)
    if here.score is None:
        return html.join(said, page.say("dti-no-score", province=page.name))
    return html.join(said, *_score(page, here))


def _score(page: Page, here: Standing) -> list[Html]:
    score, pieces = page.language.score, []
    cite, mean = page.score_source(page.province), page.edition_row["mean_total"]
    if not pd.isna(mean):
        side = "above" if here.score > mean else "below" if here.score < mean else "equal"
        values = {"score": score(here.score), "mean": score(mean), "ranked": here.ranked}
        values["difference"] = score(round(abs(here.score - mean), dti.DECIMALS))
        cite = [*cite, (page.edition_row["source"], "table")]
        pieces.append(page.say(f"dti-mean-{side}", cite, **values))
    if here.above is None:
        pieces.append(page.say("dti-first", province=page.name))
    else:
        pieces.append(_to_the_top(page, here))
    return pieces


def _to_the_top(page: Page, here: Standing) -> Html:
    score = page.language.score
    values = {
        "above": page.province_name(here.above.province),
        "above_rank": here.above.rank,
        "above_gap": score(here.above.gap),
        "leader": page.province_name(here.leader.province),
        "leader_gap": score(here.leader.gap),
    }
    return page.say("dti-gaps", page.score_source(here.above.province), **values)


def coverage(page: Page) -> Html:
    """Say of how many provinces a score is published here."""
    here = page.standing()
    published = 0 if here is None else here.published
    ranks = dti.table(page.data["dti_scores"], page.edition)["rank"].notna().sum()
    values = {"published": published, "ranks": int(ranks), "ranked": page.ranked}
    return page.say("dti-coverage", style="note", edition=str(page.edition), **values)


def ladder(page: Page) -> Html:
    """Show all published totals, best first, with the mean."""
    rows = dti.table(page.data["dti_scores"], page.edition).dropna(subset=["score"])
    mean = page.edition_row["mean_total"]
    mean = None if pd.isna(mean) else float(mean)
    frame = pd.DataFrame(
        {
            "label": [
                f"{row['rank']}. {page.province_name(row['province'])}"
                for _, row in rows.iterrows()
            ],
            "score": rows["score"],
            "text": [page.language.score(score) for score in rows["score"]],
            "own": rows["province"] == page.province,
            "gap": rows["rank"].diff().fillna(1) > 1,
        }
    ).reset_index(drop=True)
    text = "" if mean is None else page.language.score(mean)
    mean_text = str(page.language.say("ladder-mean", mean=text, ranked=page.ranked)) if text else ""
    table = page.table(
        _ladder_table(page, frame), page.language.say("ladder-caption"), frame["own"]
    )
    cite = [(source, "table") for source in rows["source"]]
    painter = charts.rank_ladder(frame, mean, mean_text)
    return page.figure(_ladder_name(page), painter, table, cite, **_ladder_words(page, rows, text))


def _ladder_table(page: Page, frame: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "label": page.language.say("column-province"),
        "text": page.component_name(dti.TOTAL),
    }
    return frame[list(columns)].rename(columns=columns)


def _ladder_name(page: Page) -> str:
    here = page.standing()
    if here.score is None:
        return "ladder-without"
    return "ladder" if here.above else "ladder-first"


def _ladder_words(page: Page, rows: pd.DataFrame, mean: str) -> dict[str, object]:
    here, first = page.standing(), rows.iloc[0]
    words = {
        "province": page.name,
        "edition": str(page.edition),
        "published": len(rows),
        "ranked": page.ranked,
        "first": page.province_name(first["province"]),
        "first_score": page.language.score(first["score"]),
        "mean": mean or str(page.language.say("value-not-published")),
    }
    if here.score is not None:
        words |= {"rank": here.rank, "score": page.language.score(here.score)}
    if here.above is not None:
        words["above_gap"] = page.language.score(here.above.gap)
        words["leader_gap"] = page.language.score(here.leader.gap)
    return words


def pillars(page: Page) -> Html:
    """Say which pillar is strong and which is weak."""
    profile = dti.pillar_profile(page.data["dti_scores"], page.edition, page.province)
    strong, weak = dti.strong_and_weak(profile)
    if strong is None:
        return page.say("pillars-unknown", province=page.name, edition=str(page.edition))
    values = {"ranked": page.ranked}
    for prefix, row in (("strong", strong), ("weak", weak)):
        values[prefix] = page.component_name(row["component"])
        values[f"{prefix}_rank"] = int(row["rank"])
    cite = page.score_source(page.province, strong["component"])
    return page.say("pillars", cite, **values)


def _rivals(page: Page) -> list[Neighbour]:
    """Return the province above and the leader, once each, if all their pillars are known."""
    here = page.standing()
    found = (
        {}
        if here is None or here.above is None
        else {each.province: each for each in (here.above, here.leader)}
    )
    return [each for each in found.values() if len(_parts(page, each.province))]


def _parts(page: Page, rival: str) -> pd.DataFrame:
    tables = page.data["dti_scores"], page.data["dti_weights"]
    return dti.contributions(*tables, page.edition, page.province, rival)


def profile(page: Page) -> Html:
    """Show the pillars beside those of the province above and of the leader."""
    own = dti.pillar_profile(page.data["dti_scores"], page.edition, page.province)
    own = own.dropna(subset=["score"])
    if own.empty:
        return page.say("profile-unknown", province=page.name)
    rivals = _rivals(page)
    names = [page.province, *(rival.province for rival in rivals)]
    points = pd.concat([_points(page, own, province) for province in names], ignore_index=True)
    markers = ("o", "D", "^")
    series = [
        Series(page.province_name(name), name == page.province, marker)
        for name, marker in zip(names, markers, strict=False)
    ]
    limit = round(float(points["score"].max()) * 1.08, 2)
    shown = points.pivot(index="pillar", columns="name", values="text").loc[
        points["pillar"].unique()
    ]
    shown = shown[[each.name for each in series]].reset_index()
    shown.columns = [page.language.say("column-pillar"), *shown.columns[1:]]
    table = page.table(shown, page.language.say("profile-caption"))
    cite = [each for name in names for each in page.score_source(name)]
    painter = charts.pillar_profile(points, series, limit, page.language.decimal)
    name = "profile" if dti.strong_and_weak(own)[0] is not None else "profile-even"
    return page.figure(name, painter, table, cite, **_profile_words(page, own))


def _points(page: Page, own: pd.DataFrame, province: str) -> pd.DataFrame:
    rows = page.data["dti_scores"]
    rows = rows[(rows["edition"] == page.edition) & (rows["province"] == province)]
    scores = rows.set_index("component")["score"].reindex(own["component"])
    return pd.DataFrame(
        {
            "pillar": [_pillar_label(page, row) for _, row in own.iterrows()],
            "name": page.province_name(province),
            "score": scores.to_numpy(),
            "text": [page.language.score(score) for score in scores],
        }
    )


def _pillar_label(page: Page, row: pd.Series) -> str:
    name = page.component_name(row["component"])
    if pd.isna(row["rank"]):
        return name
    return str(
        page.language.say("pillar-label", name=name, rank=int(row["rank"]), ranked=page.ranked)
    )


def _profile_words(page: Page, own: pd.DataFrame) -> dict[str, object]:
    strong, weak = dti.strong_and_weak(own)
    worst = own.sort_values("score").iloc[0] if weak is None else weak
    best = own.sort_values("score").iloc[-1] if strong is None else strong
    score = page.language.score
    return {
        "province": page.name,
        "edition": str(page.edition),
        "strong": page.component_name(best["component"]).lower(),
        "weak": page.component_name(worst["component"]).lower(),
        "strong_score": score(best["score"]),
        "weak_score": score(worst["score"]),
        "weak_best": score(worst["best"]),
    }


def gaps(page: Page) -> Html:
    """Show which pillars make the gap to the province above and to the leader."""
    rivals = _rivals(page)
    if not rivals:
        return page.say("gaps-unknown", province=page.name)
    parts = {rival.province: _parts(page, rival.province) for rival in rivals}
    blocks = [
        Gap(_gap_heading(page, rival), _gap_rows(page, parts[rival.province])) for rival in rivals
    ]
    table = page.table(_gap_table(page, parts), page.language.say("gaps-caption"))
    first = parts[rivals[0].province].sort_values("contribution").iloc[0]
    words = {
        "province": page.name,
        "edition": str(page.edition),
        "rival": page.province_name(rivals[0].province),
        "pillar": page.component_name(first["component"]).lower(),
        "part": page.language.signed(first["contribution"]),
        "gap": page.language.signed(-rivals[0].gap),
    }
    cite = [each for rival in rivals for each in page.score_source(rival.province)]
    return page.figure("gaps", charts.gap_bars(blocks), table, cite, **words)


def _gap_heading(page: Page, rival: Neighbour) -> str:
    name, gap = page.province_name(rival.province), page.language.signed(-rival.gap)
    return str(page.language.say("gap-heading", rival=name, rank=rival.rank, gap=gap))


def _gap_rows(page: Page, parts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": [page.component_name(name) for name in parts["component"]],
            "value": parts["contribution"],
            "text": [page.language.signed(value) for value in parts["contribution"]],
        }
    )


def _gap_table(page: Page, parts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    say, first = page.language.say, next(iter(parts.values()))
    frame = pd.DataFrame(
        {
            say("column-pillar"): [page.component_name(name) for name in first["component"]],
            say("column-weight"): [page.language.decimal(weight) for weight in first["weight"]],
        }
    )
    for rival, rows in parts.items():
        column = say("column-part", rival=page.province_name(rival))
        frame[column] = [page.language.signed(value) for value in rows["contribution"]]
    return frame


def mean_gap(page: Page) -> Html:
    """Say what can be known of the gap to the national mean by pillar."""
    return page.say("gaps-mean", style="note", edition=str(page.edition))

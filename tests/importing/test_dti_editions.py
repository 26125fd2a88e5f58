"""The editions of the data are what an import makes of their tables, points of their own too."""

from __future__ import annotations

from datetime import date

import dti_files as files
import pandas as pd
import pytest
from conftest import published

from helpers.analysis import dti, proof, strength
from helpers.analysis.edition import every
from helpers.importing import dti_import, dti_points, table_files
from helpers.importing.dti_rows import Document, Edition
from helpers.store import data
from helpers.upkeep import checks

#: The live data: those that are frozen hold no edition of two tables, nor fitted points.
PACKAGE = published()
NAMES = PACKAGE["provinces"].set_index("province")["name_vi"]
PUBLISHED = Document(*files.PUBLISHER.values())
#: Every table with the scores of all that it ranks.
TABLES = [
    table for table in every(PACKAGE) if dti.table(table.published)["score"].count() == table.ranked
]
NEWEST_POINTS = max(table.number for table in TABLES if set(table.weights["basis"]) == {"fitted"})


def label(table):
    return f"{table.number} of {table.ranked}"


def without(table, weights=False):
    """The package without one table; without its edition's points too, if none is left of it."""
    tables = dict(PACKAGE.tables)
    confirmed = tables["confirmed"]
    tables["confirmed"] = confirmed[
        ~confirmed["about"].str.startswith(f"dti_scores/{table.number}/")
    ]
    for name in ("dti_editions", "dti_scores"):
        rows = tables[name]
        own = (rows["edition"] == table.number) & (rows["provinces_ranked"] == table.ranked)
        tables[name] = rows[~(own | (weights & (rows["edition"] == table.number)))]
    gone = weights or not (tables["dti_editions"]["edition"] == table.number).any()
    if gone:
        rows = tables["dti_weights"]
        tables["dti_weights"] = rows[rows["edition"] != table.number]
    return data.DataPackage(tables)


def wide(tmp_path, table, **changes):
    """A file of a table as it lies in the data: a column a component, and one each of ranks."""
    rows = table.published
    scores = rows.pivot(index="province", columns="component", values="score")
    ranks = rows.pivot(index="province", columns="component", values="rank")
    scores = scores.dropna(axis=1, how="all").map(lambda n: "" if pd.isna(n) else f"{n:.4f}")
    ranks = ranks.dropna(axis=1, how="all").map(lambda n: "" if pd.isna(n) else str(n))
    for (province, component), text in changes.get("scores", {}).items():
        scores.loc[province, component] = text
    heads = [*(f"{name} / Điểm" for name in scores), *(f"{name} / Hạng" for name in ranks)]
    two = [["Tỉnh", *(cell.split(" / ")[0] for cell in heads)],
           ["", *(cell.split(" / ")[1] for cell in heads)]]  # fmt: skip
    names = NAMES.reindex(scores.index)
    body = pd.concat([scores, ranks], axis=1).to_numpy().tolist()
    lines = [[name, *cells] for name, cells in zip(names, body, strict=True)]
    return files.write_csv(tmp_path / "wide.csv", two + lines)


def imported(tmp_path, table, package, file=None, **options):
    """Read a table's file as the command line does."""
    options = {"published": _day(table), "document": PUBLISHED, "source": ""} | options
    new = Edition(table.number, partial=True, **options)
    if not options["source"]:
        sources = package["sources"]
        package = data.DataPackage({
            **package.tables, "sources": sources[sources["source"] != new.source_id],
        })  # fmt: skip
    new = dti_import.check(package, new)
    return dti_import.plan(package, table_files.read(file or wide(tmp_path, table)), new)


def _day(table) -> date:
    rows = PACKAGE["dti_editions"]
    own = rows[(rows["edition"] == table.number) & (rows["provinces_ranked"] == table.ranked)]
    return own["published"].iloc[0].date()


def values(rows):
    """What rows say: table, province, component, score, rank."""
    frame = pd.DataFrame(rows)
    scores = pd.to_numeric(frame["score"]).map(lambda n: "" if pd.isna(n) else f"{n:.4f}")
    ranks = pd.to_numeric(frame["rank"]).map(lambda n: "" if pd.isna(n) else str(int(n)))
    named = (frame[name].astype(str) for name in ("provinces_ranked", "province", "component"))
    return set(zip(*named, scores, ranks, strict=True))


@pytest.mark.parametrize("table", TABLES, ids=label)
def test_a_wide_table_gives_exactly_the_rows_of_the_data(tmp_path, table):
    package = without(table)
    like = 0 if (package["dti_editions"]["edition"] < table.number).any() else table.number
    planned = imported(tmp_path, table, package, like=like or _before(package, table))
    assert values(planned.rows["dti_scores"]) == values(table.published)
    assert planned.rows["dti_editions"][0]["provinces_ranked"] == str(table.ranked)
    others = (PACKAGE["dti_editions"]["edition"] == table.number).sum() > 1
    assert bool(planned.rows["dti_weights"]) != others, "a second table finds its points there"


def _before(package, table):
    editions = package["dti_editions"]["edition"]
    return int(editions[editions < table.number].max())


def fitted():
    """The tables of the edition whose points were fitted to its full rows."""
    return [table for table in TABLES if table.number == NEWEST_POINTS]


def points(table):
    adding = table.weights[table.weights["adds_to_total"]]
    return dict(zip(adding["component"], map(int, adding["points"]), strict=True))


@pytest.mark.parametrize("table", fitted(), ids=label)
def test_points_of_its_own_are_taken_and_marked_as_fitted(tmp_path, table):
    package = without(table, weights=True)
    planned = imported(tmp_path, table, package, points=points(table))
    made = pd.DataFrame(planned.rows["dti_weights"])
    assert set(made["basis"]) == {"fitted"}
    own = table.weights.set_index("component")["points"].astype(int)
    assert made.set_index("component")["points"].astype(int).to_dict() == own.to_dict()
    methods = PACKAGE["dti_editions"].set_index("edition")["method"]
    assert {planned.rows["dti_editions"][0]["method"]} == set(methods[[table.number]])


def test_points_of_another_edition_are_carried_and_keep_their_source():
    new = Edition(NEWEST_POINTS + 1, date(NEWEST_POINTS + 2, 10, 15), NEWEST_POINTS)
    made = pd.DataFrame(dti_points.rows(PACKAGE, new))
    own = PACKAGE["dti_weights"].query("edition == @NEWEST_POINTS")
    assert set(made["basis"]) == {"carried"} and set(made["source"]) == set(own["source"])
    assert made["points"].astype(int).tolist() == own["points"].tolist()


def proven(planned, package):
    """What the rules of the totals say of the data with the rows of a plan."""
    types = {"edition": "Int64", "provinces_ranked": "Int64", "rank": "Int64", "score": "float64"}
    new = pd.DataFrame(planned.rows["dti_scores"]).replace("", None)
    new = new.astype({name: kind for name, kind in types.items() if name in new})
    weights = pd.DataFrame(planned.rows["dti_weights"])
    weights = weights.assign(adds_to_total=weights["adds_to_total"] == "true").astype(
        {"edition": "Int64", "points": "Int64"}
    )
    described = pd.DataFrame(planned.rows["dti_editions"])[["edition", "provinces_ranked"]]
    described = described.astype("Int64").assign(mean_total=None)
    return data.DataPackage({
        **package.tables, "dti_editions": described, "dti_weights": weights,
        "dti_scores": new.assign(confirmed_by="", row=""),
    })  # fmt: skip


@pytest.mark.parametrize("table", fitted(), ids=label)
def test_the_points_of_another_edition_are_refused_or_the_proof_is_called_weak(tmp_path, table):
    package = without(table, weights=True)
    wrong = proven(imported(tmp_path, table, package), package)
    problems = list(checks.totals_follow(wrong))
    (read,) = every(wrong)
    whole = proof.tally(read).full
    assert problems or not whole, "full rows show that the points are others"
    if not problems:
        weak = strength.strength(read).set_index("component")
        assert set(weak["proof"]) == {strength.BOUNDS}
        assert weak.drop(index=dti.TOTAL)["second"].max() < 0.5
    right = proven(imported(tmp_path, table, package, points=points(table)), package)
    assert not list(checks.totals_follow(right))


def test_a_province_that_went_on_has_equal_scores_in_both_tables():
    assert list(checks.edition_checks.tables_agree(PACKAGE)) == []
    scores = PACKAGE["dti_scores"]
    both = scores[scores["score"].notna()].groupby(["edition", "province", "component"])
    row = both.filter(lambda rows: len(rows) > 1).index[-1]
    wrong = scores.assign(score=scores["score"].mask(scores.index == row, 0.1234))
    spoiled = data.DataPackage({**PACKAGE.tables, "dti_scores": wrong})
    (problem,) = checks.edition_checks.tables_agree(spoiled)
    assert "0.1234" in problem.fault and "in the other table of the edition" in problem.fault


def test_a_table_that_is_there_is_refused(tmp_path):
    table = fitted()[0]
    with files.refused(r"edition \d+ is in data/dti_editions.csv already"):
        imported(tmp_path, table, PACKAGE)

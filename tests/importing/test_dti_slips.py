"""Plausible slips of who imports a table: each is refused or asked about, with file and cure."""

from __future__ import annotations

import shutil
from datetime import date

import dti_files as files
import pandas as pd
import pytest
from conftest import ROOT
from dti_files import COPIED, VIETNAMESE
from typer.testing import CliRunner

from helpers import cli
from helpers.analysis import dti
from helpers.importing import dti_confirmations, dti_import, dti_moves, table_files
from helpers.importing.dti_rows import Document, Edition
from helpers.store import data
from helpers.store.province_names import ProvinceNames
from helpers.upkeep import schema
from helpers.words.language import LANGUAGES

TABLE = ["rank", "name", *COPIED]
PUBLISHED = Document(*files.PUBLISHER.values())


@pytest.fixture
def folder(tmp_path):
    return files.without_editions(shutil.copytree(ROOT / "data", tmp_path / "project" / "data"))


@pytest.fixture
def rows():
    return files.real_rows()


def csv_of(tmp_path, rows, columns=TABLE, headings=VIETNAMESE):
    return files.write_csv(tmp_path / "dti.csv", files.lines(rows, columns, headings))


def plan(file, package=files.OLDER, published=date(2025, 2, 6), year=2023, **options):
    new = dti_import.check(package, Edition(year, published, document=PUBLISHED, **options))
    return dti_import.plan(package, table_files.read(file), new)


def refused(*arguments, **options):
    """What is said in every language; English is returned."""
    with files.refused() as caught:
        plan(*arguments, **options)
    said = caught.value.said
    assert set(said) == set(LANGUAGES) and said["vi"] != said["en"]
    return said["en"]


def run(folder, file, *options):
    arguments = {"--edition": "2023", "--published": "2025-02-06", **files.PUBLISHER}
    arguments |= dict(each.split("=") for each in options if "=" in each)
    flags = [each for each in options if "=" not in each]
    pairs = [part for pair in arguments.items() for part in pair]
    command = ["import-dti", str(file), *pairs, *flags, "--project", str(folder.parent)]
    done = CliRunner().invoke(cli.app, command)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output


# Whose table it is


def test_the_table_of_another_edition_is_refused_with_its_name(tmp_path, rows):
    folder = shutil.copytree(ROOT / "data", tmp_path / "project" / "data")
    files.without_editions(folder, first=2023)
    with files.refused("63 of 63 totals of edition 2023 equal those of ed") as e:
        run(folder, csv_of(tmp_path, rows))
    assert "this may be the table of edition 2022" in str(e.value)
    assert "dti.csv, row 2, column Giá trị DTI" in str(e.value)


def test_columns_that_the_method_does_not_know_are_not_dropped(tmp_path, rows):
    said = refused(csv_of(tmp_path, rows), like=2020)
    assert "dti.csv, column Hạ tầng số: edition 2021 has this component, and 2020" in said
    assert "--like 2021" in said
    assert plan(csv_of(tmp_path, rows)).edition.like == 2021, "the newest edition is the default"


def test_no_publisher_is_copied_and_no_file_name_reaches_a_title(tmp_path, rows):
    (source,) = plan(csv_of(tmp_path, rows)).rows["sources"]
    assert source["publisher"] == PUBLISHED.publisher
    assert "dti.csv" not in source["title"] and "dti.csv" in source["note"]
    new = Edition(2023, date(2025, 2, 6))
    with files.refused("--publisher and --publisher-en"):
        dti_import.check(files.OLDER, new)


# Scores of too few decimals


def shortened(rows, columns, decimals):
    return rows.assign(**{
        name: rows[name].astype(float).map(f"{{:.{decimals}f}}".format) for name in columns
    })  # fmt: skip


@pytest.mark.parametrize("decimals", [2, 3])
def test_scores_of_too_few_decimals_are_refused(tmp_path, rows, decimals):
    coarse = shortened(rows, COPIED, decimals)
    said = refused(csv_of(tmp_path, coarse))
    assert f"dti.csv, column Giá trị DTI: scores of {decimals} decimals, where 4 are needed" in said
    planned = plan(csv_of(tmp_path, coarse), partial=True)
    kept = pd.DataFrame(planned.rows["dti_scores"])
    assert set(kept["component"]) == {dti.TOTAL} and (kept["score"] == "").all()
    assert set(kept["basis"]) == {"printed"}, "no rank rests on coarse scores"


def test_one_coarse_column_is_enough_and_coarse_scores_alone_are_nothing(tmp_path, rows):
    one = csv_of(tmp_path, shortened(rows, ["economy_activity"], 3))
    assert "column Hoạt động kinh tế số: scores of 3 decimals" in refused(one)
    alone = csv_of(tmp_path, shortened(rows, COPIED, 3), ["name", *COPIED])
    assert "scores of 3 decimals" in refused(alone, partial=True)


def test_a_column_of_few_round_numbers_is_as_fine_as_its_table(tmp_path, rows):
    detail = files.lines(rows[:5], ["name", "total", "institutions", "infrastructure"])
    detail = [[cell.rstrip("0") if "." in cell else cell for cell in line] for line in detail]
    planned = plan(files.write_csv(tmp_path / "dti.csv", detail), partial=True)
    kept = {row["component"] for row in planned.rows["dti_scores"]}
    assert kept == {"total", "institutions", "infrastructure"}


# Which units


def of_successors(rows):
    """Rows that bear the names of the 34 units of July 2025, each with a former province's."""
    units = files.PACKAGE["provinces"]
    after = units[units["valid_until"].isna()]
    return rows.iloc[: len(after)].assign(name=list(after["name_vi"]), rank="")


def test_the_units_after_the_merger_are_recognised_and_were_not_there_before_it(tmp_path, rows):
    after = csv_of(tmp_path, of_successors(rows), ["name", *COPIED])
    for partial in (True, False):
        said = refused(after, partial=partial, year=2024, published=date(2025, 2, 6))
        assert "these are the 34 units of 1 July 2025, which there were not yet" in said
        assert "on 6 February 2025" in said
    late = {"year": 2024, "published": date(2025, 10, 21)}
    planned = plan(after, **late)
    assert len(planned.names.ids) == 34 and "bac-ninh-2025" in planned.names.ids
    assert len(plan(csv_of(tmp_path, rows), **late).names.ids) == 63


def test_names_of_before_and_after_are_asked_about(tmp_path, rows):
    few = of_successors(rows)[:10]
    late = {"year": 2024, "published": date(2025, 10, 21), "partial": True}
    file = csv_of(tmp_path, few, ["name", *COPIED])
    assert "say which: --units 63 or --units 34" in refused(file, **late)
    assert len(plan(file, **late, units=34).names.ids) == 34
    assert "no time with 50 units" in refused(file, **late, units=50)


# What is odd


def test_exchanged_columns_fit_the_last_edition_better_the_other_way(package):
    new = files.Edition.of(package, 2022)
    ones, others = "government_activity", "society_activity"
    scores = new.published
    swapped = scores["component"].replace({ones: others, others: ones})
    tables = {**package.tables, "dti_scores": pd.concat([
        package["dti_scores"].query("edition == 2022"),
        scores.assign(edition=2023, component=swapped),
    ], ignore_index=True)}  # fmt: skip
    tables["dti_editions"] = package["dti_editions"].query("edition == 2022")
    spoiled = data.DataPackage(tables)
    found = dti_moves.compared(spoiled, files.Edition.of(spoiled, 2023))
    said = [problem.fault for problem in found.questions]
    assert any(f"{ones} and {others} fit the last edition better" in each for each in said)
    assert any("total has almost the order of edition 2022" in each for each in said)
    assert (found.moves["move"] == 0).all() and len(found.moves) == 10


# Points of its own


def points_file(tmp_path, **changes):
    weights = files.PACKAGE["dti_weights"].query("edition == 2022 and adds_to_total")
    points = dict(zip(weights["component"], weights["points"], strict=True)) | changes
    cells = [["component", "points"], *([name, str(each)] for name, each in points.items())]
    return files.write_csv(tmp_path / "points.csv", cells)


def test_points_of_its_own_make_those_of_the_total_and_the_pillars(tmp_path, rows):
    from helpers.importing import dti_points

    own = dti_points.read(points_file(tmp_path, awareness=50, institutions=50, infrastructure=140))
    planned = plan(csv_of(tmp_path, rows), points=own)
    made = pd.DataFrame(planned.rows["dti_weights"]).set_index("component")["points"].astype(int)
    assert made["total"] == 940 and made["infrastructure"] == 140
    assert made["digital_government"] == 440 + 200 and made["digital_society"] == 440 + 150
    del own["awareness"]
    assert "other components than those that add to the total: awareness" in refused(
        csv_of(tmp_path, rows), points=own
    )


@pytest.mark.parametrize("text", ["", "-5", "12.5", "x"])
def test_points_are_whole_numbers(tmp_path, text):
    from helpers.importing import dti_points

    with files.refused(r"points\.csv, row \d, column points"):
        dti_points.read(points_file(tmp_path, awareness=text))


# Facts printed elsewhere


def facts_file(tmp_path, **changes):
    fact = {"province": "tra-vinh", "component": "digital_economy", "score": "0.6647",
            "rank": "27", "source": "merger-2025"} | changes  # fmt: skip
    return files.write_csv(tmp_path / "facts.csv", [list(fact), list(fact.values())])


def test_facts_are_proven_at_import_kept_and_proven_by_check(folder, tmp_path, rows):
    run(folder, csv_of(tmp_path, rows), f"--confirm={facts_file(tmp_path)}")
    table = data.load(folder)["confirmed"].query("source == 'merger-2025'")
    assert set(table["about"]) == {"dti_scores/2023/63/tra-vinh/digital_economy"}
    assert dict(zip(table["column"], table["value"], strict=True)) == {"score": 0.6647, "rank": 27}
    path = folder / "confirmed.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("rank,27", "rank,28"), encoding="utf-8")
    with files.refused(r"prints 28 as digital_economy of tra-vinh.* gives 27"):
        schema.check(folder)


def test_a_fact_may_name_its_province(tmp_path):
    names = files.PACKAGE["provinces"]
    ranked = ProvinceNames(names[names["valid_from"].isna()])
    path = facts_file(tmp_path, province="Tỉnh TRÀ VINH", score="0,6647")
    score, rank = dti_confirmations.read(path, 2023, ranked).rows
    assert score["about"] == rank["about"] == "dti_scores/2023/63/tra-vinh/digital_economy"
    assert (score["value"], rank["value"]) == ("0.6647", "27")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"score": "0.6657"}, "prints 0.6657 as digital_economy of tra-vinh in edition 2023"),
        ({"rank": "28"}, "prints 28 as digital_economy"),
        ({"score": "", "rank": ""}, "neither a score nor a rank"),
        ({"component": "awareness"}, "which edition 2023 does not have"),
        ({"source": "nowhere"}, "“nowhere” is not in sources"),
        ({"edition": "2022"}, "facts.csv, row 2, column edition: a fact of edition 2022"),
        ({"province": "Trà Vihn"}, "facts.csv, row 2, column province: .*is it Trà Vinh"),
        (
            {"rank": "28", "province": "Trà Vinh"},
            "facts.csv, row 2, column rank: merger-2025 prints",
        ),
        ({"source": "dti-2020-mirror"}, "facts.csv, row 2, column source: .*dti-2020-mirror"),
    ],
)
def test_a_fact_that_the_table_denies_is_refused(folder, tmp_path, rows, changes, message):
    before = (folder / "dti_scores.csv").read_bytes()
    with files.refused(message):
        run(folder, csv_of(tmp_path, rows), f"--confirm={facts_file(tmp_path, **changes)}")
    assert (folder / "dti_scores.csv").read_bytes() == before


def test_a_line_under_the_headings_that_names_a_group_drops_no_rank(tmp_path, rows):
    head, *body = files.lines(rows, TABLE)
    for line in (["", "", "", *["Chỉ số chính"] * 4], ["Chỉ số chính", *[""] * 6],
                 ["", "", *["Chỉ số chính"] * 5], ["", "Các chỉ số chính", *[""] * 5],
                 ["Nhóm dẫn đầu", *[""] * 6], ["", "", *["Chỉ số thành phần"] * 5],
                 ["I", "Nhóm các tỉnh", *[""] * 5], ["Chỉ số chính"] * 7):  # fmt: skip
        planned = plan(files.write_csv(tmp_path / "dti.csv", [head, line, *body]))
        kept = pd.DataFrame(planned.rows["dti_scores"]).query("component == 'total'")
        assert set(kept["basis"]) == {"printed"}, line
        assert len(planned.rows["dti_scores"]) == 63 * len(COPIED), line

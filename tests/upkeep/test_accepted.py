"""What was accepted of the data is known: no row of it goes, and no cell changes, unsaid."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys

import pytest
from conftest import FROZEN, LIVE, accept, briefing

from helpers.building import batch
from helpers.exceptions import DataError
from helpers.store import accepted, data, tables
from helpers.store.append import append
from helpers.store.descriptor import DESCRIPTOR, resources
from helpers.upkeep import schema

SERVICES = "bac-giang,services_level_3_4,2021,during,"


@pytest.fixture
def project(tmp_path):
    """A copy of the frozen data, accepted, without notebooks: none of them is run."""
    shutil.copytree(FROZEN, tmp_path / "data")
    accept(tmp_path / "data")
    return tmp_path


def lines(project, file="results.csv"):
    return (project / "data" / file).read_text(encoding="utf-8").splitlines(keepends=True)


def rewrite(project, changed, file="results.csv"):
    (project / "data" / file).write_text("".join(changed), encoding="utf-8", newline="\n")


def refused(project):
    """What is told of tables that are not as accepted, without a look at the rules."""
    folder = project / "data"
    found = accepted.problems(folder, tables.read_all(folder), resources(folder))
    return [str(each) for each in sorted(found)]


def test_the_live_data_are_as_accepted():
    texts, described = tables.read_all(LIVE), resources(LIVE)
    assert accepted.is_kept(described)
    assert accepted.problems(LIVE, texts, described) == []
    assert accepted.changes(LIVE, texts, described) == {}
    for each in described:
        assert each["rows"] == len(texts[each["path"]].text.splitlines()) - 1
    plain = {file: table.text for file, table in texts.items()}
    for path, content in accepted.kept(LIVE, plain).items():
        assert path.read_bytes() == content, "run `briefing accept`"


def test_a_lost_row_and_a_changed_cell_are_told_in_both_languages_until_they_are_accepted(project):
    before = lines(project)
    place = next(at for at, line in enumerate(before) if line.startswith(SERVICES))
    changed = before[place].replace(",1380,", ",1381,")
    rewrite(project, [*before[:place], changed, *before[place + 1 : -1]])
    done = briefing("check", "--project", project)
    key = "/".join(next(csv.reader([before[-1]]))[:4])
    assert done.returncode == 1
    assert f"results.csv, row {place + 1}, column value: “1381” is not what was acc" in done.stderr
    assert f"results.csv, row {len(before)}: the row “{key}" in done.stderr
    assert done.stderr.count("briefing accept") == 2 and "Traceback" not in done.stderr
    done = briefing("--lang", "vi", "check", "--project", project)
    assert f"results.csv, dòng {place + 1}, cột value: “1381” khác với ô đã nhận" in done.stderr
    assert f"results.csv, dòng {len(before)}: mất dòng đã nhận “{key}" in done.stderr
    done = briefing("new-year", "2024", "--project", project)
    assert done.returncode == 1 and "“1381” is not what" in done.stderr
    with pytest.raises(DataError, match="“1381” is not what"):
        batch.batch([(2021, "bac-giang")], ["vi"], project / "reports", project)
    unasked = briefing("accept", "--project", project)
    assert unasked.returncode == 1 and "--yes" in unasked.stderr
    assert f"results.csv, row {place + 1}, {SERVICES[:-1].replace(',', '/')}" in unasked.stdout
    assert "changed value: “1381”" in unasked.stdout and "gone" in unasked.stdout
    assert refused(project), "nobody said yes"
    assert briefing("accept", "--yes", "--project", project).returncode == 0
    done = briefing("check", "--project", project)
    assert (done.returncode, "18 tables as accepted" in done.stdout) == (0, True)
    assert briefing("accept", "--project", project).stdout == "18 tables as accepted\n"


def test_on_a_terminal_it_asks(project, monkeypatch):
    rewrite(project, lines(project)[:-1])
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\ny\n"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert "Nothing" in briefing("accept", "--project", project).stdout
    assert refused(project)
    assert briefing("accept", "--project", project).returncode == 0
    schema.check_accepted(project / "data")


def test_unsound_data_are_not_accepted(project):
    rewrite(project, [line.replace(",1380,", ",many,") for line in lines(project)])
    done = briefing("accept", "--yes", "--project", project)
    assert done.returncode == 1 and "“many”" in done.stderr


def test_the_year_s_round_needs_no_accepting(project):
    """Rows added by hand, marks filled in, rows that waited dropped: all as MAINTAINING says."""
    assert briefing("new-year", "2024", "--project", project).returncode == 0
    folder, before = project / "data", lines(project)
    schema.check_accepted(folder)
    waits = [at for at, line in enumerate(before) if "???" in line]
    filled = before[waits[0]].replace("???,", "1,", 1)
    rewrite(project, [*before[: waits[0]], filled, *before[waits[0] + 1 : waits[-1]]])
    sources = lines(project, "sources.csv")
    rewrite(project, [*sources, sources[-1].replace(sources[-1].split(",")[0], "new-source", 1)],
            "sources.csv")  # fmt: skip
    schema.check_accepted(folder)
    found = accepted.changes(folder, tables.read_all(folder), resources(folder))
    results = found["results.csv"]
    assert [len(each) for each in (results.filled, results.dropped)] == [1, 1]
    assert not (results.lost or results.changed or results.added)
    assert [place.key for place in found["sources.csv"].added] == ["new-source"]
    rewrite(project, before[:-20])
    assert "rows that were accepted are gone" in refused(project)[0], "what was whole is not free"


def test_check_counts_what_is_new(project):
    new = "task-firms,awareness,part,một phần,in part\n"
    rewrite(project, [*lines(project, "agenda_links.csv"), new], "agenda_links.csv")
    done = briefing("check", "--project", project)
    assert done.returncode == 0
    assert "agenda_links.csv: since it was accepted 1 added" in done.stdout


def test_rows_that_commands_write_are_accepted(project):
    folder = project / "data"
    new = {"component": "smart_city", "name_vi": "Đô thị", "name_en": "Smart city"}
    append(folder, {"dti_components": [new]})
    assert not refused(project)
    table = next(each for each in resources(folder) if each["name"] == "dti_components")
    assert table["rows"] == len(lines(project, "dti_components.csv")) - 1
    rewrite(project, lines(project, "dti_components.csv")[:-1], "dti_components.csv")
    assert "“smart_city” that was accepted here is gone" in refused(project)[0]


def test_a_number_written_otherwise_is_the_same_and_rows_in_another_order_are_not(project):
    scores = [line.replace(",0.3615,", ",0.36150,") for line in lines(project, "dti_scores.csv")]
    assert scores != lines(project, "dti_scores.csv")
    rewrite(project, scores, "dti_scores.csv")
    assert not refused(project)
    head, *rows = lines(project, "tiles.csv")
    rewrite(project, [head, *reversed(rows)], "tiles.csv")
    assert [each.partition(":")[0] for each in refused(project)] == ["tiles.csv"]


@pytest.mark.parametrize("after", [True, False])
def test_a_row_that_nearly_repeats_another_is_named_itself_and_the_rows_below_are_not(
    project, after
):
    before = lines(project)
    place = next(at for at, line in enumerate(before) if line.startswith(SERVICES))
    near = before[place].replace(",1380,", ",1381,")
    rewrite(project, [*before[: place + after], near, *before[place + after :]])
    (told,) = refused(project)
    row = place + 1 + after
    assert told.startswith(f"results.csv, row {row}, column value: “1381” is not what was acc")
    rewrite(project, [*before[:place], near, *before[place:-1], before[-1].replace(",,", ",x,")])
    assert f"results.csv, row {len(before) + 1}, column " in refused(project)[-1]


def test_many_rows_that_are_gone_are_one_line(project):
    rows = lines(project, "dti_scores.csv")
    rewrite(project, rows[: len(rows) // 2], "dti_scores.csv")
    lost = [each for each in refused(project) if "rows that were accepted are gone" in each]
    assert len(lost) == 1 and lost[0].startswith(f"dti_scores.csv, row {len(rows) // 2 + 1}: ")


BROKEN = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "junk": lambda path: path.write_bytes(bytes(range(256))),
    "a list": lambda path: path.write_bytes(b"[1]"),
    "of numbers": lambda path: path.write_bytes(b'{"results.csv": 7}'),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:999]),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_record_is_told_and_made_anew(project, how):
    folder = project / "data"
    BROKEN[how](folder / accepted.RECORD)
    told = refused(project)
    assert len(told) == 1 and "is missing, or cannot be read" in told[0]
    assert briefing("accept", "--yes", "--project", project).returncode == 0
    schema.check_accepted(folder)


@pytest.mark.parametrize("what", ["columns", "a cell", "a row"])
def test_a_record_that_lacks_prints_proves_nothing_and_is_told(project, what):
    path = project / "data" / accepted.RECORD
    known = json.loads(path.read_text(encoding="utf-8"))
    first = next(iter(known["results.csv"]["rows"]))
    if what == "columns":
        known["results.csv"]["columns"] = []
    else:
        cells = known["results.csv"]["rows"][first].split()
        known["results.csv"]["rows"][first] = " ".join(cells[1:]) if what == "a cell" else ""
    path.write_text(json.dumps(known), encoding="utf-8")
    (told,) = refused(project)
    assert "lacks prints of cells of results.csv" in told


def test_a_record_that_is_gone_is_made_anew_without_a_question_unless_a_table_differs(project):
    record, table = (project / "data" / name for name in (accepted.RECORD, "agenda_links.csv"))
    before = record.read_bytes()
    record.unlink()
    done = briefing("accept", "--project", project)
    assert done.returncode == 0 and record.read_bytes() == before
    record.unlink()
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([lines[0], *lines[2:]]), encoding="utf-8", newline="\n")
    assert briefing("accept", "--project", project).returncode == 1 and not record.exists()


def test_a_descriptor_that_lost_a_count_is_told_and_one_without_any_only_mentioned(project):
    path = project / "data" / DESCRIPTOR
    described = json.loads(path.read_text(encoding="utf-8"))
    del described["resources"][0]["rows"]
    path.write_text(json.dumps(described), encoding="utf-8")
    assert refused(project)[0].startswith(f"{DESCRIPTOR}: does not say how many rows sources.csv")
    described["resources"][1]["rows"] -= 1
    path.write_text(json.dumps(described), encoding="utf-8")
    assert len(refused(project)) == 2
    for each in described["resources"]:
        each.pop("rows", None)
    path.write_text(json.dumps(described), encoding="utf-8")
    schema.check_accepted(project / "data")
    append(project / "data", {"tiles": []})
    assert "rows" not in path.read_text(encoding="utf-8").replace("empty rows", "")[:2000]
    assert "a lost row may go unseen" in briefing("check", "--project", project).stdout


def test_the_record_is_read_by_column_so_that_a_new_one_asks_nothing(project):
    folder = project / "data"
    table = next(each for each in resources(folder) if each["name"] == "bounds")
    text = tables.read_all(folder)["bounds.csv"].text
    before = accepted.prints(table, text)
    fewer = accepted.Prints(before.columns[:-1], {
        key: cells.rpartition(" ")[0] for key, cells in before.rows.items()
    })  # fmt: skip
    assert not accepted.compared(table, fewer, text)
    assert data.load(folder)["bounds"].shape[0] == len(before.rows)

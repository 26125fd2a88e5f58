"""Wrong numbers planted one by one, in a year that was never published: the build stops at each.

A mutation is a text of the code, of a template or of the sentences, and what it becomes. The build
proves the pieces of a page before it writes them (``provenance.trace``), ``briefing check`` reads
the sentences; a mutation is caught when one of them, or a chapter's step, refuses in plain words or
has no way to compute. Tests of formulas are elsewhere: a wrong formula is consistent with itself.
"""

from __future__ import annotations

import importlib
import inspect
from contextlib import contextmanager
from functools import cache
from types import FunctionType
from typing import NamedTuple

import pandas as pd
import pytest
from cells import IN_TURN, drawn_for, shown
from conftest import whole

from helpers.exceptions import BriefingError
from helpers.figures import printed
from helpers.figures.provenance import trace
from helpers.pages import pieces
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.store import data
from helpers.words import language as languages
from helpers.words import sentences
from helpers.words.language import Language

YEAR = 2024


@cache
def never_published() -> data.DataPackage:
    """The data, and a year more: figures of 2021 told anew, all of them changed."""
    tables = dict(whole().tables)
    results = tables["results"]
    old = results[results["period"].str.startswith("2021")]
    shares = old["indicator"].str.endswith("_share") & (old["qualifier"] == "exact")
    value = (old["value"] * 1.1).round().where(~shares, (old["value"] * 0.9).round(2))
    same = (old["qualifier"] == "approx") | old["indicator"].str.endswith("_rank")
    new = old.assign(
        period=old["period"].str.replace("2021", str(YEAR)),
        value=old["value"].where(same, value),
        base=float("nan"),
    )
    tables["results"] = pd.concat([results, named("results", new)], ignore_index=True)
    targets = tables["targets"]
    rank = targets[targets["indicator"] == "dti_rank"].iloc[:1]
    due = rank.assign(target="reach", due=YEAR, edition=2022, comparator="<=", value=5.0)
    kept = rank.assign(target="keep", due=YEAR + 1, edition=pd.NA, comparator="<=", value=12.0)
    more = pd.concat([named("targets", due), named("targets", kept)]).astype(targets.dtypes)
    tables["targets"] = pd.concat([targets, more], ignore_index=True)
    # Without the briefing of 2023 its edition is new to this one: the rank moves.
    briefings = tables["briefings"]
    briefings = briefings[briefings["year"] != 2023]
    year = briefings.iloc[-1:].assign(year=YEAR, as_of=pd.Timestamp(YEAR, 12, 31), source="")
    year = named("briefings", year).astype(briefings.dtypes)
    tables["briefings"] = pd.concat([briefings, year], ignore_index=True)
    return data.DataPackage(tables)


def named(table, rows):
    keys = {"results": ["scope", "indicator", "period", "timing"], "targets": ["target"],
            "briefings": ["year"]}[table]  # fmt: skip
    names = zip(*(rows[key].astype(str) for key in keys), strict=True)
    return rows.assign(row=["/".join((table, *name)) for name in names])


def briefing_of(province="bac-giang"):
    return Briefing.of(never_published(), YEAR, province)


@cache
def unspoiled():
    """The briefing of which nothing was worked out while a mutation was planted."""
    return briefing_of()


def build(step, briefing, lang="vi"):
    """Do what a build does with one step of a chapter."""
    where, _ = step.rsplit(".", 1)
    page = Page(where, briefing, Language(lang))
    piece = shown(page, step)
    trace([("c", piece)], briefing, page.language)
    whole_page = f'<section class="dx-chapter">{piece.__html__()}</section>'
    printed.require_as_told(whole_page, [("c", piece)])
    return piece


class Mutation(NamedTuple):
    """What is planted: the kind of fault, where, what becomes what, and the step that tells it."""

    kind: str
    place: str
    old: str
    new: str
    step: str
    province: str = "bac-giang"
    lang: str = "vi"


STANDING, SERVICES = "dti_position.standing", "online_services.supply"
MUTATIONS = [
    # A constant typed into a sentence, a title, a caption, an alternative text, a template.
    Mutation("constant", "en.ftl", "ahead of { $behind } other provinces",
             "ahead of 35 other provinces", STANDING, lang="en"),
    Mutation("constant", "vi.ftl", "dti-mean-above = Tổng điểm", "dti-mean-above = Tổng 1.000 điểm",
             STANDING),
    Mutation("constant", "vi.ftl", "ladder-title = ", "ladder-title = 63 tỉnh: ",
             "dti_position.ladder"),
    Mutation("constant", "vi.ftl", "ladder-description = ", "ladder-description = 63 thanh: ",
             "dti_position.ladder"),
    Mutation("constant", "vi.ftl", "ladder-caption = ", "ladder-caption = 63 ",
             "dti_position.ladder"),
    Mutation("a year typed", "vi.ftl", "(DTI { $edition })", "(DTI 2022)", "headline.sentence"),
    Mutation("a year typed", "vi.ftl", "profile-subtitle = ", "profile-subtitle = 2021 ",
             "dti_position.profile"),
    Mutation("a year typed", "fragments/subheading.html.j2", "{{ title }}", "{{ title }} 2021",
             "agenda.followed"),
    Mutation("constant", "fragments/paragraph.html.j2", "{{ text }}", "{{ text }} 7", STANDING),
    Mutation("constant", "pages.page", '**words,', '**words | {"title": text("hạng 10")},',
             "dti_position.ladder"),
    Mutation("constant", "chapters.dti_position", '"rank": page.rank(),\n        "ranked"',
             '"rank": 9,\n        "ranked"', STANDING),
    Mutation("constant", "chapters.dti_position", '"edition": page.edition,\n        "rank"',
             '"edition": "2022",\n        "rank"', STANDING),
    # Two values of a sentence swapped.
    Mutation("swapped", "vi.ftl", "từ hạng { $old }{ beside-derived } lên hạng { $new }",
             "từ hạng { $new }{ beside-derived } lên hạng { $old }", "dti_peers.past"),
    Mutation("swapped", "en.ftl", "(rank { $above_rank }), ahead by { $above_gap }",
             "(rank { $above_rank }), ahead by { $leader_gap }", STANDING, lang="en"),
    Mutation("swapped", "chapters.dti_position", 'of(here, "above.gap")', 'of(here, "leader.gap")',
             STANDING),
    Mutation("swapped", "chapters.dti_position", 'page.at(here, "leader.province")',
             'page.at(here, "above.province")', STANDING),
    Mutation("swapped", "chapters.dti_position", 'of(known, "behind")', 'of(known, "published")',
             STANDING),
    Mutation("swapped", "chapters.online_services", "third, fourth = _found(",
             "fourth, third = _found(", "online_services.portals"),
    Mutation("swapped", "chapters.online_services", "first, last = rows.iloc[0], rows.iloc[-1]",
             "last, first = rows.iloc[0], rows.iloc[-1]", "online_services.national_context"),
    Mutation("swapped", "chapters.dti_peers", '"old": held(before, "rank"), "new": held(last, ',
             '"new": held(before, "rank"), "old": held(last, ', "dti_peers.past"),
    # A neighbour's row, another province, another edition, another component.
    Mutation("another province", "chapters.dti_position", '"rank": page.rank(),\n        "ranked"',
             '"rank": page.rank("da-nang"),\n        "ranked"', STANDING),
    Mutation("another province", "chapters.dti_position", 'page.score(style="points"), "ranked"',
             'page.score("lang-son", style="points"), "ranked"', STANDING),
    Mutation("another province", "chapters.appendix", 'page.province_name(row["province"])',
             'page.province_name("da-nang")', "appendix._dti_table"),
    Mutation("another component", "chapters.dti_position", '"rank": page.rank(),\n        "ranked"',
             '"rank": page.rank(component="digital_society"),\n        "ranked"', STANDING),
    Mutation("a neighbour's row", "chapters.dti_climb", '_score(page, row, "best", "leader")',
             '_score(page, row, "own", "province")', "dti_climb.gains"),
    Mutation("a neighbour's row", "analysis.results",
             "return results.iloc[there[-1]] if there else None",
             "return results.iloc[0] if there else None", SERVICES),
    Mutation("another edition", "pages.page",
             'self.write(held(self.briefing.edition_row, "edition"), "year")',
             'self.write(held(self.briefing.data["dti_editions"].iloc[0], "edition"), "year")',
             STANDING),
    Mutation("another year", "pages.page", 'held(self.briefing.row, "year")',
             'held(self.briefing.before.row, "year")', "online_services.foundations"),
    # Off by one, sign, times a hundred.
    Mutation("off by one", "chapters.dti_position", '"rank": page.rank(),\n        "ranked"',
             '"rank": page.rank() + 1,\n        "ranked"', STANDING),
    Mutation("off by one", "chapters.dti_position", '"behind": of(known, "behind"),',
             '"behind": of(known, "behind") - 1,', STANDING),
    Mutation("off by one", "pages.values", "Value(_number(row[column]), _origin(row, column))",
             "Value(_number(row[column]) + 1, _origin(row, column))", STANDING),
    Mutation("off by one", "words.language", 'format_decimal(round(number), format="#,##0"',
             'format_decimal(round(number) + 1, format="#,##0"', STANDING),
    Mutation("sign", "words.language", 'return "+" if number > 0', 'return "+" if number < 0',
             "dti_gaps.why"),
    Mutation("sign", "chapters.dti_position", 'of(here, "mean_gap").size',
             'of(here, "mean_gap").negated', STANDING),
    Mutation("times a hundred", "words.language", 'abs(score) * _SCALES["points"]',
             '100 * abs(score) * _SCALES["points"]', STANDING),
    Mutation("times a hundred", "words.language", 'return format_percent(share, format="0%"',
             'return format_percent(100 * share, format="0%"', "dti_robustness.distribution"),
    Mutation("times a hundred", "pages.values", "    return int(number) if",
             "    number *= 100\n    return int(number) if", SERVICES),
    # Unit, qualifier, verdict.
    Mutation("unit", "pages.page", 'unit = self.briefing.indicator(row["indicator"])["unit"]',
             'unit = "files"', SERVICES),
    Mutation("qualifier", "pages.page", 'unit, row["qualifier"], base', 'unit, "exact", base',
             "online_services.signing"),
    Mutation("qualifier", "vi.ftl", "qualifier-nearly = gần { $value }",
             "qualifier-nearly = { $value }", "online_services.signing"),
    Mutation("verdict", "vi.ftl", "target-missed = Không đạt", "target-missed = Đạt",
             "promises.compared"),
    Mutation("verdict", "pages.target_words", """f"target-{target['status'].replace('_', '-')}\"""",
             '"target-met"', "promises.compared"),
    Mutation("verdict", "analysis.targets", '    return "holds_today" if holds else "not_yet"',
             '    return "not_yet" if holds else "holds_today"', "promises.compared"),
    Mutation("verdict", "chapters.dti_position", '"above" if gap > 0 else "below"',
             '"below" if gap > 0 else "above"', STANDING),
    Mutation("verdict", "analysis.history", 'return "up" if places > 0',
             'return "up" if places < 0', "dti_peers.past"),
    Mutation("verdict", "chapters.movements", 'change.negated if moved == "down" else change',
             'change.negated if moved == "up" else change', "headline.sentence"),
    Mutation("verdict", "chapters.dti_outlook", '"rank-reserve" if first["places"] >= 0',
             '"rank-reserve" if first["places"] < 0', "dti_outlook.rank_targets"),
    # A chart's labels, its scale, its drawing for a phone.
    Mutation("a chart's label", "drawing.rank_charts", "0.006, place, str(item.text)",
             '0.006, place, "0,9999"', "dti_position.ladder"),
    Mutation("a chart's label", "chapters.dti_position",
             '"text": [page.write(held(row, "score"), "points") for _, row in rows.iterrows()],',
             '"text": [page.score("da-nang", style="points") for _, row in rows.iterrows()],',
             "dti_position.ladder"),
    Mutation("a chart's scale", "drawing.charts", "[number(tick) for tick in ticks.round(1)]",
             "[number(tick) for tick in ticks.round(1) + 0.1]", "dti_position.profile"),
    Mutation("a chart's scale", "drawing.rank_charts", "list(map(str, editions))",
             "list(map(str, editions[::-1]))", "dti_peers.past"),
    Mutation("a phone's drawing only", "drawing.rank_charts", "axes.set(xlabel=\"\", xticks=[])",
             "axes.set(xlabel=\"\", xticks=[])\n"
             "        _ = width > _PHONE or axes.text(0, -9, '63')", "dti_position.ladder"),
    Mutation("bars and labels", "chapters.dti_position", '"score": rows["score"],\n',
             '"score": rows["score"] * 2,\n', "dti_position.ladder"),
    # A small whole number that stands in a cited row anyway.
    Mutation("a small number", "chapters.extreme_pillars", 'of(extremes, f"{side}.rank")', '"10"',
             "headline.sentence"),
    Mutation("a small number", "vi.ftl", "hạng { $weak_rank }", "hạng 9", "headline.sentence"),
]  # fmt: skip


@contextmanager
def planted(mutation, monkeypatch):
    """Put a mutation in its place, and take it out again."""
    if mutation.place.endswith((".ftl", ".j2")):
        plant_in_text(mutation, monkeypatch)
        yield
    else:
        module = importlib.import_module(f"helpers.{mutation.place}")
        source = inspect.getsource(module)
        assert mutation.old in source, "the code has changed: mend the mutation"
        scratch = {"__name__": module.__name__, "__file__": module.__file__}
        exec(compile(source.replace(mutation.old, mutation.new), module.__file__, "exec"), scratch)
        codes = list(changed_codes(vars(module), scratch, module.__name__))
        assert codes, "nothing has changed"
        for function, code in codes:
            monkeypatch.setattr(function, "__code__", code)
        yield


def changed_codes(old, new, module):
    """Yield the functions that a source has changed, methods and decorated ones too."""
    for name, found in old.items():
        other = new.get(name)
        if isinstance(found, type) and found.__module__ == module and isinstance(other, type):
            yield from changed_codes(vars(found), vars(other), module)
        before, after = function_of(found), function_of(other)
        if before and after and before.__module__ == module:
            parts = ("co_code", "co_consts", "co_names")
            if any(
                getattr(before.__code__, each) != getattr(after.__code__, each) for each in parts
            ):
                yield before, after.__code__


def function_of(found):
    """Return the function behind a property or a decorator; None if there is none."""
    found = getattr(found, "fget", None) or getattr(found, "func", found)
    found = inspect.unwrap(found) if callable(found) else found
    return found if isinstance(found, FunctionType) else None


def plant_in_text(mutation, monkeypatch):
    if mutation.place.endswith(".j2"):
        loader = pieces.environment().loader
        real = loader.get_source

        def spoiled(environment, name):
            text, file, _ = real(environment, name)
            if name == mutation.place:
                assert mutation.old in text
                text = text.replace(mutation.old, mutation.new)
            return text, file, lambda: False

        monkeypatch.setattr(loader, "get_source", spoiled)
        monkeypatch.setattr(pieces.environment(), "cache", None)
        return
    real_read = sentences._read

    def read(name):
        text = real_read(name)
        if name != mutation.place:
            return text
        assert mutation.old in text, "the sentence has changed: mend the mutation"
        return text.replace(mutation.old, mutation.new, 1)

    monkeypatch.setattr(sentences, "_read", read)
    for kept in (sentences._messages, sentences.claims):
        kept.cache_clear()


def check_and_build(mutation):
    if mutation.place.endswith(".ftl"):
        found = [str(problem) for problem in sentences.problems()]
        for kept in (sentences._messages, sentences.claims):
            kept.cache_clear()
        assert found, "the sentences are read as if nothing were wrong"
        raise BriefingError(found[0])
    with drawn_for("narrow" if "phone" in mutation.kind else "wide"):
        build(mutation.step, briefing_of(mutation.province), mutation.lang)


def name_of(mutation):
    return f"{mutation.kind}: {mutation.place}: {mutation.new.strip()[:40]}"


@pytest.mark.parametrize("step", sorted({each.step for each in MUTATIONS}))
@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_without_a_mutation_the_build_goes_on(step, lang):
    with drawn_for(IN_TURN[languages.LANGUAGES.index(lang)]):
        assert build(step, unspoiled(), lang)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=name_of)
def test_a_mutation_is_caught(mutation, monkeypatch):
    with planted(mutation, monkeypatch), pytest.raises((BriefingError, TypeError)) as raised:
        check_and_build(mutation)
    assert isinstance(raised.value, BriefingError) or "unsupported operand" in str(raised.value)


def test_there_are_mutations_of_every_kind():
    kinds = {mutation.kind for mutation in MUTATIONS}
    assert len(MUTATIONS) >= 40 and len(kinds) >= 15
    assert len({planted_in(mutation) for mutation in MUTATIONS}) == len(MUTATIONS)


def planted_in(mutation):
    return mutation.place, mutation.old, mutation.new

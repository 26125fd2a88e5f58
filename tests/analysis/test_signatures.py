"""Public functions of the analysis: one order of arguments, and no unknown name is let pass."""

from __future__ import annotations

import inspect
import json
import pkgutil
from importlib import import_module

import pandas as pd
import pytest
from conftest import ROOT

from helpers import analysis
from helpers.analysis import agenda, dti, gaps, history, results
from helpers.analysis.edition import Edition
from helpers.exceptions import ParameterError
from helpers.pages.briefing import Briefing
from helpers.store.data import NATIONAL

MODULES = [import_module(f"helpers.analysis.{each.name}")
           for each in pkgutil.iter_modules(analysis.__path__)]  # fmt: skip
FUNCTIONS = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{name}": function
    for module in MODULES
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
}
#: What is looked into.
LOOKED_INTO = {"Edition", "Breakdown", "DataPackage", "pd.DataFrame"}
#: Then who, the other, the year; then all else.
ORDER = (
    {"province", "provinces", "scope"},
    {"rival", "peers", "rank", "component", "indicator", "indicators"},
    {"year", "day"},
)
#: Arguments that are sound, for calls that are refused because of another.
SOUND = {
    "rival": "bac-ninh",
    "rank": 5,
    "indicators": ["files_online_share"],
    "rivals": ["bac-ninh"],
    "members": ["bac-ninh", "da-nang"],
    "count": 2,
    "concentration": 50.0,
    "draws": 16,
    "seed": 1,
    "top": 10,
    "each_side": 2,
    "best": True,
    "year": 2022,
}


def place(parameter):
    """The place of a parameter in the order."""
    name, kind = parameter.name, str(parameter.annotation).split(" | ", maxsplit=1)[0]
    places = [number for number, names in enumerate(ORDER, start=1) if name in names]
    if kind in LOOKED_INTO and parameter.default is parameter.empty and places in ([], [1]):
        return 0
    return places[0] if places else len(ORDER) + 1


def in_order(function):
    places = [place(each) for each in inspect.signature(function).parameters.values()]
    return places == sorted(places)


def test_there_are_functions():
    assert len(FUNCTIONS) > 50


@pytest.mark.parametrize("name", FUNCTIONS)
def test_arguments_come_in_one_order(name):
    assert in_order(FUNCTIONS[name]), inspect.signature(FUNCTIONS[name])


def test_another_order_is_noticed():
    def table_after_who(edition: Edition, province: str, context: pd.DataFrame): ...
    def other_before_who(edition: Edition, rival: str, province: str): ...
    def year_before_who(known: pd.DataFrame, year: int, scope: str): ...
    def option_before_rank(edition: Edition, top: int, rank: int): ...

    for wrong in (table_after_who, other_before_who, year_before_who, option_before_rank):
        assert not in_order(wrong)


def arguments(package, function):
    """Sound arguments of a function, by name."""
    edition = Edition.of(package, 2022)
    given = SOUND | {"edition": edition, "breakdown": edition.breakdown, "known": package}
    given |= {"package": package, "context": package["context"], "provinces": package["provinces"]}
    given["before"] = package["results"].iloc[:0]
    given["peers"] = pd.DataFrame({"province": ["da-nang"]})
    if function is history.ranks_over_time:
        given["provinces"] = ["bac-giang"]
    wanted = inspect.signature(function).parameters.values()
    return {
        each.name: given[each.name]
        for each in wanted
        if each.name in given and (each.default is each.empty or each.name in {"draws", "seed"})
    }


#: Functions that know which provinces there are: from an edition, a breakdown, or a package.
ASKING = [
    (name, who)
    for name, function in FUNCTIONS.items()
    for who in inspect.signature(function).parameters
    if who in {"province", "scope", "rival"}
    and next(iter(inspect.signature(function).parameters))
    in {"edition", "breakdown", "package", "known"}
    # Of one the result is a programme, which no text shows.
    and name not in {"results.find_scope", "robustness.rank_programme"}
]


def test_many_functions_ask_who():
    assert len(ASKING) > 15


@pytest.mark.parametrize(("name", "who"), ASKING)
def test_an_unknown_province_is_refused_and_a_name_is_as_good_as_an_id(package, name, who):
    function = FUNCTIONS[name]
    given = arguments(package, function)
    given |= (
        {"province": "bac-giang"} if "province" in inspect.signature(function).parameters else {}
    )
    with pytest.raises(ParameterError, match="unknown province “nowhere”"):
        function(**given | {who: "nowhere"})
    with pytest.raises(ParameterError, match="did you mean bac-giang"):
        function(**given | {who: "Bắc Giag"})
    by_id, by_name = (repr(function(**given | {who: each})) for each in ("bac-giang", "Bac Giang"))
    assert by_id == by_name


def test_ranks_over_time_take_names_and_refuse_what_is_none(package):
    names = history.ranks_over_time(package, ["Bắc Giang", "Da Nang"])["province"].unique()
    assert list(names) == ["bac-giang", "da-nang"]
    with pytest.raises(ParameterError, match="unknown province “nowhere”"):
        history.ranks_over_time(package, ["bac-giang", "nowhere"])


def test_a_component_that_is_none_is_refused_by_name(package):
    edition = Edition.of(package, 2022)
    for ask in (edition.table, lambda name: dti.standing(edition, "bac-giang", name)):
        with pytest.raises(ParameterError, match="“digital_econmy”, did you mean digital_economy"):
            ask("digital_econmy")
    assert len(edition.table("digital_economy"))


def test_an_indicator_that_is_none_is_refused_by_name(package):
    here = Briefing.of(package, 2021, "bac-giang")
    for ask in (
        here.result,
        lambda name: results.of(package, "bac-giang", [name], 2021),
        lambda name: results.speaking(package, NATIONAL, [name], 2021),
    ):
        with pytest.raises(ParameterError, match="indicator “files_onlin_share”, did you mean"):
            ask("files_onlin_share")
    assert here.result("files_online_share") is None, "known, and not reported"


def test_the_kinds_of_items_are_those_of_the_data(package):
    fields = json.loads((ROOT / "data/datapackage.json").read_text("utf-8"))["resources"]
    (table,) = (each for each in fields if each["name"] == "agenda")
    (kind,) = (each for each in table["schema"]["fields"] if each["name"] == "kind")
    assert sorted(kind["constraints"]["enum"]) == sorted(agenda.KINDS)
    with pytest.raises(ParameterError, match="kind of item “plan”; there are: limitation, "):
        agenda.of_kind(package["agenda"], "bac-giang", 2021, "plan")
    none = agenda.of_kinds(package["agenda"], "bac-giang", 2021, [])
    assert none.empty and list(none.columns) == list(package["agenda"].columns)


def test_the_mean_and_the_nation_are_no_provinces_and_pass(package):
    edition = Edition.of(package, 2022)
    assert len(gaps.contributions(edition.breakdown, "Bắc Giang", gaps.MEAN))
    assert FUNCTIONS["results.find_scope"](package, NATIONAL, 2022) == NATIONAL


def test_a_unit_without_a_score_is_known_and_a_breakdown_may_know_none(package):
    edition = Edition.of(package, 2020)
    assert dti.standing(edition, "Hà Nam").score is None
    assert gaps.contributions(edition.breakdown, "Hà Nam", "bac-giang").empty
    assert Edition(2020, edition.published, edition.weights).find("anything") == "anything"

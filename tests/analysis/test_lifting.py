"""What it would give to lift the weakest component to the mean of all."""

from __future__ import annotations

import pytest

from helpers.analysis import dti, lifting, proof, story
from helpers.analysis.edition import Edition
from helpers.analysis.gaps import REST


@pytest.fixture(scope="module")
def edition(package):
    return Edition.of(package, 2022)


def test_infrastructure_alone_gives_bac_giang_rank_8(edition):
    lift = lifting.to_the_mean(edition, "Bắc Giang")
    assert (lift.component, lift.rank, lift.ranked) == ("infrastructure", 44, 63)
    assert (lift.score, lift.mean, lift.gain) == (0.5586, 0.6168, 0.0058)
    assert (lift.rank_now, lift.rank_then) == (9, 8)


def test_every_province_is_lifted_as_by_hand(edition):
    """Work each out again from the table of all, a total of which is changed."""
    wide = dti.wide(edition.published)
    weights = proof.weights(edition).set_index("component")["weight"].copy()
    whole = [name for name in weights.index if wide[name].notna().sum() == edition.ranked]
    assert 0 < len(whole) < len(weights), "only what is known of all counts"
    parts = {"infrastructure": 0.1, "government_activity": 0.2}
    parts |= {"economy_activity": 0.15, "society_activity": 0.15}
    assert set(whole) == set(parts), "four of the five indexes of the foundation are left"
    weights[REST] = 0.4
    left = wide["total"] - sum(weight * wide[name] for name, weight in parts.items())
    wide[REST] = story.scores(edition)[REST]
    assert ((left / 0.4 - wide[REST]).abs() < 0.001).all()
    whole.append(REST)
    lifted = 0
    for province, own in wide.iterrows():
        lift = lifting.to_the_mean(edition, province)
        below = [name for name in whole if own[name] < round(wide[name].mean(), 4)]
        assert (lift is None) == (not below)
        if lift is None:
            continue
        lifted += 1
        places = {name: int((wide[name] > own[name]).sum()) + 1 for name in below}
        assert lift.component in below and lift.rank == max(places.values())
        totals = wide["total"].copy()
        totals[province] = round(own["total"] + lift.gain, 4)
        assert lift.rank_then == int(dti.ranks(totals)[province]) <= lift.rank_now
        missing = weights[lift.component] * (lift.mean - own[lift.component])
        assert abs(lift.gain - missing) <= 0.00005 + 1e-9 and lift.gain >= 0
    assert 0 < lifted < edition.ranked, "the leaders are below no mean"


def test_nothing_is_lifted_where_scores_are_not_known_of_all(package):
    assert lifting.to_the_mean(Edition.of(package, 2020), "bac-giang") is None
    assert lifting.to_the_mean(Edition.of(package, 2021), "bac-giang") is None


def test_what_is_lifted_is_what_the_headline_calls_the_worst(edition):
    """Ba Ria - Vung Tau is 51st in the rest of the foundation, 38th in the economy's activity."""
    assert lifting.to_the_mean(edition, "ba-ria-vung-tau").component == REST
    told = 0
    for province in edition.table()["province"]:
        found = story.components(edition, province)
        ends, lift = story.ends(found[found["part"]]), lifting.to_the_mean(edition, province)
        if ends.weak is not None and ends.weak["side"] == "below":
            told += 1
            weak = [row["component"] for row in (ends.weak, ends.weak_too) if row is not None]
            assert lift is not None and lift.component in weak, province
    assert told > 40

"""Chapter 1: the year in one sentence, its key figures, and what follows."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import agenda, coherence, dti, fifths, lifting, proof, results, story, targets
from helpers.analysis.coherence import Extremes
from helpers.analysis.gaps import REST
from helpers.analysis.lifting import Lift
from helpers.chapters import dti_strip, movements, promises
from helpers.pages import target_words
from helpers.pages.citing import cite, cite_all
from helpers.pages.holding import Holding, holding
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, piece
from helpers.pages.values import counted, held, of
from helpers.store.data import NATIONAL
from helpers.words.language import Said
from helpers.words.told import Name, Telling, Text, emphasised, joined

#: A fall is a story where the rank is known in so many editions.
_STORY = 3
#: So many strengths and weaknesses, no more: a leader keeps two of each in mind.
_MOST = 2


def decision(page: Page, answered: pd.DataFrame, promised: pd.DataFrame) -> Piece:
    """Return the one thing to decide, by the first of three that there is.

    A limitation without a task; the weakest component, below the mean; the newest overdue target.

    Parameters
    ----------
    page : Page
        The page.
    answered : DataFrame
        What :func:`helpers.analysis.agenda.answered` returns.
    promised : DataFrame
        The province's targets with their results (``page.briefing.targets``).
    """
    found = [*_open_limitations(page, answered), *_lift(page), *_unreported(page, promised)]
    if not found:
        return join()
    title = page.text("overview-decision")
    return piece("decision", title=title, sentences=found[0])


def _open_limitations(page: Page, rows: pd.DataFrame) -> list[list[Text]]:
    rows, here = rows.drop_duplicates("row"), page.briefing
    every = agenda.answered(here.data, here.province, here.year)
    unanswered = rows[rows["extent"] == "none"]
    if unanswered.empty:
        return []
    said = page.text(
        "decide-task",
        cite_all(rows),
        names=page.short_names(unanswered),
        open=counted("open-limitations", unanswered),
        count=counted("limitations", rows),
        held=holding(rows, every),
    )
    return [[said, *(page.item(row) for row in _each(unanswered))]]


def _lift(page: Page) -> list[list[Text]]:
    """Return what asks to raise the weakest component, and what speaks against counting on it."""
    here = page.briefing
    lift = None if here.edition is None else lifting.to_the_mean(here.edition, here.province)
    if lift is None:
        return []
    rest = lift.component == REST
    named = dti.FOUNDATION if rest else lift.component
    cited = page.score_source(here.province, dti.TOTAL, named)
    values: dict[str, Said] = {name: of(lift, name) for name in ("rank", "ranked")}
    values["component"] = dti_strip.rest_named(page) if rest else page.at(lift, "component").lower()
    cited = [*cited, *page.edition_source()]
    if here.last_day is not None:  # no later edition will rank the province
        return [[page.text("decide-lift-closing", cited, **values)]]
    values |= {"gain": page.write(of(lift, "gain"), "points"), "then": of(lift, "rank_then")}
    said = page.text("decide-lift", cited, **values, rises=_rises(lift))
    return [[said, *_caution(page)]]


def _rises(lift: Lift) -> str:
    """Say whether the lift reaches a better rank; who is first has none to reach."""
    if lift.rank_now == 1:
        return "first"
    return "yes" if lift.rank_then < lift.rank_now else "no"


def _caution(page: Page) -> list[Text]:
    """Say how much the mean of all rose from the edition before, where the method is the same."""
    here, before = page.briefing, page.briefing.edition_before
    if here.edition is None or before is None:
        return []
    means = [dti.standing(each, here.province) for each in (before, here.edition)]
    same = _by_the_same_method(page, before.number)
    then, now = (each.mean for each in means)
    if not same or then is None or now is None or then >= now:
        return []
    row = here.data["dti_editions"].set_index("edition", drop=False).loc[before.number]
    if pd.isna(row["mean_total"]):
        return []
    values: dict[str, Said] = {"now": page.write(of(means[1], "mean"), "points")}
    values["before"] = page.write(held(row, "mean_total"), "points")
    return [page.text("decide-lift-caution", cite(row), **values)]


def _by_the_same_method(page: Page, edition: int) -> bool:
    """Say whether an edition was made by the method of the newest."""
    known = page.briefing.data["dti_editions"].set_index("edition")["method"]
    return bool(known[edition] == known[page.briefing.latest.number])


def _unreported(page: Page, promised: pd.DataFrame) -> list[list[Text]]:
    """Return what asks who answers for the newest target that fell due without a result."""
    promised, year = promised.drop_duplicates("row"), page.briefing.due_year
    due, every = (targets.overdue(each, year) for each in (promised, page.briefing.targets))
    rows = _each(due)
    if not rows:
        return []
    newest = rows[0]
    said = page.text(
        "decide-target",
        cite(newest),
        indicator=_lowered(page, newest),
        value=target_words.value(page, newest),
        due=target_words.due(page, newest),
        lead=target_words.lead(page, newest),
        held=holding(due, every),
        closing="no" if page.briefing.last_day is None else "yes",
        more=counted("overdue-targets-unnamed", rows[1:]),
    )
    return [[said]]


def _lowered(page: Page, target: pd.Series) -> Name:
    """Return an indicator's name within a sentence: only its first letter is not a name's."""
    return page.named(page.briefing.indicator(target["indicator"])).lower_first()


def _each(rows: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in rows.iterrows()]


def _pillars_held(page: Page, profile: pd.DataFrame) -> Holding:
    """Say whether a profile holds every pillar whose rank is known."""
    every = dti.pillar_profile(page.briefing.latest, page.briefing.province)
    return holding(profile, every.dropna(subset=["rank"]), "component")


def lists(page: Page, profile: pd.DataFrame, judged: pd.DataFrame, promised: pd.DataFrame) -> Piece:
    """Return three short lists: strengths, weaknesses, and what is next.

    Parameters
    ----------
    page : Page
        The page.
    profile : DataFrame
        What :func:`helpers.analysis.dti.pillar_profile` returns of the province.
    judged : DataFrame
        The targets that the briefing is the first to judge (``page.briefing.newly_judged``).
    promised : DataFrame
        As in :func:`decision`.
    """
    judged, promised = judged.drop_duplicates("row"), promised.drop_duplicates("row")
    rose, fell = (_moved(page, way) for way in ("up", "down"))
    columns = [
        ("overview-well", rose + _well(page, profile, judged)[:_MOST], "well"),
        ("overview-short", fell + _short(page, profile, judged, promised)[:_MOST], "short"),
        ("overview-next", _next(page, promised), "next"),
    ]
    panels = [page.bullets(title, items, style) for title, items, style in columns if items]
    return piece("panels", panels=panels)


def _moved(page: Page, way: str) -> list[Text]:
    """Say that the rank rose, or fell, since the edition before."""
    return [_topic(page, topic, said) for topic, said in movements.item(page, way)]


def _topic(page: Page, topic: Telling, said: Text) -> Text:
    """Return an item of a list: its topic set off, then what is said of it."""
    return page.text("overview-topic", topic=emphasised(topic), said=said)


def _well(page: Page, profile: pd.DataFrame, judged: pd.DataFrame) -> list[Text]:
    extremes = coherence.strongest_and_weakest(profile)
    items = [_kept(page, row) for row in _each(judged[judged["status"] == "met"])]
    items += _level(page, profile, better=True)
    if _among_the_better_half(page, extremes):
        items += _pillar_item(page, extremes, "strong", _pillars_held(page, profile))
    share, first = (
        page.briefing.result("digital_signing_share"),
        page.briefing.result("digital_signing_rank"),
    )
    if share is not None and first is not None and first["value"] == 1:
        said = page.text("overview-signing", cite(share, first), value=page.value(share))
        items.append(_topic(page, page.text("overview-topic-signing"), said))
    services = page.briefing.result("services_level_3_4")
    eligible = page.briefing.result("eligible_procedures_level_3_4_share")
    if services is not None and eligible is not None:
        values: dict[str, Said] = {"services": page.value(services), "share": page.value(eligible)}
        values["level"] = page.class_of(services)
        said = page.text("overview-services", cite(services, eligible), **values)
        items.append(_topic(page, page.text("overview-topic-services"), said))
    return [*items, *_first_places(page)]


def _kept(page: Page, target: pd.Series) -> Text:
    """Say that a target was met or missed, and by what result."""
    values = _promise(page, target) | {"result": target_words.result(page, target)}
    cited = [*cite(target), promises.result_source(target)]
    said = page.text(f"overview-{target['status']}", cited, **values)
    return _topic(page, page.indicator_name(target["indicator"]), said)


def _promise(page: Page, target: pd.Series) -> dict[str, Said]:
    return {"value": target_words.value(page, target), "due": target_words.due(page, target)}


def _first_places(page: Page) -> list[Text]:
    """Say where the province is newly reported to be the first of all."""
    rows = page.briefing.news()
    first = rows[(rows["value"] == 1) & (rows["qualifier"] == "exact")]
    items = []
    for row in _each(first):
        unit = page.briefing.indicator(row["indicator"])["unit"]
        if unit == "rank" and row["indicator"] != results.RANK:
            value, period = page.value(row), page.period(row)
            said = page.text("overview-first", cite(row), value=value, period=period)
            items.append(_topic(page, page.measure_name(row), said))
    return items


def _among_the_better_half(page: Page, extremes: Extremes) -> bool:
    """Say whether the best rank of a pillar is one to be glad of: high, and nothing lost."""
    strong = extremes.strong
    if strong is None or 2 * strong["rank"] > page.ranked.number:
        return False
    return not movements.places_lost(page, strong)


def _among_the_first(page: Page, extremes: Extremes) -> bool:
    """Say whether the worst rank of a pillar is no weakness: in the first fifth, nothing lost."""
    weak = extremes.weak
    if weak is None or weak["rank"] > fifths.classes(int(page.ranked.number))["high"].iloc[0]:
        return False
    return not movements.places_lost(page, weak)


def _level(page: Page, profile: pd.DataFrame, *, better: bool) -> list[Text]:
    """Say that all pillars share a rank, if it is of the better half of all, or of the other.

    Where no index has a rank the headline says it.
    """
    rows = profile.dropna(subset=["rank"])
    found = story.told(story.components(page.briefing.latest, page.briefing.province))
    of_pillars = found["component"].isin(dti.PILLARS).any()
    if of_pillars or len(rows) < len(dti.PILLARS) or rows["rank"].nunique() > 1:
        return []
    if (2 * rows["rank"].iloc[0] <= page.ranked.number) != better:
        return []
    values = {"count": counted("pillars", rows), "rank": held(rows.iloc[0], "rank")}
    cited = page.score_source(page.briefing.province, *rows["component"])
    said = page.text("overview-pillars-level", cited, **values, ranked=page.ranked)
    return [_topic(page, page.text("overview-topic-pillars"), said)]


def _pillar_item(page: Page, extremes: Extremes, side: str, held: Holding) -> list[Text]:
    """Say how the strongest or the weakest pillar of a table stands, where its score is known."""
    row = getattr(extremes, side)
    if row is None:
        return []
    component = row["component"]
    if pd.isna(row["score"]):
        return [_pillar_rank(page, extremes, side, held)]
    cited = page.scores_source([page.briefing.province, row["leader"]], component)
    said = page.text(
        "overview-pillar",
        [*cited, *movements.pillar_source(page, component)],
        rank=of(extremes, f"{side}.rank"),
        ranked=page.ranked,
        held=_place(page, extremes, side, held),
        score=page.write(of(extremes, f"{side}.score"), "points"),
        best=page.write(of(extremes, f"{side}.best"), "points"),
        leader=page.at(extremes, f"{side}.leader"),
        computed="yes" if row["basis"] == proof.COMPUTED else "no",
        beside="yes" if _is_another_first(page, row["leader"], component) else "no",
        shared="yes" if _told_at_the_other_end(page, component, side) else "no",
        **_before(page, component),
    )
    return [_topic(page, page.at(extremes, f"{side}.component"), said)]


def _pillar_rank(page: Page, extremes: Extremes, side: str, held: Holding) -> Text:
    """Say how a pillar stands of which only the rank is known."""
    component = getattr(extremes, side)["component"]
    cited = page.score_source(page.briefing.province, component)
    said = page.text(
        "overview-pillar-rank",
        [*cited, *movements.pillar_source(page, component)],
        rank=of(extremes, f"{side}.rank"),
        ranked=page.ranked,
        held=_place(page, extremes, side, held),
        **_before(page, component),
    )
    return _topic(page, page.at(extremes, f"{side}.component"), said)


def _fall(page: Page, pillar: pd.Series) -> Text:
    """Say from where to where a pillar fell since the edition before."""
    component = pillar["component"]
    cited = page.score_source(page.briefing.province, component)
    said = page.text(
        "overview-pillar-fell",
        [*cited, *movements.pillar_source(page, component)],
        rank=held(pillar, "rank"),
        ranked=page.ranked,
        **_before(page, component),
    )
    return _topic(page, page.component_name(component), said)


def _place(page: Page, extremes: Extremes, side: str, held: Holding) -> str:
    """Say what to add to a rank: of which pillars it is the best or the lowest, and if it rose."""
    if held != "all":
        return side
    now = getattr(extremes, side)
    row = movements.pillar_before(page, now["component"])
    rose = row is not None and now["rank"] < row["rank"]
    return "risen" if side == "weak" and rose else "all"


def _before(page: Page, component: str) -> dict[str, Said]:
    """Return the rank that a pillar had in the edition before, where that is known."""
    row = movements.pillar_before(page, component)
    if row is None:
        return {"before": "unknown"}
    earlier = page.write(held(row, "edition"), "year")
    before = "known" if _by_the_same_method(page, int(row["edition"])) else "changed"
    return {"before": before, "rank_before": held(row, "rank"), "earlier": earlier}


def _told_at_the_other_end(page: Page, pillar: str, side: str) -> bool:
    """Say whether the headline has the activity of a weak pillar as the best index, or vice versa.

    The pillar counts the foundation in: without that word the two would contradict each other.
    """
    found = story.components(page.briefing.latest, page.briefing.province)
    ends = story.ends(story.told(found))
    far = (ends.weak, ends.weak_too) if side == "strong" else (ends.strong, ends.strong_too)
    return any(row is not None and row["component"] == dti.ACTIVITIES[pillar] for row in far)


def _is_another_first(page: Page, leader: str, component: str) -> bool:
    """Say whether another is the first: of who has the best known score that is not sure."""
    if leader == page.briefing.province:
        return False
    row = page.score_rows.get((leader, component))
    return row is not None and row["rank"] == 1


def _short(
    page: Page, profile: pd.DataFrame, judged: pd.DataFrame, promised: pd.DataFrame
) -> list[Text]:
    items = [_kept(page, row) for row in _each(judged[judged["status"] == "missed"])]
    extremes, held_all = coherence.strongest_and_weakest(profile), _pillars_held(page, profile)
    weak = None if extremes.weak is None else extremes.weak["component"]
    fallen = [row for row in movements.fallen(page, profile) if row["component"] != weak]
    items += [_fall(page, row) for row in fallen]
    items += _level(page, profile, better=False)
    if not _among_the_first(page, extremes):
        items += _pillar_item(page, extremes, "weak", held_all)
    items += _no_longer_reported(page)
    for target in _unreported_key_targets(page, promised):
        topic = page.indicator_name(target["indicator"])
        items.append(_topic(page, topic, _not_reported(page, target)))
    return items


def _no_longer_reported(page: Page) -> list[Text]:
    """Say how many key figures were reported once and are not reported for this year."""
    figures = results.key_figures(page.briefing.data, page.briefing.province, page.briefing.year)
    lost = [each.earlier for each in figures if each.lost]
    if not lost:
        return []
    values: dict[str, Said] = {"lost": counted("lost-key-figures", lost), "year": page.year}
    values["count"] = counted("key-figures", figures)
    said = page.text("overview-no-longer", cite(*lost), **values)
    return [_topic(page, page.text("overview-topic-figures"), said)]


def _not_reported(page: Page, target: pd.Series) -> Text:
    national = page.briefing.result(target["indicator"], NATIONAL)
    values = _promise(page, target)
    if national is None:
        return page.text("overview-not-reported", cite(target), **values)
    values["national"] = page.value(national)
    return page.text("overview-not-reported-beside", cite(target, national), **values)


def _unreported_key_targets(page: Page, promised: pd.DataFrame) -> list[pd.Series]:
    """Return what was due and is not reported, the latest first."""
    key = results.key_indicators(page.briefing.data, page.briefing.year)
    frame = promised[promised["indicator"].isin(key)]
    return _each(targets.overdue(frame, page.briefing.due_year))


def _next(page: Page, promised: pd.DataFrame) -> list[Text]:
    goals, tasks, limitations = (
        agenda.of_kind(
            page.briefing.data["agenda"], page.briefing.province, page.briefing.year, kind
        )
        for kind in ("goal", "task", "limitation")
    )
    topic = page.text("overview-topic-goal")
    items = [_topic(page, topic, page.item(row)) for row in _each(goals)]
    if len(limitations):
        values: dict[str, Said] = {"count": counted("limitations", limitations)}
        values["names"] = page.short_names(limitations)
        said = page.text("overview-limitations", cite_all(limitations), **values)
        items.append(_topic(page, page.text("overview-topic-limitations"), said))
    if len(tasks):
        said = page.text("overview-tasks", cite_all(tasks), count=counted("tasks", tasks))
        items.append(_topic(page, page.text("overview-topic-tasks"), said))
    return items or _next_due(page, promised)


def _next_due(page: Page, promised: pd.DataFrame) -> list[Text]:
    """Say what falls due next, where nothing else is known of the year to come."""
    rows, every = (
        targets.due_next(each, page.briefing.due_year) for each in (promised, page.briefing.targets)
    )
    if rows.empty:
        return []
    said = page.text(
        "overview-next-due",
        cite_all(rows),
        held=holding(rows, every),
        count=counted("targets-next-due", rows),
        due=page.write(held(rows.iloc[0], "due"), "year"),
        silent=counted("targets-next-due-silent", rows[rows["status"] == "not_reported"]),
    )
    return [_topic(page, page.text("overview-topic-due"), said)]


def _course(page: Page, ranks: pd.DataFrame) -> list[Piece]:
    """Say the ranks, edition by edition, of the pillar that fell the deepest over three or more."""
    fallen = story.deepest(ranks)
    if len(fallen) != 1 or fallen["editions"].iloc[0] < _STORY:
        return []
    pillar = fallen["component"].iloc[0]
    rows = [row for _, row in ranks[ranks["component"] == pillar].iterrows()]
    items = [
        page.text(
            "overview-course-item",
            rank=held(row, "rank"),
            edition=page.write(held(row, "edition"), "year"),
        )
        for row in rows
    ]
    values: dict[str, Said] = {"pillar": page.component_name(pillar).lower()}
    values["ranks"] = joined(", ", items)
    values["basis"] = "printed" if all(row["row"] for row in rows) else "computed"
    return [page.say("overview-course", cite(*rows, locator="table"), **values)]


def tally(page: Page, courses: pd.DataFrame, promised: pd.DataFrame) -> Piece:
    """Say the course of the pillar that fell the deepest, and how the targets stand.

    Parameters
    ----------
    page : Page
        The page.
    courses : DataFrame
        What :func:`helpers.analysis.story.pillar_ranks` returns.
    promised : DataFrame
        What :func:`helpers.analysis.targets.progress` returns.
    """
    return join(*_course(page, courses), promises.tally(page, promised))

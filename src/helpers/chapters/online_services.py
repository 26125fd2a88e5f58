"""Chapter 2: what the province offers online, what is used, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.analysis import results
from helpers.drawing import charts
from helpers.pages import target_words
from helpers.pages.citing import cite
from helpers.pages.holding import Holding
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import held
from helpers.store.data import NATIONAL
from helpers.words.language import Said
from helpers.words.told import Text

#: How many services are offered, and what share of those that qualify.
_OFFERED = ("services_level_3_4", "eligible_procedures_level_3_4_share")
#: What share of the procedures that its centre takes is online: counted after levels were not.
_AT_CENTRE = "procedures_online_share"
#: The nation's shares, by what the words of their chart name.
_SHARES = {
    "offered": "services_level_3_4_share",
    "used": "services_with_files_share",
    "files": "files_online_share",
}


#: What of the use of services is told, with its words; a target is set for the second.
_USE = {
    "files_submitted_online": "services-files-submitted-online",
    "files_online_share": "services-files-online-share",
    "files_processed_online_share": "services-result",
    "services_with_files_rank": "services-result",
}
_PROMISED = "files_online_share"
_PORTALS = ("payment_on_portals", "services_on_national_portal")
_SIGNING = ("digital_signing_share", "digital_signing_rank", "signed_documents_routine",
            "work_files_online_routine")  # fmt: skip
#: What is not found is said in one sentence where all of it is, in place of the first of these.
_SAID_AT_ONCE = ("services-supply", "services-portals", "services-use", "services-signing")


def _unknown(page: Page, message: str, known: bool) -> Piece:
    """Say that the sources do not tell of something, or that a table lacks what is known.

    Where they tell of nothing in this chapter that is said once, where it begins.
    """
    if message in _SAID_AT_ONCE and _knows_nothing(page):
        first = message == _SAID_AT_ONCE[0]
        nothing = page.lead("services-nothing-found", province=page.name, year=page.year)
        return nothing if first else join()
    held: Holding = "none" if known else "all"
    return page.unknown(f"{message}-unknown", province=page.name, year=page.year, held=held)


def _knows_nothing(page: Page) -> bool:
    """Say whether the sources tell of none of what the chapter looks for, nor of what came due."""
    offered = (_last(page, page.briefing.data["results"], name) for name in _OFFERED)
    found = _reported(page, (*_OFFERED, _AT_CENTRE, *_PORTALS, *_USE, *_SIGNING))
    return not found and all(row is None for row in offered) and _promised_use(page).empty


def _promised_use(page: Page) -> pd.DataFrame:
    """Return the targets for the use of services that fell due and that no result speaks to."""
    promised = page.briefing.targets
    return _silent(page, promised[promised["indicator"] == _PROMISED])


def _reported(page: Page, names: Iterable[str]) -> bool:
    """Say whether the sources report any of some indicators of the province this year."""
    return any(page.briefing.result(name) is not None for name in names)


def _found(page: Page, rows: pd.DataFrame, names: Iterable[str]) -> list[pd.Series | None]:
    """Return the province's result among the rows that speaks for each indicator this year."""
    here = page.briefing
    return [results.latest(rows, here.province, name, here.year) for name in names]


def supply(page: Page, offered: pd.DataFrame) -> Piece:
    """Say how many services are offered, and how many of those that qualify.

    Parameters
    ----------
    page : Page
        The page.
    offered : DataFrame
        The province's results on what it offers, of all years: columns of ``results``.
    """
    services, share, centre = _found(page, offered, (*_OFFERED, _AT_CENTRE))
    if services is None:
        now = [*_share_alone(page, share), *_at_centre(page, centre, leads=share is None)]
        return join(*now, *_last_known(page, offered, share, leads=not now))
    message = "services-supply-alone" if share is None else "services-supply"
    said = page.lead(message, cite(services, share), **_offered(page, services, share))
    now = _at_centre(page, centre, leads=False)
    return join(said, *_unchanged(page, offered, services), *now)


def _offered(page: Page, services: pd.Series, share: pd.Series | None) -> dict[str, Said]:
    offered: dict[str, Said] = {"province": page.name, "services": page.value(services)}
    offered["level"] = page.class_of(services)
    return offered if share is None else {**offered, "share": page.value(share)}


def _share_alone(page: Page, share: pd.Series | None) -> list[Piece]:
    """Say the share of the eligible procedures where the number of services is not there."""
    if share is None:
        return []
    values: dict[str, Said] = {"share": page.value(share), "level": page.class_of(share)}
    return [page.lead("services-supply-share", cite(share), province=page.name, **values)]


def _at_centre(page: Page, share: pd.Series | None, *, leads: bool) -> list[Piece]:
    """Say what share of the procedures that the province's centre takes is online."""
    if share is None:
        return []
    say, values = page.lead if leads else page.say, {"share": page.value(share)}
    period = page.period(share)
    return [say("services-centre", cite(share), province=page.name, period=period, **values)]


def _last_known(
    page: Page, offered: pd.DataFrame, share: pd.Series | None, *, leads: bool
) -> list[Piece]:
    """Say what was last known of the number of services and, unless that is told, of the share.

    Each is told with its own period: the two need not be of one year.
    """
    last, last_share = (_last(page, offered, name) for name in _OFFERED)
    if last is None:
        return [_unknown(page, "services-supply", _reported(page, _OFFERED[:1]))]
    values: dict[str, Said] = {"province": page.name, "year": page.year}
    values |= {"last": page.period(last), "services": page.value(last)}
    values |= {"why": _why(page, last), "level": page.class_of(last)}
    if values["why"] == "replaced":
        successor = page.briefing.indicator(_OFFERED[0])["successor"]
        values["successor"] = page.indicator_name(successor)
    say = page.lead if leads else page.say
    pieces = [say("services-supply-last", cite(last), **values)]
    if share is None and last_share is not None:
        values = {"last": page.period(last_share), "level": page.class_of(last_share)}
        values["share"] = page.value(last_share)
        pieces.append(page.say("services-share-last", cite(last_share), **values))
    return pieces


def _last(page: Page, rows: pd.DataFrame, name: str) -> pd.Series | None:
    """Return the newest result of a table on what the province offered before this year."""
    here = page.briefing
    return results.last_known(rows, here.province, name, here.year - 1)


def _why(page: Page, last: pd.Series) -> str:
    """Say why the number of a year is not told: a part of what is known, ended, or not found."""
    newest = _last(page, page.briefing.data["results"], _OFFERED[0])
    same = newest is not None and bool(newest[["row", "period"]].eq(last[["row", "period"]]).all())
    if not same or _reported(page, _OFFERED[:1]):
        return "some"
    indicator = page.briefing.indicator(_OFFERED[0])
    if not results.ended(indicator, page.briefing.year):
        return "all"
    return "replaced" if indicator["successor"] else "ended"


def _unchanged(page: Page, rows: pd.DataFrame, services: pd.Series) -> list[Piece]:
    told = ["scope", "indicator", "value"]
    same = rows[told].eq(services[told]).all(axis=1) & rows["row"].ne(services["row"])
    earlier = rows[same & (rows["timing"] == "before")]
    if earlier.empty:
        return []
    row = earlier.iloc[-1]
    value, period = page.value(row), page.period(row)
    return [page.say("services-unchanged", cite(row), value=value, period=period)]


def portals(page: Page, integrated: pd.DataFrame) -> Piece:
    """Say what is payable and what is on the national portal.

    Parameters
    ----------
    page : Page
        The page.
    integrated : DataFrame
        The province's results on portals: columns of ``results``.
    """
    payment, portal = _found(page, integrated, _PORTALS)
    pieces = []
    if payment is not None:
        pieces.append(page.say("services-payment", cite(payment)))
    if portal is not None:
        pieces.append(_on_the_national_portal(page, integrated, portal))
    if not pieces:
        return _unknown(page, "services-portals", _reported(page, _PORTALS))
    return join(*pieces)


def _on_the_national_portal(page: Page, rows: pd.DataFrame, every: pd.Series) -> Piece:
    """Say how many services are on the national portal, of each level where that is known."""
    names = (f"services_on_national_portal_level_{level}" for level in (3, 4))
    third, fourth = _found(page, rows, names)
    values: dict[str, Said] = {"all": page.value(every), "period": page.period(every)}
    if third is None or fourth is None:
        return page.say("services-national-portal-alone", cite(every), **values)
    values |= {"third": page.classed(third), "fourth": page.classed(fourth)}
    return page.say("services-national-portal", cite(every, third, fourth), **values)


def use(page: Page, used: pd.DataFrame, due: pd.DataFrame) -> Piece:
    """Say how much of what is offered is used, or that it is not published.

    Parameters
    ----------
    page : Page
        The page.
    used : DataFrame
        The province's results on use: columns of ``results``.
    due : DataFrame
        The targets for it that have fallen due: rows of
        :func:`helpers.analysis.targets.progress`.
    """
    pieces = []
    for message, row in zip(_USE.values(), _found(page, used, _USE), strict=True):
        if row is not None:
            pieces.append(_result(page, row, message))
    pieces += [_not_reported(page, target) for _, target in _silent(page, due).iterrows()]
    if not pieces:
        known = not _promised_use(page).empty
        return _unknown(page, "services-use", known or _reported(page, _USE))
    return join(*pieces)


def _result(page: Page, row: pd.Series, message: str) -> Piece:
    """Say a result in words of its own, or by the name of what it measures."""
    values: dict[str, Said] = {"value": page.value(row), "period": page.period(row)}
    if message == "services-result":
        values["name"] = page.indicator_name(row["indicator"])
    return page.say(message, cite(row), **values)


def _silent(page: Page, due: pd.DataFrame) -> pd.DataFrame:
    """Return the province's targets that have fallen due and that no result speaks to."""
    own = due[due["scope"] == page.briefing.province].drop_duplicates("row")
    return own[(own["due"] <= page.briefing.year) & (own["status"] == "not_reported")]


def _not_reported(page: Page, target: pd.Series) -> Piece:
    """Say that the result of a target is not published; of which, unless it is for the use."""
    values: dict[str, Said] = {"target": target_words.value(page, target)}
    values["year"] = page.write(held(target, "due"), "year")
    if target["indicator"] == _PROMISED:
        return page.detail("services-share-not-reported", cite(target), **values)
    values["name"] = page.indicator_name(target["indicator"])
    return page.detail("services-target-not-reported", cite(target), **values)


def signing(page: Page, signed: pd.DataFrame) -> Piece:
    """Say how far digital signing and handling work online have come.

    Parameters
    ----------
    page : Page
        The page.
    signed : DataFrame
        The province's results on signing: columns of ``results``.
    """
    share, first, *routine = _found(page, signed, _SIGNING)
    pieces = []
    if share is not None:
        pieces.append(page.say("services-signing", cite(share), value=page.value(share)))
    if share is not None and first is not None and first["value"] == 1:
        pieces.append(page.say("services-signing-first", cite(first)))
    elif first is not None:
        pieces.append(_result(page, first, "services-result"))
    if any(row is not None for row in routine):
        pieces.append(page.say("services-routine", cite(*routine), work=_work_told(*routine)))
    if not pieces:
        return _unknown(page, "services-signing", _reported(page, _SIGNING))
    return join(*pieces)


def _work_told(signed: pd.Series | None, files: pd.Series | None) -> str:
    """Say which of the two kinds of work online a table tells of."""
    if signed is None:
        return "files"
    return "signed" if files is None else "both"


def national(page: Page, shares: pd.DataFrame, goals: pd.DataFrame) -> Piece:
    """Set the nation's shares against each other: services offered, services used.

    Parameters
    ----------
    page : Page
        The page.
    shares : DataFrame
        What :func:`helpers.analysis.results.speaking` returns: one bar a row, in this order.
        Only the nation's shares of the year are drawn.
    goals : DataFrame
        The nation's targets of the year: columns of ``targets``.
    """
    shares, goals = _shares_of_the_year(page, shares), _goals_of_the_year(page, goals)
    if shares.empty:
        held = "none" if _can_compare(page) else "all"
        return page.unknown("services-national-unknown", year=page.year, held=held)
    beside = {row["indicator"]: row for _, row in goals.iterrows()}
    rows = [row for _, row in shares.iterrows()]
    frame = pd.DataFrame([_bar(page, row, beside.get(row["indicator"])) for row in rows])
    columns = {"label": "measure", "text": "value", "target_text": "target"}
    shown = frame[[*columns]].set_axis([f"column-{name}" for name in columns.values()], axis=1)
    name, values = _words(page, shares, frame["text"])
    table = page.table(shown, page.text(f"{name}-caption"))
    met = [beside[row["indicator"]] for row in rows if row["indicator"] in beside]
    figure = page.figure(name, charts.share_bars(frame), table, cite(*rows, *met), **values)
    if name == "national-shares" and shares["base"].isna().any():
        return join(figure, page.note("services-bases-unknown", cite(*rows, *met)))
    return figure


def _shares_of_the_year(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the nation's results of the year that are shares, one an indicator."""
    here = rows[(rows["scope"] == NATIONAL) & (results.year_of(rows) == page.briefing.year)]
    units = page.briefing.data["indicators"].set_index("indicator")["unit"]
    return here[here["indicator"].map(units) == "percent"].drop_duplicates("indicator")


def _goals_of_the_year(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[(rows["scope"] == NATIONAL) & (rows["due"] == page.briefing.year)]


def _can_compare(page: Page) -> bool:
    """Say whether each share that is set side by side is known of the nation this year."""
    here = page.briefing
    return all(here.result(name, NATIONAL) is not None for name in _SHARES.values())


def _words(page: Page, shares: pd.DataFrame, said: Iterable[Text]) -> tuple[str, dict[str, Said]]:
    """Return a chart's name and what its words name: all three shares, or the year alone."""
    told = dict(zip(shares["indicator"], said, strict=True))
    if set(told) != set(_SHARES.values()):
        return "national-chosen", {"year": page.year}
    values: dict[str, Said] = {name: told[indicator] for name, indicator in _SHARES.items()}
    offered = shares[shares["indicator"] == _SHARES["offered"]].iloc[0]
    return "national-shares", {**values, "year": page.year, "level": page.class_of(offered)}


def _bar(page: Page, row: pd.Series, target: pd.Series | None) -> dict[str, object]:
    return {
        "label": page.indicator_name(row["indicator"]),
        "value": row["value"],
        "text": page.value(row),
        "approx": row["qualifier"] != "exact",
        "target": float("nan") if target is None else target["value"],
        "target_text": _promised(page, target),
    }


def _promised(page: Page, target: pd.Series | None) -> Text:
    if target is None:
        return page.text("no-target")
    return page.text("bar-target", value=page.write(held(target, "value"), "decimal"))


def national_context(page: Page, context: pd.DataFrame) -> Piece:
    """Say how the nation came to its figures of the year, and what cannot be compared.

    Parameters
    ----------
    page : Page
        The page.
    context : DataFrame
        The nation's results, of all years: columns of ``results``.
    """
    year = page.briefing.year
    rows = results.history(context.drop_duplicates("row"), NATIONAL, _SHARES["offered"], year)
    level_4 = results.latest(context, NATIONAL, "services_level_4_share", year)
    units = results.latest(context, NATIONAL, "units_with_all_eligible_at_level_4", year)
    if len(rows) < 2 or level_4 is None or units is None:
        return join()
    first, last = rows.iloc[0], rows.iloc[-1]
    values = {"first": _in_year(page, first), "last": _in_year(page, last)}
    cited = cite(first, last)
    growth = page.say("services-national-growth", cited, level=page.class_of(last), **values)
    level = page.say(
        "services-national-level-4",
        cite(level_4, units),
        share=page.value(level_4),
        level=page.class_of(level_4),
        day=page.period(units),
        units=page.value(units),
        units_level=page.class_of(units),
    )
    base = [page.note("services-base-differs")] if _share_is_told(page) else []
    return join(growth, level, *base)


def _share_is_told(page: Page) -> bool:
    """Say whether the chapter tells the province's own share, of this year or of the last one."""
    here = page.briefing
    if here.result(_OFFERED[0]) is not None:
        return here.result(_OFFERED[1]) is not None
    return _last(page, here.data["results"], _OFFERED[1]) is not None


def _in_year(page: Page, row: pd.Series) -> Text:
    return page.text("value-in-year", value=page.value(row), year=page.span(row))


def foundations(page: Page, works: pd.DataFrame) -> Piece:
    """List what stands behind the services, with how far each work has come.

    Parameters
    ----------
    page : Page
        The page.
    works : DataFrame
        What :func:`helpers.analysis.results.foundations` returns.
    """
    if works.empty:
        here = page.briefing
        known = results.foundations(here.data, here.province, here.year)
        return _unknown(page, "services-foundations", not known.empty)
    names = ("work", "state", "value")
    cells = [_work(page, row) for _, row in works.drop_duplicates("row").iterrows()]
    frame = pd.DataFrame(cells, columns=[f"column-{name}" for name in names])
    caption = page.text("services-foundations-caption", year=page.year)
    return page.table(frame, caption, stacked=True)


def _work(page: Page, row: pd.Series) -> tuple[Text, Text, Text]:
    name = page.indicator_name(row["indicator"]) + page.mark(cite(row))
    state = page.text(f"state-{(row['state'] or 'reported').replace('_', '-')}")
    if not pd.isna(row["value"]):
        return name, state, page.value(row)
    plain = page.briefing.indicator(row["indicator"])["foundation"] == "done"
    return name, state, page.text("value-none" if plain else "value-not-stated")

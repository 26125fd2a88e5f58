"""Chapter 2: what the province offers online, what is used, and what stands behind it."""

from __future__ import annotations

import pandas as pd

from helpers.analysis import results
from helpers.drawing import charts
from helpers.pages import target_words
from helpers.pages.citing import cite
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import held
from helpers.store.data import NATIONAL
from helpers.words.language import Said
from helpers.words.told import Text

#: How many services are offered, and what share of those that qualify.
_OFFERED = ("services_level_3_4", "eligible_procedures_level_3_4_share")


def _unknown(page: Page, message: str) -> Piece:
    return page.unknown(f"{message}-unknown", province=page.name, year=page.year)


def supply(page: Page) -> Piece:
    """Say how many services are offered, and how many of those that qualify."""
    services, share = (page.briefing.result(name) for name in _OFFERED)
    if services is None:
        return _last_known(page) or _unknown(page, "services-supply")
    message = "services-supply-alone" if share is None else "services-supply"
    said = page.lead(message, cite(services, share), **_offered(page, services, share))
    return join(said, *_unchanged(page, services))


def _offered(page: Page, services: pd.Series, share: pd.Series | None) -> dict[str, Said]:
    offered: dict[str, Said] = {"province": page.name, "services": page.value(services)}
    offered["level"] = page.class_of(services)
    return offered if share is None else {**offered, "share": page.value(share)}


def _last_known(page: Page) -> Piece | None:
    """Say what the last year with both figures had."""
    known, province = page.briefing.data["results"], page.briefing.province
    years = results.year_of(known[known["scope"] == province]).unique()
    for year in sorted(years[years < page.briefing.year], reverse=True):
        services, share = (results.latest(known, province, name, year) for name in _OFFERED)
        if services is not None and share is not None:
            values = _offered(page, services, share)
            values |= {"year": page.year, "last": page.period(services)}
            return page.lead("services-supply-last", cite(services, share), **values)
    return None


def _unchanged(page: Page, services: pd.Series) -> list[Piece]:
    rows = page.briefing.data["results"]
    same = (rows["indicator"] == services["indicator"]) & (rows["scope"] == services["scope"])
    earlier = rows[same & (rows["timing"] == "before") & (rows["value"] == services["value"])]
    if earlier.empty:
        return []
    row = earlier.iloc[-1]
    value, period = page.value(row), page.period(row)
    return [page.say("services-unchanged", cite(row), value=value, period=period)]


def portals(page: Page) -> Piece:
    """Say what is payable and what is on the national portal."""
    payment = page.briefing.result("payment_on_portals")
    portal = page.briefing.result("services_on_national_portal")
    pieces = []
    if payment is not None:
        pieces.append(page.say("services-payment", cite(payment)))
    if portal is not None:
        pieces.append(_on_the_national_portal(page, portal))
    return join(*pieces) if pieces else _unknown(page, "services-portals")


def _on_the_national_portal(page: Page, every: pd.Series) -> Piece:
    """Say how many services are on the national portal, of each level where that is known."""
    names = (f"services_on_national_portal_level_{level}" for level in (3, 4))
    third, fourth = (page.briefing.result(name) for name in names)
    values: dict[str, Said] = {"all": page.value(every), "period": page.period(every)}
    if third is None or fourth is None:
        return page.say("services-national-portal-alone", cite(every), **values)
    values |= {"third": page.classed(third), "fourth": page.classed(fourth)}
    return page.say("services-national-portal", cite(every, third, fourth), **values)


def use(page: Page) -> Piece:
    """Say how much of what is offered is used, or that it is not published."""
    pieces = []
    for name in ("files_submitted_online", "files_online_share"):
        row = page.briefing.result(name)
        if row is not None:
            message, period = f"services-{name.replace('_', '-')}", page.period(row)
            pieces.append(page.say(message, cite(row), value=page.value(row), period=period))
    promised, year = page.briefing.targets, page.briefing.year
    due = promised[(promised["indicator"] == "files_online_share") & (promised["due"] <= year)]
    for _, target in due[due["status"] == "not_reported"].iterrows():
        pieces.append(
            page.note(
                "services-share-not-reported",
                cite(target),
                target=target_words.value(page, target),
                year=page.write(held(target, "due"), "year"),
            )
        )
    return join(*pieces) if pieces else _unknown(page, "services-use")


def signing(page: Page) -> Piece:
    """Say how far digital signing and handling work online have come."""
    names = ("digital_signing_share", "digital_signing_rank", "signed_documents_routine")
    share, first, routine = (page.briefing.result(name) for name in names)
    pieces = []
    if share is not None:
        pieces.append(page.say("services-signing", cite(share), value=page.value(share)))
    if share is not None and first is not None and first["value"] == 1:
        pieces.append(page.say("services-signing-first", cite(first)))
    elif first is not None:
        pieces.append(_rank_for_signing(page, first))
    if routine is not None:
        pieces.append(page.say("services-routine", cite(routine)))
    return join(*pieces) if pieces else _unknown(page, "services-signing")


def _rank_for_signing(page: Page, row: pd.Series) -> Piece:
    name, value = page.indicator_name(row["indicator"]), page.value(row)
    return page.say(
        "services-signing-rank", cite(row), name=name, value=value, period=page.period(row)
    )


def national(page: Page) -> Piece:
    """Set the province against the nation: services offered, services used."""
    indicators = page.briefing.data["indicators"].dropna(subset=["national_chart"])
    names = indicators.sort_values("national_chart")["indicator"]
    found = [page.briefing.result(indicator, NATIONAL) for indicator in names]
    shares = [row for row in found if row is not None]
    if len(shares) < len(names):
        return page.unknown("services-national-unknown", year=page.year)
    goals = _national_targets(page)
    frame = pd.DataFrame([_bar(page, row, goals.get(row["indicator"])) for row in shares])
    columns = {"label": "measure", "text": "value", "target_text": "target"}
    shown = frame[[*columns]].set_axis([f"column-{name}" for name in columns.values()], axis=1)
    table = page.table(shown, page.text("national-shares-caption"))
    values = dict(zip(("offered", "used", "files"), frame["text"], strict=True))
    values |= {"year": page.year, "level": page.class_of(shares[0])}
    name, cited = "national-shares", cite(*shares, *goals.values())
    figure = page.figure(name, charts.share_bars(frame), table, cited, **values)
    if any(pd.isna(row["base"]) for row in shares):
        return join(figure, page.note("services-bases-unknown", cited))
    return figure


def _national_targets(page: Page) -> dict[str, pd.Series]:
    rows = page.briefing.data["targets"]
    rows = rows[(rows["scope"] == NATIONAL) & (rows["due"] == page.briefing.year)]
    return {row["indicator"]: row for _, row in rows.iterrows()}


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


def national_context(page: Page) -> Piece:
    """Say how the nation came to its figures of the year, and what cannot be compared."""
    history = page.briefing.data["results"]
    rows = history[
        (history["scope"] == NATIONAL) & (history["indicator"] == "services_level_3_4_share")
    ]
    level_4 = page.briefing.result("services_level_4_share", NATIONAL)
    units = page.briefing.result("units_with_all_eligible_at_level_4", NATIONAL)
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
    return join(growth, level, page.note("services-base-differs"))


def _in_year(page: Page, row: pd.Series) -> Text:
    return page.text("value-in-year", value=page.value(row), year=page.span(row))


def foundations(page: Page) -> Piece:
    """List what stands behind the services, with how far each work has come."""
    briefing = page.briefing
    works = results.foundations(briefing.data, briefing.province, briefing.year)
    if works.empty:
        return _unknown(page, "services-foundations")
    names = ("work", "state", "value")
    cells = [_work(page, row) for _, row in works.iterrows()]
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

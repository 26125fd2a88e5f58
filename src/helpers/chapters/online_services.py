"""Chapter 2: what the province offers online, what is used, and what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import results
from helpers.drawing import charts
from helpers.pages import html, target_words
from helpers.pages.citing import cite
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store.data import NATIONAL

#: The nation's figures of the chart, from what is offered to what is used.
_NATIONAL_SHARES = ("services_level_3_4_share", "services_with_files_share", "files_online_share")

#: Events that are done or not: no number is missing there.
_EVENTS_WITHOUT_NUMBER = (
    "payment_on_portals",
    "signed_documents_routine",
    "work_files_online_routine",
    "egov_architecture",
)


def _unknown(page: Page, message: str) -> Html:
    return page.unknown(f"{message}-unknown", province=page.name, year=str(page.briefing.year))


def _values(page: Page, indicators: Sequence[str], scope: str | None = None) -> list:
    return [page.briefing.result(indicator, scope) for indicator in indicators]


def supply(page: Page) -> Html:
    """Say how many services are offered, and how many of those that qualify."""
    services, share = _values(page, ("services_level_3_4", "eligible_procedures_level_3_4_share"))
    if services is None or share is None:
        return _last_known(page) or _unknown(page, "services-supply")
    said = page.say(
        "services-supply",
        cite(services, share),
        "lead",
        province=page.name,
        services=page.value(services),
        share=page.value(share),
    )
    return html.join(said, *_unchanged(page, services))


def _last_known(page: Page) -> Html | None:
    """Say what the last year with figures had, if this one has none."""
    briefing = page.briefing
    rows = briefing.data["results"]
    known = [results.history(rows, briefing.province, name, briefing.year)
             for name in ("services_level_3_4", "eligible_procedures_level_3_4_share")]  # fmt: skip
    if any(rows.empty for rows in known):
        return None
    services, share = (rows.iloc[-1] for rows in known)
    values = {"services": page.value(services), "share": page.value(share)}
    values |= {"province": page.name, "year": str(page.briefing.year)}
    values["last"] = page.language.period(services["period"], services["timing"])
    return page.say("services-supply-last", cite(services, share), "lead", **values)


def _unchanged(page: Page, services: pd.Series) -> list[Html]:
    rows = page.briefing.data["results"]
    same = (rows["indicator"] == services["indicator"]) & (rows["scope"] == services["scope"])
    earlier = rows[same & (rows["timing"] == "before") & (rows["value"] == services["value"])]
    if earlier.empty:
        return []
    row = earlier.iloc[-1]
    period = page.language.period(row["period"], row["timing"])
    return [page.say("services-unchanged", cite(row), value=page.value(row), period=period)]


def portals(page: Page) -> Html:
    """Say what is payable and what is on the national portal."""
    payment = page.briefing.result("payment_on_portals")
    names = ("", "_level_3", "_level_4")
    all_, third, fourth = _values(page, [f"services_on_national_portal{name}" for name in names])
    pieces = []
    if payment is not None:
        pieces.append(page.say("services-payment", cite(payment)))
    if all_ is not None and third is not None and fourth is not None:
        period = page.language.period(all_["period"], all_["timing"])
        values = {"all": page.value(all_), "period": period}
        values |= {"third": page.value(third), "fourth": page.value(fourth)}
        pieces.append(page.say("services-national-portal", cite(all_, third, fourth), **values))
    return html.join(*pieces) if pieces else _unknown(page, "services-portals")


def use(page: Page) -> Html:
    """Say how much of what is offered is used, or that it is not published."""
    files = page.briefing.result("files_submitted_online")
    pieces = []
    if files is not None:
        period = page.language.period(files["period"], files["timing"])
        values = {"files": page.value(files), "period": period}
        pieces.append(page.say("services-files", cite(files), **values))
    promised, year = page.briefing.targets, page.briefing.year
    due = promised[(promised["indicator"] == "files_online_share") & (promised["due"] <= year)]
    for _, target in due[due["status"] == "not_reported"].iterrows():
        values = {"target": target_words.value(page, target), "year": str(target["due"])}
        pieces.append(page.say("services-share-not-reported", cite(target), "note", **values))
    return html.join(*pieces) if pieces else _unknown(page, "services-use")


def signing(page: Page) -> Html:
    """Say how far digital signing and handling work online have come."""
    share, first = _values(page, ("digital_signing_share", "digital_signing_rank"))
    if share is None:
        return _unknown(page, "services-signing")
    pieces = [page.say("services-signing", cite(share), value=page.value(share))]
    if first is not None and first["value"] == 1:
        pieces.append(page.say("services-signing-first", cite(first)))
    routine = page.briefing.result("signed_documents_routine")
    if routine is not None:
        pieces.append(page.say("services-routine", cite(routine)))
    return html.join(*pieces)


def national(page: Page) -> Html:
    """Set the province against the nation: services offered, services used."""
    shares = [row for row in _values(page, _NATIONAL_SHARES, NATIONAL) if row is not None]
    if len(shares) < len(_NATIONAL_SHARES):
        return page.unknown("services-national-unknown", year=str(page.briefing.year))
    goals = _national_targets(page)
    frame = pd.DataFrame([_bar(page, row, goals.get(row["indicator"])) for row in shares])
    columns = ("column-measure", "column-value", "column-target")
    shown = frame[["label", "text", "target_text"]]
    shown.columns = [page.language.say(column) for column in columns]
    table = page.table(shown, page.language.say("national-shares-caption"))
    values = {"year": str(page.briefing.year)} | dict(
        zip(("offered", "used", "files"), frame["text"], strict=True)
    )
    name, cited = "national-shares", cite(*shares, *goals.values())
    figure = page.figure(name, charts.share_bars(frame), table, cited, **values)
    if any(pd.isna(row["base"]) for row in shares):
        return html.join(figure, page.say("services-bases-unknown", cited, "note"))
    return figure


def _national_targets(page: Page) -> dict[str, pd.Series]:
    rows = page.briefing.data["targets"]
    rows = rows[(rows["scope"] == NATIONAL) & (rows["due"] == page.briefing.year)]
    return {row["indicator"]: row for _, row in rows.iterrows()}


def _bar(page: Page, row: pd.Series, target: pd.Series | None) -> dict[str, object]:
    promised = "" if target is None else page.language.decimal(target["value"])
    text = page.language.say("bar-target", value=promised) if promised else ""
    return {
        "label": page.language.name(page.briefing.indicator(row["indicator"])),
        "value": row["value"],
        "text": page.value(row),
        "approx": row["qualifier"] != "exact",
        "target": float("nan") if target is None else target["value"],
        "target_text": str(text) or str(page.language.say("no-target")),
    }


def national_context(page: Page) -> Html:
    """Say how the nation came to its figures of the year, and what cannot be compared."""
    history = page.briefing.data["results"]
    rows = history[
        (history["scope"] == NATIONAL) & (history["indicator"] == "services_level_3_4_share")
    ]
    level_4 = page.briefing.result("services_level_4_share", NATIONAL)
    units = page.briefing.result("units_with_all_eligible_at_level_4", NATIONAL)
    if len(rows) < 2 or level_4 is None or units is None:
        return html.join()
    first, last = rows.iloc[0], rows.iloc[-1]
    growth = page.say(
        "services-national-growth",
        cite(first, last),
        first=page.value(first),
        first_year=first["period"],
        last=page.value(last),
        last_year=last["period"],
    )
    day = page.language.period(units["period"], units["timing"])
    values = {"share": page.value(level_4), "units": page.value(units), "day": day}
    level = page.say("services-national-level-4", cite(level_4, units), **values)
    return html.join(growth, level, page.say("services-base-differs", style="note"))


def foundations(page: Page) -> Html:
    """List what stands behind the services, with how far each work has come."""
    rows, year = page.briefing.data["results"], str(page.briefing.year)
    rows = rows[(rows["scope"] == page.briefing.province) & rows["period"].str.startswith(year)]
    works = rows[
        (rows["state"] != "")
        | rows["indicator"].isin(["agencies_on_document_system", "teleconference_points"])
    ]
    if works.empty:
        return _unknown(page, "services-foundations")
    frame = pd.DataFrame([_work(page, row) for _, row in works.iterrows()])
    frame.columns = [page.language.say(f"column-{name}") for name in ("work", "state", "value")]
    caption = page.language.say("services-foundations-caption", year=year)
    return page.table(frame, caption, stacked=True)


def _work(page: Page, row: pd.Series) -> tuple[object, ...]:
    name = page.language.name(page.briefing.indicator(row["indicator"]))
    state = page.language.say(f"state-{(row['state'] or 'reported').replace('_', '-')}")
    return name + page.mark(cite(row)), state, _work_value(page, row)


def _work_value(page: Page, row: pd.Series) -> str:
    if not pd.isna(row["value"]):
        return page.value(row)
    plain = row["indicator"] in _EVENTS_WITHOUT_NUMBER
    return str(page.language.say("value-none" if plain else "value-not-stated"))

"""Chapter 2, the rest: every result newly published that no sentence of the chapter tells."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from helpers.analysis import results
from helpers.pages.citing import cite
from helpers.pages.computed import computed_by
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store.data import NATIONAL

#: What the chapters tell in sentences, cards and charts of their own.
_TOLD = {
    "services_level_3_4", "eligible_procedures_level_3_4_share", "payment_on_portals",
    "services_on_national_portal", "services_on_national_portal_level_3",
    "services_on_national_portal_level_4", "files_submitted_online",
    "digital_signing_share", "digital_signing_rank", "agencies_on_document_system",
    "teleconference_points", "dti_rank",
}  # fmt: skip
_TOLD_OF_THE_NATION = {
    "services_level_3_4_share", "services_with_files_share", "files_online_share",
    "services_level_4_share", "units_with_all_eligible_at_level_4",
    "dti_mean", "dti_provinces_above_mean",
}  # fmt: skip


@computed_by(results.news)
def others(page: Page) -> Html:
    """List every other result published since the last briefing."""
    lines = [_line(page, row) for _, row in _news(page).iterrows()]
    if not lines:
        return page.unknown("others-unknown", province=page.name)
    names = ("measure", "value", "period", "compared")
    frame = pd.DataFrame(lines, columns=[f"column-{name}" for name in names])
    caption = page.language.say("others-caption", province=page.name)
    return page.table(frame, caption, stacked=True)


def _news(page: Page) -> pd.DataFrame:
    own, nation = page.briefing.news(), page.briefing.news(NATIONAL)
    own = own[~own["indicator"].isin(_TOLD) & (own["state"] == "")]
    return pd.concat([own, nation[~nation["indicator"].isin(_TOLD_OF_THE_NATION)]])


def _line(page: Page, row: pd.Series) -> tuple[object, ...]:
    name = page.language.name(page.briefing.indicator(row["indicator"]))
    if row["scope"] == NATIONAL:
        name = page.language.say("others-national", name=name)
    period = page.language.period(row["period"], row["timing"])
    return name + page.mark(cite(row)), page.value(row), period, _compared(page, row)


def _compared(page: Page, row: pd.Series) -> Markup:
    """Return the same indicator's earlier values, and the nation's beside the province's."""
    briefing = page.briefing
    known, year = briefing.data["results"], briefing.year
    rows = results.history(known, row["scope"], row["indicator"], year)
    earlier = rows[rows["row"] != row["row"]]
    beside = None if row["scope"] == NATIONAL else briefing.result(row["indicator"], NATIONAL)
    lines = [_earlier(page, each) for _, each in earlier.iterrows()]
    if beside is not None:
        values = {"value": page.value(beside), "period": page.language.span(beside["period"])}
        lines.append(page.text("others-beside", cite(beside), **values))
    return Markup("; ").join(lines) or page.language.say("others-alone")


def _earlier(page: Page, row: pd.Series) -> Markup:
    period = page.language.period(row["period"], row["timing"])
    return page.text("value-in-period", cite(row), value=page.value(row), period=period)

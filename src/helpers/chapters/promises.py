"""What was promised: every target with its newest result, its verdict and the distance to go."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from helpers.analysis import results, targets
from helpers.analysis.targets import Tally
from helpers.pages import target_words
from helpers.pages.citing import Citation, cite, cite_all
from helpers.pages.holding import holding
from helpers.pages.page import Cell, Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import of
from helpers.words.language import Said
from helpers.words.told import Text, joined

#: A row of a table.
Line = tuple[Cell, ...]


def tally(page: Page, promised: pd.DataFrame) -> Piece:
    """Say how many of the targets set before this briefing are due, and how all of them stand.

    Parameters
    ----------
    page : Page
        The page.
    promised : DataFrame
        What :func:`helpers.analysis.targets.progress` returns.
    """
    here, promised = page.briefing, targets.rejudged(promised.drop_duplicates("row"))
    rows, every = (
        targets.set_before(each, here.data["sources"], here.as_of)
        for each in (promised, here.targets)
    )
    if rows.empty:
        return join()
    found = targets.tally(rows, here.due_year)
    values: dict[str, Said] = {"held": holding(rows, every), "count": of(found, "count")}
    values["parts"] = _parts(page, found, closing=here.last_day is not None)
    return page.say("targets-tally", cite_all(rows), **values)


#: How the targets that have fallen due may stand, and those that have not.
_DUE = ("met", "missed", "waiting", "silent", "vague")
_AHEAD = ("holding", "behind", "ahead_silent", "ahead_vague")


def _parts(page: Page, found: Tally, *, closing: bool = False) -> Text:
    """Return how many targets are due and how many not, and of each kind how many stand how.

    A closing balance also judges what was due later in the year in which the province ended.
    """
    when = "closing" if closing else "past"
    parts = []
    for kind, names in (("due", _DUE), ("ahead", _AHEAD)):
        told = [
            page.text(f"tally-{name.replace('_', '-')}", count=of(found, name))
            for name in names
            if getattr(found, name)
        ]
        if told:
            standing = joined(", ", told)
            parts.append(
                page.text(f"tally-{kind}", count=of(found, kind), when=when, standing=standing)
            )
    return joined("; ", parts)


def compared(page: Page, frame: pd.DataFrame) -> Piece:
    """List the targets of the province that have a result, and how far each is.

    Parameters
    ----------
    page : Page
        The page.
    frame : DataFrame
        What :func:`helpers.analysis.targets.progress` returns.
    """
    if frame.empty:
        held = holding(frame, page.briefing.targets)
        return page.unknown("agenda-no-targets", province=page.name, held=held)
    frame = targets.rejudged(frame.drop_duplicates("row"))
    table = _table(page, frame[frame["status"] != "not_reported"], _compared)
    return table or tally(page, frame)


def silent(page: Page, frame: pd.DataFrame) -> Piece:
    """List the targets of the province that no result speaks to.

    Parameters
    ----------
    page, frame : Page, DataFrame
        As in :func:`compared`.
    """
    rows = frame.drop_duplicates("row")
    table = _table(page, rows[rows["status"] == "not_reported"], _silent)
    return join(page.subheading("agenda-silent"), table) if table else join()


def inherited(page: Page, frame: pd.DataFrame) -> Piece:
    """List the targets of the provinces that a unit was made of, as theirs; else nothing.

    Parameters
    ----------
    page : Page
        The page.
    frame : DataFrame
        Rows of :attr:`helpers.pages.briefing.Briefing.inherited`.
    """
    frame = frame.drop_duplicates("row")
    pieces = [_of_a_predecessor(page, rows) for _, rows in frame.groupby("scope", sort=False)]
    return join(*pieces)


def _of_a_predecessor(page: Page, rows: pd.DataFrame) -> Piece:
    """Say how the targets of one former province stood when it ended, and list those judged."""
    former = rows["scope"].iloc[0]
    units = page.briefing.data["provinces"].set_index("province")
    found = targets.tally(rows, int(units["valid_until"][former].year))
    name = page.province_name(former)
    values: dict[str, Said] = {"former": name, "province": page.name}
    values |= {"count": of(found, "count"), "parts": _parts(page, found)}
    said = page.say("targets-inherited", cite_all(rows), **values)
    known = rows[rows["status"] != "not_reported"]
    caption = page.text("targets-inherited-caption", former=name)
    return join(said, *filter(None, [_table(page, known, _compared, caption)]))


def _table(
    page: Page,
    rows: pd.DataFrame,
    tell: Callable[[Page, pd.Series], Line],
    caption: Text | None = None,
) -> Piece | None:
    if rows.empty:
        return None
    lines = [tell(page, row) for _, row in rows.iterrows()]
    names = ("target", "due", "promise", "today", "verdict", "margin")[: len(lines[0])]
    shown = pd.DataFrame(lines, columns=[f"column-{name}" for name in names])
    message = "targets-caption" if tell is _compared else "targets-silent-caption"
    return page.table(shown, caption or page.text(message), stacked=True)


def result_source(target: pd.Series) -> Citation:
    """Return where the result is published that speaks to a target."""
    return Citation(*(target[f"result_{name}"] for name in ("source", "locator", "row")))


def _silent(page: Page, row: pd.Series) -> Line:
    name, set_by = page.indicator_name(row["indicator"]), target_words.set_by(page, row)
    said = page.text("target-name", cite(row), name=name, set_by=set_by)
    said = _with_last_known(page, row, said)
    if row[f"lead_{page.language.code}"]:
        lead = target_words.lead(page, row)
        said = page.text("item-led", text=said, lead=lead)
    return said, target_words.due(page, row), target_words.value(page, row)


def _with_last_known(page: Page, target: pd.Series, said: Text) -> Text:
    """Add to a target without a result what was last known, of a period that does not judge it."""
    known, here = page.briefing.data["results"], page.briefing
    row = results.last_known(known, target["scope"], target["indicator"], here.due_year)
    if row is None or target["status"] != "not_reported":
        return said
    values: dict[str, Said] = {"text": said, "value": page.value(row), "period": page.period(row)}
    return page.text("target-earlier", cite(row), **values)


def _compared(page: Page, row: pd.Series) -> Line:
    today = target_words.today(page, row) + page.mark([result_source(row)])
    verdict, margin = target_words.verdict(page, row), target_words.margin(page, row)
    return *_silent(page, row), today, verdict, margin

"""What the notebook ``explore`` shows: choices and sliders, and what changes with them.

Unlike a chapter it takes all the data there are, whenever they were published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import ipywidgets as widgets
import pandas as pd

from helpers.analysis import dti, gaps, robustness
from helpers.analysis.dti import Breakdown
from helpers.drawing import charts
from helpers.drawing.charts import Gap
from helpers.exceptions import ParameterError
from helpers.pages import html
from helpers.pages.briefing import Briefing
from helpers.pages.html import Html
from helpers.pages.page import Page
from helpers.store import data, mergers
from helpers.store.data import DataPackage
from helpers.words.language import LANGUAGES, Language

#: How many provinces on each side of the chosen one the table of ranks shows.
_BESIDE = 4


def open_page(edition: int, province: str, lang: str, package: DataPackage | None = None) -> Page:
    """Open a page on a briefing of one edition, with everything that is known of it today.

    Parameters
    ----------
    edition : int
        The DTI edition; later ones are left out.
    province, lang : str
        The province's id, and ``vi`` or ``en``.
    package : DataPackage, optional
        The data; the project's own if not given.

    Raises
    ------
    ParameterError
        If there is no such edition, no such province at the end of its year, or no such language.
    """
    package = package or data.load()
    editions = package["dti_editions"]
    choices = {"edition": set(editions["edition"]), "lang": set(LANGUAGES)}
    if edition in choices["edition"]:
        choices["province"] = set(mergers.at_the_end_of(package["provinces"], edition)["province"])
    for name, value in (("edition", edition), ("province", province), ("lang", lang)):
        if value not in choices[name]:
            known = ", ".join(sorted(map(str, choices[name])))
            raise ParameterError(f"{name}: no “{value}”; there is {known}")
    tables = {**package.tables, "dti_editions": editions[editions["edition"] <= edition]}
    return Page("explore", Briefing(edition, province, DataPackage(tables)), Language(lang))


def score_table(page: Page) -> pd.DataFrame:
    """Return the edition's table as a reader sees it: one row a province, best first.

    Parameters
    ----------
    page : Page
        What :func:`open_page` returns.

    Returns
    -------
    DataFrame
        By province name: rank, total, pillars and the parts of the total (0-1), as far as known.
    """
    known = page.briefing.edition.wide()
    order = page.briefing.edition.table().set_index("province")["rank"]
    names = dict.fromkeys([dti.TOTAL, *dti.PILLARS, *page.briefing.breakdown.weights.index])
    frame = known.reindex(index=order.index, columns=list(names)).round(dti.DECIMALS)
    frame = frame.rename(columns=page.component_name, index=page.province_name)
    frame.insert(0, str(page.language.say("column-rank")), order.to_numpy())
    return frame.rename_axis(index=str(page.language.say("column-province")), columns=None)


def readable(page: Page) -> pd.DataFrame:
    """Return the table of :func:`score_table` as text in the page's language.

    All scores have the same decimals, so that sorting the text sorts the scores; what is not
    known stands last.

    Parameters
    ----------
    page : Page
        What :func:`open_page` returns.
    """
    table = score_table(page)
    scores = table.columns[1:]
    table[scores] = table[scores].map(page.language.score, na_action="ignore").fillna("–")
    return table


def reweighted(page: Page, rival: str, weights: pd.Series) -> Html:
    """Show the ranks and the gap to a rival under other weights.

    Parameters
    ----------
    page : Page
        What :func:`open_page` returns.
    rival : str
        The rival's id.
    weights : Series
        A weight for each part of the total, at least one above zero; scaled to sum to 1.
    """
    known = set(page.briefing.breakdown.scores.index)
    values = {"province": page.name, "rival": page.province_name(rival)}
    if rival == page.briefing.province:
        return page.say("explore-same", **values)
    if not {page.briefing.province, rival} <= known or weights.sum() <= 0:
        return page.say("explore-unknown", edition=str(page.briefing.edition), **values)
    breakdown = replace(page.briefing.breakdown, weights=weights / weights.sum())
    pieces = (_ranks(page, breakdown, rival), _waterfall(page, breakdown, rival))
    return html.join(*pieces, _table(page, breakdown))


def _ranks(page: Page, breakdown: Breakdown, rival: str) -> Html:
    new = robustness.ranks_under(breakdown, breakdown.weights)
    official = robustness.ranks_under(breakdown, page.briefing.breakdown.weights)
    shown = "; ".join(
        f"{page.component_name(name)} {page.language.hundredths(weight)}"
        for name, weight in breakdown.weights.items()
    )
    values = {"province": page.name, "rival": page.province_name(rival), "weights": shown}
    values |= {"own": int(new[page.briefing.province]), "other": int(new[rival]), "known": len(new)}
    values |= {"own_official": int(official[page.briefing.province])}
    values |= {"other_official": int(official[rival])}
    said = page.say("explore-ranks", page.score_source(page.briefing.province), "lead", **values)
    if breakdown.whole:
        return said
    among = page.say("explore-among", style="note", known=len(new), ranked=breakdown.ranked)
    return html.join(said, among)


def _waterfall(page: Page, breakdown: Breakdown, rival: str) -> Html:
    split = gaps.contributions(breakdown, page.briefing.province, rival)
    gap = round(float(split["contribution"].sum()), 6)
    steps = gaps.waterfall(split, gap)
    steps = steps[steps["component"] != gaps.ROUNDING]
    frame = charts.with_whole(
        steps,
        [page.component_name(name) for name in steps["component"]],
        (str(page.language.say("gap-whole")), gap),
        page.language.signed,
    )
    names = {"province": page.name, "rival": page.province_name(rival)}
    words = {**names, "gap": page.language.signed(gap), "edition": str(page.briefing.edition)}
    heading = str(page.language.say("explore-waterfall-title", **words))
    shown = frame[["label", "text"]].set_axis(["column-component", "column-contribution"], axis=1)
    painter = charts.waterfalls([Gap(frame)])
    cite = page.score_source(rival)
    return page.figure("explore-waterfall", painter, page.table(shown, heading), cite, **words)


def _table(page: Page, breakdown: Breakdown) -> Html:
    new = robustness.ranks_under(breakdown, breakdown.weights)
    official = robustness.ranks_under(breakdown, page.briefing.breakdown.weights)
    totals = breakdown.totals
    place = totals.index.get_loc(page.briefing.province)
    shown = totals.iloc[max(0, place - _BESIDE) : place + _BESIDE + 1]
    frame = pd.DataFrame(
        {
            "column-province": [page.province_name(name) for name in shown.index],
            "column-new-rank": [str(new[name]) for name in shown.index],
            "column-official-rank": [str(official[name]) for name in shown.index],
            "column-new-total": [page.language.score(total) for total in shown],
        }
    )
    caption = page.language.say("explore-caption", province=page.name)
    return page.table(frame, caption, list(shown.index == page.briefing.province))


class Explorer(widgets.VBox):
    """The controls and the view under them: any change redraws the view.

    Parameters
    ----------
    edition : int
        The DTI edition to start with.
    province, rival : str
        The ids of the two provinces to start with.
    lang : str
        ``vi`` or ``en``.

    Attributes
    ----------
    page : Page
        The page on the chosen edition and province.
    edition, province, rival : ipywidgets.Dropdown
        The choices.
    sliders : dict of str to ipywidgets.IntSlider
        By part of the total: its weight in points.
    official : ipywidgets.Button
        Puts the sliders back to the official weights.
    view : ipywidgets.HTML
        What :func:`reweighted` returns.
    """

    def __init__(self, edition: int, province: str, rival: str, lang: str) -> None:
        self._package = data.load()
        self.page = open_page(edition, province, lang, self._package)
        open_page(edition, rival, lang, self._package)
        say = self.page.language.say
        editions = [int(each) for each in self._package["dti_editions"]["edition"]]
        self.edition = _choice(say("explore-edition"), editions, edition)
        names = self._names(edition)
        self.province = _choice(say("explore-province"), names, province)
        self.rival = _choice(say("explore-rival"), names, rival)
        self.view = widgets.HTML()
        self.sliders: dict[str, widgets.IntSlider] = {}
        self._weights = widgets.VBox()
        self.official = widgets.Button(description=str(say("explore-official")), icon="undo")
        self.official.layout.width = "max-content"
        self.official.on_click(lambda _: self._back())
        choices = [self.edition, self.province, self.rival]
        super().__init__([*choices, self._weights, self.official, self.view])
        for each in choices:
            each.observe(self._reopen, "value")
        self._reopen()

    def _reopen(self, _: object = None) -> None:
        """Open the chosen edition and province; its parts may be others, so the sliders are new."""
        self._offer()
        chosen = self.edition.value, self.province.value, self.page.language.code
        self.page = open_page(*chosen, self._package)
        weights = self.page.briefing.breakdown.weights
        if list(self.sliders) != list(weights.index):
            self.sliders = {name: self._slider(name, weight) for name, weight in weights.items()}
            self._weights.children = list(self.sliders.values())
        self._redraw()

    def _offer(self) -> None:
        """Offer the provinces of the chosen edition; of one not there its successor or namesake."""
        provinces, names = self._package["provinces"], self._names(self.edition.value)
        there = set(dict(names).values())
        for choice in (self.province, self.rival):
            if list(choice.options) != names:
                same = [choice.value, mergers.successor_of(provinces, choice.value)]
                same.append(dict(names).get(choice.label))
                choice.unobserve(self._reopen, "value")
                choice.options = names
                choice.value = next(each for each in same if each in there)
                choice.observe(self._reopen, "value")

    def _names(self, edition: int) -> list[tuple[str, str]]:
        """Return the provinces of an edition's year, each with its id, by name."""
        there = mergers.at_the_end_of(self._package["provinces"], edition)
        name = self.page.language.name
        return sorted((name(row), row["province"]) for _, row in there.iterrows())

    def _slider(self, name: str, weight: float) -> widgets.IntSlider:
        slider = widgets.IntSlider(round(100 * weight), 0, 100)
        slider.description = self.page.component_name(name)
        slider.style.description_width = "14em"
        slider.layout.width = "40em"
        slider.observe(lambda _: self._redraw(), "value")
        return slider

    def _back(self) -> None:
        for name, weight in self.page.briefing.breakdown.weights.items():
            self.sliders[name].value = round(100 * weight)

    def _redraw(self) -> None:
        weights = pd.Series({name: float(each.value) for name, each in self.sliders.items()})
        shown = reweighted(self.page, self.rival.value, weights)
        self.view.value = f"<style>{html.stylesheet('components')}</style>{shown.markup}"


def _choice(label: str, options: Sequence[object], value: object) -> widgets.Dropdown:
    choice = widgets.Dropdown(options=options, value=value, description=str(label))
    choice.style.description_width = "14em"
    choice.layout.width = "32em"
    return choice


def table_options(page: Page) -> dict[str, object]:
    """Return how itables shows the table: the words of its controls, and its size.

    Parameters
    ----------
    page : Page
        What :func:`open_page` returns.
    """
    lengths = [10, 20, page.briefing.edition.ranked]
    options = {"lengthMenu": lengths, "pageLength": 20, "classes": "display compact"}
    if page.language.code == "vi":
        options["language"] = {
            "search": "Tìm:",
            "info": "_START_–_END_ trên _TOTAL_",
            "infoEmpty": "không có dòng nào",
            "infoFiltered": "(lọc từ _MAX_)",
            "lengthMenu": "_MENU_ dòng mỗi trang",
            "zeroRecords": "không tìm thấy",
        }
    return options

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
from helpers.analysis.gaps import Split
from helpers.drawing import charts
from helpers.drawing.charts import Gap
from helpers.exceptions import ParameterError
from helpers.pages.briefing import Briefing
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join, stylesheet
from helpers.pages.values import counted, held, of
from helpers.store import data, mergers
from helpers.store.data import DataPackage
from helpers.store.frames import row_at
from helpers.words.computations import computation
from helpers.words.language import LANGUAGES, Language, Said
from helpers.words.told import Text, joined

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
    edition = page.briefing.known_edition
    order = edition.table().set_index("province")["rank"]
    names = dict.fromkeys([dti.TOTAL, *dti.PILLARS, *edition.breakdown.weights.index])
    frame = edition.wide().reindex(index=order.index, columns=list(names)).round(dti.DECIMALS)
    frame = frame.rename(columns=page.component_name, index=page.province_name)
    frame = frame.rename(columns=str, index=str)
    frame.insert(0, str(page.text("column-rank")), order.to_numpy())
    return frame.rename_axis(index=str(page.text("column-province")), columns=None)


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


def reweighted(page: Page, rival: str, weights: pd.Series) -> Piece:
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
    names: dict[str, Said] = {"province": page.name, "rival": page.province_name(rival)}
    if rival == page.briefing.province:
        return page.say("explore-same", **names)
    official, whole = page.briefing.known_edition.breakdown, weights.sum()
    breakdown = replace(official, weights=weights / whole if whole > 0 else weights)
    split = gaps.split(breakdown, page.briefing.province, rival)
    if split is None or whole <= 0:
        return page.say("explore-unknown", edition=page.edition, **names)
    rows = _reranked(official, breakdown)
    pieces = _ranks(page, rows, split, rival, names), _waterfall(page, split, rival, names)
    return join(*pieces, _table(page, rows))


@computation("reweighted")
def _reranked(official: Breakdown, breakdown: Breakdown) -> pd.DataFrame:
    """Return each province's total and rank under other weights, and its official rank."""
    totals = breakdown.totals
    ranks = robustness.ranks_under(breakdown, breakdown.weights)
    before = robustness.ranks_under(official, official.weights)
    frame = pd.DataFrame({"total": totals, "rank": ranks, "official": before}, index=totals.index)
    return frame.rename_axis("province").reset_index()


def _ranks(
    page: Page, rows: pd.DataFrame, split: Split, rival: str, names: dict[str, Said]
) -> Piece:
    by_name = rows.set_index("province", drop=False)
    values = names | {"known": counted("provinces", rows)}
    for name, province in (("own", page.briefing.province), ("other", rival)):
        row = row_at(by_name, province)
        values |= {name: held(row, "rank"), f"{name}_official": held(row, "official")}
    weights = [(page.at(row, "component"), page.write(held(row, "weight"), "hundredths"))
               for _, row in split.parts.iterrows()]  # fmt: skip
    values["weights"] = joined("; ", [joined(" ", each) for each in weights])
    said = page.lead("explore-ranks", page.score_source(page.briefing.province), **values)
    if page.briefing.known_edition.breakdown.whole:
        return said
    return join(said, page.note("explore-among", known=values["known"], ranked=page.ranked))


def _waterfall(page: Page, split: Split, rival: str, names: dict[str, Said]) -> Piece:
    gap = page.write(of(split, "gap"), "signed")
    steps = split.steps
    labels = [page.component_name(name) for name in steps["component"]]
    texts = [page.write(held(row, "contribution"), "signed") for _, row in steps.iterrows()]
    whole = page.text("gap-whole"), split.gap, gap
    frame = charts.with_whole(steps, labels, texts, whole)
    words = {**names, "gap": gap, "edition": page.edition}
    heading = page.text("explore-waterfall-title", **words)
    shown = frame[["label", "text"]].set_axis(["column-component", "column-contribution"], axis=1)
    painter = charts.waterfalls([Gap(frame)])
    table, cited = page.table(shown, heading), page.score_source(rival)
    return page.figure("explore-waterfall", painter, table, cited, **words)


def _table(page: Page, rows: pd.DataFrame) -> Piece:
    own = rows["province"] == page.briefing.province
    place = int(own.to_numpy().argmax())
    shown = rows.iloc[max(0, place - _BESIDE) : place + _BESIDE + 1]
    lines = [row for _, row in shown.iterrows()]
    frame = pd.DataFrame(
        {
            "column-province": [page.province_name(row["province"]) for row in lines],
            "column-new-rank": [held(row, "rank") for row in lines],
            "column-official-rank": [held(row, "official") for row in lines],
            "column-new-total": [page.write(held(row, "total"), "score") for row in lines],
        }
    )
    caption = page.text("explore-caption", province=page.name)
    return page.table(frame, caption, list(own[shown.index]))


class Explorer(widgets.VBox):  # type: ignore[misc]  # ipywidgets ships no types
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
        weights = self.page.briefing.known_edition.breakdown.weights
        if list(self.sliders) != list(weights.index):
            self.sliders = {name: self._slider(name, weights[name]) for name in weights.index}
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
        slider.description = str(self.page.component_name(name))
        slider.style.description_width = "14em"
        slider.layout.width = "40em"
        slider.observe(lambda _: self._redraw(), "value")
        return slider

    def _back(self) -> None:
        weights = self.page.briefing.known_edition.breakdown.weights
        for name, slider in self.sliders.items():
            slider.value = round(100 * weights[name])

    def _redraw(self) -> None:
        weights = pd.Series({name: float(each.value) for name, each in self.sliders.items()})
        shown = reweighted(self.page, self.rival.value, weights)
        self.view.value = f"<style>{stylesheet('components')}</style>{shown.__html__()}"


def _choice(label: Text, options: Sequence[object], value: object) -> widgets.Dropdown:
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
    options = {
        "lengthMenu": [10, 20, page.briefing.known_edition.ranked],
        "pageLength": 20,
        "classes": "display compact",
    }
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

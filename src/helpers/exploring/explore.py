"""What the notebook ``explore`` shows: choices and sliders, and what changes with them.

Unlike a chapter it takes all the data there are, whenever they were published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import isclose
from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers.analysis import dti, reweighting
from helpers.analysis.dti import Breakdown
from helpers.analysis.reweighting import NearestWeights
from helpers.exceptions import MapError
from helpers.exploring import groups, views
from helpers.exploring.choices import Choices, Name, rival_of, speak
from helpers.exploring.followers import Follower, Followers, State
from helpers.exploring.shown import styled
from helpers.exploring.wishes import Wishes
from helpers.pages.page import Page
from helpers.pages.pieces import Piece, join
from helpers.pages.values import setting
from helpers.store import mergers
from helpers.store.data import DataPackage
from helpers.upkeep import schema
from helpers.words.told import Text


def open_page(edition: Name, province: str, lang: str, package: DataPackage | None = None) -> Page:
    """Open a page on a briefing of one edition, with everything that is known of it today.

    Parameters
    ----------
    edition : int or str
        The DTI edition; later ones are left out. ``2024 (34)`` for another table of one.
    province, lang : str
        The province's id or name, and ``vi`` or ``en``.
    package : DataPackage, optional
        The data; the project's own if not given.

    Raises
    ------
    ParameterError
        If there is no such edition, province or language, or the parts of the total are not known:
        of the province, or of two provinces of the edition.
    DataError
        If the project's data are not sound, with the problems that ``briefing check`` names.
    """
    speak(lang)
    return Choices(package or schema.open_sound()).page(edition, province, lang)


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


def breakdown(page: Page, weights: pd.Series) -> Breakdown:
    """Return the parts of the edition's total under the weights in use.

    Parameters
    ----------
    page : Page
        What :func:`open_page` returns.
    weights : Series
        A weight for each part, at least one above zero; scaled to sum to 1.
    """
    return reweighting.under(page.briefing.known_edition.breakdown, weights)


class Explorer(widgets.VBox):  # type: ignore[misc]  # ipywidgets ships no types
    """The controls and the view under them: any change redraws the view, and what follows it.

    Parameters
    ----------
    edition : int or str
        The DTI edition to start with, as in :func:`open_page`.
    province, rival : str
        The ids or names of the two provinces to start with.
    lang : str
        ``vi`` or ``en``.

    Attributes
    ----------
    page : Page
        The page on the chosen edition and province.
    edition, province, rival : ipywidgets.Dropdown
        The choices: only what can be shown.
    against : ipywidgets.Dropdown
        Whether the view holds the province against the rival, its region or chosen provinces.
    chosen : ipywidgets.SelectMultiple
        The chosen provinces.
    sliders : dict of str to ipywidgets.FloatSlider
        By part of the total: its weight in points.
    used : dict of str to ipywidgets.HTML
        By part: the weight in use, in per cent; together they are 100.
    official, hundred, take : ipywidgets.Button
        Put the sliders back to the official weights, scale them to a sum of 100, put the weights
        of the answer on them.
    rank : ipywidgets.BoundedIntText
        The rank that is wanted.
    answer : ipywidgets.HTML
        The weights closest to the official ones that give it; see
        :func:`helpers.analysis.reweighting.nearest_weights`.
    notice : ipywidgets.HTML
        What of the choices the edition cannot show; it comes back with one that can.
    view : ipywidgets.HTML
        What :mod:`helpers.exploring.views` and :mod:`helpers.exploring.groups` say.

    Raises
    ------
    ParameterError
        As in :func:`open_page`, of the rival too; or if the rival is the province itself.
    DataError
        As in :func:`open_page`.
    """

    def __init__(self, edition: Name, province: str, rival: str, lang: str) -> None:
        speak(lang)
        self._choices, self._quiet = Choices(schema.open_sound()), False
        self.page = self._choices.page(edition, province, lang)
        known, province = self.page.briefing.known_edition, self.page.briefing.province
        edition, rival = self._choices.edition(edition), rival_of(known, province, rival)
        self._followers, self._wishes = Followers(), Wishes(province, rival, (rival,))
        self._nearest: NearestWeights | None = None
        self.sliders: dict[str, widgets.FloatSlider] = {}
        self.used: dict[str, widgets.HTML] = {}
        self._make(edition, province, rival)
        super().__init__(
            [self.edition, self.province, self.against, self.rival, self.chosen, self.notice,
             self._weights, widgets.HBox([self.official, self.hundred]), self.rank, self.answer,
             self.take, self.view]
        )  # fmt: skip
        for choice in (self.edition, self.province):
            choice.observe(self._reopen, "value")
        for choice in (self.against, self.rival, self.chosen):
            choice.observe(self._choose, "value")
        self.rank.observe(self._ask, "value")
        self._reopen()

    def _make(self, edition: Name, province: str, rival: str) -> None:
        """Make the controls, with what the first choices offer."""
        say = self.page.language.say
        names = self._names(edition)
        editions = list(self._choices.editions)
        self.edition = _choice(widgets.Dropdown, say("explore-edition"), editions, edition)
        self.province = _choice(widgets.Dropdown, say("explore-province"), names, province)
        self.against = _choice(widgets.Dropdown, say("explore-against"), self._ways, "one")
        self.rival = _choice(widgets.Dropdown, say("explore-rival"), names, rival)
        self.chosen = _choice(
            widgets.SelectMultiple, say("explore-chosen"), names, (rival,), rows=8
        )
        self._weights, self.notice = widgets.VBox(), widgets.HTML()
        self.view, self.answer = widgets.HTML(), widgets.HTML()
        whole = say("explore-scale", whole=setting("whole", 100))
        self.official = _button(say("explore-official"), "undo", self._back)
        self.hundred = _button(whole, "balance-scale", self._scale)
        self.take = _button(say("explore-take"), "sliders", self._take)
        self.rank = widgets.BoundedIntText(1, min=1, max=len(names))
        self.rank.description = str(say("explore-rank"))
        self.rank.style.description_width = _LABEL

    @property
    def _ways(self) -> list[tuple[str, str]]:
        """What the province can be held against: its region only where others of it are known."""
        ways = ["one", "chosen"]
        if groups.of_region(self.page)["known"].any():
            ways.insert(1, "region")
        return [(str(self.page.text(f"explore-against-{way}")), way) for way in ways]

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let several controls change and nothing be redrawn between."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def _reopen(self, change: Any = None) -> None:
        """Open the chosen edition and province; its parts may be others, so the sliders are new."""
        if self._quiet:
            return
        with self._quietly():
            self._offer(change)
            before, own = self._points, self._weighed
            chosen = self.edition.value, self.province.value, self.page.language.code
            self.page = self._choices.page(*chosen)
            ways = self._ways
            self.against.options = ways
            there = dict(ways).values()
            self.against.value = self._wishes.way if self._wishes.way in there else "one"
            weights = self._breakdown_weights
            if list(self.sliders) != list(weights.index):
                self._new_sliders(weights)
            elif not own:
                self._set(100 * weights)
            self.rank.max = len(self.province.options)
            self.rank.value = max(1, self._own_rank - 1)
        others = list(before.index) != list(weights.index)
        self._tell(reset=own and others and not self._weighed)
        self._ask()
        self._redraw()

    def _choose(self, change: Any) -> None:
        """Take a choice of what the province is held against for what is wished."""
        if self._quiet:
            return
        name = {self.against: "way", self.rival: "rival", self.chosen: "chosen"}[change.owner]
        setattr(self._wishes, name, change.new)
        self._tell()
        self._redraw()

    @property
    def _weighed(self) -> bool:
        """Whether the weights on the sliders are a choice; then it is kept."""
        points = self._points
        return bool(len(points)) and self._wishes.weigh(points, self._breakdown_weights)

    def _tell(self, reset: bool = False) -> None:
        """Say what of the wishes the edition cannot show."""
        shown = Wishes(self.province.value, self.rival.value, self.chosen.value, self.against.value)
        unmet = self._wishes.unmet(self.page, shown, reset)
        self.notice.value = styled(unmet)
        self.notice.layout.display = None if unmet else "none"

    @property
    def _own_rank(self) -> int:
        rows = reweighting.reranked(
            self.page.briefing.known_edition.breakdown, self._breakdown_weights
        )
        return int(rows.set_index("province")["rank"][self.province.value])

    @property
    def _breakdown_weights(self) -> pd.Series:
        return self.page.briefing.known_edition.breakdown.weights

    def _offer(self, change: Any) -> None:
        """Offer the provinces of the chosen edition; of one not there its successor or namesake."""
        wishes, before = self._wishes, None
        if change is not None and change.owner is self.province:
            wishes.province, before = change.new, change.old
            if wishes.rival == change.new:
                wishes.rival = change.old  # they change places
        names = self._names(self.edition.value)
        self._keep(self.province, names, wishes.province)
        others = [each for each in names if each[1] != self.province.value]
        self._keep(self.rival, others, wishes.rival, before)
        there = {name for _, name in others}
        provinces = self._choices.package["provinces"]
        near = ((each, mergers.successor_of(provinces, each)) for each in wishes.chosen)
        kept = [each if each in there else later for each, later in near]
        self.chosen.options = others
        self.chosen.value = tuple(dict.fromkeys(each for each in kept if each in there))

    def _keep(
        self,
        choice: widgets.Dropdown,
        names: list[tuple[str, str]],
        wish: str,
        before: object = None,
    ) -> None:
        """Offer names, and choose what is nearest to what is wished, or else what was before."""
        provinces = self._choices.package["provinces"]
        successor = mergers.successor_of(provinces, wish)
        namesake = dict(names).get(str(self.page.province_name(wish)))
        wanted = [wish, successor, namesake, choice.value, before, names[0][1]]
        there = {name for _, name in names}
        if list(choice.options) != names:
            choice.options = names
        choice.value = next(each for each in wanted if each in there)

    def _names(self, edition: Name) -> list[tuple[str, str]]:
        """Return the provinces that an edition can show, each with its id, by name."""
        provinces = self._choices.known(edition)["provinces"]
        there = provinces[provinces["province"].isin(self._choices.provinces(edition))]
        name = self.page.language.name
        return sorted((name(row), row["province"]) for _, row in there.iterrows())

    def _new_sliders(self, weights: pd.Series) -> None:
        points = self._wishes.points(weights)
        self.sliders = {name: self._slider(name, points[name]) for name in weights.index}
        self.used = {name: widgets.HTML() for name in weights.index}
        pairs = zip(self.sliders.values(), self.used.values(), strict=True)
        self._weights.children = [widgets.HBox(pair) for pair in pairs]

    def _slider(self, name: str, weight: float) -> widgets.FloatSlider:
        slider = widgets.FloatSlider(weight, min=0, max=100, step=0.1, readout_format=".1f")
        slider.continuous_update = False
        slider.description = str(self.page.component_name(name))
        slider.style.description_width = _LABEL
        slider.layout.width = "48em"
        slider.observe(self._redraw, "value")
        return slider

    def _put(self, points: pd.Series) -> None:
        """Put weights in points on the sliders, and redraw once."""
        with self._quietly():
            self._set(points)
        self._redraw()

    def _set(self, points: pd.Series) -> None:
        for name, slider in self.sliders.items():
            slider.value = round(float(points[name]), 12)

    def _back(self, _: object) -> None:
        self._put(100 * self._breakdown_weights)

    def _scale(self, _: object) -> None:
        points = self._points
        if points.sum() > 0 and not isclose(points.sum(), 100):
            self._put(100 * points / points.sum())

    def _take(self, _: object) -> None:
        if self._nearest is not None:
            self._put(100 * self._nearest.weights)

    @property
    def _points(self) -> pd.Series:
        return pd.Series({name: float(each.value) for name, each in self.sliders.items()})

    def _ask(self, _: object = None) -> None:
        """Answer which weights give the rank that is wanted."""
        if self._quiet:
            return
        said, self._nearest = views.nearest(self.page, self.rank.value)
        self.answer.value = styled(said)
        self.take.layout.display = None if self._nearest else "none"

    def _redraw(self, _: object = None) -> None:
        if self._quiet:
            return
        points = self._points
        used = views.in_per_cent(self.page, points) if points.sum() > 0 else {}
        for name, label in self.used.items():
            label.value = str(used.get(name, "–"))
        self.chosen.layout.display = None if self.against.value == "chosen" else "none"
        self.view.value = styled(self._shown(points))
        self._followers.redraw(self._state(points))

    def _shown(self, points: pd.Series) -> Piece:
        if not points.sum() > 0:
            return views.no_weights(self.page)
        if self.against.value == "region":
            shown = groups.against_region(self.page, points)
        elif self.against.value == "chosen":
            shown = groups.against_group(self.page, self.chosen.value, points)
        else:
            shown = views.against_one(self.page, self.rival.value, points)
        return join(shown, self._map(points))

    def _map(self, points: pd.Series) -> Piece:
        try:
            return views.on_the_map(self.page, points)
        except MapError as error:  # the rest can be shown without it
            return views.refused(self.page, error)

    def _state(self, points: pd.Series) -> State:
        weights = (points / points.sum()).rename("weight") if points.sum() > 0 else None
        return State(self.page, self.rival.value, weights)

    def follow(self, function: Follower) -> widgets.Output:
        """Show what a function makes of the choices, and show it anew whenever it would change.

        Parameters
        ----------
        function : callable
            It takes what it names: ``page``, ``rival`` (an id) and ``weights`` (the weights in use,
            a series by part that sums to 1), and is called again when one of these has changed. One
            that names its parameters otherwise takes all three in this order, at every change. It
            returns anything that a cell can show: a frame, a piece of a page, a figure or axes of
            matplotlib, text.

        Returns
        -------
        ipywidgets.Output
            What to show in a cell. A function that fails on a later change says so there; while
            all weights are 0 one that takes the weights is not called. A cell that is run again,
            edited or not, takes the place of what it showed.

        Raises
        ------
        ParameterError
            If the function takes neither what it names nor all three.
        """
        return self._followers.add(function, self._state(self._points))


#: How wide the names of all controls are: as wide as the longest name of a part.
_LABEL = "19em"


def _choice(
    kind: type[widgets.Widget], label: Text, options: Sequence[object], value: object, **more: Any
) -> widgets.Widget:
    choice = kind(options=options, value=value, description=str(label), **more)
    choice.style.description_width = _LABEL
    choice.layout.width = "42em"
    return choice


def _button(label: Text, icon: str, clicked: Callable[[object], None]) -> widgets.Button:
    button = widgets.Button(description=str(label), icon=icon)
    button.layout.width = "max-content"
    button.on_click(clicked)
    return button


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

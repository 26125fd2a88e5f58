"""How strong the proof of a table is: which wrong digits it would notice.

That all totals agree says little where half the components are not published: what is left of a
total must only lie between two bounds. So wrong digits are planted, one at a time, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from helpers.analysis import dti, proof
from helpers.analysis.dti import DECIMALS, TOTAL
from helpers.exceptions import Worded
from helpers.words.computations import computation
from helpers.words.language import LANGUAGES
from helpers.words.refusals import worded

if TYPE_CHECKING:
    from helpers.analysis.edition import Edition

#: How a total is proven: recomputed from all its components, or held between two bounds.
RECOMPUTED, BOUNDS = "recomputed", "bounds"
_PLACES = ("first", "second", "third", "fourth")
Floats = npt.NDArray[np.float64]
#: Two published scores further apart than this are different.
_APART = 10.0**-DECIMALS / 2


@computation("proof")
def strength(edition: Edition) -> pd.DataFrame:
    """Plant every single wrong digit in every published score, and count those noticed.

    Parameters
    ----------
    edition : Edition
        The edition.

    Returns
    -------
    DataFrame
        One row a column with scores and a kind of proof: proof (``recomputed`` of totals with
        every component published, ``bounds`` of those with only some), component, cells (how many
        scores), first, second, third, fourth (the share, 0-1, of wrong digits noticed at each
        decimal) and exchanged (the share of exchanges of two provinces' scores noticed). Noticed is
        what breaks a total (:func:`helpers.analysis.proof.proof`) or, in the totals, contradicts
        the printed ranks. Empty where no total can be held against anything.
    """
    return edition.remembered("strength", lambda: _strength(edition))


def _strength(edition: Edition) -> pd.DataFrame:
    held = proof.proof(edition).set_index("province")
    whole = held["known"] == held["parts"]
    rows = [
        row
        for kind, some in ((RECOMPUTED, held[whole]), (BOUNDS, held[~whole]))
        for row in _columns(edition, kind, some)
    ]
    columns = ["proof", "component", "cells", "first", "second", "third", "fourth", "exchanged"]
    return pd.DataFrame(rows, columns=columns)


def _columns(edition: Edition, kind: str, held: pd.DataFrame) -> Iterator[list[object]]:
    weight = proof.weights(edition).set_index("component")["weight"]
    scores = dti.wide(edition.published).reindex(held.index)
    for name in [TOTAL, *weight.index]:
        if name in scores and scores[name].notna().any():
            yield [kind, *_column(edition, held, scores[name], name, weight)]


def _column(
    edition: Edition, held: pd.DataFrame, scores: pd.Series, name: str, weight: pd.Series
) -> list[object]:
    known = scores.dropna()
    rows = held.loc[known.index]
    moves = 1.0 if name == TOTAL else -float(weight[name])
    old = known.to_numpy(dtype=float)
    ranks = _Ranked.of(edition, known.index) if name == TOTAL else None
    shares = [
        _noticed(rows, old, moves, _digits(old, place), ranks) for place in range(1, DECIMALS + 1)
    ]
    return [name, len(known), *shares, _exchanged(rows, old, moves, ranks)]


@dataclass(frozen=True)
class _Ranked:
    """The printed ranks of some provinces beside the totals and ranks of all."""

    own: Floats
    scores: Floats
    ranks: Floats

    @classmethod
    def of(cls, edition: Edition, provinces: pd.Index) -> _Ranked:
        table = dti.table(edition.published).dropna(subset=["score", "rank"])
        table = table.set_index("province")[["score", "rank"]].astype("float64")
        own = table["rank"].reindex(provinces).to_numpy()
        return cls(own, table["score"].to_numpy(), table["rank"].to_numpy())

    def contradict(self, old: Floats, new: Floats) -> npt.NDArray[np.bool_]:
        """Say of each changed total whether another total with its rank contradicts it."""
        others, changed = self.scores[None, None, :], new[:, :, None]
        better = (self.ranks[None, :] < self.own[:, None])[:, None, :]
        worse = (self.ranks[None, :] > self.own[:, None])[:, None, :]
        # Of those of its rank one is the total itself; a tie is of equal totals.
        tied = (self.ranks[None, :] == self.own[:, None]).sum(axis=1)[:, None] > 1
        above = better & (others < changed - _APART)
        below = worse & (others > changed + _APART)
        apart = tied & (np.abs(new - old[:, None]) > _APART)
        found: npt.NDArray[np.bool_] = (above | below).any(axis=2) | apart
        return found


def _digits(scores: Floats, place: int) -> Floats:
    """Return each score with each wrong digit at a decimal: a row a score, ten columns.

    The digit that is right makes no change, and is not counted.
    """
    units = np.rint(scores * 10**DECIMALS).astype(int)
    step = 10 ** (DECIMALS - place)
    digit = units // step % 10
    planted: Floats = (units[:, None] + (np.arange(10)[None, :] - digit[:, None]) * step) / (
        10**DECIMALS
    )
    return planted


def _noticed(
    rows: pd.DataFrame, old: Floats, moves: float, new: Floats, ranks: _Ranked | None
) -> float:
    """Return the share of the changed scores that break their total or contradict a rank."""
    changed = np.abs(new - old[:, None]) > _APART
    changed &= new <= 1
    residual = rows["residual"].to_numpy()[:, None] + moves * (new - old[:, None])
    room = rows["tolerance"].to_numpy()[:, None]
    broken = (residual < -room) | (residual > rows["most"].to_numpy()[:, None] + room)
    if ranks is not None:
        broken |= ranks.contradict(old, new)
    return float(broken[changed].mean()) if changed.any() else 0.0


def _exchanged(rows: pd.DataFrame, old: Floats, moves: float, ranks: _Ranked | None) -> float:
    """Return the share of exchanges of two different scores of a column that are noticed."""
    change = old[None, :] - old[:, None]
    residual = rows["residual"].to_numpy()[:, None] + moves * change
    room = rows["tolerance"].to_numpy()[:, None]
    broken = (residual < -room) | (residual > rows["most"].to_numpy()[:, None] + room)
    if ranks is not None:
        broken |= ranks.own[None, :] != ranks.own[:, None]
    pairs = np.triu(np.abs(change) > _APART)
    return float((broken | broken.T)[pairs].mean()) if pairs.any() else 0.0


def weakest(edition: Edition, components: pd.DataFrame) -> Worded:
    """Say in which shares a wrong digit of a total and of its weakest column would be noticed.

    Parameters
    ----------
    edition : Edition
        The edition; empty words where every total is recomputed, or none is held to anything.
    components : DataFrame
        The table ``dti_components``: what they are called.
    """
    rows = strength(edition)
    rows = rows[rows["proof"] == BOUNDS].set_index("component")
    if rows.empty:
        return Worded(dict.fromkeys(LANGUAGES, ""))
    least = str(rows.drop(index=TOTAL)[[*_PLACES]].sum(axis=1).idxmin())
    shares = {
        name: " / ".join(f"{share:.0%}" for share in rows.loc[name, [*_PLACES]])
        for name in (TOTAL, least)
    }
    called = components.set_index("component")
    listed = {
        code: "; ".join(f"{called[f'name_{code}'][name]} {each}" for name, each in shares.items())
        for code in LANGUAGES
    }
    return worded("cmd-proof-weakest", shares=listed)

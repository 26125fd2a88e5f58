"""What the weights of an edition rest on, said wherever a page uses them."""

from __future__ import annotations

from helpers.analysis import edition as editions
from helpers.analysis import proof
from helpers.pages.citing import cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece
from helpers.pages.values import held, of
from helpers.words.language import Said


def fitted(page: Page) -> list[Piece]:
    """Say that the weights were fitted to the rows published in full; nothing where they were not.

    Weights carried over from an edition whose own were fitted are said to be so.

    Parameters
    ----------
    page : Page
        The page.
    """
    known = page.briefing.edition
    if known is None:
        return []
    first = editions.origin(page.briefing.data, known)
    found = editions.fitted(page.briefing.data, first)
    if found is None:
        return []
    own = found if first is known else proof.tally(known)
    values: dict[str, Said] = {
        "edition": page.edition,
        "rows": of(found, "full"),
        "largest": page.write(of(own, "largest").rounded(5), "decimal"),
    }
    if first is known:
        return [page.note("weights-fitted", cite_all(known.weights), **values)]
    values["full"] = of(own, "full")
    described = page.briefing.data["dti_editions"].set_index("edition", drop=False)
    values["earlier"] = page.write(held(described.loc[[first.number]].iloc[0], "edition"), "year")
    return [page.note("weights-carried", cite_all(known.weights), **values)]

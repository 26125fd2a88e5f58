"""What the weights of an edition rest on, said wherever a page uses them."""

from __future__ import annotations

from helpers.analysis import edition as editions
from helpers.pages.citing import cite_all
from helpers.pages.page import Page
from helpers.pages.pieces import Piece
from helpers.pages.values import of
from helpers.words.language import Said


def fitted(page: Page) -> list[Piece]:
    """Say that the weights were fitted to the rows published in full; nothing where they were not.

    Parameters
    ----------
    page : Page
        The page.
    """
    known = page.briefing.edition
    found = None if known is None else editions.fitted(page.briefing.data, known)
    if known is None or found is None:
        return []
    largest = page.write(of(found, "largest").rounded(5), "decimal")
    values: dict[str, Said] = {
        "edition": page.edition,
        "rows": of(found, "full"),
        "largest": largest,
    }
    return [page.note("weights-fitted", cite_all(known.weights), **values)]

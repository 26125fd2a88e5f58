"""The rows that a new DTI edition adds to the data, made from the figures of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pandas as pd

from helpers.analysis import dti
from helpers.importing.dti_figures import Figure, Key
from helpers.importing.dti_headings import Role
from helpers.importing.table_files import TableFile
from helpers.store.append import Rows
from helpers.store.data import DataPackage
from helpers.words.refusals import worded


@dataclass(frozen=True)
class Document:
    """What is said of the document that a file is of, where it becomes a new source.

    Parameters
    ----------
    publisher, publisher_en : str
        Who published it, in Vietnamese and in English.
    title, url : str
        Its title and address; what the file itself states where these are empty.
    """

    publisher: str = ""
    publisher_en: str = ""
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class Edition:
    """What is known of an edition beside the file.

    Parameters
    ----------
    year : int
        The year it measures.
    published : date
        The day it was published.
    like : int
        The edition whose method and weights it has; the newest if 0.
    source : str
        The id of its source in ``sources.csv``; empty for a new one.
    partial : bool
        Whether the file may lack provinces or cells.
    units : int
        How many provinces the table ranks; recognised by their names if 0.
    points : mapping of str to int
        The points of the components, where they are others than those of the edition it is like.
    document : Document
        What a new source is.
    """

    year: int
    published: date
    like: int = 0
    source: str = ""
    partial: bool = False
    units: int = 0
    points: Mapping[str, int] = field(default_factory=dict)
    document: Document = Document()

    @property
    def source_id(self) -> str:
        """The id of its source, new or not."""
        return self.source or f"dti-{self.year}"


def totals(figures: Mapping[Key, Figure], role: Role) -> dict[str, Figure]:
    """Return the scores or the ranks of the totals, by province."""
    return {
        province: figure
        for (province, component, kind), figure in figures.items()
        if (component, kind) == (dti.TOTAL, role)
    }


def with_ranks(figures: Mapping[Key, Figure], ranked: int) -> dict[Key, Figure]:
    """Add the ranks that follow from the totals, where no rank is printed and all are known.

    Parameters
    ----------
    figures : mapping of (str, str, Role) to Figure
        The figures of a file.
    ranked : int
        How many provinces are ranked.

    Returns
    -------
    dict
        The figures; a rank added stands in the place of the total it follows from.
    """
    known = totals(figures, Role.SCORE)
    if totals(figures, Role.RANK) or len(known) < ranked:
        return dict(figures)
    ranks = dti.ranks(pd.Series([float(each.value) for each in known.values()]))
    added = {
        (name, dti.TOTAL, Role.RANK): replace(figure, value=Decimal(int(rank)), derived=True)
        for (name, figure), rank in zip(known.items(), ranks, strict=True)
    }
    return {**figures, **added}


def of_scores(
    figures: Mapping[Key, Figure], edition: Edition, provinces: Sequence[str], parts: Sequence[str]
) -> list[dict[str, str]]:
    """Make the rows of ``dti_scores``.

    Parameters
    ----------
    figures : mapping of (str, str, Role) to Figure
        The scores and ranks.
    edition : Edition
        The edition.
    provinces : sequence of str
        The ids of the provinces that are ranked.
    parts : sequence of str
        The components, in the order of the rows of a province.

    Returns
    -------
    list of dict
        By rank, then in the order of ``provinces``: the same for any order of the file's rows.
    """
    ranks = totals(figures, Role.RANK)
    last = len(provinces) + 1
    ordered = sorted(provinces, key=lambda each: ranks[each].value if each in ranks else last)
    found = (
        _of_score(figures, edition, len(provinces), each, part)
        for each in ordered
        for part in parts
    )
    return [row for row in found if row["score"] or row["rank"]]


def _of_score(
    figures: Mapping[Key, Figure], edition: Edition, ranked: int, province: str, component: str
) -> dict[str, str]:
    score = figures.get((province, component, Role.SCORE))
    rank = figures.get((province, component, Role.RANK))
    return {
        "edition": str(edition.year),
        "provinces_ranked": str(ranked),
        "province": province,
        "component": component,
        "score": f"{score.value:f}" if score else "",
        "rank": str(int(rank.value)) if rank else "",
        "basis": "derived" if rank and rank.derived else "printed",
        "source": edition.source_id,
    }


def of_package(
    package: DataPackage,
    file: TableFile,
    edition: Edition,
    scores: Sequence[Mapping[str, str]],
    stated: Mapping[str, str],
) -> Rows:
    """Make the rows of every table but those of the weights.

    Parameters
    ----------
    package : DataPackage
        The data as they are.
    file : TableFile
        The file.
    edition : Edition
        The edition.
    scores : sequence of mapping
        The rows of ``dti_scores``.
    stated : mapping of str to str
        What goes with them: title, mean, ranked (how many provinces), method, and the note.

    Returns
    -------
    mapping of str to sequence of mapping
        The rows by table; a new row of ``sources`` unless the edition names one that is there.
    """
    there = edition.source_id in set(package["sources"]["source"])
    own = {
        "edition": str(edition.year),
        "published": edition.published.isoformat(),
        "provinces_ranked": stated["ranked"],
        "mean_total": stated["mean"],
        "method": stated["method"],
        "source": edition.source_id,
        "note": stated["note"],
    }
    sources = [] if there else [_source(file, edition, stated["title"])]
    return {"sources": sources, "dti_editions": [own], "dti_scores": scores}


def _source(file: TableFile, edition: Edition, title: str) -> dict[str, str]:
    """Make the row of a new source; the file's name is for the maintainer alone."""
    document, day = edition.document, edition.published.isoformat()
    named = f"Bảng xếp hạng chuyển đổi số cấp tỉnh năm {edition.year}"
    return {
        "source": edition.source_id,
        "title": document.title or title or named,
        "language": "vi",
        "publisher": document.publisher,
        "publisher_en": document.publisher_en,
        "published": day,
        "available_from": day,
        "url": document.url or file.url,
        "note": worded("import-note-file", file=file.name, command="briefing import-dti"),
    }

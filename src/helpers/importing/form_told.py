"""What a filled form changes, and what it leaves, in the words of a language."""

from __future__ import annotations

from helpers.exceptions import in_language
from helpers.importing import form_layout as layout
from helpers.importing.form_cells import wordings
from helpers.importing.form_plan import KEY, Change, Kept
from helpers.store.data import NATIONAL, DataPackage
from helpers.store.frames import row_at
from helpers.store.unfilled import TO_FILL
from helpers.words.language import LANGUAGES, Language


def told(change: Change, package: DataPackage, language: Language) -> str:
    """Return a change in words: what it is about, then old and new of every cell.

    Parameters
    ----------
    change : Change
        The change.
    package : DataPackage
        The data, with the names of the indicators.
    language : Language
        The language of the words.
    """
    cells = [
        f"{language.say('form-column', name=name)}: "
        f"{_shown(old, name, language)} → {_shown(new, name, language)}"
        for name, (old, new) in change.cells.items()
        if name not in (*KEY[:2], "year", "province", "basis")
    ]
    return f"{_about(change, package, language)}: {'; '.join(cells)}"


def told_kept(kept: Kept, language: Language) -> str:
    """Return in words what stays in the data though the form has nothing in its place.

    Parameters
    ----------
    kept : Kept
        The cell.
    language : Language
        The language of the words.
    """
    held = {"file": f"{kept.table}.csv", "row": str(kept.row)}
    value = _shown(kept.cell, kept.column, language)
    return str(language.say("form-kept", place=kept.place, value=value, **held))


def _about(change: Change, package: DataPackage, language: Language) -> str:
    new = change.new
    if change.table == "results":
        names = package["indicators"].set_index("indicator")[f"name_{language.code}"]
        period = language.period(new["period"], new["timing"])
        return f"{names[new['indicator']]} ({_place(new['scope'], package, language)}, {period})"
    kind = str(language.say("form-heading", name=change.table.removesuffix("s")))
    return f"{kind} {new.get('year') or new['source']}"


def _place(scope: str, package: DataPackage, language: Language) -> str:
    if scope == NATIONAL:
        return str(language.say("form-text", name="national"))
    return language.name(row_at(package["provinces"].set_index("province"), scope))


def _shown(cell: str, column: str, language: Language) -> str:
    if not cell:
        return str(language.say("form-text", name="nothing"))
    if cell == TO_FILL:
        return cell
    if column in ("value", "base"):
        return language.decimal(float(cell))
    if column in layout.MESSAGES:
        spoken = dict(zip(LANGUAGES, wordings(layout.MESSAGES[column], cell), strict=True))
        return spoken[language.code]
    if column in ("as_of", "available_from", "published"):
        return language.published(cell)
    return language.locator(cell) if column == "locator" else in_language(cell, language.code)

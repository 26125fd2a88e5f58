"""``briefing check``: every problem of the data, how strong their proof is, what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from helpers.analysis import proof, strength
from helpers.analysis.edition import Edition, every
from helpers.commands import accepting
from helpers.commands.options import HOME, ProjectOption, ProvinceOption
from helpers.commands.speaking import LangOption, language, say, tell
from helpers.exceptions import in_language
from helpers.store import data, mergers, tables
from helpers.store.units import Units
from helpers.upkeep import schema
from helpers.upkeep.unknowns import unknowns

if TYPE_CHECKING:
    import pandas as pd


def check(
    province: ProvinceOption = HOME, lang: LangOption = None, project: ProjectOption = None
) -> None:
    """Validate the data package; name every problem, and every cell still to be filled in."""
    folder = data.data_folder(project)
    texts = tables.read_all(folder)
    for file, how in tables.taken(texts).items():
        tell("cmd-taken", file=file, how=in_language(how, language().code))
    package = schema.check_accepted(folder, complete=True, texts=texts)
    province = _of_the_newest(package, province)
    rows = sum(len(table) for table in package.tables.values())
    tell("cmd-checked", tables=len(package.tables), rows=rows)
    for line in accepting.told(folder, texts):
        typer.echo(line)
    for edition in every(package):
        typer.echo(_proven(edition, package["dti_components"]))
    facts = package["confirmed"]
    tell("cmd-facts", count=len(facts), sources=facts["source"].nunique())
    for line in unknowns(package, province, language()):
        typer.echo(line)


def _of_the_newest(package: data.DataPackage, province: str) -> str:
    """Return whose newest briefing is meant: the successor of a province that is no more."""
    year, provinces = int(package["briefings"]["year"].max()), package["provinces"]
    return mergers.became(provinces, Units.known_to(package, year).find(province), year)


def _proven(edition: Edition, components: pd.DataFrame) -> str:
    """Say how many totals of an edition prove themselves, and how strong that proof is."""
    code = language().code
    weakest = strength.weakest(edition, components).by(code)
    proven = proof.tally(edition).worded.by(code) + weakest
    return say("cmd-proof", edition=edition.shown, proven=proven)

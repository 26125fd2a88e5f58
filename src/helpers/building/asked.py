"""What is asked of a run: how briefings are made, and for which reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from helpers.building import forks

#: The manifest's name in the folder of the reports.
MANIFEST = "manifest.json"
#: What a briefing is made of: each has a hash.
Input = Literal["data", "notebooks", "code", "versions"]
#: Why a briefing has to be made; none of these, and it is up to date. The last is a person's wish.
Reason = Literal["new", "failed", "missing", "changed", Input, "forced"]
INPUTS: tuple[Input, ...] = get_args(Input)
#: The reasons that lie in what is there.
REASONS: tuple[Reason, ...] = get_args(Reason)[:-1]


@dataclass(frozen=True)
class Options:
    """How briefings are made.

    Parameters
    ----------
    paper : bool
        Whether to print each page too, as ``.pdf`` beside it, and its page one alone as
        ``.handout.pdf`` and ``.slide.pdf``.
    kernel : bool
        Whether each chapter runs in a kernel of its own, as in JupyterLab, and not in a fork of
        one process; a system that forks unsafely takes kernels always. The bytes are the same.
    jobs : int, optional
        How many processes work at a time; one for each processor if not given, 0 for none but
        this.
    force : bool
        Whether to make what is up to date too.
    only : frozenset of str, optional
        Reasons for which to make a briefing (:data:`REASONS`); what has
        to be made for others waits.
    scheduler : str
        The address of a Dask scheduler whose workers make them; this machine does if it is empty.
    limits : Limits
        What a cell may take; without processes of their own (``jobs`` 0) chapters have no limits.
    """

    paper: bool = False
    kernel: bool = False
    jobs: int | None = None
    force: bool = False
    only: frozenset[str] = frozenset()
    scheduler: str = ""
    limits: forks.Limits = forks.LIMITS

    @property
    def forked(self) -> bool:
        """Whether chapters run in forks on this machine, or in kernels that forks start."""
        return self.jobs != 0 and not self.scheduler and forks.available()

    def begin(self, folder: Path, out: Path, wanted: Sequence[tuple[int, str]]) -> None:
        """Start what runs chapters, if some surely will: it imports while others work.

        Parameters
        ----------
        folder : Path
            The data folder.
        out : Path
            The folder of the reports.
        wanted : sequence of (int, str)
            The briefings: a year, and a province's id or name.
        """
        if self.forked and (self.force or not (out / MANIFEST).exists()):
            forks.begin(folder.resolve(), wanted)

"""Why a briefing has to be made."""

from __future__ import annotations

from typing import Literal, get_args

#: What a briefing is made of: each has a hash.
Input = Literal["data", "notebooks", "code", "versions"]
#: Why a briefing has to be made; none of these, and it is up to date. The last is a person's wish.
Reason = Literal["new", "failed", "missing", "changed", Input, "forced"]
INPUTS: tuple[Input, ...] = get_args(Input)
#: The reasons that lie in what is there.
REASONS: tuple[Reason, ...] = get_args(Reason)[:-1]

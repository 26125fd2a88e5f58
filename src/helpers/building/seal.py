"""What makes a page whole by itself: its typeface inside, and a policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
import re

from helpers.drawing import fonts

#: Where a template leaves room for what depends on the finished text.
FONTS, POLICY = "/* fonts */", "{policy}"


def sealed(text: str) -> str:
    """Return a page with its typeface and its Content-Security-Policy filled in.

    Parameters
    ----------
    text : str
        A page with one ``style`` element, :data:`FONTS` in it and :data:`POLICY` in a ``meta``.

    Returns
    -------
    str
        The page: it may use its own style and fonts, and load or run nothing.
    """
    text = text.replace(FONTS, fonts.faces(fonts.characters(text)))
    # Without white space at its ends: not every reader of the policy hashes that.
    text = re.sub(r"<style>\s*(.*?)\s*</style>", r"<style>\1</style>", text, flags=re.DOTALL)
    _, style, _ = re.split(r"<style>(.*?)</style>", text, maxsplit=1, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; "
    return text.replace(POLICY, policy + "base-uri 'none'; form-action 'none'")

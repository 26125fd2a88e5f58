"""Pieces of HTML: what a notebook cell shows and the briefing is joined from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


@dataclass(frozen=True)
class Html:
    """A finished piece of HTML that Jupyter shows as it is.

    Parameters
    ----------
    markup : Markup
        The HTML text.
    """

    markup: Markup

    def __html__(self) -> str:
        """Let Jinja take the piece without escaping it."""
        return str(self.markup)

    def _repr_html_(self) -> str:
        return str(self.markup)

    def __repr__(self) -> str:
        """Keep the text form short: the executed notebook stores it beside the HTML."""
        return f"<Html, {len(self.markup)} characters>"


@cache
def environment() -> Environment:
    """Return the Jinja environment of the package's templates."""
    return Environment(
        loader=PackageLoader("helpers", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(fragment: str, **values: object) -> Html:
    """Fill one fragment template.

    Parameters
    ----------
    fragment : str
        Name of a template in ``template/fragments`` without its ending.
    **values : object
        What the template names; text is escaped, markup is not.
    """
    text = environment().get_template(f"fragments/{fragment}.html.j2").render(**values)
    return Html(Markup(text))


def join(*pieces: Html) -> Html:
    """Return several pieces as one."""
    return Html(Markup("\n").join(piece.markup for piece in pieces))


def stylesheet(name: str) -> str:
    """Return the text of one style sheet of the package."""
    return resources.files("helpers").joinpath("template", f"{name}.css").read_text("utf-8")


def page_style(*more: str) -> str:
    """Return the style of a page of its own, light or dark as its reader's screen is.

    Parameters
    ----------
    *more : str
        Names of style sheets that only this page needs.
    """
    dark = (
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{\n{stylesheet('dark')}}} }}\n"
    )
    rest = map(stylesheet, ("contrast", "components", "page", *more))
    return "".join([stylesheet("tokens"), dark, *rest])


#: JupyterLab's own rules for tables and lists are stronger than those of the pieces.
_OVER_JUPYTER = """
.jp-RenderedHTMLCommon .dx-table th, .jp-RenderedHTMLCommon .dx-table td { text-align: left; }
.jp-RenderedHTMLCommon .dx-card ul { padding-left: 0; margin-left: 0; }
"""


def notebook_style() -> str:
    """Return the style of pieces in a notebook, dark where JupyterLab's theme is."""
    dark = f"[data-jp-theme-light='false'] {{\n{stylesheet('dark')}}}\n"
    return "".join([stylesheet("tokens"), dark, stylesheet("components"), _OVER_JUPYTER])

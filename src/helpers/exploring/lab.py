"""A Jupyter server extension: JupyterLab speaks the language that the browser asks for.

JupyterLab itself only knows the server's locale and the one picked in its settings menu; a
language picked there still wins.
"""

from __future__ import annotations

from typing import Any

#: What JupyterLab calls the languages of this project, by the browser's name for them.
LOCALES = {"vi": "vi_VN", "en": "en"}


def asked_locale(accept_language: str) -> str:
    """Return JupyterLab's name of the language a browser asks for.

    Parameters
    ----------
    accept_language : str
        The browser's ``Accept-Language`` header, most wanted first.

    Examples
    --------
    >>> asked_locale("vi-VN,vi;q=0.9,en;q=0.8")
    'vi_VN'
    """
    for part in accept_language.split(","):
        language = part.split(";")[0].strip().split("-")[0].lower()
        if language in LOCALES:
            return LOCALES[language]
    return "default"


def _load_jupyter_server_extension(server: Any) -> None:
    from jupyterlab_server.translations_handler import TranslationsHandler  # noqa: PLC0415

    handlers: Any = TranslationsHandler
    stock = handlers.get

    async def get(handler: Any, locale: str | None = None) -> None:
        if locale == "default":
            locale = asked_locale(handler.request.headers.get("Accept-Language", ""))
        await stock(handler, locale)

    handlers.get = get
    server.log.debug("JupyterLab takes its language from the browser")


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "helpers.exploring.lab"}]

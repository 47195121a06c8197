"""A request goes in, the dates of its page come out as its reader writes them: marked with their language, isolated."""

from __future__ import annotations

from flask import Flask, Response, g, request
from markupsafe import Markup, escape

from timeline.locales import ENGLISH, chosen, written


def language() -> str:
    """Give the language in which this reader gets dates: the browser's own choice, as its Accept-Language says."""
    if "dates" not in g:
        g.dates = chosen(tuple(request.accept_languages.values()))
    found: str = g.dates
    return found


def dates(text: str, *, bare: bool = False) -> Markup | str:
    """Write the dates in a text; `bare` those of a heading too, where a weekday or a month stands alone."""
    if language() == ENGLISH:
        return text
    return Markup("").join(
        Markup('<bdi lang="{}">{}</bdi>').format(piece.lang, piece.words) if piece.lang else escape(piece.words)
        for piece in written(text, language(), bare=bare)
    )


def plain_dates(text: str) -> str:
    """Write the dates in a text that can hold no marks: a name that appears on pointing, a picture's own words."""
    return "".join(piece.words for piece in written(text, language()))


def lend_dates(app: Flask) -> None:
    """Lend them to the templates, and tell caches that pages differ by language."""
    app.jinja_env.filters.update(dates=dates, plain_dates=plain_dates)
    app.after_request(_vary)


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.add("Accept-Language")
    return response

"""An application goes in, with the words and shapes that templates print lent to it."""

from __future__ import annotations

from typing import Any

from flask import Flask, request

from timeline.label import counted
from timeline.links import safe_url
from timeline.notation import html_date
from web import words
from web.chain import date_words, short_chain
from web.chronology import mark, small_mark
from web.citing import citation
from web.marking import found_pieces, quote_pieces
from web.parts import spot

Record = dict[str, Any]


def anchor(event: Record) -> str:
    """Name the exact place in the article page: the expression, or the sentence when the date is from elsewhere."""
    sentence, timex = event["sentence"], event.get("timex")
    inside = timex and sentence["start"] <= timex["start"] < sentence["end"]
    return f"t{timex['start']}" if timex and inside else f"s{sentence['start']}"


def place_in_article(event: Record) -> str:
    """Give what the address of an article needs behind it to lead to the place of an event."""
    name = anchor(event)
    return spot(name[0], int(name[1:]))


def cited(event: Record) -> str:
    """Cite an event; one from no web address by the address of its page here."""
    return citation(event, f"{request.url_root.rstrip('/')}{event['url']}")


def lend_words(app: Flask) -> None:
    """Lend the templates what they print; imported macros see globals, not what a view passes."""
    app.jinja_env.globals.update(
        counted=counted,
        spot=spot,
        modality_long=words.MODALITY,
        step_words=words.STEPS,
        widths=words.WIDTHS,
    )
    app.jinja_env.filters.update(
        basis_long=words.basis_long,
        basis_short=words.basis_short,
        cited=cited,
        date_words=date_words,
        html_date=html_date,
        found=found_pieces,
        mark=mark,
        place=place_in_article,
        pieces=quote_pieces,
        safe_url=safe_url,
        small_mark=small_mark,
        steps=short_chain,
        told=words.told,
    )

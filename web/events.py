"""The id of an event goes in, its page comes out: what, when, and the chain by which its date was found."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from timeline.lines import loads
from web.chain import long_chain
from web.opened import store

blueprint = Blueprint("events", __name__)


@blueprint.get("/events/<event_id>")
def index(event_id: str) -> str:
    """Show an event and the chain by which its date was found."""
    body = store().event(event_id)
    if body is None:
        abort(404, "There is no event of this id; it may have been removed with its article.")
    found = loads(body)
    article = store().standing(found["article"]["id"])
    steps = long_chain(found, article.text if article else None)
    return render_template("event.html", event=found, steps=steps, article=article)

"""Filters and a name go in, a named address of the chronology comes out: saved views, listed, kept and dropped."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response

from timeline.query import FILTER_NAMES, QueryError, read_filters
from timeline.store.views import LONGEST_NAME, LONGEST_QUERY
from web.facets import chips
from web.links import address
from web.opened import store, store_for_writing
from web.writing import check_may_write

blueprint = Blueprint("views", __name__)

_NAMED = 1_000  # articles that are named in a list of views
_STEPS = (".", "..")  # browsers take these for ways up and never ask for such an address
Asked = dict[str, list[str]]


@blueprint.get("/views")
def index() -> str:
    """List the saved views; filters in the address are offered to be saved."""
    asked = _checked({name: texts for name, texts in request.args.lists() if any(text.strip() for text in texts)})
    views = [(view.name, view.query, parse_qs(view.query)) for view in store().views()]
    titles = _titles([asked, *(filters for _, _, filters in views)])
    kept = [(name, _url(query), chips(filters, titles)) for name, query, filters in views]
    return render_template("views.html", views=kept, asked=chips(asked, titles), query=urlencode(asked, doseq=True))


@blueprint.get("/views/<name>")
def one(name: str) -> Response:
    """Lead to the chronology as it was saved under a name."""
    found = next((view for view in store().views() if view.name == name), None)
    if found is None:
        abort(404, "There is no saved view of this name; it may have been dropped.")
    return redirect(_url(found.query))


@blueprint.post("/views")
def save() -> Response:
    """Keep the filters of a form under a name."""
    check_may_write()
    name, query = " ".join(request.form.get("name", "").split()), request.form.get("query", "")
    if not name or len(name) > LONGEST_NAME or "/" in name or name in _STEPS:
        raise QueryError("name", f"needs 1 to {LONGEST_NAME} characters, no slash, and more than a dot or two")
    if len(query) > LONGEST_QUERY:
        raise QueryError("query", "is too long to be kept")
    asked = _checked(parse_qs(query, keep_blank_values=True))
    store_for_writing().save_view(name, urlencode(asked, doseq=True))
    return redirect(address("views.index", {}), 303)


@blueprint.post("/views/drop")
def drop() -> Response:
    """Forget the view of a name."""
    check_may_write()
    if not store_for_writing().drop_view(request.form.get("name", "")):
        abort(404, "There is no saved view of this name; it may have been dropped already.")
    return redirect(address("views.index", {}), 303)


def _titles(asked: Sequence[Asked]) -> dict[str, str]:
    """Name the articles that filters ask for; one that is no longer there keeps its id."""
    keys = sorted({key for filters in asked for key in filters.get("article", ())})[:_NAMED]
    return {key: title or "untitled" for key, title in store().titles(keys).items()}


def _checked(asked: Asked) -> Asked:
    """Give filters back when they can be asked, in the order of the filters; QueryError names the one that cannot."""
    read_filters(asked)
    return {name: asked[name] for name in FILTER_NAMES if name in asked}


def _url(query: str) -> str:
    return address("front.index", parse_qs(query))

"""Filters and a format in an address go in, a file with every event that matches comes out, written as it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort, current_app, request

from timeline.export import FORMATS, Asked, Format
from timeline.query import Filters, read_filters
from timeline.store import Store
from web.opened import store

blueprint = Blueprint("exporting", __name__)


@blueprint.get("/export/<name>")
def one(name: str) -> Response:
    """Write all events that the filters let through; never held at once, however many they are."""
    form = FORMATS.get(name)
    if form is None:
        abort(404, f"There is no format {name!r}; there are {', '.join(FORMATS)}.")
    answer = streamed(form, read_filters(dict(request.args.lists())))
    # Always to be kept: shown here, a foreign text would be a page of ours.
    answer.headers["Content-Disposition"] = f'attachment; filename="timeline{form.suffix}"'
    return answer


def streamed(form: Format, filters: Filters) -> Response:
    """Answer with every event that the filters let through, written as it is sent."""
    store().version()  # a store that cannot be read is an error now, not a file that breaks off
    asked = Asked(filters, request.url_root, own=request.url)
    return Response(_written(current_app.config["STORE"], form, asked), content_type=form.media_type)


def _written(path: str, form: Format, asked: Asked) -> Iterator[bytes]:
    """Write from a store of its own: that of the request is closed before the last event is sent."""
    with Store.open(path, readonly=True) as opened:
        yield from form.write(opened.each_event(asked.filters), asked)

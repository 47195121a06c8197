"""Filters and a format in an address go in, a file with every event that matches comes out, written as it is sent."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from functools import cache
from http import HTTPStatus
from importlib.resources import files

from flask import Blueprint, Response, abort, current_app, request

from timeline.export import FORMATS, Asked, Format
from timeline.lines import dumps
from timeline.query import Filters, read_filters
from timeline.store import Store

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
    """Answer with every event that the filters let through, written as it is sent, all of one moment.

    The file has a connection of its own: that of the request is closed before the last event is sent. Its tag and its
    events are read in one transaction, so that no article stored meanwhile is in a file that has the tag of before.
    """
    asked = Asked(filters, request.url_root, own=request.url)
    with ExitStack() as closing:
        opened = closing.enter_context(Store.open(current_app.config["STORE"], readonly=True))
        answer = Response(content_type=form.media_type)
        answer.automatically_set_content_length = False  # known when the last event is written, and not before
        answer.cache_control.no_cache = True
        answer.set_etag(_tag(opened.hold(), form, asked))
        answer.make_conditional(request)
        if answer.status_code == HTTPStatus.OK and request.method == "GET":
            answer.response = form.write(opened.each_event(filters), asked)
            answer.call_on_close(closing.pop_all().close)
    return answer


def _tag(moment: str, form: Format, asked: Asked) -> str:
    """Make the tag of a file that nobody has written yet, from all that its bytes depend on."""
    return hashlib.sha256(dumps([moment, _writers(), form.name, asked.address, asked.own])).hexdigest()


@cache
def _writers() -> str:
    """Tell the code that writes files from that of another day: between two releases the version stays the same."""
    home = files("timeline")
    folders = [each for name in ("export", "label") for each in home.joinpath(name).iterdir()]
    sources = [home / "record.py", *(each for each in folders if each.name.endswith(".py"))]
    written = b"".join(sorted(source.read_bytes() for source in sources))
    return hashlib.sha256(written).hexdigest()

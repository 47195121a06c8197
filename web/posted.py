"""A POST with an article goes in, as JSON or as files; the article as it is stored, with its events, comes out.

It is read, dated and stored by the same code as `timeline add`; all of it is read before anything is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

from flask import Response, abort, request, url_for

from timeline.lines import dumps, loads
from timeline.model import Article
from timeline.pipeline import timeline_of
from timeline.reading import Hints, Refusal
from timeline.schemas import AddedSchema, ArticleSchema, NewArticleSchema, Unfit, UploadSchema, read_body
from web.endpoint import JSON, refuse_parameters, writes
from web.limits import read_sent
from web.opened import store_for_writing
from web.problems import Fault, refuse
from web.writing import check_may_write

SECURITY = {
    "type": "http",
    "scheme": "bearer",
    "description": "The server's TIMELINE_TOKEN. A server on loopback that was started with --allow-write wants none.",
}
FILES = "multipart/form-data"
_FIELD = "file"
# What the readers say first tells what kind of refusal it is; anything else is a text that cannot be understood.
_STATUSES = {"too large": 413, "unsupported": 415}
_UNDATED = "the publish date given"
_NOT_INSTALLED = "`pip install"
_UNFIT = 422
_BODY = "article.json"  # the name by which it is read as one object
_TOLD = ("published", "title", "source", "url", "lang")


@writes(
    "/articles",
    {JSON: NewArticleSchema, FILES: UploadSchema},
    {
        "201": "Stored: the article with its events; all of them where the files held several",
        "200": "It was there already; a publish date that was missing is filled in",
    },
    (ArticleSchema, AddedSchema),
    errors=(400, 401, 403, 413, 415, 422),
)
def add_article() -> Response:
    """Store an article and give it back with its events."""
    check_may_write()
    refuse_parameters()
    articles = list(_articles())
    store = store_for_writing()
    new = [article for article in articles if store.foresee(article) != "unchanged"]
    saved = [store.save(timeline) for timeline in [timeline_of(article) for article in new]]
    ids = dict.fromkeys(article.id for article in articles)
    return _answer([store.article(key) for key in ids], created="added" in saved)


def _answer(records: list[Any], *, created: bool) -> Response:
    one = records[0] if len(records) == 1 else None
    answer = Response(dumps(one or {"articles": records}), 201 if created else 200, mimetype=JSON)
    if one:
        answer.headers["Location"] = url_for("api.article", article_id=one["id"])
    return answer


# ---- what was sent ----------------------------------------------------------------------------------------------


def _articles() -> Iterator[Article]:
    """Read what was sent; the first input that cannot be read is the answer."""
    try:
        inputs, hints = _of_files() if request.mimetype == FILES else _of_json()
    except Unfit as error:
        refuse(_UNFIT, *(Fault(name, reason) for name, reason in error.faults.items()))
    empty = True
    for name, data in inputs:
        for found in read_sent(data, name, hints):
            if isinstance(found, Refusal):
                _refuse(found)
            empty = False
            yield found
    if empty:
        refuse(_UNFIT, Fault(_FIELD, "no text in it"))


def _of_json() -> tuple[list[tuple[str, bytes]], Hints]:
    if request.mimetype != JSON:
        abort(415, f"An article is sent as {JSON}, files as {FILES}; not as {request.mimetype or 'nothing'!r}.")
    data = request.get_data()
    try:
        body = loads(data)
    except ValueError as error:
        refuse(400, Fault("body", f"is no JSON: {error}"))
    return [(_BODY, data)], _hints(read_body(body, NewArticleSchema))


def _of_files() -> tuple[list[tuple[str, bytes]], Hints]:
    texts, files = dict(request.form.lists()), dict(request.files.lists())
    if several := next((name for name, given in texts.items() if len(given) > 1 and name != _FIELD), None):
        refuse(_UNFIT, Fault(several, "is given more than once"))
    said = {name: given[0] for name, given in texts.items() if name != _FIELD}
    # A part without a file name is a text that was pasted.
    pasted = [(_FIELD, text.encode()) for text in texts.get(_FIELD, ())]
    sent = [(_last_part(file.filename), file.read()) for file in files.get(_FIELD, ())]
    values = read_body({**files, **said, _FIELD: [*sent, *pasted]}, UploadSchema)
    return [*sent, *pasted], _hints(values)


def _last_part(name: str | None) -> str:
    return re.split(r"[/\\]", name or "")[-1] or _FIELD


def _hints(values: dict[str, Any]) -> Hints:
    said: dict[str, Any] = {name: (values.get(name) or "").strip() or None for name in _TOLD}
    return Hints(**said, domain=values.get("domain") or "auto")


def _refuse(refusal: Refusal) -> NoReturn:
    reason = refusal.reason.removesuffix(" (--max-size)")  # an option that nobody has over HTTP
    status = next((status for start, status in _STATUSES.items() if reason.startswith(start)), _UNFIT)
    if _NOT_INSTALLED in reason:
        status = 415
    if reason.startswith(_UNDATED):
        refuse(status, Fault("published", reason))
    if request.mimetype == FILES:
        refuse(status, Fault(_FIELD, f"{refusal.name}: {reason}"))
    refuse(status, Fault("text", reason))

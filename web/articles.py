"""Addresses go in, the list of articles and each article as printed come out; a missing publish date can be given."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.model import Span
from timeline.pipeline import timeline_of
from timeline.query import DEFAULT_LIMIT, QueryError
from timeline.reading import CannotRead, dated
from web.chain import published_words
from web.links import address
from web.opened import store, store_for_writing
from web.parts import blocks_of, part_at
from web.printed import fates, rows
from web.writing import check_may_write

blueprint = Blueprint("articles", __name__)


@blueprint.get("/articles")
def index() -> str:
    """List the articles, each with what it gave or why it gave nothing."""
    unknown = next((name for name in request.args if name != "cursor"), None)
    if unknown:
        raise QueryError(unknown, "is not understood here; there is cursor")
    page = store().articles(DEFAULT_LIMIT, request.args.get("cursor"))
    shown = [{**article, "dated": published_words(article)} for article in page.items]
    next_url = address("articles.index", {}, cursor=page.next) if page.next else None
    return render_template("articles.html", articles=shown, total=page.total, next_url=next_url)


@blueprint.get("/articles/<article_id>")
def one(article_id: str) -> str:
    """Show an article as printed, every expression of time marked, and what became of each."""
    return _page(article_id, _place())


def _page(article_id: str, place: int = 0, complaint: str = "") -> str:
    """Write the page of an article; a complaint stands at its form, with the date that was given."""
    standing = store().standing(article_id)
    part = part_at(standing.text if standing else "", place)
    found = store().article_part(article_id, Span(part.start, part.end))
    if found is None:
        abort(404, "There is no article of this id; it may have been removed.")
    table = fates(found, found["events"])
    printed = rows({**found, "blocks": blocks_of(found["blocks"], part)}, found["events"], table)
    headline = next((index for index, row in enumerate(printed) if row.kind == "headline"), None)
    before, after = store().neighbours(article_id)
    return render_template(
        "article.html",
        article=found,
        part=part,
        fates=table,
        rows=printed,
        headline_row=headline if part.number == 1 else None,
        published=published_words(found, found["text"]),
        before=before,
        after=after,
        complaint=complaint,
        given=request.form.get("published", "") if complaint else "",
    )


@blueprint.post("/articles/<article_id>/published")
def publish(article_id: str) -> Response | tuple[str, int]:
    """Date an article that has no publish date by the day that a person names; its events are found anew."""
    check_may_write()
    opened = store_for_writing()
    article = opened.stored(article_id)
    if article is None:
        abort(404, "There is no article of this id; it may have been removed.")
    if article.published is not None:
        abort(409, "This article has a publish date already.")
    try:
        timeline = timeline_of(dated(article, request.form.get("published", "").strip()))
    except CannotRead as error:
        return _page(article_id, complaint=f"{str(error)[0].upper()}{str(error)[1:]}."), 400
    if opened.date(timeline, undated=True) is None:
        abort(409, "This article was removed or given a publish date meanwhile.")
    return redirect(url_for("articles.one", article_id=article_id), 303)


def _place() -> int:
    """Read which place of the text is asked for."""
    asked = request.args.get("at", "0")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 12):
        raise QueryError("at", f"{asked!r} is no place in a text, which is a number of characters")
    return int(asked)

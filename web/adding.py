"""A pasted text or uploaded files go in, a preview of what they say comes out, and then what was stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, render_template, request

from timeline.pipeline import timeline_of
from timeline.query import QueryError
from timeline.reading import Refusal
from web.drafts import CARRIED, CARRIED_FILES, Sent, preview, sent_before, sent_now, too_heavy
from web.opened import store_for_writing
from web.writing import check_may_write, token_is_wanted, writing_is_on

blueprint = Blueprint("adding", __name__)

_SAVED = {"added": "added", "unchanged": "there already", "redated": "dated anew"}


class Kept(NamedTuple):
    """What became of an article: its id (None when it was refused), its words, and how many events it gave."""

    id: str | None
    name: str
    became: str
    events: int = 0


@blueprint.get("/add")
def index() -> str:
    """Show the form, or how to switch writing on."""
    return render_template("add.html", may_write=writing_is_on(), ask_token=token_is_wanted(), previews=(), kept=())


@blueprint.post("/add")
def send() -> tuple[str, int]:
    """Show what was understood; store it when that was asked for and every date given is one."""
    check_may_write()
    step = request.form.get("step", "look")
    if step not in ("look", "keep"):
        raise QueryError("step", f"{step!r} is none of look, keep")
    sent = sent_before(dict(request.form.lists())) + sent_now(request.form, request.files.getlist("files"))
    if not sent:
        return _ask_again("There is nothing to add: paste a text or choose a file.")
    misdated = any(one.misdated for one in sent)
    if step == "keep" and not misdated:
        return render_template("add.html", may_write=True, ask_token=False, previews=(), kept=_keep(sent)), 200
    _refuse_heavy(sent)
    previews = [preview(one) for one in sent]
    page = render_template("add.html", may_write=True, ask_token=False, previews=previews, misdated=misdated, kept=())
    return page, 400 if step == "keep" else 200


def _ask_again(complaint: str) -> tuple[str, int]:
    """Show the first form once more with what was typed into it, and what it lacks."""
    given = {name: request.form.get(name, "") for name in ("published", "source", "title", "url")}
    page = render_template(
        "add.html", may_write=True, ask_token=token_is_wanted(), previews=(), kept=(), complaint=complaint, given=given
    )
    return page, 400


def _refuse_heavy(sent: Sequence[Sent]) -> None:
    """Refuse what could be looked at and then not be sent back to be stored."""
    heavy = too_heavy(sent)
    if heavy:
        most = f"{CARRIED * 3 // 4 >> 20} MB in {CARRIED_FILES} files at once"
        raise QueryError(
            "files", f"with {heavy.name} this is more than a page can carry, {most}; add it with `timeline add`"
        )


def _keep(sent: Sequence[Sent]) -> list[Kept]:
    """Store all articles of all files, each whole or not at all."""
    kept = []
    for one in sent:
        for article in one.articles():
            if isinstance(article, Refusal):
                kept.append(Kept(None, article.name, article.reason))
                continue
            timeline = timeline_of(article)
            saved = store_for_writing().save(timeline)
            kept.append(Kept(article.id, article.title or "Untitled article", _SAVED[saved], len(timeline.events)))
    return kept

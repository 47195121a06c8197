"""Events as the bytes of their JSON in, a file in one of the formats out; one small module a format."""

from __future__ import annotations

from timeline.export import (
    as_atom,
    as_csv,
    as_html,
    as_ics,
    as_json,
    as_jsonfeed,
    as_jsonld,
    as_md,
    as_ndjson,
    as_text,
    as_timelinejs,
    as_timeml,
)
from timeline.export.asked import Asked, Part
from timeline.export.format import ArticleFormat, Format, Written

__all__ = ["ARTICLE_FORMATS", "FORMATS", "ArticleFormat", "Asked", "Format", "Part", "Written"]

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("text", "text/plain; charset=utf-8", ".txt", as_text.write),
        Format("json", "application/json", ".json", as_json.write),
        Format("ndjson", "application/x-ndjson", ".ndjson", as_ndjson.write),
        Format("csv", "text/csv; charset=utf-8; header=present", ".csv", as_csv.write, attachment=True),
        Format("ics", "text/calendar; charset=utf-8", ".ics", as_ics.write, attachment=True),
        Format("atom", "application/atom+xml; charset=utf-8", ".atom", as_atom.write),
        Format("jsonfeed", "application/feed+json", ".feed.json", as_jsonfeed.write),
        Format("timelinejs", "application/json", ".timelinejs.json", as_timelinejs.write),
        Format("jsonld", "application/ld+json", ".jsonld", as_jsonld.write),
        Format("md", "text/markdown; charset=utf-8; variant=CommonMark", ".md", as_md.write, attachment=True),
        Format("html", "text/html; charset=utf-8", ".html", as_html.write, attachment=True),
    )
}

ARTICLE_FORMATS: dict[str, ArticleFormat] = {
    one.name: one for one in (ArticleFormat("timeml", "application/xml; charset=utf-8", ".tml", as_timeml.write),)
}

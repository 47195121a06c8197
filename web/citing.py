"""An event in JSON goes in, the line by which others can find it again comes out: date, words, source, publish date."""

from __future__ import annotations

from typing import Any

from timeline.export.told import in_marks
from timeline.links import safe_url
from web.chain import date_words

_LONGEST = 600


def citation(event: dict[str, Any], here: str) -> str:
    """Cite an event: its date, its sentence, who published it when and where; `here` where it has no web address."""
    article, quote = event["article"], " ".join(event["quote"].split())
    if len(quote) > _LONGEST:
        quote = f"{quote[: _LONGEST - 1]}…"
    told = [article["source"] or "source unknown"]
    told += [f"“{article['title']}”"] if article["title"] else []
    told += [f"published {date_words(article['published'])}" if article["published"] else "no publish date"]
    return f"{event['label'] or 'undated'}: {in_marks(quote)} {', '.join(told)}. {safe_url(article['url']) or here}"

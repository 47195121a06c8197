"""Lines {"id", "published", "text"} in, lines {"id", "timexes"} out, by dateparser's `search_dates`."""

from __future__ import annotations

import sys
import warnings
from datetime import datetime
from typing import Any

import orjson
from dateparser.search import search_dates


def main() -> None:
    """Answer standard input line by line."""
    warnings.simplefilter("ignore")
    for line in sys.stdin.buffer:
        document = orjson.loads(line)
        found = [{"text": words, "value": date.isoformat()} for words, date in dates(document)]
        sys.stdout.buffer.write(orjson.dumps({"id": document["id"], "timexes": found}) + b"\n")


def dates(document: dict[str, Any]) -> list[tuple[str, datetime]]:
    """Find the dates of a document, with its publish date as today."""
    base = datetime.fromisoformat(document["published"][:10])
    return search_dates(document["text"], languages=["en"], settings={"RELATIVE_BASE": base}) or []


if __name__ == "__main__":
    main()

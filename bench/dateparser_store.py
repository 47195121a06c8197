"""Lines {"id", "published", "text"} in, a database of what dateparser's `search_dates` finds out, by sqlite-utils."""

from __future__ import annotations

import sys
import warnings

import orjson
from dateparser_lines import dates
from sqlite_utils import Database


def main() -> None:
    """Store standard input line by line: each text, and each date with its words, searchable."""
    warnings.simplefilter("ignore")
    db = Database(sys.argv[1])
    db["events"].create({"article": str, "words": str, "date": str})
    db["articles"].create({"id": str, "published": str, "text": str}, pk="id")
    db["events"].enable_fts(["words"], create_triggers=True)
    for line in sys.stdin.buffer:
        document = orjson.loads(line)
        found = [
            {"article": document["id"], "words": words, "date": date.isoformat()} for words, date in dates(document)
        ]
        db["articles"].insert(document)
        db["events"].insert_all(found)


if __name__ == "__main__":
    main()

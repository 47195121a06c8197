"""Gold dates of happenings in, timeline/events/confidence.toml out: how often each kind of date is right.

`TIMELINE_CORPORA=../shared/corpora .venv/bin/python tests/eval/confidence.py` writes the table. It is measured on the
documents that were held back while the rules were written, a quarter of each corpus by the hash of its id. A date given
where the gold says that the text does not tell is wrong. Nothing of the corpora is kept here but the counts.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from test_floors import ROOT, corpora, missing

from timeline.events.confidence import kind_of
from timeline.model import Article, Block, Published, Span
from timeline.pipeline import dates_of, datings_of
from timeline.reading.layout.paragraphs import paragraphs_of

TABLE = ROOT / "timeline" / "events" / "confidence.toml"
CORPORA = ("semeval15-dev", "eventtime-dev")
_DATED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_OPEN = "XXXX"
_HEAD = """# The share of dates that was right, by basis and kind of expression: [right, of all].
# Written by tests/eval/confidence.py on documents held back from the rules; do not edit.
"""


def is_held_back(name: str) -> bool:
    """Say whether a document is one of the quarter that nobody read."""
    return hashlib.md5(name.encode(), usedforsecurity=False).digest()[0] % 4 == 3


def article_of(document: dict[str, Any]) -> Article:
    """Make an article as `timeline when` does."""
    blocks = tuple(Block("body", paragraph.span) for paragraph in paragraphs_of(document["text"]))
    return Article("", document["text"], Published(document["published"], "metadata"), blocks)


def verdicts(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield basis, kind and rightness of every date given to a happening of a held-back document."""
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        if not is_held_back(document["id"]):
            continue
        article = article_of(document)
        spans = [Span(event["start"], event["end"]) for event in document["events"]]
        answers = zip(document["events"], dates_of(article, spans), datings_of(article, spans), strict=True)
        for event, answer, dating in answers:
            gold = event["value"]
            if answer.basis and (_DATED.fullmatch(gold) or gold.startswith(_OPEN)):
                yield answer.basis, kind_of(dating), (answer.value or "")[:10] == gold


def table_of(found: Iterator[tuple[str, str, bool]]) -> dict[str, dict[str, list[int]]]:
    """Count the right ones and all, by basis and kind; `all` is the whole basis."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for basis, kind, is_right in found:
        for key in ((basis, kind), (basis, "all")):
            total[key] += 1
            right[key] += is_right
    table: dict[str, dict[str, list[int]]] = {}
    for basis, kind in sorted(total):
        table.setdefault(basis, {})[kind] = [right[basis, kind], total[basis, kind]]
    return table


def as_toml(table: dict[str, dict[str, list[int]]]) -> str:
    """Write the table as TOML."""
    rows = (
        f"\n[{basis}]\n" + "".join(f"{kind} = {counts}\n" for kind, counts in kinds.items())
        for basis, kinds in table.items()
    )
    return _HEAD + "".join(rows)


def main() -> int:
    """Measure and write."""
    place = corpora()
    if place is None:
        sys.stderr.write(missing() + "\n")
        return 1
    found = (verdict for name in CORPORA for verdict in verdicts(place / f"{name}.jsonl"))
    TABLE.write_text(as_toml(table_of(found)), "utf-8")
    sys.stdout.write(TABLE.read_text("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())

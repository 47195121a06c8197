"""News made up by a seed, as JSON Lines: what the tests of keeping kill, truncate, fill disks and compare with."""

from __future__ import annotations

import json
import random
import sqlite3
from pathlib import Path

_WHO = ("The harbour office", "A court in Low Tarn", "The mill", "Rescue workers", "The council", "An inspector")
_DID = ("closed the bridge", "signed the contract", "opened the school", "left the valley", "found the ferry")
_WHEN = ("on Saturday", "late Monday", "last week", "on 8 February 2025", "in June 2024", "three days ago", "in 1997")


def news(path: Path, count: int, seed: int = 11, sentences: int = 12) -> Path:
    """Write so many articles, a few of them broken and a few of them twice."""
    dice, lines = random.Random(seed), []  # noqa: S311  no secret
    for number in range(count):
        text = " ".join(
            f"{dice.choice(_WHO)} {dice.choice(_DID)} {dice.choice(_WHEN)} as said in note {number}-{part}."
            for part in range(sentences)
        )
        record = {"text": text, "published": f"2025-02-{1 + number % 28:02d}", "source": f"Wire {number % 5}"}
        lines.append("{broken" if number % 17 == 13 else json.dumps(record))
        if number % 19 == 7:
            lines.append(lines[0])
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


# Everything but the log and the clock; the numbers that SQLite gives to rows do not matter, their order does.
_CONTENT = {
    "articles": "SELECT * FROM articles ORDER BY id",
    "timexes": "SELECT * FROM timexes ORDER BY article, start, stop, rule",
    "events": "SELECT id, article, place, start_key, end_key, granularity, basis, modality, source, body "
    "FROM events ORDER BY id",
    "index": "SELECT events.id FROM event_index JOIN events ON events.seq = event_index.rowid "
    "WHERE event_index MATCH 'bridge' ORDER BY events.id",
    "inputs": "SELECT path, options, size, sha256, lines, finished, engine FROM inputs ORDER BY path",
    "arrivals": "SELECT article, path FROM arrivals JOIN inputs ON inputs.seq = input ORDER BY article, path",
    "refusals": "SELECT path, place, reason FROM refusals JOIN inputs ON inputs.seq = input ORDER BY path, place",
}


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give all that a store holds, as it can be compared with another's."""
    db = sqlite3.connect(path)
    try:
        found = {name: db.execute(sql).fetchall() for name, sql in _CONTENT.items()}
    finally:
        db.close()
    found["articles"] = [row[1:] for row in found["articles"]]
    return found

"""The texts to measure on: news.jsonl of the corpora when TIMELINE_CORPORA names them, else news made up here."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import NamedTuple

SIZE = 16_000_000
_SEED = 20250211

_WHO = [
    "The minister",
    "A court",
    "Rescue workers",
    "The company",
    "Her lawyer",
    "Two unions",
    "The mayor of Low Tarn",
    "An inspector",
    "Voters",
]
_DID = [
    "said",
    "announced",
    "denied",
    "met",
    "found",
    "closed the plant",
    "signed the treaty",
    "opened the bridge",
    "left the city",
    "cut the forecast",
]
_WHEN = [
    "on Monday",
    "late Saturday",
    "last week",
    "in June",
    "on 8 February 2025",
    "three days earlier",
    "at 5 p.m. on Friday",
    "in the 1990s",
    "yesterday",
    "since 2016",
    "from Monday to Thursday",
    "next month",
    "in the third quarter",
    "on Nov. 3-5",
    "early Tuesday morning",
]
_REST = [
    "after a long debate about the cost of the harbour",
    "while the market fell by 3.5 percent",
    ", according to people who may know",
    "and 12 of the 40 members walked out",
    "because the second report was late",
    "in a statement to the press",
    "despite heavy rain",
]


class Texts(NamedTuple):
    """Documents as lines of JSON, and where they are from, in words for the table."""

    lines: list[bytes]
    source: str

    @property
    def kilobytes(self) -> float:
        """The size of the texts alone, without the JSON around them."""
        return kilobytes(self.lines)


def kilobytes(lines: list[bytes]) -> float:
    """Count the text of lines, in thousands of bytes of UTF-8."""
    return sum(len(json.loads(line)["text"].encode()) for line in lines) / 1000


def news() -> Texts:
    """Give the news at hand: what the corpora hold, else made up, always the same."""
    place = os.environ.get("TIMELINE_CORPORA")
    path = Path(place) / "news.jsonl" if place else None
    if path and path.is_file():
        documents = [json.loads(line) for line in path.read_bytes().splitlines()]
        return Texts(
            [_line(d["id"], d["published"], d["text"]) for d in documents if d["text"].strip()], "news of 2003-2013"
        )
    return Texts(_made_up(), "generated news")


def _line(name: str, published: str, text: str) -> bytes:
    return json.dumps({"id": name, "published": published, "text": text}, ensure_ascii=False).encode()


def _made_up() -> list[bytes]:
    dice, lines, size = random.Random(_SEED), [], 0  # noqa: S311  (texts, not secrets)
    while size < SIZE:
        text = "\n".join(" ".join(_sentence(dice) for _ in range(5)) for _ in range(8))
        lines.append(_line(str(len(lines)), f"2025-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}", text))
        size += len(text)
    return lines


def _sentence(dice: random.Random) -> str:
    """Write a sentence; a time stands in every third, about as in real news."""
    when = f" {dice.choice(_WHEN)}" if dice.random() < 0.33 else ""
    return f"{dice.choice(_WHO)} {dice.choice(_DID)}{when} {dice.choice(_REST)} {dice.choice(_REST)}."

"""An article out as TimeML and back: the spans and values that come back are those that went in.

The small reader here does what the corpora's own converter does; where TIMELINE_CORPORA names the corpora, that one
reads too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from stocked import MADE, timeline
from test_golden import SEEDS, timeline_at

from timeline.export import ARTICLE_FORMATS
from timeline.model import Timeline
from timeline.record import Record
from timeline.store import Store

ROOT = Path(__file__).resolve().parent.parent
KEPT = ("start", "end", "type", "value", "mod")
Timex = dict[str, Any]


def articles() -> Iterator[Any]:
    """The seeds and the articles made for tests, each as the store gives it."""
    timelines: list[tuple[str, Timeline]] = [(path.stem, timeline_at(path)) for path in SEEDS]
    timelines += [(made.title, timeline(made)) for made in MADE]
    with Store.open(":memory:") as store:
        for name, one in timelines:
            store.save(one)
            yield pytest.param(store.article(one.article.id), id=name)


ARTICLES = [*articles()]


def exported(article: Record) -> bytes:
    return b"".join(ARTICLE_FORMATS["timeml"].write(article))


def told(article: Record) -> list[Timex]:
    """The expressions of an article in the order in which elements open."""
    kept = [timex for timex in article["timexes"] if timex["type"] != "NONE"]
    return [{name: timex[name] for name in KEPT} for timex in sorted(kept, key=lambda one: (one["start"], -one["end"]))]


def read(data: bytes) -> tuple[str, str | None, list[Timex]]:
    """Read TimeML: the text, the publish date, and the expressions with their places in the text."""
    root = ElementTree.fromstring(data)  # noqa: S314  we wrote it
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    assert body is not None
    found: list[Timex] = []

    def walk(node: ElementTree.Element, at: int) -> int:
        start, place = at, len(found)
        at += len(node.text or "")
        for child in node:
            at = walk(child, at) + len(child.tail or "")
        if node.tag == "TIMEX3":
            given = {name: node.get(name) for name in ("type", "value", "mod")}
            found.insert(place, {"start": start, "end": at, **given})
        return at

    walk(body, 0)
    return "".join(body.itertext()), None if created is None else created.get("value"), found


@pytest.mark.parametrize("article", ARTICLES)
def test_what_comes_back_is_what_went_in(article: Record) -> None:
    assert read(exported(article)) == (article["text"], article["published"], told(article))


def test_there_is_something_to_compare() -> None:
    assert sum(len(told(one.values[0])) for one in ARTICLES) > 200


def test_the_converter_of_the_corpora_reads_the_same(tmp_path: Path) -> None:
    named = os.environ.get("TIMELINE_CORPORA")
    if not named:
        pytest.skip("only our own reader has read it back: set TIMELINE_CORPORA to the folder of the corpora")
    converter = next(
        (
            path
            for path in (
                place.resolve().parent / "eval" / "timeml_to_jsonl.py" for place in (Path(named), ROOT / named)
            )
            if path.is_file()
        ),
        None,
    )
    if converter is None:
        pytest.skip(f"only our own reader has read it back: there is no eval/timeml_to_jsonl.py beside {named}")
    for number, one in enumerate(ARTICLES):
        (tmp_path / f"{number:03d}.tml").write_bytes(exported(one.values[0]))
    ended = subprocess.run([sys.executable, converter, tmp_path], capture_output=True, check=True)
    assert ended.stderr == b""
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [(line["text"], line["published"]) for line in lines] == [
        (one.values[0]["text"], one.values[0]["published"]) for one in ARTICLES
    ]
    assert [[{name: timex[name] for name in KEPT} for timex in line["timexes"]] for line in lines] == [
        told(one.values[0]) for one in ARTICLES
    ]

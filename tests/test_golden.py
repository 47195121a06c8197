"""Seeds and made articles in, full JSON of events and of what became of each expression out, held against tests/golden.

`.venv/bin/python tests/test_golden.py` writes the goldens anew: read the difference before keeping it. What no command
writes is tests/golden/dates.toml: the dates and events that a person reading each text would give. A golden may change
its wording, never contradict that. The articles in tests/golden/articles are made to hold each way in which English
says when a thing happened, and whether it did.
"""

from __future__ import annotations

import json
import sys
import tomllib
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from timeline.model import Article, Event, Timeline
from timeline.pipeline import timeline_of
from timeline.reading import read_file
from timeline.record import event_json, fate_json

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
MADE = sorted((GOLDEN / "articles").glob("*.txt"))
SEEDS = sorted(path for path in (HERE.parent / "seeds").iterdir() if path.suffix in (".txt", ".html")) + MADE
DATES = tomllib.loads((GOLDEN / "dates.toml").read_text("utf-8"))


def timeline_at(path: Path) -> Timeline:
    (article,) = read_file(path)
    assert isinstance(article, Article)
    return timeline_of(article)


def written(timeline: Timeline) -> dict[str, Any]:
    """Everything one seed gave, as the API and the pages tell it."""
    article = timeline.article
    published = article.published
    return {
        "article": {
            "title": article.title,
            "source": article.source,
            "published": published.value if published else None,
            "basis": published.basis if published else None,
            "lang": article.lang,
            "domain": article.domain.value,
            "notes": list(timeline.notes),
        },
        "events": [event_json(timeline, event) for event in timeline.events],
        "fates": [fate_json(fate, article.text) for fate in timeline.fates],
        "silent": [[sentence.span.of(article.text), reason] for sentence, reason in timeline.silent],
    }


def as_text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def golden_of(path: Path) -> Path:
    return GOLDEN / f"{path.stem}.json"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    expected = golden_of(path).read_text("utf-8").splitlines()
    found = as_text(written(timeline_at(path))).splitlines()
    assert list(unified_diff(expected, found, "golden", "found", lineterm="")) == []


def test_every_golden_has_its_seed() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.json")) == sorted(path.stem for path in SEEDS)
    assert set(DATES) == {path.stem for path in SEEDS}


# ---- what a person reads -------------------------------------------------------------------------------------------


def read_dates(timeline: Timeline) -> list[list[str]]:
    """For each checked expression, in the order of the text, what it says and the value of the timex that holds it."""
    text, at = timeline.article.text, 0
    rows = []
    for words, _ in DATES[timeline_name(timeline)]["dates"]:
        at = text.index(words, at)
        holding = [t.value for t in timeline.timexes if t.span.start < at + len(words) and t.span.end > at]
        rows.append([words, " ".join(holding) or "-"])
        at += len(words)
    return rows


def timeline_name(timeline: Timeline) -> str:
    return next(path.stem for path in SEEDS if timeline.article.text == timeline_at(path).article.text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_dates_are_those_that_a_person_reads(path: Path) -> None:
    assert read_dates(timeline_at(path)) == DATES[path.stem]["dates"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_event_rests_on_a_date_that_a_person_checked(path: Path) -> None:
    timeline = timeline_at(path)
    text, checked, at = timeline.article.text, [], 0
    table = DATES[path.stem]
    for words, _ in table["dates"]:
        at = text.index(words, at)
        checked.append((at, at + len(words)))
        at += len(words)
    checked += [(text.index(words), text.index(words) + len(words)) for words, _ in table.get("beyond", [])]
    spans = [event.provenance.timex.span for event in timeline.events if event.provenance.timex]
    assert [
        span.of(text) for span in spans if not any(span.start < end and span.end > start for start, end in checked)
    ] == []


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.stem)
def test_the_events_are_those_that_a_person_reads(path: Path) -> None:
    timeline = timeline_at(path)
    assert [read_event(timeline.article.text, event) for event in timeline.events] == DATES[path.stem]["events"]


def read_event(text: str, event: Event) -> list[str]:
    """What an event says, as dates.toml writes it."""
    conflict = event.provenance.conflict
    said = [event.edtf, event.provenance.trigger.of(text), event.modality.value, event.basis]
    return [*said, f"or {conflict.value}"] if conflict else said


def rewrite() -> None:
    """Write the goldens anew and say which changed; goldens without a seed go."""
    for path in SEEDS:
        new, target = as_text(written(timeline_at(path))), golden_of(path)
        if not target.exists() or target.read_text("utf-8") != new:
            target.write_text(new, "utf-8")
            sys.stdout.write(f"{target.name}: written\n")
    for stale in {*GOLDEN.glob("*.json")} - {golden_of(path) for path in SEEDS}:
        stale.unlink()
        sys.stdout.write(f"{stale.name}: has no seed, removed\n")


if __name__ == "__main__":
    rewrite()

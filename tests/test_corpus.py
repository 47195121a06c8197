"""Value -> phrasings: every text of tests/corpus must give exactly its bracketed times, every negative text none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from timeline.model import Domain, Timex
from timeline.pipeline import tag

HERE = Path(__file__).parent
MARKED = re.compile(r"\[([^\]]*)\]")


class Case(NamedTuple):
    text: str
    published: str
    domain: str
    expected: list[dict[str, Any]]


def corpus_cases() -> Iterator[Any]:
    for path in sorted((HERE / "corpus").rglob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in table["case"]:
            where = {key: case.get(key, table.get(key)) for key in ("published", "domain")}
            for marked in case["texts"]:
                expected = expectations(case, marked)
                yield pytest.param(
                    Case(MARKED.sub(r"\1", marked), where["published"], where["domain"], expected),
                    id=f"{path.stem}: {marked}",
                )


def expectations(case: dict[str, Any], marked: str) -> list[dict[str, Any]]:
    rows = []
    removed = 0
    for number, match in enumerate(MARKED.finditer(marked)):
        start = match.start() - removed
        removed += 2
        values = case.get("values", [case.get("value")])
        types = case.get("types", [case.get("type")] * len(values))
        mods = case.get("mods", [case.get("mod") or ""] * len(values))
        rows.append(
            {
                "start": start,
                "text": match.group(1),
                "value": values[number],
                "type": types[number],
                "mod": mods[number],
            }
            | {key: case.get(key) for key in ("quant", "freq")}
        )
    return rows


def found(timex: Timex, text: str) -> dict[str, Any]:
    return {
        "start": timex.span.start,
        "text": timex.span.of(text),
        "value": timex.value,
        "type": timex.type,
        "mod": timex.mod or "",
        "quant": timex.quant,
        "freq": timex.freq,
    }


@pytest.mark.parametrize("case", list(corpus_cases()))
def test_corpus(case: Case) -> None:
    timexes = tag(case.text, case.published, Domain(case.domain), "en")
    assert [found(timex, case.text) for timex in timexes] == case.expected


def negative_texts() -> Iterator[Any]:
    for path in sorted((HERE / "negative").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for group in table.values():
            rows = group if isinstance(group, list) else []
            for text in rows:
                if isinstance(text, str):
                    where = table.get("published", "2025-02-11"), table.get("domain", "news")
                    yield pytest.param(text, *where, id=f"{path.stem}: {text}")


@pytest.mark.parametrize(("text", "published", "domain"), list(negative_texts()))
def test_negative(text: str, published: str, domain: str) -> None:
    timexes = tag(text, published, Domain(domain), "en")
    assert [timex.span.of(text) for timex in timexes] == []

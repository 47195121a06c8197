"""The scores on the four corpora that TIMELINE_CORPORA names may not fall below the floors in floors.toml.

`TIMELINE_CORPORA=../shared/corpora .venv/bin/python tests/eval/test_floors.py --raise-floors` writes today's scores as
the floors; it refuses to lower one, `--lower-floors` allows that. The scorer is the corpora's own. Nothing of the
corpora is kept here but the scores.
"""

from __future__ import annotations

import importlib.util
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = Path(__file__).with_name("floors.toml")
DOMAINS = {"timebank": "news", "aquaint": "news", "wikiwars-train": "narrative", "tweets-train": "colloquial"}
MEASURES = ("sense", "strict")
GIVEN = ("id", "published", "text")


def corpora() -> Path | None:
    """Where the corpora are; relative to where the command was given or to the project."""
    named = os.environ.get("TIMELINE_CORPORA")
    places = [Path(named), ROOT / named] if named else []
    return next((place.resolve() for place in places if place.is_dir()), None)


def missing() -> str:
    """Why there is nothing to measure; empty when there is."""
    named, place = os.environ.get("TIMELINE_CORPORA"), corpora()
    if not named:
        return "the scores are not checked: set TIMELINE_CORPORA to the folder of the corpora"
    if place is None:
        return f"the scores are not checked: TIMELINE_CORPORA names {named}, and there is no such folder"
    if not scorer_path(place).is_file():
        return f"the scores are not checked: there is no {scorer_path(place)}"
    return ""


def scorer_path(place: Path) -> Path:
    return place.parent / "eval" / "timex_score.py"


@cache
def scorer() -> ModuleType:
    place = corpora()
    assert place is not None
    spec = importlib.util.spec_from_file_location("timex_score", scorer_path(place))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def scores(name: str) -> dict[str, float]:
    """Tag a corpus through the command that users run, without showing it the gold, and score the answer."""
    place = corpora()
    assert place is not None
    gold = scorer().load(place / f"{name}.jsonl")
    given = "".join(json.dumps({key: document[key] for key in GIVEN}) + "\n" for document in gold.values())
    command = [sys.executable, "-m", "timeline", "tag", "--jsonl", "--domain", DOMAINS[name]]
    ended = subprocess.run(command, input=given.encode(), capture_output=True, cwd=ROOT, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as answer:
        answer.write(ended.stdout)
        answer.flush()
        result: dict[str, Any] = scorer().score(gold, scorer().load(answer.name))
    return {measure: result[measure]["f1"] for measure in MEASURES}


def floors() -> dict[str, dict[str, float]]:
    return tomllib.loads(FLOORS.read_text("utf-8"))


@pytest.mark.parametrize("name", DOMAINS)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_score_drops(name: str, measure: str) -> None:
    if missing():
        pytest.skip(missing())
    floor, found = floors()[name][measure], scores(name)[measure]
    assert found >= floor, f"{name}: {measure} F1 {found} is below its floor {floor}"


def test_every_corpus_has_its_floors() -> None:
    assert {name: set(row) for name, row in floors().items()} == {name: set(MEASURES) for name in DOMAINS}


# ---- writing the floors --------------------------------------------------------------------------------------------


def raised(
    old: dict[str, dict[str, float]], new: dict[str, dict[str, float]], lower: bool
) -> dict[str, dict[str, float]]:
    """Give the floors to write: what was measured, down to a tenth; a floor is lowered only when that is allowed."""
    rows: dict[str, dict[str, float]] = {}
    for name, measured in new.items():
        rows[name] = {}
        for measure, score in measured.items():
            floor, before = math.floor(score * 10 + 1e-6) / 10, old.get(name, {}).get(measure, 0.0)
            rows[name][measure] = floor if lower else max(floor, before)
    return rows


def lowered(old: dict[str, dict[str, float]], new: dict[str, dict[str, float]]) -> list[str]:
    """The floors that today's scores do not reach."""
    pairs = ((name, measure, new[name][measure], floor) for name, row in old.items() for measure, floor in row.items())
    return [
        f"{name}: {measure} {score} is below its floor {floor}"
        for name, measure, score, floor in pairs
        if score < floor
    ]


def as_toml(rows: dict[str, dict[str, float]]) -> str:
    head = "".join(line for line in FLOORS.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
    return head + "".join(
        f"\n[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in row.items()) for name, row in rows.items()
    )


def test_floors_are_raised_and_never_lowered_in_silence() -> None:
    old = {"a": {"sense": 80.0, "strict": 70.0}}
    new = {"a": {"sense": 81.29, "strict": 69.99}}
    assert raised(old, new, lower=False) == {"a": {"sense": 81.2, "strict": 70.0}}
    assert raised(old, new, lower=True) == {"a": {"sense": 81.2, "strict": 69.9}}
    assert raised({}, new, lower=False) == {"a": {"sense": 81.2, "strict": 69.9}}
    assert lowered(old, new) == ["a: strict 69.99 is below its floor 70.0"]


def main(arguments: list[str]) -> int:
    if not arguments or set(arguments) - {"--raise-floors", "--lower-floors"}:
        sys.stderr.write(__doc__ or "")
        return 2
    if missing():
        sys.stderr.write(missing() + "\n")
        return 1
    lower, old, new = "--lower-floors" in arguments, floors(), {name: scores(name) for name in DOMAINS}
    below = lowered(old, new)
    if below and not lower:
        sys.stderr.write("".join(f"{line}\n" for line in below) + "no floor was written; --lower-floors allows it\n")
        return 1
    FLOORS.write_text(as_toml(raised(old, new, lower)), "utf-8")
    sys.stdout.write("".join(f"{name}: {row}\n" for name, row in floors().items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

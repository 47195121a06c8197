"""Today's date, the time zone, the order of hashes and the age of files change nothing: the same seeds, the same bytes.

Each reading is a process of its own that adds the seeds to an empty store and shows them. The faked clocks replace
Python's own; what belongs to the service is as it is.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OLD, NEW = 86_400, 4_000_000_000  # seconds: 1970-01-02 and 2096

# Run `timeline ARGUMENTS...` with a clock that starts at the given second.
CLOCK = """
import datetime, sys, time
start, began, real = float(sys.argv.pop(1)), time.monotonic(), datetime.datetime
def now():
    return start + time.monotonic() - began
class Faked(real):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now(), tz)
    @classmethod
    def today(cls):
        return cls.fromtimestamp(now())
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(now(), datetime.timezone.utc).replace(tzinfo=None)
class FakedDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(now())
time.time = now
time.time_ns = lambda: int(now() * 1e9)
datetime.datetime, datetime.date = Faked, FakedDay
assert abs(datetime.datetime.now().timestamp() - start) < 60
from timeline.cli import main
sys.argv[0] = "timeline"
sys.exit(main())
"""

PLAIN = {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
WAYS: dict[str, tuple[dict[str, str], int | None, int]] = {
    "Kiritimati": ({"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, None, OLD),
    "Los Angeles": ({"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "POSIX"}, None, NEW),
    "in 1999": ({}, 915_148_800, OLD),
    "in 2096": ({"TZ": "Asia/Kathmandu"}, NEW, NEW),
}


@cache
def read(way: str, folder: Path) -> bytes:
    """The answer of `timeline show --format json` after adding the seeds in one of the ways."""
    settings, clock, age = WAYS.get(way, ({}, None, NEW))
    place = folder / way.replace(" ", "-")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    for path in (place / "seeds").iterdir():
        os.utime(path, (age, age))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TIMELINE_", "LC_", "PYTHON"))}
    start = [sys.executable, "-m", "timeline"] if clock is None else [sys.executable, "-c", CLOCK, str(clock)]

    def run(*arguments: str) -> bytes:
        ended = subprocess.run(
            [*start, *arguments], cwd=place, env=kept | PLAIN | settings, capture_output=True, check=False
        )
        assert ended.returncode == 0, ended.stderr.decode()
        return ended.stdout

    run("add", "--db", "t.db", "seeds")
    return run("show", "--db", "t.db", "--format", "json", "--undated", "include")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clock")


def test_there_is_something_to_compare(folder: Path) -> None:
    events = json.loads(read("plain", folder))["events"]
    assert len(events) > 50
    assert {event["article"]["source"] for event in events} >= {"Xinhua", "Northern Lens"}


@pytest.mark.parametrize("way", WAYS)
def test_the_bytes_are_the_same(way: str, folder: Path) -> None:
    assert read(way, folder) == read("plain", folder)


def test_nothing_is_dated_today(folder: Path) -> None:
    """An article without a publish date leans on nothing, least of all on the clock or on the file's age."""
    events = [event for event in json.loads(read("in 2096", folder))["events"] if event["article"]["published"] is None]
    assert events != []
    assert {event["why"]["anchor"]["kind"] for event in events if event["why"]["anchor"]} <= {"story"}
    assert [event["start"] for event in events if event["start"] and event["start"] > "2026"] == []

"""Broken inputs end in an article or in one line, within 10 seconds and 500 MB, measured in a process of their own.

The seconds are those that the process worked: on a machine that is busy with other things a clock on the wall says
more of them than of us.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bad.formats import CASES, GIANTS, bombs
from bad.reading import CASES as FIRST_CASES
from bad.reading import LIMIT, Case

from timeline.reading import Hints, Refusal, read_bytes

MOST_SECONDS, MOST_MEGABYTES = 10.0, 500
GIGABYTE = 1 << 30
# Reads each file of a list and tells for each the answers, the seconds and the most memory the process ever had: VmHWM,
# as what `getrusage` tells begins with the size of whoever started the process.
CHILD = """
import json, sys, time
from timeline.reading import Hints, Refusal, read_file
for line in sys.stdin:
    path, limit = json.loads(line)
    hints = Hints(max_size=limit) if limit else Hints()
    before = time.process_time()
    answers = [str(one) if isinstance(one, Refusal) else "article" for one in read_file(path, hints)]
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024
    print(json.dumps([path, answers, time.process_time() - before, peak]), flush=True)
"""


def measured(paths: list[tuple[Path, int]]) -> list[tuple[str, list[str], float, int]]:
    lines = "".join(f"{json.dumps([str(path), limit])}\n" for path, limit in paths)
    command: list[Any] = [sys.executable, "-c", CHILD]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, timeout=1200, check=True)
    assert done.stderr == "", "nothing but the answers is told"
    return [
        (Path(path).name, answers, seconds, peak)
        for path, answers, seconds, peak in map(json.loads, done.stdout.splitlines())
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_ends_in_an_article_or_one_line(case: Case) -> None:
    answers = list(read_bytes(case.data, case.name, Hints(max_size=LIMIT)))
    assert tuple(str(one) if isinstance(one, Refusal) else "article" for one in answers) == case.answers
    assert not any("\n" in answer for answer in case.answers)


def test_there_are_more_than_sixty_and_each_has_its_own_name() -> None:
    names = [case.name for case in (*FIRST_CASES, *CASES)]
    assert len(names) == len(set(names)) > 100


def test_none_takes_more_than_its_time_and_room(tmp_path: Path) -> None:
    paths: list[tuple[Path, int]] = []
    for case in (*FIRST_CASES, *CASES, *bombs()):
        path = tmp_path / case.name
        path.write_bytes(case.data)
        paths.append((path, LIMIT if case.answers else 0))
    for giant in GIANTS:
        path = tmp_path / giant.name
        with path.open("wb") as file:
            file.write(giant.head)
            file.truncate(GIGABYTE)
        paths.append((path, 0))
    found = measured(paths)
    assert [name for name, _, _, _ in found] == [path.name for path, _ in paths], "none ended the process"
    assert [(name, seconds) for name, _, seconds, _ in found if seconds > MOST_SECONDS] == []
    assert max(peak for _, _, _, peak in found) <= MOST_MEGABYTES
    assert [name for name, answers, _, _ in found if not answers] == []

"""The compiled engine: it is what runs where there is a compiler, and it says what its sources say, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import orjson
import pytest

import timeline.tagger.tag

COMPILED = not timeline.tagger.tag.__file__.endswith(".py")


@pytest.fixture(scope="module")
def interpreted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sources alone."""
    folder = tmp_path_factory.mktemp("interpreted")
    shutil.copytree(root / "timeline", folder / "timeline", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    return folder


def run(folder: Path, *command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the package of a folder."""
    call = [sys.executable, "-m", "timeline", *command]
    return subprocess.run(call, cwd=folder, input=given, capture_output=True, check=True)


def said(folder: Path, *command: str, given: bytes = b"") -> bytes:
    """Give what a command prints when the package of a folder is run."""
    return run(folder, *command, given=given).stdout


def documents(root: Path) -> bytes:
    """Every sentence of the tests' corpus as a document of its own."""
    files = sorted((root / "tests" / "corpus").rglob("*.toml"))
    cases = [case for path in files for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    texts = [text.translate({ord("["): None, ord("]"): None}) for case in cases for text in case["texts"]]
    assert len(texts) > 1_000
    lines = [{"id": n, "published": "2025-02-11", "text": text} for n, text in enumerate(texts)]
    return b"".join(orjson.dumps(line) + b"\n" for line in lines)


@pytest.mark.skipif(not COMPILED and not os.environ.get("CI"), reason="the engine is interpreted here: see setup.py")
def test_the_engine_is_compiled() -> None:
    assert COMPILED


@pytest.mark.skipif(not COMPILED, reason="the engine is interpreted here: see setup.py")
def test_make_compiles_anew_what_setup_compiles(root: Path) -> None:
    printed = subprocess.run(["make", "-npq", "help"], cwd=root, capture_output=True, text=True, check=False).stdout
    (watched,) = (line.removeprefix("ENGINE := ").split() for line in printed.splitlines() if line.startswith("ENGINE"))
    compiled = {path.with_name(f"{path.name.partition('.')[0]}.py") for path in root.glob("timeline/**/*.so")}
    assert {path.relative_to(root).as_posix() for path in compiled} - set(watched) == set()
    assert compiled


@pytest.mark.skipif(not COMPILED, reason="the engine is interpreted here: see setup.py")
@pytest.mark.parametrize("domain", ["news", "narrative", "colloquial"])
def test_both_forms_tag_the_same(root: Path, interpreted: Path, domain: str) -> None:
    given = documents(root)
    command = ("tag", "--jsonl", "--domain", domain)
    assert said(root, *command, given=given) == said(interpreted, *command, given=given)


@pytest.mark.skipif(not COMPILED, reason="the engine is interpreted here: see setup.py")
def test_both_forms_tell_the_same_events(root: Path, interpreted: Path, seeds: Path, tmp_path: Path) -> None:
    told = []
    for place, folder in enumerate((root, interpreted)):
        database = str(tmp_path / f"{place}.db")
        said(folder, "add", "--db", database, str(seeds))
        told.append(said(folder, "show", "--db", database, "--format", "json", "--undated", "include"))
    assert told[0] == told[1]
    assert orjson.loads(told[0])["events"]


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A checkout whose engine is compiled, free to change."""
    shutil.copytree(root / "timeline", tmp_path / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    for beside in (root / "setup.py", *root.glob("timeline__mypyc*.so")):
        shutil.copy2(beside, tmp_path)
    return tmp_path


EXPLAIN = ("explain", "--published", "2025-02-11", "--text", "on Saturday")


@pytest.mark.skipif(not COMPILED, reason="the engine is interpreted here: see setup.py")
def test_sources_changed_after_compiling_run_as_they_are(checkout: Path) -> None:
    before = run(checkout, *EXPLAIN)
    assert b"2025-02-08" in before.stdout
    assert before.stderr == b""
    made = next(checkout.glob("timeline__mypyc*.so")).stat().st_mtime
    for name, line in (("calendar", "ADDED = 1\n"), ("notation", "from timeline.calendar import ADDED as ADDED\n")):
        source = checkout / f"timeline/{name}.py"
        source.write_text(source.read_text("utf-8") + line, "utf-8")
        os.utime(source, (made + 1, made + 1))
    after = run(checkout, *EXPLAIN)
    assert after.stdout == before.stdout
    assert after.stderr.decode().splitlines() == [
        "timeline: timeline/calendar.py is not as it was compiled: the sources run, slower; `make build` compiles anew"
    ]


@pytest.mark.skipif(not COMPILED, reason="the engine is interpreted here: see setup.py")
def test_what_is_left_of_a_module_taken_away_is_told(checkout: Path) -> None:
    left = next((checkout / "timeline").glob("calendar.*.so"))
    shutil.copy2(left, left.with_name(left.name.replace("calendar", "almanac")))
    assert run(checkout, *EXPLAIN).stderr.startswith(b"timeline: timeline/almanac.py is not as it was compiled")


@pytest.mark.skipif(not COMPILED, reason="the engine is interpreted here: see setup.py")
def test_what_pip_built_is_never_weighed(checkout: Path) -> None:
    (checkout / "setup.py").unlink()
    os.utime(checkout / "timeline/calendar.py")
    assert run(checkout, *EXPLAIN).stderr == b""

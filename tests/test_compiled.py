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


def said(folder: Path, *command: str, given: bytes = b"") -> bytes:
    """Give what a command prints when the package of a folder is run."""
    run = [sys.executable, "-m", "timeline", *command]
    done = subprocess.run(run, cwd=folder, input=given, capture_output=True, check=True)
    return done.stdout


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

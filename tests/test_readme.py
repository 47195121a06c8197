"""The README is run: its commands print what it shows, its Python sessions answer so, its files and targets exist.

In a `console` block a line that starts with `$ ` is a command and the lines after it are its whole output, a line `...`
stands for any lines. All blocks run in order in one empty folder that holds `seeds/`. When what is printed has changed
for good, `python tests/test_readme.py` writes today's output into the README (look at the difference).
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCKER = "docker build -t timeline . && docker run -p 127.0.0.1:8000:8000 -v timeline-data:/data timeline"


class Step(NamedTuple):
    """A command of the README and the output it shows."""

    command: str
    output: str


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def steps() -> list[Step]:
    """Every command of the `console` blocks with what is printed below it."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Step(command, output.rstrip("\n")))
    return found


def shown_as(expected: str, printed: str) -> bool:
    """Say whether an output is what the README shows, `...` lines standing for any lines."""
    pattern = "\n".join(r"(?s:.*?)" if line == "..." else re.escape(line) for line in expected.split("\n"))
    return re.fullmatch(pattern, printed) is not None


def settings() -> dict[str, str]:
    """The commands of this environment first, none of the settings of the person who runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE_")}
    return kept | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "100"}


def run(command: str, folder: Path) -> str:
    """Run a command as a reader would and give all that it prints."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=settings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.rstrip("\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(seeds, made / "seeds")
    return made


@pytest.mark.parametrize("step", [pytest.param(step, id=step.command[:60]) for step in steps()])
def test_commands_print_what_the_readme_shows(step: Step, folder: Path) -> None:
    printed = run(step.command, folder)
    if not shown_as(step.output, printed):
        assert printed == step.output  # the comparison that shows where they differ


@pytest.mark.parametrize("session", [pytest.param(text, id=text.split("\n", 1)[0]) for text in blocks("pycon")])
def test_python_sessions_answer_as_the_readme_shows(
    session: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    test = doctest.DocTestParser().get_doctest(session, {}, "README.md", "README.md", 0)
    report: list[str] = []
    assert doctest.DocTestRunner().run(test, out=report.append).failed == 0, "".join(report)


def test_it_opens_with_the_two_commands_the_picture_and_docker() -> None:
    opening = "\n".join(README.split("\n")[:24])
    places = [opening.find(words) for words in ("make run", "make test", "](docs/page.png)", DOCKER)]
    assert -1 not in places
    assert places == sorted(places)


def test_every_make_target_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"\bmake ([a-z-]+)\b", "\n".join(re.findall(r"`[^`]+`|^```sh.*?^```", README, re.S | re.M))))
    assert named >= {"run", "test"}
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


def test_every_file_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_every_module_of_its_map_is_there() -> None:
    named = re.findall(r"`((?:timeline|web|seeds|tests|docker)/[\w./-]*)`", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def rewrite() -> None:
    """Write what the commands print today into the README; outputs that are cut by `...` are left for a person."""
    text = README
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "seeds", Path(name, "seeds"))
        for command, output in steps():
            printed = run(command, Path(name))
            if "..." not in output.split("\n"):
                text = text.replace(f"$ {command}\n{output}".rstrip("\n"), f"$ {command}\n{printed}".rstrip("\n"))
    (ROOT / "README.md").write_text(text, "utf-8")


if __name__ == "__main__":
    rewrite()

"""The wheel, installed in an environment of its own, away from the sources: it must bring all that the page needs."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
import venv
import zipfile
from collections.abc import Iterator
from email import message_from_string
from pathlib import Path
from urllib.request import urlopen

import pytest

# Without setup.py, so that the engine is interpreted: tests/test_compiled.py holds both forms together.
SOURCES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "timeline", "web")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")


def run(*command: str | Path, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    copied = folder / "sources"
    copied.mkdir()
    for name in SOURCES:
        if (root / name).is_dir():
            shutil.copytree(root / name, copied / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
        else:
            shutil.copy(root / name, copied / name)
    built = run(*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(copied), "-v", cwd=folder)
    assert "deprecat" not in (built.stdout + built.stderr).lower()
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The bin folder of an environment that has the wheel, and the dependencies from ours by a path file.

    Path files inside a folder that a path file names are not read, so our own editable install stays out of sight.
    """
    home = wheel.parent / "venv"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    run(*PIP, "--python", python, "install", "--no-deps", "--no-index", "-q", wheel, cwd=wheel.parent)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=wheel.parent).stdout.strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return home / "bin"


def test_the_wheel_holds_every_file_of_the_packages(root: Path, wheel: Path) -> None:
    wanted = {
        path.relative_to(root).as_posix()
        for package in ("timeline", "web")
        for path in (root / package).rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".so"}
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert wanted - names == set()
    assert {name for name in names - wanted if ".dist-info/" not in name} == set()


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = message_from_string(archive.read(name).decode("utf-8"))
    assert (said["Name"], said["License-Expression"], said["Requires-Python"]) == ("event-timeline", "MIT", ">=3.11")


def test_both_ways_to_call_it_are_the_same(installed: Path, tmp_path: Path) -> None:
    script = run(installed / "timeline", "--version", cwd=tmp_path).stdout
    module = run(installed / "python", "-m", "timeline", "--version", cwd=tmp_path).stdout
    assert script == module
    where = run(installed / "python", "-c", "import timeline; print(timeline.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed.parent)


@pytest.fixture(scope="module")
def page(installed: Path, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that the installed command runs over the seeds, in a folder far from the sources."""
    folder = tmp_path_factory.mktemp("served")
    run(installed / "timeline", "add", "--db", "x.db", seeds, cwd=folder)
    command = (str(installed / "timeline"), "serve", "--db", "x.db", "--port", "0")
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        watchdog = threading.Timer(60, server.kill)
        watchdog.start()
        assert server.stdout is not None
        said = ""
        for line in server.stdout:
            said += line
            if address := re.search(r"http://127\.0\.0\.1:\d+", line):
                break
        else:
            pytest.fail(f"it never said where it serves: {said}")
        yield address[0]
        server.send_signal(signal.SIGINT)
        server.stdout.read()
        watchdog.cancel()
    assert server.returncode == 130


def get(address: str) -> tuple[str, str]:
    with urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
        return answer.headers.get_content_type(), answer.read().decode("utf-8")


def test_the_installed_wheel_serves_the_page_with_its_static_files(page: str) -> None:
    kind, html = get(f"{page}/?from=2025-02-10&to=2025-02-10")
    assert kind == "text/html"
    assert "Sergei Ryabkov" in html
    static = set(re.findall(r'(?:href|src)="(/static/[^"#]+)"', html))
    assert {path.partition("?")[0].rpartition(".")[2] for path in static} >= {"css"}
    for path in sorted(static):
        assert get(page + path)[1] != ""


def test_the_installed_wheel_has_its_languages_and_answers_health_checks(page: str) -> None:
    assert get(f"{page}/healthz")[0] in ("application/json", "text/plain")
    kind, body = get(f"{page}/api/v1/events?from=2025-02-08&to=2025-02-08&text=Post")
    assert kind == "application/json"
    assert "late Saturday" in body

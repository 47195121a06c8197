"""A store in, servers over it on loopback out: ours and Datasette, each one process, stopped by their ids."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.run import CORE, HERE

READY = 120.0  # seconds a server may take to answer for the first time
DATASETTE = HERE / ".datasette/bin/datasette"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
_OFF = ("suggest_facets", "allow_facet", "allow_download", "allow_csv_stream")


class Server(NamedTuple):
    """A server that answers at a port of loopback, and its process."""

    name: str
    port: int
    process: subprocess.Popen[str]


@contextmanager
def serving_timeline(store: Path) -> Iterator[Server]:
    """Serve a store with `timeline serve` on a free port while inside."""
    yield from _serving("timeline", [sys.executable, "-m", "timeline", "serve", "--db", str(store), "--port", "0"])


@contextmanager
def serving_datasette(store: Path) -> Iterator[Server]:
    """Serve the file of a store with Datasette on a free port while inside."""
    settings = [word for name in _OFF for word in ("--setting", name, "0")]
    yield from _serving("datasette", [str(DATASETTE), "serve", str(store), "--port", "0", *settings])


def _serving(name: str, command: list[str]) -> Iterator[Server]:
    process = subprocess.Popen(  # noqa: S603  (commands of this folder)
        ["taskset", "-c", str(CORE), *command],  # noqa: S607
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        cwd=HERE.parent,
    )
    try:
        yield Server(name, _port(process), process)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _port(process: subprocess.Popen[str]) -> int:
    """Read the port out of what a server says when it is ready."""
    until = time.monotonic() + READY
    said = []
    for line in process.stderr or ():
        said.append(line)
        if found := _ADDRESS.search(line):
            return int(found[1])
        if time.monotonic() > until:
            break
    raise RuntimeError(f"the server did not start: {''.join(said)[-500:]}")


class Client:
    """One connection that is kept open."""

    def __init__(self, server: Server) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

    def get(self, path: str) -> bytes:
        """Read an address whole; RuntimeError when the answer is not 200."""
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {body[:200]!r}")
        return body

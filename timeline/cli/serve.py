"""`timeline serve`: a store in, the page and the API on a port out, until told to stop."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import threading
from types import FrameType
from typing import Any

from timeline.cli.common import Refused, add_db, command, warn

THREADS = 4
GRACE = 1.5  # seconds a request may still take after the signal to stop


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `serve`."""
    parser = command(
        commands, "serve", _serve, "serve the page and the API", "timeline serve --port 8080 --db timeline.db"
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: 127.0.0.1)")
    parser.add_argument(
        "--port", type=_port, default=8000, help="port to listen at, 0 for any free one (default: 8000)"
    )
    parser.add_argument("--allow-write", action="store_true", help="let this machine add articles without a token")
    add_db(parser)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _serve(arguments: argparse.Namespace) -> int:
    from timeline.store import StoreError
    from web import create_app

    try:
        token = os.environ.get("TIMELINE_TOKEN")
        app = create_app(arguments.db, host=arguments.host, allow_write=arguments.allow_write, token=token)
    except StoreError as error:
        raise Refused(str(error)) from error
    server = _listen(app, arguments.host, arguments.port)
    stopped_by = _stop_on_signals()
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    warn(f"serving {arguments.db} at http://{host}:{_port_of(server)}/ (Ctrl-C stops)")
    server.run()
    server.close()
    return 130 if signal.SIGINT in stopped_by else 0


def _listen(app: Any, host: str, port: int) -> Any:
    import waitress

    try:
        return waitress.create_server(app, host=host, port=port, threads=THREADS)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Refused(f"port {port} of {host} is in use; choose another with --port") from error
        raise Refused(f"cannot listen at {host}:{port}: {error.strerror}") from error
    except (ValueError, socket.gaierror) as error:
        raise Refused(f"cannot listen at {host}:{port}: there is no such address here") from error


def _port_of(server: Any) -> int:
    listening: list[tuple[str, int]] = getattr(server, "effective_listen", None) or [("", server.effective_port)]
    return listening[0][1]


def _stop_on_signals() -> list[int]:
    """Stop the server at SIGINT and SIGTERM, also as the first process of a container, where neither stops by itself.

    Gives the list in which the signal will stand. A request that outlasts the grace is cut off: what it writes is
    written whole or not at all.
    """
    received: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        received.append(number)
        late = threading.Timer(GRACE, os._exit, (130 if number == signal.SIGINT else 0,))
        late.daemon = True
        late.start()
        raise SystemExit

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return received

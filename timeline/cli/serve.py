"""`timeline serve`: a store in, the page and the API on a port out, until told to stop."""

from __future__ import annotations

import argparse
import os
import re
import signal
import threading
from types import FrameType

from timeline.cli.common import Refused, add_db, command, warn

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
    parser.add_argument(
        "--allow-write",
        action="store_true",
        help="let everybody on this machine add articles; without it writing takes the token in TIMELINE_TOKEN",
    )
    parser.add_argument(
        "--cors",
        metavar="ORIGIN",
        type=_origin,
        help="let pages of https://example.org read the API, * for those of any site; never write",
    )
    add_db(parser)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _origin(text: str) -> str:
    if text != "*" and not re.fullmatch(r"https?://[^/\s?#@]+", text):
        raise argparse.ArgumentTypeError(f"{text!r} is neither an origin such as https://example.org nor *")
    return text.lower()


def _serve(arguments: argparse.Namespace) -> int:
    from timeline.cli.listening import listen, port_of
    from timeline.store import StoreError
    from web import create_app

    host, token, allowed = arguments.host, os.environ.get("TIMELINE_TOKEN", "").strip(), arguments.allow_write
    is_new = not os.path.exists(arguments.db)
    try:
        app = create_app(arguments.db, host=host, allow_write=allowed, token=token, cors=arguments.cors)
    except StoreError as error:
        raise Refused(str(error)) from error
    server = listen(app, host, arguments.port, largest=app.config["MAX_CONTENT_LENGTH"])
    stopped_by = _stop_on_signals()
    named = f"[{host}]" if ":" in host else host
    warn(f"serving {arguments.db} at http://{named}:{port_of(server)}/ (Ctrl-C stops)")
    if writers := _writers(host, token, allowed):
        warn(writers)
    if is_new:
        warn(f"{arguments.db} was not there: it is new and empty; `timeline add --db {arguments.db} PATH` fills it")
    server.run()
    server.close()
    return 130 if signal.SIGINT in stopped_by else 0


def _writers(host: str, token: str, allowed: bool) -> str | None:
    """Say who may write, where that is not simply nobody."""
    from web.security import is_loopback

    if token:
        return "writing over HTTP takes the token in TIMELINE_TOKEN"
    if not is_loopback(host):
        return f"writing over HTTP is off: {host} is not this machine alone, and TIMELINE_TOKEN is not set"
    return "writing over HTTP is open to everybody on this machine (--allow-write)" if allowed else None


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

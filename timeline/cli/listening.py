"""An application in, a server that listens for it out, with bounds on how much and how slowly others may send."""

from __future__ import annotations

import errno
import logging
import socket
import time
from functools import partial
from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.task import ErrorTask, WSGITask

from timeline.cli.common import Refused
from timeline.lines import dumps

THREADS = 4
CONNECTIONS = 100
IDLE = 30  # seconds without a byte after which a connection is closed
SLOWEST = 300.0  # seconds that one request may take to arrive, however steadily it does


class Complaint(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """The answer to what never reaches the application: not HTTP, too large, headers too long; a problem as all are."""

    def execute(self) -> None:
        """Write the problem and close the connection."""
        error = self.request.error
        body = dumps({"type": "about:blank", "title": error.reason, "status": error.code, "detail": error.body})
        self.status = f"{error.code} {error.reason}"
        kept = {"Content-Type": "application/problem+json", "X-Content-Type-Options": "nosniff"}
        self.response_headers.extend(kept.items())
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Reply(WSGITask):  # type: ignore[misc]
    """The answer of the application; waitress would end one to HEAD as a body that comes in parts, without any part."""

    def finish(self) -> None:
        """Write what is left to be written."""
        if self.request.command != "HEAD":
            super().finish()
        elif not self.wrote_header:
            self.write(b"")


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that is closed when a request has been arriving for too long: a byte a second would hold it open."""

    task_class = Reply
    error_task_class = Complaint

    def __init__(self, *arguments: Any, slowest: float, **more: Any) -> None:
        self.slowest, self.begun = slowest, time.monotonic()
        super().__init__(*arguments, **more)

    def received(self, data: bytes) -> bool:
        """Take what has arrived."""
        if self.request is None:
            self.begun = time.monotonic()
        elif time.monotonic() - self.begun > self.slowest:
            self.will_close = True
        return bool(super().received(data))


def listen(app: Any, host: str, port: int, *, largest: int, slowest: float = SLOWEST) -> Any:
    """Make the server of an application; Refused when it cannot listen there.

    largest  bytes that the body of a request may have
    slowest  seconds that a request may take to arrive
    """
    sockets: dict[int, Any] = {}
    # What waitress would say about a busy moment or a broken pipe is nothing that a reader of the log can act on.
    logging.getLogger("waitress").setLevel(logging.ERROR)
    try:
        server = create_server(
            app,
            sockets,
            host=host,
            port=port,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE,
            cleanup_interval=IDLE // 3,
            max_request_body_size=largest,
            ident=None,
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Refused(f"port {port} of {host} is in use; choose another with --port") from error
        raise Refused(f"cannot listen at {host}:{port}: {error.strerror}") from error
    except (ValueError, socket.gaierror) as error:
        raise Refused(f"cannot listen at {host}:{port}: there is no such address here") from error
    for each in sockets.values():
        if isinstance(each, BaseWSGIServer):
            each.channel_class = partial(Channel, slowest=slowest)
    return server


def port_of(server: Any) -> int:
    """Give the port that a server listens at."""
    listening: list[tuple[str, int]] = getattr(server, "effective_listen", None) or [("", server.effective_port)]
    return listening[0][1]

"""Requests for JSON go in; answers given before come out while the store is as it was then, else they are made anew.

The first page of a chronology is asked for again and again, and is the same until something is stored. Whether
something was is one question to SQLite; what is answered is never older than what has been committed.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from timeline.store import Store, StoreError

PREFIX = "/api/v1/"
ROOM = 32 << 20  # bytes of all answers that are kept
LARGEST = 1 << 20  # of one answer

Moment = tuple[int, int, int]  # device and number of the file, and the store's version
Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

# What an answer may depend on beside the address; a request with a condition or with credentials is always passed on.
_HEADERS = ("HTTP_HOST", "HTTP_ORIGIN", "HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "wsgi.url_scheme", "SCRIPT_NAME")
_PASSED_ON = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_AUTHORIZATION", "HTTP_COOKIE")


class Answer(NamedTuple):
    """A whole answer and the moment of the store it tells of."""

    moment: Moment
    status: str
    headers: list[tuple[str, str]]
    body: bytes


class Kept:
    """A WSGI application that keeps the answers of another; safe to call from several threads."""

    def __init__(self, application: Application, store: str) -> None:
        self._application = application
        self._store = store
        self._answers: OrderedDict[tuple[Any, ...], Answer] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._own = threading.local()

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        if not _is_plain(environ):
            return self._application(environ, start_response)
        moment = self._moment()
        key = (environ["PATH_INFO"], environ.get("QUERY_STRING", ""), *map(environ.get, _HEADERS))
        with self._lock:
            answer = self._answers.get(key)
            if answer:
                self._answers.move_to_end(key)
        if answer is None or moment is None or answer.moment != moment:
            return self._made(environ, start_response, key, moment)
        start_response(answer.status, list(answer.headers))
        return [answer.body]

    def _moment(self) -> Moment | None:
        """Tell the moment of the store by a connection that this thread keeps; None when it cannot be told."""
        try:
            file = os.stat(self._store)
            known = getattr(self._own, "opened", None)
            if known is None or known[0] != (file.st_dev, file.st_ino):
                if known:
                    known[1].close()
                known = self._own.opened = (file.st_dev, file.st_ino), Store.open(self._store, readonly=True)
            return (*known[0], known[1].version())
        except (OSError, StoreError):
            return None

    def _made(
        self, environ: Environ, start_response: Start, key: tuple[Any, ...], moment: Moment | None
    ) -> Iterable[bytes]:
        """Have the answer made, and keep it: of the moment before, for something may be stored meanwhile."""
        said: list[Any] = []

        def listen(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            said[:] = [status, headers]
            return start_response(status, headers, *more)

        parts = self._application(environ, listen)
        if moment is None or not said or not said[0].startswith("200") or not _is_small(said[1]):
            return parts
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        self._keep(key, Answer(moment, said[0], list(said[1]), body))
        return [body]

    def _keep(self, key: tuple[Any, ...], answer: Answer) -> None:
        with self._lock:
            if before := self._answers.pop(key, None):
                self._size -= len(before.body)
            self._answers[key] = answer
            self._size += len(answer.body)
            while self._size > ROOM:
                self._size -= len(self._answers.popitem(last=False)[1].body)


def _is_plain(environ: Environ) -> bool:
    """Say whether a request is a plain reading of JSON."""
    plain = environ["REQUEST_METHOD"] == "GET" and environ["PATH_INFO"].startswith(PREFIX)
    return plain and not any(environ.get(name) for name in _PASSED_ON)


def _is_small(headers: list[tuple[str, str]]) -> bool:
    """Say whether an answer is whole and not too large; one that is streamed has no length."""
    length = next((value for name, value in headers if name.lower() == "content-length"), "")
    return length.isdecimal() and int(length) <= LARGEST

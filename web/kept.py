"""Requests for JSON go in; answers given before come out while the store is as it was then, else they are made anew.

It exists because the first page of a chronology is asked for again and again, and is the same until something is
stored. Whether something was is asked of the store on each request, so that no answer is older than what has been
committed; on a change all answers are let go. What they take is bounded, whatever is asked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from timeline.store.moment import Moment, Watch

PREFIX = "/api/v1/"
MOST = 1000  # answers
ROOM = 32 << 20  # bytes of all of them with their addresses and headers
LARGEST = 1 << 20  # of the body of one
LONGEST = 2 << 10  # characters of an address with the headers that matter; nobody asks for a longer one again and again
_EACH = 1 << 10  # bytes that Python takes for the records around an answer, at most

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]
Key = tuple[str, ...]

# What an answer may depend on beside the address; a request with a condition or with credentials is always passed on.
_HEADERS = ("HTTP_HOST", "HTTP_ORIGIN", "HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "wsgi.url_scheme", "SCRIPT_NAME")
_PASSED_ON = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_AUTHORIZATION", "HTTP_COOKIE")


class Answer(NamedTuple):
    """A whole answer, and how many bytes it takes to keep it."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes
    size: int


class Kept:
    """A WSGI application that keeps the answers of another; safe to call from several threads."""

    def __init__(self, application: Application, store: str) -> None:
        self._application = application
        self._watch = Watch(store)
        self._lock = threading.Lock()
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0
        self._moment: Moment | None = None  # of all answers that are kept

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        key = _key(environ)
        moment = self._watch.moment() if key else None
        if key is None or moment is None:
            return self._application(environ, start_response)
        answer = self._found(key, moment)
        if answer is None:
            return self._made(environ, start_response, key, moment)
        start_response(answer.status, list(answer.headers))
        return [answer.body]

    def _found(self, key: Key, moment: Moment) -> Answer | None:
        with self._lock:
            if moment != self._moment:
                self._answers.clear()
                self._size, self._moment = 0, moment
            if answer := self._answers.get(key):
                self._answers.move_to_end(key)
            return answer

    def _made(self, environ: Environ, start_response: Start, key: Key, moment: Moment) -> Iterable[bytes]:
        """Have the answer made, and keep it: of the moment before, for something may be stored meanwhile."""
        said: list[Any] = []

        def listen(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            said[:] = [status, headers]
            return start_response(status, headers, *more)

        parts = self._application(environ, listen)
        if not said or not said[0].startswith("200") or not _is_small(said[1]):
            return parts
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        size = _EACH + sum(map(len, key)) + sum(len(name) + len(value) for name, value in said[1]) + len(body)
        self._keep(key, moment, Answer(said[0], list(said[1]), body, size))
        return [body]

    def _keep(self, key: Key, moment: Moment, answer: Answer) -> None:
        with self._lock:
            if moment != self._moment:
                return
            if before := self._answers.pop(key, None):
                self._size -= before.size
            self._answers[key] = answer
            self._size += answer.size
            while self._size > ROOM or len(self._answers) > MOST:
                self._size -= self._answers.popitem(last=False)[1].size


def _key(environ: Environ) -> Key | None:
    """Give what an answer depends on, None for a request that is no plain reading of JSON or too long to be kept."""
    plain = environ["REQUEST_METHOD"] == "GET" and environ["PATH_INFO"].startswith(PREFIX)
    if not plain or any(environ.get(name) for name in _PASSED_ON):
        return None
    key = (environ["PATH_INFO"], environ.get("QUERY_STRING", ""), *(environ.get(name, "") for name in _HEADERS))
    return key if sum(map(len, key)) <= LONGEST else None


def _is_small(headers: list[tuple[str, str]]) -> bool:
    """Say whether an answer is whole and not too large; one that is streamed has no length."""
    length = next((value for name, value in headers if name.lower() == "content-length"), "")
    return length.isdecimal() and int(length) <= LARGEST

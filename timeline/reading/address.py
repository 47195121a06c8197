"""An http(s) address in, the bytes behind it out; nothing of this machine or its network is ever reached.

Every address a name resolves to must be a public one, the connection goes to the address that was checked, and each
redirect is checked anew. Size and time are limited.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit

from timeline.reading.hints import MEGABYTE
from timeline.reading.refusal import CannotRead

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allowance = Callable[[Address], bool]

_SECONDS = 30.0  # for all of it: a server that sends a byte a second ends too
_SECONDS_OF_SILENCE = 10.0
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


class Fetched(NamedTuple):
    """What an address gave: the bytes, the address it was read from in the end, the charset that was sent with it."""

    data: bytes
    url: str
    charset: str | None


def is_address(words: str) -> bool:
    """Say whether words are meant as an address on the web."""
    return words.lower().startswith(("http://", "https://"))


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public network: not private, loopback, link-local, multicast ...

    An IPv4 address inside of an IPv6 one counts as what it is.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return is_public(inner)
        if address in ipaddress.IPv6Network("64:ff9b::/96"):
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return address.is_global and not address.is_multicast


def fetch(url: str, max_size: int, allowed: Allowance = is_public, seconds: float = _SECONDS) -> Fetched:
    """Fetch an address; CannotRead with the reason when it may not or cannot be.

    allowed  which addresses of machines may be connected to; tests allow this machine
    """
    deadline = time.monotonic() + seconds
    for _ in range(_MOST_REDIRECTS + 1):
        answer, connection = _ask(url, allowed, deadline)
        with connection:
            if answer.status in _REDIRECTS:
                url = _redirected(url, answer)
                continue
            if answer.status != 200:
                raise CannotRead(f"the server answers {answer.status} {answer.reason}".rstrip())
            charset = answer.headers.get_content_charset()
            return Fetched(_body(answer, max_size, deadline), url, charset)
    raise CannotRead(f"more than {_MOST_REDIRECTS} redirects")


class _Connection:
    """A connection that is closed at the end of a block."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def _ask(url: str, allowed: Allowance, deadline: float) -> tuple[http.client.HTTPResponse, _Connection]:
    scheme, host, port, path = _parts(url)
    address = _resolve(host, port, allowed)
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS_OF_SILENCE)
    try:
        connection.sock = _connect(address, port, scheme, host, deadline)
        headers = {
            "User-Agent": "event-timeline",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        connection.request("GET", path, headers=headers)
        return connection.getresponse(), _Connection(connection)
    except ssl.SSLError as error:
        connection.close()
        raise CannotRead(f"no trusted connection: {error.reason or error}") from None
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        connection.close()
        raise CannotRead(_no_answer(error)) from None


def _parts(url: str) -> tuple[str, str, int, str]:
    """Part an address; CannotRead when it is not one of the web, or carries a user name."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise CannotRead("no address of the web") from None
    if parts.scheme not in ("http", "https") or not host:
        raise CannotRead(f"only http and https are fetched, not {parts.scheme or 'this'}")
    if parts.username or parts.password:
        raise CannotRead("an address with a user name is not fetched")
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    if any(ord(sign) <= 32 or ord(sign) > 126 for sign in path):
        raise CannotRead("an address with signs that must be written as %XX")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        raise CannotRead("no address of the web") from None
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path


def _resolve(host: str, port: int, allowed: Allowance) -> str:
    """Look a name up; every answer must be allowed, for any of them may be the one that is used."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotRead(f"there is no host {host!r}") from None
    found = [str(answer[4][0]).partition("%")[0] for answer in answers]
    for address in found:
        if not allowed(ipaddress.ip_address(address)):
            raise CannotRead(f"{host} is {address}, an address of this machine or of a private network: not fetched")
    return found[0]


def _connect(address: str, port: int, scheme: str, host: str, deadline: float) -> socket.socket:
    left = max(0.1, min(_SECONDS_OF_SILENCE, deadline - time.monotonic()))
    plain = socket.create_connection((address, port), timeout=left)
    if scheme == "http":
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def _redirected(url: str, answer: http.client.HTTPResponse) -> str:
    target = answer.headers.get("Location")
    if not target:
        raise CannotRead(f"the server answers {answer.status} and does not say where it is now")
    return urljoin(url, target)


def _body(answer: http.client.HTTPResponse, max_size: int, deadline: float) -> bytes:
    """Read what is sent, up to the limits of size and time."""
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise CannotRead("the server packs what it sends, though it was asked not to")
    parts: list[bytes] = []
    size = 0
    try:
        while part := answer.read1(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > max_size:
                raise CannotRead(f"too large: more than {max_size / MEGABYTE:g} MB (--max-size)")
            if time.monotonic() > deadline:
                raise CannotRead("the server takes too long")
    except (OSError, http.client.HTTPException) as error:
        raise CannotRead(_no_answer(error)) from None
    return b"".join(parts)


def _no_answer(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the server does not answer in time"
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"no answer: {' '.join(str(reason).split())[:120]}"

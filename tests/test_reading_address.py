"""Addresses: fetched only when allowed, only from public machines, checked anew after each redirect, and capped."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from timeline.model import Article
from timeline.reading import Hints, Refusal, read_address
from timeline.reading.address import fetch, is_public
from timeline.reading.refusal import CannotRead

PAGE = "<!doctype html><html><body><h1>Café closed</h1><p>The café of Brennick was closed, they said.</p></body></html>"


class Answers(BaseHTTPRequestHandler):
    """What the test server answers on each path."""

    def do_GET(self) -> None:  # the name is the library's
        if self.path.startswith("/to/"):
            self._head(302, Location=self.path.removeprefix("/to/"))
        elif self.path == "/round":
            self._head(302, Location="/round")
        elif self.path == "/large":
            self._head(200)
            self._send(b"word " * 100_000)
        elif self.path == "/slow":
            self._head(200)
            while self._send(b"word "):
                continue
        elif self.path == "/packed":
            self._head(200, **{"Content-Encoding": "gzip"})
        elif self.path.startswith("/2025/02/11/"):
            self._head(200, **{"Content-Type": "text/html; charset=windows-1252"})
            self._send(PAGE.encode("windows-1252"))
        else:
            self._head(404)

    def _head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _send(self, data: bytes) -> bool:
        try:
            self.wfile.write(data)
        except OSError:
            return False
        return True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def loopback(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_loopback


HINTS = Hints(network=True, max_size=100_000)


def line(url: str, hints: Hints = HINTS) -> str:
    (answer,) = read_address(url, hints, loopback)
    assert isinstance(answer, Refusal), answer
    return answer.reason


def test_a_page_is_read_with_its_charset_and_its_address(server: str) -> None:
    (article,) = read_address(f"{server}/to//2025/02/11/cafe?x=1", HINTS, loopback)
    assert isinstance(article, Article)
    assert article.url == f"{server}/2025/02/11/cafe?x=1"
    assert article.text.startswith("Café closed\n\nThe café of Brennick")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11", "url")


def test_the_network_must_be_allowed(server: str) -> None:
    assert line(f"{server}/2025/02/11/cafe", Hints()) == "an address is fetched only with --allow-network"


def test_this_machine_is_not_fetched(server: str) -> None:
    (answer,) = read_address(f"{server}/2025/02/11/cafe", HINTS)
    assert str(answer) == (
        f"{server}/2025/02/11/cafe: 127.0.0.1 is 127.0.0.1, an address of this machine or of a private network:"
        " not fetched"
    )


def test_each_redirect_is_checked(server: str) -> None:
    assert line(f"{server}/to/http://10.0.0.1/x").startswith("10.0.0.1 is 10.0.0.1, an address of this machine or of")
    assert line(f"{server}/to/file:///etc/passwd") == "only http and https are fetched, not file"
    assert line(f"{server}/round") == "more than 5 redirects"


def test_what_is_refused_says_why(server: str) -> None:
    assert line(f"{server}/gone") == "the server answers 404 Not Found"
    assert line(f"{server}/large") == "too large: more than 0.0953674 MB (--max-size)"
    assert line(f"{server}/packed") == "the server packs what it sends, though it was asked not to"
    assert line("http://user:word@127.0.0.1/") == "an address with a user name is not fetched"
    assert line("http://[") == "no address of the web"
    assert line("http://127.0.0.1:1/").startswith("no answer: ")
    assert line("http://127.0.0.1/a b") == "an address with signs that must be written as %XX"


def test_a_server_that_never_ends_is_left(server: str) -> None:
    with pytest.raises(CannotRead, match="the server takes too long"):
        fetch(f"{server}/slow", 1_000_000_000, loopback, seconds=0.3)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public

"""Addresses out of articles in, what a link may carry out: the same in the pages and in every export."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

_KEPT: Final = "%/:?#[]@!$&'()*+,;=-._~"  # the signs of RFC 3986, and what is encoded already
_EDGES: Final = "".join(map(chr, range(0x21)))
_PASSED_OVER: Final = str.maketrans("", "", "\t\r\n")  # as browsers do


def safe_url(url: str | None) -> str | None:
    r"""Give an http or https address with what no address may hold percent-encoded, None for anything else.

    >>> safe_url("https://example.org/a b\u202e"), safe_url("javascript:alert(1)")
    ('https://example.org/a%20b%E2%80%AE', None)
    """
    plain = (url or "").translate(_PASSED_OVER).strip(_EDGES)
    try:
        parts = urlsplit(plain)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(plain, safe=_KEPT, errors="replace")

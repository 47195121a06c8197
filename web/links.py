"""Names and words from elsewhere go in, addresses that are safe to print come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urlsplit

from flask import url_for


def address(endpoint: str, asked: Mapping[str, Sequence[str]], **more: str) -> str:
    """Give the address of an endpoint that asks the same, with some parameters set anew."""
    query = urlencode({**asked, **more}, doseq=True)
    return url_for(endpoint) + (f"?{query}" if query else "")


def safe_url(url: str | None) -> str | None:
    """Give back an http or https address, None for anything a link must not carry (`javascript:`, `data:`)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None

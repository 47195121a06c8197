"""Names and words from elsewhere go in, addresses that are safe to print come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from flask import url_for


def address(endpoint: str, asked: Mapping[str, Sequence[str]], **more: str) -> str:
    """Give the address of an endpoint that asks the same, with some parameters set anew."""
    return with_query(url_for(endpoint), asked, **more)


def with_query(place: str, asked: Mapping[str, Sequence[str]], **more: str) -> str:
    """Give a place on this server with what is asked of it behind."""
    query = urlencode({**asked, **more}, doseq=True)
    return place + (f"?{query}" if query else "")

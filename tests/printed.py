"""A client and an address in, a page out, as words and as elements: what the tests of pages share."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient
from stocked import MADE, timeline

IDS = {made.text: timeline(made).article.id for made in MADE}


def html(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    return answer.get_data(as_text=True)


def words(page: str) -> str:
    """The words of a page as they are read, white space made single."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def said(page: str, element: str) -> list[str]:
    """The words of each element of a name."""
    return [words(found) for found in re.findall(rf"<{element}(?: [^>]*)?>(.*?)</{element}>", page, re.DOTALL)]

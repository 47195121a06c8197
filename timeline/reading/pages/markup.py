"""HTML in, tags and texts out, in one pass whose time grows with the length alone.

The standard library's html.parser needs minutes for 100 KB of never closed tags (`<a `, `<!--`), so the tokens are
found here: a tag ends at the next `>`, unless a quotation that holds one is properly closed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")  # any other < is a character
_QUOTED_TAG = re.compile(r"""<[A-Za-z/](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+>""")  # a stray " opens no quotation
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?+""")
_RAW = ("script", "style", "textarea", "title", "template", "noscript", "svg")
_RAW_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in _RAW}
_QUOTE_WINDOW = 65_536
_QUOTE_FAILURES = 200  # after so many unclosed quotations the page is broken, and looking for more costs time
_ATTRIBUTES_WINDOW = 20_000


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it closes, and its attributes unread."""

    name: str
    closes: bool
    raw: str

    def attributes(self) -> dict[str, str]:
        """Read the attributes; the first of a name wins, as in browsers."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.raw[:_ATTRIBUTES_WINDOW]):
            value = match.group(2) or match.group(3) or match.group(4) or ""
            found.setdefault(match.group(1).lower(), unescape(value))
        return found


def unescape(text: str) -> str:
    """Resolve character references; a text whose references are nonsense stays as it is."""
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except (ValueError, OverflowError):  # &#999...9; with thousands of digits
        return text


def tokens(page: str) -> Iterator[Tag | str]:
    """Yield the tags and the texts between them; the inside of script and style comes as one text behind its tag."""
    position, size = 0, len(page)
    next_close = failures = 0
    open_ended: set[str] = set()  # raw elements that nothing closes: their tags count as ordinary ones
    while position < size:
        opening = _OPENING.search(page, position)
        if opening is None:
            yield unescape(page[position:])
            return
        start = opening.start()
        if start > position:
            yield unescape(page[position:start])
        if next_close <= start:
            next_close = page.find(">", start)
            next_close = size if next_close < 0 else next_close
        after = _after_comment(page, start, open_ended)
        if after:
            position = after
            continue
        name = _NAME.match(page, start)
        if name is None:
            position = _after_odd(page, start, next_close)
            if position == start + 1:
                yield "<"
            continue
        end, failed = _tag_end(page, start, next_close, quotes=failures < _QUOTE_FAILURES)
        failures += failed
        tag = Tag(name.group(1).lower(), page[start + 1] == "/", page[name.end() : end])
        position = min(end + 1, size) if page[end : end + 1] == ">" else end
        yield tag
        inside = _raw_inside(page, position, tag, open_ended)
        if inside is not None:
            yield unescape(inside) if tag.name == "title" else inside
            position += len(inside)


def _after_comment(page: str, start: int, open_ended: set[str]) -> int:
    """Give the offset behind a comment, 0 when there is none or nothing closes it."""
    if not page.startswith("<!--", start) or "-->" in open_ended:
        return 0
    end = page.find("-->", start + 4)
    if end < 0:
        open_ended.add("-->")  # looked for once, not for each of a thousand
    return end + 3 if end >= 0 else 0


def _raw_inside(page: str, position: int, tag: Tag, open_ended: set[str]) -> str | None:
    """Give what stands in a script, style ... up to its end tag; None for other tags and where no end tag comes."""
    if tag.name not in _RAW_END or tag.closes or tag.name in open_ended or tag.raw.endswith("/"):
        return None
    close = _RAW_END[tag.name].search(page, position)
    if close is None:
        open_ended.add(tag.name)
        return None
    return page[position : close.start()]


def _after_odd(page: str, start: int, next_close: int) -> int:
    """Step over `<!doctype ...>`, `<?xml ...?>` and `</ >`; without a `>` behind it the `<` is a character."""
    return next_close + 1 if next_close < len(page) else start + 1


def _tag_end(page: str, start: int, next_close: int, *, quotes: bool) -> tuple[int, bool]:
    """Find where a tag ends: (offset of its `>`, or of the `<` that cuts it off; a quotation was not closed)."""
    next_open = page.find("<", start + 1, next_close)
    inside = page[start : next_close if next_open < 0 else next_open]
    plain = next_open < 0 and inside.count('"') % 2 == 0 and inside.count("'") % 2 == 0
    if plain:
        return next_close, False
    if quotes:
        match = _QUOTED_TAG.match(page, start, start + _QUOTE_WINDOW)
        if match:
            return match.end() - 1, False
    return (next_close if next_open < 0 else next_open), quotes

"""Whatever the bytes: articles or refusals, never an exception, and blocks that tile the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Article
from timeline.reading import Refusal, read_bytes

KINDS = {"header", "headline", "byline", "dateline", "body", "caption", "related", "boilerplate"}
NAMES = st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "-", "2025-02-11.txt"])
LINES = st.sampled_from(
    [
        "Published: 09:33, February 11, 2025",
        "Updated 11 février 2025 | By Jane Doe",
        "Title: Bridge closed",
        "Bridge closed",
        "By Xinhua",
        "February 11, 2025",
        "MOSCOW, Feb. 10, 2025 (Xinhua) -- The bridge was closed.",
        "ALSO READ: another story",
        "RELATED STORIES",
        "The bridge at Brennick was closed on Monday by the council and",
        "was opened again. (Photo: AP)",
        "---",
        "<p>The bridge</p><h1>closed",
        '<html lang="de"><nav>',
        '{"text": "The bridge"}',
        " \t",
        "",
        "\u2028\x85\u200b",
    ]
)


def check(data: bytes, name: str) -> None:
    for answer in read_bytes(data, name):
        if isinstance(answer, Refusal):
            assert str(answer) == f"{answer.name}: {answer.reason}"
            assert "\n" not in answer.reason
            continue
        assert isinstance(answer, Article)
        check_blocks(answer)


def check_blocks(article: Article) -> None:
    position = 0
    for kind, span in article.blocks:
        assert kind in KINDS
        assert position <= span.start < span.end <= len(article.text)
        words = span.of(article.text)
        assert words == words.strip()
        assert not article.text[position : span.start].strip()
        position = span.end
    assert not article.text[position:].strip()
    if article.published and article.published.span:
        assert article.published.span.of(article.text).strip()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), NAMES)
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400), NAMES)
def test_any_text(text: str, name: str) -> None:
    check(text.encode("utf-8", "replace"), name)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\n \n"]), NAMES)
def test_any_order_of_lines(lines: list[str], gap: str, name: str) -> None:
    check(gap.join(lines).encode(), name)

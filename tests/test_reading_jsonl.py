"""JSON Lines and JSON: verbatim texts, streamed, each line answered."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.model import Article
from timeline.reading import Hints, Refusal, read_bytes, read_stream

ITEM = {
    "id": "a-1",
    "text": "Published: 1 May 1999\nBridge closed\n\nThe bridge was closed.",
    "published": "2025-02-11",
    "source": "Harbour Wire",
    "title": "Bridge",
    "url": "https://a.example/2025/02/12/bridge",
    "lang": "en",
    "domain": "news",
}


def only(item: object, name: str = "a.jsonl") -> Article:
    (article,) = read_bytes(json.dumps(item).encode(), name)
    assert isinstance(article, Article), article
    return article


def test_keys_are_taken_and_the_text_is_verbatim() -> None:
    article = only(ITEM)
    assert article.text == ITEM["text"]
    assert {block.kind for block in article.blocks} == {"body"}
    assert (article.source, article.title, article.url) == (ITEM["source"], ITEM["title"], ITEM["url"])
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11", "metadata")
    assert article.published.conflict == "the address says 2025-02-12"
    assert article.reader == "JSON Lines, UTF-8"
    assert "id in the file: a-1" in article.notes


def test_without_published_the_header_is_read() -> None:
    article = only({"text": ITEM["text"]}, "-")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("1999-05-01", "header")
    assert [block.kind for block in article.blocks] == ["header", "headline", "body"]


def test_an_unreadable_published_keeps_the_article_and_is_told() -> None:
    for value, note in (
        ("50/6/2018", "the metadata says '50/6/2018', which is no date a publication can have"),
        (20250211, "the value of 'published' is not a string and was left"),
    ):
        article = only({"text": "The bridge was closed.", "published": value})
        assert article.published is None
        assert note in article.notes


def test_a_single_object_and_a_list_over_many_lines() -> None:
    (article,) = read_bytes(json.dumps(ITEM, indent=1).encode(), "a.json")
    assert isinstance(article, Article)
    assert article.reader == "JSON, UTF-8"
    answers = list(read_bytes(json.dumps([ITEM, {"text": ""}], indent=1).encode(), "a.json"))
    assert isinstance(answers[0], Article)
    assert answers[1] == Refusal("a.json item 2", "no text in it")


def test_lines_in_utf16() -> None:
    lines = f"{json.dumps(ITEM)}\n{json.dumps(ITEM)}\n"
    answers = list(read_bytes(lines.encode("utf-16"), "a.jsonl"))
    assert [type(answer) for answer in answers] == [Article, Article]


def test_the_line_number_counts_blank_lines() -> None:
    answers = list(read_bytes(b'\n\n{"text": "The bridge."}\n\nbroken\n', "a.jsonl"))
    assert isinstance(answers[0], Article)
    assert str(answers[1]).startswith("a.jsonl line 5: bad JSON at character 1")


class _Endless:
    """A stream that has no end and must never be held whole."""

    def __init__(self) -> None:
        self.given = 0

    def readline(self, limit: int = -1) -> bytes:
        self.given += 1
        return (json.dumps({"text": f"The bridge number {self.given} was closed."}) + "\n").encode()[:limit]


def test_the_stream_is_answered_line_by_line() -> None:
    stream = _Endless()
    answers: Iterator[Article | Refusal] = read_stream(stream, "-", Hints())  # type: ignore[arg-type]
    texts = [answer.text for answer, _ in zip(answers, range(3), strict=False) if isinstance(answer, Article)]
    assert texts == [f"The bridge number {n} was closed." for n in (1, 2, 3)]
    assert stream.given <= 5

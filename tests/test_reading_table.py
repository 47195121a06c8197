"""Tables and JSON with other names: which column is what, guessed, told and settable."""

from __future__ import annotations

import json

import pytest

from timeline.model import Article
from timeline.reading import Hints, Refusal, read_bytes
from timeline.reading.formats.columns import columns_of, read_column_option

CSV = (
    "headline,body,pub_date,site,link\r\n"
    '"Bridge closed","The bridge, which is old,\nwas closed on Monday.",2025-02-11T23:33:00+03:00,Harbour Wire,https://a.example/1\r\n'
    "Weir mended,The weir was mended.,11 Feb 2025,,\r\n"
    "Nothing,,2025-02-11,,\r\n"
)


def read(data: bytes, name: str, **hints: object) -> list[Article | Refusal]:
    return list(read_bytes(data, name, Hints(**hints)))  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("name", ["news.csv", "news.txt"])
def test_a_table_gives_an_article_a_row(name: str, encoding: str) -> None:
    first, second, third = read(CSV.replace("old", "schön").encode(encoding), name)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "The bridge, which is schön,\nwas closed on Monday."
    assert first.published is not None
    assert (first.published.value, first.published.zone) == ("2025-02-11T23:33:00", "+03:00")
    assert (first.title, first.source, first.url) == ("Bridge closed", "Harbour Wire", "https://a.example/1")
    assert first.reader == "table, columns text=body published=pub_date title=headline source=site url=link"
    assert second.published is not None
    assert (second.published.value, second.published.basis) == ("2025-02-11", "metadata")
    assert str(third) == f"{name} row 4: no text in it"


def test_semicolons_and_tabs() -> None:
    for sign, name in ((";", "a.csv"), ("\t", "a.tsv"), ("|", "a.csv")):
        (found,) = read(f"text{sign}date\nThe bridge was closed.{sign}11.02.2025\n".encode(), name, lang="de")
        assert isinstance(found, Article)
        assert found.published is not None
        assert found.published.value == "2025-02-11"


def test_the_user_says_which_column_is_which() -> None:
    data = b"a,b,c\nThe bridge was closed.,2025-02-11,The weir was mended.\n"
    (refused,) = read(data, "a.csv")
    assert str(refused) == (
        "a.csv: no column is known to hold the text: say which with --column text=NAME; there are 'a', 'b', 'c'"
    )
    (found,) = read(data, "a.csv", columns=(("text", "c"), ("published", "b")))
    assert isinstance(found, Article)
    assert found.text == "The weir was mended."
    (wrong,) = read(data, "a.csv", columns=(("text", "d"),))
    assert str(wrong) == "a.csv: no column 'd' for text: there are 'a', 'b', 'c'"


def test_a_row_with_too_many_cells_is_named_and_the_rest_is_read() -> None:
    first, second = read(b"text,date\nThe bridge, was closed.,2025-02-11\nThe weir was mended.,2025-02-11\n", "a.csv")
    assert str(first) == "a.csv row 2: 3 cells, but 2 columns"
    assert isinstance(second, Article)


def test_json_with_other_keys() -> None:
    item = {"content": "The bridge was closed.", "publishedAt": "2025-02-11T23:33:00Z", "source": {"name": "Wire"}}
    (found,) = read(json.dumps(item).encode() + b"\n", "a.jsonl")
    assert isinstance(found, Article)
    assert found.published is not None
    assert (found.published.value, found.source) == ("2025-02-11T23:33:00", "Wire")
    assert found.reader == "JSON Lines, UTF-8, columns text=content published=publishedAt"
    given = {"x": "The weir was mended.", "y": "2025-02-12", "text": "no"}
    (chosen,) = read(json.dumps(given).encode(), "a.json", columns=(("text", "x"), ("published", "y")))
    assert isinstance(chosen, Article)
    assert (chosen.text, chosen.published and chosen.published.value) == ("The weir was mended.", "2025-02-12")


def test_seconds_since_1970_are_utc() -> None:
    for stamp in (1739316780, "1739316780", 1739316780000):
        (found,) = read(json.dumps({"text": "The bridge was closed.", "date": stamp}).encode(), "a.json")
        assert isinstance(found, Article)
        assert found.published is not None
        assert (found.published.value, found.published.zone) == ("2025-02-11T23:33:00", "Z")


def test_prose_with_commas_is_no_table() -> None:
    (found,) = read(b"Text, date and place, he said\n\nThe bridge, which is old, was closed.\n", "story.txt")
    assert isinstance(found, Article)
    assert found.reader == "plain text, UTF-8"


def test_columns_are_guessed_by_what_people_call_them() -> None:
    assert columns_of(["Titel", "Inhalt", "Datum", "URL"]) == {
        "text": "Inhalt",
        "published": "Datum",
        "title": "Titel",
        "url": "URL",
    }
    assert columns_of(["text", "published"]) == {"text": "text", "published": "published"}
    assert read_column_option("text=a=b") == ("text", "a=b")
    with pytest.raises(ValueError, match="KEY"):
        read_column_option("when=a")

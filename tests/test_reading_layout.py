"""What each paragraph of a text is: header, headline, byline, date line, caption, related, boilerplate, body."""

from __future__ import annotations

import pytest

from timeline.model import Article
from timeline.reading import read_bytes
from timeline.reading.layout.kinds import kind_of
from timeline.reading.layout.plain import read_verbatim


def layout(text: str) -> list[tuple[str, str]]:
    (article,) = read_bytes(text.encode(), "story.txt")
    assert isinstance(article, Article), article
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ALSO READ: Weir to be rebuilt", "related"),
        ("Read more: Weir to be rebuilt", "related"),
        ("RELATED STORIES", "related"),
        ("* See also: Weir to be rebuilt", "related"),
        ("Lire aussi : Le pont est fermé", "related"),
        ("Watch the river and you will see the weir.", "body"),
        ("Related costs rose to 3 million crowns.", "body"),
        ("The weir at Tarn, Nov. 20, 2024. (PHOTO / AP)", "caption"),
        ("The weir at Tarn on Wednesday. (AP Photo/Jane Doe)", "caption"),
        ("FILE - The weir at Tarn, Feb. 2, 2024.", "caption"),
        ("Photo: Jane Doe", "caption"),
        ("The weir at Tarn, Nov. 20, 2024. [Photo/Xinhua]", "caption"),
        ("The weir at Tarn on Wednesday. REUTERS/Jane Doe", "caption"),
        ("The council met on Monday (its second meeting).", "body"),
        ("© 2025 Tarn Valley Post", "boilerplate"),
        ("Copyright 2025 The Tarn Valley Post. All rights reserved.", "boilerplate"),
        ("Copyright law was changed on Monday.", "body"),
        ("Sign up for our newsletter", "boilerplate"),
        ("Reporting by Jane Doe; Editing by John Roe", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("* * *", "boilerplate"),
        ("Posted by: Ann Lee of Tarn, 27 Sep 2011 | 15:22", "boilerplate"),
        ("Posted by the gate, two men kept watch until 4 a.m. on Monday.", "body"),
        ("Support US policy or not, the council said.", "body"),
    ],
)
def test_kind(words: str, kind: str) -> None:
    assert kind_of(words) == kind


def test_title_line_holds_a_headline() -> None:
    assert layout("Title: Bridge closed\nDate: 11 Feb 2025\n\nThe bridge was closed.\n") == [
        ("header", "Title:"),
        ("headline", "Bridge closed"),
        ("header", "Date: 11 Feb 2025"),
        ("body", "The bridge was closed."),
    ]


def test_front_matter_is_header() -> None:
    text = "---\ntitle: Bridge closed\ndate: 2025-02-11\ntags: bridge\n---\n\nThe bridge was closed.\n"
    assert [kind for kind, _ in layout(text)] == ["header", "header", "headline", "header", "header", "header", "body"]


def test_a_text_without_head_is_all_body() -> None:
    text = "The bridge was closed on Monday.\n\nIt was opened on Tuesday.\n"
    assert [kind for kind, _ in layout(text)] == ["body", "body"]
    assert layout("Bridge closed") == [("body", "Bridge closed")]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Bridge closed\n\nThe plant will close in June, three days after the strike that\n"
        "began on Monday, the company said late Saturday in a note that\nwas sent to\nthe workers.\n\nIt was short.\n"
    )
    assert [kind for kind, _ in layout(text)] == ["headline", "body", "body"]
    assert layout(text)[1][1].count("\n") == 3


def test_a_first_wrapped_line_is_no_headline() -> None:
    text = "The plant will close in June, three days after the strike that\nbegan on Monday.\n\nThat is all.\n"
    assert [kind for kind, _ in layout(text)] == ["body", "body"]


def test_links_under_a_heading_are_related_until_prose_comes() -> None:
    links = "RELATED STORIES\nWeir to be rebuilt\nFerry fares to rise"
    text = f"Bridge closed\n\nThe bridge was closed.\n\n{links}\n\nIt was so.\n"
    assert [kind for kind, _ in layout(text)] == ["headline", "body", "related", "related", "related", "body"]


@pytest.mark.parametrize(
    ("line", "kind", "source"),
    [
        ("By Xinhua", "byline", "Xinhua"),
        ("By Jane Doe", "byline", None),
        ("By Jane Doe, Reuters", "byline", "Reuters"),
        ("By Jane Doe and John Roe", "byline", None),
        ("By Jane Doe for The Associated Press", "byline", "Associated Press"),
        ("By JANE DOE / Harbour Wire", "byline", "Harbour Wire"),
        ("Von Klara Brandeis", "byline", None),
        ("By Monday the bridge was open", "headline", None),
    ],
)
def test_byline(line: str, kind: str, source: str | None) -> None:
    lead = "" if kind == "headline" else "Bridge closed\n"
    (article,) = read_bytes(f"{lead}{line}\n\nThe bridge was closed.\n".encode(), "story.txt")
    assert isinstance(article, Article)
    assert article.blocks[1 if lead else 0].kind == kind
    assert article.source == source


def test_an_update_headline_is_no_header() -> None:
    assert layout("UPDATE: Storm hits coast\n\nThe storm came on Monday.\n")[0][0] == "headline"


@pytest.mark.parametrize(
    ("value", "title"), [('"Bridge closed"', "Bridge closed"), ('"Closed", he said', '"Closed", he said')]
)
def test_front_matter_quotes_are_taken_off_the_title(value: str, title: str) -> None:
    (article,) = read_bytes(f"Title: {value}\n\nThe bridge was closed.\n".encode(), "story.txt")
    assert isinstance(article, Article)
    assert article.title == title


def test_ragged_lines_are_joined_where_a_sentence_cannot_end() -> None:
    words = (
        "The council of Low Tarn closed the old bridge on Monday after the\n"
        "Harbour Office had found cracks in it, and Mayor Ann Skarrow of\n"
        "Low Tarn said on Sunday that it would stay closed until March 2025."
    )
    assert [block.span.of(words) for block in read_verbatim(words).blocks] == [words]
    headings = "The council of Low Tarn closed the old bridge\nHarbour Office found cracks in the weir"
    assert [block.span.of(headings) for block in read_verbatim(headings).blocks] == headings.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "Staff list\n\n| Fact check | Osei | 2026-03-18 |\n\nThe bridge was closed on Sunday.\n",
        "Staff list\n\n| Task | Who | Day |\n|---|---|---|\n| Fact check | Osei | 2026-03-18 |\n\nIt was closed.\n",
        "Staff list\n\nThe bridge was closed.\n\nFact check | Osei | 2026-03-18\n\nIt was opened again.\n",
        "Staff list\n\nThe bridge was closed.\n\n| Published: 2026-03-18 | Osei |\n",
    ],
)
def test_the_row_of_a_table_is_no_header_line(text: str) -> None:
    (article,) = read_bytes(text.encode(), "story.txt")
    assert isinstance(article, Article)
    assert (article.title, article.published, article.source) == ("Staff list", None, None)


def test_a_row_at_the_top_is_no_headline() -> None:
    assert layout("| Task | Day |\n\nThe bridge was closed.\n")[0][0] == "body"


@pytest.mark.parametrize("line", ["By Jane Doe | Reuters | 11 Feb 2025", "Reuters | Published: 11 Feb 2025"])
def test_a_line_of_parts_at_the_head_is_a_header_line(line: str) -> None:
    (article,) = read_bytes(f"Bridge closed\n{line}\n\nThe bridge was closed.\n".encode(), "story.txt")
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.value, article.source) == ("2025-02-11", "Reuters")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Fort Nisbet, 3rd July 1863", "1863-07-03"),
        ("Camp near Falmouth, Va., April 22, 1863", "1863-04-22"),
        ("Head-Quarters, Army of the Potomac, April 22, 1863", "1863-04-22"),
        ("London, Monday 3 July 1863", "1863-07-03"),
        ("Tokyo, 2025-03-12", "2025-03-12"),
        ("Leeds, 2 October 1850.", "1850-10-02"),
        ("Born in Leeds, 3 May 1950", None),
        ("Boston, April 2013", None),
    ],
)
def test_a_letter_is_of_the_day_it_was_written(line: str, published: str | None) -> None:
    (article,) = read_bytes(f"{line}\n\nMy dear Anne,\n\nWe came here on Tuesday last.\n".encode(), "letter.txt")
    assert isinstance(article, Article)
    assert article.title == line
    assert (article.published.value if article.published else None) == published


@pytest.mark.parametrize(
    "line", ["Paris, 13 November 2015", "Battle of Waterloo, 18 June 1815", "Smith, J., 3 May 2020"]
)
def test_a_title_with_a_place_and_a_day_is_no_publish_date(line: str) -> None:
    (article,) = read_bytes(f"{line}\n\nThe council met on Monday and closed the port.\n".encode(), "story.txt")
    assert isinstance(article, Article)
    assert (article.title, article.published) == (line, None)


def test_the_day_of_a_first_entry_is_not_that_of_a_text_whose_day_is_told() -> None:
    entries = "14 March 2025\n\nA car was stolen.\n\n15 March 2025\n\nA man was held.\n"
    words = f"Published: 17 March 2025\n\nPolice log\n\n{entries}"
    (article,) = read_bytes(words.encode(), "log.txt")
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.value, article.published.conflict) == ("2025-03-17", None)
    assert [block.kind for block in article.blocks] == ["header", "headline", "body", "body", "body", "body"]

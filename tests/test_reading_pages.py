"""Pages as papers write them: what opens the story, what holds it, and what runs beside it."""

from __future__ import annotations

import pytest

from timeline.model import Article
from timeline.reading import read_bytes

STORY = tuple(
    f"On day {number} of the strike the council met once more and sent the crews away." for number in range(9)
)
TOLD = "".join(f"<p>{words}</p>" for words in STORY)
STANDFIRST = "A cable tore on Sunday and shut the bridge over the Norlum, which 9,000 cross each day."


def kinds(text: str) -> dict[str, str]:
    (article,) = read_bytes(text.encode(), "page.html")
    assert isinstance(article, Article), article
    return {block.span.of(article.text): block.kind for block in article.blocks}


def page(body: str, head: str = "") -> dict[str, str]:
    return kinds(f"<html><head><title>Bridge closed</title>{head}</head><body>{body}</body></html>")


def test_the_standfirst_is_told_by_what_the_head_says_of_the_page() -> None:
    top = f"<div><h1>Bridge closed</h1><h2>{STANDFIRST}</h2></div>"
    rest = f"<div class='content'>{TOLD}</div>"
    said = page(top + rest, f"<meta name='description' content='{STANDFIRST} Ferries run.'>")
    assert said[STANDFIRST] == "body"
    assert {said[words] for words in STORY} == {"body"}


def test_what_the_head_says_is_no_second_standfirst_below_the_story() -> None:
    below = f"<div class='content'><h1>Bridge closed</h1>{TOLD}</div><div><p>Mail this:</p><h2>{STANDFIRST}</h2></div>"
    assert page(below, f"<meta name='description' content='{STANDFIRST}'>").get(STANDFIRST) != "body"


def test_what_holds_the_headline_is_no_furniture() -> None:
    story = "".join(f"<p>{words}</p>" for words in ("A cable tore on Sunday.", *STORY))
    found = page(f"<div class='post bp-horizontal-share'><h1>Bridge closed</h1>{story}</div>")
    assert {found[words] for words in STORY} == {"body"}
    other = page(f"<div class='post'><h1>Bridge closed</h1>{TOLD}<div class='share'><p>A cable tore.</p></div></div>")
    assert other["A cable tore."] == "boilerplate"


def test_a_class_that_lies_of_long_paragraphs_lies_of_the_short_between_them() -> None:
    long = [f"{words} {words.replace('On day', 'After day')}" for words in STORY[:4]]
    short = [f"The ferry of pier {number} runs until the bridge is open." for number in range(4)]
    told = "".join(f"<p>{one}</p><p>{two}</p>" for one, two in zip(long, short, strict=True))
    found = page(f"<h1>Bridge closed</h1><div class='share'>{told}<p>Share with friends</p></div>")
    assert {found[words] for words in (*long, *short)} == {"body"}
    assert found["Share with friends"] == "boilerplate"


def test_how_long_a_video_runs_is_no_time_of_day() -> None:
    found = page(
        "<div><h1>Bridge closed</h1><div><p class='video__title'>The cable in pictures"
        f" <span class='video__duration'>3:10</span></p></div>{TOLD}"
        "<p class='transition duration-300'>The bridge opens at 3:10 on Monday.</p></div>"
    )
    assert "The cable in pictures" in found
    assert "The bridge opens at 3:10 on Monday." in found


@pytest.mark.parametrize(
    "sign",
    [
        "<meta property='video:duration' content='95'>",
        "<link href='/webpack-runtime-1.js'>",
        "<img src='a.jpg' data-duration=3>",
        "<img src='a.jpg' class='video-duration'>",
        "<input id='duration'>",
        "<div class='transition-opacity duration-300'>",
        "<div class='duration'>",
        "<span class='video-duration'>",
    ],
)
def test_a_time_of_day_is_no_running_time_for_what_stands_above_it(sign: str) -> None:
    table = "<table><tr><td>First blast</td><td>22:10</td></tr><tr><td>Second blast</td><td>23:40</td></tr></table>"
    told = f"{TOLD}<p>On Monday at <b>22:10</b> police came</p>{table}"
    found = page(f"{sign}<h1>Bridge closed</h1>{told}")
    assert found["On Monday at 22:10 police came"] == "body"
    assert {"22:10", "23:40"} <= found.keys()


@pytest.mark.parametrize("name", ["duration", "video-duration", "c-video__duration", "videoDuration", "running-time"])
def test_a_running_time_is_left_out_by_the_name_of_its_element(name: str) -> None:
    title = f"<div>The cable in pictures <span class='{name}'>3:10</span></div>"
    found = page(f"<h1>Bridge closed</h1>{title}<div id='{name}'>3:11</div>{TOLD}")
    assert "The cable in pictures" in found
    assert "3:11" not in found


def test_a_time_in_a_sentence_stays_whatever_its_element_is_called() -> None:
    came = "<p>On Monday at <b class='duration'>22:10</b> police came.</p>"
    found = page(f"<h1>Bridge closed</h1>{TOLD}{came}<p>They left at <b id='duration'>23:40</b>.</p>")
    assert {"On Monday at 22:10 police came.", "They left at 23:40."} <= found.keys()


def test_a_playlist_is_furniture() -> None:
    items = "<div>The weir at Tarn is mended, says mayor</div>"
    found = page(f"<div><h1>Bridge closed</h1><div class='video-playlist front'>{items}</div>{TOLD}</div>")
    assert found["The weir at Tarn is mended, says mayor"] == "boilerplate"


def test_a_mark_before_the_copyright_hides_nothing_of_it() -> None:
    found = page(f"<div><h1>Bridge closed</h1>{TOLD}<p>™ &amp; © 2013 Harbour Wire, Inc., a paper.</p></div>")
    assert found["™ & © 2013 Harbour Wire, Inc., a paper."] == "boilerplate"


_LONG_TITLE = "Bridge over the Norlum closed until the end of March"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='og:site_name' content='Harbour Wire'>",
        "<meta property='og:site_name' content='The Harbour Wire of Brennick'>",
        f"<title>{_LONG_TITLE} | Harbour Wire</title>",
    ],
)
def test_the_name_of_the_site_is_not_the_headline(head: str) -> None:
    top = "<h1><a href='#text'>Skip to text</a></h1><h1>Harbour Wire</h1>"
    said = f"{head}<meta property='og:title' content='{_LONG_TITLE}'>"
    found = kinds(f"<html><head>{said}</head><body><div>{top}<div>{TOLD}</div></div></body></html>")
    assert found[_LONG_TITLE] == "headline"
    assert "headline" not in (found["Harbour Wire"], found["Skip to text"])


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<meta property='og:site_name' content='Harbour Wire'>",
        f"<title>{_LONG_TITLE} | Harbour Wire</title>",
        "<title>Harbour Wire | Mayor quits</title>",
    ],
)
def test_a_short_headline_under_a_long_title_stays(head: str) -> None:
    said = f"{head}<meta property='og:title' content='{_LONG_TITLE}'>"
    found = kinds(f"<html><head>{said}</head><body><h1>Mayor quits</h1><div>{TOLD}</div></body></html>")
    assert found["Mayor quits"] == "headline"
    assert _LONG_TITLE not in found


def test_a_headline_in_other_words_than_the_title_stays() -> None:
    head = "<meta property='og:title' content='Bridge over the Norlum closed until March'>"
    found = page(f"<div><h1>No way across until March, says mayor</h1><div>{TOLD}</div></div>", head)
    assert found["No way across until March, says mayor"] == "headline"
    assert "Bridge over the Norlum closed until March" not in found


def test_a_reader_with_initials_signs_a_comment_too() -> None:
    assert page(f"<h1>Bridge closed</h1>{TOLD}<p>Posted by: G. Moore, 28 Sep 2011 | 08:54</p>")[
        "Posted by: G. Moore, 28 Sep 2011 | 08:54"
    ] == ("boilerplate")


def test_a_nul_that_slipped_into_a_page_is_left_out_and_told() -> None:
    text = f"<html><body><h1>Bridge closed</h1>{TOLD * 20}<p>Year\0 23</p></body></html>"
    (article,) = read_bytes(text.encode(), "page.html")
    assert isinstance(article, Article), article
    assert "\0" not in article.text
    assert "1 NUL character left out" in " ".join(article.notes)


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ("09:15", "2025-02-10"),  # in Honolulu it was the evening before
        ("16:34", "2025-02-11"),  # nowhere was it still the day before
    ],
)
def test_the_day_of_the_address_is_that_of_a_place_on_earth(clock: str, day: str) -> None:
    head = (
        f"<meta property='article:published_time' content='2025-02-11T{clock}:00Z'>"
        "<link rel='canonical' href='https://a.example/20250210-bridge-closed'>"
    )
    (article,) = read_bytes(f"<html><head>{head}</head><body>{TOLD}</body></html>".encode(), "page.html")
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.value[:10] == day

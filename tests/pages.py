"""Forty pages as papers, blogs and agencies build them, made here: what dates them, and what misleads beside it."""

from __future__ import annotations

from typing import NamedTuple

LEAD = "The council of Brennick said that the bridge over the Norlum was to be closed until the end of the season."
MORE = "Nobody was hurt when a cable tore, the council said; ferries will run until the bridge is open again, it added."
LAST = "The bridge was built in 1987, and repaired after the flood of 3 March 1999, as the mayor recalled yesterday."
TODAY = "<div id='today'>Saturday, 14 June 2031</div>"
OLD = "<div class='related'><h3>Related</h3><ul><li><a href='/1'>Weir mended</a> <span class='date'>2 May 2011</span></li></ul></div>"
COMMENTS = "<div id='comments'><p class='comment-meta'><time datetime='2025-02-20T10:00'>20 February 2025</time></p><p>Good.</p></div>"
FOOT = "<footer><p>Copyright &copy; 2009-2024 Harbour Wire. Last change: 1 January 2024</p></footer>"


class Page(NamedTuple):
    """A page: what is in its head and body, the day it was published, the time where it is stated."""

    name: str
    html: str
    day: str
    time: str = ""


def _page(name: str, head: str, body: str, day: str, time: str = "", lang: str = "en") -> Page:
    """Put the parts between what every page has; `{text}` is the article."""
    text = f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"
    html = (
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>Bridge closed</title>{head}</head>"
        f"<body>{body.replace('{text}', text)}{FOOT}</body></html>"
    )
    return Page(name, html, day, time)


def _ld(words: str) -> str:
    return f"<script type='application/ld+json'>{words}</script>"


def _url(path: str) -> str:
    return f"<link rel='canonical' href='https://a.example/{path}'>"


H1 = "<h1>Bridge closed</h1>"
MAIN = f"<main><article>{H1}{{text}}</article></main>"
D = "2025-02-11"
PAGES = (
    _page("json-ld", _ld('{"@type":"NewsArticle","datePublished":"2025-02-11T09:33:00+01:00","dateModified":"2025-02-19"}'), MAIN + OLD, D, "09:33:00"),
    _page("json-ld-graph", _ld('{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2025-02-11"}]}'), MAIN, D),
    _page("json-ld-broken", _ld('{"@type":"Article","headline":"Brid\nge "closed"","datePublished":"2025-02-11",}'), MAIN + OLD, D),
    _page("json-ld-cdata", _ld('//<![CDATA[\n{"@type":["NewsArticle"],"datePublished":"2025-02-11"}\n//]]>'), MAIN, D),
    _page("json-ld-of-others", _url("b") + _ld('[{"@type":"Article","url":"https://a.example/a","datePublished":"2019-01-01"},{"@type":"Article","url":"https://a.example/b","datePublished":"2025-02-11"}]'), MAIN, D),
    _page("open-graph", "<meta property='article:modified_time' content='2025-03-02'><meta property='article:published_time' content='2025-02-11T09:33'>", MAIN + OLD, D, "09:33"),
    _page("dublin-core", "<meta name='DC.date.issued' content='11 February 2025'>", MAIN, D),
    _page("parsely", "<meta name='parsely-pub-date' content='2025-02-11T22:33:00Z'>", MAIN, D),
    _page("meta-with-words", "<meta name='pubdate' content='Published: 11.02.2025 | 09:33'>", MAIN, D),
    _page("template-date", "<meta name='date' content='2012-01-01'>", f"<article>{H1}<p class='entry-date'>February 11, 2025</p>{{text}}</article>", D),
    _page("vague-date-alone", "<meta name='date' content='2025-02-11'>", MAIN + OLD, D),
    _page("itemprop", "", f"<article>{H1}<span itemprop='datePublished' content='2025-02-11'>yesterday</span>{{text}}</article>{OLD}", D),
    _page("time-element", "", f"<article>{H1}<time datetime='2025-02-11T09:33'>11 Feb</time>{{text}}</article>{COMMENTS}", D, "09:33"),
    _page("time-published-and-updated", "", f"<article>{H1}<time class='updated' datetime='2025-02-19'>19</time><time class='entry-date published' datetime='2025-02-11'>11</time>{{text}}</article>", D),
    _page("time-words-alone", "", f"<article>{H1}<time>February 11, 2025</time>{{text}}</article>", D),
    _page("teaser-first", "", f"<div class='teaser'><time datetime='2025-03-05'>5 March</time></div><article>{H1}<time datetime='2025-02-11'>11</time>{{text}}</article>", D),
    _page("comments-only-later", "", f"{H1}<p class='date'>11 February 2025</p>{{text}}{COMMENTS}", D),
    _page("address", _url("2025/02/11/bridge"), MAIN + OLD, D),
    _page("address-and-utc", _url("2025/02/11/bridge") + "<meta property='article:published_time' content='2025-02-12T02:33:00Z'>", MAIN, D),
    _page("address-compact", _url("news/bridge-20250211.html"), MAIN + COMMENTS, D),
    _page("wordpress", "", f"<article>{H1}<div class='entry-meta'>Posted on <a href='#'>February 11, 2025</a> by admin | 3 Comments</div>{{text}}</article>{COMMENTS}", D),
    _page("blogger", "", "<h2 class='date-header'><span>Tuesday, February 11, 2025</span></h2><h3 class='post-title'>Bridge closed</h3>{text}<span class='widget'>May 2, 2011</span>", D),
    _page("hatom", "", f"{H1}<abbr class='published' title='2025-02-11T09:33:00+01:00'>9:33</abbr>{{text}}", D, "09:33:00"),
    _page("drupal", "", f"{H1}<span class='submitted'>Submitted by jane on Tue, 02/11/2025 - 09:33</span>{{text}}", D),
    _page("visible-line", "", f"{TODAY}<main>{H1}<p>11 February 2025</p>{{text}}</main>", D),
    _page("visible-label", "", f"{TODAY}<main>{H1}<p>Published: 9:33 a.m., Feb. 11, 2025</p>{{text}}</main>", D, "09:33"),
    _page("visible-and-utc", "<meta property='article:published_time' content='2025-02-10T22:33:00Z'>", f"<main>{H1}<p>09:33, February 11, 2025</p>{{text}}</main>", D, "09:33"),
    _page("updated-line", "<meta property='article:published_time' content='2025-02-11'>", f"<main>{H1}<p>Last updated: 19 February 2025</p>{{text}}</main>", D),
    _page("china-daily", "", f"{H1}<div class='info_l'>By Zhang San | China Daily | Updated: 2025-02-11 09:33</div>{{text}}", D),
    _page("german", "", f"<article>{H1}<span class='datum'>Dienstag, 11. Februar 2025, 9:33 Uhr</span>{{text}}</article>{OLD}", D, lang="de"),
    _page("german-numbers", "", f"<article>{H1}<p class='meta'>Von Klara Brandeis | 11.02.2025</p>{{text}}</article>", D, lang="de"),
    _page("short-year", "", f"<article>{H1}<p class='date'>11.02.25</p>{{text}}</article>", D, lang="de"),
    _page("french", "", f"<article>{H1}<p class='publication'>Publié le 11 février 2025 à 09h33</p>{{text}}</article>", D, lang="fr"),
    _page("spanish", "", f"<article>{H1}<div class='fecha'>11 de febrero de 2025</div>{{text}}</article>{OLD}", D, lang="es"),
    _page("portuguese", "", f"<article>{H1}<div class='post-info'>Por Ana em 11 de fevereiro de 2025</div>{{text}}</article>", D, lang="pt"),
    _page("russian", "", f"<article>{H1}<div class='article__date'>11 февраля 2025, 09:33</div>{{text}}</article>", D, lang="ru"),
    _page("polish", "", f"<article>{H1}<div class='date'>11 lutego 2025</div>{{text}}</article>", D, lang="pl"),
    _page("chinese", "", f"{H1}<div class='info'>2025年02月11日 09:33 来源</div>{{text}}", D, lang="zh"),
    _page("british-numbers", "<link rel='canonical' href='https://a.co.uk/bridge'>", f"<article>{H1}<p class='post-date'>11/02/2025</p>{{text}}</article>", D),
    _page("numbers-settled-by-the-address", _url("2025/02/11/bridge"), f"<article>{H1}<p>Published: 11/02/2025</p>{{text}}</article>", D),
    _page("no-date-of-a-program", "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>", f"<article>{H1}<p class='date'>11 Feb 2025</p>{{text}}</article>", D),
    _page("script-data", "", MAIN + "<script>window.data = {\"article\":{\"publishedAt\":\"2025-02-11T09:33:00+01:00\"}}</script>", D, "09:33:00"),
    _page("footer-only", "", f"{H1}{{text}}<div class='post-footer'>Posted at 9:33 on February 11, 2025</div>", D),
    _page("line-of-its-own", "", f"{H1}{{text}}<div><b>Brennick, 11 February 2025</b></div>", D),
)  # fmt: skip
UNDATED = (
    _page("copyright-alone", "", MAIN, ""),
    _page("month-alone", "", f"<article>{H1}<p class='date'>February 2025</p>{{text}}</article>", ""),
    _page("relative", "", f"<article>{H1}<p class='date'>3 hours ago</p>{{text}}</article>", ""),
)

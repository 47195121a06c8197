"""Any text at all: never an exception, spans exact, times in order.

The random texts are the same in every run (hypothesis derives them from the tests' own names, the shuffles from SEEDS);
a failure prints the text. That work grows no faster than the text is in test_linear.py.
"""

from __future__ import annotations

import random
import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.grammar.lexicon import fold
from timeline.model import Article, Block, Domain, Published, Span
from timeline.pipeline import tag, timeline_of

TUESDAY = "2025-02-11"
SEEDS = (1, 2, 3)
steady = settings(
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    max_examples=300,
    suppress_health_check=list(HealthCheck),
)


def check(text: str, domain: Domain = Domain.NEWS, published: str | None = TUESDAY) -> int:
    """Tag a text and hold the answer against it; give the number of times found."""
    end = 0
    timexes = tag(text, published, domain, "en")
    for timex in timexes:
        assert end <= timex.span.start < timex.span.end <= len(text), (timex, text[-80:])
        assert text[timex.span.start : timex.span.end] == timex.span.of(text)
        assert timex.span.of(text).strip() != ""
        assert timex.type in ("DATE", "TIME", "DURATION", "SET")
        assert timex.value != ""
        if timex.interval and None not in timex.interval:
            assert timex.interval.start < timex.interval.end  # type: ignore[operator]
        end = timex.span.end
    return len(timexes)


def check_article(text: str) -> None:
    """Run the whole pipeline over a text: every sentence, event and fate points into it."""
    article = Article("a", text, Published(TUESDAY, "user"), (Block("body", Span(0, len(text))),))
    timeline = timeline_of(article)
    for event in timeline.events:
        assert event.quote == event.provenance.sentence.span.of(text)
        assert event.headline.strip() != ""
    assert {timex.span for timex in timeline.timexes} <= {fate.timex.span for fate in timeline.fates}


@pytest.mark.parametrize("published", ["-0479-03-01", "0001-01-01", "9999-12-31"])
def test_an_article_may_be_published_at_either_end_of_time(published: str) -> None:
    """A day of speech before the year 1 used to be told in a notation that explanations cannot read."""
    text = (
        "Rescuers had found the wreck on Saturday, the navy said on Sunday. It left a year ago. It comes back tomorrow."
    )
    article = Article("a", text, Published(published, "user"), (Block("body", Span(0, len(text))),))
    assert len(timeline_of(article).events) >= 3


# ---- random texts -------------------------------------------------------------------------------------------------

PIECES = [
    "May",
    "March",
    "second",
    "Sun",
    "Sat",
    "spring",
    "fall",
    "may",
    "Monday",
    "Friday",
    "last",
    "next",
    "this",
    "the",
    "a",
    "of",
    "from",
    "to",
    "between",
    "and",
    "since",
    "until",
    "by",
    "at",
    "on",
    "in",
    "ago",
    "later",
    "earlier",
    "days",
    "weeks",
    "months",
    "years",
    "two",
    "three",
    "10",
    "1984",
    "2025",
    "'98",
    "1990s",
    "3rd",
    "31",
    "29",
    "February",
    "noon",
    "5",
    "p.m.",
    "10:30",
    "1/2",
    "2025-02-30",
    "99/99/9999",
    "BC",
    "AD",
    "480",
    "every",
    "mid-",
    "early",
    "late",
    "end",
    "quarter",
    "half",
    "decade",
    "century",
    "Christmas",
    ",",
    ".",
    "-",
    "–",
    ":",
    "(",
    ")",
    "'",
    '"',
    "\n",
]

texts = st.text(alphabet=st.characters(), max_size=300)
collages = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@steady
@given(texts)
def test_random_unicode(text: str) -> None:
    check(text)


@steady
@given(
    st.one_of(collages, glued),
    st.sampled_from(Domain),
    st.sampled_from([TUESDAY, "2024-02-29", "0001-01-01", "9999-12-31", "-0479-05-01", None]),
)
def test_random_time_words(text: str, domain: Domain, published: str | None) -> None:
    check(text, domain, published)


@steady
@given(collages)
def test_random_articles(text: str) -> None:
    check_article(text)


@steady
@given(collages)
def test_reading_again_gives_the_same(text: str) -> None:
    assert tag(text, TUESDAY, Domain.NEWS, "en") == tag(text, TUESDAY, Domain.NEWS, "en")


@steady
@given(
    st.integers(-10_000, 12_000),
    st.integers(0, 99),
    st.sampled_from(
        ["{0}", "{0} BC", "AD {0}", "in {0}", "{0}s", "{1} May {0}", "May {1}, {0}", "{1}/{1}/{0}", "{0}-{1}-{1}"]
    ),
)
def test_any_number_as_a_year(year: int, day: int, shape: str) -> None:
    check(f"It began on {shape.format(year, day)} and ended.")


@pytest.mark.parametrize("seed", SEEDS)
def test_shuffled_news(seed: int, seeds) -> None:
    """Real sentences cut into words and thrown together: the words of a news text in every wrong order."""
    words = " ".join(path.read_text("utf-8") for path in sorted(seeds.iterdir()) if path.suffix == ".txt").split()
    random.Random(seed).shuffle(words)  # noqa: S311
    check(" ".join(words))
    check_article(" ".join(words[:500]))


# ---- every code point ---------------------------------------------------------------------------------------------

CHUNK = 0x4000


@pytest.mark.parametrize("start", range(0, 0x110000, CHUNK), ids=hex)
def test_every_code_point(start: int) -> None:
    signs = "".join(map(chr, range(start, start + CHUNK)))
    assert len(fold(signs)) == len(signs)
    assert check(f"It met on Monday, {signs} and on 5 May 2020.") >= 2


def odd_signs() -> list[str]:
    """Signs that a pattern may take for a digit, a space, a dash or a quotation mark, or that grow when folded."""
    kinds = {"Nd", "No", "Nl", "Zs", "Zl", "Zp", "Pd", "Pi", "Pf", "Cf", "Cc", "Mn"}
    every = map(chr, range(0x110000))
    return [
        sign for sign in every if unicodedata.category(sign) in kinds or len(sign.lower()) > 1 or len(sign.upper()) > 1
    ]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("''", "''"), ("(", ")"), ("", "")])
def test_a_text_may_end_anywhere(root: Path, opening: str, closing: str) -> None:
    """A saying of two sentences used to be looked for behind the end of the text."""
    cases = [
        case for path in (root / "tests/corpus/en").glob("*.toml") for case in tomllib.loads(path.read_text())["case"]
    ]
    for text in {text.translate({ord("["): None, ord("]"): None}) for case in cases for text in case["texts"]}:
        quoted = f"It went. {opening}It came. {text}{closing}"
        for end in range(len(quoted) - 3, len(quoted) + 1):
            check(quoted[:end])


def test_odd_signs_inside_dates() -> None:
    signs = odd_signs()
    assert len(signs) > 3000
    for shape in (
        "{0} May 2020",
        "5{0}May 2020",
        "May 5{0} 2020",
        "2020{0}05-06",
        "10:{0}0 p.m.",
        "last{0}week",
        "Mon{0}day",
        "'{0}8",
        "{0}{0}/{0}/2020",
    ):
        check("; ".join(shape.format(sign) for sign in signs))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\0",
        "\ud800",
        "Monday\udfff",
        "İ" * 50 + "Monday",
        "\ufeffMonday",
        "Monday\u200b",
        "Μay 5",
        "٣ May ٢٠٢٠",
        "5\u00a0May\u202f2020",
    ],
)
def test_odd_texts(text: str) -> None:
    check(text)
    check_article(text)


def test_a_letter_that_grows_when_folded_shifts_nothing() -> None:
    text = "İstanbul, İİ: they met on Monday."
    (timex,) = tag(text, TUESDAY, Domain.NEWS, "en")
    assert timex.span.of(text) == "Monday"

"""Any text at all: never an exception, spans exact, times in order, and work that grows no faster than the text.

The random texts are the same in every run (hypothesis derives them from the tests' own names); a failure prints the
text. Work is counted, not timed: each line of Python that runs is one step. What runs inside the compiled scan is
no step of Python, so the longest texts also go through a process with a bound on its processor time.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.grammar.lexicon import fold
from timeline.model import Article, Block, Domain, Published, Span
from timeline.pipeline import tag, timeline_of

TUESDAY = "2025-02-11"
SEEDS = (1, 2, 3)
steady = settings(derandomize=True, deadline=None, database=None, print_blob=True, max_examples=300, suppress_health_check=list(HealthCheck))


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


# ---- random texts -------------------------------------------------------------------------------------------------

PIECES = (
    "May March second Sun Sat spring fall may Monday Friday last next this the a of from to between and since until by at on "
    "in ago later earlier days weeks months years two three 10 1984 2025 '98 1990s 3rd 31 29 February noon 5 p.m. 10:30 1/2 "
    "2025-02-30 99/99/9999 BC AD 480 every mid- early late end quarter half decade century Christmas , . - – : ( ) ' \" \n"
).split(" ")

texts = st.text(alphabet=st.characters(), max_size=300)
collages = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@steady
@given(texts)
def test_random_unicode(text: str) -> None:
    check(text)


@steady
@given(st.one_of(collages, glued), st.sampled_from(Domain), st.sampled_from([TUESDAY, "2024-02-29", "0001-01-01", "9999-12-31", "-0479-05-01", None]))
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
@given(st.integers(-10_000, 12_000), st.integers(0, 99), st.sampled_from(["{0}", "{0} BC", "AD {0}", "in {0}", "{0}s", "{1} May {0}", "May {1}, {0}", "{1}/{1}/{0}", "{0}-{1}-{1}"]))
def test_any_number_as_a_year(year: int, day: int, shape: str) -> None:
    check(f"It began on {shape.format(year, day)} and ended.")


@pytest.mark.parametrize("seed", SEEDS)
def test_shuffled_news(seed: int, seeds) -> None:  # noqa: ANN001
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
    """Signs that a pattern may take for a digit, a letter, a space, a dash or a quotation mark, or that change size when folded."""
    kinds = {"Nd", "No", "Nl", "Zs", "Zl", "Zp", "Pd", "Pi", "Pf", "Cf", "Cc", "Mn"}
    every = map(chr, range(0x110000))
    return [sign for sign in every if unicodedata.category(sign) in kinds or len(sign.lower()) > 1 or len(sign.upper()) > 1]


def test_odd_signs_inside_dates() -> None:
    signs = odd_signs()
    assert len(signs) > 3000
    for shape in ("{0} May 2020", "5{0}May 2020", "May 5{0} 2020", "2020{0}05-06", "10:{0}0 p.m.", "last{0}week", "Mon{0}day", "'{0}8", "{0}{0}/{0}/2020"):
        check("; ".join(shape.format(sign) for sign in signs))


@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\ud800", "Monday\udfff", "İ" * 50 + "Monday", "\ufeffMonday", "Monday\u200b", "Μay 5", "٣ May ٢٠٢٠", "5\u00a0May\u202f2020"])
def test_odd_texts(text: str) -> None:
    check(text)
    check_article(text)


def test_a_letter_that_grows_when_folded_shifts_nothing() -> None:
    text = "İstanbul, İİ: they met on Monday."
    (timex,) = tag(text, TUESDAY, Domain.NEWS, "en")
    assert timex.span.of(text) == "Monday"


# ---- work grows with the text -------------------------------------------------------------------------------------

ENDLESS: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "ands": lambda n: "and " * (n // 4),
    "spaces": lambda n: " " * n,
    "lines": lambda n: "\n" * n,
    "brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "opened": lambda n: "(" * n,
    "quotes": lambda n: '"' * n,
    "stops": lambda n: "." * n,
    "1/1/1": lambda n: "1/" * (n // 2),
    "1-1-1": lambda n: "1-" * (n // 2),
    "1.1.1": lambda n: "1." * (n // 2),
    "10:10:10": lambda n: "10:" * (n // 3),
    "1,000,000": lambda n: "1" + ",000" * (n // 4),
    "May 1, 2, 3": lambda n: "May " + ", ".join(str(i % 31 + 1) for i in range(n // 4)),
    "two two two": lambda n: "two " * (n // 4),
    "hundred thousand": lambda n: "hundred thousand and " * (n // 21),
    "the last the last": lambda n: "the last " * (n // 9),
    "the end of the end of": lambda n: "the end of " * (n // 11) + "May",
    "Monday Monday": lambda n: "Monday " * (n // 7),
    "Monday and": lambda n: "Monday and " * (n // 11),
    "Mondaymonday": lambda n: "monday" * (n // 6),
    "from Monday to": lambda n: "from Monday to " * (n // 15),
    "letters": lambda n: "a" * n,
    "hyphens": lambda n: "mid-" * (n // 4),
    "apostrophes": lambda n: "'s" * (n // 2),
    "sentences": lambda n: "He said on Monday it rained. " * (n // 29),
    "one sentence": lambda n: "he said on Monday that it rained, " * (n // 34),
    "one quotation": lambda n: '"' + "it rained on Monday, he said, " * (n // 30),
    "abbreviations": lambda n: "Jan. " * (n // 5),
    "paragraphs": lambda n: "It rained on Monday.\n\n" * (n // 22),
}


class Steps:
    """Counts the lines of Python that run: each turn of a loop, also inside a comprehension, is one."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: object, event: str, argument: object) -> Steps:
        self.count += event == "line"
        return self


def steps_of(work: Callable[[], object]) -> int:
    counter, before = Steps(), sys.gettrace()
    sys.settrace(counter)
    try:
        work()
    finally:
        sys.settrace(before)
    return counter.count


def grows_no_faster(read: Callable[[str], object], make: Callable[[int], str], size: int) -> None:
    """Hold the steps that one more stretch costs in a long text against those it costs in a short one.

    With equal costs ten times the text takes ten times the steps; what is quadratic costs four times as much here.
    """
    read(make(11 * size))  # what is learned of words is learned once
    counts = {times: steps_of(lambda text=make(times * size): read(text)) for times in (2, 3, 10, 11)}  # type: ignore[misc]
    early, late = counts[3] - counts[2], counts[11] - counts[10]
    assert late <= 1.2 * early + 500, f"{early} steps for {size} more characters in a short text, {late} in a long one"


def tagged(text: str) -> object:
    return tag(text, TUESDAY, Domain.NEWS, "en")


def told(text: str) -> object:
    return tag(text, TUESDAY, Domain.NARRATIVE, "en")


@pytest.mark.parametrize("name", ENDLESS)
@pytest.mark.parametrize("read", [tagged, told], ids=["news", "narrative"])
def test_tagging_is_linear(name: str, read: Callable[[str], object]) -> None:
    grows_no_faster(read, ENDLESS[name], 1_000)


@pytest.mark.parametrize("name", ENDLESS)
def test_the_whole_pipeline_is_linear(name: str) -> None:
    def whole(text: str) -> object:
        blocks = [Block("body", Span(at, at + len(part))) for at, part in paragraphs(text) if part.strip()]
        return timeline_of(Article("a", text, Published(TUESDAY, "user"), tuple(blocks)))

    grows_no_faster(whole, ENDLESS[name], 1_000)


def paragraphs(text: str) -> list[tuple[int, str]]:
    at, found = 0, []
    for part in text.split("\n\n"):
        found.append((at, part))
        at += len(part) + 2
    return found


def test_counting_sees_what_is_not_linear() -> None:
    def slow(text: str) -> object:
        return [[a < b for b in text] for a in text]

    with pytest.raises(AssertionError, match="steps for 100 more characters"):
        grows_no_faster(slow, lambda n: "x" * n, 100)


# ---- a megabyte of each -------------------------------------------------------------------------------------------

MEGABYTE, SECONDS = 1_000_000, 60
DENSE = {name for name, make in ENDLESS.items() if "Monday" in make(200) or "Jan" in make(200)}  # every word is a time


def test_a_megabyte_of_each_is_read_within_a_bound() -> None:
    """A minute of processor time is many times what they take; a text that is not linear takes hours."""
    texts = {name: make(MEGABYTE // 10 if name in DENSE else MEGABYTE) for name, make in ENDLESS.items()}
    texts["100,000 ands"] = "and " * 100_000
    lines = "".join(json.dumps({"id": name, "published": TUESDAY, "text": text}) + "\n" for name, text in texts.items())
    ended = subprocess.run(
        [sys.executable, "-m", "timeline", "tag", "--jsonl"],
        input=lines.encode(),
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),  # noqa: PLW1509
    )
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == list(texts)
    assert (ended.returncode, ended.stderr) == (0, b"")
    for answer in answers:
        text = texts[answer["id"]]
        assert all(text[found["start"] : found["end"]] == found["text"] for found in answer["timexes"])

"""Ten times the text, ten times the work and no more: counted, not timed.

Each line of Python that runs is one step. What runs inside the compiled scan is no step of Python, so the longest
texts also go through a process with a bound on its processor time.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from timeline.model import Article, Block, Domain, Published, Span
from timeline.pipeline import tag, timeline_of
from timeline.reading import read_bytes

TUESDAY = "2025-02-11"

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
    "todayyy": lambda n: "toda" + "y" * n,
    "hashtags": lambda n: "#friday " * (n // 8),
    "7/4 7/5": lambda n: "7/4 " * (n // 4),
    "hyphens": lambda n: "mid-" * (n // 4),
    "apostrophes": lambda n: "'s" * (n // 2),
    "sentences": lambda n: "He said on Monday it rained. " * (n // 29),
    "one sentence": lambda n: "he said on Monday that it rained, " * (n // 34),
    "one quotation": lambda n: '"' + "it rained on Monday, he said, " * (n // 30),
    "abbreviations": lambda n: "Jan. " * (n // 5),
    "a line left": lambda n: (
        "In May 1940 it stalled. The treaty that had been signed in May 1938 held " + "two days, " * (n // 10)
    ),
    "years before Christ": lambda n: "It fell in 49 BC. " + "in 47 " * (n // 6),
    "hours": lambda n: "last night. " + "@ 4 " * (n // 4),
    "a year in passing": lambda n: "the long old book of the king in 1938, " * (n // 39),
    "paragraphs": lambda n: "It rained on Monday.\n\n" * (n // 22),
}


class Steps:
    """Counts the lines of Python that run: each turn of a loop, also inside a comprehension, is one."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, _frame: object, event: str, _argument: object) -> Steps:
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
    counts = {}
    for times in (2, 3, 10, 11):
        text = make(times * size)
        counts[times] = steps_of(lambda: read(text))  # noqa: B023  (read before the next turn)
    early, late = counts[3] - counts[2], counts[11] - counts[10]
    assert late <= 1.2 * early + 500, f"{early} steps for {size} more characters in a short text, {late} in a long one"


def tagged(text: str) -> object:
    return tag(text, TUESDAY, Domain.NEWS, "en")


def told(text: str) -> object:
    return tag(text, TUESDAY, Domain.NARRATIVE, "en")


def posted(text: str) -> object:
    return tag(text, TUESDAY, Domain.COLLOQUIAL, "en")


@pytest.mark.parametrize("name", ENDLESS)
@pytest.mark.parametrize("read", [tagged, told, posted], ids=["news", "narrative", "colloquial"])
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


def test_reading_the_parts_of_a_news_item_is_linear() -> None:
    def item(size: int) -> str:
        return f"<nitf><body><body.head>{'<byline>By A. Skarrow</byline>' * (size // 30)}</body.head></body></nitf>"

    grows_no_faster(lambda text: list(read_bytes(text.encode(), "a.xml")), item, 3_000)


def test_a_list_is_read_as_fast_as_lines() -> None:
    """What is done of the whole input for each article in it shows here: it takes twenty times as long then."""
    rows = [json.dumps({"text": f"The mill {number} burned. " * 80}) for number in range(2_000)]
    times = []
    for text in ("\n".join(rows), f"[{','.join(rows)}]"):
        begun = time.process_time()
        assert len(list(read_bytes(text.encode(), "a.json"))) == len(rows)
        times.append(time.process_time() - begun)
    assert times[1] < 4 * times[0], times


def test_counting_sees_what_is_not_linear() -> None:
    def slow(text: str) -> object:
        return [[a < b for b in text] for a in text]

    with pytest.raises(AssertionError, match="steps for 100 more characters"):
        grows_no_faster(slow, lambda n: "x" * n, 100)


# ---- a megabyte of each -------------------------------------------------------------------------------------------

MEGABYTE, SECONDS = 1_000_000, 120
TIMES = ("Monday", "Jan", "friday", "10:10")
DENSE = {name for name, make in ENDLESS.items() if any(time in make(200) for time in TIMES)}  # every word is a time


def test_a_megabyte_of_each_is_read_within_a_bound() -> None:
    """Two minutes of processor time is many times what they take; a text that is not linear takes hours."""
    texts = {name: make(MEGABYTE // 10 if name in DENSE else MEGABYTE) for name, make in ENDLESS.items()}
    texts["100,000 ands"] = "and " * 100_000
    lines = "".join(json.dumps({"id": name, "published": TUESDAY, "text": text}) + "\n" for name, text in texts.items())
    ended = subprocess.run(
        [sys.executable, "-m", "timeline", "tag", "--jsonl"],
        input=lines.encode(),
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
    )
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == list(texts)
    assert (ended.returncode, ended.stderr) == (0, b"")
    for answer in answers:
        text = texts[answer["id"]]
        assert all(text[found["start"] : found["end"]] == found["text"] for found in answer["timexes"])

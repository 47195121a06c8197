"""A store made by hand: every shape an event and an article can have, independent of the rules of any language."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from timeline.calendar import DAY
from timeline.label import label_of
from timeline.meaning import PUBLISHED
from timeline.model import (
    Alternative,
    Anchor,
    Article,
    Block,
    Cue,
    Event,
    Explanation,
    Fate,
    Mention,
    Modality,
    Provenance,
    Published,
    Sentence,
    Span,
    Step,
    Timeline,
    Timex,
)
from timeline.notation import parse_edtf, parse_period
from timeline.store import Store

SMELTER = """\
Published: 14 February 2025, 08:15
Skarrow smelter may reopen in June
By Ina Holm

SKARROW - The smelter burned for three days. Fire crews left late Saturday, the mayor said.

Inspectors worked at the site from 10 to 14 February 2025 and took samples. The plant will reopen in June 2025.

READ MORE: Harbour sold on Friday

The mayor denied on Wednesday that an alarm was off. A worker alleged that alarms failed on 7 February 2025. \
The ministry may publish its report in spring 2025. The works are currently shut.

The smelter was built in the 1990s. It has been closed since 2024. On 31 October 1997 a chimney was refused.
"""
WELL = """\
The parish well was cleaned on Saturday, <script>alert(1)</script> & the sexton wrote. It took two days.
"""
HISTORY = "The fleet was beaten in 480 BC at the strait of Amareth.\n"
GERMAN = "Die Brücke wurde am 8. November 2024 eröffnet.\n"


@dataclass(frozen=True)
class Told:
    """Words of a text and what became of them."""

    words: str
    edtf: str | None = None
    trigger: str = ""
    modality: str = "happened"
    basis: str = "stated"
    mod: str | None = None
    type: str = "DATE"
    value: str | None = None
    fate: str = "event"
    reason: str = ""


@dataclass(frozen=True)
class Made:
    """An article and what it tells."""

    text: str
    title: str
    source: str | None
    published: str | None
    told: tuple[Told, ...] = ()
    url: str | None = None
    lang: str = "en"
    notes: tuple[str, ...] = field(default=())


MADE = (
    Made(
        SMELTER,
        "Skarrow smelter may reopen in June",
        "Skarrow Courier",
        "2025-02-14T08:15",
        (
            Told("three days", type="DURATION", value="P3D", fate="duration", reason="says how long, not when"),
            Told("late Saturday", "2025-02-08", "left", mod="END"),
            Told("from 10 to 14 February 2025", "2025-02-10/2025-02-14", "worked"),
            Told("June 2025", "2025-06", "will reopen", "planned"),
            Told("on Wednesday", "2025-02-12", "denied", "denied"),
            Told("7 February 2025", "2025-02-07", "alleged", "alleged"),
            Told("spring 2025", "2025-21", "may publish", "possible"),
            Told("currently", value="PRESENT_REF", fate="vague", reason="points to no date"),
            Told("the 1990s", "199X", "built"),
            Told("since 2024", "2024/..", "closed"),
            Told("31 October 1997", "1997-10-31", "refused", basis="inherited"),
        ),
        "https://courier.example/smelter?a=1&b=2",
    ),
    Made(
        WELL,
        "The <b>parish</b> well",
        'Letter "of" <i>Skarrow</i>',
        None,
        (
            Told("on Saturday", None, "cleaned", value="XXXX-WXX-6"),
            Told("two days", type="DURATION", value="P2D", fate="duration", reason="says how long, not when"),
        ),
        "javascript:alert(1)",
        notes=("no publish date was found, so its relative dates stay open",),
    ),
    Made(HISTORY, "The straits of Amareth", None, "2020-01-01", (Told("480 BC", "-0479", "beaten", value="BC0480"),)),
    Made(GERMAN, "Die Brücke", "Uferbote", "2024-11-08", lang="de", notes=("there are no rules for German yet",)),
)


def fill(path: Path) -> Path:
    """Make the store at a path."""
    with Store.open(path) as store:
        for made in MADE:
            store.save(timeline(made))
    return path


def timeline(made: Made) -> Timeline:
    """Make the records of an article as the pipeline would."""
    text = made.text
    head = re.search(r"^Published: (.*)$", text, re.MULTILINE)
    published = made.published and Published(made.published, "header", span=Span(*head.span(1)) if head else None)
    identity = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        identity[:16],
        text,
        published or None,
        tuple(_blocks(made)),
        made.title,
        made.source,
        made.url,
        made.lang,
        sha256=identity,
    )
    fates, events = [], []
    for told in made.told:
        timex = _timex(article, told)
        event = _event(article, told, timex) if told.fate == "event" else None
        events += [event] if event else []
        fates.append(Fate(timex, told.fate, told.reason, event.id if event else None))
    sentences = tuple(event.provenance.sentence for event in events)
    timexes = tuple(fate.timex for fate in fates)
    return Timeline(article, sentences, timexes, tuple(events), tuple(fates), (), made.notes)


def _blocks(made: Made) -> list[Block]:
    blocks = []
    for line in re.finditer(r"[^\n]+", made.text):
        kinds = {"Published": "header", "By ": "byline", "READ MORE": "related", made.title: "headline"}
        kind = next((kind for start, kind in kinds.items() if line[0].startswith(start)), "body")
        start = line.start()
        if line[0].startswith("SKARROW - "):
            blocks.append(Block("dateline", Span(start, start + 7)))
            start += 10
        blocks.append(Block(kind, Span(start, line.end())))
    return blocks


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _timex(article: Article, told: Told) -> Timex:
    ranged = told.edtf and "/" in told.edtf and not told.edtf.endswith("/..")
    period = parse_period(told.edtf.removesuffix("/..")) if told.edtf and not ranged else None
    interval = parse_edtf(told.edtf) if told.edtf else None
    published = article.published
    return Timex(
        Mention(_find(article.text, told.words), "{part} {weekday}", PUBLISHED),
        told.type,
        told.value or told.edtf or "",
        told.mod,
        period=period,
        interval=interval,
        anchor=Anchor("published", published.value, published.basis, published.span) if published else None,
        direction="past",
        cue=Cue(_find(article.text, told.trigger), "a verb in the past tense") if told.trigger else None,
    )


def _event(article: Article, told: Told, timex: Timex) -> Event:
    text, trigger = article.text, _find(article.text, told.trigger)
    first = max(found.end() for found in re.finditer(r"^|\. |\n|SKARROW - ", text[: trigger.start]))
    last = re.compile(r"\.(?=\s)").search(text, max(timex.span.end, trigger.end))
    sentence = Sentence(Span(first, last.end() if last else len(text)), "body", 0)
    quote = sentence.span.of(text)
    explanation = Explanation(
        f"“{told.words}” is the last one before the day of publishing, because “{told.trigger}” is in the past tense.",
        "{part} {weekday}",
        (
            Step("words", f"“{told.words}”"),
            Step("rule", "{part} {weekday}"),
            Step("direction", f"past, because “{told.trigger}” is in the past tense"),
            Step("anchor", "the publish date Fri 14 Feb 2025, 08:15"),
            Step("worked out", "the last Saturday before Fri 14 Feb 2025"),
        ),
        (Alternative("2025-02-15", "no word points to the future"),),
    )
    return Event(
        hashlib.sha256(f"{article.id}{trigger}".encode()).hexdigest()[:16],
        " ".join(quote.split()[:12]),
        quote,
        timex.interval,
        timex.period.granularity if timex.period else DAY if timex.interval else None,
        told.edtf or "",
        label_of(timex.period, timex.interval, told.mod),
        told.basis,
        Modality(told.modality),
        Provenance(sentence, trigger, timex, explanation),
    )

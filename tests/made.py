"""Timelines made by hand, for tests that need records and not the engine that makes them."""

from __future__ import annotations

import hashlib

from timeline.calendar import DAY, DAY_SECONDS, Granularity, Interval, Period, day_number, interval_of
from timeline.label import label_of
from timeline.meaning import At
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
    article_id,
)
from timeline.notation import edtf, edtf_range, timex_value

TEXT = "Published: 2025-02-11\n\nOfficials reported late Saturday that talks ended. They may resume."
SATURDAY = Period(DAY, day_number(2025, 2, 8))


def span(text: str, words: str) -> Span:
    """Find words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def article(
    text: str = TEXT, published: str | None = "2025-02-11", basis: str = "header", source: str = "Example Wire", **more
) -> Article:
    """Make an article of one headline-less body block."""
    body = Span(text.find("\n\n") + 2, len(text)) if "\n\n" in text else Span(0, len(text))
    return Article(
        id=more.pop("id", article_id(text, more.get("url"), source)),
        text=text,
        published=Published(published, basis) if published else None,
        blocks=(Block("body", body),),
        title=more.pop("title", "Talks end"),
        source=source,
        **more,
    )


def saturday_timeline(**more) -> Timeline:
    """Make the timeline of TEXT: one event, "late Saturday", and one sentence that gave none."""
    made = article(**more)
    text = made.text
    first = Sentence(span(text, "Officials reported late Saturday that talks ended."), "body", 0)
    second = Sentence(span(text, "They may resume."), "body", 0)
    anchor = Anchor("published", made.published.value, made.published.basis) if made.published else None
    dated = made.published is not None
    timex = Timex(
        Mention(span(text, "late Saturday"), "{edge} {weekday}", At(SATURDAY)),
        "DATE",
        timex_value(SATURDAY) if dated else "XXXX-WXX-6",
        mod="END",
        period=SATURDAY if dated else None,
        interval=interval_of(SATURDAY) if dated else None,
        anchor=anchor,
        direction="past" if dated else None,
        cue=Cue(span(text, "reported"), "a verb in the past tense") if dated else None,
    )
    happening = event(made, first, "reported", timex)
    fate = Fate(timex, "event" if dated else "open", "dates “reported”" if dated else "no publish date", happening.id)
    notes = () if dated else ("no publish date was found",)
    return Timeline(made, (first, second), (timex,), (happening,), (fate,), ((second, "says no time"),), notes)


def event(made: Article, sentence: Sentence, trigger: str, timex: Timex | None, **more) -> Event:
    """Make an event of a sentence, dated by a timex."""
    where = span(made.text, trigger)
    interval = timex.interval if timex else None
    period = timex.period if timex else None
    explanation = Explanation(
        "The last Saturday before Tuesday 11 February 2025, because “reported” is past tense.",
        "{edge} {weekday}",
        (
            Step("words", "“late Saturday”"),
            Step("direction", "past, because “reported” is past tense"),
            Step("anchor", "the publish date Tue 11 Feb 2025, 09:33"),
            Step("result", "Sat 8 Feb 2025, late"),
        ),
        (Alternative("2025-02-15", "no word points to the future"),),
    )
    return Event(
        id=hashlib.sha256(f"{made.id}|{where}".encode()).hexdigest()[:16],
        headline=more.get("headline", "Officials reported late Saturday"),
        quote=sentence.span.of(made.text),
        interval=interval,
        granularity=period.granularity if period else None,
        edtf=edtf(period) if period else edtf_range(interval) if interval else "",
        label=label_of(period, interval, timex.mod if timex else None),
        basis=more.get("basis", "stated"),
        modality=more.get("modality", Modality.HAPPENED),
        provenance=Provenance(sentence, where, timex, explanation, more.get("conflict")),
        confidence=more.get("confidence"),
    )


def timeline_with(*intervals: Interval | None, source: str = "Example Wire", name: str = "x") -> Timeline:
    """Make a timeline with an event for each interval, each in a sentence of its own: "Event 0 took place." ..."""
    sentences = [f"Event {number} of {name} took place." for number in range(len(intervals))]
    made = article(" ".join(sentences) or name, source=source, title=f"About {name}")
    events, fates, spans = [], [], []
    for number, interval in enumerate(intervals):
        sentence = Sentence(span(made.text, sentences[number]), "body", 0)
        words = f"Event {number} of"
        timex = Timex(Mention(span(made.text, words), "made", At(SATURDAY)), "DATE", "X", interval=interval)
        happening = event(made, sentence, words, timex, headline=sentences[number])
        events.append(happening)
        spans.append(sentence)
        fates.append(Fate(timex, "event", "made", happening.id))
    return Timeline(made, tuple(spans), tuple(fate.timex for fate in fates), tuple(events), tuple(fates))


def days(first: int, last: int) -> Interval:
    """Give the stretch from one day number to another, both inclusive."""
    return Interval(first * DAY_SECONDS, (last + 1) * DAY_SECONDS)


def period(granularity: Granularity, number: int) -> Interval:
    """Give the stretch of a period."""
    return interval_of(Period(granularity, number))

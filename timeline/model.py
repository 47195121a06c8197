"""The records that pass from stage to stage: frozen, picklable, in code points of the stored text.

Article -> Sentence, Clause, Mention -> Timex -> Event. Nothing is mutated; each stage adds records that point at the
ones before by span. Spans are half-open, and `article.text[span.start:span.end]` is always the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from timeline.article import DATED_BLOCKS, Article, Block, Domain, Published, Span, article_id
from timeline.calendar import Granularity, Interval, Period
from timeline.meaning import Meaning

__all__ = [
    "DATED_BLOCKS",
    "Alternative",
    "Anchor",
    "Article",
    "Block",
    "Clause",
    "Cue",
    "Domain",
    "Event",
    "Explanation",
    "Fate",
    "Mention",
    "Modality",
    "Provenance",
    "Published",
    "Sentence",
    "Span",
    "Step",
    "Tense",
    "Timeline",
    "Timex",
    "article_id",
]


# ---- what the words say -----------------------------------------------------------------------------------------


class Mention(NamedTuple):
    """Words that say a time: where, by which rule, and what they mean with no date in it.

    range_end is True on the second of two mentions that a range ties ("from Monday to *Thursday*"); the first has
    range_start.
    """

    span: Span
    rule: str
    meaning: Meaning
    range_start: bool = False
    range_end: bool = False


class Tense(Enum):
    """Where a verb group points."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "present perfect"
    FUTURE = "future"
    NONE = "none"


class Modality(Enum):
    """How sure the text itself is that it happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    ALLEGED = "alleged"


class Sentence(NamedTuple):
    """A sentence of a block that may hold events."""

    span: Span
    kind: str
    paragraph: int


class Clause(NamedTuple):
    """A verb group and the words it governs.

    span      the words of the clause; clauses of a sentence are in order and may nest
    verb      the head of the verb group ("said" in "had said"), None in a fragment
    tense     of the verb group
    modality  from modals, negation and the verb it hangs on
    reports   the verb is one of saying ("said", "announced")
    governor  index in the sentence's clauses of the reporting clause it hangs on, None if it stands alone
    saying    the span of that reporting clause
    relative  it hangs on a noun ("which was interrupted ..."): the story's date does not pass through it
    quoted    it stands inside quotation marks
    """

    span: Span
    verb: Span | None
    tense: Tense
    modality: Modality
    reports: bool = False
    governor: int | None = None
    saying: Span | None = None
    relative: bool = False
    quoted: bool = False


# ---- dates ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date was reckoned from.

    kind   published | story | speech | enclosing | event
    value  the anchor itself, ISO 8601 or TIMEX3
    basis  for `published`, how the publish date was found
    span   the words that give the anchor, where the text has them
    """

    kind: str
    value: str
    basis: str | None = None
    span: Span | None = None


class Cue(NamedTuple):
    """The words that decided the direction, and what they are: "reported", a verb in the past tense."""

    span: Span
    reason: str


class Timex(NamedTuple):
    """A mention with its TIMEX3 value and, where it has one, its place in time.

    type        DATE | TIME | DURATION | SET
    value       TIMEX3: `2025-02-08`, `P3D`, `XXXX-WXX-6` when it stays open, `PRESENT_REF`
    period      the single period it names, None for ranges, durations, sets and open dates
    interval    what it covers, None when it covers nothing; independent of the value
    direction   past | same | future, None where nothing had to be decided
    flags       what a reader should know: "2025-02-10 is a Monday, the text says Tuesday"
    """

    mention: Mention
    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    period: Period | None = None
    interval: Interval | None = None
    anchor: Anchor | None = None
    direction: str | None = None
    cue: Cue | None = None
    flags: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.mention.span


class Alternative(NamedTuple):
    """A reading that lost, and why."""

    edtf: str
    reason: str


class Step(NamedTuple):
    """One step of an explanation; name: words | rule | direction | anchor | worked out | beware | result."""

    name: str
    words: str


class Explanation(NamedTuple):
    """Why a timex has its date: one plain sentence, then the chain a person can check."""

    sentence: str
    rule: str
    steps: tuple[Step, ...]
    alternatives: tuple[Alternative, ...]


# ---- happenings -------------------------------------------------------------------------------------------------


class Provenance(NamedTuple):
    """Where an event comes from: sentence, trigger and the chain of its date."""

    sentence: Sentence
    trigger: Span
    timex: Timex | None
    explanation: Explanation
    conflict: Timex | None = None


class Event(NamedTuple):
    """A dated clause.

    id           from the article's id and the trigger's span: stable when the date changes
    headline     at most 12 words, the article's own
    quote        the sentence, word for word
    interval     None when it cannot be dated yet
    edtf, label  the date as EDTF and as people read it: "Sat 8 Feb 2025, late"
    basis        stated | inherited | published
    confidence   measured share right for its kind, None until measured
    """

    id: str
    headline: str
    quote: str
    interval: Interval | None
    granularity: Granularity | None
    edtf: str
    label: str
    basis: str
    modality: Modality
    provenance: Provenance
    confidence: float | None = None


class Fate(NamedTuple):
    """What became of a timex: `event` with the event's id, or duration | set | vague | open | unused with a reason."""

    timex: Timex
    outcome: str
    reason: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything one article gave: the answer of `pipeline.timeline_of`.

    silent  sentences that gave no event, each with the reason in words
    notes   why a whole article gave nothing: no rules for its language
    """

    article: Article
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    fates: tuple[Fate, ...]
    silent: tuple[tuple[Sentence, str], ...] = ()
    notes: tuple[str, ...] = ()

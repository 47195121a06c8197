"""What an article has told so far: the day of its news, and the date told last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline.calendar import DAY, MONTH, Period, first_day
from timeline.events.dating import Dating, Rule
from timeline.events.lean import opening_side
from timeline.events.link import Link
from timeline.grammar.happenings import Side
from timeline.grammar.language import Language
from timeline.meaning import THAT_DAY, PartOf
from timeline.model import Clause, Domain, Tense

_RECENT: Final = 10  # days before the publish date: news tells of them as its own; what is older is background
_OPENING: Final = 5  # sentences, headline and date line included, in which the day of the news is told


class Ground(NamedTuple):
    """What stays the same for a whole article."""

    folded: str
    published: Period | None
    domain: Domain
    language: Language


class Thread(NamedTuple):
    """What the article has told so far: the date its news is of, the date told last.

    lead       the first recent day on which something happened
    said       the day of the last saying that has a day
    latest     the last of the days of the news on which something happened
    past       how many dates of long ago, and no others, it has told step by step from its first sentence on
    last       the date of the last clause that moved the story, with its sentence's place
    only_said  the date of the news is that of a saying
    plan       the day of what was told last to lie ahead, with its sentence's place
    """

    lead: Dating | None = None
    said: Dating | None = None
    last: Dating | None = None
    place: int = -9
    latest: Dating | None = None
    past: int = 0
    plan: Dating | None = None
    plan_place: int = -9
    only_said: bool = False

    @property
    def left_news(self) -> bool:
        """Say whether the date told last is only that of a saying, and the news is of another day."""
        if self.lead is None or self.last is None or self.said is None or self.only_said:
            return False
        return self.last.timexes == self.said.timexes != self.lead.timexes


def dating_of(link: Link) -> Dating:
    """Give the date of a link as it is stated."""
    return tuple.__new__(Dating, (link.timexes, link.period, link.interval, Rule.STATED))  # see Tagger.tag


def is_recent(ground: Ground, period: Period | None) -> bool:
    """Say whether a date is a day of the news: no wider than a day, and shortly before the publish date or on it."""
    if ground.published is None or period is None or period.granularity > DAY:
        return False
    return 0 <= ground.published.number - first_day(period) <= _RECENT


def moved(
    ground: Ground,
    thread: Thread,
    place: int,
    kind: str,
    clauses: Sequence[Clause],
    links: Sequence[Link],
) -> Thread:
    """Move the thread over a sentence: its first dated main clause moves the story, and the later ones move it on.

    The first that is recent leads. Captions and headlines move no story.
    """
    if not links:
        return thread
    said = _said(ground, clauses, links)
    if said:
        thread = thread._replace(said=said)
    if kind != "body":
        return thread
    plan = _planned(ground, clauses, links)
    if plan:
        thread = thread._replace(plan=plan, plan_place=place)
    moving = _moving(ground, clauses, [link for link in links if not (thread.past > 0 and _is_of_no_day(link))])
    if not moving:
        return thread
    latest = _latest(ground, thread.latest, moving)
    leads = place < _OPENING and is_recent(ground, moving[0].period)
    lead, past = thread.lead or (moving[0] if leads else None), _past(ground, thread, clauses, moving)
    only_said = thread.only_said if thread.lead else bool(leads and said and said.timexes == moving[0].timexes)
    return Thread(lead, thread.said, _last(moving), place, latest, past, thread.plan, thread.plan_place, only_said)


def _planned(ground: Ground, clauses: Sequence[Clause], links: Sequence[Link]) -> Dating | None:
    """Give the day that a main clause says lies ahead: "The queen will arrive on Monday"."""
    for link in links:
        clause, day = clauses[link.clause], link.period
        ahead = clause.tense is Tense.FUTURE and not (link.head or clause.relative or clause.quoted)
        if not ahead or day is None or ground.published is None or day.granularity > DAY:
            continue
        if first_day(day) > ground.published.number:
            return dating_of(link)
    return None


def _opens(ground: Ground, clauses: Sequence[Clause]) -> bool:
    """Say whether no sentence but a headline stands before."""
    return not ground.folded[: clauses[0].span.start].rstrip().endswith(_STOPS)


_STOPS: Final = (".", "!", "?", '"', "”", ")")


def _past(ground: Ground, thread: Thread, clauses: Sequence[Clause], moving: Sequence[Dating]) -> int:
    """Count the dates of long ago that an article tells one soon after the other and tells nothing else: a history."""
    count, last = thread.past, thread.last
    if ground.published is None or count < 0 or (not count and not _opens(ground, clauses)):
        return _NEVER
    for dating in moving:
        day = first_day(dating.period) if dating.period else None
        if day is None or day > ground.published.number - _LONG_AGO:
            return _NEVER
        if dating.period and dating.period.granularity > MONTH:
            continue  # a bare year may be background
        apart = abs(day - first_day(last.period)) if last and last.period else 0
        count = count + 1 if apart <= _YEARS else 1
        last = dating
    return count


_NEVER: Final = -1
_LONG_AGO: Final = 5 * 365  # days before the publish date
_YEARS: Final = 2 * 365  # days


def _moving(ground: Ground, clauses: Sequence[Clause], links: Sequence[Link]) -> list[Dating]:
    """List the dates that move the story; a saying moves none beside the news that it tells."""
    moving = [link for link in links if _moves(ground, clauses[link.clause], link)]
    if len(moving) == 1:
        return [dating_of(moving[0])]
    news = [link for link in moving if not clauses[link.clause].reports and is_recent(ground, link.period)]
    return [dating_of(link) for link in news or moving]


def _last(moving: Sequence[Dating]) -> Dating:
    """Give where a sentence leaves the story: at the last of its dates that goes on from the ones before."""
    last = moving[0]
    for dating in moving[1:]:
        before, ends = dating.interval and dating.interval.start, last.interval and last.interval.end
        if before is not None and ends is not None and before >= ends:
            last = dating
    return last


def _said(ground: Ground, clauses: Sequence[Clause], links: Sequence[Link]) -> Dating | None:
    found = (dating_of(link) for link in links if clauses[link.clause].reports and not link.head)
    return next((dating for dating in found if is_recent(ground, dating.period)), None)


def _latest(ground: Ground, latest: Dating | None, moving: Sequence[Dating]) -> Dating | None:
    """Give the last day of the news told so far: what is said with no day of its own is of no earlier one."""
    for dating in moving:
        if dating.period and is_recent(ground, dating.period):
            later = latest is None or latest.period is None or first_day(latest.period) < first_day(dating.period)
            latest = dating if later else latest
    return latest


def _moves(ground: Ground, clause: Clause, link: Link) -> bool:
    """Say whether a dated clause moves the story: a main clause of the past or present, not in a quotation."""
    if link.head or not link.interval or clause.relative or clause.quoted or clause.tense is Tense.FUTURE:
        return False
    if _only_leans(ground, clause, link) or _names_source(ground, clause, link):
        return False
    if link.timexes[0].type == "DURATION":
        return False  # "over the past two weeks" sums up; the story stays where it is
    if ground.domain is not Domain.NEWS:
        return True
    period = link.timexes[0].period
    if clause.tense is Tense.PRESENT and period is not None and period == ground.published:
        return False  # "is made so today" tells how things are, in news of any day
    ahead = period and ground.published and first_day(period) > ground.published.number
    return clause.verb is not None and not ahead


def _is_of_no_day(link: Link) -> bool:
    """Say whether a time is a part of a day that nothing names: in a history it is not of the day of publication."""
    meaning = link.timexes[0].mention.meaning
    return isinstance(meaning, PartOf) and meaning.of == THAT_DAY and link.timexes[0].anchor is not None


def _names_source(ground: Ground, clause: Clause, link: Link) -> bool:
    """Say whether the time only tells whence it is known: "according to figures published this morning".

    Behind the comma that ends those words it is that of the news: "According to police, a man fled on Monday".
    """
    folded, start = ground.folded, clause.span.start
    while start < clause.span.end and not folded[start].isalpha():
        start += 1
    if not folded.startswith(ground.language.happenings.sourcing, start):
        return False
    comma = folded.find(",", start, clause.span.end + 1)
    if comma < 0:  # they close a sentence: "fell, according to figures published today"
        before = folded[:start].rstrip()
        return bool(before) and not before.endswith(_STOPS)
    inside = clause.verb is not None and clause.verb.start < comma
    return inside or link.timexes[0].span.start < comma


def _only_leans(ground: Ground, clause: Clause, link: Link) -> bool:
    """Say whether a clause only says since when, or after what of long ago: "since he had surgery in April"."""
    side = opening_side(ground.folded, clause, ground.language)
    return side is Side.ONWARD or (side is not None and not is_recent(ground, link.period))

"""An article -> its timeline: the table of contents of the house. Every stage is a function of what stands above it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Final, NamedTuple

from timeline import languages, sentences
from timeline.calendar import DAY, Interval, Period, coarsen
from timeline.clauses import ClauseFinder
from timeline.events import OPEN, Dating, Extraction, Ground, Scene, Told, Tools, by_sentence, headings_of, told
from timeline.events.asked import asked
from timeline.events.extract import extract
from timeline.grammar.language import Language
from timeline.grammar.lexicon import fold
from timeline.model import (
    DATED_BLOCKS,
    Article,
    Block,
    Domain,
    Explanation,
    Fate,
    Mention,
    Published,
    Sentence,
    Span,
    Timeline,
    Timex,
)
from timeline.notation import edtf, edtf_range
from timeline.resolver import resolve
from timeline.resolver.anchor import origin_of
from timeline.resolver.explain import explain
from timeline.tagger import Rejected, Tagger


class DatedSpan(NamedTuple):
    """When what some words of an article say happened: an EDTF value at its honest width, None when not told."""

    span: Span
    value: str | None
    basis: str | None


class _Dates(NamedTuple):
    """What the first stages found: everything that both events and questions about spans are answered from."""

    folded: str
    sentences: tuple[Sentence, ...]
    clauses: ClauseFinder
    timexes: tuple[Timex, ...]
    elsewhere: tuple[Timex, ...]
    rejected: tuple[Rejected, ...]


def timeline_of(article: Article) -> Timeline:
    """Extract the events of an article and tell what became of every expression of time in it."""
    language = languages.load(article.lang)
    if language is None:
        return Timeline(article, (), (), (), (), notes=(f"{languages.missing(article.lang)}: no events",))
    found = _date(article, language)
    why = partial(explain, text=article.text, published=article.published, language=language)
    tools = Tools(found.clauses.of, why)
    ground = _ground(found, article, language)
    events, fates, silent = extract(article, ground, found.sentences, found.timexes, tools)
    everything = sorted([*fates, *_left_out(article, found)], key=lambda fate: fate.timex.span)
    timexes = tuple(sorted((*found.timexes, *found.elsewhere), key=lambda timex: timex.span))
    return Timeline(article, found.sentences, timexes, events, tuple(everything), silent)


def dates_of(article: Article, spans: Sequence[Span]) -> tuple[DatedSpan, ...]:
    """Say when what each of these words tells happened: the same records, asked the other way round."""
    datings = datings_of(article, spans)
    return tuple(DatedSpan(span, _value(each), each.basis) for span, each in zip(spans, datings, strict=True))


def datings_of(article: Article, spans: Sequence[Span]) -> tuple[Dating, ...]:
    """Date what each of these words tells, with the rule that dates it; words outside every sentence stay open."""
    language = languages.load(article.lang)
    if language is None:
        return tuple(OPEN for _ in spans)
    ground, sentences = _told(_date(article, language), article, language)
    return tuple(_dated(span, ground, sentences) for span in spans)


def tag(text: str, published: str | None, domain: Domain, lang: str) -> tuple[Timex, ...]:
    """Find and date every expression of time in a text taken verbatim; ValueError when `published` is no ISO date."""
    return tag_each([(text, published)], domain, lang)[0]


def tag_each(texts: Sequence[tuple[str, str | None]], domain: Domain, lang: str) -> list[tuple[Timex, ...]]:
    """Tag several texts, each with its publish date.

    All texts pass a stage before the next begins: its code and tables then stay in the processor's cache, which makes
    a dozen texts 1.2 times as fast as one after the other.
    """
    language = languages.load(lang)
    if language is None:
        return [()] * len(texts)
    given = [(text, fold(text)) for text, _ in texts]
    tagged = _tagger(lang, domain).tag_each(given)
    return [
        _resolved(text, folded, mentions, _as_published(published), domain, language)
        for (text, folded), (mentions, _), (_, published) in zip(given, tagged, texts, strict=True)
    ]


def _resolved(
    text: str,
    folded: str,
    mentions: Sequence[Mention],
    published: Published | None,
    domain: Domain,
    language: Language,
) -> tuple[Timex, ...]:
    spans = [mention.span for mention in mentions]
    clauses = ClauseFinder(folded, sentences.SentenceFinder(text, spans, language.syntax).at, language, spans)
    return resolve(folded, mentions, published, domain, language, clauses.at)


def explain_text(text: str, published: str | None, domain: Domain, lang: str) -> tuple[tuple[Timex, Explanation], ...]:
    """Find, date and explain every expression of time in a text."""
    language = languages.load(lang)
    if language is None:
        return ()
    timexes = tag(text, published, domain, lang)
    return tuple((timex, explain(timex, text, _as_published(published), language)) for timex in timexes)


@cache
def _tagger(lang: str, domain: Domain) -> Tagger:
    language = languages.load(lang)
    if language is None:
        raise LookupError(languages.missing(lang))
    return Tagger(language.for_domain(domain.value))


def _as_published(value: str | None) -> Published | None:
    return Published(value, "user") if value else None


def _date(article: Article, language: Language) -> _Dates:
    """Tag, split and resolve; times outside the blocks that may hold events are dated apart and move no story."""
    folded = fold(article.text)
    mentions, rejected = _tagger(language.code, article.domain).tag(article.text, folded, _edges(article))
    inside, outside = _parted(mentions, article.blocks)
    split = sentences.split(article.text, article.blocks, [m.span for m in inside], language.syntax)
    spans = [sentence.span for sentence in split]
    times = [mention.span for mention in inside]
    clauses = ClauseFinder(folded, lambda at: sentences.containing(spans, at), language, times)
    date = partial(
        resolve, folded, published=article.published, domain=article.domain, language=language, clause_at=clauses.at
    )
    return _Dates(folded, split, clauses, date(mentions=inside), date(mentions=outside), rejected)


def _edges(article: Article) -> list[int]:
    """Give both ends of what tells nothing and stands in one line with what is told: the stamp of a message."""
    spans = [block.span for block in article.blocks if block.kind == "byline"]
    return [place for span in spans if article.text[span.end : span.end + 1] in (" ", "\t") for place in span]


def _parted(mentions: Sequence[Mention], blocks: Sequence[Block]) -> tuple[list[Mention], list[Mention]]:
    """Part the mentions of blocks that may hold events from the others."""
    parts: tuple[list[Mention], list[Mention]] = [], []
    for mention in mentions:
        parts[_kind_at(blocks, mention.span) not in DATED_BLOCKS].append(mention)
    return parts


def _kind_at(blocks: Sequence[Block], span: Span) -> str:
    place = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    return blocks[place].kind if place >= 0 and span.start < blocks[place].span.end else ""


def _left_out(article: Article, found: _Dates) -> Iterator[Fate]:
    for timex in found.elsewhere:
        yield Fate(
            timex, "unused", _REASONS.get(_kind_at(article.blocks, timex.span), "outside the article's own text")
        )
    for mention, reason in found.rejected:
        yield Fate(Timex(mention, "NONE", ""), "rejected", reason)


_REASONS: Final = {
    "header": "in the header of the file",
    "related": "in the headline of another article",
    "boilerplate": "in text that belongs to no article",
    "dateline": "in the line that dates the article",
    "byline": "in the line that names the author",
}


def _told(found: _Dates, article: Article, language: Language) -> tuple[Ground, tuple[Told, ...]]:
    """Date every clause of the article, in order."""
    ground = _ground(found, article, language)
    groups = tuple(by_sentence(found.sentences, found.timexes))
    below = headings_of(ground, groups).below
    scenes = (
        Scene(place, each, found.clauses.of(each.span), timexes, below.get(place))
        for place, (each, timexes) in enumerate(groups)
    )
    return ground, tuple(told(ground, scenes))


def _ground(found: _Dates, article: Article, language: Language) -> Ground:
    return Ground(found.folded, origin_of(article.published).day, article.domain, language)


def _dated(span: Span, ground: Ground, sentences: Sequence[Told]) -> Dating:
    place = bisect_right(sentences, span.start, key=lambda each: each.sentence.span.start) - 1
    inside = place >= 0 and span.start < sentences[place].sentence.span.end
    return asked(ground, sentences[place], span) if inside else OPEN


def _value(dating: Dating) -> str | None:
    """Write the date at its width; of what goes on from a time or ends with it, that time."""
    if dating.interval is None:
        return None
    named = dating.named
    ended = next((t.value for t in dating.timexes if t.period == named and _MIDNIGHT in t.value), None)
    return ended.partition(_MIDNIGHT)[0] if ended and named else _written(named, dating.interval)


_MIDNIGHT: Final = "T24"  # it ends the day it is told of


def _written(period: Period | None, interval: Interval) -> str:
    return edtf(coarsen(period, DAY) if period.granularity < DAY else period) if period else edtf_range(interval)


__all__ = ["DatedSpan", "Extraction", "dates_of", "datings_of", "explain_text", "tag", "tag_each", "timeline_of"]

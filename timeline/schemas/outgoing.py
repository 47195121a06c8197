"""Events, articles and problems as they go out: what `record` writes, checked by a test and documented from here."""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, fields, validate

from timeline import query
from timeline.model import Domain


class Strict(Schema):
    """A schema that refuses what it does not know."""

    class Meta:
        """Keep the order of declaration, refuse the unknown."""

        unknown = RAISE


def described(words: str, **more: Any) -> dict[str, Any]:
    """Give the metadata that documents a field."""
    return {"description": words, **more}


# ---- out: an event ----------------------------------------------------------------------------------------------


class WordsSchema(Strict):
    """Words of the stored text and where they stand, in code points."""

    text = fields.String(required=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)


class TimexSchema(Strict):
    """The expression that dates an event, as TIMEX3."""

    text = fields.String(required=True)
    type = fields.String(required=True, validate=validate.OneOf(("DATE", "TIME", "DURATION", "SET")))
    value = fields.String(required=True, metadata=described("TIMEX3 value", example="2025-02-08"))
    mod = fields.String(required=True, allow_none=True, metadata=described("TIMEX3 modifier", example="END"))
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)


class ConflictSchema(TimexSchema):
    """Another time in the text that dates the same happening and disagrees."""

    edtf = fields.String(required=True, allow_none=True)


class AnchorSchema(Strict):
    """What a date was reckoned from, with the words that give it where the text has them."""

    kind = fields.String(required=True, validate=validate.OneOf(("published", "story", "speech", "enclosing", "event")))
    value = fields.String(required=True)
    basis = fields.String(required=True, allow_none=True, metadata=described("how the publish date was found"))
    text = fields.String()
    start = fields.Integer()
    end = fields.Integer()
    event = fields.String(allow_none=True, metadata=described("the id of the happening it was reckoned from"))


class AlternativeSchema(Strict):
    """A reading that lost, and why."""

    edtf = fields.String(required=True)
    reason = fields.String(required=True)


class StepSchema(Strict):
    """One step of the chain from the words to the date."""

    name = fields.String(
        required=True,
        validate=validate.OneOf(("words", "rule", "direction", "anchor", "worked out", "beware", "result")),
    )
    words = fields.String(required=True)


class WhySchema(Strict):
    """Why an event has its date."""

    explanation = fields.String(required=True, metadata=described("one plain sentence"))
    rule = fields.String(required=True)
    direction = fields.String(required=True, allow_none=True, validate=validate.OneOf(("past", "same", "future")))
    cue = fields.Nested(WordsSchema, required=True, allow_none=True)
    anchor = fields.Nested(AnchorSchema, required=True, allow_none=True)
    alternatives = fields.List(fields.Nested(AlternativeSchema), required=True)
    steps = fields.List(fields.Nested(StepSchema), required=True, metadata=described("the chain from words to date"))
    flags = fields.List(fields.String(), required=True, metadata=described("what a reader should know"))


class PlaceSchema(Strict):
    """The sentence an event was taken from."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    kind = fields.String(required=True, metadata=described("headline, body or caption"))


class EventArticleSchema(Strict):
    """The article an event was taken from."""

    id = fields.String(required=True)
    title = fields.String(required=True, allow_none=True)
    source = fields.String(required=True, allow_none=True)
    published = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)


class EventSchema(Strict):
    """A dated happening with its provenance."""

    id = fields.String(required=True)
    url = fields.String(required=True)
    headline = fields.String(required=True)
    quote = fields.String(required=True, metadata=described("the sentence, word for word"))
    start = fields.String(
        required=True, allow_none=True, metadata=described("ISO 8601, included", example="2025-02-08")
    )
    end = fields.String(required=True, allow_none=True, metadata=described("ISO 8601, not included"))
    granularity = fields.String(required=True, allow_none=True, validate=validate.OneOf(query.GRANULARITIES))
    edtf = fields.String(required=True, allow_none=True)
    label = fields.String(required=True, metadata=described("as people read it", example="Sat 8 Feb 2025, late"))
    basis = fields.String(required=True, validate=validate.OneOf(query.BASES))
    modality = fields.String(required=True, validate=validate.OneOf(query.MODALITIES))
    confidence = fields.Float(
        metadata=described(
            "share right for its kind on held-back data; absent until measured, and where there is no date"
        )
    )
    timex = fields.Nested(TimexSchema, required=True, allow_none=True)
    conflict = fields.Nested(ConflictSchema, metadata=described("the other time, where two disagree"))
    why = fields.Nested(WhySchema, required=True)
    trigger = fields.Nested(WordsSchema, required=True)
    sentence = fields.Nested(PlaceSchema, required=True)
    article = fields.Nested(EventArticleSchema, required=True)


class EventPageSchema(Strict):
    """A page of events; above 10,000 matches `total` is null and `total_at_least` says how many there are at least."""

    events = fields.List(fields.Nested(EventSchema), required=True)
    next = fields.String(required=True, allow_none=True, metadata=described("cursor of the next page"))
    total = fields.Integer(required=True, allow_none=True)
    total_at_least = fields.Integer()


class BinSchema(Strict):
    """A stretch of time and how many events start in it."""

    start = fields.String(required=True, metadata=described("ISO 8601, included", example="2025-02-01"))
    end = fields.String(required=True, metadata=described("ISO 8601, not included", example="2025-03-01"))
    count = fields.Integer(
        required=True,
        metadata=described("each event once, where it starts; where it ends when its start is open"),
    )
    planned = fields.Integer(required=True, metadata=described("how many of them are told as planned or possible"))


class DensitySchema(Strict):
    """How many events there are over time."""

    unit = fields.String(
        required=True, metadata=described("day, month or year; for auto also decade and century", example="month")
    )
    bins = fields.List(fields.Nested(BinSchema), required=True, metadata=described("in order, none overlaps another"))
    exact = fields.Boolean(metadata=described("false where there are too many to count: at least so many"))


# ---- out: an article --------------------------------------------------------------------------------------------


class SummarySchema(Strict):
    """An article as it stands in lists."""

    id = fields.String(required=True)
    title = fields.String(required=True, allow_none=True)
    source = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    published = fields.String(required=True, allow_none=True)
    basis = fields.String(required=True, allow_none=True, metadata=described("how the publish date was found"))
    zone = fields.String(required=True, allow_none=True)
    conflict = fields.String(required=True, allow_none=True, metadata=described("another publish date, in words"))
    lang = fields.String(required=True)
    domain = fields.String(required=True, validate=validate.OneOf([domain.value for domain in Domain]))
    reader = fields.String(required=True)
    engine = fields.String(
        required=True, allow_none=True, metadata=described("version of timeline that found its events")
    )
    sha256 = fields.String(required=True, metadata=described("of the bytes as received"))
    supersedes = fields.String(
        required=True, allow_none=True, metadata=described("the version of the same url that stood here before")
    )
    superseded_by = fields.String(
        required=True, allow_none=True, metadata=described("the newer version; events of this one come by its id alone")
    )
    notes = fields.List(fields.String(), required=True)
    event_count = fields.Integer(required=True, metadata=described("how many events it gave, undated ones included"))
    undated_count = fields.Integer(required=True, metadata=described("how many of them cannot be dated yet"))


class SpanSchema(Strict):
    """A stretch of the stored text."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)


class BlockSchema(SpanSchema):
    """A block of the text and what it is."""

    kind = fields.String(required=True)


class SilentSchema(BlockSchema):
    """A sentence that gave no event, and why."""

    reason = fields.String(required=True)


class FateSchema(TimexSchema):
    """An expression of an article and what became of it; `type` is NONE for what was rejected as no time at all."""

    type = fields.String(required=True)
    quant = fields.String(required=True, allow_none=True)
    freq = fields.String(required=True, allow_none=True)
    edtf = fields.String(required=True, allow_none=True)
    rule = fields.String(required=True)
    outcome = fields.String(required=True)
    reason = fields.String(required=True)
    event = fields.String(required=True, allow_none=True, metadata=described("id of the event it dates"))
    flags = fields.List(fields.String(), required=True)


class ArticleSchema(SummarySchema):
    """An article with its text and what became of every expression in it."""

    published_span = fields.Nested(SpanSchema, required=True, allow_none=True)
    text = fields.String(required=True)
    blocks = fields.List(fields.Nested(BlockSchema), required=True)
    silent = fields.List(fields.Nested(SilentSchema), required=True)
    timexes = fields.List(fields.Nested(FateSchema), required=True)
    events = fields.List(fields.Nested(EventSchema), required=True)


class ArticleListSchema(Strict):
    """A page of articles."""

    articles = fields.List(fields.Nested(SummarySchema), required=True)
    next = fields.String(required=True, allow_none=True)
    total = fields.Integer(required=True)


class AddedSchema(Strict):
    """The articles of an upload that held several."""

    articles = fields.List(fields.Nested(ArticleSchema), required=True)


class FaultSchema(Strict):
    """One field that could not be used, and why."""

    field = fields.String(required=True)
    detail = fields.String(required=True)


class ProblemSchema(Strict):
    """What went wrong, as RFC 9457 has it, with the fields at fault."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String()
    instance = fields.String()
    errors = fields.List(fields.Nested(FaultSchema))

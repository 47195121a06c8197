"""Parameters of an address go in, what is asked comes out; an unknown name or an unreadable value is named.

marshmallow's ValidationError holds `{field: [reasons]}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from timeline import query
from timeline.query import Filters, PageQuery, QueryError
from timeline.schemas.outgoing import Strict, described

# What `notation.parse_edtf` reads, for the documents; what of it does not exist (30 February) is found out when read.
_TIME = r"T[0-9]{2}:[0-9]{2}(:[0-9]{2})?"
_PERIOD = rf"(-?[0-9]{{4}}|Y-?[0-9]{{5,9}})(-[0-9]{{2}}(-[0-9]{{2}}({_TIME})?)?)?[?~%]?|[0-9]{{3}}X|[0-9]{{2}}XX"
EDTF = rf"^\s*({_PERIOD}|({_PERIOD}|\.\.)?/({_PERIOD}|\.\.)?)?\s*$"

Given = Mapping[str, str]  # the parameters as they were typed


class EdtfField(fields.String):
    """An EDTF date, loaded as the stretch it covers."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        return _spoken(query.read_date, attr or "", text) if text and text.strip() else None


class CursorField(fields.String):
    """The cursor of a page, loaded as a sort key."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        return _spoken(query.decode_event_cursor, text) if text else None


class ChoicesField(fields.List[str]):
    """Values of a closed vocabulary, given several times or with commas between; an empty one asks nothing."""

    def __init__(self, allowed: tuple[str, ...], **kwargs: Any) -> None:
        self.allowed = allowed
        # The vocabulary is documented here and checked below, where commas are read.
        one = "|".join(allowed)
        written = {"enum": list(allowed)}, {"pattern": rf"^\s*(({one})(\s*,\s*({one}))*)?\s*$"}
        super().__init__(fields.String(metadata={"anyOf": list(written)}), load_default=(), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        texts = [text for text in super()._deserialize(value, attr, data, **kwargs) or () if text and text.strip()]
        return _spoken(query.read_choices, attr or "", texts, self.allowed)


def _spoken(read: Any, *arguments: Any) -> Any:
    """Hand on what `query` says is wrong, as marshmallow reports it."""
    try:
        return read(*arguments)
    except QueryError as error:
        raise ValidationError(error.reason) from None


def _texts(words: str) -> fields.List[str]:
    return fields.List(fields.String(), load_default=(), metadata=described(words))


class FiltersSchema(Strict):
    """The filters of a request; loads as `query.Filters`. Parameters of several values may be repeated."""

    from_ = EdtfField(
        data_key="from", metadata=described("the first date wanted: 2025, 2025-02, 2025-02-08", pattern=EDTF)
    )
    to = EdtfField(metadata=described("the last date wanted, included at its width; both are EDTF", pattern=EDTF))
    text = fields.String(metadata=described('words to find; "words in quotes" stand together'))
    source = _texts("only from these sources")
    article = _texts("only from the articles of these ids")
    granularity = ChoicesField(query.GRANULARITIES, metadata=described("only dates of these widths"))
    basis = ChoicesField(query.BASES, metadata=described("only events whose date was found so"))
    modality = ChoicesField(query.MODALITIES, metadata=described("only events that the text tells so"))
    undated = fields.String(
        load_default="no",
        validate=validate.OneOf(query.UNDATED),
        metadata=described("whether events without a date come too, after the others"),
    )
    order = fields.String(
        load_default="asc", validate=validate.OneOf(query.ORDERS), metadata=described("earliest or latest first")
    )

    @post_load(pass_original=True)
    def _made(self, data: dict[str, Any], given: Given, **_: Any) -> Any:
        return _filters(data, given)


class PageQuerySchema(FiltersSchema):
    """A page of events: the filters, and how many, from where, in which format; loads as `query.PageQuery`."""

    limit = fields.Integer(
        load_default=query.DEFAULT_LIMIT,
        validate=validate.Range(1, query.MAX_LIMIT),
        metadata=described("how many events at most; a file in another format than json holds all of them without it"),
    )
    cursor = CursorField(metadata=described("`next` of the page before; every format pages by it"))
    format = fields.String(load_default="json", metadata=described("how the events are written"))

    @post_load(pass_original=True)
    def _made(self, data: dict[str, Any], given: Given, **_: Any) -> PageQuery:
        limit, cursor, form = data.pop("limit"), data.pop("cursor", None), data.pop("format")
        return PageQuery(_filters(data, given), limit, cursor, form)


def page_query_schema(formats: Sequence[str]) -> type[PageQuerySchema]:
    """Make the schema of a page in one of these formats."""
    form = fields.String(
        load_default="json",
        validate=validate.OneOf(formats),
        metadata=described("how the events are written; all that match but in json, unless limit or cursor is given"),
    )
    return type("PageQuerySchema", (PageQuerySchema,), {"format": form})


class DensityQuerySchema(FiltersSchema):
    """Filters and the unit to count by; loads as `(Filters, unit)`."""

    unit = fields.String(
        load_default="auto",
        validate=validate.OneOf(("auto", "day", "month", "year")),
        metadata=described("how wide a bin is; auto fits it to the span of what is counted"),
    )

    @post_load(pass_original=True)
    def _made(self, data: dict[str, Any], given: Given, **_: Any) -> tuple[Filters, str]:
        unit = data.pop("unit")
        return _filters(data, given), unit


def _filters(data: dict[str, Any], given: Given) -> Filters:
    several = {name: tuple(dict.fromkeys(data[name])) for name in ("source", "article")}
    text = query.read_text(data.get("text") or "")
    try:
        return query.check(Filters(**{**data, **several, "text": text}), given.get("from", ""), given.get("to", ""))
    except QueryError as error:
        raise ValidationError({error.field: [error.reason]}) from None


class ArticleListQuerySchema(Strict):
    """A page of articles: how many, from where."""

    limit = fields.Integer(
        load_default=query.DEFAULT_LIMIT,
        validate=validate.Range(1, query.MAX_LIMIT),
        metadata=described("how many articles at most"),
    )
    cursor = fields.String(metadata=described("`next` of the page before"))


class ArticleQuerySchema(Strict):
    """How an article is written."""

    format = fields.String(load_default="json")


def article_query_schema(formats: Sequence[str]) -> type[ArticleQuerySchema]:
    """Make the schema of an article in JSON or in one of these formats."""
    form = fields.String(
        load_default="json",
        validate=validate.OneOf(("json", *formats)),
        metadata=described("how the article is written"),
    )
    return type("ArticleQuerySchema", (ArticleQuerySchema,), {"format": form})

"""Parameters of an address and bodies that are sent: checked here; an unknown name or unreadable value is named.

marshmallow's ValidationError holds `{field: [reasons]}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from marshmallow import ValidationError, fields, post_load, validate, validates
from marshmallow.fields import Field

from timeline import query
from timeline.model import Domain
from timeline.query import Filters, PageQuery, QueryError
from timeline.schemas.outgoing import Strict, described

# What `notation.parse_edtf` reads, for the documents; what of it does not exist (30 February) is found out when read.
_TIME = r"T[0-9]{2}:[0-9]{2}(:[0-9]{2})?"
_PERIOD = rf"(-?[0-9]{{4}}|Y-?[0-9]{{5,9}})(-[0-9]{{2}}(-[0-9]{{2}}({_TIME})?)?)?[?~%]?|[0-9]{{3}}X|[0-9]{{2}}XX"
EDTF = rf"^({_PERIOD}|({_PERIOD}|\.\.)?/({_PERIOD}|\.\.)?)?$"
_FILE = {"type": "string", "format": "binary"}
_LONGEST = 2_000  # characters of a title, a source or an address


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
        super().__init__(fields.String(metadata={"enum": list(allowed)}), load_default=(), **kwargs)

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

    from_ = EdtfField(data_key="from", metadata=described("the first date wanted", example="2025-02", pattern=EDTF))
    to = EdtfField(metadata=described("the last date wanted, included at its width", example="2025-02", pattern=EDTF))
    text = fields.String(metadata=described('words to find; "words in quotes" stand together', example="talks"))
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

    @post_load
    def _made(self, data: dict[str, Any], **_: Any) -> Any:
        return _filters(data)


class PageQuerySchema(FiltersSchema):
    """A page of events: the filters, and how many, from where, in which format; loads as `query.PageQuery`."""

    limit = fields.Integer(
        load_default=query.DEFAULT_LIMIT,
        validate=validate.Range(1, query.MAX_LIMIT),
        metadata=described("how many events at most"),
    )
    cursor = CursorField(metadata=described("`next` of the page before; every format pages by it"))
    format = fields.String(load_default="json", metadata=described("how the events are written"))

    @post_load
    def _made(self, data: dict[str, Any], **_: Any) -> PageQuery:
        limit, cursor, form = data.pop("limit"), data.pop("cursor", None), data.pop("format")
        return PageQuery(_filters(data), limit, cursor, form)


def page_query_schema(formats: Sequence[str]) -> type[PageQuerySchema]:
    """Make the schema of a page in one of these formats."""
    form = fields.String(
        load_default="json", validate=validate.OneOf(formats), metadata=described("how the events are written")
    )
    return type("PageQuerySchema", (PageQuerySchema,), {"format": form})


class DensityQuerySchema(FiltersSchema):
    """Filters and the unit to count by; loads as `(Filters, unit)`."""

    unit = fields.String(
        load_default="auto",
        validate=validate.OneOf(("auto", "day", "month", "year")),
        metadata=described("how wide a bin is; auto fits it to the span of what is counted"),
    )

    @post_load
    def _made(self, data: dict[str, Any], **_: Any) -> tuple[Filters, str]:
        unit = data.pop("unit")
        return _filters(data), unit


def _filters(data: dict[str, Any]) -> Filters:
    several = {name: tuple(dict.fromkeys(data[name])) for name in ("source", "article")}
    text = query.read_text(data.get("text") or "")
    try:
        return query.check(Filters(**{**data, **several, "text": text}))
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


class ToldSchema(Strict):
    """What whoever sends an article says about it; it wins over what is found in it."""

    published = fields.String(
        allow_none=True, metadata=described("the publish date, to the day at least", example="2025-02-11T09:33")
    )
    title = fields.String(allow_none=True, validate=validate.Length(max=_LONGEST))
    source = fields.String(
        allow_none=True, validate=validate.Length(max=_LONGEST), metadata=described("who published it")
    )
    url = fields.String(
        allow_none=True,
        validate=validate.Length(max=_LONGEST),
        metadata=described("where it was published, http or https", pattern="^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]"),
    )
    lang = fields.String(
        allow_none=True,
        validate=validate.Regexp("^[A-Za-z]{2}(-[A-Za-z0-9]{2,8})*$", error="is no language code such as en or pt-BR"),
        metadata=described("its language, ISO 639-1; found out where it is not given", example="en"),
    )
    domain = fields.String(allow_none=True, validate=validate.OneOf([domain.value for domain in Domain]))

    @validates("url")
    def _is_web_address(self, url: str | None, **_: Any) -> None:
        try:
            parts = urlsplit(url) if url is not None else None
        except ValueError:
            raise ValidationError("is not an address") from None
        if parts and (parts.scheme not in ("http", "https") or not parts.netloc):
            raise ValidationError("is not an http or https address")


class NewArticleSchema(ToldSchema):
    """An article to store."""

    text = fields.String(required=True, metadata=described("the whole text, header lines and all; it is kept verbatim"))

    @validates("text")
    def _has_words(self, text: str, **_: Any) -> None:
        if not text.strip():
            raise ValidationError("has no text in it")


class UploadSchema(ToldSchema):
    """Articles to store, as files of any format that `timeline add` reads."""

    file = fields.Raw(
        required=True,
        metadata=described("one file or several", anyOf=[_FILE, {"type": "array", "minItems": 1, "items": _FILE}]),
    )

    @validates("file")
    def _is_there(self, files: Any, **_: Any) -> None:
        if not files:
            raise ValidationError("is missing")

    def on_bind_field(self, field_name: str, field_obj: Field[Any]) -> None:
        """Forms have no null: what is not said is left out."""
        super().on_bind_field(field_name, field_obj)
        field_obj.allow_none = False


class Unfit(ValueError):  # noqa: N818  it is not an error of ours
    """A body that cannot be used: what is wrong with each field at fault."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {reason}" for field, reason in faults.items()))
        self.faults = faults


def read_body(values: Any, schema: type[ToldSchema]) -> dict[str, Any]:
    """Check what was sent as an article; Unfit names every field at fault."""
    try:
        loaded: dict[str, Any] = schema().load(values)
    except ValidationError as error:
        faults = error.normalized_messages().items()  # type: ignore[no-untyped-call]
        raise Unfit({name.replace("_schema", "body"): " ".join(_flat(said)) for name, said in faults}) from None
    return loaded


def _flat(reasons: Any) -> list[str]:
    if isinstance(reasons, Mapping):
        return [word for each in reasons.values() for word in _flat(each)]
    return [str(reason) for reason in reasons]

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from made import days, saturday_timeline, timeline_with
from marshmallow import ValidationError

from timeline.calendar import Interval
from timeline.lines import loads
from timeline.model import Timeline
from timeline.notation import parse_edtf
from timeline.query import Cursor, Filters, PageQuery, encode_cursor
from timeline.record import event_json, tagged_json
from timeline.schemas import (
    ArticleListSchema,
    ArticleSchema,
    EventPageSchema,
    EventSchema,
    FiltersSchema,
    NewArticleSchema,
    PageQuerySchema,
    ProblemSchema,
    Unfit,
    page_query_schema,
    read_body,
)
from timeline.store import Store


def odd_timeline() -> Timeline:
    """Give an event everything that is optional: a confidence, a conflict, an anchor with words, no timex."""
    timeline = saturday_timeline()
    event, timex = timeline.events[0], timeline.timexes[0]
    anchor = timex.anchor and replace(timex.anchor, kind="speech", span=timex.span)
    source = event.provenance._replace(
        timex=timex._replace(anchor=anchor, flags=("look",)), conflict=timex._replace(mod="APPROX")
    )
    conflicting = event._replace(provenance=source, confidence=0.95)
    bare = event._replace(id="f" * 16, basis="published", provenance=event.provenance._replace(timex=None))
    return replace(timeline, events=(conflicting, bare))


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.mark.parametrize(
    "timeline",
    [
        saturday_timeline(),
        saturday_timeline(published=None),
        odd_timeline(),
        timeline_with(Interval(None, 5), Interval(5, None), days(-176_000, -175_000)),
    ],
    ids=["dated", "undated", "odd", "open and BC"],
)
def test_what_is_stored_is_what_the_schema_writes(store: Store, timeline: Timeline) -> None:
    store.save(timeline)
    schema = EventSchema()
    bodies = store.events(Filters(undated="include")).items
    assert len(bodies) == len(timeline.events)
    for body in bodies:
        kept = loads(body)
        assert schema.validate(kept) == {}
        assert schema.dump(kept) == kept
        assert list(schema.dump(kept)) == list(kept)


def test_an_event_has_its_keys_in_the_promised_order() -> None:
    timeline = odd_timeline()
    record = event_json(timeline, timeline.events[0])
    assert list(record) == [
        *("id", "url", "headline", "quote", "start", "end", "granularity", "edtf", "label", "basis", "modality"),
        *("confidence", "timex", "conflict", "why", "trigger", "sentence", "article"),
    ]
    assert record["url"] == f"/events/{record['id']}"
    assert (record["start"], record["end"], record["edtf"]) == ("2025-02-08", "2025-02-09", "2025-02-08")
    assert record["label"] == "Sat 8 Feb 2025, late"
    assert list(record["timex"]) == ["text", "type", "value", "mod", "start", "end"]
    assert list(record["why"])[:6] == ["explanation", "rule", "direction", "cue", "anchor", "alternatives"]
    assert record["why"]["anchor"]["text"] == "late Saturday"
    assert record["conflict"]["edtf"] == "2025-02-08~"
    assert list(record["article"]) == ["id", "title", "source", "published", "url"]


def test_what_is_not_known_is_left_out_or_null() -> None:
    timeline = saturday_timeline(published=None)
    measured = timeline.events[0]._replace(confidence=0.76)  # of its kind, but there is no date that could be right
    record = event_json(timeline, measured)
    assert "confidence" not in record
    assert "conflict" not in record
    assert [record[name] for name in ("start", "end", "granularity", "edtf")] == [None] * 4
    assert record["why"]["anchor"] is None
    assert record["article"]["published"] is None


def test_an_event_without_words_of_its_own_leans_on_the_publish_date() -> None:
    timeline = odd_timeline()
    record = event_json(timeline, timeline.events[1])
    assert record["timex"] is None
    assert record["why"]["anchor"] == {"kind": "published", "value": "2025-02-11", "basis": "header"}


def test_offsets_name_the_very_words() -> None:
    timeline = saturday_timeline()
    record, text = event_json(timeline, timeline.events[0]), timeline.article.text
    for part in (record["timex"], record["trigger"], record["why"]["cue"], tagged_json(timeline.timexes[0], text)):
        assert text[part["start"] : part["end"]] == part["text"]
    sentence = record["sentence"]
    assert text[sentence["start"] : sentence["end"]] == record["quote"]


def test_articles_and_pages_are_as_documented(store: Store) -> None:
    timeline = saturday_timeline()
    store.save(timeline)
    article = store.article(timeline.article.id)
    assert ArticleSchema().validate(article) == {}
    assert ArticleSchema().dump(article) == article
    listed = {"articles": store.articles().items, "next": None, "total": 1}
    assert ArticleListSchema().validate(listed) == {}
    page = {"events": [loads(body) for body in store.events().items], "next": None, "total": 1}
    assert EventPageSchema().validate(page) == {}
    problem = {"type": "about:blank", "title": "Bad Request", "status": 400, "errors": [{"field": "x", "detail": "y"}]}
    assert ProblemSchema().validate(problem) == {}


# ---- in ---------------------------------------------------------------------------------------------------------


def test_parameters_load_as_a_page_query() -> None:
    cursor = Cursor(1, 2, "a", 3)
    loaded = PageQuerySchema().load(
        {
            "from": "2025-02",
            "to": "2025-02-14",
            "text": "talks",
            "source": ["A, B", "C"],
            "basis": ["stated,inherited"],
            "undated": "include",
            "order": "desc",
            "limit": "5",
            "cursor": encode_cursor(cursor),
        }
    )
    filters = Filters(
        from_=parse_edtf("2025-02"),
        to=parse_edtf("2025-02-14"),
        text="talks",
        source=("A, B", "C"),
        basis=("stated", "inherited"),
        undated="include",
        order="desc",
    )
    assert loaded == PageQuery(filters, 5, cursor, "json")


def test_nothing_asked_is_everything() -> None:
    assert PageQuerySchema().load({}) == PageQuery(Filters())
    assert FiltersSchema().load({"from": "", "text": " ", "basis": [""]}) == Filters()


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"form": "2025"}, "form"),
        ({"from": "soon"}, "from"),
        ({"from": "2025", "to": "2024"}, "to"),
        ({"basis": ["guessed"]}, "basis"),
        ({"granularity": ["day,fortnight"]}, "granularity"),
        ({"modality": ["x"]}, "modality"),
        ({"undated": "yes"}, "undated"),
        ({"order": "up"}, "order"),
        ({"limit": "0"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"cursor": "nonsense"}, "cursor"),
        ({"format": "docx"}, "format"),
    ],
)
def test_a_bad_parameter_is_refused_by_name(parameters: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        page_query_schema(("json", "csv"))().load(parameters)
    assert list(caught.value.normalized_messages()) == [field]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": " \n"}, "text"),
        ({"text": 5}, "text"),
        ({"text": "a", "published": 2025}, "published"),
        ({"text": "a", "title": "a" * 2001}, "title"),
        ({"text": "a", "url": "javascript:alert(1)"}, "url"),
        ({"text": "a", "url": "https:/"}, "url"),
        ({"text": "a", "url": "http://["}, "url"),
        ({"text": "a", "lang": "Klingon"}, "lang"),
        ({"text": "a", "domain": "gossip"}, "domain"),
        ({"text": "a", "author": "x"}, "author"),
    ],
)
def test_a_bad_body_is_refused_by_name(body: dict[str, Any], field: str) -> None:
    assert list(NewArticleSchema().validate(body)) == [field]


def test_a_good_body_loads() -> None:
    body = {"text": "Talks ended.", "published": "2025-02-11T09:33", "url": "https://example.org/a", "source": None}
    assert read_body(body, NewArticleSchema) == body


def test_a_body_is_refused_with_every_field_at_fault() -> None:
    with pytest.raises(Unfit) as caught:
        read_body({"text": "", "lang": "x", "author": "y"}, NewArticleSchema)
    assert set(caught.value.faults) == {"text", "lang", "author"}
    with pytest.raises(Unfit) as caught:
        read_body(["a"], NewArticleSchema)
    assert caught.value.faults == {"body": "Invalid input type."}

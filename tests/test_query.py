from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.notation import parse_edtf
from timeline.query import (
    Cursor,
    Filters,
    QueryError,
    decode_article_cursor,
    decode_cursor,
    decode_event_cursor,
    encode_cursor,
    read_filters,
    read_limit,
    words_of,
)
from timeline.store.asking.conditions import chosen
from timeline.store.words import expression, match_expression


def test_dates_are_read_at_their_width_and_both_are_inclusive() -> None:
    filters = read_filters({"from": ["2025-02"], "to": ["2025-02"]})
    assert (filters.since, filters.before) == parse_edtf("2025-02")


def test_values_may_be_repeated_or_joined_by_commas_in_closed_vocabularies() -> None:
    filters = read_filters({"basis": ["stated,inherited", "published"], "source": ["A, B", "C", "C"]})
    assert filters.basis == ("stated", "inherited", "published")
    assert filters.source == ("A, B", "C")


def test_empty_fields_of_a_form_ask_nothing() -> None:
    assert read_filters({"from": [""], "text": [" "], "basis": [""], "order": []}) == Filters()


@pytest.mark.parametrize(
    ("given_values", "field"),
    [
        ({"from": ["yesterday"]}, "from"),
        ({"from": ["2025-02-30"]}, "from"),
        ({"to": ["2025", "2024"]}, "to"),
        ({"granularity": ["fortnight"]}, "granularity"),
        ({"basis": ["stated", "guessed"]}, "basis"),
        ({"modality": ["sure"]}, "modality"),
        ({"undated": ["yes"]}, "undated"),
        ({"order": ["up"]}, "order"),
        ({"form": ["2025"]}, "form"),
        ({"from": ["2025"], "to": ["2024"]}, "to"),
    ],
)
def test_a_complaint_names_the_field(given_values: dict[str, list[str]], field: str) -> None:
    with pytest.raises(QueryError) as caught:
        read_filters(given_values)
    assert caught.value.field == field
    assert caught.value.reason


@pytest.mark.parametrize("text", ["0", "1001", "-1", "ten", "1.5", "٣", ""])
def test_a_limit_is_1_to_1000(text: str) -> None:
    with pytest.raises(QueryError, match="limit"):
        read_limit(text)
    assert (read_limit("1"), read_limit("1000")) == (1, 1000)


@given(
    st.none() | st.integers(-(1 << 62), 1 << 62),
    st.none() | st.integers(-(1 << 62), 1 << 62),
    st.text(),
    st.integers(0),
)
def test_a_cursor_comes_back_and_is_safe_in_an_address(
    start: int | None, end: int | None, article: str, offset: int
) -> None:
    cursor = Cursor(start, end, article.encode("utf-8", "replace").decode(), offset % 10**9)
    word = encode_cursor(cursor)
    assert decode_cursor(word) == cursor
    assert word.isascii()
    assert word.replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize(
    "word",
    [
        "",
        "x",
        "!!!",
        "1:2:3:a",
        "é",
        encode_cursor(Cursor(1, 2, "a", 3))[:-4],
        "MTp4OjM6YQ",
        encode_cursor(Cursor(1 << 63, 2, "a", 3)),
    ],
)
def test_a_cursor_that_is_not_ours_is_refused(word: str) -> None:
    with pytest.raises(QueryError, match="cursor"):
        decode_cursor(word)


def test_words_and_phrases() -> None:
    assert words_of('talks "New York" resume "open') == ("talks", "New York", "resume", "open")
    assert match_expression('NOT "a b" c*') == '"NOT" "a b" "c*"'


def test_values_never_enter_the_sql() -> None:
    evil = "x' OR 1=1; --"
    where, values = chosen(Filters(source=(evil,), article=(evil,)))
    assert "1=1" not in where
    assert values == (evil, evil)


def test_values_enter_a_full_text_expression_as_quoted_words_or_in_hexadecimal() -> None:
    evil = 'x" OR marks:y'
    assert expression(Filters(text=evil, source=(evil,))) == (
        '{headline quote title} : ("x" " OR marks:y") AND marks : (s7822204f52206d61726b733a79)'
    )


def test_a_cursor_with_one_end_is_no_place_among_events() -> None:
    with pytest.raises(QueryError, match="cursor"):
        decode_event_cursor(encode_cursor(Cursor(5, None, "8", 3)))


@pytest.mark.parametrize("cursor", [Cursor(None, None, "a", 0), Cursor(5, 9, "a", 0), Cursor(5, None, "a", 1)])
def test_a_cursor_of_articles_is_a_place_and_an_id(cursor: Cursor) -> None:
    with pytest.raises(QueryError, match="cursor: is not one that this service gave"):
        decode_article_cursor(encode_cursor(cursor))
    ours = Cursor(5, None, "a", 0)
    assert decode_article_cursor(encode_cursor(ours)) == ours

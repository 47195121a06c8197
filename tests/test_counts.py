from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

import varied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.lines import loads
from timeline.model import Article, Timeline
from timeline.query import Filters
from timeline.store import Store
from timeline.store.kept import COUNTS

often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def saved(store: Store, stories: list[tuple[str | None, list[varied.Shape]]]) -> list[Timeline]:
    made = [varied.timeline(f"story {number}", *story) for number, story in enumerate(stories)]
    for each in made:
        store.save(each)
    return made


def ids(store: Store, filters: Filters) -> list[str]:
    return [loads(body)["id"] for body in store.each_event(filters)]


@often
@given(varied.stories, varied.filters, st.integers(1, 7))
def test_whatever_is_asked_comes_whole_in_order_and_in_pages(
    stories: list[tuple[str | None, list[varied.Shape]]], filters: Filters, limit: int
) -> None:
    with Store.open(":memory:") as store:
        made = saved(store, stories)
        filters = varied.naming(filters, made)
        expected = [row.id for row in varied.matching(made, filters)]
        assert ids(store, filters) == expected
        got, cursor = [], None
        while True:
            page = store.events(filters, limit, cursor)
            assert page.total == page.at_least == len(expected)
            got += [loads(body)["id"] for body in page.items]
            cursor = page.next
            if cursor is None:
                break
        assert got == expected


@often
@given(varied.stories, varied.filters)
def test_facets_are_as_counted_by_hand(stories: list[tuple[str | None, list[varied.Shape]]], filters: Filters) -> None:
    with Store.open(":memory:") as store:
        made = saved(store, stories)
        filters = varied.naming(filters, made)
        facets = store.facets(filters)
        assert facets == varied.facets(made, filters)
        assert facets.exact


@often
@given(varied.stories, varied.filters)
def test_the_span_is_from_the_first_start_to_the_last_end(
    stories: list[tuple[str | None, list[varied.Shape]]], filters: Filters
) -> None:
    with Store.open(":memory:") as store:
        made = saved(store, stories)
        filters = varied.naming(filters, made)
        found = varied.matching(made, filters)
        closed = [row for row in found if row.start is not None and row.start > varied.OPEN_START]
        closed = [row for row in closed if row.end < varied.OPEN_END] if filters.undated != "only" else []
        expected = (min(row.start for row in closed), max(row.end for row in closed)) if closed else None
        assert store.span(filters) == expected


changes = st.lists(st.tuples(st.sampled_from(("save", "remove", "redate", "rebuild")), st.integers(0, 3)), max_size=8)


@often
@given(varied.stories, varied.stories, changes)
def test_keys_and_counts_follow_every_change(
    stories: list[tuple[str | None, list[varied.Shape]]],
    others: list[tuple[str | None, list[varied.Shape]]],
    steps: list[tuple[str, int]],
) -> None:
    with Store.open(":memory:") as store:
        made = saved(store, stories)
        by_article = {each.article.id: each for each in made}
        for what, number in steps:
            chosen = made[number % len(made)]
            _, told = others[number % len(others)]
            if what == "remove":
                store.remove(chosen.article.id)
            elif what == "save":
                store.save(by_article[chosen.article.id])
            elif what == "redate":
                undated = replace(chosen, article=replace(chosen.article, published=None))
                store.remove(chosen.article.id)
                store.save(undated)
                assert store.save(chosen) in ("redated", "unchanged")
            else:
                changed = varied.timeline(f"other {number}", chosen.article.source, told)
                by_article[chosen.article.id] = replace(changed, article=chosen.article)
                store.rebuild(partial(_extract, by_article))
            assert_in_step(store)


def _extract(known: dict[str, Timeline], article: Article) -> Timeline:
    return known[article.id]


def assert_in_step(store: Store) -> None:
    """Hold the keys, each table of counts and the index of words against the events themselves."""
    db = store._db
    events = "SELECT seq, start_key, end_key, article, place, granularity, basis, modality, source FROM events"
    keys = events.replace("events", "event_keys")
    assert db.execute(f"{events} ORDER BY 1").fetchall() == db.execute(f"{keys} ORDER BY 1").fetchall()
    for table, key in COUNTS.items():
        columns = ", ".join(value.format(row="") for _, value in key)
        dated = table not in ("totals", "source_totals")
        rows = db.execute(f"SELECT {columns} FROM event_keys{' WHERE at IS NOT NULL' if dated else ''}")  # noqa: S608
        kept = {tuple(row[:-1]): row[-1] for row in db.execute(f"SELECT * FROM {table}")}  # noqa: S608
        assert kept == Counter(map(tuple, rows)), table
    db.execute("INSERT INTO event_index (event_index, rank) VALUES ('integrity-check', 1)")

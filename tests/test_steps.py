"""A store that the first version wrote, opened by this one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
import stocked
from sqlite_utils import Database
from test_counts import assert_in_step

from timeline.query import Filters
from timeline.store import Store
from timeline.store.connection import StoreError
from timeline.store.copies import copy, copy_before
from timeline.store.rows import EVENT_COLUMNS, event_row
from timeline.store.steps import STEPS, migrations


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", stocked.fill(tmp_path / "new.db")
    _write_as_the_first_version(old)
    with Store.open(old) as store, Store.open(new) as fresh:
        assert_in_step(store)
        assert store._db["events"].columns_dict.keys() >= {"month", *EVENT_COLUMNS}
        for filters in (Filters(undated="include"), Filters(text="smelter"), Filters(modality=("planned",))):
            assert sorted(store.each_event(filters)) == sorted(fresh.each_event(filters))
            assert list(store.each_event(filters)) == list(fresh.each_event(filters))
            assert store.facets(filters) == fresh.facets(filters)
            assert store.density(filters) == fresh.density(filters)
        for made in stocked.MADE:
            assert store.remove(stocked.timeline(made).article.id)
        assert_in_step(store)


def _write_as_the_first_version(path: Path) -> None:
    """Write the same articles with the schema and the columns of the first step alone."""
    db = Database(path)
    migrations().apply(db, stop_before=STEPS[1][0])
    columns = EVENT_COLUMNS[:-1]  # without `month`, which came later
    for made in stocked.MADE:
        timeline = stocked.timeline(made)
        article = timeline.article
        row = {"id": article.id, "source": article.source, "lang": article.lang, "domain": "news", "text": article.text}
        more = dict.fromkeys(("sha256", "reader"), "") | dict.fromkeys(("blocks", "notes", "findings", "silent"), "[]")
        db["articles"].insert({**row, **more, "published_key": 0})
        for event in timeline.events:
            db["events"].insert(dict(zip(columns, event_row(timeline, event), strict=False)))
        db.execute(
            "INSERT INTO event_index (rowid, headline, quote, title) "
            "SELECT seq, headline, quote, title FROM event_words WHERE article = ?",
            (article.id,),
        )
    db.conn.commit()
    db.close()


def test_a_copy_that_another_program_has_made_meanwhile_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.db"
    target = tmp_path / "old.db.before-0004"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE kept (word)")
    hardlink = os.link
    monkeypatch.setattr("os.link", lambda part, made: (shutil.copy(part, made), hardlink(part, made)))
    assert copy_before(db, file, "0004 a step") == target
    db.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.db", "old.db.before-0004"]


def test_a_copy_into_a_folder_that_is_not_there_names_it(tmp_path: Path) -> None:
    db = sqlite3.connect(":memory:")
    with pytest.raises(StoreError) as caught:
        copy(db, tmp_path / "none" / "b.db")
    db.close()
    assert str(caught.value) == f"{tmp_path / 'none' / 'b.db'}: there is no folder {tmp_path / 'none'}"

"""The shape of the database, as numbered steps of SQL; a released step is never changed, only followed by another.

`start_key` and `end_key` are instants of civil time (seconds): ISO text sorts years before 1, zones and open ends
wrongly. An open end is OPEN_START or OPEN_END; an undated event has NULL in both.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from timeline.store import kept, seal, views, words
from timeline.store.ranks import CODE_SQL, COUNTER_BITS, OPEN_START, month_of
from timeline.store.saving import tallies

APPLICATION_ID = 0x54494D45  # "TIME": tells our files from other programs' in the SQLite header

_ARTICLES = """
CREATE TABLE articles (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT, source TEXT, url TEXT,
    lang TEXT NOT NULL, domain TEXT NOT NULL,
    published TEXT, basis TEXT, zone TEXT, published_start INTEGER, published_end INTEGER, conflict TEXT,
    published_key INTEGER NOT NULL,
    text TEXT NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL,
    blocks TEXT NOT NULL, notes TEXT NOT NULL, findings TEXT NOT NULL, silent TEXT NOT NULL
)"""

_TIMEXES = """
CREATE TABLE timexes (
    article TEXT NOT NULL REFERENCES articles(id),
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    type TEXT NOT NULL, value TEXT NOT NULL, mod TEXT, quant TEXT, freq TEXT, edtf TEXT, rule TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, event TEXT, flags TEXT NOT NULL
)"""

_EVENTS = """
CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles(id),
    place INTEGER NOT NULL,
    start_key INTEGER, end_key INTEGER,
    granularity TEXT, basis TEXT NOT NULL, modality TEXT NOT NULL, source TEXT,
    body TEXT NOT NULL
)"""

# The index holds no text of its own: it reads the words where they are kept, through this view.
_WORDS = """
CREATE VIEW event_words AS
SELECT seq, article, json_extract(body, '$.headline') AS headline, json_extract(body, '$.quote') AS quote,
       json_extract(body, '$.article.title') AS title
FROM events"""

_INDEX = """
CREATE VIRTUAL TABLE event_index USING fts5(
    headline, quote, title, content='event_words', content_rowid='seq', tokenize='unicode61 remove_diacritics 2'
)"""

# The only place where the clock is read: when something was done to the store, never when something happened.
_LOG = """
CREATE TABLE log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    what TEXT NOT NULL, article TEXT, detail TEXT
)"""

# How far each input has been read under which options: `sha256` is of its first `size` bytes, which are all stored.
_INPUTS = """
CREATE TABLE inputs (
    seq INTEGER PRIMARY KEY,
    path TEXT NOT NULL, options TEXT NOT NULL,
    size INTEGER NOT NULL, sha256 TEXT NOT NULL, lines INTEGER NOT NULL, finished INTEGER NOT NULL,
    engine TEXT NOT NULL,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    UNIQUE (path, options)
)"""

_ARRIVALS = """
CREATE TABLE arrivals (
    article TEXT NOT NULL REFERENCES articles(id), input INTEGER NOT NULL REFERENCES inputs(seq),
    PRIMARY KEY (article, input)
) WITHOUT ROWID"""

_REFUSALS = """
CREATE TABLE refusals (
    seq INTEGER PRIMARY KEY,
    input INTEGER NOT NULL REFERENCES inputs(seq), place TEXT NOT NULL, reason TEXT NOT NULL,
    UNIQUE (input, place)
)"""

# Events of texts that were changed since: kept as they were, out of the chronology and its index.
_PAST_EVENTS = """
CREATE TABLE past_events (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles(id),
    place INTEGER NOT NULL,
    start_key INTEGER, end_key INTEGER,
    granularity TEXT, basis TEXT NOT NULL, modality TEXT NOT NULL, source TEXT,
    body TEXT NOT NULL, month INTEGER
)"""

# Both together, for what is asked by the id of an article or an event; the numbers of past ones are negative.
_EVENT = "id, article, place, start_key, end_key, granularity, basis, modality, source, body"
_EVERY_EVENT = f"""
CREATE VIEW every_event AS
SELECT seq, {_EVENT} FROM events UNION ALL SELECT -seq, {_EVENT} FROM past_events"""  # noqa: S608  names of our own

_KEY = "article, place, start_key, end_key, granularity, basis, modality, source"
_EVERY_KEY = f"""
CREATE VIEW every_key AS
SELECT seq, {_KEY}, at FROM event_keys
UNION ALL
SELECT -seq, {_KEY}, iif(start_key = {OPEN_START}, end_key - 1, start_key) FROM past_events"""  # noqa: S608

_KEPT = "CREATE TRIGGER log_{verb} BEFORE {verb} ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END"

# Rows get the numbers that `ranks` gives; those are far above all that were given before.
_RENUMBER = f"""
UPDATE events SET seq = ranked.seq, month = month_of(iif(start_key = {OPEN_START}, end_key - 1, start_key))
FROM (
    SELECT seq AS old, (code << {COUNTER_BITS}) + row_number() OVER (PARTITION BY code ORDER BY article, place) AS seq
    FROM (SELECT seq, article, place, {CODE_SQL} AS code FROM events)
) AS ranked WHERE ranked.old = events.seq"""  # noqa: S608

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "0001 articles, timexes, events, log",
        (
            _ARTICLES,
            _TIMEXES,
            _EVENTS,
            _WORDS,
            _INDEX,
            _LOG,
            _KEPT.format(verb="UPDATE"),
            _KEPT.format(verb="DELETE"),
            "CREATE INDEX articles_by_date ON articles (published_key, id)",
            "CREATE INDEX timexes_by_article ON timexes (article, start)",
            "CREATE INDEX events_in_order ON events (start_key, end_key, article, place)",
            "CREATE INDEX events_by_article ON events (article)",
            f"PRAGMA application_id = {APPLICATION_ID}",
        ),
    ),
    (
        "0002 rows in the order of time, keys and counts",
        (
            "DROP TABLE event_index",
            "DROP VIEW event_words",
            "ALTER TABLE events ADD COLUMN month INTEGER",
            _RENUMBER,
            "DROP INDEX events_in_order",
            *kept.statements(OPEN_START),
            *words.STATEMENTS,
        ),
    ),
    (
        "0003 inputs, versions, engine",
        (
            _INPUTS,
            _ARRIVALS,
            _REFUSALS,
            _PAST_EVENTS,
            _EVERY_EVENT,
            _EVERY_KEY,
            "ALTER TABLE articles ADD COLUMN engine TEXT",
            "ALTER TABLE articles ADD COLUMN supersedes TEXT",
            "ALTER TABLE articles ADD COLUMN superseded_by TEXT",
            "ALTER TABLE log ADD COLUMN sha256 TEXT",
            "ALTER TABLE log ADD COLUMN name TEXT",
            "ALTER TABLE log ADD COLUMN engine TEXT",
            "CREATE INDEX arrivals_by_input ON arrivals (input)",
            "CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL AND superseded_by IS NULL",
            "CREATE INDEX past_events_by_article ON past_events (article)",
        ),
    ),
    ("0004 views", (views.TABLE,)),
    ("0005 seals", ("ALTER TABLE articles ADD COLUMN seal TEXT", "UPDATE articles SET seal = seal_of(id)")),
    ("0006 counted many at once", (*tallies.without_triggers(), *kept.table("source_years"))),
)


def migrations() -> Migrations:
    """Hand the steps to sqlite-utils, which keeps count of them in the file."""
    steps = Migrations("timeline")
    for name, statements in STEPS:
        steps(name=name)(_step(statements))
    return steps


def _step(statements: tuple[str, ...]) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        db.conn.create_function("month_of", 1, month_of, deterministic=True)
        db.conn.create_function("seal_of", 1, lambda article: seal.of_stored(db.conn, article))
        for statement in statements:
            db.execute(statement)

    return run

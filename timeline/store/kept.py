"""The SQL of what is kept beside the events, so that questions about a million of them touch few rows.

`event_keys` is `events` without the bodies: a thirtieth of the bytes, in the orders that are asked for. The counts are
sums over it. `saving.tallies` writes both, many events at once; up to step 0006 triggers did, row by row. Steps that
are released run statements from here: what these say of a table that is there never changes.

The width of an event and the instant at which it counts are told once more in Python, where rows are made before they
meet the database; `timeline check` holds both against each other, and tests/test_check.py that it does.

wide   0 up to a month, 1 up to a year, 2 wider or with an open end, 3 with an open beginning: what reaches into a
       stretch from before it began not long before, or is one of the few wide ones
at     the instant at which an event counts: its start, or the last one of it when its beginning is open
month  the month of `at`, year * 12 + month - 1; `events` carries it, for SQL knows no calendar before the year 0
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.calendar import DAY_SECONDS

MONTH_WIDE, YEAR_WIDE = 31 * DAY_SECONDS, 366 * DAY_SECONDS
NARROW, YEARLY, WIDE, OPEN = range(4)

_KEY_COLUMNS = "seq, start_key, end_key, article, place, granularity, basis, modality, source, wide, at, month"
KEY_COLUMNS = tuple(_KEY_COLUMNS.split(", "))

KEYS = """
CREATE TABLE event_keys (
    seq INTEGER PRIMARY KEY, start_key INTEGER, end_key INTEGER, article TEXT NOT NULL, place INTEGER NOT NULL,
    granularity TEXT, basis TEXT NOT NULL, modality TEXT NOT NULL, source TEXT,
    wide INTEGER, at INTEGER, month INTEGER
)"""

INDEXES = (
    "CREATE INDEX keys_in_order ON event_keys "
    "(start_key, end_key, article, place, granularity, basis, modality, source)",
    "CREATE INDEX keys_by_width ON event_keys "
    "(wide, at, end_key, article, place, start_key, granularity, basis, modality, source) WHERE wide > 0",
    "CREATE INDEX keys_by_article ON event_keys (article)",
)


def copy_of(row: str, open_start: int) -> str:
    """Write the values of a row of `event_keys` from one of `events`; `row` is "new." in a trigger."""
    start, end = f"{row}start_key", f"{row}end_key"
    wide = (
        f"CASE WHEN {start} IS NULL THEN NULL WHEN {start} = {open_start} THEN {OPEN} "
        f"WHEN {end} - {start} <= {MONTH_WIDE} THEN {NARROW} WHEN {end} - {start} <= {YEAR_WIDE} THEN {YEARLY} "
        f"ELSE {WIDE} END"
    )
    at = f"CASE WHEN {start} = {open_start} THEN {end} - 1 ELSE {start} END"
    return ", ".join(
        [*(f"{row}{name}" for name in KEY_COLUMNS[:9]), wide, at, f"{row}month"],
    )


def width_of(start: int | None, end: int | None, open_start: int) -> int | None:
    """Say how wide an event is, as `copy_of`; None when it is undated."""
    if start is None or end is None:
        return None
    if start == open_start:
        return OPEN
    width = end - start
    return NARROW if width <= MONTH_WIDE else YEARLY if width <= YEAR_WIDE else WIDE


def instant_of(start: int | None, end: int | None, open_start: int) -> int | None:
    """Give the instant at which an event counts, as `copy_of`."""
    return end - 1 if start == open_start and end is not None else start


_FLOOR_DAY = f"({{row}}at - ({{row}}at % {DAY_SECONDS} + {DAY_SECONDS}) % {DAY_SECONDS}) / {DAY_SECONDS}"
_FLOOR_YEAR = "({row}month - ({row}month % 12 + 12) % 12) / 12"
_SOURCE = "coalesce({row}source, x'')"  # a key holds no NULL; an empty blob is no text that a source could be
_KIND = (("granularity", "coalesce({row}granularity, x'')"), ("basis", "{row}basis"), ("modality", "{row}modality"))

# The name of a table of counts -> its key: column and expression. The first column is what ranges are asked of.
COUNTS: dict[str, tuple[tuple[str, str], ...]] = {
    "totals": (("dated", "{row}at IS NOT NULL"), *_KIND),
    "source_totals": (("dated", "{row}at IS NOT NULL"), ("source", _SOURCE), *_KIND),
    "year_counts": (("year", _FLOOR_YEAR), ("source", _SOURCE), *_KIND),
    "source_counts": (("source", _SOURCE), ("month", "{row}month"), *_KIND),
    "month_totals": (("month", "{row}month"), *_KIND),
    "day_totals": (("day", _FLOOR_DAY), *_KIND),
    "source_years": (("year", _FLOOR_YEAR), ("source", _SOURCE)),
}
_LATER = frozenset({"source_years"})  # those that came after the triggers had gone
COUNTED_BY_ROW = tuple(name for name in COUNTS if name not in _LATER)
_DATED_ONLY = frozenset(COUNTS) - {"totals", "source_totals"}


def statements(open_start: int) -> Iterator[str]:
    """Yield what makes the keys, the counts and their triggers, and fills them from the events there are."""
    yield KEYS
    yield f"INSERT INTO event_keys ({_KEY_COLUMNS}) SELECT {copy_of('', open_start)} FROM events ORDER BY seq"  # noqa: S608
    yield from INDEXES
    for name in COUNTED_BY_ROW:
        yield from table(name)
    yield from triggers(open_start)


def table(name: str) -> Iterator[str]:
    """Yield what makes one table of counts and fills it from the keys there are."""
    yield _table(name, COUNTS[name])
    yield _filling(name, COUNTS[name])


def triggers(open_start: int) -> Iterator[str]:
    """Yield what keeps the keys and the first counts in step with the events."""
    yield (
        f"CREATE TRIGGER event_added AFTER INSERT ON events BEGIN INSERT INTO event_keys ({_KEY_COLUMNS}) "  # noqa: S608
        f"VALUES ({copy_of('new.', open_start)}); END"
    )
    yield "CREATE TRIGGER event_gone AFTER DELETE ON events BEGIN DELETE FROM event_keys WHERE seq = old.seq; END"
    for name in COUNTED_BY_ROW:
        for verb, row, sign in (("INSERT", "new.", ""), ("DELETE", "old.", "-")):
            only = f" WHEN {row}at IS NOT NULL" if name in _DATED_ONLY else ""
            yield (
                f"CREATE TRIGGER {name}_{verb.lower()} AFTER {verb} ON event_keys{only} "
                f"BEGIN {_change(name, COUNTS[name], row, sign)} END"
            )
    yield (
        "CREATE TRIGGER event_changed BEFORE UPDATE OF seq, start_key, end_key, article, place, granularity, basis, "
        "modality, source, month ON events "
        "BEGIN SELECT RAISE(ABORT, 'what events are found by is not changed in place: delete and insert'); END"
    )


def _table(name: str, key: tuple[tuple[str, str], ...]) -> str:
    columns = ", ".join(column for column, _ in key)
    return f"CREATE TABLE {name} ({columns}, n INTEGER NOT NULL, PRIMARY KEY ({columns})) WITHOUT ROWID"


def _filling(name: str, key: tuple[tuple[str, str], ...]) -> str:
    return f"INSERT INTO {name} {recount(name, key)}"


def recount(name: str, key: tuple[tuple[str, str], ...], rows: str = "event_keys", sign: str = "") -> str:
    """Write the statement that gives the rows of a table of counts, counted anew, or what some keys add to them."""
    values = ", ".join(value.format(row="") for _, value in key)
    numbers = ", ".join(str(place) for place in range(1, len(key) + 1))
    where = "WHERE at IS NOT NULL" if name in _DATED_ONLY else ""
    return f"SELECT {values}, {sign}count(*) FROM {rows} {where} GROUP BY {numbers}"  # noqa: S608


def _change(name: str, key: tuple[tuple[str, str], ...], row: str, sign: str) -> str:
    columns, values = ", ".join(column for column, _ in key), ", ".join(value.format(row=row) for _, value in key)
    change = (
        f"INSERT INTO {name} VALUES ({values}, {sign}1) "  # noqa: S608  names of our own
        f"ON CONFLICT ({columns}) DO UPDATE SET n = n + excluded.n;"
    )
    if not sign:
        return change
    same = " AND ".join(f"{column} = ({value.format(row=row)})" for column, value in key)
    return f"{change} DELETE FROM {name} WHERE {same} AND n = 0;"  # noqa: S608

"""A number in, a store with that many plausible events out: the same ones every time, in the store's own tables.

The shares of widths, bases and modalities are those that a thousand news articles gave; words follow Zipf's law.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from timeline.calendar import DAY_SECONDS, Granularity, Interval, day_number, interval_of, period_at
from timeline.notation import edtf_range, iso_day, iso_instant
from timeline.store import Store
from timeline.store.ranks import OPEN_END, OPEN_START
from timeline.store.steps import migrations

_SEED = 20250211
PER_ARTICLE = 20
POOL = 700_000  # words thrown for; texts are cut out of them
SOURCES = 250
FREQUENT, RARE = "council", "quagmire"  # words of a fifth of the events, and of one in ten thousand
FIRST, LAST = day_number(2005), day_number(2025, 12, 31)

_GRANULARITIES = ("day minute year part month week season decade century", (39, 29, 10, 9, 6, 4, 1, 1, 1))
_BASES = ("stated inherited published", (82, 17, 1))
_MODALITIES = ("happened planned possible denied alleged", (77, 11, 8, 3, 1))
_SYLLABLES = (
    *("ska", "row", "ufer", "lan", "mar", "eth", "bri", "ton", "vel", "os", "kin"),
    *("dra", "hal", "mun", "per", "sil", "tor", "wen", "gar", "lis"),
)
_BODY = (
    '{"id":"%s","url":"/events/%s","headline":"%s","quote":"%s","start":%s,"end":%s,"granularity":"%s","edtf":"%s",'
    '"label":"%s","basis":"%s","modality":"%s","confidence":0.81,"timex":{"text":"late Saturday","type":"DATE",'
    '"value":"%s","mod":null,"start":%d,"end":%d},'
    '"why":{"explanation":"“late Saturday” is %s: the last Saturday before '
    'the publish date %s, because “reported” is in the past tense.","rule":"[the] {part_edge} {date}",'
    '"direction":"past",'
    '"cue":{"text":"reported","start":%d,"end":%d},"anchor":{"kind":"published","value":"%s","basis":"header"},'
    '"alternatives":[{"edtf":"%s","reason":"the words around point to the past"}],"steps":[{"name":"words","words":'
    '"“late Saturday”"},{"name":"rule","words":"[the] {part_edge} {date}"},{"name":"direction","words":"past, because '
    '“reported” is in the past tense"},{"name":"anchor","words":"the publish date %s"},{"name":"result","words":"%s"}],'
    '"flags":[]},"trigger":{"text":"reported","start":%d,"end":%d},"sentence":{"start":%d,"end":%d,"kind":"body"},'
    '"article":{"id":"%s","title":"%s","source":"%s","published":"%s","url":null}}'
)


class Dice:
    """Everything that is thrown for, from one seed."""

    def __init__(self) -> None:
        self.random = random.Random(_SEED)  # noqa: S311  (events, not secrets)
        self.words = self._vocabulary()
        weights = list(accumulate(1 / (place + 20) for place in range(len(self.words))))
        self.pool = self.random.choices(self.words, cum_weights=weights, k=POOL)
        self.sources = [f"{name.title()} {kind}" for name in self.words[:125] for kind in ("Courier", "Wire")]
        self.source_weights = list(accumulate(1 / (place + 2) for place in range(len(self.sources))))

    def _vocabulary(self) -> list[str]:
        made = dict.fromkeys(
            "".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4))) for _ in range(30_000)
        )
        return list(made)

    def text(self, number: int) -> str:
        """Write so many words."""
        start = self.random.randrange(len(self.pool) - number)
        return " ".join(self.pool[start : start + number])

    def one(self, table: tuple[str, tuple[int, ...]]) -> str:
        """Throw for one of the names of a table by their shares."""
        return self.random.choices(table[0].split(), table[1])[0]


class Stocked(NamedTuple):
    """An article of the store."""

    id: str
    title: str
    source: str
    published: int


def stock(path: Path, events: int) -> None:
    """Make the store: rows as the first version wrote them, brought up to date by the steps of today."""
    dice = Dice()
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;")
    migrations().apply(Database(connection), stop_before="0002 rows in the order of time, keys and counts")
    with connection:
        for place in range(-(-events // PER_ARTICLE)):
            article = _article(dice, place)
            connection.execute(
                _ARTICLE,
                (
                    article.id,
                    article.title,
                    article.source,
                    iso_day(article.published),
                    article.published * DAY_SECONDS,
                ),
            )
            connection.executemany(_EVENT, _events(dice, article, min(PER_ARTICLE, events - place * PER_ARTICLE)))
        connection.execute("INSERT INTO log (what) VALUES ('stocked')")
    migrations().apply(Database(connection))
    connection.executescript("PRAGMA wal_checkpoint(TRUNCATE);")
    connection.close()
    Store.open(path).close()


_ARTICLE = (
    "INSERT INTO articles (id, title, source, lang, domain, published, basis, published_key, text, sha256, reader, "
    "blocks, notes, findings, silent) VALUES (?, ?, ?, 'en', 'news', ?, 'header', ?, '', '', 'made', "
    "'[]', '[]', '[]', '[]')"
)
_EVENT = (
    "INSERT INTO events (id, article, place, start_key, end_key, granularity, basis, modality, source, body) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _article(dice: Dice, place: int) -> Stocked:
    source = dice.random.choices(dice.sources, cum_weights=dice.source_weights)[0]
    # More of it the nearer to today, as archives are.
    published = FIRST + int((LAST - FIRST) * dice.random.random() ** 0.7)
    return Stocked(f"{place:016x}", dice.text(8).capitalize(), source, published)


def _events(dice: Dice, article: Stocked, number: int) -> Iterator[tuple[object, ...]]:
    for count in range(number):
        key = f"{article.id[4:]}{count:04x}"
        granularity, basis, modality = dice.one(_GRANULARITIES), dice.one(_BASES), dice.one(_MODALITIES)
        interval = _interval(dice, article.published, granularity, modality)
        body = _body(dice, article, key, interval, (granularity, basis, modality), count * 150)
        start = OPEN_START if interval.start is None else interval.start
        end = OPEN_END if interval.end is None else interval.end
        yield key, article.id, count * 150, start, end, granularity, basis, modality, article.source, body


def _interval(dice: Dice, published: int, granularity: str, modality: str) -> Interval:
    unit = Granularity[granularity.upper()]
    back = int(dice.random.expovariate(1 / {"year": 1500, "decade": 9000, "century": 60_000}.get(granularity, 12)))
    day = published + (back if modality == "planned" else -back)
    if unit < Granularity.DAY:
        start = day * DAY_SECONDS + dice.random.randrange(1440) * 60
        interval = Interval(start, start + (60 if granularity == "minute" else 21_600))
    else:
        interval = interval_of(period_at(unit, day))
    chance = dice.random.random()
    if chance < 0.01:
        return Interval(None, interval.end)
    return Interval(interval.start, None) if chance < 0.03 else interval


def _body(dice: Dice, article: Stocked, key: str, interval: Interval, kind: tuple[str, str, str], place: int) -> str:
    quote = dice.text(26)
    if dice.random.random() < 0.2:
        quote = f"{FREQUENT} {quote}"
    if dice.random.random() < 0.0001:
        quote = f"{RARE} {quote}"
    headline = " ".join(quote.split()[:12])
    date, published = edtf_range(interval), iso_day(article.published)
    ends = (json.dumps(None if end is None else iso_instant(end)) for end in interval)
    spot = (place, place + 13)
    return _BODY % (
        key, key, headline, quote, *ends, kind[0], date, date, kind[1], kind[2], date, *spot, date, published,
        *spot, published, date, published, date, *spot, *spot, article.id, article.title, article.source, published,
    )  # fmt: skip

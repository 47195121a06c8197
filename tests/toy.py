"""A toy language of a dozen rules, made of toy.toml and of what stands here: nothing in the engine knows it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from timeline.calendar import DAY, YEAR, Granularity, Period, day_number, exists
from timeline.grammar.language import Dialect, Language
from timeline.grammar.lexicon import Lexicon, Shape
from timeline.grammar.rule import Place, Rule, rule
from timeline.grammar.syntax import Syntax
from timeline.grammar.verbs import verb_table
from timeline.meaning import PUBLISHED, STORY, At, Edge, Every, Length, Meaning, Range, Shift, Spot, SpotKind, Step

TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def counts_heads(place: Place) -> str | None:
    """Refuse a year that counts: "1984 kapoj"."""
    return "it counts heads" if place.folded.startswith(" kapoj", place.end) else None


def on_weekday(number: int) -> Spot:
    return Spot(SpotKind.WEEKDAY, number)


@rule("{year} {month} {day}")
def full_date(year: int, month: int, day: int) -> Meaning | None:
    return At(Period(DAY, day_number(year, month, day))) if exists(year, month, day) else None


@rule("[je] {month} {day}")
def day_of_month(month: int, day: int) -> Meaning:
    return Spot(SpotKind.MONTHDAY, month, day)


@rule("{year}", when=counts_heads)
def year_alone(year: int) -> Meaning:
    return At(Period(YEAR, year))


@rule("{weekday}")
def bare_weekday(weekday: int) -> Meaning:
    return on_weekday(weekday)


@rule("{weekday} pasinta")
def last_weekday(weekday: int) -> Meaning:
    return Step(-1, on_weekday(weekday), PUBLISHED)


@rule("{yesterday}")
def day_before(yesterday: int) -> Meaning:
    return Shift(yesterday, DAY, of=PUBLISHED)


@rule("{count} {unit} retro")
def counted_back(count: int, unit: Granularity) -> Meaning:
    return Shift(-count, unit, of=PUBLISHED)


@rule("{count} {unit} poste")
def counted_on(count: int, unit: Granularity) -> Meaning:
    return Shift(count, unit, of=STORY)


@rule("{count} {unit}")
def length(count: int, unit: Granularity) -> Meaning:
    return Length(((count, unit),))


@rule("<de> {a:weekday} <al> {b:weekday}")
def weekdays(a: int, b: int) -> Range:
    return Range(on_weekday(a), on_weekday(b))


@rule("<omna> {weekday}")
def every_weekday(weekday: int) -> Meaning:
    return Every(on_weekday(weekday), quant="OMNA")


@rule("{edge} {date}")
def edge_of_date(edge: str, date: Meaning) -> Meaning:
    return Edge(edge, date)


RULES: tuple[Rule, ...] = (
    full_date,
    day_of_month,
    year_alone,
    last_weekday,
    bare_weekday,
    day_before,
    counted_back,
    counted_on,
    length,
    weekdays,
)


def _number(match: re.Match[str]) -> dict[str, int]:
    number = int(match.group())
    return {"year": number} if number > 999 else {"count": number} | ({"day": number} if 1 <= number <= 31 else {})


def after_mark(place: Place) -> str | None:
    """Refuse what a mark stands before: "xx sabo"."""
    return "marked as no time" if place.folded.endswith("xx ", 0, place.start) else None


DIALECT = Dialect(
    spellings={"sbo": "sabo", "psta": "pasinta", "tgj": "tagoj", "rtr": "retro"},
    shapes=(Shape(r"k\d{4}(?!\d)", lambda match: {"year": int(match.group()[1:])}, digits=False),),
    hints={"k": r"\d{4}(?!\w)"},
    first=after_mark,
    drawn_out=True,
)


def _words() -> Lexicon:
    return Lexicon.from_toml(TABLES["words"])


TOY = Language(
    code="qtt",
    lexicon=_words(),
    shapes=(Shape(r"\d{1,4}(?!\d)", _number),),
    triggers=frozenset({"{weekday}", "{month}", "{unit}", "{yesterday}"}),
    hints={},
    digit_hints=(r"\d{4}(?!\w)",),
    rules=(*RULES, every_weekday),
    joins=(edge_of_date,),
    verbs=verb_table(TABLES["verbs"], "ta", [], []),
    syntax=Syntax.from_toml(TABLES["syntax"]),
    feasts={},
    name_spot=lambda spot: f"{spot.kind.value} {spot.number}",
    dialects={"colloquial": DIALECT},
)

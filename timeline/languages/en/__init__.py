"""English: words, verbs and named days as data, rules as functions, made into one `Language`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from timeline.grammar.language import Language
from timeline.grammar.lexicon import Lexicon, Shape
from timeline.grammar.rule import rules_of
from timeline.grammar.syntax import Syntax
from timeline.grammar.verbs import VerbTable, verb_table
from timeline.languages import numeric
from timeline.languages.en import numbers
from timeline.languages.en.names import name_spot
from timeline.languages.en.rules import absolute, clock, colloquial, durations, joins, relative
from timeline.languages.feasts import read_feasts

_QUARTER = Shape(r"q[1-4](?!\w)|[1-4]q(?!\w)", lambda m: {"quarter_code": int(re.sub(r"\D", "", m.group()))}, trigger=True)
_TRIGGERS = frozenset(
    "{weekday} {month} {season} {unit} {double_unit} {long} {part} {part_alone} {noon} {midnight} {today} {yesterday} {tomorrow} "
    "{tonight} {now} {recent} {recent_adjective} {future} {current_adjective} past {bc} {named_decade} {often} {twice_often} {feast} {ampm} "
    "overnight o'clock then decade q1 q2 q3 q4 1q 2q 3q 4q".split()
)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))


def _verbs(tables: Mapping[str, Any]) -> VerbTable:
    return verb_table(dict(_tags(tables)), "ed", tables["not_past"], tables["not_past_endings"])


def _tags(tables: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Give each table of verbs.toml the name of a tag; the lemmas inside a group do not matter."""
    plain = ("past", "past_also_else", "past_same_as_base", "participles", "participles_same_as_base", "scheduled_present")
    for name in plain:
        yield name.removesuffix("s") if name == "participles" else name, tables[name]
    for group in ("auxiliaries", "modals"):
        for name, words in tables[group].items():
            yield name, words
    for group in ("say", "say_with_that", "deny", "allege", "plan"):
        yield group, [word for words in tables[group].values() for word in words]
    for name, words in tables["cues"].items():
        yield f"cue_{name}", words


def load() -> Language:
    """Make the language of its files."""
    words = _table("words.toml")
    feasts, names = read_feasts(_table("feasts.toml"))
    words["feast"] = names
    verbs = _table("verbs.toml")
    return Language(
        code="en",
        lexicon=Lexicon.from_toml(words),
        shapes=(*numeric.SHAPES[:10], _QUARTER, *numbers.SHAPES, *numeric.SHAPES[10:]),
        triggers=_TRIGGERS,
        hints=(numeric.HINTS, numbers.HINT),
        rules=rules_of(colloquial, absolute, relative, clock, durations),
        joins=rules_of(joins),
        verbs=_verbs(verbs),
        syntax=Syntax.from_toml(_table("syntax.toml")),
        feasts=feasts,
        name_spot=name_spot,
    )

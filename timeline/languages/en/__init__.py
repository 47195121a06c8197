"""English: words, verbs and named days as data, rules as functions, made into one `Language`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from timeline.grammar.happenings import Happenings
from timeline.grammar.language import Language
from timeline.grammar.lexicon import Lexicon
from timeline.grammar.rule import rules_of
from timeline.grammar.syntax import Syntax
from timeline.grammar.verbs import VerbTable, verb_table
from timeline.languages import numeric
from timeline.languages.en import numbers, shapes
from timeline.languages.en.chat import chat
from timeline.languages.en.names import name_spot
from timeline.languages.en.rules import (
    about,
    absolute,
    ancient,
    appositions,
    away,
    bare_hours,
    beside_days,
    business_years,
    clock,
    clock_figures,
    colloquial,
    day_lists,
    day_parts,
    days,
    durations,
    halves,
    joins,
    month_days,
    offsets,
    or_so,
    ranges,
    remainders,
    reports,
    sets,
    spots,
    story,
    story_parts,
    story_spots,
    story_steps,
    stretches,
    two_units,
    unit_edges,
    units,
    units_back,
    vague,
    weekdays,
    whole_dates,
    year_spans,
    years,
)
from timeline.languages.feasts import read_feasts

# Where two rules fit the same words, the one of the earlier module wins.
_RULES = (
    *colloquial.RULES,
    ancient,
    absolute,
    day_lists,
    month_days,
    year_spans,
    years,
    days,
    story_steps,
    two_units,
    story,
    story_parts,
    story_spots,
    units,
    units_back,
    unit_edges,
    sets,
    weekdays,
    spots,
    reports,
    business_years,
    stretches,
    remainders,
    or_so,
    bare_hours,
    clock_figures,
    clock,
    day_parts,
    durations,
    halves,
    vague,
)
_TRIGGERS = shapes.TRIGGERS | {
    "{weekday}", "{month}", "{season}", "{unit}", "{double_unit}", "{long}", "{part}", "{part_alone}", "{noon}",
    "{midnight}", "{today}", "{yesterday}", "{tomorrow}", "{tonight}", "{now}", "{recent}", "{recent_adjective}",
    "{future}", "{current_adjective}", "{bc}", "{ad}", "{named_decade}", "{often}", "{twice_often}", "{feast}",
    "{capital_feast}", "{ampm}", "{parts}", "{night_word}", "{weekdays}", "{chat_now}", "tn", "wknd", "wkend",
    "eod", "eob", "cob", "valentine", "valentines", "valentine's", "class of",
    "past", "overnight", "o'clock", "then", "decade", "former", "future", "latest period", "most recent period",
    "this date", "that date", "same date", "this time", "this aft",
    "first light", "until dark", "till dark", "after dark", "before dark", "by dark",
    "first half", "of late", "midweek", "midyear", "{seasons}", "{midseason}", "time being",
    "ult", "ultimo", "inst", "instant", "prox", "proximo",
}  # fmt: skip


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))


def _verbs(tables: Mapping[str, Any]) -> VerbTable:
    return verb_table(dict(_tags(tables)), "ed", tables["not_past"], tables["not_past_endings"])


def _tags(tables: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Give each table of verbs.toml the name of a tag; the lemmas inside a group do not matter."""
    plain = (
        "past",
        "past_also_else",
        "past_same_as_base",
        "participles",
        "participles_same_as_base",
        "scheduled_present",
    )
    for name in plain:
        yield name.removesuffix("s") if name == "participles" else name, tables[name]
    for group in ("auxiliaries", "modals"):
        for name, words in tables[group].items():
            yield name, words
    for group in (
        "say",
        "say_with_that",
        "deny",
        "exclude",
        "allege",
        "plan",
        "order",
        "appoint",
        "move",
        "put_off",
        "come_about",
        "wish",
        "judge",
        "acquit",
        "react",
        "occur",
        "origin",
        "lasting_state",
    ):
        yield group, [word for words in tables[group].values() for word in words]
    yield "source_opener", [phrase.partition(" ")[0] for phrase in tables["modals"]["alleged_sources"]]
    for name, words in tables["cues"].items():
        yield f"cue_{name}", words


def load() -> Language:
    """Make the language of its files."""
    words = _table("words.toml")
    named = read_feasts(_table("feasts.toml"))
    words |= named.classes
    lexicon = Lexicon.from_toml(words)
    verbs = _table("verbs.toml")
    return Language(
        code="en",
        lexicon=lexicon,
        shapes=(numeric.PLAIN, *shapes.SHAPES, *numeric.FORMS, *numbers.SHAPES, *numeric.NUMBERS),
        triggers=_TRIGGERS,
        hints=numbers.HINTS | shapes.WORD_HINTS,
        digit_hints=(numeric.HINTS, *shapes.DIGIT_HINTS, *named.hints, numbers.DIGIT_HINT),
        rules=(*named.rules, *rules_of(*_RULES)),
        joins=rules_of(*colloquial.JOINS, whole_dates, joins, away, beside_days, about, appositions, ranges, offsets),
        verbs=_verbs(verbs),
        syntax=Syntax.from_toml(_table("syntax.toml")),
        feasts=named.feasts,
        name_spot=name_spot,
        dialects={
            "colloquial": chat(_table("chat.toml")["spellings"], lexicon.words({"feast"})),
            "narrative": shapes.HISTORY,
        },
        happenings=Happenings.from_toml(_table("events.toml")),
    )

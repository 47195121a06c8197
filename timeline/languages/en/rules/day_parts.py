"""Parts of the day the story stands at: in the morning, at dawn, all night, until dark."""

from __future__ import annotations

from timeline.grammar.rule import rule
from timeline.languages.en.around.match import (
    all_of,
    no_cheat,
    no_compound,
    no_hyphen,
    no_name,
    not_told_by_clause,
)
from timeline.languages.en.rules.clock import DAY_OF_STORY
from timeline.meaning import Meaning, PartOf


@rule(
    "<in|during|by|of|all|through|throughout|for|early|late> the {part}",
    "the {part}",
    "[the] (early|late|mid) {part}",
    "[the] early {part} hours",
    "[the] {part_alone} hours",
    "(earlier|later) in the {part}",
    "{part_alone}",
    when=all_of(no_compound, no_name, not_told_by_clause),
    examples={"He died in the morning.": "2025-02-11TMO", "In the evening he left.": "2025-02-11TEV"},
    not_=["the night-watchman", "in Operation Dawn 5", "on the night he died", "the night that changed her life"],
)
def part_alone(part: str = "", part_alone: str = "") -> Meaning:
    """Read a part of the day the story stands at."""
    return PartOf(part or part_alone, DAY_OF_STORY)


@rule("first light", examples={"At first light the guns opened.": "2025-02-11TMO"}, not_=["It saw the first lights."])
def first_light() -> Meaning:
    """Read "first light" as a morning."""
    return PartOf("MO", DAY_OF_STORY)


@rule("<until|till|after|before|by> dark", only=("narrative",), examples={"They fought until dark.": "XXXX-XX-XXTNI"})
def dark() -> Meaning:
    """Read "until dark" in a history as the night."""
    return PartOf("NI", DAY_OF_STORY)


@rule("all {part:night_word}", when=no_hyphen, examples={"They worked all night.": "2025-02-11TNI"}, not_=["all-night"])
def all_night(part: str) -> Meaning:
    """Read a night that something lasted."""
    return PartOf(part, DAY_OF_STORY)


@rule(
    "the (early|small|wee) hours [of the morning]",
    examples={"in the early hours": "2025-02-11TMO", "in the small hours of the morning": "2025-02-11TMO"},
    not_=["for the early shift", "They kept early hours."],
)
def early_hours() -> Meaning:
    """Read the hours after midnight, which are of the new day's morning."""
    return PartOf("MO", DAY_OF_STORY)


@rule(
    "<towards|toward|by> {part}",
    when=all_of(no_compound, no_name, no_cheat),
    examples={"Towards evening it rained.": "2025-02-11TEV"},
    not_=["a fly-by-night firm"],
)
def towards_part(part: str) -> Meaning:
    """Read "towards evening" as that part of the day."""
    return PartOf(part, DAY_OF_STORY)


@rule("<at> {part:night_word}", examples={"They march at night.": "2025-02-11TNI"})
def at_night(part: str) -> Meaning:
    """Read the night of the day the story stands at."""
    return PartOf(part, DAY_OF_STORY)

"""The words around a reference that make it a part of what happened: "the last week of the campaign"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before

_OF_HAPPENING = re.compile(
    r" of (?:(?:the|this|that|his|her|its|their|a|an) (?!(?:year|month|week|century|decade)\b)|"
    r"(?:my |our |your |ur )?(?:school|class(?:es)?|term|uni|university|college|semester|exams?|finals|training|camp|"
    r"holidays|vacation|practice|pregnancy)\b)"
)
# "the killing last week of the mayor": behind a noun the week is that before the publish date
_BEHIND_NOUN = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\w')\b(?!(?:in|into|during|for|until|till|from|of|over|within|throughout|through|and|but|"
    r"or|on|by|since|about|the|an?|his|her|its|their|our|my|your|this|that|after|before|at|as|was|is|were|are|to|with|be|been|"
    r"very|whole|entire|than|only|just|it's|between|around|near|towards?|ur|like) )[a-z]{3,} $"
)


_DEFINITE = re.compile(r"\bthe(?: (?:very )?last)? $")


def _is_definite(place: Place) -> bool:
    return place.folded.startswith("the ", place.start) or _DEFINITE.search(before(place)) is not None


def not_of_happening(place: Place) -> str | None:
    """Refuse "the last week" where it goes on "of the campaign": that of what happened."""
    found = _OF_HAPPENING.match(after(place))
    if found is None:
        return None
    parted = found.group().endswith((" a ", " an ")) or (
        found.group()[-1] == " " and _BEHIND_NOUN.search(before(place))
    )
    dated = parted and not _is_definite(place)
    return None if dated else Unfit("that of what happened")  # "freed last week of a charge"


_BEFORE_HAPPENING = re.compile(r" before (?!(?:now|then|that|this|last|today)\b)")
_BEFORE_NAMED = re.compile(r" before (?:the|an?|his|her|its|their|he|she|it|they|we|i)\b")


def not_before_happening(place: Place) -> str | None:
    """Refuse "the last winter" where it goes on "before the war": it counts from there, not from today."""
    counts = "last" in place.folded[place.start : place.end].split() and _is_definite(place)
    return "the last before what happened" if counts and _BEFORE_HAPPENING.match(after(place)) else None


def weekday_not_before(place: Place) -> str | None:
    """Refuse "last Sunday" in "the last Sunday before the vote"; before Christmas it is read with that day."""
    reason = not_before_happening(place)
    return reason if reason is None or _BEFORE_NAMED.match(after(place)) else Unfit(reason)


def of_happening(place: Place) -> str | None:
    """Keep to the parts of what happened: "the last month of the war"."""
    return None if not_of_happening(place) else Unfit("a part of nothing that happened")

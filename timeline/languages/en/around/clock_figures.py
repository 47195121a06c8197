"""The words around a time of day in figures that make it none: scores, verses, amounts, and what sentence it is of."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.figures import STREET, UNIT_AFTER
from timeline.languages.en.around.match import after, before

_BOOKS = (
    "genesis|exodus|leviticus|deuteronomy|joshua|judges|samuel|kings|chronicles|job|psalms?|proverbs|isaiah|"
    "jeremiah|ezekiel|daniel|"
    "matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians|hebrews|james|peter|revelation|surah?|quran"
)
_RATIO_BEFORE = re.compile(
    rf"\b(?:ratio|scale|odds|verse|chapter|score|{_BOOKS})(?: of| is| was| at)? (?:[\d:]+(?:,| and|-) ?)*$"
)
_RATIO_AFTER = re.compile(
    r" (?:into|left in|remaining|win|loss|lead|odds|defeat|aspect|ratio|scale|majority|vote|draw)\b"
)
_SHORT_RATIO = re.compile(r"[1-9]:\d\d?")


def no_score(place: Place) -> str | None:
    """Refuse figures that are a score, a ratio or a verse: "a 3:21 win", "a scale of 1:50", "John 3:16"."""
    if _RATIO_BEFORE.search(before(place, 40)):
        return "a verse or a ratio, not a time"
    if place.folded[place.end - 1].isdigit() and before(place).endswith((" in ", " pb of ", " time of ")):
        return "says how long it took"
    if _SHORT_RATIO.fullmatch(place.folded, place.start, place.end) and _RATIO_AFTER.match(after(place)):
        return "a score, not a time"
    return None


_NEXT_SENTENCE = re.compile(r"[.?!]\s+(?:The|On|In|At|By|That|This|Early|Late)\b")


def no_sentence_between(place: Place) -> str | None:
    """Refuse "died at 5 p.m. The next morning", which are two sentences."""
    return Unfit("two sentences") if _NEXT_SENTENCE.search(place.text, place.start, place.end) else None


_NO_AMOUNT = re.compile(
    r"[.,;:!?)]*(?:\s*$|[.;:!?)\n]|,\s(?!\d))|\s(?:and|or|on|in|when|while|as|the|a|an|he|she|it|they|we|his|her|their|"
    r"but|to|until|till|from|for|with|by|that|this|all|both|two|three|four|five|six|every|local|hours|hrs|was|were)\b"
)


def no_amount(place: Place) -> str | None:
    """Refuse figures that go on to count or measure, or that open an address: "at 1800 feet", "at 7.30 marks"."""
    named = re.match(r" [A-Z][a-z]+ (?![A-Z])", place.text[place.end : place.end + 24])
    street = STREET.match(place.text, place.end)
    if (named or _NO_AMOUNT.match(after(place))) and not street and not UNIT_AFTER.match(after(place)):
        return None
    return Unfit("an amount, not a time")


_OTHER_ZONE = re.compile(
    r" ?(?:\(|-lrb-) ?(?:\d{4}|\d\d?[:.]\d\d)(?: ?[ap]\.?m\.?)? ?(?:gmt|utc|bst|cet|est|edt|et|local)\b"
)


def told_in_two_zones(place: Place) -> str | None:
    """Keep to figures whose time in another zone stands behind them: "at 1653 (2153 GMT)"."""
    return None if _OTHER_ZONE.match(after(place)) else Unfit("may be a year or an amount")


def with_leading_zero(place: Place) -> str | None:
    """Keep to figures that begin with a nought, which no year does."""
    return None if place.text[place.start] == "0" else Unfit("may be a year")


def no_day_of_its_own(place: Place) -> str | None:
    """Refuse "5 May (9 p.m." where the brackets name another day: "9 p.m., 4 May in the west)"."""
    goes_on = "(" in place.text[place.start : place.end] and place.folded.startswith(", ", place.end)
    return Unfit("the brackets name a day of their own") if goes_on else no_sentence_between(place)


_MINISTERS = re.compile(r" [a-z]+s\b(?! (?:at|in|on)\b)")


def no_ministers(place: Place) -> str | None:
    """Refuse "the 2 P-M aides", where the letters stand for who they work for."""
    counted = place.text.startswith(" P-M", place.end - 4) and before(place).endswith(("the ", "these ", "all "))
    return "counts who works for a minister" if counted and _MINISTERS.match(after(place)) else None

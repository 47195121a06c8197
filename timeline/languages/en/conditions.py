"""The words around a match that make it no time: each condition gives the reason in words, or None."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around import after, before
from timeline.languages.en.figures_around import year_alone
from timeline.languages.en.lengths_around import bare_units, no_age, no_rate, not_fraction, not_split
from timeline.languages.en.undertakings_around import march_of_undertaking

# What the rules ask beside the conditions on months, weekdays, seasons and named days below.
__all__ = [
    "bare_units",
    "no_age",
    "no_rate",
    "not_fraction",
    "not_split",
    "year_alone",
]


def capital(place: Place) -> str | None:
    """Refuse a word written small: "may", "march"."""
    return None if place.text[place.start].isupper() else "written small, it is an ordinary word"


_NAME_BEFORE = re.compile(r"(?:mr|mrs|ms|dr|sir|lord|lady|the|president|minister|king|queen|saint|st)\.? $")
_MONTH_LEFT = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|of|during|before|after|between|through|late|early|mid|last|next|this|"
    r"and|for|on|or|"
    r"every|each|around|about|month|than|ended|\d+(?:st|nd|rd|th)?)[ -]|^|[(,-] ?|\n)$"
)
_SHORT_MONTH_LEFT = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|of|during|before|after|between|through|late|early|mid|last|next|this|"
    r"every|ended|"
    r"\d+(?:st|nd|rd|th)?)[ -]|[(,-] ?)$"
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "dec", "jun", "august", "april", "june", "january"})
_PLACE_BEFORE = re.compile(r"\b(?:village|town|city|port|parish) of $")
_STREET = re.compile(r" (?:Street|Road|Avenue|Close|Lane|Drive|Court|Place|Square|Way|Boulevard)\b")
_SURNAME = re.compile(
    r" (?:[A-Z]['’])?[A-Z][a-z]+(?: [a-z]+\b|[.,;] [a-z])| (?:van|von|de|der|a) "
)  # no headline goes on small
_MAY_MONTH = re.compile(
    r"\b(?:in|during|since|until|till|late|early|mid|last|next|by|of|from|to|before|after|through|between|around|about|"
    r"(?:january|february|march|april|june|july|august|september|october|november|december) (?:and|to|or))[ -]$"
)
_MAY_VERB = re.compile(r" (?:i|we|he|she|it|they|you|not|be|have|well|the)\b")


def month_word(place: Place) -> str | None:
    """Refuse months that are words or names where they stand: "It may", "April Jones", "March on the capital"."""
    word = place.folded[place.start : place.end].rstrip(".")
    if not place.text[place.start].isupper():
        return "written small, it is no month" if word[:3] != "sep" else None
    if _STREET.match(place.text, place.end) or _PLACE_BEFORE.search(before(place)):
        return "the name of a place"
    if word not in _AMBIGUOUS:
        return None
    left = before(place)
    if word == "march" and march_of_undertaking(place):
        return None
    if len(word) == 3 and word != "may" and not _SHORT_MONTH_LEFT.search(left):
        return _short_name(place)
    if _MONTH_LEFT.search(left):
        if word == "may" and _MAY_VERB.match(after(place)) and not _MAY_MONTH.search(left):
            return "here it is the verb"
        at_start = not left or left.endswith((". ", "\n"))
        return "before a surname it is a name" if at_start and _SURNAME.match(place.text, place.end) else None
    if word in ("may", "march", "mar") or _NAME_BEFORE.search(left):
        return "no word around it makes it a month"
    if re.match(r" [A-Z][a-z]", place.text[place.end : place.end + 3]):
        return "before a capital it is a name"
    return None


_NO_NAME_AFTER = re.compile(r"\.? ?(?:\d|[-/.,;:)]|$)")


def _short_name(place: Place) -> str | None:
    """Refuse "Jan", "Dec" and "Mar" with nothing of a date around them: they are names of people as well."""
    return None if _NO_NAME_AFTER.match(after(place)) else "nothing around it makes it a month"


_SHORT_WEEKDAYS = frozenset({"sun", "sat", "mon", "wed", "fri", "tue", "thu"})
_SUN_LEFT = re.compile(r"\b(?:on|this|next|last|every|sat|sat\.|fri) (?:and |& |- )?$")
_TITLE_BEFORE = re.compile(r"(?:\bmr|\bmrs|\bms|\bdr|\bjoe|\bbill|\bt\.?g\.?i|\bruby)\.? ?$")
_WEEKDAY_NAMES = re.compile(
    r" (?:Addams|Weld|Night Lights|Night Live|Times|Herald|Telegraph|Mirror|Express|Mail|Post|Tribune)\b"
)


def weekday_word(place: Place) -> str | None:
    """Refuse weekdays that are names or words: "The Sun", "sat down", "Mr. Friday"."""
    word = place.folded[place.start : place.end].rstrip(".")
    if word in _SHORT_WEEKDAYS and (reason := _short_weekday(place, word)):
        return reason
    if _TITLE_BEFORE.search(before(place)):
        return "after a title it is a name"
    return "it is part of a name" if _WEEKDAY_NAMES.match(place.text, place.end) else None


_TEST_AFTER = re.compile(r" (?:is|was|scores?|tests?|exams?|results?)\b")


def _short_weekday(place: Place, word: str) -> str | None:
    left, right = before(place), after(place)
    small = not place.text[place.start].isupper()
    if small and word in ("sun", "sat", "wed", "mon"):
        return "written small, it is an ordinary word"
    if word in ("sun", "mon") and re.search(r"\b(?:the|a) $", left):
        return "it is a name here"
    if word == "sun" and not _SUN_LEFT.search(left):
        return "it is a name here"
    if word == "mon" and re.match(r" [A-Z][a-z]", place.text[place.end : place.end + 3]):
        return "it is a name here"
    if place.text[place.start : place.end] == "SAT" and _TEST_AFTER.match(right):
        return "it is a test here"
    return None


_SEASON_LEFT = re.compile(
    r"\b(?:in|during|since|until|till|by|of|through|throughout|over|late|early|mid|this|last|next|that|every|each|"
    r"for|before|after) (?:the |early |late |mid-?)?$|\b(?:late|early|mid)-$"
)


_FALL_GOES_ON = re.compile(r" (?:of (?!\d)|in (?!\d)|from|by|water|roll|break(?:s|ing)?)")


def season_word(place: Place) -> str | None:
    """Refuse seasons that are words: "prices fall", "a spring in the bed"."""
    if not _SEASON_LEFT.search(before(place)):
        return "no word before it makes it a season"
    word = place.folded[place.start : place.end]
    if word.endswith(("spring", "fall")) and re.search(r"\b(?:of|for|by|after|before) the $", before(place)):
        return "no word before it makes it a season"
    if word.endswith(("fall", "spring")) and _FALL_GOES_ON.match(after(place)):
        return "here it is another word"
    return None


_GOES_ON = re.compile(
    r" (?:the|a|an|his|her|their|its|our|my|your|this|that|these|those|he|she|it|they|we|i|you|being|taking|"
    r"becoming|leaving|leaving|last|next|[a-z]+ing|[a-z]+'s|[0-9])\b"
)


def nothing_follows(place: Place) -> str | None:
    """Refuse "two years after" and "the day before" when they lean on what follows: "after the strike"."""
    word = place.folded[place.start : place.end]
    goes_on = _GOES_ON.match(after(place)) or place.text[place.end + 1 : place.end + 2].isupper()
    if goes_on and word.endswith(("after", "before", "on", "following")):
        return Unfit("leans on what follows, not on the story's date")
    return None


_SMALL_MONTH = re.compile(r"\b(?:may|march|mar)\b")


def month_inside(place: Place) -> str | None:
    """Refuse "last may" and "this march": months that are words when written small."""
    found = _SMALL_MONTH.search(place.folded, place.start, place.end)
    return "written small, it is no month" if found and not place.text[found.start()].isupper() else None


_SEASON_AS_ADJECTIVE = re.compile(
    r"[ -](?:of (?!\d|that|the (?:next|following|previous|same)|last|next|this)|(?:games|olympics?|palace|house|"
    r"coat|clothes|sun|solstice|wheat|"
    r"squash|term|job|tale|wonderland|sports|school|camp|lights?|air|roll|leaves|colou?rs)\b)"
)


def plain_season(place: Place) -> str | None:
    """Refuse "the spring" and "the fall", which need a word before them, and "the summer palace"."""
    if place.folded.endswith(("spring", "fall"), place.start, place.end):
        return Unfit("no word before it makes it a season")
    return "here it says which kind, not when" if _SEASON_AS_ADJECTIVE.match(after(place)) else None


_FEAST_NAME_BEFORE = re.compile(r"\b(?:operation|white|father|merry|happy|project) (?:the )?$")
_FEAST_NAME_AFTER = re.compile(
    r" (?:Offensive|Rising|Uprising|Rebellion|Revolt|Campaign|Massacre|Crisis|Accords?|Agreement|Island|Bunny|"
    r"Carol|Seals?)\b"
)


def feast_word(place: Place) -> str | None:
    """Refuse named days that name something else: "the Easter Offensive", "Operation Ramadan"."""
    if _FEAST_NAME_BEFORE.search(before(place)) or _FEAST_NAME_AFTER.match(place.text[place.end : place.end + 14]):
        return "part of the name of something else"
    return None


_IN = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|during|before|after|through|late|early|mid|around|about|back in|and|"
    r"summer|fall|winter|spring)[ -]$"
)


def after_in(place: Place) -> str | None:
    """Refuse "'98" where no preposition makes it a year: "the '98 model"."""
    return None if _IN.search(before(place)) else "no word before it makes it a year"


_OLD_YEAR_AFTER = re.compile(
    r" ?[,.;:)\]\n]| ?$| (?:and|when|where|with|by|at|the|a|an|under|after|before|as|while|was|were|he|she|it|"
    r"they|his|to|which|but|on|in)\b"
)


def old_year_here(place: Place) -> str | None:
    """Refuse three digits that go on to count something: "in 300 villages"."""
    if _OLD_YEAR_AFTER.match(after(place)) and not re.match(r"[.,]\d", after(place)):
        return None
    return Unfit("goes on to count something")


def old_year_of_day(place: Place) -> str | None:
    """Refuse three digits behind a day and month that count something: "on 21 July 365 men fell"."""
    counts = re.match(r" (?:[a-z]+s|men|women|people|dead|of)\b(?<! was)(?<! is)(?<! his)", after(place))
    return Unfit("goes on to count something") if counts else None


def christian_era(place: Place) -> str | None:
    """Refuse "ad" written small, an advertisement, and "CE" that is no era."""
    era = re.search(r"\b(?:A\.? ?D|C\.? ?E)\b", place.text[place.start : place.end])
    return None if era else "written small, it is no era"


_AGE_OR_TEMPERATURE = re.compile(
    r"\b(?:his|her|their|my|our|your|its|whose|the (?:low|lower|upper|high|middle)|low|upper|lower|high) "
    r"(?:early |mid-?|late |mid )?$"
)


def no_age_or_temperature(place: Place) -> str | None:
    """Refuse "his 30s", an age, and "in the low 60s", a temperature."""
    if _AGE_OR_TEMPERATURE.search(before(place)):
        return "an age or a temperature, not a decade"
    return None


def nothing_dated_follows(place: Place) -> str | None:
    """Refuse "of late" where it is "of" and "late 1948"."""
    dated = re.match(r"[ -](?:the )?(?:\d|[A-Z])", place.text[place.end : place.end + 8])
    return Unfit("what follows is late") if dated else None


def ends_here(place: Place) -> str | None:
    """Refuse "64 days from 21 November" where the range goes on: "to 31 January"."""
    return Unfit("goes on as a range") if re.match(r" ?(?:to|until|till|through|-) ?", after(place)) else None


def possessive(place: Place) -> str | None:
    """Refuse a unit that owns nothing: only "the week's heaviest trading" is a week by itself."""
    return None if after(place).startswith("'s ") else Unfit("nothing is said to be of it")


_OF_DATE = re.compile(
    r" of (?:the )?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:last|this|next|that) )| in \d{4}"
)


def not_of_date(place: Place) -> str | None:
    """Refuse "the first two months" where it goes on "of 1939": they are those of that year."""
    return Unfit("goes on to say of what") if _OF_DATE.match(place.text, place.end) else None


def no_studio(place: Place) -> str | None:
    """Refuse "20th Century Fox"."""
    return "the name of a company" if re.match(r" Fox\b", place.text[place.end : place.end + 5]) else None


_GOES_ON_SMALL = re.compile(r" (?!(?:at|in|on|and|to|for|by|from|until|or|when|with|as|after|before)\b)[a-z]")


def day_word(place: Place) -> str | None:
    """Refuse "11 may" before a verb, and the streets of "12 March Road"."""
    if _STREET.match(place.text, place.end):
        return "the name of a street"
    small = month_inside(place)
    return small if small and _GOES_ON_SMALL.match(after(place)) else None


def chat_season(place: Place) -> str | None:
    """Refuse "fall" in a message where no word before it makes it a season."""
    fall = place.folded.endswith("fall", place.start, place.end)
    return season_word(place) if fall else None


def figures_end(place: Place) -> str | None:
    """Refuse figures that go on: the serial number "1999-2012-88"."""
    return "part of a longer number" if re.match(r"-\w", after(place)) else None

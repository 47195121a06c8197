"""The words around the name of a season that make it another word: "prices fall", "summer camp"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before

_NAMED = re.compile(r"(?:[Tt]he )?(?:Spring|Fall|Winter|Summer|Autumn) [A-Z][a-z]+")


def _named(place: Place) -> bool:
    """Say whether a season opens a name: "the Fall River", "the Winter Palace"; in a headline all words are capital."""
    return _NAMED.match(place.text, place.start) is not None and not _HEADLINE.search(
        place.text[max(0, place.start - 24) : place.start]
    )


_HEADLINE = re.compile(r"[A-Z]\w+ (?:In|For|This|Of|By|Last|The|All) $|\b(?:This|Last|Next|Late|Early|Mid) $")
_SEASON_LEFT = re.compile(
    r"\b(?:in|during|since|until|till?|by|of|through|throughout|over|well into|late|early|mid|this|last|next|"
    r"that|every|each|for|before|after) (?:the |early |late |mid-?)?$|\b(?:late|early|mid)-$"
)


_FALL_GOES_ON = re.compile(r" (?:of (?!\d)|in (?!\d)|from|by|water|roll|break(?:s|ing)?)")


def season_word(place: Place) -> str | None:
    """Refuse seasons that are words: "prices fall", "a spring in the bed"."""
    if not _SEASON_LEFT.search(before(place)):
        return "no word before it makes it a season"
    if _named(place):
        return "part of a name"
    word = place.folded[place.start : place.end]
    if word.endswith(("spring", "fall")) and re.search(r"\b(?:of|for|by|after|before) the $", before(place)):
        return "no word before it makes it a season"
    if word.endswith(("fall", "spring")) and _FALL_GOES_ON.match(after(place)):
        return "here it is another word"
    return None


def two_season_words(place: Place) -> str | None:
    """Refuse two seasons that are words; behind "the" two of them need no other word before it."""
    both = place.folded.startswith("the ", place.start) and _AND_SEASON.search(place.folded, place.start, place.end)
    return None if both else season_word(place)


_AND_SEASON = re.compile(r" and (?:the )?[a-z]+$")


_FALLING = re.compile(r" (?:under|into|short|apart|from|on|within|behind|to|for|off|out|outside)\b")


def no_falling(place: Place) -> str | None:
    """Refuse "the clans that fall under it"."""
    fall = place.folded.endswith("fall", place.start, place.end)
    return "here it is the verb" if fall and _FALLING.match(after(place)) else None


def of_no_year(place: Place) -> str | None:
    """Refuse seasons that go on: "the summer and autumn of 481 BC"."""
    goes_on = place.folded.startswith((" of ", " in ", " last ", " this ", " next "), place.end)
    return Unfit("goes on to say of what") if goes_on else None


def no_downfall(place: Place) -> str | None:
    """Refuse "his fall in 1998" and "the 1990 fall of the walls", where somebody or something fell."""
    words = place.folded[place.start : place.end]
    whose = _ITS_FALL.match(words) and _WHOSE.search(before(place))
    of_what = words.endswith("fall") and _FALL_OF.match(place.folded, place.end)
    return Unfit("here it is another word") if whose or of_what else None


_ITS_FALL = re.compile(r"fall (?:in|of) |fall$")
_WHOSE = re.compile(r"(?:['’]s?|\b(?:his|her|its|their)) $")
_FALL_OF = re.compile(r" of (?!\d|that|the (?:next|following|previous|same))")


_SEASON_AS_ADJECTIVE = re.compile(
    r"[ -](?:of (?!\d|that|the (?:next|following|previous|same)|last|next|this)|(?:games|olympics?|palace|house|"
    r"coat|clothes|sun|solstice|wheat|"
    r"squash|term|job|tale|wonderland|sports|school|camp|lights?|air|roll|leaves|colou?rs)\b)"
)


_GAMES = re.compile(r"[ -](?:games|olympics?|olympiad|paralympics?|world cup)\b")


def no_games(place: Place) -> str | None:
    """Refuse "the next Winter Games", the games of another year."""
    return "part of a name" if _GAMES.match(after(place)) else None


def plain_season(place: Place) -> str | None:
    """Refuse "the spring" and "the fall", which need a word before them, and "the summer palace"."""
    if place.folded.endswith(("spring", "fall"), place.start, place.end):
        return Unfit("no word before it makes it a season")
    if _named(place):
        return "part of a name"
    return "here it says which kind, not when" if _SEASON_AS_ADJECTIVE.match(after(place)) else None


_SPRING_GOES_ON = re.compile(r" (?:rolls?|onions?|chicken|water|board|clean(?:ing|ed)?|loaded|mattress|greens)\b")


_SPRINGS = re.compile(r".{0,5}\b(?:will|can|could|would|'ll|might) spring (?:a|an|the|back|into|up|from|to|for)\b")
_NAME_BEFORE = re.compile(
    r"(?!(?:Happy|Hello|Goodbye|Bye|Hey|Love|My|The|This|Last|Next|Early|Late|Mid|Of|In|For|And|Your|Our|Welcome|Ready|"
    r"New|Best|Hot|Great|Every|All|Until|Til|Till|Since|First|Another)\b)\b[A-Z][a-z]+ $"
)


def _named_season(place: Place) -> bool:
    """Say whether a season closes a name: "Donna Summer sang", "the Arab Spring"."""
    named = _NAME_BEFORE.search(place.text, max(0, place.start - 16), place.start)
    return (
        place.text[place.start].isupper()
        and named is not None
        and re.match(r"[ ,'’.!?]*(?:[a-z]|$)", place.text[place.end : place.end + 4]) is not None
    )


_IN_STEP = re.compile(r" in (?:my|your|ur|his|her|our|their|the) (?:step|stride|walk|heel|bed|mattress)")
_FALL_TOLD = re.compile(
    r"\b(?:it's|its|it is|is it|not even|isnt it|feels? like|hello|hey|bye|goodbye|happy|hi|ready for|"
    r"excited for|wait for|bring on|first day of|love|hate|miss|about|welcome) $"
)
_FALL_IS_HERE = re.compile(
    r" (?:is (?:here|coming|almost|finally|my|the best|around|in the air)|weather|vibes|"
    r"fashion|colou?rs|semester|foliage)\b"
)


_FALLS = re.compile(
    r" (?:out|apart|asleep|down|off|over|behind|short|into|through|flat|guys?|in love|"
    r"for (?:it|him|her|you|u|this|them))\b"
)


def chat_season(place: Place) -> str | None:
    """Refuse "fall" in a message where no word before it makes it a season, and "spring rolls"."""
    if _SPRING_GOES_ON.match(after(place)):
        return "here it is another word"
    if _SPRINGS.match(place.folded, max(0, place.start - 6)) or _named_season(place):
        return "here it is another word"
    fall = place.folded.endswith("fall", place.start, place.end)
    if place.folded.endswith("spring", place.start, place.end) and _IN_STEP.match(after(place)):
        return "here it is another word"
    if fall and _FALLS.match(after(place)):
        return "here it is the verb"
    if fall and (_FALL_TOLD.search(before(place)) or _FALL_IS_HERE.match(after(place))):
        return None
    return season_word(place) if fall else None

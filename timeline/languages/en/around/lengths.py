"""The words around a length or a vague reference that make it none: ages, rates, fractions, idioms."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before, no_noun_after
from timeline.languages.en.around.minutes import written_down

_OLD = re.compile(r"[ -](?:olds?\b|of age\b|young\b)")
_AGED = re.compile(r"\baged? $|\bage of $")


def no_age(place: Place) -> str | None:
    """Refuse ages: "45 years old", "aged 12 months"."""
    if _OLD.match(after(place)) or _AGED.search(before(place)):
        return "an age, not a time"
    return None


_STEP_NEXT = re.compile(r" (?:later|earlier|afterwards?|after|before)\b")


def no_step(place: Place) -> str | None:
    """Refuse "for two years, three days later", where the second length is a step of its own."""
    steps = _STEP_NEXT.match(after(place)) and "," in place.folded[place.start : place.end]
    return Unfit("a length, and a step of its own") if steps else None


def no_compound_age(place: Place) -> str | None:
    """Refuse ages that say which kind: "a 45-year-old man"."""
    return "an age, not a time" if "-" in place.folded[place.start : place.end] else None


_TINY = re.compile(r" (?:amounts?|details?|fractions?|quantit\w+|traces?|particles?|cracks?|scratch\w*|differences?)\b")


_OF_HOUR = re.compile(r" (?:past|after|before|to|till) the hour\b")


def not_split(place: Place) -> str | None:
    """Refuse idioms, what is tiny and names: "a split second", "a minute crack", CBS's "60 Minutes"."""
    if place.folded.endswith("minute", place.start, place.end) and _TINY.match(after(place)):
        return "here it says how small"
    if before(place).endswith(("split ", "split-")):
        return "an idiom, not a time"
    if _OF_HOUR.match(after(place)):
        return "minutes of an hour that is not told"
    return "the name of a programme" if place.text[place.start : place.end] in ("60 Minutes", "48 Hours") else None


_NTH_BEFORE = re.compile(r"\b(?:first|second|third|fourth|fifth|last|final)[ -]$")


def no_nth(place: Place) -> str | None:
    """Refuse "its first full day", one of several."""
    whole = place.folded.startswith(("full", "whole", "entire"), place.start)
    return "one of several, not how long" if whole and _NTH_BEFORE.search(before(place)) else None


# Behind these "a week" is a length or says when; behind a counted noun it says how often.
_LENGTH_OPENERS = re.compile(
    r"\b(?:for|in|within|of|than|nearly|about|over|after|under|only|just|least|almost|another|takes?|took|taken|"
    r"last|lasted|lasts|"
    r"slept|stayed|sat|stood|talked|walked|waits|spent|spends?|during|through|into|from|wait|waited|waiting|to|half|be|was|is|been|until|by|with|as|like|"
    r"before|around|and|or|"
    r"delayed|postponed|extended|(?:put|pushed|moved|set|held|knocked) (?:off|back|up|forward)|"
    r"what|such|barely|roughly|exactly|approximately|every|per|have|had|has|need|needs|needed|give|gave|given|got|get)"
    r" (?:the )?$|(?:^|[\n(\"'“.,;:—–] ?)$"
)


_LENGTH_GOES_ON = re.compile(r" (?:(?:earlier|later|longer|sooner) than|of (?:silence|mourning|applause))\b")


_LEANS_ON = re.compile(r" (?:before|after) (?!(?:meals?|tax(?:es)?|that|then)\b)[a-z]")
_COUNTED_BEFORE = re.compile(
    r"(?:\d|\b(?:once|twice|times|one|two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|million|dozens?))"
    r"(?:(?! and | but )[^,.;:]){0,20}$"
)
_STEPS = re.compile(r" (?:later|earlier|before|afterwards?)(?: ?[.,;]|$| (?:as|at|because|by|in|on|when|with)\b)")


def no_rate(place: Place) -> str | None:
    """Refuse "a week" behind what is counted by the week: "700 seats a week"; "a day before he left" is none."""
    steps = _LEANS_ON.match(after(place)) or _STEPS.match(after(place))  # "it rained an hour later."
    leans = steps and not _COUNTED_BEFORE.search(before(place))
    length = leans or _LENGTH_GOES_ON.match(after(place)) or _LENGTH_OPENERS.search(before(place))
    return None if length else "says how often or how much, not how long"


def not_fraction(place: Place) -> str | None:
    """Refuse quarters that are fourths: "three-quarters of voters", "a quarter of"."""
    word = place.folded[place.start : place.end]
    if "quarter" not in word:
        return None
    follows = after(place).startswith((" of", "-", " century", " mile", " final"))
    if follows or word.endswith(("-quarters", "a quarter")):
        return "a fourth of something, not a time"
    return None


_LAST_AS_VERB = re.compile(r"\b(?:could|can|will|would|may|might|must|should|to|not|n't|'ll|usually|often|did|does) $")


def last_adjective(place: Place) -> str | None:
    """Refuse "last" as the verb: "it could last months"."""
    if place.folded.startswith("last", place.start) and _LAST_AS_VERB.search(before(place)):
        return Unfit("here it is the verb")
    return None


_OF_PLACE = re.compile(r" of (?:[A-Z][a-z]{3}|an? )")


def not_of_place(place: Place) -> str | None:
    """Refuse the quarter of a town: "the quarter of Karabis"."""
    return "a part of a town" if _OF_PLACE.match(place.text, place.end) else None


_ENDED_SO = re.compile(
    r" (?:ended|ending|through)(?: (?:with|without|in|up|when|and|as|at|by|for|well|badly)\b| ?[.,;])"
)


def dated_end(place: Place) -> str | None:
    """Refuse "the day ended with a song", where no day is told on which it ended."""
    return Unfit("no day is told on which it ended") if _ENDED_SO.match(place.folded, place.end) else None


_YEAR_OF_ISSUE = re.compile(r"\d{4} year$")


def no_issue(place: Place) -> str | None:
    """Refuse a year before "year" as a count: "2010 Year Treasury notes"."""
    issue = _YEAR_OF_ISSUE.fullmatch(place.folded[place.start : place.end])
    return Unfit("a year that names something, not so many years") if issue else None


_DAYS_BEFORE = re.compile(r"(?:\b|\d)days?(?:[ ,/&-]| and | n )*$|\dd ?/? ?$")


def no_days_before(place: Place) -> str | None:
    """Refuse the nights of "7 days 6 nights", one length said twice."""
    return "said already in days" if _DAYS_BEFORE.search(before(place)) else None


_NOT_COUNTED = re.compile(
    r"\b(?:light|leap|dog|man|person|jewish|school|golden|glory|early|final|closing|these|those|his|her|their|my|our|"
    r"teen|teenage|formative|war|working|morning|afternoon|evening|night|overnight|business|office|opening|rush|peak|"
    r"daylight)[ -]$"
)
# "on bad days", "the heady days of steam"
_NOT_LONG = re.compile(
    r"\b(?:good|bad|old|happy|happier|dark|darker|carefree|halcyon|heady|long|glorious|bloody|better|other) $"
)
_NAMED_YEARS = re.compile(r" (?:from )?(?:1\d|20)\d\d\b")  # "the years 1919 to 1923"
_NUMBER_BEFORE = re.compile(r"\d ?$")
_NAME_BEFORE = re.compile(r"[a-z] [A-Z][a-z]+ $")  # "the Kennedy years"


def bare_units(place: Place) -> str | None:
    """Refuse bare units that count nothing: "light years", "dog days", "Days Inn", "the minutes of the meeting"."""
    left = before(place)
    if _NOT_COUNTED.search(left) or _NOT_LONG.search(left) or left.endswith("after-"):
        return "not a length of time here"
    if _NUMBER_BEFORE.search(left):
        return "counted otherwise"
    if _NAMED_YEARS.match(after(place)):
        return "which years, not how long"
    leans = re.match(r" (?:before|after|later|apart|ago)\b", after(place))
    if not leans and _NAME_BEFORE.search(place.text[max(0, place.start - 24) : place.start]):
        return "said whose, not how long"
    return "what was written down, not a length of time" if written_down(place) else None


_A_NOUN = re.compile(
    r" (?:in|of|through|flows?|is|was|are|were|carried|carries|runs?|swept|that|from|between|and|[a-z]+ed)\b|"
    r"[.,;:)!?]|$"
)


def now_adjective(place: Place) -> str | None:
    """Refuse "current" and "present" that are things or say who is there: "an electric current", "all present"."""
    if _A_NOUN.match(after(place)):
        return "a thing or a place, not a time"
    word = place.folded[place.start : place.end]
    if word == "present" and not re.search(r"\b(?:the|its|their|his|her|our|my|your|this) $", before(place)):
        return "no word before it makes it a time"
    return None


_COUNT_NEXT = re.compile(
    r" (?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|many|couple of) [a-z]+"
    r"(?P<ends>(?<= or)|(?<= to)|(?<= and)| ?[.,;:)]|$|"
    r" (?:i|you|he|she|it|we|they|the|an?|his|her|its|their|our|my)\b)?"
)
_OPENS_WITH_IN = re.compile(r"(?:^|[.!?;:,\n\"“(] ?|\b(?:and|but|that) )in $")


def past_noun(place: Place) -> str | None:
    """Refuse "the past tense", "the future tense" and "the past three seasons", where it says which ones."""
    if re.match(r" (?:tense|participle|perfect|simple)\b", after(place)):
        return "a form of the verb"
    counted = _COUNT_NEXT.match(after(place)) if place.folded.endswith(" past", place.start, place.end) else None
    if counted is None or (counted["ends"] is None and _OPENS_WITH_IN.search(before(place))):
        return None  # "in the past few people owned cars"
    return "says which of what is counted"


_AFAR = re.compile(r"\b(?:seconds?|minutes?|hours?)[ -]away$")


def not_afar(place: Place) -> str | None:
    """Refuse what lies or stays away: "two hours away", "a month away from home"."""
    words = place.folded[place.start : place.end]
    if not words.endswith("away"):
        return None
    stays = re.match(r" (?:from|in|at|with|on|by)\b|-", after(place))
    return Unfit("how far or how long, not when") if stays or _AFAR.search(words) else None


def not_as_many(place: Place) -> str | None:
    """Refuse "in as many months", which counts as many as was said before."""
    return "as many as was said before" if before(place).endswith(" as ") else None


_COMPARISON = re.compile(r"\b(?:than|up to|at most|at least) $")


def no_comparison(place: Place) -> str | None:
    """Leave lengths that are compared to the rule that takes in the words: "more than 2 hours"."""
    return Unfit("compared with a length") if _COMPARISON.search(before(place)) else None


_LEANS = ("after", "before", "that")


def leans_on_story(place: Place) -> str | None:
    """Refuse "two hours later than planned" and "two days after the strike", which lean on what follows."""
    if after(place).startswith(" than "):
        return Unfit("compares, and does not lean on the story")
    word = place.folded[place.start : place.end]
    if not word.endswith(_LEANS):
        return None
    named = word.endswith("that") and place.text[place.end + 1 : place.end + 2].isupper()
    ends = re.match(r"\s*(?:[.;:!?)\]]|,(?! \w+ing\b)|$)", after(place))
    stands = named or (no_noun_after(place) if word.endswith("that") else ends)
    return None if stands else Unfit("leans on what follows, not on the story's date")


_YEAR_FIGURE = re.compile(r"(?:19|20)\d\d [a-z]+$")
_NUMBER_NEXT = re.compile(r" \d")


def no_numbered_unit(place: Place) -> str | None:
    """Refuse the year before a unit that is numbered: "2016 day 1", "2014 week 3"."""
    numbered = _NUMBER_NEXT.match(after(place)) and _YEAR_FIGURE.search(place.folded, place.start, place.end)
    return Unfit("a year, and a unit that is numbered") if numbered else None


_PRICED = re.compile(
    r"(?:[$£€]\d[\d.,]*k?|\d ?(?:bucks|bux|quid|euros?|eur|dollars|pounds|gbp|usd|each)|"
    r"\bfor (?:like |only |just |about )?\d+) a $"
)


def no_price(place: Place) -> str | None:
    """Refuse "a night" behind what it costs: "rooms from £50 a night"."""
    opens = place.start + 2 if place.folded.startswith("a ", place.start) else place.start
    priced = _PRICED.search(place.folded, max(0, opens - 32), opens)
    return Unfit("says what a night costs") if priced else None

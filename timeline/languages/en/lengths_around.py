"""The words around a length or a vague reference that make it none: ages, rates, fractions, idioms."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around import after, before

_OLD = re.compile(r"[ -](?:olds?\b|of age\b)")
_AGED = re.compile(r"\baged? $|\bage of $")


def no_age(place: Place) -> str | None:
    """Refuse ages: "45 years old", "aged 12 months"."""
    if _OLD.match(after(place)) or _AGED.search(before(place)):
        return "an age, not a time"
    return None


def no_compound_age(place: Place) -> str | None:
    """Refuse ages that say which kind: "a 45-year-old man"."""
    return "an age, not a time" if "-" in place.folded[place.start : place.end] else None


def not_split(place: Place) -> str | None:
    """Refuse idioms and names: "a split second", CBS's "60 Minutes"."""
    if before(place).endswith(("split ", "split-")):
        return "an idiom, not a time"
    return "the name of a programme" if place.text[place.start : place.end] in ("60 Minutes", "48 Hours") else None


# Behind these "a week" is a length or says when; behind a counted noun it says how often.
_LENGTH_OPENERS = re.compile(
    r"\b(?:for|in|within|of|than|nearly|about|over|after|under|only|just|least|almost|another|takes?|took|taken|"
    r"last|lasted|lasts|"
    r"spent|spends?|during|through|into|from|wait|waited|waiting|to|half|be|was|is|been|until|by|with|as|like|"
    r"before|around|and|or|"
    r"what|such|barely|roughly|exactly|approximately|every|per|have|had|has|need|needs|needed|give|gave|given|got|get)"
    r" (?:the )?$|(?:^|[\n(\"'“.,;:] ?)$"
)


def no_rate(place: Place) -> str | None:
    """Refuse "a week" behind what is counted by the week: "700 seats a week"."""
    return None if _LENGTH_OPENERS.search(before(place)) else Unfit("says how often or how much, not how long")


def not_fraction(place: Place) -> str | None:
    """Refuse quarters that are fourths: "three-quarters of voters", "a quarter of"."""
    word = place.folded[place.start : place.end]
    if "quarter" not in word:
        return None
    follows = after(place).startswith((" of", "-", " century", " mile", " final"))
    if follows or word.endswith(("-quarters", "a quarter")):
        return "a fourth of something, not a time"
    return None


_YEAR_OF_ISSUE = re.compile(r"\d{4} year$")


def no_issue(place: Place) -> str | None:
    """Refuse a year before "year" as a count: "2010 Year Treasury notes"."""
    issue = _YEAR_OF_ISSUE.fullmatch(place.folded[place.start : place.end])
    return Unfit("a year that names something, not so many years") if issue else None


_NOT_COUNTED = re.compile(
    r"\b(?:light|dog|man|person|jewish|school|golden|glory|early|final|closing|these|those|his|her|their|my|our|teen|"
    r"teenage|formative|war|working)[ -]$"
)
_NUMBER_BEFORE = re.compile(r"\d ?$")


def bare_units(place: Place) -> str | None:
    """Refuse bare units that count nothing: "light years", "dog days", "Days Inn", "the minutes of the meeting"."""
    left = before(place)
    if _NOT_COUNTED.search(left):
        return "not a length of time here"
    if _NUMBER_BEFORE.search(left):
        return "counted otherwise"
    if place.folded.startswith("the minutes", place.start) and not re.match(
        r" (?:after|before|that|leading|follow)", after(place)
    ):
        return "what was written down, not a length of time"
    return None


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


def past_noun(place: Place) -> str | None:
    """Refuse "the past tense"."""
    return "a form of the verb" if re.match(r" (?:tense|participle|perfect|simple)\b", after(place)) else None


_ONE_BEFORE = re.compile(r"\b(?:a|per|this|last|next|nxt|one|1st) $")


def chat_unit(place: Place) -> str | None:
    """Refuse "yr" for "your", and the first half of a compound."""
    if place.folded.startswith("yr", place.start) and not _ONE_BEFORE.search(before(place)):
        return "short for your"
    return "the first half of a compound" if re.match(r"-[a-z]", after(place, 2)) else None


_OF_STORY = re.compile(
    r"\s*(?:[.,;:!?)\]]|$|- )|\s(?:a|an|the|this|these|those|all|both|some|most|no|neither|nothing|nobody|he|she|it|"
    r"they|we|i|you|his|her|its|their|our|my|there|was|were|had|has|did|came|and|but|or|when|with|by|in|on|at|as|to|"
    r"from|only|even|another|still|two|three|four|five|six|seven|eight|nine|ten)\b"
)


def no_noun_follows(place: Place) -> str | None:
    """Refuse "the Sunday" before a noun, "the Sunday paper", and "the sun"."""
    if "day" not in place.folded[place.start : place.end]:
        return Unfit("no weekday")
    return None if _OF_STORY.match(after(place)) else Unfit("says which one, not when")


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
    stands = named or (_OF_STORY.match(after(place)) if word.endswith("that") else ends)
    return None if stands else Unfit("leans on what follows, not on the story's date")

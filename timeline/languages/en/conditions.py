"""The words around a match that make it no time: each condition gives the reason in words, or None."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit

_NAME_BEFORE = re.compile(r"(?:mr|mrs|ms|dr|sir|lord|lady|the|president|minister|king|queen|saint|st)\.? $")
_MONEY = re.compile(r"[$£€#%]$|(?:no|nos|section|route|highway|flight|room|page|pp|chapter|article|channel|boeing|windows|model|size|interstate|apartment|suite|area code|studio|catch)\.? $")
_YEAR_OPENERS = frozenset(
    "in since until till by from to of during before after between through around about circa and or late early mid the "
    "year fiscal back for over than vs versus on as ended ending ends , ( - / ; : [ spring summer fall autumn winter season christmas at".split()
)
_COUNTED = re.compile(
    r"[ -](?!was\b|is\b|has\b|as\b|this\b|its\b|his\b|us\b|years?\b|series\b|census\b|campaigns\b|elections?\b|results\b|sales\b|earnings\b|games\b|olympics\b|"
    r"levels?\b|terms\b|profits?\b|thus\b|unless\b|always\b|perhaps\b)[a-z]{3,}(?:s|people|men|women|children|percent)\b"
)
_UNIT_AFTER = re.compile(r"(?: ?%|[ -](?:percent|per cent|points?|miles?|km|kilomet|met(?:er|re)s?|feet|ft|lbs?|pounds?|kg|tons?|tonnes?|dollars|euros|yen|barrels|acres|people|hp|rpm|mhz|watts|votes|jobs|shares|troops|soldiers|calories|degrees|words|square|cubic|x\d)\b)")


def before(place: Place, size: int = 24) -> str:
    """Give the folded text just before a match."""
    return place.folded[max(0, place.start - size) : place.start]


def after(place: Place, size: int = 24) -> str:
    """Give the folded text just after a match."""
    return place.folded[place.end : place.end + size]


def capital(place: Place) -> str | None:
    """Refuse a word written small: "may", "march"."""
    return None if place.text[place.start].isupper() else "written small, it is an ordinary word"


_VERB_MARCH = re.compile(r"^ (?:on|to|against|for|in protest|through|of the|towards?)\b(?! the \d)")
_MONTH_LEFT = re.compile(r"(?:\b(?:in|since|until|till|by|from|to|of|during|before|after|between|through|late|early|mid|last|next|this|and|for|on|or|every|each|around|about|month|next|than|ended|through|\d+(?:st|nd|rd|th)?)[ -]|^|[(,-] ?|\n)$")
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "dec", "jun", "august", "april", "june"})


def month_word(place: Place) -> str | None:
    """Refuse months that are words or names where they stand: "It may", "April Jones", "March on the capital"."""
    word = place.folded[place.start : place.end]
    if not place.text[place.start].isupper():
        return "written small, it is no month" if word[:3] != "sep" else None
    if word not in _AMBIGUOUS:
        return None
    left = before(place)
    if _MONTH_LEFT.search(left):
        if word == "may" and re.match(r" (?:i|we|he|she|it|they|you|not|be|have|well)\b", after(place)):
            return "here it is the verb"
        return None
    following = place.text[place.end : place.end + 3]
    if word in ("may", "march", "mar") or _NAME_BEFORE.search(left):
        return "no word around it makes it a month"
    if re.match(r" [A-Z][a-z]", following):
        return "before a capital it is a name"
    return None


def weekday_word(place: Place) -> str | None:
    """Refuse weekdays that are names or words: "The Sun", "sat down", "Mr. Friday"."""
    word = place.folded[place.start : place.end].rstrip(".")
    left, following = before(place), place.text[place.end : place.end + 12]
    if word in ("sun", "sat", "mon", "wed", "fri", "tue", "thu", "mar", "sec"):
        if word in ("sun", "sat", "wed", "mon") and not place.text[place.start].isupper():
            return "written small, it is an ordinary word"
        if word in ("sun", "mon") and re.search(r"(?:the|a) $", left):
            return "it is a name here"
        if word == "sun" and not re.search(r"\b(?:on|this|next|last|every|sat|sat\.|fri) (?:and |& |- )?$", left):
            return "it is a name here"
    if re.search(r"(?:\bmr|\bmrs|\bms|\bdr|\bjoe|\bbill)\.? $", left):
        return "after a title it is a name"
    if re.match(r" (?:Addams|Night Lights|Night Live|Times|Herald|Telegraph|Mirror|Express|Mail|Post|Tribune)\b", following):
        return "it is part of a name"
    return None


def year_alone(place: Place) -> str | None:
    """Refuse four digits that count or number something: "1984 soldiers", "$1999", "Section 1983"."""
    left, right = before(place), after(place)
    if _MONEY.search(left) or re.search(r"[\w&]-$|\d[.,]$|[a-z]$|\b[a-z]+/$", left) and not re.search(r"(?:mid|pre|post|early|late|[a-z]{3,9})-$", left):
        return "a number of something, not a year"
    if _UNIT_AFTER.match(right):
        return "an amount, not a year"
    last = re.search(r"([a-z]+|[^\s\w])[\s]*$", left)
    opener = last.group(1) if last else ","
    if opener in _YEAR_OPENERS:
        if opener in ("over", "than", "about", "around", "for", "as", "to", "of", "and", "by", "the", "or", ",", "from", "between") and _COUNTED.match(right):
            return "a number of something, not a year"
        return None
    if _COUNTED.match(right):
        return "a number of something, not a year"
    if re.match(r"[ ]?(?:[,.;:)'\]\n?!-]|$)", right) or re.match(r" (?:and|or|in|at|by|when|after|before|was|were|is|the|that|with|as|to|for|on|he|she|it|but|budget|election|census|championship|season|film|olympic|campaign|report|world|presidential|agreement|treaty|law|act|constitution|war|coup|model|summer|winter|tax|sales|earnings|results|annual|first|second|third|fourth|fiscal|gross|net)\b", right):
        return None
    if 1900 <= int(re.sub(r"\D", "", place.folded[place.start : place.end]) or 1950) <= 2030:
        return None if not re.match(r" [a-z]+s\b", right) else "a number of something, not a year"
    return "a number of something, not a year"


def no_age(place: Place) -> str | None:
    """Refuse ages: "45 years old", "aged 12 months"."""
    if re.match(r"[ -](?:olds?\b|of age\b)", after(place)) or re.search(r"\baged? $|\bage of $", before(place)):
        return "an age, not a time"
    return None


_SEASON_LEFT = re.compile(r"\b(?:in|during|since|until|till|by|of|through|throughout|over|late|early|mid|this|last|next|that|every|each|for|before|after) (?:the |early |late |mid-?)?$|\b(?:late|early|mid)-$")


def season_word(place: Place) -> str | None:
    """Refuse seasons that are words: "prices fall", "a spring in the bed"."""
    if not _SEASON_LEFT.search(before(place)):
        return "no word before it makes it a season"
    word = place.folded[place.start : place.end]
    if word in ("spring", "fall") and re.search(r"\b(?:of|for|by|after|before) the $", before(place)):
        return "no word before it makes it a season"
    if re.match(r" (?:of (?!\d)|in (?!\d)|from|by|water|roll|break(?:s|ing)?)", after(place)) and word in ("fall", "spring"):
        return "here it is another word"
    return None


def not_split(place: Place) -> str | None:
    """Refuse seconds and minutes that are adjectives or idioms: "a split second", "second place"."""
    if re.search(r"\bsplit[ -]$", before(place)):
        return "an idiom, not a time"
    return None


_LENGTH_OPENERS = re.compile(
    r"\b(?:for|in|within|of|than|nearly|about|over|after|under|only|just|least|almost|another|takes?|took|taken|last|lasted|lasts|"
    r"spent|spends?|during|through|into|from|wait|waited|waiting|to|half|be|was|is|been|until|by|with|as|like|before|around|and|or|what|such)"
    r" (?:the )?$|(?:^|[\n(\"'“.,;:] ?)$"
)


def no_rate(place: Place) -> str | None:
    """Refuse "a week" behind what is counted by the week: "700 seats a week"."""
    return None if _LENGTH_OPENERS.search(before(place)) else "says how often or how much, not how long"


def not_fraction(place: Place) -> str | None:
    """Refuse quarters that are fourths: "three-quarters of voters", "a quarter of"."""
    word = place.folded[place.start : place.end]
    if "quarter" in word and (word.endswith(("-quarters", "a quarter")) or after(place).startswith((" of", "-", " century", " mile", " final"))):
        return "a fourth of something, not a time"
    return None


_GOES_ON = re.compile(r" (?:the|a|an|his|her|their|its|our|my|your|this|that|these|those|he|she|it|they|we|i|you|being|taking|becoming|leaving|leaving|[a-z]+ing|[a-z]+'s|[0-9])\b")


def nothing_follows(place: Place) -> str | None:
    """Refuse "two years after" and "the day before" when they lean on what follows: "after the strike"."""
    word = place.folded[place.start : place.end]
    if word.endswith(("after", "before", "on")) and (_GOES_ON.match(after(place)) or place.text[place.end + 1 : place.end + 2].isupper()):
        return Unfit("leans on what follows, not on the story's date")
    return None


def bare_units(place: Place) -> str | None:
    """Refuse bare units that count nothing: "light years", "dog days", "Days Inn"."""
    left = before(place)
    if re.search(r"\b(?:light|dog|man|person|jewish|school|golden|glory|early|final|closing|these|those|his|her|their|my|our|teen|teenage|formative|war|working)[ -]$", left):
        return "not a length of time here"
    if re.search(r"\d ?$", left):
        return "counted otherwise"
    return None


_SMALL_MONTH = re.compile(r"\b(?:may|march|mar)\b")


def month_inside(place: Place) -> str | None:
    """Refuse "last may" and "this march": months that are words when written small."""
    found = _SMALL_MONTH.search(place.folded, place.start, place.end)
    return "written small, it is no month" if found and not place.text[found.start()].isupper() else None


_SEASON_AS_ADJECTIVE = re.compile(
    r"[ -](?:of (?!\d|that|the (?:next|following|previous|same)|last|next|this)|(?:games|olympics?|palace|house|coat|clothes|sun|solstice|wheat|"
    r"squash|term|job|tale|wonderland|sports|school|camp|lights?|air|roll|leaves|colou?rs)\b)"
)


def plain_season(place: Place) -> str | None:
    """Refuse "the spring" and "the fall", which need a word before them, and "the summer palace"."""
    if place.folded.endswith(("spring", "fall"), place.start, place.end):
        return Unfit("no word before it makes it a season")
    return "here it says which kind, not when" if _SEASON_AS_ADJECTIVE.match(after(place)) else None


_FEAST_NAME_BEFORE = re.compile(r"\b(?:operation|white|father|merry|happy|project) (?:the )?$")
_FEAST_NAME_AFTER = re.compile(r" (?:Offensive|Rising|Uprising|Rebellion|Revolt|Campaign|Massacre|Crisis|Accords?|Agreement|Island|Bunny|Carol|Seals?)\b")


def feast_word(place: Place) -> str | None:
    """Refuse named days that name something else: "the Easter Offensive", "Operation Ramadan"."""
    if _FEAST_NAME_BEFORE.search(before(place)) or _FEAST_NAME_AFTER.match(place.text[place.end : place.end + 14]):
        return "part of the name of something else"
    return None


_IN = re.compile(r"\b(?:in|since|until|till|by|from|to|of|during|before|after|through|late|early|mid|around|about|back in|and|summer|fall|winter|spring)[ -]$")


def after_in(place: Place) -> str | None:
    """Refuse "'98" where no preposition makes it a year: "the '98 model"."""
    return None if _IN.search(before(place)) else "no word before it makes it a year"


_OLD_YEAR_AFTER = re.compile(r" ?[,.;:)\]\n]| ?$| (?:and|when|where|with|by|at|the|a|an|under|after|before|as|while|was|were|he|she|it|they|his|to|which|but|on|in)\b")


def old_year_here(place: Place) -> str | None:
    """Refuse three digits that go on to count something: "in 300 villages"."""
    if _OLD_YEAR_AFTER.match(after(place)) and not re.match(r"[.,]\d", after(place)):
        return None
    return Unfit("goes on to count something")


def christian_era(place: Place) -> str | None:
    """Refuse "ad" written small, an advertisement, and "CE" that is no era."""
    return None if re.search(r"\b(?:A\.? ?D|C\.? ?E)\b", place.text[place.start : place.end]) else "written small, it is no era"


def no_age_or_temperature(place: Place) -> str | None:
    """Refuse "his 30s", an age, and "in the low 60s", a temperature."""
    if re.search(r"\b(?:his|her|their|my|our|your|its|whose|the (?:low|lower|upper|high|middle)|low|upper|lower|high) (?:early |mid-?|late |mid )?$", before(place)):
        return "an age or a temperature, not a decade"
    return None

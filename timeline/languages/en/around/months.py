"""The words around the name of a month that make it a word or another name: "It may", "April Jones"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before
from timeline.languages.en.around.undertakings import march_of_undertaking

_NAME_BEFORE = re.compile(r"(?:mr|mrs|ms|dr|sir|lord|lady|the|president|minister|king|queen|saint|st)\.? $")
_MONTH_LEFT = re.compile(
    r"(?:\b(?:in|into|since|until|till?|by|from|to|of|during|before|after|between|through|late|early|mid|last|next|this|"
    r"and|for|on|or|already|it[’']?s|(?:early|late|recently) as|"
    r"every|each|around|about|month|than|ended|\d+(?:st|nd|rd|th)?)[ -]|^|[(,-] ?|\n)$"
)
_SHORT_MONTH_LEFT = re.compile(
    r"(?:\b(?:in|since|until|till?|by|from|to|of|during|before|after|between|through|late|early|mid|last|next|this|"
    r"every|ended|"
    r"\d+(?:st|nd|rd|th)?)[ -]|[(,-] ?)$"
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "dec", "jun", "august", "april", "june", "january"})
_PLACE_BEFORE = re.compile(r"\b(?:village|town|city|port|parish) of $")
_STREET = re.compile(r" (?:Street|Road|Avenue|Close|Lane|Drive|Court|Place|Square|Way|Boulevard)\b")
_SURNAME = re.compile(
    r" (?:[A-Z]['’])?[A-Z][a-z]+(?:['’]s)?(?: [a-z]+\b|[.,;] [a-z])| (?:van|von|de|der|a) "
)  # no headline goes on small
_MAY_MONTH = re.compile(
    r"\b(?:in|of|during|since|until|till?|late|early|mid|last|next|by|from|to|before|after|through|between|around|about|"
    r"(?:january|february|march|april|june|july|august|september|october|november|december) (?:and|to|or))[ -]$"
)
_MAY_VERB = re.compile(r" (?:i|we|he|she|it|they|you|not|be|have|well|the)\b")


_MARCHES = re.compile(
    r" (?:on|to|into|through|towards?|against) (?:the )?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Easter|Christmas)\w*\b)[A-Z][a-z]"
)
_CROWD = (
    r"(?:[a-z]+(?:er|or|ist|ent|ant|an|ee|ive)s|men|women|people|thousands|hundreds|crowds|unions|families|"
    r"nurses|police)"
)
_MOVED = r"(?:mov|push|shift|delay|postpon|extend|defer|adjourn|put|bring|from|between)[a-z]*\b"
_TO_MARCH = re.compile(  # whom a heading tells of, or who wants it: what was moved to March is neither
    rf"(?:(?:^|[\n.!?:] ?)(?!{_MOVED})(?:[\w'’-]+ )?{_CROWD}|\b{_CROWD} (?:are |were )?(?:set|due|ready|free|going)|"
    r"\b(?:i|we|you|they|who|[a-z]+s) plan|\b(?:he|she) plans|\b(?:want|wants|wanted|planning|going|vow|vows|vowed)) "
    r"to (?P<march>march) (?:with|against|alongside|past|through (?!april|may|june|july))"
)
_TO_MARCH_REACH = 64  # characters
_LETTERS = re.compile(r"(?<=\()[A-Z]{3}\)")


def no_infinitive(place: Place) -> str | None:
    """Refuse what people are to do: "Teachers To March With Unions", not "moved to March with no reason given"."""
    if place.folded[place.start : place.end] != "march":
        return None
    found = _TO_MARCH.finditer(place.folded, max(0, place.start - _TO_MARCH_REACH), place.end + 24)
    return "here it is the verb" if any(each.start("march") == place.start for each in found) else None


def month_word(place: Place) -> str | None:
    """Refuse months that are words or names where they stand: "It may", "April Jones", "March on the capital"."""
    word = place.folded[place.start : place.end].rstrip(".")
    if not place.text[place.start].isupper():
        return "written small, it is no month" if word[:3] != "sep" else None
    if _STREET.match(place.text, place.end) or _PLACE_BEFORE.search(before(place)):
        return "the name of a place"
    if word not in _AMBIGUOUS or (word == "march" and march_of_undertaking(place)):
        return None
    if _LETTERS.match(place.text, place.start):
        return "the letters stand for a name"
    left = before(place)
    if len(word) == 3 and word != "may" and not _SHORT_MONTH_LEFT.search(left):
        return _short_name(place)
    if _MONTH_LEFT.search(left) or _before_noun(place, word, left):
        if word == "may" and _MAY_VERB.match(after(place)) and not _MAY_MONTH.search(left):
            return "here it is the verb"
        at_start = not left or left.endswith((". ", "\n"))
        return _surname_or_march(place, word) if at_start else None
    if word in ("may", "march", "mar") or _NAME_BEFORE.search(left):
        told = _THAT_WAS.search(left) and _STOPS_THERE.match(after(place))
        return None if told else "no word around it makes it a month"
    if _CAPITAL_AFTER.match(place.text, place.end):
        return "before a capital it is a name"
    return None


_THAT_WAS = re.compile(r"\b(?:that|it|this|which) (?:was|is) (?:in )?(?:early |late )?$")
_STOPS_THERE = re.compile(r" ?[.!?]|$")
_CAPITAL_AFTER = re.compile(r" (?!(?:Jan|Feb|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)[A-Z][a-z]")
_NOUN_AFTER = re.compile(r" [a-z]{3,}\b")


def _before_noun(place: Place, word: str, left: str) -> bool:
    """Say whether a month that nobody is called behind "the" goes on with a noun: "the August dates"."""
    months = word in ("august", "april", "june", "january")
    return months and left.endswith("the ") and _NOUN_AFTER.match(place.text, place.end) is not None


def _surname_or_march(place: Place, word: str) -> str | None:
    """Refuse, where a sentence or a heading begins, "April Jones said" and "March on the Capital"."""
    if word == "march" and _MARCHES.match(place.text, place.end):
        return "here it is what an army does"
    return "before a surname it is a name" if _SURNAME.match(place.text, place.end) else None


_NAME_LEFT = re.compile(r"[A-Z][a-z]+ $")
_NO_NAME_AFTER = re.compile(r"\.? ?(?:\d|[-/.,;:)]|$)")


def _short_name(place: Place) -> str | None:
    """Refuse "Jan", "Dec" and "Mar" with nothing of a date around them: they are names of people as well."""
    named = _NAME_LEFT.search(place.text, max(0, place.start - 16), place.start)
    return "nothing around it makes it a month" if named or not _NO_NAME_AFTER.match(after(place)) else None


def small_may(place: Place) -> bool:
    """Say whether a preposition makes "may" and "march" months though they are written small: "in may"."""
    return bool(_MAY_MONTH.search(before(place))) and not _MAY_VERB.match(after(place))


_SMALL_MONTH = re.compile(r"\b(?:may|march|mar)\b")


def month_inside(place: Place) -> str | None:
    """Refuse "last may" and "this march": months that are words when written small."""
    found = _SMALL_MONTH.search(place.folded, place.start, place.end)
    return "written small, it is no month" if found and not place.text[found.start()].isupper() else None


_GOES_ON_SMALL = re.compile(r" (?!(?:at|in|on|and|to|for|by|from|until|or|when|with|as|after|before)\b)[a-z]")


def day_word(place: Place) -> str | None:
    """Refuse "11 may" before a verb, and the streets of "12 March Road"."""
    if _STREET.match(place.text, place.end):
        return "the name of a street"
    if _ORDINAL.search(place.folded, place.start, place.end):
        return None  # "can it be may 11th yet": whoever counts so names a day
    small = month_inside(place)
    named = _OF_MONTH.search(place.folded, place.start, place.end)
    told = named and not _MAY_BE.match(after(place))  # "the 3rd of march is fine"
    return small if small and not told and _GOES_ON_SMALL.match(after(place)) else None


_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_OF_MONTH = re.compile(r"\d(?:st|nd|rd|th) of (?:march|may)$")
_MAY_BE = re.compile(r" (?:be|have|not|well)\b")  # "the 2nd of may be late"
_DAY_ENDS = re.compile(r"[^\w ]|$| (?:[^\w ]|(?:at|in|on|and|to|for|with|from|by|while|when|as|or|but|before|after)\b)")


def ordinal_ends(place: Place) -> str | None:
    """Refuse the last ordinal where a month or what it ranks follows: "to 26th June", "to the 3rd floor"."""
    return None if _DAY_ENDS.match(after(place)) else Unfit("goes on to another month or thing")


_HOURS_FOLLOW = re.compile(r" ?(?:(?:-|to|til|till?|until) ?\d\d?(?::\d\d)? ?)?[ap]\.?m\b|:\d")


def days_not_hours(place: Place) -> str | None:
    """Refuse "July 2, 7" where it goes on "-9pm": the second number is an hour."""
    return Unfit("the last number is an hour") if _HOURS_FOLLOW.match(after(place)) else day_word(place)

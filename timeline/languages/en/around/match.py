"""A match -> the words around it, and conditions put together: what all conditions are made of."""

from __future__ import annotations

import re

from timeline.grammar.rule import Condition, Place, Unfit


def before(place: Place, size: int = 24) -> str:
    """Give the folded text just before a match."""
    return place.folded[max(0, place.start - size) : place.start]


def after(place: Place, size: int = 24) -> str:
    """Give the folded text just after a match."""
    return place.folded[place.end : place.end + size]


def all_of(*conditions: Condition) -> Condition:
    """Make one condition of several: the first reason stands."""

    def check(place: Place) -> str | None:
        for condition in conditions:
            reason = condition(place)
            if reason is not None:
                return reason
        return None

    return check


_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?\"\n] )(?:[A-Z][\w'’]+|(?:Mr|Mrs|Ms|Dr)\.) $")
_CAPITAL_AFTER = re.compile(r"[ -][A-Z][a-z]")


def no_name(place: Place) -> str | None:
    """Refuse a capital word beside another: "Judge Noon", "Midnight Oil", "The Daily Mail"."""
    if not place.text[place.start].isupper():
        return None
    around = place.text[max(0, place.start - 20) : place.start]
    if _CAPITAL_BEFORE.search(around) or _CAPITAL_AFTER.match(place.text, place.end):
        return "part of a name" if not place.text[place.start : place.end].isupper() else None
    return None


def small_letters(place: Place) -> str | None:
    """Refuse "the New Year", the feast, where "the new year" is meant."""
    words = place.text[place.start : place.end]
    return None if words[1:].islower() else Unfit("written with capitals it is a name")


_COMPOUND = re.compile(
    r"-[a-z]+|(?<=day) (?:care|traders?|trading|labou?rers?|nurser(?:y|ies)|spas?)\b|"
    r"(?<=night) (?:watchm[ae]n|owls?|vision|porters?|nurses?|sky|skies)\b"
)


def no_compound(place: Place) -> str | None:
    """Refuse the first half of a compound: "the night-watchman", "day-care"."""
    return Unfit("the first half of a compound") if _COMPOUND.match(place.folded, place.end) else None


_CLAUSE_AFTER = re.compile(r" (?:when|that|he|she|they|we|i|it|you|his|her|their)\b")
_IN_IT = re.compile(r"\b(?:in|into|during|by|of|all|through|throughout|for|early|late|later|earlier|over|until|till) $")


def not_told_by_clause(place: Place) -> str | None:
    """Refuse "the night he died", of what a clause tells; "in the evening he died" is of the story's day."""
    if not place.folded.startswith("the ", place.start) or not _CLAUSE_AFTER.match(after(place)):
        return None
    return None if _IN_IT.search(before(place)) else Unfit("of what a clause tells, not of the day of the story")


def no_cheat(place: Place) -> str | None:
    """Refuse "a fly-by-night firm"."""
    tied = before(place).endswith(("fly-by-", "fly by "))
    return Unfit("says of what kind") if tied else None


def no_hyphen(place: Place) -> str | None:
    """Refuse words tied by a hyphen, which say of what kind: "an all-night shop"."""
    return Unfit("says of what kind") if "-" in place.folded[place.start : place.end] else None


_POINTED_BEFORE = re.compile(
    r"(?:^|[.,;:!?\n\"“(-] ?|\b(?:on|by|of|from|until|till|since|before|after|for|early|late|later|and|all|it's|it was|"
    r"[ap]m|\d) )$"
)
_POINTED_AFTER = re.compile(r"(?: (?:morning|afternoon|evening|night))? ?(?:[.;!?\n]|$)")


def pointing_that(place: Place) -> str | None:
    """Refuse the "that" that opens a clause: "he said that Friday's vote ...", and "that Sun"."""
    words = place.folded[place.start : place.end]
    if " same " in words:
        return None
    points = _POINTED_BEFORE.search(before(place)) or _POINTED_AFTER.match(after(place))
    return None if points and words.endswith("day") else Unfit('"that" opens a clause here')


_AGE_AFTER = re.compile(r"(?: [A-Z][a-z]+)?, \d\d[.,]")


def has_age(place: Place) -> bool:
    """Say whether an age follows, as behind a person: "Tuesday Alvarez, 34, sang", "said Friday, 57."."""
    return _AGE_AFTER.match(place.text, place.end) is not None


_FIRST_NAME = re.compile(r"[a-z,] (?!Late|Early|Mid|Last|Next|This)[A-Z][a-z]{2,} $")
_PERSON_AFTER = re.compile(r" (?:said|says|told|has)\b|, (?:a|the)\b|'s ")


def no_person(place: Place) -> str | None:
    """Refuse a month that is a person: "the councillor Don August said", "June, who is 71"."""
    named = _FIRST_NAME.search(place.text, max(0, place.start - 16), place.start)
    surname = named and _PERSON_AFTER.match(place.folded, place.end)
    person = surname or has_age(place) or after(place).startswith((", who ", ", whose "))
    return "the name of a person" if person else None


_TITLE_BEFORE = re.compile(r"[A-Z][\w'’]*[A-Za-z] $")


_TITLE_AFTER = re.compile(r",? [a-z]|[\"”]| ?''")


def no_title(place: Place) -> str | None:
    """Refuse "USA Today said": a capital word that closes a name; in a headline capitals go on behind it."""
    if not place.text[place.start : place.start + 2].istitle():
        return None
    if _is_programme(place):
        return "the name of a programme"
    named = _TITLE_BEFORE.search(place.text, max(0, place.start - 20), place.start)
    ends = named and (named.group().isupper() or _TITLE_AFTER.match(place.text, place.end))
    return "part of a name" if ends else None


def _is_programme(place: Place) -> bool:
    """Say whether a name is that of a programme: "NBC's Today", "the Today presenter", "Tonight Show"."""
    if _SHOW.match(place.text, place.end) or _BROADCASTER.search(place.text, max(0, place.start - 8), place.start):
        return True
    owned = place.text.endswith(("the ", "The ", "'s ", "’s "), 0, place.start)
    return owned and _PROGRAMME.match(place.text, place.end) is not None


_SHOW = re.compile(r" Show\b")
_BROADCASTER = re.compile(r"\b[A-Z]{3,4} ?['’]s $")
_PROGRAMME = re.compile(r" (?:[Pp]rogramme|show|presenters?|co-?hosts?|hosts?)\b")
_AIRED = re.compile(
    r"(?:\b[A-Z]{2,4}['’]s|\b(?:on|told|hosts?|hosted|anchors?|anchored|watch(?:es|ed|ing)?)) [\"“'‘]*$"
)


def no_programme(place: Place) -> str | None:
    """Refuse "told ABC's This Week": capitals behind a small word or a broadcaster; a headline has them everywhere."""
    if not _CAPITALS.match(place.text, place.start):
        return None
    named = _AIRED.search(place.text, max(0, place.start - 16), place.start)
    return Unfit("the name of a programme") if named else None


_CAPITALS = re.compile(r"This W")
_OWNER = re.compile(r"\b[A-Z][a-z]+(?: ?['’]s?)? $")  # "the China Daily newspaper", "People's Daily"
_THE = re.compile(r"(?:\b[Tt]he|\b[A-Z][a-z]+) $")


def no_paper(place: Place) -> str | None:
    """Refuse "The Daily Mail" and "the New York Daily News", where "daily" is part of the name."""
    if not place.text[place.start].isupper():
        return None
    if not _CAPITAL_AFTER.match(place.text, place.end):
        closes = _TITLE_AFTER.match(place.text, place.end)
        named = closes and _OWNER.search(place.text, max(0, place.start - 16), place.start)
        return "part of a name" if named else None
    return "part of a name" if _THE.search(place.text[max(0, place.start - 20) : place.start]) else None


_TELLS_OF = re.compile(
    r"\b(?:talk(?:s|ed|ing)?|tells?|telling|told|thinks?|thinking|thought|dream(?:s|t|ed|ing)?|kn[eo]ws?|ask(?:s|ed|ing)?|"
    r"stor(?:y|ies)|books?|films?|movies?|songs?|reads?|reading|hears?|heard|sorry|worried|excited|happy|sad|angry|nervous|sure|"
    r"stoked|hyped|forg[eo]ts?|forgotten|care[sd]?|all|complain(?:s|ed|ing)?|wrote|writes?|writing|questions?) $"
)
_PRESENT = re.compile(r"\b(?:who's|whos|who is|any(?:one|body|1)|am|be|i'm|im|you're|ur|u|you) $")


def not_some(place: Place) -> str | None:
    """Refuse "some Friday", "how about Friday", "who's around Friday": before a date these do not say about when."""
    if place.folded.startswith("some ", place.start):
        return Unfit("says that any will do")
    if place.folded.startswith("around ", place.start) and _PRESENT.search(before(place)):
        return Unfit("says who is there")
    if place.folded.startswith("about ", place.start) and _TELLS_OF.search(before(place)):
        return Unfit("says what is told of")
    asked = place.folded.startswith("about ", place.start) and before(place).endswith(("how ", "what "))
    return Unfit("asks whether it suits") if asked else None


_NO_NOUN = re.compile(
    r"\s*(?:[.,;:!?)\]]|$|- )|\s(?:a|an|the|this|these|those|all|both|some|most|no|neither|nothing|nobody|he|she|it|"
    r"they|we|i|you|his|her|its|their|our|my|there|was|were|had|has|did|came|and|but|or|when|with|by|in|on|at|as|to|"
    r"from|only|even|another|still|two|three|four|five|six|seven|eight|nine|ten)\b"
)


def no_noun_after(place: Place) -> bool:
    """Say whether what follows ends the phrase or opens another, and is no noun that the match belongs to."""
    return _NO_NOUN.match(after(place)) is not None

"""What is asked of every time in a message: that it is no label, no name of a programme and no amount."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place
from timeline.languages.en.around.match import after, before

_HASHTAG_BEFORE = re.compile(r"#\w+[ \n]+#$")
_HASHTAG_AFTER = re.compile(r"\w*[ \n]+#\w")
_DATED_TAG = re.compile(r"\d ?[ap]m$|(?:19|20)\d\d$|[a-z]\d|\d(?:st|nd|rd|th)$")
# "#Friday drinks", "happy #Monday": what a message is about; "see you #Friday" says when.
_TOPIC = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|(?:spring|summer|autumn|fall|winter|christmas|xmas|easter|halloween)\b"
)
_OPENS = re.compile(r"(?:(?:^|\n) ?|\bhappy )#$")
_CLOCK_NEXT = re.compile(r",? ?(?:@ ?|at |from )?\d|,? (?:noon|midnight|morning|afternoon|evening|night)")
_TODAY_YEARS_OLD = re.compile(r"\btoday years old\b")
_OLD_YEAR = re.compile(r"1[0-7]\d\d")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|from|by|until|till?|before|after|around|about|abt|ard|circa|year|to|and|at)|-|@) ?$"
)
_PROGRAMME = re.compile(
    r"(?:The )?(?:Morning (?:America|Star|Joe)\b|Night Watch\b|Midnight Express\b|To(?:day|night) Show\b|"
    r"Saturday Evening Post|(?i:(?:30|thirty) seconds to mars|5 seconds of summer)|"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?Night (?:Lights|Live|Football|Fever|Raw|Baseball)\b)"
)


def said_of_time(place: Place) -> str | None:
    """Refuse labels in a row of hashtags, "#sunset #nature", names, and numbers too small for years: "lost 1500"."""
    if _PROGRAMME.match(place.text, place.start):
        return "the name of a programme"
    word = place.folded[place.start : place.end]
    if before(place, 1) == "#" and not _DATED_TAG.search(word):
        in_row = _HASHTAG_BEFORE.search(place.text[max(0, place.start - 40) : place.start])
        if in_row or _HASHTAG_AFTER.match(place.text, place.end):
            return "a label among others, not said of a time"
        if _TOPIC.match(word) and _OPENS.search(before(place)) and not _CLOCK_NEXT.match(after(place)):
            return "a label, not said of a time"
    if word.endswith(("today", "years")) and _TODAY_YEARS_OLD.search(
        place.folded[max(0, place.start - 6) : place.end + 10]
    ):
        return "a way of saying that one has just learnt it"
    if _OLD_YEAR.fullmatch(word) and not _YEAR_BEFORE.search(before(place)):
        return "a number of something, not a year"
    return None

"""The words around the name of a weekday that make it a word or another name: "The Sun", "sat down", "Mr. Friday"."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before, has_age, no_noun_after

_SHORT_WEEKDAYS = frozenset({"sun", "sat", "mon", "wed", "fri", "tue", "thu"})
_SUN_LEFT = re.compile(r"\b(?:on|this|next|last|every|sat|sat\.|fri) (?:and |& |- )?$")
_TITLE_BEFORE = re.compile(r"(?:\bmr|\bmrs|\bms|\bdr|\bjoe|\bbill|\bt\.?g\.?i|\bruby)\.? ?$")
_WEEKDAY_NAMES = re.compile(
    r" (?:Addams|Weld|Night Lights|Night Live|Night Fever|Night Football|Night Raw|Night Baseball|Evening Post|"
    r"Times|Herald|Telegraph|Mirror|Express|Mail|Post|Tribune)\b"
)


def weekday_word(place: Place) -> str | None:
    """Refuse weekdays that are names or words: "The Sun", "sat down", "Mr. Friday"."""
    word = place.folded[place.start : place.end].rstrip(".")
    if word in _SHORT_WEEKDAYS and (reason := _short_weekday(place, word)):
        return reason
    if _TITLE_BEFORE.search(before(place)) or has_age(place):
        return "beside a title or an age it is a name"
    return "it is part of a name" if _WEEKDAY_NAMES.match(place.text, place.end) else None


_TEST_AFTER = re.compile(r" (?:is|was|scores?|tests?|exams?|results?)\b")


_OPENS = re.compile(r"(?:^|[.!?\n] ?)$")
_SAT_DOWN = re.compile(
    r" (?:down|here|there|next to|beside|behind|outside|through|around|watching|waiting|reading|listening|thinking|"
    r"(?:in|on|at|by|with|under) (?:the|a|an|my|our|his|her|their|this|traffic|silence|bed|home|work)\b)"
)
_LISTS_DAYS = re.compile(  # "Sat at the club 9pm", "Sat in the park then Sun at home"
    r"(?: (?:in|at|by|with) (?:(?!\w+ing\b|since\b|until\b|till?\b)[^.!?\n])*?"
    r"\b(?:\d\d?(?:[:.]\d\d)? ?[ap]m|\d\d?:\d\d|noon)\b"
    r"(?! (?:game|match|show|film|train|bus|class|service|kick)|[^.!?\n]*ing\b)|"
    r"[^.!?\n]*?\b(?:sun|sunday|fri|friday|mon|monday) (?:in|at|on|by)\b)"
)
_CAPITALS_ALONE = re.compile(r"SAT [A-Za-z]*[a-z]")


def _sat_down(place: Place) -> bool:
    """Say whether "Sat" opens a sentence as a verb: no hour or other day follows, nor is it alone in capitals."""
    if not _SAT_DOWN.match(after(place)) or not _OPENS.search(before(place)):
        return False
    return _CAPITALS_ALONE.match(place.text, place.start) is None and _LISTS_DAYS.match(after(place, 60)) is None


def _short_weekday(place: Place, word: str) -> str | None:
    left, right = before(place), after(place)
    small = not place.text[place.start].isupper()
    if small and word in ("sun", "sat", "wed", "mon"):
        return "written small, it is an ordinary word"
    if word in ("sun", "mon") and re.search(r"\b(?:the|a) $", left):
        return "it is a name here"
    if word == "sun" and not _SUN_LEFT.search(left) and not _behind_saturday(place):
        return "it is a name here"
    if word == "mon" and re.match(r" [A-Z][a-z]", place.text[place.end : place.end + 3]):
        return "it is a name here"
    if word == "wed" and re.match(r" (?:like|love|rather|be|have|never|better)\b", right):
        return "here it is short for we would"
    if word == "sat" and _sat_down(place):
        return "here it is the verb"
    if place.text[place.start : place.end] == "SAT" and _TEST_AFTER.match(right):
        return "it is a test here"
    return None


_SATURDAY_BEFORE = re.compile(r"\b(?:Fri|Sat|Saturday)\b[^.!?\n]*[ ,]$")


def _behind_saturday(place: Place) -> bool:
    """Say whether a Saturday in short stands before in the sentence: "rain Sat, dry Sun"."""
    return _SATURDAY_BEFORE.search(place.text, max(0, place.start - 40), place.start) is not None


_BEHIND_ITS_DATE = re.compile(r"\d(?:st|nd|rd|th)?, $")


_COMES = re.compile(r"\b(?:for|u|you|is|are|'s|whos|anyone|everyone|i'm|im|not|who|be|was|were|all|came|start|keep) $")


def no_guest(place: Place) -> str | None:
    """Refuse "are you coming Sunday", where somebody comes."""
    comes = place.folded.startswith("coming", place.start) and _COMES.search(before(place))
    return Unfit("somebody comes") if comes else None


def no_noun_follows(place: Place) -> str | None:
    """Refuse "the Sunday paper", "the sun", and the weekday of a date told before it: "May 9, the Sunday"."""
    if "day" not in place.folded[place.start : place.end]:
        return Unfit("no weekday")
    if _BEHIND_ITS_DATE.search(before(place, 6)):
        return Unfit("belongs to the day before it")
    return None if no_noun_after(place) else Unfit("says which one, not when")

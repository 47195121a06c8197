"""The words around figures, weekdays and months in messages: what makes "sat", "nov", "7/4" and "8p" times there."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before
from timeline.languages.en.around.months import small_may

# ---- weekdays and months ----

DAY_NAMES = r"(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:s|day|sday|nesday|rsday|urday)?\b\.?"
HOUR_IN_FIGURES = r"\d\d?(?:[:.]\d\d)? ?(?:[ap]\.?m?\b|-|ish\b)"
_AND = r" ?(?:[-&/+,]|\band\b|\bn\b|\bor\b|\bto\b|\bthru\b)? ?"
_FREE = "off work|off|free|busy|closed|working|shut"
_PART_BETWEEN = r"(?: (?:morning|afternoon|arvo|evening|eve|night|nite|[ap]m))?"
_TIME_BEFORE = re.compile(
    rf"(?:\b{DAY_NAMES}{_PART_BETWEEN}|\b\d\d? ?[ap]m\b|\b(?:{_FREE}|this|next|nxt|last|every|noon)){_AND}$"
)
_TIME_AFTER = re.compile(
    rf"{_AND}(?:\b{DAY_NAMES}|(?:@ ?)?{HOUR_IN_FIGURES}|(?:from|at|til|till|until|by) \d|@ ?\d|noon\b|"
    r"midnight\b|off (?:work|school)\b|off ?(?:[.,!?]|$)|"
    r"(?:morning|mornin|morn|arvo|afternoon|aft|evening|nights?|nites?)\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d\d?/\d)"
)

# "sale ends sun at midnight"
_TERM_BEFORE = re.compile(r"\b(?:ends?|ending|closes?|closing|due|starts?|starting|begins?|opens?|opening|expires?) $")
_TERM_GOES_ON = re.compile(r" ?[.,!?]|$| (?:at|@|night|and|n|so|but) ?")

# "went to the dentist mon, so sore"; "yeah mon", "they wed in May" and "mon amour" are other words.
_DAY_GOES_ON = re.compile(
    r"[.,!?]|$| (?:works|doesn'?t|isn'?t|is|was|if|then|n|but|instead|please|pls|so|cuz|coz|lol) ?"
)
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:yes|yeah|yea|ya|no|hey|come|the|my|a|in|im|i'm|ey|wah|just|newly|they|we|to|be|got|who|and|'|oui|ah|oh|hell|"
    r"big up|respect|suis|est|es|et|avec|pour|dans|que|sur|sous|de|par|c'est|voici|voila)|"
    r"^|[.!?'’]) ?$"
)


_WHO_SAT = re.compile(r"(?<!can )(?<!could )(?<!shall )(?<!should )\b(?:i|he|she|they) $")


def beside_time(place: Place) -> str | None:
    """Keep to short weekdays with a time beside them, by which "sat" and "sun" are no words: "sat & sun", "mon 3pm"."""
    left, right = before(place), after(place)
    if place.folded.startswith("sat", place.start) and _WHO_SAT.search(left):
        return Unfit("here it is the verb")
    if _TIME_AFTER.match(right) or _TIME_BEFORE.search(left):
        return None
    if _TERM_BEFORE.search(left) and _TERM_GOES_ON.match(right):
        return None
    short = place.folded.startswith(("mon", "wed"), place.start)
    if short and _DAY_GOES_ON.match(right) and not _NO_DAY_BEFORE.search(left):
        return None
    return Unfit("no time beside it")


_ENDS = re.compile(r" ?[^\w .-]| ?$|\.(?: |$)| (?:n|but|lol|btw) ")


def ends_there(place: Place) -> str | None:
    """Keep to short weekdays with which a message or a clause ends; the sun may shine at any end."""
    goes_on = not _ENDS.match(after(place)) or place.folded.startswith("sun", place.start)
    return Unfit("another word") if goes_on else None


def written_small(place: Place) -> str | None:
    """Keep to words written small, which are no names."""
    return Unfit("a name") if place.text[place.start].isupper() else None


def with_capital(place: Place) -> str | None:
    """Keep to words written with a capital, and leave the others to other readings."""
    return None if place.text[place.start].isupper() else Unfit("written small")


def in_capitals(place: Place) -> str | None:
    """Keep to what ends in a capital, as the short names of zones do."""
    return None if place.text[place.end - 1].isupper() else Unfit("another word")


_TONIGHT_BEFORE = re.compile(
    r"\b(?:(?<!the )out|on|off|over|up|home|free|here|there|back|around|down|doing|coming|going|working|watching|"
    r"playing|drinking|partying|studying|staying|sleeping|chilling|chillin|cooking|it|me|you|u|us|come|"
    r"party|game|gig|show|smth|sth|something|anything) $"
)


def tonight_in_short(place: Place) -> str | None:
    """Keep to "tn" behind what one does or where one is, as it is also a state: "nashville tn"."""
    told = _TONIGHT_BEFORE.search(before(place)) and not place.text[place.start].isupper()
    return None if told else Unfit("a state")


_THE = re.compile(r"\b(?:the|our|my|your|their|his|her|a|that|this|one|for|what|who|whatever|comes|and) $")
_MARCHES_ON = re.compile(r" (?:for|on|against|of|through|to|past|be|not|have|never|also|i went|we went)\b")
_MAY_I = re.compile(r" (?:i|we|he|she|it|they|you|u|well)\b")


def no_marching(place: Place) -> str | None:
    """Keep to months in small letters behind "last" that are no other word: "the last march for peace"."""
    if _THE.search(before(place)) or _MARCHES_ON.match(after(place)):
        return Unfit("another word")
    if place.folded.endswith("may", place.start, place.end) and _MAY_I.match(after(place)):
        return Unfit("here it is the verb")
    return None if place.folded.endswith(("march", "may"), place.start, place.end) else Unfit("read elsewhere")


_THING_NEXT = re.compile(
    r" (?!(?:i|im|we|he|she|it|its|they|u|you|and|n|but|so|at|in|on|from|til|till|until|with|for|when|bc|cuz|lol|is|"
    r"this|since)\b)[a-z]"
)


def no_sworn_thing(place: Place) -> str | None:
    """Refuse "every damn sat nav", where a short weekday is part of what is sworn at."""
    short = place.folded.endswith((" sat", " sun", " wed", " mon"), place.start, place.end)
    return Unfit("part of a thing") if short and _THING_NEXT.match(after(place)) else None


_WORDS = frozenset({"may", "march", "mar", "mar."})


def small_month(place: Place) -> str | None:
    """Keep to months written small; those that are words need a preposition."""
    if place.text[place.start].isupper():
        return Unfit("written with a capital")
    if place.folded[place.start : place.end] in _WORDS and not small_may(place):
        return Unfit("an ordinary word")
    left = before(place, 6)
    glued = left.endswith(("@", "_", "-", ".")) and not left.endswith(("mid-", "early-", "late-"))
    return Unfit("part of a name") if glued else None


# ---- figures ----

_NEW_CLAUSE_WORDS = (
    "i im ill we u you ur he she they my our the there this that these so and n but or for on in at to with w bc "
    "cuz cause coz if when til till until then again cant can wanna will is are was works work who where which "
    "wish need had got went came woke slept die nothing next like ready now anymore sharp instead today tdy "
    "tomorrow tmr tmrw tonight every daily everyday weekdays am pm yay lol lmao omg btw tbh atm hmu thank thanks "
    "please pls plz anyone everyone guys yall yeah yea yep ok okay ugh argh sian wth smh fml wtf bruh bro dude "
    "mate luv fam out back home from couldn didn don doesn isn wasn won wouldn couldnt didnt dont doesnt isnt wasnt "
    "due wyd wbu hbu wya because since although though while which that's it's after before b4 plus also just still "
    "even maybe prob probably hopefully let lets let's dm text call ring bring thats theres ive i've i'm i'll "
    "we're we've later sia lah leh lor liao hor meh la ah eh "
    "someone somebody nobody no1 go "
    "door idk idc ngl rn anyway anyways actually already too tho though"
)
_NEW_CLAUSE = frozenset(_NEW_CLAUSE_WORDS.split())
_STOPS = re.compile(r"[^\w ]|$| [^\w ]")
_NEXT_WORD = re.compile(r" (\w+)\b")
_DRAWN_OUT = re.compile(
    r"(?:study|work|watch|play|read|talk|danc|drink|cry|do|think|wait|chat|gam|cod|writ|pack|clean|cook|driv|bing)ing|pl[sz]+|x+|(?:ha){2,}\w*|[a-z]*?([a-z])\1\1[a-z]*"
)  # "plsss", "xxx", "hahaha", "nooo"


def counts_nothing(place: Place) -> str | None:
    """Refuse figures that go on to count or number a thing: "at 350 degrees", "on the 4th floor"."""
    right = after(place)
    word = _NEXT_WORD.match(right)
    ends = _STOPS.match(right) or (word and (word[1] in _NEW_CLAUSE or _DRAWN_OUT.fullmatch(word[1])))
    return None if ends else Unfit("goes on to count something")


_DAY_NEXT = re.compile(rf" (?:on )?(?:{DAY_NAMES}|today|tomorrow|tmrw?|the \d)")


def not_of_day(place: Place) -> str | None:
    """Leave the end of the day to a day that follows: "COB Friday"."""
    return Unfit("of the day that follows") if _DAY_NEXT.match(after(place)) else None


_YEAR_NEXT = re.compile(r",? (?:in|of|back|last year|\d+ (?:years?|yrs?)|(?:1\d|20)\d\d|and age\b|forward\b)")


def of_no_year(place: Place) -> str | None:
    """Refuse "on this day in 1969" and "to this day", which are not today."""
    told = _YEAR_NEXT.match(after(place)) or before(place).endswith(("on ", "to "))
    return Unfit("the day of another year, or any day") if told else None


def no_anniversary(place: Place) -> str | None:
    """Refuse weeks that have gone by: "3 weeks today since he left"."""
    gone = re.match(r" (?:since|of|without|that|and)\b", after(place)) or before(place).endswith(
        ("for ", "been ", "its ")
    )
    return Unfit("says how long it has been") if gone else None


_LIST_NEXT = re.compile(
    r" ?(?:[,&/+@-]|\d|at \d|(?:and|n|or|to) (?!\d)|(?:'s|nights?|mornings?|afternoons?|evenings?)\b)"
)


def no_list(place: Place) -> str | None:
    """Refuse a weekday that goes on to be one of several or has an hour of its own."""
    return Unfit("a day of its own") if _LIST_NEXT.match(after(place)) else None


_CLOSES = re.compile(r" ?[^\w ]| ?$|,? (?:@|(?:at|in|from|for|with|https?)\b)")


def closes_clause(place: Place) -> str | None:
    """Keep to a day that ends its clause or goes on with its hour or place: "14 feb friday", not "14 feb friday is"."""
    return None if _CLOSES.match(after(place)) else Unfit("a day of its own")


_THEN = re.compile(
    r"[^\w ]|$| [^\w ]| (?:i|we|so|and|but|when|in|with|it|its|they|still|til|lol|tho|though|was|this|at)\b"
)


def year_of_then(place: Place) -> str | None:
    """Keep to two figures that count nothing: "since 84", not "since 84 people"."""
    return None if _THEN.match(after(place)) else Unfit("goes on to count something")


HOUR_BEFORE = re.compile(
    r"(?:\b(?:at|by|til|till|until|from|since|before|b4|after|(?<!the )(?<!these )past|around|about|abt|ard)"
    r"(?: (?:like|about|abt))?|@) ?$"
)


def after_at(place: Place) -> str | None:
    """Keep to figures behind "at" or its sign, which no window of time words holds: "@ 7 tonight"."""
    return None if HOUR_BEFORE.search(before(place)) else Unfit("nothing makes it a time of day")


_AT = re.compile(r"(?:\b(?:at|abt|ard)|@) ?$")


def right_at(place: Place) -> str | None:
    """Keep to four figures behind "at": with "since" or "until" they may be a year."""
    if re.match(r"[ -]\d{3}", after(place)):
        return Unfit("a telephone number")
    return None if _AT.search(before(place)) else Unfit("nothing makes it a time of day")


UNIT_AFTER = re.compile(
    r" ?-?(?:of|stars?|pts?|points?|cups?|tsp|tbsp|inch|inches|in(?! [a-z])|miles?|lbs?|oz|hours?|hrs?|days?|years?|"
    r"price|off|done|full|left|people|kids|questions|marks|games|would|x|scale)\b|[ ]?[\"”″%+/]"
)
_CLOCK_BEFORE = re.compile(rf"(?:\b(?:at|by|from|til|till|until|open|doors|show|starts?|{DAY_NAMES}|\d/\d\d?)|@) ?$")


def letter_time(place: Place) -> str | None:
    """Refuse pence and pages: "for 10p"; "7:30p" and "at 8p" are hours."""
    if ":" in place.folded[place.start : place.end] or _CLOCK_BEFORE.search(before(place)):
        return None
    return None if re.match(r" ?-\d| (?:doors|show|start)\b", after(place)) else "nothing makes it a time of day"


def young(place: Place) -> str | None:
    """Keep to "16 days old" in figures and words; "the 6-month-old" is a person."""
    return Unfit("an age") if "-" in place.folded[place.start : place.end] else None


_ON_DAY = re.compile(rf"(?: on)? (?:{DAY_NAMES}|the\b|my\b|\d|[a-z]+ \d)")


def on_no_day(place: Place) -> str | None:
    """Refuse "1000hrs on monday", where a day follows."""
    return Unfit("on some day") if _ON_DAY.match(after(place)) else None

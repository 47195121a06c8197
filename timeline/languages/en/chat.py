"""What English messages write otherwise than print: spellings, dates and hours in short, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from timeline.calendar import DAY, HOUR, MINUTE, MONTH, WEEK, WEEKEND, YEAR
from timeline.grammar.language import Dialect
from timeline.grammar.lexicon import Shape, prefix_tree
from timeline.languages.en.around.hashtags import said_of_time
from timeline.languages.numeric import Figures, fixed_date, whole_number

Values = Mapping[str, Any]
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPELLED_MONTHS = (
    *_MONTHS,
    *("sept", "january", "february", "march", "april", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_MONTH = prefix_tree(_SPELLED_MONTHS)


def _month_day(match: re.Match[str]) -> Values:
    """Read "10/24" month first, as most who write so do, and "24/10" the only way it can be."""
    first, second = map(int, match.group().split("/"))
    month, day = (second, first) if first > 12 else (first, second)
    values: dict[str, Any] = {"slash_day": (month, day)} if 1 <= month <= 12 and 1 <= day <= 31 else {}
    if 0 < first < second <= 8:
        values["count"] = first / second
    return values


def _glued(match: re.Match[str]) -> Values:
    """Read a month with its day or year written onto it: "july4th", "dec2014"."""
    month = _MONTHS.index(match.group()[:3]) + 1
    number = int(re.sub(r"\D", "", match.group()))
    return {"glued_year": (month, number)} if number > 31 else {"glued_day": (month, number)} if number else {}


def _glued_date(match: re.Match[str]) -> Values:
    """Read a full date written as one word: "14feb2015"."""
    day, month, year = re.split(r"([a-z]+)", match.group())
    date = fixed_date(int(year), _MONTHS.index(month[:3]) + 1, int(day))
    return {"isodate": date} if date else {}


def _short_clock(match: re.Match[str]) -> Values:
    digits = match.group()
    return {**whole_number(int(digits), 3), "short_clock": (int(digits[0]), int(digits[1:]))}


def _dotted_clock(match: re.Match[str]) -> Values:
    """Read "7.45" as a time of day, though it may be an amount."""
    hour, minute = map(int, match.group().split("."))
    figures = Figures(hour, minute, None, 1 <= hour <= 12 and match.group()[0] != "0")
    return {"count": float(match.group()), "dotted_clock": figures} if hour < 24 else {"count": float(match.group())}


def _letter_clock(match: re.Match[str]) -> Values:
    """Read "8p", "7:30a"."""
    hour, _, minute = match.group()[:-1].partition(":")
    if not 1 <= int(hour) <= 12:
        return {}
    return {"letter_clock": (int(hour) % 12 + (12 if match.group()[-1] == "p" else 0), int(minute or 0))}


def _about_clock(match: re.Match[str]) -> Values:
    """Read "9ish", "8:30ish", "7pmish"."""
    hour, minute, half = int(match["ah"]), int(match["am"] or 0), match["ap"]
    if not 1 <= hour <= 12:
        return {} if match["am"] or half else {"count": hour}  # "20ish mins"
    return {"count": hour, "about_clock": (hour if not half else hour % 12 + (12 if half == "p" else 0), minute)}


_TINY = {"h": HOUR, "m": MINUTE, "mo": MONTH, "d": DAY, "w": WEEK, "y": YEAR}


def _tiny_length(match: re.Match[str]) -> Values:
    """Read "1h30m", "6mos", and "3d" where "ago" stands behind it."""
    amounts = re.findall(r"(\d+) ?(mo|[hmdwy])", match.group())
    return {"tiny_length": tuple((int(number), _TINY[unit]) for number, unit in amounts)}


_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nite": "NI", "nyt": "NI"}
_STEPS = {"last": -1, "this": 0, "next": 1}
_UNITS = {"week": WEEK, "month": MONTH, "year": YEAR, "weekend": WEEKEND, "wk": WEEK, "wknd": WEEKEND}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PART = f"(?:{'|'.join(_PARTS)})"
_UNIT = f"(?:{'|'.join(_UNITS)})"


def _glued_words(match: re.Match[str]) -> Values:
    """Read two words written as one, as tags are: "lastnight", "nextweek", "fridaynight"."""
    first, second = match["gd"] or match["gs"], match["gp"] or match["gu"] or match["gn"]
    if match["gd"]:
        return {"glued_day_part": (_WEEKDAYS.index(first), _PARTS[second])}
    if second in _UNITS:
        return {"glued_unit": (_STEPS[first], _UNITS[second])}
    return {"glued_part": (_STEPS[first], _PARTS[second])}


def _listed_hour(match: re.Match[str]) -> Values:
    """Read "9/8c", the hour of a programme in two zones."""
    return {"listed_hour": int(match["lh"])} if 1 <= int(match["lh"]) <= 12 else {}


_NUMBERS = (
    Shape(r"(?<![\d/.])(?P<lh>\d\d?)/\d\d?c(?:t|entral)?(?!\w)", _listed_hour),
    Shape(
        rf"(?:(?P<gd>{prefix_tree(_WEEKDAYS)})(?P<gp>{_PART})|(?P<gs>last|this|next)(?:(?P<gu>{_UNIT})|(?P<gn>{_PART})))(?!\w)",
        _glued_words,
        digits=False,
    ),
    Shape(r"2k[01]\d(?!\w)", lambda match: {"year": 2000 + int(match.group()[2:])}),
    Shape(r"(?<![\d/.])\d\d?/\d\d?(?![\d/\w%])", _month_day),
    Shape(r"(?<![\d:.,$£€])\d\d?(?::[0-5]\d)?[ap](?!\w)", _letter_clock),
    Shape(r"(?<![\d:.,$£€])(?P<ah>\d\d?)(?::(?P<am>[0-5]\d))?(?:(?P<ap>[ap])m)?-?ish(?!\w)", _about_clock),
    Shape(r"\d{1,2}h ?[0-5]?\dm(?:ins?)?(?!\w)|\d{1,2} ?mos?(?!\w)|\d{1,3}[hmdwy](?= ago(?!\w))", _tiny_length),
    Shape(r"(?<![\d:.,$£€#])\d\d?\.[0-5]\d(?!\w|[.,:%/]\d|%| ?[ap]\.?m\b)", _dotted_clock),
    Shape(r"(?<![\d:.,$£€#])[1-9][0-5]\d(?!\w|[.,:/%]\d| [ap]\.?m\b)", _short_clock),
    Shape(r"\d\d?x(?!\w)", lambda match: {"times": match.group().upper()}),
    Shape(rf"\d\d?{_MONTH}(?:19|20)\d\d(?!\w)", _glued_date),
    Shape(rf"{_MONTH}(?:[0-3]?\d(?:st|nd|rd|th)?|(?:19|20)\d\d)(?!\w)", _glued, digits=False),
)
_SPOKEN_HOURS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPOKEN_HOUR = f"(?:{'|'.join(_SPOKEN_HOURS)})"
# The ends of at, by, abt, like, about, until, till, ard, around, from, since, before, after, @: a look-behind is of one
# width.
_ENDS = (
    "b4 ", "at ", "past ", " like ", "out ", "by ", "bt ", "il ", "ll ", "rd ", "nd ", "om ", "ce ", "re ", "er ",
    "@ ", "@",
)  # fmt: skip


def _behind(word: str) -> str:
    """Look back for one of these ends before a word."""
    return "|".join(f"(?<={end}{word})" for end in _ENDS)


_BEFORE_HOUR = _behind("")
# The ends of doors, support (on), headliner (on), onstage, kick off, ko, start, starts, starting, alarm, curfew, eta,
# leaves, departs, lands, finishes, closes, opens.
_LABELS = [
    "doors ", "doors open ", "pport ", "liner ", "k off ", "ckoff ", "start ", "starts ", "rting ", "alarm ", "rfew ",
    "eta ", "eaves ", "parts ", "lands ", "ishes ", "loses ", "opens ", " ko ", "ort on ", "ner on ", "stage ",
]  # fmt: skip
_LABEL = "|".join(f"(?<={end})" for end in _LABELS)
# The ends of is the, its the, by the, before the, after the, from the, since the, do the, for the, about the.
_BEFORE_DAY = "|".join(
    f"(?<={end} the )"
    for end in ("is", "ts", "'s", "by", "re", "er", "om", "ce", "do", "ue", "or", "ut", "il", "ll", "b4")
)
# The ends of work, working, shift, class, open, duty, hours, happy hour, lunch, school, served, serving, brunch,
# buffet, breakfast, carvery, Mondays (from).
_WORKS = (
    "work", "king", "hift", "lass", "open", "duty", "ours", "y hour", "lunch", "hool", "erved", "rving", "brunch",
    "uffet", "kfast", "rvery", "days", "days from",
)  # fmt: skip
_AT_WORK = "|".join(f"(?<={end} )" for end in _WORKS)
_NO_FIGURE = r"(?!\w|[.,:%]\d|%)"
_QUARTER = "(?:00|15|30|45)"
_DIGIT_HINTS = (
    r"2k[01]\d(?!\w)|\d\d?/\d\d?(?![\d/\w%])|\d\d?(?::[0-5]\d)?(?:[ap](?!\w)|(?:[ap]m)?-?ish(?!\w))"
    r"|\d{1,2}h ?[0-5]?\dm|\d{1,2} ?mos?(?!\w)|\d{1,3}[hmdwy] ago(?!\w)"
    rf"|(?:{_BEFORE_HOUR}|{_LABEL})[0-2]?\d(?:\.?[0-5]\d)?{_NO_FIGURE}|\d\d?{_MONTH}(?:19|20)\d\d(?!\w)",
    rf"\d\d?/\d\d?c(?:t|entral)?(?!\w)|(?<= in )0\d{_NO_FIGURE}",
    rf"(?:(?<=since )|(?<=way back in )|(?<=born in ))[3-9]\d{_NO_FIGURE}",
    r"\d\d? (?:more )?(?:sleeps?|nights|nites)(?!\w)",
    rf"(?:{_AT_WORK})[01]?\d ?(?:-|to|til|till|until) ?[01]?\d{_NO_FIGURE}",
    rf"(?:{_BEFORE_DAY})\d\d?(?:st|nd|rd|th)(?!\w)",
    r"(?<=\bthe )(?:1[3-9]|2\d|3[01])(?:st|nd|rd|th)(?= (?:can|cant|needs|hurry|better|couldn|works|suits|is|will)\b)",
    r"(?<=\bthe )\d(?:st|nd|rd|th)(?= is (?:my |the )?(?:[a-z]+ )?(?:day|night|payday|bday|birthday)\b)",
    r"(?<=\boff the )\d\d?(?:st|nd|rd|th)(?!\w)",
    r"(?<= in )(?:5|10|15|20|30|45)(?!\w|[.,:%/-]\d|%)",
    r"\d\d?(?:st|nd|rd|th) ?(?:-|to|thru|through|until|till?) ?(?:the )?\d\d?(?:st|nd|rd|th)(?!\w)",
    r"(?:1?\d) ?(?:-|to|til|till|until) ?1?\d(?::[0-5]\d)?p(?!\w)",
    rf"1?\d ?(?:-|to|til|till|until) ?1?\d:[0-5]\d{_NO_FIGURE}|1?\d:[0-5]\d ?(?:-|to|til|till|until) ?1?\d{_NO_FIGURE}",
    r"(?:1?\d) ?(?:-|to|til|till|until) ?(?:12 noon|noon|midday)",
    rf"(?<=the )\d\d?[.:][0-5]\d{_NO_FIGURE}",
    rf"[01]?\d\.{_QUARTER} ?(?:-|to|til|till|until) ?[01]?\d\.{_QUARTER}{_NO_FIGURE}",
)
_HINTS = {
    **dict.fromkeys(_SPELLED_MONTHS, r"(?:[0-3]?\d(?:st|nd|rd|th)?|(?:19|20)\d\d)(?!\w)"),
    **{hour: f"(?:{_behind(hour)}){_NO_FIGURE}" for hour in _SPOKEN_HOURS},
    **dict.fromkeys(_WEEKDAYS, rf"{_PART}(?!\w)"),
    **dict.fromkeys(_STEPS, rf"(?:{_UNIT}|{_PART})(?!\w)"),
    "half": rf" (?:\d\d?|{_SPOKEN_HOUR}){_NO_FIGURE}",
}

# Written as one word these are something else than the day.
_NOT_GLUED = frozenset({"may day", "d-day", "holi"})


def chat(spellings: Mapping[str, str], names: Iterable[str]) -> Dialect:
    """Make the dialect of messages: its spellings, and named days written as one word, as hashtags are."""
    table = {" ".join(each.split()): word for word, row in spellings.items() for each in row.split(";")}
    for name in names:
        glued = re.sub(r"[^a-z]", "", name)
        if glued != name and name not in _NOT_GLUED:
            table.setdefault(glued, name)
        if "'" in name:
            table.setdefault(name.replace("'", ""), name)
    digits = prefix_tree(each for each in table if each[0].isdigit())
    own = Shape(rf"{digits}(?!\w)", lambda _: {})
    return Dialect(table, (own, *_NUMBERS), _HINTS, _DIGIT_HINTS, said_of_time, drawn_out=True)

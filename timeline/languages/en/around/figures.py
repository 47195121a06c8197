"""The words around figures that make them no year and no time of day: amounts, labels, addresses, scores, verses."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before

_NUMBER = "a number of something, not a year"

# ---- before the figures ----

_MONEY = re.compile(r"[$£€¥#%=@_]\s?$")
# Things that bear numbers: closed classes of places, documents, vehicles and products, each said without "the year".
_LABEL = re.compile(
    r"\b(?:no|nos|number|numbers|section|paragraph|clause|article|chapter|verse|page|pp|figure|table|equation|"
    r"question|item|items|"
    r"rule|title|law|order|resolution|form|docket|exhibit|case|file|version|release|build|model|size|type|series|"
    r"status|code|pin|"
    r"password|badge|lot|locker|box|bed|room|suite|apartment|flat|unit|studio|warehouse|gate|platform|seat|lane|"
    r"bay|exit|"
    r"route|highway|interstate|flight|train|bus|channel|port|tank|well|star|asteroid|bond|patient|sample|text|"
    r"dial|call|ring|"
    r"film|movie|novel|album|sitcom|russell|blade runner|bill|syndicate|proposition|bulletin|decree|directive|squadron|"
    r"boeing|airbus|windows|office|peugeot|bmw|fiat|porsche|iso|rfc|catch|area code|heading|bearing)\.? $"
)
_COUNTS = re.compile(
    r"\b(?:population|total|number|length|height|weight|depth|altitude|elevation|distance|price|cost|score|count|speed|"
    r"sum|ratio|code|pin|password|index|answer)(?: of| is| was|:) $"
    r"|\b(?:more|fewer|less|greater|higher|lower) than $"
    r"|\b(?:card|account|number) (?:ends|ended|ending) in $|\bset \w+ to $"
    r"|\b(?:got|holds|held|delivers|delivered|counts|counted|scored|polled|weighs|seats|numbers) $"
)
_GLUED = re.compile(r"[\w&]-$|\d[.,:]$|[a-z_]$|\b[a-z]+/$|\d[ -]$")
_GLUED_PREFIX = re.compile(r"(?:mid|pre|post|early|late|[a-z]{3,9})-$")
_LAST_WORD = re.compile(r"([a-z]+|[^\s\w])[\s]*$")
_OPENER_WORDS = (
    "in since until till by from to of during before after between through around about circa and or late early mid "
    "the year fiscal back for over than vs versus on as ended ending ends , ( - / ; : [ "
    "spring summer fall autumn winter season christmas at"
)
_YEAR_OPENERS = frozenset(_OPENER_WORDS.split())
_LOOSE_WORDS = "over than about around for as to of and by the or , from between"
_LOOSE_OPENERS = frozenset(_LOOSE_WORDS.split())

# ---- behind the figures ----

_PART_OF = re.compile(
    r"\b(?:most|much|rest|remainder|part|course|half|end|middle|beginning) of $|\bas (?:early|late|recently) as $"
)
_COUNTED = re.compile(
    r"[ -](?!was\b|is\b|has\b|as\b|this\b|its\b|his\b|us\b|years?\b|series\b|census\b|campaigns\b|elections?\b|"
    r"results\b|sales\b|highs?\b|lows\b|onwards\b|wars\b|"
    r"earnings\b|games\b|olympics\b|levels?\b|terms\b|profits?\b|lets\b|thus\b|unless\b|always\b|perhaps\b)"
    r"[a-z]{3,}(?:(?<![isu])s|people|men|women|children|percent)\b"
)
UNIT_AFTER = re.compile(
    r" (?:l\.?l\.?[cp]|ltd|inc|corp|plc|gmbh)\b|"  # a firm with a number in its name
    r" ?%| ?\+ ?\d| of \d| (?:by|x) \d| \d{3}"
    r"|[ -](?:percent|per cent|points?|miles?|km|kilomet|met(?:er|re)s?|feet|foot|ft|lbs?|pounds?|kg|grams?|tons?|"
    r"tonnes?|dollars|"
    r"euros|yen|rupees|barrels|acres|people|men|women|hp|rpm|mhz|mah|cc|watts|votes|jobs|shares|troops|soldiers|calories|"
    r"degrees|words|"
    r"square|cubic|x\d|strong\b|seat\b|page\b|word\b|block of|forms?\b|overture\b)\b"
)
STREET = re.compile(
    r" (?:[A-Z][a-z]+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Court|Square|Way|Place|Terrace)\b"
)
_ENDS = re.compile(r"[ ]?(?:[,.;:)'\]\n?!-]|$)")
_GOES_WITH_YEARS = re.compile(
    r" (?:and|or|in|at|by|when|after|before|was|were|is|the|that|with|as|to|for|on|he|she|it|but|budget|election|"
    r"census|"
    r"championship|season|film|olympic|campaign|report|world|presidential|agreement|treaty|law|act|constitution|"
    r"war|coup|model|"
    r"summer|winter|tax|sales|earnings|results|annual|first|second|third|fourth|fiscal|gross|net)\b"
)
_PLURAL = re.compile(r" (?!has\b|was\b|is\b|as\b|its\b|this\b|his\b)[a-z]+(?<![isu])s\b")
_HAPPENINGS = re.compile(
    r" (?:[a-z-]+ )?(?:riots|floods|protests|attacks|bombings|fires|wildfires|talks|finals|playoffs|strikes|clashes|"
    r"uprisings|massacres|demonstrations|earthquakes|killings|polls|primaries|hearings|elections|wars|explosions|"
    r"disasters|borders|lines)\b"
)
_AT_ABOUT = re.compile(r"\bat (?:about|around|approximately|roughly) $")
_AT_YEAR = re.compile(r" (?:levels?|prices|rates|exchange|values)\b")


_OF_SO_MANY = re.compile(r"\b\d+ (?:out )?of $")  # "word 12 of 2000"


_HEADING = re.compile(r"(?:^|\n)#{1,6} $")  # of Markdown: "## 2025"


_FILED = re.compile(r"/(?!(?:1[5-9]|20)\d\d(?!\d))\d{3,}")
_FILED_BEFORE = re.compile(r"(?:1[5-9]|20)\d\d/$")


def _is_filed(left: str, right: str) -> bool:
    """Say whether figures are part of the number of a file: "log 2023/1187"; "2023/24" and "2023/2024" are seasons."""
    return _FILED.match(right) is not None or _FILED_BEFORE.search(left) is not None


def year_alone(place: Place) -> str | None:
    """Refuse four digits that are no year; a heading of nothing else is one."""
    return None if _HEADING.search(before(place)) and _ENDS.match(after(place)) else _no_year(place)


def _no_year(place: Place) -> str | None:
    """Refuse four digits that count or number something: "1984 soldiers", "$1999", "Section 1983"."""
    left, right = before(place), after(place)
    if _is_live(left, right, place) or no_spoken_count(place) or _OF_SO_MANY.search(left) or _is_filed(left, right):
        return _NUMBER
    if _is_model_year(left, place):
        return "the year a car was made"
    if _is_labelled(left) or UNIT_AFTER.match(right) or STREET.match(place.text, place.end):
        return _NUMBER
    last = _LAST_WORD.search(left)
    opener = last.group(1) if last else ","
    if (opener == "at" or _AT_ABOUT.search(left)) and not _AT_YEAR.match(right):
        return "a level, not a year"
    if opener in _YEAR_OPENERS and _PART_OF.search(left):
        return None
    if opener in _YEAR_OPENERS:
        loose = opener in _LOOSE_OPENERS and _COUNTED.match(right) and not _names(opener, place)
        loose = loose and not (_OPENS_WITH_BY.search(left) and _HAD.match(right) and _figures(place) >= _LIKELY)
        return _NUMBER if loose else None
    if _COUNTED.match(right):
        return _NUMBER
    if _ENDS.match(right) or _GOES_WITH_YEARS.match(right):
        return None
    if not 1900 <= _figures(place) <= _OURS:
        return _NUMBER
    return _NUMBER if _PLURAL.match(right) and not _HAPPENINGS.match(right) else None


_LIVE = re.compile(r" ?:")


def _is_live(left: str, right: str, place: Place) -> bool:
    """Say whether figures tell the time of day at the head of a line: "2159: Our coverage ends"."""
    return _LIVE.match(right) is not None and (not left or left[-1] == "\n") and _figures(place) > _OURS


def _figures(place: Place) -> int:
    digits = re.sub(r"\D", "", place.folded[place.start : place.end])
    return int(digits[:4] or 1950)  # of "1975-90" the first year


_OPENS_WITH_BY = re.compile(r"(?:^|[.!?\n] ?)by $")
_HAD = re.compile(
    r" (?:[a-z]+ )?[a-z]+s (?:had|were|was|began|became|could|would|will)\b"
)  # "By 1990 ties had improved"
_LIKELY = 1800  # before it, figures in front of a plural count: "By 1500 nurses had signed up"


def no_counted_year(place: Place) -> str | None:
    """Leave "in midsummer 2000 people marched" its season: the figures count what follows."""
    words = place.folded[place.start : place.end]
    counts = " of " not in words and (_COUNTED.match(after(place)) or UNIT_AFTER.match(after(place)))
    return Unfit(_NUMBER) if counts else None


def no_spoken_count(place: Place) -> str | None:
    """Refuse a number in words that goes on to count: "By December two thousand men had left"."""
    if not place.folded[place.end - 1].isalpha():
        return None
    right = after(place)
    counts = _COUNTED.match(right) or UNIT_AFTER.match(right) or right.startswith(" of ")
    return Unfit(_NUMBER) if counts else None


def _names(opener: str, place: Place) -> bool:
    """Say whether the year opens a name or names a happening: "the 1988 Harbour Agreement", "the 2011 riots"."""
    if opener != "the":
        return False
    if _TWO_CAPITALS.match(place.text, place.end) or _HAPPENINGS.match(after(place)):
        return True
    return _LIKELY <= _figures(place) <= _OURS and _NAMED_SO.match(place.text, place.end) is not None


_TWO_CAPITALS = re.compile(r" [A-Z][a-z]+ [A-Z]")
_NAMED_SO = re.compile(  # "the 1982 Falklands conflict", "the 2003 SARS outbreak", "the 1983 miners' strike"
    r" (?:[A-Z]\w+[sS] (?!(?:who|that|were|was|are|had|have|in|on|at|by|of|from|to|and|or|with|for|left|fell|came|went|"
    r"took|lost|killed)\b)[a-z]+\b(?<!ed)|[a-z]+s['’] [a-z])"
)
_OURS = 2030  # the last year that figures are likely to name


_CAR = re.compile(
    r" (?:Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|GMC|Honda|Hyundai|Jaguar|Jeep|Lexus|Lincoln|"
    r"Mazda|Mercedes|Mercury|Mitsubishi|Nissan|Oldsmobile|Peugeot|Plymouth|Pontiac|Porsche|Renault|Saab|Subaru|Toyota|"
    r"Volkswagen|Volvo)(?: [A-Z\d]|[.,;]| (?:had|was|is|and|with|that|in|at|on|near|into|off|parked)\b)|"
    r" (?:Camry|Civic|Corolla|Corvette|Mustang)\b"
)
_OWNED = re.compile(r"(?:\b(?:an?|his|her|its|my|our|their|your)|'s|s') (?:[a-z]+ )?$")


def _is_model_year(left: str, place: Place) -> bool:
    """Say whether a year tells which car: "his 1987 Honda Civic"."""
    return _CAR.match(place.text, place.end) is not None and _OWNED.search(left) is not None


def _is_labelled(left: str) -> bool:
    if _MONEY.search(left) or _LABEL.search(left) or _COUNTS.search(left):
        return True
    return _GLUED.search(left) is not None and _GLUED_PREFIX.search(left) is None


_ONE_FIGURE = re.compile(r"[-–/] ?\d$")


def one_figure(place: Place) -> str | None:
    """Keep to a range of years that ends with one figure: "1791-2"."""
    ends = _ONE_FIGURE.search(place.folded[place.start : place.end])
    return None if ends else Unfit("ends with more figures than one")


def figures_end(place: Place) -> str | None:
    """Refuse figures that go on: the serial number "1999-2012-88"."""
    return "part of a longer number" if re.match(r"-\w", after(place)) else None


def tight_hyphen(place: Place) -> str | None:
    """Refuse "in March - 7 hours ago", where a dash only stands between."""
    return Unfit("a dash parts them") if " -" in place.folded[place.start : place.end] else None


def no_such_day(place: Place) -> str:
    """Refuse a day that does not exist, but leave "in April 31 houses burned" its month."""
    return Unfit("counts something") if _COUNTED.match(after(place)) else "there is no such day"


_COUNTING = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty)$")
_BEHIND_COMMA = re.compile(r", ?\d\d?(?: ?-+ ?\d\d?)?$")
_SPELLED_BEHIND_COMMA = re.compile(r", ?[a-z]+$")  # "On Feb. 28, first of all"
_HOUR_NEXT = re.compile(r" ?(?:[ap]\.?m\b|noon\b|midnight\b|o'clock\b|h(?:ou)?rs?\b|:\d)")
_LIST_ENDS = re.compile(r" ?(?:[.,;:()\]\n?!-]|$)| (?:and|or|&|at|in|to|from|with|when|where) ")


def days_end(place: Place) -> str | None:
    """Refuse a last day that begins what follows: "On July 16, three men", "On May 4, 12 people", "Aug. 16, 3 days"."""
    words, right = place.folded[place.start : place.end], after(place)
    behind_comma = _BEHIND_COMMA.search(words) or _SPELLED_BEHIND_COMMA.search(words)
    if _COUNTING.search(words) or (behind_comma and not _LIST_ENDS.match(right)):
        return Unfit("counts what follows")
    if not words[-1].isdigit():
        return None
    if _HOUR_NEXT.match(right):
        return Unfit("an hour, not a day")  # "May 2-3, 9-11 a.m."
    return Unfit("counts what follows") if _COUNTED.match(right) or UNIT_AFTER.match(right) else None


# ---- in messages ----

_YEAR_OF_OURS = re.compile(r"199\d|2[0k][0-3]\d")


def chat_year(place: Place) -> str | None:
    """Keep to years of our time behind a name or a tag: "KITEFEST 2014"; leave the rest to what holds everywhere."""
    if not _YEAR_OF_OURS.fullmatch(place.folded, place.start, place.end):
        return Unfit("no year of our time")
    left = place.text[max(0, place.start - 24) : place.start]
    named = re.search(r"(?:^|\s)(?:#\w+|[A-Z][\w'’]+|[\w']+ [A-Z]+|\w*[a-z]) $", left)
    if (
        not named
        or _MONEY.search(left)
        or _LABEL.search(left.lower())
        or _OF_SO_MANY.search(left)
        or UNIT_AFTER.match(after(place))
    ):
        return Unfit("no name before it")
    small = left[:-1].split()[-1][:1].islower()
    return Unfit("counts something") if small and _COUNTED.match(after(place)) else None

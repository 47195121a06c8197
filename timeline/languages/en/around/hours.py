"""The words around bare figures in messages: what makes "4", "7.45" and "half five" times of day there."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.chat import DAY_NAMES, HOUR_BEFORE, UNIT_AFTER, counts_nothing
from timeline.languages.en.around.match import after, before

_BY_SO_MUCH = re.compile(
    r"\b(?:won|wins?|lose|lost|up|down|ahead|behind|beats?|cut|rose|fell|short|off|divided|multiplied) (?:by|from) $|"
    r"\b(?:aged?|ages) \d+ (?:to|til|till|until) $|"
    r"\b(?:stuck|priced|capped|scored|valued|rated|bought|sold|number \d+) at $"
)
_AN_AMOUNT = re.compile(
    r" ?(?:to|[-–]) ?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)|"
    r",\d| (?:and|n|&) (?:a half|\d+ [a-z]+s\b)|-?(?:nil|all)\b| ?[$£€%°/]|[-:]\w|['’]\d"
)


def hour_follows(place: Place) -> str | None:
    """Keep to figures behind "at", "since", "til" and their like that are no amount: "lost by 5", "from 5 to 10"."""
    if not HOUR_BEFORE.search(before(place)):
        return Unfit("nothing makes it a time of day")
    amount = _BY_SO_MUCH.search(before(place)) or _AN_AMOUNT.match(after(place))
    return Unfit("an amount") if amount else None


_DEPARTS = re.compile(
    r"\b(?:on|of|get|gets|getting|got|catch|caught|catching|miss|missed|missing|take|took|taking|for|till?|until|book|"
    r"booked) $"
)
_GOES = re.compile(r" (?:train|bus|ferry|race|at|from|to|instead)\b")


def no_more_than(place: Place) -> str | None:
    """Refuse figures that go on to a second amount: "2 hours 15 to 20 people"."""
    return Unfit("an amount") if _AN_AMOUNT.match(after(place)) else None


def departs(place: Place) -> str | None:
    """Keep to times of day that name what leaves then: "missed the 7.52"."""
    if not _DEPARTS.search(before(place)) or UNIT_AFTER.match(after(place)):
        return Unfit("nothing makes it a time of day")
    return None if _GOES.match(after(place)) else counts_nothing(place)


_NO_HALF = re.compile(r"\b(?:a|and|one|other|the|first|second|this|that|my|each|1st|2nd|top|bottom|better) $")


def half_of_hour(place: Place) -> str | None:
    """Refuse the half of something else than an hour: "the first half 2 nil", "one and a half"."""
    if _NO_HALF.search(before(place)) or _AN_AMOUNT.match(after(place)):
        return Unfit("the half of something else")
    return None if HOUR_BEFORE.search(before(place)) else counts_nothing(place)


_LISTED = re.compile(
    r"(?:\b(?:open|party|shift|lunch|class|session|workshop|sale|fair|working|work|on|meeting|"
    r"hours|times?|here|club|"
    r"training|rehearsal|meet|lesson|stall|market|drop[- ]in|surgery|fete|bbq|playgroup|visiting)|"
    r"(?:days?|fri|sun|sat),?|:) $"
)


def hours_listed(place: Place) -> str | None:
    """Keep to two figures behind what has hours: "party 2-4 sunday", not "won 3-2 sunday"."""
    return None if _LISTED.search(before(place)) else Unfit("a score")


_AT_WORK = re.compile(
    r"\b(?:i|we|he|she|they|im|ive|gotta|got|to|and|then|n|but|,|class|at|back) (?:work|working|works|worked) $|"
    r"(?:^|[,.!?:;] )(?:i )?(?:work|working|shift|class|school|lectures?|lessons?|rehearsal|training|open) $|"
    r"\b(?:shift|open|class|lectures?|lessons?|rehearsal|duty|ojt|tuition|hours|school|"
    r"served|serving|brunch|buffet|breakfast|carvery|happy hour|(?:for|at) lunch) $|"
    r"\b(?:work|working|shift|class|school|open|duty)\b[^.!?]{0,6} (?:tomorrow|tmrw?|tmr|today|2day|tonight|mon-fri|"
    r"everyday|every day|daily|sunday|saturday) (?:from )?$|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days (?:from )?$"
)


_DAY_OR_START = re.compile(
    r"(?:^|[\n,.;:!?(] ?|\b(?:from|today|tday|2day|tonight|2nite|tomorrow|tmrw?|tmr|daily|morning|afternoon|evening|"
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?s?),? |\bopen [a-z]+ )$"
)


def hours_told(place: Place) -> str | None:
    """Keep to two figures that open a message or stand behind a day or what has hours: "open 9.00-12.30"."""
    left = before(place, 32)
    told = _DAY_OR_START.search(left) or _LISTED.search(left) or _AT_WORK.search(left)
    return None if told else Unfit("an amount")


_DAY_NEXT = re.compile(
    rf",? ?\(?(?:(?:on|this|next|every|each) )?(?:{DAY_NAMES}|today|tday|2day|tonight|2nite|tomorrow|tmrw?|tmr|daily)\b"
)
_HOURS_BEFORE = re.compile(
    r"\b(?:from|between|until|till?|doors|show|come|(?:come|stop|swing) by|closed|half[- ]price|specials?|deals?|"
    r"\d/\d\d?) $"
)
_PRICED = re.compile(r" (?:each|a (?:go|pop|pint|litre|bag|piece|pack|time)|per|apiece|off|left|more|less|on my)\b")
_RATIO_BEFORE = re.compile(
    r"\b(?:ratio|odds|scores?|scored|result|aggregate|costs?|(?<!half )(?<!half-)priced?|paid|pay|only|just)\b"
    r"\W{0,2}(?:\w+ )?$"
)


def hours_beside(place: Place) -> str | None:
    """Keep to two figures in a place where hours stand: "sale 9-1p", "3-6p sat"; not "costs 3-6p", "ratio 1-2:30"."""
    if _PRICED.match(after(place)) or _RATIO_BEFORE.search(before(place)):
        return Unfit("an amount")
    beside = _DAY_NEXT.match(after(place)) or _HOURS_BEFORE.search(before(place))
    return None if beside else hours_told(place)


_SCORED = re.compile(r"\b(?:match|game|set|tie|final|score|half|leg)\b[^.!?\n]{0,24}$")


def at_work(place: Place) -> str | None:
    """Keep to two figures behind what one is at: "work 4-11", "I work tomorrow 9 to 5"."""
    if not _AT_WORK.search(before(place, 32)):
        return Unfit("a score")
    scored = re.match(r" (?:up|down|ahead|win|loss|lead|books|pages|chapters)\b", after(place))
    scored = scored or _SCORED.search(before(place, 32))
    return Unfit("a score") if scored else None


_LEFT = re.compile(
    r"\b(?:back|there|live|leaving|starts?|starting|home|ready|out|off|meeting|call|on air|boarding|landing|here|bed|"
    r"done|arriving|(?:text|call|ring|see) (?:u|you|me|him|her|them|ya)|text|ring) (?:again )?in $"
)


def minutes_left(place: Place) -> str | None:
    """Keep to minutes until what is about to be: "be there in 20"."""
    told, following = re.search(r"\d+$", place.folded[place.start : place.end]), re.match(r", ?(\d+)", after(place))
    if told and following and int(following[1]) < int(told.group()):
        return Unfit("counts down")
    return counts_nothing(place) if _LEFT.search(before(place)) else Unfit("nothing makes it minutes")


_LABEL_BEFORE = re.compile(
    r"\b(?:doors|support(?: on)?|headliner(?: on)?|onstage|kick ?off|ko|starts?|starting|curfew|alarm|eta|"
    r"leaves|departs|lands|finishes|closes|opens) $"
)


def label_before(place: Place) -> str | None:
    """Keep to figures behind the name of what begins then."""
    if not _LABEL_BEFORE.search(before(place)):
        return Unfit("nothing makes it a time of day")
    return Unfit("an amount") if _AN_AMOUNT.match(after(place)) else None


_DOORS = re.compile(
    r"\b(?:doors(?: open)?|support(?: on)?|headliner(?: on)?|onstage|kick[- ]?off|ko|curfew|alarm|eta|stage times?) $|"
    r"\bdoors(?: open)? \d{4},? (?:show|band|support|headliner) $"
)


def doors_before(place: Place) -> str | None:
    """Keep to four figures behind what has an hour and no year: "doors 1930", "doors open 1830 show 1930"."""
    return None if _DOORS.search(before(place, 40)) else Unfit("a year")


_MEASURED = re.compile(
    r"\b(?:grew|grown|grows?|growing|rose|risen|rises?|rising|fell|fallen|falls?|falling|increas\w+|decreas\w+|reduc\w+|"
    r"cut|raised|dropp?\w*|jumped|climbed|gained|lost|won|beat|missed|outnumbered|exceeded|higher|lower|over|under|short|"
    r"(?<!\bget )(?<!\bgot )(?<!\bbe )(?<!\bwake )(?<!\bwoke )(?<!\bim )(?<!\bi'm )(?:up|down)) (?:[a-z]+ )?by $"
)


def no_measure(place: Place) -> str | None:
    """Refuse by how much something grew: "rent went up by 1200"; one is up by 6."""
    return Unfit("an amount") if _MEASURED.search(before(place, 40)) else None


_LASTING = re.compile(
    r"\b(?:stood|stands?|standing|built|rebuilt|dates?|dated|dating|founded|existed|exists?|invented|discovered|written|"
    r"painted|made|born|died|lived|reigned|ruled|century|centuries|medieval|ancient|history)\b[^.!?\n]{0,32}$"
)
# What lasts since an hour is somebody's day, or how things stand: "i've been up since 1200", "server down since 1000".
_ONES_DAY = re.compile(
    r"\b(?:i|im|i'm|ive|i've|we|we're|weve|we've|he|he's|hes|she|she's|shes|they|u|you|ur|my|our|up|awake|asleep|waiting|"
    r"working|home|out|off|on|open|shut|closed|down|stuck|today|tday|tdy)\b[^.!?\n]{0,32}$|"
    r"(?:^|[.!?,\n] ?)(?:been|here|at)\b[^.!?\n]{0,24}$"
)


def no_lasting(place: Place) -> str | None:
    """Refuse the year since or before which something stood: "built before 1400", "paper money since 1300"."""
    left = before(place, 64)
    if _LASTING.search(left):
        return Unfit("a year")
    round_year = left.endswith("since ") and place.folded.endswith("00", place.start, place.end)
    return Unfit("a year") if round_year and not _ONES_DAY.search(left) else None


_OPEN_LATE = re.compile(
    r"\b(?:open|party|music|bar|kitchen|club|dancing|drinks|happy hour|serving|parking|live|"
    r"on|entry|food|pizza|karaoke|jamming|partying|dj|delivery|delivering) (?:up )?(?:until|till?|'til) $"
)
_NO_DAY_NEXT = re.compile(
    r" ?(?:[^\w ]|$)| (?:with|w|so|and|n|come|swing|free|at|in|if|all|for|pull|dm|call|just|lol)\b"
)


_OVER = re.compile(r"\b(?:was|were|wasn't|been|had|stayed|kept|partied|ended|went|got)\b")


def open_late(place: Place) -> str | None:
    """Keep to the hour until which a place is open, no other day being told: "bar open til 2am"."""
    left = before(place, 40)
    told = _OPEN_LATE.search(left) and not _OVER.search(left) and _NO_DAY_NEXT.match(after(place))
    return None if told else Unfit("not how long a place is open")


_VERSE_BEFORE = re.compile(r"[A-Z][a-z]+\.? $")
_DAY_BEFORE = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Open|Hours|From|Today|Tomorrow|Lunch|Work|Party)[a-z]*,? $")


def not_verses(place: Place) -> str | None:
    """Refuse "John 3:16-17" and results: "won 10:30-2"."""
    left = place.text[max(0, place.start - 16) : place.start]
    if _VERSE_BEFORE.search(left) and not _DAY_BEFORE.search(left):
        return Unfit("verses of a book")
    return Unfit("a score") if re.search(r"\b(?:won|lost|beat|lead|led|win|loss) $", left.lower()) else None

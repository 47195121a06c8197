"""The words before a day in messages that say whether it is to come or over, whatever the tense of the verb is."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.chat import beside_time, ends_there, small_month
from timeline.languages.en.around.match import after, before
from timeline.languages.en.around.months import month_word
from timeline.languages.en.around.weekdays import weekday_word

_REACH = 72  # characters
_ON = r"(?:on )?$"
_GONE_BY = (
    r"\w+ed|was|were|went|saw|did|got|had|came|lost|won|met|left|took|made|ate|slept|spent|thanks?|thank|thx|ty|sorry"
)
_REST = rf"(?: (?!(?:{_GONE_BY})\b)[\w'’]+){{0,6}} {_ON}"  # what may stand between a cue and the day

# What is for a day: "two tickets left for sat"; thanks, pay and scores are for what has been.
_FOR = re.compile(r"\bfor $")
_OF_THE_PAST = re.compile(
    r"\b(?:thanks?|thank (?:u|you)|thx|ty|cheers|sorry|apolog\w+|paid|pay|off|been|ill|home|here|there|away|"
    r"stayed|blame\w*|results|scores|stats|figures|numbers|data|report|lasted|asleep|hungover)\b[^.!?\n]{0,24}for $"
)
_AHEAD = re.compile(
    # what one has got to go to
    r"\b(?<!i've )(?<!ive )got (?:(?:an?|another|my|our|the|two|2|three|3|no|some) )?(?:[a-z]+ )?"
    r"(?:date|exams?|tests?|games?|gigs?|shows?|interview|appointment|appt|meetings?|match|quiz|midterms?|finals?|flight|"
    r"party|wedding|shift|class|practice|rehearsal|race|dentist|doctors|work|school|concert|session|training|"
    rf"plans|bbq) {_ON}|"
    # what one has said yes to
    rf"\b(?:invited|signed up|registered|roped in)\b{_REST}|"
    # what is on the calendar: "forgot its my mum's birthday sunday"
    rf"\b(?:its|it's|it is) (?:my|our|ur|your|his|her|their|gonna|going)\b"
    rf"(?! (?:own )?(?:fault|problem|loss|choice|mistake|bad)\b){_REST}|"
    # what somebody said would be
    r"\b(?:said|says|told (?:me|us|him|her|them)|promised|reckons?|thought|heard|hop(?:e|es|ed|ing)) (?:that )?"
    r"(?:i|he|she|they|it|u|you|we|there)"
    rf"(?:'d|'ll|d|ll| would| will| can| could| might| may| was gonna| were gonna| is gonna){_REST}|"
    # how things stand: "just heard school's closed friday"
    rf"(?:'s|\bis|\bare|'re|\bre) (?:closed|cancelled|canceled|off|shut) {_ON}|"
    # what is called off, and what something is for: "my dress for the wedding saturday"
    r"\b(?:cancel|cancell?ed|postponed?|called off|reschedul(?:e|ed)) $|"
    r"\bfor (?:the|my|an?|our|ur|your|his|her|their|this) (?:\w+ )?(?:wedding|party|games?|gigs?|show|trip|race|"
    rf"festival|concert|match|exam|test|interview|date|dinner|bbq|funeral|meeting) {_ON}|"
    r"\bfor (?:the )?(?:bank|public) holiday $|"
    # what one feels or has decided
    r"\b(?:excited|worried|scared|stressed|nervous|decided?|thinking) (?:on|about) $"
)

_TOLD_RIGHT = re.compile(r" (?:was|were|went|had)\b")


def to_come(place: Place) -> str | None:
    """Keep to the day of what is ahead: "got a date Friday", "bought a dress for Saturday"."""
    left = before(place, _REACH)
    ahead = _AHEAD.search(left) or (_FOR.search(left) and not _OF_THE_PAST.search(left))
    return (
        _weekday(place) if ahead and not _TOLD_RIGHT.match(after(place)) else Unfit("nothing says that it is to come")
    )


def _weekday(place: Place) -> str | None:
    """Refuse short weekdays that are words where they stand: "cream for sun lovers"."""
    if weekday_word(place) is None or ends_there(place) is None or beside_time(place) is None:
        return None
    return Unfit("another word")


def month_to_come(place: Place) -> str | None:
    """Keep to the month that something is for: "tickets for December"."""
    left = before(place, _REACH)
    if not _FOR.search(left) or _OF_THE_PAST.search(left):
        return Unfit("nothing says that it is to come")
    return month_word(place) if place.text[place.start].isupper() else small_month(place)


_OVER = re.compile(
    # what the police look into
    r"\b(?:after|following|over|witness(?:es)? to|investigat(?:e|es|ing)|information (?:about|on)|appeal for)\b"
    r"(?:[^.!?\n]|\.\d){0,24}"
    r"\b(?:robber(?:y|ies)|crash|collision|shooting|stabbing|attack|assault|fire|blaze|burglar(?:y|ies)|murder|death|"
    r"explosion|accident|rape|theft|vandalism|disturbance|incident|fight|brawl|hit-and-run|pile-?up)"
    r"(?=,| $| (?:on|in|at|near|outside|inside|by|of|from|that|which|where|involving|between|along|off|"
    r"late|early|kill\w*|injur\w+|lea(?:ves?|ving)|left)\b| [am]\d)"
    r"(?:[^.!?\n]|\.\d){0,40}$|"
    rf"\blast seen\b[^.!?\n]{{0,40}} {_ON}|"
    # a result that is praised
    r"\b(?:great|good|amazing|brilliant|tough|lovely|fantastic|awesome|super|excellent|massive|huge|big|solid|superb|poor|bad|"
    rf"gutting) (?:\w+ )?(?:win|victory|defeat|loss|result|turnout|performance|crowd|atmosphere)\b{_REST}|"
    # what one gives thanks or is sorry for
    r"\b(?:thanks?|thank (?:u|you)|thx|ty|cheers) (?:so much |again |all |guys )?for "
    r"(?!inviting|asking|offering|agreeing|booking)(?:[\w'’]+ ){0,6}(?:on )?$|"
    r"\bsorry (?:again )?(?:about|for) $"
)
_BEFALLEN = re.compile(
    r"['’]s (?:\w+ )?(?:crash|shooting|stabbing|attack|fire|blaze|robbery|explosion|accident|quake|storm|sermon|"
    r"episode|win|loss|defeat|victory|result|earthquake|massacre|bombing|murder|protest|riot)s?\b"
)
_TOLD_BEFORE = re.compile(
    r"\b(?:[a-z]{2,}(?<!ne)ed|was|were|went|saw|did|had|won|lost|met|made|took|sold|happened) (?:[^.!?\n]{0,32} )?"
    r"(?:in|at|from|during|of|after) $"
)


def told_of_its_day(place: Place) -> str | None:
    """Keep to the day of what befell or is told in the past: "victim of Sunday's crash", "we met at Sunday's fete"."""
    if not after(place).startswith(("'s ", "’s ")):
        return Unfit("nothing is said to be of it")
    told = _BEFALLEN.match(after(place)) or _TOLD_BEFORE.search(before(place, 60))
    return None if told else Unfit("nothing says that it is over")


_ALL_PAST = re.compile(
    r"\b(?:[a-z]{2,}(?<!ne)ed|was|were|did|had|slept|spent|went|drank|ate|saw|been|got) (?:[\w'’]+ ){0,4}$"
)


_LONGING = re.compile(r"\b(?:take me|wish (?:i|we) (?:could|cud) go) back to $")
_WITH_OTHERS = re.compile(r" (?:on|against|with)\b")
_FOR_IT = re.compile(r" for\b")


def longed_for(place: Place) -> str | None:
    """Keep to the time that one would go back to: "take me back to june", not "moved back to june"."""
    march = place.folded.startswith("march", place.start) and _WITH_OTHERS.match(after(place))
    if march or _FOR_IT.match(after(place)) or not _LONGING.search(before(place, 40)):
        return Unfit("nothing says that it is longed for")
    return None if place.text[place.start].isupper() or small_month(place) is None else _weekday(place)


def lasted(place: Place) -> str | None:
    """Keep to a weekend that is told in the past: "it rained all weekend"."""
    return None if _ALL_PAST.search(before(place, 48)) else Unfit("nothing says that it is over")


_TOLD_LEFT = re.compile(
    r"\b(?:was|were|went|came|saw|met|did|had|got|won|lost|ate|slept|spent|played|happened|i \w+ed|we \w+ed)\b"
    r""
    r"(?! (?:to|gonna|going)\b)(?:(?!\b(?:is|are|will|gonna)\b|['’](?:s|ll|re)\b)[^.!?\n]){0,40}"
    r"(?<! to )(?<! for )(?<! about )$"
)


def announced(place: Place) -> str | None:
    """Keep to a day that no verb tells of as gone by: "this sunday at 6pm", not "we went this sunday at 6pm"."""
    told = _TOLD_LEFT.search(before(place, 60)) or _TOLD_RIGHT.match(after(place))
    return Unfit("it is over") if told else None


_PRAISED = "great|good|amazing|awesome|what|such|fun|crazy|best|worst|lovely|brilliant|epic|loved|nice"
_NOTE = re.compile(
    rf"(?:^|[.!?\n] ?)(?!on\b)(?:(?!(?:{_GONE_BY}|{_PRAISED}|is|are|has|have|been)\b)[#@]?[\w'’]+ ){{1,5}}$"
)
# What one got for it is of before the day; any other verb of the past tells of the day: "win this sat, we smashed it"
_NOTE_ENDS = re.compile(
    r"(?:,|\.\.+| ?[-–—:;]+) ?(?:so )?(?:(?:i|we)(?:['’]?ve)? )?(?:just |finally |already )?"
    r"(?:bought|booked|got (?:(?:an?|my|our|ur|the|us|some|two|\d+) )?(?:\w+ )?"
    r"(?:tix|tickets?|seats?|passe?s?|dress|outfit|suit|shoes|gifts?|presents?))\b"
)


def noted_down(place: Place) -> str | None:
    """Keep to the day that ends a note without a verb, before what one got for it: "gig this fri, I got tickets"."""
    note = _NOTE.search(before(place, 60)) and _NOTE_ENDS.match(after(place))
    return None if note else Unfit("no note")


def gone_by(place: Place) -> str | None:
    """Keep to a day that a verb tells of as gone by: "went this sunday at 6pm"."""
    return None if announced(place) else Unfit("nothing says that it is over")


_STILL_AHEAD = re.compile(  # one is away on it; that one will make good for it tells of what has been
    r"[^.!?\n]{0,24}(?:(?:\b(?:will|gonna|going to|won['’]?t)|['’]ll)(?: not)? (?:be|miss|have to|need to|see)\b|"
    r"\b(?:can['’]?t|cannot|won['’]?t) (?:wait|make|come|go|be|do)\b|\b(?:looking forward|see (?:u|you|ya))\b)"
)


def is_over(place: Place) -> str | None:
    """Keep to the day of what has been: "appeal after robbery on Thursday", "great win Saturday"."""
    over = _OVER.search(before(place, 90)) and not _STILL_AHEAD.match(after(place, 40))
    return _weekday(place) if over else Unfit("nothing says that it is over")

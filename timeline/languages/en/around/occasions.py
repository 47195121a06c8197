"""The words around days that something names in messages: greetings, memories, classes and what was settled."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before

_SETTLED = re.compile(
    r"\b(?:got|shut|closed|extended|postponed|delayed|suspended|banned|booked|cancelled|told|given|"
    r"signed off|finished|broke up)\b[^.!?\n]{0,24}$"
)


def still_so(place: Place) -> str | None:
    """Keep to what was settled and goes on: "got camp until Sunday"; "stayed until Sunday" is over."""
    return None if _SETTLED.search(before(place, 48)) else Unfit("nothing was settled")


_GREETED = re.compile(
    r"\b(?:happy|blessed) (?:(?!(?:first|1st|last|second|2nd|every|one|with|for|about|that|to|and|of|my|i|we|a|the)\b)"
    r"[\w'’]+ ){1,3}$"
)


def greeted(place: Place) -> str | None:
    """Keep to the day that a greeting names: "happy national day", not "happy first day of term"."""
    return None if _GREETED.search(before(place)) else Unfit("no greeting")


_WISHED = re.compile(
    r"(?:^|[^\w\s'’,]\s?|\n|@\w+,? |,\s|\b(?:hey|hi|hello|everyone|everybody|all|guys|folks|team|yall|"
    r"y'all|peeps|friends|morning|afternoon|evening|day|a|an?d|n|very) )(?:a )?(?:very )?happy $"
)
_WISH_GOES_ON = re.compile(
    r" (?:is|was|isn|isnt|wasn|wasnt|are|can|cant|will|wont|won|has|hasn|hasnt|came|comes|couldn|couldnt|"
    r"got|finally|if|when|because|cuz|since)\b"
)


def wished(place: Place) -> str | None:
    """Keep to a weekday that is wished: "Happy Friday!", not "so happy Friday is here"."""
    is_wish = _WISHED.search(before(place)) and not _WISH_GOES_ON.match(after(place))
    return None if is_wish else Unfit("nobody wishes it")


_PUPILS = re.compile(r" (?:\d|of\b|people|children|men|women|[a-z]+s\b)")


def no_pupils(place: Place) -> str | None:
    """Refuse the size of a class: "a class of 25 kids"."""
    return Unfit("counts pupils") if _PUPILS.match(after(place)) or before(place).endswith("a class of ") else None


_OPENS = re.compile(r"(?:^|\n|[.:!?|]) ?$")


def opens_memory(place: Place) -> str | None:
    """Keep to years ago that open a message or its sentence and end there: "Four years ago, I started here"."""
    opens = _OPENS.search(before(place)) and after(place, 1) in (",", ":")
    opens = opens or _RECALLED_TAG.match(after(place)) is not None
    return None if opens else Unfit("opens no memory")


_RECALLED_TAG = re.compile(r"[.!]{0,3} ?#(?:tb|tbt|throwback|onthisday|otd|memories|flashback)")


# Between the cue and the weekend stand determiners and adjectives alone: neither "had to move it to the weekend" nor
# "it was said that the weekend will be wet" looks back.
_DETERMINERS = r"(?:an?|the|my|our|your|ur|yr|their|his|her|this|that|another|one|some)"
_NO_ADJECTIVE = (
    r"(?:to|at|on|in|by|for|from|of|off|with|without|about|over|till?|until|before|after|into|next|this|every|"
    r"that|if|when|and|but|or|so|the|it|we|i|you|u|they|he|she|told|said|all)\b"
)
_DESCRIBED = (
    rf"(?:(?:such|quite|just|really|most of|half of|all of|all|half) )?(?:{_DETERMINERS} )?"
    rf"(?:(?!{_NO_ADJECTIVE})[\w'’-]+ ){{0,3}}$"
)
_TOLD = re.compile(
    r"(?:(?:^|[.!?,] ?|(?<!\bif )(?<!\bwish )\b(?:i|we|they|you|u|yall|y'all|everyone|all|that|it|and|just|hope) )"
    rf"(?:(?:had|spent|enjoyed|loved|survived) |was (?=(?:such |quite )?{_DETERMINERS} |$))|"
    r"\b(?:what an?|how (?:was|were)|thanks? (?:u |you |y'all |yall |everyone )?for|thx for|back from|pics? from|"
    rf"photos? from|recap of|recovering from) ){_DESCRIBED}"
)
_PLANS = re.compile(r" (?:plans?|planned|forecast|booked)\b")
_TOLD_AFTER = re.compile(r" (?:was|went|flew|came and went)\b")


def told_of(place: Place) -> str | None:
    """Keep to what one looks back to: "had such a fun weekend", "thanks for an amazing weekend", "the weekend was"."""
    told = (_TOLD.search(before(place, 60)) and not _PLANS.match(after(place))) or _TOLD_AFTER.match(after(place))
    return None if told else Unfit("nothing tells that it is over")


_HOPED = re.compile(
    r"\b(?:will|gonna|going to|'ll|ill|wanna|want to|hope|hopefully|wish|would|could|might|dream)\b[^.!?\n]{0,32}$"
)


_ONE_OF_MANY = re.compile(r" (?:off|of|only|at a|trip|event|left|more|late|early|before|after|this|next|a)\b")
_LASTS = re.compile(
    r"\b(?:takes?|taking|lasts?|needs?|spend|costs?|for|in|within|only|just|least|most|than|about) "
    r"(?:me |u |you |us )?$"
)


def hoped_for(place: Place) -> str | None:
    """Keep to a day that one means or hopes to see: "gonna go there one day"."""
    counted = _LASTS.search(before(place)) or _ONE_OF_MANY.match(after(place))
    hoped = _HOPED.search(before(place, 48)) and not counted
    return None if hoped else Unfit("nobody hopes for it")

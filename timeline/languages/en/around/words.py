"""The words around a match that make it no time: each condition gives the reason in words, or None."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before


def capital(place: Place) -> str | None:
    """Refuse a word written small: "may", "march"."""
    return None if place.text[place.start].isupper() else "written small, it is an ordinary word"


# Behind a bare "after" or "before" stands nothing, or what joins or tells, but never a noun.
_STOPS = re.compile(
    r" ?(?:[.,;:)\]!?\n\"-]|$)| (?:and|or|but|in|at|on|by|to|for|from|with|as|near|outside|"
    r"inside|when|was|were|is|are|had|has|have|came|"
    r"saw|would|did)\b"
)
# "for eight days earlier this month", "a month later than planned"
_COMPARED = re.compile(r" (?:than|today|this (?:day|week|month|year|spring|summer|fall|autumn|winter))\b")


def nothing_follows(place: Place) -> str | None:
    """Refuse "two years after" and "the day before" when they lean on what follows: "after the strike"."""
    word = place.folded[place.start : place.end]
    if word.endswith(("after", "before", "on", "following")) and not _STOPS.match(after(place)):
        return Unfit("leans on what follows, not on the story's date")
    if word.endswith(("earlier", "later")) and _COMPARED.match(after(place)):
        return Unfit("a length, and what follows is dated or compared")
    return None


_FEAST_NAME_BEFORE = re.compile(r"\b(?:operation|white|father|merry|happy|project) (?:the )?$")
_FEAST_NAME_AFTER = re.compile(
    r" (?:Offensive|Rising|Uprising|Rebellion|Revolt|Campaign|Massacre|Crisis|Accords?|Agreement|Island|Bunny|"
    r"Carol|Seals?|[Tt]rees?|[Rr]esolutions?)\b"
)


_NYE = re.compile(r"(?!(?:For|On|By|This|Last|Next|Until|Happy|My|Our|The)\b)(?:[A-Z][a-z]+|[a-z]{2,},) Nye$")
_NYE_ACTS = re.compile(r"\bNye(?:['’]s| (?:said|says|told|wrote|was|had|has|who|and|[a-z]+ed)\b)")


def feast_word(place: Place) -> str | None:
    """Refuse named days that name something else: "the Easter Offensive", "Operation Ramadan"."""
    if _FEAST_NAME_BEFORE.search(before(place)) or _FEAST_NAME_AFTER.match(place.text[place.end : place.end + 14]):
        return "part of the name of something else"
    if place.folded.endswith("nye", place.start, place.end):
        person = _NYE.search(place.text, max(0, place.start - 16), place.end) or _NYE_ACTS.match(
            place.text, place.start
        )
        return "the name of a person" if person else None
    return None


_IN = re.compile(
    r"\b(?:in|since|until|till?|by|from|to|of|during|before|after|through|late|early|mid|around|about|back in|and|"
    r"summer|fall|winter|spring)[ -]$"
)


def after_in(place: Place) -> str | None:
    """Refuse "'98" where no preposition makes it a year: "the '98 model"."""
    return None if _IN.search(before(place)) else "no word before it makes it a year"


_OLD_YEAR_AFTER = re.compile(
    r" ?[,.;:)\]\n]| ?$| (?:and|when|where|with|by|at|the|a|an|under|after|before|as|while|was|were|he|she|it|"
    r"they|his|to|which|but|on|in)\b"
)
_NAME_AND_NO_PLURAL = re.compile(r" [A-Z][a-z]+(?! ?(?:[A-Z]|[a-z]+s\b|men\b|women\b))\b")


def old_year_here(place: Place) -> str | None:
    """Refuse three digits that go on to count something: "in 300 villages"."""
    if _OLD_YEAR_AFTER.match(after(place)) and not re.match(r"[.,]\d", after(place)):
        return None
    return Unfit("goes on to count something")


def old_year_or_name_here(place: Place) -> str | None:
    """Allow a name behind three digits as well: "in 410 Alaric came", but not "in 300 Roman villages"."""
    return None if _NAME_AND_NO_PLURAL.match(place.text, place.end) else old_year_here(place)


def old_year_of_day(place: Place) -> str | None:
    """Refuse three digits behind a day and month that count something: "on 21 July 365 men fell"."""
    counts = re.match(r" (?:[a-z]+s|men|women|people|dead|of)\b(?<! was)(?<! is)(?<! his)", after(place))
    return Unfit("goes on to count something") if counts else None


def christian_era(place: Place) -> str | None:
    """Refuse "ad" written small, an advertisement, and "CE" that is no era."""
    era = re.search(r"\b(?:A\.? ?D|C\.? ?E)\b", place.text[place.start : place.end])
    return None if era else "written small, it is no era"


_AGE_OR_TEMPERATURE = re.compile(
    r"\b(?:his|her|their|my|our|your|its|whose|the (?:low|lower|upper|high|middle)|low|upper|lower|high) "
    r"(?:early |mid-?|late |mid )?(?:\d0'?s,? (?:and|or|to) (?:early |mid-?|late )?)?$"
)


# "highs in the 60s", "the mercury climbed into the 90s", "temperatures will be around the 40s"
_DEGREES = re.compile(
    r"\b(?:highs|lows|temperatures?|temps|thermometers?|mercury|readings|wind chills?)\b[^.;:\n]{0,30}"
    r"\b(?:in|into|to|near|around|from|and)(?: the)? (?:early |mid-?|late )?(?:\d0'?s (?:and|or|to) (?:the )?)?$"
)


def no_age_or_temperature(place: Place) -> str | None:
    """Refuse "his 30s", an age, and "in the low 60s", a temperature."""
    if _AGE_OR_TEMPERATURE.search(before(place)) or _DEGREES.search(before(place, 60)):
        return "an age or a temperature, not a decade"
    return None


def nothing_dated_follows(place: Place) -> str | None:
    """Refuse "of late" where it is "of" and "late 1948"."""
    return None if _CLOSES.match(after(place)) else Unfit("what follows is late")


_CLOSES = re.compile(
    r" ?[.,;:()\]!?'’\"”\n-]| ?$| (?:and|but|or|as|at|by|for|from|in|into|on|to|with|about|over|than|that|when|where|"
    r"because|due|i|he|she|it|they|we|you|his|her|its|their|our|my|the|a|an|has|have|had|is|are|was|were|been)\b"
)


def ends_here(place: Place) -> str | None:
    """Refuse "64 days from 21 November" where the range goes on: "to 31 January"."""
    return Unfit("goes on as a range") if re.match(r" ?(?:to|until|till|through|-) ?", after(place)) else None


def possessive(place: Place) -> str | None:
    """Refuse a unit that owns nothing: only "the week's heaviest trading" is a week by itself."""
    return None if after(place).startswith("'s ") else Unfit("nothing is said to be of it")


# How far back a thing is put or reaches, and what lasted: "moved two weeks back", "goes 200 years back", "spent a week
# back".
_NO_STEP_BACK = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|shift\w*|roll\w*|cut|go|goes|going|went|gone|"
    r"dat(?:e|es|ed|ing)|stretch\w*|reach\w*|extend\w*|spen[dt]|spends|spending|serv(?:e|es|ed|ing)|last(?:s|ed|ing)?|"
    r"for|after|within|gets?|got|getting|gave|give|given|giv(?:es|ing)|wants?|wanted|needs?|needed|"
    r"ask(?:s|ed|ing)? for|first|last|next|looking|look|looks|looked|knock\w*|held|hold|delay\w*|every|only)\b"
    r"(?: (?:the|a|an|it|them|him|her|me|us|that|this|his|their|its|my|our)\b)?(?: [a-z]+)? $|"
    # what such a verb puts back may be told in more words: "send the whole country 20 years back"
    r"\b(?:set|sets|setting|put|puts|putting|push\w*|send|sends|sent|sending|throw|throws|threw|thrown|throwing|drag\w*|"
    r"tak(?:e|es|ing|en)|took|bring|brings|brought|bringing|turn\w*|wish\w*)\b[^.,;:!?\n]{0,48} $"
)
_CLOSES_STEP = re.compile(
    r" ?[.,;:!?)\]\n\"'”’]| ?$| (?:and|n|but|so|when|while|where|as|because|by|i|he|she|they|we|you|it|my|his|her|"
    r"their|our|the|this|a|an)\b"
)


def looking_back(place: Place) -> str | None:
    """Refuse lengths by which a thing is put back, or that were spent: "put two weeks back", "a week back home"."""
    if _NO_STEP_BACK.search(before(place, 64)) or not _CLOSES_STEP.match(after(place)):
        return Unfit("how far, or how long, and not when")
    return None


_OF_DATE = re.compile(
    r" of (?:the )?(?:\d(?!\d{0,2},\d)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?:last|this|next|that) )| in \d{4}"
)


def not_of_date(place: Place) -> str | None:
    """Refuse "the first two months" where it goes on "of 1939": they are those of that year."""
    return Unfit("goes on to say of what") if _OF_DATE.match(place.text, place.end) else None


def no_studio(place: Place) -> str | None:
    """Refuse "20th Century Fox"."""
    return "the name of a company" if re.match(r" Fox\b", place.text[place.end : place.end + 5]) else None

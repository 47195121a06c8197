"""The words around "the 9th" that make it a day of the month, or the ninth of something else."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before
from timeline.languages.en.around.words import old_year_here

_OPENS = re.compile(r"(?:^|[.!?;:,\n][\"')]? ?)(?:On|By) $")
_NAME = re.compile(r" (?!I{2,3}\b)[A-Z][^\W\d_A-Z]")
# What bears numbers and is written with a capital: bodies of troops, streets, laws, nobles.
_NUMBERED = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:Army|Corps|Division|Brigade|Regiment|Battalion|Company|Squadron|Fleet|Flotilla|Group|Wing|"
    r"Infantry|Cavalry|Artillery|Foot|Horse|Lancers|Hussars|Dragoons|Fusiliers|Rifles|Guards|Marines|Panzer|Airborne|"
    r"Legion|Front|Street|Avenue|Floor|Ward|District|Congress|Parliament|Amendment|Century|Dynasty|Earl|Duke|Baron|"
    r"Baronet|Viscount|Marquess|Lord|Symphony|Olympiad|Circuit)\b"
)
_ACTS = re.compile(
    r" [A-Z][^\W\d_A-Z]+(?:['’]s [a-z]+s?)? (?:[a-z]{2,}ed|was|were|had|took|fell|began|left|went|came|held|sent|"
    r"led|gave|met|lost|won|broke|drove|fought|made|saw|rode|set|stood|rose|ran|fled|struck|became|told|said|spoke|wrote|"
    r"could|would|did)\b|"
    r" [A-Z][^\W\d_A-Z]+['’]s (?:men|troops|army|forces|corps|division|brigade|cavalry|guns|ships|fleet|tanks)\b"
)
# "By the 10th resistance had ended", but not "by the 10th inning it had"
_BY_THEN = re.compile(
    r"by the \d\d?(?:st|nd|rd|th) (?!(?:century|day|week|month|year|hour|minute|round|inning|hole|mile|time|floor|"
    r"edition|season|game|lap|stage|attempt|generation|army|corps|division|brigade|regiment|battalion)\b)"
    r"[a-z]+ (?:had|were|was|would|could)\b"
)
_BOTH = re.compile(r" \(| (?:both|all|neither|nothing|nobody|everything|there|their|her|its|our|only|had|i|we)\b")
_GOES_ON = re.compile(
    r" (?:[a-z]+ed|"
    r"neither|no|none|nothing|not|both|all|some|most|more|many|half|another|only|even|their|her|our|my|these|those|"
    r"this|that|there|for|from|until|till|to|into|we|i|you|everything|everyone|nobody|several|two|three|four|five|six|"
    r"seven|eight|nine|ten|were|had|has|did|came|went|with|without|through)\b"
)


# "the blast on the 12th injured four", but not "on the 4th armed patrol"
_DID = re.compile(
    r" [a-z]+ed (?:an?|the|his|her|its|their|at|in|on|by|for|from|to|with|\d+|two|three|four|five|six|seven|eight)\b"
)


def day_by_number(place: Place) -> str | None:
    """Refuse "on the 3rd floor"; a name follows at the head of a sentence, or one that acts: "On the 9th Harker"."""
    opens = _OPENS.search(place.text[max(0, place.start - 8) : place.start]) or _ACTS.match(place.text, place.end)
    named = _NAME.match(place.text, place.end) and not _NUMBERED.match(place.text, place.end)
    return (
        None
        if (opens and named)
        or _BY_THEN.match(place.folded, max(0, place.start - 3))
        or _BOTH.match(after(place))
        or _DID.match(after(place))
        else old_year_here(place)
    )


def no_count_of_things(place: Place) -> str | None:
    """Refuse an ordinal that counts something: "by the 9th hole", "until the 16th Lancers came", "since the Second"."""
    if any(letter.isupper() for letter in place.text[place.start + 1 : place.end]):
        return Unfit("the number of something")
    named = _NAME.match(place.text, place.end)
    if named:
        return Unfit("the number of something") if _NUMBERED.match(place.text, place.end) else None
    return None if _GOES_ON.match(after(place)) else old_year_here(place)


# What stands or is put off up to a day: other things last until the 18th hole, the 12th inning or the 21st amendment.
_BE = r"\b(?:is|are|was|were|be|been|being|stays?|stayed|remains?|remained|kept|keeps?)(?: \w+ly)?"
_STANDS = re.compile(
    rf"(?:\b(?:shut|closed|suspended|delayed|extended|cancell?ed) |"
    rf"{_BE} (?:open|held|detained) (?:there |in custody )?|"
    rf"{_BE} (?:shut|closed|open) (?:to|for|at|in) (?:[\w'’-]+ ){{1,3}}|"
    r"\b(?:postponed|adjourned|deferred|remanded) (?:(?!(?:and|but|or|then|who|which|that|while)\b)[\w'’-]+ ){0,4})"
    r"(?:until|till|since) $"
)


def of_what_stands(place: Place) -> str | None:
    """Keep to days behind what is shut, open, held or put off, in figures: "shut until the 19th"."""
    digits = place.folded[place.end - 3 : place.end - 2].isdigit()
    stands = digits and _STANDS.search(before(place, 60))
    return None if stands and _DAY_STOPS.match(after(place)) else Unfit("an ordinal of something else")


_DAY_STOPS = re.compile(
    r" ?[.,;:!?)\n\"'”’]| ?$| (?:and|but|because|while|as|at|by|for|after|with|to|he|she|it|they|we)\b"
)


def by_figures(place: Place) -> str | None:
    """Refuse "by the second", and "on the second" of which a first was told: without figures they are no days."""
    if place.folded[place.end - 3 : place.end - 2].isdigit():
        return None
    told = before(place).endswith("by ") or _FIRST.search(place.folded, max(0, place.start - _SENTENCE), place.start)
    return Unfit("an ordinal of something else") if told else None


# "on the first occasion he fled, on the second he stayed", in one sentence; "on the first of May" and "on the first we
# left" are days
_FIRST = re.compile(r"\b(?:on|at) the first (?!(?:of|and|i|you|we|he|she|it|they|the)\b)[^.!?\n]*$")
_SENTENCE = 240  # characters

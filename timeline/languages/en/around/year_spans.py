"""The words around two numbers in a history that make them the years of a reign, a life or a war, or an amount."""

from __future__ import annotations

import re

from timeline.grammar.rule import Place, Unfit
from timeline.languages.en.around.match import after, before

_REIGN = re.compile(
    r"\b(?:rul(?:e|ed|es|er)|reign(?:s|ed)?|last(?:s|ed)?|liv(?:e|ed|es)|govern(?:s|ed|or)?|dynasty|king|queen|emperor|empress|"
    r"pope|bishop|archbishop|abbot|abbess|caliph|khan|sultan|consul|patriarch|duke|empire|kingdom|caliphate|occupied|"
    r"existed|flourished|inhabited|capital|served|wars?|reconstructed|persecution|independent|exile)\b"
)
_CLIMBS = re.compile(
    r"\b(?:grew|grown|rose|risen|fell|fallen|dropped|increas\w+|decreas\w+|declin\w+|climbed|shrank|went|sank|reduced|cut|"
    r"paid|pays?|cost|acres|numbered|numbering|counted)\b"
)
_REACH = 80  # characters


def of_a_reign(place: Place) -> str | None:
    """Keep to what a sentence tells of ruling or lasting: "ruled from 618 to 907", not "rose from 618 to 907"."""
    sentence = _sentence(place)
    told = _REIGN.search(sentence) and not _CLIMBS.search(sentence)
    return None if told else Unfit("nothing says that it is of a reign, or how long a thing lasted")


def no_amount(place: Place) -> str | None:
    """Refuse what rises or falls between two numbers: "fell from 1150 to 99"."""
    return Unfit("an amount") if _CLIMBS.search(_sentence(place)) else None


def _sentence(place: Place) -> str:
    left = re.split(r"[.!?;\n]", before(place, _REACH))[-1]
    return left + re.split(r"[.!?;\n]", after(place, _REACH // 2))[0]


# A name by itself has votes, scores and verses in brackets as well: "lost to Kent (120-130)".
_BEARER = re.compile(
    r"(?:\b(?!Division|Section|Part|Chapter|Volume|Book|Group|Type|Phase|Table|Act|Appendix|Figure|Article|Class|Level|War|"
    r"Title|Region)[A-Z][^\W\d_]+ [IVX]+|"
    r"\b[A-Z][^\W\d_]+ the (?:Great|Elder|Younger|Bold|Good|Wise|Fat|Simple|Bald|Pious)|"
    r"\b[A-Z][^\W\d_]+ (?:dynasty|empire|kingdom|caliphate|period|reign)) "
    r"\((?:(?:r\.|reigned|ruled|c\.) )?$|"
    r"\b[^\W\d_]+ \((?:r\.|reigned|ruled) $"
)


def of_a_life(place: Place) -> str | None:
    """Keep to years in brackets behind a ruler or a dynasty: "Otto I (912-973)", "Victor (r. 189-199)"."""
    left = place.text[max(0, place.start - 40) : place.start]
    told = _BEARER.search(left) and after(place, 1) in (")", ",", ";")
    return None if told else Unfit("no years of a life or reign")

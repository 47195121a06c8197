"""How a language names happenings and makes one lean on another, as closed tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Final

_LONGEST: Final = 7  # letters of an ending
_LONG: Final = 5  # letters: "test" and "west" are no superlatives
_LEAST: Final = 3  # letters of a stem: fewer say nothing


class Side(Enum):
    """Where what leans on a happening lies: on it, from it onward, after it, before it."""

    ON = "on"
    ONWARD = "onward"
    AFTER = "after"
    BEFORE = "before"
    EVE = "eve"
    MORROW = "morrow"


@dataclass(frozen=True, slots=True)
class Happenings:
    """Closed sets of folded words.

    leaning     before a happening that dates another -> where the other lies
    joining     openers that set a clause beside the one before it
    alternative  of those, the ones that leave open which of two it is
    explaining  openers of a clause that says what happened at the time before it
    able        modals that tell what is so now
    current     before a verb in the present they say that it is so today
    definite    before a happening that was told already; owning: endings that make a word do the same
    demonstrative  of the definite, those that point to what was told last
    identical      they make a time that of what was told last: "the same evening"
    contrasting    in a subject they say that more was just told of: "two others drowned"
    indefinite  before one that was not
    nouns       nouns that name happenings, of one and of more -> their stem
    sourcing    they open words that only name whence it is known: "according to figures released on Friday"
    comparing   before a time that something is compared with: it dates nothing
    compared    of those, what a participle says, with anything between: "compared with a profit of 3 million in 2023"
    changing    they open what an amount was at another time: "up from 60 on Sunday"
    measured    before a time reckoned back they tell from what an amount rose: "from a year earlier"
    moving      words by which they do so: "rose", "percent"
    delivered   behind a month they make it that of a contract: "oil for April delivery"
    traded      words of a price or a trade, which make it so
    commemorating  what is marked at a time of its own: "the anniversary of D-Day"
    bereaving   what they tell is of the day of a death: "leaves behind two sons"
    death       the word of that happening
    listing     nouns of a log or a list, headed by the day it is of: "Police log for 8 August"
    reporting   before a time that is reported on: another time of the clause dates it
    superlatives  before "since" they compare: "the largest fall since 1987"; so do words in superlative_ending
    numbering   before a happening they tell which of several it is: "the third fire in two weeks"
    general     the stem of a word that tells a happening -> the stems of nouns that may name it again: "the disaster"
    again       the stems of those nouns
    hanging     openers of a clause that tells more of a happening: "the crash that killed ten"
    outside     before a happening that another is not part of: "spoke of the flood"
    toward      of those, the ones that lead up to it as well: "gathered for the parade"
    inside      before a happening that another was part of: "killed in the fire"
    offences    nouns of what somebody is held or sentenced for later: "convicted in the bombing"
    unplanned   nouns of what is not known before it happens, of one and of more: "earthquake", "attacks"
    of_unplanned  nouns that those may stand before instead: "fire drill", "attack warning"
    births      nouns of a coming to be: what the next sentence says of it is no background
    offspring   nouns of those who are new with it: "the girl was born in a taxi"
    titles      a name stands behind these: "Hurricane Ivo"
    within      what stands before a known happening in which something took place: "in the", "at that"
    of_titles   nouns that these may stand before instead: "hurricane season"
    belonging   between a happening and its time: "the meeting of 5 May"
    own         behind that they tell how a thing was done: "of their own accord"
    writings    nouns of what is written or said: "in the article"
    overtaking  participles of what was done to somebody some time later: "was found after leaving home"
    stepping    behind a length they step from what was told last: "minutes later"
    onward      they lead on in the story: "then"
    backward    at a verb they lead back: "had previously survived"
    that_time   they point to the time told last, or to the one that is told behind them: "at the time"
    told_time   those, and the ones that do so only where it is told behind them: "on the day he died"
    updating    they open the stamp of an entry brought up to date: "Update 3 p.m."
    buttons     they stand behind the stamp of a comment or post: "reply"
    lean        a pattern of the words of `leaning`
    endings     what verbs and nouns add to a stem
    same        words that are one happening though no ending shows it -> the first of them
    """

    leaning: Mapping[str, Side] = field(default_factory=dict)
    lean: re.Pattern[str] = re.compile(r"(?!)")
    joining: frozenset[str] = frozenset()
    alternative: frozenset[str] = frozenset()
    explaining: frozenset[str] = frozenset()
    able: frozenset[str] = frozenset()
    current: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    demonstrative: frozenset[str] = frozenset()
    contrasting: frozenset[str] = frozenset()
    identical: frozenset[str] = frozenset()
    owning: tuple[str, ...] = ()
    indefinite: frozenset[str] = frozenset()
    nouns: Mapping[str, str] = field(default_factory=dict)
    sourcing: tuple[str, ...] = ()
    comparing: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    changing: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    delivered: frozenset[str] = frozenset()
    traded: frozenset[str] = frozenset()
    commemorating: frozenset[str] = frozenset()
    bereaving: frozenset[str] = frozenset()
    death: str = ""
    superlatives: frozenset[str] = frozenset()
    superlative_ending: str = "\0"
    numbering: frozenset[str] = frozenset()
    stepping: frozenset[str] = frozenset()
    onward: frozenset[str] = frozenset()
    backward: frozenset[str] = frozenset()
    that_time: tuple[str, ...] = ()
    told_time: tuple[str, ...] = ()
    updating: frozenset[str] = frozenset()
    buttons: frozenset[str] = frozenset()
    general: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    again: frozenset[str] = frozenset()
    hanging: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    offences: frozenset[str] = frozenset()
    unplanned: frozenset[str] = frozenset()
    of_unplanned: frozenset[str] = frozenset()
    births: frozenset[str] = frozenset()
    offspring: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    of_titles: frozenset[str] = frozenset()
    within: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    belonging: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    writings: frozenset[str] = frozenset()
    overtaking: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)

    def points_back(self, word: str) -> bool:
        """Say whether a word before a noun makes it one that is known: "the", "its", "Iraq's"."""
        return word in self.definite or word.endswith(self.owning)

    def leans(self, folded: str, span: tuple[int, int]) -> bool:
        """Say whether one of the words of `leaning` stands in a stretch of a text.

        Most hold none, which a search for each of them tells in a tenth of the time that the pattern takes.
        """
        words = folded[span[0] : span[1]]
        return any(word in words for word in self.leaning) and self.lean.search(folded, *span) is not None

    def compares(self, word: str) -> bool:
        """Say whether a word sets a thing above others: "largest", "first"."""
        return word in self.superlatives or (len(word) > _LONG and word.endswith(self.superlative_ending))

    def stem(self, word: str) -> str:
        """Give what a verb and the nouns made of it share: "launched", "launch" and "launching" are one."""
        known = self.same.get(word)
        if known is not None:
            return known
        size = next((n for n in range(min(_LONGEST, len(word) - _LEAST), 0, -1) if word[-n:] in self.endings), 0)
        root = word[: len(word) - size]
        if size and root[-1] == root[-2:-1]:
            root = root[:-1]  # "planned"
        root = root.rstrip("ei") if len(root) > _LEAST else root
        return self.same.get(root, root)

    @classmethod
    def from_toml(cls, table: Mapping[str, Any]) -> Happenings:
        """Read the tables of events.toml."""
        stems, pointing = table["stems"], table["pointing"]
        plural, leaning = stems["plural"], [word for words in table["leaning"].values() for word in words]
        bare = cls(
            endings=frozenset(stems["endings"]),
            same={word: row[0] for row in stems["same"] for word in row},
        )
        return replace(
            bare,
            lean=re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, leaning), key=len, reverse=True))})\b"),
            leaning={word: Side(side) for side, words in table["leaning"].items() for word in words},
            joining=frozenset(table["joining"]["coordinating"]),
            alternative=frozenset(table["joining"].get("alternative", ())),
            explaining=frozenset(table["joining"].get("explaining", ())),
            able=frozenset(table["modals"]["able"]),
            current=frozenset(table["modals"].get("current", ())),
            definite=frozenset(pointing["definite"]),
            demonstrative=frozenset(pointing.get("demonstrative", ())),
            contrasting=frozenset(pointing.get("contrasting", ())),
            identical=frozenset(pointing.get("identical", ())),
            owning=tuple(pointing["owning"]),
            indefinite=frozenset(pointing["indefinite"]),
            nouns={form: bare.stem(noun) for noun in table["nouns"]["plain"] for form in (noun, noun + plural)},
            sourcing=tuple(table["apart"].get("sourcing", ())),
            comparing=frozenset(table["apart"]["comparing"]),
            compared=frozenset(word for word in table["apart"]["comparing"] if " " in word),
            listing=frozenset(table["apart"].get("listing", ())),
            reporting=frozenset(table["apart"].get("reporting", ())),
            changing=frozenset(table["apart"].get("changing", ())),
            measured=frozenset(table["apart"].get("measured", ())),
            moving=frozenset(table["apart"].get("moving", ())),
            delivered=frozenset(table["apart"].get("delivered", ())),
            traded=frozenset(table["apart"].get("traded", ())),
            commemorating=frozenset(table["apart"].get("commemorating", ())),
            bereaving=frozenset(table["nouns"].get("bereaving", ())),
            death=bare.stem(table["nouns"].get("death", "")),
            superlatives=frozenset(table["apart"]["superlatives"]),
            superlative_ending=table["apart"]["superlative_ending"],
            general=_general(bare, table.get("general", {})),
            again=frozenset(map(bare.stem, table.get("general", {}))),
            hanging=frozenset(pointing.get("hanging", ())),
            outside=frozenset(pointing.get("outside", ())),
            toward=frozenset(pointing.get("toward", ())),
            inside=frozenset(pointing.get("inside", ())),
            offences=_forms(table["nouns"].get("offences", ()), plural),
            unplanned=_forms(table["nouns"].get("unplanned", ()), plural),
            of_unplanned=frozenset(table["nouns"].get("of_unplanned", ())),
            within=_within(pointing.get("inside", ()), pointing["definite"]),
            births=frozenset(table["nouns"].get("births", ())),
            offspring=frozenset(table["nouns"].get("offspring", ())),
            titles=frozenset(table["nouns"].get("titles", ())),
            of_titles=frozenset(table["nouns"].get("of_titles", ())),
            belonging=frozenset(pointing.get("belonging", ())),
            own=frozenset(pointing.get("own", ())),
            writings=frozenset(table["nouns"].get("writings", ())),
            overtaking=frozenset(table["nouns"].get("overtaking", ())),
            stepping=frozenset(table["apart"].get("stepping", ())),
            onward=frozenset(table["apart"].get("onward", ())),
            backward=frozenset(table["apart"].get("backward", ())),
            that_time=tuple(table["apart"].get("that_time", ())),
            told_time=(*table["apart"].get("that_time", ()), *table["apart"].get("that_day", ())),
            numbering=frozenset(table["apart"].get("numbering", ())),
            updating=frozenset(table["apart"].get("updating", ())),
            buttons=frozenset(table["apart"].get("buttons", ())),
        )


def _forms(nouns: Sequence[str], plural: str) -> frozenset[str]:
    """Give nouns as they are said of one and of more."""
    return frozenset(form for noun in nouns for form in (noun, noun + plural))


def _within(inside: Sequence[str], definite: Sequence[str]) -> re.Pattern[str]:
    """Match a preposition and what makes the noun behind it a known one, which is the group."""
    before, known = (
        "|".join(map(re.escape, words)) for words in (inside, (word for word in definite if word.isalpha()))
    )
    return re.compile(rf"[ \n](?:{before}) ({known}) ")


def _general(bare: Happenings, table: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Turn nouns with the words they may stand for round, by their stems."""
    found: dict[str, tuple[str, ...]] = {}
    for noun, words in table.items():
        for stem in {bare.stem(word): None for word in words}:
            found[stem] = (*found.get(stem, ()), bare.stem(noun))
    return found

"""The small words of a language as closed sets: what opens a clause, stands before a noun, or ends no sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Closed sets of folded words.

    openers           a clause begins with one of these
    relatives         of those, the ones that hang it on a noun
    subject_relatives of those, the ones that a verb follows: "which dated from 1640"
    determiners       after one of these stands a noun, never a finite verb
    subjects          a subject begins with one of these
    plural_subjects   subjects by themselves, with which a present form agrees like a plural
    third_persons     of those, the ones that stand for who or what was told of ("he")
    pronouns          determiners that may be a subject by themselves ("some")
    first_form        the form of an auxiliary that goes with first_person alone ("am" with "I")
    plural_nouns      nouns of more than one that do not end in plural_ending
    adverbs           words that may stand inside a verb group
    adverb_ending     an ending that makes such words ("ly"), but for the verbs of not_adverbs; empty when there is none
    coordinators      between two verbs they let the second share the auxiliary of the first ("will meet and vote")
    negators          of the adverbs, those that deny
    lately            behind a determiner they make a participle tell what a thing is: "the recently announced merger"
    degrees           behind a determiner they do so too: "the worst affected areas"
    stative           participles that tell how a thing is, with the word behind them ("based in")
    latest            inside a verb group before a participle alone ("was last seen")
    ended             before a verb they say that what it tells is so no more ("no longer")
    awaiting          before an infinitive they say that something is still to come ("set to resume")
    sentence_openers  with a capital after an abbreviation they begin a new sentence
    empty             words that name no happening
    connectives       words cut from the beginning of a headline
    open_end          before a date: from it on ("since")
    starting          before a time of day: from it on ("from")
    shutting          before a time of day: what goes on by day or in the evening ends then ("finish at six")
    reopening         behind that: the next time of day is one of another day ("opens again at eight")
    open_start        before a date: up to its end ("by", "until")
    before_start      before a date: up to its start ("before")
    after_end         before a date: from its end on ("after")
    lasting           before a date of a later year: how long a thing lasted, while the story stays ("until")
    spanning          before a length reckoned from a day: all of it is meant ("for three days from 13 January")
    enduring          of nobody, these end before the time behind it, where others begin ("no truce lasted until May")
    at_least          between "until" and a date it says that the date is to come ("closed until at least Tuesday")
    states            before a date: how things stood then, while the story stays ("as of")
    turning_back      between two times of day: what is told later was earlier ("shot at 11, after a call at 2")
    looking_away      in the sentence before a later year: words that lead from a history's line to another time
    abbreviations     words whose full stop ends no sentence, without the stop
    infinitive        the word before the base form of a verb; empty when there is none
    gerund_ending     what a gerund ends in
    passives          forms of the auxiliary that may stand between another and a participle ("been")
    present_passives  present forms before a participle that make it one of the present ("get")
    subjunctive       before a participle it tells what is asked for ("asked that it be mended")
    perfect_participle, perfect_base   "been" and "have"
    negative_ending   makes an auxiliary deny ("n't"), as do the negative_words
    sure_verbs        present forms that are never the noun they may look like
    present_verbs     behind "and" they are the verb and not the noun they may look like
    complementizers   after a verb they open what was said ("that")
    genitive          makes a day belong to what follows ("Monday's vote")
    causes            words that give a cause, though the first alone would point ahead ("due to")
    time_prepositions prepositions that may follow a verb of the calendar
    stepping          before a length they step ahead by it in a clause about the future ("will close in ten days")
    stepping_from     unless one of these follows it ("within 14 days of the ruling")
    closing           between a length and the date that ends it ("the three months ended 30 June")
    agents            behind a participle they name who did it ("by")
    plural_ending     what nouns of more than one end in, but for the singular_endings
    clitics           words written onto the one before them ("'ll")
    morning_words     near an hour they say that it is one of the morning ("alarm"); evening_words likewise
    beside_hours      right before a time of day they say that it is not exact ("shortly before")
    sleeping_words    they say that a late hour is one of the evening, a small one of the night ("slept")
    daytime_words     those of evening_words that tell nothing of ten and eleven ("training")
    one_ending        what a present form ends in that agrees with a subject of one
    """

    openers: Words
    relatives: Words
    subject_relatives: Words
    determiners: Words
    subjects: Words
    plural_subjects: Words
    third_persons: Words
    pronouns: Words
    first_form: str
    first_person: str
    plural_nouns: Words
    adverbs: Words
    adverb_ending: str
    not_adverbs: Words
    coordinators: Words
    negators: Words
    latest: Words
    lately: Words
    degrees: Words
    ended: Words
    awaiting: Words
    sentence_openers: Words
    empty: Words
    connectives: Words
    open_end: Words
    starting: Words
    shutting: Words
    reopening: Words
    open_start: Words
    before_start: Words
    after_end: Words
    lasting: Words
    spanning: Words
    enduring: Words
    at_least: str
    states: Words
    stative: Words
    turning_back: Words
    looking_away: Words
    abbreviations: Words
    infinitive: str
    gerund_ending: str
    passives: Words
    present_passives: Words
    subjunctive: str
    perfect_participle: str
    perfect_base: str
    negative_ending: str
    negative_words: Words
    sure_verbs: Words
    present_verbs: Words
    complementizers: Words
    genitive: str
    causes: Words
    time_prepositions: Words
    stepping: Words
    stepping_from: Words
    closing: Words
    agents: Words
    plural_ending: str
    singular_endings: tuple[str, ...]
    one_ending: str
    morning_words: Words
    evening_words: Words
    sleeping_words: Words
    beside_hours: Words
    daytime_words: Words
    clitics: Words

    def is_plural(self, word: str) -> bool:
        """Say whether a word looks like a subject of more than one."""
        ends = self.ends(word, self.plural_ending) and not word.endswith(self.singular_endings)
        return ends or word in self.plural_subjects or word in self.plural_nouns

    def agrees_with_one(self, word: str) -> bool:
        """Say whether a present form agrees with a subject of one."""
        return self.ends(word, self.one_ending)

    def is_adverb(self, word: str) -> bool:
        """Say whether a word may stand inside a verb group."""
        if word in self.adverbs:
            return True
        ending = self.adverb_ending
        return bool(ending) and word.endswith(ending) and word not in self.not_adverbs

    def is_gerund(self, word: str) -> bool:
        """Say whether a word looks like a gerund."""
        return bool(self.gerund_ending) and word.endswith(self.gerund_ending)

    @staticmethod
    def ends(word: str, ending: str) -> bool:
        """Say whether a word has an ending; a language without that ending has no such words."""
        return bool(ending) and word.endswith(ending)

    @classmethod
    def from_toml(cls, table: Mapping[str, Sequence[str] | str]) -> Syntax:
        """Read the table of syntax.toml; a set or word that a language does without is empty."""
        plain = ("str", str)  # str itself once compiled
        empty: dict[str, Any] = {each.name: "" if each.type in plain else frozenset() for each in fields(cls)}
        said = {name: words if isinstance(words, str) else frozenset(words) for name, words in table.items()}
        return cls(**(empty | said | {"singular_endings": tuple(table.get("singular_endings", ()))}))

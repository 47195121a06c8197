"""What conditions say about the words around a window, kept as a tree of questions that ends in what was found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from timeline.grammar.rule import Place, Rule, Unfit
from timeline.meaning import Meaning
from timeline.model import Mention, Span


class Rejected(NamedTuple):
    """A mention that a rule made and its condition refused, with the reason in words."""

    mention: Mention
    reason: str


class Found(NamedTuple):
    """A time found in a window: its place there, the rule and the meaning; ties mark the ends of a range."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    opens: bool = False
    closes: bool = False


class Verdict(IntEnum):
    """How a condition answers; its number is the place of what follows in a question."""

    FITS = 0
    UNFIT = 1
    NO_TIME = 2


FITS, UNFIT, NO_TIME = Verdict


class Question:
    """The condition of a rule about a place in a window, and how reading goes on after each answer."""

    __slots__ = ("end", "meaning", "rule", "start", "then")

    def __init__(self, rule: Rule, start: int, end: int, meaning: Meaning) -> None:
        self.rule, self.start, self.end, self.meaning = rule, start, end, meaning
        self.then: list[Reading | None] = [None, None, None]


Reading = Question | tuple[Found, ...]
"""What a window gives: the next question to ask about it, or what was found when there is none."""

Answer = tuple[Question, Verdict, str | None]


class Conditions:
    """Asks the conditions of rules about the words around one window, once each, and notes how they answer.

    refused  one of them answered that its words are no time
    """

    __slots__ = ("_folded", "_start", "_text", "answers", "refused")

    def __init__(self, text: str, folded: str, start: int) -> None:
        self._text, self._folded, self._start = text, folded, start
        self.answers: list[Answer] = []
        self.refused = False

    def follow(self, reading: Reading | None) -> tuple[Found, ...] | None:
        """Ask what a reading asks, to its end; None when an answer leads where no window of these words went yet."""
        while type(reading) is Question:
            reading = reading.then[self._ask(reading)]
        return reading  # type: ignore[return-value]

    def verdict(self, rule: Rule, start: int, end: int, meaning: Meaning) -> Verdict:
        """Ask the condition of a rule about a place in the window, or take the answer it gave before."""
        for asked, verdict, _ in self.answers:
            if asked.start == start and asked.end == end and asked.rule is rule:
                return verdict
        return self._ask(Question(rule, start, end, meaning))

    def _ask(self, question: Question) -> Verdict:
        start, condition = self._start, question.rule.condition
        place = tuple.__new__(Place, (self._text, self._folded, start + question.start, start + question.end))
        reason = condition(place) if condition else None
        verdict = FITS
        if reason is not None:
            verdict = UNFIT if type(reason) is Unfit else NO_TIME
            self.refused |= verdict is NO_TIME
        self.answers.append((question, verdict, reason))
        return verdict

    def learned(self, found: tuple[Found, ...]) -> Reading:
        """Give the questions asked, each led on by its answer, with what was found at the end."""
        reading: Reading = found
        for question, verdict, _ in reversed(self.answers):
            question.then[verdict] = reading
            reading = question
        return reading

    def rejected(self) -> Sequence[Rejected]:
        """Give the mentions that are no times, with the reasons."""
        return [
            Rejected(Mention(self._span(asked), asked.rule.name, asked.meaning), reason)
            for asked, verdict, reason in self.answers
            if verdict is NO_TIME and reason
        ]

    def _span(self, asked: Question) -> Span:
        return Span(self._start + asked.start, self._start + asked.end)

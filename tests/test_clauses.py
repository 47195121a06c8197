"""Verb groups: tense, modality, what hangs on which saying. A case reads: sentence -> verbs with what they are."""

from __future__ import annotations

import pytest

from timeline import languages
from timeline.clauses import ClauseFinder, clause_index, clauses_of
from timeline.grammar.lexicon import fold
from timeline.model import Clause, Span, Tense
from timeline.tagger import Tagger

ENGLISH = languages.load("en")
assert ENGLISH is not None
TAGGER = Tagger(ENGLISH)
PAST, PRESENT, PERFECT, FUTURE, NONE = "past", "present", "present perfect", "future", "none"


def clauses(text: str) -> tuple[Clause, ...]:
    times = [mention.span for mention in TAGGER.tag(text)[0]]
    return clauses_of(fold(text), Span(0, len(text)), ENGLISH, times)


def verbs(text: str) -> list[tuple[str | None, str, str]]:
    return [(c.verb.of(text) if c.verb else None, c.tense.value, c.modality.value) for c in clauses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on Monday.", [("met", PAST, "happened")]),
        ("The ministers will meet on Monday.", [("meet", FUTURE, "planned")]),
        ("The ministers won't meet on Monday.", [("meet", FUTURE, "denied")]),
        ("The ministers will not meet on Monday.", [("meet", FUTURE, "denied")]),
        ("They may meet on Monday.", [("meet", FUTURE, "possible")]),
        ("They must meet on Monday.", [("meet", FUTURE, "planned")]),
        ("They must have met on Monday.", [("met", PAST, "possible")]),
        ("They are to meet on Monday.", [("meet", FUTURE, "planned")]),
        ("They are going to meet on Monday.", [("meet", FUTURE, "planned")]),
        ("It is expected to open on Monday.", [("open", FUTURE, "planned")]),
        ("They have met twice.", [("met", PERFECT, "happened")]),
        ("They had met twice.", [("met", PAST, "happened")]),
        ("It was opened on Monday.", [("opened", PAST, "happened")]),
        ("It was not opened on Monday.", [("opened", PAST, "denied")]),
        ("It has been opened.", [("opened", PERFECT, "happened")]),
        ("It will be opened on Monday.", [("opened", FUTURE, "planned")]),
        ("They did not meet.", [("meet", PAST, "denied")]),
        ("Talks resume on Sunday.", [("resume", PRESENT, "happened")]),
        ("The shop closes on Sunday.", [("closes", PRESENT, "happened")]),
        ("They have to pay by Friday.", [("pay", FUTURE, "planned")]),
        ("They had to pay on Friday.", [("pay", PAST, "happened")]),
        ("They will have to pay by Friday.", [("pay", FUTURE, "planned")]),
        ("They do not have to pay by Friday.", [("pay", PRESENT, "denied")]),
        ("The yard has to be closed by Friday.", [("closed", FUTURE, "planned")]),
        ("They ought to apply by Friday.", [("apply", FUTURE, "possible")]),
        ("They will not comply by Friday.", [("comply", FUTURE, "denied")]),
        ("The will was signed on Friday.", [("signed", PAST, "happened")]),
        ("He could not be reached on Friday.", [("reached", PAST, "denied")]),
        ("Neither he nor his aunts could be found on Friday.", [("found", PAST, "denied")]),
        ("It could be held on Friday.", [("held", FUTURE, "possible")]),
        ("It is expected later this week.", [("expected", FUTURE, "planned")]),
        ("A quiet Sunday in May.", [(None, NONE, "happened")]),
        ("The hundred-bed hospital.", [(None, NONE, "happened")]),
        ("", [(None, NONE, "happened")]),
    ],
)
def test_one_verb_group(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert verbs(text) == expected


def test_two_verbs_share_a_modal() -> None:
    assert verbs("It will open in May and close in June.") == [
        ("open", FUTURE, "planned"),
        ("close", FUTURE, "planned"),
    ]
    assert verbs("He may resign or leave in June.") == [("resign", FUTURE, "possible"), ("leave", FUTURE, "possible")]
    assert verbs("It will open in Spring Park and Close Street.") == [("open", FUTURE, "planned")]


def test_a_month_is_no_modal_verb() -> None:
    assert verbs("The work started in May 1846.") == [("started", PAST, "happened")]
    assert verbs("She has led the union since May 2016.") == [("led", PERFECT, "happened")]


def test_a_noun_after_a_determiner_is_no_verb() -> None:
    assert verbs("The rose in the shot left.") == [("left", PAST, "happened")]


def test_each_verb_group_has_its_words() -> None:
    text = "Officials reported late Saturday that talks ended."
    first, second = clauses(text)
    assert (first.span.of(text), first.verb.of(text), first.reports) == (
        "Officials reported late Saturday ",
        "reported",
        True,
    )  # type: ignore[union-attr]
    assert (second.span.of(text), second.governor, second.reports) == ("that talks ended.", 0, False)


def test_what_is_said_hangs_on_the_saying_that_closes_the_sentence() -> None:
    text = "The plant will close in June, the company said late Saturday."
    first, second = clauses(text)
    assert (first.tense, first.governor) == (Tense.FUTURE, 1)
    assert (second.tense, second.governor, second.reports) == (Tense.PAST, None, True)


def test_a_saying_with_the_same_subject_governs_what_is_quoted_before_it() -> None:
    assert [clause.governor for clause in clauses("The bank cut rates in May but said that growth fell.")] == [
        None,
        None,
        1,
    ]
    assert clauses('"We cut rates in May," he smiled and said.')[0].governor == 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "A swan that blocked the road on Friday has been freed.",
            ["A swan that blocked the road on Friday ", "has been freed."],
        ),
        ("The man who shot the mayor was held.", ["The man who shot the mayor ", "was held."]),
        ("Those who knew the boy had left.", ["Those who knew ", "the boy had left."]),
        ("The day that followed they met him.", ["The day that followed ", "they met him."]),
        ("He said the swan had left.", ["He said ", "the swan had left."]),
        ("We raised it and will do so again in June.", ["We raised it ", "and will do so again in June."]),
    ],
)
def test_where_a_clause_ends(text: str, parts: list[str]) -> None:
    assert [clause.span.of(text) for clause in clauses(text)] == parts


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("She moved to Bonn, where her late father had taught.", True),
        ("She moved to the town where her late father had taught.", True),
        ("She asked where her late father had taught.", False),
    ],
)
def test_where_hangs_a_clause_on_a_noun(text: str, relative: bool) -> None:
    assert clauses(text)[-1].relative is relative


def test_a_clause_that_hangs_on_a_noun_is_relative() -> None:
    text = "The talks, which collapsed on Monday, resume on Sunday."
    assert [(c.verb.of(text), c.relative) for c in clauses(text) if c.verb] == [("collapsed", True), ("resume", False)]


def test_words_that_hang_on_a_subject_keep_their_time() -> None:
    text = "A man arrested on Friday was released on Monday."
    first, last = clauses(text)
    assert (first.span.of(text), first.relative) == ("A man arrested on Friday ", True)
    assert (last.span.of(text), last.relative) == ("was released on Monday.", False)


def test_a_clause_ends_at_the_comma_before_the_next_verb() -> None:
    text = "Lind, who served as mayor, was jailed."
    assert [clause.span.of(text) for clause in clauses(text)] == ["Lind, who served as mayor,", " was jailed."]


def test_quotations_are_marked() -> None:
    text = '"The talks failed," he said, "and nobody came."'
    assert [(c.verb.of(text), c.quoted) for c in clauses(text) if c.verb] == [
        ("failed", True),
        ("said", False),
        ("came", True),
    ]


def test_clauses_cover_their_sentence_in_order() -> None:
    text = "He said that it rained, that it snowed and that they left when it ended."
    found = clauses(text)
    assert "".join(c.span.of(text) for c in found) == text
    assert [clause_index(found, c.span.start) for c in found] == list(range(len(found)))
    assert clause_index(found, len(text) + 5) == len(found) - 1


def test_the_finder_reads_each_sentence_once_and_only_when_asked() -> None:
    text = "They met. They will leave."
    asked: list[int] = []

    def sentence_at(position: int) -> Span:
        asked.append(position)
        return Span(0, 9) if position < 9 else Span(10, 26)

    finder = ClauseFinder(fold(text), sentence_at, ENGLISH)
    assert asked == []
    assert [finder.at(place).tense for place in (0, 8, 12, 25)] == [Tense.PAST, Tense.PAST, Tense.FUTURE, Tense.FUTURE]
    assert asked == [0, 8, 12, 25]
    assert finder.of(Span(0, 9)) is finder.of(Span(0, 9))

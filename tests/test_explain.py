"""The sentence that explains a date, word for word, one or more for each family of meanings."""

from __future__ import annotations

import pytest

from timeline.model import Domain, Explanation
from timeline.pipeline import explain_text

PUBLISHED = "the publish date Tue 11 Feb 2025"
STORY = "the date the story stands at"


def explained(text: str, published: str | None = "2025-02-11", domain: str = "news") -> list[Explanation]:
    return [told for _, told in explain_text(text, published, Domain(domain), "en")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        # said in full
        ("They met on 8 February 2025.", "“8 February 2025” is Sat 8 Feb 2025: the words say it in full."),
        ("It was founded in 480 BC.", "“480 BC” is 480 BC: the words say it in full."),
        ("Prices rose in the 1990s.", "“the 1990s” is 1990s: the words say it in full."),
        (
            "The offer ends five working days after 6 March 2025.",
            "“five working days after 6 March 2025” is Thu 13 Mar 2025: "
            "5 working days (weekends left out, holidays not known) after Thu 6 Mar 2025.",
        ),
        # a weekday, month or day, and where the words around it point
        (
            "Talks resume on Sunday.",
            f"“Sunday” is Sun 16 Feb 2025: the next Sunday after {PUBLISHED}"
            ", because “resume” is in the present, as for what is on the calendar.",
        ),
        (
            "He was shot dead on Saturday.",
            f"“Saturday” is Sat 8 Feb 2025: the last Saturday before {PUBLISHED}, because “shot” is in the past tense.",
        ),
        (
            "For the full year, sales fell.",
            f"“the full year” is 2024: the year of the last quarter that was over by {PUBLISHED}.",
        ),
        ("Sales are expected to rise for the full year.", f"“the full year” is 2025: the year of {PUBLISHED}."),
        (
            "A week ago Monday it fell.",
            f"“A week ago Monday” is Mon 3 Feb 2025: 1 week before the latest Monday up to {PUBLISHED}.",
        ),
        ("They met on Tuesday.", f"“Tuesday” is Tue 11 Feb 2025: the Tuesday of {PUBLISHED}."),
        (
            "They met on Friday, May 3.",
            f"“Friday, May 3” is Fri 3 May 2024: the last 3 May before {PUBLISHED}"
            ", because “met” is in the past tense.",
        ),
        (
            "It will open on Friday, May 3.",
            f"“Friday, May 3” is Sat 3 May 2025: the next 3 May after {PUBLISHED}, because “open” is in the future. "
            "But 2025-05-03 is a Saturday, the text says Friday.",
        ),
        (
            "It closed in June.",
            f"“June” is Jun 2024: the last June before {PUBLISHED}, because “closed” is in the past tense.",
        ),
        (
            "The plant will close in June.",
            f"“June” is Jun 2025: the next June after {PUBLISHED}, because “close” is in the future.",
        ),
        (
            "They met on June 10.",
            f"“June 10” is Mon 10 Jun 2024: the last 10 June before {PUBLISHED}, because “met” is in the past tense.",
        ),
        # a step to the last, this or next one
        ("They met last Monday.", f"“last Monday” is Mon 10 Feb 2025: the latest Monday before {PUBLISHED}."),
        ("They meet next Friday.", f"“next Friday” is Fri 14 Feb 2025: the first Friday after {PUBLISHED}."),
        ("They met last summer.", f"“last summer” is summer 2024: the latest summer before {PUBLISHED}."),
        # arithmetic
        ("It happened three days ago.", f"“three days ago” is Sat 8 Feb 2025: 3 days before {PUBLISHED}."),
        ("It happened a day ago.", f"“a day ago” is Mon 10 Feb 2025: 1 day before {PUBLISHED}."),
        ("They met last month.", f"“last month” is Jan 2025: 1 month before {PUBLISHED}."),
        ("They met this year.", f"“this year” is 2025: the year of {PUBLISHED}."),
        ("They met yesterday.", f"“yesterday” is Mon 10 Feb 2025: 1 day before {PUBLISHED}."),
        # parts of a day, times of day, modifiers
        (
            "On Monday morning they left.",
            f"“Monday morning” is Mon 10 Feb 2025, morning: the last Monday before {PUBLISHED}"
            ", because “left” is in the past tense.",
        ),
        (
            "They met at 5 p.m. on Monday.",
            f"“5 p.m. on Monday” is Mon 10 Feb 2025, 17:00: the last Monday before {PUBLISHED}"
            ", because “met” is in the past tense.",
        ),
        (
            "Officials reported late Saturday that talks ended.",
            f"“late Saturday” is Sat 8 Feb 2025, late: the last Saturday before {PUBLISHED}"
            ", because “reported” is in the past tense.",
        ),
        ("It ended in early March 2024.", "“early March 2024” is early Mar 2024: the words say it in full."),
        # what is no single date
        ("It lasted three days.", "“three days” is a length of time (P3D), not a date."),
        (
            "The mayor will resign in ten days.",
            f"“ten days” is Fri 21 Feb 2025: 10 days after {PUBLISHED}, because “resign” is in the future.",
        ),
        ("The fire destroyed it in two days.", "“two days” is a length of time (P2D), not a date."),
        ("It opens every Sunday.", "“every Sunday” is a time that comes again and again (XXXX-WXX-7), not one date."),
        ("There are currently no plans.", "“currently” points to the present without saying when."),
        # a contradiction
        (
            "They met on Tuesday, 10 February 2025.",
            "“Tuesday, 10 February 2025” is Mon 10 Feb 2025: the words say it in full. "
            "But 2025-02-10 is a Monday, the text says Tuesday.",
        ),
    ],
)
def test_one_plain_sentence(text: str, sentence: str) -> None:
    assert [told.sentence for told in explained(text)] == [sentence]


def test_a_length_that_a_date_closes() -> None:
    length, _ = explained("It was printed in the week ending 7 February 2025.")
    assert length.sentence == "“the week” is 1–7 Feb 2025: a length of time (P1W) that ends with 2025-02-07."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "On 5 May 1945 it ended. Three days later they left.",
            [
                "“5 May 1945” is Sat 5 May 1945: the words say it in full.",
                f"“Three days later” is Tue 8 May 1945: 3 days after {STORY}, 1945-05-05.",
            ],
        ),
        (
            "On 5 May 1945 it ended. In June they left.",
            [
                "“5 May 1945” is Sat 5 May 1945: the words say it in full.",
                f"“June” is Jun 1945: the June that goes with {STORY}, 1945.",
            ],
        ),
    ],
)
def test_what_leans_on_the_story(text: str, sentences: list[str]) -> None:
    assert [told.sentence for told in explained(text, domain="narrative")] == sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("They met on Saturday.", "“Saturday” names a Saturday, but nothing tells which: it stays open."),
        ("They met in June.", "“June” names a June, but nothing tells which: it stays open."),
        ("They meet next Friday.", "“next Friday” names a Friday, but there is no date to reckon from: it stays open."),
        ("It happened three days ago.", "“three days ago” leans on a date that is not known: it stays open."),
    ],
)
def test_without_a_publish_date(text: str, sentence: str) -> None:
    assert [told.sentence for told in explained(text, None)] == [sentence]


@pytest.mark.parametrize("said", ["Saturday", "late Saturday evening", "at 5 p.m. on Saturday"])
def test_a_day_is_reckoned_from_the_day_it_was_said_on(said: str) -> None:
    assert explained(f"The plant shut on Monday, the company said {said}.")[0].sentence == (
        "“Monday” is Mon 3 Feb 2025: the last Monday before the day it was said, Sat 8 Feb 2025"
        ", because “shut” is in the past tense."
    )


def test_the_chain_can_be_checked_step_by_step() -> None:
    (told,) = explained("He was shot dead on Saturday.")
    assert told.rule == "{weekday}"
    assert told.steps == (
        ("words", "“Saturday”"),
        ("rule", "{weekday}"),
        ("direction", "past, because “shot” is in the past tense"),
        ("anchor", PUBLISHED),
        ("worked out", f"the last Saturday before {PUBLISHED}"),
        ("result", "Sat 8 Feb 2025"),
    )


@pytest.mark.parametrize(
    ("text", "losers"),
    [
        ("He was shot dead on Saturday.", [("2025-02-15", "the words around point to the past")]),
        ("Talks resume on Sunday.", [("2025-02-09", "the words around point to the future")]),
        (
            "They met on Tuesday.",
            [
                ("2025-02-04", "the publish date is itself such a day"),
                ("2025-02-18", "the publish date is itself such a day"),
            ],
        ),
        ("A quiet Saturday.", [("2025-02-15", "it is farther away, and no word points to the future")]),
        (
            "They meet next Friday.",
            [("2025-02-21", "“next” may also skip the nearest one; the nearest after the publish date was taken")],
        ),
        ("They met on Friday, May 3.", [("2025-05-03", "it is a Saturday, and the words say Friday")]),
        ("It will open on Friday, May 3.", [("2024-05-03", "the words around point to the future")]),
        ("It went out at midnight on Saturday.", [("2025-02-15", "the words around point to the past")]),
        ("They met on 8 February 2025.", []),
        ("It lasted three days.", []),
    ],
)
def test_losing_readings(text: str, losers: list[tuple[str, str]]) -> None:
    (told,) = explained(text)
    assert [(loser.edtf, loser.reason) for loser in told.alternatives] == losers


@pytest.mark.parametrize(
    "text",
    [
        "They met a week ago Tuesday.",
        "It rose in the third quarter of last year.",
        "The shop closed at Christmas.",
        "They met from Monday to Thursday.",
        "It was the last Friday of June 2024.",
        "It was built in the '60s.",
        "It rained overnight.",
        "It rose in the past three months.",
        "They met two years and three months ago.",
        "They met on the 5th.",
        "It fell in the second half.",
        "It is due by year-end.",
    ],
)
@pytest.mark.parametrize("published", ["2025-02-11", None])
def test_every_explanation_reads_as_one_sentence(text: str, published: str | None) -> None:
    for told in explained(text, published):
        said = told.sentence.removesuffix(".")
        assert told.sentence.startswith("“"), said
        for broken in (" before from ", " in leans ", "named day", "None", "  ", "” the "):
            assert broken not in said

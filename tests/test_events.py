"""Sentences with times -> events: the seed exactly as its issue asks, and one case for each way a clause is dated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from timeline.model import Article, Block, Domain, Event, Modality, Published, Span, Timeline
from timeline.pipeline import dates_of, timeline_of
from timeline.reading import read_file
from timeline.record import event_json

SEED = "2025-02-11-xinhua-russia-us-ties.txt"


@pytest.fixture(scope="module")
def seed(seeds: Path) -> Timeline:
    (article,) = read_file(seeds / SEED)
    assert isinstance(article, Article)
    return timeline_of(article)


def events(
    text: str, published: str | None = "2025-02-11", domain: str = "news", kind: str = "body"
) -> tuple[Event, ...]:
    known = Published(published, "user") if published else None
    article = Article("a", text, known, (Block(kind, Span(0, len(text))),), domain=Domain(domain))
    return timeline_of(article).events


def told(text: str, **more: str) -> list[tuple[str, str]]:
    return [(event.edtf, event.provenance.trigger.of(text)) for event in events(text, **more)]


# ---- the seed -----------------------------------------------------------------------------------------------------


def test_the_seed_is_read_as_what_it_is(seed: Timeline) -> None:
    article = seed.article
    assert (article.source, article.lang, article.domain) == ("Xinhua", "en", Domain.NEWS)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11T09:33", "header")


def test_the_seed_gives_exactly_four_stated_events(seed: Timeline) -> None:
    found = sorted(
        (
            event.edtf,
            event.label,
            event.provenance.timex.span.of(seed.article.text),
            event.quote[:40],
            event.provenance.sentence.kind,
        )
        for event in seed.events
        if event.basis == "stated" and event.provenance.timex
    )
    assert found == [
        ("2025-02-08", "Sat 8 Feb 2025, late", "late Saturday", "The New York Post reported late Saturday", "body"),
        ("2025-02-09", "Sun 9 Feb 2025", "Sunday", "However, Kremlin Spokesman Dmitry Peskov", "body"),
        ("2025-02-10", "Mon 10 Feb 2025", "Feb 10, 2025", "Russian Deputy Foreign Minister Sergei R", "caption"),
        ("2025-02-10", "Mon 10 Feb 2025", "Monday", "MOSCOW - Relations between Russia and th", "body"),
    ]


def test_the_seed_s_events_happened(seed: Timeline) -> None:
    assert {event.modality for event in seed.events if event.basis == "stated"} == {Modality.HAPPENED}


def test_headlines_of_other_articles_give_no_event(seed: Timeline) -> None:
    text = seed.article.text
    related = [block.span.of(text) for block in seed.article.blocks if block.kind == "related"]
    assert [line[:9] for line in related] == ["ALSO READ", "READ MORE", "ALSO READ"]
    assert [
        event.quote for event in seed.events if any(event.quote in line or line in event.quote for line in related)
    ] == []


def test_vague_words_are_listed_and_give_no_event(seed: Timeline) -> None:
    text = seed.article.text
    vague = [(fate.timex.span.of(text), fate.timex.value, fate.event) for fate in seed.fates if fate.outcome == "vague"]
    assert ("currently", "PRESENT_REF", None) in vague
    assert ("at the appropriate time", "FUTURE_REF", None) in vague
    assert all(event is None for _, _, event in vague)


def test_every_expression_of_the_seed_has_a_fate(seed: Timeline) -> None:
    assert {timex.span for timex in seed.timexes} <= {fate.timex.span for fate in seed.fates}
    assert {fate.outcome for fate in seed.fates} <= {"event", "vague", "unused", "duration", "set", "open", "rejected"}
    ids = {event.id for event in seed.events}
    assert {fate.event for fate in seed.fates if fate.outcome == "event"} <= ids


def test_every_sentence_gave_an_event_or_says_why_not(seed: Timeline) -> None:
    spoken = {event.provenance.sentence for event in seed.events}
    silent = dict(seed.silent)
    assert set(seed.sentences) == spoken | set(silent)
    assert spoken & set(silent) == set()
    assert all(silent.values())


def test_spans_are_exact(seed: Timeline) -> None:
    text = seed.article.text
    for event in seed.events:
        assert event.provenance.sentence.span.of(text) == event.quote
        assert event.provenance.trigger.of(text).strip()
        assert (
            event.provenance.sentence.span.start <= event.provenance.trigger.start < event.provenance.sentence.span.end
        )


# ---- one clause at a time -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on Monday.", [("2025-02-10", "met")]),
        ("The ministers met on Monday and will meet again on Sunday.", [("2025-02-10", "met"), ("2025-02-16", "meet")]),
        ("The fair ran from Monday to Thursday.", [("2025-02-10/2025-02-13", "ran")]),
        ("It happened between 3 and 5 February.", [("2025-02-03/2025-02-05", "happened")]),
        ("She has led the union since 2016.", [("2016-01-01/..", "led")]),
        ("They stayed until 2016.", [("../2016-12-31", "stayed")]),
        (
            "On Friday the institute raised the alert; two days later the plug gave way.",
            [("2025-02-07", "raised"), ("2025-02-09", "gave")],
        ),
        (
            "The ministers met on Monday and again on Thursday.",
            [("2025-02-10", "met"), ("2025-02-06", "met")],
        ),
        ("The mayor denied taking money in 2023.", [("2023", "taking")]),
        ("The court ordered the firm to pay by March.", [("../2025-03-31", "pay")]),
        (
            "The court ordered the firm on Monday to pay the workers by March.",
            [("2025-02-10", "ordered"), ("../2025-03-31", "pay")],
        ),
        ("The man arrested Monday was released Friday.", [("2025-02-10", "arrested"), ("2025-02-07", "released")]),
        ("Did he resign on Friday?", [("2025-02-07", "resign")]),
        ("Will the old plant close in June?", [("2025-06", "close")]),
        ("Did the mayor close the school on Monday?", [("2025-02-10", "close")]),
        ("The mayor will resign in ten days.", [("2025-02-21", "resign")]),
        ("The court is to rule in two weeks.", [("2025-02-24/2025-03-02", "rule")]),
        ("In three months the school closes.", [("2025-05", "closes")]),
        ("She is leaving in two weeks.", [("2025-02-24/2025-03-02", "leaving")]),
        ("The club is playing its third match in two weeks.", []),
        ("She said on Saturday they had met two days ago.", [("2025-02-08", "said"), ("2025-02-06", "met")]),
        ("She said on Saturday they met two days ago.", [("2025-02-08", "said"), ("2025-02-06", "met")]),
        ("She said on Saturday they met a week ago.", [("2025-02-08", "said"), ("2025-02-03/2025-02-09", "met")]),
        ("Ministers will meet on Monday and vote on Tuesday.", [("2025-02-17", "meet"), ("2025-02-18", "vote")]),
        ("Last month, on the 12th, the dam broke.", [("2025-01-12", "broke")]),
        ("Last week, on Tuesday evening, the dam broke.", [("2025-02-04", "broke")]),
        (
            "The dam broke last week. On Monday it was mended.",
            [("2025-02-03/2025-02-09", "broke"), ("2025-02-10", "mended")],
        ),
        (
            "He was arrested in March 2024. Three days earlier a shop had burned.",
            [("2024-03", "arrested"), ("2024-02-27/2024-03-28", "burned")],
        ),
        (
            "The barn, which burned on 6 January, was insured. Three days earlier men had come.",
            [("2025-01-06", "burned"), ("2025-01-03", "come")],
        ),
        ("The offer lapses five working days after 6 March.", [("2025-03-13", "lapses")]),
        (
            "The vote was on 7 February. Two working days after the vote he left.",
            [("2025-02-07", "was"), ("2025-02-11", "left")],
        ),
        ("The 1998 bombing shocked the town.", [("1998", "bombing")]),
        ("The 1998 peace talks failed.", [("1998", "talks")]),
        ("The 1953 team won.", []),
        ("The king reigned 1509-1547.", [("1509-01-01/1547-12-31", "reigned")]),
        ("Born 4 July 1976; died 3 Jan. 2001.", [("2001-01-03", "died"), ("1976-07-04", "Born")]),
        ("On or before 31 May the tenant shall leave.", [("../2025-05-31", "leave")]),
        ("Payment must be made no later than 15 March.", [("../2025-03-15", "made")]),
        ("The work will begin no earlier than 15 March.", [("2025-03-15/..", "begin")]),
        ("Within two weeks the firm will reply.", [("../2025-02-25", "reply")]),
        ("An appeal must be filed within 14 days of the ruling.", []),
        ("An appeal must be filed within 14 days of 3 March 2025.", [("../2025-03-17", "filed")]),
        ("The plant will close three days after the vote on 3 March.", [("2025-03-06", "close")]),
        ("He had surgery in 2019 and again in March 2021.", [("2019", "had"), ("2021-03", "had")]),
        ("He ruled from 1509 until his death in 1547.", [("1509-01-01/1547-12-31", "ruled")]),
        ("It was printed in the week ending 7 February.", [("2025-02-01/2025-02-07", "printed")]),
        ("In the three months to the end of September, profit fell.", [("2024-07-01/2024-09-30", "fell")]),
        ("The talks were extended by two weeks to 5 March.", [("2025-03-05", "extended")]),
        ("Profits rose in the year ended 31 December 2024.", [("2024-01-01/2024-12-31", "rose")]),
        ("It was resolved that the fence be mended by Easter.", [("../2025-04-20", "mended")]),
        ("Notice must be given at least 14 days before 1 June 2025.", [("../2025-05-18", "given")]),
        ("The plant has been idle since a fire in March.", [("2024-03-01/..", "been")]),
        ("He was mayor until his death in 1998.", [("../1998-12-31", "was")]),
        ("The bridge was built by a firm in 1998.", [("1998", "built")]),
        (
            "He served from 1990 to 1998 and again from 2002 to 2006.",
            [("1990-01-01/1998-12-31", "served"), ("2002-01-01/2006-12-31", "served")],
        ),
        (
            "He was arrested on Monday over the attack on 3 February.",
            [("2025-02-10", "arrested"), ("2025-02-03", "attack")],
        ),
        ("The minutes of the meeting of 10 December 2024 were approved.", [("2024-12-10", "meeting")]),
        ("The battle of 5 May 1862 was short.", [("1862-05-05", "was")]),
        ("OSLO, Feb. 9 (AP) -- A ferry ran aground off Holm on Saturday.", [("2025-02-08", "ran")]),
        ("In Oslo, the day - a Monday - was cold.", [("2025-02-10", "was")]),
        ("He was last seen on Sunday.", [("2025-02-09", "seen")]),
        ("He was found on Sunday, two days after he was last seen.", [("2025-02-09", "found"), ("2025-02-07", "seen")]),
        ("Prices doubled from January to June.", [("2024-01-01/2024-06-30", "doubled")]),
        ("Prices will double from March to June.", [("2025-03-01/2025-06-30", "double")]),
        ("Prices rose in January from December.", [("2025-01", "rose")]),
        ("After buying the firm in 2016, Orla sold it on Monday.", [("2025-02-10", "sold"), ("2016", "buying")]),
        ("She worked at Brim before joining Orla in 2016.", [("2016", "joining")]),
        ("Schools close on Wednesday and reopen on Monday.", [("2025-02-12", "close"), ("2025-02-17", "reopen")]),
        ("The offer was extended from 1 March to 15 March.", [("2025-03-15", "extended")]),
        ("He was freed pending trial on 3 March.", [("2025-03-03", "trial")]),
        ("The court set the trial for 3 March.", [("2025-03-03", "set")]),
        ("It was signed on the 15th of last month.", [("2025-01-15", "signed")]),
        ("The crews cleared the road in two days.", []),
        ("Over the last two days 30 houses burned.", [("2025-02-09/2025-02-11", "burned")]),
        ("Sales in the first nine months of 2024 fell.", [("2024-01-01/2024-09-30", "fell")]),
        ("Over the past year prices fell by a third on Monday.", [("2025-02-10", "fell")]),
        ("The shop will open in May and close in June.", [("2025-05", "open"), ("2025-06", "close")]),
        ("The talks, due on Friday, were moved to Monday.", [("2025-02-17", "moved"), ("2025-02-14", "due")]),
        ("The match was moved from Friday to Monday.", [("2025-02-17", "moved")]),
        ("The shop was closed from Friday to Monday.", [("2025-02-07/2025-02-10", "closed")]),
        ("His will left the house to her in 2019.", [("2019", "left")]),
        ("The siege lasted three days.", []),
        ("The market opens every Sunday.", []),
        ("He may resign soon.", []),
        ("The shop did not open until 1990.", [("1990", "open")]),
        ("The next hearing will not be until 20 February.", [("2025-02-20", "be")]),
        ("The truce did not last until May.", [("../2024-05-31", "last")]),
        ("The trial was adjourned until 3 March.", [("2025-03-03", "adjourned")]),
        (
            "The hearing was adjourned on Monday until 3 March.",
            [("2025-02-10", "adjourned"), ("2025-03-03", "adjourned")],
        ),
        ("It was heard over three days from 13 September.", [("2024-09-13/2024-09-15", "heard")]),
        ("The fair will run for two weeks from 3 March.", [("2025-03-03/2025-03-16", "run")]),
        ("The fair opens three days from 3 March.", [("2025-03-06", "opens")]),
        (
            "Ten have been hurt since the strike began on 3 February.",
            [("2025-02-03/..", "hurt"), ("2025-02-03", "began")],
        ),
        ("It was idle until the strike ended in May.", [("2024-05", "ended")]),
        ("On Monday, Ann Lee, who heads the office, said she had been refused entry.", [("2025-02-10", "said")]),
        ("In 2019 a man who paints boats won the race.", [("2019", "won")]),
        ("The man who fled on Monday was caught.", [("2025-02-10", "fled")]),
        ("The quake struck at 4:53 p.m. (9:53 p.m. GMT) on Monday.", [("2025-02-10T16:53:00", "struck")]),
        ("Crowds gathered in the evening in the capital on Sunday.", [("2025-02-09", "gathered")]),
        ("Prosecutors want to question him over the riots last August.", [("2024-08", "riots")]),
        ("Prosecutors wanted to question him last August.", [("2024-08", "question")]),
        ("A vote on Monday backed it. Two states have in the past blocked such votes.", [("2025-02-10", "backed")]),
        ("Oil gained two dollars for April delivery.", []),
        ("He arrived in January for delivery of the boat.", [("2025-01", "arrived")]),
        ("The airline ran 70 flights on Monday, up from 60 on Sunday.", [("2025-02-10", "ran")]),
        ("He came up from London on Monday.", [("2025-02-10", "came")]),
        ("Schools marked the anniversary of D-Day.", []),
        ("They will mark the anniversary of the storm on 3 March.", [("2025-03-03", "mark")]),
        ("A month before the invasion of March 2003, Lind said a war was near.", [("2003-02", "said")]),
        ("He was convicted of blowing up a Pan Am jet in 1988.", [("1988", "blowing")]),
        ("He was convicted of fraud in 1988.", [("1988", "convicted")]),
        ("The council decided to not close the mill in March.", [("2025-03", "close")]),
        ("Police log for 8 August", []),
        ("Sales rose 5 percent from a year earlier.", []),
        ("The shop was shut from last week to Monday.", [("2025-02-03/2025-02-10", "shut")]),
        (
            "Lind was jailed on 5 May 2022. He was freed in November.",
            [("2022-05-05", "jailed"), ("2022-11", "freed")],
        ),
        (
            "The mill was sold on 5 May 2022. The owners left in November.",
            [("2022-05-05", "sold"), ("2024-11", "left")],
        ),
        ("29 September 2011 The clerk tells the court of a letter.", [("2011-09-29", "tells")]),
    ],
)
def test_dated_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The ministers met on Monday.", Modality.HAPPENED),
        ("The ministers will meet on Sunday.", Modality.PLANNED),
        ("The ministers may meet on Sunday.", Modality.POSSIBLE),
        ("The ministers did not meet on Monday.", Modality.DENIED),
        ("The work started in May 1846.", Modality.HAPPENED),
        ("Police denied that he was killed on Monday.", Modality.DENIED),
        ("The ministry denies that its troops entered the town on Sunday.", Modality.DENIED),
        ("Prosecutors allege that he fled on Monday.", Modality.ALLEGED),
        ("The rebels signed a ceasefire in December but accused the army of breaking it.", Modality.HAPPENED),
        ("The rebels signed a ceasefire in December, the army claimed.", Modality.ALLEGED),
        ("The election is expected on Sunday.", Modality.PLANNED),
        ("He plans to resign on Friday.", Modality.PLANNED),
        ("She never visited the site in 2023.", Modality.DENIED),
        ("The ship hardly moved on Monday.", Modality.DENIED),
        ("Not far from the border, troops fought on Monday.", Modality.HAPPENED),
        ("Never a quiet man, he resigned on Monday.", Modality.HAPPENED),
        ("Not one man was hurt on Monday.", Modality.DENIED),
        ("Nobody, not even the mayor, was hurt on Monday.", Modality.DENIED),
        ("There was no attack on Sunday.", Modality.DENIED),
        ("The homes were without power on Sunday.", Modality.HAPPENED),
        ("Without help he was lost on Sunday.", Modality.DENIED),
        ("It is not true that the mayor resigned on Monday.", Modality.DENIED),
        ("He is not expected to resign on Friday.", Modality.DENIED),
        ("The company had no plans to close the mill in June.", Modality.DENIED),
        ("The mayor denied taking money in 2023.", Modality.DENIED),
        ("He is accused of stealing the boat in 2023.", Modality.ALLEGED),
        ("The club cancelled Sunday's match.", Modality.DENIED),
        ("The bridge would have opened in March.", Modality.POSSIBLE),
        ("The plant is unlikely to reopen on 3 March.", Modality.POSSIBLE),
        ("The plant will have closed by June.", Modality.PLANNED),
        ("If the vote fails on Thursday, the mayor will resign.", Modality.POSSIBLE),
        ("If there is no offer by Friday, the crews will walk out.", Modality.POSSIBLE),
        ("The firm no longer plans to open the mine in June.", Modality.DENIED),
        ("The mayor denied having met the banker in June 2024.", Modality.DENIED),
        ("The mayor will resign on Thursday if the vote fails.", Modality.POSSIBLE),
        ("The trial begins on 12 March.", Modality.PLANNED),
        ("The court ordered the firm to pay by March.", Modality.PLANNED),
        ("Was the mayor arrested on Monday?", Modality.POSSIBLE),
        ("Will the plant close in June?", Modality.POSSIBLE),
        ("The council wants it kept until 2030.", Modality.PLANNED),
        ("The mayor wanted the old bridge closed by Monday.", Modality.PLANNED),
        ("The man who wanted it resigned on Monday.", Modality.HAPPENED),
        ("He wanted peace, the aide said, and left on Monday.", Modality.HAPPENED),
        ("The tenant has to pay by Friday.", Modality.PLANNED),
        ("The tenant had to pay on Friday.", Modality.HAPPENED),
        ("The talks, due on Friday, were cancelled.", Modality.DENIED),
        ("The club called off Sunday's match.", Modality.DENIED),
        ("There will be no vote on Monday.", Modality.DENIED),
        ("No trains will run on Monday.", Modality.DENIED),
        ("He was freed pending trial on 3 March.", Modality.PLANNED),
        ("The hearing was scheduled to begin on Monday but was delayed.", Modality.DENIED),
        ("The match, which was due to be played on Saturday, has been called off.", Modality.DENIED),
        ("The fence was to be mended by Monday, and it was resolved that it be painted.", Modality.PLANNED),
        ("Rumours that the mill will close in June are untrue.", Modality.DENIED),
        ("The claim that he quit on Monday is false.", Modality.DENIED),
        ("Rumours that Norlum will close the works in June are untrue, Asker said.", Modality.DENIED),
        ("The claim that he left the party in June was wrong.", Modality.DENIED),
        ("Reports that he quit on Monday are not true.", Modality.DENIED),
        ("Rumours that the mill will close in June spread.", Modality.POSSIBLE),
        ("He faced allegations that he bribed a clerk on Monday.", Modality.ALLEGED),
        ("The news that she won on Monday was right.", Modality.HAPPENED),
        ("The finding that he lied on Monday was correct.", Modality.HAPPENED),
        ("The firm did not rule out closing the mill in June.", Modality.POSSIBLE),
        ("He never ruled out running in 2024.", Modality.POSSIBLE),
        ("The firm cannot rule out a strike in June.", Modality.POSSIBLE),
        ("Nobody ruled out a strike in June.", Modality.POSSIBLE),
        ("Nobody can rule out a strike in June.", Modality.POSSIBLE),
        ("In August the firm stopped it, claiming that nobody cared.", Modality.HAPPENED),
        ("It barely rained on Monday.", Modality.HAPPENED),
        ("They move out at the end of the month.", Modality.PLANNED),
        ("The lease ends late next week.", Modality.PLANNED),
        ("They moved out at the end of last month.", Modality.HAPPENED),
        ("They moved out late on Monday.", Modality.HAPPENED),
        ("The shop did not open until 1990.", Modality.HAPPENED),
        ("The road will not reopen until March.", Modality.PLANNED),
        ("No trains will run until Monday.", Modality.PLANNED),
        ("The truce did not last until May.", Modality.DENIED),
        ("Saturday's match was postponed until 3 March.", Modality.PLANNED),
        ("The council decided to not close the mill in March.", Modality.DENIED),
        ("In the strike of 2009 she would walk to work.", Modality.HAPPENED),
        ("In 1950 he would lead the union.", Modality.HAPPENED),
        ("He hoped in 2008 the mill would open.", Modality.HAPPENED),
        ("In June he would lead the union, he said.", Modality.PLANNED),
        ("They have bought food for distribution tomorrow.", Modality.PLANNED),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    assert [event.modality for event in events(text)] == [modality]


def test_what_might_have_been_is_no_fact() -> None:
    found = events("Had the talks failed on Monday, the crews would have left on Tuesday.")
    assert [(event.edtf, event.modality) for event in found] == [
        ("2025-02-10", Modality.POSSIBLE),
        ("2025-02-11", Modality.POSSIBLE),
    ]


def test_a_time_that_is_taken_out_is_denied() -> None:
    found = events("Ferries ran on Monday but not on Tuesday.")
    assert [(event.edtf, event.modality) for event in found] == [
        ("2025-02-10", Modality.HAPPENED),
        ("2025-02-11", Modality.DENIED),
    ]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "The concert planned for Saturday was called off on Thursday.",
            "The concert planned for Saturday was called off on Thursday",
        ),
        ("Was the mayor of Tarn arrested on Monday?", "Was the mayor of Tarn arrested on Monday?"),
        ("But then on Monday the council closed the mill.", "on Monday the council closed the mill"),
        ("And yet, on Monday the council closed the mill.", "on Monday the council closed the mill"),
        ("The bakery stood empty because the flour had run out on Sunday.", "the flour had run out on Sunday"),
        ("That was on 8 February.", "That was on 8 February"),
        ("The fire began on Sunday at 8 p.m.", "The fire began on Sunday at 8 p.m."),
        ("1998: In the spring of 1955 she married a baker.", "In the spring of 1955 she married a baker"),
        ("1998: She married a baker.", "1998: She married a baker"),
        (
            "The 2004 earthquake which set off a wave was the worst.",
            "The 2004 earthquake which set off a wave",
        ),
        ("(Update 4:45 a.m. Holm, 9:45 p.m. ET) Two planes left on Monday.", "Two planes left on Monday"),
        ("“We closed the mill on Monday,” he said.", "“We closed the mill on Monday”"),
        ('It would ""close"" the mill on Monday, the firm said.', 'It would "close" the mill on Monday'),
        ("“Nobody will be paid; we closed the mill on Monday, and I am sorry.”", "we closed the mill on Monday"),
    ],
)
def test_a_headline_says_who_and_begins_with_it(text: str, headline: str) -> None:
    assert events(text)[-1].headline == headline


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (
            "A barge hit the old lock gate on Sunday evening, sinking two small boats, wardens said on Monday.",
            [
                "A barge hit the old lock gate on Sunday evening, sinking two…",
                "wardens said on Monday: A barge hit the old lock gate on…",
            ],
        ),
        (
            "The club will meet on Friday, its head said on Monday.",
            ["The club will meet on Friday", "its head said on Monday: The club will meet on Friday"],
        ),
        (
            "TARN - The mill by the river in Lower Tarn will close on Friday, said the mayor on Monday.",
            [
                "The mill by the river in Lower Tarn will close on Friday",
                "…in Lower Tarn will close on Friday, said the mayor on Monday",
            ],
        ),
        (
            "The club chose a new head on Sunday, five days after the old one resigned.",
            ["The club chose a new head on Sunday", "the old one resigned"],
        ),
        (
            "The club chose a new head on Sunday, five days after he resigned.",
            [
                "The club chose a new head on Sunday",
                "The club chose a new head on Sunday, five days after he…",
            ],
        ),
        (
            "The mill burned a week after the inspection, which ended on 3 February.",
            ["the inspection, which ended on 3 February"],
        ),
        (
            "The lift stopped on Saturday night and was mended two days later.",
            ["The lift stopped on Saturday night", "The lift … was mended two days later"],
        ),
        (
            "The cooling pump that set off the fire at the mill should have been replaced in 2023.",
            ["The cooling pump … should have been replaced in 2023"],
        ),
        (
            "The pump, which failed in May, was replaced in June.",
            ["The pump, which failed in May", "The pump, which failed in May, was replaced in June"],
        ),
        (
            "The depot will open on Friday and close on Sunday.",
            ["The depot will open on Friday", "The depot will … close on Sunday"],
        ),
        (
            "Two men were arrested on Sunday and charged with theft on Monday.",
            ["Two men were arrested on Sunday", "Two men were arrested on Sunday and charged with theft on Monday"],
        ),
        (
            "The ministers met on Monday and again on Thursday.",
            ["The ministers met on Monday", "The ministers met … again on Thursday"],
        ),
        (
            "The hearing was adjourned on Monday until 3 March.",
            ["The hearing was adjourned on Monday", "The hearing was adjourned … until 3 March"],
        ),
        (
            "The council will meet on Monday or Tuesday.",
            ["The council will meet on Monday or Tuesday"] * 2,
        ),
        (
            "It shook the town in 1860, 1770 and 1761 as well.",
            ["It shook the town in 1860, 1770 and 1761 as well"] * 3,
        ),
        (
            "Norbank dismissed 800 people last month, and Union Mills, which bought a rival in 1995, said last week it "
            "would close its northern works.",
            [
                "Norbank dismissed 800 people last month",
                "Union Mills, which bought a rival in 1995",
                "Union Mills … said last week it would close its northern works",
            ],
        ),
        (
            "On Monday the minister met Tom Ash, Bo Carr, and Ann Lee, who took office in May.",
            ["On Monday the minister met Tom Ash, Bo Carr, and Ann Lee", "Ann Lee, who took office in May"],
        ),
        (
            "The mayor, who took office in May, resigned last week, and his deputy, who was elected in June, left last "
            "month.",
            [
                "The mayor, who took office in May",
                "The mayor, who took office in May, resigned last week",
                "his deputy, who was elected in June",
                "his deputy … left last month",
            ],
        ),
    ],
)
def test_each_event_of_a_sentence_has_a_headline_that_tells_it(text: str, headlines: list[str]) -> None:
    assert [event.headline for event in events(text)] == headlines


@pytest.mark.parametrize(
    ("text", "edtf", "modality"),
    [
        ("If the owner agrees, the series starts on 30 March.", "2025-03-30", Modality.POSSIBLE),
        ("According to reports, the owner left the island on Saturday.", "2025-02-08", Modality.ALLEGED),
        ("The owner left the island on Saturday, according to media reports.", "2025-02-08", Modality.ALLEGED),
        ("According to the owner, the mill closed on Saturday.", "2025-02-08", Modality.HAPPENED),
        ("The vote must be held within 60 days.", "../2025-04-12", Modality.PLANNED),
        ("The mill must close by Friday.", "../2025-02-14", Modality.PLANNED),
        ("The owner must have left on Saturday.", "2025-02-08", Modality.POSSIBLE),
    ],
)
def test_how_sure_a_source_or_a_duty_makes_it(text: str, edtf: str, modality: Modality) -> None:
    assert [(event.edtf, event.modality) for event in events(text)] == [(edtf, modality)]


def test_a_clock_time_that_something_lies_close_to_is_not_exact() -> None:
    (event,) = events("A fire broke out shortly before 6 a.m. on Monday.")
    assert (event.edtf, event.label) == ("2025-02-10T06:00:00", "about Mon 10 Feb 2025, 06:00")


def test_a_month_is_no_trigger() -> None:
    assert told("Work on the harbour started in May 1846.") == [("1846-05", "started")]


@pytest.mark.parametrize("kind", ["related", "boilerplate", "byline", "dateline", "header"])
def test_other_blocks_give_no_events(kind: str) -> None:
    assert events("The ministers met on Monday.", kind=kind) == ()


@pytest.mark.parametrize("kind", ["headline", "body", "caption"])
def test_these_blocks_do(kind: str) -> None:
    assert [event.edtf for event in events("The ministers met on Monday.", kind=kind)] == ["2025-02-10"]


def test_an_event_keeps_its_id_when_its_date_changes() -> None:
    text = "The ministers met on Monday."
    first, later, undated = (events(text, published) for published in ("2025-02-11", "2025-03-11", None))
    assert [e.edtf for e in (*first, *later)] == ["2025-02-10", "2025-03-10"]
    assert first[0].id == later[0].id == undated[0].id
    assert (undated[0].interval, undated[0].edtf) == (None, "")


def test_ids_differ_within_an_article_and_between_articles() -> None:
    text = "The ministers met on Monday. The ministers met on Sunday."
    ids = [event.id for event in events(text)]
    assert len(set(ids)) == len(ids) == 2
    article = Article("b", text, Published("2025-02-11", "user"), (Block("body", Span(0, len(text))),))
    assert not set(ids) & {event.id for event in timeline_of(article).events}


def test_a_headline_is_at_most_twelve_of_the_article_s_words() -> None:
    text = "LIMA - " + "On Monday the very long " + "winding " * 20 + "road opened."
    (event,) = events(text)
    assert event.headline.endswith("…")
    assert event.headline.split() == (" ".join(text.split()[2:14]) + "…").split()


# ---- asked the other way round ------------------------------------------------------------------------------------


def test_dates_of_words() -> None:
    text = "The ministers met on Monday. Nobody spoke. They will sign in March 2026."
    article = Article("a", text, Published("2025-02-11", "user"), (Block("body", Span(0, len(text))),))
    asked = [Span(text.index(word), text.index(word) + len(word)) for word in ("met", "spoke", "sign")]
    found = dates_of(article, asked)
    assert [each.span for each in found] == asked
    assert [(found[0].value, found[0].basis), (found[2].value, found[2].basis)] == [
        ("2025-02-10", "stated"),
        ("2026-03", "stated"),
    ]
    assert found[1].basis != "stated"


# ---- two times for one happening ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("The fair opened on Tuesday, 10 February 2025.", "tuesday", "2025-02-11"),
        ("The mill burned on Sat 10 Feb 2025.", "sat", "2025-02-08"),
        (
            "The strike began on 3 February. The plant closed in May 2024, three days after the strike.",
            "three days",
            "2025-02-06",
        ),
    ],
)
def test_a_conflict_keeps_both(text: str, words: str, other: str) -> None:
    conflict = events(text)[-1].provenance.conflict
    assert conflict is not None
    assert (conflict.span.of(text).lower(), conflict.value) == (words, other)


def test_a_happening_is_named_from_which_another_is_reckoned() -> None:
    text = "A landslide shut the road on Monday. Two weeks before the landslide, the army closed a bridge."
    article = Article("a", text, Published("2025-02-11", "user"), (Block("body", Span(0, len(text))),))
    timeline = timeline_of(article)
    shut, closed = timeline.events
    anchor = event_json(timeline, closed)["why"]["anchor"]
    assert (anchor["kind"], anchor["event"], anchor["text"]) == ("event", shut.id, "Monday")


def test_a_weekday_that_fits_is_no_conflict() -> None:
    assert [event.provenance.conflict for event in events("The fair opened on Monday, 10 February 2025.")] == [None]


# ---- headline and lead --------------------------------------------------------------------------------------------


def timeline_under(headline: str, *paragraphs: str) -> Timeline:
    text = "\n\n".join((headline, *paragraphs))
    first, *rest = (Span(text.index(words), text.index(words) + len(words)) for words in (headline, *paragraphs))
    blocks = (Block("headline", first), *(Block("body", span) for span in rest))
    return timeline_of(Article("a", text, Published("2025-02-11", "user"), blocks))


def test_what_headline_and_lead_both_tell_is_one_event() -> None:
    lead = "The mayor of Tarn, Eva Lind, resigned on Monday after a vote."
    found = timeline_under("Mayor of Tarn resigns on Monday", lead)
    assert [(event.quote, event.edtf) for event in found.events] == [(lead, "2025-02-10")]
    assert [fate.event for fate in found.fates] == [found.events[0].id] * 2
    assert [reason for _, reason in found.silent] == [
        "it tells the same happening as another sentence, which says more"
    ]


def test_a_headline_that_tells_something_else_stays() -> None:
    found = timeline_under("Council to vote on Friday", "The mayor of Tarn resigned on Monday.")
    assert [(event.edtf, event.modality.value) for event in found.events] == [
        ("2025-02-14", "planned"),
        ("2025-02-10", "happened"),
    ]


def test_a_range_told_backwards_is_dated_by_its_first_end() -> None:
    (event,) = events("The mill stood idle from 2010 to 2005.")
    assert event.edtf == "2010"


def test_what_came_after_a_date_has_an_open_end() -> None:
    (event,) = events("The plant opened after March 2020.")
    assert event.edtf == "2020-04-01/.."


# ---- dates that stand alone ---------------------------------------------------------------------------------------


def paragraphs(*texts: str) -> Timeline:
    return timeline_under("How the harbour was lost", *texts)


def test_a_date_on_a_line_of_its_own_dates_what_stands_below_it() -> None:
    found = paragraphs(
        "3 May 2020",
        "The council voted to close the harbour. The mayor had warned of it. Two members resigned.",
        "July 2022",
        "Court orders the port to reopen.",
        "1998",
        "Founding of the company.",
        "12 March 2026",
        "The ferry will return. It ran until 2019.",
    )
    assert [(event.headline, event.edtf, event.basis, event.modality.value) for event in found.events] == [
        ("The council voted to close the harbour", "2020-05-03", "inherited", "happened"),
        ("Two members resigned", "2020-05-03", "inherited", "happened"),
        ("Court orders the port to reopen", "2022-07", "inherited", "happened"),
        ("Founding of the company", "1998", "inherited", "happened"),
        ("The ferry will return", "2026-03-12", "inherited", "planned"),
        ("It ran until 2019", "../2019-12-31", "stated", "happened"),
    ]
    assert found.events[0].provenance.explanation.sentence.startswith(
        "“voted” stands below that date: Sun 3 May 2020. “3 May 2020” is Sun 3 May 2020: "
    )
    assert {reason for sentence, reason in found.silent if sentence.span.of(found.article.text)[0].isdigit()} == {
        "it is a date, which dates what stands below"
    }


def headed(*texts: str, domain: Domain = Domain.NEWS) -> list[tuple[str, str]]:
    found = paragraphs(*texts)
    again = timeline_of(replace(found.article, domain=domain))
    return [(event.edtf, event.provenance.trigger.of(again.article.text)) for event in again.events]


def test_a_date_heads_no_more_than_its_entry() -> None:
    assert headed(
        "3 May 2020",
        "The council voted.",
        "Dockers walked out.",
        "4 June 2021",
        "The port reopened.",
        "About the author",
        "Ann Lee joined the paper.",
    ) == [("2020-05-03", "voted"), ("2020-05-03", "walked"), ("2021-06-04", "reopened")]


def test_a_range_and_a_time_of_the_day_head_too() -> None:
    assert headed("2015 - 2019", "The mill stood empty.", "## 2021", "It burned down.") == [
        ("2015-01-01/2019-12-31", "stood"),
        ("2021", "burned"),
    ]
    assert headed("10:15", "The mayor ordered an evacuation.", "11:30", "Two boats sank.") == [
        ("2025-02-11T10:15:00", "ordered"),
        ("2025-02-11T11:30:00", "sank"),
    ]


def test_a_year_heads_the_days_below_it() -> None:
    assert headed(
        "2023", "8 November", "The auditor wrote.", "3 December", "The board met.", "2024", "It broke up."
    ) == [
        ("2023-11-08", "wrote"),
        ("2023-12-03", "met"),
        ("2024", "broke"),
    ]


def test_an_answer_the_cell_of_a_table_and_what_was_not_yet_are_headed_by_no_date() -> None:
    assert headed("When did it end?", "1945", "Who wrote Emma?", "1815", "It sold well.") == []
    assert headed("2018", "120 pounds a ton", "2019", "140 pounds a ton", "Farmers burned straw.") == []
    assert headed("3 May", "The council voted.", "5 December", "The harbour reopened.") == [("2024-12-05", "reopened")]
    assert headed("Monday", "the dog died", "Sunday", "we buried him", domain=Domain.COLLOQUIAL) == []


@pytest.mark.parametrize(
    "text",
    [
        "A flood hit Leeds on Monday. The flood killed a man.",
        "A fire broke out on Monday. Two people died in the fire.",
        "A bomb exploded on Monday. Nobody was hurt in the explosion.",
        "The vote was held on Monday. The vote split the party.",
    ],
)
def test_what_a_happening_did_is_told_with_its_date(text: str) -> None:
    assert [edtf for edtf, _ in told(text)] == ["2025-02-10", "2025-02-10"]


def test_two_events_have_two_ids() -> None:
    found = [event.id for event in events("The 2019 storm 2019.\n\n2019 storm 2019")]
    assert len(found) == len(set(found)) > 1


def test_what_is_told_three_times_leads_to_the_one_that_stays() -> None:
    found = timeline_under(
        "Harbour closed on Monday after long vote", "Harbour closed on Monday. It rained. Harbour closed on Monday."
    )
    assert {fate.event for fate in found.fates} <= {event.id for event in found.events}


def test_a_sentence_that_stands_twice_gives_one_event() -> None:
    words = "The mayor of Tarn resigned on Monday."
    found = events(f"{words} She moved to Brennick in 2004. {words}")
    assert [(event.quote, event.edtf) for event in found] == [
        (words, "2025-02-10"),
        ("She moved to Brennick in 2004.", "2004"),
    ]


def test_a_history_goes_on_behind_a_day_that_nothing_names() -> None:
    found = told(
        "One day in July 2001 Pine fired his staff. All of them left. They had been hired that day. The firm was "
        "founded in August 2001. It began in the middle of the night. Its first shop opened. Cars are made so today. "
        "It grew."
    )
    assert found == [
        ("2001-07", "fired"),
        ("", "hired"),  # some day of that month
        ("2001-08", "founded"),
        ("2025-02-11", "began"),
        ("2001-08", "opened"),
        ("2025-02-11", "made"),
        ("2001-08", "grew"),
    ]


def test_what_will_be_is_not_dated_by_a_time_that_is_past() -> None:
    assert events("The winner will be Tarn, a solid town in 2008.") == ()
    (event,) = events("The tower will have stood there since 2004.")
    assert event.edtf == "2004-01-01/.."


def test_a_date_alone_tells_nothing() -> None:
    found = paragraphs("Oct. 9, 2010 - 7:28 AM EST", "The mayor resigned on Monday.", "11 February 2025")
    assert [event.headline for event in found.events] == ["The mayor resigned on Monday"]
    assert [fate.reason for fate in found.fates if fate.outcome == "unused"] == [
        "stands alone: nothing is told of it"
    ] * 2
    assert [reason for _, reason in found.silent][1:] == ["it is a time alone: nothing is told of it"] * 2


def test_stamps_of_comments_head_nothing() -> None:
    stamps = ("Oct. 9, 2010 - 7:28 AM", "He lied to us.", "Oct. 9, 2010 - 7:33 AM", "We voted for him.")
    assert paragraphs(*stamps).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor declared an emergency on Thursday, and crews cleared the square on Friday.",
            [("2025-02-06", "declared"), ("2025-02-07", "cleared")],
        ),
        ("He must file within two weeks.", [("../2025-02-25", "file")]),
        ("It was out by 3 a.m. Two men were hurt on Monday.", [("../2025-02-11", "was"), ("2025-02-10", "hurt")]),
        ("It is ten days since a storm hit Lind.", [("2025-02-01", "hit")]),
        ("Ministers spoke.\n\nTwo boats sank on Monday. All got out.", [("2025-02-10", "sank"), ("2025-02-10", "got")]),
        ("The mill was sold in 1998. Workers protested.", [("1998", "sold")]),
        ("Crews cleared the fabled 11th century temple.", []),
    ],
)
def test_what_is_told_again_is_dated(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


# ---- stamps -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The rest must wait. February 2, 2025 at 1:28 pm | First of all I left the party. I walked home.",
        "Thanks. 7:01 pm ET February 2, 2025 RETWEET The bakers lost their shop.",
        "Long ago the mill was sold. (Update 3 p.m. Oslo, 9 a.m. ET) Two planes left for the island.",
        "The road is open. Updated: 3:15 p.m. A crew of six mended the bridge.",
        "The road is open. (7:55 p.m. Monday ET, 1:55 a.m. Tuesday in Oslo) The bakers lost their shop.",
        "The road is shut. Posted by Ann Lee at 10:48 AM | Comments",
        "HOLM | Mon Feb 10, 2025 11:45 am EST HOLM - Many passengers who flew to the island took fever reducers.",
        "Talks End Aired February 2, 2025 - 16:00 ET This is a rush transcript. The mayor was arrested.",
    ],
)
def test_the_stamp_of_a_comment_or_an_update_dates_nothing(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2025-02-02 14:05 | The operator closed the valve.", ("2025-02-02T14:05:00", "closed")),
        ("The list was updated at 3 p.m. on Monday.", ("2025-02-10T15:00:00", "updated")),
        ("The list was posted by Ann Lee at 10:48 AM.", ("2025-02-11T10:48:00", "posted")),
        ("(14:05) Police arrived at the house.", ("2025-02-11T14:05:00", "arrived")),
        ("(7:55 p.m. Monday ET, 1:55 a.m. Tuesday in Oslo) Two planes left on Sunday.", ("2025-02-09", "left")),
        ("February 2, 2025 at 1:28 pm, the operator closed the valve.", ("2025-02-02T13:28:00", "closed")),
    ],
)
def test_the_hour_of_a_log_or_a_sentence_is_no_stamp(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


# ---- participles that tell how a thing is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten died in clashes that occurred on Friday in Dafna, outside the hotly contested city of Lind.", "occurred"),
        ("On Friday the army announced measures geared toward calm.", "announced"),
        ("For the first time since violence erupted on Friday, men opposed to her let no one in.", "erupted"),
        ("Norland 's armed militia are here since the army left on Friday.", "left"),
        ("The police arrested nine alleged spies on Friday.", "arrested"),
        ("A gunman armed with a knife robbed a bank on Friday.", "robbed"),
        ("Some reluctantly accepted the terms on Friday.", "accepted"),
        ("On Friday they agreed to let aid reach the worst affected areas.", "agreed"),
    ],
)
def test_how_a_thing_is_gives_no_event(text: str, wanted: str) -> None:
    assert [trigger for _, trigger in told(text)] == [wanted]


def test_a_saying_that_only_tells_when_makes_nothing_alleged() -> None:
    fame, held = "She won fame in 2019 when she accused the mayor of theft.", "In 2019 he fled, police alleged."
    assert [event.modality for event in events(fame)][:1] == [Modality.HAPPENED]
    assert [event.modality for event in events(held)][:1] == [Modality.ALLEGED]


def test_the_day_of_what_is_held_each_week_is_that_of_what_follows_it() -> None:
    assert told("Thousands marched after Friday prayers in Lind.") == [("2025-02-07", "marched")]
    assert told("Thousands marched after Friday in Lind.") == [("2025-02-08/..", "marched")]


def test_the_time_of_an_amount_compared_with_dates_nothing() -> None:
    assert told("Revenue rose to 412 million, compared with £381 million in 2023.") == []
    assert told("Net income was 31.2 million, compared with a loss of 4.5 million in 2023.") == []
    assert told("It lost 3 million in 2023, compared with a profit of 9 million a year earlier.") == [("2023", "lost")]
    assert told("Sales fell in May compared with the same month of 2023.") == [("2024-05", "fell")]
    assert told("The copy was compared with the original in 2023.") == [("2023", "compared")]
    assert told("The deal was widely compared with the old one in 2023.") == [("2023", "compared")]
    assert told("It sold more than 5 million cars in 2023.") == [("2023", "sold")]


def test_the_comma_of_a_number_parts_nothing() -> None:
    assert told("We shipped our 10,000th picking arm in August.") == [("2024-08", "shipped")]


def test_what_is_expected_of_a_time_that_is_not_over_is_a_plan() -> None:
    text = "The company expects revenue of 430 million dollars for the fourth quarter."
    (event,) = events(text, published="2025-11-06")
    assert (event.provenance.trigger.of(text), event.modality) == ("expects", Modality.PLANNED)


def test_what_is_to_come_is_told_by_the_adjective_before_its_time() -> None:
    paid = [("2024-12-16", "payable")]
    assert told("The Board declared a dividend, payable on December 16.", published="2024-10-29") == paid
    assert told("The Board declared a dividend payable on December 16.", published="2024-10-29") == paid
    assert told("The council published a report due on December 16.", published="2024-10-29") == [("2024-12-16", "due")]


def test_who_is_left_behind_is_told_of_the_day_of_the_death() -> None:
    text = "The mayor of Tarn died on Sunday. A crowd met on Monday. She leaves behind two sons."
    assert asked_of(text, "leaves") == "2025-02-09"
    assert asked_of("The mayor of Tarn left on Sunday. She leaves behind two sons.", "leaves") == "2025-02-11"


def asked_of(text: str, word: str) -> str | None:
    start = text.rindex(word)
    article = Article("a", text, Published("2025-02-11", "user"), (Block("body", Span(0, len(text))),))
    return dates_of(article, [Span(start, start + len(word))])[0].value


# ---- what a rule must leave alone ---------------------------------------------------------------------------------


def sure(text: str) -> list[tuple[str, str, str]]:
    return [(event.edtf, event.provenance.trigger.of(text), event.modality.value) for event in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote will not be postponed until May.", ("2025-05", "postponed", "denied")),
        ("The minister denied that the vote had been delayed until May.", ("2025-05", "delayed", "denied")),
        ("He had no plans to delay the vote until March.", ("2025-03", "delay", "denied")),
        ("The vote was never postponed until 2019.", ("2019", "postponed", "denied")),
    ],
)
def test_a_denied_putting_off_is_no_plan(text: str, expected: tuple[str, str, str]) -> None:
    assert sure(text) == [expected]


def test_what_is_put_off_to_two_days_is_two_events() -> None:
    for text in (
        "The hearing was adjourned on Monday until 3 March and 5 March.",
        "The curfew was extended on Sunday until 3 March and 5 March.",
    ):
        found = events(text)
        assert [event.edtf for event in found][1:] == ["2025-03-03", "2025-03-05"]
        assert len({event.id for event in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boy with no name worked there until 1990.", "../1990-12-31"),
        ("A man with no licence drove the bus until Monday.", "../2025-02-10"),
        ("Not far from the border, troops fought until Monday.", "../2025-02-10"),
        ("Never a quiet man, he worked there until 1990.", "../1990-12-31"),
        ("The ceasefire did not hold until Friday.", "../2025-02-07"),
        ("The family did not keep the farm until 1990.", "../1990-12-31"),
        ("She did not hold the post until 2020, as claimed.", "../2020-12-31"),
        ("The building did not stand until 1900.", "../1900-12-31"),
        ("He did not serve until 1990.", "../1990-12-31"),
        ("The pact did not run until 2020.", "../2020-12-31"),
        ("The food will not suffice until March.", "../2025-03-31"),
        ("The patient will not make it until Friday.", "../2025-02-14"),
        ("No truce lasted until May.", "../2024-05-31"),
        ("Police had not examined it until Monday.", "2025-02-10"),
        ("The road is not expected to reopen until March.", "2025-03"),
        ("The mill wasn't to begin work until 1993.", "1993"),
        ("They did not know of it until Monday.", "2025-02-10"),
        ("Nobody worked there until 1990.", "1990"),
        ("The shop never opened until 1990.", "1990"),
        ("The name was not used until 1990.", "1990"),
        ("He did not marry until 1990.", "1990"),
        ("The road wasn't safe until 1990.", "1990"),
    ],
)
def test_only_what_is_itself_denied_begins_behind_until(text: str, expected: str) -> None:
    assert [event.edtf for event in events(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday a bill that would ban the sale was introduced.",
        "Under a plan drawn up in 2009 the mill would close.",
        "In his 2011 budget, taxes would rise.",
        "In 2008 the bank would need a bailout, ministers feared.",
        "By the end of 2024 the economy would grow by 3 percent, forecasters thought.",
        "A year ago, such a deal would be unthinkable.",
    ],
)
def test_what_would_be_is_told_as_fact_of_a_time_long_gone_alone(text: str) -> None:
    assert [said for *_, said in sure(text)][:1] == ["planned"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was away from last month.", ["2025-01"]),
        ("The rule applies from last year.", ["2024"]),
        ("The law took effect from last month.", ["2025-01"]),
        ("They learned from last year's fire.", ["2024"]),
        ("Exports fell by a third to 12 million dollars from a year earlier.", []),
        ("Net profit was up 5% from a year ago.", []),
    ],
)
def test_only_what_rose_or_fell_is_measured_from_a_time(text: str, expected: list[str]) -> None:
    assert [event.edtf for event in events(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister spoke at 9 a.m. about the attack on Sunday.", "2025-02-11T09:00:00"),
        ("The bus left at 9 a.m. for a match on Saturday.", "2025-02-11T09:00:00"),
        ("He spoke in the evening about the fire on Sunday.", "2025-02-11"),
        ("The alarm went at 6 a.m., three hours after the funeral on Sunday.", "2025-02-11T06:00:00"),
        ("The fire broke out at 3 a.m. near the old port on Sunday.", "2025-02-09T03:00:00"),
        ("Agents took it in a pre-dawn raid on the owner's home on Sunday.", "2025-02-09"),
    ],
)
def test_a_time_of_day_is_of_the_day_behind_its_place(text: str, expected: str) -> None:
    assert events(text)[0].edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The paper first reported it on 5 May 2022. I spoke to her in November.", "2024-11"),
        ("The plant opened on 5 May 2020. We visited in December.", "2024-12"),
        ("The plant opened on 5 May 2020. It burned down in December.", "2020-12"),
    ],
)
def test_who_tells_a_story_does_not_go_on_in_its_year(text: str, expected: str) -> None:
    assert events(text)[-1].edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was cleared of taking bribes in December.", [("2024-12", "cleared")]),
        ("He was jailed for spying in January.", [("2025-01", "jailed")]),
        ("He was convicted of robbing a bank in the court in January.", [("2025-01", "convicted")]),
        ("He was convicted of robbing a bank in 2025.", [("2025", "convicted")]),
        ("He was acquitted of spying in January.", [("2025-01", "acquitted")]),
        ("He was acquitted of spying in 2019.", [("2019", "acquitted")]),
        ("The vote is set for three days from Monday.", [("2025-02-20", "set")]),
        ("The vote is planned for two weeks from Saturday.", [("2025-03-01", "planned")]),
        ("The vote is scheduled for ten days from Monday.", [("2025-02-27", "scheduled")]),
        ("He was suspended for three days from Monday.", [("2025-02-17/2025-02-19", "suspended")]),
        ("Ships left for January delivery.", [("2025-01", "left")]),
        ("The company paid for May shipment of the engines.", [("2024-05", "paid")]),
        ("Crude for April delivery fell.", []),
        ("The commemoration of 3 March drew thousands.", [("2025-03-03", "drew")]),
        ("They held a commemoration of D-Day on Monday.", [("2025-02-10", "held")]),
        ("A party for Sunday", [("2025-02-09", "party")]),
        ("War crimes trial for March 3", [("2025-03-03", "crimes")]),
        ("Police ready for Sunday", [("2025-02-09", "ready")]),
        ("Crash toll for Sunday", []),
    ],
)
def test_a_time_stays_with_what_it_is_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wants to run again after losing in 2020.", ("2020", "losing", "happened")),
        ("He hoped to not only win in March.", ("2025-03", "win", "planned")),
        ("He hoped to never win in March.", ("2025-03", "win", "denied")),
    ],
)
def test_what_stands_beside_a_plan_is_judged_by_itself(text: str, expected: tuple[str, str, str]) -> None:
    assert sure(text) == [expected]


def test_who_leaves_something_behind_need_not_have_died() -> None:
    assert asked_of("The mayor died on Sunday. The storm leaves behind ruin.", "leaves") == "2025-02-11"
    assert asked_of("Ann Lind died on Sunday. Lind leaves behind a mill.", "leaves") == "2025-02-09"
    assert asked_of("Ann Lind, 78, died on Sunday. Lind is survived by two sons.", "survived") == "2025-02-09"


def test_a_noun_behind_a_verb_or_before_a_noun_has_no_day_of_a_genitive() -> None:
    for text, noun in (
        ("Monday's statement said fire crews were late.", "fire"),
        ("Friday's paper said crash victims were old.", "crash"),
        ("Sunday's crowd saw match balls.", "match"),
    ):
        article = Article("a", text, Published("2010-01-22", "user"), (Block("body", Span(0, len(text))),))
        start = text.index(noun)
        assert dates_of(article, [Span(start, start + len(noun))])[0].basis == "inherited"
    assert asked_of("Monday's deadly bus crash hurt two.", "crash") == "2025-02-10"
    assert asked_of("The vote on Tuesday was lost. Monday's long planned vote was lost.", "vote") == "2025-02-10"

"""A chat is cut into its messages; their stamps and senders tell nothing. Plays, interviews and lists are none."""

from __future__ import annotations

import json

import pytest

from timeline.model import Article, Domain, Timeline
from timeline.pipeline import timeline_of
from timeline.reading import Hints, dated, read_bytes

TALK = (
    "anna: hey who is in for the hike\nben: me! saturday works\n"
    "[18:03] anna: moved to sunday pls\n[18:04] ben: fine. lets meet sat at 11\n"
)
HEADED = "Date: 2026-04-08 18:30\n\n" + TALK
EXPORT = (
    "08/04/2026, 18:00 - Messages are encrypted.\n"
    "08/04/2026, 18:01 - Anna Reed: Meet on Sunday\n"
    "08/04/2026, 18:02 - +44 7700 900123: At 11 then\n"
    "08/04/2026, 18:03 - Anna Reed: I saw the lake on Friday\nand it was cold\n"
)


def article(text: str, name: str = "talk.txt", hints: Hints | None = None) -> Article:
    (found,) = read_bytes(text.encode(), name, hints or Hints())
    assert isinstance(found, Article), found
    return found


def blocks(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(found.text)) for block in found.blocks]


def events(found: Timeline) -> list[tuple[str, str]]:
    return [(event.quote, event.label) for event in found.events]


CHATS = {
    "names": "anna: hey who is in\nben: me! saturday works\nanna: see you there\n",
    "names in capitals": "Anna: hey who is in\nBen: me! saturday works\nAnna: see you there\n",
    "clock in brackets": "[18:03] Anna: Moved to Sunday.\n[18:04] Ben: Fine.\n[18:05] Anna: Good.\n",
    "clock": "18:03 anna: hi all\n18:04 ben: hello\n18:06 cara: see you tomorrow\n",
    "one sender, stamps": "[18:03] anna: hi\n[18:04] anna: anyone?\n[18:05] anna: tomorrow then\n",
    "export": EXPORT,
    "export in brackets": (
        "[08.04.26, 18:01:22] Anna: Hi\n\u200e[08.04.26, 18:01:25] Ben: image omitted\n[08.04.26, 18:02:22] Anna: Ok\n"
    ),
    "half of the day": (
        "4/8/26, 6:01\u202fPM - Anna: On Sunday?\n4/8/26, 6:02\u202fPM - Ben: Yes\n4/8/26, 6:04\u202fPM - Anna: Ok\n"
    ),
    "angles": "<anna> Hi all\n<ben> Hello\n<anna> We meet tomorrow\n",
    "clock and angles": "[18:01] <anna> Hi all\n[18:02] <ben> Hello\n[18:10] <anna> We meet tomorrow\n",
    "header": HEADED,
}
OTHERS = {
    "two messages": "anna: hey who is in\nben: me! saturday works\n",
    "less than half": "anna: hey\nben: me\nanna: ok\n" + "The hike was moved to Sunday by the club.\n" * 4,
    "one sender, no stamps": "anna: hey who is in\nanna: me! saturday works\nanna: see you there\n",
    "play": "Corin: The weir is gone.\nPhebe: Who says so?\nCorin: I do.\nPhebe: Then go and see.\n",
    "transcript": "JANE DOE, HOST: Welcome.\nDOE: You know, today.\nREED: yeah.\nDOE: and then?\nREED: in May.\n",
    "interview": "Q: when did it begin?\nA: in may.\nQ: who was there?\nA: all of us.\n",
    "interview with names": "Interviewer: what happened?\nReed: we left.\nInterviewer: and then?\nReed: I wrote.\n",
    "labels": "Date: 8 April 2026\nPlace: town hall\nAgenda: roads\n",
    "labels, twice": "Date: 8 April\nPlace: hall\nAgenda: roads\nDate: 9 April\nPlace: school\nAgenda: roads\n",
    "prices": "adults: five\nkids: two\ndogs: free\n",
    "records": "name: weir\nversion: 1\nname: lock\nversion: 2\n",
    "records of three": "colour: red\nsize: small\nshape: round\n" * 2,
    "settings": "weir {\n  colour: red\n  size: small\n}\nlock {\n  colour: blue\n  size: small\n}\n",
    "timetable": "09:00 Opening: the mayor\n09:30 Music: harbour band\n10:15 Games: for all\n11:00 Music: choir\n",
    "recording": "[00:01] Jane: Welcome.\n[00:09] John: Thank you.\n[00:17] Jane: When was it?\n",
    "log": "2026-04-08 18:01:22 INFO: started\n2026-04-08 18:01:23 ERROR: no disk\n2026-04-08 18:01:27 INFO: over\n",
    "prose": "He said: no.\nShe said: yes.\nHe said: go.\n",
}


@pytest.mark.parametrize("name", CHATS)
def test_a_chat_is_colloquial_and_each_character_is_in_one_block(name: str) -> None:
    found = article(CHATS[name])
    assert found.domain is Domain.COLLOQUIAL
    assert found.title is None
    assert any(note.startswith("read as a chat of ") for note in found.notes)
    places = [place for block in found.blocks for place in range(*block.span)]
    assert places == sorted(set(places))
    assert {place for place, letter in enumerate(found.text) if not letter.isspace()} <= set(places)


@pytest.mark.parametrize("name", OTHERS)
def test_no_chat(name: str) -> None:
    assert not any(note.startswith("read as a chat") for note in article(OTHERS[name]).notes)


def test_each_message_is_a_paragraph_behind_its_front() -> None:
    assert blocks(article(HEADED)) == [
        ("header", "Date: 2026-04-08 18:30"),
        ("byline", "anna:"),
        ("body", "hey who is in for the hike"),
        ("byline", "ben:"),
        ("body", "me! saturday works"),
        ("byline", "[18:03] anna:"),
        ("body", "moved to sunday pls"),
        ("byline", "[18:04] ben:"),
        ("body", "fine. lets meet sat at 11"),
    ]


def test_what_an_export_tells_itself_and_further_lines_of_a_message() -> None:
    assert blocks(article(EXPORT)) == [
        ("byline", "08/04/2026, 18:00 -"),
        ("body", "Messages are encrypted."),
        ("byline", "08/04/2026, 18:01 - Anna Reed:"),
        ("body", "Meet on Sunday"),
        ("byline", "08/04/2026, 18:02 - +44 7700 900123:"),
        ("body", "At 11 then"),
        ("byline", "08/04/2026, 18:03 - Anna Reed:"),
        ("body", "I saw the lake on Friday"),
        ("body", "and it was cold"),
    ]


def test_a_stamp_gives_no_event_and_its_fate_is_told() -> None:
    found = timeline_of(article(HEADED))
    assert events(found) == [
        ("me! saturday works", "Sat 11 Apr 2026"),
        ("moved to sunday pls", "Sun 12 Apr 2026"),
        ("fine. lets meet sat at 11", "Sat 11 Apr 2026, 11:00"),
    ]
    stamps = [fate for fate in found.fates if fate.timex.mention.span.of(found.article.text) in ("18:03", "18:04")]
    assert [(fate.outcome, fate.reason) for fate in stamps] == [("unused", "in the line that names the author")] * 2


def test_a_time_never_runs_on_into_the_next_stamp() -> None:
    text = "18:01 anna: we meet on sunday at\n18:02 ben: i left on friday at\n18:04 anna: see you\n"
    found = timeline_of(article(text, hints=Hints(published="2026-04-08")))
    assert [label for _, label in events(found)] == ["Sun 12 Apr 2026", "Fri 3 Apr 2026"]


def test_stamps_with_dates_date_nothing_and_a_note_says_how_to_give_the_day() -> None:
    told = "the messages carry dates of their own, which date no event yet: give the day with --published DATE"
    found = article(EXPORT)
    assert found.published is None
    assert told in found.notes
    assert all(event.interval is None for event in timeline_of(found).events)
    given = dated(found, "2026-04-08")
    assert told not in given.notes
    assert given.domain is Domain.COLLOQUIAL
    assert told not in article(EXPORT, hints=Hints(published="2026-04-08")).notes
    assert told not in article(HEADED).notes


@pytest.mark.parametrize("name", CHATS)
def test_names_and_stamps_do_not_hide_the_language(name: str) -> None:
    assert article(CHATS[name]).lang == "en"


def test_the_domain_given_wins() -> None:
    assert article(HEADED, hints=Hints(domain="news")).domain is Domain.NEWS


def test_json_lines_are_chats_where_no_domain_is_named() -> None:
    line = {"text": TALK, "published": "2026-04-08"}
    found = article(json.dumps(line) + "\n", "a.jsonl")
    assert (found.domain, found.blocks[0].kind) == (Domain.COLLOQUIAL, "byline")
    for said, hints in (({"domain": "news"}, Hints()), ({}, Hints(domain="news"))):
        plain = article(json.dumps({**line, **said}) + "\n", "a.jsonl", hints)
        assert plain.domain is Domain.NEWS
        assert {block.kind for block in plain.blocks} == {"body"}

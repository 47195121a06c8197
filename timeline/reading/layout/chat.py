"""A text in, the messages of a chat out: where each begins, and the stamp and the sender's name in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.model import Span
from timeline.reading.layout.domain import CHATTY
from timeline.reading.layout.labels import is_label
from timeline.reading.layout.paragraphs import Paragraph, paragraphs_of

OWN_DATES = "the messages carry dates of their own, which date no event yet: give the day with --published DATE"
_LOOKED_AT = 4_000  # characters in which a chat shows itself
_LEAST_MESSAGES = 3
_MARKS = "[\u200e\u200f\ufeff \\t]{0,8}"  # of direction, which an export puts in front of a line
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?)?"
_STAMP = rf"(?P<open>\[)?(?:(?P<date>{_DATE}),?[ \t]+)?{_CLOCK}(?(open)\])(?P<dash>[ \t]+[-–])?"
_WORD = r"[^\W\d_][\w'’.-]{0,30}"
_SENDER = rf"(?P<sender>{_WORD}(?:[ ][\w'’.()-]+){{0,3}}|\+\d[\d ()-]{{5,20}}):"
_LINE = re.compile(
    rf"^{_MARKS}(?P<stamp>{_STAMP}(?:[ \t]+|$))?{_MARKS}(?:<(?P<angled>{_WORD})>|{_SENDER})?(?=[ \t\n]|$|(?<=[ \t]))",
    re.MULTILINE | re.IGNORECASE,
)
# Words that head the lines of a list, a record or an interview; those of a text's head are known (`is_label`).
_HEAD_WORDS = (
    "place venue where when who what why how which host cost price tickets agenda contact note notes nb ps warning"
    " tip question answer interviewer interviewee moderator narrator speaker phone tel fax email mail website name age"
    " version description status result results summary background details deadline start end begin doors address"
    " break lunch dinner breakfast coffee talk talks keynote panel opening closing session workshop welcome"
    " registration info error debug warn fatal trace yes no act scene chorus monday tuesday wednesday thursday friday"
    " saturday sunday january february march july august september october november december"
)
_HEADS = frozenset(_HEAD_WORDS.split())


class _Message(NamedTuple):
    """A line that may be a message; `front` is what stands before its words, empty where it is only more of one."""

    front: Span
    words: str
    sender: str
    stamp: re.Match[str] | None
    angled: bool


class Chat(NamedTuple):
    """The paragraphs of a chat, and the kinds of its messages' own by their start.

    head   how many paragraphs stand before the first message
    size   how many messages it has
    dated  their stamps carry dates
    """

    paragraphs: tuple[Paragraph, ...]
    kinds: dict[int, str]
    head: int
    size: int
    dated: bool


def read_chat(text: str, begin: int = 0) -> Chat | None:
    """Cut a chat into its messages, from an offset on; None when the text is none."""
    window = text[begin : begin + _LOOKED_AT]
    lines = sum(not line.isspace() for line in window.splitlines() if line)
    if not _may_be_chat(window, lines):
        return None
    looked = list(_messages(window, 0))
    if not _is_chat([each for each in looked if _counts(each)], lines):
        return None
    messages = [each for each in _messages(text, begin) if each.stamp or not _is_head(each.sender)]
    head = list(paragraphs_of(text, begin, messages[0].front.start))
    told: list[Paragraph] = []
    kinds: dict[int, str] = {}
    for each, following in zip(messages, [*(other.front.start for other in messages[1:]), len(text)], strict=True):
        words = list(paragraphs_of(text, each.front.end, following))
        told += [Paragraph(each.front, False), *words]
        kinds |= {each.front.start: "byline", **{paragraph.span.start: "body" for paragraph in words}}
    dated = any(each.stamp and each.stamp["date"] for each in messages)
    return Chat((*head, *told), kinds, len(head), sum(bool(each.sender) for each in messages), dated)


def _messages(text: str, begin: int) -> Iterator[_Message]:
    """Yield the lines that have a front; a stamp alone is one where an export sets it apart (`[18:03] ben left`)."""
    for match in _LINE.finditer(text, begin):
        sender = match["angled"] or match["sender"] or ""
        apart = match["stamp"] and (match["open"] or (match["date"] and match["dash"]))
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        indented = start > match.start() and not match["angled"]
        if not (sender or apart) or (not match["stamp"] and (" " in sender or indented)):
            continue
        end_of_line = text.find("\n", match.end())
        rest = text[match.end() : end_of_line if end_of_line >= 0 else len(text)].strip()
        stamp = match if match["stamp"] else None
        yield _Message(Span(start, match.start() + len(words.rstrip())), rest, sender, stamp, bool(match["angled"]))


def _counts(each: _Message) -> bool:
    """Say whether a line speaks for a chat: transcripts and plays shout their speakers, lists have known heads."""
    name = each.sender
    if not name or not each.words or _is_head(name):
        return False
    shouted = name.isupper() and len(name) > 1
    return each.angled or (not shouted and (each.stamp is not None or 2 <= len(name) <= 20))


def _is_head(name: str) -> bool:
    return is_label(name) or name.lower() in _HEADS


def _may_be_chat(window: str, lines: int) -> bool:
    """Say whether there are marks of senders enough for a chat, which is faster told than which are senders."""
    return _are_enough(window.count(":") + window.count("<"), lines)


def _are_enough(messages: int, lines: int) -> bool:
    return messages >= _LEAST_MESSAGES and messages * 2 >= lines


def _is_chat(messages: Sequence[_Message], lines: int) -> bool:
    count = len(messages)
    if not _are_enough(count, lines):
        return False
    stamps = [each.stamp for each in messages if each.stamp]
    speakers = {each.sender.lower() for each in messages}
    if len(speakers) < 2 and len(stamps) < count:
        return False
    if any("</" in each.words for each in messages if each.angled):
        return False  # markup
    if sum(each.angled or _is_export(each.stamp) for each in messages) * 2 >= count:
        return True
    returns = len(speakers) < count
    if len(stamps) < count and (not returns or _is_record([each.sender for each in messages])):
        return False
    if stamps and _is_timetable(stamps, returns):
        return False
    talk = sum(_is_talk(each) or (each.stamp is not None and each.stamp["open"] is not None) for each in messages)
    return talk * 2 >= count


def _is_record(names: Sequence[str]) -> bool:
    """Say whether three names or more come again and again in one order, as the fields of records do."""
    turn = len(set(names))
    return turn > 2 and len(names) >= 2 * turn and all(name == names[at % turn] for at, name in enumerate(names))


def _is_timetable(stamps: Sequence[re.Match[str]], returns: bool) -> bool:
    """Say whether times are a programme's, all on the five minutes, or the counter of a recording, from zero on."""
    if int(stamps[0]["hour"]) == 0:
        return True
    apart = returns and all(stamp["open"] for stamp in stamps)
    return not apart and all(int(stamp["minute"]) % 5 == 0 for stamp in stamps)


def _is_export(stamp: re.Match[str] | None) -> bool:
    """Say whether a stamp has a date and is set apart, as what exports a chat writes it."""
    return stamp is not None and bool(stamp["date"] and (stamp["open"] or stamp["dash"]))


def _is_talk(each: _Message) -> bool:
    """Say whether somebody writes as one does in a chat: the name or the words in lower case, or marks of a message."""
    return each.sender[0].islower() or each.words[0].islower() or CHATTY.search(each.words) is not None

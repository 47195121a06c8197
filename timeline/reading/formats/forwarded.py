"""The body of a message in, its parts out: what its writer wrote, and each message that was forwarded below."""

from __future__ import annotations

import re

from timeline.reading.layout.paragraphs import paragraphs_of

_NAMES = (
    r"forwarded message|original message|begin forwarded message|weitergeleitete nachricht|ursprüngliche nachricht"
    r"|original-nachricht|message transféré|message d'origine|mensaje reenviado|mensaje original|mensagem encaminhada"
    r"|mensagem original|messaggio inoltrato|messaggio originale|doorgestuurd bericht|oorspronkelijk bericht"
    r"|пересылаемое сообщение|исходное сообщение|пересланное сообщение|wiadomość oryginalna|przekazana wiadomość"
)
_MARK = re.compile(
    rf"^[> \t]*(?:-{{2,}}[ \t]*(?:{_NAMES})[ \t]*-{{2,}}|(?:{_NAMES}):)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_QUOTED = re.compile(r"^[ \t]*> ?", re.MULTILINE)
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|В|Em|Dnia)\b[^\n]{5,200}(?:\n[^\n]{0,100})?"
    r"(?:wrote|schrieb[^\n:]{0,80}|a écrit|escribió|escreveu|scritto|schreef|пишет|написала?|napisała?)\s*:$"
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def parts_of(body: str) -> list[str]:
    """Part a body at the lines that open a forwarded message; the first part is the writer's own, maybe empty."""
    marks = list(_MARK.finditer(body))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(body)]
    own, *others = (body[start:end] for start, end in zip(starts, ends, strict=True))
    return [own, *(part for part in map(_unquoted, others) if part.strip())]


def quoted_paragraphs(text: str) -> dict[int, str]:
    """Give by their start the paragraphs that another wrote (an answer quotes them) or that are a signature."""
    signature = _SIGNATURE.search(text)
    kinds: dict[int, str] = {}
    for span, _ in paragraphs_of(text):
        words = span.of(text)
        if words.startswith(">") or _WROTE.fullmatch(words):
            kinds[span.start] = "related"
        elif signature and span.start >= signature.start():
            kinds[span.start] = "boilerplate"
    return kinds


def _unquoted(part: str) -> str:
    """Take one `>` off each line, where each line has one."""
    lines = [line for line in part.split("\n") if line.strip()]
    quoted = bool(lines) and all(line.lstrip().startswith(">") for line in lines)
    return _QUOTED.sub("", part) if quoted else part

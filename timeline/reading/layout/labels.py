"""A line in, its labelled fields out: "Published: 09:33, February 11, 2025 | By Xinhua" in the forms people write."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.model import Span

# key -> the labels that mean it, in the languages we have met; matched without regard to case
_LABELS = {
    "published": (
        "published|published on|published at|published date|publish date|publication date|publication time"
        "|publish time"
        "|date published|date of publication|first published|originally published|pub date|pubdate"
        "|release date|released"
        "|posted|posted on|posted at|date posted|date|dated|dateline|date and time|datetime|issued|issue date|created"
        "|created on|date created|published online|online since|filed|filed on|air date|sent"
        "|veröffentlicht|veröffentlicht am|erschienen|erschienen am|datum|publié|publié le|publiée le|paru le"
        "|date de publication|mis en ligne le|publicado|publicado el|publicado em|publicada el|fecha"
        "|fecha de publicación"
        "|data|data de publicação|data di pubblicazione|pubblicato|pubblicato il|gepubliceerd"
        "|gepubliceerd op|geplaatst op"
        "|opublikowano|data publikacji|publicerad|publicerat|publisert|udgivet|offentliggjort|julkaistu|yayınlanma"
        "|yayınlanma tarihi|tarih|publikováno|megjelent|опубликовано|дата публикации|дата|опубліковано"
        "|发布时间|发表时间|发布于|发表于|时间|日期|公開日|公開|掲載日|配信|입력|تاريخ النشر|نشر في|نُشر في|تاريخ"
    ),
    "updated": (
        "updated|updated on|updated at|last updated|last updated on|last updated at|last update|update|modified"
        "|last modified|date modified|revised|aktualisiert|aktualisiert am|stand|mis à jour|mis à jour le|actualizado"
        "|actualizado el|atualizado|atualizado em|aggiornato|aggiornato il|bijgewerkt|bijgewerkt op"
        "|обновлено|更新时间|更新|수정"
    ),
    "title": "title|headline|subject|heading|titel|titre|título|titolo|заголовок|标题|題名",
    "source": (
        "source|publisher|publication|outlet|agency|newspaper|site|sitename|site name|quelle|fuente|fonte"
        "|bron|источник"
        "|来源|來源|出典|المصدر"
    ),
    "url": "url|link|permalink|web|address|canonical|original url|source url",
    "domain": "domain|genre",
    "lang": "lang|language|sprache|langue|idioma|lingua|taal|язык",
    "author": "author|authors|byline|writer|reporter|autor|auteur|autore|автор|作者|from",
    "other": (
        "category|categories|section|tags|tag|keywords|topic|topics|location|editor|edited by|to|cc|reply-to|id|guid"
        "|content-type|mime-version|content-transfer-encoding|message-id|type|layout|slug|image"
        "|byline title|desk|priority|word count|words|length|page|edition|time|accessed|retrieved|archived|crawled"
    ),
}
_KEYS = {label: key for key, labels in _LABELS.items() for label in labels.split("|")}
_ALTERNATION = "|".join(sorted((re.escape(label) for label in _KEYS), key=len, reverse=True))
_LEAD = r"[\s>*_#•-]{0,6}"
_WITH_COLON = re.compile(rf"{_LEAD}(?P<label>{_ALTERNATION})[*_]{{0,3}}\s{{0,3}}[:：=]\s*[*_]{{0,3}}\s*", re.IGNORECASE)
_BARE = re.compile(rf"{_LEAD}(?P<label>{_ALTERNATION})[*_]{{0,3}}(?:\s*[-–—]\s+|\s+|(?=\d))", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·]\s*|\t+|\s{2,}")
_VALUE_ENDS = re.compile(
    r"\s*(?:[,;/]\s*)?(?:\b(?:last\s+)?(?:updated|modified|by)\b|[(\[]\s*(?:last\s+)?(?:updated|modified)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av|автор:?|文[/／])\s+(?P<name>\S.{1,90})", re.IGNORECASE)
_SMALL_NAMES = (
    "and of the for in at de la du van von der den del di da y e et und with bin al el to contributing staff reporter"
    " correspondent writer editor special our own news desk"
)
_SMALL = frozenset(_SMALL_NAMES.split())


def is_label(words: str) -> bool:
    """Say whether words are a label that lines of a head begin with."""
    return words.lower() in _KEYS


class Field(NamedTuple):
    """A labelled value of a header line; the span covers the value in the line's own offsets.

    key   published | updated | title | source | url | domain | lang | author | other
    sure  the label has its colon; without one, only a value that is a date makes it a field
    """

    key: str
    value: str
    span: Span
    sure: bool


def read_field(line: str, start: int = 0) -> Field | None:
    """Read one `label: value` (or `label value`) as a field; None when no known label leads."""
    match = _WITH_COLON.match(line) or _BARE.match(line)
    if match is None:
        return None
    sure = match.re is _WITH_COLON
    key = _KEYS.get(match["label"].lower(), "other")
    if not sure and key not in ("published", "updated"):
        return None
    end = len(line.rstrip("*_ \t"))
    begin = min(match.end(), end)
    return Field(key, line[begin:end], Span(start + begin, start + end), sure)


def parts_of(line: str) -> tuple[tuple[str, int], ...]:
    """Split a line at `|`, dots and wide gaps into (part, offset in the line)."""
    parts: list[tuple[str, int]] = []
    begin = 0
    for gap in _PARTS.finditer(line):
        parts.append((line[begin : gap.start()], begin))
        begin = gap.end()
    parts.append((line[begin:], begin))
    return tuple((part, offset) for part, offset in parts if part)


def trimmed_value(value: str) -> str:
    """Cut what often follows a date on its line: an update, a writer."""
    return _VALUE_ENDS.sub("", value, count=1)


def read_byline(line: str) -> str | None:
    """Give the name of a byline ("By Jane Doe, Reuters"); None when the line is a sentence or a headline."""
    match = _BYLINE.fullmatch(line)
    if match is None or line[0].islower():
        return None
    name: str = match["name"].strip(" *_")
    if name.endswith((".", "?", "!", ":")) and not re.search(r"\b[A-Z]\.$", name):
        return None
    words = re.findall(r"[^\W\d_][\w'’.-]*", name)
    if not 1 <= len(words) <= 12 or not all(word[0].isupper() or word.lower() in _SMALL for word in words):
        return None
    return (
        None if re.search(r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", name.lower()) else name
    )


_HOUSE = re.compile(
    r"\b(?:press|wire|news|agency|agence|agentur|agencia|service|times|post|herald|tribune|gazette|journal|daily|media|"
    r"radio|tv|television|today|bulletin|chronicle|courier|dispatch|observer|telegraph|xinhua|reuters|afp|ap|dpa|tass|"
    r"bloomberg|ansa|efe|kyodo|yonhap|upi|pti|ians|ria|interfax|bbc|cnn|npr|nbc|cbs|abc|rte|aap|jiji|antara|bernama)\b",
    re.IGNORECASE,
)


_PAPER = re.compile(
    r"\b(?:weekly|monthly|magazine|review|standard|mail|globe|mirror|world|express|echo|argus|record|examiner|sentinel"
    r"|register|independent|guardian|almanac|letter|newspaper|online|star|sun|voice|report|institute)\b",
    re.IGNORECASE,
)


def source_of_byline(name: str) -> str | None:
    """Give the agency or paper a byline names, None for a person: "Xinhua", "Jane Doe, Reuters" -> Reuters."""
    last = re.split(r"\s*(?:[,/|(]|\bfor\b)\s*", name.rstrip(") "))[-1].strip()
    last = re.sub(r"^(?:the|in|at) ", "", last, flags=re.IGNORECASE)
    if _HOUSE.search(last) or (last == name and " " not in last) or (last != name and _PAPER.search(last)):
        return last or None
    return None

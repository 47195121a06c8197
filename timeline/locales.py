"""A text in which dates stand as labels write them goes in, the same dates as a reader's language writes them come out.

Labels are English wherever they are kept; a page may show them as its reader writes dates. Only dates, months, weekdays
and clock times are written anew. The words around them ("late", "since", "the 1990s") belong to the page, as does what
CLDR has no pattern for: days before our era or of five-digit years. What is quoted “so” is somebody's words and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.label import MONTHS, MONTHS_SHORT, WEEKDAYS

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_ASKED = 8  # languages of one reader that are looked for


class Piece(NamedTuple):
    """A part of a text: `lang` is the language tag of what was written anew, None where the text stayed as it was."""

    words: str
    lang: str | None = None


@lru_cache(maxsize=64)
def chosen(asked: tuple[str, ...]) -> str:
    """Choose the first of a reader's languages (BCP 47, best first) in which dates can be written; else English.

    Plain "en" is the English of the labels; "en-US" writes dates its own way.
    """
    for tag in asked[:_ASKED]:
        if tag.lower() == ENGLISH:
            break
        if _TAG.fullmatch(tag) and _locale(tag) is not None:
            return tag
    return ENGLISH


@lru_cache(maxsize=8_000)  # a page names the same few dates again and again
def written(text: str, lang: str, *, bare: bool = False) -> tuple[Piece, ...]:
    """Write the dates of a text in a language that `chosen` gave; `bare` also weekdays and months that stand alone."""
    locale = None if lang == ENGLISH else _locale(lang)
    if locale is None:
        return (Piece(text),)
    pieces, done = [], 0
    for found in (_BARE if bare else _DATES).finditer(text):
        words = None if found.lastgroup == "quoted" else _anew(found, locale)
        if words is not None and words != found[0]:
            pieces += [Piece(text[done : found.start()]), Piece(words, str(locale).replace("_", "-"))]
            done = found.end()
    return tuple(piece for piece in (*pieces, Piece(text[done:])) if piece.words)


@lru_cache(maxsize=64)
def _locale(tag: str) -> Locale | None:
    """Find what is known of a language; None when nothing is, or the extra is not installed."""
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError:
        return None
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


# ---- the forms that labels have ---------------------------------------------------------------------------------

_MONTH = f"(?:{'|'.join((*MONTHS, *MONTHS_SHORT))})"
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:AD \d{1,3}|\d{4})(?![\d\w]| BC)"
_NO_YEAR = r"(?! (?:AD )?\d)"


class _Form(NamedTuple):
    """A form of a date: its pattern, and what writes its groups in a language."""

    pattern: str
    write: Callable[[tuple[str, ...], Locale], str]


def _anew(found: re.Match[str], locale: Locale) -> str | None:
    """Write one date; None for a day that is in no calendar."""
    form = _FORMS[found.lastgroup or ""]
    groups = re.fullmatch(form.pattern, found[0])
    try:
        return form.write(groups.groups(default=""), locale) if groups else None
    except ValueError:
        return None


def _skeleton(fields: str, month: str) -> str:
    """Ask for the month in full where it stands so."""
    return fields if month in MONTHS_SHORT else fields.replace("MMM", "MMMM")


def _date(year: str, month: str, day: str = "1") -> date:
    number = MONTHS.index(month) if month in MONTHS else MONTHS_SHORT.index(month)
    return date(int(year.removeprefix("AD ")), number + 1, int(day))


def _format(value: date, fields: str, locale: Locale) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(fields, value, locale=locale)


def _between(first: date, last: date, fields: str, locale: Locale) -> str:
    from babel.dates import format_interval

    return format_interval(first, last, fields, locale=locale)


def _clock(groups: tuple[str, ...], locale: Locale) -> str:
    from babel.dates import format_time

    hour, minute, second = groups
    return format_time(time(int(hour), int(minute), int(second or 0)), "medium" if second else "short", locale=locale)


def _day(groups: tuple[str, ...], locale: Locale) -> str:
    weekday, day, month, year = groups
    return _format(_date(year, month, day), _skeleton("yMMMEd" if weekday else "yMMMd", month), locale)


def _days(groups: tuple[str, ...], locale: Locale) -> str:
    first, month, last, end_month, year = groups
    fields = _skeleton("yMMMd" if year else "MMMd", end_month)
    start, end = _date(year or "2000", month or end_month, first), _date(year or "2000", end_month, last)
    return _between(start, end, fields, locale)


def _era(groups: tuple[str, ...], locale: Locale) -> str:
    before, after = groups
    pattern = locale.datetime_skeletons["Gy"].pattern
    era = locale.eras["abbreviated"][0 if before else 1]
    filled = re.sub("y+|G+", lambda one: era if one[0][0] == "G" else before or after, pattern)
    return filled.replace("'", "")  # letters of its own a pattern sets in these


_FORMS = {
    "days": _Form(
        rf"(\d{{1,2}})(?: ({_MONTH}) – |–)(\d{{1,2}}) ({_MONTH})(?: ({_YEAR})|{_NO_YEAR})",
        _days,
    ),
    "months": _Form(
        rf"({_MONTH})–({_MONTH}) ({_YEAR})",
        lambda groups, locale: _between(_date(groups[2], groups[0]), _date(groups[2], groups[1]), "yMMM", locale),
    ),
    "day": _Form(rf"(?:({_WEEKDAY}) )?(\d{{1,2}}) ({_MONTH}) ({_YEAR})", _day),
    "month": _Form(
        rf"({_MONTH}) ({_YEAR})",
        lambda groups, locale: _format(_date(groups[1], groups[0]), _skeleton("yMMM", groups[0]), locale),
    ),
    "quarter": _Form(
        rf"Q([1-4]) ({_YEAR})",
        lambda groups, locale: _format(_date(groups[1], MONTHS[int(groups[0]) * 3 - 1]), "yQQQ", locale),
    ),
    "yearless": _Form(
        rf"(\d{{1,2}}) ({_MONTH})\b{_NO_YEAR}",
        lambda groups, locale: _format(_date("2000", groups[1], groups[0]), _skeleton("MMMd", groups[1]), locale),
    ),
    "clock": _Form(
        r"(?<![\d:])(\d\d):(\d\d)(?::(\d\d))?(?![\d:])",
        _clock,
    ),
    "era": _Form(r"(?<![A-Z][a-z][a-z] )(?<!\d)(?:(\d+) BC|AD (\d{1,3})(?![\d–]))", _era),
    "year": _Form(
        r"(?<![\d,.])(\d{4})(?![\d\w]| BC|–\d\d(?!\d))",
        lambda groups, locale: _format(date(int(groups[0]), 1, 1), "y", locale),
    ),
}
_ALONE = {
    "month_alone": _Form(
        rf"\b({'|'.join(MONTHS)})\b",
        lambda groups, locale: locale.months["stand-alone"]["wide"][MONTHS.index(groups[0]) + 1],
    ),
    "weekday_alone": _Form(
        rf"\b({_WEEKDAY})\b",
        lambda groups, locale: locale.days["stand-alone"]["abbreviated"][WEEKDAYS.index(groups[0])],
    ),
}


def _compiled(forms: Iterable[tuple[str, _Form]]) -> re.Pattern[str]:
    """Take the first form that fits, none inside a quotation; the groups of a form are looked at when it has fitted."""
    inner = (f"(?P<{name}>{re.sub(r'[(](?![?])', '(?:', form.pattern)})" for name, form in forms)
    return re.compile("|".join(("(?P<quoted>“[^”]*”)", *inner)))


_DATES = _compiled(_FORMS.items())
_BARE = _compiled((*_FORMS.items(), *_ALONE.items()))
_FORMS |= _ALONE

"""What a page says and shows of its date in, its claims out in the order of trust.

JSON-LD and meta elements; marked and named elements beside the headline; the laid-out text; what scripts hold; last,
where nothing of that speaks, what htmldate makes of the look of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.model import Span
from timeline.notation import parse_period
from timeline.reading.dates.claims import claim_of_url
from timeline.reading.dates.date_words import dates_in
from timeline.reading.dates.published import read_date
from timeline.reading.draft import Claim, Draft
from timeline.reading.pages.metadata import Said
from timeline.reading.pages.page_guess import guess_date
from timeline.reading.pages.shown_dates import Shown, Trust, shown_dates

_EMBEDDED = re.compile(
    r'"(?:date_?published|published_?(?:date|time|at|on)|publish_?(?:date|time|at)|pub_?date|publication_?date'
    r'|first_?published(?:_?(?:at|date))?|date_?created)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d[^"\\]{0,30})\\?"',
    re.IGNORECASE,
)
_BRITISH = (".uk", ".au", ".ie", ".nz", ".in", ".za", ".sg", ".hk", ".pk", ".ng", ".ke", ".mt", ".bd", ".lk", ".my")

_NEVER = ("1970-01-01", "0001-01-01", "0000-00-00")  # what programs write for no date at all
_SHORT = 60  # characters of a line that is little more than a date

Languages = tuple[str, ...] | None


def dating_language(lang: str | None, url: str | None) -> str | None:
    """Give the language for reading dates: a page of a country that writes the day first says so by its address."""
    host = re.match(r"https?://([^/:?#]+)", url or "")
    if lang and lang.lower() in ("en", "en-us", "en_us") and host and host[1].lower().endswith(_BRITISH):
        return "en-GB"
    return lang


def claims_of_page(page: str, said: Said, draft: Draft, url: str | None, languages: Languages) -> tuple[Claim, ...]:
    """Gather the claims of a page; `draft` is its text as laid out, whose first lines may hold a date."""
    stated = [_readable(claim, languages) for claim in said.claims if not claim.words.startswith(_NEVER)]
    days = {day for claim in stated if claim.rung is None and (day := _day(claim.words, languages))}
    labelled, bare, updates = _of_text(draft)
    shown = shown_dates(page)
    sure = _claims_of(shown, (Trust.MARKED, Trust.SURE), languages)
    beside = [claim for claim in bare if _near(_day(claim.words, languages), days)]
    seen = [*_agreeing(bare, sure, languages), *sure, *bare]
    vague = [claim for claim in stated if claim.rung == "shown"]
    firm = [claim for claim in stated if claim.rung != "shown"]
    claims = [*labelled, *beside, *firm, *(claim for claim in seen if claim not in beside), *vague]
    if not any(claim.rung in (None, "shown") for claim in claims) and claim_of_url(url) is None:
        claims += _guesses(page, draft, shown, url, languages)
    changes = _claims_of(shown, (Trust.CHANGE,), languages, rung="made")
    datelines = [claim for claim in draft.claims if claim.basis == "dateline"]
    return tuple(dict.fromkeys((*claims, *datelines, *updates, *changes)))


def _of_text(draft: Draft) -> tuple[list[Claim], list[Claim], list[Claim]]:
    """Part the dates of the first lines: behind a label, bare on their line, of an update."""
    lines = {block.span.start for block in draft.blocks if block.kind == "dateline"}
    labelled: list[Claim] = []
    bare: list[Claim] = []
    updates: list[Claim] = []
    for claim in draft.claims:
        if claim.basis != "header":
            continue
        if claim.rung == "update":
            updates.append(claim._replace(rung="made"))
        elif claim.span and claim.span.start in lines:
            bare.append(claim._replace(rung="shown"))
        else:
            labelled.append(claim)
    return labelled, bare, updates


def _readable(claim: Claim, languages: Languages) -> Claim:
    """Cut a date out of what stands around it (`Published: 11.02.2025 | ...` in a meta element)."""
    if read_date(claim.words, languages) or read_date(claim.words):
        return claim
    return next((claim._replace(words=words) for words, _ in dates_in(claim.words, languages)), claim)


def _day(words: str, languages: Languages) -> str | None:
    reading = read_date(words, languages) or read_date(words)
    return reading.day if reading else None


def _near(day: str | None, days: Iterable[str]) -> bool:
    number = parse_period(day).number if day else 0
    return day is not None and any(abs(parse_period(other).number - number) <= 1 for other in days)


def _agreeing(bare: Sequence[Claim], sure: Sequence[Claim], languages: Languages) -> Iterator[Claim]:
    """Put the words of the text that say the same day first: they can be shown where they stand."""
    day = _day(sure[0].words, languages) if sure else None
    return (claim for claim in bare if day and _day(claim.words, languages) == day)


def _claims_of(shown: list[Shown], trusts: tuple[Trust, ...], languages: Languages, rung: str = "shown") -> list[Claim]:
    """Read shown dates: the marked first, those behind the headline before those above it, none from elsewhere."""
    found: list[tuple[Trust, bool, int, Claim]] = []
    for one in shown:
        if one.elsewhere or one.trust not in trusts:
            continue
        for words, _ in dates_in(one.words, languages):
            found.append((one.trust, not one.after_heading, len(found), Claim(words, "header", None, rung)))
            break
    found.sort()
    claims = [claim for _, _, _, claim in found]
    return claims[:1] if rung == "shown" else claims[:2]


def _short_lines(draft: Draft, languages: Languages) -> list[Claim]:
    """Find the date of a line like "Brennick, 11 February 2025"; several days are a list of something else."""
    found: dict[str, Claim] = {}
    for kind, span in draft.blocks:
        words = span.of(draft.text)
        if kind not in ("body", "byline") or len(words) > _SHORT or words.endswith((".", "?", "!")):
            continue
        for date, reading in dates_in(words, languages):
            start = span.start + words.find(date)
            where = Span(start, start + len(date)) if date in words else None
            found.setdefault(reading.day, Claim(date, "header", where, "shown"))
    return list(found.values()) if len(found) == 1 else []


def _guesses(page: str, draft: Draft, shown: list[Shown], url: str | None, languages: Languages) -> Iterator[Claim]:
    """Look where dates stand less surely: bylines, scripts, lines of their own, the look of the page."""
    maybe = _claims_of(shown, (Trust.MAYBE,), languages)
    yield from maybe
    embedded = {stamp[:10]: stamp for stamp in _EMBEDDED.findall(page)}
    if len(embedded) == 1:
        yield Claim(next(iter(embedded.values())), "metadata", None, "shown")
    lines = [] if maybe else _short_lines(draft, languages)
    yield from lines
    if maybe or lines:
        return
    day = guess_date(page, url)
    if day:
        yield Claim(day, "metadata", None, "shown")
    for one in shown:
        if one.elsewhere and one.trust is not Trust.CHANGE and day is None and not embedded:
            words = next((words for words, _ in dates_in(one.words, languages)), None)
            if words:
                yield Claim(words, "header", None, "shown")
                return

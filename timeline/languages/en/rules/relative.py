"""Dates reckoned from the publish date or from the date the story stands at."""

from __future__ import annotations

from timeline.calendar import DAY, DECADE, HOUR, MINUTE, MONTH, QUARTER, SECOND, WEEK, WEEKEND, YEAR, Granularity
from timeline.grammar.rule import rule
from timeline.languages.en.conditions import capital, month_word, no_age, nothing_follows, season_word, weekday_word
from timeline.languages.numeric import fixed_year
from timeline.meaning import PUBLISHED, STORY, Edge, Length, Meaning, Nth, PartOf, Shift, Spot, SpotKind, Step, Stretch, Vague, Within

FINE = (SECOND, MINUTE, HOUR)
TODAY = Shift(0, DAY, PUBLISHED)


def weekday_spot(weekday: int) -> Spot:
    """Name a weekday as a spot."""
    return Spot(SpotKind.WEEKDAY, weekday)


def month_spot(month: int) -> Spot:
    """Name a month as a spot."""
    return Spot(SpotKind.MONTH, month)


# ---- days ----


@rule("{today}", "{today} 's", examples={"It opened today.": "2025-02-11"})
def today(today: int) -> Meaning:
    """Read today."""
    return Shift(today, DAY, PUBLISHED)


@rule("{yesterday}", examples={"It opened yesterday.": "2025-02-10"})
def yesterday(yesterday: int) -> Meaning:
    """Read yesterday."""
    return Shift(yesterday, DAY, PUBLISHED)


@rule("{tomorrow}", examples={"It opens tomorrow.": "2025-02-12"})
def tomorrow(tomorrow: int) -> Meaning:
    """Read tomorrow."""
    return Shift(tomorrow, DAY, PUBLISHED)


@rule("[the] day before yesterday", examples={"the day before yesterday": "2025-02-09"})
def before_yesterday() -> Meaning:
    """Read the day before yesterday."""
    return Shift(-2, DAY, PUBLISHED)


@rule("[the] day after {tomorrow}", examples={"the day after tomorrow": "2025-02-13"})
def after_tomorrow(tomorrow: int) -> Meaning:
    """Read the day after tomorrow."""
    return Shift(tomorrow + 1, DAY, PUBLISHED)


@rule("{tonight}", "(late|early|later) {tonight}", examples={"They play tonight.": "2025-02-11TNI"})
def tonight(tonight: str) -> Meaning:
    """Read tonight."""
    return PartOf(tonight, TODAY)


@rule("last {part:night_word}", examples={"He died last night.": "2025-02-10TNI"})
def last_night(part: str) -> Meaning:
    """Read last night: the night that began yesterday."""
    return PartOf(part, Shift(-1, DAY, PUBLISHED))


@rule("overnight", examples={"Two more died overnight.": "2025-02-11TNI"})
def overnight() -> Meaning:
    """Read overnight."""
    return PartOf("NI", TODAY)


@rule("this {part}", "earlier this {part}", "later this {part}", examples={"They met this morning.": "2025-02-11TMO"})
def this_part(part: str) -> Meaning:
    """Read a part of today."""
    return PartOf(part, TODAY)


@rule("yesterday {part}", "{part} yesterday")
def yesterday_part(part: str) -> Meaning:
    """Read a part of yesterday."""
    return PartOf(part, Shift(-1, DAY, PUBLISHED))


@rule("{tomorrow} {part}")
def tomorrow_part(tomorrow: int, part: str) -> Meaning:
    """Read a part of tomorrow."""
    return PartOf(part, Shift(tomorrow, DAY, PUBLISHED))


# ---- last, this and next ----


@rule("[the] last {one_unit}", "[the] (last|previous|preceding) {one_unit} 's", examples={"last week": "2025-W06", "last year": "2024"})
def last_unit(one_unit: Granularity) -> Meaning:
    """Read the unit before that of the publish date."""
    return Shift(-1, one_unit, PUBLISHED)


@rule("[the] (previous|preceding|prior) {one_unit}", examples={})
def previous_unit(one_unit: Granularity) -> Meaning:
    """Read the unit before the one the story stands at."""
    return Shift(-1, one_unit, STORY)


@rule(
    "this {one_unit}", "[the] current {one_unit}", "this very {one_unit}", "[the] current (fiscal|calendar|financial) {one_unit}",
    "this (fiscal|calendar|financial|school) {one_unit}", "[the] present {one_unit}",
    examples={"this week": "2025-W07", "the current month": "2025-02"},
)
def this_unit(one_unit: Granularity) -> Meaning:
    """Read the unit the publish date lies in."""
    return Shift(0, one_unit, PUBLISHED)


@rule("[the] (next|nxt|coming|upcoming) {one_unit}", "[the] next (fiscal|calendar|financial) {one_unit}", examples={"next month": "2025-03"})
def next_unit(one_unit: Granularity) -> Meaning:
    """Read the unit after that of the publish date."""
    return Shift(1, one_unit, PUBLISHED)


@rule("[the] {one_unit} after next", examples={"the week after next": "2025-W09"})
def after_next_unit(one_unit: Granularity) -> Meaning:
    """Read the unit after the next."""
    return Shift(2, one_unit, PUBLISHED)


@rule("[the] {one_unit} before last", examples={"the week before last": "2025-W05"})
def before_last_unit(one_unit: Granularity) -> Meaning:
    """Read the unit before the last."""
    return Shift(-2, one_unit, PUBLISHED)


@rule("(last|past|previous|this past) weekend", "[the] {last_word} weekend", examples={"last weekend": "2025-W06-WE"})
def last_weekend(last_word: int = -1) -> Meaning:
    """Read the weekend before the publish date."""
    return Shift(last_word, WEEKEND, PUBLISHED)


@rule("[the] (next|coming|following) weekend", examples={})
def next_weekend() -> Meaning:
    """Read the next weekend but the one this week."""
    return Shift(1, WEEKEND, PUBLISHED)


@rule("this weekend", "this coming weekend", examples={"this weekend": "2025-W07-WE"})
def this_weekend() -> Meaning:
    """Read the weekend of this week."""
    return Shift(0, WEEKEND, PUBLISHED)


@rule("the weekend", "<on|over|at|during> [the] weekend", examples={"over the weekend": "2025-W06-WE"})
def the_weekend() -> Meaning:
    """Read a weekend whose week is left to the reader."""
    return Spot(SpotKind.WEEKEND)


@rule("(last|this past|past|previous) {weekday}", when=weekday_word, examples={"last Saturday": "2025-02-08"})
def last_weekday(weekday: int) -> Meaning:
    """Read the latest such weekday before the publish date."""
    return Step(-1, weekday_spot(weekday), PUBLISHED)


@rule("[the] (next|coming|upcoming|this coming) {weekday}", when=weekday_word, examples={"next Friday": "2025-02-14"})
def next_weekday(weekday: int) -> Meaning:
    """Read the first such weekday after the publish date."""
    return Step(1, weekday_spot(weekday), PUBLISHED)


@rule("this {weekday}", when=weekday_word, examples={"this Friday": "2025-02-14"})
def this_weekday(weekday: int) -> Meaning:
    """Read such a weekday, nearest to come."""
    return Step(0, weekday_spot(weekday), PUBLISHED)


@rule("{weekday} last week", "last week on {weekday}", examples={"on Monday last week": "2025-02-03"})
def weekday_last_week(weekday: int) -> Meaning:
    """Read a weekday of last week."""
    return Within(weekday_spot(weekday), Shift(-1, WEEK, PUBLISHED))


@rule("{weekday} next week", "{weekday} [of] the following week", examples={"on Monday next week": "2025-02-17"})
def weekday_next_week(weekday: int) -> Meaning:
    """Read a weekday of next week."""
    return Within(weekday_spot(weekday), Shift(1, WEEK, PUBLISHED))


@rule("{weekday} [of] this week", examples={"on Monday this week": "2025-02-10"})
def weekday_this_week(weekday: int) -> Meaning:
    """Read a weekday of this week."""
    return Within(weekday_spot(weekday), Shift(0, WEEK, PUBLISHED))


@rule("a week ago {weekday}", "a week ago on {weekday}", examples={"a week ago Monday": "2025-02-03"})
def week_ago_weekday(weekday: int) -> Meaning:
    """Read the weekday a week before the latest one."""
    return Shift(-1, WEEK, Step(-1, weekday_spot(weekday), PUBLISHED))


@rule("a week from {weekday}", "{weekday} week", "a week from next {weekday}", examples={"a week from Friday": "2025-02-21"})
def week_from_weekday(weekday: int) -> Meaning:
    """Read the weekday a week after the next one."""
    return Shift(1, WEEK, Step(1, weekday_spot(weekday), PUBLISHED))


@rule("last {month}", "[the] past {month}", "last {month} {day}", when=capital, examples={"last December": "2024-12"})
def last_month_name(month: int, day: int | None = None) -> Meaning:
    """Read the latest such month before that of the publish date."""
    return Step(-1, Spot(SpotKind.MONTHDAY, month, day) if day else month_spot(month), PUBLISHED)


@rule("next {month}", "[the] coming {month}", when=capital, examples={"next May": "2025-05"})
def next_month_name(month: int) -> Meaning:
    """Read the first such month after that of the publish date."""
    return Step(1, month_spot(month), PUBLISHED)


@rule("this {month}", "this {month} {day}", when=month_word, examples={"this May": "2025-05"})
def this_month_name(month: int, day: int | None = None) -> Meaning:
    """Read such a month of the publish year."""
    return Within(Spot(SpotKind.MONTHDAY, month, day) if day else month_spot(month), Shift(0, YEAR, PUBLISHED))


@rule("{month} [of] last year", "last year 's {month}", "{month} {day} [of|,] last year", examples={"in May last year": "2024-05"})
def month_last_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of last year."""
    return Within(Spot(SpotKind.MONTHDAY, month, day) if day else month_spot(month), Shift(-1, YEAR, PUBLISHED))


@rule("{month} [of] this year", "{month} {day} [of|,] this year", examples={"in May this year": "2025-05"})
def month_this_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of this year."""
    return Within(Spot(SpotKind.MONTHDAY, month, day) if day else month_spot(month), Shift(0, YEAR, PUBLISHED))


@rule("{month} [of] next year", "{month} {day} [of|,] next year", examples={"in May next year": "2026-05"})
def month_next_year(month: int, day: int | None = None) -> Meaning:
    """Read a month, or a day of it, of next year."""
    return Within(Spot(SpotKind.MONTHDAY, month, day) if day else month_spot(month), Shift(1, YEAR, PUBLISHED))


@rule("last {season}", "[the] past {season}", examples={"last summer": "2024-SU"})
def last_season(season: int) -> Meaning:
    """Read the latest such season before the publish date."""
    return Step(-1, Spot(SpotKind.SEASON, season), PUBLISHED)


@rule("next {season}", "[the] coming {season}", examples={"next summer": "2025-SU"})
def next_season(season: int) -> Meaning:
    """Read the first such season after the publish date."""
    return Step(1, Spot(SpotKind.SEASON, season), PUBLISHED)


@rule("this {season}", examples={"this summer": "2025-SU"})
def this_season(season: int) -> Meaning:
    """Read such a season, nearest to the publish date."""
    return Step(0, Spot(SpotKind.SEASON, season), PUBLISHED)


@rule("[the] {season}", when=season_word, examples={"in the summer": "2025-SU"})
def season_alone(season: int) -> Meaning:
    """Read a season whose year is left to the reader."""
    return Spot(SpotKind.SEASON, season)


@rule("[the] {ordinal} quarter", "[the] {ordinal} fiscal quarter", "[the] fiscal {ordinal} quarter", "[the] {quarter_code}", examples={"in the third quarter": "2024-Q3"})
def quarter_alone(ordinal: int = 0, quarter_code: int = 0) -> Meaning | None:
    """Read a quarter whose year is left to the reader."""
    number = ordinal or quarter_code
    return Spot(SpotKind.QUARTER, number) if 1 <= number <= 4 else None


@rule("[the] {ordinal} quarter [of] last year", "last year 's {ordinal} quarter")
def quarter_last_year(ordinal: int) -> Meaning:
    """Read a quarter of last year."""
    return Within(Spot(SpotKind.QUARTER, ordinal), Shift(-1, YEAR, PUBLISHED))


@rule("[the] {ordinal} quarter of (this|the|the current) [fiscal] year")
def quarter_this_year(ordinal: int) -> Meaning:
    """Read a quarter of this year."""
    return Within(Spot(SpotKind.QUARTER, ordinal), Shift(0, YEAR, PUBLISHED))


@rule("[the] {ordinal} half of (this|the|the current|the fiscal) year")
def half_this_year(ordinal: int) -> Meaning | None:
    """Read a half of this year."""
    return Within(Spot(SpotKind.HALF, ordinal), Shift(0, YEAR, PUBLISHED)) if ordinal <= 2 else None


@rule("[the] {ordinal} half of last year")
def half_last_year(ordinal: int) -> Meaning | None:
    """Read a half of last year."""
    return Within(Spot(SpotKind.HALF, ordinal), Shift(-1, YEAR, PUBLISHED)) if ordinal <= 2 else None


# ---- counted ----


@rule(
    "[{approx}] {count} {unit} ago", "{a} {unit} ago", "[{approx}] {a} {unit} ago", "[{approx}] {pair} {unit} ago", "[{approx}] {double_unit} ago",
    "{a} {double_unit} ago",
    examples={"two weeks ago": "2025-W05", "a year ago": "2024", "three days ago": "2025-02-08"},
)
def units_ago(unit: Granularity = WEEK, count: float = 1, approx: str | None = None, pair: int = 0, a: str = "", double_unit: Granularity | None = None) -> Meaning | None:  # noqa: ARG001
    """Step back from the publish date by a counted unit."""
    number = 2 if pair or double_unit else count
    if unit is YEAR and number == 1 and a:
        return Shift(-1, YEAR, STORY)
    back: Meaning
    if float(number).is_integer():
        back = Shift(-int(number), unit, PUBLISHED)
    else:
        back = Edge("APPROX", Shift(-int(number + 0.5), unit, PUBLISHED))
    return Edge(approx, back) if approx else back


@rule("{some} {unit} ago", "{units} ago", examples={})
def some_units_ago(unit: Granularity | None = None, units: Granularity | None = None, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted time ago: how long is not told."""
    return Vague("PAST_REF")


@rule("{a:count} {unit} and {b:count} {unit2:unit} ago", "{a:count} {unit} , {b:count} {unit2:unit} ago", examples={"two years and three months ago": "2022-11"})
def two_units_ago(a: int, unit: Granularity, b: int, unit2: Granularity) -> Meaning:
    """Step back by two units."""
    return Shift(-b, unit2, Shift(-a, unit, PUBLISHED), keep=unit2)


@rule("[{approx}] {count} {unit} (from now|hence)", "{a} {unit} (from now|hence)", "[{approx}] {pair} {unit} from now", examples={"three days from now": "2025-02-14"})
def units_from_now(unit: Granularity, count: float = 1, approx: str | None = None, pair: int = 0, a: str = "") -> Meaning:  # noqa: ARG001
    """Step forward from the publish date by a counted unit."""
    return Shift(int(pair or count), unit, PUBLISHED)


@rule("{count} {unit} ago today", "{a} {unit} ago today", "{a} {unit} ago yesterday", examples={"a year ago today": "2024-02-11"})
def units_ago_today(unit: Granularity, count: float = 1, a: str = "") -> Meaning:  # noqa: ARG001
    """Step back to the same day."""
    return Shift(-int(count), unit, PUBLISHED, keep=DAY)


@rule("earlier (this|in the|that) {one_unit}", "earlier in (this|the) {one_unit}", "early (this|in the|in) {one_unit}", "early in the {one_unit}", examples={"earlier this month": "2025-02"})
def earlier_this_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the unit the publish date lies in."""
    return Edge("START", Shift(0, one_unit, PUBLISHED))


@rule("later (this|in the) {one_unit}", "later in (this|the) {one_unit}", "late (this|in the) {one_unit}", "late in the {one_unit}", examples={"later this year": "2025"})
def later_this_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the unit the publish date lies in."""
    return Edge("END", Shift(0, one_unit, PUBLISHED))


@rule("(early|earlier) last {one_unit}", examples={"early last week": "2025-W06"})
def early_last_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the last unit."""
    return Edge("START", Shift(-1, one_unit, PUBLISHED))


@rule("(late|later) last {one_unit}", examples={"late last month": "2025-01"})
def late_last_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the last unit."""
    return Edge("END", Shift(-1, one_unit, PUBLISHED))


@rule("early next {one_unit}")
def early_next_unit(one_unit: Granularity) -> Meaning:
    """Read the early part of the next unit."""
    return Edge("START", Shift(1, one_unit, PUBLISHED))


@rule("late next {one_unit}")
def late_next_unit(one_unit: Granularity) -> Meaning:
    """Read the late part of the next unit."""
    return Edge("END", Shift(1, one_unit, PUBLISHED))


@rule("(year end|year's end|the year 's end|the end of the year|year 's end|the end of this year|the end of year)", examples={"by year-end": "2025-12-31"})
def year_end() -> Meaning:
    """Read the last day of the year."""
    return Nth(-1, DAY, Shift(0, YEAR, PUBLISHED))


# ---- from the story ----


@rule("[the] (next|following) {one_unit}", "[the] next {one_unit} 's", "the {one_unit} (after|afterward|afterwards)", when=nothing_follows)
def following_unit(one_unit: Granularity) -> Meaning:
    """Read the unit after the one the story stands at."""
    return Shift(1, one_unit, STORY)


@rule("the {one_unit} (before|previously|earlier)", "(a|one) {one_unit} (earlier|before|previously|prior)", when=nothing_follows)
def unit_before(one_unit: Granularity) -> Meaning:
    """Read the unit before the one the story stands at."""
    return Shift(-1, one_unit, STORY)


@rule("(that|that same|the same|this same) {one_unit}")
def same_unit(one_unit: Granularity) -> Meaning:
    """Read the unit the story stands at."""
    return Shift(0, one_unit, STORY)


@rule("[{approx}] {count} {unit} (later|after|afterwards|afterward|on)", "{a} {unit} (later|afterwards|afterward)", "[{approx}] {pair} {unit} (later|afterwards|after)", when=nothing_follows)
def units_later(unit: Granularity, count: float = 1, approx: str | None = None, pair: int = 0, a: str = "") -> Meaning | None:  # noqa: ARG001
    """Step forward from the date the story stands at."""
    if unit in FINE:
        return None
    return Shift(int(pair or count), unit, STORY)


@rule("[{approx}] {count} {unit} (earlier|before|previously|prior)", "[{approx}] {pair} {unit} (earlier|before)", when=nothing_follows)
def units_earlier(unit: Granularity, count: float = 1, approx: str | None = None, pair: int = 0) -> Meaning | None:  # noqa: ARG001
    """Step back from the date the story stands at."""
    if unit in FINE:
        return None
    return Shift(-int(pair or count), unit, STORY)


@rule("that (day|same day)", "the same day", "that very day", "earlier that day", "later that day", "later (in the|that same|the same) day", "earlier in the day")
def that_day() -> Meaning:
    """Read the day the story stands at."""
    return Shift(0, DAY, STORY)


@rule("(that|the same|that same) {part}", "later that {part}", "early that {part}")
def that_part(part: str) -> Meaning:
    """Read a part of the day the story stands at."""
    return PartOf(part, Shift(0, DAY, STORY))


@rule("[the] (next|following) {part}")
def next_part(part: str) -> Meaning:
    """Read a part of the day after the one the story stands at."""
    return PartOf(part, Shift(1, DAY, STORY))


@rule("(that|the same|that same) {season}")
def that_season(season: int) -> Meaning:
    """Read such a season of the story's year."""
    return Within(Spot(SpotKind.SEASON, season), Shift(0, YEAR, STORY))


@rule("[the] (following|next) {season}")
def following_season(season: int) -> Meaning:
    """Read the first such season after the story."""
    return Step(1, Spot(SpotKind.SEASON, season), STORY)


@rule("[the] (following|next) {month}")
def following_month_name(month: int) -> Meaning:
    """Read the first such month after the story."""
    return Step(1, month_spot(month), STORY)


@rule("{month} of (that|the same) year", "that {month}", "{month} [of] the same year", when=capital)
def month_that_year(month: int) -> Meaning:
    """Read a month of the year the story stands at."""
    return Within(month_spot(month), Shift(0, YEAR, STORY))


@rule("{month} of the following year", "{month} [of] the (next|following) year")
def month_following_year(month: int) -> Meaning:
    """Read a month of the year after the story's."""
    return Within(month_spot(month), Shift(1, YEAR, STORY))


@rule("(following|next) {weekday}", "the following {weekday}", when=weekday_word)
def following_weekday(weekday: int) -> Meaning:
    """Read the first such weekday after the story's date."""
    return Step(1, weekday_spot(weekday), STORY)


@rule("the (previous|preceding) {weekday}", when=weekday_word)
def previous_weekday(weekday: int) -> Meaning:
    """Read the latest such weekday before the story's date."""
    return Step(-1, weekday_spot(weekday), STORY)


@rule("<by|since|until|from|till> then")
def then() -> Meaning:
    """Read the date the story stands at."""
    return STORY


# ---- stretches of the calendar ----


@rule(
    "[the|these|this] (past|last|previous|preceding) {count} {unit}", "[the] (past|last) {pair} {unit}", "[the] {count} (past|last|previous|preceding) {unit}",
    "each of the (past|last) {count} {unit}", "[the] [last|past] {double_unit}",
    examples={"in the past three months": "P3M", "the last two weeks": "P2W"},
)
def last_units(unit: Granularity = WEEK, count: float = 1, pair: int = 0, double_unit: Granularity | None = None) -> Meaning:
    """Read the units up to the publish date as a length that stands for them."""
    number = pair or (2 if double_unit else count)
    return Length(((number, unit),), of=Stretch(-max(1, int(number)), unit, PUBLISHED))


@rule("[the] (next|coming|following) {count} {unit}", "[the] next {pair} {unit}", "[the] {count} (following|coming) {unit}", examples={"the next 14 months": "P14M"})
def next_units(unit: Granularity, count: float = 1, pair: int = 0) -> Meaning:
    """Read the units from the publish date on as a length that stands for them."""
    number = pair or count
    return Length(((number, unit),), of=Stretch(max(1, int(number)), unit, PUBLISHED))


@rule("[the] past {one_unit}", "this past {one_unit}", examples={"over the past year": "P1Y"})
def past_unit(one_unit: Granularity) -> Meaning:
    """Read the unit up to the publish date."""
    return Length(((1, one_unit),), of=Stretch(-1, one_unit, PUBLISHED))


@rule(
    "[the] (past|last|previous|recent|preceding) {units}", "[the] (past|last|previous) {some} {units}", "[the] {some} (past|last|previous) {units}",
    "these (last|past) {units}", "[the] last few {units}", examples={"recent days": "PXD"},
)
def recent_units(units: Granularity, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted stretch up to the publish date."""
    return Length(((None, units),), of=Stretch(-3, units, PUBLISHED))


@rule("[the] recent (years|months|weeks|decades|times) [and (years|months|weeks)]", "[the] (past|last) few (years|months)", examples={"in recent years": "PAST_REF"})
def recent_times() -> Meaning:
    """Read "recent years" as a vague past."""
    return Vague("PAST_REF")


@rule("[the] (year-earlier|year-ago) (quarter|period)", "[the] (year earlier|year ago) (quarter|period)", "[the] (comparable|same) (year-earlier|year-ago) (quarter|period)", "the (year-earlier|year-ago)", "(year-earlier|year-ago)")
def year_earlier() -> Meaning:
    """Read what a business report compares with: the same quarter, or the year, a year before."""
    return Shift(-1, YEAR, STORY)


@rule("the quarter", "[the] latest quarter", "[the] (most recent|latest) [fiscal] quarter", "the latest period")
def the_quarter() -> Meaning:
    """Read the quarter that is reported on."""
    return Shift(0, QUARTER, STORY)


@rule("[the] (year-earlier|year-ago) {count} {units}", "[the] (first|latest) {count} {units}")
def reported_units(count: int, units: Granularity) -> Meaning:
    """Read the months a business report covers."""
    return Length(((count, units),))

@rule("[the] (coming|next|following|future|upcoming) {units}", "[the] (next|coming) {some} {units}", "the {units} ahead", "{units} to come", examples={"the coming weeks": "PXW"})
def coming_units(units: Granularity, some: str = "") -> Meaning:  # noqa: ARG001
    """Read an uncounted stretch from the publish date on."""
    return Length(((None, units),), of=Stretch(3, units, PUBLISHED))


@rule("[the] last {count} {unit} of the year", "the {count} {unit}", when=no_age, examples={"the nine months": "P9M"})
def first_units(count: float, unit: Granularity) -> Meaning:
    """Read the first units of the year as a length that stands for them."""
    if unit not in (MONTH, QUARTER) or count > 12:
        return Length(((count, unit),))
    return Length(((count, unit),), of=Stretch(int(count), unit, Shift(0, YEAR, PUBLISHED)))


@rule("the decade", "[the] last decade", "the (past|previous) decade")
def this_decade() -> Meaning:
    """Read a decade near the publish date."""
    return Shift(0, DECADE, STORY)


@rule("[the] {feast} [holiday|holidays|weekend|season|day]", examples={"on Christmas Day": "2024-12-25"})
def named_day(feast: int) -> Meaning:
    """Read a named day whose year is left to the reader."""
    return Spot(SpotKind.FEAST, feast)


@rule("[the] {feast} [of|,] {year}", examples={"Easter 2024": "2024-03-31"})
def named_day_of_year(feast: int, year: int) -> Meaning:
    """Read a named day of a year."""
    return Within(Spot(SpotKind.FEAST, feast), fixed_year(year))


@rule("last {feast}", examples={"last Christmas": "2024-12-25"})
def last_named_day(feast: int) -> Meaning:
    """Read the latest such day before the publish date."""
    return Step(-1, Spot(SpotKind.FEAST, feast), PUBLISHED)


@rule("next {feast}", "this coming {feast}", examples={"next Christmas": "2025-12-25"})
def next_named_day(feast: int) -> Meaning:
    """Read the first such day after the publish date."""
    return Step(1, Spot(SpotKind.FEAST, feast), PUBLISHED)


@rule("this {feast}", "this year 's {feast}")
def this_named_day(feast: int) -> Meaning:
    """Read such a day of the publish year."""
    return Within(Spot(SpotKind.FEAST, feast), Shift(0, YEAR, PUBLISHED))

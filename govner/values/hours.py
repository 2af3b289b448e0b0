"""Steps of a day, laid on the calendar: its parts, and times on the clock."""

from govner.values import calendar as on
from govner.values.anchor import Anchor, away, single_day
from govner.values.calendar import Stretch
from govner.values.moments import Step

HOUR = 3600
NOON, DAY = 12 * HOUR, 24 * HOUR
# 中午 lasts until the first of these, 夜里 begins with the second: 中午1点 is 13:00, 夜里11点 23:00, 夜里2点 02:00.
EARLY, LATE = 5 * HOUR, 7 * HOUR
MONTH = 31
# From an evening to a morning a night goes by.
LATER, EARLIER = ("AF", "EV", "NI"), ("MO", "MI")


def part(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """上午."""
    day = at or _day(anchor)
    if day is None or day.first is None:
        return Stretch(f"T{step.word}", None, None, step.word)
    date = single_day(day)
    if date and not at and anchor.after and anchor.after.part in LATER and step.word in EARLIER:
        date = on.shift(date, 1) or date
    return Stretch(f"{date}T{step.word}", date, date, step.word) if date else day._replace(part=step.word)


def clock(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """9时30分, as hours of twenty-four by the part of the day; with seconds only where it tells them."""
    day, after = at or _day(anchor), anchor.after
    named = day.part if day and (at or after) else anchor.part
    seconds = _of_day(step.n, step.word.rstrip(":") or named)
    late = seconds > DAY  # 24:00 ends a day, 24:30 is of the next one
    seconds -= DAY * late
    time = f"T{seconds // HOUR:02}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if step.word.endswith(":") else "")
    if day is None or day.first is None:
        return Stretch(time, None, None, named, seconds)
    date = single_day(day)
    if date is None:
        return day
    if late or (after and after.seconds is not None and date == after.first and seconds < after.seconds):
        date = on.shift(date, 1) or date
    return Stretch(f"{date}{time}", date, date, named, seconds)


def _day(anchor: Anchor) -> Stretch | None:
    """The day that a time of day belongs to where none is named with it: the last one spoken of, else the report's.

    None behind a range of days in the same sentence: it is a time of each of them.
    """
    if anchor.after:
        return anchor.after
    if anchor.told and single_day(anchor.told) is None:
        return None
    spoken, now = anchor.spoken_day, single_day(anchor.now)
    if spoken and (now is None or anchor.told or away(now, spoken) <= MONTH):
        return spoken
    return anchor.now if now else None


def _of_day(seconds: int, part: str) -> int:
    """A time on a clock of twelve hours as one of twenty-four: 晚上12点 is 24:00, 凌晨2点 02:00."""
    match part:
        case "AF" | "EV" | "PM" if seconds < NOON:
            return seconds + NOON
        case "MI" if seconds < EARLY:
            return seconds + NOON
        case "NI" if LATE <= seconds < NOON:
            return seconds + NOON
        case "EV" | "NI" if NOON <= seconds < NOON + HOUR:
            return seconds + NOON
        case "AM" if seconds >= NOON:
            return seconds - NOON
    return seconds

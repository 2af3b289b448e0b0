"""Steps of a year and coarser, laid on the calendar: centuries, decades, years, halves, quarters, seasons."""

from govner.values import calendar as on
from govner.values.anchor import Anchor, joined, own_year, single_day, single_month, year_of
from govner.values.calendar import Stretch
from govner.values.moments import Step

CENTURY, DECADE = 100, 10
# Two digits without any date around them: the year nearest to this one.
PIVOT = 2000
# So many days ahead a quarter is no longer of this year; the first quarters of a year must have begun.
FAR_AHEAD = {False: 150, True: 0}


def century(step: Step, _: Stretch | None, anchor: Anchor) -> Stretch | None:
    """20世纪, 上世纪."""
    if step.how == "is":
        return on.century_of(step.n) if step.n > 0 else None
    year = year_of(anchor.spoken if step.how == "spoken" else anchor.now)
    return on.century_of((year - 1) // CENTURY + 1 + step.n) if year else None


def decade(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """90年代: of the century named before, else the last one that has begun; 六七十年代 is two of them."""
    year = year_of(at) or year_of(anchor.after) or year_of(anchor.now) or PIVOT - 1
    first = year // CENTURY * CENTURY + step.n
    if at is None and first > year:
        first -= CENTURY
    if step.word == "two":
        return on.years_of(first, first + 2 * DECADE - 1, f"{first // DECADE}X/{first // DECADE + 1}X")
    return on.decade_of(first)


def year(step: Step, _: Stretch | None, anchor: Anchor) -> Stretch | None:
    """2021年, 去年, 同年, 21年; 当年 is the year told in the same sentence, else some time past."""
    match step.how:
        case "is":
            return on.year_of(step.n) if step.n > 0 else None
        case "short":
            near = year_of(anchor.after) or year_of(anchor.now) or PIVOT
            return on.year_of(min((1900 + step.n, 2000 + step.n), key=lambda full: abs(full - near)))
        case "told":
            told = year_of(anchor.told)
            return on.year_of(told + step.n) if told else Stretch("PAST_REF", None, None)
        case "shift" | "spoken":
            base = year_of(anchor.spoken or anchor.now if step.how == "spoken" else anchor.now)
            return on.year_of(base + step.n) if base else None
    return None


def zodiac(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """虎年: the nearest one, counted as the calendar year in which it begins."""
    base = year_of(at) or year_of(anchor.now)
    if base is None:
        return None
    around = (near for near in range(base - 6, base + 7) if (near - 4) % 12 == step.n)
    return on.year_of(min(around, key=lambda near: abs(near - base)))


def half(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """上半年."""
    base = year_of(at) or own_year(anchor)
    return on.half_of(base, step.n) if base else None


def quarter(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """三季度, 上季度, 前三季度."""
    if step.how in ("shift", "spoken"):
        month = single_month(anchor.now if step.how == "shift" else anchor.spoken)
        return on.quarter_of(month[0], (month[1] + 2) // 3 + step.n) if month else None
    base = year_of(at) or own_year(anchor)
    if not base or not 1 <= step.n <= 4:
        return None
    if step.how == "last":
        return joined(on.quarter_of(base, 5 - step.n), on.quarter_of(base, 4))
    now, said = single_day(anchor.now), on.quarter_of(base, step.n)
    # 四季度 and 前三季度 said in January are those of the year before.
    if at is None and now and said and said.first and (said.first - now).days > FAR_AHEAD[step.how == "first"]:
        base -= 1
    first = on.quarter_of(base, 1 if step.how == "first" else step.n)
    return joined(first, on.quarter_of(base, step.n)) if step.how == "first" else first


def season(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """春季; 暑假 has no days of its own."""
    base = year_of(at) or own_year(anchor)
    return on.season_of(base, step.word) if base and step.word in on.SEASONS else None

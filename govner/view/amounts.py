"""Normal forms as people read them, without words."""

from decimal import Decimal

from govner.mentions import Date, Figure, Mention, Organisation, Person, Place, Title

BOUNDS = {"over": ">", "under": "<", "about": "≈", "nearly": "≲", "at-least": "≥", "at-most": "≤"}


def value(mention: Mention) -> str:
    """The normal form of any mention; empty where it has none.

    >>> value(Title(text="副校(院)长", start=0, end=6, rule="x", offices=("副校长", "副院长")))
    '副校长、副院长'
    """
    match mention:
        case Person():
            return mention.full_name or ""
        case Title():
            return "、".join(mention.offices)
        case Organisation() | Place():
            return mention.name or ""
        case Date():
            return mention.value or ""
        case Figure():
            return amount(mention)
    return ""


def amount(figure: Figure) -> str:
    """The value with its bound and unit; empty where it is unknown.

    >>> amount(Figure(text="超3亿元", start=0, end=4, rule="x", value=Decimal(300000000), currency="CNY", bound="over"))
    '> 300,000,000 CNY'
    """
    if figure.value is None:
        return ""
    numbers = [number(n) for n in (figure.value, figure.high) if n is not None]
    sign = BOUNDS.get(figure.bound, figure.bound) if figure.bound else "≈" if figure.approximate else ""
    between = ":" if figure.kind == "ratio" else "–"
    return " ".join(filter(None, [sign, between.join(numbers), figure.currency or figure.unit]))


def number(value: Decimal) -> str:
    """All digits in groups; a number with a huge exponent, which would fill the screen, as it is.

    >>> number(Decimal("17826.4")), number(Decimal("1E+100000"))
    ('17,826.4', '1E+100000')
    """
    return f"{value:,f}" if abs(value.adjusted()) < 30 else str(value)


def days(date: Date) -> str:
    """The days it spans; an open end is two dots, and an unknown span is empty."""
    if date.first == date.last:
        return str(date.first or "")
    return f"{date.first or '..'} – {date.last or '..'}"

"""Units are found by the longest word that may end there, composed with each other, and named in one form."""

from decimal import Decimal

import pytest

from govner.lexicon.tables import table
from govner.values.units import currency_before, unit_at

FOUND = """
元 CNY money CNY
美元 USD money USD
港币 HKD money HKD
雷亚尔 BRL money BRL
阿联酋迪拉姆 AED money AED
里拉 里拉 money -
元/吨 CNY/吨 money CNY
元每吨 CNY/吨 money CNY
千米 公里 length -
km 公里 length -
平方公里 平方公里 area -
公里每小时 公里/小时 length/time -
公里/小时 公里/小时 length/time -
升/100公里 升/100公里 volume/length -
微克/立方米 微克/立方米 mass/volume -
千瓦时 千瓦时 energy -
吨标准煤 吨标准煤 mass -
标准箱 标箱 freight -
个百分点 个百分点 ratio -
岁 岁 age -
人次 人次 people -
个 个 count -
天 天 time -
""".strip().splitlines()


@pytest.mark.parametrize("line", FOUND)
def test_a_unit_is_found_whole(line: str) -> None:
    word, name, dimension, currency = line.split()
    found = unit_at(word + "。", 0)
    assert found is not None
    unit, end = found
    assert (end, unit.name, unit.dimension) == (len(word), name, dimension)
    assert unit.currency == (None if currency == "-" else currency)


@pytest.mark.parametrize("text", ["", "部门", "项目", "方面", "家庭", "龘", "kgf", "公"])
def test_other_words_are_no_units(text: str) -> None:
    assert unit_at(text, 0) is None


def test_a_word_that_ends_inside_makes_a_unit_of_its_beginning() -> None:
    assert unit_at("项目标", 0, stops={1, 3}) is not None
    assert unit_at("项目", 0, stops={2}) is None
    assert unit_at("日元旦", 0, stops={1, 3}) == unit_at("日", 0)


def test_small_money_knows_its_part() -> None:
    assert [found[0].part for word in ("元", "角", "美分") if (found := unit_at(word, 0))] == [
        Decimal(1),
        Decimal("0.1"),
        Decimal("0.01"),
    ]


@pytest.mark.parametrize(
    ("before", "code"),
    [("US$", "USD"), ("$", "USD"), ("JPY¥", "JPY"), ("¥", "CNY"), ("人民币", "CNY"), ("港币", "HKD"), ("EUR ", "EUR")],
)
def test_money_is_told_before_the_number(before: str, code: str) -> None:
    assert currency_before(f"共{before}20", 1 + len(before)) == (code, 1)


@pytest.mark.parametrize("before", ["", "共", "元", "$共"])
def test_other_words_before_a_number_are_no_money(before: str) -> None:
    assert currency_before(before + "20", len(before)) is None


def test_a_word_has_one_meaning() -> None:
    words = [word for name in ("units", "measures", "money") for word in table(f"figures/{name}").column("word")]
    assert sorted(words) == sorted([*set(words), "块"])  # a price and a measure word


@pytest.mark.parametrize(
    "name", ["units", "measures", "money", "currencies", "fixed", "idioms", "names", "bounds", "compounds"]
)
def test_the_tables_are_sorted(name: str) -> None:
    rows = table(f"figures/{name}").rows
    assert list(rows) == sorted(rows)

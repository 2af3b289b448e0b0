"""The first characters that the shapes of time expressions are sorted by."""

from collections.abc import Callable

import pytest

from govner.matchers.date.shapes import SHAPES, Shape, shapes

EXAMPLES = {
    "duration": "3天 三天 十几天 好几年 数百年 上百年 大半年 半年 多年 若干年 许多年 "
    "过去三年 未来3天 今后两年 最近三天 此后三天 之后两天 随后三天 接下来三天 再过三天 过三天 "
    "前三天 头两年 上两周 下几天 这一小时 零五年 俩月 廿天 〇五秒 万年",
    "spell": "一夜 十几夜 两个冬天 整夜 半辈子 大半辈子 三天三夜 12个赛季 几晚",
    "turn": "第70分钟 第三财季",
    "five-year-plan": "“十四五” '十三五' \"九五\" ‘十五’ 十二五",
    "period": "改革开放以来 抗日战争时期",
    "recurring": "每年 每逢周五",
    "vague": "目前 日前 近年来",
    "bare-year": "2021(第3届) 1998-2001",
    "dynasty": "唐代 康熙年间",
}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.rule)
def test_a_shape_is_tried_where_it_may_begin(shape: Shape) -> None:
    for text in EXAMPLES[shape.rule].split():
        assert shape in shapes(text[0])


def test_few_shapes_are_tried_at_a_place() -> None:
    assert [shape.rule for shape in shapes("每")] == ["recurring"]
    assert shapes("川") == ()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.rule)
def test_a_shape_reads_nothing_elsewhere(shape: Shape) -> None:
    """A shape reads nothing that begins with a character that is not one of its firsts."""
    read: Callable[[str, int], object] = shape.read
    tails = [text[1:] for texts in EXAMPLES.values() for text in texts.split()]
    for first in "上下本这当该同今昨明前去“‘周每第首公农正岁后头最星礼闰初大年月多好许若再过差冬十之此随接1九两半近未":
        if shape not in shapes(first):
            assert not any(read(first + tail, 0) for tail in tails)

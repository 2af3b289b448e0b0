"""Dates mean what the report's day and the dates before them make of them; never what the clock says."""

import datetime
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from govner.matchers.candidate import Candidate
from govner.matchers.date import candidates
from govner.matchers.page import Page
from govner.mentions import Date
from govner.resolve.dates import resolve
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds

CASES = Path(__file__).parents[1] / "cases"
VALUES = (CASES / "date_values.tsv").read_text(encoding="utf-8").splitlines()[1:]
PUBLISHED = datetime.date(2021, 11, 27)
PIECES = [
    *"一二三四五十两几多年月日号点时分天周上下本前后至到-~:/.() ，。的个第每初底",
    *(
        "2021年",
        "公元9999年",
        "12月",
        "99天",
        "26日",
        "2月30日",
        "99世纪",
        "年代",
        "季度",
        "当天",
        "全年",
        "农历",
        "正月",
    ),
    *("起", "以来", "前", "\n", "“", "”", "电", "重阳节", "除夕", "开斋节", "复活节", "去年", "上周末", "虎年"),
]


def page_of(text: str, published: datetime.date | None) -> Page:
    seen = view(text)
    return Page(text, seen, sentences(seen), Bounds.of(rjieba.cut(seen, False)), {}, published)


def read(text: str, published: datetime.date | None = PUBLISHED) -> tuple[list[Date], datetime.date | None]:
    page = page_of(text, published)
    return resolve(page, candidates(page))


def values(text: str, published: datetime.date | None = PUBLISHED) -> dict[str, str | None]:
    return {date.text: date.value for date in read(text, published)[0]}


@pytest.mark.parametrize("case", VALUES)
def test_a_time_has_its_value(case: str) -> None:
    published, text, value, first, last = case.split("\t")
    [date] = read(text, datetime.date.fromisoformat(published) if published else None)[0]
    assert date.text == text
    assert (date.value or "", str(date.first or ""), str(date.last or "")) == (value, first, last)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("11月26日", "point"),
        ("8月27-28日", "range"),
        ("4月以来", "range"),
        ("三年", "duration"),
        ("三天后", "point"),
        ("每年3月", "recurring"),
        ("目前", "vague"),
        ("想当年", "vague"),
        ("“十四五”时期", "range"),
    ],
)
def test_a_time_has_its_kind(text: str, kind: str) -> None:
    assert [date.kind for date in read(text)[0]] == [kind]


def test_the_day_given_is_the_day_resolved_against() -> None:
    assert read("26日开幕")[1] == PUBLISHED


def test_a_report_without_a_day_has_none() -> None:
    assert read("26日开幕", None)[1] is None


def test_the_dateline_gives_the_day_with_the_year_of_the_event_in_the_head() -> None:
    text = "2021（第六届）江城论坛开幕\n江城社江城11月26日电 论坛今天开幕。去年10月开始筹备。27日闭幕。"
    dates, day = read(text, None)
    assert day == datetime.date(2021, 11, 26)
    assert [d.value for d in dates] == ["2021", "2021-11-26", "2021-11-26", "2020-10", "2021-11-27"]


def test_a_dateline_with_its_year_gives_the_day() -> None:
    assert values("江城社2021年11月26日电 论坛昨天开幕", None)["昨天"] == "2021-11-25"


def test_a_full_date_in_the_head_gives_the_day_for_what_follows() -> None:
    text = "去年筹备。2021年11月26日，论坛开幕。28日闭幕，次日离会，明年再办。"
    assert values(text, None) == {
        "去年": None,
        "2021年11月26日": "2021-11-26",
        "28日": "2021-11-28",
        "次日": "2021-11-29",
        "明年": "2022",
    }


def test_without_a_day_the_year_of_the_paragraph_holds() -> None:
    filler = "江城一派繁忙。" * 40
    text = f"{filler}\n2018年3月5日开工。9月8日完工。\n10月1日投用。"
    assert values(text, None) == {"2018年3月5日": "2018-03-05", "9月8日": "2018-09-08", "10月1日": None}


def test_a_day_is_of_the_month_told_in_its_sentence() -> None:
    assert values("论坛9月3日开幕，5日闭幕。")["5日"] == "2021-09-05"
    assert values("论坛9月3日开幕。5日闭幕。")["5日"] == "2021-12-05"


def test_a_festival_tells_no_month() -> None:
    assert values("2022年新年晚会29日晚举行", datetime.date(2021, 12, 30))["29日晚"] == "2021-12-29TEV"
    assert values("10月份就业报告在16日公布")["16日"] == "2021-11-16"


def test_a_month_is_of_the_year_told_in_its_sentence() -> None:
    assert values("2018年3月开工，10月完工。")["10月"] == "2018-10"


def test_the_same_day_is_the_last_day_spoken_of() -> None:
    text = "15日召开会议。有关部门当天发布公告，次日上午施行。同年完工。"
    assert values(text) == {"15日": "2021-11-15", "当天": "2021-11-15", "次日上午": "2021-11-16TMO", "同年": "2021"}


def test_the_whole_year_is_the_last_one_spoken_of() -> None:
    assert values("明年是关键一年。要完成全年目标。")["全年"] == "2022"


def test_a_time_of_day_is_of_the_last_day_spoken_of() -> None:
    assert values("论坛25日开幕。下午举行会谈。")["下午"] == "2021-11-25TAF"


def test_a_time_behind_a_range_of_days_is_of_each_of_them() -> None:
    assert values("时间：2021年9月6日至9月10日，上午9:00-11:30")["上午9:00-11:30"] == "T09:00/T11:30"


def test_a_part_of_the_day_holds_over_the_date_in_brackets() -> None:
    assert values("今晚（11月27日）8时播出")["8时"] == "2021-11-27T20:00"


def test_today_in_a_quotation_is_the_day_spoken_of() -> None:
    assert values("论坛26日举行。他说：“今天很热闹。”今天见报。")["今天"] == "2021-11-27"
    assert [d.value for d in read("论坛26日举行。他说：“今天很热闹。”")[0]] == ["2021-11-26", "2021-11-26"]


def test_today_is_the_day_of_a_dateline_just_before() -> None:
    assert values("江城社江城11月26日电 论坛今天开幕")["今天"] == "2021-11-26"
    assert values("江城社江城9月26日电 论坛今天开幕")["今天"] == "2021-11-27"


def test_days_counted_from_an_event_are_not_counted_from_now() -> None:
    assert values("三天后开工")["三天后"] == "2021-11-30"
    assert values("地震发生三天后开工")["三天后"] is None


def test_a_date_of_the_users_own_words_has_no_value() -> None:
    page = page_of("江城节开幕", PUBLISHED)
    [date] = resolve(page, [Candidate(0, 3, "date", "user", detail="江城节")])[0]
    assert (date.text, date.kind, date.value, date.first) == ("江城节", "point", None, None)


@given(
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
    st.none() | st.dates() | st.sampled_from([datetime.date.min, datetime.date.max, datetime.date(2020, 2, 29)]),
)
def test_any_report_resolves(text: str, published: datetime.date | None) -> None:
    dates, day = read(text, published)
    assert (dates, day) == read(text, published)
    assert published is None or day == published
    for date in dates:
        assert text[date.start : date.end] == date.text
        assert date.first is None or date.last is None or date.first <= date.last
        assert date.value is not None or (date.first is None and date.last is None)

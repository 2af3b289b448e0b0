"""HTML: what a reader of the page sees, in the charset that it says or has."""

import sys

import pytest

from govner.documents import html
from govner.errors import FormatError, MissingPackageError

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>题</title><style>p {{}}</style></head>
<body><nav>首页</nav><h1>四川省
   省长 周砚秋</h1><p>出席<b>第四届</b>大会。<br>签约3.5&nbsp;亿元 &amp; more<script>alert("x")</script></p>
<ul><li>一<li>二</ul><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table><footer>版权</footer></body></html>"""
TEXT = "四川省省长 周砚秋\n出席第四届大会。\n签约3.5\xa0亿元 & more\n一\n二\n甲 乙\n丙\n"


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "GBK", "gb18030", "big5", "nonesuch"])
def test_a_page_is_what_its_reader_sees(charset: str) -> None:
    page = PAGE.format(charset=charset)
    if charset == "big5":
        page, text = page.replace("签约", "簽約"), TEXT.replace("签约", "簽約")
        page, text = (s.replace("亿", "億").replace("届", "屆").replace("会", "會") for s in (page, text))
        page, text = (s.replace("题", "題").replace("页", "頁").replace("版权", "版權") for s in (page, text))
        page, text = (s.replace("长", "長").replace("砚", "硯") for s in (page, text))
    else:
        text = TEXT
    encoding = {"nonesuch": "utf-8", "gb2312": "gb18030"}.get(charset, charset)
    assert html.decode(page.encode(encoding)) == text


def test_a_page_that_says_what_it_is_not_is_read_as_what_it_is() -> None:
    assert html.decode(PAGE.format(charset="utf-8").encode("gb18030")) == TEXT
    assert html.decode(b"\xef\xbb\xbf" + PAGE.format(charset="gbk").encode()) == TEXT


@pytest.mark.parametrize("codec", ["rot13", "hex", "zlib", "punycode", "idna", "unicode_escape", "undefined", "utf-16"])
def test_a_codec_that_is_no_charset_of_the_web_is_not_used(codec: str) -> None:
    page = PAGE.format(charset=codec) + "a" * 100_000
    assert html.decode(page.encode()) == TEXT + "a" * 100_000 + "\n"


@pytest.mark.parametrize("page", ["", "<", "<p", "plain", "<html></html>", "<p>\x00<b></p></b>", "\ufeff"])
def test_any_page_is_legal(page: str) -> None:
    assert isinstance(html.decode(page.encode()), str)


@pytest.mark.parametrize("piece", ["<div>", "<b id={}>", "<p>", "<table><tr><td>", "</div>", "<!-- -->", "<", "&"])
def test_many_and_deep_elements_are_read(piece: str) -> None:
    page = "".join(piece.replace("{}", str(number)) for number in range(30_000))
    assert html.decode(f"{page}<p>国务院</p>".encode()).endswith("国务院\n")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(FormatError, match="NUL bytes; save it as UTF-8 text first, or say its charset"):
        html.decode(b"<p>\xff\x00")


def test_without_lxml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(MissingPackageError, match=r"lxml is not installed; pip install 'govner\[documents\]'"):
        html.decode(b"<p>")

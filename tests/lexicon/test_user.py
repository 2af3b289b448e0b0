"""A user's words arrive in any shape that people write them in, or the line that cannot be read is named."""

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.errors import LexiconError
from govner.lexicon.user import Source, UserWord, problems, read


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "words.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


JIEBA = [
    ("林一鸣", "林一鸣", None),
    ("林一鸣 5", "林一鸣", None),
    ("林一鸣 nr", "林一鸣", "person"),
    ("林一鸣 5 nr", "林一鸣", "person"),
    ("安娜·贝克 3 nrt", "安娜·贝克", "person"),
    ("欧阳某 3 nrfg", "欧阳某", "person"),
    ("青石县 ns", "青石县", "place"),
    ("北川大数据局 10 nt", "北川大数据局", "organisation"),
    ("北川银行 10 ntcb", "北川银行", "organisation"),
    ("总网格长 nnt", "总网格长", "title"),
    ("十五五 3 t", "十五五", "date"),
    ("九成九 3 m", "九成九", "figure"),
    ("一网通办 3 n", "一网通办", None),
    ("云 计算 3 n", "云 计算", None),
    ("Edu Trust认证 2000", "Edu Trust认证", None),
    ("K 2 m", "K", "figure"),
    ("2025 3", "2025", None),
    ("2025", "2025", None),
    ("林一鸣 人名", "林一鸣", "person"),
    ("北川大数据局 3 organisation", "北川大数据局", "organisation"),
    ("  林一鸣  5  nr  ", "林一鸣", "person"),
    ("林一鸣 5 nr\r", "林一鸣", "person"),
    ("　林一鸣 nr　", "林一鸣", "person"),
]


@pytest.mark.parametrize(("line", "word", "label"), JIEBA)
def test_reads_jieba_dictionaries(tmp_path: Path, line: str, word: str, label: str | None) -> None:
    path = written(tmp_path, f"# comment\n\n{line}\n")
    [found] = read(path)
    assert (found.word, found.label, found.attributes) == (word, label, ())
    assert (found.source, found.line) == (str(path), 3)


TABLE = """# 我们的词
word	type	name	code
林一鸣	person

省数局	机构	北川省大数据局
青石县	place		510199
一网通办
"""


@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("gb18030"),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("\n", "\r"),
        TABLE.removesuffix("\n"),
        TABLE.replace("word\ttype", "词\t类型"),
        TABLE.replace("机构", " organisation "),
        TABLE.replace("一网通办", "一网通办\t\t\t\t\t"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "crlf", "cr", "no-end", "chinese", "spaces", "tabs"],
)
def test_reads_tables_however_they_were_saved(tmp_path: Path, content: str | bytes) -> None:
    path = written(tmp_path, content)
    assert (
        read(path)
        == read(str(path))
        == [
            UserWord("林一鸣", "person", (), str(path), 3),
            UserWord("省数局", "organisation", (("name", "北川省大数据局"),), str(path), 5),
            UserWord("青石县", "place", (("code", "510199"),), str(path), 6),
            UserWord("一网通办", None, (), str(path), 7),
        ]
    )


@pytest.mark.parametrize("content", ["", "\n\n", "# nothing\n", "\ufeff", "word\ttype\n", "word"])
def test_reads_files_without_words(tmp_path: Path, content: str) -> None:
    assert read(written(tmp_path, content)) == []


@pytest.mark.parametrize(
    ("chinese", "label"),
    [
        ("人名", "person"),
        ("职务", "title"),
        ("机构", "organisation"),
        ("日期", "date"),
        ("数字", "figure"),
        ("地名", "place"),
    ],
)
def test_types_have_names_in_both_languages(chinese: str, label: str) -> None:
    assert [word.label for word in read({"甲": chinese, "乙": label})] == [label, label]


@pytest.mark.parametrize(
    "source",
    [
        ["林一鸣", ("青石县", "地名"), ("数局", None), ("云", "")],
        (word for word in ("林一鸣", ("青石县", "place"), "数局", "云")),
        {"林一鸣": None, "青石县": "place", "数局": "", "云": None},
    ],
    ids=["list", "generator", "dict"],
)
def test_reads_lists(source: Source) -> None:
    found = [(word.word, word.label, word.source, word.line) for word in read(source)]
    assert found == [
        ("林一鸣", None, "list", 1),
        ("青石县", "place", "list", 2),
        ("数局", None, "list", 3),
        ("云", None, "list", 4),
    ]


def test_words_read_before_are_taken_as_they_are() -> None:
    words = read([("青石县", "place")])
    assert read(words) == words


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("word\ttype\n林一鸣\tpersn\n", "line 2: 'persn': the type is unknown: choose from person 人名"),
        ("word\ttype\n林一鸣\tnr\n", "line 2: 'nr': the type is unknown"),
        ("word\ttype\n\tperson\n", "line 2: '.tperson': the column word is empty"),
        ("word\ttype\n甲\tplace\t3\t4\n", "line 2: .*: 4 cells, the header has 2"),
        ("word\ttpye\n甲\tplace\n", "line 1: 'tpye': no such column; there are word, type, bound, code"),
        ("word\tword\n甲\t乙\n", "line 1: 'word': name each column once"),
        ("词\tword\n甲\t乙\n", "line 1: 'word': name each column once"),
        ("word\ttype\tcode\n甲\tperson\t51\n", "line 2: '51': the column code is not for person"),
        ("word\ttype\tcode\n甲\t\t51\n", "line 2: '51': the column code is not for words without a type"),
        ("word\ttype\tvalue\n十几万\tfigure\tmany\n", "line 2: 'many': the column value takes a decimal number"),
        ("甲\t人名\n", "line 1: .*: a tab-separated file begins with a line that names its columns: word, type"),
        ("甲 3 nr\n乙\t3\tnr\n", "line 2: .*: a tab-separated file begins"),
        ("甲\n" + "长" * 201, "line 2: '长+': a word list has one word a line, of at most 200 characters"),
        ("甲\n乙\0丙\n", "line 2: '乙.x00丙': a word list has one word a line"),
        ("林一鸣 nr\n周望舒 nr\n".encode() + b"\xff\xfe\n", r"line 3: b'.xff': save the file as UTF-8"),
        (b"\x81\xff\xff\xff\n", r"line 1: b'.x81': save the file as UTF-8"),
        (b"\xff\xfea", r"line 1: b'a': save the file as UTF-8"),
    ],
)
def test_names_the_line_that_it_cannot_read(tmp_path: Path, content: str | bytes, says: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(LexiconError, match=f"^{re.escape(str(path))} {says}"):
        read(path)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ([("林一鸣", "persn")], "the list line 1: .*: the type 'persn' is unknown: choose from person"),
        (["甲", ""], "the list line 2: '': give a word, or a pair of a word and its type"),
        (["甲", 7], "the list line 2: 7: give a word"),
        ([("甲", "place", "x")], "the list line 1: .*: give a word"),
        ([("甲", ["place"])], "the list line 1: .*: the type .'place'. is unknown"),
        (7, "7 is no list of words; give a file's path"),
        ("甲".encode(), "is no list of words; give a file's path"),
        ("no such file.txt", "no such file.txt: .*; give the path of a word list"),
        (Path(__file__).parent, "give the path of a word list"),
        ("a\0b", "give the path of a word list"),
    ],
)
def test_refuses_what_is_no_list(source: Source, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        read(source)


@given(st.binary() | st.text().map(str.encode) | st.text("词w\t\n#\r 3n").map(str.encode))
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = written(tmp_path_factory.getbasetemp(), content)
    wrong = list(map(str, problems(path)))
    if not wrong:
        assert all(word.word.strip() for word in read(path))
        return
    with pytest.raises(LexiconError) as raised:
        read(path)
    assert str(raised.value) == wrong[0]


def test_half_a_million_words_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "".join(f"词{i:x} {i} nr\n" for i in range(500_000)))
    assert len(read(path)) == 500_000

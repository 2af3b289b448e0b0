"""Every tokenizer cuts any text into the words that it is made of, and says in one sentence why it cannot."""

import json
import os
import pickle
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.errors import TokenizerError
from govner.text import tokenizers
from govner.text.normalise import view
from govner.text.tokens import Tokenizer, tokenizer

TESTS = Path(__file__).parents[1]
REPORT = (TESTS / "data" / "report.txt").read_text(encoding="utf-8")
SHARED = Path(os.environ.get("GOVNER_SHARED", TESTS.parents[1] / "shared")) / "corpora" / "news.jsonl"
ODD = st.text(st.sampled_from("北川省长aB1２.%-+#&_ \n\r\t　，。·\ud800\0") | st.characters(exclude_categories=()))

SENTENCES = [
    "北川省 委 书记 林一鸣 出席 会议 。",
    "北川 大数据局 发布 规划 ，",
    "会议 由 省长 周望舒 主持 。",
    "临江市 投入 资金 860 万元 ；",
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a small pkuseg model, trained on sentences of our own."""
    spacy_pkuseg = pytest.importorskip("spacy_pkuseg", reason="the extra govner[pkuseg] is not installed")
    folder = tmp_path_factory.mktemp("pkuseg")
    (folder / "train.txt").write_text("\n".join(SENTENCES * 5) + "\n", encoding="utf-8")
    random.seed(1)  # the trainer shuffles the sentences
    spacy_pkuseg.train(str(folder / "train.txt"), str(folder / "train.txt"), str(folder / "model"), train_iter=3)
    return str(folder / "model")


def characters(text: str) -> list[str]:
    return list(text)


def by_space(text: str) -> Iterator[str]:
    yield from text.split()


class Halves:
    """A tokenizer of a user's."""

    name = "halves"

    def cut(self, text: str) -> list[str]:
        return [text[: len(text) // 2], text[len(text) // 2 :]]


GIVEN = ["jieba", "rjieba", characters, by_space, Halves()]


@pytest.mark.parametrize("given_", [*GIVEN, tokenizers.JiebaTokenizer("jieba")], ids=str)
@given(text=ODD)
def test_cuts_any_text(given_: object, text: str) -> None:
    words = tokenizer(given_).cut(text)
    assert "".join(words) == text
    assert all(words)


def test_pkuseg_cuts_any_text(model: str) -> None:
    pkuseg = tokenizer(f"pkuseg:{model}")

    @given(ODD)
    def cuts(text: str) -> None:
        words = pkuseg.cut(text)
        assert "".join(words) == text
        assert all(words)

    cuts()


def test_pkuseg_cuts_as_its_model_says(model: str) -> None:
    for given_ in (f"pkuseg:{model}", Path(model)):
        words = tokenizer(given_).cut("北川省委书记　林一鸣 出席会议。\n")
        assert words == ["北川省", "委", "书记", "　", "林一鸣", " ", "出席", "会议", "。", "\n"]


def test_pkuseg_cuts_long_lines_in_pieces(model: str) -> None:
    text = "北川省长" * 1000
    assert "".join(tokenizer(f"pkuseg:{model}").cut(text)) == text


@pytest.mark.parametrize("text", [REPORT, view(REPORT)], ids=["as typed", "its view"])
def test_jieba_and_rjieba_cut_our_report_alike(text: str) -> None:
    pytest.importorskip("rjieba")
    assert tokenizers.JiebaTokenizer("rjieba").cut(text) == tokenizers.JiebaTokenizer("jieba").cut(text)


@given(ODD)
def test_jieba_and_rjieba_cut_any_text_alike(text: str) -> None:
    pytest.importorskip("rjieba")
    assert tokenizers.JiebaTokenizer("rjieba").cut(text) == tokenizers.JiebaTokenizer("jieba").cut(text)


def test_jieba_and_rjieba_cut_every_character_alike() -> None:
    pytest.importorskip("rjieba")
    both = tokenizers.JiebaTokenizer("rjieba"), tokenizers.JiebaTokenizer("jieba")
    # Every seventeenth of the rare planes; every character of the others would take a minute.
    for first in range(0, 0x110000, 0x400):
        step = 1 if first < 0x3400 or 0x9C00 <= first < 0xB000 or 0xF800 <= first < 0x10000 else 17
        text = "".join(f"中国{chr(code)}人民a{chr(code)}1" for code in range(first, first + 0x400, step))
        assert both[0].cut(text) == both[1].cut(text)


def test_jieba_and_rjieba_cut_news_alike() -> None:
    pytest.importorskip("rjieba")
    if not SHARED.is_file():
        pytest.skip("GOVNER_SHARED names no folder with corpora/news.jsonl, of 200,000 characters to compare")
    size = 0
    with SHARED.open(encoding="utf-8") as lines:
        for line in lines:
            text = view(json.loads(line)["text"])
            assert tokenizers.JiebaTokenizer("rjieba").cut(text) == tokenizers.JiebaTokenizer("jieba").cut(text)
            size += len(text)
            if size > 200_000:
                break


@pytest.mark.parametrize("given_", [*GIVEN, tokenizers.JiebaTokenizer("jieba")], ids=str)
def test_pickles_and_runs_in_threads(given_: object) -> None:
    one = tokenizer(given_)
    other = pickle.loads(pickle.dumps(one))
    expected = one.cut(REPORT)
    assert other.name == one.name
    with ThreadPoolExecutor(4) as threads:
        assert all(words == expected for words in threads.map(other.cut, [REPORT] * 16))


def test_pkuseg_pickles_and_runs_in_threads(model: str) -> None:
    test_pickles_and_runs_in_threads(f"pkuseg:{model}")


def test_is_taken_as_it_is() -> None:
    one = tokenizer("jieba")
    assert tokenizer(one) is one


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ("jiebba", "'jiebba' is no tokenizer; give"),
        (None, "None is no tokenizer; give"),
        (7, "7 is no tokenizer; give"),
        ("pkuseg:/no/such/folder", "/no/such/folder holds no model of pkuseg: features.msgpack or features.pkl"),
        (Path("/no/such/folder"), "/no/such/folder holds no model of pkuseg"),
    ],
)
def test_refuses_what_is_no_tokenizer(given_: object, says: str) -> None:
    if "pkuseg" in says:
        pytest.importorskip("spacy_pkuseg")
    with pytest.raises(TokenizerError, match=says):
        tokenizer(given_)


def test_refuses_a_broken_model_of_pkuseg(tmp_path: Path) -> None:
    pytest.importorskip("spacy_pkuseg")
    for file in ("features.msgpack", "weights.npz"):
        (tmp_path / file).write_text("no model")
    with pytest.raises(TokenizerError, match=r"the model of pkuseg in .* cannot be read"):
        tokenizer(tmp_path)


@pytest.mark.parametrize(
    ("cut", "says"),
    [
        (lambda text: None, "gave None; it must give the words of a text"),
        (lambda text: text, "gave '北川省长到会'; it must give the words of a text"),
        (lambda text: [1, 2], "gave 1, a int; words must be str"),
        (lambda text: ["北川", "会"], "gave '会' where the text has '省' .at 2."),
        (lambda text: ["北川"], "stopped before '省长到会' .at 2."),
        (lambda text: ["北川省长到会", "。"], "gave '。' where the text has '' .at 6."),
    ],
)
def test_refuses_what_is_no_segmentation(cut: object, says: str) -> None:
    with pytest.raises(TokenizerError, match=says):
        tokenizer(cut).cut("北川省长到会")


def test_names_a_tokenizer_that_does_not_pickle() -> None:
    with pytest.raises(TokenizerError, match="the tokenizer <lambda> cannot be sent to another process"):
        pickle.dumps(tokenizer(lambda text: [text]))


@pytest.fixture
def forgotten() -> Iterator[None]:
    """No engine is loaded yet, and none stays loaded."""
    engines = (tokenizers._fastest, tokenizers._rjieba, tokenizers._jieba, tokenizers._pkuseg)
    for engine in engines:
        engine.cache_clear()
    yield
    for engine in engines:
        engine.cache_clear()


def test_jieba_serves_where_rjieba_is_missing(forgotten: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert tokenizer("jieba").cut("北川省长") == ["北川", "省长"]
    with pytest.raises(TokenizerError, match="the package rjieba is not installed; pip install rjieba"):
        tokenizer("rjieba")


def test_says_which_package_is_missing(forgotten: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "spacy_pkuseg", None)
    with pytest.raises(TokenizerError, match=r"spacy_pkuseg is not installed; pip install govner\[pkuseg\]"):
        tokenizer(tmp_path)


QUIET = """
import logging, sys
from govner.text.tokenizers import JiebaTokenizer
assert not {"jieba", "rjieba", "spacy_pkuseg"} & set(sys.modules)
assert JiebaTokenizer("jieba").cut("北川省长") == ["北川", "省长"]
assert not logging.getLogger().handlers
"""


def test_jieba_writes_no_file_and_no_word() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TMPDIR": folder, "PYTHONPATH": str(TESTS.parent)}
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", QUIET], env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert list(Path(folder).iterdir()) == []


def test_words_added_to_the_module_of_rjieba_are_not_ours(forgotten: None) -> None:
    rjieba = pytest.importorskip("rjieba")
    before: Tokenizer = tokenizer("rjieba")
    rjieba.add_word("一网统管喵", None, None)
    assert before.cut("一网统管喵") != ["一网统管喵"]
    assert tokenizer("rjieba").cut("一网统管喵") != ["一网统管喵"]

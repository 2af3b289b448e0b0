"""An answer depends on its text alone: not on the texts before it, not on other threads, not on the process."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.extractor import Extractor
from tests.robustness.texts import ANY_TEXT, MIXTURES, ROOT, TEXTS


@given(ANY_TEXT)
def test_the_same_text_has_the_same_answer(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text) == extractor.extract(text)


@given(st.lists(MIXTURES, max_size=3), MIXTURES)
def test_an_answer_does_not_depend_on_the_texts_before_it(extractor: Extractor, before: list[str], text: str) -> None:
    first = extractor.extract(text)
    for other in before:
        extractor.extract(other, "1998-01-05")
    assert extractor.extract(text) == first


def test_reports_forwards_and_backwards(extractor: Extractor) -> None:
    forwards = [extractor.extract(text) for text in TEXTS]
    backwards = [extractor.extract(text) for text in reversed(TEXTS)]
    assert forwards == backwards[::-1]


def test_a_pickled_extractor_gives_the_same_answers(extractor: Extractor) -> None:
    again = pickle.loads(pickle.dumps(extractor))
    assert [again.extract(t, "2026-06-18") for t in TEXTS] == [extractor.extract(t, "2026-06-18") for t in TEXTS]


def test_a_pickled_report_is_the_same(extractor: Extractor) -> None:
    reports = [extractor.extract(text, "2026-06-18") for text in TEXTS]
    assert pickle.loads(pickle.dumps(reports)) == reports


def test_eight_threads_give_the_same_answers(extractor: Extractor) -> None:
    texts = TEXTS * 8
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(extractor.extract, texts))
    assert found == [extractor.extract(text) for text in TEXTS] * 8


def test_a_new_extractor_may_be_made_in_eight_threads_at_once() -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: Extractor().extract(text), TEXTS * 2))
    assert found[: len(TEXTS)] == found[len(TEXTS) :]


# A program of its own: the first extraction of all is made in eight threads, and the processes start from there.
PROGRAM = """
import multiprocessing, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import govner

def found(text):
    return govner.extract(text, "2026-06-18").to_json()

if __name__ == "__main__":
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[2]).glob("*.txt"))] * 2
    with ThreadPoolExecutor(8) as threads:
        here = list(threads.map(found, texts))
    with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
        there = pool.map(found, texts)
    assert here == there == [found(text) for text in texts]
    print(len(there))
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_other_processes_give_the_same_answers(method: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    program = tmp_path_factory.mktemp("program") / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-W", "error", str(program), method, str(ROOT / "examples" / "reports")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout.strip(), done.stderr) == (str(2 * len(TEXTS)), "")


def test_pipe_gives_the_reports_in_order(extractor: Extractor) -> None:
    assert list(extractor.pipe(iter(TEXTS))) == [extractor.extract(text) for text in TEXTS]
    assert list(extractor.pipe(TEXTS, workers=2)) == [extractor.extract(text) for text in TEXTS]

"""The collector is paused while a text is read, and as it was before and after."""

import gc
from collections.abc import Iterator

import pytest

from govner import Extractor
from govner.errors import InputError
from govner.garbage import uncollected

REPORT = "海东省省长李明远6月18日在海州市会见来宾，签约金额86.5亿元。"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


def test_the_collector_is_on_again_whatever_happens(extractor: Extractor) -> None:
    extractor.extract(REPORT)
    assert gc.isenabled()
    with pytest.raises(InputError):
        extractor.extract(b"")  # type: ignore[arg-type]
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off(extractor: Extractor) -> None:
    gc.disable()
    extractor.extract(REPORT)
    with uncollected(), uncollected():
        pass
    assert not gc.isenabled()


def test_reading_leaves_no_cycles(extractor: Extractor) -> None:
    extractor.extract(REPORT)
    gc.collect()
    extractor.extract(REPORT * 50)
    assert gc.collect() == 0

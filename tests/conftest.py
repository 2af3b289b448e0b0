"""What all tests share: one extractor, made once, as it is immutable."""

import pytest
from hypothesis import settings

from govner.extractor import Extractor

# Times depend on the machine; what hypothesis tries does not change from run to run.
settings.register_profile("suite", deadline=None, derandomize=True, print_blob=False)
# Much more, and other texts each time: pytest tests/robustness --hypothesis-profile=deep.
settings.register_profile("deep", deadline=None, max_examples=3000, print_blob=True)
settings.load_profile("suite")


# Programs, not tests: what they import is beside them, or in an extra of their own.
collect_ignore = ["benchmarks", "fuzz/run.py"]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The default extractor."""
    return Extractor()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that writes down what the examples print."""
    parser.addoption("--write-expected", action="store_true", help="write tests/expected anew, then read the diff")

"""Reports to look at, a page taken apart, and a browser to look with."""

import datetime
import os
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from govner.documents import text as documents
from govner.extractor import Extractor
from govner.mentions import Appointment, Date, Figure, Organisation, Person, Place, Title
from govner.report import Report
from govner.view.markup import VOID

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


class Document(HTMLParser):
    """A page as its parts: the elements with their attributes, and the text inside each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers an element."""
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Checks that elements are closed in their order."""
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Adds the text to every element it stands in."""
        for tag in set(self.open):
            self.said[tag] = self.said.get(tag, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every such element."""
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, name: str) -> list[str]:
        """The values of one attribute, wherever it stands."""
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


@pytest.fixture
def take_apart() -> Callable[[str], Document]:
    """The parts of a page."""
    return Document


@pytest.fixture(scope="session", params=sorted(path.stem for path in REPORTS.glob("*.txt")))
def example(request: pytest.FixtureRequest, extractor: Extractor) -> Report:
    """Each of the example reports."""
    return extractor.extract(documents.read(REPORTS / f"{request.param}.txt"), published="2026-06-18")


@pytest.fixture(scope="session")
def summit(extractor: Extractor) -> Report:
    """The report with most kinds of mention."""
    return extractor.extract(documents.read(REPORTS / "summit.txt"), published="2026-06-18")


def _everywhere(said: str) -> Report:
    """A report of each type of mention, with ``said`` in every place that can hold a string."""
    line = f"{said}。\n"

    def spot(i: int) -> dict[str, Any]:
        return {"text": said, "start": i * len(line), "end": i * len(line) + len(said), "rule": said}

    day = datetime.date(2026, 6, 18)
    person = Person(**spot(0), family=said, given=said, kind=said, full_name=said)
    title = Title(**spot(1), offices=(said,), kind=said)
    body = Organisation(**spot(2), name=said, kind=said, level=said, region=said, short=said)
    date = Date(**spot(3), kind=said, value=said, first=day)
    undated = Date(**spot(4), kind=said, value=said)
    figure = Figure(**spot(5), kind=said, value=Decimal(1), unit=said, bound=said)
    place = Place(**spot(6), name=said, code=said, kind=said)
    offices = (
        Appointment(person=person, title=title, organisation=body, status=said, since=date),
        Appointment(person=person, title=title, place=place),
    )
    return Report(line * 7, day, (person, title, body, date, undated, figure, place), offices)


@pytest.fixture(scope="session")
def everywhere() -> Callable[[str], Report]:
    """Makes the report that has one string in every place that can hold one."""
    return _everywhere


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """The machine's own Chromium without a window; nothing is downloaded."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("no chromium with chromedriver on this machine: the page is not looked at in a browser")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    profile = tmp_path_factory.mktemp("chromium")
    for switch in ("headless=new", "disable-gpu", "disable-dev-shm-usage", f"user-data-dir={profile}"):
        options.add_argument(f"--{switch}")
    if getattr(os, "geteuid", int)() == 0 and os.name == "posix":  # Chromium's sandbox refuses to run as root
        options.add_argument("--no-sandbox")
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()

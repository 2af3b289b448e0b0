"""The page in a real browser: with the pointer, the keyboard, a finger, on paper, in the dark, and attacked."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from govner.extractor import Extractor
from govner.report import Report
from govner.view.html import page
from govner.view.notebook import fragment


class Screen:
    """A page in the browser."""

    def __init__(self, chrome: Chrome, folder: Path) -> None:
        self.chrome = chrome
        self.file = folder / "page.html"

    def show(self, shown: str) -> None:
        """Opens the page; what earlier pages left in the logs is forgotten."""
        self.chrome.get("about:blank")
        for log in ("browser", "performance"):
            self.log(log)
        self.file.write_text(shown, encoding="utf-8")
        self.chrome.get(self.file.as_uri())

    def emulate(self, *, width: int = 1200, height: int = 900, media: str = "", scheme: str = "light") -> None:
        """Sets the screen, the medium and the colour scheme."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def run(self, script: str, *arguments: object) -> Any:
        """What a script returns."""
        return self.chrome.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        """The elements that a selector finds."""
        return self.chrome.find_elements("css selector", selector)

    def one(self, selector: str) -> WebElement:
        """The first of them."""
        return self.chrome.find_element("css selector", selector)

    def press(self, *keys: str) -> None:
        """Presses keys, one after another."""
        for key in keys:
            ActionChains(self.chrome).send_keys(key).perform()

    @property
    def focus(self) -> WebElement:
        """What has the focus."""
        return self.chrome.switch_to.active_element

    @property
    def note(self) -> str:
        """The note beside a mention; empty where none is shown."""
        return self.one("#note").text

    def wait(self, until: Callable[[], object]) -> None:
        """Waits until it is so."""
        WebDriverWait(self.chrome, 5, poll_frequency=0.02).until(lambda _: until())

    def log(self, name: str) -> list[dict[str, Any]]:
        """What one of the browser's logs got since it was last asked for."""
        read: Callable[[str], list[dict[str, Any]]] = self.chrome.get_log
        return read(name)

    def console(self) -> list[str]:
        """What the browser complained of."""
        return [entry["message"] for entry in self.log("browser")]

    def network(self, event: str) -> list[dict[str, Any]]:
        """What happened in the network since the page was opened."""
        events = [json.loads(e["message"])["message"] for e in self.log("performance")]
        return [e["params"] for e in events if e["method"] == f"Network.{event}"]

    def requests(self) -> list[str]:
        """Every address the page asked for, data within the page apart."""
        urls = [str(e["request"]["url"]) for e in self.network("requestWillBeSent")]
        return [url for url in urls if not url.startswith("data:")]


@pytest.fixture
def screen(chromium: Chrome, tmp_path: Path) -> Screen:
    """The browser, as on a desk."""
    screen = Screen(chromium, tmp_path)
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    screen.emulate()
    return screen


@pytest.fixture
def shown(screen: Screen, summit: Report) -> Screen:
    """The page of the summit."""
    screen.show(page(summit, "summit.txt"))
    return screen


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_opens_without_complaint_or_request(screen: Screen, example: Report, language: Any) -> None:
    screen.show(page(example, "report.txt", language))
    assert screen.console() == []
    assert screen.requests() == [screen.file.as_uri()]
    assert screen.one("h1").text == "report.txt"


def test_the_empty_page_opens_without_complaint(screen: Screen) -> None:
    screen.show(page(Report("")))
    screen.press(Keys.TAB, Keys.ESCAPE)
    assert screen.console() == []
    assert "报道没有文字。" in screen.one("main").text


def test_the_pointer_shows_the_value_and_may_rest_on_it(shown: Screen) -> None:
    mention = shown.one("article .organisation")
    ActionChains(shown.chrome).move_to_element(mention).perform()
    assert shown.note.split("\n") == ["机构", "中国共产党四川省委员会", "党 · 省级 · 510000", "95–99 · built"]
    assert mention.get_attribute("aria-describedby") == "note"
    ActionChains(shown.chrome).move_to_element(shown.one("#note")).pause(0.3).perform()
    assert shown.note
    ActionChains(shown.chrome).move_to_element(shown.one("h1")).perform()
    shown.wait(lambda: not shown.note)
    assert mention.get_attribute("aria-describedby") is None


def test_all_mentions_of_a_person_are_shown_with_one(shown: Screen, summit: Report) -> None:
    ActionChains(shown.chrome).move_to_element(shown.one("article .person")).perform()
    same = [m.text for m in shown.all("article .same")]
    assert same == [m.text for m in summit.roster[0].mentions]
    assert len(same) > 1


def test_escape_closes_the_note(shown: Screen) -> None:
    ActionChains(shown.chrome).move_to_element(shown.one("article .person")).perform()
    assert shown.note
    shown.press(Keys.ESCAPE)
    assert not shown.note


def test_the_keyboard_reaches_everything_and_shows_where_it_is(shown: Screen) -> None:
    walked = []
    for _ in range(200):
        shown.press(Keys.TAB)
        here = shown.focus
        if here.tag_name == "body":
            break
        outline = "const s = getComputedStyle(arguments[0].closest('.switch') ?? arguments[0]);"
        assert shown.run(f"{outline} return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2", here)
        walked.append(here.get_attribute("id") or here.get_attribute("href") or here.text)
    ours = [w.split("page.html")[-1] for w in walked]
    assert ours[:3] == ["#text", "#people", "language-zh"]
    labels = ["person", "title", "organisation", "date", "figure", "place"]
    boxes = ours.index("show-person")
    assert ours[boxes : boxes + 9] == [*(f"show-{label}" for label in labels), "全部", "不标", "tags"]
    # The text is one stop, whatever its length; then come the lists, each link in its turn.
    assert re.fullmatch(r"m\d+", ours[boxes + 9])
    lists = shown.run("return [...document.querySelectorAll('section:not(#text) a')].map((a) => a.hash)")
    assert ours[boxes + 10 :] == lists


def test_the_arrows_go_through_the_mentions(shown: Screen, summit: Report) -> None:
    shown.run("document.querySelector('#tags').focus()")
    shown.press(Keys.TAB)
    assert shown.focus.text == summit.mentions[0].text
    for m in summit.mentions[1:4]:
        shown.press(Keys.ARROW_RIGHT)
        assert (shown.focus.text, shown.note.split("\n")[-1]) == (m.text, f"{m.start}–{m.end} · {m.rule}")
    shown.press(Keys.ARROW_LEFT)
    assert shown.focus.text == summit.mentions[2].text
    shown.press(Keys.END)
    assert shown.focus.text == summit.mentions[-1].text
    shown.press(Keys.ARROW_RIGHT)
    assert shown.focus.text == summit.mentions[-1].text
    shown.press(Keys.HOME, Keys.ENTER)
    assert shown.run("return location.hash") == "#f0"
    assert shown.run("return document.querySelector(':target').textContent").startswith("第四届")


def test_leaving_and_coming_back_finds_the_same_mention(shown: Screen) -> None:
    shown.run("document.querySelector('#tags').focus()")
    shown.press(Keys.TAB, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    here = shown.focus
    shown.press(Keys.TAB)
    shown.wait(lambda: not shown.note)
    ActionChains(shown.chrome).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    assert shown.focus == here


def look(screen: Screen, selector: str) -> tuple[str, str]:
    """The background and the line of a mention."""
    style = "const s = getComputedStyle(document.querySelector(arguments[0]));"
    background, line = screen.run(f"{style} return [s.backgroundColor, s.textDecorationLine]", selector)
    return background, line


def test_the_legend_is_a_filter(shown: Screen) -> None:
    before = {label: look(shown, f"article .{label}") for label in ("person", "place")}
    assert before["person"][1] == "underline"
    shown.one("#show-person").click()
    assert look(shown, "article .person") == ("rgba(0, 0, 0, 0)", "none")
    assert look(shown, "article .place") == before["place"]
    assert {m.aria_role for m in shown.all("article .person")} <= {"generic", "none"}
    shown.run("document.querySelector('#tags').focus()")
    shown.press(Keys.TAB)
    walked = [shown.focus]
    for _ in range(10):
        shown.press(Keys.ARROW_RIGHT)
        walked.append(shown.focus)
    assert "person" not in {m.get_attribute("class") for m in walked}
    shown.one("#show-person").click()
    assert look(shown, "article .person") == before["person"]


def test_all_and_none(shown: Screen) -> None:
    shown.one("[data-all=none]").click()
    assert shown.all("article a[href]") == []
    assert {look(shown, f"article .{label}")[1] for label in ("person", "date", "figure")} == {"none"}
    shown.one("[data-all=all]").click()
    assert len(shown.all("article a[href]")) == len(shown.all("article a"))


def test_type_labels_stand_beside_the_mentions_that_are_marked(shown: Screen) -> None:
    def label(selector: str) -> str:
        return str(shown.run(f"return getComputedStyle(document.querySelector('{selector}'), '::after').content"))

    assert label("article .person") == "none"
    shown.one("#tags").click()
    shown.one("#show-place").click()
    assert [label(f"article .{kind}") for kind in ("person", "place")] == ['"人"', "none"]
    shown.one("label[for=language-en]").click()
    assert label("article .person") == '"PER"'


def test_the_language_switch(shown: Screen, summit: Report) -> None:
    assert [h.text for h in shown.all("h2")][:2] == ["正文", "人物与职务"]
    shown.one("label[for=language-en]").click()
    assert [h.text for h in shown.all("h2")][:2] == ["Text", "People and offices"]
    assert shown.run("return document.documentElement.lang") == "en"
    assert not [e for e in shown.all(".zh") if e.is_displayed()]
    assert shown.one("#show-person").accessible_name == f"person {len(summit.people)}"
    shown.one("#language-en").send_keys(Keys.ARROW_LEFT)
    assert shown.one("h2").text == "正文"
    assert not [e for e in shown.all(".en") if e.is_displayed()]


def test_everything_has_a_name(shown: Screen) -> None:
    tree = shown.chrome.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {"link", "button", "checkbox", "radio", "image", "table", "region", "navigation", "heading"}
    nodes = [n for n in tree if not n["ignored"] and n["role"]["value"] in roles - {"table"}]
    assert {"link", "checkbox", "radio", "image", "region", "navigation"} <= {n["role"]["value"] for n in nodes}
    assert [n["role"] for n in nodes if not n.get("name", {}).get("value")] == []
    shown.one("article .date").send_keys("")
    assert shown.run(
        "return document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText"
    )


@pytest.mark.parametrize("width", [320, 375])
def test_a_telephone_need_not_scroll_sideways(
    screen: Screen, example: Report, everywhere: Callable[[str], Report], width: int
) -> None:
    screen.emulate(width=width, height=700)
    for report in (example, everywhere("Llanfair" * 20)):
        screen.show(page(report, "a-rather-long-name-of-a-file-without-any-space-in-it-2026.txt"))
        assert screen.run("return document.documentElement.scrollWidth") == width
        screen.run("document.querySelector('article a:last-of-type').focus()")
        edges = screen.run(
            "const r = document.querySelector('#note').getBoundingClientRect(); return [r.left, r.right]"
        )
        assert edges[0] >= 0
        assert edges[1] <= width


def test_the_note_covers_no_line_of_its_mention(screen: Screen, summit: Report) -> None:
    screen.emulate(width=320, height=500)
    screen.show(page(summit))
    covered, broken = screen.run("""
        const covered = [];
        let broken = 0;
        for (const mention of document.querySelectorAll("article a")) {
          mention.focus();
          const note = document.querySelector("#note").getBoundingClientRect();
          const lines = [...mention.getClientRects()];
          if (lines.length > 1) broken += 1;
          if (lines.some((line) => line.bottom > note.top && line.top < note.bottom)) covered.push(mention.textContent);
        }
        return [covered, broken];
    """)
    assert covered == []
    assert broken > 5


def test_a_finger_taps_once_for_the_value_and_twice_for_the_list(shown: Screen) -> None:
    shown.emulate(width=375, height=700)
    shown.chrome.refresh()
    mention = shown.one("article .place")

    def tap() -> None:
        finger: Callable[..., PointerInput] = PointerInput
        actions: Any = ActionBuilder(shown.chrome, mouse=finger("touch", "finger"))
        actions.pointer_action.move_to(mention).pointer_down().pointer_up()
        actions.perform()

    tap()
    assert shown.note.split("\n")[1] == "成都市"
    assert shown.run("return location.hash") == ""
    tap()
    assert shown.run("return location.hash").startswith("#l")


CONTRAST = """
const luminance = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
};
const behind = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const colour = rgba(getComputedStyle(e).backgroundColor);
    if (colour[3] === 1) return colour;
  }
  return rgba(getComputedStyle(document.documentElement).backgroundColor);
};
const against = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};
const poor = [];
const seen = new Set();
for (const e of document.querySelectorAll("body *:not(script)")) {
  if (e.closest("svg") || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
  const style = getComputedStyle(e);
  const text = against(rgba(style.color), behind(e));
  seen.add(style.color);
  if (text < 4.5) poor.push([e.tagName, e.className, text]);
  const line = against(rgba(style.textDecorationColor), behind(e));
  if (style.textDecorationLine === "underline" && line < 3) poor.push([e.tagName, e.className, "line", line]);
}
for (const e of document.querySelectorAll("svg text, svg rect, svg path")) {
  const style = getComputedStyle(e);
  const box = e.tagName === "text" && e.parentElement.querySelector("rect");
  const ground = box ? rgba(getComputedStyle(box).fill) : behind(e.closest("section"));
  const ink = rgba(e.tagName === "text" ? style.fill : style.stroke);
  if (against(ink, ground) < (e.tagName === "text" ? 4.5 : 3)) poor.push([e.tagName, against(ink, ground)]);
}
return [poor, seen.size];
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_text_and_lines_stand_out_from_what_is_behind_them(
    screen: Screen, summit: Report, scheme: str, media: str
) -> None:
    screen.emulate(scheme=scheme, media=media)
    screen.show(page(summit))
    screen.run("document.querySelector('#tags').click(); document.querySelector('article a').focus()")
    poor, colours = screen.run(CONTRAST)
    assert poor == []
    assert colours > 3


def test_the_dark_is_dark(shown: Screen) -> None:
    paper = "return getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
    assert min(shown.run(paper)) > 200
    shown.emulate(scheme="dark")
    assert max(shown.run(paper)) < 60


def test_paper_has_the_report_and_no_buttons(shown: Screen) -> None:
    shown.emulate(media="print", scheme="dark")
    for selector in ("nav", ".switch", ".tools", ".keys", "#show-person", "#note"):
        assert not shown.one(selector).is_displayed(), selector
    for selector in ("h1", "article", ".legend .sample", "#people table", "#network svg", "#dates .years"):
        assert shown.one(selector).is_displayed(), selector
    assert shown.run("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_without_script_the_page_still_switches_filters_and_leads(screen: Screen, summit: Report) -> None:
    screen.chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    screen.show(page(summit))
    screen.one("label[for=language-en]").click()
    assert screen.one("h2").text == "Text"
    assert not screen.one("[data-all=all]").is_displayed()
    screen.one("#show-person").click()
    assert look(screen, "article .person")[1] == "none"
    screen.one("article .organisation").click()
    assert screen.chrome.current_url.endswith("#o0")
    assert screen.one("#o0").is_displayed()
    assert screen.one("#network svg").is_displayed()


ATTACKS = [
    "<script>window.hit = 1</script>",
    "</script><script>window.hit = 1</script>",
    "</style><img src=x onerror='window.hit = 1'>",
    "</title></article></section></main><svg onload='window.hit = 1'><iframe srcdoc='<script>top.hit = 1</script>'>",
    "\" onfocus='window.hit = 1' autofocus tabindex='0' style='color: red",
    "' onpointerover='window.hit = 1' x='",
    " onfocus=window.hit=1 autofocus href=javascript:window.hit=1",
    "--><!--<script>",
    "`${window.hit = 1}`",
    "\u2028window.hit = 1\u2029",
    "</p>\u202e\u2067hit\u200f王",
    "\0\x08\x1b[2J\x7f\x9f\ufffe",
    "\ud800\udfff王\udc00",
]


@pytest.mark.parametrize("said", ATTACKS)
def test_no_string_runs(screen: Screen, everywhere: Callable[[str], Report], said: str) -> None:
    report = everywhere(said)
    screen.show(page(everywhere("王"), "王"))
    tame = screen.run("return [...document.querySelectorAll('*:not(tspan)')].map((e) => e.tagName)")
    screen.show(page(report, said))
    for mention in screen.all("article a"):
        screen.run("arguments[0].focus()", mention)
        assert screen.note
    assert screen.run("return [...document.querySelectorAll('*:not(tspan, #note *)')].map((e) => e.tagName)") == tame
    assert screen.run("return [typeof window.hit, document.querySelectorAll('[onfocus], [style]').length]") == [
        "undefined",
        1,  # the note's place
    ]
    assert screen.console() == []
    assert screen.requests() == [screen.file.as_uri()]


def test_the_policy_stops_what_would_get_in_all_the_same(shown: Screen) -> None:
    shown.run(
        "const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s);"
        "const i = document.createElement('img'); i.src = 'https://example.org/x.png'; document.body.append(i);"
    )
    assert shown.run("return typeof window.hit") == "undefined"
    shown.wait(
        lambda: len(complaints := shown.console()) >= 2 and all("Content Security Policy" in c for c in complaints)
    )
    assert [failed["blockedReason"] for failed in shown.network("loadingFailed")] == ["csp"]


def test_a_text_that_turns_the_direction_turns_nothing_else(screen: Screen, extractor: Extractor) -> None:
    screen.show(page(extractor.extract("\u202e省长王伟出席会议。")))
    lefts = screen.run("return [...document.querySelectorAll('article a')].map((a) => a.getBoundingClientRect().left)")
    assert len(lefts) >= 2
    assert lefts == sorted(lefts)


def test_a_long_report_stays_usable(screen: Screen, summit: Report, extractor: Extractor) -> None:
    report = extractor.extract(summit.text * 50)
    assert len(report.text.encode()) > 100_000
    screen.show(page(report))
    assert len(screen.all("article a")) == len(report.mentions) > 4000
    screen.run("document.querySelector('#tags').focus()")
    screen.press(Keys.TAB, Keys.END)
    assert screen.note.split("\n")[-1].startswith(f"{report.mentions[-1].start}–")
    screen.one("[data-all=none]").click()
    assert screen.all("article a[href]") == []
    assert screen.console() == []


@pytest.mark.parametrize(("paper", "ink"), [("#ffffff", "#212121"), ("#111111", "#e0e0e0")])
def test_a_notebook_shows_it_in_its_own_theme(screen: Screen, summit: Report, paper: str, ink: str) -> None:
    around = (
        f"<!DOCTYPE html><style>html {{ background: {paper}; color: {ink} }}</style><p id=other>x</p><ul><li>y</ul>"
    )
    measure = "return [...document.querySelectorAll('#other, body > ul')].map((e) => getComputedStyle(e).margin)"
    screen.show(around)
    before = screen.run(measure)
    screen.show(around + fragment(summit))
    assert screen.run(measure) == before
    assert screen.run("return getComputedStyle(document.querySelector('.govner-person')).color") == screen.run(
        "return getComputedStyle(document.querySelector('#other')).color"
    )
    assert screen.console() == []
    poor, _ = screen.run(CONTRAST)
    assert poor == []

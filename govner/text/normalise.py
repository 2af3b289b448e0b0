"""A view of the text that reads alike however it was typed, and has its length: every offset serves both."""

import re
import unicodedata
from functools import lru_cache

from govner.lexicon.tables import table

# Blocks of compatibility characters: radicals, ideographs, vertical and small forms, full and half width, ideographs.
COMPATIBLE = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF01, 0xFFF0), (0x2F800, 0x2FA20))
SURROGATES = range(0xD800, 0xE000)
REPLACEMENT = "\ufffd"
PLANE = 0xFFFF
"""The last code point of the plane in which nearly all text is: patterns of its characters are fast."""
FEW = 30
"""So many different characters are exchanged one after the other; more of them all at once."""


def view(text: str) -> str:
    """The text with one form for each character: of the same length, and unchanged when viewed again.

    - Full-width forms U+FF01–FF5E become ASCII, punctuation included: （ ） ， ： ； ！ ？ ％ ． － ～ become
      ``( ) , : ; ! ? % . - ~``. Kept are 、 。 “ ” ‘ ’ 《 》 〈 〉 【 】 〔 〕 — – … · ○ 〇 ℃ ① Ⅱ and other signs.
    - Corner quotes 「 」 『 』 become “ ” ‘ ’; the dots of names • ‧ ・ become ·; the dashes ― ─ become —; − and
      the hyphens become ``-``; 〜 becomes ``~``; ∶ becomes ``:``; ￥ becomes ¥.
    - Traditional characters become simplified, each for itself, by OpenCC's first choice. Those that simplified text
      has as well (乾隆, 哪吒, the surname 於) change only where other traditional characters outnumber them.
    - Compatibility ideographs and radicals, as copied from PDF (⼈), become the characters they stand for.
    - Spaces of any width, none included, become a space; line ends of any kind a line feed (CRLF two); a tab is kept.
    - A lone surrogate becomes U+FFFD, so that the view can be encoded.

    >>> view("２０２１年，廣東省（粵）")
    '2021年,广东省(粤)'
    """
    forms, other, rare = _forms()
    seen, found = text, set(other.findall(text))
    if len(found) > FEW or rare.search(text):
        seen = text.translate(forms)
    else:
        for character in found:
            seen = seen.replace(character, forms[ord(character)])
    shared, pattern = _shared()
    own = len(pattern.findall(seen))
    if own and sum(map(_traditional().__contains__, text)) > own:
        return seen.translate(shared)
    return seen


@lru_cache(maxsize=1)
def _traditional() -> dict[str, str]:
    """The traditional characters that simplified text does not have, and what they become."""
    return {old: new for old, new, both in table("text/traditional").rows if both == "no"}


@lru_cache(maxsize=1)
def _shared() -> tuple[dict[int, str], re.Pattern[str]]:
    """The traditional characters that simplified text has as well: what they become, and how to find them."""
    shared = {old: new for old, new, both in table("text/traditional").rows if both == "yes"}
    return str.maketrans(shared), re.compile(f"[{''.join(shared)}]")


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[int, str], re.Pattern[str], re.Pattern[str]]:
    """What becomes of each character that has another form, by code point; how to find them, and the rare planes."""
    alike = {form: chr(_range(shown)[0]) for forms, shown, _ in table("text/alike").rows for form in _range(forms)}
    forms = dict.fromkeys(SURROGATES, REPLACEMENT) | alike
    for first, end in COMPATIBLE:
        for code in range(first, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                forms.setdefault(code, alike.get(ord(plain), plain))
    simplified = _traditional()
    forms = {code: simplified.get(form, form) for code, form in forms.items()}
    forms |= str.maketrans(simplified)
    common = [chr(code) for code, form in forms.items() if code <= PLANE and form != chr(code)]
    return forms, re.compile(f"[{re.escape(''.join(common))}]"), re.compile(f"[{chr(PLANE + 1)}-\U0010ffff]")


def _range(text: str) -> range:
    """Code points written U+2000 or U+2000-200A, the last included."""
    first, _, last = text.removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)

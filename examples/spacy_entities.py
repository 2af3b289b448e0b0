"""govner as a component of a spaCy pipeline: entities, their values, and a pattern over them.

python examples/spacy_entities.py     (needs: pip install 'govner[spacy]')
"""

from pathlib import Path

import spacy
from spacy.matcher import Matcher

text = (Path(__file__).parent / "reports" / "city.txt").read_text(encoding="utf-8")

nlp = spacy.blank("zh")
nlp.add_pipe("govner", config={"published": "2026-09-18", "labels": {"person": "PERSON", "organisation": "ORG"}})
doc = nlp(text)

for ent in doc.ents[:8]:
    mention = ent._.govner  # the typed mention, with its exact offsets and normal forms
    print(ent.label_, ent.text, getattr(mention, "value", None) or getattr(mention, "name", None) or "", sep="\t")

# Spans of spaCy's own matcher and of govner meet on the same tokens.
matcher = Matcher(nlp.vocab)
matcher.add("former", [[{"TEXT": "此"}, {"TEXT": "前"}]])
for _, _, end in matcher(doc):
    title = next(span for span in doc.spans["govner"] if span.start >= end and span.label_ == "title")
    print("formerly", doc[end : title.end].text, sep="\t")

for office in doc._.govner.appointments:
    if office.status == "ended":
        print("ended", office.person.text, office.title.text, (office.organisation or office.place).name, sep="\t")

"""Makes the compact form of the lists that an install carries; lexicons/build/wheel.py calls it.

    python lexicons/build/compact.py FILE

See govner/lexicon/compact.py.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from govner import evidence, extractor, surroundings
from govner.lexicon import compact, gazetteer, words


def parts() -> dict[str, object]:
    """All that the library makes of its lists when it begins, by the names that it asks for."""
    fitted = evidence.fitted()
    return {
        "words": extractor.listed().ready()[:],
        "classes": words.word_classes(),
        "clusters": words.clusters(),
        "places": gazetteer.places(),
        "weights": fitted,
        "beside": surroundings.alone(fitted),
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(compact.packed(parts()))

"""The choice: what brute force finds best is what it finds."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from govner.choose import choose
from govner.matchers.candidate import Candidate
from govner.mentions import Label

LABELS: list[Label] = ["person", "title", "place"]
VIEW = "天地、玄黄和宇宙"
LINKS = {("person", "", "title"): 1.5, ("person", "、", "person"): 2.0, ("title", "和", "place"): -3.0}


def total(chosen: list[Candidate]) -> float:
    """The score of a set without links."""
    return sum(c.score for c in chosen)


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    """A few candidates over the view."""
    found = []
    for _ in range(draw(st.integers(0, 7))):
        start = draw(st.integers(0, len(VIEW) - 1))
        end = draw(st.integers(start + 1, len(VIEW)))
        label = draw(st.sampled_from(LABELS))
        found.append(Candidate(start, end, label, "rule", score=draw(st.integers(-3, 5))))
    return found


@given(candidates())
def test_without_links_the_best_disjoint_set_is_found(pool: list[Candidate]) -> None:
    best = 0.0
    for size in range(len(pool) + 1):
        for some in combinations(sorted(pool), size):
            if all(a.end <= b.start for a, b in pairwise(some)):
                best = max(best, total(list(some)))
    assert total(choose(pool, VIEW, {})) == best


@given(candidates())
def test_what_is_chosen_is_disjoint_and_in_text_order(pool: list[Candidate]) -> None:
    chosen = choose(pool, VIEW, LINKS)
    assert all(a.end <= b.start for a, b in pairwise(chosen))
    assert all(c in pool for c in chosen)


def test_a_link_decides_between_equals() -> None:
    person = Candidate(0, 1, "person", "rule", score=1.0)
    title = Candidate(1, 2, "title", "rule", score=1.0)
    place = Candidate(1, 2, "place", "rule", score=2.0)
    assert choose([person, title, place], VIEW, {}) == [person, place]
    assert choose([person, title, place], VIEW, LINKS) == [person, title]


def test_a_link_reaches_over_a_joint() -> None:
    first = Candidate(0, 2, "person", "rule", score=1.0)
    second = Candidate(3, 5, "person", "rule", score=-1.0)
    assert choose([first, second], VIEW, {}) == [first]
    assert choose([first, second], VIEW, LINKS) == [first, second]


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose([], "", {}) == []


def test_what_gains_nothing_is_not_chosen() -> None:
    assert choose([Candidate(0, 2, "person", "rule", score=0.0)], VIEW, LINKS) == []


def test_of_two_as_good_the_first_is_chosen() -> None:
    both = [Candidate(0, 3, "person", "rule", score=1.0), Candidate(1, 4, "place", "rule", score=1.0)]
    assert choose(both, VIEW, {}) == both[:1]


def test_what_two_neighbours_mend_is_chosen() -> None:
    three = [Candidate(i, i + 1, "person", "rule", score=score) for i, score in ((0, 1.0), (2, -3.0), (4, 1.0))]
    assert choose(three, "甲、乙、丙", LINKS) == three


def test_of_two_with_one_end_the_better_is_the_neighbour() -> None:
    weak, strong = (Candidate(start, 2, "person", "rule", score=score) for start, score in ((0, 1.0), (1, 3.0)))
    title = Candidate(2, 4, "title", "rule", score=-1.0)
    assert choose([weak, strong, title], VIEW, LINKS) == [strong, title]

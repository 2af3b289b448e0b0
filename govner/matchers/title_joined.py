"""Offices that run together without a mark: 党组书记|局长 may be two titles or one, and each is told of the other."""

from collections.abc import Sequence

from govner.matchers.candidate import CANDIDATE, Candidate
from govner.matchers.title_parts import Part


def pair(head: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """Evidence of the two heads that one title holds, if it does: 书记 and 局长 in 党组书记局长."""
    return next(((f"heads={part.word}+{head}",) for part in parts if part.sort == "chain"), ())


def joined(titles: Sequence[Candidate], heads: Sequence[str]) -> list[Candidate]:
    """The titles, each told which head ends right before it and which the title has that begins right behind it."""
    before: dict[int, str] = {}
    behind: dict[int, tuple[int, str]] = {}
    for title, head in zip(titles, heads, strict=True):
        start, end = title[:2]
        before[end] = head
        if start not in behind or end < behind[start][0]:
            behind[start] = end, head
    found = list(titles)
    for i, (title, head) in enumerate(zip(titles, heads, strict=True)):
        start, end, label, rule, evidence, detail, score = title
        told: tuple[str, ...] = ()
        if start in before:
            told = ("head-before=" + before[start], f"heads-apart={before[start]}+{head}")
        if end in behind:
            told = (*told, "head-behind=" + behind[end][1])
        if told:
            found[i] = CANDIDATE((start, end, label, rule, (*evidence, *told), detail, score))
    return found

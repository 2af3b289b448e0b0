"""What was worked out once is not worked out again, and memory stays bounded."""

from govner.remembered import Remembered


def test_a_value_is_found_once() -> None:
    asked: list[str] = []

    def find(key: str) -> int:
        asked.append(key)
        return len(key)

    memory = Remembered(find)
    assert [memory["北川"], memory["北川"], memory["县"]] == [2, 2, 1]
    assert asked == ["北川", "县"]


def test_what_is_asked_for_again_is_kept_and_the_rest_forgotten() -> None:
    asked: list[int] = []

    def find(key: int) -> int:
        asked.append(key)
        return -key

    memory = Remembered(find, most=3)
    assert [memory[key] for key in (1, 2, 3, 4, 1, 5, 6, 7, 1)] == [-1, -2, -3, -4, -1, -5, -6, -7, -1]
    assert asked == [1, 2, 3, 4, 5, 6, 7]  # 1 was put aside twice, and asked for in between
    assert memory[2] == -2
    assert asked[-1] == 2


def test_memory_is_bounded() -> None:
    memory = Remembered[int, list[int]](lambda key: [key], most=10)
    for key in range(1000):
        assert memory[key] == [key]
        assert len(memory) <= 10

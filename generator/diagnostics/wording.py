"""How diagnostics put things into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def listed(words: Sequence[str], most: int = 12) -> str:
    """The words, each as code, in a line; cut after `most`."""
    shown = ", ".join(f"`{word}`" for word in words[:most])
    return f"{shown} and {len(words) - most} more" if len(words) > most else shown


def joined(words: Iterable[object]) -> str:
    """The words as in a sentence: `a, b and c`."""
    *others, last = map(str, words)
    return f"{', '.join(others)} and {last}" if others else last


def rounded_to(many: int, places: int) -> str:
    """`rounding three shares to one decimal place`."""
    numbers = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    shares = f"{numbers[many] if many < len(numbers) else many} share{'' if many == 1 else 's'}"
    if not places:
        return f"rounding {shares} to whole numbers"
    return f"rounding {shares} to {numbers[places]} decimal place{'' if places == 1 else 's'}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 return`, `2 returns`."""
    return f"{count} {one if count == 1 else many or one + 's'}"

"""How far the program goes before it stops: each limit with its unit and its reason."""

from __future__ import annotations

from typing import Final

UP_TO: Final = 200
"""Where no base is known, the bases up to this are tried: larger audits say how many they are."""

MOST_TRIED: Final = 100_000
"""No base larger than this is tried: by then nearly any percentage is possible."""

MOST_WAYS: Final = 1_000
"""Of the ways in which several shares fit one base, so many are told: nobody reads more."""

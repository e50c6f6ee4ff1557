"""What became of an earlier audit's points: a part of the page on what changed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.follow_up import FollowUp, Standing


@dataclass(frozen=True)
class SinceLastTime:
    """Where the earlier audit's points stand."""

    follow_up: FollowUp
    counts: dict[Standing, int]


def since_last_time(follow_up: FollowUp) -> SinceLastTime:
    """The points, with how many stand how."""
    standings = [point.standing for point in follow_up.points]
    return SinceLastTime(
        follow_up,
        {standing: standings.count(standing) for standing in Standing if standing in standings},
    )

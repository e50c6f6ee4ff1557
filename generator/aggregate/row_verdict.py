"""What is wrong with a printed row, and what its figures were checked against.

The rules of the check and the pages ask here, and say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.figure import FEWEST_FOR_PERCENT, whole_percent
from generator.aggregate.possible import (
    Rounding,
    Share,
    Sum,
    as_printed,
    counts_of,
    gives,
    places,
    possible,
)
from generator.aggregate.printed_row import Basis, PrintedRow
from generator.diagnostics.wording import counted, joined, rounded_to
from generator.limits import UP_TO
from generator.model.nouns import CASES, Noun, with_count


@dataclass(frozen=True)
class RowFault:
    """One thing that is wrong with a row."""

    at: tuple[str, ...]
    """Where in the row: the field, and the answer where it is of one."""
    what: str
    """What is wrong, with the arithmetic."""


def counts_fault(row: PrintedRow) -> RowFault | None:
    """Whether the counts can be those of the printed total."""
    total = row.total
    if total is None or not row.counts:
        return None
    if row.are_several:
        over = next((answer for answer, count in row.counts.items() if count > total), None)
        return (
            RowFault(("counts", over), f"{over} {row.counts[over]} is more than the total, {total}")
            if over
            else None
        )
    are_all = len(row.counts) == len(row.scale.choices)
    if row.answered == total or row.holds or (not are_all and row.answered < total):
        return None
    counts = " + ".join(f"{answer} {count}" for answer, count in row.counts.items())
    if len(row.counts) == 1:
        return RowFault(("total",), f"{counts} is more than the total, {total}")
    said = "printed as" if are_all else "and that is more than the total,"
    return RowFault(("total",), f"{counts} is {row.answered}, {said} {total}")


def percentage_fault(row: PrintedRow) -> RowFault | None:
    """Whether each percentage is what its count gives; only the first answer is pointed at."""
    # A wrong count makes every percentage of its row differ: one fault, one diagnostic.
    if not row.counts or counts_fault(row):
        return None
    differing = dict(_differing(row))
    if not differing:
        return None
    return RowFault(("percentages", next(iter(differing))), "; ".join(differing.values()))


def _differing(row: PrintedRow) -> Iterator[tuple[str, str]]:
    base = row.base_of_percentages
    if base is None:
        yield from _no_base_gives(row)
        return
    shares = {**row.percentages, **(row.outside_percentages if base == row.total else {})}
    counts = {**row.counts, **row.outside}
    for answer, printed in shares.items():
        if answer not in counts and not row.is_whole:
            continue
        count = counts.get(answer, 0)
        if not base:
            yield answer, f"{answer}: 0 of 0 has no percentage, printed as {printed}%"
        elif not gives(count, base, printed):
            given = as_printed(count, base, places(printed))
            yield answer, f"{answer}: {count} of {base} is {given}%, printed as {printed}%"


def _no_base_gives(row: PrintedRow) -> Iterator[tuple[str, str]]:
    """Counts that stand beside percentages without a base: some base must give them all."""
    both = {answer for answer in row.counts if answer in row.percentages}
    up_to = row.whole or UP_TO
    if both and not any(row.fits(base, both) for base in range(1, up_to + 1)):
        said = joined(f"{row.counts[one]} as {row.percentages[one]}%" for one in sorted(both))
        yield min(both), f"no number of {row.named_unit} up to {up_to} gives {said}"


def impossible_fault(row: PrintedRow) -> RowFault | None:
    """Whether some whole counts give the percentages that stand without one."""
    shares = dict(row.percentages)
    if not shares or row.is_whole or counts_fault(row):
        return None
    base, up_to = tested_base(row)
    fault = ""
    if row.are_several:
        tried: list[tuple[Share, ...]] = [(share,) for share in shares.values()]
    elif row.counts:
        left = {answer: share for answer, share in shares.items() if answer not in row.counts}
        tried = [(*row.counts.values(), *left.values())] if left else []
    else:
        # What adds up to too much or too little fits nothing: that is another fault. It takes
        # every share to the last place of any; where each to its own place can explain the sum,
        # as of 33.3, 18.25 and 48.5, that they fit no base together is a fault besides.
        apart = row.is_full and not Sum.of(tuple(shares.values())).is_explained
        tried = [(share,) for share in shares.values()] if apart else [tuple(shares.values())]
    for several in tried:
        found = possible(several, base, up_to, leaves_rest=not row.is_full or bool(row.counts))
        if not found.is_possible:
            fault = (
                _of(several, base, row.named_unit)
                if base
                else _of_any(several, up_to, row.named_unit)
            )
            break
    return RowFault(("percentages", next(iter(shares))), fault) if fault else None


def tested_base(row: PrintedRow) -> tuple[int | None, int]:
    """The base that percentages without counts must fit, and without one the largest to try."""
    # Every case counts in a share of cases. Not every return answers every question.
    of_cases = row.whole if row.named_unit == CASES else None
    return row.base or of_cases, row.whole or UP_TO


def _of(shares: tuple[Share, ...], base: int, unit: Noun) -> str:
    printed = [share for share in shares if isinstance(share, Decimal)]
    if len(shares) > 1:
        return f"{_said(shares)} of {unit}: no whole numbers of {base} give them together"
    near = (
        f"{count} is {as_printed(count, base, places(printed[0]))}%"
        for count in possible(printed, base).nearest
    )
    return f"{printed[0]}% of {unit}: no whole number of {base} gives it; {joined(near)}"


def _of_any(shares: tuple[Share, ...], up_to: int, unit: Noun) -> str:
    what = f"no number of {unit} up to {up_to} gives {_said(shares)}"
    if len(shares) == 1:
        return what
    smallest = {share: next(iter(possible([share], up_to=up_to).bases), 0) for share in shares}
    rarest = max(shares, key=lambda share: smallest[share] or up_to + 1)
    alone = f"{smallest[rarest]} or more" if smallest[rarest] else f"more than {up_to}"
    return f"{what} together; {_said([rarest])} alone takes {alone}"


def _said(shares: tuple[Share, ...] | list[Share]) -> str:
    return joined(f"{share}%" if isinstance(share, Decimal) else str(share) for share in shares)


def sum_fault(row: PrintedRow) -> RowFault | None:
    """Whether percentages of all the answers add up to 100, but for rounding."""
    # Where counts are known, each percentage is compared with them.
    if row.counts or not row.is_full or row.are_several:
        return None
    added = row_sum(row)
    if added is None or added.is_explained:
        return None
    what = (
        f"{added.words}; {rounded_to(len(added.shares), places(added.total))} explains "
        f"{added.around}"
    )
    return RowFault(("percentages", next(iter(row.percentages))), what)


def row_sum(row: PrintedRow) -> Sum | None:
    """What the percentages add up to, where one was printed for every value of the scale.

    With those of *don't know* and the like, where the values of the scale alone are too few.
    """
    own = tuple(row.percentages.values())
    if not row.is_full or len(own) < 2:
        return None
    of_scale = Sum.of_row(own)
    if of_scale.is_explained or not row.outside_percentages:
        return of_scale
    return Sum.of_row((*own, *row.outside_percentages.values()))


def sum_through_rounding(row: PrintedRow) -> Sum | None:
    """What the percentages of a row add up to, where that is not 100 and each of them is right.

    Those that the source printed for every value of the scale, or else those that are shown.
    """
    if row.are_several:
        return None
    base = row.base_of_percentages
    shares = tuple(row.percentages.values())
    if row.is_whole and not row.figure.percentages:
        counts = [row.counts.get(one, 0) for one in row.scale.choices]
        if row.answered < FEWEST_FOR_PERCENT:
            return None
        shares = tuple(Decimal(whole_percent(count, row.answered)) for count in counts)
    elif not row.is_full or len(shares) < 2:
        return None
    elif row.counts:
        if (
            not base
            or not row.is_whole
            or any(
                share != as_printed(row.counts.get(answer, 0), base, places(share))
                for answer, share in row.percentages.items()
            )
        ):
            return None
        shares = (*shares, *(row.outside_percentages.values() if base == row.total else ()))
    elif not possible(shares, row.base).is_possible:
        return None
    added = Sum.of_row(shares)
    return added if added.is_explained and added.total != 100 else None


def joined_fault(row: PrintedRow) -> RowFault | None:
    """Whether what was printed for several answers together is what the answers give."""
    for name, share in row.joins.items():
        field = "joined" if name in row.figure.joined else "joined_counts"
        base, count, percentage = row.base, share.fewest, share.percentage
        if base and count is not None and count > base:
            return RowFault((field, name), f"{name}: {count} is more than {base}")
        if percentage is None or not base:
            continue
        if name in row.figure.joined_counts:
            if count is not None and not gives(count, base, percentage):
                given = as_printed(count, base, places(percentage))
                return RowFault(
                    ("joined", name),
                    f"{name}: {count} of {base} is {given}%, printed as {percentage}%",
                )
        elif not possible([percentage], base).is_possible:
            return RowFault(("joined", name), f"{name}: {_of((percentage,), base, row.named_unit)}")
    return None


def parts_fault(row: PrintedRow, parts: Mapping[str, tuple[str, ...]]) -> RowFault | None:
    """Whether joins are the sum of their parts; `parts` has the answers of each."""
    for name, answers in parts.items():
        share = row.joins[name]
        cells = [cell for answer in answers if (cell := row.cell(answer))]
        field = "joined" if name in row.figure.joined else "joined_counts"
        if not cells or len(cells) < len(answers):
            continue
        counts = [cell.count for cell in cells if cell.count is not None]
        if len(counts) == len(cells) and share.base and share.fewest is not None:
            total = sum(counts)
            if not (share.fewest <= total <= (share.most or share.fewest)):
                said = " + ".join(f"{cell.answer} {cell.words}" for cell in cells)
                printed = share.percentage if field == "joined" else share.fewest
                sign = "%" if field == "joined" else ""
                of = f" of {share.base}" if field == "joined" else ""
                return RowFault(
                    (field, name), f"{name}: {said} is {total}{of}, printed as {printed}{sign}"
                )
            continue
        shares = [cell.percentage for cell in cells if cell.percentage is not None]
        if len(shares) == len(cells) and share.percentage is not None:
            near = Decimal(len(shares) + 1) / 2 * Decimal(1).scaleb(-min(map(places, shares)))
            if abs(sum(shares, Decimal(0)) - share.percentage) > near:
                said = " + ".join(f"{cell.answer} {cell.percentage}%" for cell in cells)
                return RowFault(
                    (field, name),
                    f"{name}: {said} is {sum(shares, Decimal(0))}%, printed as {share.percentage}%",
                )
    return None


def only_by(row: PrintedRow) -> frozenset[Rounding]:
    """The roundings by which all percentages of the row fit its base; empty where none is known."""
    base = row.base_of_percentages
    shares = {**row.percentages, **row.figure.joined}
    if not base or not shares:
        return frozenset()
    return frozenset(
        by
        for by in Rounding
        if all(
            (row.counts[answer] in counts_of(share, base, by))
            if answer in row.counts
            else bool(counts_of(share, base, by))
            for answer, share in shares.items()
        )
    )


FAULTS: Final[tuple[Callable[[PrintedRow], RowFault | None], ...]] = (
    counts_fault,
    percentage_fault,
    impossible_fault,
    sum_fault,
    joined_fault,
)
"""What can be wrong with a row by itself."""


def faults(row: PrintedRow) -> tuple[RowFault, ...]:
    """All that is wrong with a row."""
    return tuple(fault for find in FAULTS if (fault := find(row)))


@dataclass(frozen=True)
class Checked:
    """What the figures of a row were checked against, and what could not be tested."""

    against: tuple[str, ...]
    untested: tuple[str, ...]

    @property
    def words(self) -> str:
        """`Checked: … Not tested: …`, as a reader sees it."""
        parts = (
            f"Checked: {'; '.join(self.against)}." if self.against else "",
            f"Not tested: {'; '.join(self.untested)}." if self.untested else "",
        )
        return " ".join(part for part in parts if part)


def checked(row: PrintedRow) -> Checked:
    """What the figures of a row were checked against."""
    return Checked(tuple(_against(row)), tuple(_untested(row)))


def _against(row: PrintedRow) -> Iterator[str]:
    counts, total = len(row.counts) + len(row.outside), row.total
    if counts and total is not None:
        yield f"{counted(counts, 'count')} against the total of {total}"
    shares = len(row.percentages) + len(row.figure.joined)
    base = row.base_of_percentages
    if shares and base and row.basis is not Basis.PERCENTAGE:
        what = "count" if row.is_whole else "whole number"
        yield f"{counted(shares, 'percentage')} against {what}s of {base}"
    elif shares and base:
        yield f"{counted(shares, 'percentage')} against the counts beside"
    elif shares:
        tested, up_to = tested_base(row)
        of = with_count(tested, row.named_unit) if tested else f"any number up to {up_to}"
        yield f"{counted(shares, 'percentage')} against whole numbers of {of}"
    if row.is_full and not row.counts and not row.are_several:
        yield "their sum against 100"
    if row.whole is not None and (row.base or 0):
        yield f"the base against the audit's {with_count(row.whole, row.named_unit)}"


def _untested(row: PrintedRow) -> Iterator[str]:
    if (row.counts or row.figure.joined_counts) and row.total is None and not row.percentages:
        if not row.is_whole:
            yield "the counts, since no total was printed"
        else:
            yield "whether the counts are all, since no total was printed"
    if row.percentages and row.base is None and row.whole is None:
        yield "of how many the percentages are, since no base was printed"
    if row.whole is None and row.base:
        yield f"the base, since the audit does not say how many {row.named_unit} there were"
    marked = [cell for cell in row.cells if cell.suppressed]
    if marked:
        yield counted(len(marked), "suppressed figure")
    if row.figure.mean is not None or row.figure.median is not None:
        yield "mean and median, which cannot be worked out from what was printed"

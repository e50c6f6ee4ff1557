"""What a spreadsheet calls a cell."""

from __future__ import annotations


def address(row: int, column: int) -> str:
    """What a spreadsheet calls a cell; rows and columns count from 0.

    >>> address(0, 0), address(6, 27)
    ('A1', 'AB7')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"

"""How far the program goes before it stops: each limit with its unit and its reason."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 1_000_000
"""Bytes of a file of the tree: a larger one is an export that was saved in the wrong place."""

MAX_PICTURE_BYTES: Final = 10_000_000
"""Bytes of a picture: what a good camera makes of one; a larger one keeps a phone waiting."""

MAX_PICTURE_PIXELS: Final = 25_000_000
"""Pixels of a picture: those of a good camera, and 100 MB of memory once it is unpacked."""

MAX_PICTURE_PASSES: Final = 100
"""Times that a JPEG draws over itself: cameras need ten; a thousand are made to take hours."""

MAX_FILES: Final = 500_000
"""Files of a tree: those of all partnerships of a country; more is a disk that was copied in."""

MAX_FOLDERS_DEEP: Final = 8
"""Folders inside each other below `audits`: an audit needs three, and some keep notes beside."""

MAX_DEPTH: Final = 40
"""Lists and mappings of YAML inside each other: the deepest field needs eight."""

MAX_ENTRIES: Final = 5_000
"""Entries of a register, and of the findings or recommendations of an audit: nobody reads more."""

MAX_SCORES: Final = 101
"""Values of a scale of scores, from the lowest to the highest: 0 to 100 is the finest in use."""

MOST_OF_A_RULE: Final = 100
"""Diagnostics of a rule in a file: whoever has mended a hundred runs the check again."""

MOST_IN_ALL: Final = 5_000
"""Diagnostics in all: more is a tree of another kind, and megabytes that nobody opens."""

MAX_SEARCH_BYTES: Final = 5_000_000
"""Bytes that search looks through: twice as many freeze a browser. What stands last is left out."""

PART_BYTES: Final = 80_000
"""Bytes that a page across audits says, about: of twice as many it is divided, newest first."""

LONGEST_NUMBER: Final = 12
"""Digits and commas of a number that can be a figure: more of anything nobody has counted."""

MAX_DRAWING_DEPTH: Final = 40
"""Elements of a drawing inside each other: drawing programs group in tens, not in thousands."""

UP_TO: Final = 200
"""Where no base is known, the bases up to this are tried: larger audits say how many they are."""

MOST_TRIED: Final = 100_000
"""No base larger than this is tried: by then nearly any percentage is possible."""

MOST_WAYS: Final = 1_000
"""Of the ways in which several shares fit one base, so many are told: nobody reads more."""

MOST_TABLE_BYTES: Final = 10_000_000
"""No table of a printed report is larger than this; a file that is holds something else."""

MOST_TABLE_CELLS: Final = 20_000
"""A table has no more cells than this; nobody could compare more with a report."""

MOST_BOOK_CELLS: Final = 200_000
"""Cells of a workbook or an export with returns: 500 returns of a long form need no more."""

MOST_UNPACKED_BYTES: Final = 100_000_000
"""What a spreadsheet unpacks to: more is a file made to fill the memory."""

MOST_READING_BYTES: Final = 1_000_000_000
"""The memory that reading a spreadsheet may take before it is ended."""

MOST_READING_SECONDS: Final = 30
"""How long reading a spreadsheet may take before it is ended."""

MOST_RETURN_BYTES: Final = 5_000_000
"""Bytes of a file that an agency sends: a hundred long returns are fewer."""

MOST_RETURNS: Final = 500
"""Returns in one file: an agency has one for each case, and no audit has so many cases."""

MOST_CELLS: Final = 5_000
"""Fields that a return fills: the longest form has fewer than two hundred."""

MOST_MADE_UP: Final = 4_000
"""Audits of a made-up tree: there are names for so many partnerships, and no country has more."""

MOST_RECEIVED: Final = 2_000
"""Files received at once: more is a folder of another kind."""

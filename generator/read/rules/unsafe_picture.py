"""A picture is what its name says, holds nothing else, and is not too large.

What a file holds decides, not what it is called: a web page named `plan.png` would run in a
browser. Of a photograph the picture alone is published; where it was taken, with what and by whom
is left behind. A drawing (`.svg`) is published where it is only drawn: without scripts, styles,
links, or anything that it would load. What is not published is best saved again as `.png`.

Fails:

```markdown audits/small/plan.png
<!doctype html>
<script>alert("no picture")</script>
```

Passes:

```markdown audits/small/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 2"><path d="M0 0h8v2H0z"/></svg>
```
"""

from __future__ import annotations

from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)

_SAVE: Final = "Open it in a picture program, and save it as .png or .jpg."


def is_none(place: Place, what: str) -> Diagnostic:
    """The file is no picture of a kind that is published, but `what`, if that is known."""
    message = f"this is {what}, and not what its name says" if what else "this is no picture"
    return RULE.at(place, message, f"{_SAVE} Or delete it.")


def called_otherwise(place: Place, kind: str, ending: str) -> Diagnostic:
    """The file is a picture of another kind than its name says."""
    return RULE.at(
        place,
        f"this is a picture of the kind {kind}, and not what its name says",
        f"Let its name end in {ending}, here and in the texts that show it.",
    )


def is_broken(place: Place, kind: str) -> Diagnostic:
    """The picture cannot be drawn to its end."""
    return RULE.at(
        place,
        f"this picture ({kind}) is broken: it cannot be drawn to its end",
        "Fetch or save it again.",
    )


def too_large(path: str, size: int, most: int) -> Diagnostic:
    """The picture at `path` has `size` bytes, more than `most`."""
    return RULE.at(
        Place(path),
        f"this picture has {size:,} bytes; at most {most:,} are published",
        "Save it smaller: 2,000 pixels across are enough for any screen.",
    )


def too_many_pixels(place: Place, most: int) -> Diagnostic:
    """The picture has more than `most` pixels."""
    return RULE.at(
        place,
        f"this picture has more than {most:,} pixels, and no more are published",
        "Save it smaller: 2,000 pixels across are enough for any screen.",
    )


def moves(place: Place) -> Diagnostic:
    """The picture has more than one frame."""
    return RULE.at(place, "this picture moves, and would on paper be lost", "Save one frame of it.")


def not_only_drawn(place: Place, holds: str) -> Diagnostic:
    """The drawing holds something that is no part of the picture."""
    return RULE.at(
        place,
        f"this drawing holds {holds}, and a drawing is published only where it is only drawn",
        "Save it as .png, or as plain SVG without it.",
    )


def called_like(place: Place, other: str) -> Diagnostic:
    """Another picture has the same name, but for large letters or how its accents are stored."""
    return RULE.at(
        place,
        f"this has the name of `{other}`, but for large letters or the way accents are stored",
        "Give one of the two another name: not every computer tells them apart.",
    )

"""What the formats share that a forge reads: the wording, and a name that a fault keeps."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic


def annotated(found: Iterable[Diagnostic], circumstances: Circumstances) -> Iterator[Diagnostic]:
    """What a forge shows beside the lines: all but what was let stand.

    Their paths are from the repository's root: from anywhere else, a forge finds no line.
    """
    for fault in found:
        if not fault.let_stand:
            path = circumstances.within + fault.place.path
            yield replace(fault, place=replace(fault.place, path=path))


def sentences(diagnostic: Diagnostic) -> str:
    """The message and the tip as one text: a forge has a single place for both."""
    return f"{diagnostic.message}. {diagnostic.tip}" if diagnostic.tip else diagnostic.message


def fingerprinted(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with its fingerprint.

    It is made of the rule, the file, the message and how many of the same came before, not of the
    line: a fault that moves because others write above it stays the one that a forge knows.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in diagnostics:
        same = (diagnostic.rule, diagnostic.place.path, diagnostic.message)
        # A lone half of a character, which a message may quote, has no UTF-8 otherwise.
        text = "\0".join([*same, str(seen[same])]).encode("utf-8", "surrogatepass")
        seen[same] += 1
        yield diagnostic, hashlib.sha256(text).hexdigest()

"""A link must lead somewhere, and a picture must be there.

A link to something in the data names its kind, as in `[R1](question:R1)`. The kinds are
`question:`, `finding:`, `recommendation:`, `case:`, `agency:`, `theme:` and `audit:`. Such a link
still leads there when the pages are arranged anew, which a link to a page would not. Links to
other places start with `https://` or `mailto:`. A picture is a file beside the text, because pages
are read where there is no network.

Fails:

```markdown audits/small/summary.md
Plans came late: see [R1](question:R11).
```

Passes:

```markdown audits/small/summary.md
Plans came late: see [R1](question:R1), and the [guidance](https://www.example.org/plans).
```
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.check.names import all_known, asked_without_tool, names_known, tip_for
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import listed
from generator.read.markdown import ELSEWHERE, LINK_KINDS, PRINTED, Link, links_in
from generator.read.picture import address_of
from generator.read.source_file import SourceFile, Text
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_SHARED: Final = ("agency", "theme", "audit")
"""What a link may name from anywhere; the rest belongs to one audit."""

_Fault = tuple[str, str]
"""A message and a tip."""

_Names = Mapping[str, Collection[str]]
"""The names that a text may use, by what they name."""


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every link and picture that leads nowhere."""
    names = names_known(tree, tree.audit)
    for text in tree.texts:
        links = list(links_in(text.text))
        # markdown-it escapes what an address may not hold; the file has it as it was typed.
        typed = [_as_typed(link, text) for link in links]
        places = text.places([target or ")" for target in typed], after="](")
        for link, target, (_, place) in zip(links, typed, places, strict=True):
            if link.is_picture:
                fault = _picture(tree, text.file, target)
            else:
                fault = _link(tree, text.file, target, names)
            if fault:
                yield RULE.at(place, *fault, about=target)


def _as_typed(link: Link, text: Text) -> str:
    return link.target if link.target in text.text else unquote(link.target)


def _link(tree: Tree, file: SourceFile, target: str, names: _Names) -> _Fault | None:
    kind, colon, name = target.partition(":")
    if not target:
        return "this link leads nowhere", "Write where it leads, such as `question:R1`."
    if kind.partition("@")[0] == PRINTED or target == ELSEWHERE:
        return None  # no link, but a mark: the rule quoted-figure looks at it
    if kind in LINK_KINDS:
        return _name(tree, file, kind, name, names[kind])
    if target.startswith("//"):
        return f"`{target}` does not say how to get there", f"Write `https:{target}`."
    if not colon or "/" in kind or "#" in kind:
        return (
            f"`{target}` is a file or a place on a page, and pages have other names",
            "Name what the link is about, such as `question:R1`, or give a whole address with "
            "https://.",
        )
    match kind.lower():
        case "https":
            if urlsplit(target).netloc:
                return None
            return f"`{target}` is no address", "Write `https://` and the name of the site."
        case "mailto":
            return (
                None if "@" in name else (f"`{target}` is no address", "Write `mailto:NAME@SITE`.")
            )
        case "http":
            return (
                f"`{target}` is not encrypted on its way to the reader",
                f"Write `https:{name}`.",
            )
    near = nearest(kind, (*LINK_KINDS, "https", "mailto"))
    if near:
        return f"`{kind}:` is no kind of link", f"Did you mean `{near}:`?"
    known = listed([f"{scheme}:" for scheme in ("https", "mailto", *LINK_KINDS)])
    return f"`{kind}:` is no kind of link", f"A link starts with one of {known}."


def _name(
    tree: Tree, file: SourceFile, kind: str, name: str, known: Collection[str]
) -> _Fault | None:
    if kind not in _SHARED and file.audit is None:
        return (
            f"a {kind} belongs to an audit, and this file does not",
            f"Link to something that all audits share: {listed([f'{kind}:' for kind in _SHARED])}.",
        )
    if name in known or not all_known(tree, kind, file.audit):
        return None
    if kind == "question" and file.audit and asked_without_tool(tree, file.audit):
        return None  # the rule missing-tool says so once
    return f"no {kind} is called `{name}`", tip_for(name, kind, known)


def _picture(tree: Tree, file: SourceFile, target: str) -> _Fault | None:
    if not target:
        return "there is no picture here", "Write the name of its file, or delete it."
    if ":" in target or target.startswith("//"):
        return (
            f"`{target}` is no picture of this folder's, and pages load nothing from elsewhere",
            "Put the picture beside this file, and write its name here.",
        )
    folder = posixpath.dirname(file.document.path)
    path = posixpath.normpath(posixpath.join(folder, unquote(target)))
    outermost = "/".join(file.document.path.split("/")[: 2 if file.audit else 1])
    if not path.startswith(f"{outermost}/"):
        return f"`{target}` leads out of the audit", "Put the picture beside this file."
    there_or_told = (*tree.pictures, *(one.place.path for one in tree.diagnostics))
    if any(address_of(one) == address_of(path) for one in there_or_told):
        return None  # it is there, or what is wrong with it has been said
    there = [
        posixpath.relpath(picture, folder)
        for picture in tree.pictures
        if picture.startswith(f"{outermost}/")
    ]
    near = nearest(target, there)
    tip = f"Pictures here: {listed(there)}." if there else "Put the picture beside this file."
    tip = f"Did you mean `{near}`?" if near else tip
    return f"no picture is called `{target}`", tip

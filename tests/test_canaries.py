"""No word of a narrower field comes into an edition, whatever field it is of and in no shape."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from generator.building.leaks import leaks
from generator.building.withheld import withheld
from generator.model.edition import Edition
from generator.read.tree import read_tree
from tests.canaries import AUDIT, CASE, Canaries, write_tree
from tests.conftest import Once
from tests.sites import Site, environment, project

UNCHECKED = """
import json
import sys
from generator import checking, cli, pipeline
from generator.kept.known import Report
from mkdocs.__main__ import cli as mkdocs
pipeline.diagnose = lambda tree, as_at: ()
pipeline.check_read = lambda tree, as_at, known: Report((), ())
checking.check_folder = lambda audits, as_at, **others: Report((), ())
mkdocs.main(["build"], standalone_mode=False)
for words in json.loads(sys.argv[1]):
    cli.main.main(words, standalone_mode=False)
"""
"""All fields filled at once contradict each other; what is tested here is what is shown."""

EDITIONS = tuple(Edition)


def make_all(folder: Path, edition: Edition) -> None:
    """Build the site, and write beside it what `audits pages` and `audits collate --all` write."""
    pages = ("pages", "build/site/plain")
    table = ("collate", "--all", "build/site/table", "--format", "json")
    commands = [(*words, "--edition", edition) for words in (pages, table)]
    done = subprocess.run(
        [sys.executable, "-c", UNCHECKED, json.dumps(commands)],
        cwd=folder,
        env=environment(EDITION=edition.value),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def canaries(once: Once) -> tuple[Path, Canaries]:
    def make(seed: Path) -> tuple[Path, Canaries]:
        written = write_tree(seed / "audits")
        assert read_tree(seed / "audits").diagnostics == ()
        return seed, written

    return once("canaries", make)


@pytest.fixture(scope="module")
def sites(canaries: tuple[Path, Canaries], once: Once) -> Mapping[Edition, Site]:
    """The three editions, and beside each what `audits pages` and `audits collate --all` write."""

    def make(folder: Path, edition: Edition) -> Site:
        project(folder, canaries[0] / "audits")
        make_all(folder, edition)
        return Site(folder / "build/site", "")

    return {one: once(f"canaries-{one}", partial(make, edition=one)) for one in EDITIONS}


def everything(site: Site) -> bytes:
    """All files and their names, what is packed unpacked, in small letters."""
    held = [name.encode() for name in site.files]
    for name, data in site.files.items():
        held.append(gzip.decompress(data) if name.endswith(".gz") else data)
    return b"\n".join(held).lower()


def ways(word: str) -> list[bytes]:
    """A word as it stands, and as base64 has it at each place of three."""
    plain = word.lower().encode()
    packed = [base64.b64encode(b" " * start + plain)[4:-4].lower() for start in range(3)]
    return [plain, *packed]


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_word_of_a_narrower_field_is_anywhere(
    edition: Edition, canaries: tuple[Path, Canaries], sites: Mapping[Edition, Site]
) -> None:
    held = everything(sites[edition])
    told = {**canaries[1].words, **canaries[1].days}
    narrower = {word: of for word, (of, widest) in told.items() if not edition.may_show(widest)}
    assert {of for word, of in narrower.items() if any(way in held for way in ways(word))} == set()
    assert (len(narrower) > 5) is (edition is not Edition.RESTRICTED)


def test_public_edition_names_no_case_and_no_band(sites: Mapping[Edition, Site]) -> None:
    held = everything(sites[Edition.PUBLIC])
    assert (CASE.encode() in held, b"71 to 79" in held) == (False, False)
    assert CASE.encode() in everything(sites[Edition.INTRANET])


_NO_VALUE = "not a value of the question's scale, which alone has a column"
NEVER_SHOWN = {
    **dict.fromkeys(("Allowed.word", "Allowed.reason", "Allowed.by"), "for the check alone"),
    "Contact.address": "stands in letters, and on no page of any edition",
    "Noted.rule": "names a rule, for the check",
    "Partnership.also": "other names, for search in documents",
    "Partnership.levels": "what a case may say, for the check",
    "AuditFile.returns_note": "stands where no returns are kept, and here they are",
    "Finding.no_recommendation": "stands where nothing answers a finding, and here something does",
    "PublishedFigure.printed_as": "stands with a figure that was printed, where its unit differs",
    **dict.fromkeys(
        (
            *("EarlierFigure.counts (key)", "EarlierFigure.percentages (key)"),
            *("GroupFigure.counts (key)", "GroupFigure.percentages (key)"),
            *("PublishedFigure.joined (key)", "PublishedFigure.joined_counts (key)"),
        ),
        _NO_VALUE,
    ),
}
"""What no page shows of this tree, and why."""


def test_every_word_that_may_be_shown_is_shown_somewhere(
    canaries: tuple[Path, Canaries], sites: Mapping[Edition, Site]
) -> None:
    held = everything(sites[Edition.RESTRICTED])
    missing = {of for word, (of, _) in canaries[1].words.items() if word.encode() not in held}
    assert missing == set(NEVER_SHOWN)


@pytest.mark.parametrize("edition", [Edition.INTRANET, Edition.PUBLIC])
def test_search_of_a_build_finds_the_narrower_fields(
    edition: Edition, canaries: tuple[Path, Canaries], sites: Mapping[Edition, Site]
) -> None:
    """Held against the restricted site, what it looks for is there; in its own site nothing is."""
    library = read_tree(canaries[0] / "audits").library
    sought = withheld(library, edition, (), ())
    assert leaks(sites[edition].folder, sought) == []
    found = leaks(sites[Edition.RESTRICTED].folder, sought)
    assert any(f"audits/{AUDIT}/cases/{CASE}.md" in one for one in found)

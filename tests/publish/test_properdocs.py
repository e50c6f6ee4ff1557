"""ProperDocs, the kept fork of MkDocs, builds the same site: the way out stays open.

Material's support ends on 2027-05-05, and MkDocs' own releases have stopped.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.sites import SMALL, environment, project

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def tree_built_by(engine: str, folder: Path) -> dict[str, bytes]:
    """Every file that an engine builds, without the tag in which a page names its engine."""
    site = folder / f"built-by-{engine}"
    subprocess.run(
        [
            *(sys.executable, "-m", engine, "build", "--strict"),
            *("--config-file", "mkdocs.yml", "--site-dir", str(site)),
        ],
        cwd=folder,
        env=environment(),
        check=True,
        capture_output=True,
    )
    return {
        str(path.relative_to(site)): GENERATOR.sub(b"", path.read_bytes())
        for path in site.rglob("*")
        if path.is_file()
    }


def test_properdocs_builds_the_same_bytes(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", SMALL / "audits")
    ours, theirs = tree_built_by("mkdocs", folder), tree_built_by("properdocs", folder)
    assert len(ours) > 50
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []

"""`audits release`: nothing goes out that two roles have not seen, and all is recorded."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.building.release import UnreadableRecordError, recorded_contents
from tests.building.test_build import build, run
from tests.sites import SMALL, project

LOOKED = ("--looked", "Business manager", "--looked", "Board chair")
RECORD = "site/releases/2026-11-21-public.yml"


def git(folder: Path, *words: str) -> str:
    told = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *told, *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the small tree, committed."""
    folder = project(tmp_path / "project", audits=SMALL / "audits")
    (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "All")
    return folder


def release(folder: Path, *words: str) -> tuple[int, str, str]:
    return run(folder, "release", "--edition", "public", *words)


def released(folder: Path) -> tuple[int, str, str]:
    return run(folder, "released", "--edition", "public")


def test_release_is_built_and_recorded(folder: Path) -> None:
    assert release(folder, *LOOKED) == (
        0,
        f"build/public is built, and {RECORD} records it: commit that file.\n",
        "",
    )
    site = folder / "build/public"
    files = sorted(file for file in site.rglob("*") if file.is_file())
    sums = "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(site).as_posix()}\n"
        for file in files
    )
    record = yaml.safe_load((folder / RECORD).read_text(encoding="utf-8"))
    withheld = record.pop("withheld")
    assert record == {
        "released": "2026-11-21",
        "edition": "public",
        "commit": git(folder, "rev-parse", "HEAD"),
        "as_at": "2026-11-21",
        "looked": ["Business manager", "Board chair"],
        "site": {"files": len(files), "sha256": hashlib.sha256(sums.encode()).hexdigest()},
        "identifiers_allowed": {},
    }
    assert list(withheld) == ["cases/{case}.md", "findings.yml", "returns/{case}/{agency}.yml"]
    about = (site / "guides/about.html").read_text(encoding="utf-8")
    assert "Last released on 21 November 2026." in about
    assert "releases" not in {file.parent.name for file in files}
    code, _, err = release(folder, *LOOKED)
    assert (code, RECORD in err or "not all is committed" in err) == (1, True)


def test_site_that_was_never_released_says_nothing_of_it(folder: Path) -> None:
    assert build(folder)[0] == 0
    assert "Last released" not in (folder / "build/site/guides/about.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Two people look at a site"),
        (("--looked", "Board chair", "--looked", "board  Chair"), "Two people look at a site"),
        ((*LOOKED, "--looked", "Oluwaseun"), "`Oluwaseun` may name a person"),
    ],
)
def test_two_roles_must_have_looked(words: tuple[str, ...], said: str, folder: Path) -> None:
    code, out, err = release(folder, *words)
    assert (code, out, said in err) == (2, "", True)


def test_nothing_is_released_that_is_not_committed(folder: Path) -> None:
    (folder / "audits/small/summary.md").write_text("More.\n", encoding="utf-8")
    code, out, err = release(folder, *LOOKED)
    assert (code, out, "not all is committed: audits/small/summary.md" in err) == (1, "", True)
    assert not (folder / "build").exists()


def test_site_with_errors_is_not_released_and_leaves_no_record(folder: Path) -> None:
    (folder / "audits/small/findings.yml").write_text("late-plans: [\n", encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "Broken")
    code, out, err = release(folder, *LOOKED)
    assert (code, out, "audits/small/findings.yml" in err) == (1, "", True)
    assert not (folder / RECORD).exists()


def test_what_was_built_is_what_was_released_until_a_byte_differs(folder: Path) -> None:
    never = "Error: The public edition was never released: audits release --edition public.\n"
    assert released(folder) == (1, "", never)
    release(folder, *LOOKED)
    assert released(folder) == (0, f"build/public is what {RECORD} records.\n", "")
    with (folder / "build/public/index.html").open("a", encoding="utf-8") as page:
        page.write(" ")
    assert released(folder) == (
        1,
        "",
        f"Error: build/public is not what {RECORD} records. It was built from another commit than "
        "the one recorded there, or by another version of Python than the one that released it.\n",
    )


def test_nothing_built_is_nothing_released(folder: Path) -> None:
    (folder / RECORD).parent.mkdir()
    (folder / RECORD).write_text("", encoding="utf-8")
    no_site = "Error: There is no build/public to look at: audits build --edition public.\n"
    assert released(folder) == (1, "", no_site)
    (folder / "build/public").mkdir(parents=True)
    assert released(folder) == (
        1,
        "",
        f"Error: {RECORD} cannot be read: it is kept as `audits release` wrote it.\n",
    )


@pytest.mark.parametrize(
    "text", ["", "site: 5\n", "site: {files: many}\n", "site: [\n", "- site\n"]
)
def test_record_that_was_changed_cannot_be_read(text: str, tmp_path: Path) -> None:
    record = tmp_path / "record.yml"
    record.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableRecordError):
        recorded_contents(record)

"""What an edition must not hold is found in what was built, in whatever shape it stands there."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.building.leaks import leaks
from generator.building.withheld import Withheld, runs_of, withheld
from generator.identify.roster import Roster
from generator.model.case import AGE_BANDS
from generator.model.edition import Edition
from generator.read.tree import read_tree
from tests.building.test_build import build, pages
from tests.sites import SMALL, project

PICTURE = "The school wrote to the boy's aunt every single Friday."
CASE = f"""---
age_band: 5 to 9
ethnicity: Black Caribbean
area: Kråkmoor
---

{PICTURE} She **never** answered.
"""
RETURN = """status: complete
received: 2031-02-03
completed_by: Head of Year, Lower Site
answers:
  R1: yes
"""


def tree(folder: Path) -> Path:
    audits = project(folder, audits=SMALL / "audits") / "audits"
    (audits / "small/cases/a.md").write_text(CASE, encoding="utf-8")
    (audits / "small/returns/a/school.yml").write_text(RETURN, encoding="utf-8")
    return audits


@pytest.fixture
def public(tmp_path: Path) -> Withheld:
    """What the public edition of a small tree must not hold."""
    library = read_tree(tree(tmp_path / "project")).library
    return withheld(library, Edition.PUBLIC, (), ())


PEN = "`pen_picture` of audits/small/cases/a.md"
AREA = "`area` of audits/small/cases/a.md"
BY = "`completed_by` of audits/small/returns/a/school.yml"
ADDRESS = "the address of audits/AUDIT/cases/{case}.md"
INDEX = {"docs": [{"location": "x.html", "title": "X", "text": f"<p>{PICTURE}</p>"}]}
LINK = {"docs": [{"location": "audits/small/cases/a.html#top", "title": "X", "text": ""}]}


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("x.html", f"<p>{PICTURE}</p>", PEN),
        ("x.html", "<td>wrote to the <a href='x'>boy&#39;s</a> aunt every sin<b>gle</b>", PEN),
        ("x.html", f'<img alt="{PICTURE}">', PEN),
        ("x.html", f'<li data-x="{PICTURE}">', PEN),
        ("x.html", f"<!-- {PICTURE} -->", PEN),
        ("x.html", "<td>KRÅK\u00admoor</td>", AREA),
        ("x.html", "<td>head of year; lower&nbsp;site</td>", BY),
        ("x.html", "<td>3 February 2031</td>", "`received` of audits/small/returns/a/school.yml"),
        ("x.svg", f"<svg><title>{PICTURE}</title></svg>", PEN),
        ("x.csv", f'a,b\n1,"{PICTURE}"\n', PEN),
        ("x.json", json.dumps({"a": [{PICTURE: 1}]}), PEN),
        ("search/search_index.json", json.dumps(INDEX), PEN),
        ("search/search_index.js", f"var __index = {json.dumps(INDEX)}", PEN),
        ("search/search_index.json", json.dumps(LINK), ADDRESS),
        ("x.html", '<a href="edit/main/audits/small/cases/a.md">', ADDRESS),
        ("black-caribbean.png", "", "`ethnicity` of audits/small/cases/a.md"),
        ("sitemap.xml", "<url><loc>a/audits/small/cases/a.html</loc></url>", ADDRESS),
    ],
)
def test_leak_is_found(name: str, text: str, what: str, public: Withheld, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / name).parent.mkdir(parents=True)
    (site / name).write_text(text, encoding="utf-8")
    assert leaks(site, public) == [f"{name} holds {what}."]


def test_leak_is_found_in_what_is_packed(public: Withheld, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "x.xml.gz").write_bytes(gzip.compress(f"<a>{PICTURE}</a>".encode()))
    assert leaks(site, public) == [f"x.xml.gz holds {PEN}."]


def test_field_is_named_once_with_how_many_files_hold_it(public: Withheld, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("a", "b", "c"):
        (site / f"{name}.html").write_text(f"<p>{PICTURE}</p>{PICTURE}", encoding="utf-8")
    assert leaks(site, public) == [f"a.html holds {PEN}, and so do 2 other files."]


@pytest.mark.parametrize("value", ["yes", "female", "3", "12 of 20", "R1", "no plan", *AGE_BANDS])
def test_value_that_could_be_anybodys_is_not_looked_for(value: str) -> None:
    assert list(runs_of(value)) == []


def test_value_that_may_stand_elsewhere_is_no_leak(tmp_path: Path) -> None:
    audits = tree(tmp_path)
    (audits / "small/summary.md").write_text(f"In Kråkmoor. {PICTURE}", encoding="utf-8")
    library = read_tree(audits).library
    runs = withheld(library, Edition.PUBLIC, (), ()).runs
    assert (("kråkmoor",) in runs, ("black", "caribbean") in runs) == (False, True)
    assert [
        of for of in runs.values() if of.key == "pen_picture" and of.file.endswith("a.md")
    ] == []


def test_guide_may_use_a_few_words_and_no_sentence_of_a_case(tmp_path: Path) -> None:
    library = read_tree(tree(tmp_path)).library
    runs = withheld(library, Edition.PUBLIC, (), (f"Black Caribbean. {PICTURE}",)).runs
    assert ("black", "caribbean") not in runs
    assert ("the", "school", "wrote", "to", "the", "boy") in runs


def test_restricted_edition_may_hold_everything(tmp_path: Path) -> None:
    library = read_tree(tree(tmp_path)).library
    assert withheld(library, Edition.RESTRICTED, (), ()) == Withheld()


def test_name_of_the_roster_is_found_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<p>So Oluwaseun's aunt said.</p>", encoding="utf-8")
    found = leaks(tmp_path, Withheld(), Roster.of(["Oluwaseun Adeyemi"]))
    assert found == ["x.html holds a name of the roster."]


def test_leak_fails_the_build_and_leaves_the_last_site(tmp_path: Path) -> None:
    folder = tree(tmp_path / "project").parent
    assert build(folder, "--edition", "public")[0] == 0
    good = pages(folder / "build/public")
    guide = folder / "site/pages/guides/start.md"
    guide.write_text(guide.read_text("utf-8") + f"\n{PICTURE}\n", encoding="utf-8")
    assert build(folder, "--edition", "public") == (
        1,
        "",
        "The site holds what it must not:\n"
        f"guides/start.html holds {PEN}, and so do 2 other files.\n"
        "Error: Nothing was built. The last site is as it was.\n",
    )
    assert pages(folder / "build/public") == good
    assert build(folder)[0] == 0


def test_build_with_a_roster_names_nobody(tmp_path: Path) -> None:
    folder = tree(tmp_path / "project").parent
    names = tmp_path / "names.txt"
    names.write_text("Kråkmoor\n", encoding="utf-8")
    code, _, err = build(folder, "--edition", "restricted", "--roster", str(names))
    assert (code, "Kråkmoor" in err, "holds a name of the roster" in err) == (1, False, True)

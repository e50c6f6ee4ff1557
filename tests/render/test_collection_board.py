"""The collection board: the audit group's edition alone has it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.model.edition import Edition
from generator.pipeline import check, pages
from tests.conftest import Golden
from tests.render.test_fragments import faults
from tests.sites import ROOT, SMALL

BOARD = "audits/small/collection.html"
AS_AT = date(2031, 2, 27)
CONTACTS = """\
contact: {role: Business manager, address: audits@smallshire.example}
asked:
  - police
  - {agency: school, contact: {role: Designated lead, address: lead@schools.example}}
"""
UNCLEAR = """\
status: partial
answers:
  R1: yes
  R2:
    answer: don't know
    reason: question unclear
    comment: Which *plan*?
"""


@pytest.fixture
def collecting(tmp_path: Path) -> Path:
    """The small tree while returns come in: the school has sent none."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    audit = tmp_path / "audits/small"
    head = (audit / "audit.yml").read_text("utf-8").replace("published\n", "collecting\n")
    head = head.replace("  published: 2031-04\n", "").replace("asked: [police, school]\n", CONTACTS)
    (audit / "audit.yml").write_text(head, "utf-8")
    for name in ("returns/a/school.yml", "returns/b/school.yml"):
        (audit / name).unlink()
    (audit / "returns/b/police.yml").write_text(UNCLEAR, "utf-8")
    return tmp_path / "audits"


def made(audits: Path, edition: Edition) -> dict[str, str]:
    checked = check(audits, AS_AT)
    return {page.uri: page.html for page in pages(checked, ROOT / "site/templates", edition, AS_AT)}


def test_board_while_returns_come_in(collecting: Path, golden: Golden) -> None:
    golden("collection.html", made(collecting, Edition.RESTRICTED)[BOARD])


@pytest.mark.parametrize("edition", [Edition.INTRANET, Edition.PUBLIC])
def test_other_editions_have_no_board_and_name_no_role(collecting: Path, edition: Edition) -> None:
    found = made(collecting, edition)
    assert BOARD not in found
    assert [uri for uri, html in found.items() if "Designated lead" in html] == []


def test_no_page_of_any_edition_has_an_address(collecting: Path) -> None:
    found = made(collecting, Edition.RESTRICTED)
    addresses = ("audits@smallshire.example", "lead@schools.example")
    assert [uri for uri, html in found.items() for one in addresses if one in html] == []


def test_board_is_well_formed_and_leads_somewhere(collecting: Path) -> None:
    checked = check(collecting, AS_AT)
    every = pages(checked, ROOT / "site/templates", Edition.RESTRICTED, AS_AT)
    assert [one for one in faults({page.uri: page for page in every}) if BOARD in one] == []


def test_once_an_audit_is_published_no_days_are_counted() -> None:
    html = made(SMALL / "audits", Edition.RESTRICTED)[BOARD]
    lead = BeautifulSoup(html, "html.parser").select_one(".lead")
    assert lead
    assert lead.get_text() == "4 of 4 returns came back."

"""Where a change can be suggested: the very line, on each forge, and nowhere where none is set."""

from __future__ import annotations

import pytest

from generator.publish.suggesting import address

FILE = "audits/small/findings.yml"


@pytest.mark.parametrize(
    ("edit_uri", "there"),
    [
        (
            "https://github.com/us/learning/edit/main/site/pages/",
            "https://github.com/us/learning/edit/main/audits/small/findings.yml#L12",
        ),
        (
            "https://gitlab.com/us/learning/-/edit/main/site/pages/",
            "https://gitlab.com/us/learning/-/edit/main/audits/small/findings.yml#L12",
        ),
        (
            "https://git.our.gov.uk/us/learning/_edit/main/site/pages/",
            "https://git.our.gov.uk/us/learning/_edit/main/audits/small/findings.yml#L12",
        ),
        (
            "https://dev.azure.com/us/p/_git/learning?version=GBmain&path=/site/pages/",
            "https://dev.azure.com/us/p/_git/learning?version=GBmain"
            "&path=/audits/small/findings.yml"
            "&line=12&lineEnd=13&lineStartColumn=1&lineEndColumn=1",
        ),
    ],
    ids=["GitHub", "GitLab", "Gitea", "Azure DevOps"],
)
def test_it_leads_to_the_line_on_each_forge(edit_uri: str, there: str) -> None:
    assert address(edit_uri, FILE, 12) == there


@pytest.mark.parametrize(
    "edit_uri",
    [
        None,
        "",
        "https://git.example.org/us/learning/edit/main/site/pages/",
        "https://forge.example/us/learning/edit/main/site/pages/",
        "https://github.com/us/learning",
    ],
)
def test_it_leads_nowhere_where_no_forge_is_set(edit_uri: str | None) -> None:
    assert address(edit_uri, FILE, 12) is None

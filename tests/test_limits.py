"""The table of limits in the guide, against the module in which they stand."""

from __future__ import annotations

import ast

from tests.sites import ROOT

GUIDE = ROOT / "site/pages/guides/look-after-the-site.md"


def rows() -> list[str]:
    """A row a limit: its number, and its docstring."""
    tree = ast.parse((ROOT / "generator/limits.py").read_text(encoding="utf-8"))
    found = []
    for limit, why in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(limit, ast.AnnAssign) and isinstance(limit.value, ast.Constant):
            assert isinstance(why, ast.Expr), ast.unparse(limit)
            assert isinstance(why.value, ast.Constant)
            assert isinstance(limit.value.value, int)
            found.append(f"| {limit.value.value:,} | {' '.join(str(why.value.value).split())} |")
    return found


def test_every_limit_stands_in_the_guide_with_its_reason() -> None:
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    assert [row for row in rows() if row not in lines] == []


if __name__ == "__main__":
    print(*rows(), sep="\n")

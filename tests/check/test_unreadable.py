"""Files that cannot be shown as text: what is said of them, and of nothing else."""

from pathlib import Path

import pytest

from tests.check.trees import lines, small_tree

FINDING = "late-plans:\n  kind: worry\n  text: Plans came late"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            f"{FINDING} for the café.\n".encode("cp1252"),
            "3:36: error[not-utf8] the file is not saved as UTF-8: "
            "byte 0xe9 here was probably meant as `é` | "
            "Save the file again, choosing UTF-8 as its encoding.",
            id="latin-1",
        ),
        pytest.param(
            f"# the crèche 👩‍👧\n{FINDING} for the ".encode() + b"caf\xe9.\n",
            "4:36: error[not-utf8] the file is not saved as UTF-8: "
            "byte 0xe9 here was probably meant as `é` | "
            "Save the file again, choosing UTF-8 as its encoding.",
            id="latin-1 after UTF-8",
        ),
        pytest.param(
            b"\xef\xbb\xbf" + f"caf\xe9: {FINDING}.\n".encode("latin-1"),
            "1:4: error[not-utf8] the file is not saved as UTF-8: "
            "byte 0xe9 here was probably meant as `é` | "
            "Save the file again, choosing UTF-8 as its encoding.",
            id="latin-1 after a byte-order mark",
        ),
        pytest.param(
            f"{FINDING}.\n".encode("utf-16"),
            "1:1: error[not-utf8] the file is saved as UTF-16, which Windows calls Unicode, and "
            "not as UTF-8 | Save the file again, choosing UTF-8 as its encoding.",
            id="utf-16",
        ),
        pytest.param(
            f"{FINDING}\x08.\n".encode(),
            "3:24: error[unseen-sign] control character U+0008 is here, which nobody sees | "
            "Delete it; it often comes with text pasted from another program.",
            id="backspace",
        ),
        pytest.param(
            b"",
            "1:1: error[empty-text] the file is empty | Write its content, or delete the file.",
            id="empty",
        ),
        pytest.param(
            b"\xef\xbb\xbf",
            "1:1: error[empty-text] the file is empty | Write its content, or delete the file.",
            id="byte-order mark alone",
        ),
    ],
)
def test_bytes(data: bytes, said: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "small/findings.yml").write_bytes(data)
    assert lines(audits) == f"audits/small/findings.yml:{said}\n"


def test_bytes_of_markdown(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "small/summary.md").write_bytes(
        "Plans were late.\n\nSo was tea à deux.\n".encode("cp1252")
    )
    (audits / "small/method.md").write_bytes(b"We read\x0b the records.\n")
    case = "---\nage_band: 5 to 9\n---\nA child in a “busy” home.\n"
    (audits / "small/cases/a.md").write_bytes(case.encode("cp1252"))
    assert lines(audits) == (
        "audits/small/cases/a.md:4:14: error[not-utf8] the file is not saved as UTF-8: "
        "byte 0x93 here was probably meant as `“` | "
        "Save the file again, choosing UTF-8 as its encoding.\n"
        "audits/small/method.md:1:8: error[unseen-sign] control character U+000B is here, which "
        "nobody sees | Delete it; it often comes with text pasted from another program.\n"
        "audits/small/summary.md:3:12: error[not-utf8] the file is not saved as UTF-8: "
        "byte 0xe0 here was probably meant as `à` | "
        "Save the file again, choosing UTF-8 as its encoding.\n"
    )


@pytest.mark.parametrize("path", ["small/findings.yml", "small/cases", "printed/tool.yml", "small"])
def test_a_link_is_not_followed_and_is_the_only_fault(path: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    (audits / path).rename(elsewhere)
    (audits / path).symlink_to(elsewhere, target_is_directory=elsewhere.is_dir())
    assert lines(audits) == (
        f"audits/{path}:1:1: error[unsafe-file] this is a link, and links are not followed | "
        "Put the file here.\n"
    )


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "small/summary.md").symlink_to("/no/such/file")
    assert lines(audits) == (
        "audits/small/summary.md:1:1: error[unsafe-file] this is a link, and links are not "
        "followed | Put the file here.\n"
    )


@pytest.mark.parametrize("path", ["agencies.yml", "small/tool.yml", "small/returns/a/police.yml"])
def test_a_large_file_is_not_read_and_is_the_only_fault(path: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / path).write_bytes(b"# an export\n" * 91_667)
    assert lines(audits) == (
        f"audits/{path}:1:1: error[unsafe-file] the file has 1,100,004 bytes; at most 1,000,000 "
        "are read | Split it, or check whether it belongs here.\n"
    )


def test_a_file_just_small_enough_is_read(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    text = (audits / "small/findings.yml").read_bytes()
    (audits / "small/findings.yml").write_bytes(text + b"#" * (1_000_000 - len(text)))
    assert lines(audits) == ""


def test_no_register_is_one_fault_each(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "agencies.yml").unlink()
    (audits / "themes.yml").unlink()
    assert lines(audits) == (
        "audits/printed/audit.yml:3:10: error[unknown-name] no theme is called `planning`: "
        "there is no `themes.yml` at all | Add `themes.yml` to the folder that holds the audits.\n"
        "audits/printed/audit.yml:6:9: error[unknown-name] no agency is called `police`: "
        "there is no `agencies.yml` at all | "
        "Add `agencies.yml` to the folder that holds the audits.\n"
    )


def test_no_tool_is_one_fault(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "small/tool.yml").unlink()
    assert lines(audits) == (
        "audits/small/audit.yml:1:1: error[missing-tool] `findings.yml` names `R1`, and there is "
        "no `tool.yml` that asks it | Add `tool.yml` with the sections and questions of the form.\n"
    )


def test_an_empty_tree_holds_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "audits").mkdir()
    (tmp_path / "audits/.gitkeep").touch()
    assert lines(tmp_path / "audits") == (
        "audits:1:1: error[nothing-to-read] there is nothing to read in `audits` | See whether all "
        "was fetched; from git, `git checkout -- audits` brings back what was committed, and `git "
        "submodule update --init` what is kept elsewhere.\n"
    )


def test_no_tree_at_all(tmp_path: Path) -> None:
    (tmp_path / "audits").symlink_to(tmp_path / "gone")
    expected = (
        "audits:1:1: error[nothing-to-read] there is no folder `audits` | Bring it back from where "
        "it is kept, or from the last commit: `git checkout -- audits`.\n"
    )
    assert (lines(tmp_path / "audits"), lines(tmp_path / "none/audits")) == (expected, expected)

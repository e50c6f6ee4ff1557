from generator.diagnostics import github, gitlab, json_list, sarif, text
from generator.diagnostics.formats import FORMATS, format_called
from tests.diagnostics.faults import AT_ROOT, IN_A_FOLDER, MIXED, NOTE


def test_every_format_writes_what_its_module_writes() -> None:
    assert {name: format_called(name)(MIXED, AT_ROOT) for name in FORMATS} == {
        "text": text.write(MIXED, AT_ROOT),
        "github": github.write(MIXED, AT_ROOT),
        "gitlab": gitlab.write(MIXED, AT_ROOT),
        "sarif": sarif.write(MIXED, AT_ROOT),
        "json": json_list.write(MIXED, AT_ROOT),
    }


def test_what_a_forge_shows_beside_lines_has_paths_from_the_repositorys_root() -> None:
    with_folder = {
        name for name in FORMATS if "learning-site/" in format_called(name)(MIXED, IN_A_FOLDER)
    }
    assert with_folder == {"github", "gitlab", "sarif"}


def test_what_was_let_stand_is_no_annotation() -> None:
    writers = {name: format_called(name) for name in FORMATS}
    silent = {
        name for name, write in writers.items() if write([NOTE], AT_ROOT) == write([], AT_ROOT)
    }
    assert silent == {"github", "gitlab", "sarif"}

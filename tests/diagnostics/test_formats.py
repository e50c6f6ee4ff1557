from generator.diagnostics import github, gitlab, json_list, sarif, text
from generator.diagnostics.formats import FORMATS, Circumstances
from tests.diagnostics.faults import ERROR, MIXED, RULES

LINES = {ERROR.place: "titel: Domestic abuse\n"}
CIRCUMSTANCES = Circumstances(rules=RULES, files=40, line_at=LINES.get, colour=True)


def test_every_format_writes_what_its_module_writes() -> None:
    assert {name: write(MIXED, CIRCUMSTANCES) for name, write in FORMATS.items()} == {
        "text": text.write(MIXED, LINES.get, 40, colour=True),
        "github": github.write(MIXED),
        "gitlab": gitlab.write(MIXED),
        "sarif": sarif.write(MIXED, RULES),
        "json": json_list.write(MIXED),
    }

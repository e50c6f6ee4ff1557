from generator.diagnostics import github
from tests.diagnostics.faults import AT_ROOT, HOSTILE, MIXED, REMARK


def test_a_command_a_fault() -> None:
    assert github.write(MIXED, AT_ROOT) == (
        "::error file=audits/small/audit.yml,line=3,col=1,title=unknown-key"
        "::`titel` is not known here. Did you mean `title`?\n"
        "::warning file=audits/small/tool.yml,line=12,col=10,title=never-answered"
        "::no return answers `R1`\n"
    )


def test_what_is_worth_knowing_is_a_notice() -> None:
    assert github.write([REMARK], AT_ROOT) == (
        "::notice file=audits/small/tool.yml,line=12,col=10,title=never-answered"
        "::no return answers `R1`. Nothing is to be done.\n"
    )


def test_hostile_text_stays_in_its_command() -> None:
    assert github.write([HOSTILE], AT_ROOT) == (
        "::error file=audits/a%2C b%3A 100%25.yml,line=1,col=1,title=unknown-key"
        r"::`x%0D%0A::stop-commands::y` is 100%25 ]]> \x1b[31m\u202e\u2066. "
        "See </script>,%0Aor: %250A.\n"
    )


def test_nothing_is_no_text() -> None:
    assert github.write([], AT_ROOT) == ""

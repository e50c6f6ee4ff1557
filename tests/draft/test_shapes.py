"""The shapes of printed tables, each with what is drafted from it."""

from __future__ import annotations

import pytest

from generator.draft.rows import drafted
from generator.draft.sheet import read_sheet
from generator.draft.written import figures_text
from tests.draft.asking import ASKED, OWN_YEARS

SHAPES = {
    "counts, a column an answer": (
        """\
Question,Yes,No,Total
1.1,12,8,20
1.2,5,14,19
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, total: 20}
  1.2: {counts: {yes: 5, no: 14}, total: 19}
""",
    ),
    "counts and percentages in one cell": (
        """\
Question,Yes,No
1.1,11 (55%),"9, 45%"
1.2,70% (14),6 [30%]
""",
        """\
figures:
  1.1: {counts: {yes: 11, no: 9}, percentages: {yes: 55, no: 45}}
  1.2: {counts: {yes: 14, no: 6}, percentages: {yes: 70, no: 30}}
""",
    ),
    "counts out of how many": (
        """\
Question,Yes,No
1.1,5 of 19,14/19
1.2,n=3 out of 20,17
""",
        """\
figures:
  1.1: {counts: {yes: 5, no: 14}, total: 19}
  1.2: {counts: {yes: 3, no: 17}, total: 20}
""",
    ),
    "percentages with their sign": (
        """\
Question,Yes,No
1.1,55%,45 %
1.2,70.5%,29.5 per cent
""",
        """\
figures:
  1.1: {percentages: {yes: 55, no: 45}}
  1.2: {percentages: {yes: 70.5, no: 29.5}}
""",
    ),
    "percentages by their heading": (
        """\
Question,% Yes,Percentage who said no
1.1,55,45
1.2,70,30
""",
        """\
figures:
  1.1: {percentages: {yes: 55, no: 45}}
  1.2: {percentages: {yes: 70, no: 30}}
""",
    ),
    "percentages as parts of one": (
        """\
Question,Yes (%),No (%)
1.1,0.55,0.45
1.2,1,0
""",
        """\
figures:
  1.1: {percentages: {yes: 55, no: 45}}
  1.2: {percentages: {yes: 100, no: 0}}
""",
    ),
    "a percentage beside each count": (
        """\
Question,Yes,%,No,%,Total
1.1,11,55,9,45,20
""",
        """\
figures:
  1.1: {counts: {yes: 11, no: 9}, total: 20, percentages: {yes: 55, no: 45}}
""",
    ),
    "percentages under no heading": (
        """\
Question,Yes,,No,
1.1,11,55%,9,45%
""",
        """\
figures:
  1.1: {counts: {yes: 11, no: 9}, percentages: {yes: 55, no: 45}}
""",
    ),
    "number and percentage in two rows of headings": (
        """\
Ref,Question,Yes,,No,,Total
,,No.,%,No.,%,
1.1,Was it answered within a day?,12,60,8,40,20
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, total: 20, percentages: {yes: 60, no: 40}}
""",
    ),
    "a heading over all answers": (
        """\
Question,Responses,,
,Yes,No,Total
1.1,12,8,20
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, total: 20}
""",
    ),
    "count and percentage by one heading": (
        """\
Question,"Yes, n (%)",No n (%)
1.1,11 (55),9 (45)
""",
        """\
figures:
  1.1: {counts: {yes: 11, no: 9}, percentages: {yes: 55, no: 45}}
""",
    ),
    "suppressed": (
        """\
Question,Yes,No,% Yes
1.1,<5,*,*
1.2,< 3,c,<5%
""",
        """\
figures:
  1.1: {counts: {yes: "<5", no: "*"}, percentages: {yes: "*"}}
  1.2: {counts: {yes: "< 3", no: c}, percentages: {yes: "<5%"}}
""",
    ),
    "not printed": (
        """\
Question,Yes,No,Total
1.1,12,,20
1.2,-,\u2013,19
""",
        """\
figures:
  1.1: {counts: {yes: 12}, total: 20}
  1.2: {total: 19}
""",
    ),
    "thousands": (
        """\
Question,Yes,No
1.1,"1,204","12,000"
""",
        """\
figures:
  1.1: {counts: {yes: 1204, no: 12000}}
""",
    ),
    "every word for a total": (
        """\
Question,Yes,N
1.1,12,20
Question,Yes,Base
1.2,12,20
Question,Yes,No. of responses
2a,12,20
""",
        """\
figures:
  1.1: {counts: {yes: 12}, total: 20}
  1.2: {counts: {yes: 12}, total: 20}
  2a: {counts: {yes: 12}, total: 20}
""",
    ),
    "outside the scale": (
        """\
Question,Yes,No,N/A,Don\u2019t know,Left blank
1.1,12,5,1,2,0
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 5, not applicable: 1, don't know: 2, blank: 0}}
""",
    ),
    "Y and N": (
        """\
Question,Y,N,N/A
1.1,12,5,3
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 5, not applicable: 3}}
""",
    ),
    "other case and spaces": (
        """\
QUESTION,OUTSTANDING,Requires  Improvement
q3,1,4
""",
        """\
figures:
  Q3: {counts: {outstanding: 1, requires improvement: 4}}
""",
    ),
    "signs that nobody sees": (
        """\
Question,Y\u00ades,No\u200b
Was the child\u00a0asked?,12,8
""",
        """\
figures:
  1.2: {counts: {yes: 12, no: 8}}
""",
    ),
    "good or better": (
        """\
Question,Good,Good or better (%),Outstanding or good
Q3,9,50,10
""",
        """\
figures:
  Q3: {counts: {good: 9}, joined_counts: {outstanding or good: 10}, joined: {good or better: 50}}
""",
    ),
    "scores": (
        """\
Question,10,9,8,Mean,Median,Highest,Target %
S1,1,0,3,6.4,7,10,90
""",
        """\
figures:
  S1: {counts: {10: 1, 9: 0, 8: 3}, mean: 6.4, median: 7, highest: 10, target: 90}
""",
    ),
    "references and wordings": (
        """\
Question,Yes
1.1. Was it answered within a day?,1
Q1.2,2
2a),3
""",
        """\
figures:
  1.1: {counts: {yes: 1}}
  1.2: {counts: {yes: 2}}
  2a: {counts: {yes: 3}}
""",
    ),
    "a label, a slip, no question mark": (
        """\
Question,Yes
Answered in a day,1
Was the childd asked,2
""",
        """\
figures:
  1.1: {counts: {yes: 1}}
  1.2: {counts: {yes: 2}}
""",
    ),
    "wording that differs from the tool": (
        """\
Ref,Question,Yes
1.1,Was the call answered at once?,12
""",
        """\
figures:
  1.1: {counts: {yes: 12}}
  # B2 "Was the call answered at once?": by its reference; worded otherwise
""",
    ),
    "reference and wording disagree": (
        """\
Ref,Question,Yes
1.1,Was the child asked?,12
""",
        """\
figures: {}
  # A2 "1.1": its reference is 1.1, its words are those of 1.2
  # B2 "Was the child asked?": its reference is 1.1, its words are those of 1.2
  # C2 "12": its reference is 1.1, its words are those of 1.2
""",
    ),
    "one row for two questions": (
        """\
Ref,Also,Yes
1.1,1.2,12
""",
        """\
figures: {}
  # A2 "1.1": it may be 1.1 or 1.2
  # B2 "1.2": it may be 1.1 or 1.2
  # C2 "12": it may be 1.1 or 1.2
""",
    ),
    "a question twice": (
        """\
Question,Yes
1.1,12
1.1,13
""",
        """\
figures:
  1.1: {counts: {yes: 12}}
  # A3 "1.1": 1.1 has a row already
  # B3 "13": 1.1 has a row already
""",
    ),
    "headings below other lines": (
        """\
Report of the audit

Table 2
Question,Yes
The contact
1.1,12
Note: all cases.
""",
        """\
figures:
  1.1: {counts: {yes: 12}}
  # A1 "Report of the audit"
  # A3 "Table 2"
  # A5 "The contact"
  # A7 "Note: all cases."
""",
    ),
    "headings again on the next page": (
        """\
Question,Yes,No
1.1,12,8
Question,Yes,No
1.2,5,14
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}}
  1.2: {counts: {yes: 5, no: 14}}
""",
    ),
    "another table below": (
        """\
Question,Yes,No
1.1,12,8

Question,Good,Inadequate
Q3,4,5
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}}
  Q3: {counts: {good: 4, inadequate: 5}}
""",
    ),
    "turned round": (
        """\
Answer,1.1 Was it answered within a day?,Child asked
Yes,12,5
No,8,14
Total,20,19
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, total: 20}
  1.2: {counts: {yes: 5, no: 14}, total: 19}
""",
    ),
    "turned round, by reference": (
        """\
,1.1,1.2
Yes,12,5
No,8,14
,,
Note: all cases.,,
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}}
  1.2: {counts: {yes: 5, no: 14}}
  # A5 "Note: all cases."
""",
    ),
    "turned round, number and percentage": (
        """\
,1.1,,1.2,
,No.,%,No.,%
Yes,12,60%,5,26%
No,8,40%,14,74%
Total,20,100%,19,100%
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, total: 20, percentages: {yes: 60, no: 40}}
  1.2: {counts: {yes: 5, no: 14}, total: 19, percentages: {yes: 26, no: 74}}
""",
    ),
    "a small table for each question": (
        """\
1.1 Was it answered within a day?
Answer,Number,%
Yes,12,60
No,8,40

Was the child asked?
Answer,Number,%
Yes,5,25
No,15,75
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, percentages: {yes: 60, no: 40}}
  1.2: {counts: {yes: 5, no: 15}, percentages: {yes: 25, no: 75}}
""",
    ),
    "a row of percentages below each row of counts": (
        """\
Question,,Yes,No
1.1,No.,12,8
,%,60,40
""",
        """\
figures:
  1.1: {counts: {yes: 12, no: 8}, percentages: {yes: 60, no: 40}}
""",
    ),
    "years": (
        """\
Question,2018,,2019,
,Yes,No,Yes,No
1.1,12,8,14,5
""",
        """\
figures:
  1.1: {counts: {yes: 14, no: 5}, earlier: {2018: {counts: {yes: 12, no: 8}}}}
""",
    ),
    "years beside answers": (
        """\
Question,Yes 2017/18,Yes 2019
1.1,60%,70%
""",
        """\
figures:
  1.1: {percentages: {yes: 70}, earlier: {2017/18: {percentages: {yes: 60}}}}
""",
    ),
    "years, none of them the own": (
        """\
Question,Yes 2017,Yes 2018
1.1,60%,70%
""",
        """\
figures: {}
  # B2 "60%": whether 2017 is this audit's own year is not known
  # C2 "70%": whether 2018 is this audit's own year is not known
""",
    ),
    "years without answers": (
        """\
Question,2018,2019
1.1,60%,70%
""",
        """\
figures: {}
  # B2 "60%": its heading says no answer
  # C2 "70%": its heading says no answer
""",
    ),
    "a percentage of which answer": (
        """\
Question,Yes,No,%
1.1,11,9,55
""",
        """\
figures:
  1.1: {counts: {yes: 11, no: 9}}
  # D2 "55": it does not say of which answer
""",
    ),
    "number or no": (
        """\
Question,Yes,No.
1.1,11,9
""",
        """\
figures:
  1.1: {counts: {yes: 11}}
  # C2 "9": it does not say of which answer
""",
    ),
    "counts or percentages": (
        """\
Question,Yes,No
1.1,55,45
1.2,60,40
""",
        """\
figures: {}
  # B2 "55": it may be a count or a percentage: say which in its heading
  # C2 "45": it may be a count or a percentage: say which in its heading
  # B3 "60": it may be a count or a percentage: say which in its heading
  # C3 "40": it may be a count or a percentage: say which in its heading
""",
    ),
    "a caption speaks of percentages": (
        """\
Table 2: percentage of cases,,
Question,Yes,No
1.1,55,14
""",
        """\
figures: {}
  # B3 "55": it may be a count or a percentage: say which in its heading
  # C3 "14": it may be a count or a percentage: say which in its heading
  # A1 "Table 2: percentage of cases"
""",
    ),
    "a bracket may be anything": (
        """\
Question,Yes
1.1,11 (55)
""",
        """\
figures: {}
  # B2 "11 (55)": in brackets may be a percentage, or another count
""",
    ),
    "one or all": (
        """\
Question,% Yes,% No
1.1,1,0
""",
        """\
figures: {}
  # B2 "1": whether 1 is one per cent or all is not known
  # C2 "0": whether 1 is one per cent or all is not known
""",
    ),
    "parts of one without a sign": (
        """\
Question,Yes
1.1,0.55
""",
        """\
figures: {}
  # B2 "0.55": it may be a count or a percentage: say which in its heading
""",
    ),
    "parts of one without a sign, and all of them": (
        """\
Question,Yes,No,Total
1.1,0.55,0.45,20
1.2,1,0,20
""",
        """\
figures:
  1.1: {total: 20}
  # B2 "0.55": it may be a count or a percentage: say which in its heading
  # C2 "0.45": it may be a count or a percentage: say which in its heading
  1.2: {total: 20}
  # B3 "1": it may be a count or a percentage: say which in its heading
  # C3 "0": it may be a count or a percentage: say which in its heading
""",
    ),
    "more places than printed": (
        """\
Question,% Yes
1.1,54.545454
""",
        """\
figures: {}
  # B2 "54.545454": it has more decimal places than a report prints
""",
    ),
    "heading and cell disagree": (
        """\
Question,No. of yes,% No
1.1,55%,5 of 20
""",
        """\
figures:
  1.1: {counts: {no: 5}, total: 20}
  # B2 "55%": it is a percentage, and in a column of counts
""",
    ),
    "answers that the scale does not know": (
        """\
Question,Yes,Partly,Total
1.1,12,5,17
""",
        """\
figures:
  1.1: {counts: {yes: 12}, total: 17}
  # C2 "5": `partly` is no answer of its scale
""",
    ),
    "two totals": (
        """\
Question,Yes,Total,Base
1.1,5 of 19,20,20
""",
        """\
figures:
  1.1: {counts: {yes: 5}, total: 19}
  # C2 "20": total is 19 already
  # D2 "20": total is 19 already
""",
    ),
    "groups": (
        """\
Question,Police,,School,
,Yes,No,Yes,No
1.1,12,8,14,5
""",
        """\
figures: {}
  # B3 "12": `police` and `yes` stand above it
  # C3 "8": `police` and `no` stand above it
  # D3 "14": `school` and `yes` stand above it
  # E3 "5": `school` and `no` stand above it
""",
    ),
    "no headings": (
        """\
1.1,12,8
""",
        """\
figures: {}
  # A1 "1.1"
  # B1 "12"
  # C1 "8"
""",
    ),
    "remarks": (
        """\
Question,Yes,Remarks
1.1,12,see page 4
1.2,twelve,
""",
        """\
figures:
  1.1: {counts: {yes: 12}}
  # C2 "see page 4": it is no figure
  # B3 "twelve": it is no figure
""",
    ),
    "a row of totals": (
        """\
Question,Yes
1.1,12
Total,12
,3
""",
        """\
figures:
  1.1: {counts: {yes: 12}}
  # A3 "Total": it is no question
  # B3 "12": it is no question
  # B4 "3": no question stands beside it
""",
    ),
    "not in the tool": (
        """\
Question,Agree,Disagree,Total
Q9 Were staff supported?,12,5,17
""",
        """\
figures: {}
  # The tool does not ask this. Its line for tool.yml, and its row:
  #   - {ref: Q9, label: Were staff supported?, text: Were staff supported?, scale: agreement}
  #   Q9: {counts: {agree: 12, disagree: 5}, total: 17}
""",
    ),
    "not in the tool, one of two scales": (
        """\
Question,Yes,No,Unsure
Was it recorded?,12,5,1
""",
        """\
figures: {}
  # The tool does not ask this. Its line for tool.yml, and its row:
  #   - {ref: REF, label: Was it recorded?, text: Was it recorded?, scale: yes-no}
  #   REF: {counts: {yes: 12, no: 5}}
  # D2 "1": `unsure` is no answer of its scale
""",
    ),
    "not in the tool, and no scale": (
        """\
Question,Often,Rarely,Total
Was it recorded?,12,5,17
""",
        """\
figures: {}
  # The tool does not ask this. Its line for tool.yml, and its row:
  #   - {ref: REF, label: Was it recorded?, text: Was it recorded?, scale: SCALE}
  #     no scale of scales.yml has its answers: add one
  #   REF: {total: 17}
  # B2 "12": its scale is not known
  # C2 "5": its scale is not known
""",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape: str) -> None:
    table, figures = SHAPES[shape]
    assert figures_text(drafted(read_sheet(table.encode()), ASKED, OWN_YEARS)) == figures

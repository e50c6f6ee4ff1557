"""Which tokens can begin a statement is asked first, and leaves none of them out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.read.figures.grammar import read_here, statement
from generator.read.figures.number_words import ONES, PIECES, TENS
from generator.read.figures.tokens import folded, tokens
from generator.read.figures.words import HEDGES, each_of
from generator.read.stated import may_state

OTHERS = each_of(
    "a an the of out among between from only in at to or no not more just some each every all "
    "both most few none nobody neither hardly any one's case cases returns everyone everybody "
    "majority minority vast large other half halves dozen hundred thousand these them us per cent "
    "percent but bar which said with had total , . ; : ( ) - / % = n 3 12 20 61.5 1,042 2016 "
    "2015-16 \u00bd \u2153 ~ c. ca approx. twenty-three two-thirds one-half three-quarters a-third "
    "dip-sample two_ _six six' R1"
)
WORDS = (*ONES, *TENS, *PIECES, *(f"{one}s" for one in PIECES), *HEDGES, *sorted(OTHERS))
PROSE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@given(PROSE)
def test_whatever_cannot_begin_a_statement_begins_none(prose: str) -> None:
    line = tuple(tokens(folded(prose)))
    assert [statement(line, at) for at in range(len(line))] == [
        read_here(line, at) for at in range(len(line))
    ]


@given(PROSE)
def test_where_nothing_may_be_stated_nothing_is(prose: str) -> None:
    line = tuple(tokens(folded(prose)))
    found = [at for at in range(len(line)) if read_here(line, at)]
    assert may_state(prose) or found == []

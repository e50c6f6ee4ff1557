"""By which words an entry is found that do not stand in it."""

from __future__ import annotations

import pytest

from generator.model.registers import Agency, AgencyKind, Term, Theme
from generator.render.page import EntryKind, SearchEntry
from generator.render.search import names, with_other_words

TERMS = (
    Term(term="GCP", means="Graded Care Profile"),
    Term(term="was not brought", means="Not taken to an appointment", also=("DNA",)),
    Term(term="permanency", means="A lasting and legally secure home for a child"),
)


@pytest.mark.parametrize(
    ("title", "also"),
    [
        ("Use the GCP more.", ("GCP", "Graded Care Profile")),
        ("The graded care profile was seen.", ("GCP", "Graded Care Profile")),
        ("The child was not brought, and nobody rang.", ("was not brought", "DNA")),
        ("Permanency, early.", ()),
        ("GCPs or xGCP.", ()),
    ],
)
def test_text_is_found_by_the_other_words_for_what_it_holds(
    title: str, also: tuple[str, ...]
) -> None:
    assert with_other_words(TERMS)(SearchEntry("x", title)).also == also


def test_long_text_is_not_found_by_other_words_for_all_that_it_mentions() -> None:
    mentions = SearchEntry("", "Overview", "They used the GCP.", EntryKind.AUDIT)
    assert with_other_words(TERMS)(mentions) == mentions


def test_what_is_about_a_theme_and_an_agency_is_found_by_all_their_names() -> None:
    fathers = Theme(name="Fathers", about="Whether they are seen.", also=("dads",))
    school = Agency(name="Schools", kind=AgencyKind.EDUCATION, also=("Academies", "Schools"))
    assert names([fathers], [school]) == ("Fathers", "dads", "Schools", "Academies", "Education")

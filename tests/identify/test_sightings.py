"""What is sighted in a text, by rule: one case a kind, and the same kind where it is harmless."""

from __future__ import annotations

import pytest

from generator.identify.passages import passages
from generator.identify.reading import Reading
from generator.identify.sightings import sighted
from generator.identify.vocabulary import general


def found(text: str, *, about_a_case: bool = True, path: str = "draft.md") -> list[tuple[str, str]]:
    """The rule and the words of all that is sighted."""
    return [
        (rule.name, passage.seen().text[one.start : one.end])
        for passage in passages(path, text)
        for rule, one in sighted(
            Reading(
                passage.seen().text,
                general(),
                passage.part,
                about_a_case=about_a_case,
                field=passage.field,
            )
        )
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The nurse weighed Tianna on Monday.", "Tianna"),
        ("Ngozi was not asked.", "Ngozi"),
        ("We spoke to O'Neill about it.", "O'Neill"),
        ("We read of X-Rae there.", "X-Rae"),
        ("Nobody asked Lily-Rose.", "Lily-Rose"),
        ("It was al-Masri, it seems.", "al-Masri"),
        ("a boy called oscar", "oscar"),
        ("kayleigh's mum came", "kayleigh"),
        ("VISIT TO SVETLANA LATE", "SVETLANA"),
        ("The duty team told Grace that.", "Grace"),
        ("Hope's mum rang.", "Hope"),
        ("Will lives with his dad.", "Will"),
        ("Her uncle Mark was there.", "Mark"),
        ("It is not known why May was out.", "May"),
        ("Both of them told Jordan.", "Jordan"),
        ("Mr Hall rang.", "Hall"),
        ("![Ilinca at home](img/a.png)", "Ilinca"),
        ("| Jakub | CP plan |", "Jakub"),
        ("See [this](notes/ilinca.md).", "ilinca"),
    ],
)
def test_a_name(text: str, name: str) -> None:
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Will the plan work? May it last.",
        "In May 2016, in June and from April to August nobody came.",
        "Hope was all that the plan had. Mark every answer.",
        "The Family Nurse Partnership and Barnardo's were asked.",
        "Child A and Case B were seen by the Health Visitor.",
        "Youth Justice, Honour Based Abuse and an Amber rating.",
        "Lord Laming, Professor Munro and the Munro review said so.",
        "Under the Children Act 1989 and Clare's Law.",
        "WHAT WORKED WELL FOR THE FAMILY",
        "It's late, and they don't know. I'm sure.",
        "Signs of Safety, Webster Stratton and the Freedom Programme.",
    ],
)
def test_no_name(text: str) -> None:
    assert found(text) == []


def test_a_key_a_value_a_comment_and_an_escape_of_yaml() -> None:
    text = 'ilinca: late  # Masha knew\nother: "M\\u0061ryam was here, it seems."\n'
    assert found(text, path="a.yml") == [("name", "ilinca"), ("name", "Maryam"), ("name", "Masha")]


def test_outside_cases_an_unknown_word_is_a_warning() -> None:
    assert found("It was so in Kasparov.", about_a_case=False) == [("possible-name", "Kasparov")]


def test_outside_cases_what_is_told_of_a_person_is_an_error() -> None:
    assert found("Kasparov's mum rang.", about_a_case=False) == [("name", "Kasparov")]


@pytest.mark.parametrize("initials", ["PK", "J.S."])
def test_initials(initials: str) -> None:
    assert found(f"The school saw that {initials} was late.") == [("initials", initials)]


@pytest.mark.parametrize(
    "date",
    [
        *("3rd of March, 2012", "03.03.12", "3/3/2012", "2012-03-03", "March 3rd, 2012"),
        *("third of March", "3 Mar 12", "3 March"),
    ],
)
def test_an_exact_date_in_a_case(date: str) -> None:
    assert found(f"The child was found on {date} by a neighbour.") == [("exact-date", date)]


@pytest.mark.parametrize("text", ["DOB 3/3/12", "born on 3 March 2012", "d.o.b. 03.03.2012"])
def test_a_date_of_birth_anywhere(text: str) -> None:
    assert [rule for rule, _ in found(text, about_a_case=False)] == ["exact-date"]


@pytest.mark.parametrize(
    "text", ["Returns were due on 30/09/2016.", "In March 2012.", "Version 2.3.1", "437 of 2,191"]
)
def test_no_date_of_a_child(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number 943 476 5919 is right.", ("number-of-a-person", "943 476 5919")),
        ("The number 943 476 5910 is wrong.", ("possible-number", "943 476 5910")),
        ("The number X342366712768 is right.", ("number-of-a-person", "X342366712768")),
        ("Her number is AB 12 34 56 C now.", ("number-of-a-person", "AB 12 34 56 C")),
        ("The crime reference CR/4481/16 is old.", ("number-of-a-person", "CR/4481/16")),
        ("They live at 14 Acacia Avenue now.", ("contact-detail", "14 Acacia Avenue")),
        ("They moved to M14 6XY then.", ("contact-detail", "M14 6XY")),
        ("Ring 07700 900123 for mum.", ("contact-detail", "07700 900123")),
        ("Write to kel.b1988@example.com now.", ("contact-detail", "kel.b1988@example.com")),
        ("A car, BD51 SMR, was outside.", ("contact-detail", "BD51 SMR")),
        ("The girl is @princess_t09 there.", ("contact-detail", "@princess_t09")),
        ("The family is from Albania.", ("place-of-a-child", "Albania")),
        ("The child was at Oak Tree Nursery.", ("place-of-a-child", "Oak Tree Nursery")),
    ],
)
def test_numbers_and_places(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]

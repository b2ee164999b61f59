"""Every claim of a message beside given texts: what holds of it, and by which sentence."""

import pytest

from bot.answers.checking import LONGEST, MOST, check, claims_of, unframed
from bot.answers.grounds import given

PIER = (
    "The pier reopens in August, mayor Ida Holm said. “We paid 40 crowns for it,” she told reporters. "
    "Fisher Joe Vale denied that the pier was late. “The otter is not to blame,” Vale said."
)


def checked(text, *sources):
    return check(text, lambda _: given(sources or [PIER]))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Ida Holm said the pier reopens in August.", "supported"),
        ("“We paid 40 crowns for it,” Ida Holm said.", "supported"),
        ("Ida Holm said the pier reopens in March.", "altered"),
        ("“We paid 90 crowns for it,” Ida Holm said.", "altered"),
        ("Joe Vale said: “We paid 40 crowns for it.”", "misattributed"),
        ("Joe Vale said that the pier was late.", "altered"),
        ("The moon is made of cheese.", "unsupported"),
    ],
)
def test_verdicts(claim, verdict):
    assert checked(claim).verdict == verdict


def test_a_citation_is_the_sentence_that_tells():
    (claim,) = checked("Joe Vale said: “We paid 40 crowns for it.”").claims
    assert [cited.quote for cited in claim.citations] == ["“We paid 40 crowns for it,” she told reporters."]
    assert claim.speaker == "Ida Holm"


def test_a_sentence_that_only_names_the_speaker_is_not_cited():
    (claim,) = checked("Ida Holm said: “We paid 40 crowns for it.”").claims
    assert [cited.quote for cited in claim.citations] == ["“We paid 40 crowns for it,” she told reporters."]


def test_differences_are_the_exact_words():
    (claim,) = checked("“We paid ninety crowns for it,” Ida Holm said.").claims
    assert claim.differences == ("ninety",)
    (claim,) = checked("Ida Holm said: “Boats burn.”", "Ida Holm said: “Boats sail.”").claims
    assert "boats burn" not in claim.differences


def test_every_claim_by_itself_and_the_worst_decides():
    found = checked("Ida Holm said the pier reopens in August. The moon is made of cheese.")
    assert [claim.verdict for claim in found.claims] == ["supported", "unsupported"]
    assert found.verdict == "unsupported"


def test_places_are_numbered_once():
    found = checked("Ida Holm said the pier reopens in August. The pier reopens in August.")
    assert [[cited.number for cited in claim.citations] for claim in found.claims] == [[1], [1]]


@pytest.mark.parametrize(
    ("asked", "claimed"),
    [
        ("Is it true that the pier reopens in August?", "The pier reopens in August."),
        ("правда ли, что пирс откроют?", "Пирс откроют."),
        ("Is it true: “We paid 40 crowns”?", "“We paid 40 crowns”."),
        ("Truth is that the pier reopens", "Truth is that the pier reopens"),
        ("Is it true?", "Is it true?"),
    ],
)
def test_a_question_about_a_claim_is_the_claim(asked, claimed):
    assert unframed(asked) == claimed


def test_a_quotation_of_two_sentences_is_one_claim():
    texts = [one.text for one in claims_of("“It is late. We will wait,” Ida Holm said. Boats sail.")]
    assert texts == ["“It is late. We will wait,” Ida Holm said.", "Boats sail."]


def test_a_claim_knows_whom_its_pronoun_means():
    _, second = claims_of("Ida Holm came by boat. “We paid for it,” she said.")
    assert [one.speaker for one in second.said] == ["Ida Holm"]


@pytest.mark.parametrize("long", ["The pier reopens in August. " * (MOST + 1), "pier " * LONGEST])
def test_what_is_too_long_is_never_supported(long):
    found = checked(long)
    assert found.cut
    assert len(found.claims) <= MOST
    assert found.verdict == "unsupported"


def test_texts_in_the_language_of_the_claim_come_first():
    (ground,) = given(["Пирс откроют в августе.", "The pier reopens in August."])
    assert [excerpt.article.language for excerpt in ground.excerpts] == ["ru", "en"]


def test_nothing_to_check_against():
    (claim,) = check("The pier reopens.", lambda _: []).claims
    assert (claim.verdict, claim.reasons) == ("unsupported", ("not found",))

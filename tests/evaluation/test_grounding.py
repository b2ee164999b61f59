"""Everything that an answer could show without support is noticed; what is supported is let be."""

from dataclasses import replace

import pytest

from bot.evaluation.grounding import violations
from tests.evaluation.support import ARTICLE, ARTICLES, JUNE, LAMPS, LIT, answer, citation, claim


def faults(*claims, **more):
    return violations(answer(*claims, **more), ARTICLES)


@pytest.mark.parametrize(
    "good",
    [
        claim(LIT, speaker="Mira Holm"),
        claim(LIT, speaker="Мира Холм"),
        claim(JUNE, speaker="Mira Holm"),
        claim(LAMPS),
        claim(LAMPS, "1 200 lamps were put up [1]"),
        claim(LAMPS, "1200 lamps were put up"),
        claim(LAMPS, "On 5 May 2026 lamps were put up"),  # the year is that of the publication
        claim(LIT, "Holm said: «The pier … is lit»", speaker="Holm"),
    ],
)
def test_what_the_source_says_is_grounded(good):
    assert faults(good) == ()


def test_a_refusal_without_claims_is_grounded():
    assert faults(text="I found nothing that Holm said about “whales”. Searched: 1 article.") == ()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (replace(claim(LAMPS), citations=()), "no citation"),
        (claim(LAMPS, article_id=8), "cited article unknown"),
        (claim("", "Nothing is said here"), "empty quote"),
        (claim(LAMPS, start=1), "is not the text"),
        (claim(LAMPS, start=-5), "is not the text"),
        (claim(LAMPS + "!"), "is not the text"),
        (claim(LAMPS, url="https://other.example.org/"), "not the article's"),
        (claim(LAMPS, title="Pier dark"), "not the article's"),
        (claim(LAMPS, "1,300 lamps were put up"), "number not in the quotes: 300"),
        (claim(LAMPS, "Lamps were put up on 6.05.2027"), "number not in the quotes: 2027"),
        (claim(LIT, "Holm said “The pier is dark”", speaker="Holm"), "quoted words not in the quotes"),
        (claim(LIT, "Holm said “The pier is li”", speaker="Holm"), "quoted words not in the quotes"),
        (claim(LIT, "Холм: «пирс тёмный»", speaker="Holm"), "quoted words not in the quotes"),
        (claim(LIT, 'Holm: "lit ... never"', speaker="Holm"), "quoted words not in the quotes: never"),
        (claim(LIT, speaker="Ada Quist"), "Ada Quist is not named"),
        (replace(claim(LIT), kind="direct"), "with the speaker None"),
        (replace(claim(LIT), speaker="Mira Holm"), "kind fact with the speaker"),
    ],
)
def test_what_the_source_does_not_say_is_a_violation(bad, words):
    found = faults(bad)
    assert any(words in fault for fault in found), found


def test_every_quotation_of_every_claim_counts():
    both = replace(claim(LAMPS), citations=(citation(LAMPS), citation(LIT, 2, start=0)))
    assert len(faults(claim(LAMPS), both)) == 1


def test_a_refusal_must_not_cite_and_an_answer_must():
    refusing = replace(answer(claim(LAMPS)), answered=False)
    assert violations(refusing, ARTICLES) == ("claims under a refusal",)
    assert violations(replace(answer(), answered=True), ARTICLES) == ("an answer without claims",)


def test_marks_and_addresses_belong_to_citations():
    shown = f"{LAMPS} [1]\n{ARTICLE.url}"
    assert faults(claim(LAMPS), text=shown) == ()
    assert faults(claim(LAMPS), text=f"{LAMPS} [2]") == ("mark [2] without a citation",)
    [fault] = faults(text="I found nothing, see https://elsewhere.example.org/")
    assert "address without a citation" in fault


def test_a_refusal_may_repeat_the_question():
    asked = "what is [3] on https://asked.example.org/ ?"
    assert faults(text=f"I found nothing about “{asked}”.", question=asked) == ()

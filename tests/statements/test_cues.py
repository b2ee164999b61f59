"""Cue words: forms made by rule, and the word lists behind them."""

import pytest

from bot.statements.cues import english_cues, gerund, is_silent, past, third_person
from bot.statements.lexicon import sections, table, words
from bot.statements.outlets import is_outlet
from bot.statements.russian import russian_cue


@pytest.mark.parametrize(
    ("base", "s", "ed", "ing"),
    [
        ("accuse", "accuses", "accused", "accusing"),
        ("deny", "denies", "denied", "denying"),
        ("stress", "stresses", "stressed", "stressing"),
        ("brag", "brags", "bragged", "bragging"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("admit", "admits", "admitted", "admitting"),
        ("refer", "refers", "referred", "referring"),
        ("offer", "offers", "offered", "offering"),
        ("regret", "regrets", "regretted", "regretting"),
        ("stay", "stays", "stayed", "staying"),
    ],
)
def test_regular_forms(base, s, ed, ing):
    assert (third_person(base), past(base), gerund(base)) == (s, ed, ing)


def test_british_spellings_are_known():
    assert {"labeled", "labelled", "signaling", "signalling"} <= english_cues().keys()


def test_phrasal_cues_come_first():
    assert english_cues()["pointed"][0].particles


@pytest.mark.parametrize(
    ("word", "lemma"), [("сказала", "сказать"), ("пишет", "писать"), ("уверены", "уверить")]
)
def test_russian_forms(word, lemma):
    cue = russian_cue(word)
    assert cue is not None
    assert cue.lemma == lemma


def test_russian_non_cue():
    assert russian_cue("мост") is None


def test_every_english_cue_has_a_known_frame():
    frames = {"say", "tell", "urge", "think", "show", "to", "object", "refuse", "quote"}
    assert {right[0] for _, right in table("cues_en.txt")} <= frames


def test_every_russian_cue_has_a_known_frame():
    frames = {"say", "think", "object", "to", "refuse", "found", "quote", "denied"}
    assert {right[0] for _, right in table("cues_ru.txt")} <= frames


def test_sections_and_comments():
    assert "who" in sections("grammar_en.txt")["relative"]
    assert not any(entry.startswith("#") for entry in words("outlets.txt"))


@pytest.mark.parametrize(
    "text", ["Reuters", "the Associated Press", "The Times", "«Известия»", "агентство Bloomberg"]
)
def test_outlets(text):
    assert is_outlet(text)


@pytest.mark.parametrize(
    ("cue", "silent"),
    [("has seen", True), ("celebrated", True), ("said", False), ("found and said", False), ("рад", False)],
)
def test_what_may_be_done_without_a_word(cue: str, silent: bool) -> None:
    assert is_silent(cue) is silent

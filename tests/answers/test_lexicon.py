"""The word lists of questions and how a cue phrase fits."""

import pytest

from bot.answers.lexicon import Cue, cues, is_plain_say_verb, is_say_noun, is_say_verb, wanted_phrases
from bot.models import Intent


@pytest.mark.parametrize(
    ("cue", "padded", "fits"),
    [
        (Cue("x", (" hi ",), True, True), " hi ", True),
        (Cue("x", (" hi ",), True, True), " hi bob ", False),
        (Cue("x", (" how did ", " change "), False, False), " how did the town change ", True),
        (Cue("x", (" how did ", " change "), False, False), " change how did ", False),
        (Cue("x", (" менял",), False, False), " как менялась цена ", True),
    ],
)
def test_cues_fit_words_in_order(cue: Cue, padded: str, fits: bool) -> None:
    assert cue.fits(padded) is fits


def test_every_cue_belongs_to_a_known_section() -> None:
    known = {*Intent.__args__, "injection", "prediction", "first_said"}
    assert {cue.intent for cue in cues()} <= known
    assert all(cue.parts for cue in cues())


def test_verbs_and_nouns_of_saying() -> None:
    assert is_plain_say_verb("said")
    assert is_plain_say_verb("сказала")
    assert is_say_verb("promised")
    assert not is_plain_say_verb("promised")
    assert not is_say_verb("bridge")
    assert is_say_noun("реакции")


def test_question_words_are_padded() -> None:
    assert all(phrase == f" {phrase.strip()} " for phrase, _ in wanted_phrases())

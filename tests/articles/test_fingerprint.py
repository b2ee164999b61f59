"""Fingerprints: equal for equal words."""

from bot.articles.fingerprint import fingerprint


def test_white_space_does_not_count() -> None:
    assert fingerprint("A  b", "c\n\nd") == fingerprint("A b ", " c d\n")


def test_words_count() -> None:
    assert fingerprint("A", "b c") != fingerprint("A b", "c")
    assert fingerprint("A", "b c") != fingerprint("A", "b C")
    assert len(fingerprint("", "\ud800")) == 32

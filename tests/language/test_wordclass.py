"""Parts of speech of English words, by lists and endings."""

import pytest

from bot.language.wordclass import word_class


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("destroy", "verb"),
        ("eats", "verb"),
        ("protects", "verb"),
        ("collapse", "verb or noun"),
        ("works", "verb or noun"),
        ("collapsed", "participle"),
        ("built", "participle"),
        ("important", "adjective"),
        ("biggest", "adjective"),
        ("unreadable", "adjective"),
        ("quickly", "adverb"),
        ("bridge", "other"),
        ("restaurateurs", "other"),
        ("Dolsk", "other"),
        ("red", "adjective"),
        ("seed", "other"),
    ],
)
def test_class(word: str, kind: str) -> None:
    assert word_class(word) == kind

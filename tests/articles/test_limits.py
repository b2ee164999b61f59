"""How long a text may be."""

from bot.articles.limits import Limits, too_long


def test_the_limit_counts_bytes() -> None:
    limits = Limits(text=8)
    assert too_long("мост", limits) is None
    assert too_long("bridges!", limits) is None
    assert "too long" in (too_long("мосты", limits) or "")


def test_half_a_surrogate_pair_can_be_counted() -> None:
    assert too_long("\ud800", Limits(text=3)) is None


def test_the_sentence_names_both_figures() -> None:
    assert too_long("x" * 2_500_000, Limits(text=1_000_000)) == (
        "the text is too long: 2.5 MB, and 1.0 MB are allowed"
    )

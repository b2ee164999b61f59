"""How long a text may be."""

from bot.articles.limits import Limits, too_long, too_much_markup


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


def test_markup_made_to_keep_a_parser_busy_is_told() -> None:
    assert too_much_markup(b"<p>word</p>" * 1000) is None
    assert too_much_markup(b"<p>" * 60_001) == "too much markup: 60001 tags, and 60000 are allowed"
    assert too_much_markup(b"<p>" * 9, tags=8) is not None

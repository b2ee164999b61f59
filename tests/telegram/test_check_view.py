"""A checked message as Telegram shows it."""

from bot.models import Check, CheckedClaim
from bot.telegram.check_view import render_check
from tests.telegram.support import citation

CITED = citation(1, "The pier opens in May.")


def shown(*claims, language="en", cut=False):
    return "\n".join(render_check(Check("x", language, claims, cut)))


def test_every_verdict_in_either_language():
    told = {
        verdict: (shown(CheckedClaim("c", verdict)), shown(CheckedClaim("c", verdict), language="ru"))
        for verdict in ("supported", "altered", "misattributed", "unsupported")
    }
    assert len({words for pair in told.values() for words in pair}) == 8
    assert "Supported" in told["supported"][0]
    assert "Не найдено" in told["unsupported"][1]


def test_the_original_stands_beside_the_claim_and_can_be_opened():
    html = shown(CheckedClaim("The pier opens in <June>.", "altered", (), ("<June>",), (CITED,)))
    assert "The pier opens in &lt;June&gt;." in html
    assert "Differs: &lt;June&gt;" in html
    assert 'href="https://news.example/1#:~:text=' in html
    assert "The Orlov Herald" in html


def test_who_said_it_is_told():
    html = shown(CheckedClaim("Lapin said so.", "misattributed", (), (), (CITED,), "Vera Orlova"))
    assert "Said by Vera Orlova" in html
    assert "nobody in particular" in shown(CheckedClaim("Lapin said so.", "misattributed", (), (), (CITED,)))


def test_long_messages_keep_to_the_limits():
    many = [CheckedClaim("word " * 300, "unsupported") for _ in range(20)]
    pages = render_check(Check("x", "en", tuple(many), True))
    assert len(pages) > 1
    assert all(len(page) <= 4096 for page in pages)
    assert "its end was not checked" in pages[-1]

"""`whosaid run` without Telegram at hand."""

from tests.commands.conftest import Whosaid


def test_without_a_token_it_says_what_to_do(whosaid: Whosaid) -> None:
    code, out, err = whosaid("run")
    assert (code, out) == (2, "")
    assert "TELEGRAM_TOKEN" in err

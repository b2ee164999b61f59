"""Normal forms: moments, urls, hosts."""

import pytest

from bot.articles.normal import (
    file_url,
    host,
    normal_moment,
    normal_text,
    normal_url,
    one_line,
    without_unseen,
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("2026-07-09", "2026-07-09"),
        ("20260709", "2026-07-09"),
        (" 2026-07-09T10:17:13+03:00 ", "2026-07-09T10:17:13+03:00"),
        ("2026-07-09T10:17:13.123Z", "2026-07-09T10:17:13+00:00"),
        ("2026-07-09 10:17", "2026-07-09T10:17:00"),
        ("Thu, 09 Jul 2026 10:17:13 +0300", "2026-07-09T10:17:13+03:00"),
    ],
)
def test_moments_keep_what_is_known(written: str, normal: str) -> None:
    assert normal_moment(written) == normal


@pytest.mark.parametrize(
    "written", ["", "soon", "2026-13-01", "0001-01-01", "0001-01-01T00:00:00Z", "1751450000"]
)
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        normal_moment(written)


def test_text() -> None:
    assert normal_text("\ufeffa\r\nb\rc\n") == "a\nb\nc\n"
    assert one_line(" a\u00a0b\n\tc ") == "a b c"


def test_titles_hold_nothing_unseen() -> None:
    assert one_line("\u202eFerry\u2069 \x1b[31m sank\x07\n twice") == "Ferry [31m sank twice"
    assert without_unseen("a\u202e\tb\nc\ud800") == "a\tb\nc"


def test_urls() -> None:
    assert normal_url(" https://lumen.example/a ") == "https://lumen.example/a"
    assert host("https://www.lumen.example:8080/a") == "lumen.example"
    assert host("file:a.txt") is None
    assert host("http://[broken") is None
    assert file_url("a/b\\c.txt") == "file:c.txt"


@pytest.mark.parametrize("url", ["", "a b", "javascript:x", "DATA:text/html,x", "http://[broken", "a\nb"])
def test_urls_that_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match="url"):
        normal_url(url)

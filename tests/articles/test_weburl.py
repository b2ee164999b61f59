"""Addresses: folded, compared, shown."""

import pytest

from bot.articles.weburl import folded, host_of, is_front, one_owner, same_site, shown, web_url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Tarn.Example/A?utm_source=rss&id=7#end", "https://tarn.example/A?id=7"),
        ("HTTP://tarn.example:80", "http://tarn.example/"),
        ("https://tarn.example:8443/?fbclid=x&yclid=y&from_rss", "https://tarn.example:8443/"),
        ("https://tarn.example/?b=2&a=1&UTM_Medium=x", "https://tarn.example/?b=2&a=1"),
        ("https://[2001:db8::1]:443/x", "https://[2001:db8::1]/x"),
        ("https://tarn.example/?page=2&ref_id=3&p=4", "https://tarn.example/?page=2&ref_id=3&p=4"),
        ("javascript:alert(1)", ""),
        ("https:///nowhere", ""),
        ("http://[broken", ""),
        ("http://a.example:99999/", ""),
        ("", ""),
    ],
)
def test_folding(url: str, expected: str) -> None:
    assert folded(url) == expected


@pytest.mark.parametrize(
    ("viewed", "own"),
    [
        ("https://www.google.com/amp/s/tarn.example/a?utm_source=x", "https://tarn.example/a"),
        ("https://www.google.co.uk/amp/tarn.example/a/amp", "http://tarn.example/a/amp"),
        ("https://tarn-example.cdn.ampproject.org/c/s/tarn.example/a", "https://tarn.example/a"),
        ("https://tarn-example.cdn.ampproject.org/v/s/tarn.example/a?p=1", "https://tarn.example/a?p=1"),
        ("https://evil.example/amp/s/tarn.example/a", "https://evil.example/amp/s/tarn.example/a"),
        ("https://www.google.com/amp/s/x", "https://www.google.com/amp/s/x"),
    ],
)
def test_a_page_shown_by_a_viewer_of_amp_has_its_own_address(viewed: str, own: str) -> None:
    assert folded(viewed) == own


def test_web_addresses() -> None:
    assert web_url(" https://tarn.example/a ") == "https://tarn.example/a"
    for other in ("ftp://tarn.example/", "/a", "mailto:a@tarn.example", "https://tarn.example/" + "a" * 3000):
        assert web_url(other) == ""


def test_one_site_is_one_host() -> None:
    assert same_site("https://www.tarn.example/a", "http://m.tarn.example/b")
    for other in (
        "https://tarn.example.evil.example/",
        "https://evil.example/",
        "https://blog.tarn.example/",
        "x",
    ):
        assert not same_site("https://tarn.example/", other)
    assert not same_site("https://www.example/", "https://m.example/")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://feeds.tarn.example/a", "http://www.tarn.example/b", True),
        ("https://feeds.tarn.co.uk/a", "https://tarn.co.uk/b", True),
        ("https://tarn.co.uk/", "https://dolsk.co.uk/", False),
        ("https://tarn.github.io/", "https://dolsk.github.io/", False),
        ("https://tarn.blogspot.com/", "https://dolsk.blogspot.com/", False),
        ("https://tarn.livejournal.com/", "https://dolsk.livejournal.com/", False),
        ("https://tarn.substack.com/feed", "https://tarn.substack.com/p/ferry", True),
        ("http://127.0.0.1/", "http://127.0.0.1:81/", True),
        ("http://127.0.0.1/", "http://10.0.0.1/", False),
        ("https://tarn.example.evil.example/", "https://tarn.example/", False),
        ("http://localhost/", "http://localhost/", True),
        ("file:a", "file:a", False),
        ("https://tarn.example/", "", False),
    ],
)
def test_one_owner_is_one_registered_name(one: str, other: str, same: bool) -> None:
    assert one_owner(one, other) is same


def test_hosts_and_front_pages() -> None:
    assert (host_of("https://Tarn.example:81/a"), host_of("http://[x")) == ("tarn.example", "")
    assert is_front("https://tarn.example")
    assert is_front("https://tarn.example/")
    assert not is_front("https://tarn.example/?p=1")


def test_logs_show_no_parameters() -> None:
    assert shown("https://tarn.example/rss?key=hush") == "https://tarn.example/rss?…"
    assert shown("https://user:hush@tarn.example/rss") == "https://tarn.example/rss"

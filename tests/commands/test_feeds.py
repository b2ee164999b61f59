"""`whosaid feeds`, over a site of loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import Whosaid
from tests.ingest.webs import page
from tests.sources.server import Headers, Reply, Server, serving

FRONT = (
    b"<html><head><link rel=alternate type='application/rss+xml' href='/rss'></head><body>Hello</body></html>"
)


def answers(path: str, headers: Headers) -> Reply:
    if path == "/rss":
        item = "<item><title>Ferry</title><link>http://{}/ferry</link></item>".format(headers["host"])
        feed = f"<rss version='2.0'><channel><title>Tarn Post</title>{item}</channel></rss>"
        return Reply(200, feed.encode(), {"ETag": '"1"'})
    return {"/": Reply(200, FRONT), "/ferry": Reply(200, page("Tarn"))}.get(path, Reply(410))


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("ALLOW_PRIVATE_ADDRESSES", "true")
    monkeypatch.setenv("WORKERS", "1")
    with serving(answers) as server:
        yield server


def test_a_site_is_followed_polled_asked_and_left(whosaid: Whosaid, site: Server) -> None:
    code, out, _ = whosaid("feeds", "add", site.url)
    assert (code, out) == (0, f"added: {site.url}/rss Tarn Post\n")
    assert whosaid("feeds", "add", site.url)[1].startswith("followed already")
    code, out, _ = whosaid("feeds", "poll", "--json")
    assert (code, json.loads(out)["added"]) == (0, 1)
    assert "sank on Sunday" in whosaid("search", "ferry")[1]
    (feed,) = map(json.loads, whosaid("feeds", "list", "--json")[1].splitlines())
    assert (feed["url"], feed["title"], feed["articles"], feed["articles_per_day"]) == (
        f"{site.url}/rss",
        "Tarn Post",
        1,
        0.1,
    )
    assert feed["error"] is None
    assert feed["last_success"] >= feed["added"]
    code, out, _ = whosaid("feeds", "poll", f"{site.url}/rss")
    assert "feeds: 1 looked at" in out
    assert whosaid("feeds", "remove", f"{site.url}/rss")[0] == 0
    assert whosaid("feeds", "list")[1] == ""


def test_lists_are_imported_and_exported(whosaid: Whosaid, site: Server, tmp_path: Path) -> None:
    whosaid("feeds", "add", f"{site.url}/rss")
    exported = whosaid("feeds", "export")[1]
    assert f'xmlUrl="{site.url}/rss"' in exported
    whosaid("feeds", "remove", f"{site.url}/rss")
    (tmp_path / "feeds.opml").write_text(exported)
    assert whosaid("feeds", "add", str(tmp_path / "feeds.opml"))[1] == f"added: {site.url}/rss Tarn Post\n"
    assert "follow them with" in whosaid("ingest", str(tmp_path / "feeds.opml"))[1]


def test_what_is_wrong_with_a_feed_is_shown(whosaid: Whosaid, site: Server) -> None:
    code, _, err = whosaid("feeds", "add", f"{site.url}/gone")
    assert (code, "no such page" in err) == (1, True)
    whosaid("feeds", "add", f"{site.url}/rss")
    site.answers = lambda *_: Reply(410)
    code, out, _ = whosaid("feeds", "poll")
    assert code == 1
    assert f"paused: {site.url}/rss" in out
    out = whosaid("feeds", "list")[1]
    assert "paused" in out
    assert "failures in a row: 1; the server has no such page (410)" in out
    code, out, _ = whosaid("doctor")
    assert code == 1
    assert f"{site.url}/rss is paused: the server has no such page (410)" in out
    (feed,) = map(json.loads, whosaid("feeds", "list", "--json")[1].splitlines())
    assert (feed["paused"], feed["next"]) == (True, None)


def test_wrong_words(whosaid: Whosaid, tmp_path: Path) -> None:
    assert whosaid("feeds", "add")[0] == 2
    assert whosaid("feeds", "poll", "https://tarn.example/rss")[0] == 2
    assert whosaid("feeds", "remove", "https://tarn.example/rss")[0] == 1
    (tmp_path / "note.txt").write_text("words")
    assert "no list of feeds" in whosaid("feeds", "add", str(tmp_path / "note.txt"))[2]


def test_this_machine_is_not_asked_unless_a_setting_says_so(
    whosaid: Whosaid, site: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALLOW_PRIVATE_ADDRESSES")
    code, _, err = whosaid("feeds", "add", site.url)
    assert (code, "inner network" in err) == (1, True)
    assert site.asked == []


def test_pages_feeds_and_sites_are_ingested_once(whosaid: Whosaid, site: Server) -> None:
    for number, path in enumerate(("/ferry", "/rss", "/")):
        report = json.loads(whosaid("ingest", site.url + path, "--json")[1])
        assert (report["added"], report["unchanged"]) == ((1, 0) if number == 0 else (0, 1))
    code, out, _ = whosaid("ingest", f"{site.url}/none")
    assert (code, "no such page" in out) == (1, True)

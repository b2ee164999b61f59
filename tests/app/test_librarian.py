"""The library as editors see it: real pages of a loopback site, real limits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import library as module
from bot.app.feeds import feed_service
from bot.app.librarian import Librarian
from bot.app.library import DiskFull, open_whosaid
from bot.config import load_settings
from bot.errors import PageMissing, UsageError
from bot.ingest.handed import Post
from tests.ingest.webs import page
from tests.sources.server import Headers, Reply, Server, serving


def answers(path: str, headers: Headers) -> Reply:
    home = f"http://{headers['host']}"
    if path == "/rss":
        items = "".join(
            f"<item><title>Ferry {n}</title><link>{home}/ferry{n}</link></item>" for n in range(3)
        )
        return Reply(200, f"<rss version='2.0'><channel><title>Tarn</title>{items}</channel></rss>".encode())
    if path == "/":
        link = f"<link rel='alternate' type='application/rss+xml' href='{home}/rss'>"
        return Reply(200, f"<html><head>{link}</head></html>".encode())
    if path == "/inner":
        return Reply(302, headers={"Location": "http://169.254.169.254/latest/meta-data/"})
    return Reply(200, page(path)) if path.startswith("/ferry") else Reply(404)


@pytest.fixture
def site() -> Iterator[Server]:
    with serving(answers) as server:
        yield server


@pytest.fixture
def librarian(tmp_path: Path) -> Iterator[Librarian]:
    changed = {"whosaid_db": tmp_path / "a.db", "allow_private_addresses": True}
    settings = load_settings(None).model_copy(update=changed)
    with open_whosaid(settings) as opened, feed_service(opened, 0) as service:
        yield Librarian(opened, service)


def test_a_page_is_taken_in_once(librarian: Librarian, site: Server) -> None:
    outcomes = [librarian.link(f"{site.url}/ferry?utm_source=x")[0].outcome for _ in range(2)]
    assert outcomes == ["added", "unchanged"]
    assert librarian.status().articles == 1


def test_a_feed_gives_its_articles_once_and_is_not_followed(librarian: Librarian, site: Server) -> None:
    assert [taken.outcome for taken in librarian.link(f"{site.url}/rss")] == ["added"] * 3
    assert librarian.sources() == []


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://10.0.0.1/", "inner network"),
        ("http://169.254.169.254/latest/meta-data/", "inner network"),
        ("http://[::ffff:10.0.0.1]/", "inner network"),
        ("http://user:word@tarn.example/", "user name or password"),
        ("http://0x7f000001/", "disguise"),
        ("/inner", "inner network"),
        ("/nothing", "no such page (404)"),
    ],
)
def test_unsafe_and_missing_addresses_are_refused(
    librarian: Librarian, site: Server, url: str, error: str
) -> None:
    [taken] = librarian.link(site.url + url if url.startswith("/") else url)
    assert taken.outcome == "failed"
    assert error in taken.error


def test_this_machine_is_not_asked_unless_a_setting_says_so(tmp_path: Path, site: Server) -> None:
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "a.db"})
    with open_whosaid(settings) as opened, feed_service(opened, 0) as service:
        [taken] = Librarian(opened, service).link(f"{site.url}/ferry")
    assert "inner network" in taken.error
    assert site.asked == []


def test_a_site_is_followed_by_its_feed(librarian: Librarian, site: Server) -> None:
    followed = librarian.follow(site.url)
    assert followed.added == ((f"{site.url}/rss", "Tarn"),)
    assert librarian.follow(f"{site.url}/rss").known == ((f"{site.url}/rss", "Tarn"),)
    [source] = librarian.sources()
    assert (source.title, source.last, source.is_paused) == ("Tarn", None, False)
    assert librarian.unfollow(source.url)
    assert not librarian.unfollow(source.url)


def test_what_has_no_feed_is_told(librarian: Librarian, site: Server) -> None:
    with pytest.raises(PageMissing):
        librarian.follow(f"{site.url}/nothing")
    with pytest.raises(UsageError):
        librarian.follow("ftp://tarn.example/")


def test_the_state_of_the_library(librarian: Librarian, site: Server) -> None:
    librarian.follow(site.url)
    librarian.service.poller.poll()
    status = librarian.status()
    assert (status.articles, status.waiting, status.given_up, status.behind) == (3, 0, 0, 3)
    assert status.a_day == pytest.approx(3 / 7)
    assert status.sources[0].last is not None
    assert status.free_megabytes > 0


def test_nothing_is_added_to_a_full_disk(
    librarian: Librarian, site: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROOM", 2**62)
    post = Post("https://t.me/tarn/7", "Tarn", "Words.", "2031-05-06T10:00:00+00:00")
    for add in (
        lambda: librarian.link(f"{site.url}/ferry"),
        lambda: librarian.post(post),
        lambda: librarian.file(b"Words\n\nMore.", "a.txt"),
        lambda: librarian.follow(site.url),
    ):
        with pytest.raises(DiskFull):
            add()
    assert librarian.status().articles == 0
    assert site.asked == []


def test_posts_and_files_are_taken_in(librarian: Librarian) -> None:
    post = Post("https://t.me/tarn/7", "Tarn", "The ferry sank.", "2031-05-06T10:00:00+00:00")
    assert librarian.post(post)[0].outcome == "added"
    assert librarian.file(b"Ferry\n\nIt floats again.", "../a.txt")[0].url == "file:a.txt"

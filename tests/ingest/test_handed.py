"""What people hand over: links, posts and files, stored once and without harm to what is there."""

import pytest

from bot.articles.limits import Limits
from bot.ingest.handed import MOST, Handed, Post, Taken, harmless_name
from bot.ingest.workshop import Workshop
from bot.models import Draft, Failure
from bot.store import open_store

SAYS = "“It sank,” mayor Ida Holm said on Sunday, and nobody was surprised.\n\nMore on Monday."
POST = Post("https://t.me/tarn/7", "Tarn <News>\n", f"The ferry\n\n{SAYS}", "2031-05-06T10:00:00+00:00")
PAGE = "https://tarn.example/ferry"


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "a.db") as opened:
        yield opened


def handed(store, web=None):
    return Handed(
        store.articles, lambda url: iter((web or {}).get(url, ())), Workshop(0), Limits(10_000, 5_000)
    )


def line(url, text=SAYS, title="Ferry"):
    return f'{{"url": "{url}", "title": "{title}", "text": "{text}"}}'.replace("\n", "\\n").encode()


def test_a_post_is_an_article_of_its_channel_and_a_changed_one_a_new_version(store):
    desk = handed(store)
    [taken] = desk.post(POST)
    assert taken == Taken("added", POST.url, "The ferry", "Tarn <News>", POST.published, 1)
    article = store.articles.by_url(POST.url)
    assert (article.text, article.source) == (POST.text, "Tarn <News>")
    assert desk.post(POST)[0].outcome == "unchanged"
    changed = Post(POST.url, POST.channel, f"{POST.text} It floats again.", POST.published)
    assert desk.post(changed)[0].outcome == "updated"


def test_a_long_first_line_gives_a_title_that_ends_at_a_word(store):
    [taken] = handed(store).post(Post(POST.url, "Tarn", "word " * 60 + "\nmore", POST.published))
    assert len(taken.title) <= 121
    assert taken.title.endswith("word…")


def test_a_post_that_is_too_long_is_refused(store):
    [taken] = handed(store).post(Post(POST.url, "Tarn", "x" * 6000, POST.published))
    assert (taken.outcome, taken.error[:20]) == ("failed", "the text is too long")


def test_a_link_gives_what_the_web_gives(store):
    analysed = Workshop(0).draft(Draft(PAGE, "Ferry", SAYS, source="Tarn"))
    desk = handed(store, {PAGE: [analysed, Failure(f"{PAGE}2", "no article")]})
    assert [taken.outcome for taken in desk.link(PAGE)] == ["added", "failed"]
    assert [taken.outcome for taken in desk.link(PAGE)] == ["unchanged", "failed"]
    assert desk.link("https://tarn.example/none")[0].error == "no article"


def test_a_feed_without_an_end_is_left_after_so_many(store):
    def endless(_):
        while True:
            yield Failure(PAGE, "no article")

    assert len(Handed(store.articles, endless, Workshop(0), Limits()).link(PAGE)) == MOST


def test_a_file_is_stored_under_its_name(store):
    [taken] = handed(store).file(f"Ferry\n\n{SAYS}".encode(), "ferry.txt")
    assert (taken.outcome, taken.url, taken.title) == ("added", "file:ferry.txt", "Ferry")
    assert handed(store).file(f"Ferry\n\n{SAYS}".encode(), "ferry.txt")[0].outcome == "unchanged"
    assert handed(store).file(f"Ferry\n\n{SAYS}".encode(), "other.txt")[0].outcome == "duplicate"


def test_another_file_of_the_same_name_is_another_article(store):
    for number, name in enumerate(["file:ferry.txt", "file:ferry (2).txt", "file:ferry (3).txt"]):
        [taken] = handed(store).file(f"Ferry {number}\n\n{SAYS}".encode(), "ferry.txt")
        assert (taken.outcome, taken.url) == ("added", name)
    assert store.articles.by_url("file:ferry.txt").version == 1


def test_a_file_cannot_change_what_stands_at_an_address_of_the_web(store):
    handed(store, {PAGE: [Workshop(0).draft(Draft(PAGE, "Ferry", SAYS))]}).link(PAGE)
    [taken] = handed(store).file(line(PAGE, "A forged text."), "a.jsonl")
    assert (taken.outcome, "which a file does not change" in taken.error) == ("failed", True)
    assert store.articles.by_url(PAGE).text == SAYS
    assert handed(store).file(line(f"{PAGE}2", "A new text."), "a.jsonl")[0].outcome == "added"


def test_only_so_many_articles_of_a_file_are_taken(store):
    data = b"\n".join(line(f"{PAGE}/{number}", f"Words {number}.") for number in range(MOST + 9))
    taken = handed(store).file(data, "a.jsonl")
    assert [each.outcome for each in taken] == ["added"] * MOST + ["failed"]
    assert store.articles.count() == MOST


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", "empty"), (b"\0\1\2", "binary data"), (b"x" * 20_000, "too big"), (b"PK\3\4junk", "not text")],
)
def test_what_cannot_be_read_is_refused_with_a_reason(store, data, error):
    [taken] = handed(store).file(data, "/tmp/../a.bin")
    assert (taken.outcome, taken.url) == ("failed", "a.bin")
    assert error in taken.error


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system.ini", "system.ini"),
        ("/", "file"),
        ("..", "file"),
        ("", "file"),
        (".env", "env"),
        ("a\0b\n\u202ec.txt", "abc.txt"),
        ("отчёт.docx", "отчёт.docx"),
        ("x" * 300 + ".txt", "x" * 77 + ".txt"),
        ("what is this? yes. it is a very long ending", "what is this? yes. it is a very long ending"),
    ],
)
def test_names_are_harmless(name, harmless):
    assert harmless_name(name) == harmless

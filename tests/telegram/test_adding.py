"""What editors hand over in a chat: links, posts, files; and who may not."""

import asyncio
import time
from dataclasses import dataclass, field

import pytest

from bot.errors import StoreBusy
from bot.ingest.handed import Post, Taken
from bot.telegram.adding import channel_post
from bot.telegram.ports import Followed, Source, Status
from bot.telegram.texts import EN, TEXTS
from tests.telegram.support import FakeAnswerer, said, sent, services_with, serving_with

OWNER, EDITOR, STRANGER = 1, 2, 3
CHANNEL = {"id": -1001234, "type": "channel", "title": "Tarn <News>", "username": "tarn_news"}
ORIGIN = {"type": "channel", "date": 1_752_000_000, "chat": CHANNEL, "message_id": 77}
LINK = "https://tarn.example/ferry"


@dataclass
class FakeLibrarian:
    """Takes in what it is told to; notes what it was given."""

    taken: list[Taken] = field(
        default_factory=lambda: [Taken("added", LINK, "Ferry <sinks>", "Tarn", "2025-07-09", 3)]
    )
    given: list[object] = field(default_factory=list)
    error: Exception | None = None
    seconds: float = 0.0
    feeds: list[Source] = field(default_factory=list)
    found: Followed = field(default_factory=Followed)

    def link(self, url):
        return self._take(url)

    def post(self, post):
        return self._take(post)

    def file(self, data, name):
        return self._take((data, name))

    def follow(self, url):
        self._take(url)
        return self.found

    def unfollow(self, url):
        self.given.append(("unfollow", url))
        return url in {source.url for source in self.feeds}

    def sources(self):
        return self.feeds

    def status(self):
        return Status(21, 5, 1.5, tuple(self.feeds), 4, 2, 7, 120, 9000)

    def _take(self, what):
        self.given.append(what)
        time.sleep(self.seconds)
        if self.error:
            raise self.error
        return self.taken


@pytest.fixture
def librarian():
    return FakeLibrarian()


@pytest.fixture
async def front(librarian):
    """Services with an owner and an editor."""
    with services_with(FakeAnswerer(said), librarian, owners=frozenset({OWNER})) as services:
        services.store.people.set_role(EDITOR, "editor", 1)
        yield services


async def texts(api, count, chat):
    """The texts of a chat once so many messages are there and none says that something is being read."""
    await sent(api, count, chat)
    await asyncio.to_thread(api.wait, lambda: not any("…" in message["text"] for message in api.sent(chat)))
    return [message["text"] for message in api.sent(chat)]


@pytest.mark.parametrize("chat", [OWNER, EDITOR])
async def test_a_link_alone_is_read_and_answered_with_what_was_taken_in(api, front, librarian, chat):
    async with serving_with(api, front):
        api.write(f" {LINK} ", chat=chat)
        [text] = await texts(api, 1, chat)
    assert librarian.given == [LINK]
    assert text == "New: Ferry <sinks>\nTarn, 9 July 2025, 3 statements"
    assert [call.params["text"] for call in api.calls_of("sendMessage")] == [EN.adding.reading]


async def test_several_links_are_read_one_by_one_and_a_question_with_a_link_is_a_question(
    api, front, librarian
):
    async with serving_with(api, front):
        api.write(f"{LINK}1\n{LINK}2", chat=OWNER)
        assert len(await texts(api, 2, OWNER)) == 2
        api.write(f"what does {LINK}3 say?", chat=OWNER)
        assert (await texts(api, 3, OWNER))[2] == f"what does {LINK}3 say?"
    assert librarian.given == [f"{LINK}1", f"{LINK}2"]


async def test_a_forwarded_post_becomes_an_article_of_its_channel(api, front, librarian):
    async with serving_with(api, front):
        api.write("The ferry sank.\nNobody was hurt.", chat=EDITOR, forward_origin=ORIGIN)
        await texts(api, 1, EDITOR)
    text, published = "The ferry sank.\nNobody was hurt.", "2025-07-08T18:40:00+00:00"
    assert librarian.given == [Post("https://t.me/tarn_news/77", "Tarn <News>", text, published)]


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_what_is_no_post_of_a_channel_is_refused(api, front, librarian, language):
    person = {"type": "hidden_user", "date": 1, "sender_user_name": "Ann"}
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    async with serving_with(api, front):
        api.write("words", chat=OWNER, language=language, forward_origin=person)
        api.write("", chat=OWNER, language=language, forward_origin=ORIGIN, photo=photo)
        found = await texts(api, 2, OWNER)
    assert found == [TEXTS[language].adding.not_of_channel, TEXTS[language].adding.post_empty]
    assert librarian.given == []


async def test_a_post_of_a_private_channel_is_linked_by_its_number(api, front, librarian):
    chat = {"id": -1009876, "type": "channel", "title": "Inner"}
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    async with serving_with(api, front):
        origin = {**ORIGIN, "chat": chat}
        api.write("", chat=OWNER, forward_origin=origin, photo=photo, caption="A ferry.")
        await texts(api, 1, OWNER)
    [post] = librarian.given
    assert (post.url, post.text) == ("https://t.me/c/9876/77", "A ferry.")


@pytest.mark.parametrize("name", ["report.pdf", "../../etc/passwd", None])
async def test_a_file_is_fetched_and_handed_on_with_its_name(api, front, librarian, name):
    async with serving_with(api, front):
        api.send_file(b"%PDF-", name, chat=EDITOR)
        assert (await texts(api, 1, EDITOR))[0].startswith("New: ")
    assert librarian.given == [(b"%PDF-", name or "file")]


async def test_files_too_big_or_lost_are_told(api, front, librarian):
    async with serving_with(api, front):
        api.send_file(b"x", "a.pdf", chat=OWNER, size=21 * 1024 * 1024)
        api.send_file(b"x" * (21 * 1024 * 1024), "b.pdf", chat=OWNER, size=5)
        found = await texts(api, 2, OWNER)
    assert found == [EN.adding.too_big.format(megabytes=20), EN.adding.file_lost]
    assert librarian.given == []


async def test_a_feed_of_many_articles_is_summed_up_and_can_be_followed(api, front, librarian):
    librarian.taken = [Taken("added", LINK)] * 9 + [
        Taken("unchanged", LINK),
        Taken("failed", LINK, error="no article"),
    ]
    async with serving_with(api, front):
        api.write(LINK, chat=OWNER)
        [text] = await texts(api, 1, OWNER)
    assert text.startswith("9 new, 1 that I had, 1 refused.\n\nRefused: ")
    assert text.endswith(f"/addsource {LINK}")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "10.0.0.1 is an address of an inner network, which is never asked"),
        ("ru", "этот адрес ведёт во внутреннюю сеть"),
    ],
)
async def test_a_refusal_says_why_in_the_language_of_the_editor(api, front, librarian, language, words):
    error = "10.0.0.1 is an address of an inner network, which is never asked"
    librarian.taken = [Taken("failed", "http://10.0.0.1/", error=error)]
    async with serving_with(api, front):
        api.write("http://10.0.0.1/", chat=OWNER, language=language)
        [text] = await texts(api, 1, OWNER)
    assert text == f"{TEXTS[language].adding.refused} http://10.0.0.1/\n{words}"


async def test_an_error_of_the_library_stands_in_the_place_of_the_progress(api, front, librarian):
    librarian.error = StoreBusy("another process is writing")
    async with serving_with(api, front):
        api.write(LINK, chat=OWNER)
        [text] = await texts(api, 1, OWNER)
    assert text == f"Refused: {LINK}\nanother process is writing"


async def test_others_cannot_add_and_what_they_forward_is_a_question(api, front, librarian):
    async with serving_with(api, front):
        api.write(LINK, chat=STRANGER)
        api.send_file(b"x", "a.txt", chat=STRANGER)
        for command in ("/sources", "/addsource https://tarn.example/", "/removesource 1", "/status"):
            api.write(command, chat=STRANGER)
        api.write("did the ferry sink?", chat=STRANGER, forward_origin=ORIGIN)
        found = await texts(api, 7, STRANGER)
    assert found == [EN.adding.editors_only] * 6 + ["did the ferry sink?"]
    assert librarian.given == []


async def test_nothing_is_added_from_groups(api, front, librarian):
    async with serving_with(api, front):
        api.write(LINK, chat=-5, person=OWNER)
        api.write("/addsource https://tarn.example/", chat=-5, person=OWNER)
        api.send_file(b"x", "a.txt", chat=-5, person=OWNER)
        api.write("/help", chat=-5)
        await sent(api, 1, -5)
    assert librarian.given == []
    assert len(api.sent(-5)) == 1


async def test_the_day_has_an_end_for_editors_too(api, librarian):
    with services_with(
        FakeAnswerer(said), librarian, owners=frozenset({OWNER}), additions_per_day=2
    ) as services:
        async with serving_with(api, services):
            api.write(f"{LINK} {LINK}", chat=OWNER)
            api.write(LINK, chat=OWNER)
            found = await texts(api, 3, OWNER)
    assert found[2] == EN.adding.day_limit
    assert len(librarian.given) == 2


async def test_reading_a_slow_page_holds_up_no_other_chat(api, front, librarian):
    librarian.seconds = 1.0
    async with serving_with(api, front):
        for _ in range(3):
            api.write(LINK, chat=OWNER)
        began = time.monotonic()
        api.write("free?", chat=9)
        await sent(api, 1, chat=9)
        assert time.monotonic() - began < 1.0
        await texts(api, 3, OWNER)


def test_only_channels_are_sources(api):
    class Message:
        forward_origin = None

    assert channel_post(Message()) is None


async def test_editors_are_told_what_they_can_do(api, front):
    async with serving_with(api, front):
        api.write("/help", chat=EDITOR)
        api.write("/help", chat=STRANGER)
        await sent(api, 2)
    assert EN.adding.help in api.sent(EDITOR)[0]["text"]
    assert EN.adding.help not in api.sent(STRANGER)[0]["text"]

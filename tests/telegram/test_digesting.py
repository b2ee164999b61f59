"""/digest from outside."""

from tests.telegram.support import FakeAnswerer, FakeDigester, said, sent, services_of, serving_with
from tests.telegram.test_digest_view import item


async def test_a_digest_of_what_was_named(api):
    digester = FakeDigester((item(),))
    with services_of(FakeAnswerer(said), digester) as services:
        async with serving_with(api, services):
            api.write("/digest")
            api.write("/digest мост с понедельника", language="ru")
            first, second = await sent(api, 2)
    assert digester.asked == [("", "en"), ("мост с понедельника", "ru")]
    assert digester.payers == ["telegram:1", "telegram:1"]
    assert "1. Story 1 (9 July 2025)\n• The bridge opens on Monday. [1]" in first["text"]
    assert "«мост с понедельника»" in second["text"]


async def test_words_that_name_nothing_get_an_explanation(api):
    with services_of(FakeAnswerer(said), FakeDigester()) as services:
        async with serving_with(api, services):
            api.write("/digest ?")
            [message] = await sent(api, 1)
    assert message["text"] == "say whom"


async def test_a_digest_counts_as_a_question(api):
    with services_of(FakeAnswerer(said), FakeDigester(), per_minute=1) as services:
        async with serving_with(api, services):
            api.write("/digest")
            api.write("/digest")
            _, second = await sent(api, 2)
    assert "faster than I can read" in second["text"]

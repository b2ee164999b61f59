"""An answer while it is made."""

import asyncio

from bot.models import Claim
from tests.telegram.fake_api import Fault
from tests.telegram.support import FakeAnswerer, answer_of, citation, quoted, sent, serving

LONG = answer_of(*(Claim(f"Claim {n}.", "Ann", "indirect", (citation(n, "q"),)) for n in range(1, 5)))


def drafts(api):
    return [call.params["text"] for call in api.calls_of("sendMessageDraft")]


async def test_in_private_claims_are_shown_as_drafts_and_then_sent(api):
    async with serving(api, FakeAnswerer(lambda _: LONG, claim_seconds=0.15)):
        api.write("what?")
        [answer] = await sent(api, 1)
    assert drafts(api)
    assert "Claim 4." in answer["text"]
    counts = [text.count("Claim") for text in drafts(api)]
    assert counts == sorted(counts)


async def test_in_groups_one_message_grows(api):
    async with serving(api, FakeAnswerer(lambda _: LONG, claim_seconds=0.15)):
        api.write("@whosaid_test_bot what?", chat=-5)
        await asyncio.to_thread(api.wait, lambda: api.sent(-5) and "Claim 4." in api.sent(-5)[0]["text"])
        await asyncio.to_thread(api.wait, lambda: "reply_markup" in api.sent(-5)[0])
    assert len(api.sent(-5)) == 1
    assert drafts(api) == []
    assert api.calls_of("editMessageText")


async def test_a_quick_answer_is_only_sent(api):
    async with serving(api, FakeAnswerer(lambda _: quoted())):
        api.write("what?")
        await sent(api, 1)
    assert drafts(api) == []


async def test_a_preview_that_fails_costs_nothing_but_the_preview(api):
    api.fail("sendMessageDraft", Fault(500), Fault(400))
    async with serving(api, FakeAnswerer(lambda _: LONG, claim_seconds=0.15)):
        api.write("what?")
        [answer] = await sent(api, 1)
    assert "Claim 4." in answer["text"]
    assert len(drafts(api)) == 1


async def test_two_people_are_answered_at_once(api):
    async with serving(api, FakeAnswerer(lambda _: LONG, claim_seconds=0.2)):
        began = asyncio.get_running_loop().time()
        for chat in (1, 2, 3):
            api.write("what?", chat=chat)
        await sent(api, 3)
        assert asyncio.get_running_loop().time() - began < 2.0

"""/check, and a reply "is it true?"."""

import pytest

from bot.models import Claim
from tests.telegram.fake_api import ME
from tests.telegram.support import FakeAnswerer, answer_of, citation, said, sent, serving

CLAIM = "Vera Orlova said the pier opens in May."


def replied(text, **more):
    person = {"id": 5, "is_bot": False, "first_name": "Bea"}
    chat = {"id": 1, "type": "private", "first_name": "Ann"}
    return {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text, **more}


async def test_a_claim_after_the_command_is_checked(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write(f"/check {CLAIM}")
        (message,) = await sent(api, 1)
    assert [asked[0] for asked in answerer.asked] == [CLAIM]
    assert "Not found" in message["text"]
    assert CLAIM in message["text"]


DOUBTS = ["/check", "is it true?", "Is this true?!", "это правда?", "Правда?", "Проверь это."]


@pytest.mark.parametrize("text", DOUBTS)
async def test_a_reply_checks_the_message_before(api, text):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write(text, reply_to=replied(CLAIM))
        await sent(api, 1)
    assert [asked[0] for asked in answerer.asked] == [CLAIM]


async def test_the_part_that_is_quoted_counts_alone(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        quote = {"text": "the pier opens in May", "position": 0}
        api.write("is it true?", reply_to=replied(CLAIM), quote=quote)
        await sent(api, 1)
    assert answerer.asked[0][0] == "the pier opens in May"


async def test_other_replies_and_bare_doubts_are_questions(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write("is it true that the pier opens?", reply_to=replied(CLAIM))
        api.write("really?")
        messages = await sent(api, 2)
    assert [message["text"] for message in messages] == ["is it true that the pier opens?", "really?"]


async def test_without_anything_to_check_it_says_how(api):
    async with serving(api, FakeAnswerer(said)):
        api.write("/check", language="ru")
        api.write("/check ?!", chat=2)
        (russian,) = await sent(api, 1, 1)
        (english,) = await sent(api, 1, 2)
    assert "это правда?" in russian["text"]
    assert "is it true?" in english["text"]


async def test_in_groups_only_with_its_name(api):
    answerer = FakeAnswerer(said)
    async with serving(api, answerer):
        api.write("is it true?", chat=-100, reply_to=replied("Others talk."))
        api.write(f"@{ME['username']} is it true?", chat=-100, reply_to=replied(CLAIM))
        await sent(api, 1, -100)
    assert [asked[0] for asked in answerer.asked] == [CLAIM]


async def test_an_answer_of_the_bot_is_checked_by_its_claims(api):
    answerer = FakeAnswerer(lambda words: answer_of(Claim(words, None, "fact", (citation(1, words),))))
    async with serving(api, answerer):
        api.write("The pier opens.")
        (answer,) = await sent(api, 1)
        api.write("really?", reply_to=answer)
        await sent(api, 2)
    assert [asked[0] for asked in answerer.asked] == ["The pier opens."] * 2

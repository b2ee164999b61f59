"""Answers while a question is typed in any chat."""

import asyncio
import json

import pytest

from bot.models import Claim
from bot.telegram.inline import articles
from bot.telegram.texts import TEXTS
from tests.telegram.support import FakeAnswerer, answer_of, citation, quoted, said, serving


async def offers(api, query):
    await asyncio.to_thread(api.wait, lambda: query in api.offers)
    return api.offers[query]


async def test_claims_are_offered_with_their_sources(api):
    async with serving(api, FakeAnswerer(lambda _: quoted())):
        [offer] = await offers(api, api.type_inline("what did Orlova say"))
    assert offer["title"] == "Marta Orlova"
    assert offer["description"] == "“The bridge opens on Monday.”"
    assert any(entity["type"] == "text_link" for entity in offer["entities"])


async def test_only_the_newest_query_of_a_person_is_asked(api):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer):
        queries = [api.type_inline("what did Orlova say"[:length]) for length in (8, 12, 19)]
        other = api.type_inline("what did Besedin say", person=2)
        await offers(api, queries[-1])
        await offers(api, other)
    assert [text for text, *_ in answerer.asked] == ["what did Orlova say", "what did Besedin say"]
    assert not {*queries[:2]} & {*api.offers}


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_nothing_found_leads_into_a_chat_with_the_bot(api, language):
    async with serving(api, FakeAnswerer(said)):
        assert await offers(api, api.type_inline("what did nobody say", language=language)) == []
    [call] = api.calls_of("answerInlineQuery")
    assert json.loads(call.params["button"])["text"] == TEXTS[language].ask_here


@pytest.mark.parametrize("text", ["", "abc", "x" * 2000])
async def test_too_little_and_too_much_is_not_asked(api, text):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer):
        assert await offers(api, api.type_inline(text)) == []
    assert answerer.asked == []


async def test_whoever_may_not_ask_gets_nothing(api):
    answerer = FakeAnswerer(lambda _: quoted())
    async with serving(api, answerer, access="list"):
        assert await offers(api, api.type_inline("what did Orlova say")) == []
    assert answerer.asked == []


async def test_a_query_that_is_over_is_no_error(api, caplog):
    async with serving(api, FakeAnswerer(lambda _: quoted())):
        api.type_inline("what did Orlova say")
        api.expire_queries()
        await asyncio.to_thread(api.wait, lambda: api.calls_of("answerInlineQuery"))
    assert "error" not in caplog.text


def test_several_claims_come_as_a_whole_and_one_by_one():
    claims = [Claim(f"Claim {n}.", "Ann", "indirect", (citation(n, "q"),)) for n in (1, 2)]
    found = list(articles(answer_of(*claims, standalone_question="What did Ann say?")))
    assert [each.title for each in found] == ["What did Ann say?", "Ann", "Ann"]
    assert list(articles(said("nothing"))) == []

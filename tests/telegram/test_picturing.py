"""The picture of a course: a button under the answer, a photograph in the chat."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import pytest

from bot.models import Answer, Claim
from tests.telegram.support import NOW, FakeAnswerer, answer_of, citation, sent, services_of, serving_with


@dataclass
class FakePainter:
    """Draws what it is told to; notes of what."""

    drawn: bytes | None = b"\x89PNG"
    asked: list[Answer] = field(default_factory=list)

    def picture(self, answer, now):
        assert now == NOW
        self.asked.append(answer)
        return self.drawn


def course(language="en", intent="timeline"):
    days = ("2025-07-01", "2025-07-09")
    cited = [citation(number, "It rained.", published=day) for number, day in enumerate(days, 1)]
    claims = [Claim("It rained.", None, "fact", (one,)) for one in cited]
    return replace(answer_of(*claims), intent=intent, lang=language)


@asynccontextmanager
async def serving(api, answer, painter):
    with services_of(FakeAnswerer(lambda _: answer)) as services:
        async with serving_with(api, replace(services, painter=painter)):
            yield


def labels(message):
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


@pytest.mark.parametrize(("language", "label"), [("en", "Picture"), ("ru", "Картинка")])
async def test_a_course_is_drawn_into_the_chat(api, language, label):
    painter = FakePainter()
    async with serving(api, course(language), painter):
        api.write("timeline of the rain")
        [shown] = await sent(api, 1)
        api.press_text(label, shown)
        picture = (await sent(api, 2))[1]
    assert picture["photo"]
    assert picture["content"].endswith("PNG")
    assert [answer.claims[0].text for answer in painter.asked] == ["It rained."]


async def test_what_cannot_be_drawn_is_said(api):
    async with serving(api, course(), FakePainter(None)):
        api.write("timeline of the rain")
        [shown] = await sent(api, 1)
        api.press_text("Picture", shown)
        await asyncio.to_thread(api.wait, lambda: api.toasts)
    assert "nothing in this answer that I could draw" in str(api.toasts)
    assert not api.calls_of("sendPhoto")


@pytest.mark.parametrize(
    ("answer", "painter"), [(course(), None), (course(intent="said"), FakePainter())], ids=["none", "said"]
)
async def test_there_is_no_button_where_nothing_can_be_drawn(api, answer, painter):
    async with serving(api, answer, painter):
        api.write("what did it do?")
        [shown] = await sent(api, 1)
    assert "Picture" not in labels(shown)
    assert "Wrong citation" in labels(shown)


async def test_the_button_is_there_again_after_a_report(api):
    async with serving(api, course(), FakePainter()):
        api.write("timeline of the rain")
        [shown] = await sent(api, 1)
        api.press_text("Wrong citation", shown)
        await asyncio.to_thread(api.wait, lambda: api.calls_of("editMessageReplyMarkup"))
        place = shown["chat"]["id"], shown["message_id"]
        api.press_text("← Back", api.messages[place])
        await asyncio.to_thread(api.wait, lambda: len(api.calls_of("editMessageReplyMarkup")) == 2)
        assert "Picture" in labels(api.messages[place])

"""What was shown, kept before it is sent and found again in its own chat only."""

from telegram.error import BadRequest

from bot.telegram.scene import Scene
from bot.telegram.shelf import Shelf
from tests.store.test_inbox import shown
from tests.store.test_personal import turn
from tests.telegram.support import FakeAnswerer, said, services_of

SCENE = Scene(1, 7, is_private=True, message=5)


class Bot:
    """Deletes messages, but for the one that is too old."""

    def __init__(self):
        self.deleted = []

    async def delete_message(self, chat, message):
        if message == 42:
            raise BadRequest("message can't be deleted")
        self.deleted.append((chat, message))


async def test_an_answer_is_found_by_its_id_its_message_and_its_question_in_its_chat():
    with services_of(FakeAnswerer(said)) as services:
        shelf = Shelf(services.store)
        kept = await shelf.keep(shown(), turn("one"))
        await shelf.place(kept.id, 1, [40, 41])
        assert (await shelf.get(kept.id, 1)).messages == (40, 41)
        assert await shelf.get(kept.id, 2) is None
        assert (await shelf.in_message(1, 41)).id == kept.id
        assert await shelf.in_message(2, 41) is None
        assert [each.id for each in await shelf.to_question(SCENE)] == [kept.id]


async def test_the_turn_of_a_conversation_is_kept_with_what_shows_it():
    with services_of(FakeAnswerer(said)) as services:
        kept = await Shelf(services.store).keep(shown(), turn("one"))
        [last] = services.store.conversations.recent(kept.talk)
        assert last.question.text == "one"
        assert kept.turn == services.store.talks.last_turn(kept.talk)


async def test_answers_that_others_took_the_place_of_go_with_the_messages_left_over():
    with services_of(FakeAnswerer(said)) as services:
        shelf, bot = Shelf(services.store), Bot()
        for message in (40, 41, 42):
            kept = await shelf.keep(shown(), turn("one"))
            await shelf.place(kept.id, 1, [message])
        await shelf.put_away(bot, await shelf.to_question(SCENE), kept=1)
        assert await shelf.to_question(SCENE) == []
        await shelf.put_away(bot, [], kept=0)
    assert bot.deleted == [(1, 41)]

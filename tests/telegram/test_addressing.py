"""What is meant for the bot, and how many questions it holds."""

import pytest
from telegram import Chat, Message, MessageEntity, User

from bot.telegram.addressing import addressed, questions
from tests.telegram.support import NOW

ME = User(5, "Whosaid", is_bot=True, username="whosaid_bot")


def message(text, kind="group", mention="", reply_to=None, **more):
    found = [MessageEntity("mention", text.index(mention), len(mention))] if mention else []
    return Message(1, NOW, Chat(-5, kind), text=text, entities=found, reply_to_message=reply_to, **more)


def heard(one):
    return addressed(one, ME.id, ME.username)


def ours(**more):
    return Message(9, NOW, Chat(-5, "group"), from_user=ME, text="an answer", **more)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (message("who said that?", "private"), "who said that?"),
        (message("who said that?"), None),
        (message("@whosaid_bot, who said that?", mention="@whosaid_bot"), "who said that?"),
        (message("who said that, @WhoSaid_Bot ?", mention="@WhoSaid_Bot"), "who said that, ?"),
        (message("@other_bot who?", mention="@other_bot"), None),
        (message("and then?", reply_to=ours()), "and then?"),
        (
            message(
                "and then?", reply_to=Message(9, NOW, Chat(-5, "group"), from_user=User(6, "Ann", False))
            ),
            None,
        ),
    ],
)
def test_private_mentioned_or_replied_to(one, text):
    assert heard(one) == text


def test_the_first_message_of_a_topic_is_no_reply():
    assert heard(message("chat", reply_to=ours(forum_topic_created=object()))) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("What did Ann say?", ["What did Ann say?"]),
        ("What did Ann say? And Bob?", ["What did Ann say?", "And Bob?"]),
        ("I read a lot. What did Ann say? Thanks.", ["I read a lot. What did Ann say? Thanks."]),
        ("Who said “what now?” yesterday?", ["Who said “what now?” yesterday?"]),
        ("one?\ntwo?\n", ["one?", "two?"]),
        ("no question", ["no question"]),
        ("?! ?", ["?! ?"]),
        ("What?! Really?", ["What?!", "Really?"]),
    ],
)
def test_questions_end_with_their_marks(text, parts):
    assert questions(text) == parts

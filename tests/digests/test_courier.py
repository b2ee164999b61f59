"""Outcomes of a message are values that compare by what they say."""

from bot.digests.courier import Delivered, Held, NotSent, Unanswered


def test_a_message_is_the_last_unless_said_otherwise() -> None:
    assert Delivered(5).is_last
    assert not Delivered(5, is_last=False).is_last


def test_who_is_held_alone_holds_up_nobody() -> None:
    assert not Held(3).everyone
    assert NotSent() != Unanswered()

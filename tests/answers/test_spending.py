import pytest

from bot.answers.spending import DAY, Account, Limits, Prices, chat_of
from bot.llm.usage import Call
from bot.models import Judged
from tests.llm.writers import Book

CALL = Call("answer", "abcd1234", "toy", 600, 100, 9.0, "done")
NOW = 100 * DAY + 5


def booked(limits, *conversations, at=NOW):
    book = Book()
    for conversation in conversations:
        Account(book, clock=lambda: at).book(conversation, CALL, Judged(2, 1, 0))
    return Account(book, limits, clock=lambda: NOW)


@pytest.mark.parametrize(
    ("limits", "tokens", "fine"),
    [
        (Limits(), 10**9, True),
        (Limits(per_day=2200), 100, True),
        (Limits(per_day=2200), 101, False),
        (Limits(per_chat=1500), 100, True),
        (Limits(per_chat=1500), 101, False),
        (Limits(in_all=2200), 101, False),
    ],
)
def test_a_call_is_within_the_budgets_of_day_chat_and_all(limits, tokens, fine):
    account = booked(limits, "telegram:7", "telegram:7#2", "telegram:8")
    assert account.allows("telegram:7#3", tokens) is fine


def test_yesterday_counts_in_all_only():
    limits = Limits(per_day=700, per_chat=700)
    assert booked(limits, "telegram:7", at=NOW - DAY).allows("telegram:7", 700)
    assert not booked(Limits(in_all=1000), "telegram:7", at=NOW - DAY).allows("telegram:7", 700)


def test_who_has_no_conversation_shares_no_budget():
    assert booked(Limits(per_chat=10), None, None).allows(None, 700)


def test_a_call_is_booked_with_its_price_and_its_claims():
    book = Book()
    Account(book, prices=Prices(2.0, 8.0), clock=lambda: NOW).book("telegram:7#2", CALL, Judged(2, 1, 3))
    (call,) = book.calls
    assert (call.at, call.chat, call.task, call.version, call.model) == (
        NOW, "telegram:7", "answer", "abcd1234", "toy",
    )  # fmt: skip
    assert call.cost == pytest.approx(0.002)
    assert (call.kept, call.repaired, call.dropped) == (2, 1, 3)


def test_the_chat_of_a_branch():
    assert [chat_of(key) for key in (None, "a", "a#2")] == ["", "a", "a"]
